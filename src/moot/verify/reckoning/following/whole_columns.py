"""What whole columns of a table come to, of which a claim names no row.

"The museum took in 1,652 pieces" adds up the five years of a column whatever it calls them: a table has few columns, so
that their sums are hardly given by chance.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from moot.text.figures import Figure
from moot.verify.reckoning.following import sums
from moot.verify.reckoning.following.changes import Change
from moot.verify.reckoning.following.distance import Derived, Said
from moot.verify.reckoning.following.operations import Operation
from moot.verify.reckoning.given.held import Held
from moot.verify.reckoning.given.tables import TOTAL
from moot.verify.reckoning.said_of.labels import column_labels, row_labels

_NEAR = 2
"""Distance of such a sum, whatever the claim says of its column."""
_SMALLEST = 10
"""Smaller numbers are the sum of many a column."""
_LEAST = 3
"""Rows of a table whose columns are added up."""


def made(figure: Figure, said: Said, evidence: Sequence[Held]) -> Iterator[Derived]:
    """The sum of each column, or by what share those of two years differ."""
    columns = [column for column in _columns(evidence) if not _names_row(column[0], said.words)]
    if not figure.is_ratio:
        for column in columns:
            if figure.value >= _SMALLEST and sums.adds_up_to(figure, column[0].figure):
                yield Derived(Operation.SUM, _sum(column), sums.added(column), tuple(column), _NEAR, stated=True)
    elif figure.unit == "%" and (said.change or Operation.GROWTH in said.stated):
        changed = said.change or Change.RISE
        for one, other in combinations(columns, 2):
            small, large = sorted((one, other), key=_sum)
            if _of_one_measure(one[0], other[0]) and 0 < _sum(small) < _sum(large):
                words = changed.words(f"({sums.added(large)})", f"({sums.added(small)})")
                value = changed.of(_sum(large), _sum(small)) * 100
                yield Derived(Operation.GROWTH, value, words, (*large, *small), _NEAR, stated=True)


def _columns(evidence: Sequence[Held]) -> list[list[Held]]:
    """The columns that have a figure of one unit in every row, of tables without a row of totals."""
    found: dict[tuple[object, ...], list[Held]] = {}
    for each in evidence:
        if each.grid is not None and each.cell is not None and each.figure.counts and each.figure.high is None:
            key = id(each.grid), each.cell.column, each.figure.unit, each.figure.scale
            found.setdefault(key, []).append(each)
    whole = [line for line in found.values() if line[0].grid and len(line) == len(line[0].grid.rows) >= _LEAST]
    rows = [{each.position[0] for each in line} for line in whole]
    return [
        line
        for line, places in zip(whole, rows, strict=True)
        if len(places) == len(line) and not any(TOTAL.search(each.row) for each in line)
    ]


def _names_row(each: Held, said: frozenset[str]) -> bool:
    assert each.grid is not None
    return any(label & said for label in row_labels(each.grid))


def _of_one_measure(one: Held, other: Held) -> bool:
    """Two columns of a table that a year tells apart."""
    if one.grid is None or one.grid is not other.grid or one.figure.unit != other.figure.unit:
        return False
    labels = column_labels(one.grid)
    apart = labels[one.position[1]] ^ labels[other.position[1]]
    return bool(apart) and all(map(str.isdigit, apart))


def _sum(column: Sequence[Held]) -> Decimal:
    return sum((each.figure.value for each in column), Decimal(0))
