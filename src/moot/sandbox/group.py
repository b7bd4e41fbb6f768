"""A control group (version 2) of a sandbox, where we may make one: the kernel counts its memory and processes."""

from __future__ import annotations

import asyncio
import os
import secrets
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from moot.sandbox.limits import Limits


@dataclass(frozen=True, slots=True)
class Group:
    path: Path

    def entry(self) -> list[str]:
        """The front of a command that runs in the group."""
        return ["/bin/sh", "-c", 'echo 0 > "$0" && exec "$@"', str(self.path / "cgroup.procs")]

    def kills(self) -> int:
        """How many processes the kernel ended for want of memory."""
        counts = dict(line.split() for line in (self.path / "memory.events").read_text().splitlines())
        return int(counts.get("oom_kill", 0))

    async def remove(self) -> None:
        with suppress(OSError):
            (self.path / "cgroup.kill").write_text("1")
        for _ in range(100):  # a group can go once the kernel has let go of its last process
            with suppress(OSError):
                self.path.rmdir()
            if not self.path.exists():
                return
            await asyncio.sleep(0.01)


def group(limits: Limits, root: Path = Path("/sys/fs/cgroup"), own: Path = Path("/proc/self/cgroup")) -> Group | None:
    """A new group under the nearest one above this process that hands both counts down, or None.

    Nothing above it is changed. What is written to disk is memory too, and counted with it."""
    for above in _above(root, own):
        made = above / f"moot-{os.getpid()}-{secrets.token_hex(4)}"
        try:
            if not {"memory", "pids"} <= set((above / "cgroup.subtree_control").read_text().split()):
                continue
            if not os.access(above / "cgroup.procs", os.W_OK):
                continue
            made.mkdir()
        except OSError:
            continue
        try:
            (made / "memory.max").write_text(str(limits.memory + limits.disk))
            (made / "pids.max").write_text(str(limits.processes + OWN_PROCESSES))
            with suppress(OSError):  # not every kernel counts swap
                (made / "memory.swap.max").write_text("0")
        except OSError:
            made.rmdir()
            continue
        return Group(made)
    return None


OWN_PROCESSES = 16
"""The holder, and what starts commands."""


def _above(root: Path, own: Path) -> list[Path]:
    """The groups from that of this process up to the top one."""
    try:
        line = next(line for line in own.read_text().splitlines() if line.startswith("0::"))
    except (OSError, StopIteration):
        return []
    here = root / line.removeprefix("0::/")
    return [each for each in (here, *here.parents) if each.is_relative_to(root)]
