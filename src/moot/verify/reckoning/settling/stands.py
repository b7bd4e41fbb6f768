"""Where a figure of a claim stands in what the claim rests on: as it is, in its context, or as a date of its source."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from moot.text import figures
from moot.text.figures import Bound, Figure, FigureKind, agree, same_number
from moot.text.lazy import lazy_re
from moot.text.quarters import MONTHS
from moot.text.terms import stems
from moot.text.units import PERIODS, factors
from moot.verify.reckoning.following.remeasured import of_rate, reworked
from moot.verify.reckoning.given import context, currency, signs, unnamed
from moot.verify.reckoning.given.expression import result_is
from moot.verify.reckoning.given.grounds import Found, Grounds
from moot.verify.reckoning.given.held import unscaled
from moot.verify.reckoning.said_of import rates
from moot.verify.reckoning.settling import days, recomputed
from moot.verify.reckoning.settling.excused import excused
from moot.verify.reckoning.settling.instead import instead
from moot.verify.reckoning.settling.proof import Proof

_APIECE = lazy_re(r"\b(?:each|every|per|apiece)\b", re.IGNORECASE)
_IN_A = lazy_re(r"[\s\xa0]+(?:in|on|within)[\s\xa0]+(?:an?|any|one|each|every)[\s\xa0]+(?:single[\s\xa0]+)?([a-z]+)\b")
_BOUNDED = lazy_re(r"\b(?:(?:less|fewer|more|\w{3,}er) than|under|below|over|above)[\s\xa0]+$", re.I)
_WITHIN = Decimal("0.25")
"""How far a figure may lie from a bound that is told of it, as a part of the bound: "less than half a kilometre" of 400
metres."""
_HUNDRED = lazy_re(r"\b(?:in|of|out of|per|for) (?:(?:every|each|a|one|the) )?(?:hundred|100)\b", re.IGNORECASE)
_OUT_OF = lazy_re(r"[\s\xa0](?:out[\s\xa0])?of[\s\xa0](?:the[\s\xa0])?\d")
"""A part: "14 of 20 runs" are no 14 million."""
_OUT_OF_100 = lazy_re(r"[\s\xa0]out[\s\xa0]of[\s\xa0]100(?!\w|[.,]\d)")
"""As "3 out of 100 hoses" are 3 %."""


def proof(figure: Figure, grounds: Grounds) -> Proof:
    """Where the figure stands, or why it does not. A range stands where it stands as one, or its two ends do.

    That a value lies inside a claimed range (`agree`) is not enough here: its ends would be nobody's.
    """
    if figure.kind is FigureKind.MONEY:
        grounds = grounds.in_money
    if figure.high is None:
        return _one(figure, grounds)
    told = (each for text in grounds.headings for each in figures.find(text) if each.high is not None)
    if figure.kind is FigureKind.DATE:
        told = (*grounds.dates, *grounds.headed)
    if any(agree(figure, each) for each in told):
        return Proof(note=f"{figure.raw} stands in the heading")
    for each in grounds.found:
        if (each.figure.high is not None or each.figure.unit in MONTHS) and agree(figure, each.figure):
            return Proof(each.place)
    ends = [_one(end, grounds) for end in figure.ends]
    return next((end for end in ends if end.problem), ends[0])


def _one(figure: Figure, grounds: Grounds) -> Proof:
    return _there(figure, grounds) or excused(figure, grounds) or instead(figure, grounds)


def _there(figure: Figure, grounds: Grounds) -> Proof | None:
    counted = [each for each in grounds.found if not _in_thousands(figure, each, grounds)]
    turned = _turned(figure, grounds)
    counted = [each for each in counted if each.figure.start not in turned]
    for each in counted:
        if figure.kind is not FigureKind.NAME and agree(figure, each.figure):
            note = "" if each.quoted else f"{figure.raw} stands beside the quote"
            return Proof(each.place, note, made=_reworked(figure, each.figure))
    for each in grounds.found:
        if of_rate(figure, each.figure) and _APIECE.search(grounds.text):
            return Proof(each.place, note=f"{figure.raw} is {each.figure.line}")
    for each in grounds.found:
        if _in_a_time(figure, each):
            return Proof(each.place, note=f"{figure.raw} is {each.figure.line} in that time")
        if _within(figure, each, grounds.text):
            return Proof(each.place, note=f"{each.figure.line} is {figure.bound.value} {figure.raw}")
    for cell in grounds.cells:
        measured = cell.figure.unit or cell.figure.scale != 1
        if measured and cell.figure.start not in turned and agree(figure, cell.figure):
            note = f"{figure.raw} with the unit that its table names"
            return Proof(cell.place, note, made=_reworked(figure, cell.figure))
    for each in counted:
        if _same_in_context(figure, each, grounds):
            named = figure.unit and not each.figure.unit
            return Proof(each.place, f"{figure.raw} with the unit that its passage names" if named else "")
        if _elided(figure, each):
            return Proof(each.place, f"{figure.raw} is {each.figure.raw} in the unit that its sentence names")
        if _unnamed(figure, each, grounds.headings):
            return Proof(each.place, f"{figure.raw} is {each.figure.line}")
    if any(result_is(figure, result) for result in grounds.computed):
        return Proof(note=f"{figure.raw} is computed")
    if figure.kind is FigureKind.DATE:
        return days.there(figure, grounds)
    return next(iter(turned.values()), None)


def _turned(figure: Figure, grounds: Grounds) -> dict[int, Proof]:
    """Where the figure stands with a minus that the claim drops, and what that proves."""
    prose = (each for each in grounds.found if each.cited.head is None)
    found = ((each.figure, each.cited.around, each.place, signs.said_to_be(each.before)) for each in prose)
    said = frozenset(stems(grounds.text))
    named = (each for each in grounds.cells if said & frozenset(stems(each.row)))
    cells = (
        (each.figure, f"{each.row}, {each.column}", each.place, signs.crosses_nought(each.grid, each.cell))
        for each in named
        if each.grid and each.cell
    )
    return {
        there.start: Proof(
            place,
            problem=f"sign differs: {figure.line} against {there.line} ({told})",
            otherwise=True,
            turned=True,
        )
        for there, told, place, meant in (*found, *cells)
        if figure.counts and agree(figure, there) and signs.lost(figure, grounds.text, there, told, meant=meant)
    }


def _same_in_context(claimed: Figure, each: Found, grounds: Grounds) -> bool:
    found = each.figure
    if claimed.kind is FigureKind.DATE and claimed.unit == "year" and claimed.high is None:
        return found.raw == claimed.raw  # A year as the label of a row or column: nothing says that it is one.
    if claimed.noun and not claimed.unit and found.unit == "%" and not _HUNDRED.search(grounds.text):
        return False  # What is counted is no share: "64 posts", of "64 % of the pupils".
    names = [figure.kind is FigureKind.NAME for figure in (claimed, found)]
    if all(names) or (names[1] and (claimed.unit or not each.loose)) or not same_number(claimed, found):
        return False
    if claimed.unit and not found.unit:
        if _leads(each, _OUT_OF):
            return claimed.unit == "%" and _leads(each, _OUT_OF_100)
        cells = [cell.figure for cell in grounds.cells if cell.figure.start == found.start]
        if cells and all(cell.unit for cell in cells):
            return False  # The head of its column names the unit, and it is another.
        if cells and _elsewhere(claimed, found, grounds):
            return False
        if found.noun or found.scale not in (1, claimed.scale):
            return False  # "4 kits" are no 4 %.
        if claimed.kind is FigureKind.MONEY and currency.is_other(found, each.before):
            return False
        if found.word and claimed.unit == "%":
            near = context.units((each.cited.around,))  # "The others borrowed nine" is no share.
            return (claimed.unit, claimed.scale) in near
        return (claimed.unit, claimed.scale) in each.units
    plain = (
        claimed.scale == 1 and not (claimed.unit or claimed.noun) and found.scale in factors(found.unit)
    )  # "aged 60" of 60 years.
    known = plain or claimed.scale == found.scale or (found.unit, found.scale) in grounds.about
    return known or (not claimed.unit and _captioned(found, grounds))


def _in_thousands(claimed: Figure, found: Found, grounds: Grounds) -> bool:
    """ "605 people" for the 605 of a table or column that counts in thousands, which the claim does not say."""
    if not claimed.noun or claimed.unit or claimed.scale != 1 or any(scale != 1 for _, scale in grounds.about):
        return False
    read = [cell for cell in grounds.cells if cell.figure.start == found.figure.start]
    return any(unscaled(cell) for cell in read) or bool(read and all(cell.figure.scale != 1 for cell in read))


def _elsewhere(claimed: Figure, found: Figure, grounds: Grounds) -> bool:
    """Whether the cell's table has the unit in other columns only: the 28 of "Goals" is no 28 points."""
    own = next(cell for cell in grounds.cells if cell.figure.start == found.start)
    like = [cell for cell in grounds.cells if cell.grid is own.grid and cell.figure.unit == claimed.unit]
    return bool(like) and all(cell.position[1] != own.position[1] for cell in like)


def _captioned(found: Figure, grounds: Grounds) -> bool:
    """Whether this is a cell whose row and column name no other unit: then the caption of its table gives it."""
    named = [context.measure(label) for label in grounds.label.split(" · ") if not _counts(label)]
    return bool(grounds.label) and all(each is None or _measured_as(each, found) for each in named)


def _elided(claimed: Figure, found: Found) -> bool:
    """ "Sixty months" for "three years, or for five", "two thirds of an hour" for "95 minutes at first, then 40"; "15
    million" for "12 million in May, 15 in June", "27 points" for "Okafor scored 31 points, Lindt 27"."""
    own = found.figure
    if not (claimed.unit or claimed.scale != 1) or own.unit or own.noun or own.scale != 1 or _leads(found, _OUT_OF):
        return False
    if own.kind is not FigureKind.QUANTITY and not (own.kind is FigureKind.NAME and own.raw.isdigit() and claimed.unit):
        return False
    around = figures.find(found.cited.around)
    beside = (each for each in around if each.unit == claimed.unit and (each.unit or each.scale != 1))
    return claimed.high is None and any(own.written * each.scale == claimed.value for each in beside)


def _unnamed(claimed: Figure, found: Found, headings: Sequence[str]) -> bool:
    """ "2.1 million a year" for "2.1 million euros a year", not for the price beside it, nor where no year is told; by
    what else it may be is asked by `rates`."""
    around, document = found.cited.surrounding, found.cited.document
    if not unnamed.same(claimed, found.figure) or around is None or document is None:
        return False
    time = unnamed.time_of(claimed)
    if not time or found.figure.unit.endswith(f"/{time}") or rates.by(document.text, found.figure, around):
        return True
    others = (each.moved(around.start) for each in figures.find(found.cited.around))
    told = found.figure.kind is FigureKind.MONEY and rates.tells(time, "\n".join((found.cited.around, *headings)))
    return told and not any(rates.by_time(time, document.text, each, around) for each in others)


def _in_a_time(claimed: Figure, found: Found) -> bool:
    """ "5 mm a day" for "5 mm on a day"."""
    top, _, time = claimed.unit.partition("/")
    if not time or found.figure.unit != top or found.cited.document is None:
        return False
    there = _IN_A.match(found.cited.document.text, found.figure.end)
    return bool(there and PERIODS.get(there[1]) == time and agree(replace(claimed, unit=top), found.figure))


def _within(claimed: Figure, found: Found, text: str) -> bool:
    other = found.figure
    if (
        claimed.unit != other.unit
        or not claimed.unit
        or claimed.high is not None
        or not _BOUNDED.search(text, 0, claimed.start)
    ):
        return False
    far = other.value - claimed.value if claimed.bound is Bound.OVER else claimed.value - other.value
    return claimed.approx and not other.approx and other.high is None and 0 < far <= claimed.value * _WITHIN


def _leads(found: Found, to: re.Pattern[str]) -> bool:
    """Whether this stands right behind a figure."""
    return found.cited.document is not None and bool(to.match(found.cited.document.text, found.figure.end))


def _reworked(claimed: Figure, found: Figure) -> dict[str, float] | None:
    """In another unit; or with its minus told in words."""
    in_words = found.counts and found.value < 0 < claimed.value
    return recomputed.signs(claimed) if in_words or reworked(claimed, found) else None


def _counts(label: str) -> bool:
    """Whether a label holds a figure of its own: the minutes of "after two minutes" measure no cell."""
    return any(figure.kind is not FigureKind.DATE for figure in figures.find(label))


def _measured_as(label: Figure, found: Figure) -> bool:
    return (label.unit, label.scale) == (found.unit, found.scale)
