"""A judge without a model: the side whose quote carries more, else undecided."""

from __future__ import annotations

from collections.abc import Sequence

from moot.readers import contested
from moot.readers.contested import disagree
from moot.readers.matter import Matter
from moot.text import figures, terms
from moot.words import (
    Challenge,
    ChallengeKind,
    Citation,
    Claim,
    Judgement,
    Judgements,
    Response,
    RuleTask,
    Verdict,
)

MARGIN = 0.15
"""By so much one side's quotes must carry more."""


def judgements(task: RuleTask, matter: Matter) -> Judgements:
    """One judgement for each challenge, each with the quotes that decide."""
    answers = {response.challenge: response for response in task.responses}
    claims = {claim.id: claim for claim in task.draft.claims()}
    return Judgements(
        judgements=tuple(
            _judge(matter, each, claims.get(each.claim or ""), answers.get(each.id)) for each in task.challenges
        )
    )


def _judge(matter: Matter, challenge: Challenge, claim: Claim | None, response: Response | None) -> Judgement:
    against = challenge.citations
    own = response.citations if response else ()
    if claim is not None and contested.between_drafts(challenge):
        own = own or claim.citations
        verdict, reason = contested.verdict(matter, challenge, claim, own)
        decides = {Verdict.UPHELD: against, Verdict.DISMISSED: own}.get(verdict, (*against, *own))
        return _say(challenge, verdict, reason, decides)
    if challenge.kind in contested.ABOUT_SOURCES and disagree(matter, challenge, claim):
        return _say(challenge, Verdict.UPHELD, "The quotes give different figures for one thing.", against)
    if challenge.kind is ChallengeKind.MISSING or claim is None:
        about = challenge.aspect or matter.question
        left, right = (_bearing(matter, about, each) for each in (against, own))
        reason = "The quote of the {} bears more on what was asked."
    else:
        left, right = (_carrying(claim, each) for each in (against, own))
        reason = "The quote of the {} holds more of the claim's words and figures."
    if challenge.kind not in contested.ABOUT_SOURCES and left >= right + MARGIN:
        return _say(challenge, Verdict.UPHELD, reason.format("reviewer"), against)
    if right >= left + MARGIN:
        return _say(challenge, Verdict.DISMISSED, reason.format("author"), own)
    return _say(challenge, Verdict.UNDECIDED, "Neither side's quotes carry more.", (*against, *own))


def _say(challenge: Challenge, verdict: Verdict, reason: str, citations: Sequence[Citation]) -> Judgement:
    return Judgement(challenge=challenge.id, verdict=verdict, reason=reason, citations=tuple(citations))


def _bearing(matter: Matter, about: str, citations: Sequence[Citation]) -> float:
    return max(matter.view.relevance(about, [citation.quote for citation in citations]), default=0.0)


def _carrying(claim: Claim, citations: Sequence[Citation]) -> float:
    """Share of the claim's words and figures in the quotes, half each where it has figures."""
    said = " ".join(citation.quote for citation in citations)
    if not said:
        return 0.0
    words = terms.overlap(claim.text, said)
    claimed = figures.find(claim.text)
    if not claimed:
        return round(words, 3)
    there = figures.find(said)
    share = sum(any(figures.agree(each, other) for other in there) for each in claimed) / len(claimed)
    return round((words + share) / 2, 3)
