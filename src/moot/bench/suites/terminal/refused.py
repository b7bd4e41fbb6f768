"""A task that nobody can be scored on."""

from __future__ import annotations

from moot.errors import BadTask


class Refused(BadTask):
    """`reason`: why, to stand behind the task's name."""

    def __init__(self, task: str, reason: str) -> None:
        super().__init__(f"Task {task!r} cannot be used: {reason}.")
        self.task = task
        self.reason = reason
