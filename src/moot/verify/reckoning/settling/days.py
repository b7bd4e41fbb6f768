"""Where a date of a claim stands: as it is, or a day in a sentence and its year above or before it."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Sequence

from moot.text import figures
from moot.text.figures import Figure, FigureKind, agree
from moot.text.lazy import lazy_re
from moot.text.quarters import MONTHS
from moot.verify.reckoning.given.grounds import Found, Grounds
from moot.verify.reckoning.settling.proof import Proof

_BEFORE = lazy_re(
    r"\b(?:year (?:before|earlier)|(?:previous|prior|preceding|last|past) (?:\w+ )?year|year-on-year|a year ago)\b",
    re.I,
)
_THE = lazy_re(r"\bthe[\s\xa0]+$", re.IGNORECASE)
_LAST = lazy_re(r"\blast (?:\w+ )?year\b|\ba year ago\b", re.IGNORECASE)
_AFTER = lazy_re(r"\b(?:year (?:after|later)|(?:next|following|coming) (?:\w+ )?year)\b", re.I)


def there(claimed: Figure, grounds: Grounds) -> Proof | None:
    """Of a date that stands nowhere as it is: its parts in a sentence and above it, or a year told by another."""
    for each in grounds.found:
        if claimed.high is None and _completed(claimed, each, grounds):
            return Proof(each.place, f"{claimed.raw} with the year of its source")
    if any(agree(claimed, date) for date in grounds.dates):
        return Proof(note=f"{claimed.raw} is the date of the source")
    if any(agree(claimed, date) for date in grounds.headed):
        return Proof(note=f"{claimed.raw} stands in the heading")
    if claimed.unit == "day" and any(_nth(claimed, each, grounds) for each in grounds.found):
        return Proof(note=f"{claimed.raw} is a day of the month of its source")
    if claimed.unit == "month" and (_month(claimed, grounds) or _between(claimed, grounds)):
        return Proof(note=f"{claimed.raw} with the year of its source")
    if claimed.unit in MONTHS and _of_year(claimed, grounds):
        return Proof(note=f"{claimed.raw} is part of a year of which nothing nearer is told")
    if any(_relative(claimed, each) for each in grounds.found) or _last(claimed, grounds):
        return Proof(note=f"{claimed.raw} is the year before or after one of the evidence")
    return None


def differing(claimed: Figure, others: Iterable[Figure]) -> tuple[Figure, bool]:
    """The date that stands there instead, the one most like it; and whether it is another, or only says less."""
    other = min(others, key=lambda each: (*_unlike(claimed, each), abs(each.value - claimed.value), each.start))
    return other, not _says_less(other, claimed)


def _completed(claimed: Figure, each: Found, grounds: Grounds) -> bool:
    """ "31 March 2026" for "31 March" in a source of 2026, or with that year in a heading or in its passage."""
    year, day = divmod(int(claimed.value), 10000)
    if each.figure.kind is not FigureKind.DATE or day not in {int(end.value) for end in each.figure.ends}:
        return False
    return year in _years((*grounds.dates, *grounds.headed)) or year in _told(each, grounds)


def _nth(claimed: Figure, each: Found, grounds: Grounds) -> bool:
    """ "16 October" for "the 16th" in a source of October."""
    month, day = divmod(int(claimed.value), 100)
    nth = each.figure.kind is FigureKind.ORDINAL and each.figure.value == day and _THE.search(each.before)
    dated = (int(date.value) // 100 for date in grounds.dates if date.unit in ("day", "month"))
    return bool(nth) and any(month in (own, own % 100) for own in dated)


def _told(each: Found, grounds: Grounds) -> set[int]:
    """The years that are told beside a date: in the quoted sentences, or last before it, else next in its passage."""
    beside = _years(other.figure for other in grounds.found)
    if each.cited.passage is None:
        return beside
    passage = each.cited.passage
    found = [one for one in figures.find(passage.text) if one.kind is FigureKind.DATE and _years([one]) - {0}]
    at = each.figure.start - passage.start
    before, after = [one for one in found if one.start < at], [one for one in found if one.start > at]
    return beside | _years(before[-1:] or after[:1])


def _years(dates: Iterable[Figure]) -> set[int]:
    return {int(end.value) // 10000 for date in dates if date.kind is FigureKind.DATE for end in date.ends}


def _month(claimed: Figure, grounds: Grounds) -> bool:
    """ "June 2024" for "the end of June" in a source of 2024, or beside 2024 or "from 2021 to 2025"."""
    year, month = int(claimed.value) // 10000, int(claimed.value) // 100 % 100
    if not (1 <= month <= 12 and year):
        return False
    if any(_completed_month(year, month, each, grounds) for each in grounds.found):
        return True
    name = calendar.month_name[month]
    if year in _years((*grounds.dates, *grounds.headed)):
        return any(re.search(rf"\b{name}\b", text) for text in grounds.passages)
    alone = re.compile(rf"\b{name}\b(?![\s\xa0,]*\d)(?<!\d[\s\xa0]{name})")
    beside = (each for each in grounds.found if each.figure.unit in ("year", "month", "day"))
    return any(_covers(each.figure, year) and alone.search(each.cited.around) for each in beside)


def _completed_month(year: int, month: int, each: Found, grounds: Grounds) -> bool:
    """ "July 2024" for "24 July"."""
    if each.figure.kind is not FigureKind.DATE:
        return False
    days = {divmod(int(end.value), 100) for end in each.figure.ends}
    return any(of == month and day for of, day in days) and year in _told(each, grounds)


def _between(claimed: Figure, grounds: Grounds) -> bool:
    """ "July 2024" for "1 June to 30 September" beside 2024."""
    year, month = divmod(int(claimed.value) // 100, 100)
    for each in grounds.found:
        if each.figure.kind is FigureKind.DATE and each.figure.high is not None and each.figure.value < 10000:
            first, last = (int(end.value) // 100 for end in each.figure.ends)
            if first <= month <= last and year in _told(each, grounds):
                return True
    return False


def _of_year(claimed: Figure, grounds: Grounds) -> bool:
    """Whether the evidence names the year of a quarter or half, and no other part of it."""
    dates = [end for each in grounds.found for end in each.figure.ends if end.kind is FigureKind.DATE]
    same = {each.unit for each in dates if int(each.value) // 10_000 == int(claimed.value) // 10_000}
    return same == {"year"}


def _relative(claimed: Figure, found: Found) -> bool:
    """ "2022" where the sentence says "2023, … the year before"."""
    if claimed.unit != "year" or found.figure.kind is not FigureKind.DATE or found.cited.document is None:
        return False
    years = int(claimed.value) // 10_000 - int(found.figure.value) // 10_000
    pattern = {-1: _BEFORE, 1: _AFTER}.get(years)
    return bool(pattern and pattern.search(found.cited.around))


def _last(claimed: Figure, grounds: Grounds) -> bool:
    """ "2023" for "last year's winner" in a source of 2024."""
    dated = claimed.unit == "year" and claimed.high is None
    after = dated and int(claimed.value) // 10_000 + 1 in _years(grounds.dates)
    return after and any(_LAST.search(text) for text in grounds.around)


def _covers(years: Figure, year: int) -> bool:
    """Whether it is that year, or lies among several years: a season ("2016–17") has each month once."""
    season = years.high is not None and years.high - years.value <= 10_000
    return not season and int(years.value) // 10_000 <= year <= int(years.high or years.value) // 10_000


def _unlike(claimed: Figure, found: Figure) -> tuple[bool, int, bool, int]:
    """Whether it says less or more of the day, how few of year, month and day it shares, and how many differ: none, of
    one that says less, comes after what is another.
    """
    pairs = max(_paired(claimed, found), key=_shared)
    apart = sum(bool(there) and own != there for own, there in pairs)
    return claimed.unit != found.unit, -_shared(pairs), not apart, apart


def _shared(pairs: Sequence[tuple[int, int]]) -> int:
    return sum(bool(own) and own == there for own, there in pairs)


def _says_less(found: Figure, claimed: Figure) -> bool:
    """Whether it lacks a part of what is claimed and is no other in the parts that it has."""
    return any(all(not told or told == said for said, told in pairs) for pairs in _paired(claimed, found))


def _paired(claimed: Figure, found: Figure) -> list[list[tuple[int, int]]]:
    """Year, month and day that are claimed, each with that of each end of what is found."""
    ours = _parts(claimed)
    return [list(zip(ours, _parts(end), strict=True)) for end in found.ends]


def _parts(date: Figure) -> tuple[int, int, int]:
    whole = int(date.value)
    return whole // 10_000, whole // 100 % 100, whole % 100
