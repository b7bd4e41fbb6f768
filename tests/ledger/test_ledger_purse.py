"""One cap over several runs: never passed, never a row of the run that it stops."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from moot.errors import CapReached
from moot.ledger.calls import Answer, DoesNotFit, Usage
from moot.ledger.journal import Journal
from moot.ledger.purse import Purse
from moot.ledger.store import Store
from moot.words import Caps, Case, Panel


def opened(path: Path, cap: str) -> Store:
    return Store.open(path / "moot.db", purse=Purse(Decimal(cap)))


def run(store: Store, cap: str = "100") -> str:
    return store.create(Case(question="q", caps=Caps(usd=Decimal(cap))), Panel(seats=()), [])


async def paid(
    journal: Journal, place: str, worst: str, cost: str | None = None, gate: asyncio.Event | None = None
) -> str:
    async def do() -> Answer:
        if gate is not None:
            await gate.wait()
        return Answer(body=place, usage=Usage(usd=Decimal(cost or worst)))

    return (await journal.once(place, place, Decimal(worst), do)).body


def spent(store: Store) -> Decimal:
    return sum((each.usd for each in store.runs()), Decimal(0))


async def test_runs_together_stay_under_the_cap_and_the_one_refused_goes_on_under_a_higher(tmp_path: Path) -> None:
    with opened(tmp_path, "1") as store:
        first, second = run(store), run(store)
        async with store.take(first) as a, store.take(second) as b:
            assert await paid(a, "x/a1", "0.7") == "x/a1"
            with pytest.raises(CapReached, match=r"1 USD.*0\.4000 USD finds 0\.3000"):
                await paid(b, "x/a1", "0.4")
            assert await paid(b, "y/a1", "0.3") == "y/a1"
            assert a.left() == Decimal("99.3")  # what a run reads of its money is its own, whatever others do
    with opened(tmp_path, "2") as store:
        async with store.take(second) as b:
            assert await paid(b, "x/a1", "0.4") == "x/a1"
        assert spent(store) == Decimal("1.4")


async def test_a_call_waits_for_the_money_that_another_run_has_booked(tmp_path: Path) -> None:
    gate = asyncio.Event()
    with opened(tmp_path, "1") as store:
        async with store.take(run(store)) as a, store.take(run(store)) as b:
            booked = asyncio.create_task(paid(a, "x/a1", "0.9", "0.1", gate))
            await asyncio.sleep(0)
            waiting = asyncio.create_task(paid(b, "x/a1", "0.5"))
            await asyncio.sleep(0.02)
            assert not waiting.done()
            gate.set()
            assert await asyncio.wait_for(waiting, 5) == "x/a1"
            await booked


async def test_a_run_that_is_left_lets_the_others_look_again(tmp_path: Path) -> None:
    """Its call in flight stays booked, so the other is refused, and does not wait for ever."""
    with opened(tmp_path, "1") as store:
        async with store.take(run(store)) as b:
            async with AsyncExitStack() as stack:
                a = await stack.enter_async_context(store.take(run(store)))
                booked = asyncio.create_task(paid(a, "x/a1", "0.9", gate=asyncio.Event()))
                await asyncio.sleep(0.02)
                waiting = asyncio.create_task(paid(b, "x/a1", "0.5"))
                await asyncio.sleep(0.02)
                booked.cancel()
                await asyncio.gather(booked, return_exceptions=True)
            with pytest.raises(CapReached):
                await asyncio.wait_for(waiting, 5)


async def test_the_own_cap_of_a_run_refuses_in_a_row_as_ever(tmp_path: Path) -> None:
    with opened(tmp_path, "10") as store:
        small = run(store, "0.5")
        async with store.take(small) as journal:
            with pytest.raises(DoesNotFit):
                await paid(journal, "x/a1", "0.6")
        assert store.record(small).usd == 0


async def test_a_refusal_by_the_own_cap_says_what_is_left_of_it_whatever_others_have_spent(tmp_path: Path) -> None:
    with opened(tmp_path, "1") as store:
        first, small = run(store), run(store, "0.5")
        async with store.take(first) as a, store.take(small) as b:
            await paid(a, "x/a1", "0.7")
            with pytest.raises(DoesNotFit) as caught:
                await paid(b, "x/a1", "0.6")
            assert caught.value.left == Decimal("0.5")


@settings(max_examples=30, deadline=None)
@given(
    cap=st.integers(1, 40),
    calls=st.lists(st.tuples(st.integers(0, 2), st.integers(0, 15), st.integers(0, 100)), max_size=25),
)
def test_no_order_of_calls_passes_the_cap(
    cap: int, calls: list[tuple[int, int, int]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    async def whole() -> None:
        with opened(tmp_path_factory.mktemp("purse"), str(cap)) as store:
            async with AsyncExitStack() as stack:
                journals = [await stack.enter_async_context(store.take(run(store))) for _ in range(3)]

                async def one(n: int, who: int, worst: int, share: int) -> bool:
                    for _ in range(n % 3):
                        await asyncio.sleep(0)
                    try:
                        await paid(journals[who], f"p{n}/a1", str(worst), str(Decimal(worst) * share / 100))
                    except CapReached:
                        return False
                    assert spent(store) <= cap
                    return True

                await asyncio.wait_for(asyncio.gather(*(one(n, *call) for n, call in enumerate(calls))), 30)
                assert spent(store) <= cap

    asyncio.run(whole())


async def test_calls_of_several_runs_that_ask_at_once_wait_for_one_another(tmp_path: Path) -> None:
    """What one of them has just booked, in the same commit, is money that comes back: nobody is refused for it."""
    with opened(tmp_path, "1") as store:
        async with AsyncExitStack() as stack:
            journals = [await stack.enter_async_context(store.take(run(store))) for _ in range(4)]
            calls = (paid(journal, "x/a1", "0.6", "0.01") for journal in journals)
            assert await asyncio.wait_for(asyncio.gather(*calls), 10) == ["x/a1"] * 4
