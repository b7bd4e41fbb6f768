"""Opens the addresses of an audit: those given as sources, and those that the report cites. One row an address.

What was fetched is kept as documents of the run, so that a resumed run, a report and `moot verify` read it again.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urldefrag

from moot.ledger.calls import Answer
from moot.ledger.journal import Journal
from moot.words import Document, Followed, Link

if TYPE_CHECKING:
    from moot.evidence.fetch import Fetcher


@dataclass(frozen=True)
class Opened:
    documents: tuple[Document, ...]
    links: tuple[Link, ...]
    """In the order of asking: the addresses given, then those of the report in its order."""


@dataclass(frozen=True)
class _Wanted:
    address: str
    needed: bool
    """Whether its text is: not where the user gave the source itself."""
    doi: str


async def opened(report: Path, addresses: Sequence[str], documents: Sequence[Document], journal: Journal) -> Opened:
    """Ask for every address once. `documents`: all of the run so far, those that it fetched at an earlier time too."""
    given = [each for each in documents if each.source.asked is None]
    noted = await journal.decide("open/addresses", lambda: _noted(report, addresses, given))
    wanted = [_Wanted(**each) for each in json.loads(noted)]
    if not wanted:
        return Opened((), ())
    kept = {each.source.id: each for each in documents if each.source.asked is not None}

    async def one(n: int, each: _Wanted) -> Link:
        id = f"S{len(given) + n}"

        async def do() -> Answer:
            from moot.evidence.fetch import opening

            link, document = await opening.opened(web, each.address, id, each.doi)
            if document is not None and each.needed:
                await journal.keep(len(given) + n - 1, document)
                kept[id] = document
            return Answer(body=(link if each.needed else link.model_copy(update={"source": None})).model_dump_json())

        answer = await journal.once(f"open/address/{n}", json.dumps(asdict(each)), Decimal(0), do)
        return Link.model_validate_json(answer.body)

    links: list[Link] = []
    async with fetcher() as web:
        asking = [asyncio.ensure_future(one(n, each)) for n, each in enumerate(wanted, 1)]
        try:
            for each in asking:  # told in their order, however fast each answers
                links.append(link := await each)
                journal.emit(Followed(link=link))
        finally:
            for each in asking:
                each.cancel()
            await asyncio.gather(*asking, return_exceptions=True)
    return Opened(tuple(kept[link.source] for link in links if link.source), tuple(links))


def _noted(report: Path, addresses: Sequence[str], given: Sequence[Document]) -> str:
    """What is to be asked for, each address once, as JSON."""
    from moot.evidence.cited_report import read_report
    from moot.evidence.fetch.opening import MOST, asked
    from moot.evidence.matching import matched

    entries = read_report(report).entries
    known = matched(entries, given)
    wanted = {address: _Wanted(address, True, "") for address in (urldefrag(each).url for each in addresses)}
    for entry in entries:
        address = asked(entry)
        if address:
            before = wanted.get(address, _Wanted(address, False, ""))
            wanted[address] = _Wanted(address, before.needed or entry.id not in known, before.doi or entry.doi or "")
    return json.dumps([asdict(each) for each in list(wanted.values())[:MOST]])


def fetcher() -> Fetcher:
    """As the open web needs it."""
    from datetime import UTC, datetime

    from moot.evidence.fetch import Fetcher, Limits
    from moot.evidence.fetch.opening import MOST

    return Fetcher(Limits(addresses=3 * MOST), clock=lambda: datetime.now(UTC))
