"""lm-evaluation-harness: `results_TIME.json` with `samples_TASK_TIME.jsonl` (`--log_samples`).

Written by `EvaluationTracker` (lm_eval/loggers/evaluation_tracker.py). A task with several filters has each document
once a filter in the same file: each filter is a benchmark of its own here, so that no document counts twice. `--map
score=METRIC` chooses the metric; else it is the first that the sample names.

Checked against files written by lm_eval 0.4.13.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from moot.bench.formats import values
from moot.bench.formats.format import Format
from moot.bench.formats.given import Given
from moot.bench.results import Results, Trial

_SAMPLES = re.compile(r"samples_(?P<task>.+?)_(?P<time>\d{4}-\d{2}-\d{2}T[\d\-.]+)\.jsonl$")
_RESULTS = re.compile(r"_(?P<time>\d{4}-\d{2}-\d{2}T[\d\-.]+)\.json$")


def read(given: Given) -> list[Results]:
    summaries: dict[tuple[str, str], tuple[str, Mapping[str, Any]]] = {}
    for name in given.named(".json"):
        stamp = _RESULTS.search(PurePosixPath(name).name)
        if stamp and PurePosixPath(name).name.startswith("results"):
            data = values.mapping(given.load(name))
            if isinstance(data.get("results"), dict) and ("configs" in data or "n-shot" in data):
                given.taken([name])
                summaries[str(PurePosixPath(name).parent), stamp["time"]] = (name, data)
    found: list[Results] = []
    met: set[tuple[str, str]] = set()
    for name in given.named(".jsonl"):
        match = _SAMPLES.match(PurePosixPath(name).name)
        if match is None:
            continue
        given.taken([name])
        key = (str(PurePosixPath(name).parent), match["time"])
        met.add(key)
        found += _task(given, name, match["task"], summaries.get(key, ("", {}))[1])
    for key, (name, _) in summaries.items():
        if key not in met:
            given.note(
                "has headline figures only: run lm_eval with --log_samples, and give its samples_*.jsonl too", name
            )
    return found


def _task(given: Given, name: str, task: str, summary: Mapping[str, Any]) -> list[Results]:
    by_filter: dict[str, list[tuple[int, dict[str, Any]]]] = {}
    for number, row in given.rows(name):
        if row.get("doc_id") is None:
            given.note("has a sample without a doc_id: left out", f"{name}, line {number}")
        else:
            by_filter.setdefault(values.text(row.get("filter")) or "none", []).append((number, row))
    several = len(by_filter) > 1
    return [
        _results(given, name, task, each, rows, summary, f"{task} [{each}]" if several else task)
        for each, rows in by_filter.items()
    ]


def _results(
    given: Given,
    name: str,
    task: str,
    filtered: str,
    rows: list[tuple[int, dict[str, Any]]],
    summary: Mapping[str, Any],
    benchmark: str,
) -> Results:
    first = rows[0][1]
    metrics = [values.text(each) for each in values.listed(first.get("metrics"))] or [
        key for key, value in first.items() if isinstance(value, (int, float)) and key != "doc_id"
    ]
    wanted = given.mapping.get("score", "")
    metric = wanted if wanted in metrics else next(iter(metrics), "")
    figures = values.mapping(values.mapping(summary.get("results")).get(task))
    config = values.mapping(values.mapping(summary.get("configs")).get(task))
    samples = values.mapping(values.mapping(summary.get("n-samples")).get(task))
    shots = values.mapping(summary.get("n-shot")).get(task)
    model = values.text(summary.get("model_name")) or given.label(str(PurePosixPath(name).parent))
    version = values.mapping(summary.get("versions")).get(task)
    return Results(
        benchmark=benchmark,
        contestant=model,
        trials=tuple(_trial(row, metric, metrics, f"{name}, line {number}") for number, row in rows),
        harness=f"lm-eval {values.text(summary.get('lm_eval_version'))}".strip(),
        origin=name,
        stated=values.share(figures.get(f"{metric},{filtered}", figures.get(metric))),
        tasks_stated=values.count(samples.get("original")) or None,
        settings=values.told(
            metric=metric,
            filter=filtered if filtered != "none" else None,
            shots=shots,
            task_version=version,
            repeats=config.get("repeats"),
            chat_template=bool(summary.get("chat_template")) or None,
            limit=values.mapping(summary.get("config")).get("limit"),
        ),
    )


def _trial(row: Mapping[str, Any], metric: str, metrics: list[str], where: str) -> Trial:
    score, error = values.score(row.get(metric))
    sides = ((each, values.share(row.get(each))) for each in metrics if each != metric)
    parts = tuple((each, side) for each, side in sides if side is not None)
    return Trial(values.text(row["doc_id"]), score, error=error, parts=parts, record=where)


FORMAT = Format("lm-eval", "samples and results of lm-evaluation-harness", read)
