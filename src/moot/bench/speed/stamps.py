"""The moments of one request, on a clock that only goes forward."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import NamedTuple

EVENT_STREAM = "text/event-stream"


class Piece(NamedTuple):
    at: float
    """Seconds of the monotonic clock."""
    characters: int


@dataclass
class Stamps:
    """A `Watch` (`moot.models.chat.timing`)."""

    asked: float = 0.0
    at_sent: float = 0.0
    """When the first byte of the request went out: making a connection is no part of the answer's time."""
    media_type: str = EVENT_STREAM
    texts: list[Piece] = field(default_factory=list[Piece])
    thoughts: list[Piece] = field(default_factory=list[Piece])
    _now: float = 0.0

    def asks(self) -> None:
        self.asked = self.at_sent = time.monotonic()

    def sent(self) -> None:
        self.at_sent = time.monotonic()

    def began(self, media_type: str) -> None:
        self.media_type = media_type

    def arrived(self) -> None:
        self._now = time.monotonic()

    def text(self, piece: str) -> None:
        self.texts.append(Piece(self._now, len(piece)))

    def reasoning(self, piece: str) -> None:
        self.thoughts.append(Piece(self._now, len(piece)))
