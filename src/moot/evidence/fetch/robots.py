"""robots.txt, as RFC 9309 has it: no such file allows all, a server error forbids all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

AGENT = "moot"
"""The name that a site may address in its robots.txt."""
LIMIT = 500 * 1024
"""Bytes of the file that are read."""


@dataclass(frozen=True, eq=False)
class Robots:
    """The rules of one site. `problem`: why nothing of the site may be read; empty when its rules are known."""

    rules: Any = None
    problem: str = ""
    gone: bool = False
    """There is no such site."""

    def refusal(self, url: str) -> str:
        """Why the address is not read; empty when it may be."""
        if self.problem or self.rules is None:
            return self.problem
        return "" if self.rules.can_fetch(url, AGENT) else "the site's robots.txt asks not to read it"

    @property
    def delay(self) -> float:
        """Seconds between two requests that the site asks for."""
        asked = self.rules.crawl_delay(AGENT) if self.rules is not None else None
        return float(asked or 0.0)


def rules(status: int, body: bytes) -> Robots:
    """Of the answer that a site gave for its robots.txt."""
    from protego import Protego

    if 200 <= status < 300:
        try:
            return Robots(Protego.parse(body[:LIMIT].decode("utf-8", errors="replace")))
        except Exception:  # whatever a parser does to a hostile file
            return Robots(problem="its robots.txt cannot be understood")
    if status >= 500 or status == 429:
        return Robots(problem=f"its robots.txt could not be had (it answers {status})")
    return Robots()
