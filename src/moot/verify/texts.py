"""Texts that are no document of a run, as a library that checks can be asked about."""

from __future__ import annotations

from collections.abc import Sequence

from moot.evidence.library import Library
from moot.text.utf8 import sha256
from moot.words import Document, Source


def as_library(texts: Sequence[str]) -> Library:
    """`S1` is the first text, `S2` the second."""
    return Library([_document(f"S{n}", text) for n, text in enumerate(texts, 1)])


def _document(name: str, text: str) -> Document:
    digest = sha256(text)
    source = Source(id=name, title="", origin=name, sha256=digest, text_sha256=digest, media="text")
    return Document(source=source, text=text)
