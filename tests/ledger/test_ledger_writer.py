"""Many writes, one commit; one that fails undoes only itself."""

from __future__ import annotations

import asyncio
import gc
import sqlite3
import threading
from collections.abc import Generator
from pathlib import Path

import pytest
from ledger_kit import Disk, adds

from moot.errors import CannotWrite, UsageError
from moot.ledger.database import Database
from moot.ledger.writer import Writer


@pytest.fixture
def database(tmp_path: Path) -> Generator[Database]:
    database = Database(tmp_path / "moot.db")
    yield database
    database.close()


def keys(database: Database) -> list[str]:
    with sqlite3.connect(database.path) as other:
        found = [key for (key,) in other.execute("SELECT sha256 FROM texts ORDER BY rowid")]
    other.close()
    return found


async def test_one_turn_is_one_commit(database: Database) -> None:
    statements = list[str]()
    database.connection.set_trace_callback(statements.append)
    writer = Writer(database)
    assert await asyncio.gather(*(writer.write(adds(key)) for key in "abcd")) == list("abcd")
    assert keys(database) == list("abcd")
    assert statements.count("COMMIT") == 1


async def test_a_job_that_fails_undoes_only_itself(database: Database) -> None:
    writer = Writer(database)
    outcomes = await asyncio.gather(*(writer.write(adds(key)) for key in ("a", "bad", "b")), return_exceptions=True)
    assert [str(outcome) for outcome in outcomes] == ["a", "bad", "b"]
    assert isinstance(outcomes[1], UsageError)
    assert keys(database) == ["a", "b"]


async def test_a_row_that_cannot_be_undoes_only_its_own_job(database: Database) -> None:
    def impossible(connection: sqlite3.Connection) -> None:
        adds("c")(connection)
        connection.execute("INSERT INTO texts (sha256, text) VALUES (NULL, NULL)")

    writer = Writer(database)
    outcomes = await asyncio.gather(
        writer.write(adds("a")), writer.write(impossible), writer.write(adds("b")), return_exceptions=True
    )
    assert (outcomes[0], outcomes[2]) == ("a", "b") and isinstance(outcomes[1], sqlite3.IntegrityError)
    assert keys(database) == ["a", "b"]


async def test_nobody_is_told_of_what_is_not_on_the_disk(database: Database) -> None:
    writer = Writer(database)
    database.connection.execute("PRAGMA max_page_count = 1")
    large = adds("x" * 1_000_000)
    outcomes = await asyncio.gather(
        *(writer.write(job) for job in (adds("a"), large, adds("b"))), return_exceptions=True
    )
    assert [str(outcome)[:16] for outcome in outcomes] == ["The disk is full"] * 3
    assert all(isinstance(outcome, CannotWrite) for outcome in outcomes)
    assert keys(database) == []


async def test_the_loop_goes_on_while_a_commit_goes_to_the_disk(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = Disk()
    disk.turn_slow(monkeypatch)
    writer = Writer(database)
    tasks = [asyncio.create_task(writer.write(adds("a")))]
    for _ in range(2):
        await asyncio.sleep(0)
    tasks += [asyncio.create_task(writer.write(adds(key))) for key in "bcd"]
    for _ in range(2):
        await asyncio.sleep(0)
    assert not any(task.done() for task in tasks), "nobody is told before"
    assert database.reading.execute("SELECT count(*) FROM texts").fetchone() == (0,)
    disk.ready.set()
    assert await asyncio.gather(*tasks) == list("abcd")
    assert disk.commits == 2, "what came meanwhile shares the next"


async def test_one_thread_makes_all_commits_and_ends_with_its_writer(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads, commit = list[threading.Thread](), database.commit

    def told() -> None:
        threads.append(threading.current_thread())
        commit()

    monkeypatch.setattr(database, "commit", told)
    writer = Writer(database)
    for key in "abc":
        await writer.write(adds(key))
    assert len(threads) == 3
    assert len(set(threads)) == 1, "the loop would wait until a new one has begun"
    del writer
    for _ in range(500):  # it may still be telling of its last commit, and holds on to the writer meanwhile
        gc.collect()
        threads[0].join(0.01)
        if not threads[0].is_alive():
            return
    pytest.fail("the thread outlives its writer")


@pytest.mark.parametrize("turns", [1, 2], ids=["submitted", "on its way"])
async def test_what_is_written_at_once_comes_after_what_was_submitted(database: Database, turns: int) -> None:
    writer = Writer(database)
    first = asyncio.create_task(writer.write(adds("first")))
    for _ in range(turns):
        await asyncio.sleep(0)
    assert writer.now(adds("second")) == "second"
    assert keys(database) == ["first", "second"]
    assert await first == "first"
    with pytest.raises(UsageError):
        writer.now(adds("bad"))


@pytest.mark.parametrize("turns", [0, 1], ids=["submitted", "on its way"])
def test_a_loop_that_died_before_its_turn_keeps_nobody_waiting(database: Database, turns: int) -> None:
    writer, dead = Writer(database), asyncio.new_event_loop()

    async def submit() -> None:
        writer.submit(adds("a"), lambda _: None)
        for _ in range(turns):
            await asyncio.sleep(0)
        dead.stop()

    task = dead.create_task(submit())
    with pytest.raises(RuntimeError, match="stopped"):
        dead.run_until_complete(dead.create_future())
    assert task.done()
    dead.close()

    async def later() -> str:
        return await asyncio.wait_for(writer.write(adds("b")), 5)

    assert asyncio.run(later()) == "b"
    assert keys(database) == ["a", "b"]
