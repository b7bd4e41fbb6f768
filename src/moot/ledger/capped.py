"""Another cap on money for a run: what was refused under the one before, and how the change is kept."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from decimal import Decimal

from moot.errors import UnknownRun, UsageError
from moot.ledger import budget, entries, places, record
from moot.words import Case


@dataclass(frozen=True, slots=True)
class Refusal:
    seq: int
    place: str


def refusals(connection: sqlite3.Connection, run: str) -> list[Refusal]:
    """The requests that did not fit the money left, in their order, where no smaller one was made in their place."""
    rows: list[tuple[int, str, str]] = connection.execute(
        "SELECT seq, place, kind FROM entries WHERE run = ? AND kind IN (?, ?) ORDER BY seq DESC",
        (run, entries.CALL, entries.UNFIT),
    ).fetchall()
    made: set[str] = set()
    found: list[Refusal] = []
    for seq, place, kind in rows:
        if kind == entries.CALL:
            made.add(places.asked(place))
        elif places.asked(place) not in made:
            found.append(Refusal(seq, place))
    return found[::-1]


def require(connection: sqlite3.Connection, run: str, usd: Decimal) -> None:
    """Raise `UsageError` where that is less than was spent, or no more than the cap for which calls were refused."""
    before, spent = _case(connection, run).caps.usd, entries.booked(connection, run)
    if budget.cap(usd) < spent:
        raise UsageError(f"Run {run} has spent {budget.usd(spent):f} USD: its cap cannot be {usd:f} USD.")
    if usd <= before and refusals(connection, run):
        raise UsageError(f"Run {run} stopped at its cap of {before:f} USD: it goes on with more, not with {usd:f} USD.")


def put(connection: sqlite3.Connection, run: str, usd: Decimal) -> None:
    """Make `usd` the run's cap; the present one stays among those before."""
    case = _case(connection, run)
    (options,) = connection.execute("SELECT options FROM runs WHERE id = ?", (run,)).fetchone()
    kept = json.loads(options)
    kept[record.CAPS_BEFORE] = [*kept.get(record.CAPS_BEFORE, ()), str(case.caps.usd)]
    changed = case.model_copy(update={"caps": case.caps.model_copy(update={"usd": usd})})
    connection.execute(
        'UPDATE runs SET "case" = ?, options = ? WHERE id = ?',
        (record.as_json(changed.model_dump(mode="json")), record.as_json(kept), run),
    )


def _case(connection: sqlite3.Connection, run: str) -> Case:
    row = connection.execute('SELECT "case" FROM runs WHERE id = ?', (run,)).fetchone()
    if row is None:
        raise UnknownRun(f"There is no run {run} in this store: `moot runs` lists them.")
    return record.case(run, row[0])
