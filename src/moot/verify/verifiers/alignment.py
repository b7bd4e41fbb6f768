"""How well the words of a claim are met in a text: by the word, by the window.

Claim and text are read apart by a frozen sentence encoder. Each word of the claim takes the highest cosine that its
token has to a token of the window (the lowest of its pieces, so that half a name is no name); the mean over the words,
rare words counting more, is the alignment of the window; that of the text is the mean over its best windows of 32, 64
and 128 tokens. How rare a word is, is read from its place in the encoder's vocabulary, which is ordered by frequency.
The idea is that of BERTScore (Zhang et al., 2020), recall side, and of late interaction (Khattab and Zaharia, 2020).

A mean hides the one word that is not there, and does not see that two words are met in two sentences that have nothing
to do with each other. So two more values of the best window of 64 tokens: how well its worst-met words are met, and how
well neighbouring words are met close to each other.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from moot.text.embedding import Tokens
from moot.text.lexicon import STOP_WORDS

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.floating]
    Indices = NDArray[np.intp]
    Flags = NDArray[np.bool_]

SIZES, MIDDLE, BLOCK = (32, 64, 128), 64, 16
"""Tokens of a window; windows lie half their size apart, so that each begins and ends with a block."""
STOP_WEIGHT = 0.3
COMMON = 1000
"""Place in the vocabulary up to which a word is as common as can be."""
CLOSE = 3
"""Tokens between which two words of a text are neighbours still."""
SHARPNESS = 8.0
"""Of the soft minimum: the higher, the less the other words count."""


@dataclass(frozen=True, eq=False)
class Read:
    """A text as alignment needs it: unit vectors of its tokens, and their lengths for means."""

    units: Matrix
    lengths: Matrix

    @classmethod
    def of(cls, parts: Sequence[Tokens]) -> Read:
        """Parts that were read apart, one after the other."""
        import numpy as np

        states = parts[0].states if len(parts) == 1 else np.concatenate([part.states for part in parts])
        squares = states * states
        lengths = np.sqrt(np.add.reduce(squares, axis=1, keepdims=True))
        return cls(np.divide(states, np.maximum(lengths, 1e-9), out=squares), lengths)

    @property
    def mean(self) -> Matrix:
        """The mean of the tokens' states, as a unit vector."""
        return self._means([slice(None)])[0]

    @cached_property
    def means(self) -> Matrix:
        """Those of the windows of middle size, one a row."""
        step = MIDDLE // 2
        return self._means([slice(n * step, n * step + MIDDLE) for n in range(_count(len(self.units), MIDDLE))])

    def _means(self, windows: Sequence[slice]) -> Matrix:
        import numpy as np

        totals = np.array([self.lengths[at, 0] @ self.units[at] for at in windows])
        return totals / np.maximum(np.sqrt(np.add.reduce(totals * totals, axis=1, keepdims=True)), 1e-9)


def _blocks(length: int) -> range:
    """Where blocks of tokens begin: every window is some of them in a row."""
    return range(0, length, BLOCK)


def _count(length: int, size: int) -> int:
    """How many windows of a size there are: the last one ends with the text or reaches beyond."""
    return max(1, -(-(length - size // 2) // (size // 2)))


@dataclass(frozen=True, eq=False)
class Words:
    """The words of a claim: the tokens of each, and its weight."""

    read: Read
    tokens: Indices
    """Those of its words, one word after the other."""
    starts: Indices
    """Where in `tokens` each word begins."""
    pieces: Indices
    """How many tokens each word has."""
    weights: Matrix
    total: float
    """Of the weights."""
    content: Flags
    """False for stop words; all true where there are no others."""

    @classmethod
    def of(cls, claim: str, tokens: Tokens) -> Words:
        """Punctuation is no word."""
        import numpy as np

        ids, offsets = tokens.ids, tokens.offsets
        groups: dict[int | None, list[int]] = {}
        for n, word in enumerate(tokens.words):
            groups.setdefault(word, []).append(n)
        kept: list[list[int]] = []
        weights: list[float] = []
        content: list[bool] = []
        for group in groups.values():
            surface = claim[offsets[group[0]][0] : offsets[group[-1]][1]].lower()
            if any(map(str.isalnum, surface)):
                kept.append(group)
                rank = max(ids[n] for n in group)
                content.append(surface not in STOP_WORDS)
                weights.append(0.5 + math.log(max(rank, COMMON) / COMMON) if content[-1] else STOP_WEIGHT)
        told = content if any(content) else [True] * len(content)
        pieces = np.array([*map(len, kept)], dtype=int)
        weighed = np.array(weights)
        return cls(
            Read.of([tokens]),
            np.array([*chain.from_iterable(kept)], dtype=int),
            pieces.cumsum() - pieces,
            pieces,
            weighed,
            float(weighed.sum()),
            np.array(told, dtype=bool),
        )


@dataclass(frozen=True)
class Met:
    """How a claim is met in one text."""

    alignment: float
    """The mean over the sizes of window, of the best window of each, -1 to 1."""
    weakest: float
    """Soft minimum over the content words, in `window`."""
    phrases: float
    """Of pairs of neighbouring words, each pair met by two tokens close to each other, in `window`."""
    cosine: float
    """Of the means of claim and best window, -1 to 1."""
    window: slice
    """Tokens of the window of middle size with the best alignment."""


def meet(claim: Words, text: Read, whole: bool = False) -> Met | None:
    """In windows, or in the text as one; None where either has no word."""
    length = len(text.units)
    if not len(claim.tokens) or not length:
        return None

    cosines = (claim.read.units @ text.units.T)[claim.tokens]
    if whole:
        found = {MIDDLE: _best(claim, cosines.max(axis=1, keepdims=True))}
        at = slice(0, length)
    else:
        found = {size: _best(claim, met) for size, met in _by_window(cosines).items()}
        start = found[MIDDLE][2] * MIDDLE // 2
        at = slice(start, min(start + MIDDLE, length))
    alignment = sum(alignment for alignment, _, _ in found.values()) / len(found)
    words = found[MIDDLE][1]
    means = text.mean[None] if whole else text.means
    return Met(
        alignment,
        _soft_minimum(words[claim.content], claim.weights[claim.content]),
        _phrases(claim, cosines[:, at]) if len(claim.weights) > 1 else alignment,
        float((means @ claim.read.mean).max()),
        at,
    )


def _by_window(cosines: Matrix) -> dict[int, Matrix]:
    """By size of window: the highest cosine of each token of the claim (row) in each window (column)."""
    import numpy as np

    length = cosines.shape[1]
    blocks = np.maximum.reduceat(cosines, _blocks(length), axis=1)
    width = _count(length, SIZES[-1]) * SIZES[-1] // BLOCK + 1
    met = np.full((len(blocks), blocks.shape[1] + width), -2, blocks.dtype)  # np.pad takes ten times as long.
    met[:, : blocks.shape[1]] = blocks
    found: dict[int, Matrix] = {}
    reach = 1
    for size in SIZES:
        while reach < size // BLOCK:
            met = np.maximum(met[:, :-reach], met[:, reach:])
            reach *= 2
        step = size // BLOCK // 2
        found[size] = met[:, : _count(length, size) * step : step]
    return found


def _best(claim: Words, met: Matrix) -> tuple[float, Matrix, int]:
    """The best of the windows: its alignment, how well it meets each word, and which it is; of equals the first."""
    import numpy as np

    words = np.minimum.reduceat(met, claim.starts, axis=0)
    alignments = claim.weights @ words / claim.total
    best = int(alignments.argmax())
    return float(alignments[best]), words[:, best], best


def _soft_minimum(words: Matrix, weights: Matrix) -> float:
    import numpy as np

    return -float(np.log((np.exp(-SHARPNESS * words) * weights).sum() / weights.sum())) / SHARPNESS


def _phrases(claim: Words, cosines: Matrix) -> float:
    """Here a word is the mean of its pieces: they stand at several places of the window."""
    import numpy as np

    words = np.add.reduceat(cosines, claim.starts, axis=0) / claim.pieces[:, None]
    near = np.full((len(words) - 1, words.shape[1] + 2 * CLOSE), -1, words.dtype)
    near[:, CLOSE:-CLOSE] = words[1:]
    for reach in (1, 2, CLOSE):  # The highest of two, of four and of seven in a row.
        near = np.maximum(near[:, :-reach], near[:, reach:])
    pairs = ((words[:-1] + near) / 2).max(axis=1)
    weights = claim.weights[:-1] + claim.weights[1:]
    return float(pairs @ weights / weights.sum())


def joined(texts: list[tuple[Read, Met]]) -> Read:
    """The best windows of several texts as one: a claim may rest on two sources."""
    import numpy as np

    return Read(
        np.concatenate([text.units[met.window] for text, met in texts]),
        np.concatenate([text.lengths[met.window] for text, met in texts]),
    )
