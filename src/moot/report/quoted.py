"""From a citation to its place in a source: where the quote stands, and the words around it."""

from __future__ import annotations

from collections.abc import Mapping

from moot.evidence.library import Library
from moot.evidence.read import place_of
from moot.report.shape import Quoted
from moot.words import Citation, Document, Passage, Place

AROUND = 320
"""Characters of the passage that are shown on each side of a quote."""


def quoted(citation: Citation, library: Library, numbers: Mapping[str, int]) -> Quoted:
    """The citation with its place. A quote that its source does not hold has no place; nothing near is shown for it."""
    found = library.look_up(citation)
    if found.document is None:
        return Quoted(number=0, source="", passage=citation.passage, quote=citation.quote)
    source = found.document.source.id
    bare = Quoted(
        number=numbers.get(source, 0),
        retracted=found.document.source.retracted,
        source=source,
        passage=found.passage.id if found.passage else citation.passage,
        heading=found.passage.heading if found.passage else "",
        quote=citation.quote,
    )
    if found.span is None:
        return bare
    return _marked(bare, found.passage, found.span.start, found.span.end, found.document)


def placed(place: Place, library: Library, numbers: Mapping[str, int]) -> Quoted:
    """What stands at a place of a source, as a quote of it. A place that no source has shows nothing."""
    found, document = library.passage(place.passage), library.document(place.source)
    passage = found if found and found.source == place.source else None
    text = document.text if document else ""
    bare = Quoted(
        number=numbers.get(place.source, 0),
        retracted=document.source.retracted if document else False,
        source=place.source if text else "",
        passage=place.passage,
        heading=passage.heading if passage else "",
        quote=text[place.start : place.end] if 0 <= place.start < place.end <= len(text) else "",
    )
    return _marked(bare, passage, place.start, place.end, document) if document and bare.quote else bare


def _marked(bare: Quoted, passage: Passage | None, start: int, end: int, document: Document) -> Quoted:
    text = document.text
    low, high = _around(passage, start, end, text)
    first, last = _from(text, low, start), _to(text, high, end)
    return bare.model_copy(
        update={
            "page": place_of(document, start) or "",
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
