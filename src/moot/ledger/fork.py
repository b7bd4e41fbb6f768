"""A new run from the rows of another: what was answered before the place that changed is not paid again."""

from __future__ import annotations

import sqlite3

from moot.errors import UnknownRun, UsageError
from moot.ledger import entries, places


def place_to_fork(connection: sqlite3.Connection, run: str, before: str | None) -> entries.Entry | None:
    """The entry from which on nothing is kept; None keeps everything.

    Without `before`: the place at which a resume found that something else is asked now.
    """
    row = connection.execute("SELECT changed FROM runs WHERE id = ?", (run,)).fetchone()
    if row is None:
        raise UnknownRun(f"There is no run {run} in this store: `moot runs` lists them.")
    place = before if before is not None else row[0]
    if place is None:
        return None
    entry = entries.find(connection, run, place)
    if entry is None:
        raise UsageError(f"Run {run} has nothing at {place}.")
    return entry


def copy(connection: sqlite3.Connection, old: str, new: str, first_left: entries.Entry | None, created: str) -> None:
    """Make run `new` (queued) with the rows of `old` that were intended before `first_left`.

    What the copied answers cost counts under the cap of the new run too: it is the cost of its report. Events are not
    copied: the new run tells them again as it reads its rows. Post that nobody read yet goes along.
    """
    connection.execute(
        'INSERT INTO runs (id, created, state, "case", panel, unread, options, forked) '
        "SELECT ?, ?, 'queued', \"case\", panel, unread, options, id FROM runs WHERE id = ?",
        (new, created, old),
    )
    connection.execute(
        "INSERT INTO documents (run, n, head, text) SELECT ?, n, head, text FROM documents WHERE run = ?",
        (new, old),
    )
    connection.execute(
        "INSERT INTO inbox (run, posted, body, place, kind) SELECT ?, posted, body, place, kind FROM inbox "
        "WHERE run = ? AND place IS NULL ORDER BY seq",
        (new, old),
    )
    for seq in _kept(connection, old, first_left):
        copied = connection.execute(
            "INSERT INTO entries (run, place, kind, state, request, body, model, usage, failure, epoch, started, "
            "finished, seconds) SELECT ?, place, kind, state, request, body, model, usage, failure, 0, started, "
            "finished, seconds FROM entries WHERE seq = ?",
            (new, seq),
        ).lastrowid
        connection.execute(
            "INSERT INTO sends (entry, n, run, worst, paid) SELECT ?, n, ?, worst, paid FROM sends WHERE entry = ?",
            (copied, new, seq),
        )


def _kept(connection: sqlite3.Connection, run: str, first_left: entries.Entry | None) -> list[int]:
    """Finished entries before `first_left`, with the later retries of the failures among them."""
    rows: list[tuple[int, str]] = connection.execute(
        "SELECT seq, place FROM entries WHERE run = ? AND state != 'intended' ORDER BY seq", (run,)
    ).fetchall()
    if first_left is None:
        return [seq for seq, _ in rows]
    before = {place for seq, place in rows if seq < first_left.seq}
    return [
        seq
        for seq, place in rows
        if place != first_left.place and (seq < first_left.seq or places.retried(place) in before)
    ]
