"""A tree of HTML as text: headings with #, lists with -, quotations with >, code in fences, tables as rows of cells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from moot.evidence.media.html import tables
from moot.evidence.media.html.elements import BLOCKS, HEADINGS, LISTS, NO_TEXT, said, tag
from moot.evidence.media.html.inline import BREAK, PICTURE, Inline, flat, picture

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DEEPEST = 120
"""Elements inside one another; what lies deeper is read as bare words."""
_LONG_TERM = 100
"""Characters of a term that stands on one line with what it means."""
_PROSE_WORDS = 30


def text(root: HtmlElement, without: Iterable[HtmlElement] = ()) -> str:
    """Blocks parted by blank lines; lines of a list or table by one newline."""
    blocks = [block for block in Rendered(root, without).blocks(root, 0) if block.strip()]
    words = "\n".join(block for block in blocks if not block.startswith(PICTURE)).lower()
    return "\n\n".join(
        block for block in blocks if not block.startswith(PICTURE) or block[len(PICTURE) : -1].lower() not in words
    )


class Rendered:
    """One tree, with what is left out of it."""

    def __init__(self, root: HtmlElement, without: Iterable[HtmlElement] = ()) -> None:
        self.without = frozenset(without)
        self._holding: set[HtmlElement] = set()
        """Elements that are blocks or hold one: found once, so that no element asks all that is inside it."""
        for element in root.iter():
            kind = tag(element)
            if kind in BLOCKS or picture(element) or (kind == "code" and "\n" in "".join(element.itertext()).strip()):
                while element is not None and element not in self._holding:
                    self._holding.add(element)
                    element = element.getparent() if element is not root else None
        self.inline = Inline(self.without)

    def blocks(self, element: HtmlElement, depth: int) -> Iterator[str]:
        """Text directly in an element gathers to a paragraph until a block comes."""
        if depth > _DEEPEST:
            yield said(element)
            return
        run: list[str] = [element.text or ""]
        for child in element:
            if child in self._holding and child not in self.without:
                yield _spaced("".join(run))
                yield from self._block(child, depth + 1)
                run = []
            elif child.tag == "hr":
                yield _spaced("".join(run))
                run = []
            else:
                run.append(self.inline.of(child))
            run.append(child.tail or "")
        yield _spaced("".join(run))

    def _block(self, element: HtmlElement, depth: int) -> Iterator[str]:
        kind = tag(element)
        if kind in NO_TEXT:
            return
        if kind == "img":
            yield picture(element)
        elif kind in HEADINGS:
            words = flat(self.inline.inside(element, heading=True))
            yield f"{'#' * HEADINGS[kind]} {words}" if words else ""
        elif kind == "table":
            yield from tables.rendered(self, element, depth)
        elif kind in LISTS:
            yield from self._list(element, depth)
        elif kind == "dl":
            yield from self._described(element, depth)
        elif kind in ("pre", "code"):
            yield self._code(element)
        elif kind == "blockquote":
            for block in self.blocks(element, depth):
                yield "\n".join(f"> {line}" for line in block.split("\n")) if block.strip() else ""
        elif kind == "button":
            yield ""
        else:
            yield from self.blocks(element, depth)

    def _code(self, element: HtmlElement) -> str:
        words = self.inline.code(element).strip("\n").rstrip()
        if "\n" not in words:
            return words.strip()
        if element.tag == "pre" and element.find(".//code") is None and _is_prose(words):
            return re.sub(r"\n\s*\n", "\n\n", words)
        return f"```\n{words.replace('```', '` ` `')}\n```"

    def _list(self, element: HtmlElement, depth: int) -> Iterator[str]:
        """Lines of a list; what cannot stand on a line (code, a table) comes after its item, and the list goes on."""
        lines: list[str] = []
        for part in self._items(element, 0, depth):
            if isinstance(part, str):
                lines.append(part)
                continue
            yield "\n".join(lines)
            lines = []
            yield from self._block(part, depth + 1)
        yield "\n".join(lines)

    def _items(self, element: HtmlElement, level: int, depth: int) -> Iterator[str | HtmlElement]:
        number = _number(element.get("start"), 1)
        step = -1 if element.get("reversed") is not None else 1
        for item in element:
            kind = tag(item)
            if not kind or item in self.without or kind in NO_TEXT:
                continue
            if kind in LISTS:
                yield from self._items(item, level + 1, depth + 1) if depth < _DEEPEST else [said(item)]
                continue
            number = _number(item.get("value"), number)
            mark = _mark(element, number)
            number += step
            words: list[str] = []
            after: list[HtmlElement] = []
            self._item(item, words, after, depth)
            own = flat("".join(words))
            if own:
                yield f"{'  ' * level}{mark} {own}"
            for inner in after:
                if depth >= _DEEPEST:
                    yield said(inner)
                elif tag(inner) in LISTS:
                    yield from self._items(inner, level + 1, depth + 1)
                else:
                    yield inner

    def _item(self, node: HtmlElement, words: list[str], after: list[HtmlElement], depth: int) -> None:
        """Words of an item, and the lists, tables and code inside it."""
        words.append(node.text or "")
        for child in node:
            kind = tag(child)
            if child in self.without or kind in NO_TEXT or kind == "button":
                pass
            elif kind in LISTS or kind in ("table", "pre", "dl"):
                after.append(child)
            elif child in self._holding and depth < _DEEPEST:
                words.append(" ")
                self._item(child, words, after, depth + 1)
                words.append(" ")
            else:
                words.append(self.inline.of(child))
            words.append(child.tail or "")

    def _described(self, element: HtmlElement, depth: int) -> Iterator[str]:
        """Terms and what they mean: a line each, or blocks where what they mean is more than a line."""
        parts = [each for each in _terms(element) if each not in self.without]
        plain = all(_is_line(each) for each in parts)
        if not plain:
            for part in parts:
                yield from self.blocks(part, depth + 1)
            return
        lines: list[str] = []
        term = ""
        for part in parts:
            words = flat(" ".join(self.blocks(part, depth + 1)))
            if tag(part) == "dt":
                if term:
                    lines.append(f"- {term}")
                term = words
            elif words:
                lines.append(f"- {term.rstrip(':')}: {words}" if term else f"  - {words}" if lines else f"- {words}")
                term = ""
        yield "\n".join([*lines, f"- {term}"] if term else lines)


def _terms(element: HtmlElement) -> list[HtmlElement]:
    """The dt and dd of a list, also where they lie in groups."""
    found: list[HtmlElement] = []
    for child in element:
        if tag(child) == "div":
            found.extend(each for each in child if tag(each) in ("dt", "dd"))
        elif tag(child):
            found.append(child)
    return found


def _is_line(part: HtmlElement) -> bool:
    if tag(part) == "dt":
        return len(said(part)) <= _LONG_TERM
    blocks = [each for each in part.iterdescendants() if tag(each) in BLOCKS]
    return len([each for each in blocks if tag(each) == "p"]) <= 1 and all(tag(each) in ("p", "div") for each in blocks)


def _number(stated: str | None, otherwise: int) -> int:
    return int(stated) if stated and re.fullmatch(r"-?\d{1,6}", stated.strip()) else otherwise


def _mark(element: HtmlElement, number: int) -> str:
    if element.tag != "ol":
        return "-"
    style = (element.get("type") or "") + (element.get("style") or "")
    if (element.get("type") in ("a", "A") or "alpha" in style) and 1 <= number <= 26:
        letter = chr(ord("a") + number - 1)
        return f"- {letter.upper() if element.get('type') == 'A' or 'upper' in style else letter})"
    if (element.get("type") in ("i", "I") or "roman" in style) and 1 <= number < 40:
        roman = "x" * (number // 10) + ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")[number % 10]
        return f"- {roman.upper() if element.get('type') == 'I' or 'upper' in style else roman})"
    return f"{number}."


def _is_prose(words: str) -> bool:
    """Text that is only set in type of one width: a mail, a standard, a poem."""
    letters = sum(char.isalpha() or char.isspace() for char in words)
    return (
        len(words.split()) >= _PROSE_WORDS and letters > 0.8 * len(words) and not re.search(r"[;{}]\s*$", words, re.M)
    )


def _spaced(words: str) -> str:
    """Line breaks that the author set stay (they come from `br`); other white space is one space."""
    return "\n".join(line for line in (" ".join(line.split()) for line in words.split(BREAK)) if line)
