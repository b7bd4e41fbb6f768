"""Results in the forms in which they are published, made by our own code: what each harness writes, and no more.
And what was read of them, in short.

`Outcome`: True and False are scores, None an error.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from moot.bench.formats.format import Reading, read
from moot.bench.results import Results

Outcome = bool | None


def put(path: Path, data: Any) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(data if isinstance(data, str) else json.dumps(data, indent=4), encoding="utf-8")
    return path


_LISTED = {"resolved_ids": True, "unresolved_ids": False}
"""How Terminal-Bench lists the ids of its trials beside them."""


def terminal_bench(
    folder: Path, outcomes: Mapping[str, Sequence[Outcome]], *, accuracy: float | None = None, model: str = ""
) -> Path:
    """`results.json` of a run, beside `run_metadata.json` and `tb.lock` where there is a model."""
    rows = [
        {
            "id": f"id-{task}-{n}",
            "trial_name": f"{task}.{n}-of-{len(each)}.2025-08-07__20-46-16",
            "task_id": task,
            "instruction": f"Do {task}.",
            "is_resolved": won,
            "failure_mode": "parse_error" if won is None else "unset",
            "parser_results": None if won is None else {"test_it": "passed" if won else "failed"},
            "total_output_tokens": 12,
            "trial_started_at": "2025-08-08T03:46:18.247585+00:00",
            "trial_ended_at": "2025-08-08T03:47:18.247585+00:00",
        }
        for task, each in outcomes.items()
        for n, won in enumerate(each, start=1)
    ]
    won = sum(row["is_resolved"] is True for row in rows)
    told = won / len(rows) if accuracy is None else accuracy
    if model:
        put(
            folder / "run_metadata.json",
            {
                "run_id": folder.name,
                "dataset_name": "bench-core",
                "dataset_version": "0.1.1",
                "agent_name": "agent-x",
                "model_name": model,
                "dataset_size": len(outcomes),
                "n_attempts": max(map(len, outcomes.values())),
            },
        )
        put(folder / "tb.lock", {"harness": {"package": "terminal-bench", "version": "0.2.15"}, "run_config": {}})
    ids = {key: [row["task_id"] for row in rows if bool(row["is_resolved"]) is want] for key, want in _LISTED.items()}
    return put(folder / "results.json", {"id": "x", "results": rows, "n_resolved": won, **ids, "accuracy": told})


def harbor(job: Path, outcomes: Mapping[str, Sequence[Outcome]], *, total: int | None = None, cpus: int = 1) -> Path:
    """A job folder: `result.json` of the job, one in the folder of each trial."""
    rewards: list[float] = []
    for task, each in outcomes.items():
        for n, won in enumerate(each):
            rewards.append(float(won or 0))
            put(
                job / f"{task}__Ab{n}" / "result.json",
                {
                    "id": f"{task}-{n}",
                    "task_name": task,
                    "trial_name": f"{task}__Ab{n}",
                    "trial_uri": "file:///x",
                    "task_id": {"path": task},
                    "source": "bench-2",
                    "task_checksum": "0" * 8,
                    "config": {"timeout_multiplier": 1.0, "environment": {"type": "docker", "override_cpus": cpus}},
                    "agent_info": {"name": "agent-x", "version": "1.0", "model_info": {"name": "m-1", "provider": "p"}},
                    "agent_result": {"n_output_tokens": 20, "cost_usd": 0.5},
                    "verifier_result": None if won is None else {"rewards": {"reward": float(won)}},
                    "exception_info": {"exception_type": "BuildError"} if won is None else None,
                    "started_at": f"2026-01-01T00:0{n}:00",
                    "agent_execution": {"started_at": "2026-01-01T00:00:00", "finished_at": "2026-01-01T00:01:30"},
                },
            )
    stats = {"n_trials": len(rewards), "metrics": [{"mean": sum(rewards) / len(rewards)}]}
    return put(
        job / "result.json",
        {"id": "j", "n_total_trials": total or len(rewards), "stats": {"evals": {"agent-x__m-1__bench-2": stats}}},
    )


def harbor_trial(task: str, reward: float | None, n: int = 1, **more: Any) -> dict[str, Any]:
    """A trial as versions from 0.20 on write it; `more` stands in for its members."""
    name = f"{task}__Qx{n}"
    trial = {
        "id": f"00000000-0000-4000-8000-{n:012}",
        "task_name": f"org/{task}",
        "trial_name": name,
        "trial_uri": f"file:///runs/{name}",
        "task_id": {"org": "org", "name": task, "ref": "sha256:0"},
        "source": "org/bench-3",
        "task_checksum": "0" * 64,
        "config": {
            "task": {"name": f"org/{task}", "ref": "sha256:0", "source": "org/bench-3"},
            "timeout_multiplier": 1.0,
            "agent": {"name": "agent-x", "model_name": "p/M-1", "skills": [], "kwargs": {}, "mcp_servers": []},
            "environment": {"type": "docker", "override_cpus": None},
            "extra_instruction_paths": [],
        },
        "agent_info": {"name": "agent-x", "version": "2.1.0", "model_info": {"name": "M-1", "provider": "p"}},
        "agent_result": {"n_input_tokens": 9, "n_cache_tokens": 3, "n_output_tokens": 20, "cost_usd": 0.25},
        "verifier_result": None if reward is None else {"rewards": {"reward": reward}},
        "exception_info": {"exception_type": "AgentSetupTimeoutError"} if reward is None else None,
        "started_at": f"2026-05-01T00:00:{n:02}Z",
        "agent_execution": {"started_at": "2026-05-01T00:01:00Z", "finished_at": "2026-05-01T00:01:30Z"},
        "step_results": None,
        "reward_valid": reward is not None,
    }
    return trial | more


def harbor_job(
    job: Path, trials: Sequence[Mapping[str, Any]], evals: Mapping[str, Mapping[str, float]], pending: int = 0
) -> Path:
    """A job folder as versions from 0.20 on leave it; `evals`: the metric of each of its statistics."""
    for trial in trials:
        put(job / trial["trial_name"] / "result.json", trial)
    put(job / "lock.json", {"schema_version": 3, "harbor": {"version": "0.26.0"}, "trials": []})
    stats = {"n_completed_trials": len(trials), "n_running_trials": 0, "n_pending_trials": pending}
    return put(
        job / "result.json",
        {
            "id": "00000000-0000-4000-8000-000000000000",
            "finished_at": None if pending else "2026-05-01T01:00:00",
            "n_total_trials": len(trials) + pending,
            "stats": {**stats, "evals": {name: {"n_trials": 1, "metrics": [each]} for name, each in evals.items()}},
        },
    )


def swe_run(path: Path, *, solved: Iterable[int], failed: Iterable[int], **more: Iterable[int]) -> Path:
    """A run report of the SWE-bench harness; `more`: further lists of ids, such as `error_ids`."""
    ids = {"resolved_ids": list(map(swe, solved)), "unresolved_ids": list(map(swe, failed))}
    ids |= {key: list(map(swe, each)) for key, each in more.items()}
    total = len({each for key, named in ids.items() if not key.startswith("infra") for each in named})
    counts = {"total_instances": total, "resolved_instances": len(ids["resolved_ids"])}
    return put(path, {**counts, **ids, "schema_version": 2})


def swe(number: int) -> str:
    return f"proj__repo-{number}"


def inspect_log(outcomes: Mapping[str, Sequence[Outcome]], *, accuracy: float | None, **config: Any) -> dict[str, Any]:
    """A log of Inspect with all in it, as `.json` logs have it."""
    epochs = max(map(len, outcomes.values()))
    score = {"name": "match", "scorer": "match", "reducer": config.pop("reducer", "mean"), "metrics": {}}
    score["metrics"] = {} if accuracy is None else {"accuracy": {"name": "accuracy", "value": accuracy}}
    return {
        "version": 2,
        "status": "success",
        "eval": {
            "task": "sums",
            "task_version": 0,
            "model": "vendor/m-1",
            "dataset": {"samples": len(outcomes), "sample_ids": list(outcomes)},
            "config": {"epochs": epochs, **config},
            "packages": {"inspect_ai": "0.3.285"},
        },
        "results": {"total_samples": epochs * len(outcomes), "scores": [score]},
        "samples": [
            {
                "id": task,
                "epoch": n,
                "scores": {} if won is None else {"match": {"value": "C" if won else "I", "answer": "1"}},
                "error": {"message": "sandbox broke", "traceback": ""} if won is None else None,
                "total_time": 1.5,
                "model_usage": {"vendor/m-1": {"input_tokens": 3, "output_tokens": 7}},
            }
            for task, each in outcomes.items()
            for n, won in enumerate(each, start=1)
        ],
    }


def packed(path: Path, log: Mapping[str, Any], *, finished: bool = True) -> Path:
    """The same as `.eval`; of a run that was broken off, only its journal and samples."""
    head = {key: log[key] for key in ("version", "status", "eval", "results")}
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_journal/start.json", json.dumps({"version": 2, "eval": head["eval"]}))
        for sample in log["samples"]:
            archive.writestr(f"samples/{sample['id']}_epoch_{sample['epoch']}.json", json.dumps(sample))
        if finished:
            rows = [{**each, "error": each["error"] and each["error"]["message"]} for each in log["samples"]]
            archive.writestr("summaries.json", json.dumps(rows))
            archive.writestr("header.json", json.dumps(head))
    return path


def lm_eval(folder: Path, outcomes: Sequence[bool], *, original: int, filters: Sequence[str] = ("none",)) -> Path:
    """`results_TIME.json` and the samples of one task, each document once a filter."""
    time = "2026-01-02T03-04-05.678901"
    lines = [
        json.dumps(
            {"doc_id": n, "doc": {}, "target": "1", "filter": name, "metrics": ["exact_match"]}
            | {"exact_match": float(won) if at == 0 else 0.0}
        )
        for at, name in enumerate(filters)
        for n, won in enumerate(outcomes)
    ]
    put(folder / f"samples_sums_{time}.jsonl", "\n".join(lines) + "\n")
    figures = {
        f"exact_match,{name}": sum(outcomes) / len(outcomes) if at == 0 else 0.0 for at, name in enumerate(filters)
    }
    return put(
        folder / f"results_{time}.json",
        {
            "results": {"sums": {"alias": "sums", **figures}},
            "configs": {"sums": {"repeats": 1}},
            "versions": {"sums": 3},
            "n-shot": {"sums": 5},
            "n-samples": {"sums": {"original": original, "effective": len(outcomes)}},
            "model_name": "org/m-1",
            "lm_eval_version": "0.4.13",
        },
    )


def helm(run: Path, outcomes: Sequence[bool], *, stated: float) -> Path:
    """A run folder, with a validation split and perturbed copies, which do not count; an entry a metric object."""

    def row(n: int, won: bool, split: str, perturbation: Mapping[str, Any] | None = None) -> dict[str, Any]:
        name = {"name": "exact_match", "split": split} | ({"perturbation": perturbation} if perturbation else {})
        stats = [{"name": {"name": "num_references", "split": split}, "mean": 4.0}, {"name": name, "mean": float(won)}]
        told = {"instance_id": f"id{n}", "train_trial_index": 0, "stats": stats}
        return told | ({"perturbation": perturbation} if perturbation else {})

    rows = [row(n, won, "test") for n, won in enumerate(outcomes)]
    rows += [row(n, False, "test", {"name": "typos"}) for n in range(len(outcomes))] + [row(900, False, "valid")]
    of_another = [{"name": {"name": "f1_score", "split": "test"}, "mean": 0.5}]
    rows += [{"instance_id": f"id{n}", "train_trial_index": 0, "stats": of_another} for n in range(len(outcomes))]
    put(run / "per_instance_stats.json", rows)
    put(run / "instances.json", [{"id": f"id{n}", "input": {"text": "?"}, "references": []} for n in range(3)])
    totals = [("exact_match", "valid", 0.0), ("exact_match", "test", stated), ("num_instances", "test", len(outcomes))]
    put(run / "stats.json", [{"name": {"name": n, "split": s}, "mean": m, "count": 1} for n, s, m in totals])
    adapter = {"model": "org/m-1", "max_train_instances": 5, "num_train_trials": 1}
    return put(run / "run_spec.json", {"name": "facts:subject=all,model=org_m-1", "adapter_spec": adapter})


def aider(run: Path, outcomes: Mapping[str, Sequence[bool] | None]) -> Path:
    """Exercise folders by `language/exercise`; None: the exercise ended with an exception."""
    for name, each in outcomes.items():
        language, _, exercise = name.partition("/")
        folder = run / language / "exercises" / "practice" / exercise
        row: dict[str, Any] = {"exception": "Traceback …\nValueError: no reply"}
        if each is not None:
            row = {"testcase": exercise, "model": "m-1", "edit_format": "diff", "tests_outcomes": list(each)}
            row |= {"cost": 0.25, "duration": 9.5, "commit_hash": "abc1234", "completion_tokens": 40}
        put(folder / ".aider.results.json", row)
    return run


def only(path: Path, **mapping: str) -> Results:
    reading = read([path], mapping)
    assert len(reading.results) == 1
    return reading.results[0]


def scores(results: Results) -> dict[tuple[str, int], float | None]:
    return {(trial.task, trial.repeat): trial.score for trial in results.trials}


def noted(reading: Reading) -> str:
    return "\n".join(f"{note.where} {note.what}" for note in reading.notes)
