"""The reader of the embedding family: meaning decides. Sentence vectors for relevance and likeness, with centrality."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from moot.readers.reader import Reader
from moot.text.embedding import Encoder, shared

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class SemanticView:
    """Vectors of texts; each is computed once."""

    same = 0.86
    kin = 0.6
    bears = 0.34
    speaks = 0.32

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._vectors: dict[str, NDArray[np.float32]] = {}

    def relevance(self, query: str, texts: Sequence[str]) -> list[float]:
        """Cosine of query and text."""
        return self.likeness(query, texts)

    def likeness(self, text: str, others: Sequence[str]) -> list[float]:
        """Cosine of the two texts' vectors, none below 0."""
        if not others:
            return []
        vectors = self._encode([text, *others])
        return [max(0.0, round(float(value), 3)) for value in vectors[1:] @ vectors[0]]

    def weight(self, texts: Sequence[str]) -> list[float]:
        """Mean cosine with the other texts: degree centrality as in LexRank (Erkan and Radev, 2004), unthresholded."""
        if len(texts) < 2:
            return [0.0 for _ in texts]
        vectors = self._encode(texts)
        sums = (vectors @ vectors.sum(axis=0) - 1) / (len(texts) - 1)
        return [max(0.0, round(float(value), 3)) for value in sums]

    def _encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        import numpy as np

        new = [text for text in dict.fromkeys(texts) if text not in self._vectors]
        if new:
            self._vectors.update(zip(new, self._encoder.encode(new), strict=True))
        return np.stack([self._vectors[text] for text in texts])


class SemanticReader(Reader):
    """`reader:semantic`: chooses and quotes by meaning, with centrality."""

    def view(self, corpus: Iterable[str]) -> SemanticView:
        return self._view

    @cached_property
    def _view(self) -> SemanticView:
        return SemanticView(shared())
