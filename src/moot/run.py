"""The public door: a question and sources in, a report out; events on the way; stop and resume at will."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Callable, Generator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from moot.argue import argue, require_able
from moot.errors import RunBusy, UsageError, WaitsForAnswer
from moot.models import money
from moot.prepare import DEFAULT, Prepared, Setup, auditing, prepare, typed
from moot.words import Event

if TYPE_CHECKING:
    from moot.ledger.kept import Kept
    from moot.ledger.store import Store
    from moot.report.document import Report

OnSignal = Callable[[str], None]


@dataclass
class Research:
    """A run as an object: iterate it for its events, await it for its report. Both start it, once.

    The report is built when it is awaited: of many sources that takes time.

    Leaving the iteration early does not stop the run; `stop` does. A stopped run can be resumed.
    """

    store: Store
    run: str
    retry_failed: bool = False
    env: Mapping[str, str] = field(default_factory=lambda: os.environ, repr=False)
    """Holds keys: an error that prints this object must not print them."""
    on_signal: OnSignal | None = None
    _task: asyncio.Task[None] | None = field(default=None, init=False)
    _events: asyncio.Queue[Event | None] = field(default_factory=asyncio.Queue[Event | None], init=False)

    def __await__(self) -> Generator[Any, None, Report]:
        return self._reported().__await__()

    async def __aiter__(self) -> AsyncIterator[Event]:
        task = self._started()
        while (event := await self._events.get()) is not None:
            yield event
        await task

    def stop(self) -> None:
        """Stop at once: calls in flight stay booked at their worst case."""
        if self._task is not None:
            self._task.cancel()

    def _require_unsettled(self) -> None:
        """Raises `UsageError` where asking again would undo what the run came to, before anything is paid."""
        kept = self.store.kept(self.run)
        if kept.settled:
            raise UsageError(
                f"Run {self.run} is over, or went on from the calls that failed: to ask them again would undo what it "
                f"came to. `{asking_again(self.run, kept)}` asks them in a new run that keeps the answers before."
            )

    def _started(self) -> asyncio.Task[None]:
        if self._task is None:
            self._task = asyncio.ensure_future(self._argue())
            self._task.add_done_callback(self._over)
        return self._task

    def _over(self, task: asyncio.Task[None]) -> None:
        self._events.put_nowait(None)
        if not task.cancelled():
            task.exception()  # whoever was stopped by a signal awaits it no more: else it is told on standard error

    async def _reported(self) -> Report:
        from moot.report.document import build

        await self._started()
        return build(self.store.record(self.run))

    async def _argue(self) -> None:
        record = self.store.record(self.run)
        if self.retry_failed:
            self._require_unsettled()
        if record.state == "done":
            for event in record.events:
                self._events.put_nowait(event)
            return
        require_able(record, self.env)
        async with self.store.take(
            self.run,
            on_event=lambda _, event: self._events.put_nowait(event),
            on_signal=self.on_signal,
            retry_failed=self.retry_failed,
        ) as journal:
            try:
                await argue(record, journal, self.env)
            except WaitsForAnswer as waits:
                journal.finish("waiting", waits.question)
                raise
            journal.finish("done")


def asking_again(run: str, kept: Kept) -> str:
    """The command that asks again what failed for good in a run."""
    return f"moot resume {run} {'--fork ' if kept.settled else ''}--retry-failed"


def create(prepared: Prepared, store: Store, out: Path | None = None) -> str:
    """Put a prepared case into the store as a new run; its id. `out`: where its reports belong, for who resumes it."""
    options = {**prepared.options, **_reports(out)}
    return store.create(prepared.case, prepared.panel, prepared.documents, prepared.unread, options=options)


def fork(
    store: Store, run: str, out: Path | None = None, retry_failed: bool = False, usd: Decimal | None = None
) -> str:
    """A new run that keeps the answers of another, as `Store.fork` says; its id. `out`: where its own reports belong.

    `usd`: its own cap on money. Raises what keeps it from going on here, before there is a new run.
    """
    require_able(store.record(run), os.environ)
    return store.fork(run, retry_failed=retry_failed, options=_reports(out), usd=usd)


def _reports(out: Path | None) -> dict[str, Any]:
    return {"out": str(out.resolve()) if out else None}


def research(
    question: str,
    sources: Sequence[str | Path] = (),
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
    may_ask: bool = False,
    web: bool = False,
    search: Sequence[str] = (),
    pages: int | None = None,
    allow: Sequence[str] = (),
    deny: Sequence[str] = (),
    language: str = "",
    as_of: str = "",
    store: Store | None = None,
) -> Research:
    """Argue a question over files, folders, addresses and, with `web` or `search`, what engines find.

        report = await moot.research("Which …?", ["notes/"])          # the report
        async for event in moot.research("Which …?", ["notes/"]): …   # what happens, as it happens

    `seats` names the authors of a council, debate or vote (`"anthropic:X*2,openai:Y"`), `panel` a panel file or a named
    panel, whose words hold where nothing is said here. `budget` is in USD, `seconds` the deadline, `seat_deadline` that
    of one answer. `search` names engines (none: all that are configured), `allow` and `deny` domains, `as_of` a day
    (YYYY-MM-DD) after which nothing counts; with `may_ask` a run may end in `WaitsForAnswer`, see `answer`. Models left
    out follow what the machine has. Raises a `MootError` (see `moot.errors`) before any money is spent where that is
    possible.
    """
    from moot.ledger.store import Store

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
        budget=None if budget is None else money.usd(budget),
        price=price,
        seconds=seconds,
        allow_retention=allow_retention,
        may_ask=may_ask,
        web=web,
        search=search,
        pages=pages,
        allow=allow,
        deny=deny,
        language=language,
        as_of=as_of,
    )
    kept = store or Store.open()
    return Research(kept, create(prepare(setup), kept))


def extend(store: Store, run: str, instruction: str) -> Research:
    """Let a finished run go on: `report = await moot.extend(store, run, "dig into the running costs")`.

    The money that is left of its cap is what there is. Raises `UnknownRun`; `RunBusy`; `UsageError` for a run that is
    not finished, an audit, or an instruction without words.
    """
    record, text = store.record(run), typed(instruction)
    if not text:
        raise UsageError('The instruction is empty: say what to look into, such as "dig into the running costs".')
    if record.panel.audits or record.options.get("plan_only"):
        what = "an audit" if record.panel.audits else "only a plan"
        raise UsageError(f"Run {record.run} is {what}: there is no document to add to.")
    if record.state == "running":
        holder = next((row.holder for row in store.runs() if row.id == record.run), None)
        if holder:
            raise RunBusy(f"Run {record.run} is being worked on by {holder}: wait until it is done.")
    if record.state != "done":
        how = f"moot answer {record.run} TEXT" if record.state == "waiting" else f"moot resume {record.run}"
        kept = store.kept(record.run)
        if record.state == "failed" and kept.places:
            how = asking_again(record.run, kept)
        raise UsageError(f"Run {record.run} is {record.state}: `{how}` goes on with it first.")
    store.post(record.run, text)
    return Research(store, record.run)


def answer(store: Store, run: str, text: str) -> Research:
    """Answer what a seat of a waiting run asked; the run goes on: `report = await moot.answer(store, run, "2025")`.

    Without words the seat is told to go on as it thinks best. Raises `UnknownRun`; `UsageError` if no question waits.
    """
    store.post(run, typed(text), "answer")
    return Research(store, run)


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
    from moot.ledger.store import Store

    setup = auditing(
        report,
        sources,
        reviewer=reviewer,
        judge=judge,
        verifiers=verifiers,
        fetch=fetch,
        budget=money.usd(budget),
        price=price,
        allow_retention=allow_retention,
    )
    kept = store or Store.open()
    return Research(kept, create(prepare(setup), kept))


def research_sync(question: str, sources: Sequence[str | Path], **options: Any) -> Report:
    """`research` for callers without an event loop."""

    async def whole() -> Report:
        return await research(question, sources, **options)

    return asyncio.run(whole())
