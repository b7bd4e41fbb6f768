"""What it takes to read one medium: bytes in, text and what the document says of itself out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from moot.words import Hidden


class CannotRead(Exception):
    """This source gives no text; the message is one clause for the user: "encrypted: not read"."""


@dataclass(frozen=True)
class Extract:
    """What reading one source gives."""

    text: str
    title: str | None = None
    date: str | None = None
    """ISO, from metadata or an explicit date line."""
    stated_origin: str | None = None
    notes: tuple[str, ...] = ()
    hidden: tuple[Hidden, ...] = ()


@dataclass(frozen=True)
class Medium:
    """One way to read. An outside package registers its own under the entry point group `moot.media`."""

    name: str
    suffixes: tuple[str, ...]
    """Lower case, with the dot."""
    read: Callable[[bytes], Extract]
    """Raises `CannotRead`."""
    limit: int = 64 * 1024 * 1024
    """Bytes; a larger file is not opened."""
