"""A seat that replays the answers of a recorded run, while everything else happens live.

A recording is a file of JSON lines: a header, then one line for each answer as it came from the model, unedited.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError

from moot.errors import SeatFailure, UnknownModel
from moot.ledger import places
from moot.ledger.calls import Answer
from moot.ledger.journal import Journal
from moot.ledger.record import Record
from moot.models.prompts import MalformedReply, digest, parse
from moot.words import Alignment, Alignments, AlignTask, Panel, Reply, Seat, Source, Task, Word


class Header(Word):
    recording: Literal[1] = 1
    question: str
    made: str
    """ISO date."""
    provenance: str
    """Who answered, and how the answers were taken."""
    panel: Panel
    """Who held the seats then."""
    sources: tuple[str, ...] = ()
    """SHA-256 of each source that was given; none in a recording that does not say."""
    prompts: str = ""
    """`prompts.digest` of then; empty in a recording that does not say."""

    def otherwise(self, question: str, sources: Sequence[Source]) -> str:
        """What the answers were given to, where it is not what they are replayed for; empty where nothing differs."""
        now = {source.sha256 for source in sources}
        other = [f"to another question: {self.question}"] if self.question != question else []
        other += ["over other sources"] if self.sources and now and set(self.sources) != now else []
        other += ["to prompts in other words than today's"] if self.prompts not in ("", digest()) else []
        return f"They were given {'; '.join(other)}" if other else ""


class Line(Word):
    place: str = Field(pattern=r"^[^/]+/[^/]+")
    """The place in the journal: round, task, seat and number, without the attempt."""
    attempt: int
    body: str


class Recording(Word):
    header: Header
    lines: tuple[Line, ...]

    def bodies(self, place: str) -> list[str]:
        return [line.body for line in sorted(self.lines, key=lambda line: line.attempt) if line.place == place]

    def asked(self, task: str, place: str) -> Iterator[str]:
        """All that whoever is asked at the place answered to tasks of this kind, in the order of the lines."""
        for line in self.lines:
            if line.place.split("/")[1] == task and places.holder(line.place) == places.holder(place):
                yield line.body

    def seat(self, id: str) -> Seat | None:
        return next((seat for seat in self.header.panel.seats if seat.id == id), None)


def read(path: Path) -> Recording:
    """Raises `UnknownModel` if the file is no recording."""
    try:
        header, *lines = path.read_text(encoding="utf-8").split("\n")
        return Recording(
            header=Header.model_validate_json(header),
            lines=tuple(Line.model_validate_json(line) for line in lines if line.strip()),
        )
    except OSError as error:
        raise UnknownModel(f"recorded:{path} cannot be read: {error.strerror or error}.") from None
    except (ValueError, ValidationError):
        raise UnknownModel(
            f"recorded:{path} is not a recording: a header must come first, then one answer a line, as `moot export "
            "RUN --to recording` writes them."
        ) from None


def write(record: Record) -> str:
    """The answers of the language models of a run as the text of a recording.

    Who stood behind the models' names only a person can say: add it to the header's provenance.
    """
    held = {
        places.seated(seat.id, n): model
        for seat in record.panel.seats
        for n, model in enumerate((seat.model, *(each.model for each in seat.fallbacks)))
    }
    asked = {places.holder(call.place) for call in record.calls}
    models = ", ".join(dict.fromkeys(model for holder, model in held.items() if "~" not in holder or holder in asked))
    provenance = f"Answers of {models} in run {record.run}."
    header = Header(
        question=record.case.question,
        made=record.created[:10],
        provenance=provenance,
        panel=record.panel,
        sources=tuple(each.source.sha256 for each in record.documents if each.source.asked is None),
        prompts=digest(),
    )
    speaking = {holder for holder, model in held.items() if not model.startswith("reader:")}
    lines: list[str] = [header.model_dump_json()]
    attempts: Counter[str] = Counter()
    for call in record.calls:
        place = (places.retried(call.place) or call.place).rpartition("/a")[0]
        if call.body is not None and places.holder(place) in speaking:
            attempts[place] += 1
            # Escaped, so that an answer is one line whatever characters it holds.
            lines.append(json.dumps({"place": place, "attempt": attempts[place], "body": call.body}))
    return "\n".join(lines) + "\n"


@dataclass(frozen=True)
class RecordedSeat:
    seat: Seat
    recording: Recording

    async def answer(self, task: Task, place: str, journal: Journal) -> Reply:
        if isinstance(task, AlignTask):
            return await self._aligned(task, place, journal)
        bodies = self.recording.bodies(place)
        if not bodies:
            raise SeatFailure(f"{self.seat.model}: the recording has no answer for {place}")
        problem = ""
        for attempt, body in enumerate(bodies, 1):
            answer = await journal.once(f"{place}/a{attempt}", body, Decimal(0), lambda body=body: _same(body))
            try:
                return parse(task, answer.body)
            except MalformedReply as error:
                problem = str(error)
        raise SeatFailure(f"{self.seat.model}: no usable recorded answer for {place} ({problem})")

    async def _aligned(self, task: AlignTask, place: str, journal: Journal) -> Alignments:
        """What was said of the pairs, in whichever request they came: a pair's id is made from its texts.

        Of pairs that were not asked about then nothing is said, which leaves the words to decide.
        """
        said = {each.pair: each for body in self.recording.asked(task.task, place) for each in _alignments(task, body)}
        reply = Alignments(alignments=tuple(said[pair.id] for pair in task.pairs if pair.id in said))
        answer = await journal.once(
            f"{place}/a1", reply.model_dump_json(), Decimal(0), lambda: _same(reply.model_dump_json())
        )
        return Alignments.model_validate_json(answer.body)


def _alignments(task: AlignTask, body: str) -> tuple[Alignment, ...]:
    try:
        reply = parse(task, body)
    except MalformedReply:
        return ()
    return reply.alignments if isinstance(reply, Alignments) else ()


async def _same(body: str) -> Answer:
    return Answer(body=body)
