"""The head of a report: who took part, and everything that the reader must know before reading."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from moot.ledger.record import Record
from moot.report.shape import Header, Note, SeatLine
from moot.words import Event, LeftOut, Noticed, Panel, Role, Seat, SeatFailed, Stopped

NO_MODEL = "No language model took part: embedded readers chose and quoted sentences, and the checks ruled."
NO_MODEL_IN_AUDIT = "No language model took part: the checks looked at every claim of the file."
UNSAID = "provenance not given"


def header(record: Record, titles: Mapping[str, str]) -> Header:
    """`titles`: of sources by id, as the report numbers them."""
    seats = tuple(_line(seat, record) for seat in record.panel.seats)
    notes = (
        *_taking_part(record.panel, seats),
        *_events(record.events, record.panel, titles),
        *_unread(record, titles),
    )
    failed = any(isinstance(event, SeatFailed) for event in record.events)
    ended = () if record.state == "done" else (Note(kind="unfinished", text=_unfinished(record)),)
    order = ("no model", "recorded", "degraded", "unfinished", "capped", "unread", "source", "noticed", "left out")
    ordered = sorted((*ended, *notes), key=lambda note: order.index(note.kind))
    return Header(panel=_panel(record.panel) + (", degraded" if failed else ""), seats=seats, notes=tuple(ordered))


def _panel(panel: Panel) -> str:
    if panel.audits:
        return "audit"
    if not panel.of(Role.REVIEWER):
        return "no reviewer"
    return "mixed panel" if panel.mixed else "same-family panel"


def _line(seat: Seat, record: Record) -> SeatLine:
    recorded = ""
    if seat.model.startswith("recorded:"):
        recorded = _provenance(record.options, seat) or UNSAID
    return SeatLine(id=seat.id, role=seat.role, model=seat.model, family=seat.family, recorded=recorded)


def _provenance(options: Mapping[str, object], seat: Seat) -> str:
    """`options["provenance"]`: one text for all recorded seats, or by seat id or model."""
    said = options.get("provenance", "")
    if isinstance(said, Mapping):
        of_seat: object = said.get(seat.id) or said.get(seat.model) or ""
        return str(of_seat)
    return str(said or "")


def _taking_part(panel: Panel, seats: Sequence[SeatLine]) -> Iterator[Note]:
    if not panel.speaks:
        yield Note(kind="no model", text=NO_MODEL_IN_AUDIT if panel.audits else NO_MODEL)
    by_provenance: dict[str, list[str]] = {}
    for seat in seats:
        if seat.recorded:
            by_provenance.setdefault(seat.recorded, []).append(seat.id)
    for provenance, ids in by_provenance.items():
        verb = "replays" if len(ids) == 1 else "replay"
        text = f"Recorded answers: {', '.join(ids)} {verb} answers given earlier, the checks ran anew. {provenance}"
        yield Note(kind="recorded", text=text)


def _events(events: Sequence[Event], panel: Panel, titles: Mapping[str, str]) -> Iterator[Note]:
    names = {seat.id: f"{seat.id} ({seat.model})" for seat in panel.seats}
    for event in events:
        if isinstance(event, SeatFailed):
            who = names.get(event.seat, event.seat)
            where = f" in round {event.round}" if event.round else ""
            yield Note(kind="degraded", text=f"{who} gave no usable answer to {event.task}{where}: {event.reason}")
        elif isinstance(event, Stopped) and event.capped:
            yield Note(kind="capped", text=f"A cap ended the run in round {event.round}: {event.reason}")
        elif isinstance(event, Noticed):
            where = titles.get(event.source, event.source)
            yield Note(kind="noticed", text=f"{where}: {event.what}: “{event.excerpt}” (treated as data)")
        elif isinstance(event, LeftOut):
            who, count = names.get(event.seat, event.seat), len(event.passages)
            what = f"{count} passage{'' if count == 1 else 's'}"
            text = f"{who} was not shown {what} for {event.task} in round {event.round}: {event.reason}"
            yield Note(kind="left out", text=text)


def _unread(record: Record, titles: Mapping[str, str]) -> Iterator[Note]:
    for unread in record.unread:
        yield Note(kind="unread", text=f"{unread.origin} could not be read: {unread.reason}")
    for document in record.documents:
        for said in document.source.notes:
            yield Note(kind="source", text=f"{titles.get(document.source.id, document.source.id)}: {said}")


def _unfinished(record: Record) -> str:
    why = f"{record.state}, {record.reason}" if record.reason else record.state
    return f"The run is not finished ({why}): this is the best draft so far."
