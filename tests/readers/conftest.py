"""Libraries in memory, and a debate of two readers without a journal."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence

import pytest

from moot.evidence.library import Library
from moot.readers import LexicalReader, SemanticReader
from moot.readers.reader import Reader
from moot.words import Document, Role, Seat, Source

Note = tuple[str, str | None, str]
"""Title, date, text."""


def make_library(*notes: Note) -> Library:
    return Library([_document(n, note) for n, note in enumerate(notes, 1)])


def _document(n: int, note: Note) -> Document:
    title, date, text = note
    digest = hashlib.sha256(text.encode()).hexdigest()
    source = Source(
        id=f"S{n}",
        title=title,
        origin=f"{n:02}.md",
        sha256=digest,
        text_sha256=digest,
        media="markdown",
        date=date,
    )
    return Document(source=source, text=text)


def make_reader(kind: str, library: Library, role: Role = Role.AUTHOR) -> Reader:
    if kind == "lexical":
        return LexicalReader(Seat(role=role, model="reader:lexical", family="lexical"), library)
    return SemanticReader(Seat(role=role, model="reader:semantic", family="embedding"), library)


@pytest.fixture
def library_of() -> Callable[..., Library]:
    return make_library


@pytest.fixture
def reader_of() -> Callable[..., Reader]:
    return make_reader


@pytest.fixture
def kinds() -> Sequence[str]:
    return ("lexical", "semantic")
