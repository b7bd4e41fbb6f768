"""Rows of cells to text: tables as rows of Markdown, what stands alone in its row as a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from moot.evidence.media.headless import is_headless

NOT_COMPUTED = "[not computed]"
"""In the place of a formula's value that no program stored: its row, and the table around it, stay what they are."""
_BAR = r"\|"
_FEW = 4
"""Words from which a lone cell below a table is a remark, no row."""


def text(rows: Iterable[Sequence[str]]) -> str:
    """Blank rows part tables; columns that are empty in all of a table are left out; its first row is its head, unless
    it is an entry like the others."""
    return "\n\n".join(block for each in _blocks(rows) for block in _table(each))


def row(cells: Iterable[str]) -> str:
    """A bar within a cell is escaped, as Markdown has it: those who read tables know it from the bar between two."""
    return f"| {' | '.join(' '.join(cell.split()).replace('|', _BAR) for cell in cells)} |"


def table(rows: Sequence[Sequence[str]]) -> str:
    """Rows of one length, the first as head."""
    lines = [row(cells) for cells in rows]
    lines.insert(1, "|" + "---|" * max(len(rows[0]), 1))
    return "\n".join(lines)


def headed(rows: Sequence[Sequence[str]]) -> str:
    """As `table`; over a first row that is an entry like the others the head is empty."""
    return table([[""] * len(rows[0]), *rows] if is_headless(rows) else rows)


def _blocks(rows: Iterable[Sequence[str]]) -> Iterator[list[Sequence[str]]]:
    block: list[Sequence[str]] = []
    for cells in rows:
        if any(cell.strip() for cell in cells):
            block.append(cells)
        elif block:
            yield block
            block = []
    if block:
        yield block


def _table(block: list[Sequence[str]]) -> Iterator[str]:
    wide = max(map(len, block))
    used = [n for n in range(wide) if any(n < len(cells) and cells[n].strip() for cells in block)]
    rows = [[cells[n] if n < len(cells) else "" for n in used] for cells in block]
    several = [n for n, cells in enumerate(rows) if _filled(cells) > 1]
    if not several:
        yield from (_line(cells) for cells in rows)
        return
    first, last = several[0], len(rows)
    while last - 1 > several[-1] and len(_line(rows[last - 1]).split()) >= _FEW:
        last -= 1
    yield from (_line(cells) for cells in rows[:first])
    yield headed(rows[first:last])
    yield from (_line(cells) for cells in rows[last:])


def _filled(cells: Sequence[str]) -> int:
    return sum(bool(cell.strip()) for cell in cells)


def _line(cells: Sequence[str]) -> str:
    return " ".join(" ".join(cells).split())
