"""Many councils in one process: 1, 10, 50 and 200 runs at once beside the same calls made bare through the same SDK.

    python benchmarks/council_load.py [--at-once 1 10 50 200] [--per-chunk 0.1] [--times 1] [--profile 10]

The double (a process of its own) answers like five models and a judge: the first token after 0.5 to 2 s, by model,
then 48 characters every `--per-chunk` seconds. What it says is decided by the prompt alone, so all runs make the same
requests. Each measurement is a process of its own, after one run to warm up:

- run: councils as they are (five authors, a judge, three rounds at most), from the journal's first row to the report.
  Verifiers keep what they have read, so that of councils over one case all but the first read little.
- run, checks known: the same, but what the checks say and how claims relate is looked up from the run before. What is
  left is what Moot adds to calls: prompts, journal, reading replies, merging, events. The limit is on this one, at 50.
- same, store in memory (at 50): with its store on a file system in memory, where a commit waits for no disk.
- bare: the requests of a run as `pydantic_ai.direct` was given them, in the waves in which the run made them, each wave
  at once, so many times at once; the answers are read to their end and dropped.

All of them collect garbage as the command line does. Wall time, CPU seconds of the process a call, and peak memory
above what the process had after its warming up.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import hashlib
import json
import os
import pickle
import platform
import resource
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections import Counter
from collections.abc import AsyncGenerator, Callable, Generator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

import pydantic_ai.direct
from openai import AsyncOpenAI
from pydantic_ai.models.openai import OpenAIResponsesModel
from pydantic_ai.profiles import ModelProfile, merge_profile
from pydantic_ai.providers.openai import OpenAIProvider

from moot.cli import COLLECTED
from moot.debate.rulings import Court
from moot.evidence.library import Library
from moot.ledger.store import Store
from moot.prepare import Setup, prepare
from moot.run import Research, create
from moot.testing import Answer, Conduct, DoubleServer, PromptView, Rule, varies
from moot.verify import relation
from moot.verify.referee import Referee
from moot.words import Challenge, Claim, Response

LIMIT, AT = 1.15, 50
SOURCES = Path(__file__).parent.parent / "examples" / "lead-pipes"
QUESTION = "Is the tap water in Larkmere safe now, and what does replacing the lead pipes cost?"
FIRST = {"gpt-a": 0.5, "claude-b": 0.8, "qwen-c": 1.1, "llama-d": 1.5, "mistral-e": 2.0, "gemini-j": 1.0}
"""Seconds until the first token, by model; the last one judges."""
*AUTHORS, JUDGE = FIRST
ROUNDS = 3
SEED, CONTESTED = 6, 0.7
"""Of drafts that take all rounds to argue."""
MEMORY = "/dev/shm"
EVERY = 0.005
"""Seconds between two looks of the profile."""
WAITING = ("select", "wait", "_worker", "get", "_commits")
"""Functions of a thread that waits; `_commits` (`ledger/writer.py`) has its queue wait in C, its commits are others."""


# --- the double -------------------------------------------------------------------------------------------------------


async def serve(per_chunk: float) -> None:
    """One answer a prompt, worked out once: neither arrival nor repetition changes it. Without chunks all at once."""
    known: dict[tuple[str, str], str] = {}

    def answer(prompt: PromptView) -> str:
        key = (prompt.model, prompt.text)
        if key not in known:
            known[key] = varies(SEED, CONTESTED)(prompt)
        return known[key]

    firsts = FIRST.items() if per_chunk else ()
    script = [Rule(Conduct(Answer(by=answer), first_token=s, per_chunk=per_chunk), model=m) for m, s in firsts]
    async with DoubleServer(answer, script, models=tuple(FIRST)) as server:
        print(server.base_url, flush=True)
        await asyncio.Event().wait()


@contextmanager
def double(per_chunk: float) -> Generator[str]:
    command = [sys.executable, __file__, "--double", "--per-chunk", str(per_chunk)]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert server.stdout is not None
    try:
        yield server.stdout.readline().strip()
    finally:
        server.terminate()
        server.wait()


def asked(url: str) -> Counter[str]:
    """What the double was asked so far."""
    with urllib.request.urlopen(url.removesuffix("/v1") + "/double/requests") as reply:
        return Counter(hashlib.sha256(json.dumps(each["body"]).encode()).hexdigest() for each in json.load(reply))


# --- the two sides ----------------------------------------------------------------------------------------------------


@dataclass
class Waves:
    """What Moot handed to its SDK, in waves: a call that began when none was in flight opens one."""

    waves: list[list[tuple[str, dict[str, Any]]]] = field(default_factory=list[list[tuple[str, dict[str, Any]]]])
    in_flight: int = 0

    @property
    def calls(self) -> int:
        return sum(map(len, self.waves))


@contextmanager
def heard() -> Generator[Waves]:
    found = Waves()
    real = pydantic_ai.direct.model_request_stream

    @asynccontextmanager
    async def listen(model: Any, messages: Any, **rest: Any) -> AsyncGenerator[Any]:
        if not found.in_flight:
            found.waves.append([])
        found.waves[-1].append((model.model_name, {"messages": messages, **rest}))
        found.in_flight += 1
        try:
            async with real(model, messages, **rest) as stream:
                yield stream
        finally:
            found.in_flight -= 1

    pydantic_ai.direct.model_request_stream = listen  # pyright: ignore[reportAttributeAccessIssue]
    try:
        yield found
    finally:
        pydantic_ai.direct.model_request_stream = real


async def council(url: str, store: Store) -> None:
    env = {"OPENAI_BASE_URL": url, "OPENAI_API_KEY": "double"}
    setup = Setup(
        QUESTION,
        [SOURCES],
        protocol="council",
        seats=",".join(f"openai:{name}" for name in AUTHORS),
        judge=f"openai:{JUDGE}",
        rounds=ROUNDS,
        price="1/1",
        budget=100,  # pyright: ignore[reportArgumentType]
    )
    await Research(store, create(prepare(setup, env), store), env=env)


async def bare(url: str, waves: Waves) -> None:
    sdk = AsyncOpenAI(base_url=url, api_key="double", max_retries=0)
    provider = OpenAIProvider(openai_client=sdk)
    native = ModelProfile(default_structured_output_mode="native")
    models = {
        name: OpenAIResponsesModel(name, provider=provider, profile=merge_profile(provider.model_profile(name), native))
        for name in FIRST
    }

    async def call(name: str, asked: dict[str, Any]) -> None:
        async with pydantic_ai.direct.model_request_stream(models[name], **asked) as stream:
            async for _ in stream:
                pass

    for wave in waves.waves:
        await asyncio.gather(*(call(name, asked) for name, asked in wave))
    await sdk.close()


def remember(holder: Any, name: str, key: Callable[..., Any]) -> None:
    """Let a function answer from memory what it was asked before."""
    real, known = getattr(holder, name), dict[Any, Any]()

    def look_up(*given: Any) -> Any:
        at = key(*given)
        if at not in known:
            known[at] = real(*given)
        return known[at]

    setattr(holder, name, look_up)


def know_checks() -> None:
    def dumped(*words: Any) -> tuple[str, ...]:
        return tuple(each.model_dump_json() if each is not None else "" for each in words)

    def of_claims(_: Referee, claims: Sequence[Claim], __: Library) -> Any:
        return dumped(*claims)

    def of_two(one: str, other: str) -> Any:
        return one, other

    def of_challenge(court: Court, challenge: Challenge, response: Response | None) -> Any:
        return dumped(court.draft, challenge, response)

    remember(Referee, "findings", of_claims)
    remember(relation, "relate", of_two)
    remember(Court, "by_evidence", of_challenge)


# --- one measurement, in a process of its own -------------------------------------------------------------------------


@dataclass(frozen=True)
class Measured:
    wall: float
    cpu: float
    """Seconds, of this process."""
    calls: int
    before: int
    """kB at the most, warmed up, before the measurement."""
    peak: int
    profile: dict[str, dict[str, int]] | None = None

    @property
    def memory(self) -> float:
        return (self.peak - self.before) / 1024


def highest() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


async def work(options: argparse.Namespace, file: Path) -> Measured:
    """Once to warm up, then so many times at once. `file`: the calls of a run, written by the first side to come."""
    if options.side in ("known", "memory"):
        know_checks()
    with tempfile.TemporaryDirectory(dir=MEMORY if options.side == "memory" else None) as folder:
        store = Store.open(Path(folder) / "moot.db")
        start = partial(council, store=store) if options.side != "bare" else partial(bare, waves=read(file))
        with heard() as waves:
            await start(options.warm)
        keep(file, waves)
        calls = waves.calls * options.count
        waves.waves.clear()
        gc.collect()
        gc.freeze()
        gc.set_threshold(*COLLECTED)
        sampler = Sampler() if options.profiled else None
        before, wall, cpu = highest(), time.perf_counter(), time.process_time()
        await asyncio.gather(*(start(options.url) for _ in range(options.count)))
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
        seen = sampler.end() if sampler else None
        store.close()
    return Measured(wall, cpu, calls, before, highest(), seen)


def read(file: Path) -> Waves:
    return pickle.loads(file.read_bytes())


def keep(file: Path, waves: Waves) -> None:
    if not file.exists():
        file.write_bytes(pickle.dumps(waves))


class Sampler:
    """Looks every few milliseconds at what every thread of this process does; own time, by function and by part."""

    def __init__(self) -> None:
        self.functions, self.parts = Counter[str](), Counter[str]()
        self.thread = threading.Thread(target=self._look, daemon=True)
        self.over = threading.Event()
        self.thread.start()

    def end(self) -> dict[str, dict[str, int]]:
        self.over.set()
        self.thread.join()
        return {"functions": dict(self.functions), "parts": dict(self.parts)}

    def _look(self) -> None:
        own = threading.get_ident()
        while not self.over.wait(EVERY):
            for thread, frame in sys._current_frames().items():  # pyright: ignore[reportPrivateUsage]
                if thread != own and frame.f_code.co_name not in WAITING:
                    self._count(frame)

    def _count(self, frame: Any) -> None:
        self.functions[_named(frame)] += 1
        at = frame
        while at is not None and _part(at.f_code.co_filename) is None:
            at = at.f_back
        self.parts[(_part(at.f_code.co_filename) if at is not None else None) or "event loop"] += 1


def _named(frame: Any) -> str:
    path = Path(frame.f_code.co_filename)
    return f"{'/'.join(path.parts[-2:])}:{frame.f_code.co_name}"


SDK = ("pydantic_ai", "openai", "httpx2", "httpcore2", "h11", "anyio", "httpx", "httpcore")


def _part(path: str) -> str | None:
    """The package that time is spent for: the innermost of ours or of the SDK's."""
    if "site-packages/" in path:
        package = path.split("site-packages/")[1].split("/")[0]
        return "SDK" if package in SDK else None
    if "/moot/" in path:
        return "moot/" + path.rsplit("/moot/", 1)[1].split("/")[0].removesuffix(".py")
    return None


# --- all of them ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Bench:
    """The two doubles, one that takes its time and one that does not, and the file with the calls of a run."""

    url: str
    warm: str
    calls: Path

    def measured(self, side: str, count: int, *more: str) -> Measured:
        command = [sys.executable, __file__, "--url", self.url, "--warm", self.warm, "--calls", str(self.calls)]
        done = subprocess.run(
            [*command, "--side", side, "--count", str(count), *more],
            stdout=subprocess.PIPE,
            text=True,
            check=True,
            env={**os.environ, "MOOT_HOME": str(self.calls.parent)},
        )
        return Measured(**json.loads(done.stdout.splitlines()[-1]))

    def same_requests(self) -> None:
        """The two sides must ask the same, or nothing is compared."""
        self.measured("run", 0)
        run = asked(self.warm)
        self.measured("bare", 0)
        assert asked(self.warm) - run == run, "the bare calls differ from those of a run"


SIDES = {"run": "run", "known": "run, checks known", "memory": "same, store in memory", "bare": "bare"}


def compare(bench: Bench, count: int, times: int) -> float:
    """The rows for so many runs at once; how much longer a run takes that has not to compute."""
    sides = [side for side in SIDES if side != "memory" or count == AT]
    all = [{side: bench.measured(side, count) for side in sides} for _ in range(times)]
    ratios = {side: median(each[side].wall / each["bare"].wall for each in all) for side in sides}
    for side in sides:
        one = sorted((each[side] for each in all), key=lambda each: each.wall)[times // 2]
        print(
            f"{count:>7}  {SIDES[side]:<21}  {one.calls:>5}  {one.wall:>7.1f}  {ratios[side]:>5.2f}  "
            f"{1000 * one.cpu / one.calls:>11.1f}  {one.cpu / one.wall:>4.0%}  {one.memory:>9.0f}  "
            f"{one.peak / 1024:>7.0f}",
            flush=True,
        )
    return ratios["known"]


def show_profile(bench: Bench, count: int) -> None:
    for side in ("run", "known"):
        seen = bench.measured(side, count, "--profiled").profile
        assert seen is not None
        total = sum(seen["parts"].values())
        print(f"\nwhere the time of {count} runs at once goes ({SIDES[side]}; waiting not counted)")
        print("  " + ", ".join(f"{name} {n / total:.0%}" for name, n in Counter(seen["parts"]).most_common(9)))
        for name, n in Counter(seen["functions"]).most_common(12):
            print(f"  {n / total:>5.1%}  {name}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--at-once", type=int, nargs="+", default=[1, 10, 50, 200])
    parser.add_argument("--per-chunk", type=float, default=0.1, help="seconds for 48 characters, a dozen tokens")
    parser.add_argument("--times", type=int, default=1)
    parser.add_argument("--profile", type=int, default=10, help="runs at once that are profiled; 0: none")
    inner = {
        "--double": None,
        "--profiled": None,
        "--url": str,
        "--warm": str,
        "--calls": str,
        "--side": str,
        "--count": int,
    }
    for name, kind in inner.items():
        how: dict[str, Any] = {"action": "store_true"} if kind is None else {"type": kind}
        parser.add_argument(name, help=argparse.SUPPRESS, **how)
    options = parser.parse_args()
    if options.double:
        asyncio.run(serve(options.per_chunk))
        return 0
    if options.side:
        print(json.dumps(asdict(asyncio.run(work(options, Path(options.calls))))))
        return 0
    print(
        f"machine: {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}; "
        f"{len(AUTHORS)} authors and a judge, {ROUNDS} rounds at most; first token {min(FIRST.values())} to "
        f"{max(FIRST.values())} s, {options.per_chunk:g} s a chunk; limit {LIMIT} at {AT} runs at once, checks known\n"
    )
    print("at once  side                   calls   wall s  ratio  CPU ms/call   CPU  memory MB  peak MB")
    with double(options.per_chunk) as url, double(0) as warm, tempfile.TemporaryDirectory() as folder:
        bench = Bench(url, warm, Path(folder) / "calls")
        bench.same_requests()
        ratios = {count: compare(bench, count, options.times) for count in options.at_once}
        if options.profile:
            show_profile(bench, options.profile)
    return int(ratios.get(AT, 0) > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
