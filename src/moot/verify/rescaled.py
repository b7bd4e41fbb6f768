"""The same rate by another number or measure of things: 6.1 per 1,000 and 0.61 per hundred, 9.80 a kilogram and 9,800 a
tonne, £1 a minute and £60 an hour."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from moot.text.figures import Figure, FigureKind
from moot.text.units import SCALES, measure
from moot.verify import sums
from moot.verify.held import Held

_BASE = re.compile(
    r"(?:\b(?:per|every|each|an?|(?:in|of|out of) (?:every |each )?an?|in (?:every|each|a))[\s\xa0]+|/[\s\xa0]?)"
    r"(?P<count>\d{1,3}(?:[,\s\xa0]\d{3})+|\d+)?[\s\xa0]*(?P<scale>hundred|thousand|million)?[\s\xa0]*"
    r"(?P<unit>[^\W\d_][\w³²]*)?",
    re.IGNORECASE,
)
_OFTEN = re.compile(r"\b(?:hourly|daily|weekly|monthly|yearly|annual(?:ly)?)\b", re.IGNORECASE)
_ADVERBS = {"hourly": "hour", "daily": "day", "weekly": "week", "monthly": "month"}
_DAY = 86_400
_TIMES = {
    "second": (1,),
    "minute": (60,),
    "hour": (3600,),
    "day": (_DAY,),
    "week": (7 * _DAY,),
    "month": (2_629_746, 30 * _DAY),
    "year": (31_556_952, 12 * 30 * _DAY, 52 * 7 * _DAY, 365 * _DAY),
}
"""Seconds: of the mean Gregorian month and year first, then of what people count with."""
_SHORT = {"s": "second", "min": "minute", "h": "hour"}


@dataclass(frozen=True)
class Base:
    """What something is told by: a count of things, a measure or a time, by name, with its size in the base unit."""

    kind: str
    name: str
    size: Decimal


def rescaled(figure: Figure, claim: str, evidence: Sequence[Held]) -> Held | None:
    """The figure of the evidence that is the claim's by the number or measure that the claim gives it by; or None."""
    if not _rates(figure):
        return None
    ours = list(_bases(claim, figure))
    for each in evidence if ours else ():
        found = each.figure
        if not _rates(found) or not _comparable(figure, found):
            continue
        if any(sums.says(figure, found.value * ratio) for ratio in _ratios(ours, _bases(*_around(each)))):
            return each
    return None


def ratios(one: str, ours: Figure, other: str, theirs: Figure) -> Iterator[Decimal]:
    """By what a figure of the other text may be multiplied to be told by what the one text tells its own by."""
    if _rates(ours) and _rates(theirs) and ours.unit.partition("/")[0] == theirs.unit.partition("/")[0]:
        yield from _ratios(list(_bases(one, ours)), _bases(other, theirs))


def _ratios(ours: Sequence[Base], theirs: Iterator[Base]) -> Iterator[Decimal]:
    for its in theirs:
        yield from (each.size / its.size for each in ours if each.kind == its.kind and each.name != its.name)


def _rates(figure: Figure) -> bool:
    return figure.high is None and figure.kind not in (FigureKind.DATE, FigureKind.NAME, FigureKind.ORDINAL)


def _comparable(one: Figure, other: Figure) -> bool:
    """Of two bare numbers one may leave out what it counts."""
    if one.unit or other.unit:
        return one.unit == other.unit
    return one.noun == other.noun or not (one.noun and other.noun)


def _around(held: Held) -> tuple[str, Figure | None]:
    """The sentence of a figure, and the figure in it; of a cell the labels of its row and column."""
    if held.grid:
        return f"{held.row} | {held.column}", None
    return held.unit.of(held.document.text), held.figure.moved(-held.unit.start)


def _bases(text: str, beside: Figure | None) -> Iterator[Base]:
    """Of the whole text, the figure itself ("a hundred millilitres") aside; of a rate its own."""
    own = beside.unit.partition("/")[2] if beside else ""
    if _SHORT.get(own, own) in _TIMES:
        yield from _time(_SHORT.get(own, own))
        return
    for match in _BASE.finditer(text):
        if beside and match.start() < beside.end and match.end() > beside.start:
            continue
        count = Decimal(re.sub(r"\D", "", match["count"])) if match["count"] else Decimal(1)
        count *= SCALES[match["scale"].lower()] if match["scale"] else 1
        unit = measure(match["unit"]) if match["unit"] else None
        if unit:
            yield Base(unit[0], str(unit[1] * count), unit[1] * count)
        elif count != 1:
            yield Base("", str(count), count)
        elif match["unit"]:
            yield from _time(match["unit"].lower())

    for match in _OFTEN.finditer(text):
        yield from _time(_ADVERBS.get(match[0].lower(), "year"))


def _time(name: str) -> Iterator[Base]:
    yield from (Base("time", name, Decimal(seconds)) for seconds in _TIMES.get(name, ()))
