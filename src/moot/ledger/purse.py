"""One cap over all runs of a store: what several runs may cost together."""

from __future__ import annotations

import sqlite3
from decimal import Decimal
from typing import Protocol

from moot.ledger import budget, entries


class Spender(Protocol):
    """A run that takes from the purse."""

    @property
    def in_flight(self) -> bool:
        """Whether a paid call of it is under way, which may free money when it settles."""
        ...

    def reconsider(self) -> None:
        """Look again at the calls that wait for money."""
        ...


class Purse:
    """Shared by the journals that one process takes from one store; each still has the cap of its own case."""

    def __init__(self, usd: Decimal) -> None:
        self.usd = usd
        self._cap = budget.cap(usd)
        self._spenders: list[Spender] = []

    def left(self, connection: sqlite3.Connection) -> int:
        """Nano-USD that are neither spent nor booked, by any run of the store; negative where more is booked."""
        return self._cap - entries.booked_by_all(connection)

    @property
    def in_flight(self) -> bool:
        return any(each.in_flight for each in self._spenders)

    def join(self, spender: Spender) -> None:
        self._spenders.append(spender)

    def leave(self, spender: Spender) -> None:
        self._spenders.remove(spender)
        self.reconsider()

    def reconsider(self) -> None:
        """After a call has landed: money may have come free for whoever waits, in whichever run."""
        for each in self._spenders:
            each.reconsider()
