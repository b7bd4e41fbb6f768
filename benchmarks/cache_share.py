"""How much of the prompts a provider's cache serves, round by round, under the double's model of vendors' caches.

    python benchmarks/cache_share.py [--facts 60] [--runs 8]

Councils of five authors of three models over two wires (OpenAI's, which caches by itself in blocks of 128 tokens, and
Anthropic's, which caches up to marks) and a judge, against the double: over the sources of an example, and over a
library of `--facts` facts in two sources, too large to be shown whole; `--runs` of each, with drafts that differ, each
with a cache of its own. Beside them a critique, whose reviewer searches
for more. A prompt is what stands before the task (the schema of the reply, rules, question, evidence) and the task
itself with the draft. Of what is not served from the cache:

- task: the part that is new in every request.
- kind: nothing of the front was served, since the model was not asked for this kind of reply before.
- evidence: the rest: the front differs from those that the model saw before.

The limit is on the share of all prompt tokens from round 2 on.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import platform
import sys
import tempfile
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import pydantic_ai.direct

from moot.ledger.journal import Journal
from moot.ledger.store import Store
from moot.models.language import LanguageSeat
from moot.prepare import Setup, prepare
from moot.run import Research, create
from moot.testing import DoubleServer, varies
from moot.testing.log import Seen
from moot.testing.prompt import blocks
from moot.testing.usage import PrefixCache, tokens
from moot.words import Reply, Task

LIMIT = 0.7
EXAMPLE = Path(__file__).parent.parent / "examples" / "lead-pipes"
QUESTION = "Is the tap water in Larkmere safe now, and what does replacing the lead pipes cost?"
SEATS = "openai:gpt-a*2,anthropic:claude-b*2,openai:qwen-c"
JUDGE = "openai:gemini-j"
HEADER = "x-place"
CONTESTED = 0.7
"""Of the drafts' figures: much to argue, so that some runs take all three rounds."""


# --- one run, each of whose requests tells its place ------------------------------------------------------------------


@contextmanager
def telling_places() -> Generator[None]:
    """Every request carries a header with its place in the journal."""
    at: ContextVar[str] = ContextVar("place", default="")
    answer, stream = LanguageSeat.answer, pydantic_ai.direct.model_request_stream

    async def placed(self: LanguageSeat, task: Task, place: str, journal: Journal) -> Reply:
        at.set(place)
        return await answer(self, task, place, journal)

    def told(model: Any, messages: Any, *, model_settings: Any, **rest: Any) -> Any:
        model_settings["extra_headers"] = {HEADER: at.get()}
        return stream(model, messages, model_settings=model_settings, **rest)

    LanguageSeat.answer, pydantic_ai.direct.model_request_stream = placed, told  # pyright: ignore
    try:
        yield
    finally:
        LanguageSeat.answer, pydantic_ai.direct.model_request_stream = answer, stream  # pyright: ignore


async def run(setup: Setup, seed: int) -> tuple[Seen, ...]:
    with telling_places(), DoubleServer(varies(seed, CONTESTED)) as server, tempfile.TemporaryDirectory() as folder:
        store = Store.open(Path(folder) / "moot.db")
        await Research(store, create(prepare(setup, server.env()), store), env=server.env())
        store.close()
        return server.requests


def council(question: str, sources: Path) -> Setup:
    return Setup(
        question, [sources], protocol="council", seats=SEATS, judge=JUDGE, rounds=3, price="1/1", budget=Decimal(100)
    )


def critique(question: str, sources: Path) -> Setup:
    author, reviewer = "openai:gpt-a", "anthropic:claude-b"
    return Setup(
        question, [sources], author=author, reviewer=reviewer, judge=JUDGE, rounds=3, price="1/1", budget=Decimal(100)
    )


# --- what was served --------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Part:
    """The tokens of one prompt."""

    round: int
    task: str
    wire: str
    prompt: int
    cached: int
    body: int
    """Of what is not served: the task itself."""
    kind: int
    evidence: int


def parts(requests: Sequence[Seen]) -> list[Part]:
    """Counted anew, in the order of arrival, by the cache that the double has."""
    cache, kinds = PrefixCache(), set[tuple[str, str]]()
    found: list[Part] = []
    for seen in requests:
        used = cache.usage(seen.prompt)
        _, task, *_ = place = seen.headers[HEADER].split("/")
        body = tokens(blocks(seen.body)[-1][0])
        lost = max(0, used.input - body - used.cached)
        schema = next(text for text, _ in blocks(seen.body))
        new = (seen.model, schema) not in kinds
        kinds.add((seen.model, schema))
        found.append(
            Part(
                round=int(place[0][1:]),
                task=task,
                wire=seen.prompt.wire,
                prompt=used.input,
                cached=used.cached,
                body=used.input - used.cached - lost,
                kind=lost if new else 0,
                evidence=0 if new else lost,
            )
        )
    return found


def line(name: str, found: Sequence[Part]) -> str:
    whole = sum(each.prompt for each in found)
    shares = [sum(getattr(each, what) for each in found) / whole for what in ("cached", "body", "kind", "evidence")]
    return f"  {name:<22}{len(found):>5}{whole:>9}" + "".join(f"{share:>9.0%}" for share in shares)


def show(title: str, found: Sequence[Part]) -> float:
    print(f"\n{title}\n  {'':<22}calls   tokens   cached     task     kind evidence")
    for round in sorted({each.round for each in found}):
        print(line(f"round {round}" if round else "plan", [each for each in found if each.round == round]))
    later = [each for each in found if each.round > 1]
    for task in dict.fromkeys(each.task for each in later):
        print(line(f"  from 2 on: {task}", [each for each in later if each.task == task]))
    for wire in dict.fromkeys(each.wire for each in later):
        print(line(f"  from 2 on: {wire}", [each for each in later if each.wire == wire]))
    print(line("all from round 2 on", later))
    return sum(each.cached for each in later) / sum(each.prompt for each in later)


# --- a larger library -------------------------------------------------------------------------------------------------


def library(folder: Path, facts: int) -> str:
    """Two sources that tell of many things, every third with another figure; the question over them."""
    things = [f"{name} {kind}" for kind in KINDS for name in NAMES][:facts]
    for number, year in ((1, 2023), (2, 2025)):
        sections = (
            f"## The {thing}\n\nThe {thing} cost {31 + 7 * at + 5 * (number - 1) * (at % 3 == 0)} million crowns, says "
            f"the report of {year}. It was planned for many years, and its neighbours had asked for it before. "
            f"{ASIDE} It serves about {2 + at} thousand people a day. {ASIDE}"
            for at, thing in enumerate(things)
        )
        text = f"# Works of the city, {year}\n\nDate: {year}-03-01\n\n" + "\n\n".join(sections)
        (folder / f"works-{year}.md").write_text(text, encoding="utf-8")
    return f"What did the {things[0]}, the {things[3]} and the other works of the city cost?"


NAMES = ("Aldergate", "Birchfield", "Cornhill", "Dovecote", "Elmsworth", "Fernside", "Gorsley", "Hazelmoor")
KINDS = ("bridge", "tunnel", "tram line", "reservoir", "library", "market hall", "ferry pier", "archive")
ASIDE = (
    "The minutes of the works committee tell how the ground was surveyed, who was heard, and why the first design was "
    "given up for the one that was built in the end, with the walls of dressed stone that visitors remark upon."
)


async def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--facts", type=int, default=60, help="of the larger library, at most 64")
    parser.add_argument("--runs", type=int, default=8)
    options = parser.parse_args()
    print(
        f"machine: {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}; {SEATS} and the "
        f"judge {JUDGE}; limit {LIMIT:.0%} of the prompt tokens of a council from round 2 on"
    )
    shares: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        os.environ["MOOT_HOME"] = folder
        large = Path(folder) / "large"
        large.mkdir()
        for name, question, sources in (
            ("an example", QUESTION, EXAMPLE),
            (f"{options.facts} facts in two sources", library(large, options.facts), large),
        ):
            for protocol in (council, critique):
                found = [parts(await run(protocol(question, sources), seed)) for seed in range(1, options.runs + 1)]
                share = show(f"{protocol.__name__}, {name}", [part for each in found for part in each])
                shares += [share] if protocol is council else []
    return int(min(shares) < LIMIT)


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
