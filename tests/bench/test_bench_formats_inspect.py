"""Logs of Inspect, read to trials."""

from __future__ import annotations

import json
from pathlib import Path

import bench_published as published
import pytest
from bench_published import noted, only, put, scores

from moot.bench.audit import written
from moot.bench.audit.audited import audit
from moot.bench.formats.format import read

MIXED = {"one": [True, False], "two": [None, True], "three": [False, False]}


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
