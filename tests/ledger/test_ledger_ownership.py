"""One process works on a run; the others are told who does."""

from __future__ import annotations

import asyncio
import os
import sqlite3
import subprocess
import sys
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest
from ledger_kit import Clock, create, reopened

from moot.errors import RunBusy, UnknownRun
from moot.ledger import ownership
from moot.ledger.database import Database
from moot.ledger.store import Store


async def test_a_live_holder_is_named(tmp_path: Path) -> None:
    with Store.open(tmp_path / "moot.db") as store:
        run = create(store)
        async with store.take(run):
            with pytest.raises(RunBusy, match=rf"{run}.* process {os.getpid()} on .+ since 20") as caught:
                async with store.take(run):
                    raise AssertionError
            assert caught.value.exit_code == 12
            assert f"process {os.getpid()}" in (store.runs()[0].holder or "")
        assert store.runs()[0].holder is None
        async with store.take(run) as journal:
            assert journal.epoch == 2


async def test_a_dead_process_on_this_host_is_succeeded_at_once(tmp_path: Path) -> None:
    with Store.open(tmp_path / "moot.db") as store:
        run = create(store)
        pid, born = _dead()
        await _pretend(store, run, pid=pid, born=born)
        async with store.take(run) as journal:
            assert journal.epoch == 2


async def test_a_process_id_used_again_is_no_holder(tmp_path: Path) -> None:
    with Store.open(tmp_path / "moot.db") as store:
        run = create(store)
        await _pretend(store, run, pid=os.getpid(), born="long ago")
        async with store.take(run) as journal:
            assert journal.epoch == 2


@pytest.mark.parametrize(("age", "busy"), [(14, True), (16, False), (-14, True), (-3600, False)])
async def test_on_another_machine_the_heartbeat_decides(tmp_path: Path, age: float, busy: bool) -> None:
    clock = Clock()
    with Store.open(tmp_path / "moot.db", clock=clock) as store:
        run = create(store)
        await _pretend(store, run, pid=1, born="x", machine="elsewhere", host="elsewhere")
        clock.forward(age)
        if busy:
            with pytest.raises(RunBusy, match="process 1 on elsewhere since 2026-04-01T12:00:00"):
                await _taken(store, run)
        else:
            await _taken(store, run)


async def test_the_heart_beats_while_the_run_is_held_and_the_loop_is_blocked(tmp_path: Path) -> None:
    clock = Clock()
    with Store.open(tmp_path / "moot.db", clock=clock, beat_seconds=0.01) as store:
        run = create(store)
        with sqlite3.connect(store.path) as peek:
            async with store.take(run):
                clock.forward(100)
                while _heartbeat(peek, run) != clock():  # this thread never gives the loop a turn
                    pass
            assert _heartbeat(peek, run) is None
        peek.close()


async def test_one_heart_beats_for_all_runs_that_are_held(tmp_path: Path) -> None:
    clock = Clock()
    with Store.open(tmp_path / "moot.db", clock=clock, beat_seconds=0.01) as store:
        one, other, left = (create(store) for _ in range(3))
        before = threading.active_count()
        with sqlite3.connect(store.path) as peek:
            async with store.take(one), store.take(other):
                async with store.take(left):
                    assert threading.active_count() == before + 1
                clock.forward(100)
                while {_heartbeat(peek, one), _heartbeat(peek, other)} != {clock()}:
                    pass
                assert _heartbeat(peek, left) is None
            assert threading.active_count() == before
        peek.close()


def test_a_late_beat_is_not_written_into_a_run_that_was_left_or_taken(tmp_path: Path) -> None:
    database, now = Database(tmp_path / "moot.db"), datetime.now(UTC)
    with database.transaction() as connection:
        for run, epoch, pid in (("held", 1, 7), ("left", 1, None), ("taken", 2, 8)):
            connection.execute(
                'INSERT INTO runs (id, created, state, "case", panel, unread, options, epoch, pid) '
                "VALUES (?, '', '', '', '', '', '', ?, ?)",
                (run, epoch, pid),
            )
        ownership.beat(connection, [("held", 1), ("left", 1), ("taken", 1)], now)
        beaten = connection.execute("SELECT id FROM runs WHERE heartbeat IS NOT NULL").fetchall()
    database.close()
    assert beaten == [("held",)]


async def test_no_heart_beats_after_the_run_is_left(tmp_path: Path) -> None:
    with Store.open(tmp_path / "moot.db", beat_seconds=0) as store, sqlite3.connect(store.path) as peek:
        run = create(store)
        for _ in range(10):
            async with store.take(run):
                before = _heartbeat(peek, run)
                while _heartbeat(peek, run) == before:
                    pass
            assert _heartbeat(peek, run) is None


async def test_how_a_run_is_left(tmp_path: Path) -> None:
    with Store.open(tmp_path / "moot.db") as store:
        run = create(store)
        assert store.record(run).state == "queued"
        with pytest.raises(asyncio.CancelledError):
            async with store.take(run):
                assert store.record(run).state == "running"
                raise asyncio.CancelledError
        assert (store.record(run).state, store.record(run).reason) == ("stopped", "It was interrupted.")
        with pytest.raises(ValueError, match="hostile"):
            async with store.take(run):
                raise ValueError("hostile \ud800\n" + "words " * 1000)
        assert store.record(run).reason.startswith("ValueError: hostile ? words words")
        assert len(store.record(run).reason) <= 400
        with pytest.raises(UnknownRun):
            async with store.take(run):
                raise UnknownRun("one sentence")
        assert (store.record(run).state, store.record(run).reason) == ("failed", "one sentence")
        async with store.take(run):
            pass
        assert store.record(run).state == "stopped", "nobody said that it was done"
        async with store.take(run) as journal:
            journal.finish("waiting", "It asks: which year?")
        assert (store.record(run).state, store.record(run).reason) == ("waiting", "It asks: which year?")
        with pytest.raises(OSError, match="report"):
            async with store.take(run) as journal:
                journal.finish("done")
                raise OSError("the report could not be written")
        assert store.record(run).state == "done"


async def test_a_killed_run_stays_running_until_it_is_taken(tmp_path: Path) -> None:
    with Store.open(tmp_path / "moot.db") as store:
        run = create(store)
        held = store.take(run)
        await held.__aenter__()
        with reopened(store.path) as later:
            assert later.record(run).state == "running"
            assert later.runs()[0].killed
            assert not store.runs()[0].killed, "for its own clock it is alive"
            async with later.take(run) as journal:
                journal.finish("done")
                await held.__aexit__(None, None, None)  # wakes up late: the run is not its own any more
            assert later.record(run).state == "done"


async def test_an_unknown_run_is_said(tmp_path: Path) -> None:
    with Store.open(tmp_path / "moot.db") as store:
        with pytest.raises(UnknownRun, match="no run nowhere"):
            await _taken(store, "nowhere")
        with pytest.raises(UnknownRun):
            store.record("nowhere")
        with pytest.raises(UnknownRun):
            store.post("nowhere", "x")
        with pytest.raises(UnknownRun):
            store.fork("nowhere")


def _dead() -> tuple[int, str | None]:
    """A process that has been."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    born = ownership.started(process.pid)
    process.wait()
    return process.pid, born


async def _taken(store: Store, run: str) -> None:
    async with store.take(run):
        pass


async def _pretend(store: Store, run: str, **holder: object) -> None:
    """The run as another process would hold it."""
    held = store.take(run)
    await held.__aenter__()
    connection = sqlite3.connect(store.path)
    with connection:
        for column, value in holder.items():
            connection.execute(f"UPDATE runs SET {column} = ? WHERE id = ?", (value, run))
    saved = connection.execute("SELECT * FROM runs WHERE id = ?", (run,)).fetchone()
    await held.__aexit__(None, None, None)
    columns = [row[1] for row in connection.execute("PRAGMA table_info(runs)")]
    with connection:
        for column, value in zip(columns, saved, strict=True):
            connection.execute(f'UPDATE runs SET "{column}" = ? WHERE id = ?', (value, run))
    connection.close()


def _heartbeat(connection: sqlite3.Connection, run: str) -> datetime | None:
    (text,) = connection.execute("SELECT heartbeat FROM runs WHERE id = ?", (run,)).fetchone()
    return None if text is None else datetime.fromisoformat(text).astimezone(UTC)
