"""The figure of one column said of another of the same row, where the heads of the two share words.

"Idle current (mA)" and "Active current (mA)" are told apart by "idle" and "active" alone: a claim that has the one
word beside its figure, and not the other, speaks of that column.
"""

from __future__ import annotations

from collections.abc import Sequence

from moot.text import figures
from moot.text.figures import Figure, FigureKind
from moot.text.terms import stems
from moot.verify.reckoning.given.held import bound
from moot.verify.reckoning.given.tables import Grid
from moot.verify.reckoning.said_of.bound import row_labels
from moot.verify.reckoning.said_of.cells import COMPARES, named_rows


def exchanged(claim: str, grids: Sequence[Grid], aside: frozenset[int] = frozenset()) -> str:
    """In words which figure stands in another column; empty when none was seen. `aside`: where figures begin that are
    not looked at.
    """
    for figure, clause in bound(claim):
        if figure.start in aside:
            continue
        plain = figure.kind not in (FigureKind.NAME, FigureKind.ORDINAL, FigureKind.DATE) and figure.high is None
        if not plain or COMPARES.search(clause):
            continue
        for grid in grids:
            found = _other(figure, frozenset(stems(clause)), frozenset(stems(claim)), grid)
            if found:
                mine, named = (grid.heads[column] for column in found)
                return f"{figure.line} stands under “{mine}”, the claim gives it as “{named}”"
    return ""


def _other(figure: Figure, near: frozenset[str], whole: frozenset[str], grid: Grid) -> tuple[int, int] | None:
    """The column that the figure stands in, and the one that the claim names for it."""
    rows = named_rows(near, whole, row_labels(grid))
    if len(rows) != 1:
        return None
    numbers = {cell.column: {each.written for each in figures.find(cell.text)} for cell in grid.rows[rows[0]]}
    there = [column for column, written in numbers.items() if figure.written in written and column not in grid.keys]
    if len(there) != 1:
        return None
    mine = frozenset(stems(grid.heads[there[0]]))
    for column, written in numbers.items():
        head = frozenset(stems(grid.heads[column]))
        if column in grid.keys or column == there[0] or not written or not head & mine:
            continue
        theirs, own = head - mine, mine - head
        years = all(word.isdigit() for word in own)  # Left to the gate of figures.
        if theirs and theirs <= near and not years and not own & near:
            return there[0], column
    return None
