"""robots.txt, as RFC 9309 has it: no such file allows all, a server error forbids all."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
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


@dataclass(frozen=True)
class Said:
    """What a site said when it was asked for the file, as it can be kept."""

    status: int = 0
    text: str = ""
    problem: str = ""
    """Why it said nothing."""
    gone: bool = False


Ask = Callable[[], Awaitable[Said]]
Keep = Callable[[str, Ask], Awaitable[Said]]
"""What a site said, by the address of its file: as it was kept, or else asked now."""


async def ask_now(site: str, ask: Ask) -> Said:
    """Keeps nothing."""
    return await ask()


def rules(said: Said) -> Robots:
    """Of what a site said."""
    from protego import Protego

    if said.problem:
        return Robots(problem=said.problem, gone=said.gone)
    if 200 <= said.status < 300:
        try:
            return Robots(Protego.parse(said.text))
        except Exception:  # whatever a parser does to a hostile file
            return Robots(problem="its robots.txt cannot be understood")
    if said.status >= 500 or said.status == 429:
        return Robots(problem=f"its robots.txt could not be had (it answers {said.status})")
    return Robots()
