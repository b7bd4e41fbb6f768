"""How well scores tell supported pairs from others."""

from __future__ import annotations

from collections.abc import Sequence


def auc(scored: Sequence[tuple[float, bool]]) -> float:
    """The area under the ROC curve by ranks (Mann and Whitney 1947); both labels must be there."""
    ranked = sorted(scored)
    right = sum(label for _, label in ranked)
    below, total, at = 0, 0.0, 0
    while at < len(ranked):
        end = at
        while end < len(ranked) and ranked[end][0] == ranked[at][0]:
            end += 1
        tied = sum(label for _, label in ranked[at:end])
        total += tied * (below + (end - at - tied) / 2)
        below += end - at - tied
        at = end
    return total / (right * (len(ranked) - right))
