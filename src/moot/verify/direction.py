"""Does the claim turn round what its source says: rose for fell, more for less, before for after, or the two sides of
a comparison or a deal exchanged? Signal.

A word of direction is compared with its opposite in the clause of the evidence nearest to the claim's. A comparison
whose sides are exchanged must have the opposite word, and only then. Where the evidence gives the figures, in a table
or a sentence, they say which is more (`trends`), who has most and what came first (`ranked`), whether it doubled
(`multiples`), how many times the one is the other (`as_many`), whether it stayed within what was planned (`overrun`)
and whether it keeps the claim's bound (`bounds`): then they may also bear the claim out, as may a sentence that tells
from the other side what came first or is longer (`sequence`), or by how much something went (`by_so_much`). Of two
halves of a sentence that go two ways each keeps its own (`halves`), as do those that have something and those that lack
it (`lacking`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from moot.text.terms import words
from moot.verify.comparing import acted, by_denial, converse, halves, lacking, sequence, turned, unmet
from moot.verify.comparing.clauses import Aligned, aligned, cut
from moot.verify.comparing.directions import PLACED
from moot.verify.comparing.exchanged import Exchanged, exchanged
from moot.verify.comparing.language import Evidence, LanguageSignal, Seen
from moot.verify.comparing.opposites import occurrences, opposed
from moot.verify.reckoning.following import rest
from moot.verify.reckoning.ordering import (
    all_beyond,
    as_many,
    bounds,
    by_so_much,
    courses,
    multiples,
    overrun,
    ranked,
    trends,
)
from moot.verify.reckoning.ordering.superlatives import Verdict

_COVERED, _SAME = 0.6, 0.8
"""Share of a clause's words that a clause of the evidence must hold; and of those besides the two opposed ones, from
which on it says the same but for them. Of 4,743 sentences of written reports (`training/weights`) 8 faulty and 15 true
ones were doubted where a clause held between .4 and .6 of the words, 16 and 7 up to .8, 17 and 4 above."""


class Direction(LanguageSignal):
    """Directions and the sides of comparisons are those of the source."""

    name = "direction"
    version = "28"
    nothing = "no direction is turned round"

    def seen(self, claim: str, evidence: Evidence) -> Seen:
        claim, evidence = by_denial.plain(claim), evidence.put(by_denial.plain)
        reckoned = _reckoned(claim, evidence)
        if reckoned:
            return Seen(borne=reckoned.reason) if reckoned.holds else Seen(reckoned.reason, plain=True)
        order = sequence.told(claim, evidence.units)
        if order.turned:
            return Seen(order.turned, plain=not order.open)
        if order.sized:
            return Seen(borne=order.borne)
        lacks = lacking.told(claim, evidence.units)
        halved = lacks.turned or halves.exchanged(claim, evidence.units)
        if halved:
            return Seen(halved, plain=True)
        told = converse.told(claim, evidence.units, evidence.whole)
        aside = _aside(claim, evidence, told) | order.words | lacks.words
        found = tuple(_opposed(claim, evidence, aside))
        told_apart = (f"the claim says “{ours}”, its source “{theirs}”" for (ours, theirs), _ in found)
        sides = None if told.agrees else _exchanged(claim, evidence)
        acted_on = "" if told.agrees else acted.exchanged(claim, evidence.units, evidence.whole)
        differs = told.crossed or acted_on or next(told_apart, "") or _turned(claim, evidence, aside, sides)
        if not differs:
            by = by_so_much.judged(claim, evidence.units)
            if by:
                return Seen(borne=by.reason) if by.holds else Seen(by.reason, plain=True)
            followed = trends.borne(claim, evidence.grids, evidence.units) or courses.borne(claim, evidence.units)
            return Seen(borne=order.borne or followed)
        surely = (
            told.plain
            or bool(acted_on)
            or bool(sides and (sides.exact or _opposites([sides.one], [sides.other])))
            or any(_same_but(*each) for each in found)
        )
        return Seen(differs, plain=surely or trends.proven(claim, evidence.grids, evidence.units))


def _exchanged(claim: str, evidence: Evidence) -> Exchanged | None:
    """Two parts of the claim that changed places."""
    tokens = words(claim)
    for unit in (*evidence.units, *_together(evidence)):
        sides = exchanged(claim, unit)
        aside = (sides.one, sides.other) if sides else ()
        if sides and not _opposites([each for each in tokens if each not in aside], words(unit)):
            return sides
    return None


def _turned(claim: str, evidence: Evidence, aside: frozenset[str], sides: Exchanged | None) -> str:
    """What is turned round though no clause has the opposite word where the claim's nearest has its own."""
    if sides:
        return f"the claim exchanges “{sides.one}” and “{sides.other}”"
    return trends.turned(claim, evidence.grids, evidence.units) or turned.turned(
        claim, unmet.without(claim, rest.others(claim, evidence.units, evidence.grids)), aside
    )


def _reckoned(claim: str, evidence: Evidence) -> Verdict | None:
    """What figures say of a superlative, an order, a multiple or a bound; they bear out only a claim of one clause."""
    found = (
        all_beyond.judged(claim, evidence.grids, evidence.units, evidence.documents)
        or ranked.judged(claim, evidence.grids, evidence.documents)
        or multiples.judged(claim, evidence.grids, evidence.units)
        or as_many.judged(claim, evidence.units)
        or overrun.judged(claim, evidence.grids)
        or bounds.judged(claim, evidence.units, evidence.whole)
    )
    return found if found and (not found.holds or len(cut(claim)) == 1) else None


def _aside(claim: str, evidence: Evidence, told: converse.Told) -> frozenset[str]:
    """Words that are no direction of the thing itself, or that a comparison from the other side explains."""
    multiple = multiples.judged(claim, evidence.grids, evidence.units)
    reckoned = multiples.words(claim) if multiple and multiple.holds else frozenset[str]()
    return reckoned | (converse.WORDS if told.agrees else frozenset())


def _opposed(claim: str, evidence: Evidence, aside: frozenset[str]) -> Iterator[tuple[tuple[str, str], list[Aligned]]]:
    """A word of a clause of the claim, none of those `aside`, and its opposite in the nearest of the evidence, with
    the clauses that are near.
    """
    units = unmet.without(claim, evidence.units)
    for ours in cut(claim):
        near = aligned(ours, units, _COVERED)
        found = opposed(near, PLACED)
        if found and not aside & set(found):
            yield found, near


def _same_but(found: tuple[str, str], near: Sequence[Aligned]) -> bool:
    """True where the evidence says the same but for the two words."""
    said = words(" ".join(found))
    return bool(opposed([each for each in near if each.besides(said) >= _SAME], PLACED))


def _together(evidence: Evidence) -> Iterator[str]:
    """Every two sentences as one text, in the order of the source."""
    placed = sorted(evidence.units, key=evidence.whole.find)
    return (f"{one} {other}" for one, other in combinations(placed, 2))


def _opposites(ours: Sequence[str], there: Sequence[str]) -> bool:
    """True when a word of direction is opposed: a comparison told from its other side."""
    return any(set(there) & each.opposite for each in occurrences(ours, PLACED))
