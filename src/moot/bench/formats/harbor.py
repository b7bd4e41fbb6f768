"""Harbor: job folders, with a `result.json` of the job and one in the folder of each trial.

The forms are `TrialResult` (harbor/models/trial/result.py) and `JobResult` (harbor/models/job/result.py). Its metric
`mean` counts a trial without a valid reward as 0, since version 0.26 it leaves it out. Jobs of one agent and model
beside each other are repeats if the agent had the same options, skills and instructions in both.

Checked against the source of versions 0.1.20 to 0.26.0, and against 17 jobs of 1,414 trials that two repositories
publish, run between April and August 2026, by version 0.20.0 where they say it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from moot.bench.formats import values
from moot.bench.formats.format import Format
from moot.bench.formats.given import Given
from moot.bench.results import Results, Trial
from moot.text.lazy import lazy_re

_Row = tuple[str, Mapping[str, Any]]
"""A trial with the name of its file."""
_VERSION = lazy_re(r"[\w.+~:-]{1,40}(?: \([\w .-]{1,40}\))?")
"""What agents say when asked for theirs is anything, such as a log of their start."""


class _Key(NamedTuple):
    """What the trials of one headline share, as Harbor itself divides them."""

    source: str
    """The data set."""
    agent: str
    model: str


def read(given: Given) -> list[Results]:
    jobs: dict[str, Mapping[str, Any]] = {}
    trials: dict[str, list[_Row]] = {}
    for name in given.named("result.json"):
        head = given.head(name)
        if b'"task_name"' not in head and b'"n_total_trials"' not in head:
            continue
        data = values.mapping(given.load(name))
        folder = PurePosixPath(name).parent
        if "n_total_trials" in data:
            jobs[str(folder)] = data
            inside = values.listed(data.get("trial_results"))
            rows = [(f"{name}, {n}", values.mapping(each)) for n, each in enumerate(inside, 1)]
            trials.setdefault(str(folder), []).extend(rows)
            _note_unfinished(given, name, data)
        elif "task_name" in data:
            trials.setdefault(str(folder.parent), []).append((name, data))
        else:
            continue
        given.taken([name])
    runs: dict[tuple[str, _Key, str], list[Results]] = {}
    for folder, rows in trials.items():
        by_key: dict[_Key, list[_Row]] = {}
        for name, row in rows:
            by_key.setdefault(_key(row), []).append((name, row))
        for key, each in by_key.items():
            run = _run(given, folder, jobs.get(folder, {}), key, each, alone=len(by_key) == 1)
            runs.setdefault((str(PurePosixPath(folder).parent), key, _equipment(each[0][1])), []).append(run)
    for each in runs.values():
        if len(each) > 1:
            beside = "another job beside it is" if len(each) == 2 else f"{len(each) - 1} jobs beside it are"
            given.note(f"and {beside} taken as repeats of one contestant", each[0].origin)
    return [values.joined(each) for each in runs.values()]


def _note_unfinished(given: Given, name: str, job: Mapping[str, Any]) -> None:
    stats = values.mapping(job.get("stats"))
    left = sum(values.count(stats.get(each)) or 0 for each in ("n_running_trials", "n_pending_trials"))
    if left:
        total = values.count(job.get("n_total_trials"))
        given.note(f"is of a job that was not finished: {left} of its {total} trials were still to be made", name)


def _key(row: Mapping[str, Any]) -> _Key:
    info, agent = values.mapping(row.get("agent_info")), values.mapping(values.mapping(row.get("config")).get("agent"))
    model = values.mapping(info.get("model_info"))
    provider, named = values.text(model.get("provider")), values.text(model.get("name"))
    return _Key(
        values.text(row.get("source")),
        values.text(info.get("name") or agent.get("name")),
        (f"{provider}/{named}" if provider and named else named) or values.text(agent.get("model_name")),
    )


def _equipment(row: Mapping[str, Any]) -> str:
    """What the agent was given beside the model: with something else it is another contestant."""
    config = values.mapping(row.get("config"))
    agent = values.mapping(config.get("agent"))
    named = ("import_path", "kwargs", "skills", "mcp_servers")
    return str([agent.get(each) or None for each in named] + [config.get("extra_instruction_paths") or None])


def _versions(rows: Iterable[_Row]) -> list[str]:
    """Those that the agent says; `unknown` stands where it never started."""
    said = (values.text(values.mapping(row.get("agent_info")).get("version")) for _, row in rows)
    return list(dict.fromkeys(each for each in said if each != "unknown" and _VERSION.fullmatch(each)))


def _run(given: Given, folder: str, job: Mapping[str, Any], key: _Key, rows: Sequence[_Row], *, alone: bool) -> Results:
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
    versions = _versions(rows)
    return Results(
        benchmark=key.source,
        contestant=key.model or key.agent or given.label(folder),
        trials=tuple(trials),
        harness=f"{key.agent} {versions[0]}".strip() if len(versions) == 1 else key.agent,
        origin=f"{folder}/result.json".removeprefix("./") if job else folder,
        stated=_stated(job, key, rows, alone=alone),
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
            skills=run_by.get("skills"),
            more_instructions=config.get("extra_instruction_paths"),
        ),
    )


def _stated(job: Mapping[str, Any], key: _Key, rows: Sequence[_Row], *, alone: bool) -> float | None:
    """The mean of the job's statistics for this agent, model and data set; of several rewards, of the one that counts.

    Older versions write `-` for `/` in the name of the statistics.
    """
    evals = values.mapping(values.mapping(job.get("stats")).get("evals"))
    model = values.text(values.mapping(values.mapping(rows[0][1].get("agent_info")).get("model_info")).get("name"))
    wanted = _plain("__".join(part for part in (key.agent, model, key.source or "adhoc") if part))
    found = next((each for name, each in evals.items() if _plain(name) == wanted), None)
    if found is None and alone and len(evals) == 1:
        found = next(iter(evals.values()))
    main = next((main for _, row in rows if (main := _main(_rewards(row)))), "")
    for metric in values.listed(values.mapping(found).get("metrics")):
        told = values.mapping(metric)
        if (mean := values.share(told.get("mean", told.get(main)))) is not None:
            return mean
    return None


def _plain(name: str) -> str:
    return name.replace("/", "-").casefold()


def _rewards(row: Mapping[str, Any]) -> Mapping[str, Any]:
    return values.mapping(values.mapping(row.get("verifier_result")).get("rewards"))


def _main(rewards: Mapping[str, Any]) -> str:
    """The reward that counts; "" of none."""
    return "reward" if "reward" in rewards else next(iter(rewards), "")


def _trial(name: str, row: Mapping[str, Any], seen: dict[str, int]) -> Trial:
    task = values.text(row.get("task_name"))
    seen[task] = seen.get(task, 0) + 1
    rewards = _rewards(row)
    main = _main(rewards)
    score, error = values.score(rewards.get(main))
    if row.get("reward_valid") is False:  # what it has was not earned: its environment or its endpoint broke
        score, error = None, values.NO_SCORE
    if error == values.NO_SCORE:
        error = _failure(row) or "no reward"
    parts = _parts(row)
    ran = [values.mapping(each.get("agent_execution")) for each in parts]
    took = [s for each in ran if (s := values.seconds(each.get("started_at"), each.get("finished_at"))) is not None]
    agents = [values.mapping(each.get("agent_result")) for each in parts]
    costs = [usd for each in agents if (usd := values.money(each.get("cost_usd"))) is not None]
    tokens = [n for each in agents if (n := values.count(each.get("n_output_tokens"))) is not None]
    sides = ((key, values.share(value)) for key, value in rewards.items() if key != main)
    return Trial(
        task,
        score,
        repeat=seen[task],
        error=error,
        parts=tuple((values.text(key), side) for key, side in sides if side is not None),
        cost=sum(costs[1:], costs[0]) if costs else None,
        seconds=sum(took) if took else None,
        output_tokens=sum(tokens) if tokens else None,
        record=name,
    )


def _parts(row: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    """Where its agent's work is told: in the trial itself, or in each of its steps."""
    steps = [values.mapping(each) for each in values.listed(row.get("step_results"))]
    return steps if steps and not row.get("agent_result") else [row]


def _failure(row: Mapping[str, Any]) -> str:
    """The first exception of the trial or of a step; "" of none."""
    for each in (row, *map(values.mapping, values.listed(row.get("step_results")))):
        if kind := values.text(values.mapping(each.get("exception_info")).get("exception_type")):
            return kind
    return ""


FORMAT = Format("harbor", "job folders of Harbor", read)
