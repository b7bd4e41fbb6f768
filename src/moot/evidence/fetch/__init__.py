"""Pages of the open web, fetched with care: hostile addresses, hostile pages, and hosts that want to be left alone.

    async with Fetcher(Limits(), clock=now) as fetcher:
        page = await fetcher.get("https://example.org/article")

Nothing here is kept: that nobody is asked twice is the journal's business.
"""

from __future__ import annotations

from moot.evidence.fetch.client import Fetcher
from moot.evidence.fetch.fetched import Fetched, NotFetched
from moot.evidence.fetch.limits import Limits

__all__ = ["Fetched", "Fetcher", "Limits", "NotFetched"]
