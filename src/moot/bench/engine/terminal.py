"""The suite `terminal` (`terminal:FOLDER`: others' tasks): a shell in Moot's sandbox, and inspect_ai's plain agent.

Nobody is scored before every task has shown that it can tell right from wrong (`prepare`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from moot.bench.suites.terminal import TerminalTask, check, found, load, own, score
from moot.errors import MootError

if TYPE_CHECKING:
    from inspect_ai import Task
    from inspect_ai.scorer import Scorer

MESSAGES = 100
"""Of one trial at most: then the state is scored as it is."""
VERSION = 1


def opened(argument: str) -> Terminal:
    """Raises `NoSources` for a folder without tasks."""
    return Terminal([load(each) for each in found(Path(argument))] if argument else own())


class Terminal:
    name = "terminal"

    def __init__(self, tasks: Sequence[TerminalTask]) -> None:
        self._tasks = {task.name: task for task in tasks}

    @cached_property
    def version(self) -> str:
        hashed = hashlib.sha256()
        for task in self._tasks.values():
            for path in sorted(each for each in task.folder.rglob("*") if each.is_file()):
                hashed.update(f"{path.relative_to(task.folder)}\0".encode() + path.read_bytes())
        return f"{VERSION}+{hashed.hexdigest()[:12]}"

    async def prepare(self, ids: Sequence[str]) -> None:
        """Raises `Refused` for a task whose reference fails, or whose checker passes the untouched state."""
        for id in ids:
            await check(self._tasks[id])

    def inspect_task(self) -> Task:
        from inspect_ai import Task
        from inspect_ai.agent import react
        from inspect_ai.dataset import MemoryDataset, Sample
        from inspect_ai.tool import bash

        samples = [
            Sample(
                id=task.name,
                input=task.instruction,
                metadata={"kind": task.category},
                sandbox=("moot", str(task.folder / "task.toml")),
            )
            for task in self._tasks.values()
        ]
        return Task(
            name=self.name,
            version=self.version,
            dataset=MemoryDataset(samples),
            solver=react(tools=[bash()]),
            scorer=_checked(),
            message_limit=MESSAGES,
        )


def _checked() -> Scorer:
    from inspect_ai.scorer import Score, Target, mean, scorer, stderr
    from inspect_ai.solver import TaskState
    from inspect_ai.util import sandbox

    from moot.bench.engine.box import Box

    @scorer(name="moot_checked", metrics=[mean(), stderr()])
    def checked() -> Scorer:
        async def marked(state: TaskState, target: Target) -> Score:
            box = sandbox().as_type(Box)
            assert box.task is not None
            trial = await score(box.task, box.sandbox)
            if trial.score is None:
                raise MootError(trial.error)
            return Score(value=trial.score, explanation=trial.error)

        return marked

    return checked()
