"""From a citation to its place in a source: where the quote stands, and the words around it."""

from __future__ import annotations

from collections.abc import Mapping

from moot.evidence.library import Library
from moot.report.shape import Quoted
from moot.words import Citation, Passage

AROUND = 320
"""Characters of the passage that are shown on each side of a quote."""


def quoted(citation: Citation, library: Library, numbers: Mapping[str, int]) -> Quoted:
    """The citation with its place. A quote that its source does not hold has no place; nothing near is shown for it."""
    found = library.look_up(citation)
    if found.document is None:
        return Quoted(number=0, source="", passage=citation.passage, quote=citation.quote)
    source, text = found.document.source.id, found.document.text
    bare = Quoted(
        number=numbers.get(source, 0),
        source=source,
        passage=found.passage.id if found.passage else citation.passage,
        heading=found.passage.heading if found.passage else "",
        quote=citation.quote,
    )
    if found.span is None:
        return bare
    start, end = found.span.start, found.span.end
    low, high = _around(found.passage, start, end, text)
    first, last = _from(text, low, start), _to(text, high, end)
    return bare.model_copy(
        update={
            "start": start,
            "end": end,
            "before": text[first:start],
            "marked": text[start:end],
            "after": text[end:last],
            "cut_before": first > low,
            "cut_after": last < high,
        }
    )


def _around(passage: Passage | None, start: int, end: int, text: str) -> tuple[int, int]:
    """The passage, widened to the whole of a quote that runs over its edge."""
    if passage is None:
        return 0, len(text)
    return min(passage.start, start), max(passage.end, end)


def _from(text: str, low: int, at: int) -> int:
    """Where to begin showing: the passage's start, or the first word within reach."""
    if at - low <= AROUND:
        return low
    space = text.find(" ", at - AROUND, at)
    return space + 1 if space >= 0 else at - AROUND


def _to(text: str, high: int, at: int) -> int:
    if high - at <= AROUND:
        return high
    space = text.rfind(" ", at, at + AROUND)
    return space if space >= 0 else at + AROUND
