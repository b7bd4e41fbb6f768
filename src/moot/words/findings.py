"""What the checks say of a claim, and what the reader is told of it."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from pydantic import Field

from moot.words.evidence import Place
from moot.words.word import Word


class Outcome(StrEnum):
    HOLDS = "holds"
    FAILS = "fails"
    UNCHECKED = "unchecked"

    @classmethod
    def unless(cls, problem: object) -> Outcome:
        """It holds unless there is a problem: any value that is not empty."""
        return cls.FAILS if problem else cls.HOLDS


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
    """In words, for a reader: "figure differs: 59.3 against 61.6". The words that it names stand in “…”."""
    otherwise: bool | None = Field(default=None, exclude_if=lambda told: told is None)
    """Of one that fails: whether the evidence says otherwise; False: it merely does not say it. None: not told, and not
    written either: most checks cannot tell.
    """
    places: tuple[Place, ...] = ()
    score: float | None = None
    """How likely the claim is right, rounded to three decimals. A signal that fails and is as good as a proof has 0."""
    votes: tuple[Vote, ...] = ()
    """Of a check that asks several verifiers, or asks about each source: what each said."""


def findings_by_claim(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    """Claim id → the findings on it, in their order."""
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        found.setdefault(finding.claim, []).append(finding)
    return found


class Standing(StrEnum):
    """What the reader is told of a claim."""

    PROVEN = "proven"
    INFERRED = "inferred"
    CONTESTED = "contested"
    CONTRADICTED = "contradicted"
    UNSUPPORTED = "unsupported"
    UNCHECKED = "unchecked"
    WITHDRAWN = "withdrawn"


class Basis(StrEnum):
    """What a standing rests on, where more depends on it than the words of its reason."""

    SIDE = "side of a disagreement"
    """Of those that the document tells."""
    OPPOSED = "opposed by a source"
    """It is word for word in its source, and another says otherwise."""
    PREMISES = "premises"
    """What it follows from, whether that stands or not."""
