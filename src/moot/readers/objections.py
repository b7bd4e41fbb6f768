"""What a reviewer objects to: conflicts between sources, dropped conditions and doubts, what is missing or undated.

Few and precise: each objection quotes what shows it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from moot.readers import conflicts, coverage, drafting, questions, selection, subjects, titles
from moot.readers.candidates import Candidate, dangles
from moot.readers.conflicts import Conflict
from moot.readers.matter import Matter
from moot.readers.questions import DOUBT, OPENNESS, Part, Sort
from moot.readers.readings import Reading
from moot.readers.tables import Grid
from moot.text import figures, iso, terms
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
CONFLICTS, CONDITIONS, OPEN_POINTS, UNDATED = 4, 2, 2, 1
"""The most of each kind in one round."""
UNHEARD, DOUBTS, MISSING = 3, 2, 3
"""The most in a whole debate of those that add sentences, so that rounds do not pile them up."""
ROWS = 6
"""Of a missing table, as many rows are quoted."""
FIGURE_CHECKS = frozenset({"figures", "computed"})

_CONDITION = re.compile(
    r"\b(?:depend(?:s|ed|ing)? (?:up)?on|conditional|contingent|subject to|provided (?:that)?|only (?:if|when"
    r"|where|for)|unless"
    r"|not yet|except|excluding|do(?:es)? not (?:include|contain|cover)|as long as|limited to|applies only to"
    r"|under the condition|of which|of (?:that|this) (?:sum|amount|total|number))\b",
    re.IGNORECASE,
)
_TIME_BOUND = re.compile(
    r"\b(?:currently|now|today|at present|so far|until now|recent(?:ly)?|this (?:year|month|week)|as of|still"
    r"|latest|nowadays"
    r"|has not yet|have not yet|soon|up to now)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Review:
    task: ChallengeTask
    matter: Matter

    @property
    def draft(self) -> Draft:
        return self.task.draft

    def claims(self) -> list[Claim]:
        return list(self.draft.claims())

    def quotes(self) -> list[str]:
        return [citation.quote for claim in self.draft.claims() for citation in claim.citations]

    def left(self, kind: ChallengeKind, most: int) -> int:
        """Of so many of a kind in a debate, those not raised yet."""
        about = [each for each in self.task.settled if each.kind is kind and not each.grounds.endswith(_NOTHING)]
        return max(0, most - len(about))

    def uses(self, candidate: Candidate) -> bool:
        return any(candidate.text in quote or quote in candidate.text for quote in self.quotes())


def challenges(task: ChallengeTask, matter: Matter) -> Challenges:
    """At most eight objections, the most serious first, none that was settled."""
    review = _Review(task, matter)
    kinds: tuple[Callable[[_Review], Iterable[Challenge]], ...] = (
        _uncarried,
        _conflicting,
        _unheard,
        _conditions,
        _doubts,
        _missing,
        _undated,
    )
    found: list[Challenge] = []
    for kind in kinds:
        for each in kind(review):
            if not _settled(each, [*task.settled, *found]) and not _adds_again(matter, each, found):
                found.append(each)
    return Challenges(challenges=tuple(found[:MOST]))


def conflicting(task: ChallengeTask, matter: Matter) -> list[Challenge]:
    """Only where sources disagree on what the draft or the question is about; first what the draft shows a side of."""
    return list(_conflicting(_Review(task, matter)))


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


def _uncarried(review: _Review) -> Iterable[Challenge]:
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


def _conflicting(review: _Review) -> Iterable[Challenge]:
    shown = [
        [citation.quote for side in each.sides for citation in side.citations] for each in review.draft.disagreements
    ]
    shown += [[citation.quote for citation in each.citations] for each in review.task.settled if each.kind in _SOURCES]
    told: list[Conflict] = []
    for conflict in _by_use(review, review.matter.conflicts):
        if any(conflicts.same(conflict, each) for each in told):
            continue
        if any(_says_both(quotes, conflict) or _gives_both(review, quotes, conflict) for quotes in shown):
            continue
        challenge = _conflict(review, conflict)
        if challenge is not None and len(told) < CONFLICTS:
            told.append(conflict)
            yield challenge


_SOURCES = (ChallengeKind.CONFLICT, ChallengeKind.STALE)


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


def _gives_both(review: _Review, said: Sequence[str], conflict: Conflict) -> bool:
    """True when the quotes, whichever they are, give both figures for a name that both sides have."""
    common = conflict.a.names & conflict.b.names
    speaking = [quote for quote in said if common & {found.name for found in review.matter.names.find(quote)}]
    return all(
        any(figures.agree(each.figure, found) for quote in speaking for found in figures.find(quote))
        for each in (conflict.a, conflict.b)
    )


def _by_use(review: _Review, conflicts: Sequence[Conflict]) -> list[Conflict]:
    """Those first of which the draft shows a side."""
    return sorted(conflicts, key=lambda each: (-_used(review, each), -each.strength, each.a.id, each.b.id))


def _used(review: _Review, conflict: Conflict) -> int:
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


def _conflict(review: _Review, conflict: Conflict) -> Challenge | None:
    mine, other = conflict.a, conflict.b
    claim = claim_of(review.draft, mine)
    against = claim_of(review.draft, other)
    if against is not None and (claim is None or (claim.about and not against.about)):
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


def _overtaken(older: Reading, newer: Reading) -> bool:
    """True when the second source is newer by more than a year, and tells of no year that lies before the first."""
    told = max(newer.years, default="9999")
    return iso.overtaken(older.source.told, newer.source.told) and told >= (older.source.told or "")[:4]


# --- what was dropped -----------------------------------------------------------------------------------------------


def _conditions(review: _Review) -> Iterable[Challenge]:
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


def _doubts(review: _Review) -> Iterable[Challenge]:
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


# --- what is missing ------------------------------------------------------------------------------------------------

_NOTHING = "bears on the question and the draft cites nothing from it."


def _unheard(review: _Review) -> Iterable[Challenge]:
    """Sources on the subject of the question of which the draft cites nothing, those that bear most on it first."""
    raised = coverage.voices_of(
        review.matter,
        (each for one in review.task.settled if one.grounds.endswith(_NOTHING) for each in one.citations),
    )
    cited = coverage.quoted(review.matter, review.draft)
    matter, heard = review.matter, cited | raised
    silent = [each for each in coverage.on_subject(matter) if matter.voice(each.source.id) not in heard]
    for voice in silent[: max(0, UNHEARD - len(raised))]:
        best, _ = voice.sentences[0]
        title = review.matter.title(voice.source)
        yield Challenge(
            aspect=title,
            kind=ChallengeKind.MISSING,
            grounds=f"“{title}” {_NOTHING}",
            citations=(Citation(passage=best.passage.id, quote=best.text),),
            remedy=Remedy.ADD,
        )


def _missing(review: _Review) -> Iterable[Challenge]:
    """Tables and sentences that bear on the question more than the bar, which the draft does not show."""
    weaker = [*_open_points(review), *_missing_tables(review), *_missing_answers(review)]
    yield from weaker[: review.left(ChallengeKind.MISSING, MISSING)]


def _missing_tables(review: _Review) -> Iterable[Challenge]:
    for grid in drafting.relevant_grids(review.matter, 0.75)[: drafting.TABLES_MOST]:
        if not _cites(review.draft, grid.passage.id):
            yield _missing_table(grid)


def _missing_answers(review: _Review) -> Iterable[Challenge]:
    for aspect, part in _asked(review):
        best = _best_unused(review, part)
        if best is not None:
            yield Challenge(
                aspect=aspect,
                kind=ChallengeKind.MISSING,
                grounds=f"“{best.source.title}” answers this and the draft does not say it.",
                citations=(Citation(passage=best.passage.id, quote=best.text),),
                remedy=Remedy.ADD,
            )


def _open_points(review: _Review) -> list[Challenge]:
    """Sentences that say what is not known, where the question asks for it and the draft leaves them out."""
    matter = review.matter
    if all(part.sort is not Sort.OPEN for part in matter.parts):
        return []
    shown = [claim.text for section in review.draft.sections for claim in section.claims]
    voices = coverage.voices(matter)
    margin = {matter.voice(each.source.id) for each in voices if each.place is coverage.Place.MARGIN}
    pool = [
        each
        for each in matter.quotable
        if OPENNESS.search(each.text) and not review.uses(each) and matter.voice(each.source.id) not in margin
    ]
    texts = [each.text for each in pool]
    scores = drafting.directness(matter, Part(matter.question, Sort.OPEN), texts)
    chosen = [
        pool[n] for n in selection.choose(matter.view, texts, scores, OPEN_POINTS, 0.75 * matter.view.bears, shown)
    ]
    if not chosen and not any(OPENNESS.search(text) for text in shown):
        # A draft that says nothing of it lacks what this reader would have said.
        own = drafting.open_points(matter, voices, [])
        chosen = [each for each in own if not review.uses(each)][:OPEN_POINTS]
    return [
        Challenge(
            aspect=drafting.OPEN_SECTION,
            kind=ChallengeKind.MISSING,
            grounds=f"“{each.source.title}” says what is not settled and the draft leaves it out.",
            citations=(Citation(passage=each.passage.id, quote=each.text),),
            remedy=Remedy.ADD,
        )
        for each in chosen
    ]


def _asked(review: _Review) -> list[tuple[str, Part]]:
    """The parts of the question, then the sub-questions of the plan: as shown, and as asked."""
    asked = [(part.text, part) for part in review.matter.parts if part.sort is not Sort.OPEN]
    for aspect in review.task.plan.aspects:
        title = titles.of_aspect(aspect.question)
        if titles.is_theme(aspect.question):
            asked.append((title, Part(title, Sort.PLAIN)))
        elif all(title.rstrip("?").casefold() != text.casefold() for text, _ in asked):
            asked.append((title, Part(title, questions.sort_of(title))))
    return [(title, part) for title, part in asked if part.sort is not Sort.OPEN]


def _best_unused(review: _Review, part: Part) -> Candidate | None:
    """The sentence unlike any of the draft that answers best, if the draft has less than two that answer as well."""
    matter = review.matter
    shown = [claim.text for section in review.draft.sections for claim in section.claims]
    pool = [each for each in matter.quotable if not review.uses(each)]
    scores = drafting.directness(matter, part, [each.text for each in pool])
    have = sorted(drafting.directness(matter, part, shown), reverse=True)
    bar = max(matter.view.bears, have[1] if len(have) > 1 else 0.0)
    ranked = sorted(range(len(pool)), key=lambda n: (-scores[n], n))
    for n in ranked[:5]:
        alike = max(matter.view.likeness(pool[n].text, shown), default=0.0)
        if scores[n] >= bar and alike < 0.9 * matter.view.same and matter.bears(pool[n]) >= 0.75 * matter.view.bears:
            return pool[n]
    return None


def _cites(draft: Draft, passage: str) -> bool:
    return any(citation.passage == passage for claim in draft.claims() for citation in claim.citations)


def _missing_table(grid: Grid) -> Challenge:
    return Challenge(
        aspect=grid.caption,
        kind=ChallengeKind.MISSING,
        grounds=f"The table under “{grid.caption}” bears on the question and the draft does not use it.",
        citations=tuple(Citation(passage=grid.passage.id, quote=line.quote) for line in grid.lines[:ROWS]),
        remedy=Remedy.ADD,
    )


# --- what has no date -----------------------------------------------------------------------------------------------


def _undated(review: _Review) -> Iterable[Challenge]:
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
