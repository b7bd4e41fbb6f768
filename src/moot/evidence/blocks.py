"""The outline of a text: headings, paragraphs, lists, tables and code, each with its offsets.

A line scanner for the part of Markdown that decides structure; plain text and PDF text pass through it as well. A full
parser (markdown-it) is ten times slower on large sources and reads indented plain text as code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from moot.text import marks
from moot.text.lazy import lazy_re
from moot.words import Form

_UNDERLINE = lazy_re(r" {0,3}(=+|-{2,})[ \t]*$")
_ITEM = lazy_re(r"[ \t]*(?:[-*+•‣◦▪]|\(?\d{1,3}[.)])(?:[ \t]+|$)")
_INTERRUPTS = lazy_re(r"[ \t]*(?:[-*+•‣◦▪]|\(?1[.)])[ \t]+\S")
_ROW = lazy_re(r" {0,3}\|.*\|[ \t]*$| {0,3}\+[-=+]+\+[ \t]*$")
_DELIMITERS = lazy_re(r" {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*(?::?-+:?[ \t]*)?)+$")
_LONGEST_HEADING = 200
_TABLE = 20_000
"""Characters above a row in which the head of a table without bars at its ends is looked for."""
_TARGET = r"\((?:[^()]|\([^()]*\))*\)"
_MARKED = lazy_re(rf"\[([^\]]*)\]{_TARGET}|[*_`]+")
_PICTURE = lazy_re(
    rf"!\[(?P<said>[^\]]*)\]{_TARGET}|<img\s(?:[^<>]*?\balt\s?=\s?[\"'](?P<alt>[^\"'<>]*))?[^<>]*>", re.IGNORECASE
)

Lines = list[tuple[int, int]]


@dataclass(frozen=True)
class Heading:
    level: int
    title: str
    start: int
    end: int


@dataclass(frozen=True)
class Block:
    form: Form
    start: int
    end: int


def scan(text: str) -> Iterator[Heading | Block]:
    """Headings and blocks in order. What lies between them is white space and thematic breaks."""
    lines = list(marks.lines(text))
    at = 0
    while at < len(lines):
        start, end = lines[at]
        line = text[start : min(end, start + marks.LONGEST)]
        if not line.strip() or marks.RULE.match(line):
            at += 1
            continue
        stop, found = _block(text, lines, at, line)
        yield found
        at = stop


def items(text: str, block: Block) -> list[int]:
    """Where the outermost items of a list begin (the first at the start of the block)."""
    starts: list[int] = []
    depth: int | None = None
    for start, end in marks.lines(text[block.start : block.end]):
        line = text[block.start + start : block.start + min(end, start + marks.LONGEST)]
        if not _ITEM.match(line):
            continue
        indent = len(line) - len(line.lstrip())
        depth = indent if depth is None else depth
        if indent <= depth:
            starts.append(block.start + start)
    return [block.start, *(start for start in starts if start > block.start)]


def rows(text: str, block: Block) -> tuple[list[tuple[int, int]], int]:
    """The lines of a table, and how many of them are its head (with the line of dashes)."""
    lines = [(block.start + start, block.start + end) for start, end in marks.lines(text[block.start : block.end])]
    if len(lines) > 1 and _DELIMITERS.match(text[lines[1][0] : lines[1][1]]):
        return lines, 2
    return lines, 1


def row(text: str, at: int) -> tuple[int, int, bool] | None:
    """Start and end of the row of a table in which a place lies, and whether it is the head; None elsewhere."""
    start, end = _line(text, at)
    if "|" not in (line := _of(text, [(start, end)], 0)):
        return None
    if end < len(text) and _DELIMITERS.match(_of(text, [_line(text, end + 1)], 0)):
        return start, end, True
    if _ROW.match(line):
        return start, end, False
    above = start
    while above and start - above < _TABLE and "|" in (line := _of(text, [_line(text, above - 1)], 0)):
        if _DELIMITERS.match(line):
            return start, end, False
        above, _ = _line(text, above - 1)
    return None


def _line(text: str, at: int) -> tuple[int, int]:
    """Start and end of the line in which a place lies."""
    end = text.find("\n", at)
    return text.rfind("\n", 0, at) + 1, end if end >= 0 else len(text)


def _block(text: str, lines: Lines, at: int, line: str) -> tuple[int, Heading | Block]:
    start, end = lines[at]
    heading = marks.HEADING.match(line)
    if heading and end - start <= _LONGEST_HEADING + 10:
        title = plain(line[heading.end() :].rstrip().rstrip("#"))
        return at + 1, Heading(len(heading[1]), title, start, end)
    fence = marks.FENCE.match(line)
    if fence:
        return _fenced(text, lines, at, fence[1])
    if _starts_table(text, lines, at):
        return _table(text, lines, at)
    if _ITEM.match(line):
        return _list(text, lines, at)
    return _paragraph(text, lines, at)


def plain(title: str) -> str:
    """A heading's words without their marks, and without pictures where there are other words."""
    told = _PICTURE.sub(lambda picture: picture["said"] or picture["alt"] or "", title)
    return _unmarked(_PICTURE.sub("", title)) or _unmarked(told)


def _unmarked(title: str) -> str:
    return " ".join(_MARKED.sub(lambda mark: mark[1] or "", title).split())


def _of(text: str, lines: Lines, at: int) -> str:
    start, end = lines[at]
    return text[start : min(end, start + marks.LONGEST)]


def _fenced(text: str, lines: Lines, at: int, fence: str) -> tuple[int, Block]:
    stop = at + 1
    while stop < len(lines):
        mark = marks.FENCE.match(_of(text, lines, stop))
        stop += 1
        if mark and mark[1].startswith(fence):
            break
    return stop, _closed(text, Form.CODE, lines[at][0], lines[stop - 1][1])


def _starts_table(text: str, lines: Lines, at: int) -> bool:
    line = _of(text, lines, at)
    if _ROW.match(line):
        return True
    return "|" in line and at + 1 < len(lines) and bool(_DELIMITERS.match(_of(text, lines, at + 1)))


def _table(text: str, lines: Lines, at: int) -> tuple[int, Block]:
    stop = at + 1
    framed = bool(_ROW.match(_of(text, lines, at)))
    while stop < len(lines) and (_ROW.match(line := _of(text, lines, stop)) or (not framed and "|" in line)):
        stop += 1
    return stop, _closed(text, Form.TABLE, lines[at][0], lines[stop - 1][1])


def _list(text: str, lines: Lines, at: int) -> tuple[int, Block]:
    stop = last = at + 1
    while stop < len(lines):
        line = _of(text, lines, stop)
        if not line.strip():
            stop += 1
            continue
        after_blank = stop > last
        inside = _ITEM.match(line) or line.startswith(("  ", "\t"))
        if (
            marks.RULE.match(line)
            or marks.HEADING.match(line)
            or (not inside and (after_blank or _breaks(text, lines, stop)))
        ):
            break
        stop += 1
        last = stop
    return last, _closed(text, Form.LIST, lines[at][0], lines[last - 1][1])


def _paragraph(text: str, lines: Lines, at: int) -> tuple[int, Heading | Block]:
    start, end = lines[at]
    stop = at + 1
    if stop < len(lines) and end - start <= _LONGEST_HEADING:
        under = _UNDERLINE.match(_of(text, lines, stop))
        if under:
            return stop + 1, Heading(1 if under[1][0] == "=" else 2, plain(text[start:end]), start, lines[stop][1])
    while stop < len(lines) and _of(text, lines, stop).strip() and not _breaks(text, lines, stop):
        stop += 1
    return stop, _closed(text, Form.PROSE, start, lines[stop - 1][1])


def _breaks(text: str, lines: Lines, at: int) -> bool:
    """Whether a line ends the paragraph before it."""
    line = _of(text, lines, at)
    if marks.HEADING.match(line) or marks.FENCE.match(line) or marks.RULE.match(line) or _INTERRUPTS.match(line):
        return True
    return _starts_table(text, lines, at)


def _closed(text: str, form: Form, start: int, end: int) -> Block:
    """Without white space at its ends; a list or code keeps the indent of its first line."""
    while end > start and text[end - 1].isspace():
        end -= 1
    if form in (Form.PROSE, Form.TABLE):
        while start < end and text[start].isspace():
            start += 1
    return Block(form, start, end)
