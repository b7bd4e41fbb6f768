"""What stands on a page but not in its text: values of form fields, boxes of text drawn on it; and remarks on it."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from moot.evidence.media.pdf.box import Box

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

_MOST = 2_000
"""Of one page."""
_LONGEST = 4_000
"""Characters of one value."""


@dataclass
class Pinned:
    boxes: list[Box] = field(default_factory=list[Box])
    """Seen by whoever looks at the page; not in the order of the file."""
    remarks: list[str] = field(default_factory=list[str])


def read(document: PdfDocument, page: PdfPage) -> Pinned:
    """The annotations of a page. `document` has its forms open (`init_forms`) if it has any."""
    import pypdfium2.raw as pdfium

    found = Pinned()
    for number in range(min(pdfium.FPDFPage_GetAnnotCount(page), _MOST)):
        note = pdfium.FPDFPage_GetAnnot(page, number)
        if not note:
            continue
        kind = pdfium.FPDFAnnot_GetSubtype(note)
        if pdfium.FPDFAnnot_GetFlags(note) & (pdfium.FPDF_ANNOT_FLAG_HIDDEN | pdfium.FPDF_ANNOT_FLAG_NOVIEW):
            said = _string(pdfium.FPDFAnnot_GetStringValue, note, b"Contents")
            found.remarks += [said] if said else []
        elif kind == pdfium.FPDF_ANNOT_WIDGET:
            value = _value(document, note)
            found.boxes += [_box(note, value)] if value else []
        elif kind not in (pdfium.FPDF_ANNOT_LINK, pdfium.FPDF_ANNOT_POPUP):
            said = _string(pdfium.FPDFAnnot_GetStringValue, note, b"Contents")
            if said and kind == pdfium.FPDF_ANNOT_FREETEXT:
                found.boxes.append(_box(note, said))
            elif said:
                found.remarks.append(said)
        pdfium.FPDFPage_CloseAnnot(note)
    return found


def _value(document: PdfDocument, note: Any) -> str:
    """What a person reads in the field."""
    import pypdfium2.raw as pdfium

    if document.formenv is None:
        return _string(pdfium.FPDFAnnot_GetStringValue, note, b"V")
    kind = pdfium.FPDFAnnot_GetFormFieldType(document.formenv, note)
    if kind in (pdfium.FPDF_FORMFIELD_CHECKBOX, pdfium.FPDF_FORMFIELD_RADIOBUTTON):
        return "[x]" if pdfium.FPDFAnnot_IsChecked(document.formenv, note) else "[ ]"
    if kind in (pdfium.FPDF_FORMFIELD_TEXTFIELD, pdfium.FPDF_FORMFIELD_COMBOBOX, pdfium.FPDF_FORMFIELD_LISTBOX):
        return _string(pdfium.FPDFAnnot_GetFormFieldValue, document.formenv, note)
    return ""


def _string(ask: Callable[..., int], *about: Any) -> str:
    """One line. pdfium tells the length first, in bytes of UTF-16 with a zero at the end."""
    length = min(ask(*about, None, 0), 2 * _LONGEST)
    if length <= 2:
        return ""
    room = ctypes.create_string_buffer(length + 2)
    ask(*about, ctypes.cast(room, ctypes.POINTER(ctypes.c_ushort)), length)
    return " ".join(room.raw[:length].decode("utf-16-le", errors="replace").replace("\x00", "").split())


def _box(note: Any, words: str) -> Box:
    import pypdfium2.raw as pdfium

    rect = pdfium.FS_RECTF()
    pdfium.FPDFAnnot_GetRect(note, rect)
    top = rect.top if rect.top - rect.bottom < 40 else rect.bottom + 12.0  # A tall field is written from its top on,
    bottom = rect.bottom if top == rect.top else rect.top - 12.0
    return Box(words, rect.left, bottom, rect.right, max(rect.top, bottom + 1), 0, -1)


def placed(boxes: list[Box], pinned: list[Box]) -> list[Box]:
    """The words of a page with what was pinned to it: a value goes with the word before it on its line, a tick with the
    word behind it; what has no word beside it comes last.
    """
    out = list(boxes)
    for box in pinned:
        tick = box.text in ("[x]", "[ ]")
        beside = list(_beside(out, box, behind=tick))
        if not beside:
            out.append(box._replace(order=max((each.order for each in out), default=0) + 1))
            continue
        at = min(beside, key=lambda n: abs(out[n].left - box.left))
        near = out[at]
        text = f"{box.text} {near.text}" if tick else f"{near.text} {box.text}"
        edges = (box.left, near.right) if tick else (near.left, box.right)
        out[at] = near._replace(text=text, left=min(edges), right=max(edges))
    return out


def _beside(boxes: list[Box], box: Box, behind: bool) -> Iterator[int]:
    for at, each in enumerate(boxes):
        level = min(each.top, box.top) - max(each.bottom, box.bottom) > 0.3 * each.height
        if (
            level
            and (each.left >= box.left if behind else each.right <= box.left + 2)
            and abs(each.left - box.left) < 400
        ):
            yield at
