"""The middle of a range of the evidence, and by how much the middles of two ranges differ, where the claim says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from moot.text.figures import Figure, FigureKind
from moot.text.lazy import lazy_re
from moot.verify.reckoning.following.operations import Operation, stated
from moot.verify.reckoning.following.sums import Computation, adds_up_to, beside
from moot.verify.reckoning.given.held import Held

SAID = lazy_re(
    r"\b(?:mid-?[ ]?points?|Mitte der Spanne|"
    r"(?:middle|cent(?:re|er)) of (?:the|its|their|that|this) (?:\w+ )?range)\b",
    re.IGNORECASE,
)
_MOST = 6
"""Ranges that are compared."""


def middles(figure: Figure, claim: str, evidence: Sequence[Held]) -> Iterator[Computation]:
    if not SAID.search(claim) or figure.high is not None or figure.kind is FigureKind.DATE:
        return
    places: dict[tuple[str, int], Held] = {}
    for each in evidence:
        if each.figure.high is not None and adds_up_to(figure, each.figure):
            places.setdefault((each.document.source.id, each.figure.start), each)
    ranges = list(places.values())[:_MOST]
    for each in ranges:
        yield Computation(Operation.MEAN, _middle(each), f"the middle of {each.figure.line}", (each,), 1)
    if Operation.DIFFERENCE in stated(beside(claim, figure)) or _MOVED.search(claim):
        for one, other in combinations(ranges, 2):
            words = f"the middle of {other.figure.line} − that of {one.figure.line}"
            yield Computation(Operation.DIFFERENCE, abs(_middle(other) - _middle(one)), words, (other, one), 1)


_MOVED = lazy_re(r"\b(?:rais\w+|lift\w*|lower\w*|mov\w+|shift\w*|\w*erhöh\w*|angehob\w+|heb\w+|by)\b", re.IGNORECASE)


def _middle(each: Held) -> Decimal:
    low, high = each.figure.ends
    return (low.value + high.value) / 2
