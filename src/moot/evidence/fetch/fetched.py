"""What came of asking for an address: a page with all that a later run needs, or why there is none."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from typing import Any


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

    @property
    def suffix(self) -> str:
        """The suffix of its medium as `moot.evidence.read` knows it: .html, .txt, .md or .pdf."""
        from moot.evidence.fetch.kinds import suffix

        return suffix(self.headers.get("content-type", ""), self.body, self.address)

    def to_json(self) -> dict[str, Any]:
        return {
            "asked": self.asked,
            "address": self.address,
            "status": self.status,
            "headers": dict(self.headers),
            "body": base64.b64encode(self.body).decode("ascii"),
            "sha256": self.sha256,
            "fetched": self.fetched,
            "hops": list(self.hops),
        }


@dataclass(frozen=True)
class NotFetched:
    """A failure is data."""

    asked: str
    reason: str
    """One clause: "it answers 404 (not found)"."""
    status: int | None = None
    gone: bool = False
    """Whether the site itself, or the lack of one, says that there is no such page; else it may be closed to us."""

    def to_json(self) -> dict[str, Any]:
        return {"asked": self.asked, "reason": self.reason, "status": self.status, "gone": self.gone}


def from_json(stored: dict[str, Any]) -> Fetched | NotFetched:
    """What `to_json` of either gave. Raises `ValueError` when the body is not the one that was stored."""
    if "reason" in stored:
        return NotFetched(stored["asked"], stored["reason"], stored["status"], stored["gone"])
    body = base64.b64decode(stored["body"], validate=True)
    if digest(body) != stored["sha256"]:
        raise ValueError(f"The stored page of {stored['asked']} was changed.")
    rest: dict[str, Any] = {**stored, "body": body, "hops": tuple(stored["hops"])}
    return Fetched(**rest)


def digest(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()
