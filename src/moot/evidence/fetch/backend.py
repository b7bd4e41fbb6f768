"""The network beneath httpx2: a host is looked up once, and exactly the address that was checked is connected to."""

from __future__ import annotations

from collections.abc import AsyncIterable, AsyncIterator, Iterable, Sequence
from typing import TYPE_CHECKING, cast

import httpcore2
import httpx2

from moot.evidence.fetch.addresses import Refused, Resolver, open_addresses, resolve
from moot.evidence.fetch.limits import Limits

if TYPE_CHECKING:
    from ssl import SSLContext

_TRIES = 3
"""Addresses of one host that are tried."""


class Backend(httpcore2.AsyncNetworkBackend):
    """Raises `Refused` for a host that is not of the open internet. What a host resolved to first stays for good."""

    def __init__(self, limits: Limits, resolver: Resolver = resolve) -> None:
        self._limits = limits
        self._resolver = resolver
        self._known: dict[str, Sequence[str]] = {}
        # Its type is unknown to a checker where anyio is not installed; httpx2 installs it.
        self._inner = cast("httpcore2.AsyncNetworkBackend", httpcore2.AnyIOBackend())

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        if host not in self._known:
            self._known[host] = await open_addresses(host, port, self._limits, self._resolver)
        failed: Exception | None = None
        for address in self._known[host][:_TRIES]:
            try:
                return await self._inner.connect_tcp(address, port, timeout, local_address, socket_options)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                failed = error
        raise failed or httpcore2.ConnectError("no address")

    async def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,  # noqa: ASYNC109
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        raise Refused("sockets of this machine are not asked")

    async def sleep(self, seconds: float) -> None:
        await self._inner.sleep(seconds)


class _Stream(httpx2.AsyncByteStream):
    def __init__(self, inner: AsyncIterable[bytes]) -> None:
        self._inner = inner

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for part in self._inner:
            yield part

    async def aclose(self) -> None:
        close = getattr(self._inner, "aclose", None)
        if close is not None:
            await close()


class Transport(httpx2.AsyncBaseTransport):
    """httpx2 over our backend. No proxy of the environment is used: it would choose the address itself.

    Raises `Refused` and the exceptions of httpcore2 as they are.
    """

    def __init__(self, limits: Limits, resolver: Resolver = resolve, ssl_context: SSLContext | None = None) -> None:
        self._pool = httpcore2.AsyncConnectionPool(
            ssl_context=ssl_context or httpx2.create_ssl_context(),
            max_connections=limits.hosts,
            keepalive_expiry=5.0,
            network_backend=Backend(limits, resolver),
        )

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        url = httpcore2.URL(
            scheme=request.url.raw_scheme,
            host=request.url.raw_host,
            port=request.url.port,
            target=request.url.raw_path,
        )
        asked = httpcore2.Request(
            request.method, url, headers=request.headers.raw, content=request.content, extensions=request.extensions
        )
        answer = await self._pool.handle_async_request(asked)
        if not isinstance(answer.stream, AsyncIterable):
            raise httpcore2.ProtocolError("no body to read")
        return httpx2.Response(
            answer.status, headers=answer.headers, stream=_Stream(answer.stream), extensions=answer.extensions
        )

    async def aclose(self) -> None:
        await self._pool.aclose()
