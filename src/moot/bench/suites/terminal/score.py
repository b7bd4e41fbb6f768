"""What a contestant's work is worth: the task's own checker says it, in the contestant's sandbox."""

from __future__ import annotations

import json
import math
from typing import Any, cast

from moot.bench.results import Trial
from moot.bench.suites.terminal.start import LOGS, TESTS, files, said
from moot.bench.suites.terminal.task import TerminalTask
from moot.bench.suites.terminal.uvx import stand_in
from moot.sandbox import Ended, File, Gone, Ran, Sandbox

REWARD = f"{LOGS}/verifier/reward"
MOST_REWARD = 4096
UNTOUCHED = {"PYTHONNOUSERSITE": "1", "PYTHONDONTWRITEBYTECODE": "1", "GIT_CONFIG_GLOBAL": "/dev/null"}
"""So that what a contestant left in its home does not run in the checker."""


async def score(task: TerminalTask, sandbox: Sandbox) -> Trial:
    """Ends what still runs, lays the checker in, runs it, and reads its reward, 0 to 1.

    A checker that comes to no reward was kept from it by what the contestant left, since it passed the reference and
    failed the untouched state before: that scores 0, and `error` says what happened. Only a sandbox that broke, or a
    reward outside 0 to 1, has no score."""
    return (await scored(task, sandbox))[0]


async def scored(task: TerminalTask, sandbox: Sandbox) -> tuple[Trial, str]:
    """The same, with the last words of the checker."""
    try:
        return await _scored(task, sandbox)
    except Gone as error:
        return Trial(task.name, None, error=str(error), kind=task.category), ""


async def _scored(task: TerminalTask, sandbox: Sandbox) -> tuple[Trial, str]:
    await sandbox.quiet()
    clean = ["find", TESTS, LOGS, "-mindepth", "1", "-delete"]
    make = f"chmod -R u+rwx {TESTS} {LOGS} 2>/dev/null; {' '.join(clean)} && mkdir {LOGS}/verifier {LOGS}/agent"
    await sandbox.run(["bash", "-c", make], cwd="/")
    try:
        await sandbox.put(_checker(task))
    except Gone:
        raise
    except OSError as error:
        return Trial(task.name, 0.0, error=f"the checker could not be laid in: {error}", kind=task.category), ""
    ran = await sandbox.run(
        ["bash", f"{TESTS}/test.sh"],
        seconds=task.verifier_seconds,
        cwd=task.image.cwd,
        environment={**UNTOUCHED, **task.verifier_environment},
    )
    reward, error = await _reward(sandbox, ran)
    return Trial(task.name, reward, error=error, kind=task.category, seconds=ran.seconds), said(ran)


def _checker(task: TerminalTask) -> dict[str, File]:
    laid = files(task.folder / "tests", TESTS)
    return {**laid, **stand_in()} if b"uvx" in laid[f"{TESTS}/test.sh"].data else laid


async def _reward(sandbox: Sandbox, ran: Ran) -> tuple[float | None, str]:
    if ran.ended_by is Ended.CLOSED:
        return None, "the sandbox ended while the checker ran"
    if ran.ended_by is not Ended.ITSELF:
        return 0.0, f"the checker was ended by its limit of {ran.ended_by}"
    value = await _read(sandbox)
    if value is None:
        return 0.0, "the checker wrote no reward"
    if not 0 <= value <= 1:
        return None, f"the checker's reward, {value:g}, lies outside 0 to 1"
    return value, ""


async def _read(sandbox: Sandbox) -> float | None:
    for name in (f"{REWARD}.txt", f"{REWARD}.json"):
        try:
            text = (await sandbox.get(name))[:MOST_REWARD].decode().strip()
            return _number(json.loads(text))
        except Gone:
            raise
        except (OSError, ValueError):
            continue
    return None


def _number(value: object) -> float:
    """A number, or the first one of an object: `reward` where it has that name. Raises `ValueError`."""
    if isinstance(value, dict):
        table = cast("dict[str, Any]", value)
        return _number(table.get("reward", next(iter(table.values()), None)))
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise ValueError("no number")
    return float(value)
