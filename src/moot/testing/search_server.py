"""Search engines on loopback: real HTTP, the vendors' own forms, and every way in which a search goes wrong.

    with SearchServer([Listed("https://bees.example/far", "How far bees fly", "Bees fly three kilometres.")]) as server:
        engine = BRAVE.engine(server.env())           # or set server.env() in the environment of a run
        ...
        assert server.searches[0].until == "2026-03-31"

`troubles` says what goes wrong, one trouble a request, None for none; the last one stays.
"""

from __future__ import annotations

import json
import re
import socketserver
import threading
from collections.abc import Sequence
from enum import StrEnum
from http.server import BaseHTTPRequestHandler
from types import TracebackType
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from moot.testing.engines import SHAPES
from moot.testing.engines.base import Declined, Listed, Request, Search, Shape

__all__ = ["Listed", "Search", "SearchServer", "Trouble"]

PORTAL = "http://portal.invalid/login"
_PAGE = "<!DOCTYPE html><html><head><title>Welcome to Café Wi-Fi</title></head><body>Accept the terms.</body></html>"
_OVERLONG = 5 * 1024 * 1024


class Trouble(StrEnum):
    TOO_MANY = "too many requests, with Retry-After"
    USED_UP = "the key's quota is used up"
    FORBIDDEN = "403 with a page: JSON is not switched on, or a firewall"
    BROKEN = "502"
    PORTAL = "a redirect to the login of a network"
    PAGE = "a web page with a status of success"
    MALFORMED = "an answer that is not of its form"
    EMPTY = "an answer without a body"
    OVERLONG = "an answer without an end"
    CUT = "the connection dies in the middle"
    SLOW = "no answer as long as the server lives"


class SearchServer:
    """All vendors at once, each under its name; `documents` are ranked by the words that they share with a query.

    `key` is the one that is accepted, of vendors that want one. Usable with `with` in any test: it serves in threads.
    """

    def __init__(
        self,
        documents: Sequence[Listed] = (),
        *,
        troubles: Sequence[Trouble | None] = (),
        key: str = "search-double",
        retry_after: int = 1,
    ) -> None:
        self.documents = tuple(documents)
        self.key = key
        self.retry_after = retry_after
        self._troubles = list(troubles)
        self._lock = threading.Lock()
        self._searches: list[Search] = []
        self._requests: list[Request] = []
        self._over = threading.Event()
        self._server: socketserver.ThreadingTCPServer | None = None

    @property
    def url(self) -> str:
        assert self._server is not None
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    @property
    def requests(self) -> tuple[Request, ...]:
        """All that arrived, understood or not."""
        with self._lock:
            return tuple(self._requests)

    @property
    def searches(self) -> tuple[Search, ...]:
        """What was asked for, of the requests that the vendors take."""
        with self._lock:
            return tuple(self._searches)

    def env(self, *vendors: str) -> dict[str, str]:
        """Environment variables that configure these vendors, or all, and point them at this server."""
        variables: dict[str, str] = {}
        for vendor in vendors or tuple(SHAPES):
            variables[f"MOOT_{vendor.upper()}_URL"] = f"{self.url}/{vendor}"
            if SHAPES[vendor].key_header and vendor != "openalex":
                variables[f"{vendor.upper()}_API_KEY"] = self.key
        return variables

    def __enter__(self) -> SearchServer:
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                outer._serve(self)

            def do_POST(self) -> None:
                outer._serve(self)

            def log_message(self, format: str, *args: Any) -> None:
                """The test asks for `requests` instead."""

        self._server = _Quiet(("127.0.0.1", 0), Handler)
        threading.Thread(target=self._server.serve_forever, args=(0.01,), name="moot-search", daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._server is not None
        self._over.set()
        self._server.shutdown()
        self._server.server_close()

    def _serve(self, handler: BaseHTTPRequestHandler) -> None:
        parts = urlsplit(handler.path)
        _, vendor, path = [*parts.path.split("/", 2), "", ""][:3]
        headers = {name.lower(): value for name, value in handler.headers.items()}
        body = handler.rfile.read(int(headers.get("content-length", "0"))).decode()
        request = Request(handler.command, f"/{path}", dict(parse_qsl(parts.query)), headers, body)
        with self._lock:
            self._requests.append(request)
            trouble = self._troubles[0] if self._troubles else None
            self._troubles = self._troubles[1:] or self._troubles
        shape = SHAPES.get(vendor)
        if shape is None or (request.method, request.path) != (shape.method, shape.path):
            _send(handler, 404, {"detail": "Not Found"})
        elif trouble is None:
            _send(handler, *self._answer(shape, vendor, request))
        else:
            self._misbehave(handler, shape, trouble)

    def _answer(self, shape: Shape, vendor: str, request: Request) -> tuple[int, Any]:
        given = request.headers.get(shape.key_header, "").removeprefix("Bearer ")
        if shape.key_header and given != self.key and (given or vendor != "openalex"):
            return shape.wrong_key
        try:
            search = shape.read(request)
        except Declined as declined:
            return declined.status, declined.body
        with self._lock:
            self._searches.append(search)
        return 200, shape.answer(search, self._found(search))

    def _found(self, search: Search) -> list[Listed]:
        asked = _words(search.query)
        shared = [(len(asked & _words(f"{each.title} {each.text}")), each) for each in self.documents]
        timely = [pair for pair in shared if pair[0] and not (search.until and pair[1].date > search.until)]
        return [each for _, each in sorted(timely, key=lambda pair: -pair[0])][: search.count]

    def _misbehave(self, handler: BaseHTTPRequestHandler, shape: Shape, trouble: Trouble) -> None:
        match trouble:
            case Trouble.TOO_MANY:
                _send(handler, *shape.too_many, {"Retry-After": str(self.retry_after)})
            case Trouble.USED_UP:
                _send(handler, *shape.used_up)
            case Trouble.FORBIDDEN:
                _send(handler, 403, "<!doctype html>\n<html lang=en>\n<title>403 Forbidden</title>\n")
            case Trouble.BROKEN:
                _send(handler, 502, "<html><head><title>502 Bad Gateway</title></head></html>")
            case Trouble.PORTAL:
                _send(handler, 302, "", {"Location": PORTAL})
            case Trouble.PAGE:
                _send(handler, 200, _PAGE)
            case Trouble.MALFORMED:
                _send(handler, 200, '{"results": [{"url": ')
            case Trouble.EMPTY:
                _send(handler, 200, "")
            case Trouble.OVERLONG:
                _send(handler, 200, " " * _OVERLONG)
            case Trouble.CUT:
                _send(handler, 200, '{"results": [', {"Content-Length": "4000"})
                handler.close_connection = True
            case Trouble.SLOW:
                self._over.wait()
                handler.close_connection = True


class _Quiet(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that leaves is what some tests are about."""


def _send(handler: BaseHTTPRequestHandler, status: int, body: Any, headers: dict[str, str] | None = None) -> None:
    data = (body if isinstance(body, str) else json.dumps(body, ensure_ascii=False)).encode()
    kind = "application/json"
    if isinstance(body, str) and re.match(r"\s*<", body):
        kind = "application/atom+xml; charset=utf-8" if body.startswith("<?xml") else "text/html; charset=utf-8"
    handler.send_response(status)
    for name, value in {"Content-Type": kind, "Content-Length": str(len(data)), **(headers or {})}.items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(data)


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))
