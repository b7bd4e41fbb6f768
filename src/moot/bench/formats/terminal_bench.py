"""Terminal-Bench: `results.json` of a run, with `run_metadata.json` and `tb.lock` beside it.

The form is that of `BenchmarkResults` and `TrialResults` of the harness (terminal_bench/harness/models.py). Its
`accuracy` divides what is resolved by all trials, those without an outcome (`is_resolved` null) too. Several runs of
one submission are repeats. Where a run ended before it wrote its `results.json`, those of its trials are read.

Checked against published submissions of 2025, written by terminal-bench 0.2.7 to 0.2.17.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any

from moot.bench.formats import values
from moot.bench.formats.format import Format
from moot.bench.formats.given import Given
from moot.bench.results import Results, Trial
from moot.text.lazy import lazy_re

_DATASET = lazy_re(r"(terminal-bench[\w.\-]*)[@:]=*([\w.]+)")
"""How the folder of a data set is called where submissions lie."""
_ATTEMPT = lazy_re(r"\.(\d{1,4})-of-(\d{1,4})(?:\.|$)")


def read(given: Given) -> list[Results]:
    runs: dict[tuple[str, ...], list[Results]] = {}
    for name, data in [*_whole(given), *_broken(given)]:
        run = _run(given, name, data)
        label = given.label(name if given.direct(name) else _folder(name, run.trials))
        named = run if run.contestant else replace(run, contestant=label)
        runs.setdefault(_submission(name, run, label), []).append(named)
    for each in runs.values():
        if len(each) > 1:
            given.note(f"and {len(each) - 1} runs beside it are taken as repeats of one contestant", each[0].origin)
    return [values.joined(each) for each in runs.values()]


def _whole(given: Given) -> list[tuple[str, Mapping[str, Any]]]:
    """Results of whole runs; those of their trials, in folders below, are not read again."""
    found: list[tuple[str, Mapping[str, Any]]] = []
    done: set[str] = set()
    for name in sorted(given.named("results.json"), key=lambda each: each.count("/")):
        parents = PurePosixPath(name).parent.parents
        if any(str(parent) in done for parent in parents):
            given.taken([name])
        elif b'"results"' in (head := given.head(name)) and _is_ours(head):
            data = values.mapping(given.load(name, "results"))
            given.taken([name])
            if values.listed(data.get("results")):
                found.append((name, data))
                done.add(str(PurePosixPath(name).parent))
    return found


def _broken(given: Given) -> list[tuple[str, Mapping[str, Any]]]:
    """Trials that no results.json of a whole run has, as if it had them: RUN/TASK/TRIAL/results.json."""
    singles: dict[str, list[Any]] = {}
    for name in given.named("results.json"):
        if _is_ours(given.head(name)):
            given.taken([name])
            run = "/".join(PurePosixPath(name).parts[:-3])
            singles.setdefault(f"{run}/results.json".lstrip("/"), []).append(given.load(name))
    for name in singles:
        given.note("is not there or not whole: the run's trials were read one by one", name)
    return [(name, {"results": trials}) for name, trials in singles.items()]


def _is_ours(head: bytes) -> bool:
    return b'"task_id"' in head and b'"is_resolved"' in head


def _submission(name: str, run: Results, label: str) -> tuple[str, ...]:
    """What the repeats of one contestant share: agent and model, else the names of their folders but for figures."""
    if run.harness and run.contestant:
        return run.benchmark, run.harness, run.contestant, str(PurePosixPath(name).parent.parent)
    return run.benchmark, run.harness, label, re.sub(r"\d+", "", name)


def _run(given: Given, name: str, data: Mapping[str, Any]) -> Results:
    stem = name.removesuffix(PurePosixPath(name).name)
    meta = values.mapping(given.load(f"{stem}run_metadata.json")) if given.has(f"{stem}run_metadata.json") else {}
    lock = values.mapping(given.load(f"{stem}tb.lock")) if given.has(f"{stem}tb.lock") else {}
    given.taken([f"{stem}run_metadata.json", f"{stem}tb.lock"])
    config, harness = values.mapping(lock.get("run_config")), values.mapping(lock.get("harness"))
    dataset = f"{values.text(meta.get('dataset_name'))} {values.text(meta.get('dataset_version'))}".strip() or _dataset(
        name
    )
    trials = list(_trials(given, name, values.listed(data.get("results"))))
    return Results(
        benchmark=dataset,
        contestant=values.text(meta.get("model_name")),
        trials=tuple(trials),
        harness=values.text(meta.get("agent_name")),
        origin=name,
        stated=values.share(data.get("accuracy")) if trials else None,
        tasks_stated=values.count(meta.get("dataset_size")) or None,
        trials_stated=None,
        settings=values.told(
            dataset=dataset,
            terminal_bench=harness.get("version"),
            timeout_multiplier=config.get("global_timeout_multiplier"),
            agent_timeout=config.get("global_agent_timeout_sec"),
            test_timeout=config.get("global_test_timeout_sec"),
        ),
    )


def _dataset(name: str) -> str:
    found = next(filter(None, map(_DATASET.fullmatch, PurePosixPath(name).parts)), None)
    return f"{found[1]} {found[2]}" if found else ""


def _folder(name: str, trials: Sequence[Trial]) -> str:
    """The folder that names the submission: of a run with several attempts, or a file of another name, its own."""
    place = PurePosixPath(name)
    above = (
        place.parent if place.name != "results.json" or any(each.repeat > 1 for each in trials) else place.parent.parent
    )
    return "" if str(above) == "." else str(above)


def _trials(given: Given, name: str, rows: Sequence[Any]) -> Sequence[Trial]:
    found: list[Trial] = []
    for at, each in enumerate(rows):
        row = values.mapping(each)
        task = values.text(row.get("task_id"))
        if not task:
            given.note("has a trial without a task id: left out", f"{name}, trial {at + 1}")
            continue
        score, error = values.score(row.get("is_resolved"))
        if error == values.NO_SCORE:
            error = values.text(row.get("failure_mode")) or error
        trial = values.text(row.get("trial_name"))
        attempt = _ATTEMPT.search(trial)
        found.append(
            Trial(
                task,
                score,
                repeat=int(attempt[1]) if attempt else 1,
                error=error,
                seconds=values.seconds(row.get("trial_started_at"), row.get("trial_ended_at")),
                output_tokens=values.count(row.get("total_output_tokens")),
                record=trial,
            )
        )
    return found


FORMAT = Format("terminal-bench", "results.json of Terminal-Bench runs", read)
