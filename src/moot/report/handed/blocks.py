"""A report as blocks that a page is made of: headings, paragraphs, tables, links between them. No markup anywhere."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from itertools import chain

from moot.text.lazy import lazy_re
from moot.text.visible import visible
from moot.words import Standing

TONES = {
    Standing.PROVEN: "2c6b4b",
    Standing.INFERRED: "3f5b96",
    Standing.CONTESTED: "8d5b00",
    Standing.CONTRADICTED: "a5322b",
    Standing.UNSUPPORTED: "7c4587",
    Standing.UNCHECKED: "5f646c",
    Standing.WITHDRAWN: "6f747c",
}
"""Colours of the standings on paper; beside each stands its word."""

_LAST = "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
_NO_CHARACTER = lazy_re(f"[\ufdd0-\ufdef{_LAST}]")
"""Code points that are no characters, as the last two of every plane: XML and HTML refuse some."""


class Look(StrEnum):
    PLAIN = "plain"
    STRONG = "strong"
    EMPHASIS = "emphasis"
    SOFT = "soft"
    """Small and grey: what is beside the point."""
    STRUCK = "struck"
    MARKED = "marked"
    """Words of a source."""
    CITED = "cited"
    """[1], after a sentence."""
    MARK = "mark"
    """The standing of a sentence, in its tone."""
    NUMBER = "number"
    """Of a sentence, raised."""


@dataclass(frozen=True)
class Span:
    """Words that look alike."""

    text: str
    look: Look = Look.PLAIN
    tone: Standing | None = None
    to: str = ""
    """The place in the document that it leads to."""
    web: str = ""
    """The address that it leads to: a source's own, and nothing else."""
    at: str = ""
    """The name of the place where it stands."""


Line = tuple[Span, ...]


class Kind(StrEnum):
    TEXT = "text"
    LEDE = "lede"
    """Under the title: what the document is."""
    LOUD = "loud"
    """What must be known before reading."""
    ITEM = "item"
    ENTRY = "entry"
    """Of a list whose entries have details."""
    DETAIL = "detail"
    """Of the entry, or item, before it."""
    ASIDE = "aside"


@dataclass(frozen=True)
class Paragraph:
    line: Line
    kind: Kind = Kind.TEXT


@dataclass(frozen=True)
class Heading:
    text: str
    level: int = 1
    at: str = ""
    aside: str = ""
    """Beside it, smaller: how many."""


class Frame(StrEnum):
    FIGURES = "figures"
    """Of the document: the first column names the rows."""
    NOTE = "note"
    """The cover note: a word and what is to be said under it."""
    FACTS = "facts"
    """Small: who took part, what the marks mean."""
    MAP = "map"
    """Of agreement: a narrow column for each draft."""
    SIDES = "sides"
    """Of a disagreement."""


LONG_HEAD = 300
"""Characters of a cell of a head that is repeated, at most."""


@dataclass(frozen=True)
class Grid:
    """A table. Every row has as many cells as there are widths."""

    frame: Frame
    widths: tuple[float, ...]
    """Shares of the page's width."""
    head: tuple[Line, ...]
    """Repeated on every page if it is no longer than heads are; none for a table without one."""
    rows: tuple[tuple[Line, ...], ...]
    caption: str = ""

    @property
    def repeats(self) -> bool:
        """Whether the head may stand on every page: one that fills pages would leave no room for the rows."""
        return all(sum(len(span.text) for span in cell) <= LONG_HEAD for cell in self.head)


@dataclass(frozen=True)
class Contents:
    """The list of the headings of the first level."""

    entries: tuple[tuple[str, str], ...] = ()
    """Words and place of each; `settled` knows them."""


Block = Heading | Paragraph | Grid | Contents


@dataclass(frozen=True)
class Outline:
    """The whole document."""

    title: str
    begun: datetime
    """When the run began, in UTC."""
    blocks: tuple[Block, ...]


def shown(text: str) -> str:
    """What a page may hold of a text: visible characters that every writer takes, on one line; edges are kept."""
    return re.sub(r"[\s\u2028\u2029]+", _space, _NO_CHARACTER.sub("\ufffd", visible(text)))


def _space(found: re.Match[str]) -> str:
    return found[0] if found[0] == "\u00a0" else " "


def rtl(text: str) -> bool:
    """Whether a text runs from right to left: so says its first letter that has a direction."""
    sides = (unicodedata.bidirectional(char) for char in text)
    return next((side for side in sides if side in ("L", "R", "AL")), "L") != "L"


def plain(text: str, look: Look = Look.PLAIN) -> Line:
    return (Span(text, look),)


def spans(block: Block) -> Iterator[Span]:
    """Every span of a block, in reading order."""
    if isinstance(block, Paragraph):
        yield from block.line
    elif isinstance(block, Grid):
        for row in (block.head, *block.rows):
            yield from chain.from_iterable(row)


def settled(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks with every place named once, where it is first, no link to a place that there is not, and contents."""
    held = [_named(block, n) for n, block in enumerate(blocks)]
    chief = tuple((each.text, each.at) for each in held if isinstance(each, Heading) and each.level == 1)
    places = {each.at for block in held for each in (block, *spans(block)) if isinstance(each, Heading | Span)}
    seen = {""}

    def span(each: Span) -> Span:
        at = "" if each.at in seen else each.at
        seen.add(at)
        return replace(each, at=at, to=each.to if each.to in places else "")

    def line(cell: Line) -> Line:
        return tuple(map(span, cell))

    def settle(block: Block) -> Block:
        if isinstance(block, Contents):
            return replace(block, entries=chief)
        if isinstance(block, Paragraph):
            return replace(block, line=line(block.line))
        if isinstance(block, Grid):
            head, rows = tuple(map(line, block.head)), tuple(tuple(map(line, row)) for row in block.rows)
            return replace(block, head=head, rows=rows)
        return block

    return tuple(map(settle, held))


def _named(block: Block, n: int) -> Block:
    """A heading has words, and a place to lead to."""
    if not isinstance(block, Heading):
        return block
    return replace(block, text=shown(block.text).strip() or "–", at=block.at or f"h{n}")
