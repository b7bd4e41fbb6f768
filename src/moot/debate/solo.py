"""The solo protocol, a baseline: one author drafts, the checks say what holds, nobody challenges."""

from __future__ import annotations

from collections.abc import Sequence

from moot.debate.argument import Argument
from moot.debate.web import Lookout
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
    """Draft and check; raises as `critique.run` does."""
    argument = Argument(case, holders, library, referee, journal, lookout)
    await argument.begin()
    await argument.plan()
    await argument.open()
    await argument.close("one author drafted")
