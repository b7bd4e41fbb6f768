"""The numbered events of a run: told once, and on a replay told again, equal."""

from __future__ import annotations

import json
import sqlite3
from functools import cache

from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticSerializationError

from moot.errors import MootError, RunChanged, StoreTooNew
from moot.ledger import ownership
from moot.ledger.writer import Writer
from moot.words import Event


@cache
def _adapter() -> TypeAdapter[Event]:
    return TypeAdapter(Event)


def to_json(event: Event) -> str:
    """In ASCII, so that half a surrogate pair, which a model may have sent, can be kept too."""
    try:
        return event.model_dump_json(ensure_ascii=True)
    except PydanticSerializationError:  # it writes no such half
        return json.dumps(event.model_dump(mode="json"), separators=(",", ":"))


def from_json(text: str) -> Event:
    """Raises `StoreTooNew` for an event that this version of Moot does not know."""
    try:
        return _adapter().validate_json(text)
    except ValidationError:  # it reads no half of a surrogate pair
        pass
    try:
        return _adapter().validate_python(json.loads(text))
    except ValidationError as error:
        raise StoreTooNew("The run tells an event that this version of Moot does not know: update Moot.") from error


def load(connection: sqlite3.Connection, run: str) -> list[str]:
    """The stored events in order, as JSON."""
    rows = connection.execute("SELECT body FROM events WHERE run = ? ORDER BY number", (run,))
    return [row[0] for row in rows]


def changed(run: str, how: str) -> RunChanged:
    """What to say of a run that no longer goes the way it went: what differs, why, and what can be done."""
    return RunChanged(
        f"Run {run} was begun with another version of Moot, of a check or of a prompt, and cannot go on as it went: "
        f"{how}. `moot resume {run} --fork` goes on in a new run that keeps the answers before; what this one came to "
        f"`moot show {run}` and `moot export {run} --to md` tell."
    )


class EventLog:
    """Numbers events, writes the new ones with the next commit, compares those that were told before."""

    def __init__(self, writer: Writer, run: str, epoch: int, told: list[str], may_change: bool) -> None:
        self._writer, self._run, self._epoch, self._told = writer, run, epoch, told
        self._may_change = may_change
        """After `--retry-failed` the run may go another way; what it then no longer tells is dropped."""
        self._number = 0
        self._broken: BaseException | None = None

    def emit(self, event: Event) -> int:
        """The event's number, from 1. Raises `RunChanged` if another event had that number before."""
        self.check()
        text = to_json(event)
        number = self._number + 1
        if number <= len(self._told):
            if self._told[number - 1] == text or self._same(number, event):
                self._number = number
                return number
            self._differs(f"event {number} was {json.loads(self._told[number - 1])['event']} and is {event.event}")
        self._writer.submit(lambda connection: self._insert(connection, number, text), self._written)
        self._number = number
        return number

    def check(self) -> None:
        """Raises the error that kept an event from being written."""
        if self._broken is not None:
            raise self._broken

    @property
    def over(self) -> bool:
        """Whether what was told before ends with the end of the run, and nothing has come after."""
        told = self._number <= len(self._told)
        return told and bool(self._told) and json.loads(self._told[-1])["event"] == "stopped"

    def end(self) -> None:
        """The run is done. Raises `RunChanged` if it told more before."""
        if self._number < len(self._told):
            self._differs(f"it told {len(self._told)} events and now tells {self._number}")

    def _same(self, number: int, event: Event) -> bool:
        try:
            return from_json(self._told[number - 1]) == event
        except MootError:
            return False

    def _differs(self, how: str) -> None:
        if not self._may_change:
            raise changed(self._run, how)
        kept = self._number
        del self._told[kept:]
        self._writer.submit(lambda connection: self._drop(connection, kept), self._written)

    def _insert(self, connection: sqlite3.Connection, number: int, text: str) -> None:
        ownership.check(connection, self._run, self._epoch)
        connection.execute("INSERT INTO events (run, number, body) VALUES (?, ?, ?)", (self._run, number, text))

    def _drop(self, connection: sqlite3.Connection, kept: int) -> None:
        ownership.check(connection, self._run, self._epoch)
        connection.execute("DELETE FROM events WHERE run = ? AND number > ?", (self._run, kept))

    def _written(self, outcome: object) -> None:
        if isinstance(outcome, BaseException) and self._broken is None:
            self._broken = outcome
