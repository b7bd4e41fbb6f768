"""A finished run goes on because somebody asks for more: `moot extend RUN "dig into X"`.

The instruction becomes a challenge by a person that something is missing, upheld because it was asked for. The author
adds what the evidence says of it, after a search; then it is argued like anything else: by the reviewers of a critique,
by the other authors where several drafted.
"""

from __future__ import annotations

from collections.abc import Sequence

from moot.debate.argument import Argument, taken_out
from moot.debate.critique import capped
from moot.debate.web import Lookout
from moot.errors import OutOfTime, OverBudget
from moot.evidence.library import Library
from moot.ledger.journal import Journal
from moot.models.seat import SeatHolder
from moot.verify.referee import Referee
from moot.words import Case, Challenged, Drafted, Edited, Event, Gathered, Planned, Ruled


async def go_on(
    case: Case,
    holders: Sequence[SeatHolder],
    library: Library,
    referee: Referee,
    journal: Journal,
    lookout: Lookout | None,
) -> None:
    """Follow every instruction that has come, in the order of coming; without any, nothing happens."""
    number = 1
    while journal.posted(place := f"extend/{number}", "instruction"):
        for text in journal.inbox(place, "instruction"):
            argument = Argument(case, holders, library, referee, journal, lookout)
            if not argument.reviewers:
                argument.reviewers = argument.others
            _recall(argument, journal.told)
            if lookout is not None:
                lookout.anew()
            await _follow(argument, text)
        number += 1


async def _follow(argument: Argument, text: str) -> None:
    try:
        ended = await argument.add(text)
        for _ in range(argument.case.caps.rounds if not ended and argument.reviewers else 0):
            ended = await argument.round(argument.at + 1)
            if ended:
                break
    except (OverBudget, OutOfTime) as error:
        return await argument.close(str(error), capped=True)
    await argument.close(ended or (capped(argument.case) if argument.reviewers else "what was asked for was added"))


def _recall(argument: Argument, events: Sequence[Event]) -> None:
    """What the run came to, from what it told."""
    for event in events:
        argument.at = max(argument.at, getattr(event, "round", 0))
        if isinstance(event, Planned):
            argument.aspects = event.plan
        elif isinstance(event, Gathered):
            argument.evidence.recall(event)
        elif isinstance(event, Drafted):
            argument.draft = argument.told = event.draft
            argument.ids |= {claim.id for claim in event.draft.claims()}
        elif isinstance(event, Edited):
            argument.fallen += taken_out(event)
        elif isinstance(event, Challenged):
            argument.settled[event.challenge.id] = event.challenge
        elif isinstance(event, Ruled):
            argument.ruled[event.ruling.challenge] = event.ruling
    argument.settled = {id: each for id, each in argument.settled.items() if id in argument.ruled}
    argument.evidence.show([quote.passage for claim in argument.draft.claims() for quote in claim.citations])
