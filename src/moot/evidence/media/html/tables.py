"""A table as rows of cells under one head, each cell in its column."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from moot.evidence.media import tabular
from moot.evidence.media.headless import is_headless
from moot.evidence.media.html.elements import HEADINGS, said, tag
from moot.evidence.media.html.inline import flat

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from moot.evidence.media.html.rendered import Rendered

_WIDEST = 200
"""Columns."""
_LARGEST = 400_000
"""Cells, after spans are laid out."""
_LONGEST = 200
"""Characters of a cell that is told again in each row that it spans."""
_LAYOUT = 40
"""Words of a cell from which a table without heads is there for its looks."""
_BEFORE = frozenset(("$", "€", "£", "¥", "₹", "US$", "A$", "C$", "R$", "kr", "CHF", "EUR", "USD", "GBP", "("))
_AFTER = frozenset((")", "%", ")%", "%)", "pp"))
"""What stands in columns of its own beside the figures that it belongs to."""


@dataclass
class _Row:
    cells: list[HtmlElement]
    head: bool
    """Stands in the head that the table names."""
    texts: list[str]
    """By column."""
    follows: list[bool]
    """By column: whether a cell before it spans this one too."""


def rendered(page: Rendered, table: HtmlElement, depth: int) -> Iterator[str]:
    """Caption and rows. A table that only sets things beside one another is read cell by cell."""
    rows = _rows(page, table)
    for caption in table.iterchildren("caption"):
        yield _words(page, caption, depth)
    if _is_layout(table, rows):
        for row in rows:
            for cell in row.cells:
                yield from page.blocks(cell, depth + 1)
        return
    _lay_out(page, rows, depth)
    rows = [row for row in rows if any(row.texts)]
    while len(rows) > 1 and _is_title(rows[0]):
        yield rows.pop(0).texts[0]
    if not rows:
        return
    heads = _heads(rows)
    _join(rows, heads)
    width = len(rows[0].texts)
    head = [_merged(rows[:heads], column) for column in range(width)]
    body = [row.texts for row in rows[heads:]]
    used = [column for column in range(width) if head[column] or any(row[column] for row in body)]
    lines = [tabular.row(row[column] for column in used) for row in (head, *body)]
    if body:
        lines.insert(1, "|" + "---|" * len(used))
    yield "\n".join(lines)


def _rows(page: Rendered, table: HtmlElement) -> list[_Row]:
    """Its own rows, not those of a table inside it: head, body, foot, wherever the foot was written."""
    parts: dict[str, list[_Row]] = {"thead": [], "tbody": [], "tfoot": []}
    waiting = [(child, "tbody") for child in reversed(table)]
    while waiting:
        element, part = waiting.pop()
        kind = tag(element)
        if element in page.without:
            continue
        if kind == "tr":
            cells = [cell for cell in element if tag(cell) in ("td", "th") and cell not in page.without]
            parts[part].append(_Row(cells, part == "thead", [], []))
        elif kind and kind not in ("table", "td", "th", "caption"):
            waiting.extend((child, kind if kind in parts else part) for child in reversed(element))
    return [*parts["thead"], *parts["tbody"], *parts["tfoot"]]


def _is_layout(table: HtmlElement, rows: list[_Row]) -> bool:
    if table.get("role") in ("presentation", "none"):
        return True
    if max((sum(1 for cell in row.cells if _has_words(cell)) for row in rows), default=0) < 2:
        return True
    cells = [cell for row in rows for cell in row.cells if tag(cell) == "td"]
    stated = any(row.head or any(tag(cell) == "th" for cell in row.cells) for row in rows)
    for cell in cells:
        for inner in cell.iterdescendants():
            if tag(inner) == "table" and not (stated and len(said(inner).split()) <= _LAYOUT):
                return True
            if inner.tag in HEADINGS or inner.tag in ("article", "main", "nav"):
                return True
    return not stated and any(len(said(cell).split()) > _LAYOUT for cell in cells)


def _has_words(cell: HtmlElement) -> bool:
    return bool((cell.text or "").strip()) or (
        len(cell) > 0 and bool(said(cell) or cell.find(".//*[@aria-label]") is not None)
    )


def _words(page: Rendered, cell: HtmlElement, depth: int) -> str:
    return flat(" ".join(map(_on_one_line, page.blocks(cell, depth + 1))))


def _on_one_line(block: str) -> str:
    """A table inside a cell, its cells parted by commas."""
    if not block.startswith("| "):
        return block
    return "; ".join(line.strip("| ").replace(" | ", ", ") for line in block.split("\n") if not line.startswith("|-"))


def _lay_out(page: Rendered, rows: list[_Row], depth: int) -> None:
    """Every cell to its column; one that spans rows is told in each."""
    hanging: dict[int, tuple[int, str]] = {}
    cells = 0
    for at, row in enumerate(rows):
        waiting = list(reversed(row.cells))
        while (waiting or any(column >= len(row.texts) for column in hanging)) and len(row.texts) < _WIDEST:
            column = len(row.texts)
            if column in hanging:
                left, text = hanging.pop(column)
                if left > 1:
                    hanging[column] = (left - 1, text)
                row.texts.append(text)
                row.follows.append(False)
                continue
            if not waiting:
                row.texts.append("")
                row.follows.append(False)
                continue
            cell = waiting.pop()
            text = _words(page, cell, depth)
            wide = min(_span(cell, "colspan"), _WIDEST - column)
            deep = min(_span(cell, "rowspan"), len(rows) - at)
            row.texts.extend([text, *[""] * (wide - 1)])
            row.follows.extend([False, *[True] * (wide - 1)])
            if deep > 1:
                hanging[column] = (deep - 1, text if len(text) <= _LONGEST else "")
                hanging |= dict.fromkeys(range(column + 1, column + wide), (deep - 1, ""))
        cells += len(row.texts)
        if cells > _LARGEST:
            del rows[at + 1 :]
            break
    width = max((len(row.texts) for row in rows), default=0)
    for row in rows:
        row.follows.extend([False] * (width - len(row.texts)))
        row.texts.extend([""] * (width - len(row.texts)))


def _span(cell: HtmlElement, name: str) -> int:
    stated = (cell.get(name) or "1").strip()
    return max(int(stated), 1) if stated.isdecimal() and len(stated) < 6 else 1


def _is_title(row: _Row) -> bool:
    """One cell over the whole width."""
    return bool(row.texts[0]) and len(row.texts) > 1 and not any(row.texts[1:]) and all(row.follows[1:])


def _heads(rows: list[_Row]) -> int:
    """How many rows are the head: those that it says, or that are set as one; else the first, if no entry."""
    for is_head in (_in_head, _all_th, _all_bold):
        count = next((at for at, row in enumerate(rows) if not is_head(row)), 0)
        if count:
            return count
    named = [tag(row.cells[0]) == "th" or _is_bold(row.cells[0]) for row in rows if row.cells]
    return 0 if (len(rows) > 1 and all(named)) or is_headless([row.texts for row in rows]) else 1


def _in_head(row: _Row) -> bool:
    return row.head


def _all_th(row: _Row) -> bool:
    return all(tag(cell) == "th" or not _has_words(cell) for cell in row.cells)


def _all_bold(row: _Row) -> bool:
    cells = [cell for cell in row.cells[1:] if _has_words(cell)]
    return bool(cells) and all(map(_is_bold, cells))


def _is_bold(cell: HtmlElement) -> bool:
    bold = "".join(said(each) for each in cell.iter("b", "strong"))
    return bool(bold) and len(bold) >= len(said(cell))


def _join(rows: list[_Row], heads: int) -> None:
    """Signs of currency and per cent that have columns of their own go to their figures."""
    width = len(rows[0].texts)
    for column in range(width):
        held = {row.texts[column] for row in rows[heads:]} - {""}
        to = column + 1 if held and held <= _BEFORE else column - 1 if held and held <= _AFTER else -1
        if not 0 <= to < width:
            continue
        for row in rows:
            parts = [row.texts[at] for at in sorted((column, to)) if row.texts[at]]
            sign = row.texts[column] in _BEFORE | _AFTER
            row.texts[to] = ("" if sign else " ").join(parts)
            row.texts[column] = ""


def _merged(heads: list[_Row], column: int) -> str:
    """The words above a column. Of several rows each word stands once, those over more columns with each of these."""
    words: list[str] = []
    for row in heads:
        at = column
        while len(heads) > 1 and at and row.follows[at]:
            at -= 1
        if row.texts[at] and row.texts[at] not in words[-1:]:
            words.append(row.texts[at])
    return " ".join(words)
