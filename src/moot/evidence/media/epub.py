"""Books: the chapters in the order of the book's spine, each read whole."""

from __future__ import annotations

import posixpath
from typing import Any

from moot.evidence import dates
from moot.evidence.media import whole
from moot.evidence.media.decode import decode
from moot.evidence.media.medium import CannotRead, Extract, Medium
from moot.evidence.media.packed import Packed, apart, opened, resolved
from moot.evidence.media.stated import author, beside, texts
from moot.words import Hidden

_BOOK = "{http://www.idpf.org/2007/opf}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_CHAPTERS = ("application/xhtml+xml", "text/html")
_MOST = 12_000_000
"""Characters of one book."""


def read(raw: bytes) -> Extract:
    """Raises `CannotRead` for what is no book, is locked, is damaged or unpacks to too much."""
    with opened(raw, "epub") as packed:
        container = packed.part("META-INF/container.xml")
        place = next((str(each.get("full-path")) for each in _each(container, "{*}rootfile")), "")
        book = packed.part(place)
        if book is None:
            raise CannotRead("it is no epub file")
        return _read(packed, book, posixpath.dirname(place))


def _each(part: Any, tag: str) -> Any:
    return part.iter(tag) if part is not None else ()


def _read(packed: Packed, book: Any, folder: str) -> Extract:
    locked = {str(each.get("URI")) for each in _each(packed.part("META-INF/encryption.xml"), "{*}CipherReference")}
    items = {str(each.get("id")): each for each in book.iter(f"{_BOOK}item")}
    chapters: list[str] = []
    hidden: list[Hidden] = []
    notes: list[str] = []
    for reference in book.iter(f"{_BOOK}itemref"):
        item = items.get(str(reference.get("idref")))
        if item is None or item.get("media-type") not in _CHAPTERS or "nav" in str(item.get("properties")).split():
            continue
        name = resolved(folder, str(item.get("href") or ""))
        if name in locked:
            raise CannotRead("it is locked for readers of one shop: not read")
        if sum(map(len, chapters)) > _MOST:
            notes.append(f"only its first {len(chapters):,} chapters were read")
            break
        words, unseen = _chapter(packed, name)
        chapters += [words] if words else []
        hidden += unseen
    title = " ".join((book.findtext(f".//{_DC}title") or "").split()) or None
    by = author(";".join(each.text or "" for each in book.iter(f"{_DC}creator")))
    hidden += apart(beside(texts(book.find(f"{_BOOK}metadata")), title, by))
    text = "\n\n".join(chapters)
    return Extract(
        f"{text}\n" if text else "",
        title,
        dates.iso(book.findtext(f".//{_DC}date") or ""),
        notes=tuple(notes),
        hidden=tuple(hidden),
        author=by,
        licence=" ".join((book.findtext(f".//{_DC}rights") or "").split()) or None,
    )


def _chapter(packed: Packed, name: str) -> tuple[str, tuple[Hidden, ...]]:
    raw = packed.bytes(name)
    if raw is None or not raw.strip():
        return "", ()
    try:
        return whole.text(decode(raw)[0])
    except CannotRead:
        return "", ()


MEDIUM = Medium("epub", (".epub",), read)
