"""The file behind the store: its schema, its transactions, and many writes in one commit."""

from __future__ import annotations

import asyncio
import os
import sqlite3
import threading
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from moot.errors import CannotWrite, StoreTooNew

T = TypeVar("T")

VERSION = 2
APPLICATION = 0x4D6F6F74
"""Marks the file as ours (`PRAGMA application_id`): "Moot"."""
BUSY_SECONDS = 30.0
"""How long a write waits for another process's transaction; ours take milliseconds."""

SCHEMA = """
CREATE TABLE runs (
  id TEXT PRIMARY KEY, created TEXT NOT NULL, state TEXT NOT NULL, reason TEXT NOT NULL DEFAULT '',
  "case" TEXT NOT NULL, panel TEXT NOT NULL, unread TEXT NOT NULL, options TEXT NOT NULL,
  epoch INTEGER NOT NULL DEFAULT 0, forked TEXT, changed TEXT,
  pid INTEGER, born TEXT, host TEXT, machine TEXT, since TEXT, heartbeat TEXT
);
CREATE TABLE texts (sha256 TEXT PRIMARY KEY, text BLOB NOT NULL);
CREATE TABLE bodies (sha256 TEXT PRIMARY KEY, body BLOB NOT NULL);
CREATE TABLE documents (
  run TEXT NOT NULL REFERENCES runs, n INTEGER NOT NULL, head TEXT NOT NULL, text TEXT NOT NULL REFERENCES texts,
  PRIMARY KEY (run, n)
);
CREATE TABLE entries (
  seq INTEGER PRIMARY KEY, run TEXT NOT NULL REFERENCES runs, place TEXT NOT NULL, kind TEXT NOT NULL,
  state TEXT NOT NULL, request TEXT NOT NULL, body BLOB, model TEXT NOT NULL DEFAULT '', usage TEXT, failure TEXT,
  epoch INTEGER NOT NULL, started TEXT NOT NULL, finished TEXT, seconds REAL, UNIQUE (run, place)
);
CREATE TABLE sends (
  entry INTEGER NOT NULL REFERENCES entries, n INTEGER NOT NULL, run TEXT NOT NULL, worst INTEGER NOT NULL,
  paid INTEGER, PRIMARY KEY (entry, n)
);
CREATE INDEX booked ON sends (run, worst, paid);
CREATE TABLE events (
  run TEXT NOT NULL REFERENCES runs, number INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (run, number)
);
CREATE TABLE inbox (
  seq INTEGER PRIMARY KEY, run TEXT NOT NULL REFERENCES runs, posted TEXT NOT NULL, body BLOB NOT NULL, place TEXT,
  kind TEXT NOT NULL DEFAULT 'instruction'
);
CREATE INDEX unread_post ON inbox (run, place);
"""


UPGRADES = {
    1: (
        "ALTER TABLE inbox ADD COLUMN kind TEXT NOT NULL DEFAULT 'instruction'",
        "CREATE TABLE bodies (sha256 TEXT PRIMARY KEY, body BLOB NOT NULL)",
    )
}
"""What makes a store of one version one of the next."""


class Database:
    """A connection to write and one to read: WAL, synchronous=FULL, a commit is on the disk when it returns.

    Belongs to the thread that opened it; only `commit` may be left to another. Who reads sees what was committed, and
    waits for nobody. A store on a medium that is only read is read, and each write is refused. Raises `CannotWrite` and
    `StoreTooNew`, one sentence each.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            why = error.strerror or "no folder can be made there"
            raise CannotWrite(f"The store {path} cannot be written: {why}.") from error
        _make_private(path)
        self._sealed = _sealed(path)
        with self._saying():
            self.connection = self._connect(check_same_thread=False)
        try:
            self._prepare()
            with self._saying():
                self.reading = self._connect()
                self.reading.execute("PRAGMA query_only=ON")
        except BaseException:
            self.connection.close()
            raise

    def _connect(self, check_same_thread: bool = True) -> sqlite3.Connection:
        name = _only_read(self.path) if self._sealed else self.path
        return sqlite3.connect(
            name, BUSY_SECONDS, isolation_level=None, check_same_thread=check_same_thread, uri=self._sealed
        )

    def _prepare(self) -> None:
        with self._saying():
            version = self._pragma("user_version")
            if version > VERSION:
                raise StoreTooNew(
                    f"The store {self.path} was written by a newer version of Moot (store version {version}, this one "
                    f"reads up to {VERSION}): update Moot, or choose another store with MOOT_HOME."
                )
            if not self._sealed:
                self.connection.execute("PRAGMA journal_mode=WAL")
            for setting in ("synchronous=FULL", "foreign_keys=ON", "fullfsync=ON", "checkpoint_fullfsync=ON"):
                self.connection.execute(f"PRAGMA {setting}")
        if version == 0:
            self._create()
        elif self._pragma("application_id") != APPLICATION:
            raise CannotWrite(f"The file {self.path} is another program's database, not a Moot store.")
        elif version < VERSION:
            self._upgrade()

    def _create(self) -> None:
        with self.transaction() as connection:
            # Another process may have been quicker.
            if self._pragma("user_version"):
                return
            if connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                raise CannotWrite(f"The file {self.path} is another program's database, not a Moot store.")
            for statement in SCHEMA.split(";"):
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id={APPLICATION}")
            connection.execute(f"PRAGMA user_version={VERSION}")

    def _upgrade(self) -> None:
        with self.transaction() as connection:
            # Another process may have been quicker.
            for version in range(self._pragma("user_version"), VERSION):
                for statement in UPGRADES[version]:
                    connection.execute(statement)
            connection.execute(f"PRAGMA user_version={VERSION}")

    def _pragma(self, name: str) -> int:
        return int(self.connection.execute(f"PRAGMA {name}").fetchone()[0])

    @contextmanager
    def transaction(self) -> Generator[sqlite3.Connection]:
        """All or nothing, alone: `BEGIN IMMEDIATE` … commit."""
        with self.begun() as connection:
            yield connection
        self.commit()

    @contextmanager
    def begun(self) -> Generator[sqlite3.Connection]:
        """A transaction that `commit` is to end; one that fails is undone here."""
        with self._saying():
            self.connection.execute("BEGIN IMMEDIATE")
            with self._undoing():
                yield self.connection

    def commit(self) -> None:
        """Put what was begun on the disk, or undo it."""
        with self._saying(), self._undoing():
            self.connection.execute("COMMIT")

    @contextmanager
    def _undoing(self) -> Generator[None]:
        try:
            yield
        except BaseException:
            if self.connection.in_transaction:  # a full disk ends the transaction by itself
                self.connection.execute("ROLLBACK")
            raise

    @contextmanager
    def snapshot(self) -> Generator[sqlite3.Connection]:
        """Several reads of one moment."""
        with self._saying():
            self.reading.execute("BEGIN")
            try:
                yield self.reading
            finally:
                if self.reading.in_transaction:
                    self.reading.execute("ROLLBACK")

    @contextmanager
    def _saying(self) -> Generator[None]:
        """Errors of SQLite as one sentence for a user."""
        try:
            yield
        except sqlite3.Error as error:
            message = str(error).rstrip(".")
            if "not a database" in message:
                raise CannotWrite(f"The file {self.path} is not a database: it cannot be the store.") from error
            if "malformed" in message:
                raise CannotWrite(f"The store {self.path} is damaged: {message}.") from error
            if "full" in message:
                raise CannotWrite(
                    f"The disk is full: the store {self.path} keeps what it has; make room and run again."
                ) from error
            if self._sealed and "readonly" not in message:
                raise CannotWrite(
                    f"The store {self.path} cannot be read where nothing can be written beside it ({message}): copy "
                    "its folder, and name the copy with MOOT_HOME."
                ) from error
            raise CannotWrite(f"The store {self.path} cannot be written: {message}.") from error

    def close(self) -> None:
        self.reading.close()
        self.connection.close()


def _make_private(path: Path) -> None:
    """Make the file, if there is none, for its owner alone: SQLite gives its own files beside it the same mode.

    Only ever a new file: to open and close one that SQLite has open in this process would drop SQLite's locks on it.
    """
    with suppress(OSError):  # it is there, or cannot be made: then SQLite says why
        os.close(os.open(os.path.realpath(path), os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def _sealed(path: Path) -> bool:
    """Whether a store lies where SQLite can make no file beside it."""
    real = Path(os.path.realpath(path))
    made = all(os.access(_beside(real, end), os.W_OK) for end in ("-wal", "-shm"))
    return real.is_file() and not made and not os.access(real.parent, os.W_OK)


def _only_read(path: Path) -> str:
    """The name under which SQLite writes nothing. Without a log beside it nobody is writing, and nothing is locked."""
    real = Path(os.path.realpath(path))
    log = _beside(real, "-wal")
    return f"{real.as_uri()}?mode=ro" + ("" if log.exists() and log.stat().st_size else "&immutable=1")


def _beside(path: Path, end: str) -> Path:
    return path.with_name(path.name + end)


Job = Callable[[sqlite3.Connection], object]
Then = Callable[[object], None]


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
            commit = _Commit(loop, outcomes, _apart(self._database.commit))
            self._commit = commit
            commit.done.add_done_callback(lambda _: self._wake(commit))

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


def _apart(do: Callable[[], None]) -> Future[None]:
    """Done in a thread that nobody waits for when the process ends: who was not told of a commit has no claim to it."""
    done = Future[None]()

    def work() -> None:
        try:
            do()
        except BaseException as error:
            done.set_exception(error)
        else:
            done.set_result(None)

    threading.Thread(target=work, name="moot commit", daemon=True).start()
    return done


def _tell(outcomes: Iterable[tuple[Then, object]]) -> None:
    for then, outcome in outcomes:
        then(outcome)


def _alone(connection: sqlite3.Connection, job: Job) -> object:
    """The job's result, or the exception it raised, its own writes undone. Errors of SQLite end the transaction."""
    connection.execute("SAVEPOINT job")
    try:
        outcome = job(connection)
    except sqlite3.Error:
        raise
    except Exception as error:
        connection.execute("ROLLBACK TO job")
        outcome = error
    connection.execute("RELEASE job")
    return outcome
