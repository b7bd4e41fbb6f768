"""When, in two claims: which of their times are one, and which exclude one another.

Two times that cover the same days are one in two forms; one within the other says more; else they exclude one another.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from moot.text import figures
from moot.text.lazy import lazy_re
from moot.verify.reckoning.given.periods import DAY
from moot.verify.relating.kinds import Difference, apart, conflict
from moot.verify.relating.times import NEAR, Time, times

_AWAY = lazy_re(
    r"\b(?:(?P<year>(?:the|a|one) year (?:after|before|later|earlier|on)|(?:following|next|previous|preceding) year)|"
    r"(?P<decade>an? decade)|(?P<day>eve of|(?:the|a|one) day (?:after|before|later|earlier)))\b",
    re.IGNORECASE,
)
_LASTING = lazy_re(
    r"\b(?:from|to|until|till|since|through(?:out)?|over|during|between|and|all|whole|entire|every|each|for)[\s\xa0]+"
    r"(?:of[\s\xa0]+|the[\s\xa0]+)*$",
    re.IGNORECASE,
)
_BY_THEN = lazy_re(
    r"\b(?:by|no later than|not later than)[\s\xa0]+(?:the[\s\xa0]+)?(?:(?:end|close)[\s\xa0]+of[\s\xa0]+)?$", re.I
)
_STRETCH = lazy_re(r"\b(?:from|until|till|since|to)\b|[-–]", re.IGNORECASE)
_ORDERED = lazy_re(r"(?<=\w )(?:on|later|after|before|earlier|older|younger)\b", re.IGNORECASE)
_YEAR = 10_000
"""What a year counts in the number of a day."""
_MONTHS_OF = {"year": 12, "decade": 120}


@dataclass(frozen=True)
class Timed:
    difference: Difference | None
    shared: int
    """Times that both tell."""
    left: int = 0
    right: int = 0
    """Times that only the one, only the other tells."""
    finer: tuple[int, int] = (0, 0)
    """Times at which both say that something was, the one or the other more exactly; where there are such, that is the
    difference. What holds since, until or throughout a time is less where the time is shorter.
    """

    @property
    def alone(self) -> int:
        return self.left + self.right


def compare(one: str, other: str) -> Timed:
    """Which times two claims share, and what speaks against their being the same."""
    ours, theirs = list(times(one)), list(times(other))
    shared = 0
    for each in tuple(ours):
        same = next((its for its in theirs if _equal(each, its)), None)
        if same:
            if {each.order, same.order} == {"before", "after"}:
                return Timed(conflict(f"before against after: {each.raw}"), shared)
            if "at" in (each.order, same.order) and each.order and same.order and each.order != same.order:
                return Timed(apart(f"how it stood then, before or since: {each.raw}"), shared)
            ours.remove(each)
            theirs.remove(same)
            shared += 1
    shared += sum(_spanned(*each) for each in ((ours, theirs), (theirs, ours)))
    known = lengths(one) ^ lengths(other) | ordering(one) | ordering(other)
    shared += sum(1 for _ in _pairs(ours, theirs, lambda each, its: bool(known & _gaps(each, its))))
    told, finer = "", [0, 0]
    for each, its in _pairs(ours, theirs, _compatible):
        told = told or f"one tells more of when: {each.raw}, {its.raw}"
        for n, (wide, text) in enumerate(((its, other), (each, one))):
            narrow = each if n == 0 else its
            if _narrow(narrow, wide) and (_by_then(text, wide) or not (_lasts(one, each) or _lasts(other, its))):
                finer[n] += 1
    for each, its in _pairs(ours, theirs, _comparable):
        if each.order == its.order == "at":
            return Timed(apart(f"each says how it stood then: {each.raw}, {its.raw}"), shared)
        return Timed(conflict(f"date differs: {each.raw} against {its.raw}"), shared)
    return Timed(apart(told) if told else None, shared, len(ours), len(theirs), (finer[0], finer[1]))


def _pairs(ours: list[Time], theirs: list[Time], fits: Callable[[Time, Time], bool]) -> Iterator[tuple[Time, Time]]:
    """Each time of the one with the first of the other that fits it; both are taken out."""
    for each in tuple(ours):
        its = next((its for its in theirs if fits(each, its)), None)
        if its is not None:
            ours.remove(each)
            theirs.remove(its)
            yield each, its


def held(times_of_bound: str, figure: str) -> bool:
    """Whether what holds at all times of the one claim holds at those of the other: each that only one tells is within
    one of the former, or the former tells none.
    """
    bounds, own = times(times_of_bound), times(figure)
    return not bounds or all(any(_equal(each, its) or _inside(each, its) for its in bounds) for each in own)


def _inside(one: Time, other: Time) -> bool:
    within = _compatible if _mixed(one, other) else Time.within
    return one.raw != other.raw and _comparable(one, other) and within(one, other)


def _lasts(text: str, time: Time) -> bool:
    """Whether something is said of all of a time, or from it on or up to it, and not only at it."""
    before = text[max(0, time.span.start - 24) : time.span.start]
    return bool(time.order or _LASTING.search(before) or _STRETCH.search(time.raw))


def _by_then(text: str, time: Time) -> bool:
    """Whether something had come to be by a time: so it had where it is told of any time within it."""
    return bool(_BY_THEN.search(text[max(0, time.span.start - 32) : time.span.start]))


def _spanned(stretches: list[Time], ends: list[Time]) -> int:
    """How many stretches of the one claim the other tells by their two ends, which are taken out: "between 2012 and
    2016", "in 2016 … than in 2012".
    """
    found = 0
    for each in tuple(stretches):
        here = [its for its in ends if its.scale == each.scale and its.within(each)]
        first = next((its for its in here if its.first == each.first), None)
        last = next((its for its in here if its.last == each.last), None)
        if first and last and first is not last:
            stretches.remove(each)
            ends.remove(first)
            ends.remove(last)
            found += 1
    return found


@lru_cache(maxsize=2048)
def lengths(text: str) -> frozenset[tuple[str, int]]:
    """The lengths of time that a claim tells, in whole months or days."""
    found: set[tuple[str, int]] = set()
    for each in figures.find(text):
        if each.unit == "month" and each.high is None:
            found.add(("months", int(each.value)))
        elif each.unit == "s" and each.high is None and each.scale >= DAY:
            found.add(("days", int(each.value / DAY)))
    for match in _AWAY.finditer(text):
        kind = match.lastgroup or ""
        found.add(("days", 1) if kind == "day" else ("months", _MONTHS_OF[kind]))
    return frozenset(found)


@lru_cache(maxsize=2048)
def ordering(text: str) -> frozenset[tuple[str, int]]:
    """The lengths by which a claim says that one thing came before another: "two years after", "a decade older"."""
    found = frozenset[tuple[str, int]]()
    for match in _ORDERED.finditer(text):
        found |= lengths(text[max(0, match.start() - 24) : match.end()])
    return found


def _gaps(one: Time, other: Time) -> frozenset[tuple[str, int]]:
    """How far apart two dates begin or end, so that the one may be told by the other: "2031, twenty years on"."""
    if not {one.scale, other.scale} <= {"date", "day of the year"} or (one.first < _YEAR) is not (other.first < _YEAR):
        return frozenset()
    found: set[tuple[str, int]] = set()
    for a, b in ((one.first, other.first), (one.last, other.last)):
        months = abs((a // _YEAR - b // _YEAR) * 12 + a // 100 % 100 - b // 100 % 100)
        found.add(("months", months))
        if months <= 1 and one.first == one.last and other.first == other.last:
            found.add(("days", abs(_ordinal(a) - _ordinal(b))))
    return frozenset(found) - {("months", 0), ("days", 0)}


def _ordinal(value: int) -> int:
    year, month, day = value // _YEAR, value // 100 % 100, value % 100
    return date(year or 2001, month, max(1, min(day, monthrange(year or 2001, month)[1]))).toordinal()


def _yearless(one: Time, other: Time) -> bool:
    """True when one tells day or month without the year, the other with it."""
    return {one.scale, other.scale} <= {"date", "day of the year", "quarter", "season"}


def exactly(one: Time, other: Time) -> bool:
    """Whether both tell the same days, the one maybe as an end: 31 March 2027, until the end of March 2027."""
    if one.scale != other.scale:
        return False
    return (one.first, one.last) == (other.first, other.last) or _at_edge(one, other) or _at_edge(other, one)


def _equal(one: Time, other: Time) -> bool:
    if one.scale == other.scale:
        return exactly(one, other) or _alike(one, other)
    # "5 March" is "5 March 2019" where the year is not in doubt.
    without = one.first < _YEAR or other.first < _YEAR
    return (
        _yearless(one, other)
        and without
        and (one.first % _YEAR, one.last % _YEAR) == (other.first % _YEAR, other.last % _YEAR)
    )


def _at_edge(day: Time, stretch: Time) -> bool:
    """True for 31 December 2027 and the end of 2027."""
    return stretch.edge is not None and day.first == day.last and _ordinal(day.first) == _ordinal(stretch.edge)


def _alike(one: Time, other: Time) -> bool:
    """True for a stretch of days that both tell loosely: around the 15th, mid-September, the end of June."""
    widths = sorted(each.last - each.first for each in (one, other))
    return (0 < widths[1] <= 2 * NEAR or widths[0] > 0) and widths[1] <= 2 * NEAR and _overlap(one, other)


def _overlap(one: Time, other: Time) -> bool:
    return one.first <= other.last and other.first <= one.last


def _narrow(one: Time, other: Time) -> bool:
    """Whether the one lies within the other and tells no less: who tells the year tells more."""
    if not _mixed(one, other):
        return one.within(other)
    first, last = one.first % _YEAR, one.last % _YEAR
    return one.first >= _YEAR and other.first <= first and last <= other.last


def _mixed(one: Time, other: Time) -> bool:
    """Whether only one of the two tells a year."""
    return (one.first < _YEAR) is not (other.first < _YEAR)


def _comparable(one: Time, other: Time) -> bool:
    return _yearless(one, other) or one.scale == other.scale


def _compatible(one: Time, other: Time) -> bool:
    """Whether the one lies within the other, as far as both tell: "28 September", "September 2013"."""
    if not _comparable(one, other):
        return False
    if not _mixed(one, other):
        return one.within(other) or other.within(one)
    (first, last), (begin, end) = ((each.first % _YEAR, each.last % _YEAR) for each in (one, other))
    return (begin <= first and last <= end) or (first <= begin and end <= last)
