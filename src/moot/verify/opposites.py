"""Words that say the opposite of one another, by the dimension that they speak of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from moot.text.lexicon import STOP_WORDS, lexicon
from moot.text.terms import stem


@dataclass(frozen=True)
class Pair:
    """Two sides of one dimension, each the forms of its words, lower-case."""

    one: frozenset[str]
    other: frozenset[str]

    def opposed(self, side: frozenset[str]) -> frozenset[str]:
        return self.other if side is self.one else self.one


@dataclass(frozen=True)
class Word:
    """A word of a pair where it stands among the words of a text."""

    word: str
    at: int
    pair: Pair
    side: frozenset[str]

    @property
    def opposite(self) -> frozenset[str]:
        return self.pair.opposed(self.side)


def pairs(*sides: tuple[str, str]) -> tuple[Pair, ...]:
    """Pairs written as prose: the words of one side, the words of the other."""
    return tuple(Pair(lexicon(one), lexicon(other)) for one, other in sides)


def occurrences(tokens: Sequence[str], known: Sequence[Pair]) -> Iterator[Word]:
    """The words of `known` in a text that was cut by `words`, in order."""
    for at, token in enumerate(tokens):
        for pair in known:
            for side in (pair.one, pair.other):
                if token in side:
                    yield Word(token, at, pair, side)


@dataclass(frozen=True)
class Around:
    """Stems of content words next to a place, nearest first."""

    before: tuple[str, ...]
    after: tuple[str, ...]

    @property
    def all(self) -> frozenset[str]:
        return frozenset(self.before + self.after)


def around(tokens: Sequence[str], at: int, reach: int) -> Around:
    """At most `reach` content words on either side of `tokens[at]`."""
    before = [stem(token) for token in reversed(tokens[:at]) if token not in STOP_WORDS][:reach]
    after = [stem(token) for token in tokens[at + 1 :] if token not in STOP_WORDS][:reach]
    return Around(tuple(before), tuple(after))
