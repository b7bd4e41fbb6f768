"""Several authors argue what is contested between their drafts, round by round.

    challenges → responses → rulings → revisions → compared again

Whoever is asked is shown claims and challenges under numbers that tell nothing of whose they are.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from decimal import Decimal

from pydantic import TypeAdapter

from moot.debate import contested, doubts, revision
from moot.debate.ask import each, paid
from moot.debate.assembly import Assembly, Party, as_draft, quotes
from moot.debate.bench import Bench, by_weight
from moot.debate.contested import Rivals, letter, rivals
from moot.debate.drafts import only
from moot.debate.masks import Mask
from moot.debate.positions import change
from moot.debate.proceedings import digest
from moot.debate.rulings import EVIDENCE, Court
from moot.evidence.library import Library
from moot.ledger.calls import Answer
from moot.ledger.journal import Journal
from moot.models.seat import SeatHolder
from moot.verify.referee import Referee
from moot.words import (
    Action,
    Case,
    Challenge,
    Challenged,
    Citation,
    Claim,
    Draft,
    Edit,
    Edited,
    Moved,
    Outcome,
    Responded,
    RespondTask,
    Response,
    Responses,
    ReviseTask,
    Revision,
    Role,
    Ruled,
    Ruling,
    Verdict,
)

RULINGS = TypeAdapter(list[Ruling | None])
BOTH = "judge undecided: it ruled against both sides of a contradiction"
STANDS = "it stands by what it quotes"
"""What is said for a claim whose author said nothing that counts."""


class Hearing(Assembly):
    """An assembly that argues."""

    def __init__(
        self, case: Case, holders: Sequence[SeatHolder], library: Library, referee: Referee, journal: Journal
    ) -> None:
        super().__init__(case, holders, library, referee, journal)
        judge = next((holder for holder in holders if holder.seat.role is Role.JUDGE), None)
        self.bench = Bench(judge, self.seed, case.question, self.sources)
        self.undecided: set[tuple[str, str]] = set()
        """Rivals that were ruled on, and neither fell."""
        self.said: dict[tuple[str, str], Response] = {}
        """(claim, rival) → what was last said for the claim."""

    # --- one round --------------------------------------------------------------------------------------------------

    async def round(self, round: int) -> str:
        """Argue what is contested. Returns why the argument ended, or ''."""
        self.at = round
        return await self.argue(round, [])

    def _rivals(self, round: int, others: Sequence[Challenge]) -> list[tuple[Challenge, Rivals]]:
        """The two sides of what the drafts contradict each other in, but where somebody challenged both already."""
        named = {challenge.claim for challenge in others}
        pairs = [pair for pair in rivals(self.merging()) if self._is_open(pair) and not named.issuperset(pair.key)]
        seats = {party.letter: party.id for party in self.parties}
        return contested.raised(round, pairs, seats, self.said, self.quotes)

    def _is_open(self, pair: Rivals) -> bool:
        """Not ruled on, or left undecided with something said since."""
        sides = ((pair.one.id, pair.other.id), (pair.other.id, pair.one.id))
        again = pair.key not in self.undecided or any(side in self.said for side in sides)
        return again and pair.key not in self.compatible

    def _doubts(self, round: int, others: Sequence[Challenge]) -> list[Challenge]:
        """Challenges of the checks to what stands in the document, but those that were ruled on before."""
        found = [finding for claim in self.draft.claims() for finding in self.on(claim)]
        before = {(each.claim, each.kind, each.grounds) for each in self.argued.values()}
        raised = doubts.raised(round, self.draft, found, others)
        return [each for each in raised if (each.claim, each.kind, each.grounds) not in before]

    async def argue(self, round: int, raised: Sequence[Challenge]) -> str:
        """Answers, rulings and revisions, on what seats raised, what the drafts contradict each other in, and what
        the checks doubt.
        """
        between = self._rivals(round, raised)
        rivals = {challenge.id: pair for challenge, pair in between}
        challenges = [*raised, *(challenge for challenge, _ in between)]
        challenges += self._doubts(round, challenges)
        if not challenges:
            return "nothing is contested"
        for challenge in challenges:
            self.journal.emit(Challenged(round=round, challenge=challenge))
            self.evidence.show([citation.passage for citation in challenge.citations])
        self.argued |= {challenge.id: challenge for challenge in challenges}
        await self.on_time("respond")
        responses = await self._responses(round, challenges, rivals)
        await self.on_time("rule")
        rulings = await self._rulings(round, challenges, responses, rivals)
        self.ruled |= rulings
        changed = self._settle(round, rulings, responses, rivals)
        upheld = [each for each in challenges if each.id not in rivals and self._to_mend(each, rulings)]
        if upheld:
            await self.on_time("revise")
            changed |= await self._revise(round, upheld, rulings)
        if not changed:
            return "no ruling changed anything"
        await self.compare(round + 1)
        return ""

    async def _responses(
        self, round: int, challenges: Sequence[Challenge], rivals: Mapping[str, Rivals]
    ) -> dict[str, Response]:
        """One answer to each challenge, by the seat whose claim it names; and what stands for who gave none."""
        asked: list[tuple[Party, RespondTask, Mask]] = []
        for party in self.parties:
            own = [each for each in challenges if letter(each.claim or "") == party.letter]
            if own:
                draft, mask = self._shown(round, party, own)
                task = RespondTask(
                    question=self.case.question,
                    sources=self.sources,
                    passages=self.evidence.passages,
                    draft=draft,
                    findings=tuple(finding for claim in draft.claims() for finding in self.on(claim)),
                    challenges=_in_order(own, mask),
                )
                asked.append((party, mask.on(task), mask))
        replies = paid(await each([(party.holder, task, 0) for party, task, _ in asked], round, self.journal))
        by_id = {challenge.id: challenge for challenge in challenges}
        said: dict[str, Response] = {}
        for (party, _, mask), reply in zip(asked, replies, strict=True):
            if isinstance(reply, Responses):
                for response in mask.off(reply).responses:
                    challenge = by_id.get(response.challenge)
                    if challenge is not None and letter(challenge.claim or "") == party.letter:
                        said[challenge.id] = self._heard(round, party, challenge, response)
        return said | {id: self._defended(by_id[id], pair, said.get(id)) for id, pair in rivals.items()}

    def _shown(self, round: int, party: Party, challenges: Sequence[Challenge]) -> tuple[Draft, Mask]:
        """As much of its own draft as the challenges reach, and the numbers that it is shown under."""
        draft = only(party.draft, [each.claim for each in challenges if each.claim])
        ids = [claim.id for claim in draft.claims()]
        return draft, Mask.of(self.seed, f"r{round}/{party.id}", ids, [each.id for each in challenges])

    def _heard(self, round: int, party: Party, challenge: Challenge, response: Response) -> Response:
        """The answer as told; a change of position beside it, accepted or refused."""
        response = response.model_copy(update={"by": party.id})
        self.journal.emit(Responded(round=round, response=response))
        claim = self.claim(challenge.claim)
        moved = claim and change(response, claim, self.on(claim), self.library)
        if moved and claim:
            self.journal.emit(
                Moved(
                    round=round,
                    seat=party.id,
                    claim=claim.id,
                    challenge=challenge.id,
                    action=response.action,
                    grounds=response.grounds,
                    places=moved.places,
                    refused=moved.refused,
                )
            )
        if moved and moved.refused:
            return response.model_copy(update={"action": Action.REBUT, "citations": ()})
        return response

    def _defended(self, challenge: Challenge, pair: Rivals, said: Response | None) -> Response:
        """What is said for a claim against its rival: its own quotes always count for it.

        A claim that every check bears out is not given up by its author alone: then the sources disagree, and a judge
        or the reader is shown both.
        """
        claim = pair.named(challenge.claim or "")
        silent = Response(challenge=challenge.id, action=Action.REBUT, grounds=STANDS)
        said = said or silent
        if said.action is Action.REBUT or self._borne_out(claim):
            quotes = dict.fromkeys((*said.citations, *self.quotes(claim)))
            said = said.model_copy(update={"action": Action.REBUT, "citations": tuple(quotes)})
        self.said[claim.id, pair.against(claim.id).id] = said
        return said

    def _borne_out(self, claim: Claim) -> bool:
        found = self.on(claim)
        return bool(claim.citations) and bool(found) and all(each.outcome is Outcome.HOLDS for each in found)

    def quotes(self, claim: Claim) -> tuple[Citation, ...]:
        """Of a claim; of an inference those of what it follows from."""
        return quotes(next(each.draft for each in self.parties if each.letter == letter(claim.id)), claim)

    async def _rulings(
        self,
        round: int,
        challenges: Sequence[Challenge],
        responses: Mapping[str, Response],
        rivals: Mapping[str, Rivals],
    ) -> dict[str, Ruling]:
        claims = [claim for party in self.parties for claim in party.draft.claims()]
        found = [finding for claim in claims for finding in self.on(claim)]
        court = Court(as_draft(claims), found, self.library, self.referee)

        async def do() -> Answer:
            ruled = await asyncio.to_thread(
                lambda: [court.by_evidence(each, responses.get(each.id)) for each in challenges]
            )
            return Answer(body=RULINGS.dump_json(ruled).decode())

        asked = "\n".join(each.model_dump_json() for each in (*challenges, *responses.values()))
        answer = await self.journal.once(f"r{round}/rule/evidence/0", digest(asked), Decimal(0), do)
        decided = dict(zip((each.id for each in challenges), RULINGS.validate_json(answer.body), strict=True))
        open_ = [each for each in challenges if decided[each.id] is None]
        against = {id: pair.against(self.argued[id].claim or "") for id, pair in rivals.items()}
        rulings = {id: ruling for id, ruling in decided.items() if ruling is not None}
        if open_:
            rulings |= await self.bench.rule(
                round, court, self.evidence.passages, open_, responses, against, self.journal
            )
        rulings = {each.id: rulings[each.id] for each in challenges}
        both = contested.fallen_together(rulings, rivals, EVIDENCE)
        rulings |= {id: court.ruling(self.argued[id], Verdict.UNDECIDED, BOTH, rulings[id].places) for id in both}
        rulings |= {id: by_weight(court, self.argued[id], rival, rulings[id]) for id, rival in against.items()}
        for ruling in rulings.values():
            self.journal.emit(Ruled(round=round, ruling=ruling))
        return rulings

    def _settle(
        self,
        round: int,
        rulings: Mapping[str, Ruling],
        responses: Mapping[str, Response],
        rivals: Mapping[str, Rivals],
    ) -> bool:
        """Take out what fell; note which rivals stand side by side. True if anything fell."""
        fallen: dict[str, str] = {}
        for id, ruling in rulings.items():
            upheld = ruling.verdict is Verdict.UPHELD and ruling.claim is not None
            response = responses.get(id)
            if upheld and id in rivals:
                fallen |= dict.fromkeys(self._cluster(ruling.claim or ""), id)
            elif upheld and response is not None and response.action is Action.WITHDRAW:
                fallen[ruling.claim or ""] = id
        for pair in dict.fromkeys(rivals.values()):
            verdicts = [rulings[id].verdict for id, each in rivals.items() if each is pair]
            if Verdict.UPHELD not in verdicts:
                both = all(verdict is Verdict.DISMISSED for verdict in verdicts)
                (self.compatible if both else self.undecided).add(pair.key)
        for claim in {claim.id: claim for claim in self.draft.claims()}.values():
            if claim.id in fallen and claim.id not in self.lost:
                edit = Edit(challenge=fallen[claim.id], action="withdraw", claim=claim.id)
                self.journal.emit(Edited(round=round, edit=edit, before=claim))
        new = fallen.keys() - self.lost
        self.lost |= new
        return bool(new)

    def _cluster(self, id: str) -> list[str]:
        """All claims that say what this one says: they fall together."""
        for cluster in self.clusters:
            members = [member.claim for member in cluster.members]
            if id in members:
                return members
        return [id]

    def _to_mend(self, challenge: Challenge, rulings: Mapping[str, Ruling]) -> bool:
        return rulings[challenge.id].verdict is Verdict.UPHELD and challenge.claim not in self.lost

    async def _revise(self, round: int, upheld: Sequence[Challenge], rulings: Mapping[str, Ruling]) -> bool:
        """Every seat mends its own draft. True if one changed."""
        asked: list[tuple[Party, list[Challenge], ReviseTask, Mask]] = []
        for party in self.parties:
            own = [each for each in upheld if letter(each.claim or "") == party.letter]
            if own:
                draft, mask = self._shown(round, party, own)
                task = ReviseTask(
                    question=self.case.question,
                    plan=self.aspects,
                    sources=self.sources,
                    passages=self.evidence.passages,
                    draft=draft,
                    findings=tuple(finding for claim in draft.claims() for finding in self.on(claim)),
                    challenges=_in_order(own, mask),
                    rulings=tuple(rulings[each.id] for each in _in_order(own, mask)),
                )
                asked.append((party, own, mask.on(task), mask))
        replies = paid(await each([(party.holder, task, 0) for party, _, task, _ in asked], round, self.journal))
        changed = False
        for (party, own, _, mask), reply in zip(asked, replies, strict=True):
            if isinstance(reply, Revision):
                wished = _named(mask.off(reply), party)
                revised = revision.apply(party.draft, wished, own, round, self.library, self.referee, self.ids)
                for edited in revised.edits:
                    self.journal.emit(edited)
                    if not edited.refused:
                        self.mended |= {id for id, each in self.argued.items() if each.claim == edited.edit.claim}
                changed |= revised.draft != party.draft
                party.draft = revised.draft
                self.ids |= {claim.id for claim in party.draft.claims()}
        return changed


def _named(wished: Revision, party: Party) -> Revision:
    """New claims get the letter of their draft."""
    known = {claim.id for claim in party.draft.claims()}

    def lettered_(claim: Claim) -> Claim:
        named = claim.id if claim.id in known else f"{party.letter}.{claim.id}"
        premises = tuple(each if each in known else f"{party.letter}.{each}" for each in claim.premises)
        return claim.model_copy(update={"id": named, "premises": premises})

    edits = tuple(edit.model_copy(update={"new": edit.new and lettered_(edit.new)}) for edit in wished.edits)
    shown = tuple(each.model_copy(update={"sides": tuple(map(lettered_, each.sides))}) for each in wished.disagreements)
    return wished.model_copy(update={"edits": edits, "disagreements": shown})


def _in_order(challenges: Sequence[Challenge], mask: Mask) -> tuple[Challenge, ...]:
    """As their numbers run: the order is shuffled with them."""
    return tuple(sorted(challenges, key=lambda each: int(mask.shown[each.id][1:])))
