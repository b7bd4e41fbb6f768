"""`moot bench report` on results that others published."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from moot.cli import app


def submission(folder: Path, resolved: list[str]) -> Path:
    results = folder / "results"
    results.mkdir(parents=True)
    (results / "results.json").write_text(json.dumps({"resolved": resolved, "no_generation": [], "no_logs": []}))
    return folder


def test_published_results_are_read_together_whatever_the_number_of_paths(tmp_path: Path) -> None:
    tasks = [f"r{n}__r{n}-1" for n in range(100)]
    one = submission(tmp_path / "evaluation/verified/one", tasks[:80])
    other = submission(tmp_path / "evaluation/verified/other", tasks[40:80])
    told = CliRunner().invoke(app, ["bench", "report", str(one), str(other), "--json"])
    assert told.exit_code == 0, told.output
    (pair,) = json.loads(told.stdout)["pairs"]
    (verdict,) = pair["verdicts"]
    assert (verdict["outcome"], verdict["tasks"], verdict["difference"]) == ("A leads", 500, 0.08)


@pytest.mark.parametrize(
    "arguments",
    [
        ["--difference", "1", "--base", "0", "--tasks", "2000"],
        ["--difference", "1", "--base", "0", "--flips", "0"],
        ["--difference", "0.95", "--base", "0", "--flips", "0.0475", "--tasks", "50"],
    ],
)
def test_a_difference_that_is_all_there_can_be_is_planned(arguments: list[str]) -> None:
    planned = CliRunner().invoke(app, ["bench", "plan", *arguments])
    assert planned.exit_code == 0, planned.output
