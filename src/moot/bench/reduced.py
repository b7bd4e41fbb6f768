"""How a place makes one score of a task's trials, where not by their mean: by the names of inspect_ai's reducers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import comb
from statistics import fmean, median

from moot.text.lazy import lazy_re

_NAME = lazy_re(r"(mode|majority|median|max|at_least|pass_at|pass_k)(?:_(\d{1,4}))?")
_WORDS = {
    "mode": "takes the most frequent score of each task's trials",
    "majority": "takes the score of more than half of each task's trials",
    "median": "takes the median of each task's trials",
    "at_least": "counts a task as solved where at least {k} of its trials solve it",
    "pass_k": "is the chance that {k} trials of a task all solve it (pass^{k})",
}


def best_of(reducer: str, trials: int) -> int:
    """Of how many trials of a task the reducer takes the best, of so many that it has; 1 where it does not."""
    name, k = _parsed(reducer)
    if name == "max" or (name == "at_least" and k == 1):
        return trials
    return min(k or trials, trials) if name == "pass_at" else 1


def words(reducer: str) -> str:
    """What it does, in words that go on from "the stated figure"; "" of the mean, of the best, and of the unknown."""
    name, k = _parsed(reducer)
    return _WORDS.get(name, "").format(k=k) if best_of(reducer, 2) == 1 else ""


def headline(reducer: str, tasks: Sequence[Sequence[float]]) -> float | None:
    """Of each task's scores; None where the reducer is unknown, or leaves no task with a score."""
    name, k = _parsed(reducer)
    found = [score for scores in tasks if scores and (score := _score(name, k, scores)) is not None]
    return fmean(found) if found else None


def _parsed(reducer: str) -> tuple[str, int]:
    found = _NAME.fullmatch(reducer)
    return (found[1], int(found[2] or 0)) if found else ("", 0)


def _score(name: str, k: int, scores: Sequence[float]) -> float | None:
    """None where it gives none, as a majority may."""
    n, solved = len(scores), sum(score >= 1 for score in scores)
    match name:
        case "mode":
            return Counter(scores).most_common(1)[0][0]
        case "majority":
            score, often = Counter(scores).most_common(1)[0]
            return score if 2 * often > n else None
        case "median":
            return median(scores)
        case "max":
            return max(scores)
        case "at_least":
            return float(solved >= k)
        case "pass_at":
            return 1 - comb(n - solved, k) / comb(n, k) if n >= k else None
        case "pass_k":
            return comb(solved, k) / comb(n, k) if n >= k else None
        case _:
            return None
