"""Failures that a run keeps: a replay repeats them, and `--retry-failed` asks again where nothing stands on them."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass

from moot.ledger import places

LATE = "late"
"""The kind of failure when the run's deadline has passed."""


@dataclass(frozen=True)
class Kept:
    """What failed for good in a run, in the order of sending."""

    places: tuple[str, ...] = ()
    settled: bool = False
    """Whether asking again in this very run would come to nothing, or undo what it came to: it is finished, later rows
    stand on a failure, or its deadline passed. A fork can ask."""


@dataclass(frozen=True, slots=True)
class Failure:
    seq: int
    place: str
    kind: str
    epoch: int
    """0: it came with a fork from another run, whose deadline is not this one's."""


def of(connection: sqlite3.Connection, run: str) -> Kept:
    found = failures(connection, run)
    if not found:
        return Kept()
    (state,) = connection.execute("SELECT state FROM runs WHERE id = ?", (run,)).fetchone()
    late = any(failure.kind == LATE and failure.epoch for failure in found)
    settled = state == "done" or late or _stood_on(connection, run, found[0])
    return Kept(tuple(failure.place for failure in found), settled)


def failures(connection: sqlite3.Connection, run: str) -> list[Failure]:
    """Those that `--retry-failed` asks again: followed neither by another attempt nor by a retry of their own."""
    rows: list[tuple[int, str, str | None, int]] = connection.execute(
        "SELECT seq, place, failure, epoch FROM entries WHERE run = ? AND kind = 'call' ORDER BY seq", (run,)
    ).fetchall()
    there = {place for _, place, _, _ in rows}
    failed = (Failure(seq, place, json.loads(failure)[0], epoch) for seq, place, failure, epoch in rows if failure)
    return [each for each in failed if there.isdisjoint(places.following(each.place))]


def _stood_on(connection: sqlite3.Connection, run: str, first: Failure) -> bool:
    """Whether anything came after a failure, beyond what was asked together with it."""
    later = connection.execute("SELECT place FROM entries WHERE run = ? AND seq > ?", (run, first.seq))
    return any(not place.startswith(places.wave(first.place)) for (place,) in later)
