"""What the tests of the ledger share: a small case, a clock that is set by hand, records made comparable."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from moot.errors import UsageError
from moot.ledger.calls import Answer, Usage
from moot.ledger.database import Database
from moot.ledger.record import Record
from moot.ledger.store import Store
from moot.words import Caps, Case, Document, Panel, Role, Seat, SeatFailed, Source

PANEL = Panel(
    seats=(
        Seat(role=Role.AUTHOR, model="recorded:a", family="a"),
        Seat(role=Role.REVIEWER, model="recorded:b", family="b"),
    )
)


def document(text: str = "Water boils at 100 °C.", number: int = 1) -> Document:
    source = Source(
        id=f"S{number}", title="t", origin="t.txt", sha256="0" * 64, text_sha256="0" * 64, media="text", notes=("n",)
    )
    return Document(source=source, text=text)


def create(store: Store, usd: str = "1") -> str:
    return store.create(Case(question="Why?", caps=Caps(usd=Decimal(usd))), PANEL, (document(),))


@dataclass
class Clock:
    """Time that moves when it is told to."""

    now: datetime = datetime(2026, 4, 1, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def forward(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


def reopened(path: Path, later: float = 60) -> Store:
    """The store as another process would open it after this one went silent `later` seconds ago."""
    return Store.open(path, clock=lambda: datetime.now(UTC) + timedelta(seconds=later))


@dataclass
class World:
    """Who answers: counts what it was asked."""

    asked: list[str] = field(default_factory=list[str])

    def answers(self, body: str, usd: str = "0.01") -> Callable[[], Awaitable[Answer]]:
        async def do() -> Answer:
            self.asked.append(body)
            return Answer(body=body, usage=Usage(output_tokens=1, usd=Decimal(usd)), model="m-1")

        return do

    def fails(self, failure: BaseException) -> Callable[[], Awaitable[Answer]]:
        async def do() -> Answer:
            self.asked.append(str(failure))
            raise failure

        return do


async def turns(store: Store, count: int) -> None:
    """Let the event loop turn `count` times; what was submitted in each is on the disk before the next."""
    for _ in range(count):
        await asyncio.sleep(0)
        store.spent()


@dataclass
class Disk:
    """A disk that takes its time: what is committed from a thread waits for `ready`."""

    ready: threading.Event = field(default_factory=threading.Event)
    commits: int = 0

    def turn_slow(self, monkeypatch: pytest.MonkeyPatch) -> None:
        real = Database.commit

        def commit(database: Database) -> None:
            if threading.current_thread() is not threading.main_thread():
                assert self.ready.wait(5)
            real(database)
            self.commits += 1

        monkeypatch.setattr(Database, "commit", commit)


def adds(key: str) -> Callable[[sqlite3.Connection], str]:
    """A job that writes the key, and fails behind it where the key is bad."""

    def job(connection: sqlite3.Connection) -> str:
        connection.execute("INSERT INTO texts (sha256, text) VALUES (?, ?)", (key, b""))
        if key.startswith("bad"):
            raise UsageError(key)
        return key

    return job


def event(reason: str) -> SeatFailed:
    return SeatFailed(round=1, seat="reviewer-1", task="challenge", reason=reason)


def comparable(record: Record) -> dict[str, Any]:
    """The record without its cost lines: what must be equal after a kill."""
    kept = record.model_dump(exclude={"run", "created", "forked", "usd", "booked"})
    for call in kept["calls"]:
        for cost_line in ("worst", "cost", "sent", "started", "finished", "seconds", "epoch"):
            del call[cost_line]
    return kept
