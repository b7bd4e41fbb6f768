"""A new run from the rows of another: what was answered before the place that changed is not paid again."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from moot.errors import UnknownRun, UsageError
from moot.ledger import capped, entries, kept, places
from moot.ledger.record import as_json


def place_to_fork(connection: sqlite3.Connection, run: str, before: str | None) -> entries.Entry | None:
    """The entry from which on nothing is kept; None keeps everything.

    Without `before`: the place at which a resume found that something else is asked now. Raises `UnknownRun`, and
    `UsageError` where nothing is at `before`.
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


def copy(
    connection: sqlite3.Connection,
    old: str,
    new: str,
    first_left: entries.Entry | None,
    created: str,
    retry_failed: bool = False,
    options: Mapping[str, Any] | None = None,
    usd: Decimal | None = None,
) -> None:
    """Make run `new` (queued) with the rows of `old` that were intended before `first_left`.

    What the copied answers cost counts under the cap of the new run too: it is the cost of its report. Events are not
    copied: the new run tells them again as it reads its rows. Post that no copied row has read goes along. The deadline
    counts anew. `retry_failed`: without what came after the first failure, which is to be asked again. `options`: those
    of the new run that differ. `usd`: another cap, and without what came after the first call that the old one refused.
    Raises `UsageError` for a cap with which it cannot go on.
    """
    connection.execute(
        'INSERT INTO runs (id, created, state, "case", panel, unread, options, forked) '
        "SELECT ?, ?, 'queued', \"case\", panel, unread, options, id FROM runs WHERE id = ?",
        (new, created, old),
    )
    if options:
        (own,) = connection.execute("SELECT options FROM runs WHERE id = ?", (new,)).fetchone()
        changed = as_json({**json.loads(own), **options})
        connection.execute("UPDATE runs SET options = ? WHERE id = ?", (changed, new))
    connection.execute(
        "INSERT INTO documents (run, n, head, text) SELECT ?, n, head, text FROM documents WHERE run = ?",
        (new, old),
    )
    if usd is not None:
        capped.require(connection, old, usd)
        capped.put(connection, new, usd)
    failed = kept.failures(connection, old) if retry_failed else []
    refused = capped.refusals(connection, old) if usd is not None else []
    for seq in _copied(connection, old, first_left, failed, refused):
        entry = connection.execute(
            "INSERT INTO entries (run, place, kind, state, request, body, model, usage, failure, epoch, started, "
            "finished, seconds) SELECT ?, place, kind, state, request, body, model, usage, failure, 0, started, "
            "finished, seconds FROM entries WHERE seq = ?",
            (new, seq),
        ).lastrowid
        connection.execute(
            "INSERT INTO sends (entry, n, run, worst, paid) SELECT ?, n, ?, worst, paid FROM sends WHERE entry = ?",
            (entry, new, seq),
        )
    connection.execute(
        "INSERT INTO inbox (run, posted, body, place, kind) SELECT ?, posted, body, NULL, kind FROM inbox "
        "WHERE run = ? AND (place IS NULL OR place NOT IN (SELECT place FROM entries WHERE run = ?)) ORDER BY seq",
        (new, old, new),
    )


def _copied(
    connection: sqlite3.Connection,
    run: str,
    first_left: entries.Entry | None,
    failed: Sequence[kept.Failure],
    refused: Sequence[capped.Refusal],
) -> list[int]:
    """Finished entries before `first_left`, and before what came after the first that failed, or that was refused, and
    was not asked together with it."""
    rows: list[tuple[int, str]] = connection.execute(
        "SELECT seq, place FROM entries WHERE run = ? AND state != 'intended' AND kind != ? ORDER BY seq",
        (run, entries.CLOCK),
    ).fetchall()
    for first in (*failed[:1], *refused[:1]):
        rows = _before(rows, first.seq, places.wave(first.place))
    unpaid = {each.seq for each in refused}
    rows = [row for row in rows if row[0] not in unpaid]
    if first_left is not None:
        rows = [row for row in _before(rows, first_left.seq) if row[1] != first_left.place]
    return [seq for seq, _ in rows]


def _before(rows: list[tuple[int, str]], seq: int, wave: str = "") -> list[tuple[int, str]]:
    """The rows before `seq`, with the later retries of the failures among them, and those of a wave."""
    early = {place for at, place in rows if at < seq}
    return [
        (at, place)
        for at, place in rows
        if at < seq or places.retried(place) in early or (wave and place.startswith(wave))
    ]
