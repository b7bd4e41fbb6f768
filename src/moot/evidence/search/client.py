"""One question to one engine: one request is sent, and whatever comes of it is hits or one clause that says why not.

Nothing is asked again here: whoever keeps the journal does that, so that each request has a row of its own.
"""

from __future__ import annotations

import asyncio
import re
from contextlib import aclosing
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from moot.evidence.fetch.answers import REDIRECTS, Answer, delay
from moot.evidence.fetch.limits import Limits
from moot.evidence.fetch.politeness import Turns
from moot.evidence.line import line
from moot.evidence.search import answers
from moot.evidence.search.engine import Ask, CannotSearch, Engine, Explains, Hit, Wish
from moot.models.loopback import is_loopback
from moot.text.iso import later

if TYPE_CHECKING:
    import httpx2

MOST_BYTES = 4 * 1024 * 1024
"""Of an answer, as sent and as unpacked."""
_MOST_REDIRECTS = 3
_PORTAL = "a captive portal or a wrong address"


def turns() -> Turns:
    """Whose turn it is, of engines that have not been asked yet: one for each run."""
    return Turns(Limits(delay=0.0))


async def searched(engine: Engine, wish: Wish, turns: Turns, *, seconds: float = 20.0) -> list[Hit]:
    """What the engine finds, each address once, at most as many as wished for and nothing known to be of a later date.

    The engine is asked when it is its turn: one request at a time, its `spacing` after the one before. `seconds` is for
    the answer, with the redirects that lead to it. Raises `CannotSearch`.
    """
    try:
        return await _searched(engine, wish, turns, seconds)
    except CannotSearch:
        raise
    except Exception as error:  # of an engine of any package; its words may quote a key
        raise CannotSearch("malformed", f"{engine.name} failed in its own code ({type(error).__name__})") from None


async def _searched(engine: Engine, wish: Wish, turns: Turns, seconds: float) -> list[Hit]:
    title = engine.title if isinstance(engine, Explains) else engine.name
    ask = engine.ask(wish)
    async with turns.of(engine.name) as turn:
        turn.pause = engine.spacing
        answer = await _answered(title, ask, seconds)
    problem = _problem(engine, title, answer)
    if problem is not None:
        raise problem
    return _wanted(engine.hits(answer.body), wish)


def _wanted(listed: list[Hit], wish: Wish) -> list[Hit]:
    """Read again as answers are: an outside engine may list anything."""
    hits = answers.kept(answers.hit(each.address, each.title, each.snippet, each.date) for each in listed)
    first = {hit.address: hit for hit in reversed(hits) if not later(hit.date, wish.until)}
    return [hit for hit in hits if first.get(hit.address) is hit][: max(0, wish.count)]


async def _answered(title: str, ask: Ask, seconds: float) -> Answer:
    """The engine's answer, whatever its status. Raises `CannotSearch` when none came, or it is of another host."""
    import httpx2

    try:
        async with (
            asyncio.timeout(seconds),
            # A proxy of the environment cannot reach this machine's own loopback.
            httpx2.AsyncClient(timeout=seconds, trust_env=not is_loopback(ask.url)) as client,
        ):
            return await _followed(client, title, ask)
    # The causes are dropped: some libraries quote the header that they could not send.
    except (TimeoutError, httpx2.TimeoutException):
        raise CannotSearch("timeout", f"{title} gave no answer within {seconds:g} seconds") from None
    except httpx2.DecodingError:
        raise CannotSearch("malformed", f"the packed content of {title}'s answer is broken") from None
    except httpx2.ConnectError as error:
        raise _unreached(title, error) from None
    except (httpx2.HTTPError, httpx2.InvalidURL):
        raise CannotSearch("connection", f"the connection to {title} broke off") from None


def _unreached(title: str, error: Exception) -> CannotSearch:
    if "CERTIFICATE" in str(error).upper():
        return CannotSearch("connection", f"{title} shows a certificate that is not valid: {_PORTAL}")
    return CannotSearch("connection", f"{title} cannot be reached: check the network and the address")


async def _followed(client: httpx2.AsyncClient, title: str, ask: Ask) -> Answer:
    """Redirects are followed on the same host only, and never to where a key would be readable on its way."""
    import httpx2

    at = httpx2.URL(ask.url)
    for _ in range(_MOST_REDIRECTS + 1):
        answer = await _once(client, title, at, ask)
        if answer.status not in REDIRECTS or not answer.location:
            return answer
        try:
            to = at.join(answer.location)
        except (httpx2.InvalidURL, ValueError):
            raise CannotSearch("connection", f"{title} leads to what is no address: {_PORTAL}") from None
        safe = to.scheme == "https" or (to.scheme == at.scheme and to.port == at.port)
        if to.host != at.host or not safe or (ask.body and answer.status not in (307, 308)):
            raise CannotSearch("connection", f"{title} leads elsewhere, to {line(to.host, 80)}: {_PORTAL}")
        at = to
    raise CannotSearch("connection", f"{title} leads in a circle: {_PORTAL}")


async def _once(client: httpx2.AsyncClient, title: str, at: httpx2.URL, ask: Ask) -> Answer:
    from moot.evidence.fetch.client import agent

    headers = {"User-Agent": agent(), **ask.headers, **({"Content-Type": "application/json"} if ask.body else {})}
    body = ask.body.encode() if ask.body else None
    async with client.stream("POST" if ask.body else "GET", at, headers=headers, content=body) as response:
        told = {name.lower(): value for name, value in response.headers.items()}
        return Answer(response.status_code, told, await _body(response, title))


async def _body(response: httpx2.Response, title: str) -> bytes:
    """Unpacked as it comes: a bomb is dropped where it passes the limit."""
    body = bytearray()
    async with aclosing(response.aiter_bytes()) as parts:
        async for part in parts:
            body += part
            if max(len(body), response.num_bytes_downloaded) > MOST_BYTES:
                raise CannotSearch("malformed", f"{title}'s answer is larger than {MOST_BYTES // 1024**2} MB")
    return bytes(body)


def _problem(engine: Engine, title: str, answer: Answer) -> CannotSearch | None:
    """Why an answer is none; the engine's own word on its status counts before ours."""
    status = answer.status
    if not 200 <= status < 300:
        said = engine.refusal(status, answer.body) if isinstance(engine, Explains) else None
        return said or _of_status(title, answer)
    if _is_page(answer):
        return _page(title)
    return None if answer.body.strip() else CannotSearch("malformed", f"{title}'s answer is empty")


def _of_status(title: str, answer: Answer) -> CannotSearch:
    status = answer.status
    if status == 429 or (status == 503 and _told(answer) is not None):
        return CannotSearch("rate_limited", f"{title} was asked too often: try again later", _told(answer))
    if status == 511 or (status < 500 and _is_page(answer)):
        return _page(title)
    if status >= 500:
        return CannotSearch("server", f"{title} has an error of its own (it answers {status}): try again later")
    if status in (401, 402, 403, 407):
        return CannotSearch("access", f"{title} refuses access (it answers {status})")
    if status == 404:
        return CannotSearch("malformed", f"{title} is not at this address (it answers 404): check the address")
    return CannotSearch("declined", f"{title} declines the request (it answers {status})")


def _page(title: str) -> CannotSearch:
    return CannotSearch("malformed", f"{title} answers with a web page instead of results: {_PORTAL}")


def _is_page(answer: Answer) -> bool:
    kind = answer.headers.get("content-type", "").lower()
    return "html" in kind or bool(re.match(rb"\s*<(?:!doctype html|html)\b", answer.body[:1024], re.IGNORECASE))


def _told(answer: Answer) -> float | None:
    """Seconds after which it may be asked again, as it says: Retry-After, or the first of Brave's X-RateLimit-Reset."""
    said = delay(answer, datetime.now(UTC))
    window = answer.headers.get("x-ratelimit-reset", "").partition(",")[0].strip()
    if said is not None or answer.status != 429:
        return said
    return float(window[:9]) if window.isascii() and window.isdigit() else None
