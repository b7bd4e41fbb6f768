"""Whole runs of several seats through the public door: fallbacks, deadlines, panels, and what a resumed run repeats."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import moot
from moot.errors import MootError, UsageError
from moot.estimate import aligned, estimate, tasks
from moot.ledger import places
from moot.ledger.record import Record
from moot.ledger.store import Store
from moot.models import recorded
from moot.prepare import Setup, prepare
from moot.run import Research, create
from moot.testing import DoubleServer, Rule, denied, hang, refuses
from moot.testing.answers.scholar import scholar
from moot.words import Caps, Case, Opened, Panel, Replaced, Role, Seat, SeatFailed

QUESTION = "How much does the north pump lift?"
SEATS = "anthropic:double-a,openai:double-b,compatible:double-c"


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "one.md").write_text(
        "---\ntitle: The north pump\ndate: 2026-03-01\n---\n\nThe north pump lifts 40 litres a second. "
        "It was serviced in March 2026. The south pump stands idle since the flood of last autumn.\n"
    )
    (folder / "two.md").write_text(
        "---\ntitle: Pump survey\ndate: 2026-05-01\n---\n\nThe north pump lifts 34 litres a second after the service. "
        "The south pump may need repair. Nobody has measured the east pump so far.\n"
    )
    return folder


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.open(tmp_path / "moot.db")


def env_of(server: DoubleServer) -> dict[str, str]:
    gone = dict.fromkeys(("OLLAMA_HOST", "VLLM_BASE_URL", "LLAMACPP_BASE_URL"), "127.0.0.1:9")
    return gone | server.env() | {"MOOT_COMPATIBLE_BASE_URL": server.base_url, "MOOT_COMPATIBLE_API_KEY": "double"}


async def argue(server: DoubleServer, notes: Path, store: Store, **asked: Any) -> Record:
    setup = Setup(QUESTION, [notes], price="1/5", **asked)
    run = create(prepare(setup, env_of(server)), store)
    await Research(store, run, env=env_of(server))
    return store.record(run)


async def again(server: DoubleServer, store: Store, run: str) -> Record:
    """As if the process had been killed at the end: every row is there, and everything is decided again."""
    store._database.connection.execute("UPDATE runs SET state = 'stopped' WHERE id = ?", (run,))  # pyright: ignore[reportPrivateUsage]
    await Research(store, run, env=env_of(server))
    return store.record(run)


async def test_a_council_drafts_in_every_seat(notes: Path, store: Store) -> None:
    async with DoubleServer(scholar) as server:
        record = await argue(server, notes, store, protocol="council", seats=SEATS, rounds=1)
    assert [event.seat for event in record.events if isinstance(event, Opened)] == ["author-1", "author-2", "author-3"]
    assert record.state == "done"


async def test_a_late_seat_does_not_hold_the_panel(notes: Path, store: Store) -> None:
    async with DoubleServer(scholar, [Rule(hang(), model="double-b")]) as server:
        record = await argue(server, notes, store, protocol="council", seats=SEATS, rounds=1, seat_deadline=0.5)
        sent = len(server.requests)
        failed = [event for event in record.events if isinstance(event, SeatFailed)]
        assert [(each.seat, each.task) for each in failed][:1] == [("author-2", "draft")]
        assert "late (no answer within the 0.5 s of its seat)" in failed[0].reason
        assert len([event for event in record.events if isinstance(event, Opened)]) == 2
        assert all(seat.deadline == 0.5 for seat in record.panel.seats)
        after = await again(server, store, record.run)
        assert len(server.requests) == sent and after.events == record.events


async def test_a_fallback_takes_a_seat_that_is_late_or_fails_and_keeps_it(notes: Path, store: Store) -> None:
    panel = notes.parent / "panel.toml"
    panel.write_text(
        """
protocol = "council"
rounds = 1
[[seat]]
role = "author"
model = "anthropic:double-a"
[[seat]]
role = "author"
model = "openai:double-b"
deadline = 0.5
fallbacks = ["openai:double-d", "compatible:double-c"]
"""
    )
    script = [Rule(hang(), model="double-b"), Rule(refuses(), model="double-d")]
    async with DoubleServer(scholar, script) as server:
        record = await argue(server, notes, store, panel=str(panel))
        sent = len(server.requests)
        took = [(e.seat, e.task, e.model) for e in record.events if isinstance(e, Replaced)]
        assert took == [("author-2", "draft", "openai:double-d"), ("author-2", "draft", "compatible:double-c")]
        assert not [event for event in record.events if isinstance(event, SeatFailed) and event.task == "draft"]
        held = {places.holder(call.place) for call in record.calls if places.seat(call.place) == "author-2"}
        assert held == {"author-2", "author-2~1", "author-2~2"}
        later = [c.place for c in record.calls if places.seat(c.place) == "author-2" and "/draft/" not in c.place]
        assert all(places.holder(place) == "author-2~2" for place in later)
        after = await again(server, store, record.run)
        assert len(server.requests) == sent and after.events == record.events


async def test_the_python_door_takes_seats_and_panels(notes: Path, store: Store) -> None:
    readers = "reader:lexical,reader:semantic"
    research = moot.research(
        QUESTION, [notes], protocol="debate", seats=readers, sides=["40  litres", "34 litres"], store=store, rounds=1
    )
    await research
    record = store.record(research.run)
    assert record.case.sides == ("40 litres", "34 litres") and record.case.protocol == "debate"
    panel = notes.parent / "mine.toml"
    panel.write_text(
        'swap = true\nrounds = 1\nbudget = 0.5\n[[seat]]\nrole = "author"\nmodel = "reader:lexical"\n'
        '[[seat]]\nrole = "reviewer"\nmodel = "reader:semantic"\n'
    )
    research = moot.research(QUESTION, [notes], panel=str(panel), mixed=True, seat_deadline=60, store=store)
    case = store.record(research.run).case
    assert case.swap and case.caps == Caps(usd=Decimal("0.5"), rounds=1) and case.protocol == "critique"


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ({"seats": "a:b", "panel": "two-vendors"}, "--seats and --panel"),
        ({"protocol": "council", "seats": "reader:lexical"}, "needs 2 or more"),
        ({"protocol": "council", "seats": SEATS, "seat_deadline": 0}, "more than none"),
        ({"protocol": "council", "seats": SEATS, "seat_deadline": float("nan")}, "more than none"),
        ({"protocol": "debate", "seats": SEATS, "sides": ["a"]}, "nobody to argue against"),
        ({"swap": True, "protocol": "council", "seats": SEATS}, "Swapping is of use"),
        (
            {"mixed": True, "protocol": "council", "seats": SEATS},
            "all authors of the council are of one family, double",
        ),
    ],
)
async def test_nothing_is_sent_and_no_run_made_for_a_panel_that_cannot_sit(
    notes: Path, store: Store, asked: dict[str, Any], says: str
) -> None:
    async with DoubleServer(scholar) as server:
        with pytest.raises(UsageError, match=says):
            await argue(server, notes, store, **asked)
        assert not server.requests and not store.runs()


async def test_an_unknown_price_of_a_fallback_is_refused_before_anything_is_sent(notes: Path, store: Store) -> None:
    panel = notes.parent / "mine.toml"
    panel.write_text(
        'protocol = "solo"\n[[seat]]\nrole = "author"\nmodel = "reader:lexical"\nfallbacks = ["openai:double-b"]'
    )
    async with DoubleServer(scholar) as server:
        with pytest.raises(MootError, match="double-b"):
            prepare(Setup(QUESTION, [notes], panel=str(panel)), env_of(server))
        assert not server.requests


def count(
    protocol: str, *seats: tuple[Role, int], rounds: int = 2, swap: bool = False, sides: tuple[str, ...] = ()
) -> list[int]:
    case = Case(question="?", protocol=protocol, caps=Caps(rounds=rounds), swap=swap, sides=sides)
    panel = Panel(seats=tuple(Seat(role=role, model="a:b", family="a", instance=n) for role, n in seats))
    return [tasks(seat, panel, case) + aligned(seat, panel, case) for seat in panel.seats]


async def test_a_recording_of_before_pairs_were_read_still_replays(notes: Path, store: Store, tmp_path: Path) -> None:
    async with DoubleServer(scholar) as server:
        setup = Setup(QUESTION, [notes], protocol="council", seats=SEATS, judge="openai:double-j", price="1/5")
        run = create(prepare(setup, env_of(server)), store)
        await Research(store, run, env=env_of(server))
    lines = recorded.write(store.record(run)).splitlines()
    old = [line for line in lines if "/align/" not in line]
    assert len(old) < len(lines)
    tape = tmp_path / "tape.jsonl"
    tape.write_text("\n".join(old) + "\n", encoding="utf-8")
    again = create(prepare(Setup(QUESTION, [notes], protocol="council", seats=f"recorded:{tape}"), {}), store)
    await Research(store, again, env={})
    failed = [event.task for event in store.record(again).events if isinstance(event, SeatFailed)]
    assert "align" not in failed


def test_the_estimate_counts_what_each_protocol_asks() -> None:
    three = ((Role.AUTHOR, 1), (Role.AUTHOR, 2), (Role.JUDGE, 1))
    assert count("council", *three) == [2 + 2 * 2 + 1, 1 + 2 * 2, 2 * 2 + 3]
    assert count("debate", *three) == [3 + 3 * 2, 2 + 3 * 2, 2 * 2 + 2 + 3]  # a judge names sides, and composes
    assert count("debate", *three, sides=("Yes", "No")) == [3 + 3 * 2, 2 + 3 * 2, 2 * 2 + 1 + 3]
    assert count("debate", *three[:2]) == [3 + 3 * 2 + 2 + 3, 2 + 3 * 2 + 3]
    assert count("council", *three[:2]) == [2 + 2 * 2 + 1 + 3, 1 + 2 * 2 + 3]  # nobody judges: authors read the pairs
    assert count("vote", *three[:2]) == [3 + 1, 1 + 1] and count("solo", three[0]) == [2]
    critique = ((Role.AUTHOR, 1), (Role.REVIEWER, 1), (Role.JUDGE, 1))
    assert count("critique", *critique) == [2 + 2 * 2, 2, 2]
    assert count("critique", *critique, rounds=3, swap=True) == [2 + 2 * 2 + 1, 2 + 2, 3]


@pytest.mark.parametrize("protocol", ["council", "debate"])
@pytest.mark.parametrize("judge", ["openai:double-j", None])
async def test_no_panel_is_asked_more_than_was_estimated(
    notes: Path, store: Store, judge: str | None, protocol: str
) -> None:
    async with DoubleServer(scholar) as server:
        setup = Setup(QUESTION, [notes], protocol=protocol, seats=SEATS, judge=judge, price="1/5", rounds=2)
        prepared = prepare(setup, env_of(server))
        expected = {each.seat: each.tasks for each in estimate(prepared, env_of(server)).seats}
        run = create(prepared, store)
        await Research(store, run, env=env_of(server))
    asked = [call.place.rpartition("/a")[0] for call in store.record(run).calls]
    for seat, most in expected.items():
        assert len({place for place in asked if places.seat(place) == seat}) <= most


@pytest.mark.parametrize("protocol", ["council", "vote", "critique"])
async def test_what_failed_in_a_finished_run_is_asked_again_in_a_fork_and_the_run_stays(
    notes: Path, store: Store, protocol: str
) -> None:
    seats: dict[str, str] = {"seats": "openai:double-b*3" if protocol == "vote" else SEATS}
    if protocol == "critique":
        seats = {"author": "anthropic:double-a", "reviewer": "openai:double-b", "judge": "compatible:double-c"}
    async with DoubleServer(scholar, [Rule(denied(), model="double-b", nth=1)]) as server:
        record = await argue(server, notes, store, protocol=protocol, rounds=1, **seats)
        sent = len(server.requests)
        assert [event.seat for event in record.events if isinstance(event, SeatFailed)]
        with pytest.raises(UsageError, match=f"moot resume {record.run} --fork --retry-failed"):
            await Research(store, record.run, retry_failed=True, env=env_of(server))
        assert store.record(record.run) == record and len(server.requests) == sent
        fork = store.fork(record.run, retry_failed=True)
        await Research(store, fork, retry_failed=True, env=env_of(server))
        healed = store.record(fork)
    assert healed.state == "done" and not [event for event in healed.events if isinstance(event, SeatFailed)]
    assert store.record(record.run) == record
    before = {(call.place, call.body) for call in record.calls if call.state == "answered" and "/draft/" in call.place}
    assert before <= {(call.place, call.body) for call in healed.calls}, "no draft is paid twice"
