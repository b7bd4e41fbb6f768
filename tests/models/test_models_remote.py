"""Every hosted provider, through its real SDK, against the double: what is sent, what comes back, what goes wrong."""

from __future__ import annotations

import asyncio
import json
import socket
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, cast

import pytest

from moot.ledger.calls import Answer, CallFailed, Usage
from moot.models import catalog, prices
from moot.models.backend import Message, Request
from moot.models.catalog import Settings
from moot.models.remote import RemoteBackend
from moot.testing import (
    Conduct,
    DoubleServer,
    broken,
    cut,
    denied,
    hang,
    malformed,
    overflows,
    overloaded,
    overlong,
    refuses,
    stalls,
    too_many,
)
from moot.testing.conduct import Fail, Fault

KEY = "double-KEY-0123456789"
NAMES = (
    "anthropic:claude-sonnet-5-5",
    "openai:gpt-6.1-terra",
    "gemini:gemini-3.8-flash",
    "openrouter:qwen/qwen3.8-flash",
    "openrouter:anthropic/claude-sonnet-5.5",
    "compatible:double-a",
    "vllm:double-a",
)
SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {
        "title": {"type": "string"},
        "marks": {"type": "array", "minItems": 1, "items": {"type": "integer"}},
    },
    "required": ["title", "marks"],
}
EXPECTED = {"title": "", "marks": [0]}


def request(text: str = "Write the plan.", evidence: int = 40) -> Request:
    messages = (
        Message(role="system", text="You plan. Antworte kurz – größer ist nicht besser."),
        Message(role="user", text="Question: which? Evidence: " + "tea was drunk early. " * evidence),
        Message(role="user", text=text),
    )
    return Request(messages=messages, schema_name="plan", reply_schema=SCHEMA, stable=2)


def env(server: DoubleServer) -> dict[str, str]:
    return {
        "ANTHROPIC_API_KEY": KEY,
        "ANTHROPIC_BASE_URL": server.anthropic_url,
        "OPENAI_API_KEY": KEY,
        "OPENAI_BASE_URL": server.base_url,
        "GEMINI_API_KEY": KEY,
        "GEMINI_BASE_URL": server.base_url,
        "OPENROUTER_API_KEY": KEY,
        "OPENROUTER_BASE_URL": server.base_url,
        "MOOT_COMPATIBLE_BASE_URL": server.base_url,
        "MOOT_COMPATIBLE_API_KEY": KEY,
        "VLLM_BASE_URL": server.base_url,
        "VLLM_API_KEY": KEY,
    }


def backend(name: str, server: DoubleServer, **settings: Any) -> RemoteBackend:
    given = Settings(**settings)
    # Resolving asks loopback servers what they have; the double answers in this very event loop, so a thread asks.
    found = catalog.backend(catalog.resolve(name, env(server), given), env(server), given)
    assert isinstance(found, RemoteBackend)
    return found


async def opened(name: str, server: DoubleServer, **settings: Any) -> RemoteBackend:
    return await asyncio.to_thread(backend, name, server, **settings)


async def answer(name: str, server: DoubleServer, max_output: int = 500) -> Answer:
    one = await opened(name, server)
    try:
        return await one.complete(request(), max_output, lambda text: None)
    finally:
        await one.aclose()


async def failure(name: str, conduct: Conduct, **settings: Any) -> CallFailed:
    async with DoubleServer(script=conduct, keys=[KEY]) as server:
        one = await opened(name, server, **settings)
        try:
            with pytest.raises(CallFailed) as caught:
                await one.complete(request(), 500, lambda text: None)
        finally:
            server.release()
            await one.aclose()
        assert len(server.requests) == 1, "the SDK must not retry"
        return caught.value


@pytest.mark.parametrize("name", NAMES)
async def test_a_typed_reply_comes_streamed_with_usage_and_price(name: str) -> None:
    async with DoubleServer(script=Conduct(reasoning=7), keys=[KEY]) as server:
        one = await opened(name, server)
        said: list[str] = []
        given = await one.complete(request(), 500, said.append)
        await one.aclose()
        assert json.loads(given.body) == EXPECTED
        assert "".join(said) == given.body
        assert given.usage.input_tokens > 100 and given.usage.output_tokens > 0
        assert given.model
        assert server.requests[0].prompt.max_output == 500
        price = one.info.price
        if price is not None:
            assert given.usage.usd == prices.settle(price, given.usage)
            assert given.usage.usd <= prices.worst(price, one.request_bytes(request()), 500)
        if not name.startswith("anthropic:"):
            assert given.usage.reasoning_tokens == 7


@pytest.mark.parametrize("name", NAMES)
async def test_what_a_request_needs_is_loaded_before_it_once(name: str) -> None:
    async with DoubleServer(keys=[KEY]) as server:
        one = await opened(name, server)
        await asyncio.gather(one.ready(), one.ready())
        assert not server.requests, "nothing is sent"
        pool = one._open  # pyright: ignore[reportPrivateUsage]
        await one.complete(request(), 500, lambda text: None)
        assert pool is not None and one._open is pool  # pyright: ignore[reportPrivateUsage]
        await one.aclose()


@pytest.mark.parametrize("name", NAMES)
async def test_the_same_request_is_the_same_bytes(name: str) -> None:
    async with DoubleServer() as server:
        await answer(name, server)
        await answer(name, server)
        first, second = server.requests
        assert json.dumps(first.body) == json.dumps(second.body)


@pytest.mark.parametrize("name", NAMES)
async def test_the_bound_of_a_requests_size_holds_for_what_is_sent(name: str) -> None:
    async with DoubleServer() as server:
        one = await opened(name, server)
        await one.complete(request(), 500, lambda text: None)
        await one.aclose()
        assert one.request_bytes(request()) >= sum(len(text.encode()) for text in _strings(server.requests[0].body))


@pytest.mark.parametrize("reply", ["native", "tool", "prompted"])
@pytest.mark.parametrize("name", ["anthropic:claude-sonnet-5-5", "openai:gpt-6.1-terra", "compatible:double-a"])
async def test_the_form_of_the_reply_can_be_chosen(name: str, reply: str) -> None:
    async with DoubleServer(lambda prompt: json.dumps(EXPECTED)) as server:
        one = await opened(name, server, reply=reply)
        given = await one.complete(request(), 500, lambda text: None)
        await one.aclose()
        assert json.loads(given.body) == EXPECTED
        seen = server.requests[0].prompt
        assert (seen.tool == "plan") is (reply == "tool")
        if reply == "prompted":
            assert "marks" in seen.text


@pytest.mark.parametrize("name", ["anthropic:claude-sonnet-5-5", "openai:gpt-6.1-terra", "gemini:gemini-3.8-flash"])
async def test_the_stable_part_is_read_from_the_vendors_cache_the_second_time(name: str) -> None:
    async with DoubleServer() as server:
        one = await opened(name, server)
        # Vendors keep no prompt of less than 1024 tokens.
        first = await one.complete(request("Write the plan.", 400), 500, lambda text: None)
        second = await one.complete(request("Write another plan.", 400), 500, lambda text: None)
        await one.aclose()
    assert first.usage.cached_tokens == 0
    assert second.usage.cached_tokens > 1000
    assert second.usage.usd < first.usage.usd
    assert second.usage.cached_tokens + second.usage.cache_write_tokens <= second.usage.input_tokens


@pytest.mark.parametrize("name", NAMES[:5])
@pytest.mark.parametrize(
    ("conduct", "kind", "billed"),
    [
        (too_many(retry_after=3), "rate_limited", False),
        (broken(), "server", False),
        (overloaded(), "server", False),
        (denied(), "access", False),
        (Conduct(Fail(Fault.FORBIDDEN)), "access", False),
        (Conduct(Fail(Fault.NO_CREDIT)), "credit", False),
        (Conduct(Fail(Fault.NO_MODEL)), "refused", False),
        (overflows(), "overflow", False),
        (cut(after=2), "cut", True),
        (refuses("No, never."), "refused", True),
        (overlong(), "length", True),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
async def test_what_goes_wrong_has_a_kind(name: str, conduct: Conduct, kind: str, billed: bool) -> None:
    if kind == "cut" and name.startswith("openai:"):
        conduct = cut(after=5)
    failed = await failure(name, conduct)
    assert failed.kind == kind, failed.reason
    assert "\n" not in failed.reason and 0 < len(failed.reason) <= 300
    if not billed:
        assert failed.usage == Usage(), "an error status is not billed"
    elif kind == "cut":
        assert failed.usage is None, "what the vendor bills for half an answer is not known"
    else:
        assert failed.usage is not None and failed.usage.usd > 0
    if kind == "rate_limited":
        assert failed.retry_after == 3


@pytest.mark.parametrize("name", ["anthropic:claude-sonnet-5-5", "openai:gpt-6.1-terra", "gemini:gemini-3.8-flash"])
@pytest.mark.parametrize("conduct", [hang(), stalls()], ids=["hang", "stalls"])
@pytest.mark.parametrize(("limit", "seconds"), [("read_timeout", 0.3), ("total_timeout", 1.0)])
async def test_silence_ends_in_a_timeout(name: str, conduct: Conduct, limit: str, seconds: float) -> None:
    failed = await failure(name, conduct, **{limit: seconds})  # the whole must be enough to ask on a busy machine
    assert (failed.kind, failed.usage) == ("timeout", None)


async def test_nobody_listening_is_unreachable() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}"
        keys = {"ANTHROPIC_API_KEY": KEY, "ANTHROPIC_BASE_URL": url}
        one = catalog.backend(catalog.resolve("anthropic:claude-sonnet-5-5", keys), keys)
        with pytest.raises(CallFailed) as caught:
            await one.complete(request(), 500, lambda text: None)
    assert (caught.value.kind, caught.value.usage) == ("unreachable", Usage())


@pytest.mark.parametrize("how", ["cut", "prose", "foreign"])
@pytest.mark.parametrize("name", NAMES[:3])
async def test_a_poor_answer_is_still_an_answer_for_the_seat_to_repair(name: str, how: Any) -> None:
    async with DoubleServer(script=malformed(how)) as server:
        given = await answer(name, server)
        assert given.body
        assert given.usage.output_tokens > 0


async def test_a_stream_beyond_its_limit_is_cut_off() -> None:
    async with _Bare([_chunk({"content": "x" * 1000})] * 100 + [_chunk({}, "stop")]) as url:
        keys = {"MOOT_COMPATIBLE_BASE_URL": url}
        one = catalog.backend(catalog.resolve("compatible:m", keys), keys)
        said: list[str] = []
        with pytest.raises(CallFailed) as caught:
            await one.complete(request(), 10, said.append)
    assert caught.value.kind == "length"
    assert len("".join(said)) < 5_000


@pytest.mark.parametrize("name", ["anthropic:claude-sonnet-5-5", "openai:gpt-6.1-terra", "compatible:m"])
async def test_a_key_that_the_vendor_echoes_is_masked(name: str) -> None:
    error = {
        "error": {
            "type": "authentication_error",
            "message": f"Incorrect API key: {KEY},\n or part: sk-abc****wxyz, skeptical keyboards.",
        }
    }
    async with _Bare([json.dumps(error)], status="401 Unauthorized") as url:
        root = url.removesuffix("/v1")
        keys = {"ANTHROPIC_API_KEY": KEY, "ANTHROPIC_BASE_URL": root, "OPENAI_API_KEY": KEY, "OPENAI_BASE_URL": url}
        one = catalog.backend(catalog.resolve(name, keys), keys)
        with pytest.raises(CallFailed) as caught:
            await one.complete(request(), 10, lambda text: None)
    assert caught.value.kind == "access"
    assert caught.value.reason == "401 Incorrect API key: (key), or part: (key), skeptical keyboards."


async def test_a_dummy_of_a_key_masks_no_words() -> None:
    async with _Bare([json.dumps({"error": {"message": "No model of that name."}})], status="400 Bad Request") as url:
        keys = {"OPENAI_API_KEY": "x", "MOOT_COMPATIBLE_BASE_URL": url, "MOOT_COMPATIBLE_API_KEY": "e"}
        one = catalog.backend(catalog.resolve("compatible:m", keys), keys)
        with pytest.raises(CallFailed) as caught:
            await one.complete(request(), 10, lambda text: None)
    assert caught.value.reason == "400 No model of that name."


@pytest.mark.parametrize(
    "usage", [None, {"prompt_tokens": 100, "completion_tokens": -100_000, "total_tokens": -99_900}], ids=["none", "odd"]
)
async def test_an_answer_without_usage_that_can_be_is_booked_at_its_worst(usage: dict[str, int] | None) -> None:
    async with _Bare([_chunk({"content": "{}"}), _chunk({}, "stop"), _chunk(None, usage=usage)]) as url:
        keys = {"GEMINI_API_KEY": KEY, "GEMINI_BASE_URL": url}
        one = catalog.backend(catalog.resolve("gemini:gemini-3.8-flash", keys), keys)
        given = await one.complete(request(), 500, lambda text: None)
    price = one.info.price
    assert price is not None
    assert given.usage.usd == prices.worst(price, one.request_bytes(request()), 500) > 0


async def test_reasoning_that_only_the_total_counts_is_paid_as_output() -> None:
    usage = {"prompt_tokens": 100, "completion_tokens": 10, "total_tokens": 160}
    async with _Bare([_chunk({"content": "{}"}), _chunk({}, "stop"), _chunk(None, usage=usage)]) as url:
        keys = {"GEMINI_API_KEY": KEY, "GEMINI_BASE_URL": url}
        one = catalog.backend(catalog.resolve("gemini:gemini-3.8-flash", keys), keys)
        given = await one.complete(request(), 500, lambda text: None)
    assert (given.usage.output_tokens, given.usage.reasoning_tokens) == (60, 50)


async def test_a_stream_that_ends_without_an_end_is_cut() -> None:
    async with _Bare([_chunk({"content": '{"title": "half'})]) as url:
        keys = {"MOOT_COMPATIBLE_BASE_URL": url}
        one = catalog.backend(catalog.resolve("compatible:m", keys), keys)
        with pytest.raises(CallFailed) as caught:
            await one.complete(request(), 500, lambda text: None)
    assert caught.value.kind == "cut"


async def test_what_is_no_stream_at_all_is_malformed_and_never_a_traceback() -> None:
    async with _Bare(["this is not JSON"]) as url:
        keys = {"MOOT_COMPATIBLE_BASE_URL": url}
        one = catalog.backend(catalog.resolve("compatible:m", keys), keys)
        with pytest.raises(CallFailed) as caught:
            await one.complete(request(), 500, lambda text: None)
    assert caught.value.kind == "malformed"


async def test_a_cancelled_call_is_cancelled() -> None:
    async with DoubleServer(script=hang()) as server:
        one = await opened("anthropic:claude-sonnet-5-5", server)
        task = asyncio.create_task(one.complete(request(), 500, lambda text: None))
        await server.seen(1)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        await one.aclose()


@pytest.mark.parametrize("name", NAMES)
async def test_a_key_is_sent_and_never_shown(name: str) -> None:
    async with DoubleServer(script=denied()) as server:
        one = await opened(name, server)
        with pytest.raises(CallFailed) as caught:
            await one.complete(request(), 500, lambda text: None)
        assert KEY in json.dumps(server.requests[0].headers)
        await one.aclose()
    shown = repr(one) + repr(one.info) + one.info.model_dump_json() + repr(caught.value) + str(caught.value)
    assert KEY not in shown
    assert caught.value.__cause__ is None and caught.value.__suppress_context__


async def test_openrouter_is_held_to_our_price_and_to_keeping_nothing() -> None:
    async with DoubleServer() as server:
        one = await opened("openrouter:qwen/qwen3.8-flash", server)
        await one.complete(request(), 500, lambda text: None)
        await one.aclose()
        route = server.requests[0].body["provider"]
    assert one.info.price is not None
    assert Decimal(str(route["max_price"]["prompt"])) == one.info.price.input
    assert Decimal(str(route["max_price"]["completion"])) == one.info.price.output
    assert (route["data_collection"], route["require_parameters"]) == ("deny", True)


async def test_openai_stores_nothing_and_stays_in_the_tier_that_is_priced() -> None:
    async with DoubleServer() as server:
        await answer("openai:gpt-6.1-terra", server)
        body = server.requests[0].body
    assert body["store"] is False
    assert body["service_tier"] == "default"


def test_another_vendor_gets_neither_the_key_nor_the_organisation_of_openai(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "of-openai")
    monkeypatch.setenv("OPENAI_ORG_ID", "org-of-openai")
    with DoubleServer() as server:
        keys = {"MOOT_COMPATIBLE_BASE_URL": server.base_url, "OPENAI_API_KEY": "of-openai"}
        one = catalog.backend(catalog.resolve("compatible:double-a", keys), keys)
        asyncio.run(one.complete(request(), 500, lambda text: None))
        # A second event loop gets connections of its own.
        asyncio.run(one.complete(request(), 500, lambda text: None))
        assert "of-openai" not in json.dumps([seen.headers for seen in server.requests])


def _strings(value: object) -> Iterator[str]:
    """All text of a request, keys included: what could become tokens."""
    if isinstance(value, dict):
        for key, inner in cast("dict[str, object]", value).items():
            yield key
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in cast("list[object]", value):
            yield from _strings(inner)
    elif isinstance(value, str):
        yield value


def _chunk(delta: dict[str, Any] | None, finish: str | None = None, usage: dict[str, int] | None = None) -> str:
    choices = [] if delta is None else [{"index": 0, "delta": delta, "finish_reason": finish}]
    one = {"id": "c1", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": choices}
    return json.dumps(one | ({"usage": usage} if usage else {}))


class _Bare:
    """An endpoint that sends just these events, as a server that is no vendor's might."""

    def __init__(self, events: list[str], status: str = "200 OK") -> None:
        self._status = status
        self._body = events[0] if status != "200 OK" else "".join(f"data: {event}\n\n" for event in events)

    async def __aenter__(self) -> str:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        return f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}/v1"

    async def __aexit__(self, *_: object) -> None:
        self._server.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        length = next(
            int(line.split(b":")[1]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length")
        )
        await reader.readexactly(length)
        kind = "application/json" if self._status != "200 OK" else "text/event-stream"
        reply = f"HTTP/1.1 {self._status}\r\ncontent-type: {kind}\r\nconnection: close\r\n\r\n{self._body}"
        writer.write(reply.encode())
        await writer.drain()
        writer.close()
