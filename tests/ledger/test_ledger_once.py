"""The one door: what was answered is read, what failed fails again, what was in flight is sent again and counted."""

from __future__ import annotations

import asyncio
from collections.abc import Generator
from decimal import Decimal
from pathlib import Path

import pytest
from ledger_kit import Clock, Disk, World, create, reopened, turns

from moot.errors import RunChanged, StaleEpoch
from moot.ledger.calls import Answer, CallFailed, DoesNotFit, Usage
from moot.ledger.journal import Journal
from moot.ledger.store import Store

CENT = Decimal("0.01")


@pytest.fixture
def store(tmp_path: Path) -> Generator[Store]:
    with Store.open(tmp_path / "moot.db", clock=Clock()) as store:
        yield store


async def test_an_answer_is_read_and_not_asked_again(store: Store) -> None:
    run, world = create(store), World()
    async with store.take(run) as journal:
        first = await journal.once("r1/draft/author-1/0/a1", "q", CENT, world.answers("yes"))
    async with store.take(run) as journal:
        again = await journal.once("r1/draft/author-1/0/a1", "q", CENT, world.answers("no"))
    assert first == again == Answer(body="yes", usage=Usage(output_tokens=1, usd=CENT), model="m-1")
    assert world.asked == ["yes"]


async def test_two_seats_that_ask_the_same_are_two_calls(store: Store) -> None:
    run, world = create(store), World()
    async with store.take(run) as journal:
        await journal.once("r1/challenge/reviewer-1/0/a1", "q", CENT, world.answers("a"))
        await journal.once("r1/challenge/reviewer-2/0/a1", "q", CENT, world.answers("b"))
    assert world.asked == ["a", "b"]


async def test_a_failure_is_an_answer_and_replays_equal(store: Store) -> None:
    run, world = create(store), World()
    failure = CallFailed("server", "The vendor answered 500.", Usage(input_tokens=7, usd=Decimal("0.0012")), 2.5)
    for _ in range(2):
        async with store.take(run) as journal:
            with pytest.raises(CallFailed) as caught:
                await journal.once("r1/draft/author-1/0/a1", "q", CENT, world.fails(failure))
            assert caught.value == failure
    assert len(world.asked) == 1
    call = store.record(run).calls[0]
    assert (call.state, call.failure, call.reason) == ("failed", "server", "The vendor answered 500.")
    assert call.cost == Decimal("0.0012")


async def test_a_failure_of_unknown_cost_stays_booked_at_its_worst_case(store: Store) -> None:
    run = create(store)
    async with store.take(run) as journal:
        with pytest.raises(CallFailed):
            await journal.once("p/a1", "q", CENT, World().fails(CallFailed("cut", "The answer broke off.")))
        assert journal.left() == Decimal("0.99")
    assert (store.record(run).usd, store.record(run).booked) == (CENT, CENT)


async def test_another_request_at_the_same_place_is_refused_and_named(store: Store) -> None:
    run, world = create(store), World()
    with pytest.raises(RunChanged, match=r"r1/draft/author-1/0/a1.*`moot resume \w+ --fork`.*moot show"):
        async with store.take(run) as journal:
            await journal.once("r1/draft/author-1/0/a1", "old prompt", CENT, world.answers("yes"))
            await journal.once("r1/draft/author-1/0/a1", "new prompt", CENT, world.answers("no"))
    assert world.asked == ["yes"]


async def test_what_was_in_flight_stays_booked_is_sent_again_and_counted(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "moot.db")
    run, never = create(store), asyncio.Event()

    async def hang() -> Answer:
        await never.wait()
        raise AssertionError

    async def killed() -> None:
        async with store.take(run) as journal:
            await journal.once("p/a1", "q", CENT, hang)

    task = asyncio.create_task(killed())
    await turns(store, 2)
    assert store.record(run).open_intents == 1
    with reopened(store.path) as later:
        async with later.take(run) as journal:
            assert journal.left() == Decimal("0.99")
            answer = await journal.once("p/a1", "q", CENT, World().answers("yes", "0.004"))
        record = later.record(run)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    store.close()
    assert answer.body == "yes"
    assert (record.repeated, record.calls[0].sent, record.calls[0].state) == (1, 2, "answered")
    assert (record.usd, record.booked) == (Decimal("0.014"), CENT)


async def test_any_other_exception_leaves_the_call_as_if_killed(store: Store) -> None:
    run, world = create(store), World()
    with pytest.raises(ZeroDivisionError):
        async with store.take(run) as journal:
            await journal.once("p/a1", "q", CENT, world.fails(ZeroDivisionError("a bug")))
    record = store.record(run)
    assert (record.state, record.reason, record.open_intents) == ("failed", "ZeroDivisionError: a bug", 1)
    async with store.take(run) as journal:
        await journal.once("p/a1", "q", CENT, world.answers("yes"))
    assert store.record(run).repeated == 1


async def test_reservations_are_made_in_the_order_of_the_seats(store: Store) -> None:
    run, world = create(store, "0.05"), World()
    async with store.take(run) as journal:
        places = [f"r1/challenge/reviewer-{n}/0/a1" for n in range(1, 8)]
        results = await asyncio.gather(
            *(journal.once(place, "q", CENT, world.answers(place)) for place in places), return_exceptions=True
        )
    assert world.asked == places[:5]
    assert [type(result) for result in results] == [Answer] * 5 + [DoesNotFit] * 2


async def test_a_call_waits_for_others_to_settle_and_is_served_in_turn(store: Store) -> None:
    run, world, gate = create(store, "0.03"), World(), asyncio.Event()

    async def slow() -> Answer:
        world.asked.append("slow")
        await gate.wait()
        return Answer(body="slow", usage=Usage(usd=Decimal("0.001")))

    async with store.take(run) as journal:
        tasks = [
            asyncio.create_task(journal.once("1", "q", Decimal("0.02"), slow)),
            asyncio.create_task(journal.once("2", "q", Decimal("0.02"), world.answers("large"))),
            asyncio.create_task(journal.once("3", "q", CENT, world.answers("small"))),
            asyncio.create_task(journal.once("4", "q", Decimal(0), world.answers("free", "0"))),
        ]
        await tasks[3]
        assert world.asked == ["slow", "free"], "small fits, but large asked before it; what is free never waits"
        gate.set()
        await asyncio.gather(*tasks)
    assert world.asked == ["slow", "free", "large", "small"]


async def test_who_asks_while_a_reservation_goes_to_the_disk_is_served_next(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    run, world, disk = create(store, "0.05"), World(), Disk()
    async with store.take(run) as journal:
        disk.turn_slow(monkeypatch)
        first = asyncio.create_task(journal.once("1", "q", CENT, world.answers("first")))
        gone = asyncio.create_task(journal.once("2", "q", CENT, world.answers("gone")))
        for _ in range(2):
            await asyncio.sleep(0)
        gone.cancel()
        later = asyncio.create_task(journal.once("3", "q", CENT, world.answers("later")))
        for _ in range(2):
            await asyncio.sleep(0)
        assert world.asked == [], "nothing is sent before its reservation is on the disk"
        disk.ready.set()
        assert [(await task).body for task in (first, later)] == ["first", "later"]
        await asyncio.gather(gone, return_exceptions=True)
        assert journal.left() == Decimal("0.02"), "what was reserved for who is gone stays booked"
    assert world.asked == ["first", "later"]


async def test_a_refusal_is_a_row_and_replays_with_the_same_money_left(store: Store) -> None:
    run, world = create(store, "0.05"), World()

    async def shrink(journal: Journal) -> str:
        try:
            answer = await journal.once("p/a1", "long", Decimal("0.06"), world.answers("long"))
        except DoesNotFit as refused:
            answer = await journal.once("p/a2", f"fits {refused.left}", refused.left, world.answers("short", "0.02"))
        return answer.body

    for _ in range(2):
        async with store.take(run) as journal:
            assert await shrink(journal) == "short"
    assert world.asked == ["short"]
    assert [call.place for call in store.record(run).calls] == ["p/a2"], "a refusal is no call"


async def test_a_smaller_request_may_also_take_the_same_place(store: Store) -> None:
    run, world = create(store, "0.05"), World()
    for _ in range(2):
        async with store.take(run) as journal:
            with pytest.raises(DoesNotFit):
                await journal.once("p/a1", "long", Decimal("0.06"), world.answers("long"))
            assert (await journal.once("p/a1", "short", CENT, world.answers("short"))).body == "short"
    assert world.asked == ["short"]


async def test_a_cancelled_wait_leaves_no_row_and_holds_nobody_back(store: Store) -> None:
    run, world, gate = create(store, "0.03"), World(), asyncio.Event()

    async def slow() -> Answer:
        await gate.wait()
        return Answer(body="slow")

    async with store.take(run) as journal:
        first = asyncio.create_task(journal.once("1", "q", Decimal("0.02"), slow))
        large = asyncio.create_task(journal.once("2", "q", Decimal("0.03"), world.answers("large")))
        small = asyncio.create_task(journal.once("3", "q", CENT, world.answers("small")))
        await turns(store, 2)
        large.cancel()
        assert (await small).body == "small"
        gate.set()
        await first
        await asyncio.gather(large, return_exceptions=True)
    assert [call.place for call in store.record(run).calls] == ["1", "3"]


async def test_an_answer_that_comes_after_the_run_was_lost_is_booked_and_not_used(tmp_path: Path) -> None:
    store, gate = Store.open(tmp_path / "moot.db"), asyncio.Event()
    run = create(store)

    async def slow() -> Answer:
        await gate.wait()
        return Answer(body="late", usage=Usage(usd=Decimal("0.003")))

    async def loser() -> None:
        async with store.take(run) as journal:
            await journal.once("p/a1", "q", CENT, slow)

    task = asyncio.create_task(loser())
    await turns(store, 2)
    assert store.record(run).open_intents == 1
    with reopened(store.path) as later:
        async with later.take(run) as journal:
            gate.set()
            with pytest.raises(StaleEpoch):
                await task
            record = later.record(run)
            assert (record.calls[0].state, record.usd, record.state) == ("intended", Decimal("0.003"), "running")
            assert (await journal.once("p/a1", "q", CENT, World().answers("mine"))).body == "mine"
    store.close()


async def test_who_lost_the_run_cannot_write(tmp_path: Path) -> None:
    store, world = Store.open(tmp_path / "moot.db"), World()
    run = create(store)
    with pytest.raises(StaleEpoch):
        async with store.take(run) as journal:
            with reopened(store.path) as later:
                async with later.take(run) as other:
                    with pytest.raises(StaleEpoch):
                        await journal.decide("d", lambda: "mine")
                    with pytest.raises(StaleEpoch):
                        journal.inbox("i")
                    with pytest.raises(StaleEpoch):
                        journal.finish("done")
                    assert await other.decide("d", lambda: "other's") == "other's"
                    await journal.once("p/a1", "q", CENT, world.answers("never"))
    assert world.asked == []
    assert store.record(run).state == "stopped", "the other's end, not ours"
    store.close()


async def test_half_a_surrogate_pair_in_an_answer_is_kept(store: Store) -> None:
    run, hostile = create(store), "a\ud800b\x00c"
    async with store.take(run) as journal:
        await journal.once("p/a1", hostile, CENT, World().answers(hostile))
    async with store.take(run) as journal:
        assert (await journal.once("p/a1", hostile, CENT, World().answers("no"))).body == hostile
        failure = CallFailed("malformed", f"It said {hostile}.", Usage())
        for _ in range(2):
            with pytest.raises(CallFailed) as caught:
                await journal.once("p/a2", "q", CENT, World().fails(failure))
            assert caught.value == failure

        async def odd_name() -> Answer:
            return Answer(body="x", model=hostile)

        await journal.once("p/a3", "q", CENT, odd_name)
    assert store.record(run).calls[2].model == "a?b\x00c"


async def test_the_same_place_twice_at_once_is_a_mistake(store: Store) -> None:
    run = create(store)
    async with store.take(run) as journal:
        with pytest.raises(ValueError, match="twice"):
            await asyncio.gather(*(journal.once("p/a1", "q", CENT, World().answers("x")) for _ in range(2)))


async def test_retry_failed_adds_an_attempt_that_replays(store: Store) -> None:
    run, world = create(store), World()
    failure = CallFailed("server", "The vendor answered 500.", Usage())

    async def ask(journal: Journal, body: str) -> str:
        return (await journal.once("p/a2", "q", CENT, world.answers(body))).body

    async with store.take(run) as journal:
        with pytest.raises(CallFailed):
            await journal.once("p/a1", "q", CENT, world.fails(failure))
        with pytest.raises(CallFailed):
            await journal.once("p/a2", "q", CENT, world.fails(failure))
    async with store.take(run, retry_failed=True) as journal:
        with pytest.raises(CallFailed):
            await journal.once("p/a1", "q", CENT, world.answers("a1 had its second attempt"))
        with pytest.raises(CallFailed):
            await journal.once("p/a2", "q", CENT, world.fails(failure))
        with pytest.raises(CallFailed):
            await journal.once("p/a2", "q", CENT, world.answers("only one more in a resume"))
    async with store.take(run) as journal:
        with pytest.raises(CallFailed):
            await ask(journal, "not without --retry-failed")
    async with store.take(run, retry_failed=True) as journal:
        assert await ask(journal, "third") == "third"
    async with store.take(run) as journal:
        assert await ask(journal, "never") == "third"
    assert world.asked == [*["The vendor answered 500."] * 3, "third"]
    assert [call.place for call in store.record(run).calls] == ["p/a1", "p/a2", "p/a2/retry1", "p/a2/retry2"]


async def test_time_and_decisions_are_rows(tmp_path: Path) -> None:
    clock = Clock()
    with Store.open(tmp_path / "moot.db", clock=clock) as store:
        run = create(store)
        async with store.take(run) as journal:
            first = await journal.clock("r1/clock")
            assert await journal.decide("r1/stop", lambda: "no") == "no"
        clock.forward(3600)
        async with store.take(run) as journal:
            assert await journal.clock("r1/clock") == first
            assert await journal.decide("r1/stop", lambda: "yes") == "no"
            assert await journal.clock("r2/clock") > first
            with pytest.raises(RunChanged):
                await journal.clock("r1/stop")


async def test_the_inbox_is_read_in_one_row(store: Store) -> None:
    run = create(store)
    store.post(run, "look at prices")
    store.post(run, "and at dates")
    async with store.take(run) as journal:
        assert journal.inbox("r1/inbox") == ("look at prices", "and at dates")
        store.post(run, "stop soon")
        assert journal.inbox("r1/inbox") == ("look at prices", "and at dates")
        assert journal.inbox("r2/inbox") == ("stop soon",)
    async with store.take(run) as journal:
        assert journal.inbox("r1/inbox") == ("look at prices", "and at dates")
        assert journal.inbox("r3/inbox") == ()


async def test_many_runs_at_once_in_one_store(store: Store) -> None:
    world, runs = World(), [create(store) for _ in range(5)]

    async def work(run: str) -> str:
        async with store.take(run) as journal:
            answers = await asyncio.gather(
                *(journal.once(f"p/{n}", "q", CENT, world.answers(f"{run} {n}")) for n in range(4))
            )
            journal.finish("done")
            return answers[3].body

    assert await asyncio.gather(*(work(run) for run in runs)) == [f"{run} 3" for run in runs]
    assert [row.state for row in store.runs()] == ["done"] * 5
