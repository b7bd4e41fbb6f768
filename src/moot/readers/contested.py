"""How a reader meets an author who says otherwise: by evidence alone.

It keeps what its own quote holds, gives way to a newer source on the same thing or to a failed finding, and as a judge
takes no side where only the sources disagree.
"""

from __future__ import annotations

from collections.abc import Iterable

from moot.readers.matter import Matter
from moot.text import quotes, terms
from moot.words import (
    CHECKS,
    PERSON,
    Action,
    Challenge,
    ChallengeKind,
    Citation,
    Claim,
    Edit,
    Finding,
    Outcome,
    Remedy,
    Role,
    Verdict,
)

Answer = tuple[Action, str, tuple[Citation, ...]]
"""With its grounds and quotes."""
ABOUT_SOURCES = (ChallengeKind.CONFLICT, ChallengeKind.STALE)
"""Challenges that set a source against another, whatever the claim."""
MOSTLY = 0.7
"""Share of words that two sentences on the same have in common; one may deny the other with the rest."""


def between_drafts(challenge: Challenge) -> bool:
    """True for the word of another author against a claim, who wants it changed and not both sides shown."""
    rival = challenge.by not in (CHECKS, PERSON) and not challenge.by.startswith(Role.REVIEWER.value)
    return rival and challenge.kind is ChallengeKind.CONFLICT and challenge.remedy is not Remedy.SHOW_BOTH


def by_rival(challenge: Challenge, role: Role) -> bool:
    """As `between_drafts`; and for a seat of an author whatever another author says otherwise, as in a debate."""
    peer = role is Role.AUTHOR and challenge.by.startswith(Role.AUTHOR.value)
    return between_drafts(challenge) or (peer and challenge.kind is ChallengeKind.CONFLICT)


def answer(matter: Matter, challenge: Challenge, claim: Claim, findings: Iterable[Finding]) -> Answer:
    """As the author of `claim`."""
    theirs = _found(matter, challenge.citations)
    failed = next((each for each in findings if each.claim == claim.id and each.outcome is Outcome.FAILS), None)
    if failed is not None:
        action = Action.CONCEDE if theirs else Action.WITHDRAW
        return action, f"The check '{failed.check}' fails on it: {failed.reason}", theirs
    newer = _newer(matter, theirs, claim.citations)
    if newer and _on_the_same(matter, challenge, claim):
        return Action.CONCEDE, "A newer source says otherwise.", newer
    own = _found(matter, claim.citations)
    if own and disagree(matter, challenge, claim):
        return Action.REBUT, "The sources disagree; this one says it.", own
    if own:
        return Action.REBUT, "The source says it, and what is set against it does not deny it.", own
    return (Action.CONCEDE if theirs else Action.WITHDRAW), "Nothing quoted carries it.", theirs


def edit(challenge: Challenge, claim: Claim | None, instead: Claim | None) -> Edit:
    """Once the other author was upheld: its quote in place of the claim, which goes where nothing is quoted."""
    if claim is None or instead is None or claim.about:
        return Edit(challenge=challenge.id, action="withdraw", claim=challenge.claim)
    return Edit(challenge=challenge.id, action="revise", claim=claim.id, new=instead)


def verdict(matter: Matter, challenge: Challenge, claim: Claim, own: tuple[Citation, ...]) -> tuple[Verdict, str]:
    """As a judge. `own`: what the author quotes for the claim."""
    theirs = challenge.citations
    if not disagree(matter, challenge, claim):
        return Verdict.DISMISSED, "The quotes do not exclude each other."
    if _newer(matter, theirs, own):
        return Verdict.UPHELD, "Of two sources that disagree, the one against the claim is newer."
    if _newer(matter, own, theirs):
        return Verdict.DISMISSED, "Of two sources that disagree, the one for the claim is newer."
    return Verdict.UNDECIDED, "The sources disagree, and none of them is newer."


def disagree(matter: Matter, challenge: Challenge, claim: Claim | None) -> bool:
    """True when this reader's own view finds two of the quotes in conflict, or one overtaken by another."""
    said = [citation.quote for citation in challenge.citations]
    said += [citation.quote for citation in claim.citations] if claim else []
    for conflict in matter.conflicts:
        a = any(conflict.a.quote in quote or quote in conflict.a.quote for quote in said)
        b = any(conflict.b.quote in quote or quote in conflict.b.quote for quote in said)
        if a and b:
            return True
    return any(each.told_by(said) for each in matter.overtaken)


def _on_the_same(matter: Matter, challenge: Challenge, claim: Claim) -> bool:
    """Whether the quotes give two figures for one thing, or are nearly the claim's own words: kin is not enough."""
    said = [citation.quote for citation in challenge.citations]
    alike = max(matter.view.likeness(claim.text, said), default=0.0)
    near = alike >= (matter.view.kin + matter.view.same) / 2
    return near or disagree(matter, challenge, claim) or any(_mostly(claim.text, each) for each in said)


def _mostly(one: str, other: str) -> bool:
    """Both ways: a short sentence that only names somebody has all of its words in many a longer one."""
    return min(terms.overlap(one, other), terms.overlap(other, one)) >= MOSTLY


def _found(matter: Matter, citations: Iterable[Citation]) -> tuple[Citation, ...]:
    return tuple(
        each
        for each in citations
        if (passage := matter.passage(each.passage)) and quotes.locate(each.quote, passage.text)
    )


def _newer(matter: Matter, citations: Iterable[Citation], others: Iterable[Citation]) -> tuple[Citation, ...]:
    """Those of a later date than every one of the others; none where one of the others has no date."""
    dates = [_date(matter, each) for each in others]
    if not dates or not all(dates):
        return ()
    return tuple(each for each in citations if all(_later(_date(matter, each), date) for date in dates))


def _date(matter: Matter, citation: Citation) -> str:
    passage = matter.passage(citation.passage)
    source = matter.source(passage.source) if passage else None
    return (source.date or "") if source else ""


def _later(a: str, b: str) -> bool:
    """Compared as far as both are given: 2024-03 is not later than 2024."""
    shared = min(len(a), len(b))
    return a[:shared] > b[:shared]
