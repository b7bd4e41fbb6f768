"""Many writes in one commit, and nobody is told of one before it is on the disk."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
import weakref
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from queue import SimpleQueue
from typing import TypeVar

from moot.ledger.database import Database

T = TypeVar("T")
Job = Callable[[sqlite3.Connection], object]
Then = Callable[[object], None]
_OWN = (sqlite3.IntegrityError, sqlite3.DataError, sqlite3.ProgrammingError)
"""Errors of what a job wrote, not of the file."""


@dataclass(frozen=True, slots=True, eq=False)
class _Commit:
    """What is under way to the disk, and who is told of it then."""

    loop: asyncio.AbstractEventLoop
    outcomes: list[tuple[Then, object]]
    done: Future[None]


class Writer:
    """Many writes, one commit: whatever is submitted while the disk is busy shares the next transaction.

    A job is a function of the connection; jobs run in the order of submission, each in a savepoint of its own, so one
    that raises undoes only itself. They run in the event loop; a thread waits for the disk, and the loop goes on
    meanwhile. Nobody learns a result before the commit is on the disk.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._jobs: list[tuple[Job, Then]] = []
        self._turn: tuple[asyncio.AbstractEventLoop, asyncio.Handle] | None = None
        self._commit: _Commit | None = None
        self._to_disk = SimpleQueue[tuple[Database, Future[None]] | None]()
        self._thread: threading.Thread | None = None

    def submit(self, job: Job, then: Then) -> None:
        """Run `job` in the next commit, then call `then` with its result or the exception that it raised."""
        self._jobs.append((job, then))
        loop = asyncio.get_running_loop()
        if self._turn is None or self._turn[0] is not loop:
            self._turn = loop, loop.call_soon(self._begin, loop)

    async def write(self, job: Callable[[sqlite3.Connection], T]) -> T:
        """The job's result, once it is on the disk. Up to the first await, submission is synchronous."""
        future: asyncio.Future[T] = asyncio.get_running_loop().create_future()

        def settle(outcome: object) -> None:
            if future.cancelled():
                return
            if isinstance(outcome, BaseException):
                future.set_exception(outcome)
            else:
                future.set_result(outcome)  # pyright: ignore[reportArgumentType]

        self.submit(job, settle)
        return await future

    def now(self, job: Callable[[sqlite3.Connection], T]) -> T:
        """The job's result, at once; what was submitted before is written first, in the same commit."""
        outcomes: list[object] = []
        self._jobs.append((job, outcomes.append))
        self.flush()
        if isinstance(outcomes[0], BaseException):
            raise outcomes[0]
        return outcomes[0]  # pyright: ignore[reportReturnType]

    def flush(self) -> None:
        """Write what was submitted, in one commit, and wait for it."""
        self._land()
        if outcomes := self._run():
            try:
                self._database.commit()
            except Exception as error:
                outcomes = [(then, error) for then, _ in outcomes]
            _tell(outcomes)

    def _begin(self, loop: asyncio.AbstractEventLoop) -> None:
        """Run what was submitted, and let the thread commit it; what comes later waits for it to land."""
        self._turn = None
        if self._commit is not None and self._commit.loop is not loop:  # of a loop that died meanwhile
            self._land()
        if self._commit is not None:
            return
        if outcomes := self._run():
            commit = self._commit = _Commit(loop, outcomes, self._apart())
            commit.done.add_done_callback(lambda _: self._wake(commit))

    def _apart(self) -> Future[None]:
        """A commit in the thread, which nobody waits for when the process ends: who was not told has no claim to it.

        One thread for all of them: the loop would stand still until each new one had begun, behind all that compute.
        """
        if self._thread is None:
            self._thread = threading.Thread(target=_commits, args=(self._to_disk,), name="moot commit", daemon=True)
            self._thread.start()
            weakref.finalize(self, self._to_disk.put, None)
        done = Future[None]()
        self._to_disk.put((self._database, done))
        return done

    def _wake(self, commit: _Commit) -> None:
        """Called in the thread."""
        with suppress(RuntimeError):  # the loop died: who writes next finds the commit
            commit.loop.call_soon_threadsafe(self._landed, commit)

    def _landed(self, commit: _Commit) -> None:
        if self._commit is commit:
            self._land()
            self._begin(commit.loop)

    def _land(self) -> None:
        """Wait for the commit that is under way, if one is, and tell of it."""
        if self._commit is None:
            return
        error, outcomes = self._commit.done.exception(), self._commit.outcomes
        self._commit = None
        _tell(outcomes if error is None else [(then, error) for then, _ in outcomes])

    def _run(self) -> list[tuple[Then, object]]:
        """Do what was submitted in a transaction that is left open; nothing if there was nothing, or all failed."""
        if self._turn is not None:
            self._turn[1].cancel()
            self._turn = None
        jobs, self._jobs = self._jobs, []
        if not jobs:
            return []
        try:
            with self._database.begun() as connection:
                return [(then, _alone(connection, job)) for job, then in jobs]
        except Exception as error:
            _tell([(then, error) for _, then in jobs])
            return []


def _commits(asked: SimpleQueue[tuple[Database, Future[None]] | None]) -> None:
    """One after the other, in a thread of its own, until there is a None."""
    while (each := asked.get()) is not None:
        database, done = each
        try:
            database.commit()
        except BaseException as error:
            done.set_exception(error)
        else:
            done.set_result(None)
        del each, database, done  # nothing is held while it waits


def _tell(outcomes: Iterable[tuple[Then, object]]) -> None:
    for then, outcome in outcomes:
        then(outcome)


def _alone(connection: sqlite3.Connection, job: Job) -> object:
    """The job's result, or the exception it raised, its own writes undone. A file in trouble ends the transaction."""
    connection.execute("SAVEPOINT job")
    try:
        outcome = job(connection)
    except Exception as error:
        if isinstance(error, sqlite3.Error) and not isinstance(error, _OWN):
            raise
        connection.execute("ROLLBACK TO job")
        outcome = error
    connection.execute("RELEASE job")
    return outcome
