"""Asking seats: a wave of tasks at once, results in seat order; a seat that fails is named and the rest go on."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from moot.debate import pointed
from moot.errors import MootError, OverBudget, SeatFailure
from moot.ledger.journal import Journal
from moot.models.seat import SeatHolder
from moot.words import Answered, Asked, Event, Judgement, Reply, Response, Said, SeatFailed, Task

Answering = TypeVar("Answering", Response, Judgement)


@dataclass(frozen=True)
class Missing:
    """No reply: why, and the error to end with if nobody else can stand in."""

    reason: str
    error: type[MootError]


async def ask(holder: SeatHolder, task: Task, round: int, journal: Journal) -> Reply | Missing:
    return (await wave([holder], task, round, journal))[0]


async def wave(holders: Sequence[SeatHolder], task: Task, round: int, journal: Journal) -> list[Reply | Missing]:
    """The replies of all holders to one task, in seat order. Raises `OverBudget` once every call has settled."""
    return paid(await each([(holder, task, 0) for holder in holders], round, journal))


async def parts(holder: SeatHolder, tasks: Sequence[Task], round: int, journal: Journal) -> list[Reply | Missing]:
    """The replies of one holder to the parts of a task, in their order. Raises `OverBudget` as `wave` does."""
    return paid(await each([(holder, task, n) for n, task in enumerate(tasks)], round, journal))


async def each(asked: Sequence[tuple[SeatHolder, Task, int]], round: int, journal: Journal) -> list[Reply | Missing]:
    """The replies to tasks of their own, in the order given; the number tells parts of one holder's task apart.

    Whatever the person has answered in the run so far goes with the question, whoever had asked. A seat that could not
    be paid for is missing too: `paid` makes an error of it.
    """
    told = {"said": said(journal.told)}
    asked = [(holder, task.model_copy(update=told), n) for holder, task, n in asked]
    calls = (holder.answer(task, f"r{round}/{task.task}/{holder.seat.id}/{n}", journal) for holder, task, n in asked)
    results = await asyncio.gather(*calls, return_exceptions=True)
    replies: list[Reply | Missing] = []
    for (holder, task, _), result in zip(asked, results, strict=True):
        if isinstance(result, SeatFailure):
            journal.emit(SeatFailed(round=round, seat=holder.seat.id, task=task.task, reason=result.reason))
            replies.append(Missing(result.reason, result.error))
        elif isinstance(result, OverBudget):
            replies.append(Missing(str(result), OverBudget))
        elif isinstance(result, BaseException):
            raise result
        else:
            for noticed in pointed.at(result, task, holder.seat.id, journal.told):
                journal.emit(noticed)
            replies.append(result)
    return replies


def said(events: Sequence[Event]) -> tuple[Said, ...]:
    """What the person answered, with what was asked: no question is put before the one before it is answered."""
    questions = (event.question for event in events if isinstance(event, Asked))
    answers = (event.answer for event in events if isinstance(event, Answered))
    return tuple(Said(question=question, answer=answer) for question, answer in zip(questions, answers, strict=False))


def firsts(replies: Iterable[Answering]) -> dict[str, Answering]:
    """The first reply to each challenge, in their order."""
    found: dict[str, Answering] = {}
    for reply in replies:
        found.setdefault(reply.challenge, reply)
    return found


def paid(replies: list[Reply | Missing]) -> list[Reply | Missing]:
    """The replies. Raises `OverBudget` if one of them could not be paid for."""
    for reply in replies:
        if isinstance(reply, Missing) and reply.error is OverBudget:
            raise OverBudget(reply.reason)
    return replies
