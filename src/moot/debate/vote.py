"""The vote protocol, a baseline: several drafts, and what more than half of them assert stands; nothing is argued.

Self-consistency (Wang et al. 2022, arXiv:2203.11171), claim by claim instead of answer by answer.
"""

from __future__ import annotations

from collections.abc import Sequence

from moot.debate.assembly import Assembly
from moot.debate.clusters import asserting
from moot.debate.web import Lookout
from moot.errors import OutOfTime, OverBudget
from moot.evidence.library import Library
from moot.ledger.journal import Journal
from moot.models.seat import SeatHolder
from moot.verify.referee import Referee
from moot.words import Case


class Poll(Assembly):
    """An assembly whose document holds what the majority says."""

    def elect(self) -> None:
        """Leave out the claims that no more than half of the drafts make."""
        for cluster, letters in zip(self.clusters, asserting(self.clusters), strict=True):
            if 2 * len(letters) <= len(self.parties):
                self.lost |= {member.claim for member in cluster.members}


async def run(
    case: Case,
    holders: Sequence[SeatHolder],
    library: Library,
    referee: Referee,
    journal: Journal,
    lookout: Lookout | None = None,
) -> None:
    """Draft, align, count; raises as `council.run` does."""
    poll = Poll(case, holders, library, referee, journal, lookout)
    await poll.begin()
    await poll.plan()
    poll.convene()
    await poll.open()
    await poll.align(1)
    poll.elect()
    await poll.tell(1)
    try:
        poll.require_paid()
        await poll.compose()
    except (OverBudget, OutOfTime) as error:
        return await poll.close(str(error), capped=True)
    await poll.close("the drafts were counted")
