"""What came of asking for an address: a page with all that a later run needs, or why there is none."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True)
class Fetched:
    asked: str
    address: str
    """The last one, after redirects."""
    status: int
    headers: dict[str, str]
    """Of the answer, names in lower case; without cookies."""
    body: bytes
    """Unpacked, in the encoding it came in."""
    sha256: str
    """Of the body."""
    fetched: str
    """ISO time."""
    hops: tuple[str, ...] = ()
    """The addresses that redirected, in order; empty when the one asked answered itself."""
    notes: tuple[str, ...] = ()
    """What could not be looked at."""

    @property
    def suffix(self) -> str:
        """The suffix of its medium as `moot.evidence.read` knows it: .html, .txt, .md or .pdf."""
        from moot.evidence.fetch.kinds import suffix

        return suffix(self.headers.get("content-type", ""), self.body, self.address)


@dataclass(frozen=True)
class NotFetched:
    """A failure is data."""

    asked: str
    reason: str
    """One clause: "it answers 404 (not found)"."""
    status: int | None = None
    gone: bool = False
    """Whether the site itself, or the lack of one, says that there is no such page; else it may be closed to us."""
    answered: bool = False
    """Whether its host answered something, though not this: its rules for robots, or that the page is elsewhere."""

    @property
    def is_open(self) -> bool:
        """Whether others may be told of it: without an answer it may hold a password, or be of a private network."""
        return self.status is not None or self.gone or self.answered


def digest(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()
