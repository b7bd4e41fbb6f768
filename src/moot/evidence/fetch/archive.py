"""An archived copy of a page, by the availability interface of the Wayback Machine."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from moot.evidence.fetch.client import Fetcher
from moot.evidence.fetch.fetched import NotFetched
from moot.text import urls
from moot.text.lazy import lazy_re

BASE = "https://archive.org"
_HOSTS = ("web.archive.org",)
_STAMP = lazy_re(r"(\d{4})(\d\d)(\d\d)(?:\d{6})?")


@dataclass(frozen=True)
class Copy:
    address: str
    date: str
    """ISO day on which it was taken."""


def question(address: str, base: str = BASE) -> str:
    """The address that tells of a copy."""
    return f"{base}/wayback/available?url={quote(address, safe='')}"


def parsed(reply: bytes) -> Copy | None:
    """The copy of a page that was there; None when there is none, or the reply is no such reply."""
    try:
        closest: Any = json.loads(reply)["archived_snapshots"]["closest"]
        address, stamp = str(closest["url"]), _STAMP.fullmatch(str(closest["timestamp"]))
        held = closest["available"] is True and str(closest["status"]).startswith("2")
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    if not held or stamp is None or urls.host(address) not in _HOSTS or not address.isprintable():
        return None
    return Copy(re.sub(r"^http:", "https:", address)[:4000], "-".join(stamp.groups()))


async def copy_of(fetcher: Fetcher, address: str, base: str = BASE) -> Copy | NotFetched:
    """Ask for a copy of a page. Never raises for a bad reply."""
    answer = await fetcher.ask(question(address, base))
    if isinstance(answer, NotFetched):
        return NotFetched(address, f"the archive: {answer.reason}", answer.status)
    return parsed(answer.body) or NotFetched(address, "the archive has no copy", answer.status)
