"""A process and everything under it, seen from outside its namespaces."""

from __future__ import annotations

import os
import signal
from contextlib import suppress
from pathlib import Path

PAGE = os.sysconf("SC_PAGE_SIZE")


def tree(pid: int) -> list[int]:
    """The process and its descendants that are there now. What loses its parent in a process namespace is still a child
    of the first process there, so nothing gets out."""
    found, ahead = [pid], [pid]
    while ahead:
        children = _children(ahead.pop())
        found += children
        ahead += children
    return found


def kill(pid: int) -> None:
    """Ends a command, whose first process is given: `nsenter`, under it `bwrap`, under that the first process of the
    command's namespace. With that one the kernel ends all others there, and the two above it end by themselves, so
    that nobody is left to be waited for. Where it is not there yet, what would start it ends."""
    levels = [[pid]]
    while len(levels) < 3 and levels[-1]:
        levels.append([child for each in levels[-1] for child in _children(each)])
    for each in levels[2] if len(levels) == 3 and levels[2] else [*levels[1], pid]:
        _signal(each)


def kill_all(pid: int) -> None:
    """Ends everything, from the leaves up."""
    for each in reversed(tree(pid)):
        _signal(each)


def _signal(pid: int) -> None:
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)


def _children(pid: int) -> list[int]:
    found: list[int] = []
    with suppress(OSError):
        for thread in Path(f"/proc/{pid}/task").iterdir():
            with suppress(OSError):
                found += [int(child) for child in (thread / "children").read_text().split()]
    return found


def memory(pid: int, enough: int) -> int:
    """Bytes that the tree may have in memory. Every socket of its network counts with the buffer that it may have,
    since no process is seen to hold what waits in it. Pages shared between processes are counted once where the sum
    says more than `enough`: counting so takes longer."""
    pids = tree(pid)
    buffers = _buffers(pids[-1])
    resident = buffers + sum(_resident(each) for each in pids)
    return resident if resident <= enough else buffers + sum(_share(each) for each in pids)


def _resident(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * PAGE
    except (OSError, IndexError):
        return 0


def _share(pid: int) -> int:
    """Proportional set size, of proc(5)."""
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    except OSError:
        return _resident(pid)
    return 0


def _buffers(pid: int) -> int:
    """Of the network that a process is in: see `net/sockstat` in proc(5)."""
    try:
        used = int(Path(f"/proc/{pid}/net/sockstat").read_text().split()[2])
        return used * int(Path("/proc/sys/net/core/wmem_default").read_text())
    except (OSError, IndexError, ValueError):
        return 0
