"""As much of HTTP/1.1 as the double's clients speak, over asyncio streams: keep-alive, lengths, chunked bodies."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus

BODY_LIMIT = 64 * 1024 * 1024
"""Bytes of a request body that are taken."""


class BadRequest(Exception):
    """The bytes are not a request that this server reads."""


@dataclass(frozen=True)
class Request:
    method: str
    path: str
    headers: Mapping[str, str]
    """Names in lower case."""
    body: bytes
    at: float
    """Monotonic: when all of it had come."""

    @property
    def keeps(self) -> bool:
        return self.headers.get("connection", "").lower() != "close"


class Connection:
    """One client. After `attend()`, `gone` tells that it left."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer
        self._early = b""
        self.gone = asyncio.Event()
        # So that `drain` returns only when the kernel has every byte: a cut then loses none of what was sent.
        writer.transport.set_write_buffer_limits(high=0)

    async def request(self) -> Request | None:
        """The next request; None when the client has closed. Raises `BadRequest`."""
        try:
            head = self._early + await self._reader.readuntil(b"\r\n\r\n")
        except asyncio.IncompleteReadError:
            return None
        except asyncio.LimitOverrunError as error:
            raise BadRequest("headers are too long") from error
        self._early = b""
        first, *lines = head.decode("latin-1").rstrip("\r\n").split("\r\n")
        parts = first.split(" ")
        if len(parts) != 3:
            raise BadRequest("no request line")
        headers = {name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        body = await self._body(headers)
        return Request(parts[0], parts[1].partition("?")[0], headers, body, time.monotonic())

    async def _body(self, headers: Mapping[str, str]) -> bytes:
        if "chunked" in headers.get("transfer-encoding", "").lower():
            return await self._chunked()
        length = headers.get("content-length", "0")
        if not length.isdigit() or int(length) > BODY_LIMIT:
            raise BadRequest("no usable content length")
        return await self._reader.readexactly(int(length))

    async def _chunked(self) -> bytes:
        body = b""
        while True:
            size = int((await self._reader.readline()).split(b";")[0], 16)
            body += await self._reader.readexactly(size)
            await self._reader.readline()
            if size == 0:
                return body
            if len(body) > BODY_LIMIT:
                raise BadRequest("the body is too long")

    async def attend(self) -> None:
        """Watch for the client's leaving while it waits for an answer; cancel when the answer is sent."""
        data = await self._reader.read(1)
        if data:
            self._early += data
        else:
            self.gone.set()

    async def head(self, status: int, headers: Mapping[str, str]) -> None:
        """Status line and headers. Raises `ConnectionError` when the client is gone."""
        try:
            phrase = HTTPStatus(status).phrase
        except ValueError:
            phrase = "Overloaded"
        lines = [f"HTTP/1.1 {status} {phrase}", *[f"{name}: {value}" for name, value in headers.items()]]
        await self.write(("\r\n".join(lines) + "\r\n\r\n").encode("latin-1"))

    async def write(self, data: bytes) -> None:
        if self.gone.is_set():
            raise ConnectionResetError("the client left")
        self._writer.write(data)
        await self._writer.drain()

    async def json(self, status: int, value: object) -> None:
        data = json.dumps(value, ensure_ascii=False).encode("utf-8", "replace")
        await self.head(status, json_headers(data))
        await self.write(data)

    def cut(self) -> None:
        """Close at once, in the middle of whatever was being sent."""
        self._writer.transport.abort()

    def close(self) -> None:
        self._writer.close()


def json_headers(data: bytes) -> dict[str, str]:
    return {"content-type": "application/json", "content-length": str(len(data))}


def chunk(data: bytes) -> bytes:
    """One chunk of a chunked body; the empty one ends it."""
    return f"{len(data):x}\r\n".encode() + data + b"\r\n"
