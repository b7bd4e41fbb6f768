"""Small libraries and claims for the tests of the checks."""

from __future__ import annotations

from hashlib import sha256

from moot.evidence.library import Library
from moot.evidence.nearest import Units
from moot.text.quotes import locate
from moot.verify.check import Check
from moot.verify.figures import Figures
from moot.words import Citation, Claim, ClaimKind, Document, Finding, Outcome, Reference, Source


def library(*texts: str, date: str | None = None) -> Library:
    return Library([document(n, text, date) for n, text in enumerate(texts, 1)])


def document(n: int, text: str, date: str | None = None) -> Document:
    digest = sha256(text.encode()).hexdigest()
    source = Source(
        id=f"S{n}",
        title=f"Source {n}",
        origin=f"{n}.md",
        sha256=digest,
        text_sha256=digest,
        media="markdown",
        date=date,
    )
    return Document(source=source, text=text)


def cite(known: Library, quote: str) -> Citation:
    """A citation of the first passage that holds the quote, else of the first passage."""
    holding = [passage.id for passage in known.passages if locate(quote, passage.text)]
    return Citation(passage=(holding or [known.passages[0].id])[0], quote=quote)


def claim(
    text: str,
    *citations: Citation,
    kind: ClaimKind = ClaimKind.STATED,
    expression: str | None = None,
    about: str = "",
    premises: tuple[str, ...] = (),
    id: str = "c1",
) -> Claim:
    return Claim(
        id=id, kind=kind, text=text, citations=citations, expression=expression, about=about, premises=premises
    )


def only(findings: list[Finding]) -> Finding:
    assert len(findings) == 1, findings
    return findings[0]


def said(check: Check, text: str, evidence: str, quote: str = "") -> str:
    """Why the check fails a claim that cites a sentence of the evidence (default: all of it); empty if it does not."""
    known = library(evidence)
    finding = only(check.findings([claim(text, cite(known, quote or evidence))], known))
    assert (finding.check, finding.gate) == (check.name, False)
    assert finding.places
    return finding.reason if finding.outcome is Outcome.FAILS else ""


def audited(text: str, known: Library) -> Finding:
    """What the check of figures says of a sentence of a report that cites the first source."""
    places = Units(known.passages).nearest(text)
    reference = Reference(mark="[1]", entry="it", source="S1")
    asked = Claim(id="c1", kind=ClaimKind.STATED, text=text, citations=places, references=(reference,))
    return only(Figures().findings([asked], known))


def doubt(finding: Finding) -> float:
    """How likely a claim is right with a figure that is missing."""
    assert finding.outcome is Outcome.FAILS and finding.score is not None, finding.reason
    return finding.score


def assert_follows(text: str, known: Library, said: str) -> None:
    """The figures of the text hold, and the reason says from what."""
    finding = audited(text, known)
    assert finding.outcome is Outcome.HOLDS, finding.reason
    assert said in finding.reason
