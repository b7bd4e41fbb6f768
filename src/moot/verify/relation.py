"""How two claims stand to each other: they say the same, they cannot both be right, or neither.

Two claims that differ in a figure are a conflict, not a match; a rounding is not a conflict.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from moot.text.figures import FigureKind, agree, find
from moot.text.terms import stems
from moot.verify.paired import pair

VERSION = "1"

_SAME, _ABOUT = 0.62, 0.5
_CLOSE = 0.35
"""Cosine from which on two claims are looked at together."""


class Relation(StrEnum):
    SAME = "same"
    CONFLICT = "conflict"
    APART = "apart"


@dataclass(frozen=True)
class Related:
    relation: Relation
    score: float
    """How alike in meaning, 0 to 1, three decimals."""
    reason: str
    """For a reader: "figure differs: 59.3 against 61.6"."""


def relate(one: str, other: str) -> Related:
    """The relation of two claims, whichever comes first. Raises nothing of its own."""
    first, second = sorted((" ".join(one.split()), " ".join(other.split())))
    if first == second:
        return Related(Relation.SAME, 1.0, "the same words")
    there, back = pair(first, second), pair(second, first)
    met = min(there.of_claim(), back.of_claim())
    score = round(max(0.0, min(1.0, (there.of_claim() + back.of_claim()) / 2)), 3)
    if met < _ABOUT:
        return Related(Relation.APART, score, "they speak of something else")
    differing = _figures(first, second)
    if differing:
        return Related(Relation.CONFLICT, score, differing)
    if met >= _SAME and bool(stems(first)):
        return Related(Relation.SAME, score, "the same in other words")
    return Related(Relation.APART, score, "one says more than the other")


def _figures(one: str, other: str) -> str:
    """In words the figure that differs; empty when none does."""
    ours = [each for each in find(one) if each.kind is not FigureKind.NAME]
    theirs = [each for each in find(other) if each.kind is not FigureKind.NAME]
    for each in ours:
        rivals = [its for its in theirs if its.kind is each.kind]
        if rivals and not any(agree(each, its) or agree(its, each) for its in rivals):
            return f"figure differs: {each.line} against {rivals[0].line}"
    return ""


def relations(claims: Sequence[str]) -> dict[tuple[int, int], Related]:
    """The relation of every two claims that are not APART, by their places, the lower first."""
    from moot.text.embedding import shared

    vectors = shared().encode(claims)
    cosines = vectors @ vectors.T
    near = [(i, j) for i in range(len(claims)) for j in range(i + 1, len(claims)) if cosines[i, j] >= _CLOSE]
    found = {(i, j): relate(claims[i], claims[j]) for i, j in near}
    return {places: each for places, each in found.items() if each.relation is not Relation.APART}
