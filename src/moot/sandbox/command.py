"""One command of a sandbox: started, fed, read, watched, and ended with all its children."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import AsyncGenerator, Coroutine, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from moot.sandbox.group import Group
from moot.sandbox.ran import Ended, Ran
from moot.sandbox.tools import PATH
from moot.sandbox.tree import kill, kill_all, memory

CHUNK = 64 * 1024
LOOK = 0.02
"""Seconds between two looks at the memory of a command that no control group counts."""
KILLED = 137
GUARD = "<guard>"
"""Stands in a command line for the number of the file that the filter is read from."""
GRACE = 2.0
"""Seconds in which what was killed must be gone."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What ends a command from outside."""

    seconds: float
    output: int
    memory: int


@dataclass(slots=True)
class Flow:
    """What has come from a command so far, and what ended it."""

    stdout: bytearray = field(default_factory=bytearray)
    stderr: bytearray = field(default_factory=bytearray)
    ended_by: Ended = Ended.ITSELF


async def run(argv: Sequence[str], guard: bytes, stdin: bytes, bounds: Bounds, group: Group | None) -> Ran:
    """Runs `argv`, whose front makes the sandbox; at `GUARD` in it stands where to read the filter."""
    started = time.monotonic()
    flow = Flow()
    before = group.kills() if group else 0
    async with _process(argv, guard) as process:
        flows = [asyncio.create_task(each) for each in _flows(process, stdin, flow, bounds.output)]
        watch = [asyncio.create_task(_watch(process, flow, bounds.memory))] if group is None else []
        try:
            await asyncio.wait_for(process.wait(), bounds.seconds)
        except TimeoutError:
            flow.ended_by = Ended.TIME
            await _end(process)
        await _drain(flows, watch)
    if group and flow.ended_by is Ended.ITSELF and group.kills() > before:
        flow.ended_by = Ended.MEMORY
    code = _status(process.returncode) if flow.ended_by is Ended.ITSELF else KILLED
    return Ran(code, bytes(flow.stdout), bytes(flow.stderr), time.monotonic() - started, flow.ended_by)


@asynccontextmanager
async def _process(argv: Sequence[str], guard: bytes) -> AsyncGenerator[asyncio.subprocess.Process]:
    """Whatever happens to us, even a cancellation, nothing of the command is left."""
    read, write = os.pipe()
    os.write(write, guard)
    os.close(write)
    numbered = [str(read) if each == GUARD else each for each in argv]
    try:
        process = await asyncio.create_subprocess_exec(
            *numbered,
            stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
            env={"PATH": PATH}, cwd="/", pass_fds=(read,), start_new_session=True,
        )  # fmt: skip
    finally:
        os.close(read)
    try:
        yield process
    finally:
        if process.returncode is None:
            await _end(process)


async def _end(process: asyncio.subprocess.Process) -> None:
    kill(process.pid)
    try:
        await asyncio.wait_for(process.wait(), GRACE)
    except TimeoutError:
        kill_all(process.pid)
        await process.wait()


def _flows(
    process: asyncio.subprocess.Process, stdin: bytes, flow: Flow, output: int
) -> tuple[Coroutine[Any, Any, None], ...]:
    assert process.stdin is not None and process.stdout is not None and process.stderr is not None
    return (
        _feed(process.stdin, stdin),
        _read(process.stdout, flow.stdout, process, flow, output),
        _read(process.stderr, flow.stderr, process, flow, output),
    )


async def _feed(pipe: asyncio.StreamWriter, data: bytes) -> None:
    with suppress(BrokenPipeError, ConnectionResetError):
        pipe.write(data)
        await pipe.drain()
    pipe.close()


async def _read(
    pipe: asyncio.StreamReader, into: bytearray, process: asyncio.subprocess.Process, flow: Flow, output: int
) -> None:
    """Reads on after the limit, since asyncio takes no process for ended before its pipes are."""
    while chunk := await pipe.read(CHUNK):
        room = output - len(into)
        into += chunk[:room]
        if len(chunk) > room and flow.ended_by is Ended.ITSELF:
            flow.ended_by = Ended.OUTPUT
            kill(process.pid)


async def _watch(process: asyncio.subprocess.Process, flow: Flow, most: int) -> None:
    while process.returncode is None:
        if memory(process.pid, most) > most:
            flow.ended_by = Ended.MEMORY
            kill(process.pid)
            return
        await asyncio.sleep(LOOK)


async def _drain(flows: Sequence[asyncio.Task[None]], watch: Sequence[asyncio.Task[None]]) -> None:
    """What was written before the end is read to its end: with the last process, the pipes close."""
    await asyncio.wait(flows, timeout=5)
    for task in (*flows, *watch):
        task.cancel()
    await asyncio.gather(*flows, *watch, return_exceptions=True)


def _status(code: int | None) -> int:
    """As a shell tells it."""
    return KILLED if code is None else code if code >= 0 else 128 - code
