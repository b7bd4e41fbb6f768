"""What the sources do not say: parts of the question that no sentence and no table bears on."""

from __future__ import annotations

from collections.abc import Sequence

from moot.readers import questions
from moot.readers.matter import Matter
from moot.readers.questions import Part, Sort
from moot.text import terms


def gaps(matter: Matter) -> tuple[str, ...]:
    """In words for a reader, in the order of the question."""
    if not matter.sentences and not matter.grids:
        return ("The sources hold no sentence that could be quoted.",)
    unspoken, foreign = _unspoken(matter), _foreign(matter)
    unanswered = [f"No sentence was found that answers “{part.text}”." for part in unspoken]
    unmentioned = [] if foreign else _unmentioned(matter, unspoken)
    return tuple(dict.fromkeys([*unanswered, *unmentioned, *foreign]))


def _foreign(matter: Matter) -> list[str]:
    """That sources are in another language than the question: what they say of it is hardly found."""
    asked = questions.languages(matter.question)
    others = {id: other for id, other in matter.tongues.items() if other not in asked}
    if not others:
        return []
    named = " and ".join(sorted(set(others.values())))
    how = "all" if len(others) == len(matter.tongues) else f"{len(others)} of {len(matter.tongues)}"
    return [
        f"The question is in {asked[0]}, and {how} of the sources with prose are in {named}: without a language model "
        f"an answer in another language is easily missed. Ask in {named} too."
    ]


def _unspoken(matter: Matter) -> list[Part]:
    """Parts of the question that nothing speaks of, title and heading read with it."""
    said = (*matter.quotable, *matter.joined)
    texts = [f"{matter.title(each.source)}. {each.heading}. {each.text}" for each in said]
    texts += [f"{matter.title(grid.source)}. {grid.text}" for grid in matter.grids]
    return [
        part
        for part in _asked(matter)
        if max(matter.view.relevance(part.about, texts), default=0.0) < matter.view.speaks
        and not any(part.told_under(each.heading) for each in matter.quotable)
    ]


def _asked(matter: Matter) -> list[Part]:
    return [part for part in matter.parts if part.sort is not Sort.OPEN]


def _unmentioned(matter: Matter, unspoken: Sequence[Part]) -> list[str]:
    """Things asked about of which no source uses a single word: names, and whatever else of parts that nothing speaks
    of. Of the others another word may be used.
    """
    said = {stem for passage in matter.passages for stem in terms.stems(passage.text)}
    said |= {stem for source in matter.sources for stem in terms.stems(source.title)}
    groups: list[str] = []
    for part in _asked(matter):
        about = questions.bare(part.text)
        names = [about[found.start : found.end] for found in matter.names.find(about)]
        groups += questions.things(about) if part in unspoken else names
    return [
        f"The sources do not mention “{group}”."
        for group in groups
        if not said & set(terms.stems(f"{group} {questions.measures(group)}"))
    ]
