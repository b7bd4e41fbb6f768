"""What one source tells as so and another one, later by more than a year, otherwise: a figure, a thing that lacked.

Both may be true, each in its day, so they do not disagree. But who reads the older alone is told what is so no longer.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from moot.readers import around, contrast
from moot.readers.candidates import Candidate
from moot.readers.conflict import Conflict, value
from moot.readers.conflicts import SAID_OTHERWISE, succeeds, thick
from moot.readers.names import Names
from moot.readers.readings import Reading
from moot.text import figures, iso, terms
from moot.text.figures import Figure
from moot.text.lazy import lazy_re
from moot.verify.comparing import when
from moot.words import Citation, Source

ALIKE = 0.5
"""Of the words of a denial that the newer sentence must share, with its title and headings."""
LEAST = 2
"""Words at least."""
_WAS = lazy_re(
    r"\b(?:(?:rose|grew|fell|rais\w+|increas\w+|chang\w+|dropped|moved|up|down)(?: \w+){0,3} from|instead of|"
    r"rather than|no longer|previously|formerly|statt|von|bisher|zuvor)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
"""Before a figure that was so once."""
_LACKS = lazy_re(
    r"\b(?:no|not any|without any|kein|keine)(?P<noun>(?:\s+[a-zà-ÿ][\w’-]*){1,4})"
    r"|\b(?:(?:is|are|has|have|does|do|can|could|may)(?: not|n[’']t)|cannot)(?: yet)?(?: be(?:en)?)? (?P<verb>[a-z]+)"
)
"""What is not there, or not done."""
_DENIES = lazy_re(
    r"\b(?:no|not|never|none|nor|neither|without|cannot|hardly|abandon\w*|fail(?:s|ed)? to|"
    r"refus\w*|given up|nicht|kein|keine|nie|pas|aucune?)\b|n[’']t\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Overtaken:
    """Two sentences, of which the newer one has it otherwise."""

    older: Citation
    newer: Citation
    grounds: str
    day: str
    """Of the newer source."""

    def told_by(self, quotes: Collection[str]) -> bool:
        """Whether the quotes hold both sentences."""
        return all(any(each.quote in quote for quote in quotes) for each in (self.older, self.newer))


def was(text: str, start: int) -> bool:
    """Whether the figure that begins there is told as what was so once: "up from 3.2 hectares"."""
    return bool(_WAS.search(text[:start]))


def find(
    sentences: Sequence[Candidate],
    readings: Sequence[Reading],
    succeeded: Iterable[Conflict],
    names: Names,
    ambient: Collection[str],
) -> list[Overtaken]:
    """Each pair of sentences once, the newest first. `succeeded`: figures of which one is of a later time."""
    later = _later([each.source for each in sentences])
    found = [*_figures(succeeded), *_raised(sentences, readings, later), *_denied(sentences, names, ambient, later)]
    once = {(each.older.quote, each.newer.quote): each for each in reversed(found)}
    return sorted(once.values(), key=lambda each: (each.day, each.older.passage, each.newer.passage), reverse=True)


def _later(sources: Iterable[Source]) -> dict[str, frozenset[str]]:
    """By source those that are newer by more than a year; only where there are any."""
    every = {each.id: each for each in sources}.values()
    newer = {one.id: frozenset(each.id for each in every if iso.overtaken(one.told, each.told)) for one in every}
    return {id: others for id, others in newer.items() if others}


def _figures(succeeded: Iterable[Conflict]) -> Iterator[Overtaken]:
    for each in succeeded:
        older, newer = (each.a, each.b) if succeeds(each.b, each.a) else (each.b, each.a)
        yield _pair(_cited(older), older.source, _cited(newer), newer.source, f"{each.subject}. ")


def _raised(
    sentences: Sequence[Candidate], readings: Sequence[Reading], later: Mapping[str, Collection[str]]
) -> Iterator[Overtaken]:
    """A figure that the newer sentence gives too, as what was: "9.4 hectares, up from 3.2 hectares in 2021"."""
    told: dict[str, list[tuple[Candidate, str]]] = {}
    """By a figure that was so once: the sentence, and what is so since."""
    for sentence in sentences if later else ():
        before, since = _replaced(sentence.text)
        for each in before:
            now = next((one.raw for one in since if one.unit == each.unit), "")
            if now:
                told.setdefault(value(each), []).append((sentence, now))
    for reading in readings:
        figure, newest = reading.figure, later.get(reading.source.id, ())
        near = [each for each in told.get(value(figure), ()) if each[0].source.id in newest]
        if not near or reading.cell or when.to_come(reading.quote) or not when.present(reading.piece):
            continue
        for newer, now in near:
            shared = thick(reading.measure) & frozenset(terms.stems(newer.text))
            if len(shared) >= (1 if figure.unit else LEAST):
                grounds = f"{figure.raw} was so once: {now}. "
                yield _pair(_cited(reading), reading.source, _quote(newer), newer.source, grounds)


def _replaced(text: str) -> tuple[list[Figure], list[Figure]]:
    """The figures that it tells as what was so once, and the others: of "from 2 euros to 3 euros" one each."""
    before, since = list[Figure](), list[Figure]()
    for each in figures.find(text):
        if not was(text, each.start):
            since.append(each)
        else:
            before.append(replace(each, high=None))
            since += [replace(each, value=each.high, high=None)] if each.high is not None else []
    return before, since


def _denied(
    sentences: Sequence[Candidate], names: Names, ambient: Collection[str], later: Mapping[str, Collection[str]]
) -> Iterator[Overtaken]:
    """What was lacking, or not done, and is there, or is done."""
    by_stem: dict[str, list[tuple[Candidate, frozenset[str]]]] = {}
    for each in sentences if later else ():
        if not _DENIES.search(each.text) and not when.to_come(each.text):
            own = frozenset(terms.stems(each.text))
            for stem in own:
                by_stem.setdefault(stem, []).append((each, own))
    for older in sentences:
        newest = later.get(older.source.id, ())
        lacking = _lacking(older.text) if newest and not when.to_come(older.text) else frozenset[str]()
        if not lacking:
            continue
        said = thick(frozenset(terms.stems(older.text)))
        mine = _names(older, names, ambient)
        for newer, own in min((by_stem.get(stem, []) for stem in lacking), key=len):
            if newer.source.id not in newest or not lacking <= own:
                continue
            shared = said & (own | frozenset(terms.stems(newer.surroundings)))
            if len(shared) < max(LEAST, ALIKE * len(said)):
                continue
            theirs = _names(newer, names, ambient)
            if not (mine and theirs and mine.isdisjoint(theirs)) and not _apart(older, newer):
                yield _pair(_quote(older), older.source, _quote(newer), newer.source, "")


def _names(sentence: Candidate, names: Names, ambient: Collection[str]) -> frozenset[str]:
    return frozenset(found.name for found in names.find(sentence.text)).difference(ambient)


def _apart(one: Candidate, other: Candidate) -> bool:
    a, b = (contrast.Worded(each.text, each.before) for each in (one, other))
    return contrast.apart(a, b, SAID_OTHERWISE, ())


def _lacking(text: str) -> frozenset[str]:
    """Stems of what it says is not there, or not done."""
    match = _LACKS.search(text)
    if match is None:
        return frozenset()
    return frozenset(terms.stems(match["verb"] or around.counted(match["noun"])))


def _pair(older: Citation, of: Source, newer: Citation, by: Source, grounds: str) -> Overtaken:
    told = f"“{of.title}” ({of.told}) is older than “{by.title}” ({by.told}), which says: “{newer.quote}”"
    return Overtaken(older, newer, f"{grounds}{told}", by.told or "")


def _cited(reading: Reading) -> Citation:
    return Citation(passage=reading.passage.id, quote=reading.quote)


def _quote(sentence: Candidate) -> Citation:
    return Citation(passage=sentence.passage.id, quote=sentence.text)
