"""The document itself: sections, tables, where the sources disagree, what they do not say."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from moot.report import wording
from moot.report.handed.blocks import Block, Frame, Grid, Heading, Kind, Line, Look, Paragraph, Span, plain
from moot.report.handed.sentence import sentence
from moot.report.shape import ClaimView, Report
from moot.words import Disagreement, Row, Section, Table

WIDE = 6
"""Columns of a table that fit a page; what is wider is told in several tables."""

Views = Mapping[str, ClaimView]


def body(report: Report) -> Iterator[Block]:
    if not any(report.draft.claims()):
        yield Paragraph(plain(wording.undrafted(report)))
    if report.plan:
        yield Heading("The plan")
    for part in report.plan:
        yield Paragraph(plain(wording.planned(part)), Kind.ITEM)
    for section in report.draft.sections:
        yield from _section(section, report.views)
    placed = {claim.id for section in report.draft.sections for claim in section.claims}
    if report.draft.disagreements:
        yield Heading("Where the sources disagree")
    for disagreement in report.draft.disagreements:
        yield from _disagreement(disagreement, report, placed)
    if report.draft.gaps:
        yield Heading(wording.gaps(report))
    for gap in report.draft.gaps:
        yield Paragraph(plain(gap), Kind.ITEM)


def _section(section: Section, views: Views) -> Iterator[Block]:
    if section.title:
        yield Heading(section.title)
    parts = [sentence(views[claim.id]) for claim in section.claims]
    if wording.as_points(section):
        yield from (Paragraph(part, Kind.ITEM) for part in parts)
    elif parts:
        yield Paragraph(tuple(span for part in parts for span in (*part, Span(" "))))
    elif not section.tables:
        yield Paragraph(plain(wording.UNSETTLED))
    for table in section.tables:
        yield from _tables(table, views)


def _tables(table: Table, views: Views) -> Iterator[Grid]:
    width = max([len(table.columns), *(len(row.cells) for row in table.rows)])
    columns = [*table.columns, *[""] * (width - len(table.columns))]
    for first in range(0, max(width, 1), WIDE):
        last = min(first + WIDE, width)
        caption = table.caption
        if width > WIDE:
            caption = f"{caption} (columns {first + 1} to {last} of {width})".strip()
        label = 0.3 if last - first < 4 else 0.2
        share = (1 - label) / max(last - first, 1)
        yield Grid(
            frame=Frame.FIGURES,
            widths=(label, *[share] * (last - first)),
            head=(plain(""), *map(plain, columns[first:last])),
            rows=tuple(_row(row, first, last, views) for row in table.rows),
            caption=caption,
        )


def _row(row: Row, first: int, last: int, views: Views) -> tuple[Line, ...]:
    cells = [sentence(views[cell.id]) if cell else plain("–", Look.SOFT) for cell in row.cells[first:last]]
    return (plain(row.label), *cells, *[plain("–", Look.SOFT)] * (last - first - len(cells)))


def _disagreement(disagreement: Disagreement, report: Report, placed: Collection[str]) -> Iterator[Block]:
    """`placed`: claims that stand in a section too, to which links lead."""
    yield Heading(disagreement.subject, 2)
    rows = tuple(_side(report.views[side.id], report, side.id not in placed) for side in disagreement.sides)
    yield Grid(Frame.SIDES, (0.7, 0.3), (plain("What is said"), plain("Source")), rows)


def _side(view: ClaimView, report: Report, placed: bool) -> tuple[Line, ...]:
    """A cell of a table that stands alone says what it belongs to."""
    about = (Span(f"{view.claim.about}: "),) if view.claim.about else ()
    return (*about, *sentence(view, placed=placed)), _told_by(view, report)


def _told_by(view: ClaimView, report: Report) -> Line:
    titles: dict[int, str] = {}
    for entry in report.sources:
        date = f", {entry.source.date}" if entry.source.date else ", no date"
        titles[entry.number] = f"{entry.source.title}{date}"
    told: Sequence[str] = [titles[n] for n in dict.fromkeys(quote.number for quote in view.quotes) if n in titles]
    return plain("; ".join(told) or "none that was read", Look.SOFT)
