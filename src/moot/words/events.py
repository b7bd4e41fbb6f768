"""What happened in a run: its events."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from moot.words.argument import Action, Challenge, Edit, Response, Ruling
from moot.words.claims import Claim, Cluster, Draft, Relation
from moot.words.evidence import Hit, Link, Place, Source, Unread
from moot.words.findings import Finding
from moot.words.replies import Plan
from moot.words.seats import CHECKS
from moot.words.word import Word


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


class Searched(Word):
    """A search of the open web. `why`: "question", the aspect, or the challenge that asked for it."""

    event: Literal["searched"] = "searched"
    round: int
    why: str
    engine: str
    query: str
    """As it was sent."""
    withheld: tuple[str, ...] = ()
    """Words of the query that were not sent: they stand in private sources only."""
    hits: tuple[Hit, ...] = ()
    failed: str = ""
    """Why there is no answer, in one clause."""


class Unsearched(Word):
    """Queries that were not sent, since as many as a run may send had been."""

    event: Literal["unsearched"] = "unsearched"
    round: int
    queries: tuple[str, ...]


class Noticed(Word):
    """Something in a source that addresses models instead of readers, or hides; it was treated as data.

    Or that only may do so: it is told, and no more comes of it.
    """

    event: Literal["noticed"] = "noticed"
    source: str
    what: str
    excerpt: str
    place: Place | None = None
    by: str = ""
    """The seat that pointed at it; empty where reading found it."""
    doubtful: bool = False
    """It may address models, and rather does not."""
    behind: int = 0
    """Sentences behind its first that nobody quotes either: they may be of the same hand."""

    @property
    def treated(self) -> str:
        """What came of it, in words for a reader."""
        if self.doubtful:
            return "left as text"
        if not self.behind:
            return "treated as data"
        sentences = "the sentence" if self.behind == 1 else f"the {self.behind} sentences"
        return f"treated as data, and {sentences} behind it left out with it"


class Asked(Word):
    """A seat put a question to the person; the run waits for the answer."""

    event: Literal["asked"] = "asked"
    round: int
    seat: str
    task: str
    question: str


class Answered(Word):
    event: Literal["answered"] = "answered"
    round: int
    seat: str
    answer: str


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


class JudgedPair(Word):
    """The word of a seat on two claims of different drafts."""

    one: str
    other: str
    relation: Relation
    difference: str
    by: str
    void: str = ""
    """Why it does not count: what was seen without a model rules it out."""


class Aligned(Word):
    """Which claims of the drafts say the same, and which contradict one another."""

    event: Literal["aligned"] = "aligned"
    round: int
    clusters: tuple[Cluster, ...]
    judged: tuple[JudgedPair, ...] = ()
    """What seats said in this round of pairs that their words leave open."""


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
    """The located reason; of one that was refused, what was quoted all the same."""
    failed: tuple[str, ...] = ()
    """What checks object to, where that is the reason."""
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
    """Passages, or pairs of claims, that a seat was not shown: they did not fit its context or the money left."""

    event: Literal["left_out"] = "left_out"
    round: int
    seat: str
    task: str
    passages: tuple[str, ...] = ()
    pairs: tuple[str, ...] = ()
    reason: str


class Dropped(Word):
    """Sentences of a composed answer, or of a side's closing, that were not taken, since they would not stand."""

    event: Literal["dropped"] = "dropped"
    round: int
    seat: str
    sentences: tuple[str, ...]
    reasons: tuple[str, ...]
    """One a sentence."""
    lead: bool = False
    """Whether the first of them was to begin the answer of which the others were taken."""
    closing: bool = False


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
    | Searched
    | Unsearched
    | Noticed
    | Asked
    | Answered
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
    | Dropped
    | Stopped,
    Field(discriminator="event"),
]
