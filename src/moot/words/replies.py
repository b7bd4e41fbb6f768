"""What a seat answers: the replies to its tasks."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from moot.words.argument import Challenge, Edit, Response, Verdict
from moot.words.claims import Claim, Disagreement, Draft, Relation
from moot.words.evidence import Citation
from moot.words.word import Word


class Aspect(Word):
    """A sub-question of the plan with the searches that may answer it."""

    id: str
    question: str
    queries: tuple[str, ...]


class Plan(Word):
    reply: Literal["plan"] = "plan"
    aspects: tuple[Aspect, ...]


class Ask(Word):
    """Instead of what was asked for: a question to the person whose question it is."""

    reply: Literal["ask"] = "ask"
    question: str


class Challenges(Word):
    reply: Literal["challenges"] = "challenges"
    challenges: tuple[Challenge, ...] = ()
    orders: tuple[Citation, ...] = ()
    """Words of sources that address models, as the seat sees it."""


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
    orders: tuple[Citation, ...] = ()
    """As of `Challenges`."""


class Alignment(Word):
    """How the claims of one pair stand to each other, as a judge reads them."""

    pair: str
    relation: Relation
    difference: str = ""
    """What keeps them from saying the same."""


class Alignments(Word):
    reply: Literal["alignments"] = "alignments"
    alignments: tuple[Alignment, ...] = ()


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
    orders: tuple[Citation, ...] = ()
    """As of `Challenges`."""


class Revision(Word):
    """The next draft as edits of the one before; what was not challenged does not change."""

    reply: Literal["revision"] = "revision"
    edits: tuple[Edit, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    gaps: tuple[str, ...] = ()


Reply = Annotated[
    Plan
    | Ask
    | Sides
    | Drafting
    | Revision
    | Challenges
    | Responses
    | Judgements
    | Assessments
    | Alignments
    | Composed,
    Field(discriminator="reply"),
]
