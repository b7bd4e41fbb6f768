"""The same rate by another number or measure of things: 6.1 per 1,000 and 0.61 per hundred, 9.80 a kilogram and 9,800 a
tonne, £1 a minute and £60 an hour; and the same sum in coins, by whatever it is told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from moot.text.figures import Figure, FigureKind
from moot.text.lazy import lazy_re
from moot.text.spans import Span
from moot.text.units import SCALES, measure
from moot.verify.reckoning.following import sums
from moot.verify.reckoning.given import coins
from moot.verify.reckoning.given.held import Held
from moot.verify.reckoning.given.periods import DAY

_BASE = lazy_re(
    r"(?:\b(?:per|every|each|an?)[\s\xa0]+|/[\s\xa0]?)"
    r"(?P<count>\d{1,3}(?:[,\s\xa0]\d{3})+|\d+)?[\s\xa0]*(?P<scale>hundred(?:[\s\xa0]thousand)?|thousand|million)?"
    r"[\s\xa0]*(?P<unit>[^\W\d_][\w³²]*)?(?![\s\xa0]+(?:ago|earlier|later|before|after|old)\b)",
    re.IGNORECASE,
)
_OFTEN = lazy_re(r"\b(?:hourly|daily|weekly|monthly|yearly|annual(?:ly)?)\b", re.IGNORECASE)
_ADVERBS = {"hourly": "hour", "daily": "day", "weekly": "week", "monthly": "month"}
_CLAUSE = lazy_re(r"[;:]|[.!?][\s\xa0]")
_TIMES = {
    "second": (1,),
    "minute": (60,),
    "hour": (3600,),
    "day": (DAY,),
    "week": (7 * DAY,),
    "month": (2_629_746, 30 * DAY),
    "year": (31_556_952, 12 * 30 * DAY, 52 * 7 * DAY, 365 * DAY),
}
"""Seconds: of the mean Gregorian month and year first, then of what is paid by (`converted` has months of 28 and of 31
days too, which would make thirteen of them a year)."""
_MONTHS = (*map(Decimal, _TIMES["month"]), *(Decimal(year) / 12 for year in _TIMES["year"]))
_SHORT = {"s": "second", "min": "minute", "h": "hour"}


@dataclass(frozen=True)
class Base:
    """What something is told by: a count of things, a measure or a time, by name, with its size in the base unit."""

    kind: str
    name: str
    size: Decimal
    span: Span
    paid: bool = False
    """An adverb, which is said of sums of money only: the annual report is no year's."""


def rescaled(figure: Figure, claim: str, evidence: Sequence[Held]) -> Held | None:
    """The figure of the evidence that is the claim's by the number or measure that the claim gives it by, or in coins;
    or None.
    """
    if not _is_rate(figure):
        return None
    ours = _beside(claim, figure)
    for each in evidence:
        own, found = coins.both(figure, each.figure)
        coined = own is not figure or found is not each.figure
        if not (ours or coined) or not _is_rate(found) or not _comparable(own, found):
            continue
        theirs = _of_held(each)
        if coined and _named(ours) == _named(theirs) and sums.says(own, found.value):
            return each
        if any(sums.says(own, found.value * ratio) for ratio in _ratios(ours, theirs)):
            return each
    return None


def _named(bases: Sequence[Base]) -> set[tuple[str, str]]:
    return {(each.kind, each.name) for each in bases}


def is_base(figure: Figure, claim: str, others: Sequence[Figure], evidence: Sequence[Held]) -> bool:
    """True for the thousand of "every thousand kilos fetched 9,800 marks", where the 9,800 is right by it."""
    own = any(each.span.touches(figure.span) for each in _bases(claim))
    return own and any(rescaled(each, claim, evidence) for each in others if each.start != figure.start)


def ratios(one: str, ours: Figure, other: str, theirs: Figure) -> Iterator[Decimal]:
    """By what a figure of the other text may be multiplied to be told by what the one text tells its own by."""
    if _is_rate(ours) and _is_rate(theirs) and ours.unit.partition("/")[0] == theirs.unit.partition("/")[0]:
        yield from _ratios(_beside(one, ours), _beside(other, theirs))


def told_by(held: Held, measure: Figure) -> list[Decimal]:
    """How often a measure holds that by which a figure of the evidence is told: 46 hectares, so many a square metre."""
    return _times(_of_held(held), measure)


def by(text: str, figure: Figure, measure: Figure) -> list[Decimal]:
    """The same of a figure of a text: 361 km, so many for each kilometre."""
    return _times(_beside(text, figure), measure)


def _times(bases: Sequence[Base], measure: Figure) -> list[Decimal]:
    kind = "time" if measure.unit in ("s", "month") else measure.unit
    sizes = [measure.value * second for second in _MONTHS] if measure.unit == "month" else [measure.value]
    return [size / each.size for each in bases if each.kind and each.kind == kind for size in sizes]


def _ratios(ours: Sequence[Base], theirs: Sequence[Base]) -> Iterator[Decimal]:
    for its in theirs:
        yield from (each.size / its.size for each in ours if each.kind == its.kind and each.name != its.name)


def _is_rate(figure: Figure) -> bool:
    return figure.high is None and figure.counts


def _comparable(one: Figure, other: Figure) -> bool:
    """Of two bare numbers one may leave out what it counts."""
    if one.unit or other.unit:
        return one.unit == other.unit
    return one.noun == other.noun or not (one.noun and other.noun)


def _of_held(held: Held) -> list[Base]:
    """Of a cell those in the labels of its row and column."""
    if held.grid:
        return list(_bases(f"{held.row} | {held.column}"))
    return _beside(held.unit.of(held.document.text), held.figure.moved(-held.unit.start))


def _beside(text: str, figure: Figure) -> list[Base]:
    """The bases of a figure's clause, the figure itself ("a hundred millilitres") aside; of a rate its own."""
    own = figure.unit.partition("/")[2]
    if _SHORT.get(own, own) in _TIMES:
        return list(_time(_SHORT.get(own, own), figure.span))
    cuts = [match.span() for match in _CLAUSE.finditer(text)]
    start = max((end for _, end in cuts if end <= figure.start), default=0)
    stop = min((begin for begin, _ in cuts if begin >= figure.end), default=len(text))
    return [
        each
        for each in _bases(text)
        if start <= each.span.start
        and each.span.end <= stop
        and not each.span.touches(figure.span)
        and (not each.paid or figure.kind is FigureKind.MONEY)
    ]


@lru_cache(maxsize=512)  # Each figure of a sentence asks for those of the whole.
def _bases(text: str) -> tuple[Base, ...]:
    return tuple(_found(text))


def _found(text: str) -> Iterator[Base]:
    for match in _BASE.finditer(text):
        span = Span(*match.span())
        count = Decimal(re.sub(r"\D", "", match["count"])) if match["count"] else Decimal(1)
        for word in (match["scale"] or "").lower().split():
            count *= SCALES.get(word, Decimal(0))
        unit = measure(match["unit"]) if match["unit"] else None
        if not count:
            continue
        if unit:
            yield Base(unit[0], str(unit[1] * count), unit[1] * count, span)
        elif count != 1:
            yield Base("", str(count), count, span)
        elif match["unit"]:
            yield from _time(match["unit"].lower(), span)
    for match in _OFTEN.finditer(text):
        yield from _time(_ADVERBS.get(match[0].lower(), "year"), Span(*match.span()), paid=True)


def _time(name: str, span: Span, *, paid: bool = False) -> Iterator[Base]:
    yield from (Base("time", name, Decimal(seconds), span, paid) for seconds in _TIMES.get(name, ()))
