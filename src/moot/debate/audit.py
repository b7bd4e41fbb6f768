"""The audit protocol: the author is a file. Its claims are checked, challenged and ruled on; nobody answers for it.

    draft (read from the file) → findings → challenges of the checks, and of a reviewer if there is one → rulings

Where a judge is seated, it rules on what the gates leave open; else the findings on a claim are weighed against one
another. Nothing is revised.
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


async def run(
    case: Case,
    holders: Sequence[SeatHolder],
    library: Library,
    referee: Referee,
    journal: Journal,
    lookout: Lookout | None = None,
) -> None:
    """Audit the file that holds the author's seat; all that happens is told to the journal."""
    argument = Argument(case, holders, library, referee, journal, lookout)
    await argument.begin()
    await argument.open()
    try:
        await argument.hear(1)
    except (OverBudget, OutOfTime) as error:
        return await argument.close(str(error), capped=True)
    await argument.close("every claim was looked at")
