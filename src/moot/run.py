"""The public door: a question and sources in, a report out; events on the way; stop and resume at will."""

from __future__ import annotations

import asyncio
import os
from collections import Counter
from collections.abc import AsyncIterator, Callable, Generator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from moot.errors import OverBudget, UsageError
from moot.plugins import registered
from moot.words import (
    Caps,
    Case,
    Document,
    Event,
    Panel,
    Role,
    Seat,
    SourceRead,
    SourceSkipped,
    Unread,
)

if TYPE_CHECKING:
    from moot.evidence.library import Library
    from moot.ledger.journal import Journal
    from moot.ledger.record import Record
    from moot.ledger.store import Store
    from moot.models.discovery import Seating
    from moot.models.lineup import Wish
    from moot.models.seat import SeatHolder
    from moot.models.seating import Seater
    from moot.report.document import Report
    from moot.verify.referee import Referee

OnSignal = Callable[[str], None]


class ProtocolRun(Protocol):
    """How a panel argues; registered under the entry point group `moot.protocols`."""

    async def __call__(
        self, case: Case, holders: Sequence[SeatHolder], library: Library, referee: Referee, journal: Journal
    ) -> None: ...


DEFAULT = Case(question="")
"""Where protocol and caps come from that neither the user nor a panel named."""


@dataclass(frozen=True)
class Setup:
    """What a run is made of, before anything is spent. Seats left None follow what the machine has."""

    question: str
    sources: Sequence[str | Path]
    protocol: str | None = None
    """None, here and where a default is: what the panel file says, else the default."""
    author: str | None = None
    reviewer: str | None = None
    judge: str | None = None
    seats: str | None = None
    """The authors of a council, debate or vote: `MODEL*N,MODEL,…`; `recorded:FILE` alone is its whole panel."""
    panel: str | None = None
    """Name or file of a panel."""
    swap: bool | None = None
    """Author and reviewer change places after each round."""
    mixed: bool | None = None
    """Refuse the run unless reviewers and judge are of other families than the authors."""
    sides: Sequence[str] = ()
    """The rival answers of a debate."""
    seat_deadline: float | None = None
    """Seconds for one answer of a seat whose panel gives it no deadline of its own."""
    rounds: int | None = None
    budget: Decimal | None = None
    """USD."""
    price: str | None = None
    """`IN/OUT` in USD per million tokens, for models of unknown price."""
    seconds: float | None = None
    allow_retention: bool = False
    plan_only: bool = False
    verifiers: Sequence[str] = ()
    """Folders or hub names of published claim verifiers that vote beside the embedded one."""
    fetch: bool = False
    """Of an audit: whether the addresses that it cites, and those among `sources`, may be opened."""


@dataclass(frozen=True)
class Prepared:
    """A case with its panel and documents, checked: prices known, nothing private on its way to a keeper."""

    setup: Setup
    case: Case
    panel: Panel
    documents: tuple[Document, ...]
    unread: tuple[Unread, ...]
    options: Mapping[str, Any]


def prepare(setup: Setup, env: Mapping[str, str] | None = None) -> Prepared:
    """Read the sources and seat the panel. Raises the `MootError` that says what cannot work, before any money."""
    from moot.evidence.read import read_paths, require
    from moot.models import seating, shapes
    from moot.models.discovery import panel_of

    question = _storable(setup.question)
    if not question:
        raise UsageError('The question is empty: give one, such as moot research "Which … ?" --sources notes/.')
    audits = (setup.author or "").startswith("file:")
    if not setup.sources and not audits:
        raise UsageError("No sources were given: name files or folders with --sources.")
    case, mixed, wishes = _ruled(setup, question)
    addresses = [str(source) for source in setup.sources if _is_address(source)]
    if addresses and not (setup.fetch and audits):
        what = "give --fetch to open it" if audits else "save the page, and name its file"
        raise UsageError(f"{addresses[0]} is an address, and nothing is fetched unasked: {what}.")
    documents, unread = read_paths([Path(source) for source in setup.sources if not _is_address(source)])
    if not audits:
        require(documents, unread)
    seater = seating.Seater(env if env is not None else os.environ, setup.price)
    seatings = _seated(seater, setup, case, wishes)
    panel = panel_of(seatings)
    shapes.require(case, panel, mixed)
    sources = [document.source for document in documents]
    seating.require_fit(seatings, sources, case.caps.usd, setup.allow_retention)
    options = {
        "price": setup.price,
        "allow_retention": setup.allow_retention,
        "plan_only": setup.plan_only,
        "provenance": seating.provenance(seatings, question),
        "endpoints": seating.endpoints(seatings),
        "verifiers": list(setup.verifiers),
        "fetch": setup.fetch,
        "addresses": addresses,
    }
    return Prepared(setup, case, panel, tuple(documents), tuple(unread), options)


def _storable(text: str) -> str:
    """Bytes of a command line that are no UTF-8 come as halves of surrogate pairs, which nothing can store."""
    return text.strip().encode("utf-8", "replace").decode("utf-8")


def _ruled(setup: Setup, question: str) -> tuple[Case, bool, list[Wish] | None]:
    """The case, whether families must differ, and the seats of the panel file: options first, then file, then default.

    Raises `UsageError` for what the protocol has no use for.
    """
    from moot.models import panels, shapes

    if setup.seats is not None and setup.panel is not None:
        raise UsageError("--seats and --panel do not go together: name the authors in one way.")
    file = panels.load(setup.panel) if setup.panel is not None else None
    said = file or panels.PanelFile.model_construct()
    protocol = setup.protocol or said.protocol or DEFAULT.protocol
    audits = (setup.author or "").startswith("file:")
    if protocol == shapes.AUDIT and not audits:
        raise UsageError("An audit is of a report that is there already: moot audit REPORT --sources PATH.")
    if not audits:
        shapes.require_known(protocol)
    swap, mixed = (
        bool(given if given is not None else other)
        for given, other in ((setup.swap, said.swap), (setup.mixed, said.mixed))
    )
    shapes.require_use(protocol, seats=setup.seats is not None, swap=swap, sides=setup.sides, mixed=mixed)
    caps = Caps(
        usd=next(each for each in (setup.budget, said.budget, DEFAULT.caps.usd) if each is not None),
        seconds=setup.seconds,
        rounds=setup.rounds or said.rounds or DEFAULT.caps.rounds,
    )
    sides = tuple(" ".join(_storable(side).split()) for side in setup.sides)
    case = Case(question=question, protocol=protocol, caps=caps, swap=swap, sides=sides)
    return case, mixed, file.wishes() if file else None


def _seated(seater: Seater, setup: Setup, case: Case, wishes: list[Wish] | None) -> list[Seating]:
    """Raises `UsageError` or `UnknownModel` for a panel that cannot sit."""
    from moot.models import convening

    if (setup.author or "").startswith("file:"):
        return seater.named(setup.author, setup.reviewer, setup.judge)
    asked = convening.Asked(
        author=setup.author,
        reviewer=setup.reviewer,
        judge=setup.judge,
        seats=setup.seats,
        panel=wishes,
        deadline=setup.seat_deadline,
    )
    return convening.convene(seater, case.protocol, asked)


def _is_address(source: str | Path) -> bool:
    return isinstance(source, str) and source.lower().startswith(("http://", "https://"))


@dataclass
class Research:
    """A run as an object: iterate it for its events, await it for its report. Both start it, once.

    Leaving the iteration early does not stop the run; `stop` does. A stopped run can be resumed.
    """

    store: Store
    run: str
    retry_failed: bool = False
    env: Mapping[str, str] = field(default_factory=lambda: os.environ)
    on_signal: OnSignal | None = None
    _task: asyncio.Task[Report] | None = None
    _events: asyncio.Queue[Event | None] = field(default_factory=asyncio.Queue[Event | None])

    def __await__(self) -> Generator[Any, None, Report]:
        return self._started().__await__()

    async def __aiter__(self) -> AsyncIterator[Event]:
        task = self._started()
        while (event := await self._events.get()) is not None:
            yield event
        await task

    def stop(self) -> None:
        """Stop at once: calls in flight stay booked at their worst case."""
        if self._task is not None:
            self._task.cancel()

    def _started(self) -> asyncio.Task[Report]:
        if self._task is None:
            self._task = asyncio.ensure_future(self._work())
            self._task.add_done_callback(lambda _: self._events.put_nowait(None))
        return self._task

    async def _work(self) -> Report:
        from moot.report.document import build

        await self._argue()
        return build(self.store.record(self.run))

    async def _argue(self) -> None:
        record = self.store.record(self.run)
        if record.state == "done" and not self.retry_failed:
            for event in record.events:
                self._events.put_nowait(event)
            return
        async with self.store.take(
            self.run,
            on_event=lambda _, event: self._events.put_nowait(event),
            on_signal=self.on_signal,
            retry_failed=self.retry_failed,
        ) as journal:
            await argue(record, journal, self.env)
            journal.finish("done")


async def argue(record: Record, journal: Journal, env: Mapping[str, str]) -> None:
    """Run the protocol of a stored run over its stored documents. Also how a run is resumed: by running it again.

    What was asked of the machine before money was spent is asked again: keys, prices, addresses may have changed.
    """
    from moot.debate import critique
    from moot.models.seating import Seater, require_fit
    from moot.verify.referee import Referee, default_checks

    library = await _opened(record, journal)
    seater = Seater(env, record.options.get("price"))
    seatings = seater.again(record.panel, record.options.get("endpoints", {}))
    allowed = bool(record.options.get("allow_retention"))
    require_fit(seatings, library.sources, record.case.caps.usd, allowed)
    referee = Referee(default_checks(record.options.get("verifiers", ())))
    warming = asyncio.get_running_loop().run_in_executor(None, referee.prepare)
    holders = [_holder(seat, library, seater) for seat in record.panel.seats]
    try:
        if record.options.get("plan_only"):
            await critique.plan(record.case, holders, library, journal)
        else:
            await _protocol(record.case.protocol)(record.case, holders, library, referee, journal)
    finally:
        await warming
        await seater.aclose()


def _holder(seat: Seat, library: Library, seater: Seater) -> SeatHolder:
    """Who answers for a seat: a reader, a model, or one after the other of those that may hold it."""
    from moot.models import fallback
    from moot.readers import holder

    holders = [holder(each, library) or seater.holder(each) for each in fallback.seats(seat)]
    return fallback.FallbackSeat(seat, holders) if seat.fallbacks else holders[0]


async def _opened(record: Record, journal: Journal) -> Library:
    """All that is read, and told so: the documents given, and what is fetched, if the user lets it."""
    from moot.debate import opening
    from moot.evidence import hostile
    from moot.evidence.library import Library

    library = Library([document for document in record.documents if document.source.asked is None])
    if record.options.get("fetch"):
        report = Path(record.panel.of(Role.AUTHOR)[0].model.removeprefix("file:"))
        found = await opening.opened(report, record.options.get("addresses", []), record.documents, journal)
        library = Library((*library.documents, *found.documents), found.links)
    passages = Counter(passage.source for passage in library.passages)
    for document in library.documents:
        journal.emit(SourceRead(source=document.source, passages=passages[document.source.id]))
        for noticed in hostile.scan(document):
            journal.emit(noticed)
    for unread in record.unread:
        journal.emit(SourceSkipped(unread=unread))
    return library


def _protocol(name: str) -> ProtocolRun:
    return registered("protocols")[name].load()


def create(prepared: Prepared, store: Store, out: Path | None = None) -> str:
    """Put a prepared case into the store as a new run; its id. `out`: where its reports belong, for who resumes it."""
    options = {**prepared.options, "out": str(out.resolve()) if out else None}
    return store.create(prepared.case, prepared.panel, prepared.documents, prepared.unread, options=options)


def research(
    question: str,
    sources: Sequence[str | Path],
    *,
    protocol: str | None = None,
    author: str | None = None,
    reviewer: str | None = None,
    judge: str | None = None,
    seats: str | None = None,
    panel: str | None = None,
    swap: bool | None = None,
    mixed: bool | None = None,
    sides: Sequence[str] = (),
    seat_deadline: float | None = None,
    rounds: int | None = None,
    budget: Decimal | float | str | None = None,
    price: str | None = None,
    seconds: float | None = None,
    allow_retention: bool = False,
    store: Store | None = None,
) -> Research:
    """Argue a question over files and folders.

        report = await moot.research("Which …?", ["notes/"])          # the report
        async for event in moot.research("Which …?", ["notes/"]): …   # what happens, as it happens

    `seats` names the authors of a council, debate or vote (`"anthropic:X*2,openai:Y"`), `panel` a panel file or a named
    panel, whose words hold where nothing is said here. `budget` is in USD, `seconds` the deadline, `seat_deadline` that
    of one answer. Models left out follow what the machine has. Raises a `MootError` (see `moot.errors`) before any
    money is spent where that is possible.
    """
    from moot.ledger.store import Store, default_path

    setup = Setup(
        question=question,
        sources=sources,
        protocol=protocol,
        author=author,
        reviewer=reviewer,
        judge=judge,
        seats=seats,
        panel=panel,
        swap=swap,
        mixed=mixed,
        sides=sides,
        seat_deadline=seat_deadline,
        rounds=rounds,
        budget=None if budget is None else _usd(budget),
        price=price,
        seconds=seconds,
        allow_retention=allow_retention,
    )
    kept = store or Store.open(default_path())
    return Research(kept, create(prepare(setup), kept))


def audit(
    report: str | Path,
    sources: Sequence[str | Path] = (),
    *,
    reviewer: str | None = None,
    judge: str | None = None,
    verifiers: Sequence[str] = (),
    fetch: bool = False,
    budget: Decimal | float | str = DEFAULT.caps.usd,
    price: str | None = None,
    allow_retention: bool = False,
    store: Store | None = None,
) -> Research:
    """Audit a report that any tool or person wrote, against the sources that it cites.

        report = await moot.audit("report.md", ["sources/"])

    `fetch`: the addresses that it cites are opened; without it nothing leaves the machine but to models. A reviewer and
    a judge are seated only if named. Raises a `MootError` before any money is spent.
    """
    from moot.ledger.store import Store, default_path

    setup = auditing(
        report,
        sources,
        reviewer=reviewer,
        judge=judge,
        verifiers=verifiers,
        fetch=fetch,
        budget=_usd(budget),
        price=price,
        allow_retention=allow_retention,
    )
    kept = store or Store.open(default_path())
    return Research(kept, create(prepare(setup), kept))


def auditing(report: str | Path, sources: Sequence[str | Path], **options: Any) -> Setup:
    """What an audit is made of."""
    path = Path(report)
    question = f"Does {path.name} say what its sources say?"
    return Setup(question, sources, protocol="audit", author=f"file:{path}", **options)


def research_sync(question: str, sources: Sequence[str | Path], **options: Any) -> Report:
    """`research` for callers without an event loop."""

    async def whole() -> Report:
        return await research(question, sources, **options)

    return asyncio.run(whole())


def _usd(budget: Decimal | float | str) -> Decimal:
    try:
        usd = Decimal(str(budget))
    except ArithmeticError:
        raise UsageError(f"The budget '{budget}' is not an amount in USD, such as 0.50.") from None
    if usd < 0 or not usd.is_finite():
        raise OverBudget(f"The budget of {budget} USD leaves nothing to spend.")
    return usd
