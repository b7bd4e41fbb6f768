"""One sentence of a report with its quotes where they stand: the words around each, its page, a picture of a PDF's."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

from moot.errors import UsageError
from moot.evidence.read import page_of
from moot.ledger.record import Record
from moot.report.document import build
from moot.report.shape import ClaimView, Quoted, Report
from moot.text.counted import counted
from moot.words import Document

Body = Callable[[str], bytes | None]
"""The bytes that a run fetched, by their hash."""


def sentence(record: Record, number: int) -> tuple[Report, ClaimView]:
    """The sentence of that number, of the report as it stands. Raises `UsageError`."""
    report = build(record)
    for view in report.claims:
        if view.number == number:
            return report, view
    last = max((view.number or 0 for view in report.claims), default=0)
    raise UsageError(f"Run {record.run} has no sentence {number}: its sentences are 1 to {last}.")


def lines(report: Report, view: ClaimView) -> Iterator[str]:
    """The sentence, its standing, and each quote in the words around it."""
    about = f"{view.claim.about}: " if view.claim.about else ""
    yield f"{view.number}. {about}{view.claim.text}"
    yield f"   {view.standing.value}: {view.reason}"
    titles = {entry.source.id: f"[{entry.number}] {entry.source.title}" for entry in report.sources}
    for quote in view.quotes:
        yield ""
        yield f"   {titles.get(quote.source, 'no source that was read')}{_where(quote)}"
        yield f"   {_around(quote)}" if quote.marked else f"   “{quote.quote}” is not in it"
    for id in view.claim.premises if not view.quotes else ():
        yield ""
        below = report.views.get(id)
        yield f"   {_below(below)}" if below else f"   from {id}, which is not in the report"
    if not view.quotes and not view.claim.premises:
        yield "   it cites nothing"


def _below(view: ClaimView) -> str:
    """A sentence that another follows from, with its standing."""
    about = f"{view.claim.about}: " if view.claim.about else ""
    number = "a sentence that is not in the document:" if view.number is None else f"{view.number}."
    return f"from {number} {about}{view.claim.text} ({view.standing.value})"


def _where(quote: Quoted) -> str:
    parts = [quote.heading, quote.page, f"characters {quote.start} to {quote.end}"]
    return "".join(f", {part}" for part in parts if part) if quote.marked else ""


def _around(quote: Quoted) -> str:
    before = f"{'…' if quote.cut_before else ''}{quote.before}"
    after = f"{quote.after}{'…' if quote.cut_after else ''}"
    return " ".join(f"{before}»{quote.marked}«{after}".split())


def pictures(record: Record, view: ClaimView, body: Body) -> Iterator[tuple[str, bytes]]:
    """A name and a PNG for each quote that stands in a PDF, but for those whose file is no longer what was read."""
    from moot.evidence.shown import picture

    for n, quote in enumerate(view.quotes, 1):
        document = _document(record, quote.source)
        page = _page(document, quote)
        raw = _raw(document, body) if document is not None and page else None
        shown = picture(raw, page, quote.marked) if raw is not None and page else None
        if shown is not None:
            yield f"sentence-{view.number}-{n}.png", shown


def _page(document: Document | None, quote: Quoted) -> int | None:
    return page_of(document, quote.start) if document is not None and quote.start is not None else None


def _raw(document: Document, body: Body) -> bytes | None:
    """What the document was read from: kept by the run, or its file where that is still the same."""
    source = document.source
    kept = body(source.sha256)
    if kept is not None or source.asked is not None:
        return kept
    try:
        raw = Path(source.origin).read_bytes()
    except OSError:
        return None
    return raw if hashlib.sha256(raw).hexdigest() == source.sha256 else None


def _document(record: Record, id: str) -> Document | None:
    return next((each for each in record.documents if each.source.id == id), None)


def unshown(view: ClaimView, shown: int) -> str:
    """Why fewer pictures were made than there are quotes; empty if there are as many."""
    missing = len(view.quotes) - shown
    said = "not of a PDF, or of one that is no longer there as it was read"
    return f"{counted(missing, 'quote')} without a picture: {said}" if missing else ""
