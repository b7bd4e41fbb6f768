from __future__ import annotations

import sys
from pathlib import Path

import pytest
from cli_moot import Ended, Moot

VARIABLES = (
    "ANTHROPIC_API_KEY",
    "OPENAI_API_KEY",
    "OPENROUTER_API_KEY",
    "GEMINI_API_KEY",
    "GOOGLE_API_KEY",
    "OPENAI_BASE_URL",
    "ANTHROPIC_BASE_URL",
    "MOOT_COMPATIBLE_BASE_URL",
    "MOOT_GGUF",
    "MOOT_TIMEOUT",
    "SEARXNG_URL",
    "BRAVE_API_KEY",
    "TAVILY_API_KEY",
    "EXA_API_KEY",
)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine without keys, a store of its own, and a folder of notes as the present one."""
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("MOOT_HOME", str(tmp_path / "home"))
    notes = tmp_path / "notes"
    notes.mkdir()
    (notes / "one.md").write_text(
        "---\ntitle: The north pump\ndate: 2026-03-01\n---\n\nThe north pump lifts 40 litres a second. "
        "It was serviced in March 2026. The south pump stands idle since the flood.\n"
    )
    (notes / "two.md").write_text(
        "---\ntitle: Pump survey\ndate: 2026-05-01\n---\n\nThe north pump lifts 34 litres a second after the service. "
        "The south pump may need repair. Nobody has measured the east pump.\n"
    )
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def moot(home: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Moot:
    """Run the command line as a user would; its exit code and what it printed."""
    from moot.cli import main

    monkeypatch.delenv("COLUMNS", raising=False)  # which the workers of a parallel run have

    def run(*arguments: str) -> Ended:
        monkeypatch.setattr(sys, "argv", ["moot", *arguments])
        capfd.readouterr()
        with pytest.raises(SystemExit) as ended:
            main()
        out, err = capfd.readouterr()
        code = ended.value.code
        return Ended(code if isinstance(code, int) else 1, out, err)

    return run
