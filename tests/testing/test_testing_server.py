"""How the double is run, what it books, and the points in time that a test can wait for."""

import asyncio
import json
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import AsyncIterator
from typing import Any

import anthropic
import httpx2
import openai
import pytest

from moot.testing import (
    Answer,
    Conduct,
    DoubleServer,
    PromptView,
    Rule,
    hang,
    obeys,
    overloaded,
    slow,
    stalls,
    too_many,
)
from moot.testing.__main__ import main

HELLO: list[Any] = [{"role": "user", "content": "Hello"}]


def post(server: DoubleServer | str, text: str = "Hello", path: str = "/chat/completions", **more: Any) -> Any:
    """A plain HTTP request, without an SDK; returns the parsed answer."""
    base = server if isinstance(server, str) else server.base_url
    body = {"model": "double-a", "messages": [{"role": "user", "content": text}]} | more
    request = urllib.request.Request(base + path, json.dumps(body).encode(), {"content-type": "application/json"})
    with urllib.request.urlopen(request, timeout=10) as response:
        return json.loads(response.read())


def client(server: DoubleServer) -> openai.AsyncOpenAI:
    return openai.AsyncOpenAI(base_url=server.base_url, api_key="double", max_retries=0)


async def ask(of: openai.AsyncOpenAI, model: str = "double-a", text: str = "Hello") -> str:
    messages: list[Any] = [{"role": "user", "content": text}]
    response = await of.chat.completions.create(model=model, messages=messages)
    return response.choices[0].message.content or ""


def test_it_serves_in_a_thread() -> None:
    with DoubleServer(answer=lambda prompt: f"You said {prompt.user}.") as server:
        assert post(server)["choices"][0]["message"]["content"] == "You said Hello."
        server.wait_answered(1)
        (seen,) = server.requests
        assert (seen.model, seen.path, seen.status) == ("double-a", "/v1/chat/completions", 200)
    with pytest.raises(urllib.error.URLError):
        post(server)


def test_it_serves_as_a_process() -> None:
    command = [sys.executable, "-m", "moot.testing", "--port", "0", "--answer", "scholar"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            base = process.stdout.readline().strip()
            assert post(base)["object"] == "chat.completion"
            with urllib.request.urlopen(base.removesuffix("/v1") + "/double/requests", timeout=10) as response:
                (seen,) = json.loads(response.read())
            assert seen["completed"] and seen["body"]["messages"] == HELLO
        finally:
            process.terminate()


def test_one_model_of_a_process_may_answer_otherwise() -> None:
    command = [sys.executable, "-m", "moot.testing", "--of", "big-*=scholar@0.2"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            base = process.stdout.readline().strip()
            start = time.monotonic()
            said = [post(base, model=model)["choices"][0]["message"]["content"] for model in ("small", "big-1")]
            assert time.monotonic() - start >= 0.2
            assert said == ["ok", "Nothing was given."]
        finally:
            process.terminate()


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--answer", "nobody", "There is no answerer 'nobody'"),
        ("--of", "m=nobody", "There is no answerer 'nobody'"),
        ("--of", "m=first@soon", "'soon' is no number of seconds"),
    ],
)
def test_a_wrong_option_is_told(option: str, value: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main([option, value])
    assert said in capsys.readouterr().err


async def test_a_taken_port_is_told_in_one_sentence() -> None:
    async with DoubleServer() as server:
        command = [sys.executable, "-m", "moot.testing", "--port", str(server.port)]
        process = await asyncio.create_subprocess_exec(*command, stderr=asyncio.subprocess.PIPE)
        _, errors = await process.communicate()
    assert process.returncode == 1
    assert errors.decode().count("\n") == 1 and "cannot listen" in errors.decode()


def test_a_thread_that_cannot_listen_is_ended() -> None:
    with DoubleServer() as server:
        before = set(threading.enumerate())
        with pytest.raises(OSError), DoubleServer(port=server.port):
            pass
        assert set(threading.enumerate()) <= before  # threads of other tests may end meanwhile


async def test_env_points_both_sdks_here(monkeypatch: pytest.MonkeyPatch) -> None:
    async with DoubleServer(answer=lambda _: "here", keys=("sesame",)) as server:
        for name, value in server.env().items():
            monkeypatch.setenv(name, value)
        assert await ask(openai.AsyncOpenAI()) == "here"
        message = await anthropic.AsyncAnthropic().messages.create(model="m", max_tokens=9, messages=HELLO)
        assert message.content[0].text == "here"  # pyright: ignore
        with pytest.raises(openai.AuthenticationError):
            await ask(openai.AsyncOpenAI(api_key="wrong"))
    assert [seen.status for seen in server.requests] == [200, 200, 401]


async def test_rules_count_among_what_they_match() -> None:
    script = [
        Rule(too_many(), model="big-*", nth=(1, 3)),
        Rule(overloaded(), wire="messages"),
        Rule(Conduct(Answer("special")), where=lambda prompt: "please" in prompt.user),
    ]
    async with DoubleServer(script=script, answer=lambda _: "plain") as server:
        of = client(server)
        said: list[str] = []
        for model in ("big-a", "small", "big-b", "big-c", "big-d"):
            try:
                said.append(await ask(of, model))
            except openai.RateLimitError:
                said.append("429")
        assert said == ["429", "plain", "plain", "429", "plain"]
        assert await ask(of, "small", "Say it, please") == "special"
        with pytest.raises(anthropic.OverloadedError):  # pyright: ignore
            await anthropic.AsyncAnthropic(
                base_url=server.anthropic_url, api_key="double", max_retries=0
            ).messages.create(model="big-z", max_tokens=9, messages=HELLO)


async def test_the_first_rule_that_matches_is_taken() -> None:
    script = [Rule(Conduct(Answer("first")), nth=range(2, 4)), Rule(Conduct(Answer("second")))]
    async with DoubleServer(script=script) as server:
        assert [await ask(client(server)) for _ in range(4)] == ["second", "first", "first", "second"]


async def test_a_script_may_be_a_function_of_prompt_and_number() -> None:
    def script(prompt: PromptView, number: int) -> Conduct | None:
        return Conduct(Answer(f"{prompt.model} {number}")) if number == 2 else None

    async with DoubleServer(script=script, answer=lambda _: "plain") as server:
        assert [await ask(client(server)) for _ in range(3)] == ["plain", "double-a 2", "plain"]


async def test_requests_in_flight_are_counted() -> None:
    async with DoubleServer(script=hang(), answer=lambda _: "late") as server:
        of = client(server)
        calls = [asyncio.create_task(ask(of, text=str(number))) for number in range(4)]
        await server.seen(4)
        assert server.in_flight == server.high_water == 4
        server.release()
        assert await asyncio.gather(*calls) == ["late"] * 4
        assert server.in_flight == 0
    async with DoubleServer() as server:
        for number in range(5):
            await ask(client(server), text=str(number))
        assert server.high_water == 1


@pytest.mark.parametrize("conduct", [hang(), stalls(), slow(first_token=60), slow(per_chunk=60)])
async def test_a_client_that_leaves_ends_the_request(conduct: Conduct) -> None:
    async with DoubleServer(script=conduct, answer=lambda _: "word " * 100) as server:
        of = client(server)

        async def read() -> None:
            stream = await of.chat.completions.create(model="double-a", messages=HELLO, stream=True)
            async for _ in stream:
                pass

        call = asyncio.create_task(read())
        await server.seen(1)
        call.cancel()
        await asyncio.gather(call, return_exceptions=True)
        await server.idle()
        (seen,) = server.requests
        assert seen.done and not seen.completed and server.in_flight == 0


async def test_half_sent_is_a_point_to_kill_at() -> None:
    async with DoubleServer(script=stalls(), answer=lambda _: "word " * 100) as server:
        of = client(server)
        pieces: list[str] = []

        async def read() -> None:
            stream = await of.chat.completions.create(model="double-a", messages=HELLO, stream=True)
            async for chunk in stream:
                if chunk.choices:
                    pieces.append(chunk.choices[0].delta.content or "")

        call = asyncio.create_task(read())
        await server.half_sent(1)
        assert not server.requests[0].completed
        server.release()
        await call
        assert "".join(pieces) == "word " * 100
        assert server.requests[0].completed


async def test_a_slow_stream_takes_its_time() -> None:
    async with DoubleServer(script=slow(first_token=0.05, per_chunk=0.02), answer=lambda _: "x" * 240) as server:
        loop = asyncio.get_running_loop()
        start, stamps = loop.time(), list[float]()
        stream = await client(server).chat.completions.create(model="double-a", messages=HELLO, stream=True)
        async for _ in stream:
            stamps.append(loop.time() - start)
        assert stamps[0] >= 0.05
        assert stamps[-1] >= 0.05 + 0.02 * (len(stamps) - 1)


async def test_waiting_in_vain_says_what_was_missing() -> None:
    async with DoubleServer() as server:
        with pytest.raises(TimeoutError, match=r"0 of 2 requests arrived within 0\.01 s"):
            await server.seen(2, timeout=0.01)
        with pytest.raises(TimeoutError, match="0 of 1 requests were answered"):
            await asyncio.to_thread(server.wait_answered, 1, 0.01)


async def test_what_is_no_request_is_refused_and_harms_nobody() -> None:
    async with DoubleServer() as server:
        async with httpx2.AsyncClient(base_url=server.anthropic_url) as http:
            assert (await http.get("/nowhere")).status_code == 404
            assert (await http.post("/v1/chat/completions", content=b"{not json")).status_code == 400
            assert (await http.post("/v1/chat/completions", content=b"[]")).status_code == 400
        for noise in (b"\x16\x03\x01\x02\x00\r\n\r\n", b"POST /v1/messages HTTP/1.1\r\ncontent-length: x\r\n\r\n"):
            reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
            writer.write(noise)
            assert await reader.read() == b""
            writer.close()
        assert server.requests == ()
        assert post_ok(await asyncio.to_thread(post, server))


def post_ok(answer: Any) -> bool:
    return answer["choices"][0]["message"]["content"] == "ok"


async def test_one_connection_carries_many_requests_and_chunked_bodies() -> None:
    async def body() -> AsyncIterator[bytes]:
        yield json.dumps({"model": "m", "messages": HELLO}).encode()

    async with DoubleServer() as server, httpx2.AsyncClient(base_url=server.base_url) as http:
        for _ in range(3):
            assert (await http.post("/chat/completions", content=body())).status_code == 200
        assert len(server.requests) == 3


async def test_many_clients_at_once() -> None:
    async with DoubleServer(answer=lambda prompt: prompt.user) as server:
        of = client(server)
        said = await asyncio.gather(*(ask(of, text=str(number)) for number in range(50)))
        assert said == [str(number) for number in range(50)]
        assert len({seen.id for seen in server.requests}) == 50
        assert server.in_flight == 0 and all(seen.completed for seen in server.requests)


async def test_closing_ends_open_requests() -> None:
    async with DoubleServer(script=hang(), answer=obeys) as server:
        call = asyncio.create_task(ask(client(server)))
        await server.seen(1)
    with pytest.raises(openai.APIConnectionError):
        await call
