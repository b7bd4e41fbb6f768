"""The file behind the store: its schema and its transactions."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

from moot.errors import CannotWrite, StoreTooNew

VERSION = 2
APPLICATION = 0x4D6F6F74
"""Marks the file as ours (`PRAGMA application_id`): "Moot"."""
_ELSEWHERE = "MOOT_HOME may name another folder"
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
            why = _file_in_the_way(path) or error.strerror or "no folder can be made there"
            raise CannotWrite(f"The store {path} cannot be written: {why}; {_ELSEWHERE}.") from error
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
                    f"The disk is full: the store {self.path} keeps what it has; make room and go on."
                ) from error
            if self._sealed and "readonly" not in message:
                raise CannotWrite(
                    f"The store {self.path} cannot be read where nothing can be written beside it ({message}): copy "
                    "its folder, and name the copy with MOOT_HOME."
                ) from error
            if "unable to open" in message:
                message = "it is a folder" if self.path.is_dir() else "no file can be made in its folder"
            raise CannotWrite(f"The store {self.path} cannot be written: {message}; {_ELSEWHERE}.") from error

    def close(self) -> None:
        self.reading.close()
        self.connection.close()


def _file_in_the_way(path: Path) -> str:
    with suppress(OSError):  # where it may not look, or the name is too long
        found = next((each for each in path.parents if each.exists()), None)
        return f"{found} is a file, and no folder" if found and not found.is_dir() else ""
    return ""


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
