"""The report as Markdown: numbered citations, a mark for every standing, evidence sentence by sentence.

Nothing that a model or a source said becomes markup: no HTML, no image, and no link but a source's own address.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from moot.report import before, citing, matrix, wording
from moot.report.safe import address
from moot.report.shape import ChallengeView, ClaimView, CoverLine, EarlierClaim, EditView, Position, Quoted, Report
from moot.text.lazy import lazy_re
from moot.text.raised import RAISED
from moot.text.visible import line
from moot.words import Outcome, Section, Standing, Table

_MARKUP = lazy_re(r"[\\`*_\[\]<>|~&$]")
_LINKED = lazy_re(r"(?<=\w)\.(?=[^\W\d])|:(?=/|[^\s@]{1,100}@)|/(?=/)|(?<=[Ww]{3})\.")
_START = lazy_re(r"^([#=]|[+-](?=[\s+-]|$)|\d+(?=[.)](?:\s|$)))")


def render(report: Report, told: Mapping[int, str] | None = None) -> str:
    """The whole report. Lines on money, time and the run begin with `wording.RUN`, after `> ` or `- `.

    `told`: the sources in the words of a citation style, by number.
    """
    parts = (
        _head(report),
        _cover(report),
        _body(report),
        _disagreements(report),
        _gaps(report),
        _sources(report, told or {}),
        _links(report),
        _map(report),
        _positions(report),
        _evidence(report),
        _challenges(report),
        _earlier(report),
        _record(report),
    )
    return "\n\n".join(block for part in parts for block in part) + "\n"


def escape(text: str) -> str:
    """The text on one line, with nothing in it that Markdown reads as markup or that becomes a link."""
    text = _MARKUP.sub(r"\\\g<0>", line(text))
    text = _LINKED.sub(r"\\\g<0>", text)
    # Some renderers link a mail address even when its @ is escaped; a word joiner parts it without being seen.
    text = re.sub(r"(?<=[\w.+-])@(?=\w)", "@\u2060", text)
    return _START.sub(lambda found: f"\\{found[0]}" if not found[0].isdigit() else f"{found[0]}\\", text)


# --- parts ----------------------------------------------------------------------------------------------------------


def _head(report: Report) -> Iterator[str]:
    yield f"# {escape(report.case.question)}"
    seats = "; ".join(map(escape, wording.seats(report.header.seats)))
    notes = [f"**{wording.label(note)}**: {escape(note.text)}" for note in report.header.notes]
    notes = [note.removeprefix("****: ") for note in notes]
    first = f"**{report.header.panel}**: {seats}"
    counts = [f"**audit**: {escape(wording.audit(report.audited))}"] if report.audited else []
    yield "\n>\n".join(f"> {said}" for said in (first, *counts, escape(wording.spent(report)), *notes))
    shown = [standing for standing, _ in report.stats.standings]
    if shown:
        yield "Marks: " + "; ".join(f"{wording.MARKS[each]} {each.value} ({wording.MEANINGS[each]})" for each in shown)


def _cover(report: Report) -> Iterator[str]:
    if report.cover:
        yield "## In half a page"
        yield _list(map(_cover_line, report.cover.lines))


def _cover_line(line: CoverLine) -> str:
    left_out = f" ({escape(line.left_out)})" if line.left_out else ""
    return f"**{wording.cover(line)}**: {escape(line.text)}{left_out}"


def _body(report: Report) -> Iterator[str]:
    if not any(report.draft.claims()):
        yield wording.undrafted(report)
    if report.plan:
        yield "## The plan"
        yield "\n".join(f"{n}. {escape(wording.planned(each))}" for n, each in enumerate(report.plan, 1))
    for section in report.draft.sections:
        yield from _section(section, report)


def _section(section: Section, report: Report) -> Iterator[str]:
    views = report.views
    if section.title:
        yield f"## {escape(section.title)}"
    sentences = [_sentence(views[claim.id]) for claim in section.claims]
    if sentences:
        yield "\n".join(f"- {each}" for each in sentences) if wording.as_points(section) else " ".join(sentences)
    elif not section.tables:
        yield wording.UNSETTLED
    for table in section.tables:
        yield _table(table, views)


def _sentence(view: ClaimView) -> str:
    withdrawn = view.standing is Standing.WITHDRAWN
    text = escape(view.claim.text)
    how = wording.how(view.claim)
    aside = f" ({escape(how)})" if how and view.standing is not Standing.INFERRED else ""
    return f"{f'~~{text}~~' if withdrawn and text else text}{aside}{_cited(view)} {_mark(view)}"


def _cited(view: ClaimView) -> str:
    # Brackets of ours can stand as they are: those of sources are escaped, so no link definition can meet them.
    beside = {number: f" ({said})" for number, said in citing.beside(view, escape).items()}
    numbers = dict.fromkeys(quote.number for quote in view.quotes)
    return "".join(f" {wording.numbered([number])}{beside.get(number, '')}" for number in numbers)


def _mark(view: ClaimView) -> str:
    number = str(view.number or "").translate(RAISED)
    said = "" if view.standing is Standing.PROVEN else f" *{view.standing.value}*"
    return f"{wording.MARKS[view.standing]}{number}{said}"


def _table(table: Table, views: dict[str, ClaimView]) -> str:
    width = max([len(table.columns), *(len(row.cells) for row in table.rows)])
    columns = [*map(escape, table.columns), *[""] * (width - len(table.columns))]
    lines = [f"**{escape(table.caption)}**", ""] if table.caption else []
    lines += [f"| | {' | '.join(columns)} |", "|---" * (width + 1) + "|"]
    for row in table.rows:
        cells = [_sentence(views[cell.id]) if cell else "" for cell in row.cells]
        lines.append(f"| {' | '.join([escape(row.label), *cells, *[''] * (width - len(cells))])} |")
    return "\n".join(lines)


def _disagreements(report: Report) -> Iterator[str]:
    if report.draft.disagreements:
        yield "## Where the sources disagree"
    for disagreement in report.draft.disagreements:
        yield f"**{escape(disagreement.subject)}**"
        yield _list(_side(report.views[side.id]) for side in disagreement.sides)


def _side(view: ClaimView) -> str:
    """A cell of a table that stands alone says what it belongs to."""
    return f"{escape(view.claim.about)}: {_sentence(view)}" if view.claim.about else _sentence(view)


def _gaps(report: Report) -> Iterator[str]:
    if report.draft.gaps:
        yield f"## {wording.gaps(report)}"
        yield _list(map(escape, report.draft.gaps))


def _map(report: Report) -> Iterator[str]:
    council = report.council
    if council is None:
        return
    yield "## Where the drafts agree and differ"
    yield _list(escape(wording.draft(draft)) for draft in council.drafts)
    drawn = matrix.of(council)
    if not drawn.groups:
        return
    yield "; ".join(f"{matrix.MARKS[cell]} {matrix.MEANINGS[cell]}" for cell in drawn.marks)
    for group in drawn.groups:
        yield f"**{group.title}** ({len(group.rows)})"
        heads = ["no.", "statement", *map(escape, drawn.letters), "in the document"]
        lines = [f"| {' | '.join(heads)} |", "|---" * len(heads) + "|", *map(_row, group.rows)]
        yield "\n".join(lines)


def _row(row: matrix.Row) -> str:
    statement = row.statement
    mark = f" {wording.MARKS[statement.standing]} *{statement.standing.value}*" if statement.standing else ""
    cells = [matrix.MARKS[cell] for cell in row.cells]
    against = ", ".join(str(other.number) for other in statement.against)
    number = f"{statement.number} (against no. {against})" if against else str(statement.number)
    return f"| {' | '.join([number, escape(statement.text), *cells, escape(wording.fate(statement)) + mark])} |"


def _positions(report: Report) -> Iterator[str]:
    council = report.council
    if council is None or not council.positions:
        return
    yield "## Who changed position"
    yield _list(map(_position, council.positions))


def _position(position: Position) -> str:
    said = [f"round {position.round}, {escape(wording.position(position))}: “{escape(position.text)}”"]
    said += [f"reason: {escape(position.grounds)}"]
    said += [escape(failed) for failed in position.failed]
    said += [_quote(quote, "") for quote in position.quotes]
    said += [f"**refused as conformity**: {escape(position.refused)}"] if position.refused else []
    said += [f"**overruled**: {escape(position.overruled)}"] if position.overruled else []
    said += [f"**what it fell by**: {escape(position.fell_by)}"] if position.fell_by else []
    return "\n  - ".join(said)


def _sources(report: Report, told: Mapping[int, str]) -> Iterator[str]:
    if not report.sources:
        return
    yield "## Sources"
    lines: list[str] = []
    for entry in report.sources:
        source = entry.source
        link = address(source.origin)
        origin = f"<{link}>" if link else escape(source.origin)
        cited = "cited in " + ", ".join(map(str, entry.cited)) if entry.cited else "not cited"
        words = f"{escape(source.title)} ({escape(source.id)}); {escape(source.date or 'no date')}"
        words = escape(told[entry.number]) if entry.number in told else words
        if link and entry.number in told and escape(link) in words:
            words = words.replace(escape(link), origin)
        else:
            words = f"{words}; {origin}"
        lines.append(f"[{entry.number}] {words}; sha256 {escape(source.sha256[:16])}…; {cited}")
    yield _list(lines)
    yield from (escape(wording.origin(group, report)) for group in report.origins)


def _links(report: Report) -> Iterator[str]:
    if report.links:
        yield "## Addresses"
        yield _list(escape(wording.link(link)) for link in report.links)


def _evidence(report: Report) -> Iterator[str]:
    if not report.claims:
        return
    yield "## Evidence, sentence by sentence"
    grouped = groupby(report.claims, key=_evidence_of)
    yield _list(_entry(list(views), lines) for lines, views in grouped)


def _entry(views: Sequence[ClaimView], lines: tuple[str, ...]) -> str:
    """Neighbours with the same evidence, as the cells of a row have, share an entry."""
    first, last = views[0], views[-1]
    if first.number is None:
        name = f"**–** ~~{escape(first.claim.text) or '–'}~~"
    else:
        name = f"**{first.number}**" if first is last else f"**{first.number}–{last.number}**"
    return "\n  - ".join([f"{name} {lines[0]}", *lines[1:]])


def _evidence_of(view: ClaimView) -> tuple[str, ...]:
    lines = [wording.standing(view) + ("" if view.needs_no_reason else f": {escape(view.reason)}")]
    lines += [escape(wording.reference(each)) for each in view.claim.references]
    lines += [_quote(quote, view.claim.text) for quote in view.quotes]
    lines += [view.resting] if view.resting else []
    lines += [escape(wording.doubt(each)) for each in view.findings if each.outcome is Outcome.FAILS]
    own = "" if view.number is not None else f" ({escape(view.claim.id)})"
    return (lines[0] + own, *lines[1:])


def _quote(quote: Quoted, claim: str) -> str:
    where = f"[{quote.number or '?'}] {', '.join(escape(each) for each in (quote.passage, quote.page) if each)}"
    if quote.start is None:
        return f"{where}: “{escape(quote.quote)}” (not found in the source)"
    return f"{where}, word for word" if quote.marked == claim else f"{where}: “{escape(quote.marked)}”"


def _challenges(report: Report) -> Iterator[str]:
    if not report.challenges:
        return
    yield "## Challenged and decided"
    yield _list(map(_challenge, report.challenges))


def _challenge(view: ChallengeView) -> str:
    challenge = view.challenge
    said = [
        f"**{wording.outcome(view)}** (round {view.round}, {escape(challenge.by)}, {challenge.kind.value}), "
        f"{escape(wording.subject(view))}: {escape(challenge.grounds)}"
    ]
    if view.claim_number is None and challenge.claim and view.claim_text:
        said.append(f"said of: “{escape(view.claim_text)}”")
    said += [_quote(quote, "") for quote in view.quotes]
    said += [
        f"{escape(each.by)} {escape(wording.answered(view, each))}: {escape(each.grounds)}" for each in view.responses
    ]
    if ruling := wording.ruled(view):
        said.append(f"{escape(ruling.by)} ruled: {escape(ruling.reason)}")
        said += [f"by {_quote(quote, '')}" for quote in view.decided]
    said += [_edit(edit) for edit in view.edits if not edit.refused]
    said += [f"an edit was refused: {escape(reason)}" for reason in wording.refusals(view)]
    return "\n  - ".join(said)


def _edit(view: EditView) -> str:
    if not view.reworded:
        return f"{wording.PAST[view.edit.action]}: {wording.SAME_WORDS}"
    before = f" ~~{struck}~~" if (struck := escape(view.before)) else ""
    return f"{wording.PAST[view.edit.action]}:{before}{f' {escape(view.edit.new.text)}' if view.edit.new else ''}"


def _earlier(report: Report) -> Iterator[str]:
    if not wording.has_earlier(report):
        return
    yield "## The answer before the debate"
    yield before.summary(report)
    for part in before.changed(report):
        yield f"**{escape(part.title)}**"
        yield _list(map(_before, part.claims))


def _before(known: EarlierClaim) -> str:
    claim = known.claim
    about = f"{escape(claim.about)}: " if claim.about else ""
    cited = "".join(f" [{number}]" for number in known.numbers)
    told = f", now sentence {known.told} in the words of another draft" if known.told is not None else ""
    fate = "" if known.fate == "kept" else f" *{known.fate}*{told}"
    return f"{about}{escape(claim.text)}{cited}{fate}"


def _record(report: Report) -> Iterator[str]:
    yield "## Record"
    yield _list(map(escape, (*wording.stats(report), *wording.run(report))))


def _list(lines: Iterable[str]) -> str:
    return "\n".join(f"- {each}" for each in lines)
