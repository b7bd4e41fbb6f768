"""A claim as a reader is shown it: its quotes, its standing, its history."""

from __future__ import annotations

from typing import Literal

from moot.words import Basis, Claim, Finding, Outcome, Standing, Word


class Quoted(Word):
    """A citation with its place in the source: `before + marked + after` is an exact stretch of the source's text."""

    number: int
    """Of the source, as in [1]; 0 when the citation names no source that was read."""
    source: str
    passage: str
    heading: str = ""
    """The headings above the passage."""
    page: str = ""
    """Of a PDF, in words: "page 3", or "page 3, read by OCR"."""
    quote: str
    """As the claim gives it."""
    start: int | None = None
    """Of `marked` in the source's text, in characters; None when the quote is not in the source."""
    end: int | None = None
    before: str = ""
    marked: str = ""
    """The source's own words at that place; they may differ from `quote` in spaces, quotation marks and dashes."""
    after: str = ""
    retracted: bool = False
    """Whether the source says of itself that it was retracted."""
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
    basis: Basis | None = None
    """What the standing rests on, where more depends on it than the words of the reason."""
    quotes: tuple[Quoted, ...]
    findings: tuple[Finding, ...]
    history: tuple[Step, ...]
    resting: str = ""
    """Where some of its sources only repeat others: "two sources, one origin"."""
    older: tuple[Older, ...] = ()
    """Of the sources that it cites, those that a newer one contradicts."""
    of: str = ""
    """What it is of, in the words of its source, where another sentence beside it says the same with another figure."""
    left_out: bool = False
    """Whether a later document was made without it, and nobody withdrew it."""

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
    fate: Literal["kept", "retold", "revised", "withdrawn", "left out"]
    """`retold`: nothing was found against it, and the document says it in the words of another draft."""
    told: int | None = None
    """Of one that the document now says in the words of another draft: the number of that claim."""
