"""Located grounds: where the quotes of a challenge, a response or a judgement really stand in the evidence."""

from __future__ import annotations

from collections.abc import Iterable

from moot.evidence.library import Library
from moot.text import terms
from moot.words import Citation, Place

LEAST_WORDS = 3
"""A quote of fewer words shows nothing, unless it holds a figure: "the" stands in every passage."""


def located(citations: Iterable[Citation], library: Library) -> tuple[Place, ...]:
    """The places of the quotes that are found in the passages they name, or elsewhere in the same source."""
    return tuple(place for citation in citations if (place := locate(citation, library)) is not None)


def locate(citation: Citation, library: Library) -> Place | None:
    return library.look_up(citation).place if _says_something(citation.quote) else None


def _says_something(quote: str) -> bool:
    return any(letter.isdigit() for letter in quote) or len(terms.words(quote)) >= LEAST_WORDS


def at_origins(places: Iterable[Place], library: Library) -> tuple[Place, ...]:
    """The places; those in a source that repeats another one are that one's, where it says the same words."""
    of = {source.id: source.echo.of for source in library.sources if source.echo is not None}
    return tuple(_at(of[place.source], place, library) if place.source in of else place for place in places)


def _at(origin: str, place: Place, library: Library) -> Place:
    copy, first = library.document(place.source), library.document(origin)
    if copy is None or first is None:
        return place
    span = library.locator(first).locate(copy.text[place.start : place.end])
    if span is None:
        return place
    passage = library.holding(first, span)
    return Place(source=origin, passage=passage.id, start=span.start, end=span.end) if passage else place


def touching(ours: Iterable[Place], theirs: Iterable[Place]) -> bool:
    """Whether two claims quote the same words, at least in part."""
    others = list(theirs)
    return any(
        mine.source == yours.source and mine.start < yours.end and yours.start < mine.end
        for mine in ours
        for yours in others
    )
