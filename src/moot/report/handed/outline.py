"""`outline`: a report as the blocks of a document, which Word and PDF then set."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime

from moot.evidence.read import place_of
from moot.ledger.record import Record
from moot.report.handed.agreement import agreement
from moot.report.handed.blocks import Block, Line, Outline, settled, shown
from moot.report.handed.body import body
from moot.report.handed.opening import opening
from moot.report.handed.sources import counts, sources, unread
from moot.report.handed.trail import before, challenges, evidence
from moot.report.shape import Quoted, Report


def outline(report: Report, record: Record, styled: Mapping[int, Line] | None = None) -> Outline:
    """The whole report, in the order of the Markdown. `styled`: entries of sources in a citation style, by number."""
    blocks = settled(_parts(report, _pages(record), styled or {}))
    begun = datetime.fromisoformat(report.run.created).astimezone(UTC)
    return Outline(title=shown(report.case.question).strip() or "–", begun=begun, blocks=blocks)


def _parts(report: Report, page: Callable[[Quoted], str | None], styled: Mapping[int, Line]) -> Iterator[Block]:
    yield from opening(report)
    yield from body(report)
    yield from agreement(report, page)
    yield from sources(report, styled)
    yield from unread(report)
    yield from evidence(report, page)
    yield from challenges(report, page)
    yield from before(report)
    yield from counts(report)


def _pages(record: Record) -> Callable[[Quoted], str | None]:
    documents = {document.source.id: document for document in record.documents}

    def page(quote: Quoted) -> str | None:
        document = documents.get(quote.source)
        return place_of(document, quote.start) if document and quote.start is not None else None

    return page
