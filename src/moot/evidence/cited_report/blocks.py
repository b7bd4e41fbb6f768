"""A report in Markdown as blocks: headings, paragraphs, list items, table rows and definitions of footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Kind = Literal["heading", "paragraph", "item", "row", "footnote", "code"]

_HEADING = re.compile(r" {0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
_FENCE = re.compile(r" {0,3}(```+|~~~+)")
_ITEM = re.compile(r"(\s*)(?:[-*+•]|(\d{1,4})[.)])\s+(?=\S)")
_ROW = re.compile(r"\s*\|.*\|\s*$")
_RULE_ROW = re.compile(r"[\s|:\-]+$")
_FOOTNOTE = re.compile(r" {0,3}\[\^([^\]\s]+)\]:\s*")
_BRACKETED = re.compile(r"\s*(?:\[(\d{1,4})\]|【(\d{1,4}(?::\d+)?)(?:†[^】]*)?】)\s*(?=\S)(?!\()")
_UNDERLINE = re.compile(r" {0,3}(=+|-{3,})\s*$")
_RULE = re.compile(r" {0,3}(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})$")
_BOLD = re.compile(r"\s*(?:\*\*|__)([^*_]{2,80}?):?(?:\*\*|__):?\s*$")


@dataclass(frozen=True)
class Block:
    kind: Kind
    text: str
    start: int
    end: int
    """Offsets into the report's text."""
    level: int = 0
    """Of a heading, 1 to 6; a line in bold alone counts as 7."""
    label: str | None = None
    """The number of a list item or bracketed line, the name of a footnote."""


def split(text: str) -> list[Block]:
    """The blocks in order. Lines of one paragraph are joined; code is kept apart; rules and table heads' rules go."""
    blocks: list[Block] = []
    fence = ""
    for start, line in _lines(text):
        mark = _FENCE.match(line)
        if fence or mark:
            fence = "" if fence and mark and mark[1].startswith(fence[:3]) else fence or (mark[1] if mark else "")
            blocks.append(Block("code", line, start, start + len(line)))
            continue
        _add(blocks, line, start)
    return [block for block in blocks if block.kind == "code" or block.text.strip()]


def _add(blocks: list[Block], line: str, start: int) -> None:
    end = start + len(line.rstrip())
    last = blocks[-1] if blocks else None
    if not line.strip():
        blocks.append(Block("paragraph", "", start, start))
    elif heading := _HEADING.match(line):
        blocks.append(Block("heading", heading[2], start, end, level=len(heading[1])))
    elif last and last.kind == "paragraph" and last.text and _UNDERLINE.match(line):
        blocks[-1] = Block("heading", last.text, last.start, end, level=1 if "=" in line else 2)
    elif _RULE.match(line):
        blocks.append(Block("paragraph", "", start, start))
    elif footnote := _FOOTNOTE.match(line):
        blocks.append(Block("footnote", line[footnote.end() :], start, end, label=footnote[1]))
    elif _ROW.match(line):
        if not _RULE_ROW.match(line):
            blocks.append(Block("row", _cells(line), start, end))
    elif bracketed := _BRACKETED.match(line):
        label = bracketed[1] or bracketed[2]
        blocks.append(Block("item", line[bracketed.end() :], start, end, label=label, level=-1))
    elif item := _ITEM.match(line):
        blocks.append(Block("item", line[item.end() :], start, end, label=item[2], level=len(item[1]) // 2))
    elif bold := _BOLD.match(line):
        blocks.append(Block("heading", bold[1], start, end, level=7))
    elif last and last.text and last.kind in ("paragraph", "item", "footnote"):
        blocks[-1] = Block(last.kind, f"{last.text}\n{line.strip()}", last.start, end, last.level, last.label)
    elif last and not last.text and line.startswith(("  ", "\t")) and (own := _footnote_above(blocks)):
        blocks[own] = Block(
            "footnote", f"{blocks[own].text}\n{line.strip()}", blocks[own].start, end, label=blocks[own].label
        )
    else:
        blocks.append(Block("paragraph", line.strip(), start, end))


def _footnote_above(blocks: list[Block]) -> int:
    """The footnote that an indented paragraph goes on with; 0 if there is none (a footnote is never the first)."""
    at = len(blocks) - 1
    while at > 0 and not blocks[at].text:
        at -= 1
    return at if blocks[at].kind == "footnote" else 0


def _cells(line: str) -> str:
    cells = re.split(r"(?<!\\)\|", line.strip().strip("|"))
    return " | ".join(cell.strip() for cell in cells)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in text.split("\n"):
        yield start, line
        start += len(line) + 1
