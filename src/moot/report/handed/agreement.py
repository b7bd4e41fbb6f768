"""Of a council: which draft says what, and who changed position."""

from __future__ import annotations

from collections.abc import Iterator

from moot.report import matrix, wording
from moot.report.handed.blocks import Block, Frame, Grid, Heading, Kind, Line, Look, Paragraph, Span, plain
from moot.report.handed.sentence import named, pointed
from moot.report.handed.trail import quote
from moot.report.shape import Council, Position, Report, Statement


def agreement(report: Report) -> Iterator[Block]:
    """Nothing for a run in which one author drafts."""
    if report.council is None:
        return
    yield Heading("Where the drafts agree and differ")
    yield Paragraph(plain(wording.agreement(report.council)))
    for draft in report.council.drafts:
        yield Paragraph(plain(wording.draft(draft)), Kind.ITEM)
    yield from _map(report.council)
    if report.council.positions:
        yield Heading("Who changed position")
    for position in report.council.positions:
        yield from _position(position)


def _map(council: Council) -> Iterator[Block]:
    drawn = matrix.of(council)
    if not drawn.groups:
        return
    yield Paragraph(plain("; ".join(f"{matrix.MARKS[cell]} {matrix.MEANINGS[cell]}" for cell in drawn.marks)))
    letters = len(drawn.letters)
    narrow = min(0.05, 0.5 / max(letters, 1))
    number, fate = 0.12, 0.22
    widths = (number, 1 - number - fate - narrow * letters, *[narrow] * letters, fate)
    head = (plain(""), plain("Statement"), *map(plain, drawn.letters), plain("In the document"))
    for group in drawn.groups:
        yield Heading(group.title, 2, aside=str(len(group.rows)))
        yield Grid(Frame.MAP, widths, head, tuple(map(_row, group.rows)))


def _row(row: matrix.Row) -> tuple[Line, ...]:
    statement = row.statement
    number: list[Span] = [Span(str(statement.number), at=f"k{statement.number}")]
    if statement.against:
        number.append(Span(" against ", Look.SOFT))
    for n, other in enumerate(statement.against):
        number += [Span(", ", Look.SOFT)] if n else []
        number.append(Span(str(other.number), Look.SOFT, to=f"k{other.number}"))
    cells = [plain(matrix.MARKS[cell]) for cell in row.cells]
    return (tuple(number), plain(statement.text), *cells, _fate(statement))


def _fate(statement: Statement) -> Line:
    if not statement.sentences:
        return plain(wording.fate(statement), Look.SOFT)
    many = "s" if len(statement.sentences) > 1 else ""
    how = wording.told_how(statement)
    new = (Span(f", {how}", Look.SOFT),) if how else ()
    standing = (Span(" "), *named(statement.standing)) if statement.standing else ()
    return (Span(f"sentence{many} ", Look.SOFT), *pointed(statement.sentences), *new, *standing)


def _position(position: Position) -> Iterator[Paragraph]:
    to = f"s{position.claim_number}" if position.claim_number is not None else ""
    yield Paragraph((Span(wording.position(position), Look.STRONG, to=to), _round(position.round)), Kind.ENTRY)
    yield Paragraph(plain(f"“{position.text}”"), Kind.DETAIL)
    yield Paragraph(plain(f"reason: {position.grounds}"), Kind.DETAIL)
    for failed in position.failed:
        yield Paragraph(plain(failed), Kind.DETAIL)
    for each in position.quotes:
        yield Paragraph(quote(each, ""), Kind.DETAIL)
    if position.refused:
        yield Paragraph((Span("refused as conformity: ", Look.STRONG), Span(position.refused)), Kind.DETAIL)
    if position.overruled:
        yield Paragraph((Span("overruled: ", Look.STRONG), Span(position.overruled)), Kind.DETAIL)
    if position.fell_by:
        yield Paragraph((Span("what it fell by: ", Look.STRONG), Span(position.fell_by)), Kind.DETAIL)


def _round(number: int) -> Span:
    return Span(f" (round {number})", Look.SOFT)
