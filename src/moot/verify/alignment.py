"""How well the words of a claim are met in a text: by the word, by the window.

Claim and text are read apart by a frozen sentence encoder. Each word of the claim takes the highest cosine that its
token has to a token of the window (the lowest of its pieces, so that half a name is no name); the mean over the words,
rare words counting more, is the alignment of the window, and the best window of 64 tokens that of the text. How rare a
word is, is read from its place in the encoder's vocabulary, which is ordered by frequency. The idea is that of
BERTScore (Zhang et al., 2020), recall side, and of late interaction (Khattab and Zaharia, 2020).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from moot.text.embedding import Tokens
from moot.text.lexicon import STOP_WORDS

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

WINDOW, STEP = 64, 32
"""Tokens."""
STOP_WEIGHT = 0.3
COMMON = 1000
"""Place in the vocabulary up to which a word is as common as can be."""


@dataclass(frozen=True, eq=False)
class Read:
    """A text as alignment needs it: unit vectors of its tokens, and their lengths for means."""

    units: Matrix
    lengths: Matrix

    @classmethod
    def of(cls, tokens: Tokens) -> Read:
        import numpy as np

        lengths = np.linalg.norm(tokens.states, axis=1, keepdims=True)
        return cls(tokens.states / np.maximum(lengths, 1e-9), lengths)

    def mean(self, window: slice) -> Matrix:
        """The mean of the tokens' states in a window, as a unit vector."""
        import numpy as np

        total = (self.units[window] * self.lengths[window]).sum(axis=0)
        return total / np.maximum(np.linalg.norm(total), 1e-9)

    def windows(self, size: int) -> list[slice]:
        length = len(self.units)
        starts = range(0, max(1, length - size + STEP), STEP)
        return [slice(start, min(start + size, length)) for start in starts]


@dataclass(frozen=True, eq=False)
class Words:
    """The words of a claim: the tokens of each, and its weight."""

    read: Read
    tokens: tuple[tuple[int, ...], ...]
    weights: tuple[float, ...]

    @classmethod
    def of(cls, claim: str, tokens: Tokens) -> Words:
        """Punctuation is no word."""
        groups: dict[int, list[int]] = {}
        for n, word in enumerate(tokens.words):
            groups.setdefault(word, []).append(n)
        kept: list[tuple[int, ...]] = []
        weights: list[float] = []
        for group in groups.values():
            surface = claim[tokens.offsets[group[0]][0] : tokens.offsets[group[-1]][1]].lower()
            if any(c.isalnum() for c in surface):
                kept.append(tuple(group))
                rank = max(tokens.ids[n] for n in group)
                weights.append(STOP_WEIGHT if surface in STOP_WORDS else 0.5 + math.log(max(rank, COMMON) / COMMON))
        return cls(Read.of(tokens), tuple(kept), tuple(weights))


@dataclass(frozen=True)
class Met:
    """How a claim is met in one text."""

    alignment: float
    """Of the best window, -1 to 1."""
    cosine: float
    """Of the means of claim and best window, -1 to 1."""
    window: slice
    """Tokens of the window with the best alignment."""


def meet(claim: Words, text: Read, size: int = WINDOW) -> Met | None:
    """In windows of `size` tokens; None where either has no word."""
    if not claim.tokens or not len(text.units):
        return None
    import numpy as np

    cosines = claim.read.units @ text.units.T
    weights = np.array(claim.weights)
    mean = claim.read.mean(slice(None))
    alignments: list[float] = []
    means: list[float] = []
    windows = text.windows(size)
    for window in windows:
        best = cosines[:, window].max(axis=1)
        words = np.array([best[list(group)].min() for group in claim.tokens])
        alignments.append(float(words @ weights / weights.sum()))
        means.append(float(text.mean(window) @ mean))
    at = max(range(len(alignments)), key=lambda n: (alignments[n], -n))
    return Met(alignments[at], max(means), windows[at])


def joined(texts: list[tuple[Read, Met]]) -> Read:
    """The best windows of several texts as one: a claim may rest on two sources."""
    import numpy as np

    return Read(
        np.concatenate([text.units[met.window] for text, met in texts]),
        np.concatenate([text.lengths[met.window] for text, met in texts]),
    )
