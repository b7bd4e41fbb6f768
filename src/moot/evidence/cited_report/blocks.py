"""A report in Markdown or plain text as blocks: headings, paragraphs, list items, table rows, notes, code.

Each block keeps the stretches of the text that hold its words, so that every later offset is one of the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from moot.text import marks
from moot.text.lazy import lazy_re
from moot.text.raised import LOWERED

Kind = Literal["heading", "paragraph", "item", "row", "head", "note", "definition", "code"]
Sign = Literal["", "bullet", "number", "bracket", "source", "raised", "foot", "key"]
"""How an item begins: -, 1., [1], 【1】, ¹, or with the key of a bibliography."""

_UNDERLINE = lazy_re(r"[ ]{0,3}(=+|-{3,})[ \t]*$")
_NOTE = lazy_re(r"[ ]{0,3}(?:[-*+][ ]+)?(?:\*\*)?\\?\[\^([^\]\n\\]{1,80})\\?\](?:\*\*)?:(?:\*\*)?[ \t]*")
_DEFINITION = lazy_re(
    r"[ ]{0,3}\[(?!\^)([^\[\]\n]{1,80})\]:[ \t]*(?=<?(?:https?://|www\.|[\w./#-]+\.\w))", re.IGNORECASE
)
_EARLY = lazy_re(r"[ ]{0,3}\[(?!\^)([^\[\]\n]{1,80})\]:[ \t]*$")
_LATE = lazy_re(r"\n[ \t]*<?https?://")
"""A definition whose address stands on the next line."""
_ITEM = lazy_re(
    r"(?P<indent>[ \t]*)(?:<a\s[^<>]{0,80}>(?:</a>)?\s*)?(?:"
    r"(?:[-*•][ \t]+)?(?P<bold>\*\*)?(?:Source|Document|Doc|Reference|Ref|Quelle)[ ](?P<worded>\d{1,3})"
    r"(?(bold)(?:\*\*[:.)]|[:.)]\*\*)|[:.)])"
    r"|(?P<bullet>[-*+•‣◦▪–](?=[ \t])(?:[ \t]+\[[ xX]\](?=[ \t]))?)|(?P<tag><li\b[^<>]{0,200}>)"
    r"|(?P<number>\d{1,5})[.)]|\(?(?P<letter>[a-z])\)|\((?P<paren>\d{1,3})\)"
    r"|(?P<strong>\*\*)?\\?\[(?P<bracket>[\w+:.'’-]{1,30})\\?\](?:\*\*)?[:.]?(?!\()|【(?P<source>\d+(?::\d+)?)(?:†[^】]*)?】"
    r"|(?P<raised>[⁰¹²³⁴-⁹]{1,3})|<sup>\[?(?P<sup>\d{1,3}|[a-z])\]?</sup>|\^(?P<caret>\d{1,3})\^"
    r")(?P<space>[ \t])?[ \t]*(?=\S)"
)
_SHOWN: dict[str, Sign] = {
    "number": "number",
    "paren": "bracket",
    "bracket": "bracket",
    "source": "source",
    "worded": "bracket",
}
"""How an item begins that has one of these labels."""
_ROW = lazy_re(r"[ ]{0,3}\|.*\|[ \t]*$")
_DELIMITERS = lazy_re(r"[ ]{0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_BOLD = lazy_re(r"[ \t]*(?:\*\*|__)([^*_]{2,100})(?:\*\*|__):?[ \t]*$")

_MOST_LEFT_OUT = 100
"""Numbers that a list may leave out between two items."""


@dataclass(frozen=True)
class Block:
    kind: Kind
    spans: tuple[tuple[int, int], ...]
    """Where its words stand in the text, line by line."""
    level: int = 0
    """Of a heading 1 to 6, of a bold line 7, of a bare line 8; of an item how deep it stands."""
    label: str | None = None
    """The number of an item, the name of a note."""
    sign: Sign = ""
    apart: bool = True
    """A blank line or a line of another kind stands before it."""
    begin: int = 0
    """Where its first line begins, label and all."""

    @property
    def start(self) -> int:
        return self.spans[0][0]

    @property
    def end(self) -> int:
        return self.spans[-1][1]

    def words(self, text: str) -> str:
        """Its lines, as they stand."""
        return "\n".join(text[a:b] for a, b in self.spans)


def split(text: str, markdown: bool = True) -> list[Block]:
    """The blocks in order; `markdown`: four blanks begin code, and a bare line is no heading."""
    scan = _Scan(text, markdown)
    for start, end in marks.lines(text):
        scan.line(start, end)
    whole = [replace(block, spans=tuple(spans)) for block, spans in zip(scan.blocks, scan.spans, strict=True)]
    blocks = [block for block in whole if any(a < b for a, b in block.spans)]
    return blocks if markdown else _with_bare_heads(text, blocks)


class _Scan:
    """The state of reading line by line."""

    def __init__(self, text: str, markdown: bool) -> None:
        self.text = text
        self.markdown = markdown
        self.blocks: list[Block] = []
        self.spans: list[list[tuple[int, int]]] = []
        """Of each block, while it grows."""
        self.fence = ""
        self.blank = True

    def line(self, start: int, end: int) -> None:
        line = self.text[start : min(end, start + marks.LONGEST)]
        mark = marks.FENCE.match(line)
        if self.fence or mark:
            self._fenced(mark, start, end)
            return
        quoted = marks.QUOTED.match(line)
        if quoted:
            start, line = start + quoted.end(), line[quoted.end() :]
        if not line.strip() or (marks.RULE.match(line) and not self._underlines(line)):
            self.blank = True
            return
        self._add(line, start, end)
        self.blank = False

    def _fenced(self, mark: re.Match[str] | None, start: int, end: int) -> None:
        if not self.fence and mark:
            self.fence = mark[1]
        elif mark and mark[1].startswith(self.fence):
            self.fence = ""
        elif self.blocks and self.blocks[-1].kind == "code" and not self.blank:
            self.spans[-1].append((start, end))
            return
        else:
            self._push("code", start, start, end)
            self.blank = False
            return
        self.blank = True

    def _underlines(self, line: str) -> bool:
        last = self.blocks[-1] if self.blocks else None
        return bool(not self.blank and last and last.kind == "paragraph" and len(self.spans[-1]) == 1) and bool(
            _UNDERLINE.match(line)
        )

    def _add(self, line: str, start: int, end: int) -> None:
        last = self.blocks[-1] if self.blocks else None
        if heading := marks.HEADING.match(line):
            self._push("heading", start, start + heading.end(), end, level=len(heading[1]))
        elif self._underlines(line) and last:
            self.blocks[-1] = replace(last, kind="heading", level=1 if "=" in line else 2)
        elif note := _NOTE.match(line):
            self._push("note", start, start + note.end(), end, label=note[1].rstrip("^") or note[1])
        elif (early := _EARLY.match(line)) and _LATE.match(self.text, end):
            self._push("definition", start, end, end, label=early[1])
        elif definition := _DEFINITION.match(line):
            self._push("definition", start, start + definition.end(), end, label=definition[1])
        elif last and last.kind == "note" and self.markdown and line.startswith(("    ", "\t")):
            self.spans[-1].append(self._trim(start, end))
        elif _ROW.match(line) or (self._in_table() and "|" in line) or self._heads(line, end):
            self._row(line, start, end)
        elif (item := _ITEM.match(line)) and self._begins_item(item):
            self._item(item, start, end)
        elif bold := _BOLD.match(line):
            self._push("heading", start, start + bold.start(1), start + bold.end(1), level=7)
        elif self._goes_on(line) and last:
            self.spans[-1].append(self._trim(start, end))
        elif self.markdown and self.blank and line.startswith(("    ", "\t")) and not self._after_item():
            self._push("code", start, start, end)
        else:
            self._push("paragraph", start, start, end)

    def _push(self, kind: Kind, begin: int, start: int, end: int, **more: object) -> None:
        last = self.blocks[-1].kind if self.blocks else None
        made = Block(kind, (self._trim(start, end),), apart=self.blank or last != kind, begin=begin)
        self.blocks.append(replace(made, **more))  # type: ignore[arg-type]
        self.spans.append(list(made.spans))

    def _trim(self, start: int, end: int) -> tuple[int, int]:
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return start, end

    def _in_table(self) -> bool:
        return bool(self.blocks) and not self.blank and self.blocks[-1].kind in ("row", "head")

    def _heads(self, line: str, end: int) -> bool:
        """Whether a line with bars but no frame is a table's head: dashes stand under it."""
        if "|" not in line:
            return False
        after = self.text[end + 1 : end + 1 + 300].split("\n", 1)[0]
        return "|" in after and bool(_DELIMITERS.match(after))

    def _row(self, line: str, start: int, end: int) -> None:
        if _DELIMITERS.match(line):
            if self.blocks and self.blocks[-1].kind == "row" and not self.blank:
                self.blocks[-1] = replace(self.blocks[-1], kind="head")
            return
        self._push("row", start, start, end)

    def _begins_item(self, item: re.Match[str]) -> bool:
        last = self.blocks[-1] if self.blocks else None
        in_paragraph = last is not None and not self.blank and last.kind == "paragraph"
        if item["tag"]:
            return True
        if item["letter"] or item["paren"]:
            return bool(item["space"])
        if item["bullet"]:
            return (bool(item["space"]) and item["bullet"][0] != "–") or (bool(item["space"]) and self.blank)
        if item["number"]:
            return (
                bool(item["space"])
                and (not in_paragraph or item["number"] in ("0", "1"))
                and (len(item["number"]) < 4 or self.blank or _counts_on(last, int(item["number"])))
            )
        if self.blank or last is None or last.kind in ("heading", "row", "definition"):
            return True
        if last.kind == "item" and last.label is not None and last.sign in ("bracket", "source", "raised"):
            return True
        # A wrapped line of prose may begin with a mark: a list begins under a short line only.
        return in_paragraph and len(self.spans[-1]) == 1 and len(self.text[last.start : last.end].split()) <= 5

    def _item(self, item: re.Match[str], start: int, end: int) -> None:
        label = _label(item)
        sign: Sign = "bullet"
        for name, shown in _SHOWN.items():
            if item[name]:
                sign = shown
        if item["raised"] or item["sup"] or item["caret"]:
            sign = "raised"
        depth = len(item["indent"].expandtabs(4)) // 2
        begin = start + (item.start("tag") if item["tag"] else item.end())  # the tag holds the item's name
        self._push("item", start, begin, end, label=label, sign=sign, level=depth)

    def _goes_on(self, line: str) -> bool:
        last = self.blocks[-1] if self.blocks else None
        if last is None or last.kind not in ("paragraph", "item", "note", "definition"):
            return False
        if not self.blank:
            return last.kind != "definition" or not line.lstrip().startswith("[")
        return last.kind in ("item", "note") and line.startswith(("  ", "\t")) and self.markdown

    def _after_item(self) -> bool:
        return bool(self.blocks) and self.blocks[-1].kind in ("item", "note")


def _counts_on(last: Block | None, number: int) -> bool:
    """Whether an item with that number may follow; else a wrapped line begins with a year or an amount."""
    if last is None or last.kind != "item" or last.sign != "number" or last.label is None:
        return False
    return 0 < number - int(last.label) < _MOST_LEFT_OUT


def _label(item: re.Match[str]) -> str | None:
    for name in (*_SHOWN, "sup", "caret"):
        if item[name]:
            return item[name]
    return item["raised"].translate(LOWERED) if item["raised"] else None


def mended(text: str, cut: list[Block]) -> list[Block]:
    """Paragraphs of a PDF that go on after what its layout put between them."""
    found: list[Block] = []
    for block in cut:
        last = found[-1] if found else None
        if last and last.kind in ("paragraph", "item") and block.kind == "paragraph":
            before, after = text[last.end - 1], text[block.start : block.end]
            if before not in '.!?:”"' and re.match(r"[a-z%,;.)]|\d{1,2}(?:[,–-]\d{1,2})+[.,;]?\s", after):
                found[-1] = replace(last, spans=(*last.spans, *block.spans))
                continue
        found.append(block)
    return found


def _with_bare_heads(text: str, blocks: list[Block]) -> list[Block]:
    """In plain text a heading is a short line of its own without a stop."""
    found: list[Block] = []
    for n, block in enumerate(blocks):
        words = block.words(text)
        after = blocks[n + 1] if n + 1 < len(blocks) else None
        alone = len(block.spans) == 1 and block.apart and (after is None or after.apart)
        numbered = block.kind == "item" and block.sign == "number" and (after is None or after.kind != "item")
        lonely = block.kind == "paragraph" or (numbered and (n == 0 or blocks[n - 1].kind != "item"))
        short = len(words) <= 90 and not re.search(
            r"[.!?;,:\]】)”\"][\d,–-]{0,5}$|[a-z]{2}[.!?][^\s]{0,6}\s|[¹²³⁴-⁹]|\[\d|https?://|^[a-z]", words
        )
        found.append(replace(block, kind="heading", level=8) if alone and lonely and short else block)
    return found
