"""One claim against some texts: the whole referee's word as one finding."""

from __future__ import annotations

from collections.abc import Sequence

from moot.evidence.library import Library
from moot.evidence.nearest import Units
from moot.text.embedding import shared
from moot.text.utf8 import sha256
from moot.verify.precision import threshold
from moot.verify.referee import Referee
from moot.verify.texts import as_library
from moot.verify.weigh import SUPPORTED, weigh
from moot.words import Claim, ClaimKind, Finding, Outcome, Place, Reference, Vote

_OF_CITING = frozenset({"references", "topic", "links"})
"""Checks of how a report cites: here nobody does, and a folder may speak of other things too."""
SEARCHED = 200
"""Passages of a library that are looked through; of a larger one, those that a search for the claim finds."""


def verify(
    claim: str, passages: Sequence[str], referee: Referee | None = None, *, precision: float | None = None
) -> Finding:
    """Do the passages support the claim? `score` is the probability, `places` where it is decided, best first.

    `holds`: supported. `fails`: the reason says what differs or is missing. `votes`: what each verifier says. With
    `precision`, such as .9, it holds only where so many of ten claims are rightly said to be supported; raises
    `UsageError` for one that cannot be reached.
    The places' source is `S1` for the first passage, `S2` for the second, with offsets in that text.
    """
    return check(claim, as_library(passages), referee or Referee(), precision=precision)


def check(claim: str, library: Library, referee: Referee, *, precision: float | None = None) -> Finding:
    """The same over documents that were read."""
    least = SUPPORTED if precision is None else threshold(precision)
    referee = Referee([each for each in referee.checks if each.name not in _OF_CITING])
    few = len(library.passages) <= SEARCHED
    passages = library.passages if few else library.search(claim, SEARCHED)
    citations = Units(passages, shared(), library.quotable).nearest(claim)
    references = tuple(
        Reference(mark="it", entry=source.title or source.id, source=source.id) for source in library.sources
    )
    text = " ".join(claim.split())
    asked = Claim(id="c1", kind=ClaimKind.STATED, text=text, citations=citations, references=references)
    if not citations:
        return _word(asked, Outcome.FAILS, 0.0, "nothing in the evidence speaks of it", referee, ())
    findings = referee.findings([asked], library)
    weighed = weigh(findings)
    votes = tuple(vote for finding in findings for vote in finding.votes)
    places = tuple(cited.place for cited in library.cited(asked) if cited.place)
    decisive = tuple(_around(place, places) for finding in weighed.against for place in finding.places)
    if weighed.probability >= least:
        return _word(asked, Outcome.HOLDS, weighed.probability, "the evidence supports it", referee, places, votes)
    short = f"its probability is below {least:.2f}, from which on {precision:.0%} are right" if precision else ""
    reason = "; ".join(each for each in (weighed.reason, short) if each)
    return _word(asked, Outcome.FAILS, weighed.probability, reason, referee, decisive or places, votes)


def _around(place: Place, places: Sequence[Place]) -> Place:
    """The sentence or row in which a figure stands: alone it tells nobody what it is of."""
    whole = (each for each in places if each.source == place.source)
    return next((each for each in whole if each.start <= place.start and place.end <= each.end), place)


def _word(
    claim: Claim,
    outcome: Outcome,
    score: float,
    reason: str,
    referee: Referee,
    places: Sequence[Place],
    votes: tuple[Vote, ...] = (),
) -> Finding:
    versions = "; ".join(f"{name} {version}" for name, version in referee.versions.items())
    return Finding(
        check="referee",
        version=sha256(versions)[:12],
        claim=claim.id,
        outcome=outcome,
        gate=False,
        reason=reason,
        places=tuple(dict.fromkeys(places)),
        score=score,
        votes=votes,
    )
