"""Sentences built alike that speak of two things: `the old line … the new line`, `assets of … deposits of`.

Word overlap takes such pairs for the same. What tells them apart is that one word stands where the other sentence has
another one that it does not share.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from moot.text import terms
from moot.text.lazy import lazy_re

_WORD = lazy_re(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d.,]*\w*")
_ARTICLES = frozenset({"the", "a", "an", "its", "their", "our", "his", "her"})
_MEASURES = frozenset(
    terms.stem(word)
    for word in (
        *("length", "height", "width", "depth", "weight", "age", "speed", "cost", "price", "capacity", "size", "area"),
        *("number", "amount", "rate", "share", "value", "total", "sum", "level", "volume", "population", "output"),
        *(
            "median",
            "mean",
            "average",
            "consumption",
            "production",
            "use",
            "concentration",
            "replacement",
            "count",
            "register",
            "list",
        ),
    )
)
"""Nouns that may stand before `of` without changing what is spoken of: `the length of the bridge`."""


@dataclass(frozen=True)
class Worded:
    """A part of a sentence with what it need not repeat."""

    text: str
    before: str
    """The sentence before it."""


def apart(a: Worded, b: Worded, ignored: Collection[str], names: Collection[str]) -> bool:
    """True when a word of the one sentence stands in the place of another word of the other.

    `ignored`: stems that say nothing of what is spoken of. `names`: stems of proper names; what stands before one
    ("the vaccine X", "in the trial X") does not tell two things apart.
    """
    left, right = _stems(a.text), _stems(b.text)
    mine = _own(left, [*right, *_stems(b.before)], ignored)
    theirs = _own(right, [*left, *_stems(a.before)], ignored)
    if _replaced(left, right, mine, theirs, names):
        return True
    return any(
        _part_of(words, own, others) or _inserted(words, own, other)
        for words, own, others, other in ((left, mine, set(right), right), (right, theirs, set(left), left))
    )


def _stems(text: str) -> list[str]:
    words = (match.lower().replace("’", "'") for match in _WORD.findall(text))
    return [word if word[0].isdigit() else terms.stem(word) for word in words if word not in _ARTICLES]


def _own(words: Sequence[str], others: Sequence[str], ignored: Collection[str]) -> set[str]:
    """Content words that only this sentence has; a word with the same beginning in the other is the same word."""
    there = set(others)
    return {
        word
        for word in words
        if word not in there and _content(word) and word not in ignored and not any(_akin(word, each) for each in there)
    }


def _content(word: str) -> bool:
    return word not in terms.STOP_WORDS and not word[0].isdigit() and len(word) > 1


def _akin(a: str, b: str) -> bool:
    return len(a) > 4 and len(b) > 4 and a[:5] == b[:5]


def _replaced(
    left: Sequence[str], right: Sequence[str], mine: Collection[str], theirs: Collection[str], names: Collection[str]
) -> bool:
    """The same word follows, or the same words stand on both sides."""
    for a, b in _places(left, right, mine, theirs):
        before, after = _at(left, a - 1), _at(left, a + 1)
        same_before, same_after = before == _at(right, b - 1), after == _at(right, b + 1)
        if same_after and after and _content(after) and after not in names:
            return True
        if same_before and same_after and (before or after):
            return True
    return False


def _places(
    left: Sequence[str], right: Sequence[str], mine: Collection[str], theirs: Collection[str]
) -> list[tuple[int, int]]:
    return [(a, b) for a, word in enumerate(left) if word in mine for b, other in enumerate(right) if other in theirs]


def _part_of(words: Sequence[str], own: Collection[str], others: Collection[str]) -> bool:
    """`the mirror of the telescope` beside `the telescope`."""
    return any(
        word in own and word not in _MEASURES and _at(words, n + 1) == "of" and _at(words, n + 2) in others
        for n, word in enumerate(words)
    )


def _inserted(words: Sequence[str], own: Collection[str], other: Sequence[str]) -> bool:
    """`the Corvax campaign costs` beside `Corvax costs`: one noun between two words that follow one another there."""
    pairs = set(pairwise(other))
    return any(
        word in own and n > 0 and _content(words[n - 1]) and (words[n - 1], _at(words, n + 1)) in pairs
        for n, word in enumerate(words)
    )


def _at(words: Sequence[str], n: int) -> str:
    return words[n] if 0 <= n < len(words) else ""
