"""What must not get out of a sandbox, tried from within, as root and as a user without rights."""

from __future__ import annotations

import asyncio
import os
import platform
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from sandbox_as import WHO, needs_bwrap, open_folder, run_as
from sandbox_attempts import ATTEMPTS, HUNGRY, PRELUDE, PYTHON

from moot.sandbox import Ended, Limits, Ran, Sandbox
from moot.sandbox.group import group

pytestmark = [needs_bwrap, pytest.mark.skipif(platform.machine() != "x86_64", reason="numbers of x86_64")]
MIB = 2**20
TIGHT = Limits(cpu_seconds=8, memory=96 * MIB, processes=24, disk=16 * MIB, files=500, output=64 * 1024)
MARK = f"canary-{os.getpid()}"
STRAY = f"54322.{os.getpid()}"
"""Seconds that what should not survive sleeps, which tell it from all else on the host."""


@dataclass
class Host:
    """What lies around the sandbox, and would show that something got out."""

    folder: Path
    victim: subprocess.Popen[bytes]
    tcp: socket.socket
    udp: socket.socket
    abstract: socket.socket
    unix: socket.socket

    def fill(self, text: str) -> str:
        places = {
            "canary": str(self.folder / "canary"),
            "home": str(Path.home()),
            "repository": str(Path(__file__).parents[2]),
            "tcp": str(self.tcp.getsockname()[1]),
            "udp": str(self.udp.getsockname()[1]),
            "address": _address(),
            "abstract": self.abstract.getsockname()[1:].decode(),
            "unix": str(self.folder / "socket"),
            "victim": str(self.victim.pid),
            "parent": str(os.getpid()),
            "marker": MARK,
            "stray": STRAY,
        }
        for name, value in places.items():
            text = text.replace(f"{{{name}}}", value)
        return text

    def state(self) -> dict[str, object]:
        """Everything that an escape would change."""
        return {
            "files": {
                str(path): (path.lstat().st_mode, path.lstat().st_size, path.lstat().st_mtime_ns)
                for path in (*self.folder.rglob("*"), Path("/etc/passwd"), Path("/usr"), Path("/usr/bin"), Path("/"))
            },
            "canary": (self.folder / "canary").read_text(),
            "mounts": Path("/proc/self/mounts").read_text(),
            "name": socket.gethostname(),
            "victim": self.victim.poll(),
            "called": [_called(each) for each in (self.tcp, self.udp, self.abstract, self.unix)],
            "memory": [name for name in ("file", "fill", "0") if Path("/dev/shm", name).exists()],
            "segments": Path("/proc/sysvipc/shm").read_text(),
            "pattern": Path("/proc/sys/kernel/core_pattern").read_text(),
            "left": _left(),
        }


def _address() -> str:
    try:
        return socket.gethostbyname(socket.gethostname())
    except OSError:
        return "127.0.0.1"


def _called(listener: socket.socket) -> bool:
    try:
        if listener.type == socket.SOCK_DGRAM:
            listener.recv(100)
        else:
            listener.accept()
    except BlockingIOError:
        return False
    return True


def _left() -> list[str]:
    """Processes on the host that an attempt started."""
    found: list[str] = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            line = path.read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except OSError:
            continue
        if STRAY in line or MARK in line:
            found.append(line[:200])
    return found


@pytest.fixture(scope="module")
def host() -> Iterator[Host]:
    with open_folder() as folder:
        yield from _host(folder)


def _host(folder: Path) -> Iterator[Host]:
    (folder / "canary").write_text(f"{MARK}\n")
    (folder / "canary").chmod(0o666)
    sockets = [socket.socket(socket.AF_INET, kind) for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM)]
    sockets += [socket.socket(socket.AF_UNIX), socket.socket(socket.AF_UNIX)]
    for each, where in zip(sockets, [("", 0), ("", 0), f"\0moot-{os.getpid()}", str(folder / "socket")], strict=True):
        each.bind(where)
        each.setblocking(False)
        if each.type == socket.SOCK_STREAM:
            each.listen()
    (folder / "socket").chmod(0o777)
    os.environ["MOOT_TEST_SECRET"] = MARK
    victim = subprocess.Popen(["sleep", "54321"])
    yield Host(folder, victim, *sockets)
    victim.kill()
    victim.wait()
    del os.environ["MOOT_TEST_SECRET"]
    for each in sockets:
        each.close()


def argv(host: Host, script: str) -> list[str]:
    if script.startswith(PYTHON):
        return ["python3", "-c", host.fill(PRELUDE + script.removeprefix(PYTHON) + "\nprint('TRIED')")]
    return ["bash", "-c", host.fill(script + "\necho TRIED")]


@pytest.fixture
def unchanged(host: Host) -> Iterator[Host]:
    """The host, whose state and clock are after the test what they were before."""
    before, clock = host.state(), time.time() - time.monotonic()
    yield host
    until = time.monotonic() + 5
    while _left() and time.monotonic() < until:
        time.sleep(0.01)
    assert host.state() == before
    assert abs(time.time() - time.monotonic() - clock) < 5


async def _attempt(line: list[str], seconds: float = 8) -> tuple[Ran, Ran]:
    async with Sandbox(TIGHT) as box:
        ran = await box.run(line, seconds=seconds)
        return ran, await box.run(["sh", "-c", "ls /proc | grep -c '^[0-9]'; echo fine"])


@pytest.mark.parametrize("who", WHO)
@pytest.mark.parametrize("name", ATTEMPTS)
def test_an_attempt_fails_and_the_host_is_what_it_was(name: str, who: str, unchanged: Host) -> None:
    line = argv(unchanged, ATTEMPTS[name])
    ran, after = run_as(who, lambda: _attempt(line))
    said = (ran.stdout + ran.stderr).decode(errors="replace")
    assert "ESCAPED" not in said, said
    assert MARK not in ran.stdout.decode(errors="replace").replace(f"{unchanged.folder}", ""), said
    assert "TRIED" in said or "kill" in ATTEMPTS[name], said
    assert after.ok and after.stdout.endswith(b"fine\n"), "the sandbox does not live on"


@pytest.mark.parametrize("who", WHO)
@pytest.mark.parametrize("name", HUNGRY)
def test_hunger_meets_a_limit_and_leaves_nothing(name: str, who: str, unchanged: Host) -> None:
    script, ends = HUNGRY[name]
    seconds = 1.0 if ends in ("time", "any") else 8.0
    line = argv(unchanged, script)
    ran, after = run_as(who, lambda: _attempt(line, seconds))
    assert b"ESCAPED" not in ran.stdout + ran.stderr, ran
    assert ran.seconds < seconds + 30  # it ends; how soon a fork bomb is reaped, the load of the machine tells
    if ends == "uncounted" and not _grouped():
        assert b"UNCOUNTED" not in ran.stdout
    assert len(ran.stdout) <= TIGHT.output and len(ran.stderr) <= TIGHT.output
    if ends not in ("any", "uncounted"):
        assert ran.ended_by == Ended(ends), ran
    assert after.ok and after.stdout.endswith(b"fine\n"), "the sandbox does not live on"


def _grouped() -> bool:
    """Whether the kernel counts what no process holds."""
    made = group(TIGHT)
    if made:
        asyncio.run(made.remove())
    return made is not None


def test_there_are_attempts_enough() -> None:
    assert len(ATTEMPTS) + len(HUNGRY) >= 50
