"""Events are numbered, told once, and told again equal."""

from __future__ import annotations

import math
from collections.abc import Generator
from decimal import Decimal
from pathlib import Path

import pytest
from ledger_kit import World, create, event

from moot.errors import RunChanged
from moot.ledger.calls import CallFailed, Usage
from moot.ledger.store import Store
from moot.words import Checked, Event, Finding, Outcome, Vote


@pytest.fixture
def store(tmp_path: Path) -> Generator[Store]:
    with Store.open(tmp_path / "moot.db") as store:
        yield store


async def test_events_are_numbered_stored_and_told_again_on_a_replay(store: Store) -> None:
    run = create(store)
    for _ in range(2):
        heard: list[tuple[int, Event]] = []
        async with store.take(run, on_event=lambda number, what, heard=heard: heard.append((number, what))) as journal:
            journal.emit(event("one"))
            journal.emit(event("half a pair \ud800"))
            journal.finish("done")
        assert heard == [(1, event("one")), (2, event("half a pair \ud800"))]
        assert store.record(run).events == (event("one"), event("half a pair \ud800"))


async def test_a_score_of_a_plug_in_that_is_no_number_is_kept_and_read_again(store: Store) -> None:
    run = create(store)
    vote = Vote(by="strange", score=math.nan, supports=False)
    finding = Finding(
        check="entailment", version="1", claim="c1", outcome=Outcome.FAILS, gate=False, reason="", votes=(vote,)
    )
    async with store.take(run) as journal:
        journal.emit(Checked(round=1, findings=(finding,)))
    (kept,) = store.record(run).events
    assert isinstance(kept, Checked) and math.isnan(kept.findings[0].votes[0].score)


async def test_a_watcher_sees_an_event_without_a_call_being_made(store: Store) -> None:
    run = create(store)
    async with store.take(run) as journal:
        journal.emit(event("one"))
        assert store.record(run).events == (event("one"),)


async def test_another_event_with_the_same_number_is_refused(store: Store) -> None:
    run = create(store)
    async with store.take(run) as journal:
        journal.emit(event("one"))
    with pytest.raises(RunChanged, match=r"event 1 was seat_failed.*--fork"):
        async with store.take(run) as journal:
            journal.emit(event("other"))
    assert store.record(run).events == (event("one"),)


async def test_a_done_run_that_tells_less_than_before_is_refused(store: Store) -> None:
    run = create(store)
    async with store.take(run) as journal:
        journal.emit(event("one"))
        journal.emit(event("two"))
    with pytest.raises(RunChanged, match="told 2 events and now tells 1"):
        async with store.take(run) as journal:
            journal.emit(event("one"))
            journal.finish("done")


async def test_after_retry_failed_the_run_may_go_another_way(store: Store) -> None:
    run, world = create(store), World()
    async with store.take(run) as journal:
        journal.emit(event("start"))
        with pytest.raises(CallFailed):
            await journal.once("p/a1", "q", Decimal(0), world.fails(CallFailed("server", "500.", Usage())))
        journal.emit(event("reviewer-1 failed"))
        journal.emit(event("the end"))
    for retry in (True, False):
        async with store.take(run, retry_failed=retry) as journal:
            journal.emit(event("start"))
            answer = await journal.once("p/a1", "q", Decimal(0), world.answers("found", "0"))
            journal.emit(event(answer.body))
            journal.finish("done")
        assert store.record(run).events == (event("start"), event("found"))


@pytest.mark.parametrize("arrival", [(10, 2, 1), (2, 1, 10)])
async def test_what_seats_tell_while_at_work_is_told_after_the_join_in_their_order(
    store: Store, arrival: tuple[int, ...]
) -> None:
    run = create(store)
    async with store.take(run) as journal:
        for seat in arrival:
            journal.emit(event(f"reviewer-{seat} left passages out"), f"r1/challenge/reviewer-{seat}/0")
            journal.emit(event(f"reviewer-{seat} left more out"), f"r1/challenge/reviewer-{seat}/0")
        assert store.record(run).events == ()
        journal.emit(event("challenged"))
        journal.emit(event("an afterthought"), "r1/respond/author-1/0")
        journal.finish("done")
    assert [told.reason for told in store.record(run).events if told.event == "seat_failed"] == [
        *(f"reviewer-{seat} left {what} out" for seat in (1, 2, 10) for what in ("passages", "more")),
        "challenged",
        "an afterthought",
    ]


async def test_signals_are_heard_and_not_kept(store: Store) -> None:
    run, heard = create(store), list[str]()
    async with store.take(run, on_signal=heard.append) as journal:
        journal.signal("reviewer-1 thinks")
    assert heard == ["reviewer-1 thinks"]
    assert store.record(run).events == ()
