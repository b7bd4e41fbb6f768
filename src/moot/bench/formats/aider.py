"""Aider: `.aider.results.json` in the folder of each exercise (benchmark/benchmark.py of Aider).

`tests_outcomes` has one outcome a try; the second try sees the errors of the first. Aider's headline (`pass_rate_2`)
counts an exercise whose last try passed, and one that ended with an exception as failed. It is read where what
`benchmark.py --stats` prints, or an entry of a leaderboard, lies beside the run.

Checked against three published runs of 2024, of aider 0.56.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import takewhile
from pathlib import PurePosixPath
from typing import Any

from moot.bench.formats import values
from moot.bench.formats.format import Format
from moot.bench.formats.given import Given
from moot.bench.results import Results, Trial
from moot.text.lazy import lazy_re

FILE = ".aider.results.json"
_FIGURE = lazy_re(r"^[ ]*(pass_rate_\d|total_tests|test_cases):[ ]*(\d{1,9}(?:\.\d{1,9})?)[ ]*$", re.M)
_Row = tuple[str, Mapping[str, Any]]
"""The file's name and what it says."""


def read(given: Given) -> list[Results]:
    runs: dict[str, list[_Row]] = {}
    unnamed: dict[str, list[_Row]] = {}
    names: dict[str, str] = {}
    for name in given.named(FILE):
        if not name.endswith(FILE):
            continue
        given.taken([name])
        row, folder = values.mapping(given.load(name)), _run_folder(name)
        if run := _run_folder(values.text(row.get("testdir")) + "/x"):
            runs.setdefault(run, []).append((name, row))
            names[folder] = run
        else:
            unnamed.setdefault(folder, []).append((name, row))
    for folder, rows in unnamed.items():  # exercises that ended with an exception do not say their run
        runs.setdefault(names.get(folder, folder), []).extend(rows)
    stated = _stated(given) if runs else {}
    return [_run(given, rows, stated.get(PurePosixPath(run).name, {})) for run, rows in runs.items()]


def _run_folder(name: str) -> str:
    """What is above `LANGUAGE/exercises/practice/EXERCISE`, else above the exercise."""
    parts = PurePosixPath(name).parts[:-1]
    depth = 4 if parts[-3:-1] == ("exercises", "practice") else 1
    return "/".join(parts[:-depth])


def _stated(given: Given) -> dict[str, Mapping[str, float]]:
    """Pass rates and the like by run, of what `benchmark.py --stats` prints and leaderboards keep."""
    found: dict[str, Mapping[str, float]] = {}
    for name in given.named(".txt", ".yml", ".yaml"):
        if b"pass_rate_1:" in given.head(name):
            given.taken([name])
            text = (given.bytes(name) or b"").decode(errors="replace")
            for block in text.split("dirname:")[1:]:
                figures = {key: float(figure) for key, figure in _FIGURE.findall(block)}
                found[values.text(block.partition("\n")[0])] = figures
    return found


def _run(given: Given, rows: list[_Row], stated: Mapping[str, float]) -> Results:
    folder = _common([_run_folder(name) for name, _ in rows])
    tries = max((len(values.listed(row.get("tests_outcomes"))) for _, row in rows), default=1)
    said = {
        key: " / ".join(dict.fromkeys(values.text(row[key]) for _, row in rows if row.get(key) is not None))
        for key in ("model", "edit_format", "commit_hash", "reasoning_effort", "thinking_tokens", "editor_model")
    }
    percent = stated.get(f"pass_rate_{tries}")
    return Results(
        benchmark="Aider's exercises",
        contestant=said["model"] or given.label(folder),
        trials=tuple(_trial(name, row) for name, row in rows),
        harness=f"aider {said['commit_hash']}".strip(),
        origin=folder or ".",
        stated=None if percent is None else values.share(percent / 100),
        tasks_stated=values.count(stated.get("total_tests")) or len(_exercises(given, folder)) or None,
        best_of=max(tries, 1),
        settings=values.told(**{key: value for key, value in said.items() if key not in ("model", "commit_hash")}),
    )


def _common(folders: list[str]) -> str:
    """The folder that holds all of these."""
    parts = [PurePosixPath(folder).parts for folder in folders]
    same = takewhile(lambda level: len(set(level)) == 1, zip(*parts, strict=False))
    return "/".join(level[0] for level in same)


def _exercises(given: Given, folder: str) -> set[str]:
    """Exercises that the run's folder holds, those without results too."""
    stem = f"{folder}/" if folder else ""
    found: set[str] = set()
    for name in given.names:
        if name.startswith(stem) and "/exercises/practice/" in name:
            language, _, rest = name[len(stem) :].partition("/exercises/practice/")
            exercise = rest.partition("/")[0]
            if "/" in rest:
                found.add(f"{language}/{exercise}")
    return found


def _trial(name: str, row: Mapping[str, Any]) -> Trial:
    parts = PurePosixPath(name).parts[:-1]
    exercise = parts[-1] if parts else values.text(row.get("testcase"))
    language = parts[-4] if parts[-3:-1] == ("exercises", "practice") and len(parts) > 3 else ""
    outcomes = [each for each in values.listed(row.get("tests_outcomes")) if isinstance(each, bool)]
    failed = values.text(str(row.get("exception") or "").strip().rpartition("\n")[2])
    return Trial(
        f"{language}/{exercise}".lstrip("/") or name,
        float(outcomes[-1]) if outcomes else None,
        error="" if outcomes else failed or "no outcome of its tests",
        kind=language,
        parts=(("first try", float(outcomes[0])),) if outcomes else (),
        cost=values.money(row.get("cost")),
        seconds=values.number(row.get("duration")),
        output_tokens=values.count(row.get("completion_tokens")),
        record=name,
    )


FORMAT = Format("aider", "exercise folders of Aider's benchmark", read)
