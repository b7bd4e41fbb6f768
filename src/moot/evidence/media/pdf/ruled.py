"""Tables with drawn grids: what stands in one cell is one piece, however many lines it is set over.

A cell is told by the four nearest lines around a word. What makes no grid, and columns of text in a frame, stay lines.
"""

from __future__ import annotations

import ctypes
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from moot.evidence.media.pdf import line
from moot.evidence.media.pdf.box import Box
from moot.evidence.media.pdf.line import Piece

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

Cell = tuple[float, float, float, float]
"""Left, bottom, right and top."""
_MOST = 4_000
"""Lines of a page; a drawing has more."""
_NEAR = 2.0
"""Points within which two lines are one, as the two edges of a drawn stroke."""
_LONGEST = 600
"""Characters of a cell; what has more is a column of text in a frame."""
_PITCH = 1.5
"""Heights from a row to the next, where each is one line."""


@dataclass(frozen=True)
class Rules:
    """Each line's place, and where it begins and ends."""

    across: list[tuple[float, float, float]] = field(default_factory=list[tuple[float, float, float]])
    """Horizontal."""
    down: list[tuple[float, float, float]] = field(default_factory=list[tuple[float, float, float]])


def rules(page: PdfPage) -> Rules:
    """The straight lines of a page, upright and level; none of a drawing."""
    import pypdfium2.raw as pdfium

    found = Rules()
    count = 0
    for number in range(min(pdfium.FPDFPage_CountObjects(page), _MOST)):
        item = pdfium.FPDFPage_GetObject(page, number)
        if pdfium.FPDFPageObj_GetType(item) != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        count += max(pdfium.FPDFPath_CountSegments(item), 0)
        if count > _MOST:
            return Rules()
        corners = _corners(item)
        for one, two in pairwise(corners):
            if one is None or two is None:
                continue
            if abs(one[1] - two[1]) < 0.5 < abs(one[0] - two[0]):
                found.across.append((one[1], min(one[0], two[0]), max(one[0], two[0])))
            elif abs(one[0] - two[0]) < 0.5 < abs(one[1] - two[1]):
                found.down.append((one[0], min(one[1], two[1]), max(one[1], two[1])))
    return found


def _corners(item: Any) -> list[tuple[float, float] | None]:
    """Of a path, in points of the page; None where the pen is lifted or bent."""
    import pypdfium2.raw as pdfium

    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(item, matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    found: list[tuple[float, float] | None] = []
    first: tuple[float, float] | None = None
    for number in range(pdfium.FPDFPath_CountSegments(item)):
        segment = pdfium.FPDFPath_GetPathSegment(item, number)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_BEZIERTO or not pdfium.FPDFPathSegment_GetPoint(segment, x, y):
            found.append(None)
            continue
        at = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            found.append(None)
            first = at
        found.append(at)
        if pdfium.FPDFPathSegment_GetClose(segment):
            found.append(first)
    return found


def pieces(boxes: list[Box], drawn: Rules) -> list[Piece]:
    """Words as pieces of lines, and those of a grid as one piece a cell, one line a row."""
    cells: dict[Cell, list[Box]] = defaultdict(list)
    for box in boxes if len(drawn.across) > 2 and len(drawn.down) > 2 else ():
        around = _around(box, drawn)
        if around:
            cells[around].append(box)
    grids = _grids(cells)
    inside = {id(box) for grid in grids for row in grid for cell in row for box in cells[cell]}
    found = line.pieces([box for box in boxes if id(box) not in inside])
    for grid in grids:
        top = None
        for row in grid:
            told = [_piece(cells[cell]) for cell in row]
            height = max(piece.height for piece in told)
            top = max(cell[3] for cell in row) - 0.2 * height if top is None else top - _PITCH * height
            for piece in told:
                piece.bottom, piece.top = top - height, top
            found += told
    return sorted(found, key=lambda piece: piece.order)


def _around(box: Box, drawn: Rules) -> Cell | None:
    x, y = (box.left + box.right) / 2, (box.bottom + box.top) / 2
    downs = [at for at, low, high in drawn.down if low - _NEAR <= y <= high + _NEAR]
    across = [at for at, low, high in drawn.across if low - _NEAR <= x <= high + _NEAR]
    left, right = max((at for at in downs if at <= x), default=None), min((at for at in downs if at > x), default=None)
    low, high = max((at for at in across if at <= y), default=None), min((at for at in across if at > y), default=None)
    if left is None or right is None or low is None or high is None:
        return None
    return _rounded(left), _rounded(low), _rounded(right), _rounded(high)


def _rounded(at: float) -> float:
    return round(at / _NEAR) * _NEAR


def _grids(cells: dict[Cell, list[Box]]) -> list[list[list[Cell]]]:
    """Rows of cells, the tables apart: two rows at least that touch, one of them with two cells or more."""
    rows: dict[tuple[float, float], list[Cell]] = defaultdict(list)
    for cell in cells:
        rows[cell[3], cell[1]].append(cell)
    found: list[list[list[Cell]]] = []
    for (top, _), row in sorted(rows.items(), reverse=True):
        touching = found and abs(min(cell[1] for cell in found[-1][-1]) - top) <= 2 * _NEAR
        if touching and _share(found[-1][-1], row):
            found[-1].append(sorted(row))
        else:
            found.append([sorted(row)])
    return [grid for grid in found if _is_table(grid, cells)]


def _share(above: list[Cell], below: list[Cell]) -> bool:
    """Whether one stands under the other."""
    return min(above)[0] < max(cell[2] for cell in below) and min(below)[0] < max(cell[2] for cell in above)


def _is_table(grid: list[list[Cell]], cells: dict[Cell, list[Box]]) -> bool:
    longest = max(sum(len(box.text) + 1 for box in cells[cell]) for row in grid for cell in row)
    return sum(len(row) > 1 for row in grid) > 1 and longest <= _LONGEST


def _piece(boxes: list[Box]) -> Piece:
    """The lines of a cell as one."""
    lines = [piece for row in line.rows(line.pieces(boxes)) for piece in row]
    for each in lines[1:]:
        lines[0].go_on(each)
    return lines[0]
