"""A citation with what it points to: the passage, and where in the document its quote stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from moot.text import sentences
from moot.text.spans import Span
from moot.words import Citation, Document, Form, Passage, Place


@dataclass(frozen=True)
class Cited:
    """`span` is where the quote stands in the document, None when it does not; `passage` is where it was found."""

    citation: Citation
    passage: Passage | None = None
    document: Document | None = None
    span: Span | None = None

    @property
    def elsewhere(self) -> bool:
        """True when the quote stands in another passage of the source than the one cited."""
        return self.span is not None and (self.passage is None or self.passage.id != self.citation.passage)

    @cached_property
    def place(self) -> Place | None:
        return self.placed(self.span.start, self.span.end) if self.span else None

    def placed(self, start: int, end: int) -> Place | None:
        """Characters of the document as a place."""
        if self.document is None:
            return None
        passage = self.passage.id if self.passage else self.citation.passage
        return Place(source=self.document.source.id, passage=passage, start=start, end=end)

    @property
    def words(self) -> str:
        """The quote as the source has it; empty when it is not there."""
        return self.span.of(self.document.text) if self.span and self.document else ""

    @property
    def around(self) -> str:
        """The whole sentences, list items or rows of the passage that the quote lies in."""
        span = self.surrounding
        return span.of(self.document.text) if span and self.document else ""

    @cached_property
    def surrounding(self) -> Span | None:
        """The span of `around` in the document."""
        if self.span is None or self.document is None:
            return None
        at = self.passage.start if self.passage else max(0, self.span.start - 1000)
        text = self.passage.text if self.passage else self.document.text[at : self.span.end + 1000]
        touched = [unit for unit in sentences.split(text) if Span(unit.start + at, unit.end + at).touches(self.span)]
        if not touched:
            return self.span
        return Span(min(touched[0].start + at, self.span.start), max(touched[-1].end + at, self.span.end))

    @property
    def head(self) -> Span | None:
        """The first row of the table that the quote lies in, in the document."""
        if self.span is None or self.passage is None or self.passage.form is not Form.TABLE:
            return None
        row = self.passage.text.partition("\n")[0]
        return Span(self.passage.start, self.passage.start + len(row))


def places(cited: Sequence[Cited]) -> tuple[Place, ...]:
    """Where the quotes were found, each place once."""
    return tuple(dict.fromkeys(place for each in cited if (place := each.place)))
