"""What Moot adds to the calls it makes: a run's wall time against the same requests made bare through the same SDK.

    python benchmarks/overhead.py [--seconds 0.2 1 5]

A server double answers after the given time. A whole run of `critique` (author, reviewer, judge, two rounds) is timed;
then the very requests that the server saw are sent again, one after the other as the run had to send them, by the bare
`openai` client. Both in this process, imports done before. The critical path is read from the journal: the sum of the
calls, since each task of this panel waits for the one before it.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import platform
import resource
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path
from typing import Any

from openai import AsyncOpenAI

from moot.ledger.store import Store
from moot.run import Research, Setup, create, prepare

LIMIT = 1.05
SOURCES = Path(__file__).parent.parent / "examples" / "lead-pipes"
QUESTION = "Is the tap water in Larkmere safe now, and what does replacing the lead pipes cost?"


def start(seconds: float) -> tuple[subprocess.Popen[str], str]:
    command = [sys.executable, "-m", "moot.testing", "--answer", "scholar", "--first-token", str(seconds)]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert server.stdout is not None
    return server, server.stdout.readline().strip()


async def run(url: str, store: Store) -> tuple[float, float, str]:
    """Wall seconds and CPU seconds of a whole run, and its id."""
    env = {"MOOT_COMPATIBLE_BASE_URL": url, "MOOT_COMPATIBLE_API_KEY": "double"}
    model = "compatible:double-a"
    setup = Setup(QUESTION, [SOURCES], author=model, reviewer=model, judge=model, price="1/5")
    wall, cpu = time.perf_counter(), time.process_time()
    id = create(prepare(setup, env), store)
    await Research(store, id, env=env)
    return time.perf_counter() - wall, time.process_time() - cpu, id


async def bare(url: str, bodies: list[dict[str, Any]]) -> tuple[float, float]:
    client = AsyncOpenAI(base_url=url, api_key="double", max_retries=0)
    wall, cpu = time.perf_counter(), time.process_time()
    for body in bodies:
        stream: Any = await client.chat.completions.create(**body)
        async for _ in stream:
            pass
    return time.perf_counter() - wall, time.process_time() - cpu


def seen(url: str) -> list[dict[str, Any]]:
    address = url.removesuffix("/v1") + "/double/requests"
    with urllib.request.urlopen(address) as reply:
        return [each["body"] for each in json.load(reply)]


async def measure(seconds: float) -> float:
    server, url = start(seconds)
    try:
        with tempfile.TemporaryDirectory() as folder:
            store = Store.open(Path(folder) / "moot.db")
            wall, cpu, id = await run(url, store)
            bodies = seen(url)
            bare_wall, bare_cpu = await bare(url, bodies)
            record = store.record(id)
            models = [call for call in record.calls if call.model.startswith("double")]
            path = sum(call.seconds or 0 for call in models)
            store.close()
    finally:
        server.terminate()
    count = len(bodies)
    print(
        f"{seconds:>5g} s a call  {count:>2} calls  run {wall:7.2f} s  bare {bare_wall:7.2f} s  "
        f"ratio {wall / bare_wall:.3f}  critical path {path:7.2f} s  "
        f"CPU a call {cpu / count * 1000:4.0f} ms (bare {bare_cpu / count * 1000:.0f} ms)"
    )
    return wall / bare_wall


async def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, nargs="+", default=[0.2, 1.0, 5.0])
    options = parser.parse_args()
    print(f"machine: {platform.machine()}, Python {platform.python_version()}; limit {LIMIT}; first a run to warm up")
    await measure(0.0)
    ratios = [await measure(seconds) for seconds in options.seconds]
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB, embeddings included")
    return int(max(ratios) > LIMIT)


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
