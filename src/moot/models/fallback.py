"""A seat with fallbacks: when the model that holds it fails or comes late, the next one takes it, and keeps it.

Each has places of its own in the journal (`places.seated`), so a replay asks whom the run asked.
"""

from __future__ import annotations

from collections.abc import Sequence

from moot.errors import SeatFailure
from moot.ledger import places
from moot.ledger.journal import Journal
from moot.models.language import RunLate
from moot.models.seat import SeatHolder
from moot.words import Replaced, Reply, Seat, Task


def seats(seat: Seat) -> list[Seat]:
    """The seat as each of its models holds it, in the order in which they take it."""
    first = seat.model_copy(update={"fallbacks": ()})
    others = (first.model_copy(update={"model": each.model, "family": each.family}) for each in seat.fallbacks)
    return [first, *others]


class FallbackSeat:
    """`holders`: one for each of `seats(seat)`."""

    def __init__(self, seat: Seat, holders: Sequence[SeatHolder]) -> None:
        self._seat, self._holders = seat, tuple(holders)
        self._gave_up: list[str] = []
        """For each holder that failed, in order: the wave of tasks in which it did."""

    @property
    def seat(self) -> Seat:
        """As it was filled at first: its id stays, whoever holds it."""
        return self._seat

    async def answer(self, task: Task, place: str, journal: Journal) -> Reply:
        """The reply of the first who does not fail. Raises what the last one raised."""
        round, name, seat, ordinal = place.split("/", 3)
        wave = f"{round}/{name}"
        n = self._first(wave)
        while True:
            mine = f"{round}/{name}/{places.seated(seat, n)}/{ordinal}"
            try:
                return await self._holders[n].answer(task, mine, journal)
            except RunLate:
                raise
            except SeatFailure as failure:
                if n + 1 == len(self._holders):
                    raise
                self._give_up(n, wave)
                n += 1
                self._tell(int(round[1:]), n, task, failure, mine, journal)

    def _first(self, wave: str) -> int:
        """Who holds the seat for this wave.

        What fails in a wave counts from the next one on: tasks of one wave are asked at once, and who of them is heard
        first must decide nothing.
        """
        return next((n for n, when in enumerate(self._gave_up) if when == wave), len(self._gave_up))

    def _give_up(self, n: int, wave: str) -> None:
        if n == len(self._gave_up):
            self._gave_up.append(wave)

    def _tell(self, round: int, n: int, task: Task, failure: SeatFailure, place: str, journal: Journal) -> None:
        now = seats(self._seat)[n]
        event = Replaced(
            round=round,
            seat=self._seat.id,
            task=task.task,
            model=now.model,
            family=now.family,
            reason=failure.reason,
        )
        journal.emit(event, place)
