"""A tree of HTML, or of trafilatura's XML, as text: headings with #, lists with -, tables as rows of cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

Element = Any
"""An lxml element of either vocabulary."""

_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6, "head": 2}
_LISTS = ("ul", "ol", "list", "menu", "dl")
_ITEMS = ("li", "item", "dd", "dt")
_ROWS = ("tr", "row")
_CELLS = ("td", "th", "cell")
_CODE = ("pre",)
_BREAKS = ("br", "lb")
_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure "  # noqa: SIM905
    "footer form h1 h2 h3 h4 h5 h6 head header html li main menu nav ol p pre quote section summary table ul list "
    "item hr doc text".split()
)


def text(root: Element) -> str:
    """Blocks parted by blank lines; lines of a list or table by one newline."""
    return "\n\n".join(block for block in _blocks(root) if block.strip())


def _blocks(element: Element) -> Iterator[str]:
    """Text directly in an element gathers to a paragraph until a block comes."""
    run: list[str] = [element.text or ""]
    for child in element:
        if not isinstance(child.tag, str):
            run.append(child.tail or "")
            continue
        if _is_block(child):
            yield _spaced("".join(run))
            yield from _block(child)
            run = [child.tail or ""]
        else:
            run.append(_inline(child) + (child.tail or ""))
    yield _spaced("".join(run))


def _is_block(element: Element) -> bool:
    if element.tag == "code":
        return "\n" in "".join(element.itertext()).strip() or element.find(".//lb") is not None
    # An inline element that holds blocks (a link around a card) is read as a block.
    return element.tag in _BLOCKS or any(child.tag in _BLOCKS for child in element.iterdescendants())


def _block(element: Element) -> Iterator[str]:
    tag = element.tag
    if tag in _HEADINGS:
        level = int(re.sub(r"\D", "", element.get("rend") or "") or _HEADINGS[tag])
        words = " ".join(_inline(element).split())
        yield f"{'#' * min(max(level, 1), 6)} {words}" if words else ""
    elif tag == "table":
        yield from _table(element)
    elif tag in _LISTS:
        yield "\n".join(_items(element, 0))
    elif tag in _CODE or tag == "code":
        yield _code(element)
    else:
        yield from _blocks(element)


def _code(element: Element) -> str:
    for line_end in element.iter(*_BREAKS):
        line_end.text = "\n"
    words = "".join(element.itertext()).strip("\n").rstrip()
    if "\n" not in words:
        return words
    return f"```\n{words.replace('```', '` ` `')}\n```"


def _table(element: Element) -> Iterator[str]:
    """Rows of cells. A table of one column is layout, and its cells are read as blocks."""
    for caption in element.iterchildren("caption"):
        yield _spaced(_inline(caption))
    rows = [row for row in element.iter(*_ROWS) if next(row.iterancestors("table"), element) is element]
    cells = [[cell for cell in row if isinstance(cell.tag, str) and cell.tag in _CELLS] for row in rows]
    wide = max((sum(map(_span, row)) for row in cells), default=0)
    if max(map(len, cells), default=0) < 2 or element.find(".//table") is not None:
        for row in cells:
            for cell in row:
                yield from _blocks(cell)
        return
    lines: list[str] = []
    for row in cells:
        words = [word for cell in row for word in (_cell(cell), *[""] * (_span(cell) - 1))]
        if any(words):
            lines.append("| " + " | ".join(words + [""] * (wide - len(words))) + " |")
    if len(lines) > 1:
        lines.insert(1, "|" + "---|" * lines[0].count(" | ") + "---|")
    yield "\n".join(lines)


def _span(cell: Element) -> int:
    stated = cell.get("colspan") or "1"
    return min(max(int(stated), 1), 20) if stated.isdigit() else 1


def _cell(cell: Element) -> str:
    return " ".join(" ".join(_blocks(cell)).split()).replace("|", "/")


def _items(element: Element, depth: int) -> Iterator[str]:
    number = 0
    for item in element:
        if not isinstance(item.tag, str):
            continue
        if item.tag in _LISTS:
            yield from _items(item, depth + 1)
        elif item.tag in _ITEMS:
            number += 1
            mark = f"{number}." if element.tag == "ol" or element.get("rend") == "ol" else "-"
            words = " ".join(" ".join(_own(item)).split())
            if words:
                yield f"{'  ' * depth}{mark} {words}"
            for inner in item.iterdescendants(*_LISTS):
                if next(inner.iterancestors(*_LISTS)) is element:
                    yield from _items(inner, depth + 1)


def _own(item: Element) -> Iterator[str]:
    """The words of an item without the lists inside it."""
    yield item.text or ""
    for child in item:
        if isinstance(child.tag, str) and child.tag not in _LISTS:
            yield from _own(child) if child.find(".//list") is not None or _is_block(child) else (_inline(child),)
        yield child.tail or ""


def _inline(element: Element) -> str:
    if element.tag in _BREAKS:
        return "\n"
    if element.tag in _CELLS:
        return " " + "".join(element.itertext()) + " "
    parts = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str):
            parts.append(_inline(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _spaced(words: str) -> str:
    """Line breaks that the author set stay (they come from `br`); other white space is one space."""
    return "\n".join(line for line in (" ".join(line.split()) for line in words.split("\n")) if line)
