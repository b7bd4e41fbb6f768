"""Quarters and halves of a year: Q2 2028, "the second quarter of 2028", H1 2025, "52 in the second" beside a first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from moot.text.figure import Figure, FigureKind
from moot.text.lazy import lazy_re

MONTHS = {"quarter": 3, "half": 6}
"""How many months each has; also the units of their figures, whose value has the first month."""
_NAMES = ("last final", "first 1st erste", "second 2nd zweite", "third 3rd dritte", "fourth 4th vierte")
_NTH = {name: n for n, names in enumerate(_NAMES) for name in names.split()}
"""The last by 0."""
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\w|[.,/–-]\d)"
_FORMS = tuple(
    lazy_re(form)
    for form in (
        rf"(?<![\w.,/-])(?P<letter>[QH])(?P<nth>[1-4])(?:[ \xa0/’'-]|[ \xa0]of[ \xa0])?{_YEAR}",
        r"(?<![\w.,/-])(?P<year>(?:19|20)\d\d)[ \xa0/-]?(?P<letter>[QH])(?P<nth>[1-4])(?!\w)",
        r"(?i:\b(?P<nth>first|1st|second|2nd|third|3rd|fourth|4th|last|final)[ \xa0-](?P<part>quarter|half)"
        rf"(?:[ \xa0-]year)?(?:[ \xa0]of)?(?:[ \xa0]the[ \xa0]year)?[ \xa0]){_YEAR}",
        r"(?i:(?<![\w.,/-])(?:(?P<nth>erste|zweite|dritte|vierte)[snmr]?|(?P<number>[1-4])\.)[ \xa0]"
        rf"(?P<part>Quartals?|Halbjahre?s?)[ \xa0]){_YEAR}",
    )
)
_WORDS = "first|1st|second|2nd|third|3rd|fourth|4th|last|final"
_NAMED = lazy_re(
    rf"(?<![\w.,/-])(?P<letter>[QH])(?P<number>[1-4])(?!\w)"
    rf"|(?i:\b(?P<nth>{_WORDS})[ \xa0-](?P<part>quarter|half)\b)"
    r"|(?i:\b(?P<erste>erste|zweite|dritte|vierte)[snmr]?[ \xa0](?P<teil>Quartal|Halbjahr))"
)
_ALONE = lazy_re(
    rf"\b(?:(?:in|of|for|during)[ \xa0]the[ \xa0](?P<nth>{_WORDS})"
    r"|im[ \xa0](?P<erste>ersten|zweiten|dritten|vierten))\b"
    r"(?=[ \xa0]*(?:[,.;:)\d$£€]|\Z|(?:and|to|but|while|against|und|auf)\b))",
    re.IGNORECASE,
)
"""The number of a part that is not named again."""
_APART = lazy_re(r"[.;!?](?:\s|\Z)|\n\s*\n")


@dataclass(frozen=True)
class Part:
    """`nth` of `unit`, which is quarter or half."""

    start: int
    end: int
    unit: str
    nth: int
    named: bool
    """False where the sentence has named its unit only with another."""


def parts(text: str) -> list[Part]:
    """The quarters and halves that a text names, with their year or without, in their order."""
    named = (_part(match, match["letter"] or match["part"] or match["teil"]) for match in _NAMED.finditer(text))
    found = [part for part in named if part]
    for match in _ALONE.finditer(text):
        beside = [each for each in found if each.named and not _apart(text, each, match.start(), match.end())]
        units = {each.unit for each in beside}
        part = _part(match, units.pop()) if len(units) == 1 else None
        found += [part] if part else []
    return sorted(found, key=lambda each: each.start)


def without(text: str) -> str:
    """The text without the names of its quarters and halves."""
    for part in reversed(parts(text)):
        text = f"{text[: part.start]} {text[part.end :]}"
    return text


def find(text: str) -> Iterator[Figure]:
    """Dates with the unit quarter or half."""
    dated: list[Figure] = []
    for form in _FORMS:
        for match in form.finditer(text):
            said = match.groupdict()
            part = _part(match, said.get("letter") or said.get("part") or "")
            if part:
                dated.append(_date(text, part.start, part.end, part, int(match["year"])))
    yield from dated
    for part in (part for part in parts(text) if not part.named) if dated else ():
        beside = (each for each in dated if each.unit == part.unit and not _apart(text, part, each.start, each.end))
        years = {int(each.value) // 10_000 for each in beside}
        if len(years) == 1:
            yield _date(text, part.start, part.end, part, years.pop())


def _part(match: re.Match[str], told: str) -> Part | None:
    unit = "quarter" if told[0].lower() == "q" else "half"
    said = match.groupdict()
    nth = said.get("number") or (said.get("nth") or said["erste"]).lower()
    last = 12 // MONTHS[unit]
    n = (int(nth) if nth.isdecimal() else _NTH[nth.removesuffix("n")]) or last
    named = bool(said.get("letter") or said.get("part") or said.get("teil"))
    return Part(match.start(), match.end(), unit, n, named) if n <= last else None


def _apart(text: str, part: Part, start: int, end: int) -> bool:
    """Whether a sentence ends between a part and what stands from `start` to `end`."""
    first, second = sorted(((part.start, part.end), (start, end)))
    return _APART.search(text, first[1], max(first[1], second[0])) is not None


def _date(text: str, start: int, end: int, part: Part, year: int) -> Figure:
    value = Decimal(year * 10_000 + (MONTHS[part.unit] * (part.nth - 1) + 1) * 100)
    return Figure(start, end, text[start:end], FigureKind.DATE, value, part.unit)
