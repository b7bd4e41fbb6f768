"""An error in Moot itself: one sentence, and a file that says where it was raised."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from cli_moot import Moot

from moot.ledger.store import Store

KEY = "a-key-of-somebody-0123456789"


@pytest.fixture
def broken(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def opened() -> Store:
        private = "what nobody else may read"
        raise LookupError(f"no such thing for {KEY}, {len(private)}")

    monkeypatch.setenv("ANTHROPIC_API_KEY", KEY)
    monkeypatch.setattr(Store, "open", opened)


@pytest.mark.usefixtures("broken")
def test_where_it_was_raised_is_kept_and_named(moot: Moot, home: Path) -> None:
    path = home / "home" / "crash.txt"
    for _ in range(2):
        ended = moot("runs")
        assert ended.code == 1 and len(ended.err.splitlines()) == 1 and "Traceback" not in ended.err + ended.out
        assert f"please report it with {path}." in ended.err
    text = path.read_text()
    assert "builtins.LookupError" in text and "test_cli_crash.py" in text
    assert KEY not in text and ", 25" not in text, "a message may quote anybody's data"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.usefixtures("broken")
def test_where_nothing_can_be_written_the_sentence_stays(
    moot: Moot, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "file").touch()
    monkeypatch.setenv("MOOT_HOME", str(home / "file"))
    ended = moot("runs")
    assert ended.code == 1 and ended.err.endswith("; please report it.\n") and len(ended.err.splitlines()) == 1
