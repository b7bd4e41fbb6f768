"""Lines in reading order to paragraphs, headings, notes and tables."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Literal

from moot.evidence.media.pdf.box import HYPHEN, WIDE
from moot.evidence.media.pdf.line import Row
from moot.evidence.media.pdf.table import Table
from moot.text.lazy import lazy_re

Kind = Literal["prose", "heading", "table", "note", "aside"]
_ITEM = lazy_re(r"(?:[-*•‣◦▪–●○■]|\(?\d{1,3}[.)]|\[\d{1,3}\])\s")
_NOTE = lazy_re(r"[⁰¹²³⁴-⁹]|[*†‡§]\s?\S|\[?\d{1,2}\]?[.)]?\s")
_RAISED = lazy_re(r"[⁰¹²³⁴-⁹]+\S")
"""Begins a note."""
_COUNT = lazy_re(r"\[?(\d{1,3})\]?[.)]?\s")
_CAPTION = lazy_re(
    r"(?:Table|Tab\.|Figure|Fig\.|Box|Chart|Exhibit|Tabelle|Abbildung|Abb\.|Tableau|Graphique|Tabla|Figura|表|図)\s?\w{1,4}\b"
)
_ADDRESS = lazy_re(r"(?:https?://|\bwww\.)\S+\Z")
_OF_ADDRESS = lazy_re(r"(?=\S*[=&?#~]|\S*\w_\w|\S*/\S*/|\S*\.\w+/|\S*/\S*\.\w)\S+")
"""What is no word and no figure ("50%", "and/or"): it goes on with an address."""
_HYPHENS = ("-", "‐", "\xad")
_CUT = lazy_re(rf"(?<=[^\W\d_])[{''.join(_HYPHENS)}]$")
_MARK = lazy_re(r"\[\d{1,3}(?:(?:,\s?|[-–])\d{1,3}){0,9}\]")
"""Of a citation."""
_FIGURE = lazy_re(r"\d[\d.,/]*")
_SIDE_BY_SIDE = lazy_re(r"(?:(?<!\S)[^\w\s]?\d(?:[\d.,/]*\d)?\s?%?(?:\s|\Z)){3}")
_WORD = lazy_re(r"[^\W\d_]{2,}")


@dataclass
class Part:
    """A stretch of the text that stands for itself."""

    kind: Kind
    text: str
    size: float = 0.0
    cut: bool = False
    """It ends inside a word."""
    full: bool = False
    """Its last line fills its column."""
    run: int = 0
    """Of its page: which column or band it stands in."""


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    left: float
    right: float
    bottom: float
    top: float
    cut: bool
    bold: bool

    @property
    def size(self) -> float:
        return self.top - self.bottom


def body_size(pages: list[list[Row]]) -> float:
    """The height of most characters."""
    heights: Counter[float] = Counter()
    for page in pages:
        for row in page:
            for piece in row:
                heights[round(piece.height, 1)] += len(piece.text)
    return heights.most_common(1)[0][0] if heights else 0.0


def foot(page: list[Row], body: float) -> int:
    """At which row the notes at the foot of a page begin: below its columns, set smaller than `body`."""
    first = len(page)
    while first and len(page[first - 1]) == 1 and page[first - 1][0].height < 0.93 * body:
        first -= 1
    return next((at for at in range(first, len(page)) if _NOTE.match(page[at][0].text)), len(page))


def parts(run: list[Row | Table], body: float, number: int = 0) -> list[Part]:
    """Of a run one column wide, the `number`th of its page: its parts in order, notes at its foot as such."""
    found: list[Part] = []
    lines: list[_Line] = []
    column = _column([_line(row) for each in run for row in (each.rows if isinstance(each, Table) else [each])])
    for each in run:
        if isinstance(each, Table):
            found += _prose(lines, body, column)
            found.append(Part("table", each.text, each.rows[0][0].height))
            lines = []
        else:
            lines.append(_line(each))
    found += _prose(lines, body, column, at_foot=True)
    for each in found:
        each.run = number
    return found


def _line(row: Row) -> _Line:
    words = " ".join(piece.text for piece in row)
    hyphen = _CUT.search(words) if words.endswith(_HYPHENS) else None
    return _Line(
        words[:-1] if hyphen else words,
        row[0].left,
        max(piece.right for piece in row),
        row[0].bottom,
        row[0].top,
        row[-1].cut or hyphen is not None,
        all(piece.bold for piece in row),
    )


def _column(lines: list[_Line]) -> tuple[float, float]:
    """Its left edge, and the right one of nearly all lines."""
    if not lines:
        return 0.0, 0.0
    return min(line.left for line in lines), sorted(line.right for line in lines)[int(0.9 * (len(lines) - 1))]


def _prose(lines: list[_Line], body: float, column: tuple[float, float], at_foot: bool = False) -> list[Part]:
    notes = _notes(lines, body) if at_foot else len(lines)
    return [
        *_blocks(lines[:notes], body, column),
        *(Part("note", each.text, each.size) for each in _blocks(lines[notes:], 0.0, column)),
    ]


def _notes(lines: list[_Line], body: float) -> int:
    """Where notes begin: the lines at the foot that are set smaller, from one that begins with a mark."""
    first = len(lines)
    while first and lines[first - 1].size < 0.93 * body:
        first -= 1
    return next((at for at in range(first, len(lines)) if _NOTE.match(lines[at].text)), len(lines))


def _blocks(lines: list[_Line], body: float, column: tuple[float, float]) -> list[Part]:
    """`column`: of the run that they are a stretch of."""
    if not lines:
        return []
    steps = [before.bottom - after.bottom for before, after in pairwise(lines)]
    usual = body or lines[0].size
    pitch = median([step for step in steps if 0.5 * usual < step < 2.5 * usual] or [1.2 * usual])
    low, high = _column(lines)
    found: list[Part] = [_part(lines[0], body)]
    found[0].full = _is_full(lines[0], *column)
    item: _Line | None = lines[0] if _ITEM.match(lines[0].text) else None
    count = _counted(lines[0])
    for step, before, after in zip(steps, lines, lines[1:], strict=False):
        item = after if _ITEM.match(after.text) else item
        behind = item is not None and item is not after and after.left < item.left + 2 and step > 1.08 * pitch
        behind = behind or (is_caption(found[-1].text) and step > 1.08 * pitch)
        follows = count is not None and _counted(after) == count + 1
        count = _counted(after) if follows else count
        if not body and (follows or _RAISED.match(after.text)):
            between = None
        elif _is_same_heading(before, after, step, usual):
            between = HYPHEN if before.cut else " "
        else:
            between = _between(step > 1.3 * pitch or step < -usual or behind, before, after, usual, (low, high))
        item = None if behind else item
        if between is None:
            found.append(_part(after, body))
        else:
            found[-1].text += between + after.text
            found[-1].cut = after.cut
        found[-1].full = _is_full(after, *column)
    return found


def _counted(line: _Line) -> int | None:
    """The number with which a note begins."""
    number = _COUNT.match(line.text)
    return int(number[1]) if number else None


def _is_same_heading(before: _Line, after: _Line, step: float, body: float) -> bool:
    """Two lines of one title."""
    alike = abs(before.size - after.size) < 0.05 * body and 0 < step < 1.7 * before.size
    return alike and _is_heading(before, body) and _is_heading(after, body)


def _is_full(line: _Line, low: float, high: float) -> bool:
    return line.right > high - 0.15 * (high - low) and not _is_set_right(line, low, high)


def _is_set_right(line: _Line, low: float, high: float) -> bool:
    """Set against the right edge, as a date above a letter."""
    return line.left > low + 0.4 * (high - low)


def _part(line: _Line, body: float) -> Part:
    if not body or not _is_heading(line, body):
        return Part("prose", line.text, line.size, line.cut)
    mark = "# " if line.size > 1.5 * body else "## "
    return Part("heading", mark + line.text, line.size)


def _is_heading(line: _Line, body: float) -> bool:
    """Set larger, few words, no sentence, no figures: a large "61.6 %" is evidence and must stay text."""
    larger = line.size >= 1.14 * body
    if not larger and not (line.bold and line.size >= 0.95 * body):
        return False
    words = re.sub(r"^[12]?\d(?:\.\d{1,2}){0,3}\.?\s+(?=[^\W\d])", "", line.text)
    if len(words) > 120 or (not larger and len(words) >= 70) or words.endswith((".", ",", ";", ":")):
        return False
    return any(char.isalpha() for char in words) and not any(char.isdigit() for char in words)


def _between(apart: bool, before: _Line, after: _Line, body: float, column: tuple[float, float]) -> str | None:
    """What stands between two lines: a line's end, a space inside a sentence, a cut in a word; None: a new part."""
    low, high = column
    if _is_heading(before, body) or _is_heading(after, body):
        return None
    if abs(before.size - after.size) > 0.12 * body:
        return None
    if before.cut:
        return HYPHEN
    if apart:
        return None
    if _ITEM.match(after.text) or _is_set_right(before, low, high) != _is_set_right(after, low, high):
        return "\n"
    ended = before.text.endswith((".", "!", "?", ":", "。", "”", '"', "»"))
    indented = after.left > low + 0.7 * body and before.left < low + 0.5 * body
    if ended and indented and not _ITEM.match(before.text):
        return None
    if before.right > high - body and _ADDRESS.search(before.text) and _OF_ADDRESS.match(after.text):
        return ""
    if before.right - low < 0.75 * (high - low) or (_has_cells(before) and _has_cells(after)):
        return "\n"
    return space(before.text, after.text)


def _has_cells(line: _Line) -> bool:
    """Whether it is a row of figures: three side by side, or with few words between them, as prose has not."""
    words = _MARK.sub("", line.text)
    figures = len(_FIGURE.findall(words))
    return figures >= 3 and (_SIDE_BY_SIDE.search(words) is not None or len(_WORD.findall(words)) <= 2 * figures)


def space(before: str, after: str) -> str:
    """What parts two lines of one paragraph: nothing in scripts without spaces, and where a line was cut at a slash."""
    if before.endswith("/") and re.search(r"\w/$", before) and after[:1].isalnum():
        return ""
    return "" if WIDE.match(before[-1:]) and WIDE.match(after[:1]) else " "


def is_caption(text: str) -> bool:
    """Whether it names a table or picture: it may stand inside a sentence that goes on behind it."""
    return _CAPTION.match(text) is not None


def is_item(text: str) -> bool:
    """Whether it begins like an item of a list."""
    return _ITEM.match(text) is not None
