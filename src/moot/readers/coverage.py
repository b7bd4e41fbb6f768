"""Which sources speak of what the question is about, and what each of them says most strongly. Copies have no voice.

A source is on the subject when it names what the question names, or a sentence of it bears on a part of the question.
One whose best sentence says itself that it is off the point stands at the margin.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from moot.readers import questions
from moot.readers.candidates import Candidate, polish
from moot.readers.matter import Matter
from moot.readers.questions import ASIDE, Sort
from moot.text import terms
from moot.words import Citation, Draft, Source

NEAR = 0.4
"""Of what the best source reaches: a source that only names the subject must bear on the question at least so much."""
_BEARING, _WEIGHT, _TITLE, _EARLY = 0.35, 0.3, 0.15, 0.2
"""What makes a sentence strong: bearing on the question, weight in its source, its title's words, an early place."""


class Place(StrEnum):
    """Where a source stands to the question."""

    SUBJECT = "subject"
    MARGIN = "margin"
    OTHER = "other"
    """It shares no more with the question than a name: another story of the same place."""
    OFF = "off"


@dataclass(frozen=True)
class Voice:
    """One source with its stand-alone sentences, the strongest first, each with its strength of 0 to 1."""

    source: Source
    place: Place
    bearing: float
    """Of its best sentence on the question or a part of it."""
    sentences: tuple[tuple[Candidate, float], ...]


def voices(matter: Matter) -> list[Voice]:
    """All sources that can be quoted, in their order; of those that are one voice, one."""
    by_source: dict[str, list[Candidate]] = {}
    for each in matter.sentences:
        by_source.setdefault(each.source.id, []).append(each)
    quotable: dict[str, list[Candidate]] = {}
    for each in matter.quotable:
        quotable.setdefault(each.source.id, []).append(each)
    asked = [matter.question, *(part.text for part in matter.parts if part.sort is not Sort.OPEN)]
    bearing = {
        id: max(max(matter.view.relevance(text, [each.text for each in group])) for text in asked)
        for id, group in by_source.items()
    }
    subjects = _subjects(matter)
    least = NEAR * max(bearing.values(), default=0.0)
    found: list[Voice] = []
    for source in matter.sources:
        if source.id in quotable and source.id not in matter.echoes:
            place = _place(matter, by_source[source.id], subjects, bearing[source.id], least)
            ranked = strongest(matter, source, quotable[source.id])
            found.append(Voice(source, place, bearing[source.id], ranked))
    return found


def elsewhere(matter: Matter) -> set[str]:
    """Ids of sources that tell another story, where there are others that do not."""
    found = voices(matter)
    if all(each.place is not Place.SUBJECT for each in found):
        return set()
    others = {matter.voice(each.source.id) for each in found if each.place is Place.OTHER}
    return {source.id for source in matter.sources if matter.voice(source.id) in others}


def on_subject(matter: Matter) -> list[Voice]:
    """Those on the subject, what bears most on the question first."""
    return sorted((each for each in voices(matter) if each.place is Place.SUBJECT), key=lambda each: -each.bearing)


def quoted(matter: Matter, draft: Draft) -> set[str]:
    """The voices that the draft cites anywhere."""
    return voices_of(matter, (each for claim in draft.claims() for each in claim.citations))


def voices_of(matter: Matter, citations: Iterable[Citation]) -> set[str]:
    ids = {passage.id: passage.source for passage in matter.passages}
    return {matter.voice(ids[each.passage]) for each in citations if each.passage in ids}


def strongest(matter: Matter, source: Source, pool: Sequence[Candidate]) -> tuple[tuple[Candidate, float], ...]:
    """The sentences of one source with their strength, the strongest first."""
    texts = [each.text for each in pool]
    rows = zip(
        _scaled([matter.bears(each) for each in pool]),
        _scaled(matter.view.weight(texts)),
        _scaled(matter.view.relevance(matter.title(source), texts)),
        strict=True,
    )
    scores = [
        round(
            (_BEARING * bears + _WEIGHT * weight + _TITLE * titled + _EARLY * (1 - n / len(pool))) * polish(texts[n]), 3
        )
        for n, (bears, weight, titled) in enumerate(rows)
    ]
    return tuple(sorted(zip(pool, scores, strict=True), key=lambda each: -each[1]))


def _scaled(values: Sequence[float]) -> list[float]:
    most = max(values, default=0.0)
    return [value / most if most else 0.0 for value in values]


def _subjects(matter: Matter) -> Collection[str]:
    """Names of the question; those that every source uses tell nothing, unless there are no others."""
    names = {found.name for found in matter.names.find(matter.question)}
    return names - matter.ambient or names


def _place(
    matter: Matter, group: Sequence[Candidate], subjects: Collection[str], bearing: float, least: float
) -> Place:
    best = max(group, key=matter.bears)
    if matter.bears(best) > 0 and ASIDE.search(best.text):
        return Place.MARGIN
    texts = [matter.title(group[0].source), *(each.text for each in group)]
    names = {found.name for text in texts for found in matter.names.find(text)} & set(subjects)
    if len(names) < 2 and subjects and not _shares_matter(matter, subjects, texts):
        return Place.OTHER if names else Place.OFF
    named = bool(names)
    if bearing >= matter.view.bears or (named and bearing > 0 and bearing >= least):
        return Place.SUBJECT
    return Place.MARGIN if bearing >= 0.5 * matter.view.bears else Place.OFF


def _shares_matter(matter: Matter, subjects: Collection[str], texts: Sequence[str]) -> bool:
    """True when the texts use a word that the question asks about, besides its names: a place has many stories."""
    asked = [part.text for part in matter.parts if part.sort is not Sort.OPEN] or [matter.question]
    own = {stem for name in subjects for stem in terms.stems(name)}
    things = {stem for text in asked for stem in questions.content(text)} - own
    return not things or any(things & set(terms.stems(text)) for text in texts)
