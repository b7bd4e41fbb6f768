"""Recorded answers as first drafts that are argued, one run of the store for each, and what became of their claims.

The author's seat says the recorded answer when it is asked for a draft; every other task of the seat goes to whoever
holds it, a reader or a language model. From there on it is a critique like any other.
"""

from __future__ import annotations

import asyncio
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from faults import document, report

from moot.debate import critique
from moot.debate.argued import Argued
from moot.errors import MootError
from moot.evidence.library import Library
from moot.ledger.calls import Answer
from moot.ledger.journal import Journal
from moot.ledger.record import Record
from moot.ledger.store import Store
from moot.models.seat import SeatHolder
from moot.models.seating import Seater
from moot.readers import holder
from moot.readers.file import drafted
from moot.text.terms import overlap, words
from moot.verify.referee import Referee, default_checks
from moot.verify.weigh import weigh
from moot.words import (
    CHECKS,
    Aspect,
    Caps,
    Case,
    Challenge,
    Challenged,
    Checked,
    Drafted,
    Drafting,
    DraftTask,
    Edited,
    Event,
    Finding,
    Panel,
    Plan,
    PlanTask,
    Reply,
    Ruled,
    Seat,
    SeatFailed,
    Standing,
    Task,
    Verdict,
)

MARKER = "expertqa_rounds"


@dataclass(frozen=True)
class Recorded:
    """An author whose first draft was given by somebody else; it plans nothing."""

    question: str
    draft: Drafting
    holder: SeatHolder

    @property
    def seat(self) -> Seat:
        return self.holder.seat

    async def answer(self, task: Task, place: str, journal: Journal) -> Reply:
        """Raises what the holder raises."""
        if isinstance(task, PlanTask):
            return Plan(aspects=(Aspect(id="a1", question=self.question, queries=(self.question,)),))
        if not isinstance(task, DraftTask):
            return await self.holder.answer(task, place, journal)

        async def do() -> Answer:
            return Answer(body=self.draft.model_dump_json(), model="recorded")

        answer = await journal.once(f"{place}/a1", "the recorded answer", Decimal(0), do)
        return Drafting.model_validate_json(answer.body)


@dataclass(frozen=True)
class Bench:
    """Where the answers are argued, and by whom."""

    store: Store
    panel: Panel
    rounds: int
    env: Mapping[str, str]
    price: str | None = None
    usd: Decimal = Decimal(1)
    retry_failed: bool = False

    def known(self) -> dict[str, str]:
        """Answer → its run, of those that this panel argued before in this store, finished or not."""
        found: dict[str, str] = {}
        for row in self.store.runs():
            options = self.store.record(row.id).options
            if options.get(MARKER) == self._marker():
                found[options["answer"]] = row.id
        return found

    def _marker(self) -> dict[str, Any]:
        return {"seats": [[seat.id, seat.model] for seat in self.panel.seats], "rounds": self.rounds}

    async def argue(self, row: dict[str, Any], run: str | None) -> Record:
        """The run of one answer to its end, from where it was left. Raises a `MootError` if it cannot go on."""
        documents = [document(each) for each in row["sources"]]
        if run is None:
            case = Case(question=row["title"], caps=Caps(usd=self.usd, rounds=self.rounds))
            options = {MARKER: self._marker(), "answer": row["id"]}
            run = self.store.create(case, self.panel, documents, options=options)
        elif self.retry_failed:
            run = self._again(run)
        record = self.store.record(run)
        if record.state == "done":
            return record
        seater = Seater(self.env, self.price)
        try:
            async with self.store.take(run) as journal:
                library = Library(documents)
                draft = Drafting(draft=await asyncio.to_thread(drafted, report(row), library))
                author, *others = (holder(seat, library) or seater.holder(seat) for seat in self.panel.seats)
                holders = [Recorded(row["title"], draft, author), *others]
                await critique.run(record.case, holders, library, Referee(default_checks()), journal)
                journal.finish("done")
        finally:
            await seater.aclose()
        return self.store.record(run)

    def _again(self, run: str) -> str:
        """A new run, from the answers before a seat failed or a request changed; the same one where neither happened.

        Not from the failure alone: what was argued after it would now be another argument.
        """
        record = self.store.record(run)
        failed = next((event for event in record.events if isinstance(event, SeatFailed)), None)
        if failed is not None:
            return self.store.fork(run, f"r{failed.round}/{failed.task}/{failed.seat}/0/a1")
        return self.store.fork(run) if record.state == "failed" else run

    async def all(self, rows: Sequence[dict[str, Any]], at_once: int) -> dict[str, Record | MootError]:
        """Every answer, `at_once` at a time; the error of one stops no other."""
        known, gate, done = self.known(), asyncio.Semaphore(at_once), Counter[str]()

        async def one(row: dict[str, Any]) -> Record | MootError:
            async with gate:
                try:
                    return await self.argue(row, known.get(row["id"]))
                except MootError as error:
                    return error
                finally:
                    done["answers"] += 1
                    print(f"\r{done['answers']} of {len(rows)} answers", end="", file=sys.stderr, flush=True)

        found = await asyncio.gather(*(one(row) for row in rows))
        print(file=sys.stderr)
        return {row["id"]: each for row, each in zip(rows, found, strict=True)}


@dataclass(frozen=True)
class State:
    """A claim after a round."""

    text: str | None
    """None: withdrawn."""
    standing: Standing
    probability: float
    """Of all findings on it, weighed."""


@dataclass(frozen=True)
class Followed:
    """A claim of a recorded answer through the rounds."""

    answer: str
    text: str
    supported: bool
    overlap: float
    """Of its words with the passages that it cites, whole."""
    revised: str
    """The expert's own wording; empty where there is none."""
    states: tuple[State, ...]
    """After the checks alone, then after each round."""

    @property
    def mended(self) -> bool:
        """Whether the expert gave other words."""
        return bool(self.revised) and words(self.revised) != words(self.text)

    def narrowed(self, round: int) -> bool:
        """Whether its words are others than at first."""
        text = self.states[round].text
        return text is not None and words(text) != words(self.text)

    def withdrawn(self, round: int) -> bool:
        return self.states[round].text is None

    def edited(self, round: int) -> bool:
        return self.withdrawn(round) or self.narrowed(round)

    def proven(self, round: int) -> bool:
        return self.states[round].standing in (Standing.PROVEN, Standing.INFERRED)


def until(events: Sequence[Event], round: int) -> list[Event]:
    """What had happened when `round` was over, the draft that it made and the findings on that included."""
    return [event for event in events if getattr(event, "round", 0) <= round + isinstance(event, Drafted | Checked)]


def followed(row: dict[str, Any], record: Record) -> list[Followed]:
    """The claims of one answer, in its order."""
    rounds = record.case.caps.rounds
    after = [states(until(record.events, round)) for round in range(rounds + 1)]
    texts = {each["id"]: each["text"] for each in row["sources"]}
    return [
        Followed(
            answer=row["id"],
            text=said["text"],
            supported=said["label"] == "supported",
            overlap=overlap(said["text"], "\n".join(texts[id] for id in said["cites"])),
            revised=said["revised"],
            states=tuple(each.get(f"c{n}", GONE) for each in after),
        )
        for n, said in enumerate(row["sentences"], 1)
    ]


GONE = State(None, Standing.WITHDRAWN, 0.0)


def states(events: Sequence[Event]) -> dict[str, State]:
    """By claim."""
    argued = Argued.of(events)
    by_claim: dict[str, list[Finding]] = {}
    for finding in argued.findings:
        by_claim.setdefault(finding.claim, []).append(finding)
    return {
        claim.id: State(claim.text, argued.judged[claim.id].standing, weigh(by_claim.get(claim.id, ())).probability)
        for claim in argued.draft.claims()
    }


@dataclass(frozen=True)
class Spent:
    """What the models were asked in one run, and what was argued."""

    calls: Counter[str]
    """By task; only what went to a model."""
    tokens: Counter[str]
    argued: Counter[str]
    """Challenges by who raised them and how they were ruled on; edits by what they did."""
    upheld: Counter[str]
    """By kind of challenge."""
    failed: tuple[str, ...]

    @classmethod
    def of(cls, record: Record) -> Spent:
        calls, tokens, argued, upheld = (Counter[str]() for _ in range(4))
        raised: dict[str, Challenge] = {}
        for call in record.calls:
            if call.usage and call.usage.input_tokens:
                calls[call.place.split("/")[1]] += 1
                tokens["in"] += call.usage.input_tokens
                tokens["cached"] += call.usage.cached_tokens
                tokens["out"] += call.usage.output_tokens
        for event in record.events:
            if isinstance(event, Challenged):
                raised[event.challenge.id] = event.challenge
            elif isinstance(event, Ruled):
                challenge, verdict = raised[event.ruling.challenge], event.ruling.verdict
                argued[f"{'the checks' if challenge.by == CHECKS else 'the reviewer'}: {verdict.value}"] += 1
                upheld[challenge.kind.value] += verdict is Verdict.UPHELD
            elif isinstance(event, Edited):
                argued[f"edit {'refused' if event.refused else event.edit.action}"] += 1
        failed = tuple(f"{each.task}: {each.reason}" for each in record.events if isinstance(each, SeatFailed))
        return cls(calls, tokens, argued, upheld, failed)
