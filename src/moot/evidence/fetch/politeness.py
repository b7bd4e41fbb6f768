"""One request at a time to a host, with a pause between two; several hosts at once."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from moot.evidence.fetch.limits import Limits

Sleep = Callable[[float], Awaitable[None]]
Monotonic = Callable[[], float]


@dataclass
class Door:
    """One port of a host: what is closed there says nothing of another one."""

    strikes: int = 0
    """Requests in a row that got no answer."""
    closed: str = ""
    """Why it is asked no more."""
    gone: bool = False
    """Whether there is no such host."""


@dataclass
class Host:
    """What is known of one host in this process."""

    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    not_before: float = float("-inf")
    pause: float = 0.0
    """Seconds that its robots.txt asks for."""
    left_until: float = float("-inf")
    """It asked for a wait that is longer than our patience."""
    _doors: dict[int, Door] = field(default_factory=dict[int, Door])

    def door(self, port: int) -> Door:
        return self._doors.setdefault(port, Door())


class Turns:
    """Whose turn it is. `now` in seconds of a clock that only goes forward."""

    def __init__(self, limits: Limits, sleep: Sleep = asyncio.sleep, now: Monotonic = time.monotonic) -> None:
        self._limits = limits
        self._sleep = sleep
        self._now = now
        self._hosts: dict[str, Host] = {}
        self._room = asyncio.Semaphore(limits.hosts)

    def host(self, name: str) -> Host:
        return self._hosts.setdefault(name.lower().rstrip("."), Host())

    @asynccontextmanager
    async def of(self, name: str, port: int = 443) -> AsyncGenerator[Host]:
        """Hold the host's turn; the pause before the next one counts from the end. No wait for a closed port."""
        host = self.host(name)
        async with host.turn:
            wait = host.not_before - self._now()
            if wait > 0 and not host.door(port).closed and not self.rests(host):
                await self._sleep(wait)
            async with self._room:
                try:
                    yield host
                finally:
                    pause = max(self._limits.delay, min(host.pause, self._limits.patience))
                    host.not_before = max(host.not_before, self._now() + pause)

    def rests(self, host: Host) -> bool:
        """Whether it asked to be left alone, and the time is not over."""
        return self._now() < host.left_until

    def later(self, name: str, seconds: float) -> None:
        """The host asked not to be asked again for so long."""
        host = self.host(name)
        until = self._now() + seconds
        host.not_before = max(host.not_before, until)
        if seconds > self._limits.patience:
            host.left_until = max(host.left_until, until)
