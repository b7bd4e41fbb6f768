"""What an audit opens: the addresses given as sources, and those that the report cites."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from moot.debate.pages import Page, Pages, Wanted
from moot.evidence.library import Library
from moot.ledger.journal import Journal
from moot.text import urls
from moot.text.urls import same


async def opened(
    report: Path, addresses: Sequence[str], library: Library, pages: Pages, journal: Journal
) -> list[Page]:
    """Every address once: those given, then those of the report in its order."""
    noted = await journal.decide("open/addresses", lambda: _noted(report, addresses, library))
    return await pages.open([Wanted(**each) for each in json.loads(noted)])


def _noted(report: Path, addresses: Sequence[str], library: Library) -> str:
    """What is to be asked for, each address once, as JSON."""
    from moot.evidence.cited_report import read_report
    from moot.evidence.fetch.opening import MOST, asked
    from moot.evidence.matching import matched

    entries = read_report(report).entries
    known = matched(entries, library.documents, library.unread)
    wanted = {same(address): Wanted(address) for address in map(urls.page, addresses)}
    for entry in entries:
        address = asked(entry)
        if address:
            before = wanted.get(same(address), Wanted(address, needed=False))
            needed = before.needed or entry.id not in known
            wanted[same(address)] = Wanted(before.address, needed, before.doi or entry.doi or "")
    return json.dumps([asdict(each) for each in list(wanted.values())[:MOST]])
