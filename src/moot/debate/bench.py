"""A judge who is asked twice, in both orders, and does not see whose claim is whose. A ruling that turns round with the
order is none: then the evidence alone decides, or the claim stays contested.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from moot.debate.ask import paid, parts
from moot.debate.drafts import only
from moot.debate.masks import Mask
from moot.debate.rulings import Court
from moot.ledger.journal import Journal
from moot.models.seat import SeatHolder
from moot.words import Challenge, Claim, Judgement, Judgements, Passage, Response, RuleTask, Ruling, Source, Verdict

FLIPPED = "judge undecided: it ruled otherwise when the order was turned round"


@dataclass(frozen=True)
class Bench:
    """The judge of several authors, or nobody: then only evidence rules."""

    judge: SeatHolder | None
    seed: int
    question: str
    sources: tuple[Source, ...]

    async def rule(
        self,
        round: int,
        court: Court,
        passages: tuple[Passage, ...],
        challenges: Sequence[Challenge],
        responses: Mapping[str, Response],
        rivals: Mapping[str, Claim],
        journal: Journal,
    ) -> dict[str, Ruling]:
        """A ruling for each challenge that evidence did not decide. `rivals`: the claim that a challenge sets against
        the one it names, by challenge.
        """
        first, turned = await self._words(round, court, passages, challenges, responses, rivals, journal)
        return {
            each.id: self._ruling(court, each, responses.get(each.id), first.get(each.id), turned.get(each.id))
            for each in challenges
        }

    async def _words(
        self,
        round: int,
        court: Court,
        passages: tuple[Passage, ...],
        challenges: Sequence[Challenge],
        responses: Mapping[str, Response],
        rivals: Mapping[str, Claim],
        journal: Journal,
    ) -> tuple[dict[str, Judgement], dict[str, Judgement]]:
        """What the judge said in the one order and in the other; nothing where there is no judge, or it failed."""
        if self.judge is None:
            return {}, {}
        named = [
            *(each.claim for each in challenges if each.claim),
            *(rivals[each.id].id for each in challenges if each.id in rivals),
        ]
        draft = only(court.draft, named)
        shown = [claim.id for claim in draft.claims()]
        mask = Mask.of(self.seed, f"r{round}/{self.judge.seat.id}", shown, [each.id for each in challenges])
        ordered = sorted(challenges, key=lambda each: int(mask.shown[each.id][1:]))
        tasks = [
            mask.on(
                RuleTask(
                    question=self.question,
                    sources=self.sources,
                    passages=passages,
                    draft=draft,
                    findings=tuple(finding for finding in court.findings if finding.claim in set(shown)),
                    challenges=tuple(order),
                    responses=tuple(responses[each.id] for each in order if each.id in responses),
                )
            )
            for order in (ordered, ordered[::-1])
        ]
        replies = paid(list(await parts(self.judge, tasks, round, journal)))
        first, turned = (
            {each.challenge: each for each in mask.off(reply).judgements} if isinstance(reply, Judgements) else {}
            for reply in replies
        )
        return first, turned

    def _ruling(
        self,
        court: Court,
        challenge: Challenge,
        response: Response | None,
        first: Judgement | None,
        turned: Judgement | None,
    ) -> Ruling:
        name = self.judge.seat.id if self.judge else ""
        sides = court.sides(challenge, response)
        one, other = (court.by_judge(challenge, name, word, sides) for word in (first, turned))
        if {one.verdict, other.verdict} == {Verdict.UPHELD, Verdict.DISMISSED}:
            return court.ruling(challenge, Verdict.UNDECIDED, FLIPPED, sides)
        return other if other.verdict is Verdict.UNDECIDED else one


def by_weight(court: Court, challenge: Challenge, rival: Claim, ruling: Ruling) -> Ruling:
    """Where nobody decided between two claims: the evidence alone, if it bears out one of them and not the other."""
    if ruling.verdict is not Verdict.UNDECIDED or challenge.claim is None:
        return ruling
    own, other = court.weighed(challenge.claim), court.weighed(rival.id)
    if not (own.settled and other.settled) or own.supported == other.supported:
        return ruling
    verdict = Verdict.DISMISSED if own.supported else Verdict.UPHELD
    likely = f"the evidence bears out the other claim: {other.probability:.0%} likely against {own.probability:.0%}"
    if own.supported:
        likely = f"the evidence bears out this claim: {own.probability:.0%} likely against {other.probability:.0%}"
    return court.ruling(challenge, verdict, f"{ruling.reason}; {likely}", ruling.places)
