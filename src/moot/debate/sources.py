"""That sources were read, as a run tells it."""

from __future__ import annotations

from collections.abc import Sequence

from moot.evidence.library import Library
from moot.ledger.journal import Journal
from moot.words import Document, SourceRead


def tell(journal: Journal, library: Library, documents: Sequence[Document]) -> None:
    """That these documents of the library were read, in how many passages, and what in them addresses models."""
    for document in documents:
        journal.emit(SourceRead(source=document.source, passages=len(library.passages_of(document.source.id))))
        for noticed in library.noticed(document):
            journal.emit(noticed)
