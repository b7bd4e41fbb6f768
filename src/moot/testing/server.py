"""A model vendor on loopback: real HTTP, the OpenAI and Anthropic formats, scripted conduct, and a full record."""

from __future__ import annotations

import asyncio
import json
import threading
import time
from collections.abc import Collection, Sequence
from dataclasses import replace
from hashlib import blake2b
from types import TracebackType
from typing import Any, cast

from moot.testing import compose
from moot.testing.answers.from_schema import from_schema
from moot.testing.conduct import Answerer, Conduct, Conductor, Fail, Fault, Script
from moot.testing.http1 import BadRequest, Connection, Request, chunk, json_headers
from moot.testing.log import Log, Seen
from moot.testing.prompt import Json, WireName, view
from moot.testing.usage import PrefixCache, Usage
from moot.testing.wires.base import Event, Reply, Wire
from moot.testing.wires.chat import Chat
from moot.testing.wires.messages import Messages
from moot.testing.wires.responses import Responses

MODELS = ("double-a", "double-b")
PATIENCE = 30.0
"""Seconds that `seen`, `half_sent` and `answered` wait before they give up."""
PATHS: dict[str, WireName] = {
    "/chat/completions": "chat",
    "/responses": "responses",
    "/messages": "messages",
}


class DoubleServer:
    """A model endpoint for tests.

    `async with DoubleServer() as server:` serves in the running event loop, `with DoubleServer() as server:` in a
    thread of its own. `answer` writes good answers (default: the smallest object that the schema allows), `script`
    says who is served otherwise. `context` in tokens: longer prompts overflow. `keys`: others are refused with 401.
    """

    def __init__(
        self,
        answer: Answerer = from_schema,
        script: Script = (),
        *,
        models: Sequence[str] = MODELS,
        context: int | None = None,
        keys: Collection[str] | None = None,
        port: int = 0,
    ) -> None:
        self.answer = answer
        self.models = tuple(models)
        self.context = context
        self.keys = keys
        self.port = port
        """0 until the server has started, if none was asked for."""
        self._conductor = Conductor(script)
        self._log = Log()
        self._cache = PrefixCache()
        self._answers: dict[str, int] = {}
        self._start = time.monotonic()
        self._wires: dict[WireName, Wire] = {"chat": Chat(), "responses": Responses(), "messages": Messages()}
        self._server: asyncio.Server | None = None
        self._clients: set[asyncio.Task[Any]] = set()
        self._released = asyncio.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None

    # --- what a test asks ---------------------------------------------------------------------------------------

    @property
    def base_url(self) -> str:
        """For OpenAI clients: with /v1."""
        return f"{self.anthropic_url}/v1"

    @property
    def anthropic_url(self) -> str:
        """For Anthropic clients: they add /v1 themselves."""
        return f"http://127.0.0.1:{self.port}"

    def env(self) -> dict[str, str]:
        """Environment variables that point the OpenAI and Anthropic SDKs, and so Moot, at this server."""
        key = next(iter(self.keys), "") if self.keys else "double"
        return {
            "OPENAI_BASE_URL": self.base_url,
            "OPENAI_API_KEY": key,
            "ANTHROPIC_BASE_URL": self.anthropic_url,
            "ANTHROPIC_API_KEY": key,
        }

    @property
    def requests(self) -> tuple[Seen, ...]:
        """All model requests, in the order of arrival."""
        return self._log.requests

    @property
    def in_flight(self) -> int:
        return self._log.in_flight

    @property
    def high_water(self) -> int:
        """The most requests that were ever in flight at once."""
        return self._log.high_water

    async def seen(self, count: int, timeout: float = PATIENCE) -> None:  # noqa: ASYNC109
        """Return when so many requests have arrived. Raises `TimeoutError`."""
        await self._log.reach(lambda _: True, count, "arrived", timeout)

    async def half_sent(self, count: int, timeout: float = PATIENCE) -> None:  # noqa: ASYNC109
        """Return when half of the answer was sent to so many requests. Raises `TimeoutError`."""
        await self._log.reach(lambda seen: seen.half, count, "were half answered", timeout)

    async def answered(self, count: int, timeout: float = PATIENCE) -> None:  # noqa: ASYNC109
        """Return when so many answers were sent whole. Raises `TimeoutError`."""
        await self._log.reach(lambda seen: seen.completed, count, "were answered", timeout)

    async def idle(self, timeout: float = PATIENCE) -> None:  # noqa: ASYNC109
        """Return when every request seen so far is done with, answered or not. Raises `TimeoutError`."""
        await self._log.reach(lambda seen: seen.done, len(self.requests), "were done with", timeout)

    def wait_seen(self, count: int, timeout: float = PATIENCE) -> None:
        """`seen` for a test without an event loop."""
        self._log.wait(lambda _: True, count, "arrived", timeout)

    def wait_half_sent(self, count: int, timeout: float = PATIENCE) -> None:
        """`half_sent` for a test without an event loop."""
        self._log.wait(lambda seen: seen.half, count, "were half answered", timeout)

    def wait_answered(self, count: int, timeout: float = PATIENCE) -> None:
        """`answered` for a test without an event loop."""
        self._log.wait(lambda seen: seen.completed, count, "were answered", timeout)

    def release(self) -> None:
        """Let all answers go on that are on hold now."""
        if self._loop is None:
            return

        def free() -> None:
            self._released.set()
            self._released = asyncio.Event()

        self._loop.call_soon_threadsafe(free)

    # --- life ---------------------------------------------------------------------------------------------------

    async def start(self) -> None:
        """Serve in the running event loop. Raises `OSError` when the port is taken."""
        self._loop = asyncio.get_running_loop()
        self._server = await asyncio.start_server(self._client, "127.0.0.1", self.port, limit=1 << 20)
        self.port = self._server.sockets[0].getsockname()[1]

    async def close(self) -> None:
        """Close all connections, answered or not."""
        if self._server is None:
            return
        self._server.close()
        for task in tuple(self._clients):
            task.cancel()
        await asyncio.gather(*self._clients, return_exceptions=True)
        self._server = None

    async def __aenter__(self) -> DoubleServer:
        await self.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    def __enter__(self) -> DoubleServer:
        loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=loop.run_forever, name="moot-double", daemon=True)
        self._thread.start()
        try:
            asyncio.run_coroutine_threadsafe(self.start(), loop).result()
        except OSError:
            self._end_thread()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._loop is not None:
            asyncio.run_coroutine_threadsafe(self.close(), self._loop).result()
        self._end_thread()

    def _end_thread(self) -> None:
        loop, thread = self._loop, self._thread
        if loop is None or thread is None:
            return
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()
        self._loop = self._thread = None

    # --- one client -----------------------------------------------------------------------------------------------

    async def _client(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = cast("asyncio.Task[Any]", asyncio.current_task())
        self._clients.add(task)
        connection = Connection(reader, writer)
        try:
            while (request := await connection.request()) is not None:
                await self._dispatch(connection, request)
                if not request.keeps:
                    break
        except (ConnectionError, BadRequest, asyncio.IncompleteReadError, asyncio.CancelledError):
            # The client left, sent no HTTP, or the server closes: in each case only the connection ends.
            connection.cut()
        finally:
            connection.close()
            self._clients.discard(task)

    async def _dispatch(self, connection: Connection, request: Request) -> None:
        path = request.path.rstrip("/")
        wire: WireName | None = next((name for end, name in PATHS.items() if path.endswith(end)), None)
        if request.method == "GET" and path.endswith("/models"):
            await connection.json(200, self._catalog())
        elif request.method == "GET" and path == "/double/requests":
            await connection.json(200, [compose.summary(seen) for seen in self.requests])
        elif request.method == "POST" and wire is not None:
            await self._exchange(connection, request, wire)
        else:
            await connection.json(404, {"error": {"message": f"no {request.method} {path} here", "type": "not_found"}})

    def _catalog(self) -> Json:
        """The list of models in a shape that both vendors' clients read."""
        data = [compose.model_entry(model, self.context) for model in self.models]
        ends = {"first_id": self.models[0], "last_id": self.models[-1]} if self.models else {}
        return {"object": "list", "data": data, "has_more": False, **ends}

    async def _exchange(self, connection: Connection, request: Request, wire: WireName) -> None:
        await asyncio.sleep(0)  # of requests that come together, the time of each is taken before any is worked on
        try:
            body = json.loads(request.body)
        except ValueError:
            body = None
        if not isinstance(body, dict):
            await connection.json(400, {"error": {"message": "the body is not a JSON object", "type": "bad_request"}})
            return
        prompt = view(wire, cast(Json, body))
        seen = self._log.arrive(request.path, dict(request.headers), prompt, request.at - self._start)
        watch = asyncio.create_task(connection.attend())
        try:
            await self._answer(connection, seen)
        except ConnectionError:
            seen.completed = False
            raise
        finally:
            watch.cancel()
            await asyncio.gather(watch, return_exceptions=True)
            self._log.leave(seen, completed=seen.completed)

    async def _answer(self, connection: Connection, seen: Seen) -> None:
        prompt = seen.prompt
        conduct = seen.conduct = self._conductor.next(prompt, seen.number)
        usage = self._cache.usage(prompt)
        says = self._says(seen, conduct, usage)
        wire = self._wires[prompt.wire]
        if isinstance(says, Fail):
            failure = wire.failure(says.fault, prompt.model, usage.input, self.context or usage.input - 1)
            wait = {} if says.retry_after is None else {"retry-after": f"{says.retry_after:g}"}
            data = json.dumps(failure.body).encode()
            await self._deliver(connection, seen, failure.status, json_headers(data) | wait, _halves(data))
            return
        reply = compose.reply(replace(conduct, says=says), prompt, usage, self.answer, self._key(seen))
        seen.text = reply.text
        if prompt.stream:
            events = wire.events(reply)
            if conduct.error_after is not None:
                failure = wire.failure(Fault.OVERLOADED, prompt.model, usage.input, usage.input)
                events = [*events[: conduct.error_after], wire.error_event(failure)]
            await self._stream(connection, seen, events)
        else:
            await self._whole(connection, seen, wire, reply)

    def _says(self, seen: Seen, conduct: Conduct, usage: Usage) -> Any:
        key = seen.headers.get("x-api-key") or seen.headers.get("authorization", "").removeprefix("Bearer ")
        if self.keys is not None and key not in self.keys:
            return Fail(Fault.DENIED)
        if self.context is not None and usage.input > self.context:
            return Fail(Fault.OVERFLOW)
        return conduct.says

    def _key(self, seen: Seen) -> str:
        """Of request and repetition, not of arrival: parallel runs give the same ids."""
        content = f"{seen.path}\n{json.dumps(seen.body, sort_keys=True)}".encode()
        digest = blake2b(content, digest_size=10).hexdigest()
        self._answers[digest] = self._answers.get(digest, 0) + 1
        return f"{digest}{self._answers[digest]:04x}"

    async def _whole(self, connection: Connection, seen: Seen, wire: Wire, reply: Reply) -> None:
        body = wire.whole(reply)
        seen.id = str(body["id"])
        data = json.dumps(body, ensure_ascii=False).encode("utf-8", "replace")
        await self._deliver(connection, seen, 200, json_headers(data), _halves(data))

    async def _stream(self, connection: Connection, seen: Seen, events: list[Event]) -> None:
        seen.id = compose.stream_id(events)
        headers = {"content-type": "text/event-stream", "cache-control": "no-cache", "transfer-encoding": "chunked"}
        if seen.conduct.per_token:
            await self._by_the_clock(connection, seen, headers, events)
        else:
            await self._deliver(connection, seen, 200, headers, [event.encode() for event in events], stream=True)

    async def _by_the_clock(
        self, connection: Connection, seen: Seen, headers: dict[str, str], events: list[Event]
    ) -> None:
        """Each event made when it is due, and no task for a wait: many streams at once must keep their times."""
        conduct = seen.conduct
        seen.status = 200
        await connection.head(200, headers)
        due, begun = self._start + seen.at + conduct.first_token, False
        for number, event in enumerate(events):
            if conduct.cut_after is not None and number >= conduct.cut_after:
                raise ConnectionAbortedError("cut as the script says")
            due += conduct.per_token if event.says and begun else 0.0
            begun = begun or event.says
            if (early := due - time.monotonic()) > 0:
                await asyncio.sleep(early)
            data = chunk(event.encode())
            if number + 1 == len(events):
                self._log.leave(seen, completed=True)  # as in `_deliver`
                data += chunk(b"")
            await connection.write(data)
            self._log.sent(seen, number + 1, len(events))

    async def _deliver(
        self,
        connection: Connection,
        seen: Seen,
        status: int,
        headers: dict[str, str],
        parts: list[bytes],
        stream: bool = False,
    ) -> None:
        conduct = seen.conduct
        if conduct.hold == "start":
            await self._held(connection)
        if not stream:
            await self._pause(connection, conduct.first_token)
        seen.status = status
        await connection.head(status, headers)
        if stream:
            await self._pause(connection, conduct.first_token)
        for number, part in enumerate(parts):
            if conduct.cut_after is not None and number >= conduct.cut_after:
                raise ConnectionAbortedError("cut as the script says")
            if conduct.hold == "half" and 2 * number >= len(parts) > 2 * (number - 1):
                await self._held(connection)
            if stream and number:
                await self._pause(connection, conduct.per_chunk)
            data = chunk(part) if stream else part
            if number + 1 == len(parts):
                # Before the last byte is out: who has the answer must find it booked as complete.
                self._log.leave(seen, completed=True)
                data += chunk(b"") if stream else b""
            await connection.write(data)
            self._log.sent(seen, number + 1, len(parts))

    async def _held(self, connection: Connection) -> None:
        released = asyncio.create_task(self._released.wait())
        gone = asyncio.create_task(connection.gone.wait())
        try:
            await asyncio.wait({released, gone}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            released.cancel()
            gone.cancel()
        if connection.gone.is_set():
            raise ConnectionResetError("the client left")

    async def _pause(self, connection: Connection, seconds: float) -> None:
        if seconds <= 0:
            return
        try:
            await asyncio.wait_for(connection.gone.wait(), seconds)
        except TimeoutError:
            return
        raise ConnectionResetError("the client left")


def _halves(data: bytes) -> list[bytes]:
    middle = len(data) // 2
    return [data[:middle], data[middle:]]
