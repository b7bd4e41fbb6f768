"""The times that a text tells: dates, quarters, seasons, decades and times of day, each as the days that it covers."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from moot.text import dates, months, weekdays
from moot.text.lazy import lazy_re
from moot.text.lexicon import sequence
from moot.text.spans import Span

_YEAR = r"(?P<year>1[5-9]\d\d|20\d\d)"
_WEEKDAYS = "|".join(name.capitalize() for name in weekdays.ENGLISH)
_NTH = {name: n for n, name in enumerate(sequence("first second third fourth"), 1)} | {
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
    "final": 4,
    "last": 4,
}
_NTHS = "|".join(_NTH)
_QUARTER = lazy_re(
    rf"\bQ(?P<q>[1-4])(?:[\s\xa0]+(?:of[\s\xa0]+)?|/|-)?{_YEAR}?\b|\b{_YEAR}[\s\xa0-]*Q(?P<q2>[1-4])\b|"
    rf"\b(?P<nth>{_NTHS})[\s\xa0-]quarter(?:[\s\xa0]+(?:of[\s\xa0]+)?"
    rf"(?:the[\s\xa0]+year[\s\xa0]+)?(?:in[\s\xa0]+)?{_YEAR.replace('year', 'year2')})?"
    rf"(?![\s\xa0]+of[\s\xa0]+(?!1|2))".replace("<year>", "<yearA>", 1),
    re.IGNORECASE,
)
_HALF = lazy_re(
    rf"\bH(?P<h>[12])[\s\xa0]+{_YEAR}\b|\b(?P<nth>first|second|last)[\s\xa0-]half[\s\xa0]+(?:of[\s\xa0]+)?"
    rf"{_YEAR.replace('year', 'year2')}\b",
    re.IGNORECASE,
)
_SEASON = lazy_re(
    rf"\b(?P<season>spring|summer|autumn|winter)(?:[\s\xa0]+(?:of[\s\xa0]+)?{_YEAR})?\b|\bfall[\s\xa0]+(?:of[\s\xa0]+)?"
    rf"{_YEAR.replace('year', 'year2')}\b",
    re.IGNORECASE,
)
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 14)}
_PART = lazy_re(
    r"\b(?P<part>early|mid|late|(?:beginning|start|middle|end) of|(?:early|first|middle|late|last) (?:years|part) of)"
    r"[\s\xa0-]+(?:in[\s\xa0]+)?(?:the[\s\xa0]+)?$",
    re.IGNORECASE,
)
_DECADE = lazy_re(
    r"\b(?P<year>(?:1[5-9]|20)\d)0['’]?s\b|\b(?:the )?(?P<word>twenties|thirties|forties|fifties|sixties|seventies|"
    r"eighties|nineties)\b|['’](?P<short>\d)0s\b",
    re.IGNORECASE,
)
_WORDS = sequence("- - twenties thirties forties fifties sixties seventies eighties nineties")
_CENTURIES = sequence(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth twenty-first"
)
_CENTURY = lazy_re(
    rf"\b(?:(?P<n>\d{{1,2}})(?:st|nd|rd|th)|(?P<word>{'|'.join(reversed(_CENTURIES))}))[\s\xa0-]century\b",
    re.IGNORECASE,
)
_MONTH = lazy_re(
    rf"\b(?:in|by|until|since|before|after|during|from|to|last|next|this|early|late|mid|of|and|between|each|every)"
    rf"[\s\xa0-]+(?P<month>{months.NAMES})\b"
)
_WEEKDAY = lazy_re(rf"\b(?P<day>{_WEEKDAYS})s?\b")
_CLOCK = lazy_re(
    r"\b(?P<h>\d{1,2})(?:[:.](?P<m>\d\d))?[\s\xa0]?(?P<half>[ap])\.?[\s\xa0]?m\b\.?|\b(?P<h2>\d{1,2}):(?P<m2>\d\d)\b|"
    r"\b(?P<noon>noon|midday|midnight)\b",
    re.IGNORECASE,
)
_YEARLESS, _LATE = 0, 2
_TENTHS = ((0, 5), (3, 7), (5, 10))
"""Of a decade or a century, where its early, its middle and its late part lie."""
_ABOUT = lazy_re(r"\b(?:around|about|circa|roughly|approximately)(?: the)? $", re.IGNORECASE)
NEAR = 6
"""Days by which "around the 15th" may be off."""
_END = lazy_re(r"\b(?P<side>end|close|last day|start|beginning|first day) of (?:the )?$", re.IGNORECASE)
_DAYS = _CENTURIES[:20]
_DAY_WORD = lazy_re(
    rf"\b(?:(?P<day>{'|'.join(_DAYS)}) of (?P<month>{months.NAMES})|"
    rf"(?P<month2>{months.NAMES}) (?:the )?(?P<day2>{'|'.join(_DAYS)}))\b"
    rf"(?:,? {_YEAR})?",
    re.IGNORECASE,
)
_NTH_MONTH = lazy_re(
    rf"\b(?:(?P<day>{'|'.join(_DAYS)}) day of )?the (?P<month>{'|'.join(_DAYS[:12])}|opening|last|final|closing) month "
    rf"of (?:{_YEAR}|the year\b)",
    re.IGNORECASE,
)
_NTH_DAY = lazy_re(
    rf"\b(?P<nth>first|second|third|fourth|last) (?P<weekday>{_WEEKDAYS}) (?:of|in) "
    rf"(?P<month>{months.NAMES})(?: of|,)? {_YEAR}\b",
    re.IGNORECASE,
)
_YEAR_RANGE = lazy_re(
    rf"\b(?:between|from) (?:the (?:start|beginning) of )?{_YEAR} (?:and|to|until) (?:the (?:end|close) of )?"
    rf"{_YEAR.replace('year', 'year2')}\b|"
    rf"\b{_YEAR.replace('year', 'year3')}"
    rf"[–-]{_YEAR.replace('year', 'year4')}\b",
    re.IGNORECASE,
)
_MONTH_RANGE = lazy_re(
    rf"(?:\bthe (?:start|beginning) of )?\b(?P<month>{months.NAMES})(?: {_YEAR})? ?(?:to|until|through|and|–|-) ?"
    rf"(?:the (?:end|close) of )?(?P<last>{months.NAMES})(?: (?:of )?"
    rf"{_YEAR.replace('year', 'year2')})?\b"
)
_DAY_RANGE = lazy_re(
    rf"\b(?P<first>\d{{1,2}})(?:st|nd|rd|th)? ?(?:to|until|through|and|–|-) ?(?P<last>\d{{1,2}})(?:st|nd|rd|th)? "
    rf"(?P<month>{months.NAMES})(?: {_YEAR})?\b|\b(?P<month2>{months.NAMES}) (?P<first2>\d{{1,2}}) ?(?:to|–|-) ?"
    rf"(?P<last2>\d{{1,2}})(?:,? {_YEAR.replace('year', 'year2')})?\b"
)
_STRETCH = lazy_re(rf"\b(?P<side>first|last|final) (?P<n>two|three|four|six|nine) months of {_YEAR}\b", re.IGNORECASE)
_FEASTS = {
    "new year's eve": 1231,
    "new year's day": 101,
    "christmas eve": 1224,
    "christmas day": 1225,
    "boxing day": 1226,
    "halloween": 1031,
}
_FEAST = lazy_re(
    r"\b(?P<feast>" + "|".join(_FEASTS).replace("'", "['’]") + rf")\b(?:,? (?:of |in )?(?:the year )?{_YEAR})?",
    re.IGNORECASE,
)
_YEAR_OF = lazy_re(r"\b(?:the|its|their|his|her)[\s\xa0]+(?P<year>(?:19|20)\d[1-9])(?=[\s\xa0][a-z])", re.I)
"""A year before what it is the year of: "the 2011 census"; a count of 2,011 things has a comma."""
_SHORT_YEAR = lazy_re(r"(?<=\W)['’](?P<short>\d\d)\b(?!s)")
_ORDER = lazy_re(
    r"\b(?:(?P<before>before|until|till|up to|by|prior to|no later than|not later than|ahead of|through)|"
    r"(?P<at>as of|as at)|(?P<after>after|since|from|following|starting(?: in| on)?|beginning(?: in| on)?|not before|"
    r"no earlier than))\s+(?:the )?(?:end of |start of |early |late |mid[- ])?$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Time:
    """`first` and `last`: year, month, day as one number, the year 0 where it is not said; `scale`: what is told."""

    span: Span
    raw: str
    scale: str
    first: int
    last: int
    order: str = ""
    """before, after, at (how it stood then: "as of"), or empty."""
    edge: int | None = None
    """The very first or last day of it, where the text tells its start or its end: "the end of 2027"."""

    def within(self, other: Time) -> bool:
        return other.first <= self.first and self.last <= other.last


@lru_cache(maxsize=2048)
def times(text: str) -> tuple[Time, ...]:
    """In the order of the text; what one form has read, no later one reads."""
    taken = bytearray(len(text))
    found: list[Time] = []
    for search in (
        _clocks,
        _stretches,
        _ranges,
        _feasts,
        _day_words,
        _nth_months,
        _nth_days,
        _quarters,
        _halves,
        _seasons,
        _decades,
        _dates,
        _years_of,
        _short_years,
        _centuries,
        _months,
        _weekdays,
    ):
        for each in search(text):
            if not any(taken[each.span.start : each.span.end]):
                found.append(each)
                taken[each.span.start : each.span.end] = b"\1" * (each.span.end - each.span.start)
    return tuple(sorted(found, key=lambda each: each.span.start))


def _time(text: str, start: int, end: int, scale: str, first: int, last: int, edge: int | None = None) -> Time:
    side = _END.search(text[max(0, start - 24) : start])
    if side and first != last and scale != "weekday":
        start -= len(side[0])
        late = side["side"].lower() in ("end", "close", "last day")
        edge = last if late else first
        first, last = (last - last % 100 + 24, last) if late else (first, first + 7)
        if "day" in side["side"].lower():
            first = last = edge
    order = _ORDER.search(text[max(0, start - 40) : start])
    told = (order.lastgroup or "") if order else ""
    return Time(Span(start, end), text[start:end], scale, first, last, told, edge)


def _span(year: int, first: int, last: int) -> tuple[int, int]:
    """From the first to the last month of a year; a month over 12 is one of the next year."""
    return _month(year, first) + 1, _month(year, last) + 31


def _month(year: int, month: int) -> int:
    return (year + (month - 1) // 12) * 10000 + ((month - 1) % 12 + 1) * 100


def _dates(text: str) -> Iterator[Time]:
    for each in dates.find(text):
        value = int(each.value)
        year, month, day = value // 10000, value // 100 % 100, value % 100
        start, edge = each.start, None
        if day:
            first = last = value
        elif month:
            first, last = _span(year, month, month)
        else:
            first, last = _span(year, 1, 12)
            if each.high is not None:
                last = int(each.high) + 1231
        part = _PART.search(text[max(0, start - 20) : start])
        about = _ABOUT.search(text[max(0, start - 20) : start])
        if about and day:
            first, last = value - NEAR, value + NEAR
        if part and not day:
            start -= len(part[0])
            edge = _edge(part["part"].lower(), first, last)
            first, last = _cut(part["part"].lower(), first, last, month)
        yield _time(text, start, each.end, "date" if year else "day of the year", first, last, edge)


def _cut(part: str, first: int, last: int, month: int) -> tuple[int, int]:
    at = _third(part)
    if month:
        return first + 10 * at, last if at == _LATE else first + 10 * at + 9
    year = first // 10000
    return _span(year, 4 * at + 1, 4 * at + 4)


def _edge(part: str, first: int, last: int) -> int | None:
    """The first or last day of a time of which the part is the start or the end."""
    return first if part.startswith(("begin", "start")) else last if part.startswith("end") else None


def _third(part: str) -> int:
    """Which third of a time a part of it is."""
    return 0 if part.startswith(("early", "begin", "start", "first")) else 1 if part.startswith("mid") else _LATE


def _ranges(text: str) -> Iterator[Time]:
    for match in _DAY_RANGE.finditer(text):
        month = months.ENGLISH.index((match["month"] or match["month2"]).lower()) + 1
        year = int(match["year"] or match["year2"] or _YEARLESS)
        first, last = (
            _month(year, month) + int(match[a] or match[b]) for a, b in (("first", "first2"), ("last", "last2"))
        )
        yield _time(text, *match.span(), "date" if year else "day of the year", first, last)
    for match in _YEAR_RANGE.finditer(text):
        first, last = int(match["year"] or match["year3"]), int(match["year2"] or match["year4"])
        yield _time(text, *match.span(), "date", first * 10000 + 101, last * 10000 + 1231)
    for match in _MONTH_RANGE.finditer(text):
        start, end = (months.ENGLISH.index(match[name].lower()) + 1 for name in ("month", "last"))
        year = int(match["year"] or match["year2"] or _YEARLESS)
        first, last = _span(year, start, end if end >= start else end + 12)
        yield _time(text, *match.span(), "date" if year else "day of the year", first, last)


def _day_words(text: str) -> Iterator[Time]:
    for match in _DAY_WORD.finditer(text):
        day = _DAYS.index((match["day"] or match["day2"]).lower()) + 1
        month = months.ENGLISH.index((match["month"] or match["month2"]).lower()) + 1
        value = _month(int(match["year"] or _YEARLESS), month) + day
        yield _time(text, *match.span(), "date" if match["year"] else "day of the year", value, value)


def _feasts(text: str) -> Iterator[Time]:
    for match in _FEAST.finditer(text):
        day = _FEASTS.get(match["feast"].lower().replace("’", "'"))
        if day is None:  # Letters of old prints are like others but not the same.
            continue
        value = int(match["year"] or _YEARLESS) * 10_000 + day
        yield _time(text, *match.span(), "date" if match["year"] else "day of the year", value, value)


def _nth_months(text: str) -> Iterator[Time]:
    for match in _NTH_MONTH.finditer(text):
        nth = match["month"].lower()
        month = _DAYS.index(nth) + 1 if nth in _DAYS else 1 if nth == "opening" else 12
        year = int(match["year"] or _YEARLESS)
        first, last = _span(year, month, month)
        if match["day"]:
            first = last = _month(year, month) + _DAYS.index(match["day"].lower()) + 1
        yield _time(text, *match.span(), "date" if year else "day of the year", first, last)


def _nth_days(text: str) -> Iterator[Time]:
    for match in _NTH_DAY.finditer(text):
        year, month = int(match["year"]), months.ENGLISH.index(match["month"].lower()) + 1
        weekday = weekdays.ENGLISH.index(match["weekday"].lower())
        days = [day for day in range(1, monthrange(year, month)[1] + 1) if date(year, month, day).weekday() == weekday]
        at = _month(year, month) + days[-1 if match["nth"].lower() == "last" else _NTH[match["nth"].lower()] - 1]
        yield _time(text, *match.span(), "date", at, at)


def _stretches(text: str) -> Iterator[Time]:
    for match in _STRETCH.finditer(text):
        months = {"two": 2, "three": 3, "four": 4, "six": 6, "nine": 9}[match["n"].lower()]
        first, last = (1, months) if match["side"].lower() == "first" else (13 - months, 12)
        yield _time(text, *match.span(), "date", *_span(int(match["year"]), first, last))


def _years_of(text: str) -> Iterator[Time]:
    for match in _YEAR_OF.finditer(text):
        yield _time(text, *match.span("year"), "date", *_span(int(match["year"]), 1, 12))


def _short_years(text: str) -> Iterator[Time]:
    for match in _SHORT_YEAR.finditer(text):
        short = int(match["short"])
        first, last = _span((2000 if short < 40 else 1900) + short, 1, 12)
        yield _time(text, *match.span(), "date", first, last)


def _quarters(text: str) -> Iterator[Time]:
    for match in _QUARTER.finditer(text):
        number = int(match["q"] or match["q2"] or _NTH[(match["nth"] or "first").lower()])
        year = int(match["yearA"] or match["year"] or match["year2"] or _YEARLESS)
        first, last = _span(year, 3 * number - 2, 3 * number)
        yield _time(text, *match.span(), "date" if year else "quarter", first, last)


def _halves(text: str) -> Iterator[Time]:
    for match in _HALF.finditer(text):
        number = int(match["h"] or (1 if (match["nth"] or "").lower() == "first" else 2))
        year = int(match["year"] or match["year2"])
        first, last = _span(year, 6 * number - 5, 6 * number)
        yield _time(text, *match.span(), "date", first, last)


def _seasons(text: str) -> Iterator[Time]:
    for match in _SEASON.finditer(text):
        year = int(match["year"] or match["year2"] or _YEARLESS)
        first, last = _span(year, *_SEASONS[(match["season"] or "autumn").lower()])
        yield _time(text, *match.span(), "date" if year else "season", first, last)


def _decades(text: str) -> Iterator[Time]:
    for match in _DECADE.finditer(text):
        if match["year"]:
            first = int(match["year"]) * 10
        else:
            first = 1900 + 10 * (int(match["short"]) if match["short"] else _WORDS.index(match["word"].lower()))
        last = first + (99 if first % 100 == 0 and first < 2000 else 9)
        yield _years(text, match, first, last)


def _centuries(text: str) -> Iterator[Time]:
    for match in _CENTURY.finditer(text):
        number = int(match["n"] or _CENTURIES.index(match["word"].lower()) + 1)
        yield _years(text, match, (number - 1) * 100, (number - 1) * 100 + 99)


def _years(text: str, match: re.Match[str], first: int, last: int) -> Time:
    """A decade or a century, or a part of it: "the early 1960s", "the beginning of the sixties"."""
    start = match.start()
    part = _PART.search(text[max(0, start - 20) : start])
    if part:
        start -= len(part[0])
        tenth = (last + 1 - first) // 10
        begin, end = _TENTHS[_third(part["part"].lower())]
        first, last = first + tenth * begin, first + tenth * end - 1
    return _time(text, start, match.end(), "date", first * 10000 + 101, last * 10000 + 1231)


def _months(text: str) -> Iterator[Time]:
    for match in _MONTH.finditer(text):
        month = months.ENGLISH.index(match["month"].lower()) + 1
        first, last = _span(_YEARLESS, month, month)
        part = _PART.search(text[max(0, match.start("month") - 20) : match.start("month")])
        if part:
            first, last = _cut(part["part"].lower(), first, last, month)
        yield _time(text, *match.span("month"), "day of the year", first, last)


def _weekdays(text: str) -> Iterator[Time]:
    for match in _WEEKDAY.finditer(text):
        day = weekdays.ENGLISH.index(match["day"].lower())
        yield _time(text, *match.span(), "weekday", day, day)


def _clocks(text: str) -> Iterator[Time]:
    for match in _CLOCK.finditer(text):
        if match["noon"]:
            minutes = 0 if match["noon"].lower() == "midnight" else 720
        else:
            hours = int(match["h"] or match["h2"])
            late = (match["half"] or "").lower()
            hours = hours % 12 + (12 if late == "p" else 0) if late else hours
            minutes = hours * 60 + int(match["m"] or match["m2"] or 0)
        yield _time(text, *match.span(), "time of day", minutes, minutes)
