"""What a file is by its first bytes, whatever it is called: a page saved as .pdf, a PDF downloaded as .txt."""

from __future__ import annotations

import io
import zipfile

from moot.evidence.media.medium import CannotRead

_BEGINS = (
    (".pdf", (b"%pdf-",)),
    (".rtf", (b"{\\rtf",)),
    (".html", (b"<!doctype html", b"<html")),
)
_PARTS = (
    (".docx", "word/document.xml"),
    (".xlsx", "xl/workbook.xml"),
    (".pptx", "ppt/presentation.xml"),
    (".epub", "META-INF/container.xml"),
)
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument."
_OPEN = {b"text": ".odt", b"spreadsheet": ".ods", b"presentation": ".odp"}
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""Also that of new files of Office that are encrypted."""
_LOOKED_AT = 1024
_LONGEST = 200
"""Bytes of the part that names the kind of an OpenDocument file."""


def suffix(raw: bytes) -> str | None:
    """As the medium's; None where the bytes do not say. Raises `CannotRead` for a kind that no medium reads."""
    if raw.startswith(_OLD_OFFICE):
        raise CannotRead("it is encrypted, or an old file of Office: save it without a password, in a newer form")
    start = raw[:_LOOKED_AT].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    told = next((suffix for suffix, begins in _BEGINS if start.startswith(begins)), None)
    return told or (_of_archive(raw) if raw.startswith(b"PK\x03\x04") else None)


def _of_archive(raw: bytes) -> str | None:
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            names = frozenset(archive.namelist())
            if "mimetype" in names and archive.getinfo("mimetype").file_size <= _LONGEST:
                kind = archive.read("mimetype").strip()
                if kind.startswith(_OPEN_DOCUMENT):
                    return _OPEN.get(kind.removeprefix(_OPEN_DOCUMENT))
            return next((suffix for suffix, name in _PARTS if name in names), None)
    except Exception:  # whatever zipfile makes of damage: the medium of its name says what is wrong
        return None
