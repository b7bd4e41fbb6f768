"""What an audit finds, one fault at a time: what, how many, and from which headline to which."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

import bench_published as published
import pytest
from bench_published import Outcome, put
from hypothesis import given, settings
from hypothesis import strategies as st

from moot.bench.audit import written
from moot.bench.audit.audited import Audit, audit
from moot.bench.audit.finding import Finding, Kind
from moot.bench.formats.table import mapped
from moot.errors import NoSources, UsageError


def table(path: Path, rows: list[Mapping[str, object]]) -> Path:
    return put(path, "\n".join(map(json.dumps, rows)))


def one(found: Audit, kind: Kind) -> Finding:
    """The finding of that kind, the only one."""
    fitting = [each for each in found.findings if each.kind is kind]
    assert len(fitting) == 1, [each.what for each in found.findings]
    return fitting[0]


def kinds(found: Audit) -> list[Kind]:
    return [each.kind for each in found.findings]


def moved(finding: Finding) -> tuple[float | None, float | None]:
    return finding.before, finding.after


def test_items_that_give_the_stated_headline_are_no_finding(tmp_path: Path) -> None:
    published.terminal_bench(tmp_path, {"one": [True], "two": [False]})
    found = audit([tmp_path], {})
    assert found.findings == ()
    assert (found.rows[0].stated, found.rows[0].recomputed, found.rows[0].difference) == (0.5, 0.5, 0.0)


def test_a_headline_that_no_way_of_counting_gives(tmp_path: Path) -> None:
    published.terminal_bench(tmp_path, {"one": [True], "two": [False]}, accuracy=0.8)
    finding = one(audit([tmp_path], {}), Kind.HEADLINE)
    assert moved(finding) == (0.8, 0.5)
    assert "No way of counting" in finding.what


def test_a_headline_that_leaves_errors_out_is_told_so_and_both_ways_are_computed(tmp_path: Path) -> None:
    put(tmp_path / "log.json", published.inspect_log({"a": [True], "b": [False], "c": [None]}, accuracy=0.5))
    found = audit([tmp_path], {})
    headline, errors = one(found, Kind.HEADLINE), one(found, Kind.ERRORS)
    assert "leaves out the trials without a score" in headline.what
    assert moved(headline) == (0.5, pytest.approx(1 / 3))
    assert moved(errors) == (pytest.approx(1 / 3), 0.5)
    assert "sandbox broke: 1" in errors.what and "leaves them out" in errors.what
    assert errors.examples == ("c",)


def test_errors_that_the_headline_counts_as_failures(tmp_path: Path) -> None:
    published.terminal_bench(tmp_path, {"a": [True], "b": [None]})
    finding = one(audit([tmp_path], {}), Kind.ERRORS)
    assert "counts them as failures" in finding.what
    assert moved(finding) == (0.5, 1.0)


def test_the_best_of_five_told_as_one(tmp_path: Path) -> None:
    outcomes: dict[str, list[Outcome]] = {"a": [False, True, False, False, False], "b": [True] * 5, "c": [False] * 5}
    published.terminal_bench(tmp_path, outcomes, accuracy=2 / 3)
    finding = one(audit([tmp_path], {}), Kind.BEST_OF)
    assert "pass@5" in finding.what
    assert moved(finding) == (pytest.approx(2 / 3), pytest.approx(0.4))


def test_tries_after_errors_were_shown_are_told_beside_the_first(tmp_path: Path) -> None:
    published.aider(tmp_path / "run", {"go/a": [True], "go/b": [False, True], "go/c": [False, False], "go/d": None})
    finding = one(audit([tmp_path], {}), Kind.BEST_OF)
    assert moved(finding) == (0.5, 0.25)
    assert "up to 2 tries" in finding.what


def test_a_reducer_that_takes_the_best_epoch_is_seen_in_the_log(tmp_path: Path) -> None:
    log = published.inspect_log({"a": [True, True], "b": [False, False]}, accuracy=0.5, reducer="max")
    put(tmp_path / "log.json", log)
    assert "up to 2 tries" in one(audit([tmp_path], {}), Kind.BEST_OF).what
    put(
        tmp_path / "log.json",
        published.inspect_log({"a": [True, False], "b": [False] * 2}, accuracy=0.5, reducer="max"),
    )
    assert moved(one(audit([tmp_path], {}), Kind.BEST_OF)) == (0.5, 0.25)


@pytest.mark.parametrize(
    ("reducer", "stated", "said"),
    [
        ("mode", 2 / 3, "takes the most frequent score"),
        ("median", 2 / 3, "takes the median"),
        ("majority", 2 / 3, "score of more than half"),
        ("at_least_2", 2 / 3, "where at least 2 of its trials solve it"),
        ("pass_k_2", 4 / 9, r"2 trials of a task all solve it \(pass\^2\)"),
    ],
)
def test_a_headline_by_a_reducer_that_the_log_names(tmp_path: Path, reducer: str, stated: float, said: str) -> None:
    outcomes = {"a": [True] * 3, "b": [True, True, False], "c": [False] * 3}
    put(tmp_path / "log.json", published.inspect_log(outcomes, accuracy=stated, reducer=reducer))
    (finding,) = audit([tmp_path], {}).findings
    assert finding.kind is Kind.HEADLINE and re.search(said, finding.what), finding.what
    assert moved(finding) == (pytest.approx(stated), pytest.approx(5 / 9))


def test_a_headline_by_the_best_of_fewer_trials_than_there_are(tmp_path: Path) -> None:
    outcomes = {"a": [True] * 3, "b": [True, False, False], "c": [False] * 3}
    put(tmp_path / "log.json", published.inspect_log(outcomes, accuracy=5 / 9, reducer="pass_at_2"))
    (finding,) = audit([tmp_path], {}).findings
    assert finding.kind is Kind.BEST_OF and "pass@2" in finding.what
    assert moved(finding) == (pytest.approx(5 / 9), pytest.approx(4 / 9))


def test_trials_counted_as_independent_tasks(tmp_path: Path) -> None:
    rows = [{"task": f"t{t}", "trial": k, "score": int(t < 55)} for t in range(89) for k in range(1, 6)]
    found = audit([table(tmp_path / "r.jsonl", list(rows))], {}, stated=0.618, tasks=445)
    assert kinds(found) == [Kind.COUNTED_AS_TASKS]
    finding = found.findings[0]
    assert "445" in finding.what and "89 tasks, 5 trials each" in finding.what
    assert "±10.2 points by task, not ±4.5" in finding.effect


def test_tasks_that_the_place_counts_and_that_are_not_there(tmp_path: Path) -> None:
    published.lm_eval(tmp_path, [True, True, False, True], original=10)
    finding = one(audit([tmp_path], {}), Kind.MISSING_TASKS)
    assert finding.count == 6
    assert moved(finding) == (0.75, pytest.approx(0.3))
    assert "between 30.0 % and 90.0 %" in finding.effect


def test_tasks_with_fewer_trials_than_the_others(tmp_path: Path) -> None:
    published.terminal_bench(tmp_path, {"a": [True, True], "b": [False, False], "c": [True]})
    finding = one(audit([tmp_path], {}), Kind.MISSING_TRIALS)
    assert finding.examples == ("c (1)",)
    assert moved(finding) == (pytest.approx(2 / 3), pytest.approx(1 / 2))


def test_trials_that_the_job_says_there_were(tmp_path: Path) -> None:
    published.harbor(tmp_path / "job", {"a": [True], "b": [False]}, total=5)
    finding = one(audit([tmp_path], {}), Kind.MISSING_TRIALS)
    assert finding.count == 2 and "fewer than 2 trials" in finding.what


def test_ids_that_stand_there_twice(tmp_path: Path) -> None:
    scored = [("a", 1), ("a", 1), ("b", 0), ("b", 1), ("c", 0)]
    rows: list[Mapping[str, object]] = [{"task": task, "score": score} for task, score in scored]
    found = audit([table(tmp_path / "r.jsonl", rows)], {})
    finding = one(found, Kind.DUPLICATES)
    assert (finding.count, finding.examples) == (2, ("b",))
    assert "1 of them with unlike scores" in finding.what
    assert moved(finding) == (found.rows[0].recomputed, pytest.approx(1 / 3))


def test_a_file_that_was_put_together_twice(tmp_path: Path) -> None:
    rows: list[Mapping[str, object]] = [{"task": f"t{n}", "score": n % 2} for n in range(6)]
    finding = one(audit([table(tmp_path / "r.jsonl", rows + rows)], {}), Kind.DUPLICATES)
    assert finding.count == 6 and "the same score each time" in finding.what


def test_repeats_without_numbers_are_no_duplicates(tmp_path: Path) -> None:
    rows: list[Mapping[str, object]] = [{"task": f"t{n}", "score": (n + k) % 2} for n in range(6) for k in range(3)]
    assert audit([table(tmp_path / "r.jsonl", rows)], {}).findings == ()


def test_scores_that_are_percent_are_asked_about(tmp_path: Path) -> None:
    path = table(tmp_path / "r.jsonl", [{"task": "a", "score": 80}, {"task": "b", "score": 40}])
    found = audit([path], {})
    assert kinds(found) == [Kind.OUTSIDE]
    assert "--map score=COLUMN/100" in found.findings[0].advice
    assert audit([path], mapped("score=score/100")).rows[0].recomputed == pytest.approx(0.6)


def test_two_contestants_with_differing_tasks_harnesses_and_settings(tmp_path: Path) -> None:
    def row(model: str, harness: str, task: int) -> Mapping[str, object]:
        return {"model": model, "harness": harness, "task": f"t{task}", "score": int(task < 6 or task % 3 > 0)}

    path = table(
        tmp_path / "r.jsonl", [row("a", "x 1", n) for n in range(30)] + [row("b", "x 2", n) for n in range(6, 36)]
    )
    found = audit([path], {})
    sets = [each for each in found.findings if each.kind is Kind.TASK_SETS]
    assert [(each.contestant, each.count) for each in sets] == [("a", 6), ("b", 6)]
    assert moved(sets[0]) == (pytest.approx(22 / 30), pytest.approx(2 / 3))
    assert sets[0].what == "6 tasks of 30 are not among those of every contestant; 6 that others have are missing"
    assert "x 1 (a); x 2 (b)" in one(found, Kind.HARNESSES).what
    assert found.contestants == ("a", "b")
    assert [(each.row, each.tasks) for each in found.verdicts] == [("results", 24)]


def test_settings_that_differ_are_told_with_who_has_which(tmp_path: Path) -> None:
    published.harbor(tmp_path / "sub-a" / "job", {"a": [True]}, cpus=1)
    published.harbor(tmp_path / "sub-b" / "job", {"a": [True]}, cpus=4)
    finding = one(audit([tmp_path], {}), Kind.SETTINGS)
    assert "cpus: 1 (" in finding.what and "4 (" in finding.what


def test_one_number_of_trials_against_another(tmp_path: Path) -> None:
    rows = [{"model": "a", "task": f"t{n}", "trial": k, "score": 1} for n in range(4) for k in (1, 2, 3)]
    rows += [{"model": "b", "task": f"t{n}", "trial": 1, "score": 1} for n in range(4)]
    assert (
        "number of trials a task: 3 (a); 1 (b)"
        in one(audit([table(tmp_path / "r.jsonl", list(rows))], {}), Kind.SETTINGS).what
    )


def test_contestants_without_a_task_in_common_get_a_sentence(tmp_path: Path) -> None:
    rows: list[Mapping[str, object]] = [{"model": m, "task": m + "1", "score": 1} for m in "ab"]
    found = audit([table(tmp_path / "r.jsonl", rows)], {})
    assert found.verdicts == () and found.unjudged
    assert "no task is common to all" in found.findings[0].effect


def test_what_was_not_read_is_a_finding_with_its_places(tmp_path: Path) -> None:
    path = put(tmp_path / "r.csv", "task,score\n" + ",1\n" * 9 + "x,1\n")
    finding = one(audit([path], {}), Kind.UNREADABLE)
    assert (finding.count, len(finding.examples)) == (9, 5)


def test_what_stands_in_one_place_is_told_once(tmp_path: Path) -> None:
    path = put(tmp_path / "r.csv", "task,score\n,1\na,1\nb,7\n")
    found = audit([path], {})
    assert one(found, Kind.UNREADABLE).examples == ()
    assert "1 of 2 scores is no figure" in one(found, Kind.OUTSIDE).what


def test_a_verdict_comes_with_what_its_reader_must_know(tmp_path: Path) -> None:
    rows: list[Mapping[str, object]] = [
        {"model": model, "task": f"t{n}", "score": int(n < solved)}
        for model, solved, tasks in (("a", 60, 100), ("b", 58, 99))
        for n in range(tasks)
    ]
    found = audit([table(tmp_path / "r.jsonl", rows)], {})
    for text in ("\n".join(written.lines(found)), written.markdown(found)):
        assert text.count("Left out: 1 task that only A, and 0 that only B was given.") == 1
        assert "a less b: " in text and " points, over 99 tasks" in text


def test_a_stated_headline_is_of_one_contestant(tmp_path: Path) -> None:
    rows: list[Mapping[str, object]] = [{"model": m, "task": "t", "score": 1} for m in "ab"]
    with pytest.raises(UsageError, match="--stated and --tasks"):
        audit([table(tmp_path / "r.jsonl", rows)], {}, stated=0.5)


def test_what_is_written_holds_every_finding_and_obeys_no_name(tmp_path: Path) -> None:
    name = "evil\x1b[31m|<script>[x](http://e.vil)\u202e"
    rows: list[Mapping[str, object]] = [
        {"model": name, "task": name + "1", "score": 5},
        {"model": name, "task": "x", "score": 1},
    ]
    found = audit([table(tmp_path / "r.jsonl", rows)], {})
    text = written.markdown(found)
    assert "\x1b" not in text and "\u202e" not in text and "<script>" not in text and "[x](" not in text
    assert text.count("\n## ") == len(found.findings)
    told = json.loads(written.as_json(found))
    assert told["findings"][0]["kind"] == "scores outside 0 to 1"
    assert told["rows"][0]["contestant"].startswith("evil")


_TRIALS = st.dictionaries(
    st.sampled_from("abcdefgh"), st.lists(st.sampled_from([True, False, None]), min_size=1, max_size=4), min_size=1
)


@settings(max_examples=80, deadline=None)
@given(_TRIALS)
def test_the_headline_is_of_tasks_and_errors_lie_between(
    tmp_path_factory: pytest.TempPathFactory, outcomes: dict[str, list[Outcome]]
) -> None:
    folder = tmp_path_factory.mktemp("run")
    published.terminal_bench(folder, outcomes)
    row = audit([folder], {}).rows[0]
    means = [sum(won is True for won in each) / len(each) for each in outcomes.values()]
    assert row.recomputed is not None and row.recomputed == pytest.approx(sum(means) / len(means))
    assert row.without_errors is None or row.without_errors >= row.recomputed - 1e-9
    assert row.trials == sum(map(len, outcomes.values()))
    assert row.errors == sum(won is None for each in outcomes.values() for won in each)


def test_tasks_that_are_missing_are_not_taken_for_missing_trials_of_those_that_are_here(tmp_path: Path) -> None:
    log = published.inspect_log({f"t{n}": [True] for n in range(8)}, accuracy=None)
    put(tmp_path / "log.json", {**log, "samples": log["samples"][:2]})
    found = audit([tmp_path], {})
    assert "6 of them are not here" in one(found, Kind.MISSING_TASKS).what
    assert Kind.MISSING_TRIALS not in kinds(found)  # which would be the same six, told twice
    assert [each.what for each in found.findings if "fewer than" in each.what] == []


def test_json_that_breaks_off_is_named_in_a_sentence(tmp_path: Path) -> None:
    text = json.dumps(published.inspect_log({"a": [True], "b": [False]}, accuracy=0.5))
    place = put(tmp_path / "log.json", text[: text.index("match") + 2])
    with pytest.raises(NoSources, match=r"no whole JSON: Unterminated string starting at line 1") as caught:
        audit([place], {})
    assert "at at" not in str(caught.value)
