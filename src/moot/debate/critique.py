"""The critique protocol: one author drafts, reviewers challenge, evidence (and a judge) rule, the author revises.

    plan → gather → draft → ⟲ findings → challenges → responses → rulings → next draft

With `swap`, author and reviewer change places after each round. It stops when no challenge is upheld, when a round
changes nothing, or at a cap on rounds, time or money; then the best draft so far stands, with the findings of its own
text.
"""

from __future__ import annotations

from collections.abc import Sequence

from moot.debate.argument import Argument
from moot.debate.web import Lookout
from moot.errors import OutOfTime, OverBudget
from moot.evidence.library import Library
from moot.ledger.journal import Journal
from moot.models.seat import SeatHolder
from moot.verify.referee import Referee
from moot.words import Case


async def plan(
    case: Case, holders: Sequence[SeatHolder], library: Library, journal: Journal, lookout: Lookout | None
) -> None:
    """Only the plan and the first searches."""
    argument = Argument(case, holders, library, Referee([]), journal, lookout)
    await argument.begin()
    await argument.plan()


async def run(
    case: Case,
    holders: Sequence[SeatHolder],
    library: Library,
    referee: Referee,
    journal: Journal,
    lookout: Lookout | None = None,
) -> None:
    """Argue the case to its end; all that happens is told to the journal.

    Raises `AllSeatsFailed` (or what the author's failure means, such as `AccessDenied`) when no draft could be made,
    `OverBudget` or `OutOfTime` when the money was spent or the deadline passed before there was one.
    """
    argument = Argument(case, holders, library, referee, journal, lookout)
    await argument.begin()
    await argument.plan()
    await argument.open()
    try:
        for round in range(1, case.caps.rounds + 1):
            ended = await argument.round(round)
            if ended:
                return await argument.close(ended)
            if case.swap:
                argument.swap()
    except (OverBudget, OutOfTime) as error:
        return await argument.close(str(error), capped=True)
    await argument.close(capped(case), capped=True)


def capped(case: Case) -> str:
    """How a run ends that had no more rounds."""
    return f"the cap of {case.caps.rounds} {'round' if case.caps.rounds == 1 else 'rounds'} was reached"
