"""Choosing sentences: the best first, each unlike those chosen before (maximal marginal relevance).

Carbonell and Goldstein, SIGIR 1998: the next is the one with the greatest `score - diversity * greatest likeness to one
already chosen`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from moot.readers.view import View

DIVERSITY = 0.35


def choose(
    view: View,
    texts: Sequence[str],
    scores: Sequence[float],
    limit: int,
    least: float,
    taken: Sequence[str] = (),
    allowed: Callable[[int], bool] = lambda at: True,
) -> list[int]:
    """Indices of up to `limit` texts of at least the score `least`, best first, none like one of `taken`."""
    near = [_nearest(view, text, taken) if scores[n] >= least else 1.0 for n, text in enumerate(texts)]
    left = [n for n in range(len(texts)) if scores[n] >= least and near[n] < view.same and allowed(n)]
    chosen: list[int] = []
    while left and len(chosen) < limit:
        best = max(left, key=lambda n: (round(scores[n] - DIVERSITY * near[n], 3), -n))
        chosen.append(best)
        left.remove(best)
        for n, likeness in zip(left, view.likeness(texts[best], [texts[n] for n in left]), strict=True):
            near[n] = max(near[n], likeness)
        left = [n for n in left if near[n] < view.same and allowed(n)]
    return chosen


def _nearest(view: View, text: str, taken: Sequence[str]) -> float:
    return max(view.likeness(text, taken), default=0.0)
