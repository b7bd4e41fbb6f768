"""A draft that asks the person: the run waits, one question a run where several draft, nothing is asked twice."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from pumps import LIFTS, NOTES, Protocol, claim, document, drafting, of, referee

from moot.debate import council, critique, debate, solo, vote
from moot.errors import WaitsForAnswer
from moot.evidence.library import Library
from moot.ledger.journal import Journal
from moot.ledger.record import Record
from moot.ledger.store import Store
from moot.prepare import Setup, prepare
from moot.report.document import build
from moot.run import Research, answer, create
from moot.testing import Answer, Conduct, DoubleServer, PromptView, Rule, scholar
from moot.testing.seats import ScriptedSeat
from moot.words import (
    Answered,
    Ask,
    Asked,
    Caps,
    Case,
    Convened,
    DraftTask,
    Opened,
    Panel,
    Reply,
    Role,
    Said,
    Seat,
    SeatFailed,
    Task,
)

ASKS = "Which pump is meant?"
LESS = claim("c1", "The north pump lifts 34 litres a second.", "S2.1", "The north pump lifts 34 litres a second")
EVERY = [critique.run, solo.run, council.run, vote.run, debate.run]
SEVERAL = [council.run, vote.run, debate.run]


def asks(question: str, times: int = 1) -> Callable[[Task], Reply]:
    """Instead of a draft, as long as it may and less often than so."""

    def reply(task: Task) -> Reply:
        assert isinstance(task, DraftTask)
        again = task.may_ask and len(task.said) < times
        return Ask(question=question) if again else drafting(LIFTS if "first" in question else LESS)

    return reply


def case(run: Protocol, may_ask: bool = True) -> Case:
    sides = ("It lifts 40.", "It lifts 34.") if run is debate.run else ()
    return Case(
        question="How much does the pump lift?", caps=Caps(seconds=9999, rounds=1), sides=sides, may_ask=may_ask
    )


def panel(authors: int) -> Panel:
    seats = (Seat(role=Role.AUTHOR, model=f"double:a{n}", family=f"f{n}", instance=n) for n in range(1, authors + 1))
    return Panel(seats=tuple(seats))


Drafts = tuple[Any, ...]


async def argued(store: Store, id: str, run: Protocol, drafts: Drafts) -> list[ScriptedSeat]:
    library = Library([document(id, *note) for id, note in NOTES.items()])
    seats = panel(len(drafts)).seats
    holders = [ScriptedSeat(seat, {"r1/draft": each}) for seat, each in zip(seats, drafts, strict=True)]
    async with store.take(id) as journal:
        try:
            await run(store.record(id).case, holders, library, referee(), journal)
        except WaitsForAnswer as waits:
            journal.finish("waiting", waits.question)
            raise
        journal.finish("done")
    return holders


def created(store: Store, run: Protocol, drafts: Drafts, may_ask: bool = True) -> str:
    documents = [document(id, *note) for id, note in NOTES.items()]
    return store.create(case(run, may_ask), panel(len(drafts)), documents)


def drafted(holder: ScriptedSeat) -> list[DraftTask]:
    return [task for task in holder.asked if isinstance(task, DraftTask)]


@pytest.mark.parametrize("run", EVERY)
async def test_a_draft_may_ask_and_the_run_waits(run: Protocol, tmp_path: Path) -> None:
    store = Store.open(tmp_path / "moot.db")
    drafts = (asks(ASKS),) if run in (critique.run, solo.run) else (drafting(LIFTS), asks(ASKS))
    id = created(store, run, drafts)
    for _ in range(2):
        with pytest.raises(WaitsForAnswer, match=f"moot answer {id}") as waits:
            await argued(store, id, run, drafts)
        assert waits.value.question == ASKS and f"author-{len(drafts)} asks" in str(waits.value)
        assert (store.record(id).state, store.record(id).reason) == ("waiting", ASKS)
    store.post(id, "The north pump.", "answer")
    holders = await argued(store, id, run, drafts)
    record = store.record(id)
    assert record.state == "done"
    (asked,), (answered,) = of(record.events, Asked), of(record.events, Answered)
    assert (asked.round, asked.task, asked.seat) == (1, "draft", f"author-{len(drafts)}")
    assert (answered.seat, answered.answer) == (asked.seat, "The north pump.")
    first, second = drafted(holders[-1])
    assert (first.said, second.said) == ((), (Said(question=ASKS, answer="The north pump."),))
    rows = [call.place for call in record.calls if call.place.startswith("r1/draft/")]
    assert rows == [
        f"r1/draft/author-{n}/{m}/a1"
        for n in range(1, len(drafts) + 1)
        for m in range(2)
        if (m == 0 or n == len(drafts))
    ]
    # A vote leaves out what one of two says.
    assert run is vote.run or any("34 litres" in view.claim.text for view in build(record).claims)


@pytest.mark.parametrize("run", [council.run, debate.run])
async def test_every_later_task_has_the_answer(run: Protocol, tmp_path: Path) -> None:
    """The seats that had not asked too, and whoever responds, rules and revises; on a replay they have the same."""
    store = Store.open(tmp_path / "moot.db")
    drafts = (drafting(LIFTS), asks(ASKS))
    id = created(store, run, drafts)
    with pytest.raises(WaitsForAnswer):
        await argued(store, id, run, drafts)
    store.post(id, "The north pump.", "answer")
    said = (Said(question=ASKS, answer="The north pump."),)
    told: list[list[tuple[str, bool]]] = []
    for _ in range(2):
        holders = await argued(store, id, run, drafts)
        told.append([(task.task, task.said == said) for holder in holders for task in holder.asked])
    later = {heard for task, heard in told[0] if task not in ("plan", "sides", "draft")}
    assert later == {True} and told[0] == told[1]


@pytest.mark.parametrize("run", SEVERAL)
async def test_where_several_draft_one_question_is_put(run: Protocol, tmp_path: Path) -> None:
    """The first in seat order; who asked as well, works with the same answer."""
    store = Store.open(tmp_path / "moot.db")
    drafts = (drafting(LIFTS), asks("The first, or which?", 9), asks("Something else?", 9))
    id = created(store, run, drafts)
    with pytest.raises(WaitsForAnswer) as waits:
        await argued(store, id, run, drafts)
    assert waits.value.question == "The first, or which?"
    store.post(id, "All.", "answer")
    holders = await argued(store, id, run, drafts)
    record = store.record(id)
    assert [each.seat for each in of(record.events, Asked)] == ["author-2"]
    assert [each.seat for each in of(record.events, Opened)] == ["author-1", "author-2", "author-3"]
    assert len(drafted(holders[0])) == 1
    for holder in holders[1:]:
        last = drafted(holder)[-1]
        assert last.said == (Said(question="The first, or which?", answer="All."),) and not last.may_ask


async def test_an_author_alone_asks_twice_at_most(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "moot.db")
    drafts = (asks(ASKS, 9),)
    id = created(store, critique.run, drafts)
    for text in ("The north one.", ""):
        with pytest.raises(WaitsForAnswer):
            await argued(store, id, critique.run, drafts)
        store.post(id, text, "answer")
    (holder,) = await argued(store, id, critique.run, drafts)
    assert [task.may_ask for task in drafted(holder)] == [True, True, False]
    assert [each.answer for each in drafted(holder)[-1].said] == [
        "The north one.",
        "(nothing: go on as you think best)",
    ]


@pytest.mark.parametrize("run", [council.run, critique.run])
async def test_who_asks_although_nobody_may_be_asked_has_failed(run: Protocol, tmp_path: Path) -> None:
    store = Store.open(tmp_path / "moot.db")
    always: Drafts = (drafting(LIFTS), Ask(question=ASKS)) if run is council.run else (Ask(question=ASKS),)
    id = created(store, run, always, may_ask=False)
    with suppress(Exception):
        await argued(store, id, run, always)
    record = store.record(id)
    assert not of(record.events, Asked)
    assert [each.seat for each in of(record.events, SeatFailed) if each.task == "draft"] == [f"author-{len(always)}"]


class Killed(BaseException):
    pass


@pytest.mark.long
async def test_killed_before_any_call_it_comes_to_the_same_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before and after the person answered."""
    run, drafts = council.run, (drafting(LIFTS), asks(ASKS))
    plain, made, last = Journal.once, 0, 0

    async def counted(self: Journal, *asked: Any) -> Any:
        nonlocal made
        made += 1
        if made == last:
            raise Killed
        return await plain(self, *asked)

    async def to_the_end(store: Store, id: str) -> Record:
        with suppress(WaitsForAnswer):
            await argued(store, id, run, drafts)
        if store.record(id).state == "waiting":
            store.post(id, "The north pump.", "answer")
            await argued(store, id, run, drafts)
        return store.record(id)

    monkeypatch.setattr(Journal, "once", counted)
    store = Store.open(tmp_path / "whole.db")
    whole = await to_the_end(store, created(store, run, drafts))
    calls = made
    for killed in range(1, calls + 1):
        made, last = 0, killed
        store = Store.open(tmp_path / f"killed{killed}.db")
        id = created(store, run, drafts)
        with suppress(Killed):
            await to_the_end(store, id)
        last = 0
        again = await to_the_end(store, id)
        assert again.state == "done" and again.events == whole.events
        assert build(again).comparable() == build(whole).comparable()
    assert len(of(whole.events, Convened)) == 1 and calls > 8


async def test_a_language_model_asks_in_place_of_its_draft(tmp_path: Path) -> None:
    """Over the wire: the form has room for it, the answer is in the next prompt, and nothing is paid twice."""

    def drafts(prompt: PromptView) -> bool:
        return "Task: draft" in prompt.text

    (tmp_path / "one.md").write_text("# Pumps\n\nThe north pump lifts 40 litres a second. It was serviced in March.\n")
    says = Rule(Conduct(Answer('{"sections": [], "ask": "Which  pump?"}')), where=drafts, nth=1)
    store = Store.open(tmp_path / "moot.db")
    async with DoubleServer(scholar, [says]) as server:
        env = server.env()
        setup = Setup(
            question="How much does the north pump lift?",
            sources=[tmp_path / "one.md"],
            price="1/5",
            may_ask=True,
            author="anthropic:a",
            reviewer="openai:b",
        )
        run = create(prepare(setup, env), store)
        with pytest.raises(WaitsForAnswer) as waits:
            await Research(store, run, env=env)
        assert waits.value.question == "Which pump?"
        paid = len(server.requests)
        answer(store, run, "The north one.")
        report = await Research(store, run, env=env)
        prompts = [seen.prompt.text for seen in server.requests if drafts(seen.prompt)]
        assert len(prompts) == 2 and "answered: The north one." in prompts[1]
        assert "may `ask`" in prompts[0] and drafts(server.requests[paid].prompt)
        asked = len(server.requests)
        await Research(store, store.fork(run), env=env)
        assert len(server.requests) == asked
    assert any("40 litres" in view.claim.text for view in report.claims)
