"""SWE-bench: run reports of its harness, submissions to SWE-bench/experiments, reports of single instances.

Forms, by what writes them:

    MODEL.RUN.json              swebench.harness.reporting (schema 2, and the earlier one without infra failures)
    SUBMISSION/results/*.json   lists of ids: `resolved`, `no_generation`, `no_logs`; unresolved ids are not in it
    per_instance_details.json   of the bash-only submissions: id → resolved, cost
    .../INSTANCE/report.json    id → resolved, of logs/ and logs/run_evaluation/RUN/MODEL/
    all_preds.jsonl, preds.json which ids a submission answered

A submission that names only what it resolved is completed by the ids that others name, and to the size of its split.

Checked against reports written by swebench 5.0.2 and against published reports of 2024 in the earlier form; the lists
of ids alone only as they are described.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import PurePosixPath
from typing import Any

from moot.bench.formats import values
from moot.bench.formats.format import Format
from moot.bench.formats.given import Given
from moot.bench.results import Results, Trial

SPLITS: Mapping[str, int] = {"verified": 500, "bash-only": 500, "lite": 300, "test": 2294}
"""Tasks of each split, by its folder in SWE-bench/experiments; sizes from the data sets' cards."""
UNNAMED = "unnamed"
"""How tasks begin of which no file says more than that there are so many."""
_ERRORS = {
    "error_ids": "the harness ended with an error",
    "incomplete_ids": "not submitted",
    "no_logs": "no log of the evaluation",
    "install_fail": "the installation failed",
    "reset_failed": "the reset failed",
    "test_errored": "the tests ended with an error",
    "test_timeout": "the tests ran out of time",
}
_FAILED = ("unresolved_ids", "empty_patch_ids", "no_generation", "no_apply")
_SOLVED = ("resolved_ids", "resolved")


@dataclass
class _Submission:
    """What the files of one submission say."""

    folder: str
    lists: tuple[str, Mapping[str, Any]] | None = None
    details: tuple[str, Mapping[str, Any]] | None = None
    reports: dict[str, tuple[bool | None, str]] | None = None
    """By id: resolved or not, and the file."""
    answered: frozenset[str] = frozenset()


def read(given: Given) -> list[Results]:
    submissions = _submissions(given)
    runs = [result for name in given.named(".json") if (result := _run_report(given, name)) is not None]
    checked = [_checked(each, submissions) for each in runs]
    found = [_submission(given, each) for each in submissions.values()]
    return checked + _completed([each for each in found if each is not None])


def _checked(run: Results, submissions: dict[str, _Submission]) -> Results:
    """A run with the outcomes of its instances' own reports, where logs/run_evaluation/RUN/MODEL is given too."""
    for folder, submission in submissions.items():
        ids = PurePosixPath(folder).parts[-2:]
        if submission.reports and run.contestant == ".".join(reversed(ids)):
            reports = submissions.pop(folder).reports or {}
            trials = [
                _trial(trial.task, *_outcome(reports[trial.task][0]), reports[trial.task][1])
                if trial.task in reports and not trial.error
                else trial
                for trial in run.trials
            ]
            return replace(run, trials=tuple(trials))
    return run


def _outcome(resolved: bool | None) -> tuple[float | None, str]:
    return (None, "its report is unreadable") if resolved is None else (float(resolved), "")


def _run_report(given: Given, name: str) -> Results | None:
    head = given.head(name)
    if b'_instances"' not in head and b'_ids"' not in head:
        return None
    data = values.mapping(given.load(name))
    if "resolved_ids" not in data or not ({"total_instances", "submitted_ids", "unresolved_ids"} & data.keys()):
        return None
    if "results" in data:  # a run of Terminal-Bench, which lists ids beside its trials
        return None
    given.taken([name])
    total, solved = values.count(data.get("total_instances")), values.count(data.get("resolved_instances"))
    infra = {str(each): "the environment failed" for each in values.listed(data.get("infra_failure_ids"))}
    reasons = values.mapping(data.get("failure_reasons"))
    trials = [
        replace(trial, score=None, error=values.text(reasons.get(trial.task)) or infra[trial.task])
        if trial.task in infra and not trial.score
        else trial
        for trial in _listed(data, name)
    ]
    return Results(
        benchmark="",
        contestant=PurePosixPath(name).stem,
        trials=tuple(trials),
        harness="swebench",
        origin=name,
        stated=solved / total if solved is not None and total else None,
        tasks_stated=total,
    )


def _listed(data: Mapping[str, Any], where: str) -> list[Trial]:
    """Trials of the lists of ids; an id that stands in one list twice is twice a trial."""
    trials: list[Trial] = []
    known: set[str] = set()
    for keys, score in ((_SOLVED, 1.0), (tuple(_ERRORS), None), (_FAILED, 0.0)):
        for key in keys:
            named = [task for each in values.listed(data.get(key)) if (task := values.text(each)) not in known and task]
            trials += [_trial(task, score, _ERRORS.get(key, "") if score is None else "", where) for task in named]
            known.update(named)
    return trials


def _trial(task: str, score: float | None, error: str, where: str, cost: Decimal | None = None) -> Trial:
    return Trial(task, score, error=error, group=task.rpartition("-")[0], cost=cost, record=where)


def _submissions(given: Given) -> dict[str, _Submission]:
    found: dict[str, _Submission] = {}

    def at(folder: str) -> _Submission:
        return found.setdefault(folder, _Submission(folder))

    for name in given.named("results.json"):
        head = given.head(name)
        if b'"resolved"' in head or b'"no_generation"' in head or b'"no_logs"' in head:
            data = values.mapping(given.load(name))
            if isinstance(data.get("resolved"), list):
                given.taken([name])
                at(_above(name, 2 if PurePosixPath(name).parent.name == "results" else 1)).lists = (name, data)
    for name in given.named("per_instance_details.json"):
        if b'"resolved"' in given.head(name):
            given.taken([name])
            at(_above(name, 1)).details = (name, values.mapping(given.load(name)))
    for name in given.named("report.json"):
        _report(given, name, at)
    for name in given.named("all_preds.jsonl", "preds.json"):
        if (folder := _above(name, 1)) in found:
            given.taken([name])
            found[folder].answered = _answered(given, name)
    return found


def _above(name: str, levels: int) -> str:
    parts = PurePosixPath(name).parts
    return "/".join(parts[:-levels])


def _report(given: Given, name: str, at: Any) -> None:
    """A report.json of one instance, `logs/INSTANCE/report.json` or `.../RUN/MODEL/INSTANCE/report.json`."""
    head = given.head(name)
    if b'"resolved"' not in head and b'"patch_' not in head and head.strip():
        return
    instance = PurePosixPath(name).parent.name
    folder = _above(name, 3 if PurePosixPath(name).parent.parent.name == "logs" else 2)
    given.taken([name])
    data = values.mapping(given.load(name)) if head.strip() else {}
    submission: _Submission = at(folder)
    submission.reports = submission.reports if submission.reports is not None else {}
    if not data:
        submission.reports[instance] = (None, name)
    for task, each in data.items():
        resolved = values.mapping(each).get("resolved")
        submission.reports[values.text(task)] = (resolved if isinstance(resolved, bool) else None, name)


def _answered(given: Given, name: str) -> frozenset[str]:
    if name.endswith(".jsonl"):
        return frozenset(values.text(row.get("instance_id")) for _, row in given.rows(name)) - {""}
    data = given.load(name)
    if isinstance(data, dict):
        return frozenset(map(values.text, data))
    return frozenset(values.text(values.mapping(each).get("instance_id")) for each in values.listed(data)) - {""}


def _submission(given: Given, told: _Submission) -> Results | None:
    trials, origin = _items(told)
    split = _split(given, told)
    size = (values.count(told.lists[1].get("total_instances")) if told.lists else None) or SPLITS.get(split)
    name, attempts = _metadata(given, told.folder)
    if not any(trial.score is not None for trial in trials):
        given.note("has no report that can be read", told.folder or ".")
        return None
    solved = values.listed(told.lists[1].get("resolved")) if told.lists else ()
    total = size or (len({trial.task for trial in trials}) if told.reports or told.answered else None)
    return Results(
        benchmark=f"SWE-bench {split}" if split else "",
        contestant=name or given.label(told.folder),
        trials=tuple(trials),
        origin=origin,
        stated=min(len(solved) / total, 1.0) if told.lists and total else None,
        tasks_stated=size,
        best_of=attempts,
    )


def _split(given: Given, told: _Submission) -> str:
    """The folder of its split: right below `evaluation`, else any above the submission; "" of another benchmark."""
    named = [told.lists[0]] if told.lists else [told.details[0]] if told.details else []
    named += [where for _, where in (told.reports or {}).values()][:1]
    parts = given.path(named[0]).absolute().parts if named else ()
    if "evaluation" in parts:
        parts = parts[parts.index("evaluation") + 1 :][:1]
    return next((part for part in reversed(parts) if part in SPLITS), "")


def _items(told: _Submission) -> tuple[list[Trial], str]:
    """The trials by the reports of instances, else by the details, and what only the lists and predictions tell."""
    listed = _listed(told.lists[1], told.lists[0]) if told.lists else []
    if told.reports:
        origin = f"{told.folder or '.'} ({len(told.reports)} reports)"
        trials = [_trial(task, *_outcome(won), where) for task, (won, where) in told.reports.items()]
        trials += [trial for trial in listed if trial.task not in told.reports]
    elif told.details:
        trials, origin = _details(told.details), told.details[0]
    else:
        trials, origin = listed, told.lists[0] if told.lists else told.folder
    known = {trial.task for trial in trials}
    unread = (None, "no report of the evaluation") if told.reports and not told.lists else (0.0, "")
    return trials + [_trial(task, *unread, origin) for task in sorted(told.answered - known)], origin


def _details(details: tuple[str, Mapping[str, Any]]) -> list[Trial]:
    where, data = details
    rows = {values.text(task): values.mapping(each) for task, each in data.items()}
    return [
        _trial(task, *values.score(row.get("resolved")), where, values.money(row.get("cost")))
        for task, row in rows.items()
    ]


def _metadata(given: Given, folder: str) -> tuple[str, int]:
    """Name and attempts of `metadata.yaml`: two lines of it, so no parser is needed."""
    name = f"{folder}/metadata.yaml" if folder else "metadata.yaml"
    if not given.has(name):
        return "", 1
    raw = (given.bytes(name) or b"")[:65_536].decode(errors="replace")
    called = re.search(r"^\s*name:[ \t]*['\"]?([^'\"\n#]+)", raw, re.M)
    attempts = re.search(r"^\s*attempts:[ \t]*['\"]?(\d{1,3})", raw, re.M)
    return values.text(called[1]) if called else "", max(int(attempts[1]), 1) if attempts else 1


def _completed(results: Sequence[Results]) -> list[Results]:
    """With the tasks that a submission does not name because it did not resolve them."""
    named: dict[str, set[str]] = {}
    for each in results:
        named.setdefault(each.benchmark, set()).update(each.by_task)
    return [_complete(each, named[each.benchmark]) for each in results]


def _complete(result: Results, named: set[str]) -> Results:
    size = result.tasks_stated
    if size is None or len(named) > size:
        return result
    own = set(result.by_task)
    if len(own) >= size or not result.origin.endswith("results.json"):
        return result
    missing = [_trial(task, 0.0, "", result.origin) for task in sorted(named - own)]
    missing += [Trial(f"{UNNAMED} {n + 1}", 0.0, record=result.origin) for n in range(size - len(named))]
    return replace(result, trials=(*result.trials, *missing))


FORMAT = Format("swe-bench", "reports and submissions of SWE-bench", read)
