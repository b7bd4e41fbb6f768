"""Where a quote stands on the page of a PDF: a picture of the place, the quote marked.

Quote and page are compared by their letters and digits alone, since the text that quotes are taken from has its
columns, hyphens and footnotes in order, and the page has not. So a quote may lie on a page in several pieces, and go on
overleaf.
"""

from __future__ import annotations

import ctypes
import struct
import unicodedata
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from moot.evidence.media.pdf.reading import PDFIUM

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfTextPage

_DOTS = 2.0
"""Dots to a point."""
_LARGEST = 2_400
"""Dots of the picture of a page, on its longer side."""
_AROUND = 48.0
"""Points that are shown above and below the quote."""
_SHORTEST = 10
"""Letters and digits of a piece that is looked for alone."""
_MOST_PIECES = 8
_INK = (1.0, 0.92, 0.35)
"""What is left of red, green and blue where the quote stands: a yellow marker."""

Rectangle = tuple[float, float, float, float]
"""Left, bottom, right, top, in points of the page."""


def picture(raw: bytes, page: int, quote: str) -> bytes | None:
    """A PNG of the part of page `page` (from 1) on which `quote` begins, and of the next page where it goes on there.

    None where the file cannot be opened, has no such page, or the quote is not on it. A page without text, as of a
    scan, is shown whole and unmarked.
    """
    import pypdfium2

    with PDFIUM:
        try:
            with pypdfium2.PdfDocument(raw) as document:
                return _picture(document, page, quote)
        except pypdfium2.PdfiumError:
            return None


def _picture(document: PdfDocument, page: int, quote: str) -> bytes | None:
    if not 1 <= page <= len(document):
        return None
    if document.get_formtype():
        document.init_forms()
    wanted = _signs(quote)
    first = _found(document, page, wanted)
    if first is None:
        return None
    shown = [_region(document[page - 1], first.places)]
    if 0 < len(first.left) < len(wanted) and page < len(document):
        other = _found(document, page + 1, first.left)
        if other is not None and other.places:
            shown.append(_region(document[page], other.places))
    return _png(_stacked(shown))


def _signs(text: str) -> str:
    """Letters and digits in one form."""
    return "".join(char for char in unicodedata.normalize("NFKC", text).casefold() if char.isalnum())


@dataclass(frozen=True)
class _Found:
    places: list[Rectangle]
    left: str
    """What of the quote is not on the page."""


def _found(document: PdfDocument, page: int, wanted: str) -> _Found | None:
    text = document[page - 1].get_textpage()
    try:
        signs, at = _indexed(text)
        if not signs:
            return _Found([], "")
        spans, left = _pieces(signs, wanted)
        if not spans:
            return None
        return _Found([each for start, end in spans for each in _rectangles(text, at[start], at[end - 1])], left)
    finally:
        text.close()


def _indexed(text: PdfTextPage) -> tuple[str, list[int]]:
    """The page's letters and digits, and of each the index of its character."""
    import pypdfium2.raw as pdfium

    signs: list[str] = []
    at: list[int] = []
    high = 0  # The first half of a character beyond 16 bits, as of formulas; the second comes next.
    for index in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text.raw, index)
        if 0xDC00 <= code < 0xE000 and high:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)
        high = code if 0xD800 <= code < 0xDC00 else 0
        for sign in _signs(chr(code)) if 32 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "":
            signs.append(sign)
            at.append(index)
    return "".join(signs), at


def _pieces(signs: str, wanted: str) -> tuple[list[tuple[int, int]], str]:
    """Where the quote stands: whole, or its longest beginnings one after the other; and what was not found."""
    spans: list[tuple[int, int]] = []
    last = 0
    while wanted and len(spans) < _MOST_PIECES:
        length = _longest(signs, wanted)
        if length < min(_SHORTEST, len(wanted)):
            break
        start = signs.find(wanted[:length], last)
        start = start if start >= 0 else signs.find(wanted[:length])
        spans.append((start, start + length))
        last, wanted = start + length, wanted[length:]
    return spans, wanted


def _longest(signs: str, wanted: str) -> int:
    """Signs from the begin of `wanted` that stand in `signs` in one piece."""
    low, high = 0, len(wanted)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if wanted[:middle] in signs else (low, middle - 1)
    return low


def _rectangles(text: PdfTextPage, first: int, last: int) -> list[Rectangle]:
    """One for each line."""
    return [text.get_rect(number) for number in range(text.count_rects(first, last - first + 1))]


def _region(page: Any, places: list[Rectangle]) -> Any:
    """The dots of the strip of the page around the places, marked; of the whole page where there are none."""
    import pypdfium2.raw as pdfium

    scale = min(_DOTS, _LARGEST / max(*page.get_size(), 1.0))
    bitmap = page.render(scale=scale, may_draw_forms=True, rev_byteorder=True)
    dots = bitmap.to_numpy()[:, :, :3].copy()
    bitmap.close()
    height, width = dots.shape[:2]
    x, y = ctypes.c_int(), ctypes.c_int()
    rows: list[int] = []
    for left, bottom, right, top in places:
        corners: list[tuple[int, int]] = []
        for corner in ((left - 1, bottom - 1), (right + 1, top + 1)):
            pdfium.FPDF_PageToDevice(page, 0, 0, width, height, 0, *corner, x, y)
            corners.append((min(max(x.value, 0), width), min(max(y.value, 0), height)))
        (x1, y1), (x2, y2) = corners
        spot = dots[min(y1, y2) : max(y1, y2), min(x1, x2) : max(x1, x2)]
        spot[:] = (spot * _INK).astype("uint8")
        rows += [y1, y2]
    if not rows:
        return dots
    around = round(_AROUND * scale)
    return dots[max(min(rows) - around, 0) : max(rows) + around]


def _stacked(pictures: list[Any]) -> Any:
    """One below the other, a grey line between."""
    import numpy

    width = max(each.shape[1] for each in pictures)
    parts: list[Any] = []
    for number, each in enumerate(pictures):
        if number:
            parts.append(numpy.full((4, width, 3), 150, dtype="uint8"))
        room = numpy.full((each.shape[0], width - each.shape[1], 3), 255, dtype="uint8")
        parts.append(numpy.concatenate([each, room], axis=1))
    return numpy.concatenate(parts)


def _png(dots: Any) -> bytes:
    """Red, green and blue of eight bits each; the same dots give the same bytes."""
    height, width = dots.shape[:2]
    rows = b"".join(b"\x00" + dots[row].tobytes() for row in range(height))

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows, 6)) + chunk(b"IEND", b"")
