"""One address opened: its page, else an archived copy, as a document; and what is known of the address itself."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from moot.evidence.cited_report import Entry
from moot.evidence.fetch import archive, scholarly
from moot.evidence.fetch.client import Fetcher
from moot.evidence.fetch.fetched import NotFetched
from moot.evidence.fetch.reading import document, named
from moot.text import identifiers, urls
from moot.words import Document, Link, Unread

MOST = 500
"""Addresses that one audit opens: each may need three questions (page, archive, register)."""


def asked(entry: Entry) -> str:
    """The address that would be asked for what an entry names: its own, or that of its DOI or arXiv id; "" for none."""
    if entry.url and entry.url.lower().startswith(("http://", "https://")):
        return urls.page(entry.url)
    found = identifiers.find(f"{entry.doi or ''} {entry.text}")
    return identifiers.landing(found[0]) if found else ""


@dataclass(frozen=True)
class Opened:
    link: Link
    document: Document | None = None
    body: bytes = b""
    """Of the answer that was read."""


async def opened(fetcher: Fetcher, address: str, id: str, doi: str = "") -> Opened:
    """A page as `page` reads it; one that is not there, from an archived copy.

    `doi`: what the report says that it names, where the address does not tell.
    """
    found = await page(fetcher, address, id, doi)
    link = found.link
    if found.document is not None or link.final or (link.status is None and not link.gone):
        # Without an answer it may hold a password, or be of a private network: no archive is told of it.
        return found
    copy = await archive.copy_of(fetcher, address)
    if isinstance(copy, NotFetched):
        return found
    return await _copy_read(fetcher, link.model_copy(update={"archived": copy.address}), id)


async def page(fetcher: Fetcher, address: str, id: str, doi: str = "") -> Opened:
    """Ask for an address, and read what is there as source `id`. Never raises but for cancellation."""
    came = await fetcher.get(address)
    # What the report itself calls it is known already; its address may be nobody's business.
    told = doi if isinstance(came, NotFetched) and not came.is_open else f"{address} {doi}"
    link = Link(asked=address, status=came.status, registered=await _registered(fetcher, told))
    if isinstance(came, NotFetched):
        return Opened(link.model_copy(update={"reason": came.reason, "gone": came.gone}))
    link = link.model_copy(update={"final": came.address, "headers": came.headers})
    read = await asyncio.to_thread(document, id, came)
    if isinstance(read, Unread):
        return Opened(link.model_copy(update={"reason": read.reason, "cause": read.cause}))
    title = "" if read.source.title == named(came.address) else read.source.title
    return Opened(link.model_copy(update={"title": title, "source": id}), read, came.body)


async def _registered(fetcher: Fetcher, told: str) -> str:
    found = identifiers.find(told)
    title = await scholarly.look_up(fetcher, found[0]) if found else ""
    return title if isinstance(title, str) else ""


async def _copy_read(fetcher: Fetcher, link: Link, id: str) -> Opened:
    """The archived copy as source `id`, if it can be read."""
    came = await fetcher.get(link.archived)
    if isinstance(came, NotFetched):
        return Opened(link)
    read = await asyncio.to_thread(document, id, came)
    if isinstance(read, Unread):
        return Opened(link)
    source = read.source.model_copy(update={"asked": link.asked})
    link = link.model_copy(update={"source": id, "headers": came.headers})
    return Opened(link, read.model_copy(update={"source": source}), came.body)
