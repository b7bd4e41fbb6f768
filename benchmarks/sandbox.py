"""How long a sandbox takes to start, beside a bare `bwrap … true`: both in one run, in turns.

    .venv/bin/python benchmarks/sandbox.py [--rounds 40]

Prints medians and the ninth decile in milliseconds. "start" is the first command of a fresh sandbox, its opening
included; "command" is a further one in the same sandbox. Held to: start at most 50 ms above the bare one, by the
medians; a missed limit ends with 1.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import platform
import statistics
import sys
import time
from collections.abc import Awaitable, Callable

from moot.sandbox import Limits, Sandbox
from moot.sandbox.group import group
from moot.sandbox.view import machine

BARE = ["bwrap", "--unshare-all", *machine(), "--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp", "true"]
HELD = 50.0
"""Milliseconds above the bare one."""


async def bare() -> None:
    process = await asyncio.create_subprocess_exec(*BARE)
    assert await process.wait() == 0


async def main(rounds: int) -> bool:
    times: dict[str, list[float]] = {"bare": [], "start": [], "command": [], "close": []}

    async def timed(name: str, do: Callable[[], Awaitable[object]]) -> None:
        began = time.perf_counter()
        await do()
        times[name].append(1000 * (time.perf_counter() - began))

    for _ in range(rounds):
        box = Sandbox()

        async def start(box: Sandbox = box) -> None:
            await box.open()
            assert (await box.run(["true"])).ok

        await timed("bare", bare)
        await timed("start", start)
        await timed("command", lambda box=box: box.run(["true"]))
        await timed("close", box.close)
    return await tell(times)


async def tell(times: dict[str, list[float]]) -> bool:
    """Whether the limit holds."""
    made = group(Limits())
    counted = "control group" if made else "watch"
    if made:
        await made.remove()
    who = "root" if os.geteuid() == 0 else "a user"
    print(f"{platform.release()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}; as {who}, memory by {counted}")
    for name, values in times.items():
        high = statistics.quantiles(values, n=10)[-1]
        print(f"{name:8} median {statistics.median(values):6.1f} ms   ninth decile {high:6.1f} ms   n {len(values)}")
    bare_time, start_time = statistics.median(times["bare"]), statistics.median(times["start"])
    above = start_time - bare_time
    print(f"start is {start_time / bare_time:.1f} times the bare one, {above:.1f} ms above it: ", end="")
    print(f"{'holds' if above <= HELD else 'does not hold'} (at most {HELD:.0f} ms)")
    return above <= HELD


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--rounds", type=int, default=40)
    sys.exit(not asyncio.run(main(parser.parse_args().rounds)))
