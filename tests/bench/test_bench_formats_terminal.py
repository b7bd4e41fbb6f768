"""Runs of Terminal-Bench and jobs of Harbor, read to trials."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import bench_published as published
import pytest
from bench_published import noted, only, put, scores

from moot.bench.formats.format import read

MIXED = {"one": [True, False], "two": [None, True], "three": [False, False]}


def test_a_run_of_terminal_bench(tmp_path: Path) -> None:
    published.terminal_bench(tmp_path / "run", MIXED, model="vendor/m-1")
    found = only(tmp_path)
    assert scores(found) == {
        ("one", 1): 1.0,
        ("one", 2): 0.0,
        ("two", 1): None,
        ("two", 2): 1.0,
        ("three", 1): 0.0,
        ("three", 2): 0.0,
    }
    assert (found.benchmark, found.contestant, found.harness) == ("bench-core 0.1.1", "vendor/m-1", "agent-x")
    assert found.stated == pytest.approx(2 / 6)
    assert found.tasks_stated == 3
    failed = next(trial for trial in found.trials if trial.score is None)
    assert failed.error == "parse_error"
    assert found.trials[0].seconds == 60.0
    assert found.settings["terminal bench"] == "0.2.15"


def test_runs_of_one_submission_are_repeats_and_another_submission_is_not(tmp_path: Path) -> None:
    for run in ("run1_2025", "run2_2025"):
        published.terminal_bench(tmp_path / "sub-a" / run, {"one": [True], "two": [False]})
    published.terminal_bench(tmp_path / "sub-b" / "run1_2025", {"one": [True], "two": [True]})
    reading = read([tmp_path], {})
    assert {each.contestant: len(each.trials) for each in reading.results} == {"sub-a": 4, "sub-b": 2}
    assert set(scores(reading.results[0])) == {("one", 1), ("one", 2), ("two", 1), ("two", 2)}
    assert "taken as repeats" in noted(reading)


def test_runs_whose_folders_have_unlike_names_and_no_metadata_are_not_merged(tmp_path: Path) -> None:
    published.terminal_bench(tmp_path / "opus", {"one": [True]})
    published.terminal_bench(tmp_path / "sonnet", {"one": [False]})
    assert len(read([tmp_path], {}).results) == 2


def test_trials_of_a_run_that_was_read_are_not_read_again_and_of_a_broken_one_they_are(tmp_path: Path) -> None:
    whole, broken = tmp_path / "whole", tmp_path / "broken"
    published.terminal_bench(whole, {"one": [True, True]}, model="m")
    rows = json.loads((whole / "results.json").read_text())["results"]
    for run in (whole, broken):
        for n, row in enumerate(rows):
            put(run / "one" / f"one.{n + 1}-of-2.x" / "results.json", row)
    assert len(only(whole).trials) == 2
    assert scores(only(broken)) == {("one", 1): 1.0, ("one", 2): 1.0}


def test_a_run_without_metadata_takes_the_benchmark_with_which_it_shares_its_tasks(tmp_path: Path) -> None:
    published.terminal_bench(tmp_path / "named", {"one": [True], "two": [True]}, model="m-1")
    published.terminal_bench(tmp_path / "bare", {"one": [False], "two": [True]})
    reading = read([tmp_path], {})
    assert {each.benchmark for each in reading.results} == {"bench-core 0.1.1"}
    assert "does not say its benchmark" in noted(reading)


def test_a_job_of_harbor(tmp_path: Path) -> None:
    published.harbor(tmp_path / "job", MIXED, total=8)
    found = only(tmp_path)
    assert sorted(map(str, scores(found).values())) == ["0.0", "0.0", "0.0", "1.0", "1.0", "None"]
    assert len(set(scores(found))) == 6
    assert (found.benchmark, found.contestant, found.harness) == ("bench-2", "p/m-1", "agent-x 1.0")
    assert (found.stated, found.trials_stated) == (pytest.approx(2 / 6), 8)
    trial = next(each for each in found.trials if each.score is None)
    assert (trial.error, trial.cost, trial.seconds, trial.output_tokens) == ("BuildError", Decimal("0.5"), 90.0, 20)


def test_a_trial_of_harbor_that_is_cut_off_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    published.harbor(tmp_path / "job", {"one": [True], "two": [True]})
    put(tmp_path / "job" / "three__Xy" / "result.json", '{"id": 1, "task_name": "three", "verifier_res')
    reading = read([tmp_path], {})
    assert len(reading.results[0].trials) == 2
    assert "three__Xy/result.json is no whole JSON" in noted(reading)


STATS = "agent-x__M-1__org/bench-3"


def test_a_job_of_todays_harbor(tmp_path: Path) -> None:
    trials = [published.harbor_trial("one", 1.0), published.harbor_trial("two", None)]
    published.harbor_job(tmp_path / "job", trials, {STATS: {"mean": 0.5}})
    found = only(tmp_path)
    assert scores(found) == {("org/one", 1): 1.0, ("org/two", 1): None}
    assert (found.benchmark, found.contestant, found.harness) == ("org/bench-3", "p/M-1", "agent-x 2.1.0")
    assert (found.stated, found.trials_stated, found.settings["harbor"]) == (0.5, 2, "0.26.0")
    assert [trial.error for trial in found.trials] == ["", "AgentSetupTimeoutError"]


def test_what_an_agent_says_of_its_version_divides_no_contestant(tmp_path: Path) -> None:
    info = {"name": "agent-x", "model_info": {"name": "M-1", "provider": "p"}}
    said = ["2.1.0", "unknown", "\x1b[37mDEBUG\x1b[0m failed to load\nits settings at /root, trace:\n  at load\n2.1.0"]
    trials = [
        published.harbor_trial("one", 1.0, n, agent_info={**info, "version": version}) for n, version in enumerate(said)
    ]
    published.harbor_job(tmp_path / "job", trials, {STATS: {"mean": 1.0}})
    found = only(tmp_path)
    assert (len(found.trials), found.harness, found.stated) == (3, "agent-x 2.1.0", 1.0)


@pytest.mark.parametrize("name", ["agent-x__M-1__org/bench-3", "agent-x__m-1__org-bench-3"])
def test_statistics_belong_to_the_data_set_that_they_name(tmp_path: Path, name: str) -> None:
    trials = [published.harbor_trial("one", 1.0), published.harbor_trial("two", 0.0, source="elsewhere")]
    published.harbor_job(tmp_path / "job", trials, {name: {"mean": 1.0}})
    assert {each.benchmark: each.stated for each in read([tmp_path], {}).results} == {
        "org/bench-3": 1.0,
        "elsewhere": None,
    }


def test_jobs_whose_agents_were_given_other_things_are_no_repeats(tmp_path: Path) -> None:
    for job, skills in (("plain-1", []), ("plain-2", []), ("skilled", ["skills/notes"])):
        trial = published.harbor_trial("one", 1.0)
        trial["config"]["agent"]["skills"] = skills
        published.harbor_job(tmp_path / job, [trial], {STATS: {"mean": 1.0}})
    reading = read([tmp_path], {})
    assert sorted(len(each.trials) for each in reading.results) == [1, 2]
    assert len({each.contestant for each in reading.results}) == 2
    assert "plain-1/result.json and another job beside it is taken as repeats of one contestant" in noted(reading)


def test_a_reward_that_harbor_itself_does_not_count_is_no_score(tmp_path: Path) -> None:
    broke: dict[str, Any] = {"exception_info": {"exception_type": "ApiRateLimitError"}, "reward_valid": False}
    published.harbor_job(tmp_path / "job", [published.harbor_trial("one", 0.0, **broke)], {})
    (trial,) = only(tmp_path).trials
    assert (trial.score, trial.error) == (None, "ApiRateLimitError")


def test_a_trial_of_several_steps_has_what_its_steps_took(tmp_path: Path) -> None:
    step: dict[str, Any] = {"agent_result": {"n_output_tokens": 20, "cost_usd": 0.25}, "exception_info": None}
    step["agent_execution"] = {"started_at": "2026-05-01T00:01:00Z", "finished_at": "2026-05-01T00:01:30Z"}
    steps = [step, {**step, "exception_info": {"exception_type": "AgentTimeoutError"}}]
    several: dict[str, Any] = {
        "agent_result": None,
        "agent_execution": None,
        "exception_info": None,
        "step_results": steps,
    }
    trials = [published.harbor_trial("one", 0.5, 1, **several), published.harbor_trial("two", None, 2, **several)]
    published.harbor_job(tmp_path / "job", trials, {STATS: {"mean": 0.5}})
    one, two = only(tmp_path).trials
    assert (one.score, one.cost, one.seconds, one.output_tokens) == (0.5, Decimal("0.50"), 60.0, 40)
    assert two.error == "AgentTimeoutError"


def test_of_several_rewards_the_headline_is_of_the_one_that_counts(tmp_path: Path) -> None:
    rewards: dict[str, Any] = {"verifier_result": {"rewards": {"style": 0.25, "reward": 1.0}}}
    metric = {"reward": 1.0, "style": 0.25}
    published.harbor_job(tmp_path / "job", [published.harbor_trial("one", 1.0, **rewards)], {STATS: metric})
    found = only(tmp_path)
    assert (found.stated, found.trials[0].score, found.trials[0].parts) == (1.0, 1.0, (("style", 0.25),))


def test_a_job_that_was_not_finished_says_so(tmp_path: Path) -> None:
    published.harbor_job(tmp_path / "job", [published.harbor_trial("one", 1.0)], {}, pending=3)
    said = noted(read([tmp_path], {}))
    assert "job/result.json is of a job that was not finished: 3 of its 4 trials were still to be made" in said
