"""Harbor: job folders, with a `result.json` of the job and one in the folder of each trial.

The forms are `TrialResult` (harbor/models/trial/result.py) and `JobResult` (harbor/models/job/result.py). Its metric
`mean` counts a trial without rewards as 0. Jobs of one agent and model beside each other are repeats.

Checked against the models in its source only: no published job was at hand.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from moot.bench.formats import values
from moot.bench.formats.format import Format
from moot.bench.formats.given import Given
from moot.bench.results import Results, Trial

_Key = tuple[str, str, str]


def read(given: Given) -> list[Results]:
    jobs: dict[str, Mapping[str, Any]] = {}
    trials: dict[str, list[tuple[str, Mapping[str, Any]]]] = {}
    for name in given.named("result.json"):
        head = given.head(name)
        if b'"task_name"' not in head and b'"n_total_trials"' not in head:
            continue
        data = values.mapping(given.load(name))
        folder = PurePosixPath(name).parent
        if "n_total_trials" in data:
            jobs[str(folder)] = data
            inside = [(f"{name}, {n + 1}", values.mapping(each)) for n, each in enumerate(_inside(data))]
            trials.setdefault(str(folder), []).extend(inside)
        elif "task_name" in data:
            trials.setdefault(str(folder.parent), []).append((name, data))
        else:
            continue
        given.taken([name])
    runs: dict[tuple[str, _Key], list[Results]] = {}
    for folder, rows in trials.items():
        by_key: dict[_Key, list[tuple[str, Mapping[str, Any]]]] = {}
        for name, row in rows:
            by_key.setdefault(_key(row), []).append((name, row))
        for key, each in by_key.items():
            run = _run(given, folder, jobs.get(folder, {}), key, each, alone=len(by_key) == 1)
            runs.setdefault((str(PurePosixPath(folder).parent), key), []).append(run)
    return [values.joined(each) for each in runs.values()]


def _inside(job: Mapping[str, Any]) -> list[Any]:
    return list(values.listed(job.get("trial_results")))


def _key(row: Mapping[str, Any]) -> _Key:
    """Data set, agent with its version, model."""
    info = values.mapping(row.get("agent_info"))
    agent = values.mapping(values.mapping(row.get("config")).get("agent"))
    model = values.mapping(info.get("model_info"))
    provider = values.text(model.get("provider"))
    named = values.text(model.get("name"))
    return (
        values.text(row.get("source")),
        f"{values.text(info.get('name') or agent.get('name'))} {values.text(info.get('version'))}".strip(),
        (f"{provider}/{named}" if provider and named else named) or values.text(agent.get("model_name")),
    )


def _run(
    given: Given,
    folder: str,
    job: Mapping[str, Any],
    key: _Key,
    rows: list[tuple[str, Mapping[str, Any]]],
    *,
    alone: bool,
) -> Results:
    source, agent, model = key
    seen: dict[str, int] = {}
    trials: list[Trial] = []
    for name, row in sorted(rows, key=lambda each: (values.text(each[1].get("started_at")), each[0])):
        trial = _trial(name, row, seen)
        if trial.task:
            trials.append(trial)
        else:
            given.note("has no task name: left out", name)
    config = values.mapping(rows[0][1].get("config"))
    run_by, box = values.mapping(config.get("agent")), values.mapping(config.get("environment"))
    lock = f"{folder}/lock.json".removeprefix("./")
    version = values.mapping(values.mapping(given.load(lock)).get("harbor")).get("version") if given.has(lock) else None
    return Results(
        benchmark=source,
        contestant=model or agent or given.label(folder),
        trials=tuple(trials),
        harness=agent,
        origin=f"{folder}/result.json".removeprefix("./") if job else folder,
        stated=_stated(job, key, rows),
        trials_stated=values.count(job.get("n_total_trials")) if alone else None,
        settings=values.told(
            harbor=version,
            timeout_multiplier=config.get("timeout_multiplier"),
            agent_timeout_multiplier=config.get("agent_timeout_multiplier"),
            agent_timeout=run_by.get("override_timeout_sec"),
            environment=box.get("type"),
            cpus=box.get("override_cpus"),
            memory_mb=box.get("override_memory_mb"),
            agent_options=run_by.get("kwargs"),
        ),
    )


def _stated(job: Mapping[str, Any], key: _Key, rows: list[tuple[str, Mapping[str, Any]]]) -> float | None:
    """The `mean` of the job's statistics for this agent, model and data set."""
    evals = values.mapping(values.mapping(job.get("stats")).get("evals"))
    model = values.mapping(values.mapping(rows[0][1].get("agent_info")).get("model_info")).get("name")
    agent = values.text(values.mapping(rows[0][1].get("agent_info")).get("name"))
    wanted = "__".join(part for part in (agent, values.text(model), key[0] or "adhoc") if part)
    stats = values.mapping(evals.get(wanted) or (next(iter(evals.values())) if len(evals) == 1 else None))
    for metric in values.listed(stats.get("metrics")):
        if (mean := values.share(values.mapping(metric).get("mean"))) is not None:
            return mean
    return None


def _trial(name: str, row: Mapping[str, Any], seen: dict[str, int]) -> Trial:
    task = values.text(row.get("task_name"))
    seen[task] = seen.get(task, 0) + 1
    rewards = values.mapping(values.mapping(row.get("verifier_result")).get("rewards"))
    main = "reward" if "reward" in rewards else next(iter(rewards), None)
    score, error = values.score(None if main is None else rewards[main])
    if error == values.NO_SCORE:
        failure = values.mapping(row.get("exception_info"))
        error = values.text(failure.get("exception_type")) or "no reward"
    agent = values.mapping(row.get("agent_result"))
    ran = values.mapping(row.get("agent_execution"))
    sides = ((key, values.share(value)) for key, value in rewards.items() if key != main)
    return Trial(
        task,
        score,
        repeat=seen[task],
        error=error,
        parts=tuple((values.text(key), side) for key, side in sides if side is not None),
        cost=values.money(agent.get("cost_usd")),
        seconds=values.seconds(ran.get("started_at"), ran.get("finished_at")),
        output_tokens=values.count(agent.get("n_output_tokens")),
        record=name,
    )


FORMAT = Format("harbor", "job folders of Harbor", read)
