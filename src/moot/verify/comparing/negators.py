"""Yes for no in German, French, Spanish, Italian and Dutch, of whose words the other signals know none.

A clause of the claim and one of the evidence that says nearly the same: one of them has a word that denies, the other
has none, and no clause that says as much is with the claim.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from moot.text import sentences
from moot.text.lazy import lazy_re
from moot.text.lexicon import lexicon
from moot.text.tongue import small, tongue

_NEGATORS = {
    "German": lexicon("nicht kein keine keinen keinem keiner keines nie niemals weder niemand nichts nirgends"),
    "French": lexicon("pas jamais aucun aucune ni nullement guère"),
    "Spanish": lexicon("no nunca jamás ningún ninguno ninguna tampoco ni nadie nada"),
    "Italian": lexicon("non mai nessun nessuno nessuna né niente neppure neanche"),
    "Dutch": lexicon("niet geen nooit niemand niets noch nergens"),
}
_SOFT = lazy_re(
    r"\b(?:nicht (?:nur|allein|zuletzt|weniger|bloß|mehr als|etwa)|ob|falls|pas (?:seulement|uniquement|moins|encore)|"
    r"no (?:solo|sólo|solamente|obstante|menos)|non (?:solo|soltanto|meno|appena)|"
    r"niet (?:alleen|slechts|minder|enkel))\b|\?",
    re.IGNORECASE,
)
"""Where one of these stands, what is denied is not plain."""
_CUT = lazy_re(
    r"[;:()–—|\n\"“”„«»]|[,.](?!\d)|\b(?:aber|sondern|doch|obwohl|weil|mais|parce que|pero|sino|porque|bensì|perché|"
    r"maar|omdat)\b",
    re.IGNORECASE,
)
_WORD = lazy_re(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
_LEAST, _FEW = 3, 2
"""Content words that must be shared: of a clause that says more, and of two that say the same."""
_SAME, _PART = 0.8, 0.5
"""Share of the longer clause that both hold; the second where all of the claim's words stand there."""
_BEGINNING = 5
"""Letters with which two inflections of a word begin."""


@dataclass(frozen=True)
class _Clause:
    words: tuple[str, ...]
    """The content words, lower-case."""
    denial: str
    """The first word that denies, or empty."""


def language(claim: str, whole: str) -> str | None:
    """The language in which claim and sources are compared here; None where they are in none of these."""
    told = tongue(claim) or tongue(whole)
    return told if told in _NEGATORS else None


def flipped(claim: str, units: Sequence[str], whole: str) -> str:
    """In words what is denied on one side only; empty when nothing was seen. `whole`: all that the sources say."""
    told = language(claim, whole)
    if told is None:
        return ""
    every = (*units, *(span.of(whole) for span in sentences.split(whole)))
    for ours in _clauses(claim, told):
        alike = [each for unit in units for each in _clauses(unit, told) if _like(ours, each)]
        rest = (each for unit in every for each in _clauses(unit, told) if _like(ours, each))
        if alike and not any(bool(each.denial) is bool(ours.denial) for each in rest):
            if ours.denial:
                return f"the claim denies (“{ours.denial}”) what its source says"
            return f"the source denies (“{alike[0].denial}”) what the claim says"
    return ""


@lru_cache(maxsize=1024)
def _clauses(text: str, language: str) -> tuple[_Clause, ...]:
    if _SOFT.search(text):
        return ()
    negators, aside = _NEGATORS[language], small(language)
    said = ([word.lower() for word in _WORD.findall(piece)] for piece in _CUT.split(text))
    return tuple(
        _Clause(
            tuple(each for each in words if each not in negators | aside and len(each) > 1),
            next((each for each in words if each in negators), ""),
        )
        for words in said
    )


def _like(ours: _Clause, theirs: _Clause) -> bool:
    shared = sum(any(_same(word, other) for other in theirs.words) for word in ours.words)
    longer = max(len(ours.words), len(theirs.words))
    if shared == len(ours.words) and shared >= _LEAST and shared >= _PART * longer:
        return True
    return shared >= _FEW and shared >= _SAME * longer


def _same(word: str, other: str) -> bool:
    """The same word, or another inflection of it; a number only as it is."""
    return word == other or (word[0].isalpha() and len(word) >= _BEGINNING and word[:_BEGINNING] == other[:_BEGINNING])
