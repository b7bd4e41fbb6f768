"""Pages that show a picture where others have text: scans."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

_FEW = 25
"""Words up to which a page with a large picture is a scan: a stamp, a number, the line of whoever offers it."""
_LARGE = 0.5
"""Share of the page."""
_OBJECTS = 2_000


def is_picture(page: PdfPage, words: int) -> bool:
    """Whether what the page shows is not in its words."""
    import pypdfium2.raw as pdfium

    if words > _FEW:
        return False
    count = min(pdfium.FPDFPage_CountObjects(page), _OBJECTS)
    if not words:
        return any(_shows(pdfium.FPDFPage_GetObject(page, number)) for number in range(count))
    width, height = page.get_size()
    return any(
        _area(pdfium.FPDFPage_GetObject(page, number)) > _LARGE * width * height
        for number in range(count)
        if pdfium.FPDFPageObj_GetType(pdfium.FPDFPage_GetObject(page, number)) == pdfium.FPDF_PAGEOBJ_IMAGE
    )


def _shows(item: Any) -> bool:
    """A picture, or a drawing of some size; not a rule or a frame's line."""
    import pypdfium2.raw as pdfium

    kind = pdfium.FPDFPageObj_GetType(item)
    return kind == pdfium.FPDF_PAGEOBJ_IMAGE or (kind != pdfium.FPDF_PAGEOBJ_TEXT and _area(item) > 400)


def _area(item: Any) -> float:
    """Square points."""
    import pypdfium2.raw as pdfium

    sides = [ctypes.c_float() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetBounds(item, *sides):
        return 0.0
    left, bottom, right, top = (each.value for each in sides)
    return max(right - left, 0.0) * max(top - bottom, 0.0)


def listed(numbers: list[int]) -> str:
    """Page numbers as people write them: "page 2", "pages 3–5, 9"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    shown = [str(first) if first == last else f"{first}–{last}" for first, last in runs[:20]]
    more = f" and {sum(last - first + 1 for first, last in runs[20:])} more" if len(runs) > 20 else ""
    return f"page{'s' if len(numbers) > 1 else ''} {', '.join(shown)}{more}"
