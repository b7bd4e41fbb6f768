"""What the journal costs: wall and CPU time of `once` for each call, with 1, 4 and 16 calls in flight.

    python benchmarks/journal_overhead.py [--calls 400] [--folder DIR]

Every call answers at once, so all the time there is is the journal's: two commits on the disk (intent, answer), shared
by the calls that are in flight together. Beside it: the disk alone (append 4 KiB, fsync) and a replay, where
nothing is written. `--folder` chooses the disk to measure.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import platform
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable
from decimal import Decimal
from pathlib import Path

from moot.ledger.calls import Answer, Usage
from moot.ledger.journal import Journal
from moot.ledger.store import Store
from moot.words import Caps, Case, Panel

BODY = "x" * 8_000
"""About the answer of a reviewer."""
REQUEST = "y" * 40_000


async def bare() -> Answer:
    return Answer(body=BODY, usage=Usage(output_tokens=2_000, usd=Decimal("0.001")))


async def wave(journal: Journal, places: list[str]) -> None:
    await asyncio.gather(*(journal.once(place, REQUEST, Decimal("0.002"), bare) for place in places))


async def bare_wave(places: list[str]) -> None:
    await asyncio.gather(*(bare() for _ in places))


async def timed(waves: list[list[str]], send: Callable[[list[str]], Awaitable[None]]) -> tuple[list[float], float]:
    """Seconds of every wave, and CPU seconds of all."""
    walls: list[float] = []
    cpu = time.process_time()
    for places in waves:
        begun = time.perf_counter()
        await send(places)
        walls.append(time.perf_counter() - begun)
    return walls, time.process_time() - cpu


async def measure(folder: Path, calls: int, width: int) -> None:
    waves = [[f"r{n}/challenge/reviewer-{k}/0/a1" for k in range(width)] for n in range(calls // width)]
    made = len(waves) * width
    base, _ = await timed(waves, bare_wave)
    with Store.open(folder / f"{width}.db") as store:
        run = store.create(Case(question="?", caps=Caps(usd=Decimal(1000))), Panel(seats=()), ())
        for what in ("new", "replayed"):
            async with store.take(run) as journal:

                async def send(places: list[str], journal: Journal = journal) -> None:
                    await wave(journal, places)

                walls, cpu = await timed(waves, send)
            per_call = (sum(walls) - sum(base)) / made
            print(
                f"{width:>2} in flight, {what:<8}: {per_call * 1e6:8.0f} µs a call (wall), {cpu / made * 1e6:6.0f} µs "
                f"CPU; a wave: median {statistics.median(walls) * 1e3:6.2f} ms, "
                f"p95 {sorted(walls)[int(len(walls) * 0.95)] * 1e3:6.2f} ms"
            )


def disk(folder: Path, times: int = 100) -> float:
    """Median seconds to append 4 KiB and fsync."""
    walls: list[float] = []
    with (folder / "plain").open("wb", buffering=0) as file:
        for _ in range(times):
            begun = time.perf_counter()
            file.write(b"x" * 4096)
            os.fsync(file.fileno())
            walls.append(time.perf_counter() - begun)
    return statistics.median(walls)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--calls", type=int, default=400)
    parser.add_argument("--folder", type=Path, default=None)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.folder) as name:
        folder = Path(name)
        print(f"machine: {platform.platform()}, {os.cpu_count()} cores, Python {platform.python_version()}, ", end="")
        print(f"SQLite {sqlite3.sqlite_version}; load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "")
        print(f"disk alone: {disk(folder) * 1e3:.2f} ms (median) to append 4 KiB and fsync")
        for width in (1, 4, 16):
            asyncio.run(measure(folder, options.calls, width))
    print("again: python benchmarks/journal_overhead.py --calls 400")


if __name__ == "__main__":
    main()
