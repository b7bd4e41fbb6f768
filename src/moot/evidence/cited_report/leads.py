"""What a line above others cites for all of them: "The shops are spread as follows [1]:", "Hull plant [2]", a heading.

A line that names a thing and says nothing of it, above a list of what is said of it, is no statement.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from moot.evidence.cited_report import asides
from moot.evidence.cited_report.blocks import Block
from moot.evidence.cited_report.plain import Found, leading
from moot.evidence.cited_report.statements import Piece

_PARAGRAPH = -1
"""The level of what stands above a whole list or table."""
_LONGEST_NAME, _LONGEST_LABEL = 5, 8
"""Words of a line that only names something, and of one that ends in a colon."""


@dataclass(frozen=True)
class _Lead:
    level: int
    section: str
    marks: tuple[Found, ...]
    name: str
    """What it names; empty where it is a sentence."""


@dataclass
class Leads:
    """The lead-ins under which the next block stands, the outermost first."""

    _open: list[_Lead] = field(default_factory=list[_Lead])

    def citing(self, pieces: Sequence[Piece], block: Block, section: str, after: Block | None) -> list[Piece]:
        """The statements of a block; one that cites nothing itself cites what its lead-in does. `after`: the next."""
        level = block.level if block.kind == "item" else _PARAGRAPH
        inside = _PARAGRAPH + 1 if block.kind == "row" else level
        while self._open and (self._open[-1].level >= inside or self._open[-1].section != section):
            self._open.pop()
        over = self._open[-1] if self._open else None
        led = over.marks if over and not any(piece.marks for piece in pieces) else ()
        made = [replace(piece, marks=leading(led)) for piece in pieces] if led else list(pieces)
        if led and over and over.name and not re.search(r"[.!?…][\"'”’)\]]*$", made[0].text):
            made[0] = replace(made[0], under=over.name)
        if block.kind == "row" or not made:
            return made
        last = made[-1]
        deeper = after is not None and after.kind == "item" and block.kind == "item" and after.level > level
        opens = deeper or (after is not None and after.kind == "item" and block.kind != "item")
        name = last.text.rstrip(": ") if opens and len(made) == 1 and _only_names(last.text) else ""
        if name:
            made[-1] = replace(last, names=True)
        if last.marks and (name or deeper or last.text.endswith(":")):
            self._open.append(_Lead(level, section, last.marks, name))
        return made


def _only_names(text: str) -> bool:
    said = re.search(r"\d|[.!?…][\"'”’)\]]*$|:\s", text) or asides.ASSERTS.search(f" {text}")
    return not said and len(text.split()) <= (_LONGEST_LABEL if text.endswith(":") else _LONGEST_NAME)
