"""What the sentence above a list cites for all of it: "The shops are spread as follows [1]:"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from moot.evidence.cited_report.blocks import Block
from moot.evidence.cited_report.plain import Found, leading
from moot.evidence.cited_report.statements import Piece

_PARAGRAPH = -1
"""The level of what stands above a whole list."""


@dataclass
class Leads:
    """The lead-ins under which the next block stands, the outermost first."""

    _open: list[tuple[int, str, tuple[Found, ...]]] = field(default_factory=list[tuple[int, str, tuple[Found, ...]]])
    """The level of each, its section, and its marks."""

    def citing(self, pieces: Sequence[Piece], block: Block, section: str) -> list[Piece]:
        """The statements of a block; an item that cites nothing itself cites what its lead-in does."""
        level = block.level if block.kind == "item" else _PARAGRAPH
        while self._open and (self._open[-1][0] >= level or self._open[-1][1] != section):
            self._open.pop()
        led = self._open[-1][2] if self._open and not any(piece.marks for piece in pieces) else ()
        made = [replace(piece, marks=leading(led)) for piece in pieces] if led else list(pieces)
        if block.kind != "row" and made and made[-1].text.endswith(":") and made[-1].marks:
            self._open.append((level, section, made[-1].marks))
        return made
