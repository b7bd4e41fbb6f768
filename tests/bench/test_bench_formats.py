"""Published results of every form, read to trials."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import bench_published as published
import pytest
from bench_published import put

from moot.bench.audit import written
from moot.bench.audit.audited import audit
from moot.bench.formats.format import Reading, formats, read
from moot.bench.results import Results

MIXED = {"one": [True, False], "two": [None, True], "three": [False, False]}


def only(path: Path, **mapping: str) -> Results:
    reading = read([path], mapping)
    assert len(reading.results) == 1
    return reading.results[0]


def scores(results: Results) -> dict[tuple[str, int], float | None]:
    return {(trial.task, trial.repeat): trial.score for trial in results.trials}


def noted(reading: Reading) -> str:
    return "\n".join(f"{note.where} {note.what}" for note in reading.notes)


def test_every_format_is_registered_and_the_general_one_is_asked_last() -> None:
    names = [form.name for form in formats()]
    assert {"swe-bench", "terminal-bench", "harbor", "inspect", "lm-eval", "helm", "aider"} < set(names)
    assert names[-1] == "table"


# --- Terminal-Bench ---------------------------------------------------------------------------------------------------


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


# --- Harbor -----------------------------------------------------------------------------------------------------------


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


# --- SWE-bench --------------------------------------------------------------------------------------------------------


def test_a_run_report_of_swe_bench(tmp_path: Path) -> None:
    path = published.swe_run(
        tmp_path / "m-1.run.json",
        solved=[1, 2],
        failed=[3, 4],
        empty_patch_ids=[5],
        error_ids=[6],
        incomplete_ids=[7],
        infra_failure_ids=[4],
    )
    found = only(path)
    by_task = {trial.task: (trial.score, trial.error) for trial in found.trials}
    assert by_task == {
        "proj__repo-1": (1.0, ""),
        "proj__repo-2": (1.0, ""),
        "proj__repo-3": (0.0, ""),
        "proj__repo-4": (None, "the environment failed"),
        "proj__repo-5": (0.0, ""),
        "proj__repo-6": (None, "the harness ended with an error"),
        "proj__repo-7": (None, "not submitted"),
    }
    assert found.stated == pytest.approx(2 / 7)
    assert {trial.group for trial in found.trials} == {"proj__repo"}


def test_submissions_are_completed_by_what_others_name_and_by_the_size_of_their_split(tmp_path: Path) -> None:
    base = tmp_path / "evaluation" / "lite"
    put(
        base / "2024_a" / "results" / "results.json",
        {"no_generation": ["p__r-9"], "no_logs": [], "resolved": ["p__r-1"]},
    )
    put(
        base / "2024_b" / "results" / "results.json",
        {"no_generation": [], "no_logs": ["p__r-1"], "resolved": ["p__r-2"]},
    )
    put(base / "2024_a" / "metadata.yaml", "info:\n  name: Agent A\ntags:\n  system:\n    attempts: '2'\n")
    a, b = read([tmp_path], {}).results
    assert (a.contestant, a.best_of, b.contestant, b.best_of) == ("Agent A", 2, "2024_b", 1)
    assert set(a.by_task) == set(b.by_task) and len(a.by_task) == 300
    assert [sum(trial.score or 0 for trial in each.trials) for each in (a, b)] == [1.0, 1.0]
    assert a.by_task["p__r-2"][0].score == 0.0
    assert b.by_task["p__r-1"][0].score is None
    assert a.stated == pytest.approx(1 / 300)


def test_reports_of_single_instances_are_the_items_and_the_lists_the_headline(tmp_path: Path) -> None:
    put(tmp_path / "sub" / "results" / "results.json", {"resolved": ["p__r-1", "p__r-2"], "no_generation": ["p__r-4"]})
    for number, won in ((1, True), (2, False), (3, False)):
        report = {f"p__r-{number}": {"patch_exists": True, "resolved": won}}
        put(tmp_path / "sub" / "logs" / f"p__r-{number}" / "report.json", report)
    found = only(tmp_path)
    assert [trial.score for trial in found.trials] == [1.0, 0.0, 0.0, 0.0]
    assert found.stated == 0.5


def test_a_run_report_is_checked_against_the_reports_of_its_instances(tmp_path: Path) -> None:
    published.swe_run(tmp_path / "m.r1.json", solved=[1, 2], failed=[3])
    for number, won in ((1, True), (2, False)):
        report = {published.swe(number): {"patch_exists": True, "resolved": won}}
        put(tmp_path / "logs" / "run_evaluation" / "r1" / "m" / published.swe(number) / "report.json", report)
    put(tmp_path / "logs" / "run_evaluation" / "r1" / "m" / published.swe(3) / "report.json", "")
    found = only(tmp_path)
    assert [trial.score for trial in found.trials] == [1.0, 0.0, None]
    assert found.stated == pytest.approx(2 / 3)


def test_details_and_predictions(tmp_path: Path) -> None:
    put(
        tmp_path / "per_instance_details.json",
        {"p__r-1": {"cost": 0.7, "resolved": True}, "p__r-2": {"resolved": False}},
    )
    put(tmp_path / "preds.json", {"p__r-3": {"model_patch": ""}})
    found = only(tmp_path)
    assert {trial.task: trial.score for trial in found.trials} == {"p__r-1": 1.0, "p__r-2": 0.0, "p__r-3": 0.0}
    assert found.trials[0].cost == Decimal("0.7")


# --- Inspect ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["json", "eval", "broken off"])
def test_a_log_of_inspect(tmp_path: Path, form: str) -> None:
    log = published.inspect_log(MIXED, accuracy=0.5)
    path = tmp_path / ("log.json" if form == "json" else "log.eval")
    if form == "json":
        put(path, log)
    else:
        published.packed(path, log, finished=form == "eval")
    found = only(path)
    assert len(scores(found)) == 6
    assert sum(trial.score or 0 for trial in found.trials) == 2.0
    assert (found.benchmark, found.contestant, found.trials_stated) == ("sums", "vendor/m-1", 6)
    assert found.stated == (None if form == "broken off" else 0.5)
    failed = next(trial for trial in found.trials if trial.score is None)
    assert (failed.task, failed.repeat, failed.error) == ("two", 1, "sandbox broke")
    assert found.trials[0].output_tokens == 7


def test_a_log_of_moots_own_says_whose_it_is_and_what_belongs_together(tmp_path: Path) -> None:
    log = published.inspect_log({"one": [True], "two": [False]}, accuracy=0.5)
    for n, sample in enumerate(log["samples"]):
        sample["metadata"] = {"group": f"g{n}", "kind": "odd"}
    put(tmp_path / "theirs.json", log)
    log["eval"] |= {"task": "other", "model": "moot/panel:/x/pair.toml"}
    log["eval"]["metadata"] = {"moot": {"benchmark": "sums", "contestant": "panel:/x/pair.toml", "tasks": 7}}
    put(tmp_path / "ours.json", log)
    ours, theirs = read([tmp_path], {}).results
    assert (ours.benchmark, ours.contestant, ours.tasks_stated) == ("sums", "panel:/x/pair.toml", 7)
    assert [(trial.group, trial.kind) for trial in ours.trials] == [("g0", "odd"), ("g1", "odd")]
    assert {(trial.group, trial.kind) for trial in theirs.trials} == {("", "")}


def test_a_folder_of_a_bench_is_read_once(tmp_path: Path) -> None:
    published.packed(tmp_path / "logs" / "log.eval", published.inspect_log({"one": [True]}, accuracy=1.0))
    put(tmp_path / "results.jsonl", '{"benchmark": "sums", "contestant": "m", "task": "one", "score": 1, "group": "g"}')
    reading = read([tmp_path], {})
    assert [(each.origin, each.trials[0].group) for each in reading.results] == [("results.jsonl", "g")]


def test_an_eval_that_is_cut_off_gives_the_samples_that_are_whole(tmp_path: Path) -> None:
    path = published.packed(tmp_path / "log.eval", published.inspect_log(MIXED, accuracy=0.5))
    raw = path.read_bytes()
    path.write_bytes(raw[: raw.index(b"samples/three_epoch_2")])
    reading = read([path], {})
    assert len(reading.results[0].trials) == 5
    assert "log.eval is cut off" in noted(reading)


def test_a_json_log_that_is_cut_off_gives_the_samples_that_are_whole(tmp_path: Path) -> None:
    text = json.dumps(published.inspect_log(MIXED, accuracy=0.5), indent=2)
    reading = read([put(tmp_path / "log.json", text[: text.rindex('"id": "three"')])], {})
    assert {trial.task for trial in reading.results[0].trials} == {"one", "two", "three"}
    assert len(reading.results[0].trials) == 5
    assert "no whole JSON" in noted(reading)


@pytest.mark.long
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_member_that_unpacks_to_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    import zipfile

    from moot.bench.formats import archive

    path = published.packed(tmp_path / "log.eval", published.inspect_log({"one": [True]}, accuracy=1.0))
    with (
        zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as bomb,
        bomb.open("header.json", "w", force_zip64=True) as member,
    ):
        for _ in range(archive.LARGEST // 2**20 + 2):
            member.write(b" " * 2**20)
    reading = read([path], {})  # the header is the bomb, so the start of the journal tells of the run
    assert len(reading.results[0].trials) == 1
    assert "header.json unpacks to more than 256 MB" in noted(reading)


def test_of_a_score_of_several_keys_that_of_the_headline_counts(tmp_path: Path) -> None:
    log = published.inspect_log({"a": [True], "b": [False], "c": [False]}, accuracy=None)
    for sample in log["samples"]:
        won = sample["scores"]["match"]["value"] == "C"
        sample["scores"] = {"marks": {"value": {"solved": int(won), "refused": int(not won)}}}
    figures = {"refused": 2 / 3, "solved": 1 / 3}
    log["results"]["scores"] = [
        {"name": key, "scorer": "marks", "reducer": None, "metrics": {"mean": {"value": share}}}
        for key, share in figures.items()
    ]
    put(tmp_path / "log.json", log)
    found = only(tmp_path)
    assert ([trial.score for trial in found.trials], found.stated) == ([0.0, 1.0, 1.0], pytest.approx(2 / 3))
    log["results"]["headline"] = {"scorer": "marks", "score": "solved", "metric": "mean", "reducer": None}
    put(tmp_path / "log.json", log)
    found = only(tmp_path)
    assert ([trial.score for trial in found.trials], found.stated) == ([1.0, 0.0, 0.0], pytest.approx(1 / 3))


def test_the_figure_of_one_group_is_no_headline(tmp_path: Path) -> None:
    log = published.inspect_log({"a": [True], "b": [False]}, accuracy=None)
    metrics: dict[str, object] = {
        "hard": {"value": 0.0, "group": "grouped"},
        "easy": {"value": 1.0, "group": "grouped"},
    }
    for more, stated in (({}, None), ({"all": {"value": 0.5, "group": "grouped"}, "stderr": {"value": 0.4}}, 0.5)):
        log["results"]["scores"][0]["metrics"] = {**metrics, **more}
        put(tmp_path / "log.json", log)
        assert only(tmp_path).stated == stated


def test_a_headline_that_is_the_mean_of_groups_is_known_for_it(tmp_path: Path) -> None:
    log = published.inspect_log({"a": [True], "b": [True], "c": [False], "d": [False]}, accuracy=None)
    for sample in log["samples"]:
        sample["metadata"] = {"field": "rare" if sample["id"] == "d" else "usual"}
    grouping = {"metric": {"name": "mean"}, "group_key": "field", "all": "groups", "all_label": "whole"}
    figures = {"usual": 2 / 3, "rare": 0.0, "whole": 1 / 3}
    metrics = {
        name: {"name": name, "group": "grouped", "value": value, "params": grouping} for name, value in figures.items()
    }
    spread = {"name": "whole", "group": "grouped", "value": 0.1, "params": {**grouping, "metric": {"name": "stderr"}}}
    log["results"]["scores"][0]["metrics"] = {"spread": spread, **metrics}
    put(tmp_path / "log.json", log)
    found = only(tmp_path)
    assert (found.stated, found.over_kinds) == (pytest.approx(1 / 3), "field")
    assert [trial.kind for trial in found.trials] == ["usual", "usual", "usual", "rare"]
    said = "\n".join(written.lines(audit([tmp_path], {})))
    assert "The stated 33.33 % is the mean of groups by field" in said and "No way of counting" not in said


# --- lm-eval, HELM, Aider ---------------------------------------------------------------------------------------------


def test_samples_of_lm_eval_by_filter(tmp_path: Path) -> None:
    published.lm_eval(tmp_path, [True, True, False], original=10, filters=["strict-match", "flexible-extract"])
    strict, flexible = read([tmp_path], {}).results
    assert (strict.benchmark, flexible.benchmark) == ("sums [strict-match]", "sums [flexible-extract]")
    assert [trial.score for trial in strict.trials] == [1.0, 1.0, 0.0]
    assert (strict.stated, flexible.stated, strict.tasks_stated) == (pytest.approx(2 / 3), 0.0, 10)
    assert (strict.contestant, strict.settings["shots"]) == ("org/m-1", "5")


def test_results_of_lm_eval_without_samples_are_no_items(tmp_path: Path) -> None:
    from moot.errors import UsageError

    published.lm_eval(tmp_path, [True], original=1)
    next(tmp_path.glob("samples_*")).unlink()
    with pytest.raises(UsageError, match="--log_samples"):
        read([tmp_path], {})


def test_samples_of_lm_eval_before_0_4_3_are_one_indented_list(tmp_path: Path) -> None:
    samples = [{"doc_id": n, "doc": {}, "target": 1, "acc": float(n == 0)} for n in range(3)]
    again = [{**each, "acc": 0.0} for each in samples]
    put(tmp_path / "pretrained__org__m-1_long_sums.jsonl", [*samples, *again])
    put(tmp_path / "pretrained__org__m-1_one.jsonl", samples)
    figures = {"alias": "x", "acc,strict": 1 / 3, "acc_stderr,strict": 0.1, "acc,flexible": 0.0}
    told = {"results": {"long_sums": figures, "one": {"acc,none": 1 / 3}}, "configs": {"sums": {}, "long_sums": {}}}
    told["configs"]["one"] = {}
    put(tmp_path / "results.json", {**told, "n-shot": {}, "config": {"model_args": "pretrained=org/m-1,dtype=float"}})
    reading = read([tmp_path], {})
    assert [(each.benchmark, each.contestant, each.stated) for each in reading.results] == [
        ("long_sums [strict]", "org/m-1", pytest.approx(1 / 3)),
        ("long_sums [flexible]", "org/m-1", 0.0),
        ("one", "org/m-1", pytest.approx(1 / 3)),
    ]
    assert [[trial.score for trial in each.trials] for each in reading.results] == [[1, 0, 0], [0, 0, 0], [1, 0, 0]]
    assert reading.notes == ()


@pytest.mark.parametrize("cut", [0, 30])
def test_samples_over_several_lines_are_read_as_far_as_they_are_whole(tmp_path: Path, cut: int) -> None:
    published.lm_eval(tmp_path, [True, True, False], original=3)
    path = next(tmp_path.glob("samples_*"))
    whole = "\n".join(json.dumps(json.loads(line), indent=2) for line in path.read_text().splitlines())
    path.write_text(whole[: len(whole) - cut])
    found = read([tmp_path], {})
    assert [trial.score for trial in found.results[0].trials] == [1.0, 1.0, 0.0][: 2 if cut else 3]
    assert ("breaks off" in noted(found)) == bool(cut)


def test_of_which_metric_the_scores_of_helm_are_is_said(tmp_path: Path) -> None:
    published.helm(tmp_path / "facts", [True, False], stated=0.5)
    said = "\n".join(written.lines(audit([tmp_path], {})))
    assert "scored by exact_match, not f1_score (--map score=NAME takes another)" in said
    assert "scored by exact" in written.markdown(audit([tmp_path], {})).replace("\\", "")
    assert "scored by f1_score\n" in "\n".join(written.lines(audit([tmp_path], {"score": "f1_score"})))


def test_a_run_of_helm_counts_its_test_split_without_perturbations(tmp_path: Path) -> None:
    published.helm(tmp_path / "facts", [True, False, True, True], stated=0.75)
    found = only(tmp_path)
    assert [(trial.score, trial.parts) for trial in found.trials] == [
        (each, (("f1_score", 0.5),)) for each in (1, 0, 1, 1)
    ]
    assert (found.benchmark, found.contestant) == ("facts:subject=all", "org/m-1")
    assert read([tmp_path], {}).notes == ()
    assert (found.stated, found.tasks_stated, found.settings["metric"]) == (0.75, 4, "exact_match")
    assert only(tmp_path, score="num_references").trials[0].score is None


def test_an_instance_of_helm_that_stands_there_twice_is_two_trials(tmp_path: Path) -> None:
    published.helm(tmp_path, [True, False], stated=0.5)
    rows = json.loads((tmp_path / "per_instance_stats.json").read_text())
    put(tmp_path / "per_instance_stats.json", [*rows, *rows])
    assert [trial.score for trial in only(tmp_path).trials] == [1.0, 1.0, 0.0, 0.0]


def test_predictions_of_helm_do_where_there_are_no_statistics(tmp_path: Path) -> None:
    rows = [{"instance_id": f"id{n}", "train_trial_index": 1, "stats": {"f1_score": 0.25}} for n in range(3)]
    put(tmp_path / "display_predictions.json", rows)
    assert [(trial.repeat, trial.score) for trial in only(tmp_path).trials] == [(2, 0.25)] * 3


def test_exercises_of_aider(tmp_path: Path) -> None:
    published.aider(
        tmp_path / "run",
        {"go/bowling": [True], "go/forth": [False, True], "rust/poker": [False, False], "rust/say": None},
    )
    (tmp_path / "run" / "rust" / "exercises" / "practice" / "wordy").mkdir()
    put(tmp_path / "run" / "rust" / "exercises" / "practice" / "wordy" / "wordy.rs", "//")
    found = only(tmp_path)
    told = {trial.task: (trial.score, dict(trial.parts).get("first try"), trial.kind) for trial in found.trials}
    assert told == {
        "go/bowling": (1.0, 1.0, "go"),
        "go/forth": (1.0, 0.0, "go"),
        "rust/poker": (0.0, 0.0, "rust"),
        "rust/say": (None, None, "rust"),
    }
    assert (found.best_of, found.tasks_stated, found.harness) == (2, 5, "aider abc1234")
    assert next(trial.error for trial in found.trials if trial.score is None) == "ValueError: no reply"


def test_a_split_of_another_benchmark_is_not_filled_up(tmp_path: Path) -> None:
    base = tmp_path / "evaluation" / "java" / "verified" / "2024_a" / "results"
    published.swe_run(base / "results.json", solved=[1], failed=[2], incomplete_ids=[3])
    lists = json.loads((base / "results.json").read_text())
    put(base / "results.json", {**lists, "resolved": lists["resolved_ids"]})
    found = only(tmp_path)
    assert (len(found.trials), found.tasks_stated, found.stated) == (3, 3, pytest.approx(1 / 3))
    put(base / "results.json", {"resolved": ["p__r-1"], "no_logs": ["p__r-2"]})
    assert (len(only(tmp_path).trials), only(tmp_path).benchmark) == (2, "swe-bench")


def test_a_run_of_aider_whose_exercises_were_sorted_into_folders_and_its_headline(tmp_path: Path) -> None:
    for folder, outcomes in (("passed", {"a": [True], "b": [False, True]}), ("failed", {"c": [False, False]})):
        for exercise, each in outcomes.items():
            row = {"testdir": f"/benchmarks/2024--run/{exercise}", "tests_outcomes": each, "model": "m-1"}
            put(tmp_path / "run" / folder / exercise / ".aider.results.json", row)
    put(tmp_path / "run" / "failed" / "d" / ".aider.results.json", {"exception": "ValueError: no reply"})
    stats = "- dirname: 2024--run\n  test_cases: 3\n  pass_rate_1: 33.3\n  pass_rate_2: 66.7\n  total_tests: 4\n"
    put(tmp_path / "run" / "results.txt", stats)
    found = only(tmp_path)
    assert [(trial.task, trial.score) for trial in found.trials] == [("c", 0.0), ("a", 1.0), ("b", 1.0), ("d", None)]
    assert (found.stated, found.tasks_stated, found.origin) == (pytest.approx(0.667), 4, "run")
