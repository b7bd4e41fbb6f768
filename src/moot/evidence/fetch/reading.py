"""A fetched page as a document, read by the medium that it is of."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from urllib.parse import unquote

from moot.evidence import extracted, read
from moot.evidence.fetch import kinds
from moot.evidence.fetch.characters import in_utf8
from moot.evidence.fetch.fetched import Fetched
from moot.evidence.line import line
from moot.evidence.media.medium import CannotRead, cause, guarded
from moot.text import urls
from moot.words import Document, Source, Unread


def document(id: str, page: Fetched) -> Document | Unread:
    """The page as source `id`; never raises for a bad page. It is public: it was fetched without a password."""
    try:
        medium = read.media()[page.suffix]
        if len(page.body) > medium.limit:
            raise CannotRead(f"too large for {medium.name}")
        with guarded(medium.name):
            extract = medium.read(in_utf8(page) if page.suffix in kinds.TEXTS else page.body)
            extract = replace(extract, notes=(*extract.notes, *page.notes))
            day = datetime.fromisoformat(page.fetched).date()
            return extracted.document(extract, _known(id, page, medium.name), day)
    except CannotRead as error:
        return Unread(origin=page.address, reason=line(str(error)), cause=cause(error))


def _known(id: str, page: Fetched, media: str) -> Source:
    """Before it is read. The address that was asked is where it says it belongs, if it says nothing and that led on."""
    return Source(
        id=id,
        title=named(page.address),
        origin=page.address,
        stated_origin=page.asked if page.asked.partition("#")[0] != page.address else None,
        sha256=page.sha256,
        text_sha256="",
        media=media,
        private=False,
        asked=page.asked,
        fetched=page.fetched,
    )


def named(address: str) -> str:
    """What an address says of a page without a title."""
    parts = urls.parts(address)
    last = unquote(parts.path).rstrip("/").rpartition("/")[2]
    return line(last or parts.hostname or address, extracted.LONGEST_TITLE)
