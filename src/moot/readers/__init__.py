"""Seats without a model: two independent readers that choose and quote sentences, and a file that is audited."""

from collections.abc import Mapping

from moot.evidence.library import Library
from moot.models.seat import SeatHolder
from moot.readers.file import FileAuthor
from moot.readers.lexical import LexicalReader
from moot.readers.reader import Reader
from moot.readers.semantic import SemanticReader
from moot.words import Seat

READERS: Mapping[str, type[Reader]] = {"reader:lexical": LexicalReader, "reader:semantic": SemanticReader}
"""By the name of the model."""


def holder(seat: Seat, library: Library) -> SeatHolder | None:
    """Who holds a seat that needs no model; None for other seats."""
    if seat.model.startswith("file:"):
        return FileAuthor(seat, library)
    return READERS[seat.model](seat, library) if seat.model in READERS else None


__all__ = ["READERS", "FileAuthor", "LexicalReader", "SemanticReader", "holder"]
