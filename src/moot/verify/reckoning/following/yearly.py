"""How much something grew or fell a year on average between two years of which the evidence has a figure each.

Compound: from 40.0 in 2019 to 50.1 in 2024 it is the fifth root of 50.1 / 40.0, less one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from moot.text import figures
from moot.text.figures import Figure, FigureKind
from moot.text.lazy import lazy_re
from moot.verify.reckoning.following.changes import Change, change
from moot.verify.reckoning.following.operations import Operation
from moot.verify.reckoning.following.sums import Computation
from moot.verify.reckoning.given.dated import year_of
from moot.verify.reckoning.given.held import Held, comparable
from moot.verify.reckoning.given.spoken import spoken

_A_YEAR = lazy_re(
    r"\b(?:(?:a|per|each|every) year|annual(?:ly|i[sz]ed)?|yearly|per annum|p\.[ \xa0]?a\.|CAGR|im Jahr|pro Jahr|"
    r"jährlich\w*)(?!\w)",
    re.IGNORECASE,
)
_MEAN = lazy_re(
    r"\b(?:averag\w+|mean|compound\w*|annuali[sz]ed|CAGR|im Schnitt|durchschnittlich\w*|im Mittel)\b", re.IGNORECASE
)
_YEAR = lazy_re(r"(?<![\w.,])(?:1[5-9]|20)\d\d(?![\w.,]\d)")
_MOST, _LONGEST = 60, 2000
"""Figures of a year that are looked at, and characters of a sentence in which years are looked for."""


def grown(figure: Figure, claim: str, evidence: Sequence[Held]) -> Iterator[Computation]:
    """What two figures of one thing give that the claim names, one of its first year and one of its last."""
    if figure.unit != "%" or figure.high is not None or not (_A_YEAR.search(claim) and _MEAN.search(claim)):
        return
    years = _years(claim)
    if years is None:
        return
    said = frozenset(word for word in spoken(claim) if not word[0].isdigit())
    first, last = ([each for each in evidence if _is_of(each, year, said)][:_MOST] for year in years)
    pairs = [(one, other) for one in first for other in last if _one_thing(one, other)]
    most = max((_shared(pair, said) for pair in pairs), default=0)
    turned = change(figure, claim)
    for one, other in pairs:
        a, b = one.figure.value, other.figure.value
        right = turned is None or (b > a) is (turned is Change.RISE)
        if right and a != b and _shared((one, other), said) == most:
            times, years_between = b / a, years[1] - years[0]
            rate = times ** (1 / Decimal(years_between)) - 1
            words = f"({other.figure.line} / {one.figure.line}) ^ (1/{years_between}) − 1"
            yield Computation(Operation.GROWTH, rate * 100, words, (other, one), most)


def _years(claim: str) -> tuple[int, int] | None:
    """The two years that a claim names."""
    named: list[int] = []
    for each in figures.find(claim):
        if each.kind is FigureKind.DATE and each.value > 9999:
            named += [int(end.value) // 10_000 for end in each.ends]
    first, last = (min(named), max(named)) if named else (0, 0)
    return (first, last) if len(set(named)) == 2 and last - first > 1 else None


def _is_of(each: Held, year: int, said: frozenset[str]) -> bool:
    """Whether a figure is of the year, and of something that the claim names."""
    own = each.figure
    if not own.counts or own.high is not None or own.value <= 0:
        return False
    if own.unit == "%" or not each.sentence & said or each.unit.end - each.unit.start > _LONGEST:
        return False
    if each.grid is not None:
        return _YEAR.findall(f"{each.row} {each.column}") == [str(year)]
    return year_of(each.unit.of(each.document.text), own.moved(-each.unit.start)) == str(year)


def _one_thing(one: Held, other: Held) -> bool:
    if not comparable(one.figure, other.figure) or one.document is not other.document or one.place == other.place:
        return False
    if one.grid is not None and one.cell and other.cell:
        level = one.cell.row == other.cell.row or one.cell.column == other.cell.column
        return one.grid is other.grid and level and one.figure.scale == other.figure.scale
    return other.grid is None and (one.figure.noun == other.figure.noun or bool(one.figure.unit))


def _shared(pair: tuple[Held, Held], said: frozenset[str]) -> int:
    return sum(len(each.clause & said) for each in pair)
