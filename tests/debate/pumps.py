"""A small case to argue: two dated notes that differ in a figure, scripted seats, the real checks."""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TypeVar

from moot.debate import critique
from moot.evidence.library import Library
from moot.ledger.journal import Journal
from moot.ledger.record import Record
from moot.ledger.store import Store
from moot.testing.seats import Script, ScriptedSeat
from moot.verify.referee import Referee, default_checks
from moot.words import (
    Action,
    Caps,
    Case,
    Citation,
    Claim,
    ClaimKind,
    Document,
    Draft,
    Drafting,
    Judgement,
    Judgements,
    Panel,
    Reply,
    RespondTask,
    Response,
    Responses,
    Role,
    RuleTask,
    Seat,
    Section,
    Source,
    Task,
    Verdict,
    Word,
)

E = TypeVar("E", bound=Word)
Protocol = Callable[[Case, Sequence[ScriptedSeat], Library, Referee, Journal], Awaitable[None]]

NOTES = {
    "S1": ("The north pump", "2026-03-01", "The north pump lifts 40 litres a second. It was serviced in March 2026."),
    "S2": (
        "Pump survey",
        "2026-05-01",
        "The north pump lifts 34 litres a second after the service. The south pump may need repair.",
    ),
    "S3": ("A remark", None, "The pumps are loud at night, one neighbour reported."),
}


def document(id: str, title: str, date: str | None, text: str) -> Document:
    digest = hashlib.sha256(text.encode()).hexdigest()
    source = Source(
        id=id, title=title, origin=f"{id}.md", sha256=digest, text_sha256=digest, media="markdown", date=date
    )
    return Document(source=source, text=text)


def quote(passage: str, text: str) -> Citation:
    return Citation(passage=passage, quote=text)


def claim(id: str, text: str, passage: str, words: str = "") -> Claim:
    kind = ClaimKind.STATED if words else ClaimKind.QUOTED
    return Claim(id=id, kind=kind, text=text, citations=(quote(passage, words or text),))


LIFTS = claim("c1", "The north pump lifts 40 litres a second.", "S1.1")
SERVICED = claim("c2", "It was serviced in March 2026.", "S1.1")


def drafting(*claims: Claim, more: tuple[Claim, ...] = ()) -> Drafting:
    """A draft whose answer these claims are; `more`: those of a section below."""
    below = (Section(title="More", claims=more),) if more else ()
    return Drafting(draft=Draft(sections=(Section(title="Answer", claims=claims or (LIFTS, SERVICED)), *below)))


@cache
def referee() -> Referee:
    """The real checks, their weights loaded once."""
    return Referee(default_checks())


@dataclass
class Bench:
    """Runs scripted seats over the notes; keeps the record and what the seats were asked."""

    folder: Path
    library: Library = field(default_factory=lambda: Library([document(id, *note) for id, note in NOTES.items()]))
    referee: Referee = field(default_factory=referee)
    asked: dict[str, ScriptedSeat] = field(default_factory=dict[str, ScriptedSeat])

    async def argue(
        self,
        author: Script,
        reviewer: Script | None = None,
        judge: Script | None = None,
        *,
        caps: Caps | None = None,
        store: Store | None = None,
    ) -> Record:
        scripts = {Role.AUTHOR: author, Role.REVIEWER: reviewer, Role.JUDGE: judge}
        seats = [
            (Seat(role=role, model=f"double:{role.value}", family=role.value), script)
            for role, script in scripts.items()
            if script is not None
        ]
        holders = [ScriptedSeat(seat, script) for seat, script in seats]
        self.asked = {holder.seat.id: holder for holder in holders}
        case = Case(question="How much does the north pump lift?", caps=caps or Caps(usd=Decimal(1)))
        store = store or Store.open(self.folder / "moot.db")
        run = store.create(case, Panel(seats=tuple(seat for seat, _ in seats)), self.library.documents)
        async with store.take(run) as journal:
            await critique.run(case, holders, self.library, self.referee, journal)
            journal.finish("done")
        return store.record(run)

    async def convene(
        self,
        run: Protocol,
        authors: Sequence[Script],
        judge: Script | None = None,
        *,
        caps: Caps | None = None,
        sides: tuple[str, ...] = (),
        store: Store | None = None,
    ) -> Record:
        """Several authors, each of a family of its own."""
        seats = [
            Seat(role=Role.AUTHOR, model=f"double:a{n}", family=f"f{n}", instance=n) for n, _ in enumerate(authors, 1)
        ]
        holders = [ScriptedSeat(seat, script) for seat, script in zip(seats, authors, strict=True)]
        if judge is not None:
            holders.append(ScriptedSeat(Seat(role=Role.JUDGE, model="double:judge", family="j"), judge))
        self.asked = {holder.seat.id: holder for holder in holders}
        case = Case(question="How much does the north pump lift?", caps=caps or Caps(usd=Decimal(1)), sides=sides)
        store = store or Store.open(self.folder / "moot.db")
        id = store.create(case, Panel(seats=tuple(holder.seat for holder in holders)), self.library.documents)
        async with store.take(id) as journal:
            await run(case, holders, self.library, self.referee, journal)
            journal.finish("done")
        return store.record(id)


def responds(action: Action, *citations: str) -> Callable[[Task], Reply]:
    """The same answer to every challenge."""

    def reply(task: Task) -> Reply:
        assert isinstance(task, RespondTask)
        quotes = tuple(quote(*each.split(" ", 1)) for each in citations)
        return Responses(
            responses=tuple(
                Response(challenge=each.id, action=action, grounds="so", citations=quotes) for each in task.challenges
            )
        )

    return reply


def judges(upholds: Callable[[str], bool], words: str) -> Callable[[Task], Reply]:
    """A judge that upholds the challenges to the claims whose text it dislikes, quoting `words`."""

    def reply(task: Task) -> Reply:
        assert isinstance(task, RuleTask)
        texts = {each.id: each.text for each in task.draft.claims()}
        return Judgements(
            judgements=tuple(
                Judgement(
                    challenge=each.id,
                    verdict=Verdict.UPHELD if upholds(texts[each.claim or ""]) else Verdict.DISMISSED,
                    reason="so",
                    citations=(quote(*words.split(" ", 1)),),
                )
                for each in task.challenges
            )
        )

    return reply


def of(events: Sequence[Word], kind: type[E]) -> list[E]:
    return [event for event in events if isinstance(event, kind)]
