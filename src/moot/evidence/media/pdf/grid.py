"""The columns of a table without drawn lines, and which cells the pieces of a line fill."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from moot.evidence.media.pdf.box import HYPHEN
from moot.evidence.media.pdf.line import Row

Columns = list[tuple[float, float]]
"""Where each begins and ends, from left to right."""


def columns_of(lines: Sequence[Row]) -> Columns:
    """Where the columns lie: between strips that no row covers, or one in ten of many rows. A head may span several."""
    whole = _strips(lines, len(lines) // 10)
    below = _strips(lines[1:], len(lines) // 10) if len(lines) > 2 and len(lines[0]) < max(map(len, lines[1:])) else []
    return max(whole, below, key=len)


def _strips(lines: Sequence[Row], spare: int) -> Columns:
    height = median(piece.height for row in lines for piece in row)
    events = sorted(
        (x, step) for row in lines for piece in row for x, step in ((piece.left, 1), (piece.right - 0.01, -1))
    )
    found: Columns = []
    depth, start = 0, 0.0
    for x, step in events:
        before, depth = depth, depth + step
        if before <= spare < depth:
            start = found.pop()[0] if found and x - found[-1][1] < 0.45 * height else x
        elif depth <= spare < before:
            found.append((start, x))
    return found


def cells_of(row: Row, columns: Columns) -> tuple[str, ...]:
    cells = [""] * len(columns)
    for piece in row:
        at = max(
            range(len(columns)),
            key=lambda n: (min(piece.right, columns[n][1]) - max(piece.left, columns[n][0]) > 0, -n),
        )
        overlaps = [min(piece.right, high) - max(piece.left, low) for low, high in columns]
        at = at if overlaps[at] > 0 else max(range(len(columns)), key=overlaps.__getitem__)
        cells[at] = f"{cells[at]} {piece.text}{HYPHEN if piece.cut else ''}".strip()
    return tuple(cells)
