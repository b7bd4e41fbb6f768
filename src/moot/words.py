"""The words of Moot: frozen types that every part speaks. Imports nothing of ours.

A *case* is argued by a *panel* of *seats*. Seats answer *tasks* with *replies*. A *draft* holds *claims* that cite
*passages* of *sources* by exact *quote*. Checks turn claims into *findings*; reviewers raise *challenges*, the author
*responds*, *rulings* decide, and every claim ends with a *standing*. What happened is told by numbered *events*.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

CHECKS = "checks"
"""Who raised or found what no seat did."""


class Word(BaseModel):
    """A frozen value; unknown fields are an error, so a typo in stored data is seen."""

    model_config = ConfigDict(frozen=True, extra="forbid")


# --- who takes part -------------------------------------------------------------------------------------------------


class Role(StrEnum):
    AUTHOR = "author"
    REVIEWER = "reviewer"
    JUDGE = "judge"


class Fallback(Word):
    """Who takes a seat when the model before it fails or comes late."""

    model: str
    family: str


class Seat(Word):
    """A role with a model and an instance number."""

    role: Role
    model: str
    """`provider:name`."""
    family: str
    """Lineage of the model: claude, gpt, qwen, lexical, embedding, …"""
    instance: int = 1
    fallbacks: tuple[Fallback, ...] = ()
    """Tried in this order once the model failed; whoever took the seat keeps it."""
    deadline: float | None = None
    """Seconds for one answer of one model, its retries included; then it is late. None: as long as the run has."""

    @property
    def id(self) -> str:
        return f"{self.role.value}-{self.instance}"


class Panel(Word):
    """The seats of one run, in the order in which their results are taken."""

    seats: tuple[Seat, ...]

    def of(self, role: Role) -> tuple[Seat, ...]:
        return tuple(seat for seat in self.seats if seat.role is role)

    @property
    def mixed(self) -> bool:
        """True when every reviewer is of another family than every author; of authors alone, when families differ."""
        authors, reviewers = ({seat.family for seat in self.of(role)} for role in (Role.AUTHOR, Role.REVIEWER))
        return bool(authors) and authors.isdisjoint(reviewers) and len(authors | reviewers) > 1

    @property
    def speaks(self) -> bool:
        """True when at least one seat is held by a language model (recorded answers of one included)."""
        return any(not seat.model.startswith(("reader:", "file:")) for seat in self.seats)

    @property
    def audits(self) -> bool:
        """True when the author is a file."""
        return any(seat.model.startswith("file:") for seat in self.of(Role.AUTHOR))


# --- the case and what is known -------------------------------------------------------------------------------------


class Caps(Word):
    """What a run may spend. `seconds` None: no deadline."""

    usd: Decimal = Decimal(1)
    seconds: float | None = None
    rounds: int = Field(default=2, ge=1)


class Case(Word):
    """A question over materials, with caps. The materials themselves are documents of the run."""

    question: str
    protocol: str = "critique"
    caps: Caps = Caps()
    swap: bool = False
    """Author and reviewer change places after each round."""
    sides: tuple[str, ...] = ()
    """Of a debate: the rival answers, if the user names them."""


class Source(Word):
    """Something read once; its text is kept in a `Document`."""

    id: str
    """S1, S2, … in the order of reading."""
    title: str
    origin: str
    """Path or address, as the reader of a report may be shown it."""
    sha256: str
    """Of the raw bytes that were read."""
    text_sha256: str
    """Of the text that quotes are located in."""
    media: str
    """markdown, text, html or pdf."""
    date: str | None = None
    """ISO date that the source gives for itself, if it gives one: YYYY-MM-DD, or YYYY-MM, or YYYY."""
    stated_origin: str | None = None
    """Where the source says it comes from (an address, a publisher), if it says so; `origin` is where we read it."""
    asked: str | None = None
    """Of what the run fetched: the address that was asked for. None for a file."""
    fetched: str | None = None
    """When, ISO."""
    private: bool = True
    """A local file: never sent to an endpoint that keeps prompts unless the user says so."""
    notes: tuple[str, ...] = ()
    """What the reader of a report must know of it: pages without text, orders to models found in it, …"""


class Hidden(Word):
    """Text that a person looking at the source would not see; kept apart, never evidence."""

    how: str
    """The means: "HTML comment", "display: none", …"""
    text: str


class Document(Word):
    source: Source
    text: str
    hidden: tuple[Hidden, ...] = ()
    """What reading left out of `text` because it was hidden."""


class Unread(Word):
    """A source that could not be read, and why, in one sentence."""

    origin: str
    reason: str


class Form(StrEnum):
    PROSE = "prose"
    LIST = "list"
    TABLE = "table"
    CODE = "code"


class Passage(Word):
    """An addressable span of a document: `text == document.text[start:end]`."""

    id: str
    """`<source id>.<n>`, e.g. S2.3"""
    source: str
    start: int
    end: int
    text: str
    heading: str = ""
    """The headings above it, joined by ' › '."""
    form: Form = Form.PROSE


class Citation(Word):
    """A pointer to a passage with an exact quote from it."""

    passage: str
    quote: str


# --- what is asserted -----------------------------------------------------------------------------------------------


class ClaimKind(StrEnum):
    QUOTED = "quoted"
    """The text is the source's own words."""
    STATED = "stated"
    """In own words, cited."""
    COMPUTED = "computed"
    """`expression` over figures of the citations, evaluated by us."""
    INFERRED = "inferred"
    """Follows from `premises` (ids of claims); stands only while they stand."""


class Link(Word):
    """What came of asking for an address."""

    asked: str
    """Without fragment."""
    final: str = ""
    """Where it led to; empty when there is no page."""
    status: int | None = None
    """Of HTTP."""
    title: str = ""
    """Of the page."""
    registered: str = ""
    """The title that the register of its DOI or arXiv id gives: many publishers let no program see the page itself."""
    archived: str = ""
    """The address of an archived copy; asked for only where there is no page."""
    reason: str = ""
    """Why there is no page, or none that can be read; empty when it was read."""
    gone: bool = False
    """Whether the site, or the lack of one, says that there is no such page; else it may only be closed to us."""
    source: str | None = None
    """Id of the source that was read there, or in the archived copy."""


class Reference(Word):
    """What a file that is audited cites for a claim, whether it could be read or not."""

    mark: str
    """As the file marks it: [3], (Okafor 2021), …"""
    entry: str = ""
    """The entry of its list, or the address of a link; empty when the mark points to nothing."""
    title: str = ""
    """Of the work, as the entry gives it."""
    address: str | None = None
    source: str | None = None
    """Id of the source that was read for it."""
    problem: str = ""
    """Why there is none, in words; empty when there is."""


class Claim(Word):
    """One checkable statement."""

    id: str
    kind: ClaimKind
    text: str
    citations: tuple[Citation, ...] = ()
    expression: str | None = None
    """Of a computed claim: arithmetic with + - * / ( ) over figures that stand in the quotes, e.g. `61.6 - 59.3`."""
    premises: tuple[str, ...] = ()
    about: str = ""
    """Of a table cell: what its text belongs to (row · column)."""
    references: tuple[Reference, ...] = ()
    """Of a claim that a file makes: what the file itself cites. Its citations are then what was found there."""


class Row(Word):
    label: str
    cells: tuple[Claim | None, ...]


class Table(Word):
    """A table is cells that are claims. `columns` names the cells, without the column of row labels."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


class Section(Word):
    title: str
    claims: tuple[Claim, ...] = ()
    tables: tuple[Table, ...] = ()


class Disagreement(Word):
    """Where the sources disagree: the same subject, two or more sides, each a claim with its quote."""

    subject: str
    sides: tuple[Claim, ...]
    challenge: str = ""
    """Of one that was added to a draft: the challenge that asked for it."""


class Draft(Word):
    """The document. The first section answers the question."""

    sections: tuple[Section, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    gaps: tuple[str, ...] = ()
    """What the sources do not say."""

    def claims(self) -> Iterator[Claim]:
        """All claims in reading order: sections (sentences, then table cells), then the sides of disagreements."""
        for section in self.sections:
            yield from section.claims
            for table in section.tables:
                for row in table.rows:
                    yield from (cell for cell in row.cells if cell is not None)
        for disagreement in self.disagreements:
            yield from disagreement.sides


# --- what the checks say --------------------------------------------------------------------------------------------


class Outcome(StrEnum):
    HOLDS = "holds"
    FAILS = "fails"
    UNCHECKED = "unchecked"


class Place(Word):
    """Where evidence lies: offsets into the document's text (characters, end exclusive)."""

    source: str
    passage: str
    start: int
    end: int


class Vote(Word):
    """What one verifier says of a claim over the evidence of one source, or of all together."""

    by: str
    source: str | None = None
    """None: over all of the evidence."""
    score: float
    """Probability that the evidence supports the claim, rounded to three decimals."""
    supports: bool
    """Whether the score reaches the verifier's threshold."""
    place: Place | None = None
    """The best passage."""


class Finding(Word):
    """What a check says of a claim. A broken checker gives `unchecked`, never `holds`."""

    check: str
    version: str
    """Of the check; with the hash of weights where it has some."""
    claim: str
    outcome: Outcome
    gate: bool
    """A failed gate cannot be overruled; a failed signal raises a challenge."""
    reason: str
    """In words, for a reader: "figure differs: 59.3 against 61.6"."""
    places: tuple[Place, ...] = ()
    score: float | None = None
    """Rounded to three decimals."""
    votes: tuple[Vote, ...] = ()
    """Of a check that asks several verifiers, or asks about each source: what each said."""


class Standing(StrEnum):
    """What the reader is told of a claim."""

    PROVEN = "proven"
    INFERRED = "inferred"
    CONTESTED = "contested"
    CONTRADICTED = "contradicted"
    UNSUPPORTED = "unsupported"
    UNCHECKED = "unchecked"
    WITHDRAWN = "withdrawn"


# --- how it is argued -----------------------------------------------------------------------------------------------


class Aspect(Word):
    """A sub-question of the plan with the searches that may answer it."""

    id: str
    question: str
    queries: tuple[str, ...]


class Plan(Word):
    reply: Literal["plan"] = "plan"
    aspects: tuple[Aspect, ...]


class Agreement(StrEnum):
    """How many of the drafts assert something."""

    ALL = "all"
    SOME = "some"
    ONE = "one"


class Member(Word):
    draft: str
    """Its letter: A, B, …"""
    claim: str


class Cluster(Word):
    """Claims of several drafts that say the same."""

    id: str
    members: tuple[Member, ...]
    agreement: Agreement
    against: tuple[str, ...] = ()
    """Ids of the clusters that contradict it."""


class Rubric(StrEnum):
    RELIABILITY = "source reliability"
    COMPLETENESS = "completeness"
    GROUNDING = "grounding in evidence"


class ChallengeKind(StrEnum):
    NOT_CARRIED = "not carried"
    """The quote does not say it."""
    FIGURE = "figure"
    """A figure differs from, or is missing in, the evidence."""
    OVERREACH = "overreach"
    """Stronger, broader or more certain than the evidence."""
    CONDITION = "condition"
    """A condition, hedge or date of the source was dropped."""
    CONFLICT = "conflict"
    """Another passage says otherwise."""
    MISSING = "missing"
    """An aspect of the question that the evidence covers and the draft does not."""
    STALE = "stale"
    """A newer source says otherwise or may have overtaken it."""
    UNDATED = "undated"
    """A time-bound statement from a source without a date."""
    WEAK = "weak source"
    """The source is not one to rely on for this."""

    @property
    def rubric(self) -> Rubric:
        if self in (ChallengeKind.STALE, ChallengeKind.UNDATED, ChallengeKind.WEAK):
            return Rubric.RELIABILITY
        if self in (ChallengeKind.MISSING, ChallengeKind.CONDITION):
            return Rubric.COMPLETENESS
        return Rubric.GROUNDING


class Remedy(StrEnum):
    WITHDRAW = "withdraw"
    REVISE = "revise"
    ADD = "add"
    SHOW_BOTH = "show both"
    """Show the other side beside it, under "Where the sources disagree"."""
    MARK = "mark"
    """Say it with its date, condition or origin."""


class Challenge(Word):
    """An objection to a claim, or (claim None) to the draft for a missing aspect."""

    id: str = ""
    """Given by the round: `r<round>.<seat>.<n>`."""
    by: str = ""
    """Seat id, or `checks` for one that a failed finding raised."""
    claim: str | None = None
    aspect: str | None = None
    kind: ChallengeKind
    grounds: str
    citations: tuple[Citation, ...] = ()
    """The located grounds. Without one (and without a failed finding) a challenge is dismissed."""
    findings: tuple[str, ...] = ()
    """Names of checks whose failed finding on the claim is the ground."""
    remedy: Remedy
    search: str | None = None
    """A search for counter-evidence that the reviewer asks for."""


class Action(StrEnum):
    CONCEDE = "concede"
    REBUT = "rebut"
    WITHDRAW = "withdraw"


class Response(Word):
    challenge: str
    by: str = ""
    action: Action
    grounds: str
    citations: tuple[Citation, ...] = ()
    """A rebuttal without a quote that is found in the evidence does not count."""


class Verdict(StrEnum):
    UPHELD = "upheld"
    DISMISSED = "dismissed"
    UNDECIDED = "undecided"
    """Located grounds on both sides: the claim is contested."""


class Ruling(Word):
    challenge: str
    claim: str | None = None
    by: str
    """Seat id of the judge, or `evidence`."""
    verdict: Verdict
    reason: str
    places: tuple[Place, ...] = ()
    """The located grounds that decided."""


class Edit(Word):
    """One change to a draft, because of one challenge."""

    challenge: str
    action: Literal["revise", "withdraw", "add"]
    claim: str | None = None
    """The claim to revise or withdraw."""
    new: Claim | None = None
    """The claim in its new words, or the claim to add."""
    section: str | None = None
    """Of an added claim: the title of its section (made if new)."""


class Challenges(Word):
    reply: Literal["challenges"] = "challenges"
    challenges: tuple[Challenge, ...] = ()


class Responses(Word):
    reply: Literal["responses"] = "responses"
    responses: tuple[Response, ...] = ()


class Judgement(Word):
    """A judge's word on one challenge; it counts only with a quote found in the evidence."""

    challenge: str
    verdict: Verdict
    reason: str
    citations: tuple[Citation, ...] = ()


class Judgements(Word):
    reply: Literal["judgements"] = "judgements"
    judgements: tuple[Judgement, ...] = ()


class Support(StrEnum):
    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    NOT_SAID = "not said"


class Assessment(Word):
    """A judge's word on what a claim cites; it counts only with a quote found there."""

    claim: str
    support: Support
    reason: str
    citations: tuple[Citation, ...] = ()


class Assessments(Word):
    reply: Literal["assessments"] = "assessments"
    assessments: tuple[Assessment, ...] = ()


class Sides(Word):
    """The rival answers to a question, of which one at most can be right."""

    reply: Literal["sides"] = "sides"
    sides: tuple[str, ...]


class Composed(Word):
    """The answer to the question, over claims of the document: every claim is inferred from premises."""

    reply: Literal["composed"] = "composed"
    claims: tuple[Claim, ...]


class Drafting(Word):
    reply: Literal["drafting"] = "drafting"
    draft: Draft


class Revision(Word):
    """The next draft as edits of the one before; what was not challenged does not change."""

    reply: Literal["revision"] = "revision"
    edits: tuple[Edit, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    gaps: tuple[str, ...] = ()


Reply = Annotated[
    Plan | Sides | Drafting | Revision | Challenges | Responses | Judgements | Assessments | Composed,
    Field(discriminator="reply"),
]


# --- what a seat is asked -------------------------------------------------------------------------------------------


class PlanTask(Word):
    task: Literal["plan"] = "plan"
    question: str
    sources: tuple[Source, ...]


class DraftTask(Word):
    """Write the draft (reply `Drafting`)."""

    task: Literal["draft"] = "draft"
    question: str
    plan: Plan
    sources: tuple[Source, ...]
    passages: tuple[Passage, ...]
    side: str = ""
    """Of a debate: the answer that this seat argues for."""


class ReviseTask(Word):
    """Write the next draft after rulings (reply `Revision`). One of the draft tasks."""

    task: Literal["revise"] = "revise"
    question: str
    plan: Plan
    sources: tuple[Source, ...]
    passages: tuple[Passage, ...]
    draft: Draft
    findings: tuple[Finding, ...]
    challenges: tuple[Challenge, ...]
    """The upheld ones."""
    rulings: tuple[Ruling, ...]


class ChallengeTask(Word):
    """Review the draft (reply `Challenges`). Shows case, draft and evidence, never the author's conversation."""

    task: Literal["challenge"] = "challenge"
    question: str
    plan: Plan
    sources: tuple[Source, ...]
    passages: tuple[Passage, ...]
    draft: Draft
    findings: tuple[Finding, ...]
    settled: tuple[Challenge, ...] = ()
    """Challenges that were already ruled on; not to be raised again."""
    rulings: tuple[Ruling, ...] = ()
    """On the settled ones."""


class RespondTask(Word):
    """Answer the challenges (reply `Responses`)."""

    task: Literal["respond"] = "respond"
    question: str
    sources: tuple[Source, ...]
    passages: tuple[Passage, ...]
    draft: Draft
    findings: tuple[Finding, ...]
    challenges: tuple[Challenge, ...]


class RuleTask(Word):
    """Judge the challenges that evidence alone does not decide (reply `Judgements`)."""

    task: Literal["rule"] = "rule"
    question: str
    sources: tuple[Source, ...]
    passages: tuple[Passage, ...]
    draft: Draft
    findings: tuple[Finding, ...]
    challenges: tuple[Challenge, ...]
    responses: tuple[Response, ...]


class SidesTask(Word):
    """Name the rival answers that the evidence may bear out (reply `Sides`)."""

    task: Literal["sides"] = "sides"
    question: str
    sources: tuple[Source, ...]
    passages: tuple[Passage, ...]
    most: int
    """As many seats argue."""


class ComposeTask(Word):
    """Write the answer over a document whose claims are settled (reply `Composed`)."""

    task: Literal["compose"] = "compose"
    question: str
    sources: tuple[Source, ...]
    passages: tuple[Passage, ...]
    draft: Draft
    findings: tuple[Finding, ...]
    contested: tuple[str, ...]
    """Ids of the claims that do not stand: nothing may be inferred from them."""


class AssessTask(Word):
    """Say of each claim of an audited file whether what it cites bears it out (reply `Assessments`)."""

    task: Literal["assess"] = "assess"
    question: str
    sources: tuple[Source, ...]
    passages: tuple[Passage, ...]
    """Those that the claims cite."""
    claims: tuple[Claim, ...]


Task = Annotated[
    PlanTask | SidesTask | DraftTask | ReviseTask | ChallengeTask | RespondTask | RuleTask | ComposeTask | AssessTask,
    Field(discriminator="task"),
]


# --- what happened --------------------------------------------------------------------------------------------------


class SourceRead(Word):
    event: Literal["source_read"] = "source_read"
    source: Source
    passages: int


class SourceSkipped(Word):
    event: Literal["source_skipped"] = "source_skipped"
    unread: Unread


class Followed(Word):
    """An address was asked for."""

    event: Literal["followed"] = "followed"
    link: Link


class Noticed(Word):
    """Something in a source that addresses models instead of readers, or hides; it was treated as data."""

    event: Literal["noticed"] = "noticed"
    source: str
    what: str
    excerpt: str
    place: Place | None = None


class Planned(Word):
    event: Literal["planned"] = "planned"
    plan: Plan


class Convened(Word):
    """Several seats write drafts of their own. The seed shuffles what each of them is shown of the others."""

    event: Literal["convened"] = "convened"
    seed: int
    sides: tuple[str, ...] = ()
    """Of a debate: the rival answers, in the order of the seats that argue for them."""


class Opened(Word):
    """The draft of one seat, written in private. Ids of its claims begin with its letter."""

    event: Literal["opened"] = "opened"
    round: int
    seat: str
    label: str
    """A, B, …: its name in the record. What other seats are shown is shuffled."""
    draft: Draft


class Aligned(Word):
    """Which claims of the drafts say the same, and which contradict one another."""

    event: Literal["aligned"] = "aligned"
    round: int
    clusters: tuple[Cluster, ...]


class Moved(Word):
    """A seat gave up a position; or (refused not empty) wished to, and had no located reason."""

    event: Literal["moved"] = "moved"
    round: int
    seat: str
    claim: str
    challenge: str
    action: Action
    grounds: str
    places: tuple[Place, ...] = ()
    """The located reason."""
    refused: str = ""


class Gathered(Word):
    """A search over the index. `why`: the aspect, or the challenge that asked for it."""

    event: Literal["gathered"] = "gathered"
    round: int
    why: str
    queries: tuple[str, ...]
    passages: tuple[str, ...]


class Drafted(Word):
    """A whole draft, the first (round 1) or the next after rulings."""

    event: Literal["drafted"] = "drafted"
    round: int
    draft: Draft


class Edited(Word):
    """An edit that was made, or (refused not empty) was refused for the reason given."""

    event: Literal["edited"] = "edited"
    round: int
    edit: Edit
    before: Claim | None = None
    refused: str = ""


class Checked(Word):
    event: Literal["checked"] = "checked"
    round: int
    findings: tuple[Finding, ...]
    by: str = CHECKS
    """Or the seat of a judge, whose findings nobody can derive again."""


class Challenged(Word):
    event: Literal["challenged"] = "challenged"
    round: int
    challenge: Challenge


class Responded(Word):
    event: Literal["responded"] = "responded"
    round: int
    response: Response


class Ruled(Word):
    event: Literal["ruled"] = "ruled"
    round: int
    ruling: Ruling


class SeatFailed(Word):
    event: Literal["seat_failed"] = "seat_failed"
    round: int
    seat: str
    task: str
    reason: str


class Replaced(Word):
    """A fallback took a seat."""

    event: Literal["replaced"] = "replaced"
    round: int
    seat: str
    task: str
    model: str
    family: str
    reason: str
    """Why the one before gave it up."""


class LeftOut(Word):
    """Passages that a seat was not shown, because they did not fit its context or the money left."""

    event: Literal["left_out"] = "left_out"
    round: int
    seat: str
    task: str
    passages: tuple[str, ...]
    reason: str


class Stopped(Word):
    event: Literal["stopped"] = "stopped"
    round: int
    reason: str
    capped: bool = False
    """True when a cap on money, time or rounds ended the run before the argument did."""


Event = Annotated[
    SourceRead
    | SourceSkipped
    | Followed
    | Noticed
    | Planned
    | Convened
    | Opened
    | Aligned
    | Moved
    | Gathered
    | Drafted
    | Edited
    | Checked
    | Challenged
    | Responded
    | Ruled
    | SeatFailed
    | Replaced
    | LeftOut
    | Stopped,
    Field(discriminator="event"),
]
