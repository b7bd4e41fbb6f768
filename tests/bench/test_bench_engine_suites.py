"""Suites with attempts of their own, the terminal, and Moot's models under inspect_ai alone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from inspect_ai import eval_async
from inspect_ai.log import read_eval_log

from moot.bench.engine.running import Plan, run_async
from moot.errors import BadTask, CapReached, UsageError
from moot.ledger.store import Store
from moot.testing import Calling, DoubleServer, PromptView, scholar

TASKS = Path(__file__).parent / "bench_engine_tasks.py"
A = "compatible:double-a"


@pytest.fixture
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("MOOT_HOME", str(tmp_path / "home"))
    return tmp_path


@pytest.mark.long
async def test_a_case_is_a_run_that_is_kept_and_not_run_again(home: Path) -> None:
    plan = Plan(["sourced"], ["reader:lexical"], home / "out", budget=Decimal(1), limit=2)
    (results,) = await run_async(plan)
    assert [trial.cost for trial in results.trials] == [0, 0]
    assert all(trial.score in (0.0, 1.0) and trial.kind and trial.group and trial.parts for trial in results.trials)
    with Store.open(home / "out" / "moot.db") as store:
        runs = {row.id: row for row in store.runs()}
        for trial in results.trials:
            assert runs[trial.record.removeprefix("moot.db#")].state == "done"
        assert len(runs) == 3  # of them one is the bench itself
    (home / "out" / "results.jsonl").unlink()
    (again,) = await run_async(plan)
    assert {trial.record for trial in again.trials} == {trial.record for trial in results.trials}
    log = next((home / "out" / "logs").glob("*.eval"))
    assert read_eval_log(str(log)).eval.model == "moot/reader:lexical"


async def test_what_the_budget_cut_short_is_no_result_and_a_higher_one_goes_on(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with DoubleServer(scholar) as server:
        for name, value in server.env().items():
            monkeypatch.setenv(name, value)
        plan = Plan(["sourced"], [A], home / "out", budget=Decimal("0.0121"), price="0/10", limit=1)
        with pytest.raises(CapReached, match="no room for a further call after 0 of 1 trials"):
            await run_async(plan)
        (results,) = await run_async(replace(plan, budget=Decimal(5)))
        (trial,) = results.trials
        assert trial.score is not None, trial.error


async def test_a_verifier_takes_no_seat_of_a_run(home: Path) -> None:
    with pytest.raises(UsageError, match="verifier:embedded is a verifier"):
        await run_async(Plan(["sourced"], ["verifier:embedded"], home / "out"))


@pytest.fixture
def worker() -> Iterator[DoubleServer]:
    """Solves the task of which it knows the solution, at a shell, and hands in."""
    tasks = Path(__file__).parents[2] / "src/moot/bench/suites/terminal/tasks"
    solution = (tasks / "error-hours" / "solution" / "solve.sh").read_text()

    def works(prompt: PromptView) -> str:
        tools = [json.dumps(tool) for tool in prompt.body["tools"]]
        assert any("bash" in tool for tool in tools)
        if "all is done" in prompt.user:
            return Calling('{"answer": "done"}', "submit")
        return Calling(json.dumps({"command": f"{solution}\necho all is done"}), "bash")

    with DoubleServer(works) as double:
        yield double


@pytest.mark.long
async def test_work_at_a_terminal_is_scored_by_the_task(
    home: Path, worker: DoubleServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in worker.env().items():
        monkeypatch.setenv(name, value)
    tasks = Path(__file__).parents[2] / "src/moot/bench/suites/terminal/tasks"
    chosen = home / "tasks"
    chosen.mkdir()
    for name in ("error-hours", "merge-settings"):
        (chosen / name).symlink_to(tasks / name)
    (results,) = await run_async(Plan([f"terminal:{chosen}"], [A], home / "out", price="1/10"))
    assert {trial.task: trial.score for trial in results.trials} == {"error-hours": 1.0, "merge-settings": 0.0}


@pytest.mark.long
async def test_a_task_whose_reference_fails_is_refused_before_money(
    home: Path, worker: DoubleServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    import shutil

    for name, value in worker.env().items():
        monkeypatch.setenv(name, value)
    tasks = Path(__file__).parents[2] / "src/moot/bench/suites/terminal/tasks"
    shutil.copytree(tasks / "error-hours", home / "tasks" / "error-hours")
    (home / "tasks" / "error-hours" / "solution" / "solve.sh").write_text("#!/bin/bash\nexit 0\n")
    with pytest.raises(BadTask, match=r"Task 'error-hours' cannot be used: its reference solution reaches 0"):
        await run_async(Plan([f"terminal:{home / 'tasks'}"], [A], home / "out", price="1/10"))
    assert len(worker.requests) == 0


async def test_without_a_bench_a_model_has_a_run_and_a_cap_of_its_own(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with DoubleServer(lambda _: "It is 4.") as server:
        for name, value in server.env().items():
            monkeypatch.setenv(name, value)
        (log,) = await eval_async(
            f"{TASKS}@sums",
            model=f"moot/{A}",
            model_args={"budget": "0.5", "price": "1/10"},
            log_dir=str(home / "logs"),
            ctl_server=False,
            limit=2,
        )
    assert log.status == "success", log.error
    assert log.samples is not None
    assert [sample.output.completion for sample in log.samples] == ["It is 4.", "It is 4."]
    with Store.open(home / "home" / "moot.db") as store:
        (row,) = store.runs()
        record = store.record(row.id)
    assert (record.case.caps.usd, len(record.calls), row.usd > 0) == (Decimal("0.5"), 2, True)
