"""Challenges that the checks raise: one for each failed finding that no seat has taken up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from moot.debate import bearing
from moot.debate.standing import WORDING
from moot.words import CHECKS, Challenge, Draft, Finding, Outcome, Remedy


def raised(
    round: int, draft: Draft, findings: Sequence[Finding], others: Sequence[Challenge], settled: Iterable[Challenge]
) -> list[Challenge]:
    """Challenges for the failed findings on the draft, except those that a challenge of a seat bears on or rests on,
    and what was ruled on before (`settled`) over the same claim and for the same reason.

    Where a gate fails, that the wording is doubted too is no challenge of its own: it would cost an answer for nothing.
    Of a claim it comes last, since the first that is upheld is the reason that a reader sees.
    Their ids name claim and check, not a count: an answer recorded under one version of the checks still meets the
    challenge that it was given to.
    """
    claims = {claim.id: n for n, claim in enumerate(draft.claims())}
    ruled = {(each.claim, each.kind, each.grounds) for each in settled}
    failed = [each for each in findings if each.outcome is Outcome.FAILS and each.claim in claims]
    failed.sort(key=lambda each: (claims[each.claim], each.check == WORDING))
    shut = {each.claim for each in failed if each.gate}
    found: list[Challenge] = []
    for finding in failed:
        kind = bearing.kind(finding)
        if any(bearing.bears(finding, each) for each in others) or (finding.claim, kind, finding.reason) in ruled:
            continue
        if finding.check == WORDING and finding.claim in shut:
            continue
        found.append(
            Challenge(
                id=f"r{round}.{CHECKS}.{finding.claim}.{finding.check}",
                by=CHECKS,
                claim=finding.claim,
                kind=kind,
                grounds=finding.reason,
                findings=(finding.check,),
                remedy=Remedy.REVISE,
            )
        )
    return found
