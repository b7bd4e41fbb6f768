"""Texts that are no document of a run, as a library that checks can be asked about; and back to them."""

from __future__ import annotations

from collections.abc import Sequence

from moot.evidence.library import Library
from moot.evidence.media import aligned
from moot.text.utf8 import sha256
from moot.words import Document, Place, Source


def as_library(texts: Sequence[str]) -> Library:
    """`S1` is the first text, `S2` the second."""
    return Library([_document(f"S{n}", text) for n, text in enumerate(texts, 1)])


def _document(name: str, text: str) -> Document:
    digest = sha256(text)
    source = Source(id=name, title="", origin=name, sha256=digest, text_sha256=digest, media="text")
    return Document(source=source, text=text)


def tabled(texts: Sequence[str]) -> list[str]:
    """The texts as files of plain text are read: tables that spaces align are rows of cells."""
    return [aligned.told(text) for text in texts]


def written(place: Place, texts: Sequence[str], read: Sequence[str]) -> Place:
    """Where a place of texts that were so read (`tabled`) is in the texts as they were given.

    By letters and digits, of which both have the same; in a head of several lines, which became one, only nearly so.
    """
    n = int(place.source.removeprefix("S")) - 1
    if texts[n] == read[n]:
        return place
    told = read[n][place.start : place.end].strip(" |\n")
    inner = [at for at, character in enumerate(told) if character.isalnum()]
    if not inner:
        return place.model_copy(update={"start": 0, "end": len(texts[n])})
    before = sum(map(str.isalnum, read[n][: place.start]))
    own = [at for at, character in enumerate(texts[n]) if character.isalnum()][before : before + len(inner)]
    return place.model_copy(update={"start": own[0] - inner[0], "end": own[-1] + len(told) - inner[-1]})
