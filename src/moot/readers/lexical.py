"""The reader of the lexical family: words decide. BM25 for what bears on a query, weighted words for likeness."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence

from moot.readers.reader import Reader
from moot.text import terms

K1, B = 1.2, 0.75
"""Saturation and length norm of BM25, at their usual values (Robertson and Zaragoza, 2009)."""


class LexicalView:
    """Words of a corpus with their weights."""

    same = 0.62
    kin = 0.26
    bears = 0.2
    speaks = 0.1

    def __init__(self, corpus: Iterable[str]) -> None:
        texts = list(corpus)
        self._weights = terms.idf(texts)
        self._rarest = max(self._weights.values(), default=1.0)
        lengths = [len(terms.stems(text)) for text in texts]
        self._mean = sum(lengths) / len(lengths) if lengths and sum(lengths) else 1.0
        self._counts: dict[str, Counter[str]] = {}

    def relevance(self, query: str, texts: Sequence[str]) -> list[float]:
        """BM25 as a share of the most that a text could reach for this query."""
        wanted = sorted(set(terms.stems(query)))
        most = sum(self._weight(term) for term in wanted) * (K1 + 1)
        return [round(self._bm25(wanted, text) / most, 3) if most else 0.0 for text in texts]

    def likeness(self, text: str, others: Sequence[str]) -> list[float]:
        """Cosine of the two texts' weighted stems."""
        return [round(self._cosine(self._count(text), self._count(other)), 3) for other in others]

    def weight(self, texts: Sequence[str]) -> list[float]:
        """Share of a text's stems that the other texts use too, weighted."""
        seen: Counter[str] = Counter()
        for text in texts:
            seen.update(set(self._count(text)))
        return [self._shared(text, seen, len(texts)) for text in texts]

    def _shared(self, text: str, seen: Counter[str], total: int) -> float:
        own = sorted(set(self._count(text)))
        if not own or total < 2:
            return 0.0
        return round(sum(min(1.0, (seen[term] - 1) / (0.2 * total + 1)) for term in own) / len(own), 3)

    def _bm25(self, wanted: Sequence[str], text: str) -> float:
        counts = self._count(text)
        norm = K1 * (1 - B + B * sum(counts.values()) / self._mean)
        return sum(
            self._weight(term) * counts[term] * (K1 + 1) / (counts[term] + norm) for term in wanted if counts[term]
        )

    def _cosine(self, a: Counter[str], b: Counter[str]) -> float:
        both = sum(a[term] * b[term] * self._weight(term) ** 2 for term in sorted(a.keys() & b.keys()))
        return both / (self._length(a) * self._length(b)) if both else 0.0

    def _length(self, counts: Counter[str]) -> float:
        return math.sqrt(sum((counts[term] * self._weight(term)) ** 2 for term in sorted(counts)))

    def _weight(self, term: str) -> float:
        return self._weights.get(term, self._rarest)

    def _count(self, text: str) -> Counter[str]:
        if text not in self._counts:
            self._counts[text] = Counter(terms.stems(text))
        return self._counts[text]


class LexicalReader(Reader):
    """`reader:lexical`: chooses and quotes by words, with diversity."""

    def view(self, corpus: Iterable[str]) -> LexicalView:
        return LexicalView(corpus)
