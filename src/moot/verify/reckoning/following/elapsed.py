"""Does a length of time in a claim follow from two moments of the evidence?

Years, months, weeks and days between two dates, hours and minutes between two times of day. The two moments stand side
by side, in sentences that follow one another, or both belong to what the claim speaks of: their clause shares a word
with it, or the claim repeats them. (Of 420 reports whose writers had put everything into other words, 31 true lengths
were found only side by side, and no wrong one.) Of two times of day of one passage it is enough that one belongs. A
length of which there are few (up to five years) needs a word of the claim that states a difference.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import combinations

from moot.evidence.cited import Cited
from moot.text import figures, sentences
from moot.text.figures import Bound, Figure, FigureKind
from moot.text.lazy import lazy_re
from moot.text.spans import Span
from moot.text.terms import stems
from moot.verify.reckoning.following import operations, sums
from moot.verify.reckoning.following.operations import Operation
from moot.verify.reckoning.given import clocks, tables
from moot.verify.reckoning.given.held import bound
from moot.verify.reckoning.given.periods import DAY
from moot.words import Place

_LOOSE = Decimal("0.2")
"""The share by which "about ten years" may differ; a short length by one of its units."""
_FEW = 6
"""Lengths below so many of their unit are found between many moments."""
_NOW = lazy_re(
    r"\b(?:ago|now|today|so far|to date|still|already|since|currently|at the time|report\w*|publish\w*|"
    r"earlier|before|later|after|old|have|has)\b",
    re.IGNORECASE,
)
"""With which a length may be counted to the day of the source."""
_LASTS = lazy_re(r"\b(?:last(?:s|ed|ing)?|took|takes|went on for|ran for|sat for|in session)\b", re.IGNORECASE)
_CLOSES = frozenset(stems("adjourned closed ended finished concluded adjourn close end finish conclude"))
"""Of what lasts from where the claim's own begins: "Adjourned at 10.40 p.m."."""
_MOST = 40
"""Moments that are compared: those nearest to the claim's words."""


@dataclass(frozen=True)
class Moment:
    """A date, its missing parts 0, or (day None) a time of day in seconds."""

    raw: str
    year: int
    month: int
    day: int
    seconds: int | None
    clause: frozenset[str]
    sentence: frozenset[str]
    unit: Span
    """Of the sentence, in the document."""
    passage: str
    place: Place


@dataclass(frozen=True)
class Elapsed:
    """`words` shows it: "December 2025 − December 2023"."""

    words: str
    place: Place


@dataclass(frozen=True)
class _Length:
    """What a claim says: in months or in seconds; `least` is its smallest unit."""

    value: Decimal
    least: Decimal
    months: bool
    loose: Decimal
    """What it may differ by."""


def elapsed(figure: Figure, claim: str, cited: Sequence[Cited], *, doubted: bool) -> Elapsed | None:
    """Two moments of the cited passages that lie as far apart as the figure of the claim says; or None.

    `doubted`: a sentence that says most of what the claim says has another figure in its place, so that both must
    belong to what the claim speaks of.
    """
    length = _length(figure)
    if length is None:
        return None
    said = frozenset(stems(claim))
    if length.value / length.least < _FEW and Operation.DIFFERENCE not in operations.stated(claim):
        return None
    found = sorted(
        dict.fromkeys(_moments(claim, cited)), key=lambda each: (-len(each.clause & said), each.place.start)
    )[:_MOST]
    lasts = bool(_LASTS.search(claim))
    fitting = [
        (len(one.clause & said) + len(other.clause & said), one, other)
        for one, other in combinations(found, 2)
        if (_of(one, other, said, doubted) or (lasts and _session(one, other, said)))
        and any(_fits(length, apart) for apart in _apart(one, other, length))
    ]
    if not fitting:
        return None
    _, one, other = max(fitting, key=lambda each: each[0])
    early, late = sorted((one, other), key=lambda each: (each.year, each.month, each.day, each.seconds or 0))
    return Elapsed(f"{late.raw} − {early.raw}", one.place)


def _length(figure: Figure) -> _Length | None:
    if figure.high is not None or figure.unit not in ("month", "s") or not figure.value:
        return None
    coarse = min(sums.last_digit(figure), max(figure.step, figure.value * _LOOSE))
    loose = coarse if figure.bound is not Bound.NONE else Decimal(0)
    return _Length(figure.value, figure.scale, figure.unit == "month", loose)


def _fits(length: _Length, apart: Decimal) -> bool:
    return abs(length.value - apart) <= length.loose / (1 if length.loose else 2)


def _apart(one: Moment, other: Moment, length: _Length) -> Iterator[Decimal]:
    if one.seconds is not None and other.seconds is not None:
        gap = abs(one.seconds - other.seconds)
        if not length.months:
            yield Decimal(gap)
            yield Decimal(DAY - gap)  # Over midnight.
        return
    if one.seconds is not None or other.seconds is not None:
        return
    known = bool(one.year and other.year)
    if length.months and known:
        if length.least >= 12:
            yield Decimal(12 * abs(one.year - other.year))
        if one.month and other.month:
            apart = abs(12 * (one.year - other.year) + one.month - other.month)
            yield Decimal(apart)
            if _whole_months(one, other):
                yield Decimal(apart + 1)
    elif length.months and one.month and other.month and not (one.year or other.year):
        first, second = sorted((one, other), key=lambda each: each.place.start)
        apart = (second.month - first.month) % 12
        yield Decimal(apart)
        if _whole_months(one, other):
            yield Decimal(apart + 1)
    if not length.months and one.day and other.day and known == bool(one.year or other.year):
        first, second = (_date(each) for each in (one, other))
        if first and second:
            days = abs((first - second).days)
            yield Decimal(days * DAY)
            if one.unit == other.unit:  # From the first day to the last, both counted.
                yield Decimal((days + 1) * DAY)
            if length.least == 7 * DAY:
                yield Decimal(round(days / 7) * 7 * DAY)


def _whole_months(one: Moment, other: Moment) -> bool:
    """True from the first day of a month to the last of another, or of the same: 1 March to 30 November."""
    early, late = sorted((one, other), key=lambda each: (each.year, each.month, each.day))
    return early.day == 1 and late.day == calendar.monthrange(late.year or 2001, late.month)[1]


def _date(moment: Moment) -> date | None:
    try:
        return date(moment.year or 2001, moment.month, moment.day)
    except ValueError:
        return None


def _of(one: Moment, other: Moment, said: frozenset[str], doubted: bool) -> bool:
    """True when the two belong together, or to what the claim speaks of."""
    if (one.year, one.month, one.day, one.seconds) == (other.year, other.month, other.day, other.seconds):
        return False
    mine = [bool(each.clause & said) or len(each.sentence & said) > 1 or _spoken(each, said) for each in (one, other)]
    beside = (any(mine) or _in_prose(one, other)) and _beside(one, other)
    times = any(mine) and one.seconds is not None and one.passage == other.passage
    return all(mine) or (any(mine) and one.unit == other.unit) or (not doubted and (beside or times))


def _session(one: Moment, other: Moment, said: frozenset[str]) -> bool:
    """A time of what the claim speaks of, and one at which something ends, in one document."""
    if one.seconds is None or other.seconds is None or one.place.source != other.place.source:
        return False
    first, last = (other, one) if one.seconds > other.seconds else (one, other)
    return bool(first.sentence & said and last.clause & _CLOSES)


def _spoken(moment: Moment, said: frozenset[str]) -> bool:
    if moment.seconds is not None:
        return False
    parts = [str(part) for part in (moment.year, moment.day) if part]
    return bool(parts) and all(part in said for part in parts)


def _in_prose(one: Moment, other: Moment) -> bool:
    """False for heads of a table and dates of sources, which stand beside everything."""
    return all(each.unit.start < each.unit.end for each in (one, other))


def _beside(one: Moment, other: Moment) -> bool:
    first, second = sorted((one, other), key=lambda each: each.unit.start)
    return bool(one.passage) and one.passage == other.passage and second.unit.start - first.unit.end <= 2


# --- moments of the evidence ----------------------------------------------------------------------------------------


def _moments(claim: str, cited: Sequence[Cited]) -> Iterator[Moment]:
    for one in cited:
        passage, document = one.passage, one.document
        if passage is None or document is None:
            continue
        grid = tables.read(passage)
        if grid:
            start = Span(passage.start, passage.start)
            place = Place(source=passage.source, passage=passage.id, start=passage.start, end=passage.end)
            labels = " ".join([*grid.heads, *(grid.label(row) for row in range(len(grid.rows)))])
            yield from (_moment(each, labels, start, place) for head in grid.heads for each in _dates(head))
        for unit in sentences.split(passage.text):
            yield from _in_sentence(unit.of(passage.text), passage.start + unit.start, passage.source, passage.id)
        dated = (document.source.date or "") if _NOW.search(claim) else ""
        for each in _dates(dated):
            start = one.span.start if one.span else 0
            place = Place(source=passage.source, passage="", start=start, end=start)
            yield _moment(each, document.source.title, Span(0, 0), place)


def _in_sentence(sentence: str, at: int, source: str, passage: str) -> Iterator[Moment]:
    unit = Span(at, at + len(sentence))
    dated = [(figure, clause) for figure, clause in bound(sentence) if figure.kind is FigureKind.DATE]
    years = {end.value // 10_000 for figure, _ in dated for end in figure.ends} - {0}
    for figure, clause in dated:
        place = Place(source=source, passage=passage, start=at + figure.start, end=at + figure.end)
        for end in figure.ends:
            if end.value < 10_000 and len(years) == 1:  # "On 6 May 2024 and on 29 August".
                end = replace(end, value=end.value + min(years) * 10_000)
            yield _moment(end, clause, unit, place, sentence)
    for match, seconds in clocks.times(sentence):
        place = Place(source=source, passage=passage, start=at + match.start(), end=at + match.end())
        near = frozenset(stems(sentence[max(0, match.start() - 80) : match.end() + 80]))
        yield Moment(match[0].strip(), 0, 0, 0, seconds, near, near, unit, passage, place)


def _dates(text: str) -> list[Figure]:
    return [each for each in figures.find(text) if each.kind is FigureKind.DATE and each.high is None]


def _moment(figure: Figure, clause: str, unit: Span, place: Place, sentence: str = "") -> Moment:
    year, rest = divmod(int(figure.value), 10_000)
    raw = str(year) if figure.unit == "year" else figure.raw
    month, day = divmod(rest, 100)
    words = frozenset(stems(clause))
    return Moment(raw, year, month, day, None, words, frozenset(stems(sentence)), unit, place.passage, place)
