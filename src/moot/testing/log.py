"""What the double saw: every request, and points in time that a test can wait for without sleeping."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures import TimeoutError as FutureTimeout
from dataclasses import dataclass, field
from typing import Any

from moot.testing.conduct import Conduct
from moot.testing.prompt import PromptView


@dataclass
class Seen:
    """One request and what became of it. The server alone writes to it."""

    number: int
    """From 1, in the order of arrival."""
    path: str
    model: str
    body: dict[str, Any]
    headers: dict[str, str]
    prompt: PromptView
    at: float
    """Seconds since the server started."""
    in_flight: int
    """Requests in flight just after this one arrived, itself included."""
    conduct: Conduct = field(default_factory=Conduct)
    id: str = ""
    """Of the answer, as the client sees it."""
    status: int = 0
    text: str = ""
    """What was answered: the reply's text, or tool arguments."""
    sent: int = 0
    """Parts that were sent: events of a stream, or halves of a whole answer."""
    half: bool = False
    """At least half of the answer was sent."""
    completed: bool = False
    """The whole answer was sent with the client still there."""
    done: bool = False
    """Nothing more will be sent, whether completed or not."""


class Log:
    """Thread-safe: the server may run in another thread than whoever waits."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._seen: list[Seen] = []
        self._waiters: list[tuple[Callable[[], bool], Future[None]]] = []
        self.in_flight = 0
        self.high_water = 0

    @property
    def requests(self) -> tuple[Seen, ...]:
        with self._lock:
            return tuple(self._seen)

    def arrive(self, path: str, headers: dict[str, str], prompt: PromptView, at: float) -> Seen:
        with self._lock:
            self.in_flight += 1
            self.high_water = max(self.high_water, self.in_flight)
            number = len(self._seen) + 1
            seen = Seen(number, path, prompt.model, prompt.body, headers, prompt, at, self.in_flight)
            self._seen.append(seen)
            self.changed()
            return seen

    def sent(self, seen: Seen, parts: int, of: int) -> None:
        with self._lock:
            seen.sent = parts
            if not seen.half and 2 * parts >= of:
                seen.half = True
                self.changed()

    def leave(self, seen: Seen, completed: bool) -> None:
        """Nothing more will be sent; the second call for the same request changes nothing but `completed`."""
        with self._lock:
            self.in_flight -= not seen.done
            seen.done = True
            seen.completed = completed
            self.changed()

    def changed(self) -> None:
        """Wake whoever waits for what is now true."""
        with self._lock:
            due = [waiter for waiter in self._waiters if waiter[0]()]
            self._waiters = [waiter for waiter in self._waiters if waiter not in due]
        for _, future in due:
            if future.set_running_or_notify_cancel():
                future.set_result(None)

    def count(self, what: Callable[[Seen], bool]) -> int:
        with self._lock:
            return sum(1 for seen in self._seen if what(seen))

    def wait(self, what: Callable[[Seen], bool], count: int, words: str, timeout: float) -> None:
        """Block until so many requests are `what`. Raises `TimeoutError`."""
        try:
            self._until(what, count).result(timeout)
        except FutureTimeout:
            raise TimeoutError(self._late(what, count, words, timeout)) from None

    async def reach(self, what: Callable[[Seen], bool], count: int, words: str, timeout: float) -> None:  # noqa: ASYNC109
        """Wait until so many requests are `what`. Raises `TimeoutError`."""
        try:
            await asyncio.wait_for(asyncio.wrap_future(self._until(what, count)), timeout)
        except TimeoutError:
            raise TimeoutError(self._late(what, count, words, timeout)) from None

    def _until(self, what: Callable[[Seen], bool], count: int) -> Future[None]:
        future: Future[None] = Future()
        with self._lock:
            self._waiters.append((lambda: self.count(what) >= count, future))
        self.changed()
        return future

    def _late(self, what: Callable[[Seen], bool], count: int, words: str, timeout: float) -> str:
        return f"{self.count(what)} of {count} requests {words} within {timeout:g} s"
