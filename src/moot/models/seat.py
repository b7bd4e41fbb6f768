"""What it takes to hold a seat: answer one task with one reply. Language models and readers alike."""

from __future__ import annotations

from typing import Protocol

from moot.ledger.journal import Journal
from moot.words import Reply, Seat, Task


class SeatHolder(Protocol):
    """Whoever holds a seat. One task is one call (and its counted attempts); there is no hidden loop."""

    @property
    def seat(self) -> Seat: ...

    async def answer(self, task: Task, place: str, journal: Journal) -> Reply:
        """The reply to `task`. `place` is the key of this call in the journal, without the attempt.

        Raises `SeatFailure` when no usable reply came; `OverBudget` when no money is left for even a smaller call.
        """
        ...
