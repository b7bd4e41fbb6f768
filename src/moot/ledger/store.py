"""Where runs live: one SQLite file, shared by every run and process of a user."""

from __future__ import annotations

import asyncio
import os
import sqlite3
import sys
import textwrap
from collections.abc import AsyncGenerator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from random import Random, SystemRandom
from typing import Any, Self

from pydantic import TypeAdapter

from moot.errors import CannotWrite, MootError, RunChanged, StaleEpoch, UnknownRun, UsageError
from moot.ledger import budget, capped, entries, events, fork, kept, ownership, record
from moot.ledger.database import Database
from moot.ledger.documents import load_body, put
from moot.ledger.journal import Journal, Post, State
from moot.ledger.kept import Kept
from moot.ledger.purse import Purse
from moot.ledger.record import Record
from moot.ledger.writer import Writer
from moot.text.utf8 import encode, plain
from moot.words import Case, Document, Event, Panel, Unread, Word

_DIGITS = "0123456789abcdefghjkmnpqrstvwxyz"
_EPOCH_2020 = 1_577_836_800
_LONGEST_REASON = 400
"""Characters: an error of a library may quote pages."""


class RunRow(Word):
    """One line of `moot runs`."""

    id: str
    question: str
    state: str
    created: str
    """ISO, UTC."""
    usd: Decimal
    """Spent and booked."""
    holder: str | None = None
    """Who works on it now: a process that is alive."""

    @property
    def killed(self) -> bool:
        """It still says "running", and nobody works on it: it can be resumed."""
        return self.state == "running" and self.holder is None


def utc_now() -> datetime:
    return datetime.now(UTC)


def default_path() -> Path:
    """The user's store: in `MOOT_HOME` if that is set, else in the platform's folder for a user's data."""
    home = os.environ.get("MOOT_HOME")
    if home:
        return Path(home) / "moot.db"
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return base / "moot" / "moot.db"


class Store:
    """Many runs may go on in it at once, many processes may share the file; it belongs to the thread that opened it."""

    def __init__(
        self,
        database: Database,
        clock: Callable[[], datetime],
        random: Random,
        beat_seconds: float,
        purse: Purse | None = None,
    ) -> None:
        self._database = database
        self._purse = purse
        self._writer = Writer(database)
        self._clock, self._random = clock, random
        self._heartbeat = ownership.Heartbeat(database.path, clock, beat_seconds)

    @classmethod
    def open(
        cls,
        path: Path | None = None,
        *,
        clock: Callable[[], datetime] = utc_now,
        random: Random | None = None,
        beat_seconds: float = ownership.BEAT_SECONDS,
        purse: Purse | None = None,
    ) -> Self:
        """The store in `path` (made, folder included, if it is not there), by default the user's own.

        `purse`: a cap over all its runs together, for as long as it is opened so.

        Raises `StoreTooNew`; `CannotWrite` for a place that cannot be written or holds something else.
        """
        return cls(Database(path or default_path()), clock, random or SystemRandom(), beat_seconds, purse)

    @property
    def path(self) -> Path:
        return self._database.path

    def close(self) -> None:
        """Write what is still to be written, and let go of the file."""
        self._writer.flush()
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # --- runs -------------------------------------------------------------------------------------------------------

    def create(
        self,
        case: Case,
        panel: Panel,
        documents: Sequence[Document],
        unread: Sequence[Unread] = (),
        options: Mapping[str, Any] | None = None,
    ) -> str:
        """A new run, queued; its id. `options` is whatever the caller wants to find again, as JSON."""
        budget.cap(case.caps.usd)
        unread_json = TypeAdapter(tuple[Unread, ...]).dump_python(tuple(unread), mode="json")

        def write(connection: sqlite3.Connection) -> str:
            run, created = self._new_id(connection)
            connection.execute(
                'INSERT INTO runs (id, created, state, "case", panel, unread, options) VALUES (?, ?, ?, ?, ?, ?, ?)',
                (
                    run,
                    created,
                    "queued",
                    record.as_json(case.model_dump(mode="json")),
                    record.as_json(panel.model_dump(mode="json")),
                    record.as_json(unread_json),
                    record.as_json(options or {}),
                ),
            )
            for n, document in enumerate(documents):
                put(connection, run, n, document)
            return run

        return self._writer.now(write)

    def _new_id(self, connection: sqlite3.Connection) -> tuple[str, str]:
        """Ten characters that sort by time: milliseconds since 2020, then two by chance, so that stores can meet."""
        now = self._clock()
        moment = int((now.timestamp() - _EPOCH_2020) * 1000)
        while True:
            run = "".join(_DIGITS[moment >> shift & 31] for shift in range(35, -5, -5))
            if connection.execute("SELECT 1 FROM runs WHERE id >= ? AND id < ?", (run, run + "~")).fetchone() is None:
                break
            moment += 1
        chance = "".join(self._random.choice(_DIGITS) for _ in range(2))
        return run + chance, now.isoformat(timespec="seconds")

    def runs(self) -> list[RunRow]:
        """All runs, the oldest first; of a row that is not as Moot writes it, what can be shown."""
        self._writer.flush()
        with self._database.snapshot() as connection:
            rows = connection.execute(
                'SELECT id, "case", state, created, (SELECT coalesce(sum(coalesce(paid, worst)), 0) FROM sends '
                "WHERE run = runs.id), since, heartbeat, pid, born, host, machine FROM runs ORDER BY id"
            ).fetchall()
        return [self._row(*row) for row in rows]

    def _row(
        self, run: str, case: str, state: str, created: str, nano: int, since: str, heartbeat: str, *process: Any
    ) -> RunRow:
        holder = None if process[0] is None else ownership.Process(*process)
        me = ownership.Process.current()
        held = holder is not None and ownership.lives(holder, heartbeat, me, self._clock())
        return RunRow(
            id=run,
            question=record.question(case),
            state=state,
            created=created,
            usd=budget.usd(nano),
            holder=f"process {holder.pid} on {holder.host} since {since}" if holder and held else None,
        )

    def spent(self) -> Decimal:
        """USD that all runs together have spent and booked."""
        self._writer.flush()
        return budget.usd(entries.booked_by_all(self._database.reading))

    def record(self, run: str) -> Record:
        """Everything a report needs. Raises `UnknownRun`."""
        self._writer.flush()
        with self._database.snapshot() as connection:
            return record.load(connection, run)

    def body(self, sha256: str) -> bytes | None:
        """The bytes of that hash that a run fetched; None for what was read from a file."""
        self._writer.flush()
        with self._database.snapshot() as connection:
            return load_body(connection, sha256)

    def kept(self, run: str) -> Kept:
        """The failures that a resume repeats unless it is to ask again."""
        self._writer.flush()
        with self._database.snapshot() as connection:
            return kept.of(connection, plain(run))

    def fork(
        self,
        run: str,
        before: str | None = None,
        *,
        retry_failed: bool = False,
        options: Mapping[str, Any] | None = None,
        usd: Decimal | None = None,
    ) -> str:
        """A new run that starts from the answers of `run` before the place `before`; its id.

        Without `before`: from those before the place where a resume ended with `RunChanged`, or from all of them.
        `retry_failed`: without what came after the first call that failed for good, so that it can be asked again.
        `options`: those of the new run that differ. `usd`: its own cap, under which calls that the old one refused are
        asked, and all that came after the first of them. Raises `UnknownRun`; `UsageError` if there is nothing at
        `before`, or it cannot go on with that cap.
        """

        def write(connection: sqlite3.Connection) -> str:
            first_left = fork.place_to_fork(connection, plain(run), None if before is None else plain(before))
            new, created = self._new_id(connection)
            fork.copy(connection, plain(run), new, first_left, created, retry_failed, options, usd)
            return new

        return self._writer.now(write)

    def refused(self, run: str) -> bool:
        """Whether calls were not made because the cap left no money: with a larger one the run goes on as a fork."""
        self._writer.flush()
        with self._database.snapshot() as connection:
            return bool(capped.refusals(connection, plain(run)))

    def recap(self, run: str, usd: Decimal) -> None:
        """Give a run that nobody works on another cap on money; its options keep the one before.

        Raises `UnknownRun`; `RunBusy`; `UsageError` where more is spent, or calls were refused for the cap before.
        """
        run, now = plain(run), self._clock()

        def write(connection: sqlite3.Connection) -> None:
            ownership.require_free(connection, run, ownership.Process.current(), now)
            capped.require(connection, run, usd)
            capped.put(connection, run, usd)

        self._writer.now(write)

    def post(self, run: str, text: str, kind: Post = "instruction") -> None:
        """Leave an instruction or an answer of a person for the run, which then has something to do.

        Raises `UnknownRun`; `UsageError` for an answer where no question waits: of two at once the first is heard.
        """

        run = plain(run)

        def write(connection: sqlite3.Connection) -> None:
            state = ownership.state(connection, run)
            if state is None:
                raise UnknownRun(f"There is no run {run} in this store: `moot runs` lists them.")
            if kind == "answer" and state != "waiting":
                raise UsageError(f"Run {run} is {state}: no question in it waits for an answer.")
            connection.execute(
                "INSERT INTO inbox (run, posted, body, kind) VALUES (?, ?, ?, ?)",
                (run, self._clock().isoformat(), encode(text), kind),
            )
            connection.execute("UPDATE runs SET state = 'queued' WHERE id = ? AND state IN ('done', 'waiting')", (run,))

        self._writer.now(write)

    # --- working on a run -------------------------------------------------------------------------------------------

    @asynccontextmanager
    async def take(
        self,
        run: str,
        *,
        on_event: Callable[[int, Event], None] | None = None,
        on_signal: Callable[[str], None] | None = None,
        retry_failed: bool = False,
    ) -> AsyncGenerator[Journal]:
        """Work on `run`, and nobody else does. To resume is to run again: what was answered is read, not asked.

        On leaving, the run is released in the state that `Journal.finish` said, else "stopped" (interrupted) or
        "failed" (an error); if the process is killed it stays "running" until somebody takes it. One that was done, was
        to go on and no longer goes the way it went stays done: what it came to is whole. `retry_failed`: a failure of
        an earlier time gets one more attempt, at `<place>/retry<n>`.

        Raises `RunBusy`, naming who works on it; `UnknownRun`; `CannotWrite`.
        """
        now, run = self._clock(), plain(run)
        before, epoch = self._writer.now(
            lambda db: (ownership.state(db, run), ownership.take(db, run, ownership.Process.current(), now))
        )
        journal: Journal | None = None
        try:
            journal = self._journal(run, epoch, retry_failed, on_event, on_signal)
            if self._purse is not None:
                self._purse.join(journal)
            self._heartbeat.start(run, epoch)
            yield journal
        except BaseException as error:
            self._heartbeat.stop(run, epoch)
            state, reason = (journal and journal.ended) or _state_after(error)
            if isinstance(error, RunChanged) and before == "queued" and journal is not None and journal.over:
                state = "done"
            self._release(run, epoch, state, reason, quietly=True)
            raise
        else:
            self._heartbeat.stop(run, epoch)
            state, reason = journal.ended or ("stopped", "It was left before its end.")
            self._release(run, epoch, state, reason, quietly=False)
        finally:
            if self._purse is not None and journal is not None:
                self._purse.leave(journal)

    def _journal(
        self,
        run: str,
        epoch: int,
        retry_failed: bool,
        on_event: Callable[[int, Event], None] | None,
        on_signal: Callable[[str], None] | None,
    ) -> Journal:
        with self._database.snapshot() as connection:
            (case,) = connection.execute('SELECT "case" FROM runs WHERE id = ?', (run,)).fetchone()
            told = events.load(connection, run)
        return Journal(
            self._database,
            self._writer,
            run,
            epoch,
            cap=budget.cap(record.case(run, case).caps.usd),
            events=events.EventLog(self._writer, run, epoch, told, retry_failed),
            clock=self._clock,
            retry_failed=retry_failed,
            on_event=on_event,
            on_signal=on_signal,
            purse=self._purse,
        )

    def _release(self, run: str, epoch: int, state: State, reason: str, *, quietly: bool) -> None:
        try:
            self._writer.now(lambda db: ownership.release(db, run, epoch, state, reason))
        except CannotWrite:
            if not quietly:
                raise


def _state_after(error: BaseException) -> tuple[State, str]:
    if isinstance(error, asyncio.CancelledError | KeyboardInterrupt):
        return "stopped", "It was interrupted."
    if isinstance(error, StaleEpoch):
        return "stopped", ""  # not written: the run is another's
    said = str(error) if isinstance(error, MootError) else f"{type(error).__name__}: {error}"
    return "failed", textwrap.shorten(said, _LONGEST_REASON, placeholder=" …")
