"""One task folder: `task.toml`, `instruction.md`, `environment/`, `solution/solve.sh`, `tests/test.sh`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from moot.bench.suites.terminal.image import Image, image
from moot.bench.suites.terminal.refused import Refused
from moot.sandbox import Limits
from moot.sandbox.limits import MIB

MOST_TEXT = MIB
MOST_MEMORY = 8192 * MIB
MOST_DISK = 1024 * MIB
"""What is written lies in memory, whatever a task asks for."""
NEEDED = ("task.toml", "instruction.md", "environment", "solution/solve.sh", "tests/test.sh")


@dataclass(frozen=True)
class TerminalTask:
    name: str
    folder: Path
    instruction: str
    """As the contestant is asked."""
    image: Image
    limits: Limits
    """Of one command; `agent_seconds` of all commands of a contestant together."""
    agent_seconds: float
    verifier_seconds: float
    verifier_environment: Mapping[str, str]
    solution_environment: Mapping[str, str]
    category: str = ""


def load(folder: Path) -> TerminalTask:
    """Reads a task folder. Raises `Refused` where it is no task, or one that cannot run here."""
    name = folder.name
    if missing := [each for each in NEEDED if not (folder / each).exists()]:
        raise Refused(name, f"it has no {' and no '.join(missing)}")
    settings = _settings(name, folder / "task.toml")
    machine, metadata = (_table(name, settings, each) for each in ("environment", "metadata"))
    verifier, agent, solution = (_table(name, settings, each) for each in ("verifier", "agent", "solution"))
    if settings.get("steps"):
        raise Refused(name, "it has several steps, which only Harbor runs")
    if any((folder / "environment" / each).exists() for each in ("docker-compose.yaml", "docker-compose.yml")):
        raise Refused(name, "it needs several containers (docker-compose)")
    if _number(name, machine, "gpus", 0):
        raise Refused(name, "it asks for a GPU")
    disk = min(_size(name, machine, "storage", 256 * MIB), MOST_DISK)
    seconds, checking = (_number(name, each, "timeout_sec", 120) for each in (agent, verifier))
    limits = Limits(
        seconds=seconds,
        cpu_seconds=1 + int(max(seconds, checking)),
        memory=min(_size(name, machine, "memory", 512 * MIB), MOST_MEMORY),
        disk=disk,
    )
    return TerminalTask(
        name=name,
        folder=folder,
        instruction=_text(name, folder / "instruction.md"),
        image=image(name, folder / "environment", _environment(name, machine), disk),
        limits=limits,
        agent_seconds=limits.seconds,
        verifier_seconds=checking,
        verifier_environment=_environment(name, verifier),
        solution_environment=_environment(name, solution),
        category=str(metadata.get("category", "")),
    )


def _text(name: str, path: Path) -> str:
    try:
        if path.stat().st_size > MOST_TEXT:
            raise Refused(name, f"{path.name} is larger than 1 MiB")
        return path.read_text()
    except (OSError, UnicodeDecodeError) as error:
        raise Refused(name, f"{path.name} cannot be read") from error


def _settings(name: str, path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(_text(name, path))
    except tomllib.TOMLDecodeError as error:
        raise Refused(name, f"task.toml is no TOML: {error}") from error


def _table(name: str, settings: Mapping[str, Any], key: str) -> dict[str, Any]:
    table = settings.get(key, {})
    if not isinstance(table, dict):
        raise Refused(name, f"[{key}] of task.toml is no table")
    return cast("dict[str, Any]", table)


def _number(name: str, table: Mapping[str, Any], key: str, default: float) -> float:
    value = table.get(key, default)
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < 1e7:
        raise Refused(name, f"{key} of task.toml is no number of a sensible size")
    return float(value)


def _size(name: str, table: Mapping[str, Any], key: str, default: int) -> int:
    """Bytes: `memory_mb = 2048`, or `memory = "2G"` as the form had it first."""
    written = str(table.get(key, ""))
    if written:
        number, unit = written[:-1], written[-1:].upper()
        if not number.isdigit() or unit not in "MG":
            raise Refused(name, f"{key} of task.toml is no size: {written[:20]!r}")
        return int(number) * MIB * (1024 if unit == "G" else 1)
    return int(_number(name, table, f"{key}_mb", default / MIB)) * MIB or default


def _environment(name: str, table: Mapping[str, Any]) -> dict[str, str]:
    given = {key: str(value) for key, value in _table(name, table, "env").items()}
    if asked := [value for value in given.values() if "${" in value]:
        raise Refused(name, f"it asks for a variable of this machine, {asked[0][:40]!r}, and none is given away")
    return given
