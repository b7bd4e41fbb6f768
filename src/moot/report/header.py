"""The head of a report: who took part, and everything that the reader must know before reading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile
from typing import get_args

from moot.debate.person import LEFT_OPEN
from moot.ledger import places
from moot.ledger.record import Record
from moot.models.shapes import CONVENED
from moot.report import online
from moot.report.seats import Seats, writer
from moot.report.shape import Header, Note, NoteKind, SeatLine
from moot.text.counted import counted, in_words, joined
from moot.words import (
    Answered,
    Asked,
    Challenged,
    Drafted,
    Dropped,
    Edited,
    LeftOut,
    Noticed,
    Panel,
    Replaced,
    Role,
    Ruled,
    Seat,
    SeatFailed,
    Stopped,
    Verdict,
)

NO_MODEL = "No language model took part: embedded readers chose and quoted sentences, and the checks ruled."
NO_MODEL_IN_AUDIT = "No language model took part: the checks looked at every claim of the file."
NOTHING_AUDITED = (
    "No statement was found in the file, so that nothing was checked: it holds no sentences, or all stand where a list "
    "of sources is looked for."
)
NO_MODEL_LEFT = "In the end no language model held a seat: embedded readers took those whose models failed."
UNSAID = "provenance not given"
UNANSWERED = "What was to answer the question did not stand"


def header(record: Record, seats: Seats, titles: Mapping[str, str], more: Sequence[Note] = ()) -> Header:
    """`titles`: of sources by id, as the report numbers them. `more`: notes that are known already."""
    lines = tuple(_line(seat, seats, record) for seat in record.panel.seats)
    notes = (
        *_empty(record),
        *_taking_part(record.panel, seats, lines),
        *_swapped(record),
        *_events(record, seats, titles),
        *_unread(record, titles),
        *_as_of(record),
        *online.notes(record),
        *more,
    )
    failed = any(isinstance(event, SeatFailed) for event in record.events)
    ended = () if record.state == "done" else (Note(kind="unfinished", text=_unfinished(record)),)
    order = get_args(NoteKind)
    # A judge that fails in both orders, or a fallback that takes a seat for two tasks, is told once.
    ordered = sorted(dict.fromkeys((*ended, *notes)), key=lambda note: order.index(note.kind))
    return Header(panel=_panel(record, seats) + (", degraded" if failed else ""), seats=lines, notes=tuple(ordered))


def _panel(record: Record, seats: Seats) -> str:
    panel, families = record.panel, "mixed panel" if seats.mixed else "same-family panel"
    if panel.audits:
        return "audit"
    if record.case.protocol == "vote":
        models = {(each.model, each.family) for each in seats.wrote.values()}
        whose = "one model" if len(models) < 2 else f"a {families}"
        drafts = len(seats.opened or seats.authors)
        return f"vote of {in_words(drafts)} draft{'' if drafts == 1 else 's'} of {whose}, nobody challenged"
    if record.case.protocol == "solo":
        return "one author, nobody challenged"
    reviewers = panel.of(Role.REVIEWER)
    if not reviewers and record.case.protocol not in CONVENED:
        return "no reviewer"
    silent = bool(reviewers) and all(seat.id in seats.silent for seat in reviewers)
    if silent and not (record.case.swap and _reviewed(record)):
        return "no reviewer answered"
    return families


def _reviewed(record: Record) -> bool:
    """Whether anybody was heard as a reviewer: with `swap` another seat reviews in each round."""
    failed = {f"r{each.round}/{each.task}/{each.seat}" for each in record.events if isinstance(each, SeatFailed)}
    asked = (places.wave(call.place) + places.seat(call.place) for call in record.calls if call.state == "answered")
    return any(place.split("/")[1] == "challenge" and place not in failed for place in asked)


def _line(seat: Seat, seats: Seats, record: Record) -> SeatLine:
    recorded = ""
    if seat.model.startswith("recorded:"):
        recorded = _provenance(record.options, seat) or UNSAID
    taken = seats.taken.get(seat.id, ())
    return SeatLine(id=seat.id, role=seat.role, model=seat.model, family=seat.family, recorded=recorded, taken=taken)


def _provenance(options: Mapping[str, object], seat: Seat) -> str:
    """`options["provenance"]`: one text for all recorded seats, or by seat id or model."""
    said = options.get("provenance", "")
    if isinstance(said, Mapping):
        of_seat: object = said.get(seat.id) or said.get(seat.model) or ""
        return str(of_seat)
    return str(said or "")


def _as_of(record: Record) -> Iterator[Note]:
    if record.case.as_of:
        yield Note(kind="as of", text=f"{record.case.as_of}: what is dated later was set aside, and what repeats it")


def _empty(record: Record) -> Iterator[Note]:
    drafts = [event.draft for event in record.events if isinstance(event, Drafted)]
    if record.panel.audits and drafts and not [claim for draft in drafts for claim in draft.claims()]:
        yield Note(kind="empty", text=NOTHING_AUDITED)


def _taking_part(panel: Panel, held: Seats, seats: Sequence[SeatLine]) -> Iterator[Note]:
    if not panel.speaks:
        yield Note(kind="no model", text=NO_MODEL_IN_AUDIT if panel.audits else NO_MODEL)
    elif all(held.holder(seat).model.startswith(("reader:", "file:")) for seat in panel.seats):
        yield Note(kind="no model", text=NO_MODEL_LEFT)
    by_provenance: dict[str, list[str]] = {}
    for seat in seats:
        if seat.recorded:
            by_provenance.setdefault(seat.recorded, []).append(seat.id)
    for provenance, ids in by_provenance.items():
        verb = "replays" if len(ids) == 1 else "replay"
        text = f"Recorded answers: {', '.join(ids)} {verb} answers given earlier, the checks ran anew. {provenance}"
        yield Note(kind="recorded", text=text)


def _swapped(record: Record) -> Iterator[Note]:
    """Who was author in which round, where author and reviewer change places; what was added later has one author."""
    before = takewhile(lambda event: not isinstance(event, Stopped), record.events)
    rounds = dict.fromkeys(event.round for event in before if isinstance(event, Challenged))
    by: dict[str, list[str]] = {}
    for round in rounds if record.case.swap else ():
        by.setdefault(writer(record.case, record.panel, round), []).append(str(round))
    if by:
        told = "; ".join(f"{seat} was author in round {' and '.join(each)}" for seat, each in by.items())
        yield Note(kind="swap", text=f"Author and reviewer change places after each round: {told}")


def _events(record: Record, seats: Seats, titles: Mapping[str, str]) -> Iterator[Note]:
    holder = {seat.id: f"{seat.id} ({seat.model})" for seat in record.panel.seats}
    left: dict[tuple[str, str, int, str, str], set[str]] = {}
    sent = {places.wave(call.place) + places.seat(call.place) for call in record.calls}
    asked: dict[str, Asked] = {}
    for event in record.events:
        if isinstance(event, Replaced):
            text = (
                f"{event.model} (family {event.family}) took the seat of {holder.get(event.seat, event.seat)} at "
                f"{_asked(event)}: {event.reason}"
            )
            holder[event.seat] = f"{event.seat} ({event.model})"
            yield Note(kind="replaced", text=text)
        elif isinstance(event, SeatFailed):
            yield Note(kind="degraded", text=_failure(event, record, seats), seat=event.seat)
        elif isinstance(event, Asked):
            asked[event.seat] = event
        elif isinstance(event, Answered) and event.seat in asked:
            question = f"{holder.get(event.seat, event.seat)} asked at {asked[event.seat].task}"
            answered = f"A person answered: “{event.answer}”"
            said = "A person left it open" if event.answer == LEFT_OPEN else answered
            text = f"{question}: “{asked[event.seat].question}” {said}"
            yield Note(kind="asked", text=text)
        elif isinstance(event, Stopped) and event.capped:
            yield Note(kind="capped", text=_capped(event, record))
        elif isinstance(event, Noticed):
            where = titles.get(event.source, event.source)
            by = f", as {holder.get(event.by, event.by)} reads it" if event.by else ""
            text = f"{where}: {event.what}{by}: “{event.excerpt}” ({event.treated})"
            yield Note(kind="doubtful" if event.doubtful else "noticed", text=text)
        elif isinstance(event, Dropped):
            yield from _dropped(event, holder.get(event.seat, event.seat))
        elif isinstance(event, LeftOut) and f"r{event.round}/{event.task}/{event.seat}" in sent:
            noun = "pair" if event.pairs else "passage"
            key = (holder.get(event.seat, event.seat), event.task, event.round, event.reason, noun)
            left.setdefault(key, set()).update(event.pairs or event.passages)
    # What does not fit is halved again and again: told once.
    for (who, task, round, reason, noun), ids in left.items():
        what = counted(len(ids), noun)
        yield Note(kind="left out", text=f"{who} was not shown {what} for {task} in round {round}: {reason}")


def _dropped(event: Dropped, who: str) -> Iterator[Note]:
    """What was to begin the answer is told by itself. The id of a premise that fell means nothing to a reader."""
    reasons = [re.sub(r"^premise \S+ ", "a premise ", reason) for reason in event.reasons]
    said = [f"“{text}” ({reason})" for text, reason in zip(event.sentences, reasons, strict=True)]
    if event.lead:
        yield Note(kind="unanswered", text=f"{UNANSWERED}: {said.pop(0)}")
    if said:
        what = "closing" if event.closing else "answer"
        others = f"{counted(len(said), 'sentence')} of the {what} by {who} left out, as not standing"
        yield Note(kind="dropped", text=f"{others}: {'; '.join(said)}")


def _capped(event: Stopped, record: Record) -> str:
    """What a cap ended, when, and what was left undone by it."""
    stops = [each for each in record.events if isinstance(each, Stopped)]
    what = "the run" if len(stops) == 1 else "the argument" if event is stops[0] else "the argument over what was added"
    when = _in_round(event.round) or " before the first round"
    went_on = "" if event is stops[-1] else "; the run went on when a person asked for more"
    return f"A cap ended {what}{when}: {event.reason}{_unmended(event.round, record)}{went_on}"


def _unmended(round: int, record: Record) -> str:
    """That nobody was asked any more to mend what challenges brought down in a round."""
    rulings = {each.ruling.challenge: each.ruling for each in record.events if isinstance(each, Ruled)}
    raised = {each.challenge.id for each in record.events if isinstance(each, Challenged) and each.round == round}
    edited = {each.edit.challenge for each in record.events if isinstance(each, Edited)}
    drafts = [each.draft for each in record.events if isinstance(each, Drafted)]
    inside = {None, *(claim.id for draft in drafts[-1:] for claim in draft.claims())}
    left = [
        ruling
        for id, ruling in rulings.items()
        if id in raised - edited and ruling.verdict is Verdict.UPHELD and ruling.claim in inside
    ]
    if not left or any(call.place.startswith(f"r{round}/revise/") for call in record.calls):
        return ""
    return f"; nobody was asked to revise any more, so that {counted(len(left), 'upheld challenge')} stayed unmended"


def _in_round(round: int) -> str:
    return f" in round {round}" if round else ""


def _asked(event: Replaced | SeatFailed) -> str:
    """What for, and in which round; sides close and the answer is composed when all are over."""
    return event.task if event.task in ("close", "compose") else f"{event.task}{_in_round(event.round)}"


def _failure(event: SeatFailed, record: Record, seats: Seats) -> str:
    """Who failed, when, why, and what that takes from the result."""
    if seats.convened and event.task == "draft" and not seats.letter(event.seat):
        return joined((f"{seats.named(event.seat)} wrote no draft: {event.reason}", _without_draft(seats)))
    holder = next((seats.holder(seat).model for seat in record.panel.seats if seat.id == event.seat), "")
    who = f"{event.seat} ({holder})" if holder else event.seat
    said = f"{who} gave no usable answer to {_asked(event)}: {event.reason}"
    return joined((said, _lost(event, record, seats)))


def _without_draft(seats: Seats) -> str:
    wrote, asked = len(seats.opened), len(seats.authors)
    lost = "what only it would have seen is missing"
    if wrote == 0:
        return lost
    if wrote == 1:
        return f"{lost}, and one draft alone agrees with nothing"
    return f"{lost}, and agreement counts {in_words(wrote)} drafts, not {in_words(asked)}"


LOST = {
    "challenge": "what it would have challenged was not challenged by it",
    "respond": "the challenges to its claims stand unanswered",
    "revise": "its claims were not reworded",
    "plan": "another seat, or the question itself, made the plan",
    "align": "claims that only it was asked about were compared by their words",
    "close": "its side closed with nothing",
    "sides": "another seat was asked for the rival answers",
}
"""What a council or debate lacks when a seat fails at a task."""


def _lost(event: SeatFailed, record: Record, seats: Seats) -> str:
    if event.task == "rule":
        ruled = any(isinstance(each, Ruled) and each.ruling.by == event.seat for each in record.events)
        return f"the evidence alone ruled{_in_round(event.round)}" if ruled else "the evidence alone ruled"
    if event.task == "compose":
        failed = {each.seat for each in record.events if isinstance(each, SeatFailed) and each.task == "compose"}
        nobody = failed.issuperset(seat.id for seat in seats.drafted)
        return "the answer is that of the merged drafts" if nobody else "another seat wrote the answer"
    return LOST.get(event.task, "") if seats.convened else ""


def _unread(record: Record, titles: Mapping[str, str]) -> Iterator[Note]:
    for unread in record.unread:
        if unread.counts:
            yield Note(kind="unread", text=f"{unread.origin} was not read: {unread.reason}")
        else:
            yield Note(kind="source", text=f"{unread.origin}: {unread.reason}")
    for document in record.documents:
        for said in document.source.notes:
            yield Note(kind="source", text=f"{titles.get(document.source.id, document.source.id)}: {said}")


def _unfinished(record: Record) -> str:
    reason = record.reason.rstrip(".")
    state = "running, or killed at work" if record.state == "running" else record.state
    why = f"{state}, {reason}" if reason else state
    drafted = any(any(event.draft.claims()) for event in record.events if isinstance(event, Drafted))
    best = "this is the best draft so far" if drafted else "there is no draft yet"
    if record.state == "waiting":
        return f"The run waits for an answer to “{record.reason}” (`moot answer {record.run} TEXT`): {best}."
    return f"The run is not finished ({why}): {best}."
