"""The cover note: half a page for those who read nothing else, put together from the report's own data, by no model.

The answer as far as it stands; what is contested, of the answer first; who changed position and why, of an answer
first, and what was refused; what was left out, how far the drafts agree, what is missing, who took part. What is long
is cut: the rest of the report has it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Literal

from moot.debate.drafts import as_draft, followed, spoken
from moot.debate.standing import STANDS
from moot.report import wording
from moot.report.shape import ClaimView, Council, Cover, CoverLine, DraftView, Position, Report
from moot.text import sentences
from moot.text.counted import counted, joined
from moot.text.terms import stems
from moot.verify.relating import amounts, times
from moot.words import Basis, ChallengeKind, Disagreement, Role, Standing, Verdict

LENGTH = 300
"""Words of the whole note, about half a page; a word has seven letters where a language does not part them."""
SHORT = 250
"""Words of a document of one author that needs no note."""
ANSWER = 130
"""Words of the answer at most."""
_APART = r" (?![%‰°€$£¥])"
"""Between two words; not between a figure and its sign."""
MOST = 3
"""Contested points that are told."""
LINES = (45, 36, 30, 20)
"""Words of one line, the answer aside: as many as leave room for all of them."""
SIDE = 12
"""Words of what is quoted, named or given as a reason in a line."""
SIDES = (9, SIDE)
"""The same at least and at most of one side of a contested point."""
_WHOLE = ("contested", "unsupported", "moved", "sides", "agreement", "missing", "panel")
"""Lines of parts that are cut each for itself."""
READER = "reader:"
"""How models that choose sentences are named."""
VOTE = "vote"
"""The protocol of several drafts in which nothing is argued."""
ARGUED = (Standing.CONTESTED, Standing.CONTRADICTED)
_ELSEWHERE = (Basis.SIDE, Basis.PREMISES)
"""What rests on these is no point of its own: it is contested as a disagreement that is told, or as a premise is."""


def cover(report: Report) -> Cover | None:
    """The note; None for an audit, and where the document is no longer than a note would be."""
    inside = [view for view in report.claims if view.number is not None]
    if report.audited or not inside:
        return None
    if report.council is None and sum(length(view.claim.text) for view in inside) <= SHORT:
        return None
    lost = list(_told("unanswered", report))
    answer = _answer(report)
    left = LENGTH - sum(length(line.text) for line in (*lost, answer))
    rest: list[CoverLine] = []
    for most in LINES:
        rest = [_cut(line, most) for line in _rest(report, max(SIDES[0], min(SIDES[1], most // 3)))]
        if sum(length(line.text) for line in rest) <= left:
            break
    return Cover(lines=(*lost, answer, *rest))


def _rest(report: Report, side: int) -> Iterator[CoverLine]:
    """What follows the answer. `side`: words of one side of a contested point."""
    yield from _sides(report, side)
    yield from _contested(report, side)
    yield from _unsupported(report, side)
    yield from _moved(report, side)
    yield from _told("dropped", report)
    yield from _agreement(report)
    yield from _missing(report)
    yield from _panel(report)


def _cut(line: CoverLine, words: int) -> CoverLine:
    """The line in so many words; what has two sides, or counts something, is short already, and is to keep all."""
    most = LINES[0] if line.kind in _WHOLE else words
    return line.model_copy(update={"text": clip(line.text, most)})


def length(text: str) -> int:
    """Words of a text, as a reader's eye counts them."""
    return max(len(text.split()), len(text) // 7)


def clip(text: str, words: int) -> str:
    """The text on one line, cut after so many words; behind a sentence, where one ends in the second half of them."""
    line = " ".join(text.split())
    if length(line) <= words:
        return line
    kept = ""
    for word in re.split(_APART, line):
        if length(f"{kept} {word}") > words:
            break
        kept = f"{kept} {word}".strip()
    end = max((each.end for each in sentences.split(line) if each.end <= len(kept)), default=0)
    if 2 * length(kept[:end]) >= words:
        return f"{kept[:end]} …"
    return f"{kept or line[: words * 7]}…"


# --- lines ----------------------------------------------------------------------------------------------------------


def _told(kind: Literal["unanswered", "dropped"], report: Report) -> Iterator[CoverLine]:
    """What of an answer did not stand, as the head tells it."""
    return (CoverLine(kind=kind, text=clip(note.text, LINES[0])) for note in report.header.notes if note.kind == kind)


def _answer(report: Report) -> CoverLine:
    views, answer = report.views, report.draft.sections[0].claims if report.draft.sections else ()
    standing = [views[claim.id] for claim in answer if views[claim.id].standing in STANDS]
    fallen = [views[claim.id] for claim in answer if views[claim.id].standing not in STANDS]
    if not standing:
        text = "No sentence of the answer stands." if answer else _unsettled(report)
        return CoverLine(kind="answer", text=text)
    told: list[tuple[ClaimView, str]] = []
    for view in standing:
        sentence = _sentence(view, views)
        if not told or sum(length(each) for _, each in told) + length(sentence) <= ANSWER:
            told.append((view, sentence))  # Whole: what a cut leaves of a sentence may say another thing.
    numbers = tuple(view.number for view, _ in told if view.number is not None)
    text, left_out = " ".join(each for _, each in told), _left_out(len(standing) - len(told), fallen)
    return CoverLine(kind="answer", text=text, sentences=numbers, left_out=left_out)


def _unsettled(report: Report) -> str:
    proven = sum(view.number is not None and view.standing is Standing.PROVEN for view in report.claims)
    beside = f"; {counted(proven, 'sentence')} beside it {'is' if proven == 1 else 'are'} proven." if proven else "."
    return wording.UNSETTLED.removesuffix(".") + beside


def _sentence(view: ClaimView, views: Mapping[str, ClaimView]) -> str:
    """A sentence with its sources and mark; an inference with the sources of what it follows from."""
    cited, said = _cited(view), "" if view.standing is Standing.PROVEN else f" {view.standing.value}"
    if not cited and view.claim.premises:
        premises = (views[id] for id in view.claim.premises if id in views)
        under = wording.numbered(quote.number for each in premises for quote in each.quotes)
        said += f" from {under}" if under else ""
    after = f"{f' {cited}' if cited else ''} {wording.MARKS[view.standing]}{said}"
    return clip(view.claim.text, ANSWER - length(after)) + after


def _left_out(more: int, fallen: Sequence[ClaimView]) -> str:
    """What of the answer is not told: what does not stand is named by what it came to, since that may be just open."""
    standings = Counter(view.standing for view in fallen)
    parts = [f"{more} more below"] if more else []
    words = ", ".join(f"{standings[each]} {each.value}" for each in Standing if standings[each])
    parts += [f"left out: {words}"] if words else []
    return ", ".join(parts)


def _agreement(report: Report) -> Iterator[CoverLine]:
    council = report.council
    if council is None:
        return
    if len(council.written) < 2:
        yield CoverLine(kind="agreement", text="Only one draft was written, so nothing can be said of agreement.")
        return
    yield CoverLine(kind="agreement", text=wording.agreement(council))


def _contested(report: Report, side: int) -> Iterator[CoverLine]:
    told = list(_points(report, side))
    for text in told[:MOST]:
        yield CoverLine(kind="contested", text=text)
    if len(told) > MOST:
        yield CoverLine(
            kind="contested", text=f"{len(told) - MOST} more {'is' if len(told) == MOST + 1 else 'are'} contested."
        )


def _unsupported(report: Report, side: int) -> Iterator[CoverLine]:
    """Sentences of the document that nothing bears out, the first by its words."""
    these = [view for view in report.claims if view.number is not None and view.standing is Standing.UNSUPPORTED]
    if these:
        said = f"“{clip(spoken(these[0].claim), side)}” (sentence {these[0].number}): {clip(these[0].reason, side)}"
        more = f"; and {counted(len(these) - 1, 'more sentence')}" if these[1:] else ""
        yield CoverLine(kind="unsupported", text=f"{said.rstrip('.')}{more}.")


def _points(report: Report, side: int) -> Iterator[str]:
    """Where sources or drafts contradict each other and nothing decided, then what else is argued; in both, what the
    answer rests on comes first. Disagreements in the order in which its sentences rest on them, then in that in which
    the question asks about them.
    """
    answer = report.draft.sections[0].claims if report.draft.sections else ()
    reached = [{claim.id} | followed(as_draft([claim]), report.draft.claims()) for claim in answer]
    bears = set[str]().union(*reached)
    told: set[int] = set()
    asked = list(dict.fromkeys(stems(report.case.question)))

    def rank(disagreement: Disagreement) -> tuple[int, int]:
        sides = {side.id for side in disagreement.sides}
        named = [asked.index(stem) for stem in stems(disagreement.subject) if stem in asked]
        first = next((n for n, each in enumerate(reached) if not each.isdisjoint(sides)), len(reached))
        return first, min(named, default=len(asked))

    opposed = _opposed(report)
    for disagreement in sorted(report.draft.disagreements, key=rank):
        views = [report.views[side.id] for side in disagreement.sides]
        told.update(view.number or 0 for view in views)
        pairs = combinations(views, 2)
        two = next((pair for pair in pairs if (pair[0].claim.id, pair[1].claim.id) in opposed), views[:2])
        words = [spoken(view.claim) for view in two]
        shown = [_around(text, words[1 - n] if len(words) > 1 else "", side) for n, text in enumerate(words)]
        sides = "; against it ".join(f"“{text}” {_cited(view)}".strip() for text, view in zip(shown, two, strict=True))
        yield f"{clip(disagreement.subject, side)}: {sides}"
    for view in sorted(report.claims, key=lambda view: view.claim.id not in bears):
        if view.number in (None, *told) or view.basis in _ELSEWHERE:
            continue
        if view.standing in ARGUED:
            said = f"“{clip(spoken(view.claim), side)}” (sentence {view.number}) is {view.standing.value}"
            yield f"{said}: {clip(view.reason, side)}"


def _around(text: str, other: str, words: int) -> str:
    """So many words of a side, with the first figure or time among them that the other side does not tell: one in whose
    measure the other tells another, where there is one.
    """
    short = clip(text, words)
    measures = {measure for _, measure in _told_figures(other)}
    told = sorted(_told_figures(text), key=lambda each: each[1] not in measures)
    own = next((raw for raw, _ in told if raw in text and raw not in other), "")
    if not own or own in short:
        return short
    before, figure, after = text.partition(own)
    led = " ".join(before.split()[-max(1, words - length(figure)) :])
    if length(f"{led} {figure}") > 2 * words:
        return short
    return f"…{led} {figure}{'…' if after.strip(' .') else ''}"


def _told_figures(text: str) -> list[tuple[str, str]]:
    """Figures, then times, as they are written, each with its measure."""
    figures = [(each.raw, each.unit) for each in amounts.amounts(text)]
    return figures + [(each.raw, each.scale) for each in times.times(text)]


def _opposed(report: Report) -> frozenset[tuple[str, str]]:
    """Ids of claims in which the drafts contradict each other: of three sides, two may agree against the third."""
    statements = report.council.statements if report.council else ()
    of = {each.number: [member.claim for member in each.members] for each in statements}
    return frozenset(
        (one, other)
        for each in statements
        for mention in each.against
        for one in of[each.number]
        for other in of[mention.number]
    )


def _cited(view: ClaimView) -> str:
    return wording.numbered(quote.number for quote in view.quotes)


def _moved(report: Report, side: int) -> Iterator[CoverLine]:
    council = report.council
    if council is None:
        stats = report.stats
        if stats.revised or stats.withdrawn or stats.added:
            said = f"Challenges changed it: {counted(stats.revised, 'sentence')} revised, {stats.withdrawn} withdrawn"
            yield CoverLine(kind="moved", text=f"{said}, {stats.added} added.")
        return
    accepted = sorted(council.given_up, key=lambda each: (bool(each.fell_by), _mended(each, report), not each.answers))
    refused = [each for each in council.positions if each.refused]
    gave_up = _gave_up(accepted, report, side) if accepted else None
    before = bool(gave_up) and accepted[0].answers and not accepted[0].fell_by
    if gave_up and before:
        yield gave_up
    yield from _decided(report, side)
    if gave_up:
        if not before:
            yield gave_up
    elif council.overruled:
        kept = counted(len(council.overruled), "claim")
        yield CoverLine(
            kind="moved", text=f"Nothing: authors were ready to give up {kept}, and no ruling took what they say out."
        )
    elif len(council.written) > 1 and report.case.protocol != VOTE:
        yield CoverLine(kind="moved", text="Nobody changed position.")
    if refused:
        yield CoverLine(kind="conformity", text=_conformity(refused))


def _gave_up(accepted: Sequence[Position], report: Report, side: int) -> CoverLine:
    """The first of the changes of position, and how many more there are."""
    first = accepted[0]
    cited = wording.numbered(quote.number for quote in first.quotes)
    more = f"; and {counted(len(accepted) - 1, 'more change')} of position" if accepted[1:] else ""
    reason = f"{clip(first.grounds, side).rstrip('.')}{f' {cited}' if cited else ''}"
    of = (" its answer" if first.fell_by else ", of its answer,") if first.answers else ""
    who = f"{first.seat} ({first.family}) {wording.gave_up(first)}{of}"
    what = f"“{clip(first.text, side)}”{_still(first, report)}"
    return CoverLine(kind="moved", text=f"{who} {what}: {reason}{more}.")


def _mended(position: Position, report: Report) -> bool:
    """Whether the claim was given other words or quotes, and not given up."""
    raised = (view for view in report.challenges if view.challenge.claim == position.claim)
    return any(each.edit.action == "revise" and not each.refused for view in raised for each in view.edits)


def _decided(report: Report, side: int) -> Iterator[CoverLine]:
    """What went by a ruling on two drafts that contradict each other, and against its author's will."""
    moved = report.council.given_up if report.council else ()
    given_up = {each.claim for each in moved if not each.fell_by}
    said = {view.claim.text for view in report.claims if view.number is not None}
    fallen = {
        view.challenge.claim: view
        for view in reversed(report.challenges)
        if view.challenge.kind is ChallengeKind.CONFLICT
        and not view.shown
        and view.claim_text not in said
        and view.challenge.claim not in given_up
        and any(each.edit.action == "withdraw" and not each.refused for each in view.edits)
    }
    if fallen:
        first = list(fallen.values())[-1]
        reason = clip(first.ruling.reason, 2 * side) if first.ruling else ""
        more = f"; and {counted(len(fallen) - 1, 'more claim')}" if len(fallen) > 1 else ""
        went = f"“{clip(first.claim_text, side)}” (draft {first.draft}) fell to another draft"
        yield CoverLine(kind="moved", text=f"{went}: {reason.rstrip('.')}{more}.")


def _still(position: Position, report: Report) -> str:
    """What became of a claim that was given up, where it is in the document."""
    if position.standing is None:
        return ""
    now = report.views[position.claim].claim
    same = position.text in (now.text, f"{now.about}: {now.text}")
    return f" ({'it stands as' if same else 'mended, now'} sentence {position.claim_number}, {position.standing.value})"


def _conformity(refused: Sequence[Position]) -> str:
    who = Counter(position.seat for position in refused)
    seats = ", ".join(f"{seat} ({number})" if number > 1 else seat for seat, number in who.items())
    changes = counted(len(refused), "change")
    return f"{changes} of position without a located reason refused as conformity: {clip(seats, SIDE)}."


def _missing(report: Report) -> Iterator[CoverLine]:
    said = list(_lacks(report))
    if said:
        yield CoverLine(kind="missing", text=joined(said).removesuffix(".") + ".")


def _lacks(report: Report) -> Iterator[str]:
    council, notes = report.council, Counter(note.kind for note in report.header.notes)
    failed = [draft for draft in council.drafts if not draft.label] if council else []
    if failed:
        yield f"no draft by {_seats(failed)}: {clip(failed[0].problem, SIDE)}"
    others = [note.seat for note in report.header.notes if note.kind == "degraded"]
    for draft in failed:
        if draft.seat in others:
            others.remove(draft.seat)
    if others:
        said = counted(len(others), "other failure" if failed else "failure")
        yield f"{said} of seats ({', '.join(dict.fromkeys(others))})"
    if notes["unread"]:
        yield f"{counted(notes['unread'], 'source')} not read"
    if notes["unfinished"]:
        yield "the run is not finished"
    if notes["capped"]:
        yield "a cap ended the run"
    if report.draft.gaps:
        number = len(report.draft.gaps)
        points = "one point" if number == 1 else f"{number} points"
        yield f"the sources leave open {points}, as “{clip(report.draft.gaps[0], SIDE).removesuffix('.')}”"


def _seats(drafts: Iterable[DraftView]) -> str:
    return ", ".join(f"{draft.seat} ({draft.family})" for draft in drafts)


def _panel(report: Report) -> Iterator[CoverLine]:
    council = report.council
    if council is None:
        seats = "; ".join(f"{seat.id} {wording.held(seat)[1]}" for seat in report.header.seats)
        yield CoverLine(kind="panel", text=f"{report.header.panel}: {clip(seats, 2 * SIDE)}.")
        return
    written = Counter(draft.family for draft in council.written)
    shares = ", ".join(f"{number} of {family}" for family, number in written.items())
    families = f"({clip(shares, SIDE)})" if len(written) > 1 else f"of {next(iter(written), 'nobody')}"
    judge = "; what more than half of the drafts assert was kept"
    if report.case.protocol != VOTE:
        judge = f"; {_judge(report)}"
    drafts = counted(len(council.written), "draft")
    yield CoverLine(kind="panel", text=f"{report.header.panel}: {drafts} {families}{judge}.")


def _sides(report: Report, side: int) -> Iterator[CoverLine]:
    """Of a debate: which draft argues for what, and what became of the sentence that it answers with."""
    council = report.council
    if council is None:
        return
    told = [
        f"{draft.label} for “{clip(draft.side, side)}”{_became(draft, council)}"
        for draft in council.written
        if draft.side
    ]
    told += [f"nobody for “{clip(draft.side, side)}”" for draft in council.drafts if draft.side and not draft.label]
    if told:
        yield CoverLine(kind="sides", text=f"{'; '.join(told)}.")


def _became(draft: DraftView, council: Council) -> str:
    if draft.model.startswith(READER):
        return ", chosen by a reader, which argues for nothing but a figure"
    answers = (each for each in council.statements if any(member.claim == draft.leads for member in each.members))
    answer = next(answers, None)
    if answer is None:
        return ""
    if answer.standing is None:
        return ", whose answer is not in the document"
    how = ", in new words" if answer.revised else ""
    return f", whose answer is {answer.standing.value} ({wording.sentences(answer.sentences)}{how})"


def _judge(report: Report) -> str:
    judge = next((seat for seat in report.header.seats if seat.role is Role.JUDGE), None)
    if judge is None:
        return "no judge, the evidence alone ruled"
    ruled = [view.ruling for view in report.challenges if view.ruling]
    said = Counter(ruling.verdict is Verdict.UNDECIDED for ruling in ruled if ruling.by == judge.id)
    who = f"{judge.id} ({wording.held(judge)[1]})"
    if not said and any(note.kind == "degraded" and note.seat == judge.id for note in report.header.notes):
        return f"{who} failed, so that the evidence alone ruled"
    decided = f"{who} decided {said[False]} of {counted(len(ruled), 'challenge')}"
    return decided + (f" and left {said[True]} undecided" if said[True] else "")
