"""Published results of the other forms, read to trials: SWE-bench, lm-eval, HELM, Aider."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import bench_published as published
import pytest
from bench_published import noted, only, put

from moot.bench.audit import written
from moot.bench.audit.audited import audit
from moot.bench.formats.format import formats, read
from moot.errors import NoSources


def test_every_format_is_registered_and_the_general_one_is_asked_last() -> None:
    names = [form.name for form in formats()]
    assert {"swe-bench", "terminal-bench", "harbor", "inspect", "lm-eval", "helm", "aider"} < set(names)
    assert names[-1] == "table"


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


# --- lm-eval, HELM, Aider ---------------------------------------------------------------------------------------------


def test_samples_of_lm_eval_by_filter(tmp_path: Path) -> None:
    published.lm_eval(tmp_path, [True, True, False], original=10, filters=["strict-match", "flexible-extract"])
    strict, flexible = read([tmp_path], {}).results
    assert (strict.benchmark, flexible.benchmark) == ("sums [strict-match]", "sums [flexible-extract]")
    assert [trial.score for trial in strict.trials] == [1.0, 1.0, 0.0]
    assert (strict.stated, flexible.stated, strict.tasks_stated) == (pytest.approx(2 / 3), 0.0, 10)
    assert (strict.contestant, strict.settings["shots"]) == ("org/m-1", "5")


def test_results_of_lm_eval_without_samples_are_no_items(tmp_path: Path) -> None:
    published.lm_eval(tmp_path, [True], original=1)
    next(tmp_path.glob("samples_*")).unlink()
    with pytest.raises(NoSources, match="--log_samples"):
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


def test_what_lm_eval_counts_over_all_documents_gives_no_document_a_score(tmp_path: Path) -> None:
    rows = [
        {"doc_id": n, "filter": "none", "metrics": ["f1", "acc"], "f1": ["x", ["y"]], "acc": n % 2} for n in range(4)
    ]
    file = tmp_path / "samples_named_2026-01-16T16-02-26.648276.jsonl"
    put(file, "".join(json.dumps(row) + "\n" for row in rows))
    assert only(tmp_path).scored_by == "acc"
    put(file, "".join(json.dumps({**row, "metrics": ["f1"]}) + "\n" for row in rows))
    with pytest.raises(NoSources, match="of all documents together: none has a score of its own"):
        read([tmp_path], {})


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
