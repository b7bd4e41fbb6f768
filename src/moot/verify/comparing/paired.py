"""A claim and a sentence of its evidence side by side: which of the words of each are met in the other.

A content word is met by the same stem with 1, else by the highest cosine that its vector has to a content word of the
other text, where each word's vector is the mean of its tokens as the sentence encoder reads them in their context. So
"limit" meets "threshold" and "late" meets "early": what differs is then told by words that say yes or no, more or less,
surely or perhaps, in what is known to speak of the same. Without the encoder only stems count.

Around .2 is no relation, from .4 on two words speak of one thing. A mean over the words of a clause of .6 and more is
seen for hardly any clause that the claim does not render.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from moot.errors import NotInstalled
from moot.text.lexicon import STOP_WORDS
from moot.text.spans import Span
from moot.text.terms import LETTER, stem, words
from moot.verify.comparing.clauses import Clause, cut

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

MET = 0.4
"""Cosine from which on two words speak of one thing."""
LONGEST = 1500
"""Characters of a claim or a unit that are read: what is longer is no sentence."""


@dataclass(frozen=True, eq=False)
class Reading:
    """The content words of a text: where they stand, their stems, and a unit vector for each and for all
    of it (none: stems only).
    """

    text: str
    words: tuple[str, ...]
    spans: tuple[Span, ...]
    stems: tuple[str, ...]
    vectors: Matrix | None
    whole: Matrix | None


@dataclass(frozen=True, eq=False)
class Paired:
    """`met[i][j]`: how well word i of the claim and word j of the unit meet, -1 to 1."""

    claim: Reading
    unit: Reading
    met: Matrix

    @cached_property
    def _whole(self) -> tuple[float, float]:
        """All of the claim in the unit, all of the unit in the claim."""
        if not self.met.size:
            return 0.0, 0.0
        return float(self.met.max(axis=1).mean()), float(self.met.max(axis=0).mean())

    def of_claim(self, within: Span | None = None) -> float:
        """How well the claim's content words, or those in a part of it, are met in the unit: their mean, 0 if none."""
        if within is None:
            return self._whole[0]
        rows = _inside(self.claim, within)
        return float(self.met[rows].max(axis=1).mean()) if rows and self.met.shape[1] else 0.0

    def of_unit(self, within: Span | None = None, keep: Callable[[str], bool] | None = None) -> float:
        """The same of the unit's words in the claim; `keep`: only those words, lower-case."""
        if within is None and keep is None:
            return self._whole[1]
        columns = [at for at in _inside(self.unit, within) if keep is None or keep(self.unit.words[at])]
        return float(self.met[:, columns].max(axis=0).mean()) if columns and self.met.shape[0] else 0.0


def _inside(reading: Reading, within: Span | None) -> list[int]:
    return [
        at
        for at, span in enumerate(reading.spans)
        if within is None or (span.start >= within.start and span.end <= within.end)
    ]


@lru_cache(maxsize=1024)
def pair(claim: str, unit: str) -> Paired:
    import numpy as np

    ours, theirs = read(claim[:LONGEST]), read(unit[:LONGEST])
    met = np.zeros((len(ours.words), len(theirs.words)), dtype=np.float32)
    if ours.vectors is not None and theirs.vectors is not None and met.size:
        met = ours.vectors @ theirs.vectors.T
    for row, one in enumerate(ours.stems):
        for column, other in enumerate(theirs.stems):
            if one == other:
                met[row, column] = 1.0
    return Paired(ours, theirs, met)


@lru_cache(maxsize=1024)
def read(text: str) -> Reading:
    letters = {match.end() for match in LETTER.finditer(text)} if " A" in text else set[int]()
    found = [
        (word, span)
        for word, span in _placed(text)
        if (word not in STOP_WORDS and "'t" not in word) or span.end in letters
    ]
    spans = tuple(span for _, span in found)
    stems = tuple(word.replace(",", "") if word[0].isdigit() else stem(word) for word, _ in found)
    return Reading(text, tuple(word for word, _ in found), spans, stems, *_vectors(text, spans))


def _placed(text: str) -> Iterator[tuple[str, Span]]:
    """The words of a text, lower-case, where they stand."""
    # Letter by letter: the lower case of some is two letters long, and the places must stay.
    lower, at = "".join(letter.lower()[0] for letter in text).replace("’", "'"), 0
    for word in words(lower):
        at = lower.index(word, at)
        yield word, Span(at, at + len(word))
        at += len(word)


def _vectors(text: str, spans: Sequence[Span]) -> tuple[Matrix, Matrix] | tuple[None, None]:
    import numpy as np

    from moot.text.embedding import DIMENSIONS, shared

    try:
        tokens = shared().tokens(text)
    except NotInstalled:
        return None, None
    vectors = np.zeros((len(spans), DIMENSIONS), dtype=np.float32)
    for row, span in enumerate(spans):
        inside = [n for n, (start, end) in enumerate(tokens.offsets) if start < span.end and end > span.start]
        if inside:
            vectors[row] = tokens.states[inside].mean(axis=0)
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return vectors / np.maximum(lengths, 1e-9), tokens.vector


def parts(text: str) -> Iterator[tuple[Clause, Span]]:
    """The clauses of a sentence with where they stand in it."""
    end = 0
    for clause in cut(text[:LONGEST]):
        at = text.find(clause.text, end)
        if at >= 0:
            end = at + len(clause.text)
            yield clause, Span(at, end)
