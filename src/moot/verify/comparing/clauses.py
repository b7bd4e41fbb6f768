"""Sentences cut into clauses, and the clause of the evidence that says what a clause of the claim says.

A clause ends where punctuation or a conjunction does; a piece of fewer than two content words joins the next. Alike is
measured by stems: the share of the claim's clause that the other holds, then of the whole sentence around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from moot.text.lazy import lazy_re
from moot.text.lexicon import STOP_WORDS
from moot.text.terms import stem, words

_CUT = lazy_re(
    r"[;:()–—|\n\"“”]|,(?!\d)|\s-\s|\b(?:and|(?<!\banything )(?<!\bnothing )but|while|"
    r"whereas|although|though|because|since|so that|which|who|where|unlike|except)\b",
    re.IGNORECASE,
)
_DENIES = lazy_re(r"\b(?:anything but|by no means|in no way)\b", re.IGNORECASE)
"""Ways to say "not"."""
_FEW = 3
"""Stems that both share from which on a shorter clause of the evidence is the measure."""
_SHORT = 12
"""Content words of a sentence that is looked at as a whole too."""
CONTRACTED = "n't"
_LEAST = 2
"""Content words of a clause."""


@dataclass(frozen=True)
class Clause:
    text: str
    sentence: str
    """The whole sentence that it is part of."""

    @cached_property
    def tokens(self) -> tuple[str, ...]:
        """Words, lower-case, with "n't" as a word of its own."""
        return tuple(tokens(self.text))

    @cached_property
    def stems(self) -> frozenset[str]:
        return content(self.tokens)

    @cached_property
    def around(self) -> frozenset[str]:
        return content(tokens(self.sentence))


@dataclass(frozen=True)
class Aligned:
    """A clause of the claim with a clause of the evidence."""

    ours: Clause
    theirs: Clause
    share: float
    """Of the stems of the shorter of the two that both hold."""

    def besides(self, words: Iterable[str]) -> float:
        """The same share of the stems that are none of these words'."""
        aside = frozenset(map(stem, words))
        return _share(self.ours.stems - aside, self.theirs.stems - aside)


def tokens(text: str) -> list[str]:
    found: list[str] = []
    for word in words(_DENIES.sub("not", text.replace("’", "'"))):
        # "can't" is "can" and "n't", "cannot" is one word; some texts have "n't" as a word already.
        found += [word.removesuffix(CONTRACTED), CONTRACTED] if word.endswith(CONTRACTED) else [word]
    return [word for word in found if word]


def content(tokens: Iterable[str]) -> frozenset[str]:
    return frozenset(stem(token) for token in tokens if token not in STOP_WORDS and token != CONTRACTED)


@lru_cache(maxsize=4096)
def cut(sentence: str) -> tuple[Clause, ...]:
    """The clauses of one sentence, in order."""
    found: list[str] = []
    start = 0
    for end in [*(match.start() for match in _CUT.finditer(sentence)), len(sentence)]:
        piece = sentence[start:end]
        if len(content(words(piece))) >= _LEAST:
            found.append(piece.strip(" ,;:()"))
            start = end
    rest = sentence[start:].strip(" ,;:()")
    if rest and found:
        found[-1] = sentence[sentence.rindex(found[-1]) :]
    elif rest:
        found.append(rest)
    return tuple(Clause(piece, sentence) for piece in found)


def aligned(ours: Clause, units: Sequence[str], least: float) -> list[Aligned]:
    """The clauses of `units` that share at least `least` of their stems with the clause, the likeliest first.

    Measured on the clause of the claim; on that of the evidence where it is the shorter and they share a few.
    """
    found = [Aligned(ours, theirs, _share(ours.stems, theirs.stems)) for unit in units for theirs in _within(unit)]
    near = [each for each in found if each.share >= least]
    return sorted(near, key=lambda each: (-each.share, -len(ours.around & each.theirs.around)))


@lru_cache(maxsize=4096)
def _within(unit: str) -> tuple[Clause, ...]:
    """The clauses of a unit, and the whole where it is short: its subject may stand a clause before its verb."""
    whole = Clause(unit, unit)
    clauses = cut(unit)
    return (*clauses, whole) if len(clauses) > 1 and len(whole.stems) <= _SHORT else clauses


def _share(ours: frozenset[str], theirs: frozenset[str]) -> float:
    both = len(ours & theirs)
    shorter = len(theirs) if both >= _FEW else len(ours)
    return both / max(1, min(shorter, len(ours)))
