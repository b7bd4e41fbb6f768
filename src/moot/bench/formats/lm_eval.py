"""lm-evaluation-harness: `results_TIME.json` with `samples_TASK_TIME.jsonl` (`--log_samples`).

Written by `EvaluationTracker` (lm_eval/loggers/evaluation_tracker.py). A task with several filters has each document
once a filter in the same file: each filter is a benchmark of its own here, so that no document counts twice. `--map
score=METRIC` chooses the metric; else it is the first that the sample names.

Before 0.4.3 (lm_eval/__main__.py) the samples are one indented list in `MODELARGS_TASK.jsonl` beside `results.json`, or
a file of any name. They name neither metrics nor filters: what is a figure is a metric, and a document that comes again
does so under the next filter of the results.

Checked against files written by lm_eval 0.4.13, samples of January 2026 that its repository holds, and the source of
0.4.0 to 0.4.2.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from moot.bench.formats import values
from moot.bench.formats.format import Format
from moot.bench.formats.given import Given
from moot.bench.results import Results, Trial
from moot.text.lazy import lazy_re

_SAMPLES = lazy_re(r"samples_(?P<task>.+?)_(?P<time>\d{4}-\d{2}-\d{2}T[\d\-.]+)\.jsonl$")
_RESULTS = lazy_re(r"results.*_(?P<time>\d{4}-\d{2}-\d{2}T[\d\-.]+)\.json$")
_IS_SUMMARY = lazy_re(rb'\s*\{\s*"results":')
_IS_OLD = lazy_re(rb'\s*\[\s*\{\s*"doc_id":')
_NO_METRICS = ("doc_id", "doc", "target", "arguments", "resps", "filtered_resps")
_Summary = Mapping[str, Any]


def read(given: Given) -> list[Results]:
    summaries: dict[tuple[str, str], tuple[str, _Summary]] = {}
    for name in given.named(".json"):
        stamp = _RESULTS.match(PurePosixPath(name).name)
        if stamp is None and not _IS_SUMMARY.match(given.head(name)):
            continue
        data = values.mapping(given.load(name))
        if isinstance(data.get("results"), dict) and ("configs" in data or "n-shot" in data):
            given.taken([name])
            summaries[str(PurePosixPath(name).parent), stamp["time"] if stamp else ""] = (name, data)
    found: list[Results] = []
    met: set[tuple[str, str]] = set()
    for name in given.named(".jsonl"):
        match = _SAMPLES.match(PurePosixPath(name).name)
        if match is None and not _IS_OLD.match(given.head(name)):
            continue
        given.taken([name])
        key = (str(PurePosixPath(name).parent), match["time"] if match else "")
        met.add(key)
        summary = summaries.get(key, ("", {}))[1]
        found += _task(given, name, match["task"] if match else _of_old(name, summary), summary)
    for key, (name, _) in summaries.items():
        if key not in met:
            given.note(
                "has headline figures only: run lm_eval with --log_samples, and give its samples_*.jsonl too", name
            )
    return found


def _of_old(name: str, summary: _Summary) -> str:
    """The task in `MODELARGS_TASK.jsonl`: the longest that the results have, else all of the name."""
    stem = PurePosixPath(name).stem
    ends = [task for task in values.mapping(summary.get("configs")) if f"_{stem}".endswith(f"_{task}")]
    return max(ends, key=len, default=stem)


def _task(given: Given, name: str, task: str, summary: _Summary) -> list[Results]:
    by_filter: dict[str, list[tuple[int, dict[str, Any]]]] = {}
    filters, often = _filters(summary, task), Counter[str]()
    for number, row in given.rows(name):
        if row.get("doc_id") is None:
            given.note("has a sample without a doc_id: left out", f"{name}, line {number}")
            continue
        filtered = values.text(row.get("filter"))
        if "filter" not in row and "metrics" not in row:
            at = often[document := values.text(row["doc_id"])]
            filtered = filters[at] if at < len(filters) else f"filter {at + 1}" if at else ""
            often[document] += 1
        by_filter.setdefault(filtered or "none", []).append((number, row))
    several = len(by_filter) > 1
    found: list[Results] = []
    for each, rows in by_filter.items():
        metrics = _metrics(rows[0][1])
        if not metrics:
            given.note("has figures that are of all documents together: none has a score of its own", name)
            continue
        benchmark = f"{task} [{each}]" if several else task
        found.append(_results(given, name, task, each, rows, metrics, summary, benchmark))
    return found


def _metrics(row: Mapping[str, Any]) -> list[str]:
    """Those of which a document has a score; what is counted over all together, such as BLEU, is told as a pair."""
    named = [values.text(each) for each in values.listed(row.get("metrics"))]
    if named:
        return [each for each in named if not isinstance(row.get(each), (list, dict))]
    return [key for key, value in row.items() if isinstance(value, (int, float)) and key not in _NO_METRICS]


def _filters(summary: _Summary, task: str) -> list[str]:
    """Of the results of the task, in their order."""
    figures = values.mapping(values.mapping(summary.get("results")).get(task))
    named = (key.partition(",") for key in figures)
    return list(dict.fromkeys(filtered for metric, _, filtered in named if filtered and not metric.endswith("_stderr")))


def _results(
    given: Given,
    name: str,
    task: str,
    filtered: str,
    rows: list[tuple[int, dict[str, Any]]],
    metrics: list[str],
    summary: _Summary,
    benchmark: str,
) -> Results:
    wanted = given.mapping.get("score", "")
    metric = wanted if wanted in metrics else metrics[0]
    figures = values.mapping(values.mapping(summary.get("results")).get(task))
    config = values.mapping(values.mapping(summary.get("configs")).get(task))
    samples = values.mapping(values.mapping(summary.get("n-samples")).get(task))
    shots = values.mapping(summary.get("n-shot")).get(task)
    model = values.text(summary.get("model_name")) or _model(summary) or given.label(str(PurePosixPath(name).parent))
    version = values.mapping(summary.get("versions")).get(task)
    return Results(
        benchmark=benchmark,
        contestant=model,
        scored_by=metric,
        instead_of=() if metric == wanted else tuple(each for each in metrics if each != metric),
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


def _model(summary: _Summary) -> str:
    """As its arguments name it: `pretrained=org/m-1,dtype=float`."""
    config = values.mapping(summary.get("config"))
    told = config.get("model_args")
    pairs = (
        told.items()
        if isinstance(told, dict)
        else (part.split("=", 1) for part in str(told or "").split(",") if "=" in part)
    )
    named = {str(key): values.text(value) for key, value in pairs}
    return named.get("pretrained") or named.get("model") or values.text(config.get("model"))


def _trial(row: Mapping[str, Any], metric: str, metrics: list[str], where: str) -> Trial:
    score, error = values.score(row.get(metric))
    sides = ((each, values.share(row.get(each))) for each in metrics if each != metric)
    parts = tuple((each, side) for each, side in sides if side is not None)
    return Trial(values.text(row["doc_id"]), score, error=error, parts=parts, record=where)


FORMAT = Format("lm-eval", "samples and results of lm-evaluation-harness", read)
