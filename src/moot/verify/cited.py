"""A citation with what it points to: the passage, and where in the document its quote stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from moot.evidence.library import Library
from moot.text import sentences
from moot.text.quotes import Locator
from moot.text.spans import Span
from moot.words import Citation, Claim, Document, Form, Passage, Place


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

    @property
    def place(self) -> Place | None:
        if self.span is None or self.document is None:
            return None
        passage = self.passage.id if self.passage else self.citation.passage
        return Place(source=self.document.source.id, passage=passage, start=self.span.start, end=self.span.end)

    @property
    def words(self) -> str:
        """The quote as the source has it; empty when it is not there."""
        return self.span.of(self.document.text) if self.span and self.document else ""

    @property
    def around(self) -> str:
        """The whole sentences, list items or rows of the passage that the quote lies in."""
        span = self.surrounding
        return span.of(self.document.text) if span and self.document else ""

    @property
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


class Evidence:
    """Looks citations up in a library; a text is normalised once however many quotes are sought in it."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._locators: dict[str, Locator] = {}

    def cited(self, claim: Claim) -> list[Cited]:
        """The citations of a claim, looked up."""
        return [self.look_up(citation) for citation in claim.citations]

    def look_up(self, citation: Citation) -> Cited:
        """First in the passage, then in the whole of its source."""
        passage = self._library.passage(citation.passage)
        document = self._library.document(passage.source) if passage else None
        if passage is None or document is None:
            return Cited(citation, passage, document)
        here = self._locator(passage.id, passage.text).locate(citation.quote)
        if here:
            return Cited(citation, passage, document, Span(passage.start + here.start, passage.start + here.end))
        span = self._locator(document.source.id, document.text).locate(citation.quote)
        return Cited(citation, self._holding(document, span) if span else passage, document, span)

    def locator(self, document: Document) -> Locator:
        """The locator of a whole document."""
        return self._locator(document.source.id, document.text)

    def _locator(self, key: str, text: str) -> Locator:
        if key not in self._locators:
            self._locators[key] = Locator(text)
        return self._locators[key]

    def _holding(self, document: Document, span: Span) -> Passage | None:
        mine = (passage for passage in self._library.passages if passage.source == document.source.id)
        return next((passage for passage in mine if passage.start <= span.start < passage.end), None)


def places(cited: Sequence[Cited]) -> tuple[Place, ...]:
    """Where the quotes were found, each place once."""
    return tuple(dict.fromkeys(place for each in cited if (place := each.place)))


def shorten(words: str, limit: int = 120) -> str:
    """For a reason: one line, at most `limit` characters, cut at a word."""
    line = " ".join(words.split())
    return line if len(line) <= limit else line[:limit].rsplit(" ", 1)[0] + " …"
