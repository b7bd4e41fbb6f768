"""The one door: everything from outside enters through `Journal.once`, and a finished call is never made twice."""

from __future__ import annotations

import asyncio
import json
import sqlite3
import time
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from typing import Literal

from moot.errors import CapReached
from moot.ledger import budget, documents, entries, ownership, places
from moot.ledger.calls import Answer, CallFailed, DoesNotFit
from moot.ledger.database import Database
from moot.ledger.entries import Entry
from moot.ledger.events import EventLog, changed
from moot.ledger.purse import Purse
from moot.ledger.writer import Writer
from moot.text.utf8 import plain, sha256
from moot.words import Document, Event

State = Literal["queued", "running", "waiting", "stopped", "done", "failed"]
Post = Literal["instruction", "answer"]
"""What people leave for a run: what to look into further, and what a seat asked them."""


@dataclass(frozen=True, slots=True, eq=False)
class _Waiting:
    """A call that asked for its reservation."""

    place: str
    request: str
    worst: int
    sending: asyncio.Future[tuple[int, int]]


class Journal:
    """One run, held by this process. Made by `Store.take`.

    Every write carries the epoch in which the run was taken and is refused (`StaleEpoch`) once another process took
    it; only the cost of requests already sent is still booked.
    """

    def __init__(
        self,
        database: Database,
        writer: Writer,
        run: str,
        epoch: int,
        *,
        cap: int,
        events: EventLog,
        clock: Callable[[], datetime],
        retry_failed: bool = False,
        on_event: Callable[[int, Event], None] | None = None,
        on_signal: Callable[[str], None] | None = None,
        purse: Purse | None = None,
    ) -> None:
        self.run = run
        self.epoch = epoch
        self._database, self._writer, self._cap, self._events = database, writer, cap, events
        self._clock, self._retry_failed = clock, retry_failed
        self._on_event, self._on_signal = on_event, on_signal
        self._purse = purse
        self._queue: deque[_Waiting] = deque()
        self._admitting = self._again = False
        self._asked: set[str] = set()
        self._in_flight: set[str] = set()
        self._asides: list[tuple[str, Event]] = []
        self.told: list[Event] = []
        """Everything that the run has told so far, on a replay too."""
        self.ended: tuple[State, str] | None = None
        """What `finish` said."""
        self.deadline: float | None = None
        """`time.monotonic()` at which a call in flight is given up as late. Set by a protocol; read by no logic."""

    # --- the door ---------------------------------------------------------------------------------------------------

    async def once(self, place: str, request: str, worst: Decimal, do: Callable[[], Awaitable[Answer]]) -> Answer:
        """The answer to `request` at `place`: from the journal if it is there, else from `do`, stored before returned.

        `request` is all that decides the answer, as text (its hash is kept); `worst` is the most that `do` can cost, in
        USD. One `do` is one wire request: it makes no retry of its own, and says a failure with `CallFailed`, which is
        stored and replays as it was. Any other exception leaves the call as if the process had been killed.

        The reservation is queued before the first await: of calls that start together (`asyncio.gather`) the first is
        served first. One that does not fit waits while others are in flight. A smaller request after `DoesNotFit` is
        another attempt: give it a place of its own.

        Raises `CallFailed`; `DoesNotFit`; `CapReached` where the cap over all runs of the store leaves no room: that is
        no row, and may be otherwise another time; `RunChanged` if the place asked something else before; `StaleEpoch`;
        `CannotWrite`.
        """
        self._events.check()
        hashed, amount = sha256(request), budget.cost(worst)
        place = self._latest(place)
        if place in self._asked:
            raise ValueError(f"{place} is asked twice at once")
        entry = entries.find(self._database.reading, self.run, place)
        unfit = entries.find(self._database.reading, self.run, places.unfit(place, hashed))
        if entry is not None and entry.request != hashed and unfit is None:
            self._changed(place)
        if entry is not None and entry.request == hashed and entry.state != "intended":
            return entry.result()
        if unfit is not None:
            raise DoesNotFit(Decimal(unfit.text))
        self._asked.add(place)
        try:
            sending = await self._reserve(_Waiting(place, hashed, amount, asyncio.get_running_loop().create_future()))
            return await self._send(place, sending, do)
        finally:
            self._asked.discard(place)

    def reached(self, place: str) -> bool:
        """Whether this place was asked before: then nobody need wait for it again."""
        return entries.find(self._database.reading, self.run, self._latest(place)) is not None

    async def _reserve(self, waiting: _Waiting) -> tuple[int, int]:
        self._queue.append(waiting)
        self._admit_soon()
        try:
            return await waiting.sending
        except asyncio.CancelledError:
            if waiting in self._queue:
                self._queue.remove(waiting)
            self._landed(waiting.place)
            raise

    async def _send(self, place: str, sending: tuple[int, int], do: Callable[[], Awaitable[Answer]]) -> Answer:
        begun = time.monotonic()
        try:
            outcome: Answer | CallFailed = await do()
        except CallFailed as failure:
            outcome = failure
        except BaseException:
            self._landed(place)  # it stays intended, booked at its worst case
            raise
        seconds = round(time.monotonic() - begun, 6)
        finished = self._clock().isoformat()

        def book(connection: sqlite3.Connection) -> bool:
            entries.settle(connection, sending, outcome.usage)
            mine = ownership.current(connection, self.run, self.epoch)
            if mine:
                entries.conclude(connection, sending[0], outcome, self.epoch, finished, seconds)
            return mine

        try:
            used = await self._writer.write(book)
        finally:
            self._landed(place)
        if not used:
            self._writer.now(self._check)  # raises StaleEpoch
        if isinstance(outcome, CallFailed):
            raise outcome
        return outcome

    # --- who may send -----------------------------------------------------------------------------------------------

    def fits(self, worst: Decimal) -> bool:
        """Whether a call of this worst case (USD) would be sent at once. Read between waves; make it a `decide`."""
        amount = budget.cost(worst)
        return amount == 0 or amount <= self._left()

    def left(self) -> Decimal:
        """USD of the cap that are neither spent nor booked. Read between waves; make it a `decide`."""
        return budget.usd(max(0, self._left()))

    def spent(self, front: str) -> Decimal:
        """USD that the calls at places that begin with `front` have cost or booked. Read by no logic of the run."""
        self._writer.flush()
        return budget.usd(entries.booked_at(self._database.reading, self.run, front))

    def _left(self) -> int:
        self._writer.flush()
        return self._cap - entries.booked(self._database.reading, self.run)

    @property
    def in_flight(self) -> bool:
        """Whether a paid call is under way."""
        return bool(self._in_flight)

    def reconsider(self) -> None:
        """Look again at the calls that wait: money may have come free."""
        if self._queue:
            self._admit_soon()

    def _landed(self, place: str) -> None:
        self._in_flight.discard(place)
        (self if self._purse is None else self._purse).reconsider()

    def _admit_soon(self) -> None:
        if self._admitting:
            self._again = True
            return
        self._admitting = True
        self._writer.submit(self._admit, self._admitted)

    def _admit(self, connection: sqlite3.Connection) -> list[tuple[_Waiting, tuple[int, int] | Exception]]:
        self._again = False  # who asks from here on is seen in the next turn
        self._check(connection)
        now = self._clock().isoformat()
        left = own = self._cap - entries.booked(connection, self.run)
        in_flight = self.in_flight
        if self._purse is not None:
            left, in_flight = min(own, self._purse.left(connection)), self._purse.in_flight
        verdicts = budget.admit([waiting.worst for waiting in self._queue], left, in_flight)
        decided: list[tuple[_Waiting, tuple[int, int] | Exception]] = []
        for waiting, verdict in zip(tuple(self._queue), verdicts, strict=True):
            if verdict is budget.Verdict.ADMIT:
                sending = entries.intend(
                    connection, self.run, waiting.place, waiting.request, waiting.worst, self.epoch, now
                )
                decided.append((waiting, sending))
                if waiting.worst:  # at once: another run's turn in this same commit already finds the money booked
                    self._in_flight.add(waiting.place)
            elif verdict is budget.Verdict.REFUSE and self._purse is not None and waiting.worst <= own:
                # No row: what other runs have spent must not decide for ever what this one does.
                short = f"a call that may cost {budget.usd(waiting.worst):.4f} USD finds {budget.usd(max(0, left)):.4f}"
                decided.append((waiting, CapReached(f"The {self._purse.usd:f} USD for all runs are spent: {short}.")))
            elif verdict is budget.Verdict.REFUSE:
                # The refusal is a row: a replay must not decide otherwise, and callers build on its `left`, which is
                # therefore the run's own. Nothing was admitted before it in this turn: that would be in flight.
                refusal = DoesNotFit(budget.usd(max(0, own)))
                key = places.unfit(waiting.place, waiting.request)
                entries.note(connection, self.run, key, entries.UNFIT, str(refusal.left), self.epoch, now)
                decided.append((waiting, refusal))
        return decided

    def _admitted(self, outcome: object) -> None:
        self._admitting = False
        if isinstance(outcome, BaseException):
            failed, self._queue = self._queue, deque()
            for waiting in failed:
                self._in_flight.discard(waiting.place)
                if not waiting.sending.done():
                    waiting.sending.set_exception(outcome)
            return
        decided: list[tuple[_Waiting, tuple[int, int] | Exception]] = outcome  # pyright: ignore[reportAssignmentType]
        for waiting, answer in decided:
            if waiting.sending.done():  # cancelled
                self._landed(waiting.place)
                continue
            self._queue.remove(waiting)
            if isinstance(answer, Exception):
                waiting.sending.set_exception(answer)
                continue
            waiting.sending.set_result(answer)
        if self._again:
            self._admit_soon()

    # --- what the run reads besides answers -------------------------------------------------------------------------

    async def clock(self, place: str) -> datetime:
        """The time (UTC) when this place was first reached."""
        now = await self._noted(place, entries.CLOCK, lambda _: self._clock().astimezone(UTC).isoformat())
        return datetime.fromisoformat(now)

    async def decide(self, place: str, what: Callable[[], str]) -> str:
        """What was decided when this place was first reached; `what` may read time and money."""
        found = entries.find(self._database.reading, self.run, place)
        if found is not None:
            return self._of_kind(found, entries.DECISION).text
        decided = what()
        return await self._noted(place, entries.DECISION, lambda _: decided)

    def decide_now(self, place: str, what: str) -> str:
        """As `decide`, on the disk when it returns: for callers that cannot wait."""
        self._events.check()
        return self._writer.now(lambda db: self._note_once(db, place, entries.DECISION, lambda _: what))

    def inbox(self, place: str, kind: Post = "instruction") -> tuple[str, ...]:
        """The instructions, or the answers, of people that had come when this place was first reached, in order."""

        def consume(connection: sqlite3.Connection) -> str:
            rows = connection.execute(
                "SELECT body FROM inbox WHERE run = ? AND kind = ? AND place IS NULL ORDER BY seq", (self.run, kind)
            ).fetchall()
            connection.execute(
                "UPDATE inbox SET place = ? WHERE run = ? AND kind = ? AND place IS NULL", (place, self.run, kind)
            )
            return json.dumps([entries.decode(body) for (body,) in rows])

        self._events.check()
        return tuple(json.loads(self._writer.now(lambda db: self._note_once(db, place, entries.INBOX, consume))))

    def posted(self, place: str, kind: Post) -> bool:
        """Whether `inbox` has something for this place: it was read there before, or something unread has come."""
        if self.reached(place):
            return True
        found = self._database.reading.execute(
            "SELECT 1 FROM inbox WHERE run = ? AND kind = ? AND place IS NULL", (self.run, kind)
        )
        return found.fetchone() is not None

    async def _noted(self, place: str, kind: str, make: Callable[[sqlite3.Connection], str]) -> str:
        self._events.check()
        found = entries.find(self._database.reading, self.run, place)
        if found is not None:
            return self._of_kind(found, kind).text
        return await self._writer.write(lambda connection: self._note_once(connection, place, kind, make))

    def _note_once(
        self, connection: sqlite3.Connection, place: str, kind: str, make: Callable[[sqlite3.Connection], str]
    ) -> str:
        found = entries.find(connection, self.run, place)
        if found is not None:
            return self._of_kind(found, kind).text
        self._check(connection)
        body = make(connection)
        entries.note(connection, self.run, place, kind, body, self.epoch, self._clock().isoformat())
        return body

    def _of_kind(self, entry: Entry, kind: str) -> Entry:
        if entry.kind != kind:
            self._changed(entry.place)
        return entry

    async def keep(self, n: int, document: Document, body: bytes) -> None:
        """Store what the run itself read as its n-th document, counted from 0; done again, it replaces it.

        `body`: the bytes that it was read from, by whose hash they are found again.
        """

        def write(connection: sqlite3.Connection) -> None:
            self._check(connection)
            documents.put(connection, self.run, n, document)
            documents.put_body(connection, document.source.sha256, body)

        self._events.check()
        await self._writer.write(write)

    def kept(self, n: int) -> Document | None:
        """What was last stored as the n-th document, source of the run or not."""
        return documents.load_one(self._database.reading, self.run, n)

    async def drop(self, n: int) -> None:
        """Store no n-th document: what a try stored that was killed before its answer did not come again."""

        def write(connection: sqlite3.Connection) -> None:
            self._check(connection)
            documents.drop(connection, self.run, n)

        self._events.check()
        await self._writer.write(write)

    # --- what the run tells -----------------------------------------------------------------------------------------

    def emit(self, event: Event, place: str | None = None) -> None:
        """Tell what happened. Raises `RunChanged` if a replay tells something else than the run told before.

        A seat that tells something while others are at work gives its `place`: such events are told after the join,
        before the next event without a place, in the order of the places; never in the order of arrival.
        """
        if place is not None:
            self._asides.append((place, event))
            return
        self._tell_asides()
        self._tell(event)

    def _tell_asides(self) -> None:
        asides, self._asides = sorted(self._asides, key=lambda aside: places.in_order(aside[0])), []
        for _, event in asides:
            self._tell(event)

    def _tell(self, event: Event) -> None:
        number = self._events.emit(event)
        self.told.append(event)
        if self._on_event is not None:
            self._on_event(number, event)

    @property
    def over(self) -> bool:
        """Whether the run had told its end before, and tells nothing beyond it yet."""
        return self._events.over

    def signal(self, text: str) -> None:
        """Progress for the eyes: never stored, never read by logic."""
        if self._on_signal is not None:
            self._on_signal(text)

    def finish(self, state: State, reason: str = "") -> None:
        """How the run ends, or (waiting, stopped) pauses. Raises `RunChanged` if a done run told more before."""
        self._tell_asides()
        if state == "done":
            self._events.end()
        self._writer.flush()
        self._events.check()
        reason = plain(reason)
        self.ended = (state, reason)

        def write(connection: sqlite3.Connection) -> None:
            self._check(connection)
            connection.execute("UPDATE runs SET state = ?, reason = ? WHERE id = ?", (state, reason, self.run))

        self._writer.now(write)

    # --- helpers ----------------------------------------------------------------------------------------------------

    def _check(self, connection: sqlite3.Connection) -> None:
        ownership.check(connection, self.run, self.epoch)

    def _latest(self, place: str) -> str:
        """The place, or the last of its retries; with `--retry-failed` a new one for a failure of an earlier time."""
        connection = self._database.reading
        entry = entries.find(connection, self.run, place)
        latest, retries = place, 0
        while entry is not None and entry.state == "failed":
            following = places.retry(place, retries + 1)
            retry = entries.find(connection, self.run, following)
            if retry is None:
                again = self._retry_failed and entry.epoch != self.epoch and not self._tried_again(place)
                return following if again else latest
            latest, entry, retries = following, retry, retries + 1
        return latest

    def _tried_again(self, place: str) -> bool:
        """Whether the failed attempt was followed by another: then that one is the place to look at."""
        following = places.next_attempt(place)
        return following is not None and entries.find(self._database.reading, self.run, following) is not None

    def _changed(self, place: str) -> None:
        def mark(connection: sqlite3.Connection) -> None:
            connection.execute("UPDATE runs SET changed = ? WHERE id = ? AND epoch = ?", (place, self.run, self.epoch))

        self._writer.now(mark)
        raise changed(self.run, f"at {place} it asked something else")
