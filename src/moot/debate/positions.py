"""Rule 2: a position changes only for a located reason, a quote or a finding that fails; else it is refused.

A quote is a reason where it is about the claim or what is held against it.

Published studies of free debate show right answers given up for agreement's sake; what is refused is counted as
conformity and told in the report.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from moot.debate.bearing import of_the_matter
from moot.debate.grounds import located, touching
from moot.evidence.library import Library
from moot.words import CHECKS, Action, Challenge, ChallengeKind, Citation, Claim, Finding, Outcome, Place, Response

NO_GROUNDS = "it gives no quote that is in the evidence, and the challenge rests on no failed check"
OWN_GROUNDS = "it quotes only what the claim already cites, and the challenge rests on no failed check"
OTHER_GROUNDS = (
    "what it quotes is about neither the claim nor what is held against it, and the challenge rests on no failed check"
)
MISREAD = frozenset(
    {
        ChallengeKind.NOT_CARRIED,
        ChallengeKind.FIGURE,
        ChallengeKind.OVERREACH,
        ChallengeKind.CONDITION,
        ChallengeKind.WEAK,
    }
)
"""What says that a claim misreads its own source, or does not say whose word it is: the words at issue are then those
that the claim quotes. They are too where the challenge quotes the same words and reads them otherwise."""


@dataclass(frozen=True)
class Change:
    """What a concession or withdrawal rests on; `refused` says why it does not count."""

    places: tuple[Place, ...] = ()
    """Never the claim's own quotes: they speak for it."""
    misread: tuple[Place, ...] = ()
    """Those own quotes that a seat says it misread: the claim is to be mended by them, not to go."""
    failed: tuple[str, ...] = ()
    """What checks object to, in words."""
    quoted: tuple[Place, ...] = ()
    """What was quoted, where that is no reason."""
    refused: str = ""


def change(
    challenge: Challenge,
    response: Response,
    claim: Claim,
    cited: Sequence[Citation],
    findings: Sequence[Finding],
    library: Library,
) -> Change | None:
    """Whether `response` to `challenge` may give `claim` up; None if it defends it.

    `cited`: what the claim rests on already; `findings`: those on the claim.
    """
    if response.action is Action.REBUT:
        return None
    failed = [each for each in findings if each.outcome is Outcome.FAILS and _is_reason(each, challenge)]
    own, quoted = located(cited, library), located(response.citations, library)
    bearing = [each for each in response.citations if of_the_matter(each.quote, claim, challenge)]
    places = (*located(bearing, library), *(place for finding in failed for place in finding.places))
    new = tuple(place for place in dict.fromkeys(places) if not touching((place,), own))
    if failed or new:
        return Change(new, failed=tuple(f"check '{each.check}' fails: {each.reason}" for each in failed))
    again = tuple(dict.fromkeys(place for place in quoted if touching((place,), own)))
    misreads = response.action is Action.CONCEDE and challenge.kind in MISREAD
    if again and (misreads or touching(again, located(challenge.citations, library))):
        return Change(misread=again)
    if all(touching((place,), own) for place in quoted):
        return Change(quoted=quoted, refused=OWN_GROUNDS if quoted else NO_GROUNDS)
    return Change(quoted=quoted, refused=OTHER_GROUNDS)


def borne_out(claim: Claim, findings: Sequence[Finding]) -> bool:
    """Whether every check bears out a claim that cites something. `findings`: those on it."""
    return bool(claim.citations) and bool(findings) and all(each.outcome is Outcome.HOLDS for each in findings)


def _is_reason(failed: Finding, challenge: Challenge) -> bool:
    """A gate always; a signal only where the challenge rests on it.

    That others say otherwise is shown by a quote: what a check doubts in the words of a claim is no reason to give way
    to them.
    """
    rests = failed.check in challenge.findings
    return failed.gate or (rests and (challenge.by == CHECKS or challenge.kind is not ChallengeKind.CONFLICT))
