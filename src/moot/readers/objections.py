"""What a reviewer objects to: conflicts between sources, dropped conditions and doubts, what is `missing` or undated.

Few and precise: each objection quotes what shows it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence

from moot.readers import missing, subjects
from moot.readers.candidates import Candidate, dangles
from moot.readers.conflict import Conflict, gives_both, same
from moot.readers.contested import ABOUT_SOURCES
from moot.readers.matter import Matter
from moot.readers.questions import DOUBT
from moot.readers.readings import Reading
from moot.readers.review import Review
from moot.text import figures, iso, terms
from moot.text.lazy import lazy_re
from moot.words import (
    Challenge,
    ChallengeKind,
    Challenges,
    ChallengeTask,
    Citation,
    Claim,
    ClaimKind,
    Draft,
    Finding,
    Outcome,
    Remedy,
)

MOST = 8
CONFLICTS, CONDITIONS, UNDATED = 4, 2, 1
"""The most of each kind in one round."""
DOUBTS = 2
"""The most in a whole debate, as of what is missing: they add sentences, and rounds do not pile them up."""
FIGURE_CHECKS = frozenset({"figures", "computed"})

_CONDITION = lazy_re(
    r"\b(?:depend(?:s|ed|ing)? (?:up)?on|conditional|contingent|subject to|provided (?:that)?|only (?:if|when"
    r"|where|for)|unless"
    r"|not yet|except|excluding|do(?:es)? not (?:include|contain|cover)|as long as|limited to|applies only to"
    r"|under the condition|of which|of (?:that|this) (?:sum|amount|total|number))\b",
    re.IGNORECASE,
)
_TIME_BOUND = lazy_re(
    r"\b(?:currently|now|today|at present|so far|until now|recent(?:ly)?|this (?:year|month|week)|as of|still"
    r"|latest|nowadays|has not yet|have not yet|soon|up to now)\b",
    re.IGNORECASE,
)


def challenges(task: ChallengeTask, matter: Matter) -> Challenges:
    """At most eight objections, the most serious first, none that was settled."""
    review = Review(task, matter)
    kinds: tuple[Callable[[Review], Iterable[Challenge]], ...] = (
        _uncarried,
        _conflicting,
        _outdated,
        missing.unheard,
        _conditions,
        _doubts,
        missing.missing,
        _undated,
    )
    found: list[Challenge] = []
    for kind in kinds:
        for each in kind(review):
            if task.claims_only and each.claim is None:
                continue  # it would not be heard
            if not _settled(each, [*task.settled, *found]) and not _adds_again(matter, each, found):
                found.append(each)
    return Challenges(challenges=tuple(found[:MOST]))


def conflicting(task: ChallengeTask, matter: Matter) -> list[Challenge]:
    """Only where sources disagree on what the draft or the question is about; first what the draft shows a side of."""
    return list(_conflicting(Review(task, matter)))


def _settled(challenge: Challenge, before: Sequence[Challenge]) -> bool:
    quotes = {citation.quote for citation in challenge.citations}
    for each in before:
        if each.kind is not challenge.kind:
            continue
        if quotes and quotes == {citation.quote for citation in each.citations}:
            return True
        if challenge.claim and each.claim == challenge.claim and challenge.kind not in _MANY:
            return True
    return False


def _adds_again(matter: Matter, challenge: Challenge, found: Sequence[Challenge]) -> bool:
    """True when it would add nearly the words that another objection adds."""
    if challenge.remedy is not Remedy.ADD:
        return False
    said = [citation.quote for each in found if each.remedy is Remedy.ADD for citation in each.citations]
    return any(
        max(matter.view.likeness(citation.quote, said), default=0.0) >= matter.view.same
        for citation in challenge.citations[:1]
    )


_MANY = frozenset({ChallengeKind.CONFLICT, ChallengeKind.STALE, ChallengeKind.OVERREACH})
"""Kinds of which one claim may meet several."""


# --- what the quote does not carry ----------------------------------------------------------------------------------


def _uncarried(review: Review) -> Iterable[Challenge]:
    """Claims in own words whose figures or words are not in what they quote."""
    for claim in review.claims():
        failed = [each for each in review.task.findings if each.claim == claim.id and each.outcome is Outcome.FAILS]
        if failed:
            yield _failed(claim, failed)
        elif claim.kind is ClaimKind.STATED and not claim.about and claim.citations:
            said = " ".join(citation.quote for citation in claim.citations)
            share = terms.overlap(claim.text, said)
            likeness = review.matter.view.likeness(claim.text, [said])[0]
            if share < 0.3 and likeness < 0.8 * review.matter.view.kin:
                yield Challenge(
                    claim=claim.id,
                    kind=ChallengeKind.NOT_CARRIED,
                    grounds=f"Of the claim's words {round(share * 100)} % are in its quote, and the two are not alike.",
                    citations=claim.citations,
                    remedy=Remedy.REVISE,
                )


def _failed(claim: Claim, failed: Sequence[Finding]) -> Challenge:
    worst = next((finding for finding in failed if finding.gate), failed[0])
    return Challenge(
        claim=claim.id,
        kind=ChallengeKind.FIGURE if worst.check in FIGURE_CHECKS else ChallengeKind.NOT_CARRIED,
        grounds=worst.reason,
        citations=claim.citations,
        findings=tuple(dict.fromkeys(finding.check for finding in failed)),
        remedy=Remedy.WITHDRAW if worst.gate else Remedy.REVISE,
    )


# --- where sources disagree -----------------------------------------------------------------------------------------


def _conflicting(review: Review) -> Iterable[Challenge]:
    shown = [
        [citation.quote for side in each.sides for citation in side.citations] for each in review.draft.disagreements
    ]
    shown += [
        [citation.quote for citation in each.citations] for each in review.task.settled if each.kind in ABOUT_SOURCES
    ]
    told, names = list[Conflict](), review.matter.names
    shown_of: set[str] = set()
    """Ids of the claims that give a side of what is told."""
    for conflict in _by_use(review, review.matter.conflicts):
        if any(_says_both(quotes, conflict) or gives_both(conflict, quotes, names) for quotes in shown):
            continue
        challenge = _conflict(review, conflict, shown_of)
        if challenge is None or len(told) == CONFLICTS:
            continue
        again = any(same(conflict, each) for each in told)
        if again and (challenge.claim is None or challenge.claim in shown_of):
            continue
        told.append(conflict)
        claims = (claim_of(review.draft, each) for each in (conflict.a, conflict.b))
        shown_of.update(claim.id for claim in claims if claim)
        yield challenge


def _says_both(said: Sequence[str], conflict: Conflict) -> bool:
    """True when the quotes hold one side of the conflict, and beside it the figure of the other."""
    for mine, other in ((conflict.a, conflict.b), (conflict.b, conflict.a)):
        beside = [quote for quote in said if mine.quote not in quote]
        if len(beside) < len(said) and any(
            other.quote in quote or any(figures.agree(other.figure, found) for found in figures.find(quote))
            for quote in beside
        ):
            return True
    return False


def _by_use(review: Review, conflicts: Sequence[Conflict]) -> list[Conflict]:
    """Those first of which the draft shows a side."""
    return sorted(conflicts, key=lambda each: (-_used(review, each), -each.strength, each.a.id, each.b.id))


def _used(review: Review, conflict: Conflict) -> int:
    return sum(claim_of(review.draft, reading) is not None for reading in (conflict.a, conflict.b))


def claim_of(draft: Draft, reading: Reading) -> Claim | None:
    """The claim of the draft that gives this reading."""
    for section in draft.sections:
        for claim in [*section.claims, *(cell for table in section.tables for row in table.rows for cell in row.cells)]:
            if claim is None or (reading.cell and claim.about != reading.cell):
                continue
            if any(each.passage == reading.passage.id and reading.quote in each.quote for each in claim.citations):
                return claim
    return None


def _conflict(review: Review, conflict: Conflict, shown_of: Collection[str]) -> Challenge | None:
    """Of the claim that gives a side, rather of one of which nothing is told yet."""
    mine, other = conflict.a, conflict.b
    claim = claim_of(review.draft, mine)
    against = claim_of(review.draft, other)
    if against is not None and (
        claim is None
        or (claim.about and not against.about)
        or (claim.id in shown_of and against.id not in shown_of and not against.about)
    ):
        mine, other, claim = other, mine, against
    if claim is None and not _bears(review.matter, mine, other):
        return None
    stale = claim is not None and _overtaken(mine, other)
    return Challenge(
        claim=claim.id if claim else None,
        aspect=None if claim else conflict.subject,
        kind=ChallengeKind.STALE if stale else ChallengeKind.CONFLICT,
        grounds=f"{conflict.subject}. {_says(mine, other)}; {_says(other, mine)}.",
        citations=tuple(Citation(passage=each.passage.id, quote=each.quote) for each in (other, mine)),
        remedy=Remedy.SHOW_BOTH,
    )


def _bears(matter: Matter, *readings: Reading) -> bool:
    texts = [f"{each.cell}. {each.quote}" if each.cell else each.quote for each in readings]
    return max(matter.view.relevance(matter.question, texts)) >= matter.view.bears


def _says(reading: Reading, other: Reading) -> str:
    return (
        f"“{reading.source.title}” ({reading.source.date or 'undated'}) gives {subjects.shown_figure(reading, other)}"
    )


def _outdated(review: Review) -> Iterable[Challenge]:
    """What a newer source has otherwise for a later time: the newest says so, and the two do not disagree."""
    count = 0
    for section in review.draft.sections:
        for claim in section.claims:
            quoted = {(each.passage, each.quote) for each in claim.citations}
            found = (each for each in review.matter.overtaken if (each.older.passage, each.older.quote) in quoted)
            newest = next(found, None)
            if newest is not None and count < CONFLICTS:
                count += 1
                yield Challenge(
                    claim=claim.id,
                    kind=ChallengeKind.STALE,
                    grounds=newest.grounds,
                    citations=(newest.newer, newest.older),
                    remedy=Remedy.SHOW_BOTH,
                )


def _overtaken(older: Reading, newer: Reading) -> bool:
    """True when the second source is newer by more than a year, and tells of no year that lies before the first."""
    told = max(newer.years, default="9999")
    return iso.overtaken(older.source.told, newer.source.told) and told >= (older.source.told or "")[:4]


# --- what was dropped -----------------------------------------------------------------------------------------------


def _conditions(review: Review) -> Iterable[Challenge]:
    """A condition in the sentence that follows and points back at the one quoted."""
    count = 0
    for section in review.draft.sections:
        for claim in section.claims:
            found = condition_after(review.matter, claim)
            if found is None or count >= CONDITIONS:
                continue
            sentence, span = found
            count += 1
            yield Challenge(
                claim=claim.id,
                kind=ChallengeKind.CONDITION,
                grounds=f"The next sentence of the source attaches a condition: “{sentence.after}”",
                citations=(Citation(passage=sentence.passage.id, quote=span),),
                remedy=Remedy.MARK,
            )


def condition_after(matter: Matter, claim: Claim) -> tuple[Candidate, str] | None:
    """The sentence that the claim quotes, and the span of it with its condition, where one was left out."""
    for citation in claim.citations:
        sentence = matter.sentence(citation)
        if sentence is None or not sentence.after or sentence.after in claim.text:
            continue
        if _CONDITION.search(sentence.after) and (dangles(sentence.after) or _same_figures(sentence)):
            return sentence, sentence.passage.text[sentence.start : sentence.after_end]
    return None


def _same_figures(sentence: Candidate) -> bool:
    """True when the next sentence repeats a figure or most words of this one."""
    return terms.overlap(sentence.after, sentence.text) >= 0.5


def _doubts(review: Review) -> Iterable[Challenge]:
    """Sentences that limit what a claim with figures shows, from wherever, if the draft leaves them out."""
    matter = review.matter
    doubting = [each for each in matter.quotable if DOUBT.search(each.text) and not review.uses(each)]
    claims = [claim for section in review.draft.sections for claim in section.claims if re.search(r"\d", claim.text)]
    told: set[str] = set()
    most = review.left(ChallengeKind.OVERREACH, DOUBTS)
    for each in sorted(doubting, key=lambda each: (-matter.bears(each), each.passage.id, each.start)):
        likeness = matter.view.likeness(each.text, [claim.text for claim in claims])
        for claim, alike in sorted(zip(claims, likeness, strict=True), key=lambda pair: -pair[1]):
            if alike < 0.7 * matter.view.kin or claim.id in told or len(told) >= most:
                continue
            if not _same_matter(matter, each.text, claim.text):
                continue
            told.add(claim.id)
            yield Challenge(
                claim=claim.id,
                kind=ChallengeKind.OVERREACH,
                grounds=f"“{each.source.title}” limits what this shows, and the draft leaves it out.",
                citations=(Citation(passage=each.passage.id, quote=each.text),),
                remedy=Remedy.ADD,
            )
            break


def _same_matter(matter: Matter, a: str, b: str) -> bool:
    """True when the two share a name that few sources use, or two names."""
    shared = {found.name for found in matter.names.find(a)} & {found.name for found in matter.names.find(b)}
    return len(shared) > 1 or any(matter.rare(name) for name in shared)


# --- what has no date -----------------------------------------------------------------------------------------------


def _undated(review: Review) -> Iterable[Challenge]:
    count = 0
    for section in review.draft.sections:
        for claim in section.claims:
            for citation in claim.citations:
                passage = review.matter.passage(citation.passage)
                source = review.matter.source(passage.source) if passage else None
                if source and not source.date and _TIME_BOUND.search(claim.text) and count < UNDATED:
                    count += 1
                    yield Challenge(
                        claim=claim.id,
                        kind=ChallengeKind.UNDATED,
                        grounds=f"It speaks of a time, and “{source.title}” gives no date.",
                        citations=(citation,),
                        remedy=Remedy.MARK,
                    )
