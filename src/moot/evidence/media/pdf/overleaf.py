"""A table that goes on in the next column or on the next page: its rows have the head that stands before the break."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from moot.evidence.media.pdf import carried
from moot.evidence.media.pdf.grid import Columns, cells_of, columns_of
from moot.evidence.media.pdf.line import Row
from moot.evidence.media.pdf.table import Table
from moot.text.lazy import lazy_re

Run = list[Row | Table]
_FIGURE = lazy_re(r"[-–−+±<>~≈$€£]{0,2}\s?\d[\d.,'’\s]{0,20}[%‰€$£]?")
_YEAR = lazy_re(r"(?:19|20)\d\d")
_MOST = 0.66
"""Share of the cells of a column that are figures, from which on the column is one of figures."""
_GOES_ON = lazy_re(r"\b(?:continued|cont[’']d|contd?\.|fortgesetzt|fortsetzung|suite)", re.IGNORECASE)
"""Over rows that go on: "Table 3 (continued)"."""
_SMALLER = 0.93
"""Of the size of the text; a line below that is one of a note."""


def continued(runs: Sequence[Run], body: float) -> None:
    """`runs`: the columns of a file in reading order, without the notes below them; `body`: the size of its letters.

    Rows that begin a run without a head of their own take that of the table with which the run before ends, if they
    have its columns; or the one row with which it ends, which then goes with them. Where neither stands there, no head
    is made up: a row of figures names no columns.
    """
    before: Run = []
    for run in filter(None, runs):
        at = int(len(run) > 1 and not isinstance(run[0], Table) and _GOES_ON.search(_words(run[0])) is not None)
        last = _last(before, body)
        if last is not None:
            last, at = carried.apart(before, last, run, at)
        above = None if last is None else before[last]
        first = run[at]
        if not isinstance(first, Table):
            run[at] = (isinstance(above, Table) and _left_over(first, above)) or first
        elif not _has_head(first, at > 0):
            head = _head_of(first, above)
            run[at] = replace(first, cells=(head, *first.cells)) if head else first
            if head and last is not None and not isinstance(above, Table) and any(head):
                del before[last]
        before = run


def _words(row: Row) -> str:
    return " ".join(piece.text for piece in row)


def _last(run: Run, body: float) -> int | None:
    """Where the last of a run stands, notes at its foot aside."""
    for at in reversed(range(len(run))):
        each = run[at]
        if isinstance(each, carried.Sum):
            continue
        if isinstance(each, Table) or each[0].height >= _SMALLER * body:
            return at
    return None


def _has_head(rows: Table, goes_on: bool) -> bool:
    """Whether its first row names its columns; where no figures tell, it does, unless a line says that rows go on."""
    data = _is_data(rows.cells[0], rows.cells[1:])
    if data is None:
        return not goes_on or (_is_bold(rows.rows[0]) and not _is_bold(rows.rows[1]))
    return not data


def _head_of(rows: Table, above: Row | Table | None) -> tuple[str, ...]:
    """What stands before the break; empty cells over figures where that is none, and nothing where that is not sure."""
    if isinstance(above, Table) and _shared(above.rows, rows.rows):
        return above.cells[0] if rows.cells[0] != above.cells[0] else ()
    over = _cells_over(above, rows) if above is not None and not isinstance(above, Table) else ()
    unnamed = _is_data(rows.cells[0], rows.cells[1:])
    return over or (("",) * len(rows.cells[0]) if unnamed else ())


def _cells_over(row: Row, rows: Table) -> tuple[str, ...]:
    """Of a row that is the head of others: one for each column but perhaps the first, no figures over figures."""
    for moved, columns in _together((row,), rows.rows):
        cells = cells_of(moved[0], columns)
        named = len(columns) == len(rows.cells[0]) and sum(map(bool, cells)) == len(row) >= max(2, len(columns) - 1)
        if named and all(cells[1:]) and not _is_data(cells, rows.cells):
            return cells
    return ()


def _left_over(row: Row, table: Table) -> Table | None:
    """A single row that goes on with a table; None where its figures do not stand in the columns of the others."""
    for _, columns in _together(table.rows, (row,)):
        cells = cells_of(row, columns)
        if len(columns) == len(table.cells[0]) and _is_data(cells, table.cells[1:]) and all(cells):
            return Table((row,), (table.cells[0], cells))
    return None


def _shared(one: Sequence[Row], two: Sequence[Row]) -> bool:
    """Whether the rows of two tables stand in the same columns."""
    count = len(columns_of(one))
    return count == len(columns_of(two)) and any(len(columns) == count for _, columns in _together(one, two))


def _together(one: Sequence[Row], two: Sequence[Row]) -> Iterator[tuple[list[Row], Columns]]:
    """The rows of `one` above those of `two`, where they stand and moved to begin at the same edge, as in another
    column of the page; and the columns that both have.
    """
    aside = _edge(two) - _edge(one)
    for shift in (0.0, aside):
        moved = [[replace(each, left=each.left + shift, right=each.right + shift) for each in row] for row in one]
        yield moved, columns_of([*moved, *two])


def _edge(rows: Sequence[Row]) -> float:
    return min(piece.left for row in rows for piece in row)


def _is_data(cells: Sequence[str], others: Sequence[Sequence[str]]) -> bool | None:
    """Whether a row is like the others where these have figures; a year over other figures names them. None: no column
    tells.
    """
    columns = [[row[n] for row in others if row[n]] for n in range(len(cells))]
    mine = [
        bool(_FIGURE.fullmatch(cell)) and (not _YEAR.fullmatch(cell) or all(map(_YEAR.fullmatch, column)))
        for cell, column in zip(cells, columns, strict=True)
        if sum(_FIGURE.fullmatch(each) is not None for each in column) > _MOST * len(column)
    ]
    return sum(mine) > _MOST * len(mine) if mine else None


def _is_bold(row: Row) -> bool:
    return all(piece.bold for piece in row)
