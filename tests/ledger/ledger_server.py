"""A vendor on loopback: answers by place, streams in two halves, and remembers what it was asked."""

from __future__ import annotations

import json
import random
import threading
import time
from collections import Counter
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Self


class Vendor:
    """`on(place, stage)` is called when a request is "sent" (arrived whole) and "streaming" (half answered)."""

    def __init__(self, on: Callable[[str, str], object] = lambda place, stage: None, slowest: float = 0.0) -> None:
        self.asked: Counter[str] = Counter()
        self.in_flight = 0
        self._on, self._slowest, self._lock = on, slowest, threading.Lock()
        vendor = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                vendor._answer(self)

            def log_message(self, format: str, *args: object) -> None:
                pass

        class Server(ThreadingHTTPServer):
            daemon_threads = True
            request_queue_size = 128

            def handle_error(self, request: object, client_address: object) -> None:
                pass  # the child was killed

        self._server = Server(("127.0.0.1", 0), Handler)
        self.port = self._server.server_address[1]

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    def _answer(self, request: BaseHTTPRequestHandler) -> None:
        place = json.loads(request.rfile.read(int(request.headers["Content-Length"])))["place"]
        with self._lock:
            self.asked[place] += 1
            self.in_flight += 1
        try:
            self._on(place, "sent")
            time.sleep(random.uniform(0, self._slowest))
            body = json.dumps({"says": f"about {place}", "usd": "0.001"}).encode()
            broken = place.endswith("reviewer-3/0/a1")
            request.send_response(500 if broken else 200)
            request.send_header("Content-Length", str(len(body)))
            request.end_headers()
            request.wfile.write(body[: len(body) // 2])
            request.wfile.flush()
            self._on(place, "streaming")
            request.wfile.write(body[len(body) // 2 :])
        finally:
            with self._lock:
                self.in_flight -= 1
