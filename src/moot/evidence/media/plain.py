"""Plain text as it is written, without its header lines, its aligned tables in rows of cells."""

from __future__ import annotations

from collections.abc import Callable

from moot.evidence.media import aligned
from moot.evidence.media.decode import decode
from moot.evidence.media.header import at_end, part
from moot.evidence.media.medium import Extract, Medium
from moot.words import Hidden

Parted = Callable[[str], tuple[str, tuple[Hidden, ...]]]


def read(raw: bytes, parted: Parted | None = None) -> Extract:
    """`parted` takes out of the text what is none, and gives it back."""
    text, notes = decode(raw)
    text, hidden = parted(text) if parted else (text, ())
    header = part(text)
    return Extract(
        header.body,
        header.title,
        header.date or at_end(text),
        header.stated_origin,
        notes,
        (*hidden, *header.beside),
        author=header.author,
        licence=header.licence,
    )


def _with_tables(raw: bytes) -> Extract:
    return read(raw, lambda text: (aligned.told(text), ()))


MEDIUM = Medium("text", (".txt", ".text", ".rst", ".adoc", ".org", ".log"), _with_tables)
