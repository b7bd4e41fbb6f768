"""Seconds of `moot bench report` on 100,000 results.

    python benchmarks/bench_report.py [--trials 100000] [--limit 3]

Writes the results itself, in the form in which `moot bench run` writes them (`moot.bench.engine.trials`): four
contestants at two benchmarks, five trials a task, some without a score. Timed is the whole command as a process of its
own, with all that it writes; held to the limit is the quickest of the runs.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import tempfile
import time
from decimal import Decimal
from pathlib import Path
from random import Random

from moot.bench.engine.trials import FILE, Key, Line
from moot.bench.results import Trial

CONTESTANTS = ("anthropic:a", "openai:b", "gguf:c", "panel:d")
BENCHMARKS = ("sourced", "terminal")
REPEATS = 5


def write(folder: Path, trials: int) -> int:
    """Results of about so many trials; how many there are."""
    random, written = Random(1), 0
    tasks = -(-trials // (len(CONTESTANTS) * len(BENCHMARKS) * REPEATS))
    with (folder / FILE).open("w") as file:
        for benchmark in BENCHMARKS:
            for task in range(tasks):
                hard = random.random()
                for skill, contestant in enumerate(CONTESTANTS):
                    for repeat in range(1, REPEATS + 1):
                        file.write(line(random, benchmark, contestant, task, repeat, hard + 0.04 * skill) + "\n")
                        written += 1
    return written


def line(random: Random, benchmark: str, contestant: str, task: int, repeat: int, share: float) -> str:
    failed = random.random() < 0.01
    trial = Trial(
        task=f"task-{task}",
        score=None if failed else float(random.random() < share),
        repeat=repeat,
        error="timeout" if failed else "",
        kind=f"kind {task % 4}",
        cost=Decimal(random.randrange(1, 400)) / 10_000,
        seconds=random.uniform(1, 90),
        output_tokens=random.randrange(50, 4000),
    )
    return Line(Key(benchmark, contestant, trial.task, repeat), trial, "moot", {"version": "1"}).to_json()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--trials", type=int, default=100_000)
    parser.add_argument("--limit", type=float, default=3.0)
    parser.add_argument("--times", type=int, default=3)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        trials = write(folder, given.trials)
        command = [sys.executable, "-m", "moot", "bench", "report", str(folder), "--out", str(folder / "out")]
        seconds: list[float] = []
        for _ in range(given.times):
            begun = time.perf_counter()
            subprocess.run(command, check=True, capture_output=True)
            seconds.append(time.perf_counter() - begun)
        size = (folder / FILE).stat().st_size / 1e6
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else float("nan")
    print(f"{platform.machine()}, {os.cpu_count()} cores, load {load:.1f}")
    print(
        f"{trials:,} results, {size:.0f} MB: {', '.join(f'{each:.2f}' for each in seconds)} s; limit {given.limit:g} s"
    )
    sys.exit(min(seconds) > given.limit)


if __name__ == "__main__":
    main()
