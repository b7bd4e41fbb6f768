"""Several seats write drafts in private; what their claims have in common is found, and one document made of them.

    plan → drafts → findings → clusters → document

Beside plan and drafts a model is asked only of claims whose words leave open what they have in common (`aligning`).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import combinations, product
from string import ascii_uppercase

from pydantic import TypeAdapter

from moot.debate import aligning, answers, person
from moot.debate.apart import apart
from moot.debate.ask import Missing, ask, each
from moot.debate.clusters import Asserted, asserted, clustered
from moot.debate.contested import Rivals, matter, rivals
from moot.debate.drafts import as_draft, followed, lettered, only, spoken, worded
from moot.debate.grounds import at_origins, located
from moot.debate.masks import Mask
from moot.debate.merging import Merger
from moot.debate.proceedings import Proceedings
from moot.debate.standing import STANDS, Judged, standings
from moot.debate.web import Lookout
from moot.errors import OutOfTime, OverBudget
from moot.evidence.library import Library
from moot.ledger.calls import Answer
from moot.ledger.journal import Journal
from moot.models.seat import SeatHolder
from moot.text.utf8 import sha256
from moot.verify import relation
from moot.verify.referee import Referee
from moot.words import (
    CHECKS,
    Aligned,
    Alignments,
    AlignTask,
    Case,
    Challenge,
    Checked,
    Citation,
    Claim,
    Cluster,
    Composed,
    ComposeTask,
    Convened,
    Draft,
    Drafting,
    DraftTask,
    Dropped,
    Finding,
    Opened,
    Place,
    Relation,
    Reply,
    Role,
    Ruling,
    SeatFailed,
    Stopped,
    Verdict,
)

PAIRS = TypeAdapter(list[tuple[str, str, str]])
"""Ids of two claims, and of the seat that is asked about them."""
DIFFER = "The one contradicts the other"
"""Of two claims of which nobody said in what they contradict each other, and their words do not tell."""
NOTHING_LEFT = "The drafts were written, and nothing of them was left standing"


@dataclass
class Party:
    """A seat with its draft and the letter that the record knows it by."""

    holder: SeatHolder
    letter: str
    side: str = ""
    """Of a debate: the answer that it argues for."""
    draft: Draft = field(default_factory=Draft)

    @property
    def id(self) -> str:
        return self.holder.seat.id


class Assembly(Proceedings):
    """Several seats with a draft each, and the document that is made of them."""

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
        authors = [holder for holder in holders if holder.seat.role is Role.AUTHOR]
        self.parties = [Party(holder, _letters(n)) for n, holder in enumerate(authors)]
        self.judge = next((holder for holder in holders if holder.seat.role is Role.JUDGE), None)
        self.seed = int(sha256(case.question)[:8], 16)
        """From the question, so that the same case is shuffled the same way."""
        self.clusters: tuple[Cluster, ...] = ()
        self.relate = relation.relate
        self.alike: dict[frozenset[str], aligning.Heard] = {}
        """Two texts that a seat was asked about → what it said of them."""
        self.compared: set[str] = set()
        """Texts of claims that were there when seats were asked."""
        self.places: dict[str, tuple[Place, ...]] = {}
        """Claim id → where its quotes stand, of copies in what they are copies of; of an inference, those of what it
        follows from.
        """
        self.known: dict[str, list[Finding]] = {}
        """A claim with all that it follows from, as it was checked → the findings on it."""
        self.lost: set[str] = set()
        """Claims that are not to stand in the document."""
        self.compatible: set[frozenset[str]] = set()
        """Rivals that a ruling let stand side by side."""
        self.argued: dict[str, Challenge] = {}
        self.ruled: dict[str, Ruling] = {}
        self.mended: set[str] = set()
        """Challenges whose claim was changed since."""
        self.unpaid = ""
        """Why something could not be paid for."""
        self.stale = False
        """Whether a draft changed, or a claim fell, since the document was made."""

    # --- before the first round -------------------------------------------------------------------------------------

    def convene(self, sides: Sequence[str] = ()) -> None:
        for party, side in zip(self.parties, sides, strict=False):
            party.side = side
        self.journal.emit(Convened(seed=self.seed, sides=tuple(sides)))

    async def plan(self) -> None:
        await self.planned_by([party.holder for party in self.parties])

    async def open(self) -> None:
        """The drafts, each written without a sight of the others. Who makes none takes no further part."""
        await self.on_time_to_draft()
        self.unseen = False
        plain = DraftTask(
            question=self.case.question,
            plan=self.aspects,
            sources=self.sources,
            passages=self.evidence.passages,
            reviewed=False,
            may_ask=self.case.may_ask,
        )
        asked = [(party.holder, plain.model_copy(update={"side": party.side})) for party in self.parties]
        heard: list[Party] = []
        replies = await person.heard_together(asked, 1, self.journal)
        for party, reply in zip(self.parties, replies, strict=True):
            if isinstance(reply, Drafting):
                party.draft = lettered(reply.draft, party.letter)
                # None is ever another claim's, even if it goes.
                self.ids |= {claim.id for claim in party.draft.claims()}
                self.journal.emit(Opened(round=1, seat=party.id, label=party.letter, draft=party.draft))
                heard.append(party)
            elif isinstance(reply, Missing) and reply.error is OverBudget:
                self.journal.emit(SeatFailed(round=1, seat=party.id, task=plain.task, reason=reply.reason))
        self.note_unpaid(replies)
        if not heard:
            raise self.no_draft(next((reply for reply in replies if isinstance(reply, Missing)), None))
        self.parties = heard

    async def compare(self, round: int) -> None:
        """Check every claim, align the drafts, and make one document of them."""
        await self.align(round)
        await self.tell(round)

    async def align(self, round: int) -> None:
        """Check every claim, and find what the drafts have in common."""
        await self._check(round, "drafts", as_draft(self.claims.values()))
        self.places = {
            claim.id: at_origins(located(quotes(party.draft, claim), self.library), self.library)
            for party in self.parties
            for claim in party.draft.claims()
        }
        aligned = await self._aligned(round, await self._read_pairs(round))
        self.clusters = aligned.clusters
        self.journal.emit(aligned)

    async def tell(self, round: int) -> None:
        """The document that the drafts make, and what the checks say of it."""
        draft, self.stale = self.or_a_gap(self.document(), NOTHING_LEFT), False
        if draft != self.told or round == 1:
            self.drafted(draft, round)
            await self.tell_findings(round)

    def document(self) -> Draft:
        """The drafts as one; rivals that nothing decided stand side by side."""
        plain = self.merging()
        pairs = [pair for pair in rivals(plain) if pair.key not in self.compatible]
        return self.merging([(pair.one.id, pair.other.id, self._subject(pair)) for pair in pairs]).merged()

    def merging(self, open_: Sequence[tuple[str, str, str]] = ()) -> Merger:
        drafts = self._drafts()
        overruled = self.overruled(self.ruled)
        every = (finding for draft in drafts.values() for finding in self.on(draft))
        found = [finding for finding in every if (finding.claim, finding.reason) not in overruled]
        return Merger(drafts, self.clusters, found, self.lost, self.places, open_, self.sided)

    def overruled(self, rulings: Mapping[str, Ruling]) -> set[tuple[str, str]]:
        """Claims and what checks doubted in them, where that was dismissed."""
        return {
            (challenge.claim or "", challenge.grounds)
            for id, ruling in rulings.items()
            if (challenge := self.argued[id]).by == CHECKS and ruling.verdict is Verdict.DISMISSED
        }

    def _subject(self, pair: Rivals) -> str:
        """In what they differ, in the words of who read the two, or others that say the same; else as is seen, under
        what both speak of.
        """
        one, other = spoken(pair.one), spoken(pair.other)
        ours, theirs = (self._said_as(each) for each in (pair.one, pair.other))
        for both in ((one, other), *product(ours, theirs)):
            heard = self.alike.get(frozenset(both))
            if heard and heard.word and heard.word.relation is Relation.CONFLICT and heard.word.difference:
                return heard.word.difference
        over = self.relate(one, other).over.removeprefix("figure differs: ")
        for shown in (disagreement for party in self.parties for disagreement in party.draft.disagreements):
            if any(side.id == pair.one.id for side in shown.sides):
                return f"{shown.subject}: {over or DIFFER.lower()}"
        about = matter(one, other, over)
        return f"{about}: {over or DIFFER.lower()}" if about else over or DIFFER

    def _said_as(self, claim: Claim) -> list[str]:
        """The words of the claims that say the same as this one."""
        cluster = next((each for each in self.clusters if claim.id in {member.claim for member in each.members}), None)
        claims = self.claims
        return [spoken(claims[each.claim]) for each in (cluster.members if cluster else ()) if each.claim in claims]

    async def tell_findings(self, round: int) -> None:
        """What the checks say of the document; only claims that are new in it are looked at."""
        await self._check(round, "document", self.draft)
        self.journal.emit(Checked(round=round, findings=tuple(self.on(self.draft))))

    async def _check(self, round: int, what: str, draft: Draft) -> None:
        """Findings on the claims that were not checked in these words, over premises in these words."""
        claims = {claim.id: claim for claim in draft.claims()}
        new = [id for id, claim in claims.items() if worded(claim, claims) not in self.known]
        if not new:
            return
        shown = list({claim.id: claim for claim in only(draft, new).claims()}.values())
        asked = "\n".join(claim.model_dump_json() for claim in shown)
        found = await self.findings(f"r{round}/check/{what}/0", shown, asked)
        for id in new:
            self.known[worded(claims[id], claims)] = [finding for finding in found if finding.claim == id]

    def on(self, draft: Draft, of: Collection[str] | None = None) -> list[Finding]:
        """The findings on the claims of a draft as they stand in it, or on some of them."""
        claims = {claim.id: claim for claim in draft.claims()}
        wanted = claims if of is None else [id for id in claims if id in of]
        return [finding for id in wanted for finding in self.known.get(worded(claims[id], claims), [])]

    async def _read_pairs(self, round: int) -> list[tuple[str, str]]:
        """Have pairs read with a claim that was not there when seats were asked before; their ids.

        Where nobody can be asked, or says anything, the words decide.
        """
        readers = self._readers()
        if not readers or self.unpaid or not await self._has_time_to_align():
            return []
        claims = self._asserted()

        async def do() -> Answer:
            every = [each for id, each in claims.items() if id not in self.lost]
            pairs = await apart(aligning.worth_reading, every, self.compared, self.relate, self.leads())
            letters = {id: letter for id, (_, letter) in readers.items()}
            shared = await apart(aligning.shared_out, pairs, every, letters, self.relate)
            return Answer(body=PAIRS.dump_json(shared).decode())

        asked = sha256("\n".join([self._as_text(), *sorted(self.compared), *readers]))
        answer = await self.journal.once(f"r{round}/check/pairs/0", asked, Decimal(0), do)
        shared = PAIRS.validate_json(answer.body)
        self.compared |= {each.text for each in claims.values()}
        wave: list[tuple[SeatHolder, AlignTask, int]] = []
        for id, (holder, _) in readers.items():
            texts = [(claims[one].text, claims[other].text) for one, other, by in shared if by == id]
            tasks = aligning.tasks(self.case.question, texts, self.seed)
            wave += [(holder, task, n) for n, task in enumerate(tasks)]
        replies = await each(wave, round, self.journal)
        for (holder, task, _), reply in zip(wave, replies, strict=True):
            words = reversed(reply.alignments) if isinstance(reply, Alignments) else ()
            said = {word.pair: word for word in words}
            self.alike |= {
                frozenset((pair.one, pair.other)): aligning.Heard(holder.seat.id, said.get(pair.id))
                for pair in task.pairs
            }
        return [(one, other) for one, other, _ in shared]

    def leads(self) -> Collection[str]:
        """Ids of what each draft answers with: the first claim of its first section."""
        firsts = (party.draft.sections[0].claims[:1] for party in self.parties if party.draft.sections)
        return {claim.id for claims in firsts for claim in claims}

    def rival_answers(self) -> Collection[str]:
        """Ids of the claims that answer the question for sides that exclude one another; none where nobody argues a
        side.
        """
        return ()

    def _readers(self) -> dict[str, tuple[SeatHolder, str]]:
        """Seat → who is asked about pairs, and the letter of its draft: the judge, or else the authors.

        Readers compare as the words do, so they are not asked.
        """
        if self.judge and self.judge.seat.speaks:
            return {self.judge.seat.id: (self.judge, "")}
        return {party.id: (party.holder, party.letter) for party in self.parties if party.holder.seat.speaks}

    async def _has_time_to_align(self) -> bool:
        try:
            await self.on_time("align")
        except OutOfTime:
            return False
        return True

    async def _aligned(self, round: int, pairs: Sequence[tuple[str, str]]) -> Aligned:
        """`pairs`: that seats were asked about in this round."""
        claims, sides = self._asserted(), combinations(self.rival_answers(), 2)
        opposed = {frozenset((claims[one].text, claims[other].text)) for one, other in sides}
        said = aligning.counting(self.alike, opposed)

        async def do() -> Answer:
            found = await apart(clustered, self._drafts(), self.places, self.relate, said)
            shown = [(claims[one], claims[other]) for one, other in pairs]
            judged = await apart(lambda: tuple(aligning.judged(shown, self.alike, self.relate, opposed)))
            return Answer(body=Aligned(round=round, clusters=found, judged=judged).model_dump_json())

        words = sorted("\n".join([*sorted(texts), word.value]) for texts, word in said.items())
        asked = sha256("\n".join([self._as_text(), *words]))
        # What was said is part of the place too: said at last, after a failure, it is compared anew.
        place = f"r{round}/check/clusters/{sha256(asked)[:8] if words else 0}"
        return Aligned.model_validate_json((await self.journal.once(place, asked, Decimal(0), do)).body)

    def _asserted(self) -> dict[str, Asserted]:
        return {each.claim.id: each for each in asserted(self._drafts(), self.places)}

    @property
    def sided(self) -> bool:
        """Whether the seats argue for rival answers."""
        return any(party.side for party in self.parties)

    def _drafts(self) -> dict[str, Draft]:
        return {party.letter: party.draft for party in self.parties}

    def _as_text(self) -> str:
        """What decides how the drafts are compared, as text."""
        return "\n".join([relation.VERSION, *(draft.model_dump_json() for draft in self._drafts().values())])

    # --- the end ----------------------------------------------------------------------------------------------------

    async def compose(self) -> None:
        """The answer, said anew over the whole document; as it is where nobody can say it."""
        await self.on_time("compose")
        for holder in self.composers():
            task, mask = self.composing(holder.seat.id)
            reply = await ask(holder, mask.on(task), self.at + 1, self.journal)
            if isinstance(reply, Composed) and reply.claims and await self._answer(holder.seat.id, mask.off(reply)):
                return

    def composing(self, seat: str) -> tuple[ComposeTask, Mask]:
        """What a seat is asked for, and the numbers that claims have in it."""
        claims = {claim.id: claim for claim in self.draft.claims()}
        task = ComposeTask(
            question=self.case.question,
            sources=self.sources,
            passages=self.evidence.passages,
            draft=self.draft,
            findings=tuple(self.on(self.draft)),
            contested=tuple(id for id, each in self._judged(self.draft).items() if each.standing not in STANDS),
            drafts_might_ask=self.case.may_ask,
        )
        mask = Mask.of(self.seed, f"compose/{seat}", (*claims, *followed(self.draft)), ()).clear_of(task)
        return task, mask

    def composers(self) -> list[SeatHolder]:
        """Who is asked for the answer until one gives it: first whose draft gave the document its sections."""
        base = self.merging().base
        return [party.holder for party in sorted(self.parties, key=lambda each: each.letter != base)]

    def replaced(self) -> frozenset[str]:
        """What a new answer takes the place of: what the old one inferred."""
        return answers.inferred(self.draft)

    def with_answer(self, answer: Sequence[Claim]) -> Draft:
        """The document with another answer."""
        return answers.put(self.draft, answer, self.replaced())

    async def _answer(self, seat: str, composed: Composed) -> bool:
        """Put in what follows of the answer from what stands; False if nothing does."""
        answer = answers.numbered(composed.claims, self.draft, self.ids, self.replaced())
        draft = self.with_answer(answer)
        await self._check(self.at + 1, f"answer-{seat}", draft)
        kept = self.standing_of(seat, composed, answer, draft)
        if kept:
            self.drafted(self.with_answer(kept), self.at + 1)
            await self.tell_findings(self.at + 1)
        return bool(kept)

    def standing_of(
        self, seat: str, composed: Composed, numbered: Sequence[Claim], draft: Draft, *, closing: bool = False
    ) -> list[Claim]:
        """Those of the sentences that a seat composed which stand in a draft that was checked; the others are told."""
        judged = self._judged(draft)
        kept = [claim for claim in numbered if judged[claim.id].standing in STANDS]
        gone = {claim.text: judged[claim.id].reason for claim in numbered if claim not in kept}
        gone |= {
            claim.text: "a premise is not in the document" for claim in answers.unfounded(composed.claims, self.draft)
        }
        if gone:
            said = [claim.text for claim in composed.claims if claim.text in gone]
            event = Dropped(
                round=self.at + 1,
                seat=seat,
                sentences=tuple(said),
                reasons=tuple(gone[text] for text in said),
                lead=not closing and bool(kept) and composed.claims[0].text in gone,
                closing=closing,
            )
            self.journal.emit(event)
        return kept

    def _judged(self, draft: Draft) -> dict[str, Judged]:
        argued, ruled = list(self.argued.values()), list(self.ruled.values())
        return standings(draft, self.on(draft), argued, ruled, {}, self.mended)

    async def close(self, reason: str, capped: bool = False) -> None:
        if self.stale:
            await self.compare(self.at + 1)
        self.journal.emit(Stopped(round=self.at, reason=reason, capped=capped))

    def note_unpaid(self, replies: Sequence[Reply | Missing]) -> None:
        """Keep in mind that money ran out; what was paid for is used first."""
        for reply in replies:
            if isinstance(reply, Missing) and reply.error is OverBudget:
                self.unpaid = reply.reason

    def require_paid(self) -> None:
        """Raises `OverBudget` if money ran out."""
        if self.unpaid:
            raise OverBudget(self.unpaid)

    @property
    def claims(self) -> dict[str, Claim]:
        """Of all drafts, by id."""
        return {claim.id: claim for party in self.parties for claim in party.draft.claims()}


def quotes(draft: Draft, claim: Claim) -> tuple[Citation, ...]:
    """What a claim rests on; of an inference what it follows from."""
    if claim.citations:
        return claim.citations
    return tuple(dict.fromkeys(citation for each in only(draft, [claim.id]).claims() for citation in each.citations))


def _letters(n: int) -> str:
    """A, B, …, Z, AA, AB, …"""
    more, last = divmod(n, 26)
    return (_letters(more - 1) if more else "") + ascii_uppercase[last]
