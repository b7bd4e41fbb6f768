"""Tables of plain text, whose columns spaces hold apart, as tables of Markdown: else nobody sees what is in which."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from moot.evidence.media import tabular
from moot.text import marks
from moot.text.all_in import stated
from moot.text.lazy import lazy_re

_GAP = lazy_re(r"(?<=\S)(?:[ \xa0]{2,}|\t+)(?=\S)")
_RULE = lazy_re(r"\s*[=-][\s=+-]{2,}")
_FIGURE = lazy_re(r"\d")
_NUMBER = lazy_re(r"(?!(?:1[5-9]|20)\d\d(?:\D|\Z))[^\w\s]?\s?\d[\d.,]*\D{0,12}")
"""A cell that is a figure, and no year: that may be a head."""
_LONGEST, _WORDS = 300, 8
"""Characters of a line and words of a cell, beyond which they are prose."""
_LEAST, _WIDE = 3, 2
"""Rows that a table has at least, its head included, and spaces between two of its columns."""
_HEADS = 3
"""Lines that a head may have."""
_COLUMNS = 3
"""Fewer, if not of figures alone, are a form, a contract, a program with its remarks: the first names what stands in
the other."""


def told(text: str) -> str:
    """The text with such tables in rows of cells; what else it has, fenced code too, stays as it is."""
    kept: list[str] = []
    above = ""
    for apart, group in groupby(_lines(text), lambda line: line[1]):
        lines = [line for line, _ in group]
        while apart and lines and _RULE.fullmatch(lines[0]):
            kept.append(lines.pop(0))  # It may underline a heading.
        table = _table([line.rstrip("\r\n") for line in lines], bool(stated(above))) if apart else ""
        kept.append(f"\n{table}\n\n" if table else "".join(lines))
        above = next((line for line in reversed(lines) if line.strip()), above)
    return "".join(kept)


def _lines(text: str) -> Iterator[tuple[str, bool]]:
    """The lines, each with whether it may be a row."""
    fence = ""
    for line in text.splitlines(keepends=True):
        mark = marks.FENCE.match(line)
        if mark and (not fence or mark[1].startswith(fence)):
            fence = "" if fence else mark[1]
        yield line, not fence and _is_row(line)


def _is_row(line: str) -> bool:
    inside = line.strip()
    if len(line) > _LONGEST or "|" in line or not inside:
        return False
    return bool(_GAP.search(inside) or _RULE.fullmatch(inside))


def _table(lines: Sequence[str], measured: bool) -> str:
    """In Markdown; empty where the lines are none. `measured`: the line above says what figures are in, and a head may
    be missing.
    """
    rows = [line for line in lines if not _RULE.fullmatch(line)]
    cells = _cells(rows) if len(rows) >= _LEAST else []
    if not cells or len(cells[0]) < 2:
        return ""
    first = next((n for n, row in enumerate(cells) if any(map(_NUMBER.fullmatch, row[1:]))), 0)
    if first > 1 and len(rows) == len(lines) and all(all(row) for row in cells[:first]):
        first = 1  # Rows of which none is a figure: nothing parts them from the others.
    body = cells[first:]
    counted = any(sum(bool(_FIGURE.search(row[n])) for row in body) * 2 > len(body) for n in range(1, len(cells[0])))
    prose = any(len(cell.split()) > _WORDS for row in cells for cell in row)
    pairs = any(row[0].endswith(":") for row in body)  # "Area:   410 km²" names what stands beside it.
    pairs = pairs or (len(cells[0]) < _COLUMNS and not all(_NUMBER.fullmatch(row[1]) for row in body))
    if not (0 if measured else 1) <= first <= _HEADS or len(body) < _LEAST - 1 or not counted or prose or pairs:
        return ""
    head = [" ".join(filter(None, column)) for column in zip(*cells[:first], strict=True)] or [""] * len(cells[0])
    return tabular.table([head, *body])


def _cells(lines: Sequence[str]) -> list[list[str]]:
    """By tabs where each line has as many, else by the columns that are free in all."""
    parted = [[cell.strip() for cell in line.split("\t")] for line in lines]
    if len({len(row) for row in parted}) == 1 and len(parted[0]) > 1:
        return parted
    wide = [line.expandtabs() for line in lines]
    columns = list(_columns(wide))
    return [[line[start:stop].strip() for start, stop in columns] for line in wide]


def _columns(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where something stands in any of the lines, and what lies between is empty in all."""
    wide = max(map(len, lines), default=0)
    taken = [any(n < len(line) and not line[n].isspace() for line in lines) for n in range(wide)]
    start, last = -1, -1
    for n, full in enumerate(taken):
        if not full:
            continue
        if start >= 0 and n - last > _WIDE:
            yield start, last + 1
            start = n
        start = n if start < 0 else start
        last = n
    if start >= 0:
        yield start, last + 1
