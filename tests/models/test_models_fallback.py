"""A seat with fallbacks: who answers when a model fails or comes late, in which places, and what a replay does."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from moot.errors import AccessDenied, OutOfTime, SeatFailure
from moot.ledger import places
from moot.ledger.calls import Answer, CallFailed, Usage
from moot.ledger.journal import Journal
from moot.ledger.store import Store
from moot.models import fallback, recorded
from moot.models.fallback import FallbackSeat
from moot.models.language import RunLate
from moot.words import Case, Event, Fallback, Panel, Plan, PlanTask, Replaced, Reply, Role, Seat, Task

SEAT = Seat(
    role=Role.AUTHOR,
    model="a:one",
    family="a",
    instance=2,
    fallbacks=(Fallback(model="b:two", family="b"), Fallback(model="c:three", family="c")),
)
TASK = PlanTask(question="Which?", sources=())


@dataclass
class Holder:
    """Fails at the places (round/task/ordinal) written down; all its answers are rows."""

    seat: Seat
    fails: Sequence[str] = ()
    error: SeatFailure | None = None
    asked: list[str] = field(default_factory=list[str])
    delay: int = 0
    """Turns of the event loop before it answers."""

    async def answer(self, task: Task, place: str, journal: Journal) -> Reply:
        round, name, _, ordinal = place.split("/")

        async def do() -> Answer:
            self.asked.append(place)
            for _ in range(self.delay):
                await asyncio.sleep(0)
            if f"{round}/{name}/{ordinal}" in self.fails:
                raise CallFailed("server", "it is down", Usage())
            return Answer(body=self.seat.model)

        try:
            answer = await journal.once(f"{place}/a1", task.model_dump_json(), Decimal(0), do)
        except CallFailed as failure:
            raise self.error or SeatFailure(f"{self.seat.model}: {failure.reason}") from None
        assert answer.body == self.seat.model
        return Plan(aspects=())


def seat(*fails: Sequence[str], **how: object) -> tuple[FallbackSeat, list[Holder]]:
    holders = [Holder(each, tuple(where), **how) for each, where in zip(fallback.seats(SEAT), fails, strict=True)]  # pyright: ignore[reportArgumentType]
    return FallbackSeat(SEAT, holders), holders


def replaced(events: Sequence[Event]) -> list[tuple[int, str, str, str]]:
    return [(each.round, each.seat, each.task, each.model) for each in events if isinstance(each, Replaced)]


async def argue(store: Store, run: str, seat: FallbackSeat, waves: Sequence[Sequence[str]]) -> list[bool]:
    """Ask wave after wave, the tasks of one at once; whether each was answered."""
    heard: list[bool] = []
    async with store.take(run) as journal:
        for wave in waves:
            calls = (seat.answer(TASK, place, journal) for place in wave)
            results = await asyncio.gather(*calls, return_exceptions=True)
            for result in results:
                assert not isinstance(result, BaseException) or isinstance(result, SeatFailure), result
                heard.append(not isinstance(result, BaseException))
        journal.finish("done")
    return heard


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.open(tmp_path / "moot.db")


def new(store: Store) -> str:
    return store.create(Case(question="Which?"), Panel(seats=(SEAT,)), ())


def test_a_seat_is_held_by_its_models_in_order() -> None:
    assert [(each.id, each.model, each.family, each.fallbacks) for each in fallback.seats(SEAT)] == [
        ("author-2", "a:one", "a", ()),
        ("author-2", "b:two", "b", ()),
        ("author-2", "c:three", "c", ()),
    ]


async def test_the_next_takes_the_seat_tells_so_and_keeps_it(store: Store) -> None:
    run = new(store)
    holder, (first, second, third) = seat(("r1/draft/0",), (), ())
    waves = [["r0/plan/author-2/0"], ["r1/draft/author-2/0"], ["r1/respond/author-2/0"], ["r2/revise/author-2/0"]]
    assert await argue(store, run, holder, waves) == [True] * 4
    record = store.record(run)
    assert replaced(record.events) == [(1, "author-2", "plan", "b:two")]
    (event,) = [each for each in record.events if isinstance(each, Replaced)]
    assert event.reason == "a:one: it is down" and event.family == "b"
    assert first.asked == ["r0/plan/author-2/0", "r1/draft/author-2/0"] and not third.asked
    assert second.asked == ["r1/draft/author-2~1/0", "r1/respond/author-2~1/0", "r2/revise/author-2~1/0"]
    assert holder.seat is SEAT


async def test_the_last_failure_is_raised_as_it_is(store: Store) -> None:
    holder, holders = seat(*[("r1/draft/0",)] * 3, error=SeatFailure("the key was refused", AccessDenied))
    async with store.take(new(store)) as journal:
        with pytest.raises(SeatFailure, match="key was refused") as raised:
            await holder.answer(TASK, "r1/draft/author-2/0", journal)
        journal.finish("done")
    assert raised.value.error is AccessDenied
    assert [each.asked for each in holders] == [
        ["r1/draft/author-2/0"],
        ["r1/draft/author-2~1/0"],
        ["r1/draft/author-2~2/0"],
    ]


async def test_nobody_else_is_asked_when_the_run_has_no_time_left(store: Store) -> None:
    holder, (_, second, _) = seat(("r1/draft/0",), (), (), error=RunLate("late", OutOfTime))
    run = new(store)
    assert await argue(store, run, holder, [["r1/draft/author-2/0"]]) == [False]
    assert not second.asked and not replaced(store.record(run).events)


PLACES = [f"{wave}/author-2/{n}" for wave in ("r1/draft", "r1/rule", "r2/rule") for n in range(3)]
FAILS = st.sets(st.sampled_from([place.replace("/author-2", "") for place in PLACES]))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(fails=st.tuples(FAILS, FAILS, FAILS), delays=st.tuples(*[st.integers(0, 3)] * 3), sends=st.booleans())
async def test_a_replay_asks_nobody_and_tells_the_same(
    store: Store, fails: tuple[set[str], set[str], set[str]], delays: tuple[int, int, int], sends: bool
) -> None:
    """Whoever of a wave is heard first must decide nothing: a replay hears them in another order."""
    run = new(store)
    waves = [PLACES[n : n + 3] for n in range(0, 9, 3)]
    holder, holders = seat(*[tuple(each) for each in fails])
    for each, delay in zip(holders, delays, strict=True):
        each.delay = delay
    heard = await argue(store, run, holder, waves)
    before = store.record(run)
    again, silent = seat(*[tuple(each) for each in fails])
    assert await argue(store, run, again, waves) == heard
    assert not any(each.asked for each in silent)
    after = store.record(run)
    assert after.events == before.events
    assert [call.place for call in after.calls] == [call.place for call in before.calls]


async def test_a_wave_that_fails_in_part_moves_the_seat_from_the_next_wave_on(store: Store) -> None:
    holder, (first, second, _) = seat(("r1/rule/0",), (), ())
    await argue(store, new(store), holder, [PLACES[3:5], PLACES[6:8]])
    assert first.asked == ["r1/rule/author-2/0", "r1/rule/author-2/1"]
    assert second.asked == ["r1/rule/author-2~1/0", "r2/rule/author-2~1/0", "r2/rule/author-2~1/1"]


def test_places_name_who_held_a_seat_and_sort_them_in_order() -> None:
    assert [places.seated("author-2", n) for n in range(3)] == ["author-2", "author-2~1", "author-2~2"]
    assert places.holder("r1/draft/author-2~1/0/a3") == "author-2~1"
    assert places.seat("r1/draft/author-2~1/0/a3") == places.seat("r1/draft/author-2/0/a3") == "author-2"
    assert places.holder("r0/clock") == places.seat("") == ""
    ordered = [
        f"r1/draft/{seat}/{n}/a1" for seat in ("author-1", "author-2", "author-2~1", "author-2~10") for n in (0, 1)
    ]
    assert ordered == sorted(set(ordered), key=places.in_order)
    assert places.next_attempt("r1/draft/author-2~1/0/a1") == "r1/draft/author-2~1/0/a2"


async def test_a_recording_keeps_who_stood_in_and_replays_it(store: Store, tmp_path: Path) -> None:
    run = new(store)
    holder, _ = seat(("r1/draft/0",), (), ())
    await argue(store, run, holder, [["r0/plan/author-2/0"], ["r1/draft/author-2/0"]])
    (tmp_path / "tape.jsonl").write_text(recorded.write(store.record(run)))
    tape = recorded.read(tmp_path / "tape.jsonl")
    assert tape.bodies("r1/draft/author-2~1/0") == ["b:two"] and tape.bodies("r1/draft/author-2/0") == []
    assert "a:one, b:two in" in tape.header.provenance
    assert tape.header.panel.seats[0].fallbacks == SEAT.fallbacks


async def test_of_a_seat_that_a_reader_took_only_the_models_answers_are_kept(store: Store) -> None:
    """A reader reads again when the recording is replayed."""
    panel = SEAT.model_copy(update={"fallbacks": (Fallback(model="reader:lexical", family="lexical"),)})
    run = store.create(Case(question="Which?"), Panel(seats=(panel,)), ())
    holders = [Holder(each, ("r1/draft/0",)) for each in fallback.seats(panel)[:1]]
    holders.append(Holder(fallback.seats(panel)[1]))
    await argue(store, run, FallbackSeat(panel, holders), [["r0/plan/author-2/0"], ["r1/draft/author-2/0"]])
    _, *lines = recorded.write(store.record(run)).splitlines()
    assert [line.count("r0/plan/author-2/0") for line in lines] == [1]
