"""A seat may put a question to the person before the work begins; the run waits until somebody answers.

Only the plan may ask: what is meant is to be known before drafts are paid for, and later tasks come in waves, of which
none should wait for a person.
"""

from __future__ import annotations

from moot.debate.ask import Missing, each, paid
from moot.errors import WaitsForAnswer
from moot.ledger.journal import Journal
from moot.models.seat import SeatHolder
from moot.words import Answered, Ask, Asked, PlanTask, Reply, Said

MOST = 2
"""Questions of one seat; then it has to work with what it knows."""


async def heard(holder: SeatHolder, task: PlanTask, journal: Journal) -> Reply | Missing:
    """The reply to a task, after the answers to what the seat asked. Raises `WaitsForAnswer` while there is none."""
    said: list[Said] = []
    while True:
        now = task.model_copy(update={"said": tuple(said), "may_ask": task.may_ask and len(said) < MOST})
        (reply,) = paid(await each([(holder, now, len(said))], 0, journal))
        if not isinstance(reply, Ask):
            return reply
        said.append(_answered(holder.seat.id, reply.question, len(said), journal))


def _answered(seat: str, question: str, n: int, journal: Journal) -> Said:
    journal.emit(Asked(round=0, seat=seat, task="plan", question=question))
    place = f"r0/answer/{seat}/{n}"
    if not journal.posted(place, "answer"):
        message = f"{seat} asks: {question} Answer with `moot answer {journal.run} TEXT`; until then the run waits."
        raise WaitsForAnswer(message, question)
    answer = "\n".join(journal.inbox(place, "answer")) or "(nothing: go on as you think best)"
    journal.emit(Answered(round=0, seat=seat, answer=answer))
    return Said(question=question, answer=answer)
