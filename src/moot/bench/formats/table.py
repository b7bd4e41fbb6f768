"""Tables: CSV, TSV, JSONL, and JSON that is a list of objects; columns by `--map`, else by their names where clear.

A CSV whose first line has semicolons and no comma is parted by them, as spreadsheets write it where the comma is
decimal.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, islice
from pathlib import PurePosixPath
from typing import Any

from moot.bench.formats import values
from moot.bench.formats.format import Format
from moot.bench.formats.given import Given
from moot.bench.results import Results, Trial
from moot.errors import UsageError
from moot.text.lazy import lazy_re

NAMES: Mapping[str, tuple[str, ...]] = {
    "task": (
        "task", "task_id", "instance_id", "sample_id", "question_id", "problem_id", "item_id", "case_id", "doc_id",
        "task_name", "problem", "question", "item", "case", "id", "name",
    ),
    "score": (
        "score", "resolved", "is_resolved", "solved", "passed", "pass", "success", "correct", "is_correct", "accuracy",
        "acc", "exact_match", "reward", "result", "outcome", "status",
    ),
    "repeat": ("repeat", "trial", "attempt", "epoch", "run", "run_id", "seed", "iteration", "trial_id"),
    "contestant": ("contestant", "model", "model_name", "model_id", "system", "agent"),
    "benchmark": ("benchmark", "suite", "eval", "dataset"),
    "harness": ("harness", "scaffold", "agent_version"),
    "error": ("error", "error_message", "exception", "failure_mode"),
    "group": ("group", "repo", "repository"),
    "kind": ("kind", "category", "difficulty", "subject"),
    "cost": ("cost", "cost_usd", "usd", "total_cost"),
    "seconds": ("seconds", "duration", "duration_s", "time_s", "latency_s", "elapsed"),
    "output_tokens": ("output_tokens", "completion_tokens", "tokens_out"),
}  # fmt: skip
"""Our field: column names that are clear for it, those that say most first."""
_NEEDED = ("task", "score")
_SURE = {"task": 9, "score": 13}
"""How many of the names say enough for one to win over the others; the rest only where none else is there."""

_COMMA = lazy_re(r"\d+,\d+[ \u00a0]?%?")

_Row = Sequence[Any]
_Columns = tuple[dict[str, int], float]


def mapped(told: str) -> dict[str, str]:
    """`task=instance_id,score=resolved` as our field to a column. Raises `UsageError`."""
    found: dict[str, str] = {}
    for part in filter(None, (each.strip() for each in told.split(","))):
        field, _, column = part.partition("=")
        if field not in NAMES or not column:
            raise UsageError(f"--map {part!r} is not FIELD=COLUMN; fields are {', '.join(NAMES)}.")
        found[field] = column
    return found


def read(given: Given) -> list[Results]:
    found: list[Results] = []
    for name in given.named(".csv", ".tsv", ".jsonl", ".ndjson", ".json"):
        suffix = PurePosixPath(name).suffix
        if suffix == ".json" and not given.head(name).lstrip().startswith(b"["):
            continue
        header, rows = _delimited(given, name) if suffix in (".csv", ".tsv") else _objects(given, name, suffix)
        columns = _columns(given, name, header)
        if columns is not None:
            given.taken([name])
            results = _results(given, name, columns, rows, header)
            if not results:
                given.note("is a table without a row that could be read", name)
            found += results
    return _apart(found)


def _delimited(given: Given, name: str) -> tuple[list[str], Iterator[tuple[int, _Row]]]:
    lines = (
        line.decode("utf-8-sig" if number == 1 else "utf-8", errors="replace") for number, line in given.lines(name)
    )
    first = next(lines, "")
    split = "\t" if name.endswith(".tsv") else ";" if ";" in first and "," not in first else ","
    reader = csv.reader(chain([first], lines), delimiter=split)
    header = next(_safe(reader, given, name), [])

    def rows() -> Iterator[tuple[int, _Row]]:
        for row in _safe(reader, given, name):
            if len(row) == len(header):
                yield reader.line_num, [_with_point(each) for each in row] if split == ";" else row
            elif row:
                given.note(
                    f"has a row that does not have the {len(header)} columns: left out",
                    f"{name}, line {reader.line_num}",
                )

    return [each.strip() for each in header], rows()


def _with_point(cell: str) -> str:
    """A figure with its decimal comma as a point; anything else as it is."""
    return cell.replace(",", ".") if _COMMA.fullmatch(cell.strip()) else cell


def _safe(reader: Iterator[list[str]], given: Given, name: str) -> Iterator[list[str]]:
    while True:
        try:
            yield next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            given.note(f"has a row that is no CSV ({error}): left out", name)


def _objects(given: Given, name: str, suffix: str) -> tuple[list[str], Iterator[tuple[int, _Row]]]:
    if suffix == ".json":
        listed = enumerate(values.listed(given.load(name)), start=1)
        objects: Iterator[tuple[int, Mapping[str, Any]]] = ((n, values.mapping(each)) for n, each in listed)
    else:
        objects = iter(given.rows(name))
    first = list(islice(objects, 50))
    header = list(dict.fromkeys(key for _, row in first for key in row))
    return header, ((n, [row.get(key) for key in header]) for n, row in chain(first, objects))


def _columns(given: Given, name: str, header: Sequence[str]) -> _Columns | None:
    """Our field → number of its column, and the score that means 1; None, with a note, where they are not clear."""
    lower = {each.lower(): at for at, each in reversed(list(enumerate(header)))}
    found: dict[str, int] = {}
    whole = 1.0
    for field, names in NAMES.items():
        column = given.mapping.get(field, "")
        if field == "score" and "/" in column and column not in header:
            column, _, figure = column.rpartition("/")
            whole = values.number(figure) or 1.0
        if column:
            if column not in header:
                given.note(f"has no column {column!r} for {field}; it has {_shown(header)}", name)
                return None
            found[field] = header.index(column)
        elif (at := _clear(field, names, lower)) is not None:
            found[field] = at
    if lacking := [field for field in _NEEDED if field not in found]:
        if header:
            example, wanting = ",".join(f"{field}=COLUMN" for field in lacking), " and the ".join(lacking)
            given.note(
                f"does not say which column is the {wanting}: say --map {example} of {_shown(header)}",
                name,
            )
        return None
    return found, whole


def _clear(field: str, names: Sequence[str], lower: Mapping[str, int]) -> int | None:
    """The column that is meant: the only one that fits, or for tasks the one whose name says most."""
    fits = [lower[each] for each in names[: _SURE.get(field)] if each in lower]
    if not fits:
        fits = [lower[each] for each in names if each in lower]
    return fits[0] if len(fits) == 1 or (fits and field != "score") else None


def _shown(header: Sequence[str]) -> str:
    return ", ".join(values.text(each) for each in header[:12]) + (" …" if len(header) > 12 else "")


def _results(
    given: Given, name: str, columns: _Columns, rows: Iterable[tuple[int, _Row]], header: Sequence[str]
) -> list[Results]:
    at, whole = columns
    scored_by = values.text(header[at["score"]])
    found: dict[tuple[str, str, str], list[Trial]] = {}
    repeats: dict[str, int] = {}
    label = PurePosixPath(name).stem
    for line, row in rows:
        cells = {field: row[column] for field, column in at.items()}
        task = values.text(cells["task"])
        if not task:
            given.note("has a row without a task id: left out", f"{name}, line {line}")
            continue
        trial = _trial(task, cells, whole, repeats, f"{name}, line {line}")
        key = (
            values.text(cells.get("benchmark")),
            values.text(cells.get("contestant")),
            values.text(cells.get("harness")),
        )
        found.setdefault(key, []).append(trial)
    return [
        Results(benchmark, contestant or label, tuple(trials), harness, name, scored_by if scored_by != "score" else "")
        for (benchmark, contestant, harness), trials in found.items()
    ]


def _apart(results: list[Results]) -> list[Results]:
    """A contestant's several tables of which none says its benchmark: each is a benchmark, called by its file."""
    often = Counter((each.benchmark, each.contestant, each.harness) for each in results)
    return [
        replace(each, benchmark=PurePosixPath(each.origin).stem)
        if not each.benchmark and often[each.benchmark, each.contestant, each.harness] > 1
        else each
        for each in results
    ]


def _trial(task: str, cells: Mapping[str, Any], whole: float, repeats: dict[str, int], where: str) -> Trial:
    score, error = values.score(cells["score"], whole)
    if score is None:
        error = values.text(cells.get("error")) or error
    return Trial(
        task,
        score,
        repeat=_repeat(cells.get("repeat"), repeats),
        error=error,
        group=values.text(cells.get("group")),
        kind=values.text(cells.get("kind")),
        cost=values.money(cells.get("cost")),
        seconds=values.number(cells.get("seconds")),
        output_tokens=values.count(cells.get("output_tokens")),
        record=where,
    )


def _repeat(value: object, repeats: dict[str, int]) -> int:
    """Runs that have a number keep it; those that have a name, such as a date, are numbered as they come."""
    if value is None or value == "":
        return 1
    if type(value) is int:
        return value
    name = values.text(value)
    return int(name) if name.isdecimal() and len(name) < 10 else repeats.setdefault(name, len(repeats) + 1)


FORMAT = Format("table", "CSV, TSV, JSONL, or a JSON list of objects, with --map", read, general=True)
