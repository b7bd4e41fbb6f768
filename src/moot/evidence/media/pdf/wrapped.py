"""Which lines of a table are one row: lines of a cell stand closer to one another than rows do.

Where no lines are drawn, only the steps from line to line tell, and only where they are of two kinds.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from moot.evidence.media.pdf.grid import Columns, cells_of
from moot.evidence.media.pdf.line import Row
from moot.text.lazy import lazy_re

_WIDER = 1.12
"""Times the step inside a cell, from which on it leads to another row."""
_LEAST, _MOST = 0.9, 1.7
"""Heights from a line to the next of one cell."""
FIGURE = lazy_re(r"[^\w(]*\d[^A-Za-z]*")


def bands(lines: Sequence[Row], columns: Columns) -> list[list[int]]:
    """Which lines make each row; none where the steps do not tell."""
    lead = step_of(lines, columns)
    steps = [step(above, below) for above, below in pairwise(lines)]
    if not lead or max(steps) <= _WIDER * lead:
        return []
    found = [[0]]
    for at, each in enumerate(steps, start=1):
        if each > _WIDER * lead:
            found.append([at])
        else:
            found[-1].append(at)
    cells = [cells_of(row, columns) for row in lines]
    rows = [[cells[at] for at in band] for band in found]
    return found if all(_is_row(row, first=row is rows[0]) for row in rows) else []


def step_of(lines: Sequence[Row], columns: Columns) -> float:
    """From a line of a cell to the next, the least of all columns; 0 where they are set closer or wider than lines are.

    A cell in the middle of its row's height stands between the lines of its neighbours, so rows do not tell.
    """
    height = median(piece.height for row in lines for piece in row)
    least = 0.0
    for low, high in columns:
        at = sorted(piece.bottom for row in lines for piece in row if low < piece.right and piece.left < high)
        for below, above in pairwise(at):
            if above - below > _LEAST * height and (not least or above - below < least):
                least = above - below
    return least if least <= _MOST * height else 0.0


def step(above: Row, below: Row) -> float:
    return min(piece.bottom for piece in above) - max(piece.bottom for piece in below)


def _is_row(lines: Sequence[Sequence[str]], first: bool) -> bool:
    """Whether lines may be of one row: no column has figures in two of them, and save in a head not all are full."""
    for column in zip(*lines, strict=True):
        if sum(FIGURE.fullmatch(cell) is not None for cell in column) > 1:
            return False
    most = max(sum(map(bool, line)) for line in lines)
    return len(lines) == 1 or first or most == 1 or any(sum(map(bool, line)) < most for line in lines)


def without_strays(lines: Sequence[Row], found: Sequence[Sequence[int]], columns: Columns) -> None:
    """Words that a stretched line of a cell sets apart go back to it: no row begins with a cell in their column."""
    cells = [cells_of(row, columns) for row in lines]
    firsts = [cells[band[0]] for band in found]
    for column in range(len(cells[0]) - 1, 0, -1):
        if any(first[column] for first in firsts):
            continue
        for row, line in zip(lines, cells, strict=True):
            filled = sum(map(bool, line[: column + 1]))
            if line[column] and line[column - 1] and filled == len(row[:filled]):
                row[filled - 2].join(row.pop(filled - 1))
