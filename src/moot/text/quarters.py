"""Quarters and halves of a year: Q2 2028, "the second quarter of 2028", H1 2025."""

from __future__ import annotations

from collections.abc import Iterator
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


def find(text: str) -> Iterator[Figure]:
    """Dates with the unit quarter or half."""
    for form in _FORMS:
        for match in form.finditer(text):
            said = match.groupdict()
            part = (said.get("letter") or said.get("part") or "")[0].lower()
            unit = "quarter" if part == "q" else "half"
            nth = said.get("number") or said["nth"].lower()
            last = 12 // MONTHS[unit]
            n = (int(nth) if nth.isdecimal() else _NTH[nth]) or last
            if n <= last:
                value = Decimal(int(match["year"]) * 10_000 + (MONTHS[unit] * (n - 1) + 1) * 100)
                yield Figure(match.start(), match.end(), match[0], FigureKind.DATE, value, unit)
