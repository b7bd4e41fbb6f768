"""How an author without a model answers: it gives way to a quote that bears the objection out, and to nothing else."""

from __future__ import annotations

from collections.abc import Callable

from moot.readers import contested, coverage
from moot.readers.contested import Answer, disagree
from moot.readers.drafting import OPEN_LEAST, OPEN_SECTION
from moot.readers.matter import Matter
from moot.readers.questions import Sort
from moot.text import quotes, terms
from moot.words import (
    Action,
    Challenge,
    ChallengeKind,
    Citation,
    Claim,
    ClaimKind,
    Draft,
    Outcome,
    RespondTask,
    Response,
    Responses,
    Role,
)


def responses(task: RespondTask, matter: Matter, role: Role = Role.AUTHOR) -> Responses:
    """One response for each challenge, in order. `role`: of the seat, for seats may change places."""
    return Responses(responses=tuple(_respond(task, matter, challenge, role) for challenge in task.challenges))


def _respond(task: RespondTask, matter: Matter, challenge: Challenge, role: Role) -> Response:
    claim = next((each for each in task.draft.claims() if each.id == challenge.claim), None)
    failed = _failed_gate(task, challenge.claim)
    if claim is not None and contested.by_rival(challenge, role):
        action, grounds, citations = contested.answer(matter, challenge, claim, task.findings)
    elif claim is not None and failed:
        action, grounds, citations = Action.WITHDRAW, f"The check '{failed}' fails on it.", ()
    else:
        answer = _ANSWERS.get(challenge.kind, _by_carrying)
        action, grounds, citations = answer(task.draft, matter, challenge, claim)
    return Response(challenge=challenge.id, action=action, grounds=grounds, citations=tuple(citations))


def _failed_gate(task: RespondTask, claim: str | None) -> str:
    failed = (each for each in task.findings if each.claim == claim and each.gate and each.outcome is Outcome.FAILS)
    first = next(failed, None)
    return first.check if first else ""


def _on_conflict(draft: Draft, matter: Matter, challenge: Challenge, claim: Claim | None) -> Answer:
    if any(each.told_by({citation.quote for citation in challenge.citations}) for each in matter.overtaken):
        return Action.CONCEDE, "A newer source has it otherwise.", challenge.citations
    if disagree(matter, challenge, claim):
        return Action.CONCEDE, "Both figures stand in the evidence; both are to be shown.", challenge.citations
    own = _own(draft, challenge, claim)
    if own:
        return Action.REBUT, "The two do not speak of the same thing: names, measure, year or unit differ.", own
    return Action.CONCEDE, "The other side is in the evidence.", challenge.citations


def _on_missing(draft: Draft, matter: Matter, challenge: Challenge, claim: Claim | None) -> Answer:
    for citation in challenge.citations:
        shown = _already(draft, matter, citation)
        if shown is not None:
            return Action.REBUT, "The draft says it already.", (shown,)
    if _speaks_up(draft, matter, challenge):
        return Action.CONCEDE, "It is on the subject of the question, and the draft lacks it.", challenge.citations
    scores = matter.view.relevance(matter.question, [citation.quote for citation in challenge.citations])
    scores += [score for each in challenge.citations for score in _in_context(matter, challenge, each)]
    own = _nearest(draft, matter, challenge)
    if challenge.citations and own and max(scores) < 0.5 * matter.view.bears:
        return Action.REBUT, "What it quotes does not bear on the question; this does.", (own,)
    return Action.CONCEDE, "It bears on the question and the draft lacks it.", challenge.citations


def _speaks_up(draft: Draft, matter: Matter, challenge: Challenge) -> bool:
    """True for words of a source on the subject that the draft does not cite, or for an open point where few stand,
    of a source on the subject or one that the draft cites."""
    own, cited = coverage.voices_of(matter, challenge.citations), coverage.quoted(matter, draft)
    on_subject = own & {matter.voice(each.source.id) for each in coverage.on_subject(matter)}
    if not own & cited:
        return bool(on_subject)
    shown = [claim for section in draft.sections if section.title == OPEN_SECTION for claim in section.claims]
    asked = any(part.sort is Sort.OPEN for part in matter.parts)
    return asked and challenge.aspect == OPEN_SECTION and len(shown) < OPEN_LEAST


def _in_context(matter: Matter, challenge: Challenge, citation: Citation) -> list[float]:
    passage = matter.passage(citation.passage)
    text = f"{passage.heading if passage else ''} {citation.quote}"
    return matter.view.relevance(challenge.aspect or matter.question, [text])


def _already(draft: Draft, matter: Matter, citation: Citation) -> Citation | None:
    """The draft's own quote that holds the cited words or nearly the same."""
    own = [each for section in draft.sections for claim in section.claims for each in claim.citations]
    own += [each for claim in draft.claims() for each in claim.citations if claim.about]
    for each in own:
        if citation.quote in each.quote:
            return each
    likeness = matter.view.likeness(citation.quote, [each.quote for each in own])
    best = max(range(len(own)), key=lambda n: (likeness[n], -n), default=None)
    return own[best] if best is not None and likeness[best] >= matter.view.same else None


def _nearest(draft: Draft, matter: Matter, challenge: Challenge) -> Citation | None:
    own = [each for section in draft.sections for claim in section.claims for each in claim.citations]
    scores = matter.view.relevance(challenge.aspect or matter.question, [each.quote for each in own])
    best = max(range(len(own)), key=lambda n: (scores[n], -n), default=None)
    return own[best] if best is not None else None


def _on_condition(draft: Draft, matter: Matter, challenge: Challenge, claim: Claim | None) -> Answer:
    if claim is not None and all(citation.quote in claim.text for citation in challenge.citations):
        return Action.REBUT, "The claim already says it.", claim.citations
    return Action.CONCEDE, "The condition stands in the source.", challenge.citations


def _on_overreach(draft: Draft, matter: Matter, challenge: Challenge, claim: Claim | None) -> Answer:
    said = [citation.quote for citation in challenge.citations]
    alike = max(matter.view.likeness(claim.text, said), default=0.0) if claim and said else 0.0
    related = bool(claim) and any(terms.overlap(claim.text, quote) >= 0.2 for quote in said) if claim else True
    if alike >= 0.7 * matter.view.kin or related or claim is None:
        return Action.CONCEDE, "The source limits it so; the limit is to be shown.", challenge.citations
    return Action.REBUT, "What it quotes speaks of something else; the claim quotes its source.", claim.citations


def _on_undated(draft: Draft, matter: Matter, challenge: Challenge, claim: Claim | None) -> Answer:
    sources = [matter.passage(citation.passage) for citation in (claim.citations if claim else challenge.citations)]
    dates = [source.date for each in sources if each and (source := matter.source(each.source))]
    if claim is not None and dates and all(dates):
        return Action.REBUT, f"Its source is dated {', '.join(date for date in dates if date)}.", claim.citations
    return Action.CONCEDE, "The source gives no date.", challenge.citations


def _by_carrying(draft: Draft, matter: Matter, challenge: Challenge, claim: Claim | None) -> Answer:
    """Not carried, a figure, a weak source: the claim's own quote decides."""
    if claim is not None and claim.citations and carried(matter, claim):
        return Action.REBUT, "The quote says it.", claim.citations
    if challenge.citations or claim is None:
        return Action.CONCEDE, "The quote bears the objection out.", challenge.citations
    return Action.WITHDRAW, "Nothing quoted carries it.", ()


def carried(matter: Matter, claim: Claim) -> bool:
    """True when the quotes hold the claim word by word, or say it in this reader's view."""
    said = [citation.quote for citation in claim.citations]
    if claim.kind is ClaimKind.QUOTED and any(quotes.locate(claim.text, quote) for quote in said):
        return True
    whole = " ".join(said)
    return terms.overlap(claim.text, whole) >= 0.6 or matter.view.likeness(claim.text, [whole])[0] >= matter.view.same


def _own(draft: Draft, challenge: Challenge, claim: Claim | None) -> tuple[Citation, ...]:
    return claim.citations if claim is not None else ()


_ANSWERS: dict[ChallengeKind, Callable[[Draft, Matter, Challenge, Claim | None], Answer]] = {
    ChallengeKind.CONFLICT: _on_conflict,
    ChallengeKind.STALE: _on_conflict,
    ChallengeKind.MISSING: _on_missing,
    ChallengeKind.CONDITION: _on_condition,
    ChallengeKind.OVERREACH: _on_overreach,
    ChallengeKind.UNDATED: _on_undated,
}
