"""The file of a store: what is committed is on the disk, and what cannot be written is left as it is."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from ledger_kit import adds

from moot.errors import CannotWrite
from moot.ledger.database import Database
from moot.ledger.writer import Writer


def test_a_commit_is_on_the_disk_when_it_returns(tmp_path: Path) -> None:
    database = Database(tmp_path / "moot.db")
    settings = [database.connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")]
    database.close()
    assert settings == ["wal", 2], "2 is FULL"


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
