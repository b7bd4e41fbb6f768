"""What the open web tells after the drafts were written is not left unused: one seat reviews the document by it.

In a critique that is what reviewers are for. In a council nobody else would look for what all drafts lack, so a seat is
asked that did not give the document its sections, of another family where there is one. What it objects to is argued
with the rest; what it finds missing is added by the author of those sections, if it quotes what the draft should have
used.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from moot.debate.ask import ask
from moot.debate.assembly import Party
from moot.debate.drafts import followed
from moot.debate.masks import Mask
from moot.debate.rulings import EVIDENCE
from moot.words import (
    Challenge,
    Challenged,
    ChallengeKind,
    Challenges,
    ChallengeTask,
    Draft,
    Ruled,
    Ruling,
    Verdict,
)

if TYPE_CHECKING:
    from moot.debate.hearing import Hearing

MOST = 8
"""Challenges of one seat in one review."""
NO_CLAIM = "it names no claim of the document, and says of none that it is missing"


async def reviewed(hearing: Hearing, round: int) -> list[Challenge]:
    """What the first seat that answers objects to; nothing where only one seat is left."""
    await hearing.on_time("challenge")
    hearing.unseen = False
    for party in _reviewers(hearing):
        ids = [*(claim.id for claim in hearing.draft.claims()), *followed(hearing.draft)]
        settled = ruled_on(hearing, hearing.draft)
        task = ChallengeTask(
            question=hearing.case.question,
            plan=hearing.aspects,
            sources=hearing.sources,
            passages=hearing.evidence.passages,
            draft=hearing.draft,
            findings=tuple(hearing.on(hearing.draft)),
            settled=tuple(settled.values()),
            rulings=tuple(hearing.ruled[id] for id in settled if id in hearing.ruled),
            web=hearing.searching,
        )
        mask = Mask.of(hearing.seed, f"r{round}/review/{party.id}", ids, settled).clear_of(task)
        reply = await ask(party.holder, mask.on(task), round, hearing.journal)
        if isinstance(reply, Challenges):
            return admitted(hearing, round, party, mask.off(reply).challenges, hearing.claims, NO_CLAIM)
    return []


def ruled_on(hearing: Hearing, draft: Draft) -> dict[str, Challenge]:
    """The challenges of before to what a draft still says, whoever raised them, and what was found missing."""
    there = {None, *(claim.id for claim in draft.claims())}
    return {id: each for id, each in hearing.argued.items() if each.claim in there}


def _reviewers(hearing: Hearing) -> list[Party]:
    base = hearing.merging().base
    family = {party.letter: party.holder.seat.family for party in hearing.parties}
    others = [party for party in hearing.parties if party.letter != base]
    return sorted(others, key=lambda party: family[party.letter] == family[base])


def admitted(
    hearing: Hearing,
    round: int,
    by: Party,
    challenges: Sequence[Challenge],
    hears: Collection[str],
    otherwise: str,
    missing: bool = True,
) -> list[Challenge]:
    """The challenges that are heard, under ids of the record; the rest is told, and dismissed for the reason given.

    `hears`: the claims that may be challenged; `missing`: whether it is heard that something is missing.
    """
    found: list[Challenge] = []
    for n, challenge in enumerate(challenges[:MOST], 1):
        named = challenge.model_copy(update={"id": f"r{round}.{by.id}.x{n}", "by": by.id})
        absent = named.claim is None and named.kind is ChallengeKind.MISSING
        if (missing and absent) or named.claim in hears:
            found.append(named)
            continue
        hearing.journal.emit(Challenged(round=round, challenge=named))
        ruling = Ruling(challenge=named.id, claim=None, by=EVIDENCE, verdict=Verdict.DISMISSED, reason=otherwise)
        hearing.journal.emit(Ruled(round=round, ruling=ruling))
    return found
