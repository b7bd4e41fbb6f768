"""What stands in the evidence instead of a figure of a claim: another unit, date or figure that may be of the same."""

from __future__ import annotations

import re

from moot.text import figures
from moot.text.figures import Bound, Figure, FigureKind, agree
from moot.text.lazy import lazy_re
from moot.text.terms import stems
from moot.verify.reckoning.following import changes
from moot.verify.reckoning.following.remeasured import other_unit
from moot.verify.reckoning.following.sums import beside
from moot.verify.reckoning.given.currency import may_be_money
from moot.verify.reckoning.given.dated import date_of
from moot.verify.reckoning.given.grounds import Found, Grounds
from moot.verify.reckoning.given.held import bound
from moot.verify.reckoning.settling import days
from moot.verify.reckoning.settling.proof import Proof, shown

FEW = 12
"""Up to which somebody may count in words what nobody else counts."""
_NEXT = 30
"""Characters before and behind a figure in which its own words are looked for."""
_STOPS = lazy_re(r"[,;]|\band\b|\. ")
_MADE = lazy_re(
    r"\b(?:would|whole|entire|on average|averag\w+|together|altogether|in all|all told|combined|leaving out|excluding|"
    r"longer|shorter|margin)\b",
    re.IGNORECASE,
)
"""Words beside a figure that was made of others."""
_ANY = lazy_re(r"\W*(?:if |for |when |where )?(?:an?|any(?:one|body)?|some(?:one|body)|whoever)\b", re.IGNORECASE)
"""How a sentence begins that speaks of no known thing."""
_TOLD = lazy_re(
    r"\b(?:is|are|was|were|has been|costs?|pays?|gets?|receives?|must|may|can|cannot|needs?|takes?|lasts?|"
    r"should|will)\b",
    re.IGNORECASE,
)
"""Then what follows is the rule, no longer the case."""
_LIMITS = lazy_re(
    r"\b(?:before|after|within|until|from|between|limit\w*|threshold|minimum|maximum|ceiling)\b[^.;\n]{0,16}$",
    re.IGNORECASE,
)
_MORE = lazy_re(
    r"[\s\xa0]+(?:or (?:more|less|fewer|over|under|older|younger|above|below|longer)|and (?:over|above))\b", re.I
)
_THOSE = lazy_re(r"\b(?:the|these|those|both)[\s\xa0]+$", re.IGNORECASE)
_MOSTLY, _PARTLY, _NEARLY = 0.5, 0.35, 0.9
"""Shares of the claim's words with which a sentence says what the claim says; the second where both count one thing,
the third where it is all but the same sentence."""


def instead(figure: Figure, grounds: Grounds) -> Proof:
    """Of a figure that stands nowhere: what stands there that it could have been, and how sure that is."""
    whole = (each for each in grounds.found if not each.figure.is_fraction)
    near = {each.figure: each for each in whole if _comparable(figure, each.figure)}
    others = list(near)
    same_thing = [other for other in others if figure.noun and other.noun == figure.noun]
    few = figure.word and figure.scale == 1 and figure.value <= FEW and not figure.unit
    if few and (not same_thing or figure.value in grounds.rows):
        return Proof()  # "two models" may be the writer's own count of what is named, or the rows of a table.
    repeated = [each for each in figures.find(grounds.text) if each.start != figure.start]
    units = _measured(grounds)
    measured = ((told, each) for told, each in units if not any(agree(one, each) for one in repeated))
    if figure.kind is FigureKind.MONEY:
        bare = next((each for each in grounds.found if _in_no_currency(figure, each.figure)), None)
        if bare:
            problem = f"the evidence names no currency: {figure.line} against {bare.figure.line}"
            return Proof(bare.place, problem=problem, sure=False, unit=True)
    elsewhere = next(((told, each) for told, each in measured if other_unit(figure, each)), None)
    if elsewhere:
        told, other = elsewhere
        percents = {each.value for _, each in units if each.unit == "%"}
        several = len(percents) > 1 or any(other is cell.figure for cell in grounds.cells)
        points = figure.unit in ("pp", "point") and other.unit == "%" and several  # It may be their difference.
        long = figure.unit in ("s", "month") and not _speaks(other, grounds)  # It may lie between two dates.
        problem = f"unit differs: {figure.line} against {told}"
        place = next((each.place for each in (*grounds.found, *grounds.cells) if each.figure is other), None)
        sure = not points and not long
        return Proof(place, problem=problem, otherwise=True, alike=not points, sure=sure, unit=True)
    if figure.kind is FigureKind.DATE and others:
        other, another = days.differing(figure, others)
        if not another:
            problem = f"{figure.line} is not in the quoted evidence, which says {other.line}"
            return Proof(near[other].place, problem=problem, sure=False)
        if _of_others(near[other], grounds):
            return Proof(near[other].place, problem=f"{figure.line} is not in the quoted evidence", sure=False)
        problem = f"date differs: {figure.line} against {other.line}"
        return _differs(figure, near[other], grounds, problem)
    if others:
        alone = [each for each in same_thing or others if not any(agree(one, each) for one in repeated)]
        said = _clause(figure, grounds)
        other = min(
            alone or same_thing or others,
            key=lambda each: (
                *_unlike(said, near[each]),
                -_shared(near[each], grounds),
                abs(each.value - figure.value),
            ),
        )
        case = _case(figure, other, grounds)
        if case:
            return Proof(note=f"{shown(figure)} is a case, which {shown(other)} decides")
        problem = f"figure differs: {shown(figure)} against {shown(other)}"
        return _differs(figure, near[other], grounds, problem)
    if figure.word and _THOSE.search(grounds.text[: figure.start]):
        return Proof()  # "Between the two years" counts what the claim itself has named.
    return Proof(problem=f"{figure.line} is not in the quoted evidence", sure=False)


def _in_no_currency(figure: Figure, found: Figure) -> bool:
    """Whether it is the same sum of what nobody tells, which refutes no currency."""
    return may_be_money(found) and (figure.written, figure.scale) == (found.written, found.scale)


def _measured(grounds: Grounds) -> list[tuple[str, Figure]]:
    """The figures with the units that their sentences or tables give them, and how to show them."""
    told = [(each.figure.line, each.figure) for each in grounds.found]
    return [*told, *((f"{each.figure.line} ({each.column or each.row})", each.figure) for each in grounds.cells)]


def _speaks(other: Figure, grounds: Grounds) -> bool:
    """Whether the sentence of a figure says some of what the claim says beside its own."""
    found = next((each for each in grounds.found if each.figure is other), None)
    return found is None or _shared(found, grounds) >= _PARTLY


def _case(figure: Figure, limit: Figure, grounds: Grounds) -> bool:
    """True for "a shed of 12 m² needs no permit" beside "sheds over 15 m²": a case to which a limit is applied.

    It is said of no known thing, and where the claim sets a limit itself that one must be the evidence's.
    """
    before = grounds.text[: figure.start]
    bounded = figure.bound is Bound.NONE and (limit.bound in (Bound.OVER, Bound.UNDER) or _limits(limit, grounds))
    return bounded and bool(_ANY.match(before)) and not _TOLD.search(before)


def _limits(figure: Figure, grounds: Grounds) -> bool:
    found = next((each for each in grounds.found if each.figure is figure), None)
    text = found.cited.document.text if found and found.cited.document else ""
    return bool(_LIMITS.search(text[max(0, figure.start - 30) : figure.start]) or _MORE.match(text, figure.end))


def _differs(figure: Figure, other: Found, grounds: Grounds, problem: str) -> Proof:
    """Sure where the sentence of the other figure says enough of what the claim says beside its own.

    Never of a figure that was made of others: that it stands nowhere proves nothing.
    """
    if _MADE.search(beside(grounds.text, figure)):
        return Proof(other.place, problem=problem, otherwise=True, sure=False)
    shared = _shared(other, grounds, figure.raw)
    enough = _PARTLY if figure.noun and figure.noun == other.figure.noun else _MOSTLY
    return Proof(other.place, problem=problem, otherwise=True, sure=shared >= enough, alike=shared >= _NEARLY)


def _of_others(date: Found, grounds: Grounds) -> bool:
    """Whether its sentence dates none of the figures of the claim, and others by it: "41 %; in 2024, 17 %"."""
    sentence = date.cited.around
    claimed = {each.written for each in figures.find(grounds.text) if each.kind is not FigureKind.DATE}
    there = [each for each in figures.find(sentence) if each.kind is not FigureKind.DATE]
    own = [date_of(sentence, each) for each in there if each.written in claimed]
    others = [date_of(sentence, each) for each in there if each.written not in claimed]
    return bool(own) and not any(own) and any(each and agree(each, date.figure) for each in others)


def _clause(figure: Figure, grounds: Grounds) -> frozenset[str]:
    """The stems of the claim's clause in which a figure stands, but for "rose" and the like."""
    own = grounds.text
    clause = next((words for each, words in bound(own) if each.start == figure.start), own)
    return frozenset(stems(changes.without(clause)))


def _shared(other: Found, grounds: Grounds, aside: str = "") -> float:
    """The share of the claim's words, but for those aside, that the sentence of a figure says; 1 of none."""
    said = frozenset(stems(grounds.text)) - frozenset(stems(aside))
    return len(said & frozenset(stems(other.cited.around))) / len(said) if said else 1.0


def _comparable(claimed: Figure, found: Figure) -> bool:
    if FigureKind.NAME in (claimed.kind, found.kind) or claimed.kind is not found.kind:
        return False
    if claimed.kind is FigureKind.DATE:
        return True
    if claimed.unit or found.unit:
        return claimed.unit == found.unit
    return bool(claimed.noun) and claimed.noun == found.noun


def _unlike(said: frozenset[str], other: Found) -> tuple[int, int]:
    """How little of a clause the words behind a figure say, and those on either side; the more the larger."""
    text, at = other.cited.document.text if other.cited.document else "", other.figure
    behind = _STOPS.split(text[at.end : at.end + _NEXT])[0]
    around = f"{text[max(0, at.start - _NEXT) : at.start]} {behind}"
    return -len(said & frozenset(stems(behind))), -len(said & frozenset(stems(around)))
