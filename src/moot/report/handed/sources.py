"""What was read, what was not and why, and what the run cost."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from moot.report import wording
from moot.report.handed.blocks import Block, Heading, Kind, Line, Look, Paragraph, Span, plain
from moot.report.handed.opening import noted
from moot.report.handed.sentence import pointed, source
from moot.report.safe import address
from moot.report.shape import Report, SourceEntry


def sources(report: Report, styled: Mapping[int, Line]) -> Iterator[Block]:
    """The numbered list. `styled`: the entries in the form of a citation style, by number; ours for those not there."""
    if report.sources:
        yield Heading("Sources")
    for entry in report.sources:
        number = Span(f"[{entry.number}]", Look.STRONG, at=source(entry.number))
        told = styled.get(entry.number) or _told(entry)
        yield Paragraph((number, Span(" "), *told), Kind.ENTRY)
        yield Paragraph(_facts(entry, linked=any(span.web for span in told)), Kind.DETAIL)
    for group in report.origins:
        yield Paragraph(plain(wording.origin(group, report)), Kind.ITEM)


def _told(entry: SourceEntry) -> Line:
    read = entry.source
    author = (Span(f". {read.author}"),) if read.author else ()
    return (Span(read.title, Look.STRONG), *author, Span(f". {read.date or 'No date'}."))


def _facts(entry: SourceEntry, linked: bool) -> Line:
    """`linked`: its address stands already above."""
    read = entry.source
    facts = [read.id, read.media, f"sha256 {read.sha256[:16]}…"]
    facts += [f"fetched {read.fetched[:10]}"] if read.fetched else []
    facts += [f"licence: {read.licence}"] if read.licence else []
    origin = () if linked else (Span(read.origin, web=address(read.origin) or ""), Span(" · ", Look.SOFT))
    used = (
        (Span(" · cited in ", Look.SOFT), *pointed(entry.cited)) if entry.cited else (Span(" · not cited", Look.SOFT),)
    )
    return (*origin, Span(" · ".join(facts), Look.SOFT), *used)


def unread(report: Report) -> Iterator[Block]:
    """What was not read, what is to be known of the sources, and the addresses that an audit asked for."""
    missed = [note for note in wording.remarks(report) if note.kind in ("unread", "left out")]
    if missed:
        yield Heading("What was not read", at="notes")
    for note in missed:
        yield Paragraph(noted(note) if note.kind != "unread" else plain(note.text), Kind.ITEM)
    said = [note for note in wording.remarks(report) if note not in missed]
    if said:
        yield Heading("What to know of the sources", at="" if missed else "notes")
    for note in said:
        yield Paragraph(noted(note) if note.kind != "source" else plain(note.text), Kind.ITEM)
    if report.links:
        yield Heading("Addresses")
    for link in report.links:
        yield Paragraph(plain(wording.link(link)), Kind.ITEM)


def counts(report: Report) -> Iterator[Block]:
    """What happened in numbers, and what it cost."""
    yield Heading("Record")
    for line in wording.stats(report):
        yield Paragraph(plain(line), Kind.ITEM)
    yield Heading("The run and its cost", 2)
    for line in wording.run(report):
        yield Paragraph(plain(line.removeprefix(wording.RUN)), Kind.ITEM)
