"""How two claims stand to each other: they say the same, they cannot both be right, or neither.

Figures, times, names, the side that a claim comes down on, hedges and what limits it are compared each for itself
(`moot.verify.relating`). Where none of them differs, the wording decides. Two claims that differ in a figure are a
conflict, not a match; a rounding is not a conflict. Claims that differ in two things at once speak of two cases.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from moot.text.embedding import Encoder
from moot.verify.relating import amounts, extent, named, parties, sides, surety, times, wording
from moot.verify.relating.kinds import Difference, Relation, apart, conflict
from moot.verify.relating.plain import plain
from moot.verify.relating.wording import Wording

__all__ = ["VERSION", "Related", "Relation", "relate", "relations"]

VERSION = f"2+{Encoder.version}"

_NEAR = 0.4
"""Cosine from which on two claims are looked at together."""
_COPY = 0.45
"""Share of words in common from which on one claim is the other with something put in its place."""


@dataclass(frozen=True)
class Related:
    relation: Relation
    score: float
    """How alike in meaning, 0 to 1, three decimals."""
    reason: str
    """For a reader: "figure differs: 59.3 against 61.6"."""


def relate(one: str, other: str) -> Related:
    """The relation of two claims, whichever comes first."""
    first, second = sorted((_tidy(one), _tidy(other)))
    if first == second:
        return Related(Relation.SAME, 1.0, "the same words")
    said = _wording(first, second)
    score = round(max(0.0, min(1.0, (said.cosine + said.mean) / 2)), 3)
    if said.cosine < _NEAR:
        return Related(Relation.APART, score, "they speak of different things")
    found = _decided(first, second, said)
    return Related(found.relation, score, found.reason)


def _tidy(text: str) -> str:
    return " ".join(text.split()).rstrip(" .;,")


def _wording(one: str, other: str) -> Wording:
    return wording.compare(one, other, (_aside(one), _aside(other)))


def _aside(text: str) -> list[wording.Span]:
    told = [each.span for each in times.times(text)] + [each.span for each in named.names(text)]
    return told + (amounts.spans(text) if plain(text) == text else [])


def _decided(one: str, other: str, said: Wording) -> Difference:
    figures = amounts.compare(one, other)
    when = times.compare(one, other)
    who = named.compare(one, other)
    crossed = parties.crossed(one, other)
    turned = sides.compare(one, other, crossed)
    aspect = _aspect(said)
    differing = [each for each in (figures.difference, when.difference, _names(who)) if each]
    if len(differing) > 1 or (differing and aspect):
        return apart(f"they speak of two cases: {differing[0].reason}")
    if differing:
        return _one(one, other, differing[0], figures.shared)
    if turned.turned:
        return apart(f"{aspect}; {turned.told}") if aspect else conflict(turned.told)
    if parties.exchanged(one, other) and said.shared >= _ALIKE:
        return conflict("two names are exchanged")
    weaker = surety.compare(one, other) or extent.compare(one, other)
    if weaker:
        return weaker
    if aspect:
        return apart(aspect)
    alone = figures.alone + when.alone + abs(len(who.left) - len(who.right))
    anchors = figures.shared + when.shared + who.shared
    return _worded(said, anchors, alone)


_ALIKE = 0.85


def _one(one: str, other: str, found: Difference, figures: int) -> Difference:
    """One thing differs: a date or a subject that merely says of when or whom is another case, not a conflict."""
    if found.relation is Relation.CONFLICT and found.reason.startswith("date"):
        if figures or all(_OPENS_WITH_TIME.match(each) for each in (one, other)):
            return apart(f"said of two times: {found.reason}")
    return found


_OPENS_WITH_TIME = re.compile(r"(?:In|During|By|On|At)\b[^,]{0,30}\d{4}\b")


def _names(who: named.NamesCompared) -> Difference | None:
    if not (who.left and who.right):
        return None
    return conflict(f"name differs: {who.left[0].text} against {who.right[0].text}")


def _aspect(said: Wording) -> str:
    """In words what is said of another aspect or in more detail, where one claim is nearly the other."""
    left, right = said.left, said.right
    if not left and not right:
        return ""
    if not left or not right:
        more = " ".join(left or right)
        return f"one says more: “{more}”" if said.worst < 0.5 else ""
    if said.shared >= _COPY and min(len(left), len(right)) <= 2 and said.leftovers + said.worst < 0.7:
        return f"of something else: “{' '.join(left)}” against “{' '.join(right)}”"
    return ""


def _worded(said: Wording, anchors: int, alone: int) -> Difference:
    if said.cosine + 0.05 * min(anchors, 3) - 0.03 * alone >= 0.55:
        return Difference(Relation.SAME, "the same in other words")
    return apart("not seen to say the same")


def relations(claims: Sequence[str]) -> dict[tuple[int, int], Related]:
    """The relation of every two claims that are not APART, by their places, the lower first."""
    found = {(i, j): relate(claims[i], claims[j]) for i, j in _pairs(claims)}
    return {places: each for places, each in found.items() if each.relation is not Relation.APART}


def _pairs(claims: Sequence[str]) -> Iterator[tuple[int, int]]:
    import numpy as np

    if not claims:
        return
    vectors = np.stack([wording.vector(_tidy(claim)) for claim in claims])
    cosines = vectors @ vectors.T
    for i, j in np.argwhere(np.triu(cosines >= _NEAR, k=1)):
        yield int(i), int(j)
