"""What a sandbox is for: commands, their input and output, their limits, and what lasts between them."""

from __future__ import annotations

import asyncio
import os
import time
from pathlib import Path

import pytest
from sandbox_as import WHO, needs_bwrap, run_as

from moot.errors import NotInstalled, UsageError
from moot.sandbox import Ended, Limits, Ran, Sandbox
from moot.sandbox.group import group
from moot.sandbox.guard import program
from moot.sandbox.tools import find

MIB = 2**20
TIGHT = Limits(seconds=5, memory=128 * MIB, disk=16 * MIB, files=600, output=10_000)


@needs_bwrap
@pytest.mark.parametrize("who", WHO)
def test_a_command_says_what_came_of_it(who: str) -> None:
    async def go() -> Ran:
        async with Sandbox(TIGHT) as box:
            return await box.run(["bash", "-c", "cat; echo oops >&2; id -un; exit 7"], stdin=b"in\n")

    ran = run_as(who, go)
    assert (ran.code, ran.stdout, ran.stderr, ran.ended_by) == (7, b"in\nuser\n", b"oops\n", Ended.ITSELF)
    assert not ran.ok and 0 < ran.seconds < 5


@needs_bwrap
async def test_files_last_and_processes_do_not() -> None:
    async with Sandbox(TIGHT) as box:
        for place in ("/work", "/tmp", "/dev/shm", "/home/user"):
            assert (await box.run(["sh", "-c", f"echo kept > {place}/file; sleep 100 >/dev/null 2>&1 &"])).ok
            assert (await box.run(["cat", f"{place}/file"])).stdout == b"kept\n"
        ran = await box.run(["sh", "-c", "grep -l sleep.100 /proc/[0-9]*/comm; echo none"])
        assert ran.stdout == b"none\n"
    async with Sandbox(TIGHT) as box:
        assert not (await box.run(["cat", "/work/file"])).ok


ASK = """
import time, urllib.request
for _ in range(40):
    try:
        print(urllib.request.urlopen("http://127.0.0.1:8123/page").read())
        break
    except OSError:
        time.sleep(0.1)
"""


@needs_bwrap
async def test_a_server_is_reached_by_a_command_beside_it_and_by_nobody_else() -> None:
    async with Sandbox(TIGHT, files={"/work/page": b"served"}) as box, Sandbox(TIGHT) as other:
        serving = asyncio.create_task(box.run(["python3", "-m", "http.server", "8123", "--bind", "127.0.0.1"]))
        assert b"served" in (await box.run(["python3", "-c", ASK])).stdout
        outside = await other.run(["bash", "-c", "echo > /dev/tcp/127.0.0.1/8123"])
        assert not outside.ok
        await box.quiet()
        assert (await serving).code == 137
        assert (await box.get("/work/page")) == b"served"


@needs_bwrap
async def test_settings_of_a_command() -> None:
    async with Sandbox(TIGHT, folders=("/app", "/srv/data"), environment={"A": "1", "B": "2"}, cwd="/app") as box:
        ran = await box.run(["sh", "-c", "pwd; echo $A$B; mkdir /srv/data/x"], environment={"B": "3 4=5"})
        assert ran.stdout == b"/app\n13 4=5\n"
        assert (await box.run(["pwd"], cwd="/srv/data/x")).stdout == b"/srv/data/x\n"
        assert (await box.run(["no-such-program"])).code == 127
        assert (await box.run(["sh", "-c", "kill -9 $$"])).code == 137


@needs_bwrap
async def test_a_limit_ends_a_command_with_its_children_and_says_so() -> None:
    async with Sandbox(TIGHT) as box:
        late = await box.run(["sh", "-c", "echo before; sleep 60 & sleep 60"], seconds=0.3)
        assert (late.code, late.stdout, late.ended_by) == (137, b"before\n", Ended.TIME)
        loud = await box.run(["sh", "-c", "while :; do echo line; done"])
        assert loud.ended_by is Ended.OUTPUT and len(loud.stdout) == TIGHT.output
        exact = await box.run(["head", "-c", str(TIGHT.output), "/dev/zero"])
        assert exact.ok and len(exact.stdout) == TIGHT.output
        big = await box.run(["python3", "-c", "kept = [bytearray(2**20) for n in range(1000)]"])
        assert not big.ok and (b"MemoryError" in big.stderr or big.ended_by is Ended.MEMORY)
        assert (await box.run(["echo", "on"])).stdout == b"on\n"


@needs_bwrap
async def test_processor_time_is_limited_for_each_process() -> None:
    async with Sandbox(Limits(cpu_seconds=1)) as box:
        busy = await box.run(["sh", "-c", "while :; do :; done"], seconds=20)
    assert (busy.code, busy.ended_by) == (137, Ended.ITSELF) and busy.seconds < 15


@needs_bwrap
async def test_a_cancelled_command_is_gone_when_the_cancellation_returns() -> None:
    async with Sandbox(TIGHT) as box:
        running = asyncio.create_task(box.run(["sleep", "98765"]))
        await asyncio.sleep(0.3)
        running.cancel()
        with pytest.raises(asyncio.CancelledError):
            await running
        assert "98765" not in _lines()


@needs_bwrap
async def test_closing_ends_what_runs() -> None:
    box = Sandbox(TIGHT)
    await box.open()
    running = asyncio.create_task(box.run(["sleep", "98764"]))
    await asyncio.sleep(0.3)
    await box.close()
    await box.close()
    assert (await running).ended_by is Ended.CLOSED
    assert "98764" not in _lines()
    with pytest.raises(UsageError, match="not open"):
        await box.run(["true"])


def _lines() -> str:
    found = ""
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            found += path.read_bytes().replace(b"\0", b" ").decode(errors="replace") + "\n"
        except OSError:
            continue
    return found


@needs_bwrap
def test_a_killed_owner_takes_its_sandboxes_with_it() -> None:
    async def go() -> None:
        async with Sandbox(TIGHT) as box:
            await box.run(["sleep", "98763"], seconds=30)

    child = os.fork()
    if child == 0:
        asyncio.run(go())
        os._exit(0)
    until = time.monotonic() + 5
    while "98763" not in _lines() and time.monotonic() < until:
        time.sleep(0.05)
    os.kill(child, 9)
    os.waitpid(child, 0)
    while "98763" in _lines() and time.monotonic() < until + 5:
        time.sleep(0.05)
    assert "98763" not in _lines()


@needs_bwrap
async def test_many_at_once() -> None:
    async def one(n: int) -> bytes:
        async with Sandbox(TIGHT, files={"/work/n": str(n).encode()}) as box:
            ran = await asyncio.gather(*(box.run(["cat", "n"]) for _ in range(3)))
            return b"".join(each.stdout for each in ran)

    assert await asyncio.gather(*map(one, range(6))) == [str(n).encode() * 3 for n in range(6)]


@pytest.mark.parametrize(
    "folder", ["work", "/", "/usr/x", "/etc", "/a/../b", "/proc", "/dev/x", "/a//b", "/lib/x", "/box", "/nul\0"]
)
def test_folders_that_cannot_be(folder: str) -> None:
    with pytest.raises(UsageError, match="cannot have"):
        Sandbox(folders=(folder,))


@pytest.mark.parametrize("folders", [(), ("/a", "/a/b"), ("/tmp/x",)])
def test_folders_that_cannot_be_together(folders: tuple[str, ...]) -> None:
    with pytest.raises(UsageError, match="folder"):
        Sandbox(folders=folders)


@needs_bwrap
@pytest.mark.parametrize("argv", [[], ["a\0b"]])
async def test_commands_that_cannot_be(argv: list[str]) -> None:
    async with Sandbox(TIGHT) as box:
        with pytest.raises(UsageError, match="NUL"):
            await box.run(argv)


def test_without_bubblewrap_one_sentence_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("moot.sandbox.tools.PATH", "/nonexistent")
    with pytest.raises(NotInstalled, match=r"^The sandbox needs bubblewrap: [^\n]*\.$"):
        find()


def test_an_unknown_machine_is_refused() -> None:
    with pytest.raises(NotInstalled, match="m68k"):
        program(uncounted=True, machine="m68k")
    assert len(program(True, "aarch64")) % 8 == 0 and len(program(False, "x86_64")) > len(program(True, "x86_64"))


def test_a_control_group_is_made_only_where_both_counts_are_handed_down(tmp_path: Path) -> None:
    """The files are those of cgroup v2; the kernel behind them is not there."""
    own = tmp_path / "own"
    own.write_text("12:pids:/x\n0::/user/app\n")
    root = tmp_path / "root"
    for path, handed in (("", "memory pids"), ("user", "cpu memory pids"), ("user/app", "cpu")):
        (root / path).mkdir(exist_ok=True, parents=True)
        (root / path / "cgroup.subtree_control").write_text(handed)
        (root / path / "cgroup.procs").write_text("")
    made = group(Limits(memory=100, disk=50, processes=7), root, own)
    assert made is not None and made.path.parent == root / "user"
    assert (made.path / "memory.max").read_text() == "150"
    assert (made.path / "pids.max").read_text() == "23"
    (made.path / "memory.events").write_text("oom 4\noom_kill 3\n")
    assert made.kills() == 3
    for path in ("", "user"):
        (root / path / "cgroup.subtree_control").write_text("memory")
    assert group(Limits(), root, own) is None
    own.write_text("4:memory:/x\n")
    assert group(Limits(), root, own) is None
