"""What a deep-research package wants beside a model: embeddings and a search engine, on loopback and free of charge."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Generator
from contextlib import contextmanager
from hashlib import blake2b
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from math import sqrt
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode

WIDTH = 256
_WORD = re.compile(r"\w{3,}")


def embedding(text: str) -> list[float]:
    """A bag of hashed words, of length 1: near enough for a few pages."""
    vector = [0.0] * WIDTH
    for word in _WORD.findall(text.lower()):
        vector[int.from_bytes(blake2b(word.encode(), digest_size=4).digest()) % WIDTH] += 1
    length = sqrt(sum(each * each for each in vector)) or 1.0
    return [each / length for each in vector]


class _Handler(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers.get("content-length", 0))))
        texts: Any = asked.get("input", [])
        texts = [texts] if isinstance(texts, str) else texts
        data = [
            {"object": "embedding", "index": at, "embedding": embedding(str(text))} for at, text in enumerate(texts)
        ]
        usage = {"prompt_tokens": 1, "total_tokens": 1}
        self._send({"object": "list", "model": asked.get("model", ""), "data": data, "usage": usage})

    def do_GET(self) -> None:
        """`/nothing`: a search engine that finds nothing; `/search?folder=…`: one that finds every file of the folder;
        `/page?file=…`: one of them as a page."""
        path, _, query = self.path.partition("?")
        asked = {key: values[0] for key, values in parse_qs(query).items()}
        if path == "/page":
            text = Path(asked["file"]).read_text(encoding="utf-8")
            body = "".join(f"<p>{escape(part)}</p>" for part in text.split("\n\n"))
            self._write(
                f"<html><head><title>{asked['file'][-20:]}</title></head><body>{body}</body></html>".encode(),
                "text/html",
            )
        elif path == "/search":
            self._send([self._hit(each) for each in sorted(Path(asked["folder"]).iterdir())])
        else:
            self._send([])

    def _hit(self, path: Path) -> dict[str, str]:
        url = f"http://{self.headers['host']}/page?{urlencode({'file': str(path)})}"
        return {"title": path.name, "href": url, "url": url, "body": path.read_text(encoding="utf-8")[:200]}

    def _send(self, value: Any) -> None:
        self._write(json.dumps(value).encode(), "application/json")

    def _write(self, data: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("content-type", kind)
        self.send_header("content-length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: Any) -> None:
        pass


@contextmanager
def helpers() -> Generator[str]:
    """Serve while this is open; the base address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
