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
        each = ahead.pop()
        with suppress(OSError):
            for thread in Path(f"/proc/{each}/task").iterdir():
                with suppress(OSError):
                    children = [int(child) for child in (thread / "children").read_text().split()]
                    found += children
                    ahead += children
    return found


def kill(pid: int) -> None:
    """From the leaves up: with the first process of a namespace the kernel ends every other one in it."""
    for each in reversed(tree(pid)):
        with suppress(ProcessLookupError):
            os.kill(each, signal.SIGKILL)


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
