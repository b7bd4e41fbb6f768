"""Words that a person looking at the page would not see: without ink, white on white, covered, off the page, tiny.

Only words that give reason to doubt are looked at, in a picture of the page: nothing must differ from the ground where
they stand. So white words on a dark bar stay, and so does the layer of letters under a scan.
"""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Any

from moot.evidence.media.pdf.box import TINY, Box

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

_PALE = 225
"""Of 255: each colour of a fill at least as light may be white on white."""
_DIFFERS = 12
"""Of 255: tones that an eye tells apart."""
_LETTERS = 3
_CROSSED = 0.3
"""Share of the rows, and of the columns, of a word's place in which its letters differ from the ground."""
_SCALE = 1.5
_LARGEST = 4_000.0
"""Points of a page's side up to which it is drawn to look."""


def part(page: PdfPage, text: PdfTextPage, found: list[Box]) -> tuple[list[Box], list[tuple[str, str]]]:
    """Words that are seen, and the others as (how they are hidden, words in order)."""
    import pypdfium2.raw as pdfium

    drawn_as, raw = pdfium.FPDFText_GetTextObject, text.raw
    width, height = page.get_size()
    left, bottom, right, top = page.get_bbox()  # With what a page inherits, which its own boxes leave out.
    covers = _covers(page)
    states: dict[int, bool] = {}
    """What was found of each piece of text that the file draws in one go."""
    hidden: dict[int, str] = {}
    doubtful: list[Box] = []
    for box in found:
        if box.right < left or box.left > right or box.top < bottom or box.bottom > top:
            hidden[box.order] = "off the page"
        elif box.top - box.bottom < TINY:
            hidden[box.order] = "tiny type"
        elif covers and _is_under(box, covers):
            doubtful.append(box)
        else:
            item = drawn_as(raw, box.at)
            key = ctypes.addressof(item.contents) if item else 0
            if key not in states:
                states[key] = bool(item) and _may_be_blank(text, item, box.at)
            if states[key]:
                doubtful.append(box)
    if doubtful and max(width, height) <= _LARGEST:
        hidden |= dict.fromkeys(_blank(page, doubtful), "no ink that differs from the ground")
    seen = [box for box in found if box.order not in hidden]
    ways = dict.fromkeys(hidden.values())
    return seen, [(how, " ".join(box.text for box in found if hidden.get(box.order) == how)) for how in ways]


def _may_be_blank(text: PdfTextPage, item: Any, at: int) -> bool:
    import pypdfium2.raw as pdfium

    without_ink = (pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP)
    if pdfium.FPDFTextObj_GetTextRenderMode(item) in without_ink or pdfium.FPDFPageObj_HasTransparency(item):
        return True
    ink = [ctypes.c_uint() for _ in range(4)]
    return bool(pdfium.FPDFText_GetFillColor(text, at, *ink)) and min(each.value for each in ink[:3]) >= _PALE


Rectangle = tuple[float, float, float, float]


def _covers(page: PdfPage) -> list[Rectangle]:
    """What is drawn after some text and may lie over it: filled paths and pictures."""
    import pypdfium2.raw as pdfium

    text_came = False
    found: list[Rectangle] = []
    pictures = (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM)
    for number in range(min(pdfium.FPDFPage_CountObjects(page), 5_000)):
        item = pdfium.FPDFPage_GetObject(page, number)
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            text_came = True
        elif text_came and (kind in pictures or (kind == pdfium.FPDF_PAGEOBJ_PATH and _is_filled(item))):
            found.append(_bounds(item))
    return [each for each in found if each[2] - each[0] > 12 and each[3] - each[1] > 5][:200]


def _is_under(box: Box, covers: list[Rectangle]) -> bool:
    x, y = (box.left + box.right) / 2, (box.bottom + box.top) / 2
    return any(left <= x <= right and bottom <= y <= top for left, bottom, right, top in covers)


def _is_filled(item: Any) -> bool:
    import pypdfium2.raw as pdfium

    mode, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(item, mode, stroke)
    return mode.value != pdfium.FPDF_FILLMODE_NONE


def _is_inked(there: Any, is_word: bool) -> bool:
    """Whether something is drawn: for a word more than a rule, which only crosses a few rows or columns."""
    if int(there.max()) - int(there.min()) < _DIFFERS:
        return False
    if not is_word:
        return True
    rows, columns = (
        float(((there.max(axis=axis).astype(int) - there.min(axis=axis)) >= _DIFFERS).mean()) for axis in (1, 0)
    )
    return rows > _CROSSED and columns > _CROSSED


def _bounds(item: Any) -> Rectangle:
    import pypdfium2.raw as pdfium

    sides = [ctypes.c_float() for _ in range(4)]
    pdfium.FPDFPageObj_GetBounds(item, *sides)
    return sides[0].value, sides[1].value, sides[2].value, sides[3].value


def _blank(page: PdfPage, doubtful: list[Box]) -> list[int]:
    """The ranks of words in whose place the picture of the page has one colour."""
    import pypdfium2.raw as pdfium

    drawn: Any = page
    bitmap = drawn.render(scale=_SCALE, grayscale=True)
    try:
        picture = bitmap.to_numpy()
        height, width = picture.shape[:2]
        x, y = ctypes.c_int(), ctypes.c_int()
        blank: list[int] = []
        for box in doubtful:
            corners: list[tuple[int, int]] = []
            for at in ((box.left, box.bottom), (box.right, box.top)):
                pdfium.FPDF_PageToDevice(page, 0, 0, width, height, 0, *at, x, y)
                corners.append((x.value, y.value))
            (x1, y1), (x2, y2) = corners
            there = picture[max(min(y1, y2), 0) : max(y1, y2) + 1, max(min(x1, x2), 0) : max(x1, x2) + 1]
            if there.size == 0 or not _is_inked(there, is_word=sum(map(str.isalpha, box.text)) >= _LETTERS):
                blank.append(box.order)
        return blank
    finally:
        bitmap.close()
