"""The fetcher: one address to a page or to the reason why there is none. It never raises for a bad page."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import aclosing
from dataclasses import replace
from datetime import datetime
from types import TracebackType
from typing import TYPE_CHECKING, Self

from moot.errors import MootError
from moot.evidence.fetch import kinds, refresh, walls
from moot.evidence.fetch.addresses import Refused, Resolver, checked, resolve
from moot.evidence.fetch.answers import GONE, REDIRECTS, Answer, delay, meaning, no_answer
from moot.evidence.fetch.fetched import Fetched, NotFetched, digest
from moot.evidence.fetch.limits import Limits
from moot.evidence.fetch.politeness import Door, Host, Monotonic, Sleep, Turns
from moot.evidence.fetch.robots import LIMIT, Keep, Robots, Said, ask_now, rules
from moot.evidence.line import line

if TYPE_CHECKING:
    from httpx2 import URL, Response

    from moot.evidence.fetch.backend import Transport

_PAGES = "text/html, application/xhtml+xml, application/pdf, text/markdown, text/plain;q=0.9, */*;q=0.1"
_DROPPED = ("set-cookie", "set-cookie2", "authorization", "www-authenticate")
_LONGEST_HEADER = 4096


class Fetcher:
    """Fetches pages within limits; `clock` gives the time that a page is said to be of.

    No cookies, no passwords, no proxy; the rules of robots.txt are kept. `robots`: who remembers over several processes
    what a site said of them. `resolver`, `sleep` and `monotonic` are the system's unless a test gives others.
    """

    def __init__(
        self,
        limits: Limits | None = None,
        *,
        clock: Callable[[], datetime],
        resolver: Resolver = resolve,
        sleep: Sleep = asyncio.sleep,
        monotonic: Monotonic | None = None,
        robots: Keep = ask_now,
    ) -> None:
        self.limits = limits or Limits()
        self._clock = clock
        self._resolver = resolver
        self._turns = Turns(self.limits, sleep, *([monotonic] if monotonic else []))
        self._transport: Transport | None = None
        self._keep = robots
        self._robots: dict[str, asyncio.Task[Robots]] = {}
        self._asked = 0
        self._taken = 0

    async def __aenter__(self) -> Self:
        from moot.evidence.fetch.backend import Transport

        self._transport = Transport(self.limits, self._resolver)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        for task in self._robots.values():
            task.cancel()
        if self._transport is not None:
            await self._transport.aclose()
            self._transport = None

    async def get(self, url: str) -> Fetched | NotFetched:
        """The page at an address; never raises but for cancellation, and what `robots` raises."""
        return await self._guarded(url, _PAGES, ())

    async def ask(self, url: str, spacing: float = 0.0) -> Fetched | NotFetched:
        """The answer of an interface for programs: JSON or XML too. Such are made to be asked: no robots.txt.

        `spacing`: seconds between two requests to its host, where its documentation asks for more than the limits have.
        """
        return await self._guarded(url, "application/json, application/atom+xml, */*;q=0.1", kinds.DATA, spacing)

    async def _guarded(
        self, url: str, accept: str, accepts: tuple[str, ...], spacing: float = 0.0
    ) -> Fetched | NotFetched:
        if self._asked >= self.limits.addresses:
            return NotFetched(url, f"more than {self.limits.addresses} addresses were asked for: not asked")
        self._asked += 1
        try:
            return await self._follow(url, accept, accepts, spacing)
        except Refused as error:
            return NotFetched(url, str(error), gone=error.gone, answered=error.answered)
        except MootError:  # of who keeps what sites said of their robots.txt
            raise
        except Exception:  # whatever a hostile answer does to a library
            return NotFetched(url, "it could not be fetched: something in its address or answer is not as it should be")

    async def _follow(self, url: str, accept: str, accepts: tuple[str, ...], spacing: float) -> Fetched | NotFetched:
        """Ask, and go where the answer points to, each step under the same rules."""
        at = checked(url, self.limits)
        first = at.host
        host = self._turns.host(first)
        host.pause = max(host.pause, spacing)
        hops: list[str] = []
        while True:
            try:
                answer = await self._allowed(at, accept, accepts)
            except Refused as error:
                if at.host == first:
                    raise
                raise Refused(f"it leads to {line(at.host, 80)}: {error}", error.gone, answered=True) from error
            to = answer.location if answer.status in REDIRECTS else ""
            if not accepts and kinds.media_type(answer.headers.get("content-type", "")) in kinds.HTML:
                to = to or refresh.target(answer.body)
            if not to:
                return await self._page(url, at, answer, tuple(hops), bool(accepts))
            hops.append(str(at))
            at = self._next(at, to, hops)

    async def _allowed(self, at: URL, accept: str, accepts: tuple[str, ...]) -> Answer:
        """The answer of one step, if the rules of its site let a page be asked for. Raises `Refused`."""
        if not accepts:
            robots = await self._rules(at)
            refusal = robots.refusal(str(at))
            if refusal:
                raise Refused(refusal, robots.gone, answered=not robots.problem)
        return await self._polite(at, accept, accepts)

    def _next(self, at: URL, location: str, hops: list[str]) -> URL:
        from httpx2 import InvalidURL

        try:
            to = checked(str(at.join(location)), self.limits)
        except (Refused, InvalidURL, ValueError) as error:
            said = str(error) if isinstance(error, Refused) else "this is not an address"
            raise Refused(f"it leads to an address that is not asked: {said}", answered=True) from error
        if str(to) in hops:
            raise Refused("its redirects lead in a circle", answered=True)
        if len(hops) > self.limits.redirects:
            raise Refused(f"it redirects more than {self.limits.redirects} times", answered=True)
        return to

    async def _page(self, url: str, at: URL, answer: Answer, hops: tuple[str, ...], data: bool) -> Fetched | NotFetched:
        problem = answer.problem or meaning(answer.status)
        if problem:
            return NotFetched(url, problem, answer.status, answer.status in GONE)
        page = Fetched(
            asked=url,
            address=str(at),
            status=answer.status,
            headers=answer.headers,
            body=answer.body,
            sha256=digest(answer.body),
            fetched=self._clock().isoformat(timespec="seconds"),
            hops=hops,
        )
        if not answer.body.strip():
            return NotFetched(url, "the page is empty", answer.status)
        try:
            wall = None if data else await asyncio.to_thread(walls.wall, page)  # others' time to answer runs on
        except Exception:  # a page that cannot be parsed there is left to its reader
            return replace(page, notes=("it may be a login page or the like: that could not be looked for",))
        return NotFetched(url, wall.reason, answer.status, wall.gone) if wall else page

    async def _rules(self, at: URL) -> Robots:
        """The rules of a site, asked for once."""
        site = str(at.copy_with(path="/robots.txt", query=None, fragment=None))
        if site not in self._robots:
            self._robots[site] = asyncio.ensure_future(self._found_rules(site))
        # A caller that is cancelled must not cancel the rules that others wait for.
        found = await asyncio.shield(self._robots[site])
        host = self._turns.host(at.host)
        host.pause = max(host.pause, found.delay)
        return found

    async def _found_rules(self, site: str) -> Robots:
        return rules(await self._keep(site, lambda: self._ask_rules(site)))

    async def _ask_rules(self, site: str) -> Said:
        try:
            at, hops = checked(site, self.limits), list[str]()
            while True:
                answer = await self._polite(at, "text/plain, */*;q=0.1", None)
                if answer.status not in REDIRECTS or not answer.location:
                    return Said(answer.status, answer.body[:LIMIT].decode("utf-8", errors="replace"))
                hops.append(str(at))
                try:
                    at = self._next(at, answer.location, hops)
                except Refused:  # RFC 9309: redirects that lead nowhere are as no such file
                    return Said(answer.status)
        except Refused as error:
            return Said(problem=str(error), gone=error.gone)
        except Exception:  # whatever a hostile answer does to a library
            return Said(
                problem="its robots.txt could not be had: something in its address or answer is not as it should be"
            )

    async def _polite(self, at: URL, accept: str, accepts: tuple[str, ...] | None) -> Answer:
        """One request in its host's turn, and one more when the host says when; where that one comes to nothing, the
        first answer is what it said. Raises `Refused` for no answer.
        """
        answer: Answer | None = None
        for last in (False, True):
            try:
                async with self._turns.of(at.host, _port(at)) as host:
                    answer = await self._once(at, accept, accepts, host)
            except Refused:
                if answer is None:
                    raise
                return answer
            wait = delay(answer, self._clock())
            door = host.door(_port(at))
            if wait is None:
                door.strikes = 0
                return answer
            self._turns.later(at.host, wait)
            if last or wait > self.limits.patience:
                self._strike(door, "its host said more than once that it is too busy: not asked again")
                return answer
        raise AssertionError("the second answer is returned")

    async def _once(self, at: URL, accept: str, accepts: tuple[str, ...] | None, host: Host) -> Answer:
        door = host.door(_port(at))
        if door.closed:
            raise Refused(door.closed, door.gone)
        if self._turns.rests(host):
            raise Refused("its host asked to be left alone for longer than this run waits: not asked")
        try:
            async with asyncio.timeout(self.limits.seconds):
                answer = await self._exchange(at, accept, accepts)
        except Refused as error:  # what the host resolves to, or not: the next page of it fares no better
            self._strike(door, str(error), error.gone)
            raise
        except Exception as error:
            said = no_answer(error, self.limits.seconds)
            if said is None:
                raise
            self._strike(door, "its host gave no answer before: not asked again")
            raise Refused(said) from error
        return answer

    def _strike(self, door: Door, closed: str, gone: bool = False) -> None:
        door.strikes += 1
        if door.strikes >= self.limits.strikes:
            door.closed, door.gone = closed, gone

    async def _exchange(self, at: URL, accept: str, accepts: tuple[str, ...] | None) -> Answer:
        from httpx2 import Request

        if self._transport is None:
            raise RuntimeError("Fetcher is used outside of `async with`.")
        headers = {"User-Agent": agent(), "Accept": accept, "Accept-Encoding": "gzip, deflate", "Host": _host(at)}
        seconds = dict.fromkeys(("connect", "read", "write", "pool"), self.limits.seconds)
        request = Request("GET", at, headers=headers, extensions={"timeout": seconds})
        response = await self._transport.handle_async_request(request)
        response.request = request
        try:
            return await self._read(response, accepts)
        finally:
            await response.aclose()

    async def _read(self, response: Response, accepts: tuple[str, ...] | None) -> Answer:
        """The head, and of a page that is wanted the body. `accepts` None: robots.txt, of which the start is enough."""
        head = Answer(response.status_code, _headers(response))
        if not 200 <= head.status < 300:
            return head
        coding = head.headers.get("content-encoding", "identity").lower()
        if coding not in ("identity", "gzip", "x-gzip", "deflate", ""):
            return replace(head, problem="it is packed in a way that was not asked for")
        if accepts is not None:
            kind = head.headers.get("content-type", "")
            problem = kinds.refusal(kind, b"", accepts) or self._too_long(head)
            if problem:
                return replace(head, problem=problem)
        limit = self.limits.bytes if accepts is not None else LIMIT
        body, whole = await self._body(response, limit)
        self._taken += len(body)
        if accepts is None:
            return replace(head, body=body)
        problem = "" if whole else f"it is larger than {_size(limit)}"
        problem = problem or kinds.refusal(head.headers.get("content-type", ""), body or b" ", accepts) or ""
        return replace(head, body=b"" if problem else body, problem=problem)

    def _too_long(self, head: Answer) -> str:
        if self._taken >= self.limits.total_bytes:
            return f"{_size(self.limits.total_bytes)} were fetched already: not read"
        length = head.headers.get("content-length", "")
        told = int(length) if length.isascii() and length.isdigit() else 0
        return f"it is larger than {_size(self.limits.bytes)}" if told > self.limits.bytes else ""

    async def _body(self, response: Response, limit: int) -> tuple[bytes, bool]:
        """At most `limit` bytes, unpacked as they come: a bomb is dropped where it passes the limit."""
        body = bytearray()
        async with aclosing(response.aiter_bytes()) as parts:
            async for part in parts:
                body += part
                if len(body) > limit or response.num_bytes_downloaded > limit:
                    return bytes(body[:limit]), False
        return bytes(body), True


def agent() -> str:
    from importlib.metadata import version

    return f"moot/{version('moot')}"


def _host(at: URL) -> str:
    return at.netloc.decode("ascii")


def _port(at: URL) -> int:
    return at.port or (443 if at.scheme == "https" else 80)


def _headers(response: Response) -> dict[str, str]:
    kept = ((name.lower(), value) for name, value in response.headers.items() if name.lower() not in _DROPPED)
    return {name: value[:_LONGEST_HEADER] for name, value in kept}


def _size(count: int) -> str:
    return f"{count / 1024**2:.0f} MB" if count >= 1024**2 else f"{count / 1024:.0f} kB"
