"""Whether the words of a German claim stand in one sentence of its evidence, in their order.

That a text has every word of a claim, somewhere and in some form, does not tell who did it to whom ("die Hitze hat die
Fahrgäste geschwächt"). Articles and other small words are not compared, nor who is said to say it. In German the verb
and the year of a sentence stand before its subject or behind it: of each one may have moved. No noun is skipped, and no
word that denies, supposes or doubts stands on one side only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from moot.text import sentences
from moot.text.lazy import lazy_re
from moot.text.lexicon import lexicon
from moot.text.tongue import small
from moot.verify.comparing import german, verbatim

_SPEAKER = lazy_re(
    rf"\b(?:[Ll]aut|(?:[Nn]ach|[Gg]emäß)\s+(?:\w+\s+)?(?i:{'|'.join(sorted(german.SAYING))})\b)"
    r"(?:\s+(?:de[rsmn]|von|eine[rsmn]|ihre[rsmn]|[A-ZÄÖÜ][\w-]*))*[\s,]*"
)
"""Who says it: "Nach Angabe der Verkehrsbetriebe", "Laut Stadtrat"."""
_TOKEN = lazy_re(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:-[^\W\d_]+)*|[;:,()–—]")
_YEAR = lazy_re(r"(?:19|20)\d\d")
_BREAKS = frozenset(";:,()–—")
_OURS = lexicon("wir uns unser unsere unseren unserem unserer unseres ich mein meine meiner")
_LONGEST = 40
"""Words of a claim that is compared."""


@dataclass(frozen=True)
class _Word:
    root: str
    noun: bool
    """Written with a capital."""

    @property
    def year(self) -> bool:
        return bool(_YEAR.fullmatch(self.root))

    @property
    def counts(self) -> bool:
        """Whether it is a word, and no number."""
        return self.root[0].isalpha()

    def meets(self, other: _Word) -> bool:
        return german.same(self.root, other.root) if self.counts else self.root == other.root


def stands(claim: str, texts: Sequence[str]) -> bool:
    """Whether each sentence of a claim stands so in one of the texts'."""
    told = [span.of(text) for text in texts for span in sentences.split(text)]
    return all(any(_stands(span.of(claim), each) for each in told) for span in sentences.split(claim))


def exchanged(claim: str, texts: Sequence[str]) -> bool:
    """Whether a sentence of the texts has all words of a claim but one noun, and another noun in its stead.

    "Die Hitze hat die Fahrgäste geschwächt" for "Das Ticket hat die Fahrgäste geschwächt". Not where it speaks of
    "us", or where a sentence has them all.
    """
    said = [word for word in _words(_SPEAKER.sub("", claim)) if word.counts]
    if not 1 < len(said) <= _LONGEST:
        return False
    told = [span.of(text) for text in texts for span in sentences.split(text)]
    found = False
    for each in told:
        there = [word for word in _words(each) if word.counts]
        if len(there) > 2 * _LONGEST:
            continue
        lacking = [word for word in said if not any(map(word.meets, there))]
        if not lacking:
            return False
        others = [word for word in there if word.noun and not any(one.meets(word) for one in said)]
        alike = len(lacking) == len(others) == 1 and lacking[0].noun
        found = found or (alike and _OURS.isdisjoint(each.lower().split()))
    return found


def _stands(claim: str, sentence: str) -> bool:
    clauses = list(_clauses(sentence))
    if sum(map(len, clauses)) > 2 * _LONGEST:
        return False
    return any(
        _turns(each) == _turns(sentence) and _in_order(list(_clauses(each)), clauses)
        for each in dict.fromkeys((claim, _SPEAKER.sub("", claim)))
    )


def _in_order(claim: list[list[_Word]], clauses: list[list[_Word]]) -> bool:
    """Whether they stand in no more clauses than they are."""
    said = list(chain(*claim))
    if not said or len(said) > _LONGEST:
        return False
    windows = (clauses[n : n + size] for size in range(1, len(claim) + 1) for n in range(len(clauses)))
    return any(_moved(said, list(chain(*each))) for each in windows)


def _moved(claim: list[_Word], there: list[_Word]) -> bool:
    """Whether the words are in order, but for one year and one verb, which may stand elsewhere there."""
    if sum(word.year for word in claim) == 1:
        year = next(word for word in claim if word.year)
        if all(each.root != year.root for each in there):
            return False
        claim, there = ([word for word in each if not word.year] for each in (claim, there))
    if _follow(claim, there):
        return True
    for n, verb in enumerate(claim):
        if verb.noun or not verb.counts:
            continue
        at = next((m for m, each in enumerate(there) if verb.meets(each)), None)
        if at is not None and _follow([*claim[:n], *claim[n + 1 :]], [*there[:at], *there[at + 1 :]]):
            return True
    return False


def _follow(claim: list[_Word], there: list[_Word]) -> bool:
    """Whether the words follow one another there, with no noun between or before them."""
    left = iter(claim)
    word = next(left, None)
    for each in there:
        if word is None:
            return True
        if word.meets(each):
            word = next(left, None)
        elif each.noun:
            return False
    return word is None


def _turns(text: str) -> frozenset[str]:
    return verbatim.turns(german.TONGUE) & {match[0].lower() for match in _TOKEN.finditer(text)}


def _clauses(text: str) -> Iterator[list[_Word]]:
    """The words of what commas and the like part."""
    begun = 0
    for match in _TOKEN.finditer(text):
        if match[0] in _BREAKS:
            yield list(_words(text[begun : match.start()]))
            begun = match.end()
    yield list(_words(text[begun:]))


def _words(text: str) -> Iterator[_Word]:
    """But for small ones."""
    for match in _TOKEN.finditer(text):
        word = match[0].lower()
        if word not in _BREAKS and word not in small(german.TONGUE):
            yield _Word(german.root(word) if word[0].isalpha() else word, match[0][0].isupper())
