"""The report as data: the document, its disagreements and its record. Every format shows this and nothing else."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from moot.ledger.calls import Moment
from moot.report.written import to_json
from moot.words import (
    Action,
    Agreement,
    Case,
    Challenge,
    Claim,
    Draft,
    Edit,
    Fallback,
    Finding,
    Link,
    Outcome,
    Relation,
    Response,
    Role,
    Ruling,
    Source,
    Standing,
    Word,
)


class Quoted(Word):
    """A citation with its place in the source: `before + marked + after` is an exact stretch of the source's text."""

    number: int
    """Of the source, as in [1]; 0 when the citation names no source that was read."""
    source: str
    passage: str
    heading: str = ""
    """The headings above the passage."""
    quote: str
    """As the claim gives it."""
    start: int | None = None
    """Of `marked` in the source's text, in characters; None when the quote is not in the source."""
    end: int | None = None
    before: str = ""
    marked: str = ""
    """The source's own words at that place; they may differ from `quote` in spaces, quotation marks and dashes."""
    after: str = ""
    cut_before: bool = False
    """True when the passage goes on before `before`."""
    cut_after: bool = False


What = Literal[
    "drafted",
    "added",
    "aligned",
    "checked",
    "challenged",
    "responded",
    "ruled",
    "moved",
    "revised",
    "withdrawn",
    "refused",
]


class Step(Word):
    """One thing that happened to a claim."""

    round: int
    what: What
    by: str
    """Seat id, `checks`, `evidence` or `panel`."""
    text: str
    before: str = ""
    """Of a revision or withdrawal: the words until then."""
    challenge: str = ""
    """Id of the challenge that this belongs to."""


class Older(Word):
    """Of a source that a claim cites: a newer one says otherwise."""

    number: int
    by: int
    """Number of the newer one."""
    date: str
    """Of the newer one, ISO."""


class ClaimView(Word):
    """A claim with everything that is known of it."""

    number: int | None
    """In reading order from 1; None for a claim that is no longer in the document."""
    claim: Claim
    standing: Standing
    reason: str
    quotes: tuple[Quoted, ...]
    findings: tuple[Finding, ...]
    history: tuple[Step, ...]
    resting: str = ""
    """Where some of its sources only repeat others: "two sources, one origin"."""
    older: tuple[Older, ...] = ()
    """Of the sources that it cites, those that a newer one contradicts."""

    @property
    def needs_no_reason(self) -> bool:
        """Proven, and every check ran: there is nothing to explain."""
        ran = all(finding.outcome is not Outcome.UNCHECKED for finding in self.findings)
        return self.standing is Standing.PROVEN and ran


class EarlierClaim(Word):
    """A claim of the answer before the debate, with what became of it."""

    claim: Claim
    numbers: tuple[int, ...]
    """Of the sources it cites."""
    fate: Literal["kept", "revised", "withdrawn"]
    told: int | None = None
    """Of one that the document now says in the words of another draft: the number of that claim."""


class SeatLine(Word):
    id: str
    role: Role
    model: str
    family: str
    recorded: str = ""
    """Of a seat that replays recorded answers: their provenance. Not empty for such a seat."""
    taken: tuple[Fallback, ...] = ()
    """Who took the seat after the model failed, in that order."""


NoteKind = Literal[
    "empty",
    "no model",
    "recorded",
    "asked",
    "swap",
    "degraded",
    "replaced",
    "unfinished",
    "capped",
    "web",
    "origins",
    "unread",
    "source",
    "noticed",
    "left out",
    "dropped",
]
"""In the order in which a head tells them."""


class Note(Word):
    """Something that the reader must know before reading."""

    kind: NoteKind
    text: str


class Header(Word):
    panel: str
    """`mixed panel`, `same-family panel`, `no reviewer`, …; with `, degraded` when a seat failed."""
    seats: tuple[SeatLine, ...]
    notes: tuple[Note, ...]


class SourceEntry(Word):
    number: int
    source: Source
    cited: tuple[int, ...]
    """Numbers of the claims that cite it."""


class Copied(Word):
    number: int
    reason: str
    """Why it is no voice of its own, sources by number: "the same text as [1]"."""


class OneOrigin(Word):
    """Sources that are one voice."""

    number: int
    """Of the source that the others come from."""
    copies: tuple[Copied, ...]

    @property
    def numbers(self) -> tuple[int, ...]:
        """Of all of them, in their order."""
        return tuple(sorted([self.number, *(copy.number for copy in self.copies)]))


class EditView(Word):
    edit: Edit
    before: str = ""
    refused: str = ""


class ChallengeView(Word):
    number: int
    round: int
    challenge: Challenge
    claim_number: int | None
    """Of the challenged claim, when it is still in the document."""
    claim_text: str
    """Of the challenged claim when it was challenged; the aspect for a challenge to the whole draft."""
    draft: str = ""
    """Letter of the draft in which the challenged claim stood, where several seats wrote drafts of their own."""
    quotes: tuple[Quoted, ...]
    responses: tuple[Response, ...]
    ruling: Ruling | None
    edits: tuple[EditView, ...]
    refused: str = ""
    """Why a change of position that was answered with did not count; empty where none was refused."""
    shown: bool = False
    """An upheld conflict whose two sides stand under "Where the sources disagree"."""


class Stats(Word):
    drafted: int
    """Claims of the first draft."""
    added: int
    """Claims that came later; not those that only tell a former one in other words."""
    challenged: int
    """Claims that were challenged at least once."""
    challenges: int
    upheld: int
    dismissed: int
    undecided: int
    revised: int
    """Claims whose words changed."""
    withdrawn: int
    merged: int = 0
    """Claims of the document that another one tells in the end: drafted and added, less withdrawn and merged, stand."""
    standings: tuple[tuple[Standing, int], ...]
    """Of the claims in the document, in the order of the words."""
    sources_read: int
    sources_unread: int
    origins: int = 0
    """Of the sources that were read, those that do not repeat others."""
    rounds: int
    """Of argument, until the run first came to an end."""
    added_rounds: tuple[int, ...] = ()
    """The numbers of those that followed because a person asked for more."""
    conformity: int = 0
    """Changes of position that were refused, because no located reason was given for them."""


class DraftView(Word):
    """What one seat wrote in private, or why it wrote nothing."""

    label: str
    """Its letter; empty when there is no draft."""
    seat: str
    model: str
    """Of whoever held the seat then."""
    family: str
    side: str = ""
    """Of a debate: the answer that the seat argued for."""
    claims: int = 0
    problem: str = ""
    """Why there is no draft; empty when there is one."""


class MemberView(Word):
    draft: str
    claim: str
    text: str


class Mention(Word):
    """A statement, where another one speaks of it."""

    number: int
    drafts: tuple[str, ...]
    text: str


class Statement(Word):
    """What one or more drafts assert, and what came of it."""

    number: int
    """In the order of the record, from 1."""
    text: str
    """In the words of the first draft that asserts it."""
    agreement: Agreement
    members: tuple[MemberView, ...]
    against: tuple[Mention, ...] = ()
    included_in: tuple[Mention, ...] = ()
    """Those that say all it says, and more: whoever asserts one asserts it."""
    sentences: tuple[int, ...] = ()
    """Numbers of the claims by which the document says it."""
    revised: bool = False
    """Whether the document says it in words that the debate changed."""
    told_within: bool = False
    """Whether the document says it by a statement that includes it."""
    standing: Standing | None = None
    """Of the first of those; None when the document does not say it."""
    absent: str = ""
    """Why it is not in the document."""

    @property
    def drafts(self) -> tuple[str, ...]:
        """Those that say it, in so many words or within more."""
        own = (member.draft for member in self.members)
        return tuple(dict.fromkeys([*own, *(letter for other in self.included_in for letter in other.drafts)]))


class JudgedView(Word):
    """Two claims whose words leave open what they have in common, and a seat's word on them."""

    one: MemberView
    other: MemberView
    relation: Relation
    difference: str
    by: str
    void: str = ""
    """Why the word does not count."""


class Position(Word):
    """A seat gave up what it had asserted, or wished to and had no located reason."""

    round: int
    seat: str
    family: str
    draft: str
    """Letter of the draft in which the claim stood."""
    claim: str
    claim_number: int | None
    """Of the claim, when it is still in the document."""
    standing: Standing | None
    """Of that claim: what every check bears out is not gone because one seat gives it up."""
    text: str
    """The words that were given up."""
    challenge: str
    action: Action
    grounds: str
    """The seat's own words."""
    quotes: tuple[Quoted, ...] = ()
    """The located reason."""
    failed: tuple[str, ...] = ()
    """What checks object to, where that is the reason."""
    refused: str = ""
    """Why the change was refused; empty when it was accepted."""


class Council(Word):
    """Several drafts of one question, compared: what all, some and one assert, and who changed position."""

    seed: int
    """Shuffles what each seat is shown of the others."""
    drafts: tuple[DraftView, ...]
    """In the order of the seats."""
    statements: tuple[Statement, ...]
    positions: tuple[Position, ...]
    """In the order in which they were given up."""
    conformity: int
    """Positions whose change was refused."""
    judged: tuple[JudgedView, ...] = ()
    """In the order in which they were asked about."""

    @property
    def given_up(self) -> tuple[Position, ...]:
        """The changes of position that were accepted, those to one claim of a seat once."""
        first = {(each.seat, each.claim): each for each in reversed(self.positions) if not each.refused}
        return tuple(each for each in self.positions if first.get((each.seat, each.claim)) is each)

    @property
    def written(self) -> tuple[DraftView, ...]:
        return tuple(draft for draft in self.drafts if draft.label)


class CoverLine(Word):
    kind: Literal["answer", "sides", "agreement", "contested", "moved", "conformity", "missing", "panel"]
    text: str
    sentences: tuple[int, ...] = ()
    """Of the answer: the numbers of the claims that it consists of, when none is cut short."""
    left_out: str = ""
    """Of the answer: what of it is not told here, in words."""


class Cover(Word):
    """Half a page for those who read nothing else, written by the program from the rest of the report."""

    lines: tuple[CoverLine, ...]


class Audited(Word):
    """What an audit of a file counts."""

    claims: int
    cited: int
    """Claims that cite something."""
    proven: int
    unchecked: int
    """Claims whose sources could not be opened."""
    citations: int
    opened: int
    right: int
    """Of the opened ones: those that support their claim."""
    precision: float | None
    """`right` of `opened`; None when nothing was opened."""
    recall: float | None
    """`proven` of the claims that could be checked."""


class ModelUse(Word):
    model: str
    """As the vendor named itself; of one that gave no answer, as it was asked for."""
    calls: int
    input_tokens: int
    cached_tokens: int
    output_tokens: int
    reasoning_tokens: int
    usd: Decimal
    booked: Decimal = Decimal(0)
    """The part of it that is a worst case: of calls that were cut or late, nobody knows what they cost."""


class Run(Word):
    """What differs when the same case is run again with the same answers: left out when reports are compared."""

    id: str
    created: Moment
    usd: Decimal
    seconds: float
    """From the first call to the end of the last, without the time for which the run lay still."""
    calls: int
    failed_calls: int
    repeated: int
    """Calls that were sent more than once because a process was killed while they were in flight."""
    open_intents: int
    """Calls that were sent and whose answer is not known; booked at their worst case."""
    models: tuple[ModelUse, ...]

    @property
    def tokens(self) -> tuple[int, int]:
        """Input and output tokens of all calls."""
        return sum(use.input_tokens for use in self.models), sum(use.output_tokens for use in self.models)


class Planning(Word):
    """A sub-question, how it was searched for, and what was found."""

    id: str
    question: str
    searches: tuple[str, ...] = ()
    passages: tuple[str, ...] = ()


class Report(Word):
    """The document with its record. The same case and the same answers give the same report, `run` aside."""

    schema_version: Literal[1] = 1
    case: Case
    state: str
    header: Header
    cover: Cover | None = None
    """None where the document is no longer than a cover, and of an audit."""
    plan: tuple[Planning, ...] = ()
    """Of a run that was only to plan."""
    draft: Draft
    """After the debate."""
    claims: tuple[ClaimView, ...]
    """Of `draft` in reading order, then those withdrawn."""
    before: Draft
    """The answer before the debate."""
    earlier: tuple[EarlierClaim, ...]
    """The claims of `before`, in reading order."""
    sources: tuple[SourceEntry, ...]
    origins: tuple[OneOrigin, ...] = ()
    """Which of the sources repeat others."""
    links: tuple[Link, ...] = ()
    """The addresses that an audit asked for."""
    challenges: tuple[ChallengeView, ...]
    stats: Stats
    council: Council | None = None
    """Where several seats wrote drafts of their own."""
    audited: Audited | None = None
    """Of an audit."""
    run: Run

    @property
    def views(self) -> dict[str, ClaimView]:
        """The claims by id."""
        return {view.claim.id: view for view in self.claims}

    def comparable(self) -> str:
        """The report as JSON without `run`: equal for two runs of the same case with the same answers."""
        return to_json(self, leave_out=frozenset({"run"}))
