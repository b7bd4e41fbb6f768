"""A margin: what a profit is of the revenue of the same period, and by how many points two periods differ."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from moot.text.figures import Figure
from moot.text.lazy import lazy_re
from moot.text.terms import stems
from moot.verify.reckoning.following.operations import Operation
from moot.verify.reckoning.following.points import period
from moot.verify.reckoning.following.sums import Computation
from moot.verify.reckoning.given.held import Held, bound
from moot.verify.reckoning.given.spoken import spoken
from moot.verify.reckoning.given.tables import TOTAL, Grid

_MARGIN = lazy_re(r"(?:\b(?P<of>[^\W\d_]{2,20})[- ])?(?:margins?|\b(?P<joined>[^\W\d_]{2,20})-?marge)\b", re.IGNORECASE)
_KINDS = {"gross", "operating", "net", "ebit", "ebitda", "ebita", "pretax", "brutto", "operativ"}
_PROFIT = lazy_re(r"\b(?:profits?|income|earnings|results?|surplus|ebitd?a?|gewinn|ergebnis\w*)\b", re.IGNORECASE)
_NO_PROFIT = lazy_re(r"\b(?:tax(?:es)?|per share|costs?|expenses?|growth|change|margin)\b", re.IGNORECASE)
_BEFORE_TAX = lazy_re(r"\b(?:before|after) (?:\w+ )?tax(?:es)?\b", re.IGNORECASE)
_REVENUE = lazy_re(r"\b(?:revenues?|(?:net )?sales|turnover|umsatz\w*|umsätze)\b", re.IGNORECASE)
_NO_REVENUE = lazy_re(r"\b(?:costs?|growth|change|orders?|other|share|per)\b", re.IGNORECASE)
_QUARTERS = {"first": "q1", "second": "q2", "third": "q3", "fourth": "q4"}
_QUARTER = lazy_re(r"\b(first|second|third|fourth)[ -]quarter\b", re.IGNORECASE)
_MOST, _FEW = 24, 8
"""Rows or columns of which a margin is computed; tables, profits, revenues and figures of a cell that are looked at."""


@dataclass(frozen=True)
class _Margin:
    profit: Held
    revenue: Held
    label: str
    """Of the row or column in which both stand: a period, or a part of the whole."""

    @property
    def share(self) -> Decimal:
        return self.profit.figure.value / self.revenue.figure.value * 100

    @property
    def words(self) -> str:
        return f"{self.profit.figure.line} / {self.revenue.figure.line}"


def ratios(figure: Figure, claim: str, evidence: Sequence[Held]) -> Iterator[Computation]:
    named = _MARGIN.search(claim)
    if named is None or figure.unit not in ("%", "pp", "point") or figure.high is not None:
        return
    kind = (named["of"] or named["joined"] or "").lower()
    for grid in list(dict.fromkeys(each.grid for each in evidence if each.grid))[:_FEW]:
        found = list(_margins(kind if kind in _KINDS else "", grid, evidence))
        if figure.unit == "%":
            for each in _meant(figure, claim, found):
                yield Computation(Operation.SHARE, each.share, each.words, (each.profit, each.revenue), 2)
            continue
        for one, other in combinations(_spoken(claim, found)[:_MOST], 2):
            words = f"{one.words} − {other.words}"
            operands = (one.profit, one.revenue, other.profit, other.revenue)
            yield Computation(Operation.DIFFERENCE, abs(one.share - other.share), words, operands, 2)


def _margins(kind: str, grid: Grid, evidence: Sequence[Held]) -> Iterator[_Margin]:
    """Of each column, where rows are profit and revenue; of each row, where columns are."""
    cells: dict[tuple[int, int], list[Held]] = defaultdict(list)
    for each in evidence:
        if each.grid is grid and each.cell and each.figure.high is None:
            cells[each.cell.row, each.cell.column].append(each)
    rows = [grid.label(n) for n in range(len(grid.rows))]
    profits, revenues = _of(rows, kind)
    profits = profits if kind or len(profits) == 1 else []
    for row, below in ((row, below) for row in profits for below in revenues):
        for column in range(len(grid.heads))[:_MOST]:
            yield from _pairs(cells[row, column], cells[below, column], grid.heads[column])
    profits, revenues = _of(grid.heads, kind)
    for column, below in ((column, below) for column in profits for below in revenues):
        if period(grid.heads[column]) == period(grid.heads[below]):
            for row in range(len(rows))[:_MOST]:
                yield from _pairs(cells[row, column], cells[row, below], f"{rows[row]} {grid.heads[column]}")


def _of(labels: Sequence[str], kind: str) -> tuple[list[int], list[int]]:
    """The labels of the profit that is meant, and those of revenue."""
    profits = [n for n, label in enumerate(labels) if _is_profit(label, kind)]
    revenues = [n for n, label in enumerate(labels) if _REVENUE.search(label) and not _NO_REVENUE.search(label)]
    return profits[:_FEW], revenues[:_FEW]


def _is_profit(label: str, kind: str) -> bool:
    if not _PROFIT.search(label) or _NO_PROFIT.search(_BEFORE_TAX.sub("", label)) or _REVENUE.search(label):
        return False
    return not kind or kind in frozenset(re.findall(r"\w+", label.lower()))


def _pairs(profits: Sequence[Held], revenues: Sequence[Held], label: str) -> Iterator[_Margin]:
    for profit in profits[:_FEW]:
        for revenue in revenues[:_FEW]:
            one, other = profit.figure, revenue.figure
            if (one.unit, one.scale) == (other.unit, other.scale) and one.unit != "%" and other.value > 0:
                yield _Margin(profit, revenue, label)
                return


def _meant(figure: Figure, claim: str, found: Sequence[_Margin]) -> list[_Margin]:
    """Those of the periods and parts that the figure's clause names best, or the claim where the clause names none."""
    clause = next((words for each, words in bound(claim) if each.start == figure.start), claim)
    spoken = _spoken(claim, found)
    scores = [_named(each, _words(clause)) for each in spoken]
    most = max(scores, default=0)
    return [each for each, score in zip(spoken, scores, strict=True) if score == most]


def _spoken(claim: str, found: Sequence[_Margin]) -> list[_Margin]:
    """Without the rows of parts that the claim does not name; of none only the total."""
    parts = [each for each in found if each.profit.cell and each.revenue.cell]
    by_row = [each for each in parts if each.profit.row == each.revenue.row]
    if not by_row:
        return list(found)
    said = spoken(claim)
    named = [each for each in by_row if frozenset(stems(each.profit.row)) <= said]
    return named or [each for each in by_row if TOTAL.search(each.profit.row) or each.profit.row.lower() == "group"]


def _words(claim: str) -> frozenset[str]:
    quarters = (_QUARTERS[found.lower()] for found in _QUARTER.findall(claim))
    return frozenset(re.findall(r"\w+", claim.lower())) | frozenset(quarters)


def _named(each: _Margin, said: frozenset[str]) -> int:
    return len(period(each.label) & said)
