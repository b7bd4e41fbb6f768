"""The programs that a sandbox is made with: bubblewrap, and four of util-linux that every Debian or Ubuntu has."""

from __future__ import annotations

import os
import secrets
import shutil
from dataclasses import dataclass
from pathlib import Path

from moot.errors import NotInstalled

PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"


@dataclass(frozen=True, slots=True)
class Tools:
    bwrap: str
    nsenter: str
    prlimit: str
    setpriv: str


def find() -> Tools:
    """Raises `NotInstalled` where one is missing."""
    found = {name: shutil.which(name, path=PATH) for name in ("bwrap", "nsenter", "prlimit", "setpriv")}
    if found["bwrap"] is None:
        raise NotInstalled("The sandbox needs bubblewrap: install it, as with `apt-get install bubblewrap`.")
    if missing := [name for name, path in found.items() if path is None]:
        raise NotInstalled(f"The sandbox needs {', '.join(missing)}: install util-linux.")
    return Tools(**{name: path for name, path in found.items() if path is not None})


def nobody() -> int | None:
    """A user that owns nothing and that nobody else uses, for a caller who is root; None for any other caller.

    Chosen by chance for each sandbox, since the kernel counts processes by user."""
    if os.geteuid() != 0:
        return None
    ranges = [tuple(map(int, line.split())) for line in Path("/proc/self/uid_map").read_text().splitlines()]
    first, _, all_of_them = max(ranges, key=lambda each: each[2])
    count = min(all_of_them, 2**31)  # bubblewrap takes a user for a signed number
    return first + count * 7 // 8 + secrets.randbelow(max(1, count // 16))


def as_user(tools: Tools, user: int | None) -> list[str]:
    """The front of a command that runs as `user`, leaves no core dump and keeps no right of ours."""
    front = [tools.prlimit, "--core=1:1", "--"]
    if user is None:
        return front
    drop = [f"--reuid={user}", f"--regid={user}", "--clear-groups", "--inh-caps=-all", "--no-new-privs"]
    return [*front, tools.setpriv, *drop, "--"]
