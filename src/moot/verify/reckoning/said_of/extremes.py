"""Figures that a claim tells of no other than their own: the end of a range, the total of a column."""

from __future__ import annotations

import re
from collections.abc import Sequence

from moot.text import figures
from moot.text.figures import Bound, Figure, agree
from moot.text.lazy import lazy_re
from moot.text.terms import stems
from moot.verify.reckoning.given.held import Held
from moot.verify.reckoning.given.tables import TOTAL

_MOST = lazy_re(
    r"\b(?:up to|max\w*|at (?:the )?most|no more than|as \w+ as|reach\w*|peak\w*|(?!least|lowest|smallest)\w{3,}est)\b"
    r"[^.;\d]{0,30}$",
    re.IGNORECASE,
)
_LEAST = lazy_re(
    r"\b(?:at (?:the )?least|min\w*|no less than|as \w+ as|down to|least|(?!most|highest|largest)\w{3,}est)\b"
    r"[^.;\d]{0,30}$",
    re.IGNORECASE,
)
_MEAN = lazy_re(r"\b(?:averag\w*|mean|median|typical\w*|usual\w*)\b", re.IGNORECASE)


def is_end(figure: Figure, claim: str, there: Held) -> bool:
    """Whether it is the upper end of a range that the claim tells as the most there is, or the lower as the least."""
    if there.figure.high is None or figure.high is not None or _MEAN.search(claim):
        return False
    low, high = there.figure.ends
    most = figure.bound is Bound.UNDER or _MOST.search(claim, 0, figure.start)
    least = figure.bound is Bound.OVER or _LEAST.search(claim, 0, figure.start)
    return bool((most and agree(figure, high)) or (least and agree(figure, low)))


def is_whole(there: Held, evidence: Sequence[Held]) -> bool:
    """Whether a cell is the total of its column, by its label or by what the others come to."""
    if TOTAL.search(there.row):
        return True
    own = there.figure
    column = [each for each in evidence if each.grid is there.grid and each.position[1] == there.position[1]]
    others = [each.figure for each in column if each.position[0] != there.position[0]]
    others = [each for each in others if (each.unit, each.scale) == (own.unit, own.scale) and each.high is None]
    apart = abs(sum((each.value for each in others), start=-own.value))
    return len(others) > 1 and own.value > 0 and 2 * apart <= own.step * len(others)


def of_another(figure: Figure, claim: str, label: frozenset[str]) -> bool:
    """Whether a claim names a row behind another figure only: "1,604 before costs of 88 in Ready-mix"."""
    later = [each for each in figures.find(claim) if each.counts and each.start >= figure.end]
    return bool(later) and not label & frozenset(stems(claim[: later[0].start]))
