"""What the sources do not say: parts of the question that no sentence and no table bears on."""

from __future__ import annotations

from moot.readers import questions
from moot.readers.matter import Matter
from moot.readers.questions import Sort
from moot.text import terms


def gaps(matter: Matter) -> tuple[str, ...]:
    """In words for a reader, in the order of the question."""
    if not matter.sentences and not matter.grids:
        return ("The sources hold no sentence that could be quoted.",)
    return tuple(dict.fromkeys([*_unanswered(matter), *_unmentioned(matter)]))


def _unanswered(matter: Matter) -> list[str]:
    texts = [each.text for each in matter.quotable] + [grid.text for grid in matter.grids]
    found: list[str] = []
    for part in matter.parts:
        if part.sort is Sort.OPEN:
            continue
        if max(matter.view.relevance(part.text, texts), default=0.0) < 0.75 * matter.view.bears:
            found.append(f"No sentence was found that answers “{part.text}”.")
    return found


def _unmentioned(matter: Matter) -> list[str]:
    """Things asked about of which no source uses a single word."""
    said = {stem for passage in matter.passages for stem in terms.stems(passage.text)}
    said |= {stem for source in matter.sources for stem in terms.stems(source.title)}
    groups = [group for part in matter.parts if part.sort is not Sort.OPEN for group in questions.things(part.text)]
    return [f"The sources do not mention “{group}”." for group in groups if not said & set(terms.stems(group))]
