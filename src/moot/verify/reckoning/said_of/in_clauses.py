"""Does a figure that stands in a sentence belong to the clause, the time or the thing of which the claim says it?"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from moot.text import figures, quarters
from moot.text.figures import Figure, FigureKind, agree
from moot.text.lazy import lazy_re
from moot.text.terms import stem, stems
from moot.verify.reckoning.given import spoken
from moot.verify.reckoning.given.dated import part_of, part_said, year_of, year_said
from moot.verify.reckoning.given.held import Held, comparable
from moot.verify.reckoning.said_of import moved
from moot.verify.reckoning.said_of.misplaced import COMPARES, Misplaced, share
from moot.verify.reckoning.said_of.told_alike import told_alike
from moot.verify.reckoning.said_of.went import OTHER_YEAR, same

_ALIKE, _GAP = 2, 2
"""Stems that a claim shares with the sentence of another year; characters between two sentences."""
_WIDE = 20
"""So many times as large or as small another count of the same may be."""
_FOUND = lazy_re(
    r".{0,120}?\b(?:found|finds|showed|shows|shown|said|says|reported|reports|estimated|estimates|concluded|recorded)"
    r"[\s\xa0]+that\b",
    re.IGNORECASE | re.DOTALL,
)
_FOR = frozenset(stems("support back favour favor approve"))
_AGAINST = frozenset(stems("oppose reject disapprove"))
_AGAINST_IT = lazy_re(r"\b(?:is|are|was|were|voted|came out|stand|stood)[\s\xa0]against\b", re.IGNORECASE)
"""Where people stand: a share that supports a thing is not that of those who oppose it."""
_BASE = lazy_re(
    r"\b(?:than|against|(?:compared|comparison) (?:to|with))[\s\xa0](?:(?:in|for|of|that of)[\s\xa0])?$", re.I
)
"""Before a year with which another is compared that the claim may leave unsaid."""
_BEHIND = 40
"""Characters behind a number in which it is told what it counts."""
_CONTENT = lazy_re(r"[^\W_]+")


def judged(
    figure: Figure, clause: str, whole: frozenset[str], claim: str, here: Held, evidence: Sequence[Held]
) -> Misplaced | None:
    """What puts the figure of a sentence elsewhere than its time and clause, of which the claim says it."""
    return _other_time(figure, clause, whole, claim, here, evidence) or _other_clause(
        figure, clause, whole, claim, here, evidence
    )


def _other_clause(
    figure: Figure, clause: str, whole: frozenset[str], claim: str, here: Held, evidence: Sequence[Held]
) -> Misplaced | None:
    """The words of the claim that tell two figures apart all speak for the other one."""
    if figure.kind is FigureKind.DATE and _BASE.search(claim, 0, figure.start):
        return None
    said = spoken.words(clause)
    side = _side(spoken.words(claim)) or (_AGAINST if _AGAINST_IT.search(claim) else None)
    for rival in evidence:
        if rival is here or not _rivals(figure, here, rival):
            continue
        own, other = here.clause - rival.clause, rival.clause - here.clause
        if own and all(map(str.isdecimal, own)) and rival.figure.start < here.figure.start:
            other = frozenset(filter(str.isdecimal, other))  # "A rate of 5 % in 2022 and 7 % in 2023": of one thing.
        other -= _telling(rival)
        own, other = moved.named(own, other, said - (here.clause & rival.clause))
        told = COMPARES.search(clause) or any(_may_be(each, rival) for each in figures.find(claim))
        if not told and told_alike(said, whole, here, rival):
            return Misplaced(figure, _of_other(figure, own, here, other, rival), False, here, told=True)
        stands = side is not None and _side(rival.clause) is side and _side(here.clause) not in (None, side)
        if not stands and (not own or not other & said or own & said):
            continue
        if figure.kind is FigureKind.DATE and frozenset(stems(rival.figure.raw)) <= whole:
            continue  # The claim names both years.
        if (not stands and share(own, whole) > share(other, whole)) or any(
            _may_be(each, rival) for each in figures.find(clause)
        ):
            continue  # The claim says more of this one than of the other; or both figures share their words in it.
        proven = not own & whole and other <= whole and figure.kind is not FigureKind.DATE
        proven = proven and not any(_may_be(each, rival) for each in figures.find(claim))
        there, raw = (" ".join(each.raw.split()) for each in (rival.figure, figure))
        if figure.kind is FigureKind.DATE and (told := _of_years(here, raw, there)):
            return Misplaced(figure, told, proven, here)
        return Misplaced(figure, _of_other(figure, own, here, other, rival), proven, here)
    return None


def _of_other(figure: Figure, own: frozenset[str], here: Held, other: frozenset[str], rival: Held) -> str:
    mine, theirs = (_words(each, held.unit.of(held.document.text)) for each, held in ((own, here), (other, rival)))
    there, raw = (" ".join(each.raw.split()) for each in (rival.figure, figure))
    return f"figure belongs to another: {raw} is of “{mine}”, “{theirs}” has {there}"


def _of_years(here: Held, year: str, other: str) -> str:
    """What a sentence says of two years; empty where it does not give one figure of each."""
    text = here.unit.of(here.document.text)
    valued = [(year_of(text, each), each.line) for each in figures.find(text) if each.counts]
    told = [[value for of, value in valued if of == asked] for asked in (year, other)]
    if any(len(each) != 1 for each in told):
        return ""
    return f"figure belongs to another: {told[0][0]} is of {year}, {told[1][0]} of {other}"


def _side(said: frozenset[str]) -> frozenset[str] | None:
    """Whether these words are for a thing or against it; None where they are neither, or both."""
    sides = [side for side in (_FOR, _AGAINST) if side & said]
    return sides[0] if len(sides) == 1 else None


def _telling(each: Held) -> frozenset[str]:
    """The words with which a sentence says who found what it tells: they go with all of its figures."""
    head = _FOUND.match(each.unit.of(each.document.text))
    return frozenset(stems(head[0])) if head else frozenset()


def _other_time(
    figure: Figure, clause: str, whole: frozenset[str], claim: str, here: Held, evidence: Sequence[Held]
) -> Misplaced | None:
    """The claim says of one year, or part of a year, what stands there of another, and the next words give the figure
    of that one.
    """
    if figure.kind is FigureKind.DATE or OTHER_YEAR.search(quarters.without(claim)):
        return None
    own = figures.find(claim)
    for time, said, of, alike in (("year", year_said, year_of, _ALIKE), ("part of the year", part_said, part_of, 1)):
        then = said(claim)
        mine = _time(here, of) if then else ""
        if not mine or mine == then or len(whole & here.sentence) < alike:
            continue
        for rival in evidence:
            if abs(rival.figure.value - here.figure.value) == figure.value:
                continue  # By that much the two differ as well.
            if _next_to(here, rival) and _time(rival, of) == then and not any(same(each, rival) for each in own):
                there, raw = (" ".join(each.raw.split()) for each in (rival.figure, figure))
                reason = f"figure belongs to another {time}: {raw} is of {mine}, {then} has {there}"
                return Misplaced(figure, reason, not COMPARES.search(quarters.without(clause)), here)
    return None


def other_count(
    figure: Figure, whole: frozenset[str], claim: str, here: Held, evidence: Sequence[Held]
) -> Misplaced | None:
    """The number counts something else here, and a sentence that says more of the claim counts the same otherwise."""
    counted = frozenset(stems(figure.counted)) if figure.kind is FigureKind.QUANTITY else frozenset[str]()
    if not counted or figure.unit or here.figure.noun == figure.noun:
        return None
    beside = here.document.text[here.figure.end : here.figure.end + _BEHIND]
    if here.grid is None and counted & frozenset(stems(beside)):
        return None  # "58 wine estates" are estates.
    own, shared = figures.find(claim), max(len(whole & here.sentence), _ALIKE)
    within = bool(counted & here.sentence) and bool(here.figure.noun)
    if counted & here.sentence and not within:
        return None
    for rival in evidence:
        other = rival.figure
        counts = rival.grid is None and not other.unit and other.noun == figure.noun and other.high is None
        counts = counts and other.kind is FigureKind.QUANTITY and not _in_its_column(rival, here, evidence)
        if not counts or any(same(each, rival) for each in own):
            continue
        if rival.unit != here.unit if within else len(whole & rival.sentence) <= shared:
            continue
        if other.value / _WIDE <= figure.value <= other.value * _WIDE:
            reason = f"figure belongs to another: {figure.line} counts other things, {other.line} {figure.counted}"
            return Misplaced(figure, reason, False, here, told=True)
    return None


def _in_its_column(rival: Held, here: Held, evidence: Sequence[Held]) -> bool:
    """True for the total of a cell's column told in a sentence, which says what the column counts."""
    if here.cell is None:
        return False
    line = (each for each in evidence if each.grid is here.grid and each.position[1] == here.cell.column)
    return any(agree(rival.figure, each.figure) for each in line)


def _time(each: Held, of: Callable[[str, Figure], str]) -> str:
    moved = replace(each.figure, start=each.figure.start - each.unit.start, end=each.figure.end - each.unit.start)
    return of(each.unit.of(each.document.text), moved)


def _next_to(here: Held, rival: Held) -> bool:
    """True for two figures of one measure of a sentence, or of two that follow one another and say the same of them."""
    if rival.grid is not None or rival.document is not here.document or rival.figure.kind is not here.figure.kind:
        return False
    nouns = {noun for noun in (here.figure.noun, rival.figure.noun) if noun and not noun.endswith("ed")}
    if not comparable(rival.figure, here.figure) or (len(nouns) > 1 and not here.figure.unit):
        return False
    if rival.unit == here.unit:
        return True
    first, second = sorted((here.unit, rival.unit), key=lambda unit: unit.start)
    shared = {word for word in here.clause & rival.clause if not word[0].isdigit()}
    return second.start - first.end <= _GAP and bool(shared)


def _may_be(figure: Figure, rival: Held) -> bool:
    """Whether it is the rival, or its number in the unit of a neighbour."""
    return same(figure, rival) or (not figure.unit and figure.written == rival.figure.written)


def _rivals(figure: Figure, here: Held, rival: Held) -> bool:
    """True for two figures of one measure that stand in one sentence."""
    if rival.grid is not None or rival.document is not here.document or rival.unit != here.unit:
        return False
    if rival.figure.kind is not here.figure.kind or not comparable(rival.figure, here.figure) or same(figure, rival):
        return False
    return bool(here.figure.unit) or rival.figure.noun in (here.figure.noun, "")


def _words(wanted: frozenset[str], text: str) -> str:
    """The words of the text that have these stems, as they stand there; at most five."""
    found = [word for word in _CONTENT.findall(text) if stem(word.lower()) in wanted or word in wanted]
    return " ".join(list(dict.fromkeys(found))[:5]) or ", ".join(sorted(wanted)[:5])
