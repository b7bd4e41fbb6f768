"""Everything that a report needs of a run: a view of the journal, never read by the run's own logic."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, cast

from pydantic import Field, TypeAdapter

from moot.errors import StoreTooNew, UnknownRun, UsageError
from moot.ledger import budget, documents, entries, events, places
from moot.ledger.calls import Call, Moment, Usage
from moot.text.utf8 import decode, plain
from moot.words import Case, Document, Event, Followed, Link, Panel, Unread, Word

CAPS_BEFORE = "caps before"
"""Under this name they are kept beside the options."""


class Record(Word):
    """A run as it stands. The same answers give the same record, times, money and `sent` aside."""

    run: str
    created: Moment
    state: str
    """queued, running, waiting, stopped, done or failed."""
    reason: str = ""
    """Why it is in this state, in one sentence, where there is something to say."""
    forked: str | None = None
    """The run whose answers this one started from."""
    case: Case
    caps_before: tuple[Decimal, ...] = ()
    """The caps on money that it had before the one of its case, the first of them first."""
    panel: Panel
    documents: tuple[Document, ...]
    """That were given, and that were read at an address."""
    unread: tuple[Unread, ...] = ()
    options: dict[str, Any] = Field(default_factory=dict)
    events: tuple[Event, ...] = ()
    """In the order of their numbers, which start at 1."""
    calls: tuple[Call, ...] = ()
    """In the order of their places, numbers counted as numbers: never by time."""
    usd: Decimal = Decimal(0)
    """Spent, and still booked for sendings whose cost is not known."""
    booked: Decimal = Decimal(0)
    """The part of `usd` that is a worst case."""

    @property
    def links(self) -> tuple[Link, ...]:
        """What came of the addresses that the run asked for."""
        return tuple(event.link for event in self.events if isinstance(event, Followed))

    @property
    def repeated(self) -> int:
        """Calls that were sent more than once, because a process was killed while they were in flight."""
        return sum(call.sent > 1 for call in self.calls)

    @property
    def open_intents(self) -> int:
        """Calls that were sent and have no answer yet."""
        return sum(call.state == "intended" for call in self.calls)


def load(connection: sqlite3.Connection, run: str) -> Record:
    """The record of `run`. Raises `UnknownRun`; `UsageError` for no name; `StoreTooNew` for what only another version
    of Moot can read.
    """
    if not run.strip():
        raise UsageError("The run is empty: give the id of one, as `moot runs` lists them.")
    row = connection.execute(
        'SELECT id, created, state, reason, forked, "case", panel, unread, options FROM runs WHERE id = ?',
        (plain(run),),
    ).fetchone()
    if row is None:
        raise UnknownRun(f"There is no run {plain(run)} in this store: `moot runs` lists them.")
    run = row[0]
    booked = connection.execute(
        "SELECT coalesce(sum(worst), 0) FROM sends WHERE run = ? AND paid IS NULL", (run,)
    ).fetchone()[0]
    try:
        options = dict(json.loads(row[8]))
        calls = _calls(connection, run)
        return Record(
            run=row[0],
            created=row[1],
            state=row[2],
            reason=row[3],
            forked=row[4],
            case=Case.model_validate(json.loads(row[5])),
            caps_before=options.pop(CAPS_BEFORE, ()),
            panel=Panel.model_validate(json.loads(row[6])),
            documents=tuple(_read(documents.load(connection, run), calls)),
            unread=TypeAdapter(tuple[Unread, ...]).validate_python(json.loads(row[7])),
            options=options,
            events=tuple(events.from_json(text) for text in events.load(connection, run)),
            calls=calls,
            usd=budget.usd(entries.booked(connection, run)),
            booked=budget.usd(booked),
        )
    except (ValueError, TypeError) as error:  # pydantic's and the JSON reader's errors are ValueErrors
        raise _other(run) from error


def case(run: str, stored: str) -> Case:
    """The case of `run` as `as_json` wrote it. Raises `StoreTooNew`."""
    try:
        return Case.model_validate(json.loads(stored))
    except (ValueError, TypeError) as error:
        raise _other(run) from error


def question(stored: str) -> str:
    """What can be shown of a stored case in a list: its question, else why there is none. Never raises for a row."""
    try:
        asked: object = json.loads(stored)
    except (ValueError, TypeError):
        asked = None
    said = cast("dict[str, object]", asked).get("question") if isinstance(asked, dict) else None
    return plain(said) if isinstance(said, str) else "(its question cannot be read)"


def _other(run: str) -> StoreTooNew:
    return StoreTooNew(f"Run {run} was written by another version of Moot, which this one cannot read.")


def _read(stored: Sequence[Document], calls: Sequence[Call]) -> Iterator[Document]:
    """Without pages to which no answer leads: they were set aside, a process was killed between page and answer, or the
    run was forked from one that had read them.
    """
    opened = [call.body for call in calls if call.place.startswith("open/address/") and call.body is not None]
    led = {Link.model_validate_json(body).source for body in opened}
    return (each for each in stored if each.source.asked is None or each.source.id in led)


def _calls(connection: sqlite3.Connection, run: str) -> tuple[Call, ...]:
    rows = connection.execute(
        "SELECT place, state, request, usage, failure, body, model, started, finished, seconds, epoch, count(*), "
        "max(worst), sum(coalesce(paid, worst)) FROM entries JOIN sends ON sends.entry = entries.seq "
        "WHERE entries.run = ? AND kind = 'call' GROUP BY seq",
        (run,),
    )
    return tuple(sorted((_call(row) for row in rows), key=lambda call: places.in_order(call.place)))


def _call(row: tuple[Any, ...]) -> Call:
    place, state, request, usage, failure, body, model, started, finished, seconds, epoch, sent, worst, cost = row
    kind, reason, _ = json.loads(failure) if failure else (None, None, None)
    return Call(
        place=place,
        state=state,
        request_hash=request,
        worst=budget.usd(worst),
        cost=budget.usd(cost),
        usage=Usage.model_validate_json(usage) if usage else None,
        failure=kind,
        reason=reason,
        body=None if body is None else decode(body),
        model=model,
        sent=sent,
        started=started,
        finished=finished,
        seconds=seconds,
        epoch=epoch,
    )


def as_json(value: Mapping[str, Any]) -> str:
    """Escapes all that is not ASCII, half a surrogate pair too, which pydantic's own writer and reader refuse."""
    return json.dumps(value, separators=(",", ":"))
