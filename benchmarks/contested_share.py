"""What a final claim costs in tokens: arguing only what is contested, against debating everything, by contested share.

    python benchmarks/contested_share.py [--shares 5 10 20 40 60] [--aside 2]

Four authors write about twenty facts out of two sources; each draft tells all of them, in words of its own. Of the
given share the second source has another figure, and two of the drafts tell that one. `--aside` sentences of the
sources around each fact are of no use to anybody, so that evidence weighs in prompts as it does in real ones.

- contested: the council as it is.
- everything: the same council in which every claim of every draft is challenged once as well, by the next draft's
  claim on the same fact. Nobody is asked to find these challenges, so a system whose reviewers must costs more.

Answers are scripted: a claim is defended by what it quotes, the judge goes by the first source, whatever the order.
So a contested fact is settled in one round, and both ways come to the same document. Tokens are those of the double,
prompts and answers, four characters each; those of plan, drafts and composed answer are the same for both.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import platform
import sys
import tempfile
from collections import Counter
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from moot.debate import council
from moot.debate.contested import letter
from moot.debate.hearing import Hearing
from moot.ledger.store import Store
from moot.prepare import Setup, prepare
from moot.run import Research, create
from moot.testing import DoubleServer, PromptView, scholar
from moot.testing.answers.reading import Reading, read
from moot.testing.answers.rewording import reword
from moot.words import Aligned, Challenge, Challenged, ChallengeKind, Drafted, Remedy

AUTHORS = ("gpt-a", "claude-b", "qwen-c", "llama-d")
JUDGE = "gpt-6-j"
"""A name with room for a ruling on every claim in one reply."""
QUESTION = "What do the city's own figures say about its works, fleets and houses?"
FACTS = (
    ("The Harrow bridge is {} metres long.", 214, 251),
    ("The Elm Street depot holds {} trams.", 46, 38),
    ("The night ferry carries {} cars.", 120, 96),
    ("The Aldergate reservoir stores {} million litres.", 310, 275),
    ("The new market hall has room for {} stalls.", 84, 61),
    ("The city library lends {} books a day.", 2600, 1900),
    ("The Cornhill school was built for {} pupils.", 720, 540),
    ("The fire brigade keeps {} engines.", 17, 23),
    ("The botanical garden grows {} kinds of orchid.", 430, 365),
    ("The harbour crane lifts {} tonnes.", 65, 48),
    ("The swimming hall is heated to {} degrees.", 28, 25),
    ("The opera house seats {} people.", 1450, 1280),
    ("The water works employ {} engineers.", 58, 71),
    ("The ring road has {} tunnels.", 9, 6),
    ("The hospital has {} beds.", 640, 810),
    ("The cable car climbs {} metres.", 390, 445),
    ("The bakery museum shows {} ovens.", 33, 27),
    ("The observatory mirror measures {} centimetres.", 160, 185),
    ("The cemetery covers {} hectares.", 52, 44),
    ("The waste plant burns {} thousand tonnes a year.", 175, 205),
)
ASIDE = "The committee's minutes tell who was heard on it, how the ground was surveyed, and why some had doubts."


# --- the corpus and what the double says of it ------------------------------------------------------------------------


def told(contested: int, source: int) -> list[str]:
    """The facts as a source gives them."""
    return [form.format(other if source == 2 and n < contested else one) for n, (form, one, other) in enumerate(FACTS)]


def write(folder: Path, contested: int, aside: int) -> None:
    for source in (1, 2):
        parts = [
            f"## Item {n}\n\n{fact} {' '.join([ASIDE] * aside)}" for n, fact in enumerate(told(contested, source), 1)
        ]
        text = f"# Report {source} on the city\n\nDate: 2025-0{source}-01\n\n" + "\n\n".join(parts)
        (folder / f"{source}.md").write_text(text, encoding="utf-8")


@dataclass(frozen=True)
class Panel:
    """What the seats say."""

    contested: int

    def __call__(self, prompt: PromptView) -> str:
        reading = read(prompt.text)
        fields = set((prompt.schema or {}).get("properties", {}))
        if "sections" in fields and not reading.composing:
            return json.dumps(self.draft(AUTHORS.index(prompt.model), reading))
        if "responses" in fields:
            return json.dumps({"responses": [self.defence(each, reading) for each in self.asked(reading)]})
        if "judgements" in fields:
            return json.dumps({"judgements": [self.judgement(each, reading) for each in self.asked(reading)]})
        return scholar(prompt)

    def asked(self, reading: Reading) -> list[tuple[str, str | None]]:
        return [(each.id, each.claim) for each in reading.challenges]

    def draft(self, seat: int, reading: Reading) -> dict[str, Any]:
        """The two first seats go by the first source, the others by the second."""
        source = 1 + seat // 2
        claims: list[dict[str, Any]] = []
        for n, fact in enumerate(told(self.contested, source), 1):
            passage = next(
                each.passage for each in reading.sentences if each.text == fact and each.source == f"S{source}"
            )
            text = reword(fact, seat)
            kind = "quoted" if text == fact else "stated"
            cited = [{"passage": passage, "quote": fact}]
            claims.append({"id": f"c{n}", "kind": kind, "text": text, "citations": cited})
        return {"sections": [{"title": "Answer", "claims": claims[:1]}, {"title": "Figures", "claims": claims[1:]}]}

    def defence(self, asked: tuple[str, str | None], reading: Reading) -> dict[str, Any]:
        return {
            "challenge": asked[0],
            "action": "rebut",
            "grounds": "The source gives this figure in so many words, and the claim says no more than that.",
            "citations": self.quoted(asked[1], reading),
        }

    def judgement(self, asked: tuple[str, str | None], reading: Reading) -> dict[str, Any]:
        quotes = self.quoted(asked[1], reading)
        first, second = set(told(self.contested, 1)), set(told(self.contested, 2))
        wrong = any(each["quote"] in second - first for each in quotes)
        challenge = next(each for each in reading.challenges if each.id == asked[0])
        against = [{"passage": each.passage, "quote": each.text} for each in challenge.quotes]
        return {
            "challenge": asked[0],
            "verdict": "upheld" if wrong else "dismissed",
            "reason": "The first report is the one that the city measured for; its figure decides.",
            "citations": against if wrong else quotes,
        }

    def quoted(self, claim: str | None, reading: Reading) -> list[dict[str, str]]:
        found = reading.claim(claim)
        return [{"passage": each.passage, "quote": each.text} for each in found.quotes] if found else []


# --- the two ways -----------------------------------------------------------------------------------------------------


class Everything(Hearing):
    """Every claim of every draft is challenged in the first round, and what is contested is argued as ever."""

    async def round(self, round: int) -> str:
        self.at = round
        return await self.argue(round, self._all(round) if round == 1 else [])

    def _all(self, round: int) -> list[Challenge]:
        between = {challenge.claim for challenge, _ in self._rivals(round, [])}
        found: list[Challenge] = []
        for at, party in enumerate(self.parties):
            other = self.parties[(at + 1) % len(self.parties)]
            others = {claim.id.partition(".")[2]: claim for claim in other.draft.claims()}
            for claim in party.draft.claims():
                if claim.id in between:
                    continue
                rival = others[claim.id.partition(".")[2]]
                assert letter(rival.id) != letter(claim.id)
                found.append(
                    Challenge(
                        id=f"r{round}.{other.id}.e{len(found) + 1}",
                        by=other.id,
                        claim=claim.id,
                        kind=ChallengeKind.CONFLICT,
                        grounds=f"Another draft says: {rival.text}",
                        citations=rival.citations,
                        remedy=Remedy.REVISE,
                    )
                )
        return found


@contextmanager
def way(hearing: type[Hearing]) -> Generator[None]:
    """The council protocol with this hearing."""
    real, council.Hearing = council.Hearing, hearing
    try:
        yield
    finally:
        council.Hearing = real


@dataclass(frozen=True)
class Ran:
    tokens: Counter[str]
    """By task, prompts and answers."""
    calls: int
    claims: int
    """In the last document, each once."""
    contradicted: float
    """Share of the facts whose claims were found to contradict each other."""
    challenges: int

    @property
    def argued(self) -> int:
        return sum(self.tokens[task] for task in ("respond", "rule", "revise"))


async def run(contested: int, aside: int, hearing: type[Hearing]) -> Ran:
    with tempfile.TemporaryDirectory() as folder, DoubleServer(Panel(contested)) as server, way(hearing):
        sources = Path(folder) / "sources"
        sources.mkdir()
        write(sources, contested, aside)
        store = Store.open(Path(folder) / "moot.db")
        seats = ",".join(f"openai:{name}" for name in AUTHORS)
        setup = Setup(
            QUESTION,
            [sources],
            protocol="council",
            seats=seats,
            judge=f"openai:{JUDGE}",
            rounds=3,
            price="1/1",
            budget=Decimal(100),
        )
        id = create(prepare(setup, server.env()), store)
        await Research(store, id, env=server.env())
        record = store.record(id)
        store.close()
    tokens, calls = Counter[str](), 0
    for call in record.calls:
        if call.usage is not None and (call.usage.input_tokens or call.usage.output_tokens):
            tokens[call.place.split("/")[1]] += call.usage.input_tokens + call.usage.output_tokens
            calls += 1
    drafts = [event.draft for event in record.events if isinstance(event, Drafted)]
    first = next(event for event in record.events if isinstance(event, Aligned))
    return Ran(
        tokens=tokens,
        calls=calls,
        claims=len({claim.id for claim in drafts[-1].claims()}),
        contradicted=sum(bool(cluster.against) for cluster in first.clusters) / 2 / len(FACTS),
        challenges=sum(isinstance(event, Challenged) for event in record.events),
    )


# --- what is shown ----------------------------------------------------------------------------------------------------


def plot(points: Sequence[tuple[int, float, float]]) -> str:
    """Tokens a final claim as bars, a line a share and way."""
    most = max(max(one, other) for _, one, other in points)
    lines = ["tokens a final claim"]
    for share, one, other in points:
        for name, value in (("contested", one), ("everything", other)):
            lines.append(f"{share:>4} %  {name:<10} {'█' * round(48 * value / most):<48} {value:>6.0f}")
    return "\n".join(lines)


async def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shares", type=int, nargs="+", default=[5, 10, 20, 40, 60], help="per cent of the facts")
    parser.add_argument("--aside", type=int, default=2, help="sentences beside each fact in its source")
    options = parser.parse_args()
    print(
        f"machine: {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}; "
        f"{len(AUTHORS)} authors, a judge, {len(FACTS)} facts in two sources\n"
    )
    print("share  found  way         calls  challenges  claims  tokens a claim  of it argued  ratio   argued ratio")
    points: list[tuple[int, float, float]] = []
    with tempfile.TemporaryDirectory() as home:
        os.environ["MOOT_HOME"] = home
        for share in options.shares:
            contested = round(len(FACTS) * share / 100)
            ways = {"contested": Hearing, "everything": Everything}
            ran = {name: await run(contested, options.aside, hearing) for name, hearing in ways.items()}
            costs = {name: (each.tokens.total() / each.claims, each.argued / each.claims) for name, each in ran.items()}
            for name, each in ran.items():
                (whole, argued), (most, most_argued) = costs[name], costs["everything"]
                print(
                    f"{share:>4} %  {each.contradicted:>4.0%}  {name:<10}  {each.calls:>5}  {each.challenges:>10}  "
                    f"{each.claims:>6}  {whole:>14.0f}  {argued:>12.0f}  {whole / most:>5.2f}  "
                    f"{argued / most_argued:>12.2f}"
                )
            points.append((share, costs["contested"][0], costs["everything"][0]))
    print(f"\n{plot(points)}")
    return int(any(one >= other for _, one, other in points))


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
