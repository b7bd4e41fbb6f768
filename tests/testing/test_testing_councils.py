"""The double over HTTP as several seats: what each manner does to a council, and what a cache serves of its prompts."""

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import pytest
from testing_prompts import PLAN, QUESTION, SOURCES, TEXTS, passages

from moot.ledger.record import Record
from moot.ledger.store import Store
from moot.models import catalog
from moot.models.catalog import Settings
from moot.models.prompts import parse, render
from moot.run import research
from moot.testing import Answer, Conduct, DoubleServer, Rule, conforms, first, scholar, slow, stubborn, varies
from moot.testing.conduct import Answerer, Script
from moot.words import (
    Action,
    Alignments,
    AlignTask,
    Claim,
    ClaimKind,
    ComposeTask,
    Drafted,
    DraftTask,
    Moved,
    Opened,
    Pair,
    Relation,
    Responded,
    RespondTask,
    Ruled,
    SeatFailed,
    SidesTask,
    Task,
    Verdict,
)

WIRES = ("anthropic:claude-sonnet-5-5", "openai:gpt-6.1-terra", "compatible:double-a")
"""Messages, responses, chat."""
NOTES = {
    "log.md": "# Harbour log\n\nDate: 2026-01-04\n\nThe ferry takes 35 minutes to cross in calm weather. "
    "A ticket costs 4.20 euro for an adult. The ferry carries 18 cars on one deck.\n",
    "audit.md": "# Audit\n\nDate: 2026-02-04\n\nThe ferry takes 41 minutes to cross in calm weather. "
    "The auditor counted 212 crossings in one month.\n",
    "council.md": "# Council minutes\n\nDate: 2026-03-04\n\nThe council has not decided on the money for a new ferry. "
    "The pier is closed when the wind is strong.\n",
}
ASKED = "How long does the ferry take to cross, and what does a ticket cost?"
SEATS = "anthropic:claude-sonnet-4-6,openai:gpt-5"
E = TypeVar("E")


@dataclass(frozen=True)
class Sat:
    record: Record
    server: DoubleServer

    def told(self, kind: type[E]) -> list[E]:
        return [event for event in self.record.events if isinstance(event, kind)]


@pytest.fixture(name="sit")
def sitting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    sources = tmp_path / "notes"
    sources.mkdir()
    for name, text in NOTES.items():
        (sources / name).write_text(text, encoding="utf-8")

    async def sit(answer: Answerer, script: Script = (), **options: Any) -> Sat:
        async with DoubleServer(answer, script) as server:
            for name, value in server.env().items():
                monkeypatch.setenv(name, value)
            store = Store.open(tmp_path / "runs.db")
            given: dict[str, Any] = {"protocol": "council", "seats": SEATS, "store": store} | options
            started = research(ASKED, [sources], **given)
            await started
            return Sat(store.record(started.run), server)

    return sit


def argues(minutes: int, manner: Answerer) -> Conduct:
    """A seat whose draft has one of the two times, and that else has the manner."""
    name, source = ("log.md", "Harbour log") if minutes == 35 else ("audit.md", "Audit")
    quote = f"The ferry takes {minutes} minutes to cross in calm weather."
    assert quote in NOTES[name]

    def answer(prompt: Any) -> str:
        if "sections" not in (prompt.schema or {}).get("properties", {}):
            return manner(prompt)
        passage = next(id for id, text in _shown(prompt.text).items() if quote in text)
        cited = [{"passage": passage, "quote": quote}]
        claim = {"id": "c1", "kind": "quoted", "text": quote, "citations": cited}
        return json.dumps({"sections": [{"title": "Answer", "claims": [claim]}], "gaps": [source]})

    return Conduct(Answer(by=answer))


def _shown(text: str) -> dict[str, str]:
    parts = [part.partition("]") for part in text.split("\n[S")[1:]]
    return {f"S{id}": body for id, _, body in parts}


def rivals(one: Answerer, other: Answerer) -> list[Rule]:
    return [Rule(argues(35, one), model="claude*"), Rule(argues(41, other), model="gpt-5")]


# --- manners in a council -------------------------------------------------------------------------------------------


async def test_who_conforms_is_refused_without_a_reason(sit: Callable[..., Any]) -> None:
    sat = await sit(scholar, rivals(conforms, stubborn))
    moved = sat.told(Moved)
    assert moved and all(each.seat == "author-1" and each.refused and not each.places for each in moved)
    last = sat.told(Drafted)[-1].draft
    assert any("35 minutes" in claim.text for claim in last.claims())


async def test_two_who_are_stubborn_stay_contested(sit: Callable[..., Any]) -> None:
    sat = await sit(scholar, rivals(stubborn, stubborn))
    assert sat.told(Responded) and not sat.told(Moved)
    assert {each.response.action for each in sat.told(Responded)} == {Action.REBUT}
    said = " ".join(claim.text for claim in sat.told(Drafted)[-1].draft.claims())
    assert "35 minutes" in said and "41 minutes" in said


async def test_a_judge_who_goes_by_the_order_is_undecided(sit: Callable[..., Any]) -> None:
    bent = Rule(Conduct(Answer(by=first)), model="gpt-5-mini")
    sat = await sit(scholar, [*rivals(stubborn, stubborn), bent], judge="openai:gpt-5-mini")
    asked = [seen for seen in sat.server.requests if seen.model == "gpt-5-mini" and "Task: rule" in str(seen.body)]
    assert len(asked) % 2 == 0 and asked
    verdicts = [each.ruling.verdict for each in sat.told(Ruled)]
    assert verdicts and Verdict.UPHELD not in verdicts
    assert any("order" in each.ruling.reason for each in sat.told(Ruled))


async def test_drafts_of_one_model_differ(sit: Callable[..., Any]) -> None:
    sat = await sit(varies(2), seats="anthropic:claude-sonnet-4-6*3")
    drafts = [[claim.text for claim in each.draft.claims()] for each in sat.told(Opened)]
    assert len(drafts) == 3 and len({tuple(each) for each in drafts}) > 1


async def test_a_late_seat_is_late(sit: Callable[..., Any]) -> None:
    late = Rule(slow(first_token=20), model="gpt-5")
    sat = await sit(scholar, [late], seat_deadline=0.5)
    failed = sat.told(SeatFailed)
    assert {each.seat for each in failed} == {"author-2"} and all("late" in each.reason for each in failed)
    assert [each.seat for each in sat.told(Opened)] == ["author-1"]


# --- the new tasks over every wire ----------------------------------------------------------------------------------


def _tasks() -> tuple[Task, ...]:
    evidence: Any = {"question": QUESTION, "sources": SOURCES, "passages": passages(TEXTS)}
    claim = Claim(id="A.c1", kind=ClaimKind.STATED, text="It takes 35 minutes to cross.")
    draft: Any = {"sections": [{"title": "Answer", "claims": [claim.model_dump()]}]}
    return (
        SidesTask(**evidence, most=2),
        ComposeTask(**evidence, draft=draft, findings=(), contested=()),
        DraftTask(**evidence, plan=PLAN, side="The ferry takes 35 minutes to cross in calm weather."),
        AlignTask(question=QUESTION, pairs=(Pair(id="k1", one="It takes 35 minutes.", other="It takes 41 minutes."),)),
    )


@pytest.mark.parametrize("task", _tasks(), ids=lambda task: task.task)
@pytest.mark.parametrize("name", WIRES)
async def test_every_wire_carries_the_new_tasks(name: str, task: Task) -> None:
    async with DoubleServer(scholar) as server:
        body, _ = await _asked(name, server, task)
    reply = parse(task, body)
    if isinstance(reply, Alignments):
        assert [(each.pair, each.relation) for each in reply.alignments] == [("k1", Relation.CONFLICT)]


@pytest.mark.parametrize("name", WIRES)
async def test_the_front_of_a_prompt_is_cached_for_the_same_kind_of_reply(name: str) -> None:
    many = TEXTS | {f"S3.{n}": f"On day {n} the ferry left on time and the pier was dry. " * 8 for n in range(2, 40)}
    evidence: Any = {"question": QUESTION, "sources": SOURCES, "passages": passages(many)}
    one, two, other = (
        DraftTask(**evidence, plan=PLAN),
        DraftTask(**evidence, plan=PLAN, side="It takes 35 minutes."),
        RespondTask(**evidence, draft={"sections": []}, findings=(), challenges=()),  # pyright: ignore
    )
    async with DoubleServer(scholar) as server:
        shares = [(await _asked(name, server, task))[1] for task in (one, two, other)]
    assert shares[0] == 0 and shares[1] > 0.8 and shares[2] == 0


async def _asked(name: str, server: DoubleServer, task: Task) -> tuple[str, float]:
    """The reply's text, and the share of the prompt that came from the cache."""
    env = server.env() | {"MOOT_COMPATIBLE_BASE_URL": server.base_url, "MOOT_COMPATIBLE_API_KEY": "double"}
    info = await _resolved(name, env)
    backend: Any = catalog.backend(info, env, Settings())
    try:
        answer = await backend.complete(render(task), 4000, _unheard)
    finally:
        await backend.aclose()
    return answer.body, answer.usage.cached_tokens / answer.usage.input_tokens


def _unheard(text: str) -> None:
    pass


async def _resolved(name: str, env: dict[str, str]) -> catalog.ModelInfo:
    # Resolving asks a loopback server what it has, and the double answers in this very event loop.
    return await asyncio.to_thread(catalog.resolve, name, env, Settings())
