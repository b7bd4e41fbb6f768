"""HELM: run folders with `run_spec.json`, `per_instance_stats.json` (or `display_predictions.json`) and `stats.json`.

Written by helm/benchmark/runner.py and helm/benchmark/presentation/run_display.py. A run has many metrics and does not
say which is its headline: `--map score=METRIC` chooses, else the first of `MAIN` that it has. Perturbed copies of an
instance are no tasks of their own and are left out; where there is a test split, only that counts. Each metric object
of a run writes its own entry for an instance, so an instance has several, with other metrics in each.

Checked against statistics written with the classes of crfm-helm 0.5.16, and the source of its runner; no published run
was at hand.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from pathlib import PurePosixPath
from typing import Any

from moot.bench.formats import values
from moot.bench.formats.format import Format
from moot.bench.formats.given import Given
from moot.bench.results import Results, Trial
from moot.text.lazy import lazy_re

MAIN = (
    "quasi_exact_match",
    "exact_match",
    "final_number_exact_match",
    "math_equiv_chain_of_thought",
    "chain_of_thought_correctness",
    "ifeval_strict_accuracy",
    "code_eval_acc",
    "f1_score",
    "rouge_2",
    "bleu_4",
)
_FILES = ("per_instance_stats.json", "display_predictions.json")
_BESIDE = ("run_spec.json", "stats.json", "instances.json", "display_requests.json")
"""Further files of a run's folder, some of them lists that else would be taken for tables."""
_MODEL = lazy_re(r"(?:^|[,:])model(?:_deployment)?=[^,]*")
_Row = tuple[str, int, Mapping[str, float]]
"""Instance, replication, metrics."""


def read(given: Given) -> list[Results]:
    folders: dict[str, str] = {}
    for file in _FILES:
        for name in given.named(file):
            if PurePosixPath(name).name.endswith(file) and b'"instance_id"' in given.head(name):
                given.taken([name])
                folders.setdefault(str(PurePosixPath(name).parent), name)
    found = [_run(given, folder, name) for folder, name in folders.items()]
    return [each for each in found if each is not None]


def _run(given: Given, folder: str, name: str) -> Results | None:
    beside = "" if folder == "." else f"{folder}/"
    spec = values.mapping(given.load(f"{beside}run_spec.json")) if given.has(f"{beside}run_spec.json") else {}
    totals = values.listed(given.load(f"{beside}stats.json")) if given.has(f"{beside}stats.json") else ()
    given.taken([f"{beside}{each}" for each in _BESIDE])
    kept = dict.fromkeys((given.mapping.get("score", ""), *MAIN))
    rows = list(_rows(given, name, kept))
    metric = next((each for each in kept if any(each in stats for _, _, stats in rows)), "")
    if not metric:
        given.note(f"has none of the metrics {', '.join(MAIN)}: choose one with --map score=METRIC", name)
        return None
    chosen = metric == given.mapping.get("score")
    others = [each for each in kept if each != metric and any(each in stats for _, _, stats in rows)]
    adapter = values.mapping(spec.get("adapter_spec"))
    called = values.text(spec.get("name")) or given.label(folder)
    return Results(
        benchmark=_MODEL.sub("", called).strip(",:"),
        contestant=values.text(adapter.get("model") or adapter.get("model_deployment")) or _model(called),
        trials=tuple(_trial(row, metric, name) for row in rows),
        harness="HELM",
        origin=name,
        scored_by=metric,
        instead_of=() if chosen else tuple(others),
        stated=values.share(_total(totals, metric)),
        tasks_stated=values.count(_total(totals, "num_instances")) or None,
        settings=values.told(
            metric=metric,
            shots=adapter.get("max_train_instances"),
            replications=adapter.get("num_train_trials"),
            instances_at_most=adapter.get("max_eval_instances"),
            outputs=adapter.get("num_outputs"),
            temperature=adapter.get("temperature"),
            deployment=None,
        ),
    )


def _model(called: str) -> str:
    found = re.search(r"model=([^,]+)", called)
    return found[1] if found else called


def _rows(given: Given, name: str, kept: Collection[str]) -> Iterable[_Row]:
    rows = [values.mapping(each) for each in values.listed(given.load(name))]
    plain = [row for row in rows if not row.get("perturbation")]
    tested = any(_split(row) == "test" for row in plain)
    found: dict[tuple[str, int], list[dict[str, float]]] = {}
    for at, row in enumerate(plain):
        if tested and _split(row) not in ("test", ""):
            continue
        instance = values.text(row.get("instance_id"))
        if not instance:
            given.note("has an instance without an id: left out", f"{name}, instance {at + 1}")
            continue
        entries = found.setdefault((instance, (values.count(row.get("train_trial_index")) or 0) + 1), [])
        stats = _stats(row, kept)
        if entries and not entries[-1].keys() & stats.keys():
            entries[-1].update(stats)
        else:  # the same metric again: the instance stands there twice
            entries.append(stats)
    return [(instance, repeat, stats) for (instance, repeat), entries in found.items() for stats in entries]


def _split(row: Mapping[str, Any]) -> str:
    """Of a row of per_instance_stats.json; "" where it does not say."""
    for each in values.listed(row.get("stats")):
        return values.text(values.mapping(values.mapping(each).get("name")).get("split"))
    return ""


def _stats(row: Mapping[str, Any], kept: Collection[str]) -> dict[str, float]:
    """The metrics of the instance that are kept."""
    stats = row.get("stats")
    pairs: Iterable[tuple[Any, Any]] = ()
    if isinstance(stats, dict):
        pairs = stats.items()
    elif isinstance(stats, list):
        named = ((each, each.get("name")) for each in stats if isinstance(each, dict))
        pairs = (
            (name.get("name"), each.get("mean", each.get("sum"))) for each, name in named if isinstance(name, dict)
        )
    return {
        name: float(value)
        for name, value in pairs
        if isinstance(name, str) and name in kept and isinstance(value, (int, float))
    }


def _total(totals: Iterable[Any], metric: str) -> object:
    """The mean of that metric over the test split, else over whatever split there is."""
    found: dict[str, object] = {}
    for each in totals:
        name = values.mapping(values.mapping(each).get("name"))
        if name.get("name") == metric and not name.get("perturbation"):
            found.setdefault(values.text(name.get("split")), values.mapping(each).get("mean"))
    return found.get("test", next(iter(found.values()), None))


def _trial(row: _Row, metric: str, where: str) -> Trial:
    instance, repeat, stats = row
    score, error = values.score(stats.get(metric))
    sides = tuple((each, value) for each, value in stats.items() if each != metric and 0 <= value <= 1)
    return Trial(instance, score, repeat=repeat, error=error, parts=sides, record=where)


FORMAT = Format("helm", "run folders of HELM", read)
