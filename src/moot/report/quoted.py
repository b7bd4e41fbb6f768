"""From a citation to its place in a source: where the quote stands, and the words around it."""

from __future__ import annotations

from collections.abc import Mapping

from moot.evidence.library import Library
from moot.report.shape import Quoted
from moot.text import quotes
from moot.words import Citation, Passage

AROUND = 320
"""Characters of the passage that are shown on each side of a quote."""


def quoted(citation: Citation, library: Library, numbers: Mapping[str, int]) -> Quoted:
    """The citation with its place. A quote that is not in its passage has no place; nothing near is shown for it."""
    passage = library.passage(citation.passage)
    if passage is None:
        return Quoted(number=0, source="", passage=citation.passage, quote=citation.quote)
    bare = Quoted(
        number=numbers.get(passage.source, 0),
        source=passage.source,
        passage=passage.id,
        heading=passage.heading,
        quote=citation.quote,
    )
    span = quotes.locate(citation.quote, passage.text)
    if span is None:
        return bare
    first, last = _from(passage, span.start), _to(passage, span.end)
    return bare.model_copy(
        update={
            "start": passage.start + span.start,
            "end": passage.start + span.end,
            "before": passage.text[first : span.start],
            "marked": passage.text[span.start : span.end],
            "after": passage.text[span.end : last],
            "cut_before": first > 0,
            "cut_after": last < len(passage.text),
        }
    )


def _from(passage: Passage, at: int) -> int:
    """Where to begin showing: the passage's start, or the first word within reach."""
    if at <= AROUND:
        return 0
    space = passage.text.find(" ", at - AROUND, at)
    return space + 1 if space >= 0 else at - AROUND


def _to(passage: Passage, at: int) -> int:
    if len(passage.text) - at <= AROUND:
        return len(passage.text)
    space = passage.text.rfind(" ", at, at + AROUND)
    return space if space >= 0 else at + AROUND
