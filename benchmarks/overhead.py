"""What Moot adds to the calls it makes: a run's wall time against the same requests made bare through the same SDK.

    python benchmarks/overhead.py [--seconds 0.2 1 5] [--times 5]

A server double answers after the given time. A whole run of `critique` (author, reviewer, judge, two rounds) is timed;
then its requests are made again, one after the other as the run had to make them: bare through the SDK that Moot calls
(`pydantic_ai.direct`), and, for a harsher comparison, through the `openai` client under it. All in this process, each
with a client of its own, imports done before, garbage collected as the command line does, in turn and several times;
medians are shown and the limit is on the first. The critical path is read from the journal: the sum of the calls,
since each task of this panel waits for the one before it.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import json
import platform
import resource
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

import pydantic_ai.direct
from openai import AsyncOpenAI
from pydantic_ai.models.openai import OpenAIChatModel
from pydantic_ai.providers.openai import OpenAIProvider

from moot.cli import COLLECTED
from moot.ledger.store import Store
from moot.prepare import Setup, prepare
from moot.run import Research, create

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


@contextmanager
def heard() -> Generator[list[dict[str, Any]]]:
    """What Moot hands to its SDK while this is open."""
    calls: list[dict[str, Any]] = []
    real = pydantic_ai.direct.model_request_stream

    def listen(model: Any, messages: Any, **rest: Any) -> Any:
        calls.append({"messages": messages, **rest})
        return real(model, messages, **rest)

    pydantic_ai.direct.model_request_stream = listen  # pyright: ignore[reportAttributeAccessIssue]
    try:
        yield calls
    finally:
        pydantic_ai.direct.model_request_stream = real


async def through_sdk(url: str, calls: list[dict[str, Any]]) -> tuple[float, float]:
    """Wall seconds and CPU seconds of the same calls made bare by `pydantic_ai.direct`."""
    wall, cpu = time.perf_counter(), time.process_time()
    model = OpenAIChatModel("double-a", provider=OpenAIProvider(base_url=url, api_key="double"))
    for call in calls:
        async with pydantic_ai.direct.model_request_stream(model, **call) as stream:
            async for _ in stream:
                pass
    return time.perf_counter() - wall, time.process_time() - cpu


async def through_client(url: str, bodies: list[dict[str, Any]]) -> tuple[float, float]:
    """The same by the bare `openai` client."""
    wall, cpu = time.perf_counter(), time.process_time()
    client = AsyncOpenAI(base_url=url, api_key="double", max_retries=0)
    for body in bodies:
        stream: Any = await client.chat.completions.create(**body)
        async for _ in stream:
            pass
    return time.perf_counter() - wall, time.process_time() - cpu


def seen(url: str) -> list[dict[str, Any]]:
    address = url.removesuffix("/v1") + "/double/requests"
    with urllib.request.urlopen(address) as reply:
        return [each["body"] for each in json.load(reply)]


@dataclass(frozen=True)
class Once:
    run: tuple[float, float]
    sdk: tuple[float, float]
    client: tuple[float, float]
    path: float
    calls: int


async def once(seconds: float) -> Once:
    server, url = start(seconds)
    try:
        with tempfile.TemporaryDirectory() as folder:
            store = Store.open(Path(folder) / "moot.db")
            with heard() as calls:
                wall, cpu, id = await run(url, store)
            bodies = seen(url)
            sdk, client = await through_sdk(url, calls), await through_client(url, bodies)
            models = [call for call in store.record(id).calls if call.model.startswith("double")]
            store.close()
    finally:
        server.terminate()
    assert len(calls) == len(bodies) == len(models)
    return Once((wall, cpu), sdk, client, sum(call.seconds or 0 for call in models), len(bodies))


def parts(all: list[Once]) -> list[list[tuple[float, float]]]:
    return [[each.run for each in all], [each.sdk for each in all], [each.client for each in all]]


async def measure(seconds: float, times: int) -> float:
    all = [await once(seconds) for _ in range(times)]
    ratio = median(each.run[0] / each.sdk[0] for each in all)
    harsher = median(each.run[0] / each.client[0] for each in all)
    run, sdk, client = (median(each[0] for each in part) for part in parts(all))
    cpus = [median(each[1] for each in part) / all[0].calls * 1000 for part in parts(all)]
    print(
        f"{seconds:>5g} s a call  {all[0].calls} calls  run {run:6.2f} s  bare {sdk:6.2f} s  ratio {ratio:.3f}  "
        f"(openai client {client:6.2f} s, {harsher:.3f})  critical path {median(each.path for each in all):6.2f} s  "
        f"CPU a call {cpus[0]:.0f} ms, bare {cpus[1]:.0f} ms (openai client {cpus[2]:.0f} ms)"
    )
    return ratio


async def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, nargs="+", default=[0.2, 1.0, 5.0])
    parser.add_argument("--times", type=int, default=5, help="of calls under 1 s; longer ones once")
    options = parser.parse_args()
    print(f"machine: {platform.machine()}, Python {platform.python_version()}; limit {LIMIT}; first a run to warm up")
    await once(0.0)
    # A full collection of what the imports made takes 0.1 s and falls on a run or on its baseline by chance.
    gc.collect()
    gc.freeze()
    gc.set_threshold(*COLLECTED)
    ratios = [await measure(seconds, options.times if seconds < 1 else 1) for seconds in options.seconds]
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB, embeddings included")
    return int(max(ratios) > LIMIT)


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
