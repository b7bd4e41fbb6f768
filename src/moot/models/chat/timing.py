"""When the parts of a streamed answer came: a watch that a backend tells while a request goes on.

Over HTTP the moments are those of the wire, not of the SDK that reads it: a request is sent when its connection stands
and its first byte goes out; a piece of text came when the bytes that made it whole were read.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Generator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, Protocol, cast, runtime_checkable

from moot.ledger.calls import Answer
from moot.models.catalog import ModelInfo
from moot.models.chat.words import ChatRequest

if TYPE_CHECKING:
    import httpx2


class Watch(Protocol):
    """Told at once, in whichever thread it happens."""

    def sent(self) -> None: ...

    def began(self, media_type: str) -> None:
        """The head of the answer has come; of what kind the endpoint says it is."""
        ...

    def arrived(self) -> None:
        """Bytes have come; what is said next, until more come, was in them."""
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


_watch: ContextVar[Watch | None] = ContextVar("moot_watch", default=None)


@contextmanager
def watching(watch: Watch) -> Generator[None]:
    """Around one request of this task: its wire tells `watch`."""
    token = _watch.set(watch)
    try:
        yield
    finally:
        _watch.reset(token)


def hooks() -> dict[str, list[Callable[..., Any]]]:
    """Event hooks for an HTTP client; they do nothing where nobody watches."""
    return {"request": [_sending], "response": [_answering]}


async def _sending(request: httpx2.Request) -> None:
    watch = _watch.get()
    if watch is None:
        return

    async def trace(event: str, info: dict[str, Any]) -> None:
        if event.endswith("send_request_headers.started"):
            watch.sent()

    request.extensions = {**request.extensions, "trace": trace}


async def _answering(response: httpx2.Response) -> None:
    import httpx2

    watch = _watch.get()
    if watch is None:
        return
    if response.is_success:
        watch.began(response.headers.get("content-type", "").partition(";")[0].strip().lower())
    stream = cast("httpx2.AsyncByteStream", response.stream)

    class Stamped(httpx2.AsyncByteStream):
        async def __aiter__(self) -> AsyncIterator[bytes]:
            async for chunk in stream:
                watch.arrived()
                yield chunk

        async def aclose(self) -> None:
            await stream.aclose()

    response.stream = Stamped()
