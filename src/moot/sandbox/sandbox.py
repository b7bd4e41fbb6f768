"""A place to run commands that nobody trusts: its public door."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Self

from moot.errors import UsageError
from moot.sandbox import command, view
from moot.sandbox.command import GUARD, Bounds
from moot.sandbox.files import File, Taken, pack, unpack
from moot.sandbox.group import Group, group
from moot.sandbox.guard import program
from moot.sandbox.holder import Holder, hold
from moot.sandbox.limits import MIB, Limits
from moot.sandbox.ran import Ended, Gone, Ran
from moot.sandbox.tools import PATH, Tools, as_user, find, nobody

ENVIRONMENT = {"PATH": PATH, "HOME": view.HOME, "USER": "user", "LANG": "C.UTF-8", "TERM": "dumb"}
CARRY = 120.0
"""Seconds that carrying files may take."""


class Sandbox:
    """Files and the loopback network last from one command to the next; processes end with the command that started
    them. Commands may run beside one another: a server is one `run`, what asks it is another.

    `folders` are writable; commands start in `cwd`, the first of them if none is named. Everything that is written lies
    in memory and is gone with the sandbox. Raises `UsageError` for folders that cannot be, and on entry `NotInstalled`
    where bubblewrap is missing or the machine forbids what it does.
    """

    def __init__(
        self,
        limits: Limits | None = None,
        files: Mapping[str, bytes | File] | None = None,
        folders: Sequence[str] = ("/work",),
        environment: Mapping[str, str] | None = None,
        cwd: str | None = None,
    ) -> None:
        self.limits = limits or Limits()
        self.folders = view.writable(folders)
        self.environment = {**ENVIRONMENT, **(environment or {})}
        self.cwd = cwd or self.folders[0]
        self._files = dict(files or {})
        self._open: _Open | None = None

    async def __aenter__(self) -> Self:
        await self.open()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def open(self) -> None:
        """As `async with` does, which leaves one that is open as it is."""
        if self._open:
            return
        tools, user = find(), nobody()
        made = group(self.limits)
        try:
            guard = program(uncounted=made is not None)
            held = await hold(tools, user, made, self.folders, self.limits)
        except BaseException:
            if made:
                await made.remove()
            raise
        self._open = _Open(tools, user, made, held, guard)
        try:
            if self._files:
                await self.put(self._files)
        except BaseException:
            await self.close()
            raise

    async def close(self) -> None:
        """Ends every command and forgets every file. May be called twice."""
        found, self._open = self._open, None
        if found:
            await found.holder.end()
            if found.group:
                await found.group.remove()

    async def quiet(self) -> None:
        """Ends every command that runs, and leaves the files as they are."""
        if self._open:
            await self._open.holder.quiet(self._open.tools, self._open.user)

    async def run(
        self,
        argv: Sequence[str],
        stdin: bytes = b"",
        seconds: float | None = None,
        cwd: str | None = None,
        environment: Mapping[str, str] | None = None,
    ) -> Ran:
        """Runs a command to its end, or to that of a limit; `seconds` stands for that of the limits. A command that is
        not there ends with 127. If this is cancelled, the command and its children are gone before it returns."""
        seconds = self.limits.seconds if seconds is None else seconds
        bounds = Bounds(seconds, self.limits.output, self.limits.memory)
        return await self._run(argv, stdin, bounds, cwd, environment or {})

    async def put(self, files: Mapping[str, bytes | File]) -> None:
        """Writes files under absolute paths; folders on the way are made. Raises `OSError` where that is refused."""
        ran = await self._carry(["/usr/bin/tar", "-xf", "-", "-C", "/", "--no-overwrite-dir"], pack(files))
        if not ran.ok:
            raise _refused(ran, ", ".join(list(files)[:3]))

    async def get(self, path: str) -> bytes:
        """The content of a file. Raises `OSError`, of the kind that says why, where there is none to be had."""
        ran = await self._carry(["/usr/bin/cat", "--", path])
        if not ran.ok:
            raise _refused(ran, path)
        return ran.stdout

    async def take(self, folder: str, to: Path) -> Taken:
        """Copies a folder's files out into `to`, a new or empty folder. Raises `OSError` where the folder cannot be
        read, `CannotWrite` where `to` cannot be written."""
        ran = await self._carry(["/usr/bin/tar", "-cf", "-", "--hard-dereference", "-C", folder, "."])
        if not ran.ok:
            raise _refused(ran, folder)
        return unpack(ran.stdout, to)

    async def _carry(self, argv: Sequence[str], stdin: bytes = b"") -> Ran:
        # An archive has a block of its own for each file, and some more at its end.
        most = self.limits.disk + 2048 * self.limits.files + MIB
        return await self._run(argv, stdin, Bounds(CARRY, most, self.limits.memory), "/", {})

    async def _run(
        self, argv: Sequence[str], stdin: bytes, bounds: Bounds, cwd: str | None, environment: Mapping[str, str]
    ) -> Ran:
        opened = self._open
        if opened is None:
            raise UsageError("The sandbox is not open: use it in an `async with`.")
        given = {**self.environment, **environment}
        if not argv or any("\0" in each for each in (*argv, *given, *given.values())):
            raise UsageError("A command for a sandbox needs a program, and no argument may have a NUL in it.")
        line = [
            *opened.front(), *view.command(self.folders, cwd or self.cwd), "--seccomp", GUARD, "--",
            opened.tools.prlimit, *_limits(self.limits), "--",
            "/usr/bin/env", "-i", *(f"{name}={value}" for name, value in given.items()), *argv,
        ]  # fmt: skip
        ran = await command.run(line, opened.guard, stdin, bounds, opened.group)
        if ran.ended_by is Ended.ITSELF and (self._open is not opened or opened.holder.process.returncode is not None):
            return replace(ran, code=command.KILLED, ended_by=Ended.CLOSED)
        return ran


@dataclass(frozen=True, slots=True)
class _Open:
    tools: Tools
    user: int | None
    group: Group | None
    holder: Holder
    guard: bytes
    """The filter that every command is started with."""

    def front(self) -> list[str]:
        """What a command goes through to get into the sandbox, up to bwrap."""
        entry = self.group.entry() if self.group else []
        return [*entry, *as_user(self.tools, self.user), *self.holder.entry(self.tools), self.tools.bwrap]


def _limits(limits: Limits) -> list[str]:
    """Arguments of prlimit. They are set inside, since the kernel counts a user's processes by user namespace."""
    sizes = {
        "nproc": limits.processes,
        "data": limits.memory,
        "fsize": limits.disk,
        "nofile": limits.open_files,
        "cpu": limits.cpu_seconds,
        "memlock": 64 * 1024,
        "msgqueue": 800 * 1024,
    }
    return [f"--{name}={size}:{size}" for name, size in sizes.items()]


def _refused(ran: Ran, what: str) -> OSError:
    """The error that a file operation on this machine would have raised; `Gone` where the sandbox ended."""
    if ran.ended_by is Ended.CLOSED:
        return Gone(f"the sandbox ended: {what!r} can be neither read nor written")
    said = ran.stderr.decode(errors="replace")
    for words, kind in REASONS.items():
        if words in said:
            return kind(f"{words}: {what!r} in the sandbox")
    reason = f"ended by its limit of {ran.ended_by}" if ran.ended_by is not Ended.ITSELF else "refused"
    return OSError(f"{reason}: {what!r} in the sandbox")


REASONS: dict[str, type[OSError]] = {
    "No such file or directory": FileNotFoundError,
    "Is a directory": IsADirectoryError,
    "Not a directory": NotADirectoryError,
    "Permission denied": PermissionError,
    "Read-only file system": PermissionError,
    "No space left on device": OSError,
    "File exists": FileExistsError,
}
