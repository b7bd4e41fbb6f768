"""Trials as they are written: one line each as they come, whole or not at all; read without the engine."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple, cast
from urllib.parse import quote

from pydantic_core import from_json

from moot.bench.results import Results, Trial
from moot.errors import CannotWrite, NoSources
from moot.report.files import write

FILE = "results.jsonl"
ORDER = "contestants.json"
"""The names of the contestants, as they were last given; those of earlier runs alone come after."""
_MOST = 10**15
"""What costs (USD), seconds and tokens of a trial stay below; a number beyond is none that anybody counted."""


class Key(NamedTuple):
    """Which trial."""

    benchmark: str
    contestant: str
    task: str
    repeat: int

    @property
    def place(self) -> str:
        """Its front in the journal; no part of it can be taken for another."""
        return "/".join(quote(part, safe="") for part in (self.benchmark, self.contestant, self.task, str(self.repeat)))


class Line(NamedTuple):
    """A trial with all that is said of its conditions."""

    key: Key
    trial: Trial
    harness: str
    settings: Mapping[str, str]
    members: tuple[str, ...] = ()
    protocol: str = ""
    suite_tasks: int | None = None
    """How many tasks the whole suite has, those beyond a `--limit` too; None in files of older versions."""

    def to_json(self) -> str:
        trial = self.trial
        said = {
            "benchmark": self.key.benchmark,
            "contestant": self.key.contestant,
            "task": trial.task,
            "repeat": trial.repeat,
            "score": trial.score,
            "error": trial.error,
            "group": trial.group,
            "kind": trial.kind,
            "parts": dict(trial.parts),
            "cost": None if trial.cost is None else f"{trial.cost:f}",
            "seconds": trial.seconds,
            "output_tokens": trial.output_tokens,
            "record": trial.record,
            "members": self.members,
            "protocol": self.protocol,
            "harness": self.harness,
            "settings": dict(self.settings),
            "suite_tasks": self.suite_tasks,
        }
        return json.dumps(said)  # escaped, so that a trial is one line whatever it holds


class Book:
    """The file of a bench, held by one process. Half a line at its end, left by a kill, is cut off."""

    def __init__(self, folder: Path, contestants: Sequence[str] = ()) -> None:
        self.path = folder / FILE
        self.lines: dict[Key, Line] = {}
        """Of a trial that was written twice, the later."""
        try:
            raw = self.path.read_bytes() if self.path.exists() else b""
            whole = raw[: raw.rfind(b"\n") + 1]
            self._file = self.path.open("ab")
            if len(whole) < len(raw):
                self._file.truncate(len(whole))
        except OSError as error:
            raise CannotWrite(f"{self.path} cannot be written: {error.strerror or error}.") from None
        self.lines = {line.key: line for line in _lines(self.path, whole)}
        if contestants:
            order = list(dict.fromkeys([*contestants, *_order(folder)]))
            write(folder / ORDER, json.dumps(order).encode())

    def write(self, line: Line) -> None:
        """Out of this process when it returns. What a power cut takes is made again from the journal, unpaid.

        Raises `CannotWrite`.
        """
        try:
            self._file.write(line.to_json().encode() + b"\n")
            self._file.flush()
        except OSError as error:
            raise CannotWrite(f"{self.path} cannot be written: {error.strerror or error}.") from None
        self.lines[line.key] = line

    def results(self) -> list[Results]:
        """As `read` gives them."""
        return _gathered(self.lines.values(), self.path)

    def close(self) -> None:
        self._file.close()


def read(folder: Path) -> list[Results]:
    """What a bench has found so far: one `Results` a benchmark and contestant, contestants in the order given to it.

    Half a line at the end is passed over. Raises `NoSources` where there is nothing, or something else.
    """
    path = folder / FILE if folder.is_dir() else folder
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise NoSources(f"{path} cannot be read: {error.strerror or error}; `moot bench run` writes it.") from None
    whole = raw[: raw.rfind(b"\n") + 1]
    if not whole:
        raise NoSources(f"{path} holds no result yet.")
    return _gathered(_lines(path, whole), path)


def _gathered(lines: Iterable[Line], path: Path) -> list[Results]:
    """The trials of each benchmark and contestant together, which else come as they came first.

    Of a trial that comes twice the later counts; the conditions are those of the last line.
    """
    found: dict[tuple[str, str], dict[tuple[str, int], Trial]] = {}
    last: dict[tuple[str, str], Line] = {}
    for line in lines:
        benchmark, contestant, task, repeat = line.key
        place = benchmark, contestant
        if place not in found:
            found[place] = {}
        found[place][task, repeat] = line.trial
        last[place] = line
    rank = {name: n for n, name in enumerate(_order(path.parent))}
    return [
        Results(
            benchmark=benchmark,
            contestant=contestant,
            trials=tuple(trials.values()),
            harness=(line := last[benchmark, contestant]).harness,
            members=line.members,
            protocol=line.protocol,
            origin=str(path),
            tasks_stated=line.suite_tasks,
            settings=line.settings,
        )
        for (benchmark, contestant), trials in sorted(found.items(), key=lambda each: rank.get(each[0][1], len(rank)))
    ]


def _order(folder: Path) -> list[str]:
    """None where nobody wrote one, or something else stands there: only an order is lost."""
    try:
        found = json.loads((folder / ORDER).read_bytes())
    except (OSError, ValueError, RecursionError):
        return []
    return [str(name) for name in cast("list[object]", found)] if isinstance(found, list) else []


def _lines(path: Path, whole: bytes) -> Iterator[Line]:
    for number, raw in enumerate(whole.split(b"\n")[:-1], 1):
        if not raw.strip():
            continue
        try:
            line = _line(_loaded(raw))
        except (ValueError, KeyError, TypeError, ArithmeticError, RecursionError):
            raise NoSources(f"{path}, line {number}: this is no trial of a bench.") from None
        yield line


def _loaded(raw: bytes) -> Any:
    """In a third of the time of `json`, which in turn reads what UTF-8 cannot hold: half of a surrogate pair."""
    try:
        return from_json(raw)
    except ValueError:
        return json.loads(raw)


def _line(raw: Any) -> Line:
    """Raises ValueError, KeyError, TypeError or ArithmeticError for what is none."""
    said = cast("dict[str, Any]", raw)
    score, cost, seconds, tokens = said["score"], said["cost"], said["seconds"], said["output_tokens"]
    if score is not None and not 0 <= (score := float(score)) <= 1:
        raise ValueError("a score is from 0 to 1")
    if cost is not None and not 0 <= (cost := Decimal(str(cost))) < _MOST:
        raise ValueError("a cost is a finite number")
    if seconds is not None and not 0 <= (seconds := float(seconds)) < _MOST:
        raise ValueError("a time is a finite number")
    if tokens is not None and not 0 <= (tokens := int(tokens)) < _MOST:
        raise ValueError("a count is a finite number")
    key = Key(str(said["benchmark"]), str(said["contestant"]), str(said["task"]), int(said["repeat"]))
    trial = Trial(
        key.task,
        score,
        key.repeat,
        error=str(said["error"]),
        group=str(said["group"]),
        kind=str(said["kind"]),
        parts=tuple((str(name), float(share)) for name, share in dict(said["parts"]).items()),
        cost=cost,
        seconds=seconds,
        output_tokens=tokens,
        record=str(said["record"]),
    )
    settings = {str(name): str(value) for name, value in dict(said["settings"]).items()}
    members = tuple(str(each) for each in said["members"])
    whole = said.get("suite_tasks")
    if whole is not None and not 0 < (whole := int(whole)) < _MOST:
        raise ValueError("a suite has tasks")
    return Line(key, trial, str(said["harness"]), settings, members, str(said["protocol"]), whole)
