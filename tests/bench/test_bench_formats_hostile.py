"""Files that are too large, damaged, hostile or nothing at all: one sentence each, and what can be read is read."""

from __future__ import annotations

import os
import random
from pathlib import Path

import bench_published as published
import pytest
from bench_published import put

from moot.bench.formats.format import read
from moot.errors import NoSources

GB = 1024**3


def refused(path: Path) -> str:
    with pytest.raises(NoSources) as told:
        read([path], {})
    assert "\n" not in str(told.value)
    return str(told.value)


def test_nothing_there(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert "is not there" in refused(tmp_path / "no.csv")
    assert "holds no file" in refused(tmp_path / "empty")


def test_an_unknown_form_is_told_with_those_that_are_known(tmp_path: Path) -> None:
    put(tmp_path / "x.json", {"hello": 1})
    said = refused(tmp_path / "x.json")
    assert "in no form that is known" in said and "terminal-bench" in said and "--map" in said


@pytest.mark.parametrize("name", ["r.jsonl", "results.json", "r.csv", "log.json", "log.eval"])
def test_a_file_of_ten_gigabytes_is_not_read(tmp_path: Path, name: str) -> None:
    head = {"results.json": '{"results": [{"task_id": 1, "is_resolved": 1', "log.json": '{"version": 2, "eval": {'}
    path = put(tmp_path / name, head.get(name, "task,score\n"))
    os.truncate(path, 10 * GB)  # a hole: nothing is written
    assert "is 10.0 GB, more than" in refused(path)


@pytest.mark.parametrize("raw", ["[" * 100_000, '{"a":' * 100_000, "1" * 10_000, "\x00" * 500, "PK\x03\x04" + "A" * 99])
def test_text_that_is_no_results(tmp_path: Path, raw: str) -> None:
    for name in ("r.json", "r.jsonl", "r.csv", "r.eval"):
        refused(put(tmp_path / name, raw))


def test_links_out_of_the_folder_are_not_followed(tmp_path: Path) -> None:
    put(tmp_path / "elsewhere" / "secret.csv", "task,score\nx,1\n")
    home = tmp_path / "home"
    put(home / "mine.csv", "task,score\ny,1\n")
    (home / "link.csv").symlink_to(tmp_path / "elsewhere" / "secret.csv")
    (home / "folder").symlink_to(tmp_path / "elsewhere")
    (home / "inside.csv").symlink_to(home / "mine.csv")
    (home / "gone.csv").symlink_to(home / "nowhere.csv")
    os.mkfifo(home / "pipe.csv")
    reading = read([home], {})
    assert {each.contestant for each in reading.results} == {"mine", "inside"}
    assert sorted(note.where for note in reading.notes) == ["folder", "link.csv"]


def test_an_eval_with_any_bytes_broken_is_read_or_refused(tmp_path: Path) -> None:
    whole = published.packed(
        tmp_path / "log.eval", published.inspect_log({"one": [True], "two": [False]}, accuracy=0.5)
    )
    raw, chance = whole.read_bytes(), random.Random(5)
    for _ in range(150):
        broken = bytearray(raw[: chance.randrange(1, len(raw) + 1)])
        for _ in range(chance.randrange(3)):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        whole.write_bytes(broken)
        try:
            read([whole], {})
        except NoSources as error:
            assert "\n" not in str(error)


def test_values_of_the_wrong_kind_break_nothing(tmp_path: Path) -> None:
    wrong = [None, 1, "x", [], {}, [[]], {"a": []}, True, 1e308, -1]
    for at, value in enumerate(wrong):
        folder = tmp_path / str(at)
        row = {"task_id": value, "is_resolved": value, "trial_name": value, "trial_started_at": value}
        put(folder / "tb" / "results.json", {"results": [row, value], "accuracy": value})
        put(folder / "tb" / "run_metadata.json", {"dataset_name": value, "model_name": value, "dataset_size": value})
        trial = {"task_name": value, "agent_info": value, "verifier_result": {"rewards": value}, "config": value}
        put(folder / "job" / "t__1" / "result.json", trial)
        put(folder / "job" / "result.json", {"n_total_trials": value, "stats": value, "trial_results": value})
        put(folder / "m.r.json", {"resolved_ids": value, "total_instances": value, "unresolved_ids": [value]})
        put(folder / "per_instance_details.json", {"p__r-1": value, "resolved": value})
        log = published.inspect_log({"one": [True]}, accuracy=1.0)
        put(folder / "log.json", log | {"samples": [value, {"id": value, "scores": value}], "results": value})
        put(folder / "per_instance_stats.json", [{"instance_id": value, "stats": value}, value])
        put(folder / ".aider.results.json", {"tests_outcomes": value, "model": value, "cost": value})
        put(folder / "samples_t_2026-01-01T00-00-00.jsonl", f'{{"doc_id": 1, "metrics": {at}, "acc": []}}')
        put(folder / "results_2026-01-01T00-00-00.json", {"results": {"t": value}, "configs": value, "n-shot": value})
        for each in read([folder], {}).results:
            assert all(trial.score is None or 0 <= trial.score <= 1 for trial in each.trials)


def test_many_contestants_take_no_longer_than_many_rows(tmp_path: Path) -> None:
    from moot.bench.audit import written
    from moot.bench.audit.audited import audit

    rows = "".join(f"m{n},t{n},1\n" for n in range(4_000))
    found = audit([put(tmp_path / "r.csv", "model,task,score\n" + rows)], {})
    assert len(found.rows) == 4_000
    assert sum(1 for _ in written.lines(found)) > 4_000
