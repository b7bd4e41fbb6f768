"""A sandbox with a task's files in place, and the reference solution at work in it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from moot.bench.suites.terminal.image import Image
from moot.bench.suites.terminal.refused import Refused
from moot.bench.suites.terminal.task import TerminalTask
from moot.errors import UsageError
from moot.sandbox import File, Limits, Ran, Sandbox

TESTS, SOLUTION, LOGS = "/tests", "/solution", "/logs"
"""Where the form has them."""


async def start(task: TerminalTask) -> Sandbox:
    """An open sandbox in the state that a contestant finds. Raises as `opened`."""
    return await opened(task.name, task.image, task.limits, (TESTS, SOLUTION, LOGS))


async def opened(name: str, image: Image, limits: Limits, folders: Sequence[str] = ()) -> Sandbox:
    """An open sandbox in the state of that image, with more writable folders: close it, or use it in an `async with`.

    Raises `Refused` where the state cannot be made, `NotInstalled` where there is no bubblewrap."""
    scratch = [each for each in dict.fromkeys((*image.folders, *folders)) if each not in ("/tmp", "/home")]  # noqa: S108
    try:
        sandbox = Sandbox(limits, folders=scratch, environment=image.environment, cwd=image.cwd)
    except UsageError as error:
        raise Refused(name, f"its files cannot lie where it wants them ({error})") from error
    await sandbox.open()
    try:
        await _lay(name, image, sandbox)
    except BaseException:
        await sandbox.close()
        raise
    return sandbox


async def _lay(name: str, image: Image, sandbox: Sandbox) -> None:
    for step in image.steps:
        try:
            await sandbox.put(step.files)
        except OSError as error:
            raise Refused(name, f"its files could not be laid in ({error})") from error
        if step.command:
            await _made(sandbox, step.cwd)
            ran = await sandbox.run(["bash", "-c", step.command], cwd=step.cwd)
            if not ran.ok:
                raise Refused(name, f"RUN {step.command[:60]!r} of its Dockerfile fails here{said(ran)}")
    await _made(sandbox, image.cwd)


async def _made(sandbox: Sandbox, folder: str) -> None:
    await sandbox.run(["mkdir", "-p", "--", folder], cwd="/")


async def solve(task: TerminalTask, sandbox: Sandbox) -> Ran:
    """Runs the reference solution, as Harbor's oracle does."""
    await sandbox.put(files(task.folder / "solution", SOLUTION))
    return await sandbox.run(
        ["bash", f"{SOLUTION}/solve.sh"], seconds=task.agent_seconds, environment=task.solution_environment
    )


def files(folder: Path, to: str) -> dict[str, File]:
    """A folder of the task, laid under `to`."""
    plain = [path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink()]
    return {f"{to}/{path.relative_to(folder).as_posix()}": File(path.read_bytes(), 0o755) for path in plain}


def said(ran: Ran) -> str:
    """The last line of what a command said, for a sentence."""
    lines = _printable(ran.stderr) or _printable(ran.stdout)
    return f": {lines[-1][:120].rstrip('.')}" if lines else ""


def _printable(output: bytes) -> Sequence[str]:
    lines = output[-4096:].decode(errors="replace").splitlines()
    return [kept for line in lines if (kept := "".join(each for each in line if each.isprintable()).strip())]
