"""How the document came to be: evidence sentence by sentence, challenges with their outcome, the answer before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from moot.report import before as earlier
from moot.report import wording
from moot.report.handed.blocks import Block, Heading, Kind, Line, Look, Paragraph, Span, plain
from moot.report.handed.sentence import cited, named, place, proof, source
from moot.report.shape import ChallengeView, ClaimView, EarlierClaim, EditView, Quoted, Report
from moot.text.counted import counted
from moot.words import Outcome


def quote(quote: Quoted, claim: str) -> Line:
    """A quote with its place; not said again where it is the claim itself."""
    at = [each for each in (quote.passage, quote.page, quote.heading) if each]
    cite = Span(f"[{quote.number or '?'}]", Look.CITED, to=source(quote.number) if quote.number else "")
    where = Span(f" {' · '.join(at)}", Look.SOFT)
    if quote.start is None:
        return (cite, where, Span(f" “{quote.quote}”", Look.STRUCK), Span(" (not found in the source)"))
    if quote.marked == claim:
        return (cite, where, Span(", word for word", Look.SOFT))
    return (cite, where, Span(" "), Span(f"“{quote.marked}”", Look.MARKED))


# --- evidence -------------------------------------------------------------------------------------------------------


def evidence(report: Report) -> Iterator[Block]:
    """The entries, one for each sentence; neighbours with the same evidence, as the cells of a row have, share one."""
    if report.claims:
        yield Heading("Evidence, sentence by sentence")
    for lines, views in groupby(report.claims, key=lambda view: _proof(view)):
        yield Paragraph((*_name(list(views)), *lines[0]), Kind.ENTRY)
        for line in lines[1:]:
            yield Paragraph(line, Kind.DETAIL)


def _name(views: Sequence[ClaimView]) -> Line:
    first, last = views[0], views[-1]
    if first.number is None:
        return (Span(first.claim.text or "–", Look.STRUCK), Span(" "))
    numbers: list[Span] = []
    for view in views:
        # Every sentence leads here, but only the first and the last are named.
        word = str(first.number) if view is first else f"–{last.number}" if view is last else ""
        numbers.append(Span(word, Look.STRONG, to=place(view), at=proof(view)))
    return (*numbers, Span(" "))


def _proof(view: ClaimView) -> tuple[Line, ...]:
    reason = () if view.needs_no_reason else (Span(f": {view.reason}"),)
    own = (Span(f" ({view.claim.id})", Look.SOFT),) if view.number is None else ()
    lines: list[Line] = [(*named(view.standing, wording.standing(view)), *reason, *own)]
    lines += [plain(wording.reference(each)) for each in view.claim.references]
    lines += [quote(each, view.claim.text) for each in view.quotes]
    lines += [plain(view.resting)] if view.resting else []
    lines += [plain(wording.doubt(each)) for each in view.findings if each.outcome is Outcome.FAILS]
    return tuple(lines)


# --- challenges -----------------------------------------------------------------------------------------------------


def challenges(report: Report) -> Iterator[Block]:
    """What was challenged, by whom, what was answered, who decided, and what was changed for it."""
    if not report.challenges:
        return
    yield Heading("Challenged and decided")
    yield Paragraph(plain(_count(report)))
    for view in report.challenges:
        yield Paragraph(_challenge(view), Kind.ENTRY)
        yield from (Paragraph(line, Kind.DETAIL) for line in _argued(view))


def _count(report: Report) -> str:
    had, by = report.stats, Counter(view.challenge.by for view in report.challenges)
    raised = ", ".join(f"{number} by {seat}" for seat, number in by.items())
    outcome = f"{had.upheld} upheld, {had.dismissed} dismissed, {had.undecided} undecided"
    return f"{counted(had.challenges, 'challenge')}: {outcome}. Raised: {raised}."


def _challenge(view: ChallengeView) -> Line:
    to = f"s{view.claim_number}" if view.claim_number is not None else ""
    return (
        Span(wording.outcome(view), Look.STRONG),
        Span(" · "),
        Span(wording.subject(view), to=to),
        Span(f" · {view.challenge.kind.value} · round {view.round}, {view.challenge.by}", Look.SOFT),
    )


def _argued(view: ChallengeView) -> Iterator[Line]:
    if view.claim_number is None and view.challenge.claim and view.claim_text:
        yield plain(f"said of: “{view.claim_text}”", Look.SOFT)
    yield plain(view.challenge.grounds)
    yield from (quote(each, "") for each in view.quotes)
    for each in view.responses:
        yield (Span(f"{each.by} {wording.answered(view, each)}: ", Look.STRONG), Span(each.grounds))
    if ruling := wording.ruled(view):
        yield (Span(f"{ruling.by} ruled: ", Look.STRONG), Span(ruling.reason))
        yield from ((Span("by ", Look.SOFT), *quote(each, "")) for each in view.decided)
    yield from (_edit(edit) for edit in view.edits if not edit.refused)
    for reason in wording.refusals(view):
        yield (Span("an edit was refused: ", Look.STRONG), Span(reason))


def _edit(view: EditView) -> Line:
    if not view.reworded:
        return (Span(f"{wording.PAST[view.edit.action]}: ", Look.STRONG), Span(wording.SAME_WORDS))
    before = (Span(view.before, Look.STRUCK), Span(" ")) if view.before else ()
    new = (Span(view.edit.new.text),) if view.edit.new else ()
    return (Span(f"{wording.PAST[view.edit.action]}: ", Look.STRONG), *before, *new)


# --- the answer before ----------------------------------------------------------------------------------------------


def before(report: Report) -> Iterator[Block]:
    """The answer before the debate, where there was one."""
    if not wording.has_earlier(report):
        return
    yield Heading("The answer before the debate")
    yield Paragraph(plain(earlier.summary(report)))
    for part in earlier.changed(report):
        yield Heading(part.title, 2)
        yield from (Paragraph(_once(each), Kind.ITEM) for each in part.claims)


def _once(known: EarlierClaim) -> Line:
    claim = known.claim
    about = f"{claim.about}: " if claim.about else ""
    fate: Line = ()
    if known.fate != "kept":
        fate = (Span(f" {known.fate}", Look.STRONG),)
    if fate and known.told is not None:
        fate = (*fate, Span(", now "), Span(f"sentence {known.told}", to=f"s{known.told}"))
        fate = (*fate, Span(" in the words of another draft"))
    return (Span(f"{about}{claim.text}"), *cited(known.numbers), *fate)
