"""The client against hosts that redirect, limit, and answer in odd ways, by an engine that knows only the contract."""

from __future__ import annotations

import asyncio
import gzip
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import pytest
from evidence_web import Page, Reply, Site, moved

from moot.evidence.search import Ask, CannotSearch, Hit, Wish, searched, turns

BEES = Wish("bees")
FOUND = json.dumps([{"address": "https://a.example/"}])


@dataclass(frozen=True)
class Plain:
    """An engine of somebody else's: no title, no word on refusals."""

    url: str
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    body: str = ""

    name = "plain"
    fee = Decimal(0)
    spacing = 0.0

    def ask(self, wish: Wish) -> Ask:
        return Ask(self.url, {"X-Key": "s3cret", **self.headers}, self.body)

    def hits(self, body: bytes) -> list[Hit]:
        return [Hit(**each) for each in json.loads(body)]


async def search(page: Page, wish: Wish = BEES, body: str = "", again: Page = b"") -> list[Hit]:
    async with Site({"/": page, "/again": again}) as site:
        return await searched(Plain(site.url(), body=body), wish, turns())


async def failure(page: Page, body: str = "", again: Page = b"") -> tuple[str, str]:
    with pytest.raises(CannotSearch) as caught:
        await search(page, body=body, again=again)
    assert "s3cret" not in repr(caught.value)
    return caught.value.kind, str(caught.value)


def answer(*hits: Hit) -> Reply:
    return Reply(json.dumps([hit.model_dump() for hit in hits]), kind="application/json")


class Broken(Plain):
    """Fails in one of its parts, in words that nobody should read."""

    title = "Plain"

    def __init__(self, url: str, part: str) -> None:
        super().__init__(url)
        object.__setattr__(self, "part", part)

    def __getattribute__(self, name: str) -> Any:
        if name == object.__getattribute__(self, "part"):
            raise KeyError("s3cret")
        return object.__getattribute__(self, name)

    def refusal(self, status: int, body: bytes) -> CannotSearch | None:
        return None


@pytest.mark.parametrize("part", ["ask", "hits", "spacing", "title", "refusal"])
async def test_an_engine_that_fails_in_its_own_code_is_told_as_one_that_failed(part: str) -> None:
    async with Site({"/": Reply(FOUND, 500 if part == "refusal" else 200, kind="application/json")}) as site:
        with pytest.raises(CannotSearch) as caught:
            await searched(Broken(site.url(), part), BEES, turns())
    assert (caught.value.kind, str(caught.value)) == ("malformed", "plain failed in its own code (KeyError)")
    assert caught.value.__suppress_context__


@pytest.mark.parametrize("listed", [None, [None], ["https://a.example/"], 7])
async def test_what_is_no_list_of_hits_is_told_as_a_failure(listed: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def hits(self: Plain, body: bytes) -> Any:
        return listed

    monkeypatch.setattr(Plain, "hits", hits)
    assert (await failure(Reply(FOUND, kind="application/json")))[0] == "malformed"


async def test_hits_are_lines_at_addresses_of_the_web_whoever_lists_them() -> None:
    odd = Hit(address="https://b.example/", title="\ud800 two\nlines" + "x" * 999, date="2026-13-90")
    listed = [Hit(address=each) for each in ("http://[bad/", "https://a.example:99999/", "file:///etc/passwd", "")]
    (found,) = await search(answer(*listed, odd))
    assert found.address == odd.address and found.title.startswith("� two lines") and len(found.title) <= 200
    assert found.date is None and found.model_dump_json()


async def test_an_address_comes_once_and_nothing_of_a_later_date() -> None:
    dates = {"a": "2026", "b": "2026-03", "c": "2026-03-31", "d": None, "e": "2026-04", "f": "2027", "g": "2026-04-01"}
    listed = [Hit(address=f"https://{name}.example/", date=date) for name, date in dates.items()]
    hits = await search(answer(*listed, *listed), Wish("bees", until="2026-03-31"))
    assert hits == listed[:4]
    assert await search(answer(*listed), Wish("bees", count=3)) == listed[:3]


async def test_redirects_of_the_same_host_are_followed_with_the_headers() -> None:
    async with Site({"/": moved("/search/"), "/search/": Reply(FOUND, kind="application/json")}) as site:
        assert await searched(Plain(site.url()), Wish("bees"), turns()) == [Hit(address="https://a.example/")]
        assert [headers["x-key"] for _, headers in site.seen] == ["s3cret", "s3cret"]


@pytest.mark.parametrize(
    ("to", "said"),
    [
        ("https://portal.invalid/login?u=s3cret", "leads elsewhere, to portal.invalid"),
        ("http://localhost:1/", "leads elsewhere, to localhost"),
        ("http://127.0.0.1:1/", "leads elsewhere, to 127.0.0.1"),
        ("http://[::1", "leads to what is no address"),
        ("/", "leads in a circle"),
    ],
)
async def test_other_redirects_are_not_followed(to: str, said: str) -> None:
    kind, told = await failure(moved(to))
    assert kind == "connection"
    assert told == f"plain {said}: a captive portal or a wrong address"


async def test_a_posted_question_is_not_turned_into_another() -> None:
    done = Reply(FOUND, kind="application/json")
    assert await search(moved("/again", 307), body="{}", again=done) == [Hit(address="https://a.example/")]
    assert (await failure(moved("/again", 302), body="{}", again=done))[0] == "connection"


@pytest.mark.parametrize(
    ("reply", "kind", "said"),
    [
        (Reply("{}", 401, kind="application/json"), "access", "plain refuses access (it answers 401)"),
        (Reply("{}", 403, kind="application/json"), "access", "plain refuses access (it answers 403)"),
        (Reply("", 404), "malformed", "plain answers with a web page instead of results"),
        (Reply("{}", 404, kind="application/json"), "malformed", "plain is not at this address (it answers 404)"),
        (Reply("{}", 422, kind="application/json"), "declined", "plain declines the request (it answers 422)"),
        (Reply("", 429), "rate_limited", "plain was asked too often: try again later"),
        (Reply("", 500), "server", "plain has an error of its own (it answers 500): try again later"),
        (Reply("", 503), "server", "plain has an error of its own (it answers 503): try again later"),
        (Reply("", 503, {"Retry-After": "900"}), "rate_limited", "plain was asked too often: try again later"),
        (Reply("<login>", 511), "malformed", "plain answers with a web page instead of results"),
        (Reply(" <HTML>Sign in", kind="application/json"), "malformed", "plain answers with a web page"),
        (Reply(" \n", kind="application/json"), "malformed", "plain's answer is empty"),
        (Reply("", 204, kind=None), "malformed", "plain's answer is empty"),
        (
            Reply(gzip.compress(b" " * 5_000_000, mtime=0), headers={"Content-Encoding": "gzip"}, kind=None),
            "malformed",
            "4 MB",
        ),
        (Reply(b"no gzip", headers={"Content-Encoding": "gzip"}, kind=None), "malformed", "packed content"),
    ],
    ids=str,
)
async def test_statuses_and_bodies(reply: Reply, kind: str, said: str) -> None:
    told = await failure(reply)
    assert told[0] == kind
    assert said in told[1]


@pytest.mark.parametrize(
    ("headers", "told"),
    [
        ({"X-RateLimit-Reset": "1, 1419704"}, 1),
        ({"Retry-After": "2", "X-RateLimit-Reset": "1, 1419704"}, 2),
        ({"X-RateLimit-Reset": "41000"}, 41000),
        ({"Retry-After": "soon"}, None),
        ({}, None),
    ],
    ids=str,
)
async def test_the_delay_that_is_told_and_nothing_asked_again(headers: dict[str, str], told: float | None) -> None:
    async with Site({"/": [Reply("", 429, headers), Reply(FOUND, kind="application/json")]}) as site:
        with pytest.raises(CannotSearch) as caught:
            await searched(Plain(site.url()), Wish("bees"), turns())
        assert (caught.value.kind, caught.value.retry_after, len(site.seen)) == ("rate_limited", told, 1)


async def test_a_proxy_of_the_environment_is_not_asked_for_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(variable, "http://127.0.0.1:1")
    assert await search(Reply(FOUND, kind="application/json")) == [Hit(address="https://a.example/")]


async def test_cancelling_is_no_failure_of_the_engine() -> None:
    arrived = asyncio.Event()

    async def hang(writer: asyncio.StreamWriter) -> None:
        arrived.set()
        await asyncio.Event().wait()

    async with Site({"/": hang}) as site:
        task = asyncio.create_task(searched(Plain(site.url()), Wish("bees"), turns()))
        await arrived.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task


async def test_a_header_that_cannot_be_sent_is_not_quoted() -> None:
    with pytest.raises(CannotSearch) as caught:
        await searched(Plain("http://127.0.0.1:9/", {"X-Other": "s3cret\nkey"}), Wish("bees"), turns())
    assert "s3cret" not in f"{caught.value!r} {caught.value.__cause__!r}"
    assert caught.value.__suppress_context__
