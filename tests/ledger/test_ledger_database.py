"""Many writes, one commit; one that fails undoes only itself."""

from __future__ import annotations

import asyncio
import os
import sqlite3
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any

import pytest
from ledger_kit import Disk

from moot.errors import CannotWrite, UsageError
from moot.ledger.database import Database, Writer


@pytest.fixture
def database(tmp_path: Path) -> Generator[Database]:
    database = Database(tmp_path / "moot.db")
    yield database
    database.close()


def adds(key: str) -> Callable[[sqlite3.Connection], str]:
    def job(connection: sqlite3.Connection) -> str:
        connection.execute("INSERT INTO texts (sha256, text) VALUES (?, ?)", (key, b""))
        if key.startswith("bad"):
            raise UsageError(key)
        return key

    return job


def keys(database: Database) -> list[str]:
    with sqlite3.connect(database.path) as other:
        found = [key for (key,) in other.execute("SELECT sha256 FROM texts ORDER BY rowid")]
    other.close()
    return found


def test_a_commit_is_on_the_disk_when_it_returns(database: Database) -> None:
    settings = [database.connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")]
    assert settings == ["wal", 2], "2 is FULL"


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


def sealed(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a medium that is only read; root writes whatever the mode of a file is."""

    def access(at: Path, mode: int) -> bool:
        assert at.parent in (path, path.parent, path.parent.parent)
        return mode != os.W_OK

    monkeypatch.setattr(os, "access", access)


def test_a_store_on_a_medium_that_is_only_read_is_read_and_left_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a store?.db"
    database = Database(path)
    Writer(database).now(adds("a"))
    database.close()
    sealed(path, monkeypatch)
    database = Database(path)
    with database.snapshot() as connection:
        assert connection.execute("SELECT sha256 FROM texts").fetchall() == [("a",)]
    with pytest.raises(CannotWrite, match="cannot be written: attempt to write a readonly database"):
        Writer(database).now(adds("b"))
    database.close()
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_a_log_that_cannot_be_read_in_is_no_matter_of_writing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Database(tmp_path / "moot.db").close()
    (tmp_path / "moot.db-wal").write_bytes(b"of a copy that was taken while somebody wrote")

    def refused(name: str, *more: Any, **options: Any) -> sqlite3.Connection:
        assert name.endswith("moot.db?mode=ro"), "what is in the log must not be passed over"
        raise sqlite3.OperationalError("unable to open database file")

    monkeypatch.setattr(sqlite3, "connect", refused)
    sealed(tmp_path / "moot.db", monkeypatch)
    with pytest.raises(CannotWrite, match=r"cannot be read where nothing can be written beside it .*copy its folder"):
        Database(tmp_path / "moot.db")
