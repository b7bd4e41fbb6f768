"""Trials as they are written: one line each as they come, whole or not at all; read without the engine."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, cast
from urllib.parse import quote

from moot.bench.results import Results, Trial
from moot.errors import CannotWrite, UsageError

FILE = "results.jsonl"


@dataclass(frozen=True)
class Key:
    """Which trial."""

    benchmark: str
    contestant: str
    task: str
    repeat: int

    @property
    def place(self) -> str:
        """Its front in the journal; no part of it can be taken for another."""
        return "/".join(quote(part, safe="") for part in (self.benchmark, self.contestant, self.task, str(self.repeat)))


@dataclass(frozen=True)
class Line:
    """A trial with all that is said of its conditions."""

    key: Key
    trial: Trial
    harness: str
    settings: Mapping[str, str]
    members: tuple[str, ...] = ()
    protocol: str = ""

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
        }
        return json.dumps(said)  # escaped, so that a trial is one line whatever it holds


class Book:
    """The file of a bench, held by one process. Half a line at its end, left by a kill, is cut off."""

    def __init__(self, folder: Path) -> None:
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

    def write(self, line: Line) -> None:
        """Out of this process when it returns. What a power cut takes is made again from the journal, unpaid."""
        try:
            self._file.write(line.to_json().encode() + b"\n")
            self._file.flush()
        except OSError as error:
            raise CannotWrite(f"{self.path} cannot be written: {error.strerror or error}.") from None
        self.lines[line.key] = line

    def close(self) -> None:
        self._file.close()


def read(folder: Path) -> list[Results]:
    """What a bench has found so far: one `Results` a benchmark and contestant, in the order of their first trials.

    Half a line at the end is passed over. Raises `UsageError` where there is nothing, or something else.
    """
    path = folder / FILE if folder.is_dir() else folder
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror or error}; `moot bench run` writes it.") from None
    whole = raw[: raw.rfind(b"\n") + 1]
    if not whole:
        raise UsageError(f"{path} holds no result yet.")
    return gathered({line.key: line for line in _lines(path, whole)}.values(), origin=str(path))


def gathered(lines: Iterable[Line], origin: str = "") -> list[Results]:
    """The trials of each benchmark and contestant together, in the order of tasks and repeats as they came."""
    found: dict[tuple[str, str], list[Line]] = {}
    for line in lines:
        found.setdefault((line.key.benchmark, line.key.contestant), []).append(line)
    return [
        Results(
            benchmark=benchmark,
            contestant=contestant,
            trials=tuple(line.trial for line in each),
            harness=each[-1].harness,
            members=each[-1].members,
            protocol=each[-1].protocol,
            origin=origin,
            settings=each[-1].settings,
        )
        for (benchmark, contestant), each in found.items()
    ]


def _lines(path: Path, whole: bytes) -> Sequence[Line]:
    found: list[Line] = []
    for number, raw in enumerate(whole.split(b"\n")[:-1], 1):
        if not raw.strip():
            continue
        try:
            found.append(_line(json.loads(raw)))
        except (ValueError, KeyError, TypeError, InvalidOperation, RecursionError):
            raise UsageError(f"{path}, line {number}: this is no trial of a bench.") from None
    return found


def _line(raw: Any) -> Line:
    """Raises ValueError, KeyError or TypeError for what is none."""
    said = cast("dict[str, Any]", raw)
    score, cost = said["score"], said["cost"]
    if score is not None and not 0 <= float(score) <= 1:
        raise ValueError("a score is from 0 to 1")
    trial = Trial(
        task=str(said["task"]),
        score=None if score is None else float(score),
        repeat=int(said["repeat"]),
        error=str(said["error"]),
        group=str(said["group"]),
        kind=str(said["kind"]),
        parts=tuple((str(name), float(score)) for name, score in dict(said["parts"]).items()),
        cost=None if cost is None else Decimal(str(cost)),
        seconds=None if said["seconds"] is None else float(said["seconds"]),
        output_tokens=None if said["output_tokens"] is None else int(said["output_tokens"]),
        record=str(said["record"]),
    )
    key = Key(str(said["benchmark"]), str(said["contestant"]), trial.task, trial.repeat)
    settings = {str(name): str(value) for name, value in dict(said["settings"]).items()}
    members = tuple(str(each) for each in said["members"])
    return Line(key, trial, str(said["harness"]), settings, members, str(said["protocol"]))
