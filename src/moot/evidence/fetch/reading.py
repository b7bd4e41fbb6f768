"""A fetched page as a document, read by the medium that it is of."""

from __future__ import annotations

from urllib.parse import unquote

from moot.evidence import invisible, read
from moot.evidence.fetch import kinds
from moot.evidence.fetch.characters import in_utf8
from moot.evidence.fetch.fetched import Fetched
from moot.evidence.line import line
from moot.evidence.media.medium import CannotRead, Extract
from moot.evidence.media.storable import readable, storable
from moot.text import urls
from moot.words import Document, Hidden, Source, Unread

_LONGEST_TITLE = 200


def document(id: str, page: Fetched) -> Document | Unread:
    """The page as source `id`; never raises for a bad page. It is public: it was fetched without a password."""
    try:
        medium = read.media()[page.suffix]
        if len(page.body) > medium.limit:
            raise CannotRead(f"too large for {medium.name}")
        extract = medium.read(in_utf8(page) if page.suffix in kinds.TEXTS else page.body)
        text, spelled = invisible.taken_out(readable(extract.text))
        if not text.strip():
            raise CannotRead("no text in it")
    except CannotRead as error:
        return Unread(origin=page.address, reason=line(str(error)))
    except (Exception, RecursionError, MemoryError) as error:  # whatever a parser does to a hostile page
        return Unread(origin=page.address, reason=f"could not be read: {type(error).__name__}")
    source = Source(
        id=id,
        title=line(extract.title or "", _LONGEST_TITLE) or named(page.address),
        origin=page.address,
        stated_origin=_stated(page, extract),
        sha256=page.sha256,
        text_sha256=read.sha256(text),
        media=medium.name,
        date=extract.date,
        changed=extract.changed,
        author=line(extract.author or "", _LONGEST_TITLE) or None,
        licence=line(extract.licence or "", _LONGEST_TITLE) or None,
        private=False,
        asked=page.asked,
        fetched=page.fetched,
        notes=tuple(storable(note) for note in extract.notes),
        recognised=extract.recognised,
    )
    hidden = tuple(Hidden(how=storable(each.how), text=storable(each.text)) for each in (*extract.hidden, *spelled))
    return Document(source=source, text=text, hidden=hidden)


def _stated(page: Fetched, extract: Extract) -> str | None:
    """Where the page says it belongs, else the address that was asked where that led elsewhere."""
    said = line(extract.stated_origin or "", _LONGEST_TITLE)
    return said or (page.asked if page.asked.partition("#")[0] != page.address else None)


def named(address: str) -> str:
    """What an address says of a page without a title."""
    parts = urls.parts(address)
    last = unquote(parts.path).rstrip("/").rpartition("/")[2]
    return line(last or parts.hostname or address, _LONGEST_TITLE)
