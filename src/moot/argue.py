"""A stored run, argued by its protocol over its stored documents; what is asked of the machine before it may go on."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from moot.plugins import registered
from moot.words import Case, Role, Seat, Source, SourceSkipped

if TYPE_CHECKING:
    from moot.debate.pages import Pages
    from moot.debate.web import Lookout
    from moot.evidence.library import Library
    from moot.ledger.journal import Journal
    from moot.ledger.record import Record
    from moot.models.discovery import Seating
    from moot.models.seat import SeatHolder
    from moot.models.seating import Seater
    from moot.verify.referee import Referee


class ProtocolRun(Protocol):
    """How a panel argues; registered under the entry point group `moot.protocols`."""

    async def __call__(
        self,
        case: Case,
        holders: Sequence[SeatHolder],
        library: Library,
        referee: Referee,
        journal: Journal,
        lookout: Lookout | None,
        /,
    ) -> None: ...


def require_able(record: Record, env: Mapping[str, str]) -> None:
    """Raises what keeps a stored run from going on here, while nothing of it is touched yet.

    What was asked of the machine before money was spent is asked again: keys, prices, addresses may have changed.
    """
    from moot.evidence.search.chosen import chosen
    from moot.models import seating

    if record.case.web is not None and record.case.web.engines:
        chosen(record.case.web.engines, env)
    seatings = _seatings(record, _seater(record, env), [document.source for document in record.documents])
    seating.provenance(seatings, record.case.question)


def _seater(record: Record, env: Mapping[str, str]) -> Seater:
    from moot.models.seating import Seater

    return Seater(env, record.options.get("price"))


def _seatings(record: Record, seater: Seater, sources: Sequence[Source]) -> list[Seating]:
    """The seats as they can be held now. Raises what they cannot."""
    from moot.models.seating import require_fit

    seatings = seater.again(record.panel, record.options.get("endpoints", {}))
    require_fit(seatings, sources, record.case.caps.usd, bool(record.options.get("allow_retention")))
    return seatings


async def argue(record: Record, journal: Journal, env: Mapping[str, str]) -> None:
    """Run the protocol of a stored run over its stored documents. Also how a run is resumed: by running it again."""
    from moot.debate.pages import Pages

    async with Pages(record.case, record.documents, journal, bool(record.options.get("loopback"))) as pages:
        await _argue(record, journal, env, pages)


async def _argue(record: Record, journal: Journal, env: Mapping[str, str], pages: Pages) -> None:
    from moot.debate import critique, extending
    from moot.evidence.library import Library
    from moot.verify.referee import Referee, default_checks

    given = [each for each in record.documents if each.source.asked is None]
    library = Library(given, question=record.case.question, unread=record.unread)
    lookout = await _opened(record, library, pages, journal, env)
    seater = _seater(record, env)
    _seatings(record, seater, library.sources)
    referee = Referee(default_checks(record.options.get("verifiers", ())))
    warming = asyncio.get_running_loop().run_in_executor(None, referee.prepare)
    holders = [_holder(seat, library, seater) for seat in record.panel.seats]
    try:
        if record.options.get("plan_only"):
            await critique.plan(record.case, holders, library, journal, lookout)
        else:
            await _protocol(record.case.protocol)(record.case, holders, library, referee, journal, lookout)
            await extending.go_on(record.case, holders, library, referee, journal, lookout)
    finally:
        await warming
        await seater.aclose()


def _holder(seat: Seat, library: Library, seater: Seater) -> SeatHolder:
    """Who answers for a seat: a reader, a model, or one after the other of those that may hold it."""
    from moot.models import fallback
    from moot.readers import holder

    holders = [holder(each, library) or seater.holder(each) for each in fallback.seats(seat)]
    return fallback.FallbackSeat(seat, holders) if seat.fallbacks else holders[0]


async def _opened(
    record: Record, library: Library, pages: Pages, journal: Journal, env: Mapping[str, str]
) -> Lookout | None:
    """Tell what was given, and open what may be opened; the outlook on the open web, where the case allows one."""
    from moot.debate import opening, sources
    from moot.debate.pages import Wanted
    from moot.debate.web import Lookout
    from moot.evidence.search.chosen import chosen

    case, addresses = record.case, record.options.get("addresses", [])
    sources.tell(journal, library, library.documents)
    for unread in record.unread:
        journal.emit(SourceSkipped(unread=unread))
    if record.panel.audits:
        if record.options.get("fetch"):
            report = Path(record.panel.of(Role.AUTHOR)[0].model.removeprefix("file:"))
            found = await opening.opened(report, addresses, library, pages, journal)
            documents = list({page.document.source.id: page.document for page in found if page.document}.values())
            library.add(documents, [page.link for page in found])
            sources.tell(journal, library, documents)
        return None
    if case.web is None:
        return None
    engines = chosen(case.web.engines, env) if case.web.engines else []
    lookout = Lookout(case, case.web, engines, pages, library, journal)
    await lookout.read([Wanted(address) for address in addresses])
    return lookout


def _protocol(name: str) -> ProtocolRun:
    return registered("protocols")[name].load()
