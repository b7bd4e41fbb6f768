"""The year that a sentence says a figure of: "In 2020, 29 hearings were adjourned; in 2021 the number was 17"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from moot.text import figures, quarters
from moot.text.figures import Figure, FigureKind
from moot.text.lazy import lazy_re

_PART = lazy_re(r"[;:.](?!\d)")
_CLAUSE = lazy_re(r",(?!\d)|\b(?:and|against|from|to|after|than|while|whereas|but)\b")
_ONE = r"(?:1[5-9]|20)\d\d(?:/\d\d(?:\d\d)?|[–-]\d\d)?"
"""2023, or the 2023/24 and 2023-24 of accounts and schools."""
_YEAR = lazy_re(rf"(?<![\w.,/–-]){_ONE}(?![\w/–-]|[.,]\d)")
_HEAD = lazy_re(rf"(?<![\w.,/–-])(?:FY[\s\xa0]?)?({_ONE})[ABEFP]?(?![\w/–-]|[.,]\d)")
"""How a table may name a year: FY2024, 2026E of what is expected."""
_BEFORE_UNIT = lazy_re(r"(?:1[5-9]|20)\d\d[\s\xa0]")
_NEAR = 10
"""Years between two columns."""
_THEN = lazy_re(
    rf"\b(?:in|during|throughout|of|for)[\s\xa0](?:the[\s\xa0])?(?:year[\s\xa0])?(?P<year>{_ONE})(?![\w/–-])"
    r"(?![\s\xa0](?:report|audit|survey|study|census|review|plan|budget|act|edition)\b)",
    re.IGNORECASE,
)


def year_of(sentence: str, figure: Figure) -> str:
    """The year behind the figure in its clause, else the last before it in its part of the sentence; or empty.

    `figure`: as it stands in the sentence.
    """
    return _of(sentence, figure, [(each.start(), each[0]) for each in _YEAR.finditer(sentence)])


def part_of(sentence: str, figure: Figure) -> str:
    """The same of a quarter or half: "40 in the first quarter and 52 in the second"."""
    return _of(sentence, figure, [(each.start, f"{each.unit} {each.nth}") for each in quarters.parts(sentence)])


def date_of(sentence: str, figure: Figure) -> Figure | None:
    """The same of any date; None where the sentence says the figure of none."""
    dates = {str(each.start): each for each in figures.find(sentence) if each.kind is FigureKind.DATE}
    return dates.get(_of(sentence, figure, [(each.start, at) for at, each in dates.items()]))


def _of(sentence: str, figure: Figure, told: Sequence[tuple[int, str]]) -> str:
    """`told`: times, and where in the sentence."""
    cuts = [each.end() for each in _PART.finditer(sentence)]
    start = max((cut for cut in cuts if cut <= figure.start), default=0)
    stop = min((cut for cut in cuts if cut > figure.end), default=len(sentence))
    clause = _CLAUSE.search(sentence, figure.end, stop)
    stop = clause.start() if clause else stop
    behind = next((time for at, time in told if figure.end <= at < stop), "")
    return behind or next((time for at, time in reversed(told) if start <= at < figure.start), "")


def years(label: str) -> frozenset[str]:
    """The years that the label of a row or column names."""
    return frozenset(_HEAD.findall(label))


def part_said(claim: str) -> str:
    """The quarter or half of which a claim tells all that it tells; empty where it names none, or another too."""
    named = {f"{each.unit} {each.nth}" for each in quarters.parts(claim)}
    return named.pop() if len(named) == 1 else ""


def year_said(claim: str) -> str:
    """The year of which a claim tells all that it tells ("in 2021"); empty where it names none, or another too."""
    named = set(_YEAR.findall(claim))
    then = {each["year"] for each in _THEN.finditer(claim)}
    return named.pop() if len(named) == 1 and named == then else ""


def in_head(found: Sequence[Figure]) -> list[Figure]:
    """The figures of a head of a table, with years that stand before a unit as years: "Output 2024 GWh | 2025 GWh".

    Only of several that are near one another: "above 1500 m" and "above 2000 m" are no years.
    """
    behind = [each for each in found if each.unit and _BEFORE_UNIT.match(each.raw)]
    told = sorted({int(each.raw[:4]) for each in behind})
    if len(told) < 2 or any(other - one > _NEAR for one, other in pairwise(told)):
        return list(found)
    return [figures.find(each.raw[:4])[0].moved(each.start) if each in behind else each for each in found]
