"""The council protocol: several seats draft in private, and argue only what is contested between their drafts.

    plan → drafts → findings → clusters → one document → ⟲ challenges → responses → rulings → revisions → answer

It stops when nothing is contested, when no ruling changed anything, or at a cap on rounds, time or money.
"""

from __future__ import annotations

from collections.abc import Sequence

from moot.debate.critique import capped
from moot.debate.hearing import Hearing
from moot.debate.web import Lookout
from moot.errors import OutOfTime, OverBudget
from moot.evidence.library import Library
from moot.ledger.journal import Journal
from moot.models.seat import SeatHolder
from moot.verify.referee import Referee
from moot.words import Case


async def run(
    case: Case,
    holders: Sequence[SeatHolder],
    library: Library,
    referee: Referee,
    journal: Journal,
    lookout: Lookout | None = None,
) -> None:
    """Argue the case to its end; all that happens is told to the journal.

    Raises `AllSeatsFailed` (or what the failures mean, such as `AccessDenied`) when no seat made a draft, `OverBudget`
    or `OutOfTime` when the money was spent or the deadline passed before there was one.
    """
    hearing = Hearing(case, holders, library, referee, journal, lookout)
    await hearing.begin()
    await hearing.plan()
    hearing.convene()
    await hearing.open()
    await hearing.compare(1)
    await argue(hearing, case)


async def argue(hearing: Hearing, case: Case) -> None:
    """Rounds until nothing is contested or a cap is met; then the answer."""
    try:
        ended = ""
        hearing.require_paid()
        for round in range(1, case.caps.rounds + 1):
            ended = await hearing.round(round)
            if ended:
                break
        else:
            ended = hearing.settled(case.caps.rounds + 1)
        await hearing.compose()
    except (OverBudget, OutOfTime) as error:
        return await hearing.close(str(error), capped=True)
    await hearing.close(ended or capped(case), capped=not ended)
