"""Plain text as it is written, without its header lines."""

from __future__ import annotations

from moot.evidence.media.decode import decode
from moot.evidence.media.header import part
from moot.evidence.media.medium import Extract, Medium


def read(raw: bytes) -> Extract:
    text, notes = decode(raw)
    header = part(text)
    return Extract(
        header.body,
        header.title,
        header.date,
        header.stated_origin,
        notes,
        author=header.author,
        licence=header.licence,
    )


MEDIUM = Medium("text", (".txt", ".text"), read)
