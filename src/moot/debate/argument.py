"""The steps of an argument, which protocols put in order: plan, draft, findings, challenges, responses, rulings, edits.

It holds the state of one run between its waves; all that happens is told to the journal.
"""

from __future__ import annotations

from collections.abc import Sequence

from moot.debate import assessing, bearing, doubts, mending, person, revision
from moot.debate.ask import Missing, ask, firsts, parts, wave
from moot.debate.drafts import without
from moot.debate.proceedings import Proceedings
from moot.debate.rulings import Court, GivenUp
from moot.debate.web import Lookout, Query
from moot.evidence.library import Library
from moot.ledger.journal import Journal
from moot.models.seat import SeatHolder
from moot.verify.referee import Referee
from moot.verify.relation import relate
from moot.words import (
    PERSON,
    Action,
    Case,
    Challenge,
    Challenged,
    ChallengeKind,
    Challenges,
    ChallengeTask,
    Checked,
    Claim,
    Draft,
    Drafting,
    DraftTask,
    Edit,
    Edited,
    Finding,
    Judgements,
    Remedy,
    Responded,
    RespondTask,
    Response,
    Responses,
    ReviseTask,
    Revision,
    Role,
    Ruled,
    RuleTask,
    Ruling,
    Stopped,
    Verdict,
)

MOST_CHALLENGES = 12
"""Of one reviewer in one round; the rest is dropped, most serious first was asked for."""


def taken_out(edited: Edited) -> list[Claim]:
    """The claim that an edit took out of the draft, if it did."""
    gone = edited.before if edited.edit.action == "withdraw" and not edited.refused else None
    return [gone] if gone else []


class Argument(Proceedings):
    """The state of one run between its waves."""

    def __init__(
        self,
        case: Case,
        holders: Sequence[SeatHolder],
        library: Library,
        referee: Referee,
        journal: Journal,
        lookout: Lookout | None = None,
    ) -> None:
        super().__init__(case, library, referee, journal, lookout)
        self.author, *self.others = (holder for holder in holders if holder.seat.role is Role.AUTHOR)
        self.reviewers = [holder for holder in holders if holder.seat.role is Role.REVIEWER]
        self.judge = next((holder for holder in holders if holder.seat.role is Role.JUDGE), None)
        self.found: list[Finding] = []
        """On the present draft."""
        self.checked: Draft | None = None
        self.reviewed = True
        """Whether a reviewer answered in this round."""
        self.settled: dict[str, Challenge] = {}
        self.ruled: dict[str, Ruling] = {}
        self.given_up: dict[str, tuple[Claim, GivenUp]] = {}
        """Challenge → the claim that its author gave up though every check bears it out, until it is mended; why."""
        self.fallen: list[Claim] = []
        """What was taken out for a challenge that was upheld."""

    # --- before the first round -------------------------------------------------------------------------------------

    async def plan(self) -> None:
        await self.planned_by([self.author])

    async def open(self) -> None:
        """The first draft, round 1."""
        await self.on_time_to_draft()
        self.unseen = False
        task = DraftTask(
            question=self.case.question,
            plan=self.aspects,
            sources=self.sources,
            passages=self.evidence.passages,
            may_ask=self.case.may_ask,
        )
        reply = await person.heard(self.author, task, 1, self.journal)
        if not isinstance(reply, Drafting):
            raise self.no_draft(reply if isinstance(reply, Missing) else None)
        self.drafted(self.or_a_gap(reply.draft), 1)

    def swap(self) -> None:
        """Author and first reviewer change places."""
        if self.reviewers:
            self.author, self.reviewers = self.reviewers[0], [self.author, *self.reviewers[1:]]

    async def hear(self, round: int) -> None:
        """One round against an author who cannot answer, such as a file: findings, challenges, rulings."""
        self.at = round
        await self._check(round)
        await self._assess(round)
        self.evidence.show([citation.passage for claim in self.draft.claims() for citation in claim.citations])
        await self.on_time("challenge")
        challenges = await self._challenges(round)
        if challenges:
            rulings = await self._rulings(round, challenges, {}, silent=True)
            self.settled |= {challenge.id: challenge for challenge in challenges}
            self.ruled |= rulings

    async def add(self, asked: str) -> str:
        """A round of its own, in which the author adds what a person asked for. Returns why it ended in nothing, or ''.

        The person's challenge is upheld: nobody gives up a position by adding to a document.
        """
        self.at += 1
        challenge = Challenge(
            id=f"r{self.at}.{PERSON}.1",
            by=PERSON,
            aspect=asked,
            kind=ChallengeKind.MISSING,
            grounds=asked,
            remedy=Remedy.ADD,
            search=asked,
        )
        ruling = Ruling(challenge=challenge.id, by=PERSON, verdict=Verdict.UPHELD, reason="a person asked for it")
        await self._check(self.at)
        self.journal.emit(Challenged(round=self.at, challenge=challenge))
        await self.look(self.at, [Query(challenge.id, asked, own=True)])
        self.evidence.search(asked, challenge.id, self.at)
        self.journal.emit(Ruled(round=self.at, ruling=ruling))
        self.settled[challenge.id], self.ruled[challenge.id] = challenge, ruling
        await self.on_time("revise")
        return await self._revise(self.at, [challenge], {challenge.id: ruling}, False)

    # --- one round --------------------------------------------------------------------------------------------------

    async def round(self, round: int) -> str:
        """Challenge, answer, rule, revise. Returns why the argument ended, or ''."""
        self.at = round
        await self._check(round)
        await self.look_again(round)
        self.evidence.reopen(self.aspects, self.draft, round)
        await self.on_time("challenge")
        challenges = await self._challenges(round)
        if not challenges:
            return "no challenge was raised" if self.reviewed else "no reviewer answered"
        await self.on_time("respond")
        responses = await self._responses(round, challenges)
        rulings = await self._rulings(round, challenges, responses)
        self.settled |= {challenge.id: challenge for challenge in challenges}
        self.ruled |= rulings
        changed = self._withdraw(round, rulings, responses)
        upheld = [each for each in challenges if self._upheld(each, rulings)]
        if not upheld and not changed:
            return "" if self.unseen and self.reviewers else "no challenge was upheld"
        court, claims = self._court(), {claim.id: claim for claim in self.draft.claims()}
        given_up = ((each, court.given_up(each, responses.get(each.id))) for each in upheld)
        self.given_up = {each.id: (claims[each.claim or ""], why) for each, why in given_up if why}
        await self.on_time("revise")
        return await self._revise(round, upheld, rulings, changed)

    async def _check(self, round: int) -> None:
        """The findings on the present draft, as one row, since scores come from outside."""
        if self.checked == self.draft:
            return
        claims, asked = list(self.draft.claims()), self.draft.model_dump_json()
        self.found = await self.findings(f"r{round}/check/findings/0", claims, asked)
        self.checked = self.draft
        self.journal.emit(Checked(round=round, findings=tuple(self.found)))

    async def _assess(self, round: int) -> None:
        """What the judge says of the claims of a file, some at a time: findings like those of the checks."""
        if self.judge is None:
            return
        seat = self.judge.seat
        tasks = assessing.tasks(self.case.question, self.draft, self.library)
        replies = await parts(self.judge, tasks, round, self.journal)
        found = [
            finding
            for task, reply in zip(tasks, replies, strict=True)
            for finding in assessing.findings(task, reply, seat, self.library)
        ]
        if found:
            self.found = [*found, *self.found]  # what it says is told before what the wording lacks
            self.journal.emit(Checked(round=round, findings=tuple(found), by=seat.id))

    async def _challenges(self, round: int) -> list[Challenge]:
        self.unseen = False
        task = ChallengeTask(
            question=self.case.question,
            plan=self.aspects,
            sources=self.sources,
            passages=self.evidence.passages,
            draft=self.draft,
            findings=self._open_findings(),
            settled=tuple(self.settled.values()),
            rulings=tuple(self.ruled.values()),
            web=self.searching,
        )
        replies = await wave(self.reviewers, task, round, self.journal)
        self.reviewed = any(isinstance(reply, Challenges) for reply in replies) or not replies
        found: list[Challenge] = []
        for holder, reply in zip(self.reviewers, replies, strict=True):
            if isinstance(reply, Challenges):
                found += [
                    each.model_copy(update={"id": f"r{round}.{holder.seat.id}.{n}", "by": holder.seat.id})
                    for n, each in enumerate(reply.challenges[:MOST_CHALLENGES], 1)
                ]
        found = bearing.resting(found, self.found)
        found += doubts.raised(round, self.draft, self.found, found, self.settled.values())
        await self.look(round, [Query(each.id, each.search) for each in found if each.search])
        for challenge in found:
            self.journal.emit(Challenged(round=round, challenge=challenge))
            self.evidence.show([citation.passage for citation in challenge.citations])
            if challenge.search:
                self.evidence.search(challenge.search, challenge.id, round)
        return found

    def _open_findings(self) -> tuple[Finding, ...]:
        """Without the failed signals that a ruling dismissed: they are not to be argued again."""
        lost = {
            (each.claim, check)
            for each in self.settled.values()
            for check in each.findings
            if self.ruled[each.id].verdict is Verdict.DISMISSED
        }
        return tuple(each for each in self.found if each.gate or (each.claim, each.check) not in lost)

    async def _responses(self, round: int, challenges: Sequence[Challenge]) -> dict[str, Response]:
        task = RespondTask(
            question=self.case.question,
            sources=self.sources,
            passages=self.evidence.passages,
            draft=self.draft,
            findings=self._open_findings(),
            challenges=tuple(challenges),
        )
        reply = await ask(self.author, task, round, self.journal)
        if not isinstance(reply, Responses):
            return {}
        known = {challenge.id for challenge in challenges}
        responses = {
            id: each.model_copy(update={"by": self.author.seat.id})
            for id, each in firsts(reply.responses).items()
            if id in known
        }
        for response in responses.values():
            self.journal.emit(Responded(round=round, response=response))
        return responses

    async def _rulings(
        self, round: int, challenges: Sequence[Challenge], responses: dict[str, Response], silent: bool = False
    ) -> dict[str, Ruling]:
        court = self._court(silent)
        decided = await self.by_evidence(round, court, challenges, responses)
        open_ = [each for each in challenges if decided[each.id] is None]
        judged = await self._judged(round, court, open_, responses) if open_ else {}
        rulings = {id: ruling or judged[id] for id, ruling in decided.items()}
        for ruling in rulings.values():
            self.journal.emit(Ruled(round=round, ruling=ruling))
        return rulings

    async def _judged(
        self, round: int, court: Court, challenges: Sequence[Challenge], responses: dict[str, Response]
    ) -> dict[str, Ruling]:
        """Rulings where both sides have located quotes: the judge's, or undecided without one."""
        reply = None
        if self.judge is not None:
            task = RuleTask(
                question=self.case.question,
                sources=self.sources,
                passages=self.evidence.passages,
                draft=self.draft,
                findings=tuple(self.found),
                challenges=tuple(challenges),
                responses=tuple(responses[each.id] for each in challenges if each.id in responses),
            )
            reply = await ask(self.judge, task, round, self.journal)
        words = firsts(reply.judgements) if isinstance(reply, Judgements) else {}
        judge = self.judge.seat.id if self.judge else ""
        return {
            each.id: court.by_judge(each, judge, words.get(each.id), court.sides(each, responses.get(each.id)))
            for each in challenges
        }

    def _court(self, silent: bool = False) -> Court:
        return Court(self.draft, self.found, self.library, self.referee, silent=silent)

    def _rule_on_given_up(self) -> None:
        """A claim that its author gave up though every check bears it out is contested, where it was not mended."""
        left = list(self.draft.claims())
        for id, (claim, why) in self.given_up.items():
            if claim in left:
                self.ruled[id] = self._court().ruling(self.settled[id], Verdict.UNDECIDED, why, self.ruled[id].places)
                self.journal.emit(Ruled(round=self.at, ruling=self.ruled[id]))
        self.given_up = {}

    def _upheld(self, challenge: Challenge, rulings: dict[str, Ruling]) -> bool:
        """Upheld, and not settled already by withdrawing the claim."""
        gone = challenge.claim is not None and all(claim.id != challenge.claim for claim in self.draft.claims())
        return rulings[challenge.id].verdict is Verdict.UPHELD and not gone

    def _withdraw(self, round: int, rulings: dict[str, Ruling], responses: dict[str, Response]) -> bool:
        """Take out the claims whose author withdrew them under an upheld challenge."""
        gone: dict[str, str] = {}
        for ruling in rulings.values():
            response = responses.get(ruling.challenge)
            withdrawn = response is not None and response.action is Action.WITHDRAW
            if withdrawn and ruling.claim and ruling.verdict is Verdict.UPHELD:
                gone.setdefault(ruling.claim, ruling.challenge)
        for claim in list(self.draft.claims()):
            if claim.id in gone:
                self._tell_withdrawal(round, claim, gone[claim.id])
        self.draft = without(self.draft, gone)
        return bool(gone)

    def _tell_withdrawal(self, round: int, claim: Claim, challenge: str) -> None:
        edit = Edit(challenge=challenge, action="withdraw", claim=claim.id)
        self._edited(Edited(round=round, edit=edit, before=claim))

    def _edited(self, edited: Edited) -> None:
        self.journal.emit(edited)
        self.fallen += taken_out(edited)

    async def _revise(self, round: int, upheld: Sequence[Challenge], rulings: dict[str, Ruling], changed: bool) -> str:
        ended = ""
        if upheld:
            task = ReviseTask(
                question=self.case.question,
                plan=self.aspects,
                sources=self.sources,
                passages=self.evidence.passages,
                draft=self.draft,
                findings=self._open_findings(),
                challenges=tuple(upheld),
                rulings=tuple(rulings[each.id] for each in upheld),
            )
            reply = await ask(self.author, task, round, self.journal)
            if isinstance(reply, Revision):
                mere = {id: why for id, (_, why) in self.given_up.items() if why is GivenUp.MERELY}
                reply, again = mending.without_fallen(reply, self._gone(upheld), relate)
                claims = {claim.id: claim for claim in self.draft.claims()}
                for edit in again:
                    before = claims.get(edit.claim or "")
                    self._edited(Edited(round=round, edit=edit, before=before, refused=mending.AGAIN))
                revised = revision.apply(self.draft, reply, upheld, round, self.library, self.referee, self.ids, mere)
                for edited in revised.edits:
                    self._edited(edited)
                changed = changed or revised.draft != self.draft
                self.draft = revised.draft
            else:
                ended = "the author did not revise"
        self._rule_on_given_up()
        if changed:
            self.drafted(self.draft, round + 1)
        return ended or ("" if changed or (self.unseen and self.reviewers) else "the round changed nothing")

    def _gone(self, upheld: Sequence[Challenge]) -> list[Claim]:
        """What fell and may not come back: not what the draft still rests on elsewhere, as the side of a disagreement,
        nor what a person asks for.
        """
        if any(challenge.by == PERSON for challenge in upheld):
            return []
        present = {(frozenset(claim.citations), frozenset(claim.premises)) for claim in self.draft.claims()}
        gone = ((claim, (frozenset(claim.citations), frozenset(claim.premises))) for claim in self.fallen)
        return [claim for claim, ground in gone if ground not in present]

    # --- the end ----------------------------------------------------------------------------------------------------

    async def close(self, reason: str, capped: bool = False) -> None:
        self._rule_on_given_up()
        if self.draft != self.told:
            self.drafted(self.draft, self.at + 1)
        await self._check(self.at + 1)
        self.journal.emit(Stopped(round=self.at, reason=reason, capped=capped))
