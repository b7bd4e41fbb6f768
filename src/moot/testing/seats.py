"""Seats whose replies are written down: the smallest double for tests of protocols."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from moot.errors import SeatFailure
from moot.ledger.calls import Answer
from moot.ledger.journal import Journal
from moot.words import Plan, Reply, Seat, Task

Script = Mapping[str, Reply | Exception | Callable[[Task], Reply]]


@dataclass
class ScriptedSeat:
    """Replies by place without the seat, such as `r1/draft`; a seat that is asked for more fails.

    An exception in the script is raised; a function is called with the task. Tasks are kept in `asked`.
    """

    seat: Seat
    script: Script
    asked: list[Task] = field(default_factory=list[Task])

    async def answer(self, task: Task, place: str, journal: Journal) -> Reply:
        self.asked.append(task)
        reply = self.script.get("/".join(place.split("/")[:2]))
        if reply is None and task.task == "plan":
            reply = Plan(aspects=())
        if reply is None:
            raise SeatFailure(f"{self.seat.model}: nothing is written down for {place}")
        if isinstance(reply, Exception):
            raise reply
        spoken = reply(task) if callable(reply) else reply

        async def do() -> Answer:
            return Answer(body=spoken.model_dump_json())

        await journal.once(f"{place}/a1", task.model_dump_json(), Decimal(0), do)
        return spoken
