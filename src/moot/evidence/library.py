"""The sources of a run: their passages by id, and search over them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from moot.evidence import passages
from moot.evidence.index import Index
from moot.words import Document, Passage, Source


class Library:
    """Documents, their passages in reading order, and lexical search. The index is built at the first search."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self.documents = tuple(documents)
        self._documents = {document.source.id: document for document in self.documents}

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """All passages: documents in the order given, passages in the order of their text."""
        return tuple(passage for document in self.documents for passage in passages.split(document))

    @property
    def sources(self) -> tuple[Source, ...]:
        return tuple(document.source for document in self.documents)

    def search(self, query: str, limit: int = 8) -> list[Passage]:
        """At most `limit` passages, best first by BM25, ties in reading order. Never raises for a query."""
        return [self.passages[position] for position in self._index.search(query, limit)]

    def passage(self, id: str) -> Passage | None:
        position = self._positions.get(id)
        return None if position is None else self.passages[position]

    def document(self, id: str) -> Document | None:
        """The document of a source id."""
        return self._documents.get(id)

    def source(self, id: str) -> Source | None:
        document = self._documents.get(id)
        return document.source if document else None

    def neighbours(self, id: str) -> tuple[Passage | None, Passage | None]:
        """The passages before and after one in its document; None at the ends, and for an unknown id."""
        position = self._positions.get(id)
        if position is None:
            return None, None
        here = self.passages[position].source
        around = (self.passages[at] if 0 <= at < len(self.passages) else None for at in (position - 1, position + 1))
        before, after = (each if each and each.source == here else None for each in around)
        return before, after

    @cached_property
    def _positions(self) -> dict[str, int]:
        return {passage.id: position for position, passage in enumerate(self.passages)}

    @cached_property
    def _index(self) -> Index:
        titles = {document.source.id: document.source.title for document in self.documents}
        return Index((titles[each.source], each.heading, each.text) for each in self.passages)
