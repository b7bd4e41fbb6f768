"""Dates and years, as English texts write them; whole days also as texts in some other languages do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from moot.text import months
from moot.text.currencies import CODES, SYMBOLS
from moot.text.figure import Figure, FigureKind
from moot.text.lazy import lazy_re

_NUMBER = {name[:length]: n for n, name in enumerate(months.ENGLISH, 1) for length in (3, 9)} | {"sept": 9}
_SHORT = r"(?:(?<=\b[A-Z][a-z][a-z])(?<!May)\.|(?<=\bSept)\.)?"
"""A full stop belongs only to a name that is shortened: not to July at the end of a sentence."""
_MONTH = r"(?P<month>" + "|".join(sorted((m.capitalize() for m in _NUMBER), key=len, reverse=True)) + rf"){_SHORT}"
_ELSEWHERE = r"(?P<month>" + "|".join(sorted({*months.ABROAD, *months.ENGLISH}, key=len, reverse=True)) + r")\.?"
"""August, April, September and November are called so in other languages too."""
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>1\d\d\d|2[01]\d\d)"
_NOT_AFTER = r"(?<![\w.,/-])"
_NOT_BEFORE = r"(?![\w])(?![.,/-]\d)"

_FORMS = tuple(
    lazy_re(_NOT_AFTER + form + _NOT_BEFORE)
    for form in (
        r"(?P<year>\d{4})-(?P<number>\d{2})-(?P<day>\d{2})(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?Z?)?",
        rf"{_DAY}[\s\xa0]+(?:of[\s\xa0]+)?{_MONTH},?[\s\xa0]+{_YEAR}",
        rf"{_MONTH}[\s\xa0]+{_DAY},?[\s\xa0]+{_YEAR}",
        rf"(?P<day>\d{{1,2}})(?:\.|er|º)?[\s\xa0]+(?:de[\s\xa0]+)?(?i:{_ELSEWHERE})[\s\xa0]+(?:de[\s\xa0]+|del[\s\xa0]+)?{_YEAR}",
        rf"{_MONTH},?[\s\xa0]+(?:of[\s\xa0]+)?{_YEAR}",
        r"(?P<year>(?:19|20)\d\d)\s?[年년]\s?(?P<number>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})\s?[日일]",
        rf"{_DAY}[\s\xa0]+(?:of[\s\xa0]+)?{_MONTH}",
        rf"{_MONTH}[\s\xa0]+{_DAY}",
        r"(?P<year>(?:19|20)\d\d)-(?P<number>0[1-9]|1[0-2])",
        r"(?P<day>\d{1,2})[./](?P<number>\d{1,2})[./](?P<year>(?:19|20)\d\d)",
        r"(?P<number>\d{1,2})/(?P<day>\d{1,2})/(?P<year>(?:19|20)\d\d)",
    )
)
_MONTHS = lazy_re(
    rf"{_NOT_AFTER}(?P<first>{'|'.join(sorted((m.capitalize() for m in _NUMBER), key=len, reverse=True))}){_SHORT}"
    rf"(?P<join>[\s\xa0]*[–-][\s\xa0]*|[\s\xa0]+(?:to|until|till|through|and)[\s\xa0]+){_MONTH},?[\s\xa0]+{_YEAR}{_NOT_BEFORE}"
)
"""April–June 2026, "from April to June 2026", "between April and June 2026"."""
_YEAR_AFTER = lazy_re(
    r"(?:\b(?:in|since|by|until|till|before|after|during|year|early|mid|late|end of|through|Q[1-4]|FY|summer|autumn|"
    r"fall|spring|winter)[\s\xa0-]+|\()$",
    re.IGNORECASE,
)
_COUNTED = lazy_re(
    r"(?:[ \xa0]|-)(?!(?:was|has|is|lies|does|goes|sits|exceeds|equals|includes|contains|reaches|differs|depends|seems|"
    r"appears|becomes|gives|comes|tells|says|provides|requires|allows|foresees|expects|remains|brings|keeps|sees|makes|"
    r"begins|stays|follows|assumes|proposes|permits|confirms)\b)(?:[a-z]+s|(?:wo)?men|people|children|sheep|fish)\b"
)
"""Things of which so many are counted, and no verb: "the median for 2025 lies lower"."""
_OWNED = lazy_re(r"(?:['’]s|s['’]|\b(?:the|its|their|his|her|our|my|your|whose))[\s\xa0]+$", re.IGNORECASE)
"""Before a year, whatever follows: "the 2025 samples", "the firm's 2024 results". So many are told with a comma."""
_PRICED = lazy_re(
    r"\b(?:was|were|is|are|of|to|from|at|costs?|paid|for|about|nearly|than|by|and|reached)[\s\xa0]"
    rf"(?:{'|'.join(map(re.escape, SYMBOLS))}|{'|'.join(CODES)})[\s\xa0]$",
)
"""Before a sum of money: "it cost EUR 2022", not "sales in EUR 2022"."""
_OLD_YEAR_AFTER = lazy_re(r"\b(?:in|since|until|till|during|year|from|to|and|of)[\s\xa0]+$|\(\s?$", re.IGNORECASE)
_FROM_YEAR = lazy_re(
    r"\b(?:between[\s\xa0]+(?:1[5-9]|20)\d\d[\s\xa0]+and|from[\s\xa0]+(?:1[5-9]|20)\d\d[\s\xa0]+(?:to|until|till|through))"
    r"[\s\xa0]+$",
    re.IGNORECASE,
)
"""Before the second of two years, whatever follows: "between 2019 and 2024 sales grew"."""
_SEASON = lazy_re(r"(?<![\w.,/$€£¥+-])(?P<year>1[5-9]\d\d|20\d\d)(?:/|-|–)(?P<next>\d\d)(?![\w%/-])(?![.,]\d)")
"""2022/23, 2022-23: a year that runs over the turn of one."""
_YEAR_ALONE = lazy_re(r"(?<![\w.,/$€£¥+])(?P<year>1[5-9]\d\d|20\d\d)(?![\w%])(?![.,/-]\d)")
_YEARS = lazy_re(
    r"(?<![\w.,/$€£¥+–-])(?P<first>1[5-9]\d\d|20\d\d)\s?[–-]\s?(?P<last>1[5-9]\d\d|20\d\d)(?![\w%–-])(?![.,/]\d)"
)
"""2021-2027, 1845–1901; the number of a telephone goes on."""
_CLOSES = lazy_re(r"[.,;:)!?]|$")
"""Behind old years: "the reign (1845–1861)", not "of 1500–1800 rpm"."""


def find(text: str) -> Iterator[Figure]:
    """All dates; where two forms overlap, the one that says more (the forms are tried in that order)."""
    taken = bytearray(len(text))  # A 1 for each character that is spoken for.
    for match in _MONTHS.finditer(text):
        figure = _months(text, match)
        if figure:
            taken[figure.start : figure.end] = b"\1" * (figure.end - figure.start)
            yield figure
    for form in _FORMS:
        for match in form.finditer(text):
            figure = _figure(match)
            if figure and not any(taken[figure.start : figure.end]):
                taken[figure.start : figure.end] = b"\1" * (figure.end - figure.start)
                yield figure
    for match in _SEASON.finditer(text):
        figure = _season(match)
        if figure and not any(taken[figure.start : figure.end]):
            taken[figure.start : figure.end] = b"\1" * (figure.end - figure.start)
            yield figure
    for match in _YEARS.finditer(text):
        if not any(taken[match.start() : match.end()]) and _are_years(text, match):
            taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
            yield from (_year(match, end) for end in ("first", "last"))
    for match in _YEAR_ALONE.finditer(text):
        if any(taken[match.start() : match.end()]):
            continue
        figure = _figure(match)
        if figure and _is_year(text, match):
            yield figure


def _months(text: str, match: re.Match[str]) -> Figure | None:
    """None for two months of which each is meant: "in April and June 2026"; and for one after the turn of the year."""
    year, first, last = int(match["year"]) * 10_000, _of(match["first"]) * 100, _of(match["month"]) * 100
    apart = match["join"].strip() == "and" and not text[: match.start()].rstrip().endswith(("between", "Between"))
    if apart or first >= last:
        return None
    return Figure(
        match.start(), match.end(), match[0], FigureKind.DATE, Decimal(year + first), "month", high=Decimal(year + last)
    )


def _season(match: re.Match[str]) -> Figure | None:
    year = int(match["year"])
    if (year + 1) % 100 != int(match["next"]):
        return None
    first, last = Decimal(year * 10000), Decimal((year + 1) * 10000)
    return Figure(match.start(), match.end(), match[0], FigureKind.DATE, first, "year", high=last)


def _are_years(text: str, match: re.Match[str]) -> bool:
    counted = _measured(text, match.end()) or _COUNTED.match(text, match.end())
    before = text[max(0, match.start() - 14) : match.start()]
    if match["first"] >= match["last"] or counted or _PRICED.search(before):
        return False
    return match["first"] >= "1900" or bool(_OLD_YEAR_AFTER.search(before) and _CLOSES.match(text, match.end()))


def _year(match: re.Match[str], name: str) -> Figure:
    value = Decimal(int(match[name]) * 10_000)
    return Figure(match.start(name), match.end(name), match[name], FigureKind.DATE, value, "year")


def _is_year(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 14) : match.start()]
    if _PRICED.search(before):
        return False
    measured = _measured(text, match.end())
    if measured or _COUNTED.match(text, match.end()):
        told = _YEAR_AFTER.search(before) or _FROM_YEAR.search(text, max(0, match.start() - 30), match.start())
        owned = not measured and not match["year"].endswith("00") and _OWNED.search(before)
        return match["year"] >= "1900" and bool(told or owned)
    return match["year"] >= "1900" or bool(_OLD_YEAR_AFTER.search(before))


def _measured(text: str, at: int) -> bool:
    """True when what follows is a measure: "2000 MB", "2000 euros"."""
    from moot.text.units import tail

    after = tail(text, at, money=False)
    return after.unit != "" or after.scale != 1 or after.currency != ""


def _of(month: str) -> int:
    return _NUMBER.get(month.lower()) or months.ABROAD[month.lower()]


def _figure(match: re.Match[str]) -> Figure | None:
    said = match.groupdict()
    year = int(said.get("year") or 0)
    name = said.get("month")
    month = int(said.get("number") or 0) or (_of(name) if name else 0)
    day = int(said.get("day") or 0)
    if month > 12 or day > 31 or (said.get("number") and not month) or (said.get("day") and not day):
        return None
    unit = "day" if day else "month" if month else "year"
    value = Decimal(year * 10000 + month * 100 + day)
    return Figure(match.start(), match.end(), match[0], FigureKind.DATE, value, unit)
