"""The moments of one request, and the gates at which it waits for those that run beside it."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field
from typing import NamedTuple

EVENT_STREAM = "text/event-stream"


class Piece(NamedTuple):
    at: float
    """Seconds of the monotonic clock."""
    characters: int


class Gate:
    """Opens when so many have come."""

    def __init__(self, number: int) -> None:
        self._missing = number
        self._all = asyncio.Event()

    def come(self) -> None:
        self._missing -= 1
        if self._missing <= 0:
            self._all.set()

    @property
    def is_open(self) -> bool:
        return self._all.is_set()

    async def opened(self) -> None:
        await self._all.wait()


@dataclass
class Stamps:
    """A `Watch` (`moot.models.chat.timing`): none is sent before all are made, none is read before all have come."""

    begin: Gate
    end: Gate
    at_ready: float = 0.0
    at_sent: float = 0.0
    """When the body of the request went out: making a connection is no part of the answer's time."""
    media_type: str = EVENT_STREAM
    texts: list[Piece] = field(default_factory=list[Piece])
    thoughts: list[Piece] = field(default_factory=list[Piece])
    _now: float = 0.0
    _passed: set[Gate] = field(default_factory=set[Gate])

    async def ready(self) -> None:
        self._come(self.begin)
        await self.begin.opened()
        self.at_ready = self.at_sent = time.monotonic()

    def sent(self, at: float) -> None:
        self.at_sent = at

    def began(self, media_type: str) -> None:
        self.media_type = media_type

    async def drained(self) -> None:
        self._come(self.end)
        await self.end.opened()

    def leave(self) -> None:
        """Nobody need wait for this one any more."""
        self._come(self.begin)
        self._come(self.end)

    def arrived(self, at: float) -> None:
        self._now = at

    def text(self, piece: str) -> None:
        self.texts.append(Piece(self._now, len(piece)))

    def reasoning(self, piece: str) -> None:
        self.thoughts.append(Piece(self._now, len(piece)))

    def _come(self, gate: Gate) -> None:
        if gate not in self._passed:
            self._passed.add(gate)
            gate.come()
