"""Words to pieces of lines, pieces to rows: what stands on one base line, and how far apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from moot.evidence.media.pdf.box import HYPHEN, Box
from moot.text.lazy import lazy_re
from moot.text.raised import RAISED

if TYPE_CHECKING:
    from pypdfium2 import PdfTextPage

_GAP = 0.8
"""Heights of a line between two words from which they may belong to two columns."""
_GAP_OF_FIGURES = 0.45
"""The same between two figures, which rarely follow one another in a sentence."""
_STRETCHED = 4.0
"""Heights to which a space is stretched at most."""
_TOUCH = 0.35
_CUT = lazy_re(rf"(?<=[^\W\d_]) ?[-‐\xad{HYPHEN}]$")
"""A word that goes on in the next line."""
_BETWEEN_MARKS = (",", ";", "–", "-")
_SECOND_MARK = lazy_re(r"[⁰¹²³⁴-⁹][,;–-] [⁰¹²³⁴-⁹]")


@dataclass(eq=False, slots=True)
class Piece:
    """Neighbouring words of one line. Grows while words are taken in."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    order: int
    last: int
    """Rank of its last word in the file."""
    at: int
    end: int
    """Where its first and its last word begin in the page's text; -1 for what is not in it."""
    cut: bool
    bold: bool = False

    @property
    def height(self) -> float:
        return self.top - self.bottom

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    def take(self, box: Box) -> None:
        raised = box.text.rstrip(",;").isdigit() or box.text in _BETWEEN_MARKS
        height, tall = self.top - self.bottom, box.top - box.bottom
        small = raised and tall < 0.8 * height
        if tall > 1.1 * height and self.text.isdigit():  # the number of a note, set smaller than its words
            self.bottom, self.top = box.bottom, box.top
            height = tall
        touches = box.left - self.right < 0.15 * height
        if small and box.bottom > self.bottom + 0.2 * height:
            self.text += box.text.translate(RAISED)
        elif box.glued or (touches and (small or self._is_parted(box))):
            self.text += box.text
        else:
            self.text += f" {box.text}"
        self._widen(box.left, box.bottom, box.right, box.top)
        self.last, self.end, self.cut = box.order, box.at, box.cut

    def _is_parted(self, box: Box) -> bool:
        """Whether what touches is one word: a second mark, or a compound whose hyphen is drawn with its second half."""
        second = box.text[0] in "-‐" and box.text[1:2].isalpha() and self.text[-1].isalpha()
        return second or _SECOND_MARK.search(f"{self.text[-2:]} {box.text}") is not None

    def join(self, other: Piece) -> None:
        self.text += f" {other.text}"
        self._widen(other.left, other.bottom, other.right, other.top)
        self.last, self.end, self.cut = max(self.last, other.last), other.end, other.cut

    def go_on(self, below: Piece) -> None:
        """Take in the next line of the same cell."""
        self.text = continued(f"{self.text}{HYPHEN}" if self.cut else self.text, below.text)
        self._widen(below.left, self.bottom, below.right, self.top)
        self.last, self.end, self.cut = max(self.last, below.last), below.end, below.cut

    def _widen(self, left: float, bottom: float, right: float, top: float) -> None:
        """The height stays that of the first word, unless that is a raised mark: other fonts have taller boxes."""
        if left < self.left:
            self.left = left
        if right > self.right:
            self.right = right
        if top - bottom > 1.3 * (self.top - self.bottom):
            self.bottom, self.top = bottom, top


def continued(text: str, below: str) -> str:
    """Two lines of one cell, of which the first may end inside a word."""
    if not text:
        return below
    cut = _CUT.search(text)
    return f"{text[: cut.start()]}{HYPHEN}{below}" if cut else f"{text} {below}"


Row = list[Piece]
"""Pieces on one base line, from left to right."""


def pieces(boxes: list[Box]) -> list[Piece]:
    found: list[Piece] = []
    for line in _lines(boxes):
        found += _cut(line)
    return _touching(_stretched(found))


def _lines(boxes: list[Box]) -> Iterator[list[Box]]:
    """Words that follow one another in the file and go on to the right on one line."""
    line: list[Box] = []
    for box in boxes:
        if line and not _goes_on(line, box):
            yield line
            line = []
        line.append(box)
    if line:
        yield line


def _goes_on(line: list[Box], box: Box) -> bool:
    first, before = line[0], line[-1]
    height = before.top - before.bottom
    if before.cut or not level(first if first.top - first.bottom > 0.6 * height else before, box):
        return False
    return box.left - before.right >= -0.3 * max(height, box.top - box.bottom)


def _cut(line: list[Box]) -> list[Piece]:
    """At wide gaps; not where all gaps are alike, as in a line that was stretched to fill a narrow column."""
    height = max([box.top - box.bottom for box in line])
    gaps = [after.left - before.right for before, after in pairwise(line)]
    widest = max(gaps, default=0.0)
    limit = _GAP * height
    if limit < widest < _STRETCHED * height and len(gaps) > 1 and widest - min(gaps) < 0.35 * widest + 0.1 * height:
        figures = sum(any(char.isdigit() for char in box.text) for box in line)
        limit = widest if 2 * figures < len(line) else limit
    found = [_piece(line[0])]
    for gap, before, box in zip(gaps, line, line[1:], strict=False):
        if gap <= (_GAP_OF_FIGURES * height if before.text[-1].isdigit() and box.text[0].isdigit() else limit):
            found[-1].take(box)
        else:
            found.append(_piece(box))
    return found


def _piece(box: Box) -> Piece:
    return Piece(box.text, box.left, box.bottom, box.right, box.top, box.order, box.order, box.at, box.at, box.cut)


def _stretched(found: list[Piece]) -> list[Piece]:
    """Lines of two words that were stretched: they begin and end where the line before or behind them does."""
    out: list[Piece] = []
    for at, piece in enumerate(found):
        before = out[-1] if out else None
        if before is None or not level(before, piece) or not 0 < piece.left - before.right < _STRETCHED * piece.height:
            out.append(piece)
            continue
        around = [*out[-2:-1], *found[at + 1 : at + 2]]
        if any(_is_between(before, piece, line) for line in around) and not piece.text[:1].isdigit():
            before.join(piece)
        else:
            out.append(piece)
    return out


def _is_between(first: Piece, last: Piece, line: Piece) -> bool:
    return " " in line.text and abs(first.left - line.left) < 2 and abs(last.right - line.right) < 2


def level(one: Piece | Box, two: Piece | Box) -> bool:
    """Whether two stand on one line: they share most of the lower one's height."""
    bottom, top, low, high = one.bottom, one.top, two.bottom, two.top
    if top <= low or high <= bottom:
        return False
    return min(top, high) - max(bottom, low) > 0.5 * max(min(top - bottom, high - low), 0.1)


def _touching(found: list[Piece]) -> list[Piece]:
    """A bold word, or one with an accent, may be drawn apart from its line: what touches is one piece."""
    out: list[Piece] = []
    for row in rows(found):
        kept = row[0]
        for piece in row[1:]:
            near = -0.3 * kept.height <= piece.left - kept.right <= _TOUCH * min(kept.height, piece.height)
            if near and not kept.cut:
                kept.join(piece)
            else:
                out.append(kept)
                kept = piece
        out.append(kept)
    return sorted(out, key=lambda piece: piece.order)


def rows(found: list[Piece]) -> list[Row]:
    """From the top down; each from left to right."""
    grouped: list[Row] = []
    for piece in sorted(found, key=lambda piece: (-piece.middle, piece.left)):
        home = next((row for row in grouped[-1:-4:-1] if level(row[0], piece) and not _over(row, piece)), None)
        if home is None:
            grouped.append([piece])
        else:
            home.append(piece)
    return [sorted(row, key=lambda piece: piece.left) for row in grouped]


def _over(row: Row, piece: Piece) -> bool:
    """Whether it lies over a piece of the row: then it is of another line, set tightly."""
    return any(min(each.right, piece.right) - max(each.left, piece.left) > 0.3 * piece.height for each in row)


def embolden(page: PdfTextPage, found: list[Piece]) -> None:
    """Mark pieces whose first and last words are set in a font that is a bold one by its name."""
    import ctypes

    import pypdfium2.raw as pdfium

    name, flags = ctypes.create_string_buffer(128), ctypes.c_int()

    def is_bold(at: int) -> bool:
        if at < 0:
            return False
        length = pdfium.FPDFText_GetFontInfo(page, at, name, 128, flags)
        said = name.raw[: min(max(length - 1, 0), 127)].lower()
        return any(each in said for each in (b"bold", b"black", b"heavy", b"bx1", b"demi"))

    for piece in found:
        piece.bold = is_bold(piece.at) and (piece.end == piece.at or is_bold(piece.end))
