"""What `moot bench compare` and `moot bench report` load before and while they run: nothing that they do not use."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from moot.bench.engine.trials import FILE, Key, Line
from moot.bench.results import Trial

HEAVY = ("inspect_ai", "pydantic_ai", "onnxruntime", "trafilatura", "httpx2", "scipy", "numpy", "jinja2", "rich")
LOADED = """
import sys, json
from moot.cli import main
try:
    main()
except SystemExit as end:
    assert not end.code, end.code
sys.stderr.write(json.dumps([name for name in %r if name in sys.modules]))
"""


def loaded(*arguments: str) -> set[str]:
    """Which of the heavy packages a command has loaded when it is done."""
    command = [sys.executable, "-c", LOADED % (HEAVY,), "bench", *arguments]
    return set(json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stderr))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    lines = [
        Line(Key("sums", contestant, task, 1), Trial(task, float(n > at)), "moot", {}).to_json() + "\n"
        for at, contestant in enumerate(("openai:a", "openai:b"))
        for n, task in enumerate("stuv")
    ]
    (tmp_path / FILE).write_text("".join(lines))
    return tmp_path


@pytest.mark.parametrize("command", ["compare", "report"])
def test_help_loads_none(command: str) -> None:
    assert loaded(command, "--help") == set()


def test_headlines_are_judged_without_arrays() -> None:
    assert loaded("compare", "--row", "Repairs:500:78.8:80.8") == {"rich"}
    assert loaded("compare", "--row", "Repairs:500:78.8:80.8", "--json") == set()


def test_a_report_loads_templates_only_for_a_page(folder: Path) -> None:
    assert loaded("report", str(folder)) == {"numpy", "rich"}
    assert loaded("report", str(folder), "--json") == {"numpy"}
