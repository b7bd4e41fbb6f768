"""What a reviewer misses in a draft: sources that are not heard, tables, answers, and what is said to be open."""

from __future__ import annotations

from collections.abc import Iterable

from moot.readers import coverage, drafting, questions, selection, titles
from moot.readers.candidates import Candidate
from moot.readers.questions import OPENNESS, Part, Sort
from moot.readers.review import NOTHING, Review
from moot.readers.tables import Grid
from moot.words import Challenge, ChallengeKind, Citation, Draft, Remedy

UNHEARD, MISSING = 3, 3
"""The most in a whole debate: they add sentences, and rounds do not pile them up."""
OPEN_POINTS = 2
"""The most in one round."""
ROWS = 6
"""Of a missing table, as many rows are quoted."""


def unheard(review: Review) -> Iterable[Challenge]:
    """Sources on the subject of the question of which the draft cites nothing, those that bear most on it first."""
    raised = coverage.voices_of(
        review.matter,
        (each for one in review.task.settled if one.grounds.endswith(NOTHING) for each in one.citations),
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
            grounds=f"“{title}” {NOTHING}",
            citations=(Citation(passage=best.passage.id, quote=best.text),),
            remedy=Remedy.ADD,
        )


def missing(review: Review) -> Iterable[Challenge]:
    """Tables and sentences that bear on the question more than the bar, which the draft does not show."""
    weaker = [*_open_points(review), *_missing_tables(review), *_missing_answers(review)]
    yield from weaker[: review.left(ChallengeKind.MISSING, MISSING)]


def _missing_tables(review: Review) -> Iterable[Challenge]:
    for grid in drafting.relevant_grids(review.matter, 0.75)[: drafting.TABLES_MOST]:
        if not _cites(review.draft, grid.passage.id):
            yield _missing_table(grid)


def _missing_answers(review: Review) -> Iterable[Challenge]:
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


def _open_points(review: Review) -> list[Challenge]:
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


def _asked(review: Review) -> list[tuple[str, Part]]:
    """The parts of the question, then the sub-questions of the plan: as shown, and as asked."""
    asked = [(part.text, part) for part in review.matter.parts if part.sort is not Sort.OPEN]
    for aspect in review.task.plan.aspects:
        title = titles.of_aspect(aspect.question)
        if titles.is_theme(aspect.question):
            asked.append((title, Part(title, Sort.PLAIN)))
        elif all(title.rstrip("?").casefold() != text.casefold() for text, _ in asked):
            asked.append((title, Part(title, questions.sort_of(title))))
    return [(title, part) for title, part in asked if part.sort is not Sort.OPEN]


def _best_unused(review: Review, part: Part) -> Candidate | None:
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
