"""Files and folders to documents. One bad source never ends a reading: it is named, with the reason."""

from __future__ import annotations

import hashlib
import re
import stat
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from moot.errors import NoSources
from moot.evidence import extracted, found
from moot.evidence.media import signature
from moot.evidence.media.medium import CannotRead, Medium, cause, guarded
from moot.evidence.media.storable import storable
from moot.plugins import registered
from moot.words import Document, Source, Unread

_OURS = {
    "text": "plain text", "markdown": "Markdown", "html": "a web page", "pdf": "a PDF", "docx": "a docx file",
    "xlsx": "an xlsx file", "pptx": "a pptx file", "odt": "an odt file", "ods": "an ods file", "odp": "an odp file",
    "epub": "an epub file", "rtf": "an rtf file",
}  # fmt: skip
"""Names of media whose files may be called like another's; a letter or a table of figures begins with anything."""
_NAMED = 5
"""Paths and files that a refusal names."""


def media() -> dict[str, Medium]:
    """All that can be read, by suffix: ours, then those that other packages register under `moot.media`."""
    from moot.evidence.media import delimited, docx, epub, html, mail, markdown, odf, pdf, plain, pptx, rtf, xlsx

    texts = (markdown, plain, html, pdf, docx, xlsx, pptx, epub, delimited, mail, rtf)
    ours = (*(each.MEDIUM for each in texts), *odf.MEDIA)
    theirs = (point.load() for point in registered("media").values())
    return {suffix: medium for medium in (*ours, *theirs) for suffix in medium.suffixes}


def read_paths(paths: Sequence[Path]) -> tuple[list[Document], list[Unread]]:
    """Read files and whole folders. Documents are S1, S2, … in the order of their paths.

    Never raises for a bad source: it comes back as `Unread`. Of files with the same bytes the first is read.
    """
    known = media()
    files, passed_over = found.files(paths, frozenset(known))
    unread = [
        Unread(
            origin=_name(each.origin),
            reason=_name(each.reason),
            counts=each.counts,
            kinds=tuple(map(_name, each.kinds)),
        )
        for each in passed_over
    ]
    documents: list[Document] = []
    seen: dict[str, str] = {}
    for found_at, path in files:
        origin = _name(found_at)
        try:
            raw = _bytes(path, known[path.suffix.lower()])
            digest = hashlib.sha256(raw).hexdigest()
            if digest in seen:
                first = seen[digest]
                unread.append(Unread(origin=origin, reason=f"same file as {first}", counts=False, copy_of=first))
                continue
            document = _document(f"S{len(documents) + 1}", path, digest, known, raw)
        except CannotRead as error:
            unread.append(Unread(origin=origin, reason=storable(str(error)), cause=cause(error)))
            continue
        seen[digest] = origin
        documents.append(document)
    return documents, sorted(unread, key=lambda each: each.origin)


def require_there(paths: Sequence[Path]) -> None:
    """Raises `NoSources` that names the paths at which nothing is, as by a slip of the pen."""
    absent = list(dict.fromkeys(_name(path.as_posix()) for path in paths if found.absent(path)))
    if absent:
        more = [f"{len(absent) - _NAMED} more"] if len(absent) > _NAMED else []
        named = ", ".join([*absent[:_NAMED], *more])
        raise NoSources(f"No such file or folder: {named}. Correct the path, or leave it out.")


def require(documents: Sequence[Document], unread: Sequence[Unread]) -> None:
    """Raises `NoSources`, with the reasons in one sentence, when nothing was read."""
    if documents:
        return
    shown = [f"{each.origin}: {each.reason}" for each in unread[:_NAMED]]
    more = len(unread) - len(shown)
    reasons = "; ".join(shown) + (f"; and {more} more" if more else "")
    raise NoSources(f"No source could be read ({reasons})." if reasons else "No source was given.")


def page_of(document: Document, offset: int) -> int | None:
    """The page (from 1) on which `offset` of a PDF's text lies; None for media without pages."""
    if document.source.media != "pdf":
        return None
    return document.text.count("\f", 0, max(offset, 0)) + 1


def place_of(document: Document, offset: int) -> str | None:
    """The page in words: "page 3", or "page 3, read by OCR", whose letters and figures may be wrong."""
    page = page_of(document, offset)
    read_by = ", read by OCR" if page in document.source.recognised else ""
    return f"page {page}{read_by}" if page else None


def _bytes(path: Path, medium: Medium) -> bytes:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise CannotRead("not a file that can be read (a device, pipe or socket)")
        if status.st_size == 0:
            raise CannotRead("it is empty")
        if status.st_size > medium.limit:
            raise CannotRead(
                f"too large: {_size(status.st_size)}, the limit for {medium.name} is {_size(medium.limit)}"
            )
        with path.open("rb") as file:
            raw = file.read(medium.limit + 1)  # it may grow while we look
    except OSError as error:
        raise CannotRead(f"could not be opened: {(error.strerror or type(error).__name__).lower()}") from error
    if len(raw) > medium.limit:
        raise CannotRead(f"too large: over {_size(medium.limit)}")
    return raw


def _size(count: int) -> str:
    return f"{count / 1024**3:.1f} GB" if count >= 1024**3 else f"{count / 1024**2:.0f} MB"


def _document(name: str, path: Path, digest: str, media: Mapping[str, Medium], raw: bytes) -> Document:
    medium, notes = _medium(path.suffix.lower(), media, raw)
    known = Source(
        id=name,
        title=_name(path.stem),
        origin=_name(path.as_posix()),
        sha256=digest,
        text_sha256="",
        media=medium.name,
    )
    with guarded(medium.name):
        extract = medium.read(raw)
        return extracted.document(replace(extract, notes=(*notes, *extract.notes)), known, datetime.now(UTC).date())


def _medium(suffix: str, media: Mapping[str, Medium], raw: bytes) -> tuple[Medium, tuple[str, ...]]:
    """By what it is, where its bytes say another of our own kinds than its name, and a remark on that."""
    named = media[suffix]
    told = media.get(signature.suffix(raw) or suffix, named)
    if told is named or named.name not in _OURS:
        return named, ()
    return told, (f"its name ends in {suffix}, but it is {_OURS.get(told.name, told.name)}: read as that",)


def _name(path: str) -> str:
    r"""A path as it can be stored and shown: a byte of it that is not UTF-8 as `\xe9`, so that names stay different."""
    return storable(re.sub("[\udc80-\udcff]", lambda byte: f"\\x{ord(byte[0]) - 0xDC00:02x}", path))
