"""Who works on a run: one process at a time, known by its heartbeat and, on the same machine, by its life."""

from __future__ import annotations

import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from moot.errors import MootError, RunBusy, StaleEpoch, UnknownRun
from moot.ledger.database import Database
from moot.text.utf8 import plain

FRESH = timedelta(seconds=15)
"""A heartbeat older than this is no sign of life."""
BEAT_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Process:
    """This or another process, so that a process id used again is not mistaken for it."""

    pid: int
    born: str
    """When it started, in whatever form this system tells it; "" if it does not."""
    host: str
    machine: str
    """Where `pid` means something: host, boot and, on Linux, the namespace of process ids."""

    @classmethod
    def current(cls) -> Process:
        pid = os.getpid()
        return cls(pid, started(pid) or "", socket.gethostname(), _machine())

    @property
    def alive(self) -> bool:
        """Of a process on this machine: it runs, and is no later one with the same id."""
        born = started(self.pid)
        return born is not None and (born == self.born or not born or not self.born)


def started(pid: int) -> str | None:
    """When process `pid` of this machine started; "" if this system does not tell; None if there is no such process."""
    stat = Path(f"/proc/{pid}/stat")
    if Path("/proc/self/stat").exists():
        try:
            fields = stat.read_text("utf-8", "replace").rpartition(")")[2].split()
        except OSError:
            return None
        return None if fields[0] in "ZX" else fields[19]
    if sys.platform == "win32":
        return ""  # no cheap way to ask: the heartbeat alone decides
    ps = shutil.which("ps") or "/bin/ps"
    asked = subprocess.run([ps, "-o", "lstart=", "-p", str(pid)], capture_output=True, text=True, check=False)  # noqa: S603
    return asked.stdout.strip() or None


def _machine() -> str:
    """A name for this boot of this machine, as processes see it."""
    parts = [socket.gethostname()]
    boot = Path("/proc/sys/kernel/random/boot_id")
    if boot.exists():
        parts.append(boot.read_text("ascii").strip())
    space = Path("/proc/self/ns/pid")
    if space.is_symlink():
        parts.append(str(space.readlink()))
    return " ".join(parts)


def take(connection: sqlite3.Connection, run: str, me: Process, now: datetime) -> int:
    """Make `me` the holder and raise the epoch; the new epoch. Raises `RunBusy` and `UnknownRun`."""
    epoch, stamp = require_free(connection, run, me, now), now.isoformat(timespec="seconds")
    connection.execute(
        "UPDATE runs SET epoch = ?, state = 'running', reason = '', changed = NULL, pid = ?, born = ?, host = ?, "
        "machine = ?, since = ?, heartbeat = ? WHERE id = ?",
        (epoch + 1, me.pid, me.born, me.host, me.machine, stamp, now.isoformat(), run),
    )
    return epoch + 1


def state(connection: sqlite3.Connection, run: str) -> str | None:
    """The state that the run is in; None if there is no such run."""
    row = connection.execute("SELECT state FROM runs WHERE id = ?", (run,)).fetchone()
    return row and row[0]


def require_free(connection: sqlite3.Connection, run: str, me: Process, now: datetime) -> int:
    """The epoch of a run that nobody works on. Raises `RunBusy` and `UnknownRun`."""
    row = connection.execute(
        "SELECT epoch, pid, born, host, machine, since, heartbeat FROM runs WHERE id = ?", (run,)
    ).fetchone()
    if row is None:
        raise UnknownRun(f"There is no run {run} in this store: `moot runs` lists them.")
    epoch, pid, born, host, machine, since, heartbeat = row
    if pid is not None and lives(Process(pid, born, host, machine), heartbeat, me, now):
        raise RunBusy(f"Run {run} is being worked on by process {pid} on {host} since {since}: wait until it is done.")
    return int(epoch)


def lives(holder: Process, heartbeat: str, me: Process, now: datetime) -> bool:
    """Whether the holder still works, as far as `me` can tell."""
    # A heartbeat from the future is a clock that was set back: as old as it is far.
    try:
        fresh = abs(now - datetime.fromisoformat(heartbeat)) < FRESH
    except (ValueError, TypeError):  # no time that we can read is no sign of life
        return False
    return fresh and (holder.machine != me.machine or holder.alive)


def check(connection: sqlite3.Connection, run: str, epoch: int) -> None:
    """Raises `StaleEpoch` if another process took the run; inside the transaction that is about to write."""
    if not current(connection, run, epoch):
        raise StaleEpoch(f"Run {run} was taken over by another process; this one stops.")


def current(connection: sqlite3.Connection, run: str, epoch: int) -> bool:
    row = connection.execute("SELECT epoch FROM runs WHERE id = ?", (run,)).fetchone()
    return row is not None and row[0] == epoch


def release(connection: sqlite3.Connection, run: str, epoch: int, state: str, reason: str) -> None:
    """Leave the run in `state`, held by nobody. Does nothing if another process took it."""
    connection.execute(
        "UPDATE runs SET state = ?, reason = ?, pid = NULL, born = NULL, host = NULL, machine = NULL, since = NULL, "
        "heartbeat = NULL WHERE id = ? AND epoch = ?",
        (state, plain(reason), run, epoch),
    )


class Heartbeat:
    """Says every few seconds that the holder lives, of all runs that it holds in one commit.

    From a thread and a connection of its own: a long computation in the event loop must not look like death, and as
    many threads as runs would wait for each other's commits, and the event loop for theirs.
    """

    def __init__(self, path: Path, clock: Callable[[], datetime], period: float) -> None:
        self._path, self._clock, self._period = path, clock, period
        self._held: set[tuple[str, int]] = set()
        self._lock = threading.Lock()
        self._end: threading.Event | None = None
        self._thread: threading.Thread | None = None

    def start(self, run: str, epoch: int) -> None:
        with self._lock:
            self._held.add((run, epoch))
        if self._thread is None:
            self._end = threading.Event()
            self._thread = threading.Thread(target=self._beat, args=(self._end,), name="moot heartbeat", daemon=True)
            self._thread.start()

    def stop(self, run: str, epoch: int) -> None:
        with self._lock:
            self._held.discard((run, epoch))
        if self._thread is not None and self._end is not None and not self._held:
            self._end.set()
            self._thread.join()
            self._thread = None

    def _beat(self, end: threading.Event) -> None:
        database: Database | None = None
        try:
            while not end.wait(self._period):
                with self._lock:
                    held = list(self._held)
                # A full disk or a long lock: the run itself will say so; the next beat may succeed.
                with suppress(MootError):
                    database = database or Database(self._path)
                    with database.transaction() as connection:
                        beat(connection, held, self._clock())
        finally:
            if database is not None:
                database.close()


def beat(connection: sqlite3.Connection, held: Iterable[tuple[str, int]], now: datetime) -> None:
    """These runs are worked on now, unless they were left or taken by another process meanwhile."""
    connection.executemany(
        "UPDATE runs SET heartbeat = ? WHERE id = ? AND epoch = ? AND pid IS NOT NULL",
        [(now.isoformat(), run, epoch) for run, epoch in held],
    )
