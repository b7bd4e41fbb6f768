"""Texts as bytes, and their hashes. Strangers write halves of surrogate pairs, which are no UTF-8: none raises."""

from __future__ import annotations

import hashlib


def encode(text: str) -> bytes:
    """Any text as bytes, halves and all."""
    return text.encode("utf-8", "surrogatepass")


def decode(blob: bytes) -> str:
    """What `encode` made, as it was."""
    return blob.decode("utf-8", "surrogatepass")


def plain(text: str) -> str:
    """The text as can be held where only UTF-8 can: each half becomes "?"."""
    return text.encode("utf-8", "replace").decode("utf-8")


def sha256(text: str) -> str:
    """Hex digest of a text, as in `Source.text_sha256`."""
    return hashlib.sha256(encode(text)).hexdigest()
