"""How it is argued: challenges, responses, rulings, and the edits that follow."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from moot.words.claims import Claim
from moot.words.evidence import Citation, Place
from moot.words.word import Word


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
    """Seat id, or `checks` for one that a failed finding raised, or `person` for what somebody asked to be added."""
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
    """Seat id of the judge, or `evidence`; `person` for what somebody asked for."""
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
