"""Numbers alone in a table's column of sources: they are marks without a dress, "| Oats | 3 | 1, 2 |"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from moot.evidence.cited_report import numbers
from moot.evidence.cited_report.blocks import Block
from moot.evidence.cited_report.plain import Found, Key, Plain
from moot.text.lazy import lazy_re

OF_SOURCES = lazy_re(r"\W*(?:sources?|refs?\.?|references?|citations?|quellen?)\W*", re.IGNORECASE)
_CELL = lazy_re(r"[^|]*")


def of_sources(text: str, blocks: Sequence[Block]) -> dict[int, int]:
    """Of each row that stands under such a column, by where the row begins: which column it is, from 0."""
    found: dict[int, int] = {}
    column: int | None = None
    for block in blocks:
        if block.kind == "head":
            cells = block.words(text).strip().strip("|").split("|")
            column = next((n for n, cell in enumerate(cells) if OF_SOURCES.fullmatch(cell)), None)
        elif block.kind != "row":
            column = None
        elif column is not None:
            found[block.begin] = column
    return found


def take_out(plain: Plain, column: int, known: frozenset[str]) -> Plain:
    """The row without the numbers of the list that stand alone in this column."""
    text = plain.text
    cells = [cell for cell in _CELL.finditer(text) if cell[0] or cell.start() == 0]
    cells = cells[1:] if cells and not cells[0][0].strip() else cells  # before the first bar
    if column >= len(cells):
        return plain
    cell = cells[column]
    written = cell[0].strip()
    if not re.fullmatch(numbers.LIST, written) or not known.issuperset(names := numbers.each(written)):
        return plain
    start = cell.start() + cell[0].index(written)
    place = plain.place(start, start + len(written))
    keys = tuple(Key("number", name) for name in names)
    return plain.taken([(start, start + len(written), Found(keys, *place, "number", word=False))])
