"""A site on loopback that answers as a test says: well, badly, too much, or never."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import TracebackType
from typing import Any, Self

from moot.evidence.fetch import Fetcher, Limits
from moot.evidence.fetch.robots import Keep, ask_now

NOW = datetime(2026, 12, 1, 12, 0, tzinfo=UTC)
ARTICLE = (
    "<!doctype html><title>On bees</title><article><p>" + "Bees collect nectar from flowers. " * 60 + "</p></article>"
)


@dataclass(frozen=True)
class Reply:
    body: bytes | str = ARTICLE
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    kind: str | None = "text/html; charset=utf-8"
    length: int | None = None
    """Content-Length as told; None: as it is."""

    def sent(self) -> bytes:
        body = self.body.encode() if isinstance(self.body, str) else self.body
        headers = {"Content-Length": str(len(body) if self.length is None else self.length), **self.headers}
        if self.kind is not None:
            headers["Content-Type"] = self.kind
        lines = [f"HTTP/1.1 {self.status} -", *(f"{name}: {value}" for name, value in headers.items())]
        return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1") + body


Writer = asyncio.StreamWriter
Conduct = Callable[[Writer], Awaitable[None]]
Page = Reply | bytes | Conduct | list["Page"]
"""A reply; bytes to send as they are before hanging up; what to do with the connection; one after another."""


def moved(to: str, status: int = 302) -> Reply:
    return Reply("", status, {"Location": to})


class Site:
    """`async with Site({"/": Reply()}) as site:`; robots.txt is 404 unless given."""

    def __init__(self, pages: Mapping[str, Page]) -> None:
        self.pages = dict(pages)
        self.seen: list[tuple[str, dict[str, str]]] = []
        """Path and headers of each request, in order of arrival."""
        self.most = 0
        """Requests at the same time."""
        self.awaited = ""
        self.arrived = asyncio.Event()
        """Set when the path `awaited` is asked for."""
        self._now = 0
        self._server: asyncio.Server | None = None
        self._clients: set[asyncio.Task[Any]] = set()

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.seen if path != "/robots.txt"]

    @property
    def port(self) -> int:
        assert self._server is not None
        return int(self._server.sockets[0].getsockname()[1])

    def url(self, path: str = "/", host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._client, "127.0.0.1", 0)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        assert self._server is not None
        self._server.close()
        for task in list(self._clients):
            task.cancel()
        await asyncio.gather(*self._clients, return_exceptions=True)

    async def _client(self, reader: asyncio.StreamReader, writer: Writer) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._clients.add(task)
        try:
            while await self._request(reader, writer):
                pass
        except (asyncio.IncompleteReadError, asyncio.CancelledError, ConnectionError):
            pass  # The client left, or the test is over.
        finally:
            writer.close()
            self._clients.discard(task)

    async def _request(self, reader: asyncio.StreamReader, writer: Writer) -> bool:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        first, *lines = head.strip().split("\r\n")
        path = first.split(" ")[1]
        self.seen.append((path, {k.lower(): v.strip() for k, _, v in (line.partition(":") for line in lines)}))
        if path == self.awaited:
            self.arrived.set()
        self._now += 1
        self.most = max(self.most, self._now)
        try:
            page = self.pages.get(path, Reply("nothing", 404))
            if isinstance(page, list):
                page = page.pop(0) if len(page) > 1 else page[0]
            assert not isinstance(page, list)
            if isinstance(page, Reply):
                writer.write(page.sent())
                await writer.drain()
                return True
            if isinstance(page, bytes):
                writer.write(page)
                await writer.drain()
                return False
            await page(writer)
            return False
        finally:
            self._now -= 1


class Pauses:
    """A clock that only moves when somebody sleeps by it."""

    def __init__(self) -> None:
        self.slept: list[float] = []
        self.time = 0.0

    def now(self) -> float:
        return self.time

    async def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 3))
        self.time += seconds
        await asyncio.sleep(0)


async def loopback(host: str, port: int) -> list[str]:
    """Every name is this machine's."""
    return ["127.0.0.1"]


def fetcher(
    limits: Limits | None = None, pauses: Pauses | None = None, resolver: Any = loopback, robots: Keep = ask_now
) -> Fetcher:
    pauses = pauses or Pauses()
    return Fetcher(
        limits or Limits(allow_loopback=True, seconds=10),
        clock=lambda: NOW,
        resolver=resolver,
        sleep=pauses.sleep,
        monotonic=pauses.now,
        robots=robots,
    )
