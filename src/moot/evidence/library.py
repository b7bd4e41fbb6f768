"""The sources of a run: their passages by id, and search over them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from moot.evidence import hostile, passages
from moot.evidence.cited import Cited
from moot.evidence.index import Index
from moot.evidence.origins import Origin, echoed, origins
from moot.evidence.things import Things
from moot.text import urls
from moot.text.lazy import lazy_re
from moot.text.quotes import Locator
from moot.text.spans import Span
from moot.words import Citation, Claim, Document, Link, Noticed, Passage, Source, Unread

_BRACKETS = lazy_re(r"[(\[](?P<inner>[^()\[\]]+)[)\]]")


def _bare(quote: str) -> str:
    """A heading stands in brackets over its passage, and is quoted with them."""
    bracketed = _BRACKETS.fullmatch(quote.strip())
    return bracketed["inner"] if bracketed else quote


class Library:
    """Documents, their passages in reading order, and lexical search. The index is built at the first search.

    `links`: what came of the addresses that were asked for, readable or not. `question`: what the sources are asked;
    no evidence, but its words are known. `unread`: what was given and not read.
    """

    def __init__(
        self,
        documents: Sequence[Document],
        links: Sequence[Link] = (),
        question: str = "",
        unread: Sequence[Unread] = (),
    ) -> None:
        self.question = question
        self.unread = tuple(unread)
        self.documents: tuple[Document, ...] = ()
        self.links: tuple[Link, ...] = ()
        self.passages: tuple[Passage, ...] = ()
        """Documents in the order given, passages in the order of their text."""
        self._links: dict[str, Link] = {}
        self._spelled: dict[str, Link] = {}
        """By their addresses without what makes no other page of them."""
        self._documents: dict[str, Document] = {}
        self._positions: dict[str, int] = {}
        self._of_source: dict[str, list[Passage]] = {}
        self._cited: dict[Citation, Cited] = {}
        self._locators: dict[str, Locator] = {}
        self._index: Index | None = None
        self._sources: tuple[Source, ...] | None = None
        self._by_id: dict[str, Source] | None = None
        self._origins: tuple[Origin, ...] | None = None
        self._things: Things | None = None
        self._blanked: dict[str, str | None] = {}
        self._noticed: dict[str, tuple[Noticed, ...]] = {}
        self.add(documents, links)

    def add(self, documents: Sequence[Document], links: Sequence[Link] = ()) -> None:
        """More sources, behind those that are here: what was found before stays what it was."""
        self.documents += tuple(documents)
        self.links += tuple(links)
        self._documents |= {document.source.id: document for document in documents}
        self._links |= {link.asked: link for link in links}
        self._spelled = {urls.same(link.asked): link for link in reversed(self.links)}
        fresh = [passage for document in documents for passage in passages.split(document)]
        self._positions |= {passage.id: n for n, passage in enumerate(fresh, len(self.passages))}
        self.passages += tuple(fresh)
        for passage in fresh:
            self._of_source.setdefault(passage.source, []).append(passage)
        if documents:
            self._index = self._sources = self._by_id = self._origins = self._things = None
            self._cited.clear()  # a passage that was unknown may be known now

    @property
    def sources(self) -> tuple[Source, ...]:
        """All in their order; those that repeat others say so."""
        if self._sources is None:
            self._sources = echoed(self.documents, self.origins)
        return self._sources

    @property
    def origins(self) -> tuple[Origin, ...]:
        """Which of them are one voice."""
        if self._origins is None:
            self._origins = origins(self.documents)
        return self._origins

    @property
    def things(self) -> Things:
        """What each of them is about."""
        if self._things is None:
            self._things = Things.of(self.documents)
        return self._things

    def search(self, query: str, limit: int = 8) -> list[Passage]:
        """At most `limit` passages, best first by BM25, ties in reading order. Never raises for a query."""
        if self._index is None:
            titles = {document.source.id: document.source.title for document in self.documents}
            self._index = Index((titles[each.source], each.heading, each.text) for each in self.passages)
        return [self.passages[position] for position in self._index.search(query, limit)]

    def passage(self, id: str) -> Passage | None:
        position = self._positions.get(id)
        return None if position is None else self.passages[position]

    def passages_of(self, id: str) -> Sequence[Passage]:
        """Those of a source, in the order of its text."""
        return self._of_source.get(id, ())

    def document(self, id: str) -> Document | None:
        """The document of a source id."""
        return self._documents.get(id)

    def noticed(self, document: Document) -> tuple[Noticed, ...]:
        """What in a document of the library addresses models or hides. Looked for once: it takes as long as reading."""
        id = document.source.id
        if id not in self._noticed:
            self._noticed[id] = tuple(hostile.scan(document))
        return self._noticed[id]

    def quotable(self, passage: Passage) -> Passage:
        """With blanks, as long, for what addresses models or hides, and with bare headings."""
        heading = " › ".join(filter(None, map(hostile.bare, passage.heading.split(" › "))))
        blanked = self._quotable(passage.source)
        text = passage.text if blanked is None else blanked[passage.start : passage.end]
        same = text == passage.text and heading == passage.heading
        return passage if same else passage.model_copy(update={"heading": heading, "text": text})

    def _quotable(self, id: str) -> str | None:
        """The text of a source with its blanks; None where it has none."""
        if id not in self._blanked:
            document = self._documents.get(id)
            noticed = self.noticed(document) if document else ()
            self._blanked[id] = hostile.left(document.text, noticed) if document and noticed else None
        return self._blanked[id]

    def source(self, id: str) -> Source | None:
        """The source with this id; it says so if it repeats another."""
        if self._by_id is None:
            self._by_id = {source.id: source for source in self.sources}
        return self._by_id.get(id)

    def link(self, address: str | None) -> Link | None:
        """What came of an address; None when it was not asked for."""
        if not address:
            return None
        return self._links.get(urls.page(address)) or self._spelled.get(urls.same(address))

    def neighbours(self, id: str) -> tuple[Passage | None, Passage | None]:
        """The passages before and after one in its document; None at the ends, and for an unknown id."""
        position = self._positions.get(id)
        if position is None:
            return None, None
        here = self.passages[position].source
        around = (self.passages[at] if 0 <= at < len(self.passages) else None for at in (position - 1, position + 1))
        before, after = (each if each and each.source == here else None for each in around)
        return before, after

    def cited(self, claim: Claim) -> list[Cited]:
        """The citations of a claim, looked up."""
        return [self.look_up(citation) for citation in claim.citations]

    def look_up(self, citation: Citation) -> Cited:
        """Where the quote stands: first in the passage that it names, then in the whole of its source."""
        found = self._cited.get(citation)
        if found is None:
            found = self._cited[citation] = self._look_up(citation)
        return found

    def locator(self, document: Document) -> Locator:
        """Finds quotes in a whole document, which is normalised once."""
        return self._locator(document.source.id, document.text)

    def within(self, passage: Passage) -> Locator:
        """Finds quotes in a passage, which is normalised once."""
        return self._locator(passage.id, passage.text)

    def holding(self, document: Document, span: Span) -> Passage | None:
        """The passage of a document in which a span begins; None where it begins in a heading."""
        mine = self.passages_of(document.source.id)
        at = bisect_right(mine, span.start, key=lambda passage: passage.start) - 1
        return mine[at] if at >= 0 and span.start < mine[at].end else None

    def _look_up(self, citation: Citation) -> Cited:
        passage = self.passage(citation.passage)
        document = self.document(passage.source) if passage else None
        if passage is None or document is None:
            return Cited(citation, passage, document)
        here = self.within(passage).locate(citation.quote)
        if here:
            return Cited(citation, passage, document, Span(passage.start + here.start, passage.start + here.end))
        whole = self.locator(document)
        span = whole.locate(citation.quote) or whole.locate(_bare(citation.quote))
        return Cited(citation, self.holding(document, span) if span else passage, document, span)

    def _locator(self, key: str, text: str) -> Locator:
        if key not in self._locators:
            self._locators[key] = Locator(text)
        return self._locators[key]
