"""`moot bench report` on results that others published."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from moot.bench.results import Results, Trial
from moot.cli import app
from moot.errors import AllSeatsFailed


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


def test_a_table_in_percent_is_asked_about_and_read_with_a_map(tmp_path: Path) -> None:
    path = tmp_path / "r.csv"
    path.write_text("case,points,contestant\na,78,x\nb,100,x\na,40,y\nb,0,y\n", encoding="utf-8")
    asked = CliRunner().invoke(app, ["bench", "report", str(path), "--map", "task=case,score=points"])
    assert "x: 2 scores of 2 are no figures from 0 to 1" in asked.stderr
    told = CliRunner().invoke(app, ["bench", "report", str(path), "--map", "task=case,score=points/100", "--json"])
    assert not told.stderr
    assert [line["share"]["score"] for line in json.loads(told.stdout)["lines"]] == [0.89, 0.2]


def test_a_bench_without_a_single_score_says_so_and_ends_as_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def run(*_: object) -> list[Results]:
        return [Results("claims", "a:b", (Trial("one", None, error="no answer"),))]

    monkeypatch.setattr("moot.bench.engine.running.run", run)
    arguments = ["--tasks", "x", "--contestants", "a:b", "--out", str(tmp_path)]
    ended = CliRunner().invoke(app, ["bench", "run", *arguments])
    assert isinstance(ended.exception, AllSeatsFailed) and "none of the 1 trial" in str(ended.exception)


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
