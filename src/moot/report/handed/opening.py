"""The first page: who took part and what must be known, the cover note, what the marks mean."""

from __future__ import annotations

from collections.abc import Iterator

from moot.report import wording
from moot.report.handed.blocks import (
    Block,
    Contents,
    Frame,
    Grid,
    Heading,
    Kind,
    Line,
    Look,
    Paragraph,
    Span,
    plain,
)
from moot.report.handed.sentence import named, sentence
from moot.report.shape import ClaimView, CoverLine, Note, Report, SeatLine

LONG = 5
"""Headings from which on a document has a list of its contents."""


def opening(report: Report) -> Iterator[Block]:
    """Everything before the document itself."""
    yield Paragraph(_lede(report), Kind.LEDE)
    if report.audited:
        yield Paragraph(plain(wording.audit(report.audited), Look.STRONG))
    quiet = wording.remarks(report)
    for note in report.header.notes:
        if note not in quiet:
            yield Paragraph(noted(note), Kind.LOUD)
    for summary, _ in wording.folded(report):
        yield Paragraph((Span(summary, Look.SOFT, to="notes"),), Kind.ASIDE)
    if report.cover:
        yield Heading("In half a page")
        views = {view.number: view for view in report.claims if view.number is not None}
        rows = tuple((plain(word, Look.STRONG), line) for word, line in _cover(report.cover.lines, views))
        yield Grid(Frame.NOTE, (0.15, 0.85), (), rows)
    yield Heading("How to read this document")
    yield from _who(report.header.seats)
    yield from _marks(report)
    titles = [section.title for section in report.draft.sections if section.title]
    if len(titles) >= LONG:
        yield Contents()


def noted(note: Note) -> Line:
    word = wording.label(note)
    return (*((Span(f"{word}: ", Look.STRONG),) if word else ()), Span(note.text))


def _lede(report: Report) -> Line:
    day, spent = report.run.created[:10], wording.spent(report).removeprefix(wording.RUN)
    return (Span(report.header.panel, Look.STRONG), Span(f" · {day} · {spent}", Look.SOFT))


def _cover(lines: tuple[CoverLine, ...], views: dict[int, ClaimView]) -> Iterator[tuple[str, Line]]:
    """The lines, a word that is said again left out."""
    before = ""
    for line in lines:
        word = wording.cover(line)
        text = plain(line.text)
        if line.kind == "answer" and line.sentences:
            parts = [(*sentence(views[number], placed=False), Span(" ")) for number in line.sentences]
            text = tuple(span for part in parts for span in part)
        left_out = (Span(f" ({line.left_out})", Look.SOFT),) if line.left_out else ()
        yield "" if word == before else word, (*text, *left_out)
        before = word


def _who(seats: tuple[SeatLine, ...]) -> Iterator[Block]:
    yield Heading("Who took part", 2)
    head = (plain("Seat"), plain("Model"), plain("Family"))
    yield Grid(Frame.FACTS, (0.16, 0.58, 0.26), head, tuple(map(_seat, seats)))


def _seat(seat: SeatLine) -> tuple[Line, ...]:
    models = "; then ".join((seat.model, *(each.model for each in seat.taken)))
    families = "; then ".join((seat.family, *(each.family for each in seat.taken)))
    return plain(seat.id), plain(models), plain(families + (", recorded" if seat.recorded else ""))


def _marks(report: Report) -> Iterator[Block]:
    if not report.stats.standings:
        return
    yield Heading("What the marks mean", 2)
    head = (plain("Standing"), plain("Meaning"), plain("Sentences"))
    rows = tuple(
        (named(standing), plain(wording.MEANINGS[standing]), plain(str(number)))
        for standing, number in report.stats.standings
    )
    yield Grid(Frame.FACTS, (0.2, 0.64, 0.16), head, rows)
    yield Paragraph(plain(HOW_TO_READ), Kind.ASIDE)


HOW_TO_READ = (
    "After each sentence stand its sources in brackets, its standing, and its number, which leads to its evidence: "
    "the quotes that carry it, and what was found against it."
)
