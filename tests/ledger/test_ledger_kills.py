"""Random prices, sizes, failures, orders of arrival and kills: the cap holds, nothing finished is asked twice.

Kills are simulated: the process goes silent, its answers are lost, another one opens the store. What the vendor
bills for what it was sent is counted on its side.
"""

from __future__ import annotations

import asyncio
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ledger_kit import comparable, create, event, reopened, turns

from moot.ledger.calls import Answer, CallFailed, DoesNotFit, Usage
from moot.ledger.journal import Journal
from moot.ledger.record import Record
from moot.ledger.store import Store

AMPLE = "1000"


@dataclass(frozen=True)
class Ask:
    """One call of a seat: what it may cost, what it does cost, and how it ends."""

    worst: int
    share: int
    """Percent of the worst case that the vendor bills."""
    end: str

    @property
    def usage(self) -> Usage:
        return Usage(usd=Decimal(self.worst * self.share) / 10_000)


asks = st.builds(
    Ask,
    worst=st.integers(0, 60),
    share=st.integers(0, 100),
    end=st.sampled_from(["answers", "answers", "answers", "fails", "fails at an unknown cost"]),
)
scripts = st.lists(st.lists(asks, min_size=1, max_size=5), min_size=1, max_size=4)


@dataclass
class Vendor:
    """Answers in the order in which it is told to; bills whatever it was sent, heard or not."""

    billed: Decimal = Decimal(0)
    asked: Counter[str] = field(default_factory=Counter[str])
    waiting: dict[str, asyncio.Future[None]] = field(default_factory=dict[str, asyncio.Future[None]])

    async def serve(self, place: str, ask: Ask) -> Answer:
        self.asked[place] += 1
        self.billed += ask.usage.usd
        turn = asyncio.get_running_loop().create_future()
        self.waiting[place] = turn
        await turn
        if ask.end == "answers":
            return Answer(body=f"{place}: {ask.worst}", usage=ask.usage)
        raise CallFailed("server", f"{place} broke.", ask.usage if ask.end == "fails" else None)


async def argue(journal: Journal, script: list[list[Ask]], vendor: Vendor) -> None:
    """Waves of calls; a seat that fails tries once more, one that has no money tries a smaller request."""
    for number, wave in enumerate(script):
        heard = await asyncio.gather(
            *(seat(journal, f"r{number}/challenge/reviewer-{n}/0", ask, vendor) for n, ask in enumerate(wave))
        )
        for what in heard:
            journal.emit(event(what))
        if await journal.decide(f"r{number}/stop", lambda: "go" if journal.fits(Decimal("0.05")) else "stop") == "stop":
            journal.emit(event("no money left"))
            break
    journal.finish("done")


async def seat(journal: Journal, place: str, ask: Ask, vendor: Vendor) -> str:
    for attempt in (1, 2):
        where = f"{place}/a{attempt}"
        worst = Decimal(ask.worst) / 100 / attempt
        sent = Ask(ask.worst // attempt, ask.share, ask.end if attempt == 1 else "answers")
        try:
            answer = await journal.once(where, f"{worst}", worst, lambda at=where, it=sent: vendor.serve(at, it))
            return answer.body
        except DoesNotFit:
            if attempt == 2:
                return f"{place} had no money"
        except CallFailed as failure:
            if attempt == 2:
                return failure.reason
    raise AssertionError


async def drive(store: Store, run: str, script: list[list[Ask]], vendor: Vendor, draw: Draw, lives: int | None) -> bool:
    """Let the vendor answer in a drawn order; after `lives` answers the process goes silent. True: the run is done."""

    async def work() -> None:
        async with store.take(run) as journal:
            await argue(journal, script, vendor)

    vendor.waiting = {}
    task = asyncio.create_task(work())
    while True:
        for _ in range(50):
            await turns(store, 10)
            if task.done() or vendor.waiting:
                break
        await turns(store, 20)
        _never_over(store.record(run), vendor)
        if task.done():
            task.result()
            return True
        if lives == 0:
            await _killed(store.path, run, task)
            return False
        lives = None if lives is None else lives - 1
        assert vendor.waiting, "nobody is served and nobody is in flight"
        place = draw(sorted(vendor.waiting))
        vendor.waiting.pop(place).set_result(None)


async def _killed(path: Path, run: str, task: asyncio.Task[None]) -> None:
    """The run is another's before the task ends, so that nothing is written on its way out: it dies where it stood."""
    with reopened(path, later=10_000) as thief:
        async with thief.take(run):
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)


Draw = Callable[[list[str]], str]


def _never_over(record: Record, vendor: Vendor) -> None:
    assert vendor.billed <= record.usd <= record.case.caps.usd


async def live(path: Path, script: list[list[Ask]], usd: str, draw: Draw, kills: list[int]) -> tuple[Record, Vendor]:
    """A whole run, killed after so many answers each time; and what the vendor saw."""
    vendor = Vendor()
    with Store.open(path) as store:
        run = create(store, usd)
    in_flight = 0
    answered = set[str]()
    for lives in [*kills, None]:
        with Store.open(path) as store:
            before = vendor.asked.copy()
            done = await drive(store, run, script, vendor, draw, lives)
            assert all(vendor.asked[place] == before[place] for place in answered), "a finished call was made again"
            record = store.record(run)
            answered = {call.place for call in record.calls if call.state != "intended"}
            if done:
                break
            in_flight += record.open_intents
    with Store.open(path) as store:
        record = store.record(run)
    assert {call.place: call.sent for call in record.calls} == dict(vendor.asked), "every sending is reported"
    assert sum(call.sent - 1 for call in record.calls) <= in_flight
    assert (record.repeated > 0) == (max(vendor.asked.values(), default=0) > 1)
    return record, vendor


def run_live(script: list[list[Ask]], usd: str, draw: Draw, kills: list[int]) -> Record:
    # In memory where there is such a folder: hundreds of examples need no disk to be durable.
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        record, vendor = asyncio.run(live(Path(folder) / "moot.db", script, usd, draw, kills))
        _never_over(record, vendor)
        return record


def first(places: list[str]) -> str:
    return places[0]


def drawn(data: st.DataObject) -> Draw:
    return lambda places: data.draw(st.sampled_from(places))


few = settings(deadline=None, max_examples=20, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


broke = given(scripts, st.integers(1, 300), st.lists(st.integers(0, 6), max_size=4), st.data())


def _cap_holds(script: list[list[Ask]], cents: int, kills: list[int], data: st.DataObject) -> None:
    run_live(script, str(Decimal(cents) / 100), drawn(data), kills)


test_the_bill_never_passes_the_cap = few(broke(_cap_holds))
test_the_bill_never_passes_the_cap_at_length = pytest.mark.long(
    pytest.mark.timeout(600)(settings(few, max_examples=400)(broke(_cap_holds)))
)


@few
@given(scripts, st.lists(st.integers(0, 6), max_size=4), st.data())
def test_a_killed_run_ends_as_the_unkilled_one(script: list[list[Ask]], kills: list[int], data: st.DataObject) -> None:
    whole = run_live(script, AMPLE, first, [])
    killed = run_live(script, AMPLE, drawn(data), kills)
    assert comparable(killed) == comparable(whole)


@few
@given(scripts, st.integers(1, 300), st.data())
def test_the_order_of_arrival_decides_nothing(script: list[list[Ask]], cents: int, data: st.DataObject) -> None:
    """With money for all: anything goes. Short of money: the first attempts of a wave are decided alike."""
    one = run_live(script[:1], str(Decimal(cents) / 100), first, [])
    other = run_live(script[:1], str(Decimal(cents) / 100), drawn(data), [])
    firsts = [{c["place"] for c in comparable(record)["calls"] if c["place"].endswith("a1")} for record in (one, other)]
    assert firsts[0] == firsts[1]
    ample = [comparable(run_live(script, AMPLE, draw, [])) for draw in (first, drawn(data))]
    assert ample[0] == ample[1]
