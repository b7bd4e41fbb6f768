"""The process that keeps a sandbox between its commands: its namespaces, and the memory that its files lie in."""

from __future__ import annotations

import asyncio
import json
import os
from asyncio.subprocess import DEVNULL
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

from moot.errors import NotInstalled
from moot.sandbox.group import Group
from moot.sandbox.limits import Limits
from moot.sandbox.tools import PATH, Tools, as_user
from moot.sandbox.tree import kill_all
from moot.sandbox.view import holder, prepare

START = 20.0
"""Seconds that a machine under load gets for what takes 10 ms."""
GRACE = 2.0
"""Seconds in which it must be gone when its input has ended."""
SPACES = ("user", "mnt", "pid", "net", "uts")


@dataclass(frozen=True, slots=True)
class Holder:
    process: asyncio.subprocess.Process
    inside: int
    """The first process in the namespaces: if it ends, so does every command."""

    def entry(self, tools: Tools) -> list[str]:
        """The front of a command that starts in the namespaces."""
        spaces = [f"--{'mount' if each == 'mnt' else each}=/proc/{self.inside}/ns/{each}" for each in SPACES]
        return [tools.nsenter, *spaces, "--preserve-credentials", "--"]

    async def quiet(self, tools: Tools, user: int | None) -> None:
        """Ends all that runs in the namespaces, but for the holder itself."""
        all_of_them = ["/bin/sh", "-c", "kill -KILL -1"]
        ended = await asyncio.create_subprocess_exec(
            *as_user(tools, user), *self.entry(tools), *all_of_them,
            stdin=DEVNULL, stdout=DEVNULL, stderr=DEVNULL, env={"PATH": PATH}, cwd="/", start_new_session=True,
        )  # fmt: skip
        await ended.wait()

    async def end(self) -> None:
        """Its input ends, and so does it, and all that runs in the namespaces; where it does not, it is killed."""
        assert self.process.stdin is not None
        self.process.stdin.close()
        try:
            await asyncio.wait_for(self.process.wait(), GRACE)
        except TimeoutError:
            kill_all(self.process.pid)
            await self.process.wait()


async def hold(tools: Tools, user: int | None, group: Group | None, folders: Sequence[str], limits: Limits) -> Holder:
    """Starts one. Raises `NotInstalled` where the machine does not let an unprivileged user make namespaces."""
    told, tell = os.pipe()
    front = [*(group.entry() if group else []), *as_user(tools, user)]
    script = ["/bin/sh", "-c", prepare(folders, limits.disk, limits.files)]
    try:
        process = await asyncio.create_subprocess_exec(
            *front, tools.bwrap, *holder(), "--info-fd", str(tell), "--", *script,
            stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
            env={"PATH": PATH}, cwd="/", pass_fds=(tell,), start_new_session=True,
        )  # fmt: skip
    finally:
        os.close(tell)
    try:
        return Holder(process, await _inside(process, told))
    except BaseException:
        kill_all(process.pid)
        await process.wait()
        raise
    finally:
        os.close(told)


async def _inside(process: asyncio.subprocess.Process, told: int) -> int:
    assert process.stdout is not None and process.stderr is not None
    ready = b""
    with suppress(TimeoutError):
        ready = await asyncio.wait_for(process.stdout.readline(), START)
    if ready != b"ready\n":
        kill_all(process.pid)
        lines = (await process.stderr.read(4096)).decode(errors="replace").split("\n")
        reason = "".join(each for each in lines[0] if each.isprintable()) or "it did not start"
        raise NotInstalled(
            f"The sandbox cannot start ({reason}): this machine must let an unprivileged user make namespaces."
        )
    return int(json.loads(os.read(told, 4096))["child-pid"])
