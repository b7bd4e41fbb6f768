"""What the words of two claims have in common, and what is left over on each side.

Left over is a content word that the other claim has in no form. What is left over on both sides is one thing in other
words, or another thing; the sentence encoder, which reads the two leftovers alone and both claims whole, says how near
they are. What only one side has left over says more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from moot.text.lexicon import lexicon
from moot.text.spans import Span
from moot.text.terms import stem, words
from moot.verify.comparing.paired import Paired, pair, read
from moot.verify.relating import kin

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_FILLERS = lexicon("""
    total overall exactly precisely year years time period also approximately roughly nearly almost around just
    course according figure number amount level percent per cent full still currently now so far people held
    place took made make making came put given giving being there said says say itself own use uses using close
    near go goes going take takes taking went gone saw see seen sees scored run runs ran come comes got gets get
    become becomes became turn turned stand stands stood remain remains remained have having point some any
    fewer least most more less than maximum minimum first only nobody
""")
"""Words that may be there or not."""
_COPY, _UNREAD = 0.45, 0.5
"""Share in common from which on the leftovers are read, and what stands for it below."""
_PREFIX = 5
"""Letters from which on two words of one beginning are forms of one: injury, injured."""


@dataclass(frozen=True)
class Wording:
    """All values 0 to 1."""

    cosine: float
    """Of the two claims."""
    mean: float
    """How well the words of both are met."""
    shared: float
    """Words that both have, of all."""
    left: tuple[str, ...]
    right: tuple[str, ...]
    worst: float
    """How well the worst-met word left over is met in its context."""
    contained: float
    """Words of the shorter claim that the longer has in one order, of all of its."""
    copied: float
    """Words, small ones too, that both have in one order, of all."""

    @property
    def alike(self) -> float:
        """How alike in meaning, three decimals."""
        return _alike(self.cosine, self.mean)

    @cached_property
    def leftovers(self) -> float:
        """Cosine of what is left over on either side, read alone; 1 where nothing is, a half where little is in common.

        Most pairs are told apart without it.
        """
        return _leftovers(self.left, self.right) if max(self.shared, self.copied) >= _COPY else _UNREAD


def compare(one: str, other: str, aside: tuple[Sequence[Span], Sequence[Span]] = ((), ())) -> Wording:
    """`aside`: what was compared otherwise, figures and names, in each claim."""
    both = pair(one, other)
    left, right = _paired_off(both, *_left(both, aside))
    ours, theirs = set(both.claim.stems), set(both.unit.stems)
    union = ours | theirs
    words_left = tuple(both.claim.words[n] for n in left)
    words_right = tuple(both.unit.words[n] for n in right)
    shared = len(ours & theirs) / len(union) if union else 0.0
    return Wording(
        cosine=cosine(one, other),
        mean=_met(both),
        shared=shared,
        left=words_left,
        right=words_right,
        worst=_worst(both, left, right),
        contained=_contained(one, other),
        copied=_copied(one, other),
    )


def alike(one: str, other: str) -> float:
    """As of `Wording`, before anything else is compared."""
    return _alike(cosine(one, other), _met(pair(one, other)))


def _alike(cosine: float, mean: float) -> float:
    return round(max(0.0, min(1.0, (cosine + mean) / 2)), 3)


def _met(both: Paired) -> float:
    return (both.of_claim() + both.of_unit()) / 2


def _left(both: Paired, aside: tuple[Sequence[Span], Sequence[Span]]) -> tuple[list[int], list[int]]:
    left = [n for n in range(len(both.claim.words)) if _is_left(both, n, aside[0], True)]
    right = [n for n in range(len(both.unit.words)) if _is_left(both, n, aside[1], False)]
    return left, right


def _paired_off(both: Paired, left: list[int], right: list[int]) -> tuple[list[int], list[int]]:
    """Without words that are one thing in two words."""
    rest = list(right)
    kept: list[int] = []
    for at in left:
        match = next((n for n in rest if kin.synonyms(both.claim.stems[at], both.unit.stems[n])), None)
        if match is None:
            kept.append(at)
        else:
            rest.remove(match)
    return kept, rest


def _is_left(both: Paired, at: int, aside: Sequence[Span], ours: bool) -> bool:
    reading, against = (both.claim, both.unit) if ours else (both.unit, both.claim)
    word = reading.words[at]
    if word in _FILLERS or word[0].isdigit() or any(reading.spans[at].touches(span) for span in aside):
        return False
    own = reading.stems[at]
    return not any(same(own, other) or kin.synonyms(own, other) for other in _all(against.text))


def same(one: str, other: str) -> bool:
    """True for two forms of one word, by their stems."""
    if one == other:
        return True
    least = min(len(one), len(other))
    return least >= _PREFIX and one[:_PREFIX] == other[:_PREFIX] and max(len(one), len(other)) - least <= 4


def _leftovers(left: Sequence[str], right: Sequence[str]) -> float:
    if not left and not right:
        return 1.0
    if not left or not right:
        return 0.0
    return _cosine(vector(" ".join(left)), vector(" ".join(right)))


def _worst(both: Paired, left: Sequence[int], right: Sequence[int]) -> float:
    if not both.met.size:
        return 0.0
    values = [float(both.met[n].max()) for n in left] + [float(both.met[:, n].max()) for n in right]
    return min(values, default=1.0)


def _copied(one: str, other: str) -> float:
    from rapidfuzz.distance import LCSseq

    return LCSseq.normalized_similarity(words(one), words(other))


def _contained(one: str, other: str) -> float:
    from rapidfuzz.distance import LCSseq

    ours, theirs = words(one), words(other)
    return LCSseq.similarity(ours, theirs) / max(1, min(len(ours), len(theirs)))


def cosine(one: str, other: str) -> float:
    """Of two claims."""
    return _cosine(whole(one), whole(other))


def _cosine(one: NDArray[np.float32], other: NDArray[np.float32]) -> float:
    return float(one @ other)


def whole(text: str) -> NDArray[np.float32]:
    """The sentence vector of a claim, which is read for its words too."""
    found = read(text).whole
    return vector(text) if found is None else found  # Without the weights that says which are missing.


@lru_cache(maxsize=4096)
def vector(text: str) -> NDArray[np.float32]:
    """The sentence vector of a word, or of some that are no claim."""
    from moot.text.embedding import shared

    return shared().encode([text])[0]


@lru_cache(maxsize=2048)
def _all(text: str) -> tuple[str, ...]:
    """The stems of all words of a claim, small ones too."""
    return tuple(stem(word) for word in words(text))
