"""N streams at once. All are reserved in the journal before the first is sent, and booked after the last has ended:
writing to disk would hold up the event loop in which pieces are stamped."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from decimal import Decimal

from moot.bench.speed import sample
from moot.bench.speed.sample import Sample
from moot.bench.speed.stamps import Gate, Stamps
from moot.ledger.calls import Answer, CallFailed
from moot.ledger.journal import Journal
from moot.models.chat.timing import TimedBackend
from moot.models.chat.words import ChatRequest

TICK = 0.005
"""Seconds from look to look at how late this process is."""


@dataclass(frozen=True)
class Round:
    samples: tuple[Sample, ...]
    late: float
    """Seconds by which this process came late to what it had to do, 95 times of 100 less."""

    @property
    def answered(self) -> tuple[Sample, ...]:
        return tuple(each for each in self.samples if each.answered)

    @property
    def rate(self) -> float | None:
        """Tokens of text a second, of all streams together, from the first sent to the last token."""
        came = self.answered
        span = max((each.ended for each in came), default=0.0) - min((each.sent for each in came), default=0.0)
        return sum(each.text_tokens for each in came) / span if span > 0 else None


@dataclass
class _Stream:
    backend: TimedBackend
    request: ChatRequest
    output: int
    stamps: Stamps

    async def go(self) -> Answer:
        try:
            return await self.backend.timed(self.request, self.output, self.stamps)
        finally:
            self.stamps.leave()
            await self.stamps.end.opened()

    async def take(self, journal: Journal, place: str, worst: Decimal) -> Sample:
        """Raises `DoesNotFit` and what the journal raises."""
        try:
            answer = await journal.once(place, self.request.model_dump_json(), worst, self.go)
            return sample.answered(answer, self.stamps)
        except CallFailed as failure:
            return sample.failed(failure, self.stamps)
        finally:
            self.stamps.leave()


async def run(
    backend: TimedBackend, requests: Sequence[ChatRequest], output: int, worst: Decimal, journal: Journal, place: str
) -> Round:
    """One stream a request, all at once. Raises `DoesNotFit` where one does not fit the money left."""
    begin, end = Gate(len(requests)), Gate(len(requests))
    streams = [_Stream(backend, request, output, Stamps(begin, end)) for request in requests]
    async with _lateness(begin, end) as late:
        taken = await asyncio.gather(
            *(each.take(journal, f"{place}/{n}", worst) for n, each in enumerate(streams, 1)), return_exceptions=True
        )
    for each in taken:
        if isinstance(each, BaseException):
            raise each
    late.sort()
    samples = tuple(each for each in taken if isinstance(each, Sample))
    return Round(samples, late[int(0.95 * (len(late) - 1))] if late else 0.0)


@asynccontextmanager
async def _lateness(begin: Gate, end: Gate) -> AsyncGenerator[list[float]]:
    """How late the event loop wakes who sleeps in it, look by look, between the gates."""
    found: list[float] = []

    async def look() -> None:
        await begin.opened()
        while not end.is_open:
            due = time.monotonic() + TICK
            await asyncio.sleep(TICK)
            found.append(max(0.0, time.monotonic() - due))

    looking = asyncio.create_task(look())
    try:
        yield found
    finally:
        looking.cancel()
        await asyncio.gather(looking, return_exceptions=True)
