"""What the engine of `moot bench run` costs a sample beside bare inspect_ai: same task, same double, same latencies.

    python benchmarks/bench_engine.py [--samples 200] [--latency 0.25] [--rounds 5]

Both ask the same endpoint over HTTP on loopback, ten requests at once. Bare is `eval_async` with inspect_ai's own
provider for OpenAI-compatible endpoints and its defaults; the engine's figure includes its journal (two commits to the
disk a call), the log on the disk after every sample, and the line of results. Rounds alternate; both are warmed up.
Needs the extra `bench`. Ends with 1 where the median ratio is above its limit.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import platform
import statistics
import sys
import tempfile
import time
from decimal import Decimal
from pathlib import Path

from inspect_ai import Task, eval_async, task
from inspect_ai.dataset import Sample
from inspect_ai.scorer import includes
from inspect_ai.solver import generate
from inspect_ai.util import display_type

from moot.bench.engine.running import Plan, run_async
from moot.testing import DoubleServer, slow

SAMPLES = "MOOT_BENCH_ENGINE_SAMPLES"
LIMIT = 1.2


@task
def echo() -> Task:
    count = int(os.environ[SAMPLES])
    samples = [Sample(id=n, input=f"Say the number {n}.", target="yes") for n in range(count)]
    return Task(dataset=samples, solver=generate(), scorer=includes())


async def bare(folder: Path) -> None:
    logs = await eval_async(
        echo(),
        model="openai-api/double/double-a",
        log_dir=str(folder),
        max_connections=10,
        adaptive_connections=False,
        ctl_server=False,
    )
    assert logs[0].status == "success", logs[0].error


async def engine(folder: Path) -> None:
    plan = Plan([f"{__file__}@echo"], ["compatible:double-a"], folder, budget=Decimal(10), price="1/1")
    results = await run_async(plan)
    assert all(trial.score == 1 for trial in results[0].trials), results[0].trials[0]


async def seconds(what: str, samples: int) -> float:
    """Of wall clock a sample."""
    with tempfile.TemporaryDirectory() as folder:
        begun = time.perf_counter()
        await (bare if what == "bare" else engine)(Path(folder))
        return (time.perf_counter() - begun) / samples


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--samples", type=int, default=200)
    parser.add_argument("--latency", type=float, default=0.25)
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    os.environ |= {"INSPECT_DISPLAY": "none", SAMPLES: str(given.samples)}
    display_type()
    with DoubleServer(lambda _: "yes", slow(first_token=given.latency), models=["double-a"]) as server:
        os.environ |= {"DOUBLE_BASE_URL": server.base_url, "DOUBLE_API_KEY": "double", **server.env()}
        found: dict[str, list[float]] = {"bare": [], "engine": []}
        for number in range(given.rounds + 1):
            for what in ("bare", "engine") if number % 2 else ("engine", "bare"):
                took = asyncio.run(seconds(what, given.samples))
                if number:
                    found[what].append(took)
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else float("nan")
    machine = f"{platform.machine()}, {os.cpu_count()} cores, load {load:.1f}, Python {platform.python_version()}"
    print(f"{given.samples} samples, {given.latency * 1000:g} ms to the first token, 10 at once; {machine}")
    for what, took in found.items():
        each = ", ".join(f"{1000 * one:.1f}" for one in took)
        print(f"{what:<7} {1000 * statistics.median(took):7.1f} ms a sample (rounds: {each})")
    ratios = [one / other for one, other in zip(found["engine"], found["bare"], strict=True)]
    each = ", ".join(f"{one:.3f}" for one in ratios)
    print(f"ratio   {statistics.median(ratios):.3f} (rounds: {each}); limit {LIMIT}")
    sys.exit(statistics.median(ratios) > LIMIT)


if __name__ == "__main__":
    main()
