"""The documents of a run: their heads by run, their texts once for all runs."""

from __future__ import annotations

import json
import sqlite3
import zlib
from hashlib import sha256

from moot.text.utf8 import decode, encode
from moot.words import Document


def put(connection: sqlite3.Connection, run: str, n: int, document: Document) -> None:
    """The n-th document of a run; it takes the place of another one there."""
    text = encode(document.text)
    key = sha256(text).hexdigest()
    head = json.dumps(document.model_dump(mode="json", exclude={"text"}), separators=(",", ":"))
    connection.execute("INSERT OR IGNORE INTO texts (sha256, text) VALUES (?, ?)", (key, text))
    connection.execute("INSERT OR REPLACE INTO documents (run, n, head, text) VALUES (?, ?, ?, ?)", (run, n, head, key))


def put_body(connection: sqlite3.Connection, key: str, body: bytes) -> None:
    """The bytes that a document was read from; `key` is their hash."""
    connection.execute("INSERT OR IGNORE INTO bodies (sha256, body) VALUES (?, ?)", (key, zlib.compress(body)))


def load_body(connection: sqlite3.Connection, key: str) -> bytes | None:
    """The bytes of that hash; None if they were not fetched, but read from a file."""
    found = connection.execute("SELECT body FROM bodies WHERE sha256 = ?", (key,)).fetchone()
    return zlib.decompress(found[0]) if found else None


def load(connection: sqlite3.Connection, run: str) -> tuple[Document, ...]:
    """In the order of their numbers."""
    rows = connection.execute(
        "SELECT head, texts.text FROM documents JOIN texts ON texts.sha256 = documents.text WHERE run = ? ORDER BY n",
        (run,),
    )
    return tuple(Document.model_validate({**json.loads(head), "text": decode(text)}) for head, text in rows)
