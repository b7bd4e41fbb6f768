"""Plain text as it is written, without its header lines, its aligned tables in rows of cells."""

from __future__ import annotations

from collections.abc import Callable

from moot.evidence.media import aligned, letters
from moot.evidence.media.decode import decode
from moot.evidence.media.header import at_end, part
from moot.evidence.media.medium import Extract, Medium
from moot.words import Hidden

Parted = Callable[[str], tuple[str, tuple[Hidden, ...]]]


def read(raw: bytes, parted: Parted | None = None) -> Extract:
    """`parted` takes out of the text what is none, and gives it back."""
    text, notes = decode(raw)
    text, hidden = parted(text) if parted else (text, ())
    letter = letters.first(text)
    header = part(letters.told(text, letter or letters.UNKNOWN))
    return Extract(
        header.body,
        letter.subject if letter and letter.subject else header.title,
        letter.date if letter and letter.date else header.date or at_end(text),
        header.stated_origin,
        notes,
        (*hidden, *header.beside),
        author=header.author or (letter.writer or None if letter else None),
        licence=header.licence,
    )


def _with_tables(raw: bytes) -> Extract:
    return read(raw, lambda text: (aligned.told(text), ()))


MEDIUM = Medium("text", (".txt", ".text", ".rst", ".adoc", ".org", ".log"), _with_tables)
