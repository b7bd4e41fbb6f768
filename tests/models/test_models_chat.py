"""Conversations with tools over each vendor's wire, and the attempts that a speaker makes."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from decimal import Decimal
from pathlib import Path

import pytest

from moot.errors import AccessDenied, OverBudget, SeatFailure
from moot.ledger.journal import Journal
from moot.ledger.store import Store
from moot.models import catalog
from moot.models.catalog import Settings
from moot.models.chat.speaker import ContextFull, Speaker
from moot.models.chat.words import ChatBackend, ChatReply, ChatRequest, Picture, Tool, ToolUse, Turn
from moot.models.prices import parse
from moot.testing import Calling, Conduct, DoubleServer, Rule, broken, denied, overflows, overlong, refuses, too_many
from moot.words import Caps, Case, Panel

BASH = Tool(
    name="bash",
    description="Run a command.",
    parameters={"type": "object", "properties": {"command": {"type": "string"}}, "required": ["command"]},
)
ASKED = ChatRequest(
    turns=(
        Turn(role="system", text="Be short."),
        Turn(role="user", text="What is in the folder?"),
        Turn(role="assistant", uses=(ToolUse(id="c1", tool="bash", arguments='{"command": "ls"}'),)),
        Turn(role="tool", text="notes.txt", answers="c1", tool="bash"),
    ),
    tools=(BASH,),
    settings={"temperature": 0.5},
)
MODELS = {"openai": "openai:gpt-4o", "anthropic": "anthropic:claude-haiku-4-5", "chat": "compatible:double-a"}


@pytest.fixture
async def journal(tmp_path: Path) -> AsyncIterator[Journal]:
    with Store.open(tmp_path / "moot.db") as store:
        run = store.create(Case(question="q", caps=Caps(usd=Decimal(1))), Panel(seats=()), [])
        async with store.take(run) as journal:
            yield journal


def speaker(server: DoubleServer, model: str = MODELS["chat"]) -> Speaker:
    settings = Settings(price=parse("1/10"))
    info = catalog.resolve(model, server.env(), settings)
    backend = catalog.backend(info, server.env(), settings)
    assert isinstance(backend, ChatBackend)
    return Speaker(backend, pause=lambda seconds: None)


@pytest.mark.parametrize("model", MODELS.values(), ids=MODELS)
async def test_a_tool_call_comes_back_and_its_result_goes_out(model: str, journal: Journal) -> None:
    async with DoubleServer(lambda _: Calling('{"command": "cat notes.txt"}', "bash")) as server:
        reply, answer = await speaker(server, model).say(ASKED, "t/1", journal)
        assert [(use.tool, json.loads(use.arguments)) for use in reply.uses] == [("bash", {"command": "cat notes.txt"})]
        assert (reply.stop, bool(reply.uses[0].id)) == ("tools", True)
        assert answer.usage.usd > 0
        sent = json.dumps(server.requests[0].body)
        assert all(word in sent for word in ("notes.txt", "Run a command.", "Be short.", '"temperature": 0.5', "c1"))
        # What came goes out again as part of the next request.
        later = ASKED.model_copy(
            update={
                "turns": (
                    *ASKED.turns,
                    Turn(role="assistant", uses=reply.uses, raw=reply.raw),
                    Turn(role="tool", text="hi", answers=reply.uses[0].id, tool="bash"),
                )
            }
        )
        await speaker(server, model).say(later, "t/2", journal)
        assert json.dumps(server.requests[1].body).count(reply.uses[0].id) >= 2


@pytest.mark.parametrize("model", MODELS.values(), ids=MODELS)
async def test_text_comes_although_tools_are_offered(model: str, journal: Journal) -> None:
    async with DoubleServer(lambda _: Calling("One file.")) as server:
        reply, _ = await speaker(server, model).say(ASKED, "t/1", journal)
        assert (reply.text, reply.uses, reply.stop) == ("One file.", (), "stop")


async def test_pictures_go_out(journal: Journal) -> None:
    async with DoubleServer(lambda _: "A dot.") as server:
        shown = Turn(role="user", text="What is this?", pictures=(Picture(media_type="image/png", base64="AAAA"),))
        request = ChatRequest(turns=(shown,))
        talker = speaker(server)
        await talker.say(request, "t/1", journal)
        assert "data:image/png;base64,AAAA" in json.dumps(server.requests[0].body)
        most = 2_833 + 8 * 5_667  # of gpt-4o-mini: a picture may cost more tokens than it has bytes
        assert talker.backend.chat_bytes(request) > most


async def test_the_bound_on_a_request_holds_for_what_is_sent(journal: Journal) -> None:
    async with DoubleServer(lambda _: Calling("yes")) as server:
        for n, model in enumerate(MODELS.values()):
            talker = speaker(server, model)
            await talker.say(ASKED, f"t/{n}", journal)
            sent = {name: value for name, value in server.requests[-1].body.items() if name not in ("model", "stream")}
            assert len(json.dumps(sent)) < talker.backend.chat_bytes(ASKED)


async def test_an_answer_is_read_from_the_journal_and_not_asked_again(journal: Journal) -> None:
    async with DoubleServer(lambda _: "yes") as server:
        first = await speaker(server).say(ASKED, "t/1", journal)
        assert await speaker(server).say(ASKED, "t/1", journal) == first
        assert len(server.requests) == 1


async def test_what_may_pass_is_sent_again_each_time_as_a_row(journal: Journal) -> None:
    script = [Rule(too_many(), nth=1), Rule(broken(), nth=2)]
    async with DoubleServer(lambda _: Calling("yes"), script) as server:
        reply, _ = await speaker(server).say(ASKED, "t/1", journal)
        assert (reply.text, len(server.requests)) == ("yes", 3)
        assert all(journal.reached(f"t/1/a{n}") for n in (1, 2, 3))


@pytest.mark.parametrize(
    ("conduct", "error", "requests"),
    [(denied(), SeatFailure, 1), (broken(), SeatFailure, 5), (overflows(), ContextFull, 1)],
)
async def test_what_does_not_pass_is_given_up(
    conduct: Conduct, error: type[Exception], requests: int, journal: Journal
) -> None:
    async with DoubleServer(lambda _: "yes", conduct) as server:
        with pytest.raises(error) as caught:
            await speaker(server).say(ASKED, "t/1", journal)
        assert len(server.requests) == requests
        if isinstance(caught.value, SeatFailure):
            assert (caught.value.error is AccessDenied) == (conduct == denied())


@pytest.mark.parametrize("model", MODELS.values(), ids=MODELS)
async def test_an_answer_that_is_cut_off_is_an_answer(model: str, journal: Journal) -> None:
    async with DoubleServer(lambda _: Calling("a long answer, in many words"), overlong()) as server:
        reply, _ = await speaker(server, model).say(ASKED.model_copy(update={"tools": ()}), "t/1", journal)
        assert (reply.stop, reply.text[:6]) == ("length", "a long")


async def test_a_refusal_is_an_answer(journal: Journal) -> None:
    async with DoubleServer(lambda _: "yes", refuses("I will not.")) as server:
        reply, _ = await speaker(server).say(ASKED.model_copy(update={"tools": ()}), "t/1", journal)
        assert reply.text == "I will not."


async def test_less_is_asked_for_where_the_money_left_allows_less(tmp_path: Path) -> None:
    with Store.open(tmp_path / "moot.db") as store:
        run = store.create(Case(question="q", caps=Caps(usd=Decimal("0.03"))), Panel(seats=()), [])
        async with DoubleServer(lambda _: "yes") as server, store.take(run) as journal:
            await speaker(server).say(ASKED, "t/1", journal)
            body = server.requests[0].body
            assert 1000 <= body["max_tokens"] < 3000
            with pytest.raises(OverBudget, match=r"may cost 0\.\d+ USD even if short, and 0\.\d+ are left"):
                big = ChatRequest(turns=(Turn(role="user", text="x" * 100_000),))
                await speaker(server).say(big, "t/2", journal)
        assert store.record(run).usd <= Decimal("0.03")


def test_a_reply_survives_the_journal() -> None:
    reply = ChatReply(text="a", reasoning="b", uses=(ToolUse(id="1", tool="t", arguments="{"),), stop="tools", raw="{}")
    assert ChatReply.model_validate_json(reply.model_dump_json()) == reply


@pytest.mark.parametrize("reader", ["reader:lexical", "reader:semantic"])
def test_readers_hold_no_conversation(reader: str) -> None:
    from moot.errors import UsageError

    with pytest.raises(UsageError):
        catalog.backend(catalog.resolve(reader, {}), {})


async def test_half_a_surrogate_pair_in_a_reply_is_stored_and_goes_out_again(journal: Journal) -> None:
    async with DoubleServer(lambda _: Calling('{"command": "echo \ud83d"}', "bash")) as server:
        reply, _ = await speaker(server).say(ASKED, "t/1", journal)
        assert [use.arguments for use in reply.uses] == ['{"command": "echo ?"}']
        turn = Turn(role="assistant", text=reply.text, uses=reply.uses)
        await speaker(server).say(ASKED.model_copy(update={"turns": (*ASKED.turns, turn)}), "t/2", journal)
