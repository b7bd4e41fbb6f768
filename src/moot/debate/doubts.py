"""Challenges that the checks raise: one for each failed finding that no reviewer has taken up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from moot.debate.standing import WORDING
from moot.verify.weigh import JUDGE
from moot.words import CHECKS, Challenge, ChallengeKind, Draft, Finding, Outcome, Remedy, Support

KINDS = {
    "figures": ChallengeKind.FIGURE,
    "computed": ChallengeKind.FIGURE,
    "subjects": ChallengeKind.FIGURE,
    "conditions": ChallengeKind.CONDITION,
    "negation": ChallengeKind.CONFLICT,
    "direction": ChallengeKind.CONFLICT,
    "roles": ChallengeKind.CONFLICT,
    "dates": ChallengeKind.CONFLICT,
    "causes": ChallengeKind.OVERREACH,
    "scope": ChallengeKind.OVERREACH,
    "attribution": ChallengeKind.OVERREACH,
}
"""What a failed check objects to; any other check: the quote does not carry the claim."""


def raised(
    round: int, draft: Draft, findings: Sequence[Finding], others: Sequence[Challenge], settled: Iterable[Challenge]
) -> list[Challenge]:
    """Challenges for the failed findings on the draft, except on claims that a reviewer challenged on the same score,
    and what was ruled on before (`settled`) over the same claim and for the same reason.

    Where a gate fails, that the wording is doubted too is no challenge of its own: it would cost an answer for nothing.
    Of a claim it comes last, since the first that is upheld is the reason that a reader sees.
    Their ids name claim and check, not a count: an answer recorded under one version of the checks still meets the
    challenge that it was given to.
    """
    claims = {claim.id: n for n, claim in enumerate(draft.claims())}
    taken = {(each.claim, each.kind) for each in others}
    ruled = {(each.claim, each.kind, each.grounds) for each in settled}
    failed = [each for each in findings if each.outcome is Outcome.FAILS and each.claim in claims]
    failed.sort(key=lambda each: (claims[each.claim], each.check == WORDING))
    shut = {each.claim for each in failed if each.gate}
    found: list[Challenge] = []
    for finding in failed:
        kind = _kind(finding)
        if (finding.claim, kind) in taken or (finding.claim, kind, finding.reason) in ruled:
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


def _kind(finding: Finding) -> ChallengeKind:
    """A figure that is merely not where it was looked for contradicts nothing: there the check is no gate."""
    if finding.check == "figures" and not finding.gate:
        return ChallengeKind.NOT_CARRIED
    if finding.check == JUDGE and finding.reason.startswith(Support.CONTRADICTED.value):
        return ChallengeKind.CONFLICT
    return KINDS.get(finding.check, ChallengeKind.NOT_CARRIED)
