"""A seat held by a language model: render, send, read the reply; retry, repair and shrink where that can help.

Every wire request is an attempt with a row and a reservation of its own in the journal.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial

from moot.errors import OutOfTime, SeatFailure
from moot.ledger.calls import Answer, CallFailed, DoesNotFit, Usage
from moot.ledger.journal import Journal
from moot.ledger.kept import LATE
from moot.models import attempts
from moot.models.backend import Backend, Request
from moot.models.prompts import MalformedReply, parse, render, repaired
from moot.words import AlignTask, LeftOut, Pair, Passage, PlanTask, Reply, Seat, Task

REPAIRS = 2
Shown = tuple[Passage, ...] | tuple[Pair, ...]
OVERDUE = "overdue"
"""The kind of failure when the seat's own deadline has passed, as `LATE` is when the run's has."""


class RunLate(SeatFailure):
    """The whole run has no time left, so nobody else need be asked."""


@dataclass(frozen=True)
class LanguageSeat:
    seat: Seat
    backend: Backend
    pause: Callable[[float], object] = field(default=asyncio.sleep)
    """Awaited with seconds before a retry; passed in so that tests need not wait."""
    clock: Callable[[], float] = field(default=time.monotonic)
    """Seconds, for the seat's own deadline; what it decides is a row."""

    async def answer(self, task: Task, place: str, journal: Journal) -> Reply:
        conversation = _Conversation(self, task, place, journal)
        return await conversation.reply()


class _Conversation:
    """The attempts at one task."""

    def __init__(self, holder: LanguageSeat, task: Task, place: str, journal: Journal) -> None:
        self.holder, self.task, self.place, self.journal = holder, task, place, journal
        self.info = holder.backend.info
        self.output = min(attempts.OUTPUT, self.info.max_output)
        self.task, self.request = self._fitted(task)
        self.attempt = self.retries = self.repairs = 0
        self.wait = 0.0
        """Seconds to wait before the next attempt."""
        self.cuts: list[CallFailed] = []
        """The attempts so far that failed and may be billed."""
        self.failed: CallFailed | None = None
        """How the last attempt failed, if it did."""
        self.begun: float | None = None
        """When its first request was let through: a seat is not late for having waited for money."""

    async def reply(self) -> Reply:
        while True:
            self.attempt += 1
            try:
                answer = await self._send()
            except CallFailed as failure:
                self.cuts += [failure] if failure.usage is None else []
                self._after(failure)
                self.failed = failure
                continue
            self.failed = None
            try:
                return parse(self.task, answer.body)
            except MalformedReply as problem:
                self._repair(answer.body, str(problem))

    async def _send(self) -> Answer:
        """One attempt, with less output, then with fewer passages, where the money left demands it."""
        while True:
            request, output = self.request, self.output
            try:
                place, asked = f"{self.place}/a{self.attempt}", request.model_dump_json()
                if not self.journal.reached(place):
                    if self._too_late(self.wait):
                        return await self.journal.once(place, asked, Decimal(0), self._given_up)
                    if self.wait:
                        # Before anything is reserved, so that nobody else waits for the money meanwhile.
                        await attempts.waited(self.holder.pause, self.wait)
                worst = attempts.worst(self.info, self.holder.backend.request_bytes(request), output)
                return await self.journal.once(place, asked, worst, partial(self._do, request, output))
            except DoesNotFit as short:
                # What did not fit is a row too, so the smaller request is another attempt.
                self.attempt += 1
                self._shrink(short.left)

    async def _do(self, request: Request, output: int) -> Answer:
        await self.holder.backend.ready()
        if self.begun is None:
            self.begun = self.holder.clock()
        if self._too_late(0.0):
            return await self._given_up()
        left, mine = self._left()
        try:
            async with asyncio.timeout(left):
                return await self.holder.backend.complete(request, output, self.journal.signal)
        except TimeoutError:
            raise self._late(mine) from None

    def _left(self) -> tuple[float | None, bool]:
        """Seconds that are left (None: without end), and whether it is the seat's own deadline that ends them.

        That is counted from the first request.
        """
        own, run = self.holder.seat.deadline, self.journal.deadline
        if own is not None and self.begun is not None:
            own -= self.holder.clock() - self.begun
        left = None if run is None else run - time.monotonic()
        mine = own is not None and (left is None or own < left)
        return (own if mine else left), mine

    def _too_late(self, pause: float) -> bool:
        """Whether no time is left for a request after a pause."""
        left, _ = self._left()
        return left is not None and pause >= left

    async def _given_up(self) -> Answer:
        """Instead of a request for which there is no time: the decision is a row like an answer, and is free."""
        raise self._late(self._left()[1], Usage())

    def _late(self, mine: bool, usage: Usage | None = None) -> CallFailed:
        """`usage`: of a request that was not sent."""
        if mine:
            within = f"no answer within the {self.holder.seat.deadline:g} s of its seat"
            return CallFailed(OVERDUE, f"{within}{self._before()}", usage)
        when = "had answered" if usage is None else "was asked again" if self.failed else "was asked"
        return CallFailed(LATE, f"the deadline passed before it {when}{self._before()}", usage)

    def _before(self) -> str:
        """What took the time, where it was no silence."""
        if self.failed is None:
            return ""
        return f"; the attempt before it failed: {self.failed.kind.replace('_', ' ')}, {self.failed.reason}"

    def _shrink(self, left: Decimal) -> None:
        """Less output, while that is still worth a call; then half of what is shown; then the money is spent."""
        size = self.holder.backend.request_bytes(self.request)
        fits = attempts.affordable(self.info, size, self.output, left)
        if fits is not None:
            self.output = fits
        elif not self._with_less("the money left"):
            raise attempts.too_dear(self.info, size, self.output, left, self.cuts)

    def _after(self, failure: CallFailed) -> None:
        """Prepare the next attempt, or give the seat up."""
        name = self.info.name
        wait = attempts.wait(self.info, failure, self.retries)
        if wait is not None:
            self.retries += 1
            self.wait = wait
            return
        if failure.kind == "overflow" and self._with_less("its context"):
            return
        if failure.kind == "length" and self.repairs < REPAIRS:
            self.repairs += 1
            self.wait = 0.0
            grown = min(self.info.max_output, self.output * 2)
            if grown == self.output:
                self.request = repaired(render(self.task), "(cut off)", f"it was cut off at {grown} tokens: be shorter")
            self.output = grown
            return
        if failure.kind == LATE:
            raise RunLate(f"{name}: late ({failure.reason})", OutOfTime)
        if failure.kind == OVERDUE:
            raise SeatFailure(f"{name}: late ({failure.reason})", OutOfTime)
        raise attempts.given_up(self.info, failure)

    def _repair(self, body: str, problem: str) -> None:
        if self.repairs >= REPAIRS:
            raise SeatFailure(f"{self.info.name}: no usable reply after {self.attempt} attempts ({problem})")
        self.repairs += 1
        self.wait = 0.0
        self.request = repaired(render(self.task), body, problem)

    def _fitted(self, task: Task) -> tuple[Task, Request]:
        """The task with as much of what it shows as the model's context holds beside the output, and its request."""
        context, shown, request = self.info.context, _shown(task), render(task)
        keep = len(shown)
        # Bytes are an upper bound of tokens; a third of it is still a careful guess for text in one script.
        while context is not None and keep > 1 and self._tokens(request) + self.output > context:
            keep = keep * 3 // 4
            request = render(_first(task, keep))
        if keep < len(shown):
            self._tell(shown[keep:], "its context")
            task = _first(task, keep)
        return task, request

    def _tokens(self, request: Request) -> int:
        return self.holder.backend.request_bytes(request) // 3

    def _with_less(self, why: str) -> bool:
        shown = _shown(self.task)
        if len(shown) < 2:
            return False
        keep = len(shown) // 2
        self._tell(shown[keep:], why)
        self.task = _first(self.task, keep)
        self.request = render(self.task)
        self.wait = 0.0
        return True

    def _tell(self, left: Shown, why: str) -> None:
        round = int(self.place[1 : self.place.index("/")])
        ids = tuple(each.id for each in left)
        of_pairs = isinstance(self.task, AlignTask)
        event = LeftOut(
            round=round,
            seat=self.holder.seat.id,
            task=self.task.task,
            passages=() if of_pairs else ids,
            pairs=ids if of_pairs else (),
            reason=f"did not fit {why}",
        )
        self.journal.emit(event, self.place)


def _shown(task: Task) -> Shown:
    """What a task can do with less of: passages, or pairs of claims."""
    if isinstance(task, PlanTask):
        return ()
    return task.pairs if isinstance(task, AlignTask) else task.passages


def _first(task: Task, keep: int) -> Task:
    if isinstance(task, PlanTask):
        return task
    field = "pairs" if isinstance(task, AlignTask) else "passages"
    return task.model_copy(update={field: _shown(task)[:keep]})
