"""When the parts of a streamed answer came: a watch that a backend tells while a request goes on.

Over HTTP the moments are those of the wire, not of the SDK that reads it: a request is sent when its body goes out on
an open connection; a piece of text came when the bytes that made it whole were read. SDKs take half a
millisecond of the processor for an event, so the bytes are only kept as they come, and read when the answer is whole:
else sixteen streams at once would measure the SDK.
"""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Callable, Generator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, cast, runtime_checkable

from moot.ledger.calls import Answer, CallFailed
from moot.models.catalog import ModelInfo
from moot.models.chat.words import ChatRequest

if TYPE_CHECKING:
    import httpx2


EVENT = 4_096
"""Bytes of the event of one token; vendors send some hundred."""
FRAME = 1_000_000
"""Bytes of all that is no token."""


class Watch(Protocol):
    """Told of times on the monotonic clock, in whichever thread it happens."""

    async def ready(self) -> None:
        """The request is made; it is sent when this returns."""
        ...

    def sent(self, at: float) -> None: ...

    def began(self, media_type: str) -> None:
        """The head of the answer has come; of what kind the endpoint says it is."""
        ...

    async def drained(self) -> None:
        """All bytes have come, or no more will; they are read when this returns."""
        ...

    def arrived(self, at: float) -> None:
        """When the bytes came in which everything was that is told next."""
        ...

    def text(self, piece: str) -> None: ...

    def reasoning(self, piece: str) -> None: ...


@runtime_checkable
class TimedBackend(Protocol):
    """A `ChatBackend` whose answers can be timed."""

    @property
    def info(self) -> ModelInfo: ...

    def chat_bytes(self, request: ChatRequest) -> int: ...

    async def timed(self, request: ChatRequest, max_output: int, watch: Watch) -> Answer:
        """As `ChatBackend.converse`, telling the watch."""
        ...


@dataclass(frozen=True)
class _Watching:
    watch: Watch
    most: int


_watching: ContextVar[_Watching | None] = ContextVar("moot_watching", default=None)


@contextmanager
def watching(watch: Watch, max_output: int) -> Generator[None]:
    """Around one request of this task: its wire tells `watch`. What is longer than `max_output` tokens is cut."""
    token = _watching.set(_Watching(watch, FRAME + max_output * EVENT))
    try:
        yield
    finally:
        _watching.reset(token)


def hooks() -> dict[str, list[Callable[..., Any]]]:
    """Event hooks for an HTTP client; they do nothing where nobody watches."""
    return {"request": [_sending], "response": [_answering]}


async def _sending(request: httpx2.Request) -> None:
    watching = _watching.get()
    if watching is None:
        return
    watch = watching.watch

    async def trace(event: str, info: dict[str, Any]) -> None:
        if event.endswith("send_request_body.started"):
            watch.sent(time.monotonic())

    request.extensions = {**request.extensions, "trace": trace}
    await watch.ready()


async def _answering(response: httpx2.Response) -> None:
    watching = _watching.get()
    if watching is None or not response.is_success:
        return
    watch = watching.watch
    watch.began(response.headers.get("content-type", "").partition(";")[0].strip().lower())
    stream = cast("httpx2.AsyncByteStream", response.stream)
    came: list[tuple[float, bytes]] = []
    end = await _drained(stream, watching.most, came)
    await watch.drained()
    response.stream = _replay(stream, watch, came, end)


async def _drained(stream: httpx2.AsyncByteStream, most: int, came: list[tuple[float, bytes]]) -> Exception | None:
    """Take all that comes; how it ended if not well."""
    try:
        async for chunk in stream:
            came.append((time.monotonic(), chunk))
            most -= len(chunk)
            if most < 0:
                return CallFailed("length", "the endpoint sent more than the output limit allows")
    except Exception as error:
        return error
    return None


def _replay(
    stream: httpx2.AsyncByteStream, watch: Watch, came: list[tuple[float, bytes]], end: Exception | None
) -> httpx2.AsyncByteStream:
    """The same bytes and the same end once more, for the SDK."""
    import httpx2

    class Replay(httpx2.AsyncByteStream):
        async def __aiter__(self) -> AsyncIterator[bytes]:
            for at, chunk in came:
                watch.arrived(at)
                yield chunk
            if end is not None:
                raise end

        async def aclose(self) -> None:
            await stream.aclose()

    return Replay()
