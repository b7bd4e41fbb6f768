"""Moot's sandbox as a sandbox of inspect_ai: `sandbox="moot"`.

With a `task.toml` of the Harbor form as its configuration it opens in that task's state, with a Dockerfile or a compose
file in the state that this leaves (`standin.py`), else it is empty; files of a sample are laid in by inspect_ai.
"""

from __future__ import annotations

import time
from pathlib import Path, PurePosixPath
from typing import Literal, overload

from inspect_ai.util import (
    ExecResult,
    OutputLimitExceededError,
    SandboxEnvironment,
    SandboxEnvironmentConfigType,
)

from moot.bench.engine.standin import image_of
from moot.bench.suites.terminal import load, start
from moot.bench.suites.terminal.start import opened
from moot.bench.suites.terminal.task import TerminalTask
from moot.sandbox import Ended, Limits, Sandbox

WORK = "/work"
"""Writable whatever a Dockerfile names."""


class Box(SandboxEnvironment):
    def __init__(self, sandbox: Sandbox, task: TerminalTask | None = None) -> None:
        super().__init__()
        self.sandbox, self.task = sandbox, task
        self._left = task.agent_seconds if task else None
        """Seconds that all commands together may still take; None: as long as each may."""

    @classmethod
    async def sample_init(
        cls, task_name: str, config: SandboxEnvironmentConfigType | None, metadata: dict[str, str]
    ) -> dict[str, SandboxEnvironment]:
        if isinstance(config, str) and Path(config).name == "task.toml":
            task = load(Path(config).parent)
            return {"default": Box(await start(task), task)}
        if config is not None:
            return {"default": Box(await opened(task_name, image_of(config), Limits(), (WORK,)))}
        sandbox = Sandbox()
        await sandbox.open()
        return {"default": Box(sandbox)}

    @classmethod
    async def sample_cleanup(
        cls,
        task_name: str,
        config: SandboxEnvironmentConfigType | None,
        environments: dict[str, SandboxEnvironment],
        interrupted: bool,
    ) -> None:
        for environment in environments.values():
            await environment.as_type(Box).sandbox.close()

    @classmethod
    def config_files(cls) -> list[str]:
        return []

    @classmethod
    def is_docker_compatible(cls) -> bool:
        return True

    async def exec(
        self,
        cmd: list[str],
        input: str | bytes | None = None,
        cwd: str | None = None,
        env: dict[str, str] | None = None,
        user: str | None = None,
        timeout: int | None = None,  # noqa: ASYNC109 - as the base class has it
        timeout_retry: bool = True,
        concurrency: bool = True,
    ) -> ExecResult[str]:
        """A command, never tried twice. There is one user: whoever is named, it runs as that one."""
        seconds = self._seconds(timeout)
        begun = time.monotonic()
        stdin = input.encode() if isinstance(input, str) else input or b""
        try:
            ran = await self.sandbox.run(cmd, stdin, seconds, self._path(cwd) if cwd else None, env)
        finally:
            if self._left is not None:
                self._left -= time.monotonic() - begun
        out, err = (each.decode("utf-8", "replace") for each in (ran.stdout, ran.stderr))
        if ran.ended_by is Ended.TIME:
            raise TimeoutError(f"the command was ended after {ran.seconds:.0f} s")
        if ran.ended_by is Ended.OUTPUT:
            raise OutputLimitExceededError(f"{self.sandbox.limits.output} bytes", out)
        if ran.ended_by is not Ended.ITSELF:
            err += f"\nThe command was ended by its limit of {ran.ended_by}."
        return ExecResult(ran.ok, ran.code, out, err)

    def _seconds(self, timeout: int | None) -> float | None:
        if self._left is None:
            return timeout
        if self._left <= 0:
            raise TimeoutError("the time of the task is used up: no further command runs")
        return self._left if timeout is None else min(timeout, self._left)

    async def write_file(self, file: str, contents: str | bytes) -> None:
        raw = contents.encode() if isinstance(contents, str) else contents
        await self.sandbox.put({self._path(file): raw})

    @overload
    async def read_file(self, file: str, text: Literal[True] = True) -> str: ...

    @overload
    async def read_file(self, file: str, text: Literal[False]) -> bytes: ...

    async def read_file(self, file: str, text: bool = True) -> str | bytes:
        raw = await self.sandbox.get(self._path(file))
        return raw.decode() if text else raw

    def _path(self, file: str) -> str:
        return str(PurePosixPath(self.sandbox.cwd) / file)
