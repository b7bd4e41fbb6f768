"""A seat may put a question to the person instead of a plan or a draft; the run waits until somebody answers.

A plan asks what is meant before drafts are paid for; a draft asks what only the evidence shows to be lacking. Later
tasks come in waves over one document, of which none should wait for a person. All of them have the answer.
"""

from __future__ import annotations

from collections.abc import Sequence

from moot.debate.ask import Missing, each, paid
from moot.errors import AllSeatsFailed, WaitsForAnswer
from moot.ledger.journal import Journal
from moot.models.seat import SeatHolder
from moot.words import Answered, Ask, Asked, DraftTask, PlanTask, Reply, SeatFailed

MOST = 2
"""Questions of one seat over one task; then it has to work with what it knows."""
LEFT_OPEN = "(nothing: go on as you think best)"
"""What a seat is told when the person answers without words."""
UNASKED = "it asked the person again instead of doing its task"


async def heard(holder: SeatHolder, task: PlanTask | DraftTask, round: int, journal: Journal) -> Reply | Missing:
    """The reply to a task, after the answers to what the seat asked. Raises `WaitsForAnswer` while there is none."""
    n = 0
    while True:
        now = task.model_copy(update={"may_ask": task.may_ask and n < MOST})
        (reply,) = paid(await each([(holder, now, n)], round, journal))
        if not isinstance(reply, Ask) or not now.may_ask:
            return _done(reply, holder, now, round, journal)
        _answered(holder.seat.id, now, reply.question, n, round, journal)
        n += 1


async def heard_together(
    asked: Sequence[tuple[SeatHolder, DraftTask]], round: int, journal: Journal
) -> list[Reply | Missing]:
    """The replies of several seats at once, of which one question is put to the person: the first in seat order.

    Who asked works with the answer to that; what the others have written is kept. Raises `WaitsForAnswer` while there
    is none. A seat that could not be paid for is missing.
    """
    replies = await each([(holder, task, 0) for holder, task in asked], round, journal)
    asking = [n for n, reply in enumerate(replies) if isinstance(reply, Ask) and asked[n][1].may_ask]
    again: list[tuple[SeatHolder, DraftTask, int]] = []
    if asking:
        first, (holder, task) = replies[asking[0]], asked[asking[0]]
        assert isinstance(first, Ask)
        _answered(holder.seat.id, task, first.question, 0, round, journal)
        again = [(asked[n][0], asked[n][1].model_copy(update={"may_ask": False}), 1) for n in asking]
    for n, reply in zip(asking, await each(again, round, journal), strict=True):
        replies[n] = reply
    return [_done(reply, holder, task, round, journal) for reply, (holder, task) in zip(replies, asked, strict=True)]


def _done(
    reply: Reply | Missing, holder: SeatHolder, task: PlanTask | DraftTask, round: int, journal: Journal
) -> Reply | Missing:
    """The reply, which is no question any more."""
    if not isinstance(reply, Ask):
        return reply
    journal.emit(SeatFailed(round=round, seat=holder.seat.id, task=task.task, reason=UNASKED))
    return Missing(UNASKED, AllSeatsFailed)


def _answered(seat: str, task: PlanTask | DraftTask, question: str, n: int, round: int, journal: Journal) -> None:
    """Puts the question and tells the answer, which every later task of the run has (`ask.said`)."""
    journal.emit(Asked(round=round, seat=seat, task=task.task, question=question))
    place = f"r{round}/answer/{seat}/{n}"
    if not journal.posted(place, "answer"):
        message = f"{seat} asks: {question} Answer with `moot answer {journal.run} TEXT`; until then the run waits."
        raise WaitsForAnswer(message, question)
    answer = "\n".join(journal.inbox(place, "answer")) or LEFT_OPEN
    journal.emit(Answered(round=round, seat=seat, answer=answer))
