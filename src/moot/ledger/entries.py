"""Rows of the journal in SQL: one entry a place, one sending a wire request."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass

from moot.ledger import budget
from moot.ledger.calls import Answer, CallFailed, Usage
from moot.text.utf8 import decode, encode, plain

CALL, CLOCK, DECISION, INBOX, UNFIT = "call", "clock", "decision", "inbox", "unfit"
"""Kinds of entries: a request; the time; a decision; post that was read; a request that did not fit the money left."""


@dataclass(frozen=True, slots=True)
class Entry:
    seq: int
    place: str
    kind: str
    state: str
    request: str
    epoch: int
    body: bytes | None
    model: str
    usage: str | None
    failure: str | None

    @property
    def text(self) -> str:
        return decode(self.body or b"")

    def result(self) -> Answer:
        """The answer. Raises the `CallFailed` that was stored if it failed."""
        usage = Usage.model_validate_json(self.usage) if self.usage else None
        if self.failure is not None:
            kind, reason, retry_after = json.loads(self.failure)
            raise CallFailed(kind, reason, usage, retry_after)
        return Answer(body=self.text, usage=usage or Usage(), model=self.model)


def find(connection: sqlite3.Connection, run: str, place: str) -> Entry | None:
    row = connection.execute(
        "SELECT seq, place, kind, state, request, epoch, body, model, usage, failure FROM entries "
        "WHERE run = ? AND place = ?",
        (run, place),
    ).fetchone()
    return None if row is None else Entry(*row)


def booked(connection: sqlite3.Connection, run: str) -> int:
    """Nano-USD: what was paid, and the worst case of every sending whose cost is not known."""
    row = connection.execute("SELECT coalesce(sum(coalesce(paid, worst)), 0) FROM sends WHERE run = ?", (run,))
    return int(row.fetchone()[0])


def booked_by_all(connection: sqlite3.Connection) -> int:
    """Nano-USD, as `booked`, of all runs of the store."""
    return int(connection.execute("SELECT coalesce(sum(coalesce(paid, worst)), 0) FROM sends").fetchone()[0])


def booked_at(connection: sqlite3.Connection, run: str, front: str) -> int:
    """Nano-USD, as `booked`, of the places that begin with `front`."""
    row = connection.execute(
        "SELECT coalesce(sum(coalesce(paid, worst)), 0) FROM entries JOIN sends ON sends.entry = entries.seq "
        "WHERE entries.run = ? AND place >= ? AND place < ?",
        (run, front, front + "\U0010ffff"),
    )
    return int(row.fetchone()[0])


def intend(
    connection: sqlite3.Connection, run: str, place: str, request: str, worst: int, epoch: int, now: str
) -> tuple[int, int]:
    """Book the worst case of one more sending of this call; the sending's key."""
    entry = find(connection, run, place)
    if entry is None:
        seq = connection.execute(
            "INSERT INTO entries (run, place, kind, state, request, epoch, started) "
            "VALUES (?, ?, 'call', 'intended', ?, ?, ?)",
            (run, place, request, epoch, now),
        ).lastrowid
        assert seq is not None
    else:
        seq = entry.seq
        connection.execute("UPDATE entries SET epoch = ?, started = ? WHERE seq = ?", (epoch, now, seq))
    sent = connection.execute("SELECT count(*) FROM sends WHERE entry = ?", (seq,)).fetchone()[0]
    connection.execute("INSERT INTO sends (entry, n, run, worst) VALUES (?, ?, ?, ?)", (seq, sent + 1, run, worst))
    return seq, sent + 1


def settle(connection: sqlite3.Connection, sending: tuple[int, int], usage: Usage | None) -> None:
    """Book what a sending really cost; if that is not known (None) its worst case stays booked."""
    if usage is not None:
        connection.execute("UPDATE sends SET paid = ? WHERE entry = ? AND n = ?", (budget.cost(usage.usd), *sending))


def conclude(
    connection: sqlite3.Connection, seq: int, outcome: Answer | CallFailed, epoch: int, finished: str, seconds: float
) -> None:
    """Store the raw answer, or the failure."""
    usage = None if outcome.usage is None else outcome.usage.model_dump_json()
    if isinstance(outcome, Answer):
        state, body, model, failure = "answered", encode(outcome.body), plain(outcome.model), None
    else:
        state, body, model = "failed", None, ""
        failure = json.dumps([outcome.kind, outcome.reason, outcome.retry_after])
    connection.execute(
        "UPDATE entries SET state = ?, body = ?, model = ?, usage = ?, failure = ?, epoch = ?, finished = ?, "
        "seconds = ? WHERE seq = ?",
        (state, body, model, usage, failure, epoch, finished, seconds, seq),
    )


def note(connection: sqlite3.Connection, run: str, place: str, kind: str, body: str, epoch: int, now: str) -> None:
    """An entry that is no request: it is known as soon as it is written."""
    connection.execute(
        "INSERT INTO entries (run, place, kind, state, request, body, epoch, started, finished) "
        "VALUES (?, ?, ?, 'answered', '', ?, ?, ?, ?)",
        (run, place, kind, encode(body), epoch, now, now),
    )
