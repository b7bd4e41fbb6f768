"""The debate protocol: each seat argues one of the rival answers; a judge, or evidence alone, rules claim by claim.

    plan → sides → openings → findings → ⟲ cross-examination → rebuttals → rulings → closings → answer

Openings are drafts for a side, cross-examinations are challenges to the others' claims with quotes; in its closing a
side says what speaks for it of what stands after the rulings, and what it must grant.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType

from moot.debate import answers
from moot.debate.ask import ask, each
from moot.debate.assembly import Party
from moot.debate.contested import letter
from moot.debate.council import argue
from moot.debate.drafts import followed, without
from moot.debate.hearing import Hearing
from moot.debate.masks import Mask, shuffled
from moot.debate.reviewing import admitted, ruled_on
from moot.debate.web import Lookout
from moot.evidence.library import Library
from moot.ledger.journal import Journal
from moot.models.seat import SeatHolder
from moot.verify.referee import Referee
from moot.words import (
    Case,
    Challenge,
    Challenges,
    ChallengeTask,
    Claim,
    CloseTask,
    Composed,
    Draft,
    Section,
    Sides,
    SidesTask,
    Table,
)

NO_CLAIM_OF_OTHERS = "a cross-examination is of claims of the others, and it names none"
AND_MORE = "none of the sides"
COMMON = "What more than one side says"


class Debate(Hearing):
    """A hearing whose seats argue for rival answers."""

    closings: Mapping[str, Sequence[Claim]] = MappingProxyType({})
    """Letter of a draft → what its side says last."""

    async def sides(self) -> tuple[str, ...]:
        """The rival answers: the user's, else what the judge names, else the first seat that names some."""
        if self.case.sides:
            return self.case.sides
        task = SidesTask(
            question=self.case.question,
            sources=self.sources,
            passages=self.evidence.passages,
            most=len(self.parties),
        )
        judge = [self.judge] if self.judge else []
        for holder in (*judge, *(party.holder for party in self.parties)):
            reply = await ask(holder, task, 0, self.journal)
            if isinstance(reply, Sides) and len(reply.sides) > 1:
                return reply.sides[: len(self.parties)]
        return ()

    async def round(self, round: int) -> str:
        """Cross-examination, rebuttals, rulings, closings."""
        self.at = round
        await self.look_again(round)
        self.unseen = False
        await self.on_time("challenge")
        return await self.argue(round, await self._cross_examined(round))

    def adds(self, challenge: Challenge) -> str:
        """Who says that something is missing: it speaks for that seat's own side."""
        return next(party.letter for party in self.parties if party.id == challenge.by)

    async def _cross_examined(self, round: int) -> list[Challenge]:
        """What each seat objects to in the others' claims. It sees them as one draft, and not whose they are.

        Where the open web can be searched, it is heard too what is missing.
        """
        tasks = [self._examination(round, party) for party in self.parties]
        asked = [(party.holder, task, 0) for party, (task, _) in zip(self.parties, tasks, strict=True)]
        replies = await each(asked, round, self.journal)
        self.note_unpaid(replies)
        raised: list[Challenge] = []
        for party, (_, mask), reply in zip(self.parties, tasks, replies, strict=True):
            if isinstance(reply, Challenges):
                mine = party.letter
                theirs = {claim for claim in self.claims if letter(claim) != mine}
                said = mask.off(reply).challenges
                raised += admitted(self, round, party, said, theirs, NO_CLAIM_OF_OTHERS, self.searching)
        self.require_paid()
        return raised

    def _examination(self, round: int, viewer: Party) -> tuple[ChallengeTask, Mask]:
        by_letter = {party.letter: party for party in self.parties if party is not viewer}
        order = shuffled(list(by_letter), self.seed, f"r{round}/examine/{viewer.id}")
        drafts = [without(by_letter[each].draft, self.lost) for each in order]
        draft = Draft(
            sections=tuple(section for draft in drafts for section in draft.sections),
            disagreements=tuple(disagreement for draft in drafts for disagreement in draft.disagreements),
        )
        settled = ruled_on(self, draft)
        ids = [*(claim.id for claim in draft.claims()), *followed(draft)]
        task = ChallengeTask(
            question=self.case.question,
            plan=self.aspects,
            sources=self.sources,
            passages=self.evidence.passages,
            draft=draft,
            findings=tuple(self.on(draft)),
            settled=tuple(settled.values()),
            rulings=tuple(self.ruled[id] for id in settled if id in self.ruled),
            claims_only=not self.searching,
            web=self.searching,
        )
        mask = Mask.of(self.seed, f"r{round}/examine/{viewer.id}", ids, settled).clear_of(task)
        return mask.on(task), mask

    def settled(self, round: int) -> str:
        return ""  # the sides would examine each other again

    def rival_answers(self) -> Collection[str]:
        """The first claim of each side's answer."""
        sides = {party.letter for party in self.parties if party.side}
        return {id for id in self.leads() if letter(id) in sides}

    async def compose(self) -> None:
        """The closing of each side, then the answer, for which there may be money where there was none for these."""
        await self._close_sides()
        await super().compose()
        self.require_paid()

    async def _close_sides(self) -> None:
        """What each side that a language model argues for says last: what follows from what is left of the document."""
        parties = [party for party in self.parties if party.side and party.holder.seat.speaks]
        if not parties:
            return
        await self.on_time("close")
        masks = [self.composing(party.id) for party in parties]
        asked = [
            (party.holder, mask.on(CloseTask(**task.model_dump(exclude={"task"}), side=party.side)), 0)
            for party, (task, mask) in zip(parties, masks, strict=True)
        ]
        replies = await each(asked, self.at + 1, self.journal)
        self.note_unpaid(replies)
        said = [
            (party, mask.off(reply))
            for party, (_, mask), reply in zip(parties, masks, replies, strict=True)
            if isinstance(reply, Composed)
        ]
        if not said:
            return
        closings = {
            party.letter: answers.numbered(composed.claims, self.draft, self.ids, prefix=f"{party.letter}.")
            for party, composed in said
        }
        draft = self._with_closings(closings)
        await self._check(self.at + 1, "closings", draft)
        self.closings = {
            party.letter: self.standing_of(party.id, composed, closings[party.letter], draft, closing=True)
            for party, composed in said
        }
        if any(self.closings.values()):
            self.drafted(self._with_closings(self.closings), self.at + 1)
            await self.tell_findings(self.at + 1)

    def _with_closings(self, closings: Mapping[str, Sequence[Claim]]) -> Draft:
        """The document with what each side says last at the head of its section."""
        sections = list(self.draft.sections)
        for party in self.parties:
            said, title = tuple(closings.get(party.letter, ())), _title(party)
            at = next((n for n, section in enumerate(sections) if section.title == title), None)
            if said and at is None:
                sections.append(Section(title=title, claims=said))
            elif said and at is not None:
                sections[at] = sections[at].model_copy(update={"claims": (*said, *sections[at].claims)})
        return self.draft.model_copy(update={"sections": tuple(sections)})

    def composers(self) -> list[SeatHolder]:
        """A language model that judges comes first: it argues for no side."""
        judge = [self.judge] if self.judge and self.judge.seat.speaks else []
        return [*judge, *super().composers()]

    def document(self) -> Draft:
        """By sides: what answers, what more than one says, then what speaks for each."""
        firsts = [section.claims for party in self.parties for section in party.draft.sections[:1]]
        said = {claim.id for claims in firsts for claim in claims}
        answer = {
            member.claim
            for cluster in self.clusters
            if said.intersection(each.claim for each in cluster.members)
            for member in cluster.members
        }
        return self._by_sides(super().document(), answer)

    def replaced(self) -> frozenset[str]:
        """Nothing where there are sides: what each of them concludes was argued for."""
        return frozenset() if self.sided else super().replaced()

    def with_answer(self, answer: Sequence[Claim]) -> Draft:
        """What the answer before said goes to the side that says it, whatever sentence it is like."""
        return self._by_sides(super().with_answer(answer), {claim.id for claim in answer})

    def _by_sides(self, whole: Draft, answer: Collection[str]) -> Draft:
        """Its answer, then what each side says, what it answers with first."""
        if not self.sided:
            return whole
        said_by = {
            member.claim: {each.draft for each in cluster.members}
            for cluster in self.clusters
            for member in cluster.members
        }
        said_by |= {claim.id: {letter} for letter, claims in self.closings.items() for claim in claims}
        last = {claim.id for claims in self.closings.values() for claim in claims}
        letters = [party.letter for party in self.parties]
        parts: dict[str, tuple[list[Claim], list[Table]]] = {key: ([], []) for key in ("", *letters, COMMON)}
        for claim in (claim for section in whole.sections for claim in section.claims):
            by = said_by.get(claim.id, set[str]())
            key = "" if claim.id in answer else COMMON if len(by) > 1 else next(iter(by), COMMON)
            parts[key][0].append(claim)
        for table in (table for section in whole.sections for table in section.tables):
            cells = (cell for row in table.rows for cell in row.cells if cell is not None)
            parts[next(cells).id.partition(".")[0]][1].append(table)
        concluded = {claim.id for party in self.parties for each in party.draft.sections[:1] for claim in each.claims}
        for claims, _ in parts.values():
            claims.sort(key=lambda claim: (claim.id not in last, claim.id not in concluded))
        titles = {"": "Answer", COMMON: COMMON} | {party.letter: _title(party) for party in self.parties}
        sections = (
            Section(title=titles[key], claims=tuple(parts[key][0]), tables=tuple(parts[key][1]))
            for key in ("", COMMON, *letters)
            if key == "" or any(parts[key])
        )
        return whole.model_copy(update={"sections": tuple(sections)})


def _title(party: Party) -> str:
    """Of the section for what a side says."""
    return f"Draft for: {party.side or AND_MORE}"


async def run(
    case: Case,
    holders: Sequence[SeatHolder],
    library: Library,
    referee: Referee,
    journal: Journal,
    lookout: Lookout | None = None,
) -> None:
    """Argue the case to its end; raises as `council.run` does."""
    debate = Debate(case, holders, library, referee, journal, lookout)
    await debate.begin()
    await debate.plan()
    debate.convene(await debate.sides())
    await debate.open()
    await debate.compare(1)
    await argue(debate, case)
