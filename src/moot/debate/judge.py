"""A judge who is asked twice, in both orders, and does not see whose claim is whose. A ruling that turns round with the
order is none: then the evidence alone decides, or the claim stays contested.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from moot.debate.ask import Missing, each, firsts
from moot.debate.drafts import followed, only
from moot.debate.masks import Mask
from moot.debate.rulings import EVIDENCE, Court
from moot.evidence.library import Library
from moot.ledger.journal import Journal
from moot.models.seat import SeatHolder
from moot.verify.wording import joined
from moot.words import (
    Challenge,
    Claim,
    Judgement,
    Judgements,
    Passage,
    Reply,
    Response,
    RuleTask,
    Ruling,
    Verdict,
)

FLIPPED = "judge undecided: it ruled otherwise when the order was turned round"


@dataclass(frozen=True)
class Judge:
    """Of several authors; or nobody, and then only evidence rules."""

    holder: SeatHolder | None
    seed: int
    question: str
    library: Library

    async def rule(
        self,
        round: int,
        court: Court,
        passages: tuple[Passage, ...],
        challenges: Sequence[Challenge],
        responses: Mapping[str, Response],
        rivals: Mapping[str, Claim],
        journal: Journal,
    ) -> tuple[dict[str, Ruling], list[Reply | Missing]]:
        """A ruling for each challenge that evidence did not decide, and what the judge was heard to say.

        `rivals`: the claim that a challenge sets against the one it names, by challenge.
        """
        if self.holder is None:
            replies, mask = [], Mask({})
        else:
            tasks, mask = self._tasks(round, court, passages, challenges, responses, rivals, self.holder.seat.id)
            asked = [(self.holder, task, n) for n, task in enumerate(tasks)]
            replies = await each(asked, round, journal)
        first, turned = (_words(replies[n], mask) if replies else {} for n in range(2))
        rulings = {
            one.id: self._ruling(court, one, responses.get(one.id), first.get(one.id), turned.get(one.id))
            for one in challenges
        }
        return rulings, replies

    def _tasks(
        self,
        round: int,
        court: Court,
        passages: tuple[Passage, ...],
        challenges: Sequence[Challenge],
        responses: Mapping[str, Response],
        rivals: Mapping[str, Claim],
        judge: str,
    ) -> tuple[list[RuleTask], Mask]:
        """The disputes in the one order and in the other, and the numbers that they are shown under."""
        named = [
            *(each.claim for each in challenges if each.claim),
            *(rivals[each.id].id for each in challenges if each.id in rivals),
        ]
        draft = only(court.draft, named) if all(each.claim for each in challenges) else court.draft
        shown = [*(claim.id for claim in draft.claims()), *followed(draft)]
        mask = Mask.of(self.seed, f"r{round}/{judge}", shown, [each.id for each in challenges])
        ordered = sorted(challenges, key=lambda each: mask.number(each.id))
        tasks = [
            RuleTask(
                question=self.question,
                sources=self.library.sources,
                passages=passages,
                draft=draft,
                findings=tuple(finding for finding in court.findings if finding.claim in set(shown)),
                challenges=tuple(order),
                responses=tuple(responses[each.id] for each in order if each.id in responses),
            )
            for order in (ordered, ordered[::-1])
        ]
        mask = mask.clear_of(tasks[0])
        return [mask.on(task) for task in tasks], mask

    def _ruling(
        self,
        court: Court,
        challenge: Challenge,
        response: Response | None,
        first: Judgement | None,
        turned: Judgement | None,
    ) -> Ruling:
        name = self.holder.seat.id if self.holder else ""
        sides = court.sides(challenge, response)
        one, other = (court.by_judge(challenge, name, word, sides) for word in (first, turned))
        if {one.verdict, other.verdict} == {Verdict.UPHELD, Verdict.DISMISSED}:
            return court.ruling(challenge, Verdict.UNDECIDED, FLIPPED, sides)
        return other if other.verdict is Verdict.UNDECIDED else one


def _words(reply: Reply | Missing, mask: Mask) -> dict[str, Judgement]:
    return firsts(mask.off(reply).judgements) if isinstance(reply, Judgements) else {}


def by_weight(court: Court, challenge: Challenge, rival: Claim, ruling: Ruling) -> Ruling:
    """Where nobody decided between two claims: the evidence alone, if it bears out one of them and not the other.

    That a judge calls both sides good is a word too: then both stand.
    """
    if ruling.verdict is not Verdict.UNDECIDED or ruling.by != EVIDENCE or challenge.claim is None:
        return ruling
    own, other = court.weighed(challenge.claim), court.weighed(rival.id)
    if not (own.settled and other.settled) or own.supported == other.supported:
        return ruling
    verdict = Verdict.DISMISSED if own.supported else Verdict.UPHELD
    likely = f"the evidence bears out the other claim: {other.probability:.0%} likely against {own.probability:.0%}"
    if own.supported:
        likely = f"the evidence bears out this claim: {own.probability:.0%} likely against {other.probability:.0%}"
    return court.ruling(challenge, verdict, joined((ruling.reason, likely)), ruling.places)
