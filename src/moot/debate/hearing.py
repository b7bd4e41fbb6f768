"""Several authors argue what is contested between their drafts, round by round.

    challenges → responses → rulings → revisions → compared again

Whoever is asked is shown claims and challenges under numbers that tell nothing of whose they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from moot.debate import bearing, contested, doubts, mending, reviewing, revision
from moot.debate.ask import each, firsts
from moot.debate.assembly import Assembly, Party, quotes
from moot.debate.contested import Rivals, letter, rivals
from moot.debate.drafts import as_draft, followed, only, without
from moot.debate.grounds import located, touching
from moot.debate.judge import Judge, by_weight
from moot.debate.masks import Mask
from moot.debate.positions import borne_out, change
from moot.debate.rulings import EVIDENCE, Court, GivenUp
from moot.debate.web import Lookout, Query
from moot.errors import OutOfTime
from moot.evidence.library import Library
from moot.ledger.journal import Journal
from moot.models.seat import SeatHolder
from moot.verify.referee import Referee
from moot.verify.relation import glimpse
from moot.verify.wording import joined
from moot.words import (
    CHECKS,
    Action,
    Case,
    Challenge,
    Challenged,
    ChallengeKind,
    Citation,
    Claim,
    Draft,
    Edit,
    Edited,
    Moved,
    Place,
    Responded,
    RespondTask,
    Response,
    Responses,
    ReviseTask,
    Revision,
    Ruled,
    Ruling,
    Verdict,
)

ALL = "nothing of what contradicts one another would be left standing"
SETTLED = "nothing more is to be argued"
RIVAL_FELL = "the claim that was set against it fell"
BORNE_OUT = "every check bears it out: its source says it, and both are shown"
GIVES_WAY = "(its author would give it up; what the claim quotes stands for it) {}"
STANDS = "(no answer that counts; what the claim quotes stands for it)"


class Hearing(Assembly):
    """An assembly that argues."""

    def __init__(
        self,
        case: Case,
        holders: Sequence[SeatHolder],
        library: Library,
        referee: Referee,
        journal: Journal,
        lookout: Lookout | None = None,
    ) -> None:
        super().__init__(case, holders, library, referee, journal, lookout)
        self.by_judge = Judge(self.judge, self.seed, case.question, library)
        self.undecided: dict[Rivals, tuple[Place, ...]] = {}
        """Rivals that were ruled on, and neither fell → what both quoted."""
        self.said: dict[tuple[str, str], Response] = {}
        """(claim, rival) → what its author last said for the claim, with a quote that was new then."""
        self.conceded: set[str] = set()
        """Challenges to which an author gave way, to revise its claim."""
        self.shown: set[str] = set()
        """Contradictions that were upheld against what every check bears out: the reader is shown both."""
        self.against: dict[str, str] = {}
        """Challenge → the claim that it sets against the one it names."""

    # --- one round --------------------------------------------------------------------------------------------------

    async def round(self, round: int) -> str:
        """Argue what is contested, and what follows from sources found since the drafts. Returns why the argument
        ended, or ''.
        """
        self.at = round
        await self.look_again(round)
        return await self.argue(round, await reviewing.reviewed(self, round) if self.unseen else [])

    async def look_again(self, round: int) -> bool:
        found = await super().look_again(round)
        if found:
            self.evidence.reopen(self.aspects, self.draft, round)
        return found

    def _answering(self, challenges: Iterable[Challenge]) -> dict[str, str]:
        """Challenge → the letter of whose it is to answer; of what is missing, of whose draft gave the sections."""
        return {each.id: letter(each.claim) if each.claim else self.merging().base for each in challenges}

    def _rivals(self, round: int, others: Sequence[Challenge]) -> list[tuple[Challenge, Rivals]]:
        """The two sides of what the drafts contradict each other in, but where somebody challenged both already. Where
        a seat has set the rival's words against a claim, its challenge is that side.
        """
        named = {challenge.claim for challenge in others}
        pairs = [
            pair for pair in rivals(self.merging()) if self._is_open(pair) and not named >= {pair.one.id, pair.other.id}
        ]
        seats = {party.letter: party.id for party in self.parties}
        found = contested.raised(round, pairs, seats, self.said, self.quotes)
        return [(self._set_already(each, pair, others) or each, pair) for each, pair in found]

    def _set_already(self, challenge: Challenge, pair: Rivals, others: Sequence[Challenge]) -> Challenge | None:
        """The challenge of a seat that sets the words of its rival against the claim already."""
        rival = self.places.get(pair.against(challenge.claim or "").id, ())
        same = (each for each in others if (each.claim, each.kind) == (challenge.claim, challenge.kind))
        return next((each for each in same if touching(located(each.citations, self.library), rival)), None)

    def _is_open(self, pair: Rivals) -> bool:
        """Not ruled on, or left undecided with a new quote since."""
        sides = ((pair.one.id, pair.other.id), (pair.other.id, pair.one.id))
        if pair.key in self.compatible:
            return False
        return any(side in self.said for side in sides) or not (self.undecided and self._heard_before(pair))

    def _heard_before(self, pair: Rivals) -> bool:
        """Whether an argument that was left undecided is this one, with no ground that is new: other words are none."""
        merger, quoted = self.merging(), self._quoted(pair)
        compared = {member.claim for cluster in self.clusters for member in cluster.members}

        def alike(one: Claim, other: Claim) -> bool:
            if one.id == other.id:
                return not glimpse(one.text, other.text).differs
            return compared >= {one.id, other.id} and merger.says_all(one, other)

        return any(
            contested.side_for_side(pair, other, alike) and all(touching((each,), heard) for each in quoted)
            for other, heard in self.undecided.items()
        )

    def _quoted(self, pair: Rivals) -> tuple[Place, ...]:
        return located((*self.quotes(pair.one), *self.quotes(pair.other)), self.library)

    def settled(self, round: int) -> str:
        """Why a further round would argue nothing, or ''; one that searches may find something."""
        contested = self.unseen or self.searching or self._rivals(round, []) or self._doubts(round, [])
        return "" if contested else SETTLED

    def _doubts(self, round: int, beside: Sequence[Challenge]) -> list[Challenge]:
        return doubts.raised(round, self.draft, self.on(self.draft), beside, self.argued.values())

    async def argue(self, round: int, raised: Sequence[Challenge]) -> str:
        """Answers, rulings and revisions, on what seats raised, what the drafts contradict each other in, and what
        the checks doubt.
        """
        own = bearing.resting(raised, self._court().findings)
        between = self._rivals(round, own)
        rivals = {challenge.id: pair for challenge, pair in between}
        challenges = [*own, *(challenge for challenge, _ in between if challenge not in own)]
        challenges += self._doubts(round, challenges)
        if not challenges:
            return SETTLED if self.argued else "nothing is contested"
        await self.look(round, [Query(each.id, each.search) for each in challenges if each.search])
        for challenge in challenges:
            self.journal.emit(Challenged(round=round, challenge=challenge))
            self.evidence.show([citation.passage for citation in challenge.citations])
            if challenge.search:
                self.evidence.search(challenge.search, challenge.id, round)
        self.argued |= {challenge.id: challenge for challenge in challenges}
        self.against |= {id: pair.against(self.argued[id].claim or "").id for id, pair in rivals.items()}
        self.said.clear()
        await self.on_time("respond")
        responses = await self._responses(round, challenges)
        await self.on_time("rule")
        rulings, court = await self._rulings(round, challenges, responses, rivals)
        changed = self._settle(round, rulings, responses, rivals, court)
        self.require_paid()
        upheld = [each for each in challenges if self._to_mend(each, rulings)]
        if upheld:
            promised = [each for each in upheld if each.id in rivals]
            try:
                await self.on_time("revise")
            except OutOfTime:
                self._take_out(round, self._unkept(promised))
                raise
            given_up = {each.id: why for each in upheld if (why := court.given_up(each, responses.get(each.id)))}
            mere = dict.fromkeys(self.shown, BORNE_OUT)
            mere |= {id: why for id, why in given_up.items() if why is GivenUp.MERELY}
            changed |= await self._revise(round, upheld, rulings, mere)
            changed |= self._take_out(round, self._unkept(promised))
            self._rule(round, self._moot(court))
            left = [(self.argued[id], why) for id, why in given_up.items() if id not in self.mended]
            self._rule(
                round, [court.ruling(each, Verdict.UNDECIDED, why, rulings[each.id].places) for each, why in left]
            )
            self.require_paid()
        if not changed:
            await self.tell(round + 1)  # a doubt that was dismissed speaks against a sentence no more
            return "" if self.unseen else "no ruling changed anything"
        await self.compare(round + 1)
        return ""

    async def _responses(self, round: int, challenges: Sequence[Challenge]) -> dict[str, Response]:
        """One answer to each challenge, by the seat whose claim it names; and what stands for who gave none.

        Nobody is asked to answer what it says itself is missing.
        """
        answering = self._answering(challenges)
        asked: list[tuple[Party, list[Challenge], RespondTask, Mask]] = []
        for party in self.parties:
            mine = (each for each in challenges if answering[each.id] == party.letter)
            own = [each for each in mine if each.claim or each.by != party.id]
            if own:
                draft, mask = self._shown(round, party, own)
                task = RespondTask(
                    question=self.case.question,
                    sources=self.sources,
                    passages=self.evidence.passages,
                    draft=draft,
                    findings=tuple(self.on(party.draft, {claim.id for claim in draft.claims()})),
                    challenges=_in_order(own, mask),
                )
                mask = mask.clear_of(task)
                asked.append((party, own, mask.on(task), mask))
        replies = await each([(party.holder, task, 0) for party, _, task, _ in asked], round, self.journal)
        self.note_unpaid(replies)
        by_id = {challenge.id: challenge for challenge in challenges}
        said: dict[str, Response] = {}
        for (party, own, _, mask), reply in zip(asked, replies, strict=True):
            if isinstance(reply, Responses):
                first = firsts(mask.off(reply).responses)
                for challenge in (each for each in own if each.id in first):
                    said[challenge.id] = self._heard(round, party, challenge, first[challenge.id])
        seats = (id for id, challenge in by_id.items() if challenge.by != CHECKS and challenge.claim)
        return said | {id: self._defended(by_id[id], said.get(id)) for id in seats}

    def _shown(self, round: int, party: Party, challenges: Sequence[Challenge]) -> tuple[Draft, Mask]:
        """As much of its own draft as the challenges reach, and the numbers that it is shown under."""
        claims = [each.claim for each in challenges if each.claim]
        draft = only(party.draft, claims) if len(claims) == len(challenges) else without(party.draft, self.lost)
        ids = [*(claim.id for claim in draft.claims()), *followed(draft)]
        return draft, Mask.of(self.seed, f"r{round}/{party.id}", ids, [each.id for each in challenges])

    def _heard(self, round: int, party: Party, challenge: Challenge, response: Response) -> Response:
        """The answer as told; a change of position beside it, accepted or refused."""
        response = response.model_copy(update={"by": party.id})
        self.journal.emit(Responded(round=round, response=response))
        if challenge.claim is None:
            return response  # nobody gives up a position by adding to a document
        claim = self.claims[challenge.claim]
        moved = change(challenge, response, claim, self.quotes(claim), self.on(party.draft, {claim.id}), self.library)
        if moved is None:
            return response
        self.journal.emit(
            Moved(
                round=round,
                seat=party.id,
                claim=claim.id,
                challenge=challenge.id,
                action=response.action,
                grounds=response.grounds,
                places=(*moved.places, *moved.misread, *moved.quoted),
                failed=moved.failed,
                refused=moved.refused,
            )
        )
        if moved.refused:
            return response.model_copy(update={"action": Action.REBUT, "grounds": STANDS, "citations": ()})
        if response.action is Action.CONCEDE:
            self.conceded.add(challenge.id)
        return response

    def _defended(self, challenge: Challenge, said: Response | None) -> Response:
        """What is said for a claim against another seat: its own quotes always count for it.

        A claim that every check bears out is not given up by its author alone where another says otherwise: then the
        sources disagree, and a judge or the reader is shown both.
        """
        claim = self.claims[challenge.claim or ""]
        own = self.quotes(claim)
        said = said or Response(challenge=challenge.id, action=Action.REBUT, grounds=STANDS)
        gives_way = said.action is not Action.REBUT
        if gives_way and (challenge.kind is not ChallengeKind.CONFLICT or not self._borne_out(claim)):
            return said
        rival = self.against.get(challenge.id)
        new = any(each not in own and each not in challenge.citations for each in said.citations)
        if gives_way:
            # What moved its author is heard beside what the claim quotes, and decides nothing.
            said = said.model_copy(update={"action": Action.REBUT, "grounds": GIVES_WAY.format(said.grounds)})
        elif rival and new:
            self.said[claim.id, rival] = said
        return said.model_copy(update={"citations": tuple(dict.fromkeys((*said.citations, *own)))})

    def _borne_out(self, claim: Claim) -> bool:
        return borne_out(claim, self.on(self._party(claim.id).draft, {claim.id}))

    def _party(self, claim: str) -> Party:
        return next(each for each in self.parties if each.letter == letter(claim))

    def quotes(self, claim: Claim) -> tuple[Citation, ...]:
        """Of a claim; of an inference those of what it follows from."""
        return quotes(self._party(claim.id).draft, claim)

    async def _rulings(
        self,
        round: int,
        challenges: Sequence[Challenge],
        responses: Mapping[str, Response],
        rivals: Mapping[str, Rivals],
    ) -> tuple[dict[str, Ruling], Court]:
        """What evidence, then the judge, says of each challenge; told, and kept."""
        court = self._court()
        decided = await self.by_evidence(round, court, challenges, responses)
        open_ = [each for each in challenges if decided[each.id] is None]
        against = {id: self.claims[self.against[id]] for id in rivals}
        rulings = {id: ruling for id, ruling in decided.items() if ruling is not None}
        if open_ and not self.unpaid:
            passages = self.evidence.passages
            judged, replies = await self.by_judge.rule(round, court, passages, open_, responses, against, self.journal)
            self.note_unpaid(replies)
            rulings |= judged
        rulings = {
            each.id: rulings.get(each.id) or court.by_judge(each, "", None, court.sides(each, responses.get(each.id)))
            for each in challenges
        }
        heard = court.without(self.overruled(self.ruled | rulings))
        rulings |= {id: by_weight(heard, self.argued[id], rival, rulings[id]) for id, rival in against.items()}
        withdrawn = {id for id, each in responses.items() if id not in rivals and each.action is Action.WITHDRAW}
        gone = {rulings[id].claim for id in withdrawn if rulings[id].verdict is Verdict.UPHELD}
        spared = contested.fallen_together(rulings, rivals, lambda id: court.gate_fails(id) or id in gone)
        rulings |= {
            id: court.ruling(self.argued[id], Verdict.UNDECIDED, joined((rulings[id].reason, ALL)), rulings[id].places)
            for id in list(spared)
        }
        self._rule(round, rulings.values())
        return rulings, court

    def _rule(self, round: int, rulings: Iterable[Ruling]) -> None:
        for ruling in rulings:
            self.ruled[ruling.challenge] = ruling
            self.journal.emit(Ruled(round=round, ruling=ruling))

    def _court(self) -> Court:
        """Over the claims of all drafts; those of the document as they stand in it, with their premises there."""
        told = {claim.id: claim for claim in self.draft.claims()}
        claims = [told.get(id, claim) for id, claim in self.claims.items()]
        found = self.on(self.draft)
        for party in self.parties:
            found += self.on(party.draft, {claim.id for claim in party.draft.claims() if claim.id not in told})
        return Court(as_draft(claims), found, self.library, self.referee)

    def _settle(
        self,
        round: int,
        rulings: Mapping[str, Ruling],
        responses: Mapping[str, Response],
        rivals: Mapping[str, Rivals],
        court: Court,
    ) -> bool:
        """Take out what fell; note which rivals stand side by side. True if the document changes by it.

        A ruling on a contradiction is on all who say the same; what one seat gives up, or a gate refutes, is its own.
        Who conceded is to revise its claim first. What says what its source says goes by no word: then the sources
        disagree, and the document shows both.
        """
        self.shown |= {id for id in rivals if self._says_its_source(rulings[id])}
        fallen = contested.felled(
            rulings, responses, self.against, self.shown, self.conceded, court.gate_fails, self._cluster
        )
        compatible: set[frozenset[str]] = set()
        for pair in dict.fromkeys(rivals.values()):
            ids = {id for id, each in rivals.items() if each is pair}
            verdicts = {rulings[id].verdict for id in ids - self.shown}
            if verdicts == {Verdict.DISMISSED} and self.shown.isdisjoint(ids):
                compatible.add(pair.key)
            elif Verdict.UPHELD not in verdicts:
                self.undecided[pair] = self._quoted(pair)
        changed = self._take_out(round, fallen) or bool(compatible - self.compatible)
        self.compatible |= compatible
        self.stale |= changed
        self._rule(round, self._moot(court))
        return changed

    def _says_its_source(self, ruling: Ruling) -> bool:
        """Whether a judge upheld a contradiction against a claim that every check bears out, whoever gave it up."""
        by_word = ruling.verdict is Verdict.UPHELD and ruling.by != EVIDENCE
        return by_word and self._borne_out(self.claims[ruling.claim or ""])

    def _take_out(self, round: int, fallen: Mapping[str, str]) -> bool:
        """Claims that are to stand no more, and because of which challenge. True if one stood."""
        for claim in {claim.id: claim for claim in self.draft.claims()}.values():
            if claim.id in fallen and claim.id not in self.lost:
                edit = Edit(challenge=fallen[claim.id], action="withdraw", claim=claim.id)
                self.journal.emit(Edited(round=round, edit=edit, before=claim))
        changed = bool(fallen.keys() - self.lost)
        self.lost |= fallen.keys()
        self.stale |= changed
        return changed

    def _unkept(self, promised: Iterable[Challenge]) -> dict[str, str]:
        """Claims of conceded contradictions that their authors did not revise, and because of which challenge; rather
        because of a rival that stands.
        """
        ordered = sorted(promised, key=lambda each: self.against.get(each.id) not in self.lost)
        kept = self.mended | self.shown
        return {each.claim: each.id for each in ordered if each.claim and each.id not in kept}

    def _moot(self, court: Court) -> list[Ruling]:
        """Rulings anew where a claim was contested by one that fell since."""
        return [
            court.ruling(self.argued[id], Verdict.DISMISSED, RIVAL_FELL, self.ruled[id].places)
            for id, rival in self.against.items()
            if rival in self.lost
            and self.argued[id].claim not in self.lost
            and self.ruled[id].verdict is Verdict.UNDECIDED
        ]

    def _cluster(self, id: str) -> list[str]:
        """All claims that say what this one says: they fall together."""
        for cluster in self.clusters:
            members = [member.claim for member in cluster.members]
            if id in members:
                return members
        return [id]

    def _to_mend(self, challenge: Challenge, rulings: Mapping[str, Ruling]) -> bool:
        upheld = rulings[challenge.id].verdict is Verdict.UPHELD and challenge.claim not in self.lost
        return upheld and (challenge.id not in self.shown or challenge.id in self.conceded)

    async def _revise(
        self, round: int, upheld: Sequence[Challenge], rulings: Mapping[str, Ruling], mere: Mapping[str, str]
    ) -> bool:
        """Every seat mends its own draft. True if one changed.

        `mere`: challenges because of which no claim may be taken out, and why.
        """
        answering = self._answering(upheld)
        asked: list[tuple[Party, list[Challenge], ReviseTask, Mask]] = []
        for party in self.parties:
            own = [each for each in upheld if answering[each.id] == party.letter]
            if own:
                draft, mask = self._shown(round, party, own)
                task = ReviseTask(
                    question=self.case.question,
                    plan=self.aspects,
                    sources=self.sources,
                    passages=self.evidence.passages,
                    draft=draft,
                    findings=tuple(self.on(party.draft, {claim.id for claim in draft.claims()})),
                    challenges=_in_order(own, mask),
                    rulings=tuple(rulings[each.id] for each in _in_order(own, mask)),
                )
                mask = mask.clear_of(task)
                asked.append((party, own, mask.on(task), mask))
        replies = await each([(party.holder, task, 0) for party, _, task, _ in asked], round, self.journal)
        self.note_unpaid(replies)
        changed = False
        for (party, own, _, mask), reply in zip(asked, replies, strict=True):
            if isinstance(reply, Revision):
                wished = mask.off(reply, mending.new_ids(party.letter, reply, mask, {*self.ids, *self.claims}))
                wished, again = mending.without_fallen(wished, self._fallen(upheld), self.relate)
                for edit in again:
                    before = self.claims.get(edit.claim or "")
                    self.journal.emit(Edited(round=round, edit=edit, before=before, refused=mending.AGAIN))
                revised = revision.apply(party.draft, wished, own, round, self.library, self.referee, self.ids, mere)
                for edited in revised.edits:
                    self.journal.emit(edited)
                    if not edited.refused:
                        self.mended |= self._mended_by(edited.edit)
                        if edited.edit.new is not None:
                            self.lost.discard(edited.edit.new.id)  # what fell is what it said before
                changed |= revised.draft != party.draft
                party.draft = revised.draft
                self.ids |= {claim.id for claim in party.draft.claims()}
        self.stale |= changed
        return changed

    def _fallen(self, upheld: Iterable[Challenge]) -> list[Claim]:
        """What is not to be said again: what fell, and what was conceded to another draft."""
        conceded = {each.claim for each in upheld if each.id in self.against}
        return [claim for id, claim in self.claims.items() if id in self.lost or id in conceded]

    def _mended_by(self, edit: Edit) -> set[str]:
        """The challenges that an edit answers: all to the claim that it changes; of what was missing, its own."""
        if edit.claim is not None:
            return {id for id, each in self.argued.items() if each.claim == edit.claim}
        return {edit.challenge} if self.argued[edit.challenge].claim is None else set()


def _in_order(challenges: Sequence[Challenge], mask: Mask) -> tuple[Challenge, ...]:
    """As their numbers run: the order is shuffled with them."""
    return tuple(sorted(challenges, key=lambda each: mask.number(each.id)))
