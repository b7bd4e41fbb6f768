"""By how many points the share of a row that the claim names differs between two columns of one measure."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from moot.text.figures import Figure
from moot.text.lazy import lazy_re
from moot.verify.reckoning.following.operations import Operation
from moot.verify.reckoning.following.sums import Computation
from moot.verify.reckoning.given.held import Held
from moot.verify.reckoning.given.spoken import spoken
from moot.verify.reckoning.given.tables import TOTAL, Grid
from moot.verify.reckoning.said_of.labels import row_labels

_SHARE = lazy_re(r"\b(?:shares?|proportion|portion|percentage of|Anteil\w*)\b", re.IGNORECASE)
_MOST = 12
"""Columns that are compared, and tables."""


def period(head: str) -> frozenset[str]:
    """What a head says of when: its words with a digit."""
    return frozenset(word for word in re.findall(r"\w+", head.lower()) if any(char.isdigit() for char in word))


def moved(figure: Figure, claim: str, evidence: Sequence[Held]) -> Iterator[Computation]:
    if figure.unit not in ("pp", "point") or figure.high is not None or not _SHARE.search(claim):
        return
    said = spoken(claim)
    for grid in list(dict.fromkeys(each.grid for each in evidence if each.grid))[:_MOST]:
        named = [n for n, label in enumerate(row_labels(grid)) if label and label <= said]
        named = [n for n in named if not TOTAL.search(grid.label(n))]
        if len(named) != 1:
            continue
        for one, other in combinations(list(_shares(grid, named[0], evidence))[:_MOST], 2):
            (head, a, first), (beside, b, second) = one, other
            if _measure(head) == _measure(beside) and period(head) != period(beside):
                words = f"{second[-1]} − {first[-1]}" if b > a else f"{first[-1]} − {second[-1]}"
                yield Computation(Operation.DIFFERENCE, abs(a - b) * 100, words, (first[0], second[0]), 2)


def _measure(head: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", head.lower())) - period(head)


def _shares(grid: Grid, row: int, evidence: Sequence[Held]) -> Iterator[tuple[str, Decimal, tuple[Held, str]]]:
    """The head of each column, what share of it the row has, its cell, and the share in words."""
    columns: dict[tuple[int, str, Decimal], list[Held]] = defaultdict(list)
    for each in evidence:
        if each.grid is grid and each.cell and each.figure.high is None and each.figure.unit != "%":
            columns[each.cell.column, each.figure.unit, each.figure.scale].append(each)
    known = set[int]()
    for (column, _, _), cells in columns.items():
        part = next((each for each in cells if each.cell and each.cell.row == row), None)
        if part is None or column in known or any(each.figure.value < 0 for each in cells):
            continue
        totals = [each for each in cells if TOTAL.search(each.row)]
        whole = totals[0].figure.value if len(totals) == 1 else sum((each.figure.value for each in cells), Decimal(0))
        if len(totals) < 2 and whole > part.figure.value:
            known.add(column)
            words = f"{part.figure.line} / {(whole / part.figure.scale).normalize():f}"
            yield grid.heads[column], part.figure.value / whole, (part, words)
