"""Cells of a table that were merged: told in each row that they span, and, in the head of a table, in each column."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from moot.text.lazy import lazy_re

_LONGEST = 200
"""Characters of a cell that is told again in each row that it spans."""
_WIDEST = 400
"""Columns."""
_MOST = 20_000
"""Merged cells of one sheet."""
_FIGURE = lazy_re(r"(?!(?:1[5-9]|20)\d\d$)[-+−(]?[^\w\s]?\d[\d.,  ]*\s?[)%]?")


@dataclass(frozen=True)
class Range:
    """From 0, both ends in it."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass
class Merged:
    """The merged cells of one table; they may become known while its rows are read, each with its first row."""

    _by_row: dict[int, list[Range]] = field(default_factory=lambda: defaultdict[int, list[Range]](list))
    _count: int = 0

    def add(self, found: Range) -> None:
        if self._count < _MOST and (found.bottom > found.top or found.right > found.left):
            self._count += 1
            self._by_row[found.top].append(found)

    def rows(self, rows: Iterable[tuple[int, Sequence[str]]]) -> Iterator[list[str]]:
        """The rows of a sheet, each with its number; rows of a head that has groups of columns become one."""
        hanging: list[tuple[Range, str]] = []
        head: list[str] = []
        grouped: list[Range] = []
        is_top = True
        for number, row in rows:
            cells = list(row)
            hanging = [(each, words) for each, words in hanging if each.bottom >= number]
            for each, words in hanging:
                _put(cells, each.left, words)
            begun = self._by_row.get(number, [])
            hanging += [(each, cells[each.left]) for each in begun if each.bottom > number and _at(cells, each.left)]
            hanging = [(each, words) for each, words in hanging if len(words) <= _LONGEST][:_WIDEST]
            filled = sum(1 for cell in cells if cell.strip())
            if head and not _is_head(head, cells, grouped):
                yield head
                head, is_top = [], False
            groups = [each for each in begun if each.right > each.left and _at(cells, each.left)]
            if head or (is_top and filled > 1 and groups):
                for each in groups:
                    for column in range(each.left + 1, each.right + 1):
                        _put(cells, column, cells[each.left])
                head, grouped = _joined(head, cells), groups
                if not groups:
                    yield head
                    head, is_top = [], False
                continue
            is_top = filled < 2 and (is_top or not filled)
            yield cells
        if head:
            yield head


@dataclass(frozen=True)
class Cell:
    words: str
    wide: int = 1
    """Columns."""
    goes_on: bool = False
    """With the cell above it."""


def of_cells(table: Sequence[Sequence[Cell]]) -> list[list[str]]:
    """The rows of a table whose cells say how wide they are, and whether they go on with those above."""
    placed = [dict(zip(_columns(row), row, strict=True)) for row in table]
    merged = Merged()
    for top, row in enumerate(placed):
        for left, cell in row.items():
            if cell.goes_on and top and left in placed[top - 1]:
                continue
            bottom = top
            while bottom + 1 < len(placed) and (below := placed[bottom + 1].get(left)) and below.goes_on:
                bottom += 1
            merged.add(Range(top, left, bottom, left + cell.wide - 1))
    rows = [[word for cell in row for word in (cell.words, *[""] * (cell.wide - 1))] for row in table]
    return list(merged.rows(enumerate(rows)))


def _columns(row: Sequence[Cell]) -> list[int]:
    """Where each begins."""
    return list(accumulate((cell.wide for cell in row[:-1]), initial=0))[: len(row)]


def _at(cells: Sequence[str], column: int) -> str:
    return cells[column].strip() if column < len(cells) else ""


def _put(cells: list[str], column: int, words: str) -> None:
    cells += [""] * (column + 1 - len(cells))
    cells[column] = cells[column] or words


def _is_head(above: list[str], below: list[str], groups: list[Range]) -> bool:
    """Whether a row names the columns of the groups above it: it has nothing of its own beside them, or no figures."""
    inside = {column for each in groups for column in range(each.left, each.right + 1)}
    if not any(_at(below, column) for column in inside):
        return False
    beside = [column for column in range(len(below)) if column not in inside and _at(below, column)]
    own = [column for column in beside if _at(below, column) != _at(above, column)]
    if any(_at(above, column) for column in own):
        return False
    return not own or not any(_FIGURE.fullmatch(cell.strip()) for cell in below)


def _joined(above: list[str], below: list[str]) -> list[str]:
    wide = max(len(above), len(below))
    pairs = [dict.fromkeys((_at(above, column), _at(below, column))) for column in range(wide)]
    return [" ".join(word for word in pair if word) for pair in pairs]
