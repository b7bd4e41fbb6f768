"""What a reader has before it for one task: sentences, tables, names, and its view of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TypeVar

from moot.evidence.things import Things
from moot.readers import candidates, conflicts, overtaken, questions, readings, tables, titles
from moot.readers.candidates import Candidate
from moot.readers.conflict import Conflict
from moot.readers.names import Names
from moot.readers.overtaken import Overtaken
from moot.readers.questions import Part
from moot.readers.readings import Reading, Rivals
from moot.readers.shunned import Shunned
from moot.readers.tables import Grid
from moot.readers.view import View
from moot.text import figures, terms
from moot.text.lazy import lazy_re
from moot.text.tongue import tongue
from moot.words import Citation, Passage, Source

_JOINED = lazy_re(r"\s{0,9},?\s{0,9}(?:and|or|against|versus|vs\.?|than)\s{1,9}(?:the\s{1,9})?")
_COMMA = lazy_re(r"\s*,\s*(?:the\s+)?")
_DENIES = frozenset({"not", "no", "never", "nor", "without", "nicht", "kein", "keine", "nie", "pas", "jamais"})
_HEAD, _LINE = 300, 80
"""Characters of a source's head, and of a line there that is no sentence."""
_TELLING = 10
"""Letters of a source from which its language is told: a few bytes that are no text pass for two of any script."""


@dataclass(frozen=True)
class Matter:
    question: str
    passages: tuple[Passage, ...]
    sources: tuple[Source, ...]
    sentences: tuple[Candidate, ...]
    grids: tuple[Grid, ...]
    names: Names
    view: View
    echoes: frozenset[str]
    """Ids of the sources for which another one speaks that is here too: what they come from, else the first."""

    @classmethod
    def of(
        cls,
        question: str,
        passages: Sequence[Passage],
        sources: Sequence[Source],
        shunned: Shunned,
        view: Callable[[Iterable[str]], View],
    ) -> Matter:
        ordered = sorted(passages, key=lambda each: _order(each, sources))
        found = tuple(candidates.gather(ordered, sources, shunned))
        grids = tuple(tables.gather(ordered, sources))
        names = Names.of([*(each.text for each in found), question])
        here = {each.source.id for each in (*found, *grids)}
        echoes = _echoes([source for source in sources if source.id in here])
        # What a copy repeats makes no word more common.
        texts = [each.text for each in (*_once(found, echoes), *_once(grids, echoes))]
        return cls(question, tuple(ordered), tuple(sources), found, grids, names, view(texts), echoes)

    @cached_property
    def quotable(self) -> tuple[Candidate, ...]:
        """The sentences that stand alone, each wording once; what a copy repeats is told by its source."""
        once: dict[str, Candidate] = {}
        for each in _once(self.sentences, self.echoes):
            if each.alone:
                once.setdefault(" ".join(each.text.casefold().split()), each)
        return tuple(once.values())

    @cached_property
    def joined(self) -> tuple[Candidate, ...]:
        """What leans on the sentence before, told together with it; of no copy."""
        return tuple(each for each in candidates.joined(self.sentences) if each.source.id not in self.echoes)

    @cached_property
    def tables(self) -> tuple[Grid, ...]:
        """Without those that a copy repeats."""
        return tuple(_once(self.grids, self.echoes))

    @cached_property
    def _voices(self) -> dict[str, str]:
        return {source.id: source.voice for source in self.sources}

    def voice(self, id: str) -> str:
        """Whose voice a source is: a source and its copies are one."""
        return self._voices.get(id, id)

    @cached_property
    def heard(self) -> int:
        """How many voices there are."""
        return len(set(self._voices.values()))

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        return questions.parts(self.question)

    @cached_property
    def rivals(self) -> Rivals:
        """Names of one kind: heads of a table's columns, labels of its rows, names that a sentence lists."""
        compared = [self._named(grid.columns) for grid in self.grids]
        compared += [self._named([line.label for line in grid.lines]) for grid in self.grids]
        compared += [[found.name for found in self.names.find(self.question)]] if self._compares else []
        listed = [self._listed(each.text) for each in self.sentences]
        pairs = Rivals.of([*compared, *listed]).pairs
        return Rivals(pairs, self._things, self._titled({name for names in compared for name in names}))

    @cached_property
    def _things(self) -> Things:
        return Things({source.id: (source.title, self._text(source)) for source in self.sources})

    def _text(self, source: Source) -> str:
        mine = [each for each in self.passages if each.source == source.id]
        return "\n".join([*(each.heading for each in mine[:1]), *(each.text for each in mine)])

    def _titled(self, compared: Collection[str]) -> dict[str, frozenset[str]]:
        """Of each source those of these names that stand at its head: in its title, its first heading and lines."""
        heads = {source.id: [source.title, *self._text(source)[:_HEAD].splitlines()] for source in self.sources}
        return {
            id: frozenset(self._named(line for line in lines if len(line) <= _LINE)) & frozenset(compared)
            for id, lines in heads.items()
        }

    @cached_property
    def ambient(self) -> frozenset[str]:
        """Names that half of the voices use and that rival no other: they tell nothing apart."""
        inside = self._voices_of_names
        rivalling = {name for pair in self.rivals.pairs for name in pair}
        enough = max(3, (self.heard + 1) // 2)
        return frozenset(name for name, ids in inside.items() if len(ids) >= enough and name not in rivalling)

    @cached_property
    def _voices_of_names(self) -> dict[str, set[str]]:
        inside: dict[str, set[str]] = {}
        for each in self.sentences:
            for found in self.names.find(each.text):
                inside.setdefault(found.name, set()).add(self.voice(each.source.id))
        return inside

    def rare(self, name: str) -> bool:
        """True for a name that less than half of the voices use, or a handful of them."""
        used = len(self._voices_of_names.get(name, ()))
        return used <= max(2, self.heard * 0.45)

    @cached_property
    def readings(self) -> tuple[Reading, ...]:
        found = [reading for each in self.sentences for reading in readings.of_sentence(each, self.names, self.rivals)]
        found += [reading for grid in self.grids for reading in readings.of_table(grid, self.names)]
        return tuple(readings.dated_by_voice(found))

    @cached_property
    def _differing(self) -> tuple[Conflict, ...]:
        return tuple(conflicts.find(self.readings, self.rivals, self.ambient, self.view))

    @cached_property
    def conflicts(self) -> tuple[Conflict, ...]:
        """Figures of one time that differ."""
        return tuple(each for each in self._differing if not each.later)

    @cached_property
    def overtaken(self) -> tuple[Overtaken, ...]:
        """What is told as so and was told otherwise later."""
        succeeded = [each for each in self._differing if each.later]
        return tuple(overtaken.find(self.quotable, self.readings, succeeded, self.names, self.ambient))

    @cached_property
    def tongues(self) -> dict[str, str]:
        """The languages of the sources, by id, where their sentences are enough to tell."""
        texts: dict[str, list[str]] = {}
        for each in self.sentences:
            texts.setdefault(each.source.id, []).append(each.text)
        joined = {id: " ".join(said) for id, said in texts.items()}
        told = {id: tongue(text) for id, text in joined.items() if sum(map(str.isalpha, text)) >= _TELLING}
        return {id: name for id, name in told.items() if name}

    @cached_property
    def bearing(self) -> dict[tuple[str, int], float]:
        """How much each sentence bears on the question, by (passage, start)."""
        scores = self.view.relevance(self.question, [each.text for each in self.sentences])
        return {(each.passage.id, each.start): score for each, score in zip(self.sentences, scores, strict=True)}

    def bears(self, candidate: Candidate) -> float:
        return self.bearing.get((candidate.passage.id, candidate.start), 0.0)

    @cached_property
    def _titles(self) -> dict[str, str]:
        texts: dict[str, list[str]] = {source.id: [] for source in self.sources}
        for each in self.sentences:
            texts[each.source.id].append(each.text)
        return {source.id: titles.theme(source.title, texts[source.id]) for source in self.sources}

    def title(self, source: Source) -> str:
        """The source's title as a section may bear it."""
        return self._titles.get(source.id) or titles.theme(source.title, [])

    def source(self, id: str) -> Source | None:
        return next((source for source in self.sources if source.id == id), None)

    def passage(self, id: str) -> Passage | None:
        return next((passage for passage in self.passages if passage.id == id), None)

    def sentence(self, citation: Citation) -> Candidate | None:
        """The sentence that a citation quotes, whole or in part."""
        for each in self.sentences:
            if each.passage.id == citation.passage and (citation.quote in each.text or each.text in citation.quote):
                return each
        return None

    @property
    def _compares(self) -> bool:
        return any(part.sort is questions.Sort.COMPARISON for part in self.parts)

    def _named(self, heads: Iterable[str]) -> list[str]:
        return [found.name for head in heads for found in self.names.find(head)]

    def _listed(self, text: str) -> list[str]:
        """Names that stand side by side in a sentence: `A, B and C`, `A against B`."""
        found = self.names.find(text)
        listed: list[str] = []
        run: list[str] = []
        for left, right in pairwise(found):
            gap = text[left.end : right.start]
            joined = bool(_JOINED.fullmatch(gap))
            run = [*(run or [left.name]), right.name] if joined or _COMMA.fullmatch(gap) else []
            # Commas alone may also part a name from what is said of it; a list ends with a word.
            if joined and len(set(run)) > 1:
                listed += run
        return listed


def _echoes(here: Sequence[Source]) -> frozenset[str]:
    """Of the sources that are here."""
    speaking: dict[str, str] = {}
    for source in (*(source for source in here if source.echo is None), *here):
        speaking.setdefault(source.voice, source.id)
    return frozenset(source.id for source in here) - frozenset(speaking.values())


_Said = TypeVar("_Said", Candidate, Grid)


def _once(said: Sequence[_Said], echoes: Collection[str]) -> Iterator[_Said]:
    """Without what copies say in the words of what is no copy, or of another copy before them, and without copies that
    add nothing to what is here.
    """
    told: dict[Hashable, str] = {}
    """What a voice has said in which words → its source that says so."""
    for each in said if echoes else ():
        if each.source.id not in echoes:
            _note(told, each)
    here = {each.source.id for each in said}
    for each in said:
        echo = each.source.echo if each.source.id in echoes else None
        if echo is not None:
            mine, voice = each.source.id, each.source.voice
            if (echo.whole and echo.of in here) or any(
                told.get((voice, words), mine) != mine for words in _wordings(each.text)
            ):
                continue
            _note(told, each)
        yield each


def _note(told: dict[Hashable, str], said: Candidate | Grid) -> None:
    for words in _wordings(said.text):
        told.setdefault((said.source.voice, words), said.source.id)


def _wordings(text: str) -> Iterator[Hashable]:
    """What two sentences have in common that say the same: their words; or their figures, in whatever unit and in one
    order, with the words that say something, in any."""
    yield " ".join(terms.words(text))
    found = figures.find(text)
    if found:
        plain = text
        for each in reversed(found):
            plain = f"{plain[: each.start]} {plain[each.end :]}"
        denied = any(word in _DENIES for word in terms.words(plain))
        yield tuple((each.value.normalize(), each.unit) for each in found), frozenset(terms.stems(plain)), denied


def _order(passage: Passage, sources: Sequence[Source]) -> tuple[int, int]:
    return next((n for n, source in enumerate(sources) if source.id == passage.source), len(sources)), passage.start
