"""Rows whose pieces stand under one another: tables, with a cell for each column, as rows of Markdown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import pairwise
from statistics import median

from moot.evidence import dates
from moot.evidence.media import tabular
from moot.evidence.media.pdf import wrapped
from moot.evidence.media.pdf.grid import cells_of, columns_of
from moot.evidence.media.pdf.line import Row, continued
from moot.text.lazy import lazy_re

_MARK = lazy_re(r"[-*•‣◦▪–·●○■□]|\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)]|\[\d{1,3}\]")
_FARTHEST = 3.5
"""Heights between two rows of a table."""
_LEAST = 0.4
"""Share of its cells that a table fills; formulas set over several lines fill fewer."""
_LARGER = 1.14
"""Times the height of a table's type: so a title is set."""
_MOST_HEAD, _FAR = 4, 3.0
"""Lines of a letter's head, and heights between its two sides."""
_LETTERS = lazy_re(r"[^\W\d_]{2}")


@dataclass(frozen=True)
class Table:
    rows: tuple[Row, ...]
    """Lines, as they stand."""
    cells: tuple[tuple[str, ...], ...]
    """Of each row, which may be several lines; first the head."""

    @property
    def text(self) -> str:
        return tabular.table(self.cells)


def parted(lines: list[Row]) -> list[Row | Table]:
    """Lines in order, with those that make a table put into one."""
    lines = [_with_mark(row) for row in lines]
    out: list[Row | Table] = []
    at = 0
    while at < len(lines):
        end = _end(lines, at)
        head = 0 if out else _letterhead(lines[at:end])
        if head:
            out.extend([piece] for row in lines[at : at + head] for piece in row)
            at += head
            continue
        first = _top(lines, at, end, len(out))
        cells = _table(lines[first:end]) if end - at > 1 else ()
        if cells:
            del out[len(out) - (at - first) :]
            out.append(Table(tuple(lines[first:end]), cells))
            at = end
        else:
            out.append(lines[at])
            at += 1
    return out


def _letterhead(lines: list[Row]) -> int:
    """How many lines at the top of a page only set a name at the left and a day or number at the far right: a title
    parts them from a table of more columns, or one of them is a day.
    """
    height = median(piece.height for row in lines for piece in row)
    edge = min(row[0].left for row in lines) + height

    def is_head(row: Row) -> bool:
        return len(row) == 2 and row[0].left <= edge and row[1].left - row[0].right > _FAR * height

    count = next((n for n, row in enumerate(lines) if not is_head(row)), len(lines))
    if not 0 < count <= _MOST_HEAD:
        return 0
    title = lines[count] if count < len(lines) and len(lines[count]) == 1 else None
    if title and title[0].left < lines[count - 1][1].left:
        return count if max(map(len, lines[count:])) > 2 or title[0].height > _LARGER * height else 0
    right = [row[1].text for row in lines]
    days = [dates.iso(text) for text in right]
    amounts = [text for text, day in zip(right, days, strict=True) if not day and wrapped.FIGURE.fullmatch(text)]
    return count if 1 < count == len(lines) and sum(map(bool, days)) == 1 and not amounts else 0


def _table(lines: list[Row]) -> tuple[tuple[str, ...], ...]:
    """The cells of its rows; none where they are no table."""
    columns = columns_of(lines)
    if len(columns) < 2:
        return ()
    bands = wrapped.bands(lines, columns)
    cells = [cells_of(row, columns) for row in lines]
    if bands:
        wrapped.without_strays(lines, bands, columns)
        columns = columns_of(lines)
        cells = [cells_of(row, columns) for row in lines]
        whole = tuple(_put_together([cells[at] for at in band]) for band in bands)
        return whole if len(columns) > 1 and _filled(whole) else ()
    return _whole_rows(lines, cells) if _filled(cells) else ()


def _put_together(lines: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """The lines of a row, cell by cell."""
    return tuple(reduce(continued, filter(None, column), "").strip() for column in zip(*lines, strict=True))


def _with_mark(row: Row) -> Row:
    """A list's mark and its words are one piece."""
    if len(row) < 2 or not _MARK.fullmatch(row[0].text):
        return row
    if len(row) == 2 or not re.match(r"\(?\d", row[0].text):
        row[0].join(row[1])
        return [row[0], *row[2:]]
    return row


def _end(lines: list[Row], at: int) -> int:
    """Behind the last row that can be of one table with the row at `at`; that row alone where it has one piece."""
    if len(lines[at]) < 2:
        return at + 1
    end, last = at + 1, at + 1
    while end < len(lines):
        row = lines[end]
        step = lines[end - 1][0].bottom - row[0].bottom
        if step > _FARTHEST * row[0].height or len(columns_of(lines[at : end + 1])) < 2:
            break
        end += 1
        if len(row) > 1:
            last = end
        elif end - last > 3:
            break
    columns = columns_of(lines[at:end])
    bands = wrapped.bands(lines[at:end], columns) if end - at > 2 else []
    if bands:
        return at + next(band[-1] for band in bands if last - at - 1 in band) + 1
    return _with_tail(lines, last, end, at)


def _top(lines: list[Row], at: int, end: int, most: int) -> int:
    """The first line of a table whose head begins with lines of one cell, above that with several at `at`."""
    columns = columns_of(lines[at:end])
    lead = wrapped.step_of(lines[at:end], columns) if end - at > 1 else 0.0
    first = at
    while lead and at - first < most and len(lines[first - 1]) == 1:
        piece = lines[first - 1][0]
        over = [at for at, (low, high) in enumerate(columns) if low < piece.right and piece.left < high]
        if len(over) != 1 or over[0] == 0 or not 0 < wrapped.step(lines[first - 1], lines[first]) <= 1.12 * lead:
            break
        first -= 1
    return first


def _with_tail(lines: list[Row], last: int, end: int, at: int) -> int:
    """Rows of one piece at the end belong to the table only as second lines of its last cells."""
    columns = columns_of(lines[at:last])
    pitch = min((one[0].middle - two[0].middle for one, two in pairwise(lines[at:last])), default=0.0)
    while last < end:
        piece = lines[last][0]
        home = next(
            (n for n, (low, high) in enumerate(columns) if low - 2 <= piece.left and piece.right <= high + 2), 0
        )
        close = lines[last - 1][0].middle - piece.middle < max(1.35 * piece.height, 1.05 * pitch)
        if home == 0 or not close:
            break
        last += 1
    return last


def _filled(rows: Sequence[Sequence[str]]) -> bool:
    """Most rows have cells in two columns or more, and not every column is prose."""
    counts = [_count(row) for row in rows]
    full = sum(count > 1 for count in counts)
    if full < 2 or 2 * full < len(rows) or sum(counts) < _LEAST * len(rows[0]) * len(rows):
        return False
    lengths = [median([len(cell) for cell in column if cell] or [0]) for column in zip(*rows, strict=True)]
    return min(lengths) < 45


def _whole_rows(lines: list[Row], cells: Sequence[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """Cells of several lines put together. A row that fills few columns with words goes to the nearest fuller one."""
    middles = [median(piece.middle for piece in row) for row in lines]
    full = [n for n in range(len(cells)) if not _is_part(cells[n], max(map(_count, cells)))]
    near = median([middles[one] - middles[two] for one, two in pairwise(full)] or [0.0])
    reach = [max(0.85 * near, 1.35 * max(piece.height for piece in row)) for row in lines]
    homes = [
        _home(n, cells, middles, full, reach[n]) if _is_part(cells[n], max(map(_count, cells))) else n
        for n in range(len(cells))
    ]
    whole: list[tuple[str, ...]] = []
    for home in sorted(set(homes)):
        whole.append(_put_together([cells[n] for n, each in enumerate(homes) if each == home]))
    return tuple(whole)


def _count(cells: Sequence[str]) -> int:
    return sum(bool(cell) for cell in cells)


def _is_part(cells: Sequence[str], most: int) -> bool:
    """Words only, in fewer than half of the columns that the fullest row fills."""
    filled = [cell for cell in cells if cell]
    if len(filled) == 1 and cells[0]:
        return most > 1
    return 2 * len(filled) <= most and all(_LETTERS.search(cell) for cell in filled)


def _home(n: int, cells: Sequence[Sequence[str]], middles: list[float], full: list[int], reach: float) -> int:
    """The row that a part belongs to; itself where it is a heading inside the table."""
    above = max((m for m in full if m < n), default=None)
    below = min((m for m in full if m > n), default=None)
    first = next(cell for cell in cells[n] if cell)
    is_below = below is not None and middles[n] - middles[below] <= reach
    if cells[n][0] and _count(cells[n]) == 1 and (above is None or not _goes_on(cells[above][0], first)):
        near = below is not None and middles[n] - middles[below] < 0.7 * reach
        return below if near and below is not None else n
    if above is not None and middles[above] - middles[n] <= reach * (n - above):
        return above
    return below if is_below and below is not None else n


def _goes_on(before: str, after: str) -> bool:
    return bool(before) and (not after[:1].isupper() or before.endswith((",", "-", "/", "(")))
