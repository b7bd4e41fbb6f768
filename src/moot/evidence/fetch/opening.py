"""One address opened: its page, else an archived copy, as a document; and what is known of the address itself."""

from __future__ import annotations

from urllib.parse import urldefrag

from moot.evidence.cited_report import Entry
from moot.evidence.fetch import archive, scholarly
from moot.evidence.fetch.client import Fetcher
from moot.evidence.fetch.fetched import Fetched, NotFetched
from moot.evidence.fetch.reading import document, named
from moot.evidence.fetch.scholarly import Work
from moot.words import Document, Link, Unread

MOST = 500
"""Addresses that one audit opens: each may need three questions (page, archive, register)."""


def asked(entry: Entry) -> str:
    """The address that would be asked for what an entry names: its own, or that of its DOI or arXiv id; "" for none."""
    if entry.url and entry.url.lower().startswith(("http://", "https://")):
        return urldefrag(entry.url).url
    found = scholarly.identifiers(f"{entry.doi or ''} {entry.text}")
    return scholarly.landing(found[0]) if found else ""


async def opened(fetcher: Fetcher, address: str, id: str, doi: str = "") -> tuple[Link, Document | None]:
    """A page as `page` reads it; one that is not there, from an archived copy.

    `doi`: what the report says that it names, where the address does not tell.
    """
    link, document = await page(fetcher, address, id, doi)
    if document is not None or link.final or (link.status is None and not link.gone):
        # Without an answer it may hold a password, or be of a private network: no archive is told of it.
        return link, document
    copy = await archive.copy_of(fetcher, address)
    if isinstance(copy, NotFetched):
        return link, None
    link = link.model_copy(update={"archived": copy.address})
    kept = await _read_copy(fetcher, copy.address, id, address)
    return (link.model_copy(update={"source": id}), kept) if kept else (link, None)


async def page(fetcher: Fetcher, address: str, id: str, doi: str = "") -> tuple[Link, Document | None]:
    """Ask for an address, and read what is there as source `id`. Never raises but for cancellation."""
    came = await fetcher.get(address)
    link = Link(asked=address, status=came.status, registered=await _registered(fetcher, f"{address} {doi}"))
    if isinstance(came, NotFetched):
        return link.model_copy(update={"reason": came.reason, "gone": came.gone}), None
    link = link.model_copy(update={"final": came.address, "headers": came.headers})
    read = document(id, came)
    if isinstance(read, Unread):
        return link.model_copy(update={"reason": read.reason}), None
    title = "" if read.source.title == named(came.address) else read.source.title
    return link.model_copy(update={"title": title, "source": id}), read


async def _registered(fetcher: Fetcher, named: str) -> str:
    found = scholarly.identifiers(named)
    work = await scholarly.look_up(fetcher, found[0]) if found else None
    return work.title if isinstance(work, Work) else ""


async def _read_copy(fetcher: Fetcher, copy: str, id: str, address: str) -> Document | None:
    came = await fetcher.get(copy)
    read = document(id, came) if isinstance(came, Fetched) else Unread(origin=copy, reason="")
    if isinstance(read, Unread):
        return None
    return read.model_copy(update={"source": read.source.model_copy(update={"asked": address})})
