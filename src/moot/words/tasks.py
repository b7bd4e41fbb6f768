"""What a seat is asked: tasks, each with all that its answer may rest on."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from moot.words.argument import Challenge, Response, Ruling
from moot.words.claims import Claim, Draft
from moot.words.evidence import Passage, Source
from moot.words.findings import Finding
from moot.words.replies import Plan
from moot.words.word import Word


class Said(Word):
    """What a person answered to a question of a seat."""

    question: str
    answer: str


class Posed(Word):
    """What every task is about."""

    question: str
    said: tuple[Said, ...] = ()
    """What the person has said to it since, asked back by a seat: a part of the question."""


class PlanTask(Posed):
    task: Literal["plan"] = "plan"
    sources: tuple[Source, ...]
    web: bool = False
    """Whether its searches go to the open web too."""
    may_ask: bool = False
    """Whether the reply may be a question to the person (`Ask`)."""


class DraftTask(Posed):
    """Write the draft (reply `Drafting`)."""

    task: Literal["draft"] = "draft"
    plan: Plan
    sources: tuple[Source, ...]
    passages: tuple[Passage, ...]
    side: str = ""
    """Of a debate: the answer that this seat argues for."""
    reviewed: bool = True
    """Whether somebody will look for what the draft left out; if not, the author says where the sources disagree."""
    may_ask: bool = False
    """Whether the reply may be a question to the person (`Ask`)."""


class ReviseTask(Posed):
    """Write the next draft after rulings (reply `Revision`). One of the draft tasks."""

    task: Literal["revise"] = "revise"
    plan: Plan
    sources: tuple[Source, ...]
    passages: tuple[Passage, ...]
    draft: Draft
    findings: tuple[Finding, ...]
    challenges: tuple[Challenge, ...]
    """The upheld ones."""
    rulings: tuple[Ruling, ...]


class ChallengeTask(Posed):
    """Review the draft (reply `Challenges`). Shows case, draft and evidence, never the author's conversation."""

    task: Literal["challenge"] = "challenge"
    plan: Plan
    sources: tuple[Source, ...]
    passages: tuple[Passage, ...]
    draft: Draft
    findings: tuple[Finding, ...]
    settled: tuple[Challenge, ...] = ()
    """Challenges that were already ruled on; not to be raised again."""
    rulings: tuple[Ruling, ...] = ()
    """On the settled ones."""
    claims_only: bool = False
    """Of a cross-examination: what is missing is not heard."""
    web: bool = False
    """Whether its searches go to the open web too."""


class RespondTask(Posed):
    """Answer the challenges (reply `Responses`)."""

    task: Literal["respond"] = "respond"
    sources: tuple[Source, ...]
    passages: tuple[Passage, ...]
    draft: Draft
    findings: tuple[Finding, ...]
    challenges: tuple[Challenge, ...]


class RuleTask(Posed):
    """Judge the challenges that evidence alone does not decide (reply `Judgements`)."""

    task: Literal["rule"] = "rule"
    sources: tuple[Source, ...]
    passages: tuple[Passage, ...]
    draft: Draft
    findings: tuple[Finding, ...]
    challenges: tuple[Challenge, ...]
    responses: tuple[Response, ...]


class SidesTask(Posed):
    """Name the rival answers that the evidence may bear out (reply `Sides`)."""

    task: Literal["sides"] = "sides"
    sources: tuple[Source, ...]
    passages: tuple[Passage, ...]
    most: int
    """As many seats argue."""


class Composing(Posed):
    """Sentences over a document whose claims are settled (reply `Composed`)."""

    sources: tuple[Source, ...]
    passages: tuple[Passage, ...]
    draft: Draft
    findings: tuple[Finding, ...]
    contested: tuple[str, ...]
    """Ids of the claims that do not stand: nothing may be inferred from them."""
    drafts_might_ask: bool = False
    """Whether the drafts were asked for in the form that has room for a question: then so is this."""


class ComposeTask(Composing):
    """Write the answer."""

    task: Literal["compose"] = "compose"


class CloseTask(Composing):
    """Of a debate: write the closing of a side."""

    task: Literal["close"] = "close"
    side: str
    """The answer that the seat argued for."""


class AssessTask(Posed):
    """Say of each claim of an audited file whether what it cites bears it out (reply `Assessments`)."""

    task: Literal["assess"] = "assess"
    sources: tuple[Source, ...]
    passages: tuple[Passage, ...]
    """Those that the claims cite."""
    claims: tuple[Claim, ...]


class Pair(Word):
    """Two claims of different drafts, in their words; the one comes before the other in the order of texts."""

    id: str
    one: str
    other: str


class AlignTask(Posed):
    """Say how the claims of each pair stand to each other (reply `Alignments`)."""

    task: Literal["align"] = "align"
    pairs: tuple[Pair, ...]


Task = Annotated[
    PlanTask
    | SidesTask
    | DraftTask
    | ReviseTask
    | ChallengeTask
    | RespondTask
    | RuleTask
    | ComposeTask
    | CloseTask
    | AssessTask
    | AlignTask,
    Field(discriminator="task"),
]
