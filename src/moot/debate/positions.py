"""Rule 2: a position changes only for a located reason, a quote or a failed finding; else the change is refused.

Published studies of free debate show right answers given up for agreement's sake; what is refused is counted as
conformity and told in the report.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from moot.debate.grounds import located, touching
from moot.evidence.library import Library
from moot.words import Action, Citation, Finding, Outcome, Place, Response

NO_GROUNDS = "it gives no quote that is in the evidence, and no check fails"
OWN_GROUNDS = "it quotes only what the claim already cites, and no check fails"


@dataclass(frozen=True)
class Change:
    """What a concession or withdrawal rests on; `refused` says why it does not count."""

    places: tuple[Place, ...] = ()
    refused: str = ""


def change(
    response: Response, cited: Sequence[Citation], findings: Sequence[Finding], library: Library
) -> Change | None:
    """Whether `response` may give a claim up; None if it defends it.

    `cited`: what the claim rests on already; `findings`: those on the claim.
    """
    if response.action is Action.REBUT:
        return None
    failed = [finding for finding in findings if finding.outcome is Outcome.FAILS]
    if failed:
        return Change(tuple(place for finding in failed for place in finding.places))
    places = located(response.citations, library)
    own = located(cited, library)
    new = tuple(place for place in places if not touching((place,), own))
    if new:
        return Change(new)
    return Change(refused=OWN_GROUNDS if places else NO_GROUNDS)
