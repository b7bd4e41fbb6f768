"""The documents of a run: their heads by run, their texts once for all runs."""

from __future__ import annotations

import json
import sqlite3
import zlib
from hashlib import sha256

from moot.text.utf8 import decode, encode
from moot.words import Document

_ROWS = "SELECT head, texts.text FROM documents JOIN texts ON texts.sha256 = documents.text WHERE run = ?"


def put(connection: sqlite3.Connection, run: str, n: int, document: Document) -> None:
    """The n-th document of a run; it takes the place of another one there."""
    text = encode(document.text)
    key = sha256(text).hexdigest()
    head = json.dumps(document.model_dump(mode="json", exclude={"text"}), separators=(",", ":"))
    connection.execute("INSERT OR IGNORE INTO texts (sha256, text) VALUES (?, ?)", (key, text))
    connection.execute("INSERT OR REPLACE INTO documents (run, n, head, text) VALUES (?, ?, ?, ?)", (run, n, head, key))


def drop(connection: sqlite3.Connection, run: str, n: int) -> None:
    """Without the n-th document of a run; its text may be that of others."""
    connection.execute("DELETE FROM documents WHERE run = ? AND n = ?", (run, n))


def put_body(connection: sqlite3.Connection, key: str, body: bytes) -> None:
    """The bytes that a document was read from; `key` is their hash."""
    connection.execute("INSERT OR IGNORE INTO bodies (sha256, body) VALUES (?, ?)", (key, zlib.compress(body)))


def load_body(connection: sqlite3.Connection, key: str) -> bytes | None:
    """The bytes of that hash; None if they were not fetched, but read from a file."""
    found = connection.execute("SELECT body FROM bodies WHERE sha256 = ?", (key,)).fetchone()
    return zlib.decompress(found[0]) if found else None


def load(connection: sqlite3.Connection, run: str) -> tuple[Document, ...]:
    """In the order of their numbers."""
    return tuple(_document(*row) for row in connection.execute(f"{_ROWS} ORDER BY n", (run,)))


def load_one(connection: sqlite3.Connection, run: str, n: int) -> Document | None:
    """The n-th; None if there is none."""
    row = connection.execute(f"{_ROWS} AND n = ?", (run, n)).fetchone()
    return _document(*row) if row else None


def _document(head: str, text: bytes) -> Document:
    return Document.model_validate({**json.loads(head), "text": decode(text)})
