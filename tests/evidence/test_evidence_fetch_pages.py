"""Fetching from a hostile site on loopback: good pages whole, everything else as one clause."""

from __future__ import annotations

import asyncio
import gzip
import io
import zipfile
import zlib

import pytest
from evidence_web import ARTICLE, NOW, Page, Pauses, Reply, Site, Writer, fetcher, moved
from hypothesis import given, settings
from hypothesis import strategies as st

from moot.evidence.fetch import Fetched, Limits, NotFetched
from moot.evidence.fetch.politeness import Turns

TEST = Limits(allow_loopback=True, seconds=10)


async def fetch(page: Page, limits: Limits = TEST, **more: Page) -> Fetched | NotFetched:
    pages = {"/": page, **{f"/{name}": each for name, each in more.items()}}
    async with Site(pages) as site, fetcher(limits) as web:
        return await web.get(site.url())


async def reason(page: Page, limits: Limits = TEST, **more: Page) -> str:
    found = await fetch(page, limits, **more)
    assert isinstance(found, NotFetched), found
    assert found.reason
    assert "\n" not in found.reason
    return found.reason


async def test_a_page_comes_with_all_that_a_later_run_needs() -> None:
    pages = {"/a": moved("/b?c=d"), "/b?c=d": Reply(headers={"Set-Cookie": "a=b"})}
    async with Site(pages) as site, fetcher() as web:
        asked, first, last = site.url("/a#part"), site.url("/a"), site.url("/b?c=d")
        found = await web.get(asked)
    assert isinstance(found, Fetched)
    assert (found.asked, found.address, found.hops) == (asked, last, (first,))
    assert (found.status, found.body.decode(), found.suffix) == (200, ARTICLE, ".html")
    assert found.fetched == NOW.isoformat()
    assert found.headers["content-type"].startswith("text/html")
    assert "set-cookie" not in found.headers
    assert [path for path, _ in site.seen] == ["/robots.txt", "/a", "/b?c=d"]
    assert all(headers["user-agent"].startswith("moot/") for _, headers in site.seen)
    assert not any("cookie" in headers or "authorization" in headers for _, headers in site.seen)


@pytest.mark.parametrize(
    ("status", "said"),
    [(404, "404 (not found)"), (410, "gone"), (403, "refuses"), (500, "error"), (299, ""), (999, "")],
)
async def test_statuses(status: int, said: str) -> None:
    found = await fetch(Reply(status=status))
    if status == 299:
        assert isinstance(found, Fetched)
    else:
        assert isinstance(found, NotFetched)
        assert found.status == status
        assert f"it answers {status}" in found.reason
        assert found.gone == (status in (404, 410))
        assert said in found.reason


async def test_too_large_as_told_as_sent_and_as_unpacked() -> None:
    small = Limits(allow_loopback=True, bytes=10_000)
    assert "larger than 10 kB" in await reason(Reply("x" * 10_001), small)
    assert "larger than 10 kB" in await reason(Reply("x", length=10**12), small)
    assert "larger than" in await reason(chunks(b"x" * 1000), small)
    packed = {"Content-Encoding": "gzip"}
    assert "larger than" in await reason(Reply(gzip.compress(b"<p>" + b"x" * 10**7), headers=packed), small)
    deflated = Reply(zlib.compress(b"<p>" + b"x" * 10**7), headers={"Content-Encoding": "deflate"})
    assert "larger than" in await reason(deflated, small)


async def test_packed_pages() -> None:
    found = await fetch(Reply(gzip.compress(ARTICLE.encode()), headers={"Content-Encoding": "gzip"}))
    assert isinstance(found, Fetched)
    assert found.body.decode() == ARTICLE
    twice = Reply(gzip.compress(gzip.compress(ARTICLE.encode())), headers={"Content-Encoding": "gzip, gzip"})
    assert "not asked for" in await reason(twice)
    assert "not asked for" in await reason(Reply(headers={"Content-Encoding": "br"}))
    assert "broken" in await reason(Reply(b"\x00\x01garbage", headers={"Content-Encoding": "gzip"}))


async def test_redirects() -> None:
    assert "circle" in await reason(moved("/a"), a=moved("/"))
    assert "circle" in await reason(moved("/"))
    for nowhere in (Reply("", 302), moved("", 308)):
        assert await reason(nowhere) == f"it answers {nowhere.status} (it leads elsewhere, but does not say where)"
    long: dict[str, Page] = {f"r{n}": moved(f"/r{n + 1}") for n in range(9)}
    assert "more than 5 times" in await reason(moved("/r0"), TEST, **long)
    assert isinstance(await fetch(moved("/r5"), TEST, **{**long, "r9": Reply()}), Fetched)
    assert "it answers 302" in await reason(Reply("", 302))
    assert "not asked" in await reason(moved("http://[::bad::]:x/"))
    assert "it answers 404" in await reason(moved("/\xff\xfe"))


@pytest.mark.parametrize(
    "meta",
    [
        '<meta http-equiv="refresh" content="0; url=/b">',
        "<META content='2;URL=/b' http-equiv=refresh>",
        '<meta http-equiv="Refresh" content="0;url=\'/b\'">',
    ],
)
async def test_a_page_that_only_sends_on_is_a_redirect(meta: str) -> None:
    found = await fetch(Reply(f"<html><head>{meta}</head><body>One moment</body>"), TEST, b=Reply())
    assert isinstance(found, Fetched)
    assert found.address.endswith("/b")
    assert len(found.hops) == 1
    assert "circle" in await reason(Reply(meta.replace("/b", "/")))
    assert "not asked" in await reason(Reply(meta.replace("/b", "file:///etc/passwd")))


async def test_a_page_that_is_read_first_is_none() -> None:
    for sent in ('<meta http-equiv="refresh" content="30; url=/b">', '<meta http-equiv="refresh" content="5">'):
        found = await fetch(Reply(ARTICLE + sent))
        assert isinstance(found, Fetched)
        assert found.hops == ()


@pytest.mark.parametrize(
    ("kind", "body", "suffix"),
    [
        ("text/html", ARTICLE, ".html"),
        ("application/xhtml+xml", ARTICLE, ".html"),
        ("TEXT/Plain; charset=x", "words", ".txt"),
        ("text/markdown", "# words", ".md"),
        ("application/pdf", "%PDF-1.4 x", ".pdf"),
        ("application/octet-stream", "%PDF-1.4 x", ".pdf"),
        (None, ARTICLE, ".html"),
        (None, "plain words", ".txt"),
        ("text/html", "%PDF-1.7 called html", ".pdf"),
    ],
)
async def test_kinds_that_are_read(kind: str | None, body: str, suffix: str) -> None:
    found = await fetch(Reply(body, kind=kind))
    assert isinstance(found, Fetched), found
    assert found.suffix == suffix


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("image/png", b"\x89PNG"),
        ("application/zip", b"PK"),
        ("application/octet-stream", b"PK\x03\x04 no archive"),
        ("application/msword", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old"),
        ("application/json", b"{}"),
        ("video/mp4", b"x"),
        ("application/octet-stream", b"\x00\x01\x02\xff"),
        (None, b"\x00\x01\x02\xff"),
        ("text/css", b"a{}"),
    ],
)
async def test_kinds_that_are_not_read(kind: str | None, body: bytes) -> None:
    assert "which is not read" in await reason(Reply(body, kind=kind))


async def test_a_file_that_says_nothing_of_its_kind_is_told_by_its_bytes_and_address() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    found = await fetch(Reply(packed.getvalue(), kind="application/octet-stream"))
    assert isinstance(found, Fetched) and found.suffix == ".docx"
    async with Site({"/counts.csv": Reply("a,b\n1,2\n", kind="application/octet-stream")}) as site, fetcher() as web:
        found = await web.get(site.url("/counts.csv"))
    assert isinstance(found, Fetched) and found.suffix == ".csv"


async def test_an_empty_page() -> None:
    assert await reason(Reply(" \n")) == "the page is empty"


def chunks(part: bytes) -> Page:
    """One chunk after another until the client leaves."""

    async def send(writer: Writer) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n")
        while True:
            writer.write(b"%x\r\n%s\r\n" % (len(part), part))
            await writer.drain()

    return send


async def _never(writer: Writer) -> None:
    await asyncio.Event().wait()


async def _half(writer: Writer) -> None:
    writer.write(Reply().sent()[:300])
    await writer.drain()
    await asyncio.Event().wait()


async def test_a_site_that_never_ends_its_answer() -> None:
    short = Limits(allow_loopback=True, seconds=0.2)
    assert await reason(_never, short) == "no answer within 0.2 seconds"
    assert await reason(_half, short) == "no answer within 0.2 seconds"
    assert await reason(chunks(b"x"), short) == "no answer within 0.2 seconds"


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"\xff\xfe\x00garbage\r\n\r\n",
        b"HTTP/1.1 abc OK\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"x: " + b"y" * 200_000,
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 500\r\n\r\nshort",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Type: text/html\r\n\r\nzz\r\nx",
        b"HTTP/1.1 200 OK\r\nContent-Type: \xff\xfe\r\nContent-Length: 1\r\n\r\nx",
        b"SSH-2.0-OpenSSH_9\r\n",
    ],
)
async def test_answers_that_are_no_http(sent: bytes) -> None:
    assert await reason(sent)


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_an_answer(sent: bytes) -> None:
    found = asyncio.run(fetch(b"HTTP/1.1 200 OK\r\n" + sent))
    assert isinstance(found, NotFetched | Fetched)


async def test_a_host_that_cannot_be_looked_up_costs_no_more_pauses() -> None:
    pauses, asked = Pauses(), list[str]()

    async def nowhere(host: str, port: int) -> list[str]:
        asked.append(host)
        raise OSError("no network")

    async with fetcher(pauses=pauses, resolver=nowhere) as web:
        found = [await web.ask(f"https://register.example/{n}") for n in range(20)]
    assert asked == ["register.example"] * 2
    assert pauses.slept == [1.0]
    assert {each.reason for each in found if isinstance(each, NotFetched)} == {"its host could not be looked up"}


async def test_a_host_without_an_answer_is_not_asked_again_and_again() -> None:
    pauses = Pauses()
    async with Site({f"/{n}": b"" for n in range(5)}) as site, fetcher(pauses=pauses) as web:
        found = [await web.get(site.url(f"/{n}")) for n in range(5)]
    assert all(isinstance(each, NotFetched) for each in found)
    assert site.paths == ["/0", "/1"]
    assert pauses.slept == [1.0, 1.0]
    assert isinstance(found[-1], NotFetched)
    assert "not asked again" in found[-1].reason


async def test_a_port_without_an_answer_closes_no_other_port_of_its_host() -> None:
    async with Site({"/a": b"", "/b": b"", "/c": b""}) as dead, Site({"/a": Reply()}) as alive, fetcher() as web:
        found = [await web.get(dead.url(path)) for path in ("/a", "/b", "/c")]
        other = await web.get(alive.url("/a"))
    assert isinstance(found[-1], NotFetched) and "not asked again" in found[-1].reason
    assert isinstance(other, Fetched)


async def test_an_answer_clears_the_host() -> None:
    async with Site({"/bad": b"", "/": Reply()}) as site, fetcher() as web:
        found = [await web.get(site.url(path)) for path in ("/bad", "/", "/bad", "/")]
    assert [isinstance(each, Fetched) for each in found] == [False, True, False, True]


async def test_so_many_addresses_and_so_many_bytes_and_no_more() -> None:
    few = Limits(allow_loopback=True, addresses=2)
    async with Site({"/": Reply()}) as site, fetcher(few) as web:
        found = [await web.get(site.url()) for _ in range(3)]
    assert [isinstance(each, Fetched) for each in found] == [True, True, False]
    little = Limits(allow_loopback=True, total_bytes=len(ARTICLE))
    async with Site({"/": Reply()}) as site, fetcher(little) as web:
        found = [await web.get(site.url()) for _ in range(2)]
    assert [isinstance(each, Fetched) for each in found] == [True, False]


async def test_robots_are_obeyed_and_asked_once() -> None:
    rules = Reply("User-agent: *\nDisallow: /private\n\nUser-agent: moot\nDisallow: /no\n", kind="text/plain")
    pages = {"/robots.txt": rules, "/no/x": Reply(), "/private": Reply(), "/a": moved("/no/x")}
    async with Site(pages) as site, fetcher() as web:
        found = {path: await web.get(site.url(path)) for path in ("/no/x", "/private", "/a")}
    assert [isinstance(each, Fetched) for each in found.values()] == [False, True, False]
    assert "robots.txt" in str(found["/no/x"])
    assert [path for path, _ in site.seen] == ["/robots.txt", "/private", "/a"]


@pytest.mark.parametrize(
    ("robots", "read"),
    [
        (Reply("", 404), True),
        (Reply("", 403), True),
        (Reply("", 500), False),
        (moved("/r2"), False),
        (moved("/robots.txt"), True),
        (moved("ftp://x/"), True),
        (moved("/broken"), False),
        (Reply(b"\xff\x00" * 1000, kind="image/png"), True),
        (Reply("User-agent: *\nDisallow: /\n" + "# x\n" * 300_000, kind="text/plain"), False),
        (b"", False),
    ],
)
async def test_robots_of_all_sorts(robots: Page, read: bool) -> None:
    rules = Reply("User-agent: *\nDisallow: /", kind="text/plain")
    async with Site({"/robots.txt": robots, "/r2": rules, "/broken": b"", "/": Reply()}) as site, fetcher() as web:
        found = await web.get(site.url())
    assert isinstance(found, Fetched) == read, found


async def test_interfaces_for_programs_answer_json_and_are_asked_without_robots() -> None:
    robots = Reply("User-agent: *\nDisallow: /", kind="text/plain")
    async with Site({"/robots.txt": robots, "/api": Reply("{}", kind="application/json")}) as site, fetcher() as web:
        found = await web.ask(site.url("/api"))
    assert isinstance(found, Fetched)
    assert found.body == b"{}"


async def test_one_at_a_time_with_a_pause_and_several_hosts_at_once() -> None:
    pauses = Pauses()
    async with Site({"/": Reply()}) as site, fetcher(pauses=pauses) as web:
        await asyncio.gather(*(web.get(site.url()) for _ in range(3)))
        assert site.most == 1
        assert pauses.slept == [1.0, 1.0, 1.0]

    arrived = asyncio.Barrier(3)

    async def together(writer: Writer) -> None:
        await arrived.wait()  # Only if all three are asked at once does any of them answer.
        writer.write(Reply().sent())
        await writer.drain()

    async with Site({"/": together}) as site, fetcher() as web:
        found = await asyncio.gather(*(web.get(site.url(host=f"{name}.example")) for name in "abc"))
    assert all(isinstance(each, Fetched) for each in found)


async def test_a_host_that_wants_to_wait() -> None:
    async def waits(page: Page, robots: Page) -> tuple[Fetched | NotFetched, list[float]]:
        pauses = Pauses()
        async with Site({"/": page, "/robots.txt": robots}) as site, fetcher(pauses=pauses) as web:
            return await web.get(site.url()), pauses.slept

    none = Reply("", 404)
    busy = Reply("", 429, {"Retry-After": "7"})
    assert (await waits([busy, Reply()], none))[1] == [1.0, 7.0]
    at = Reply("", 503, {"Retry-After": "Tue, 01 Dec 2026 12:00:09 GMT"})
    found, slept = await waits([at, Reply()], none)
    assert isinstance(found, Fetched)
    assert slept == [1.0, 9.0]
    found, slept = await waits([busy, busy], none)
    assert isinstance(found, NotFetched)
    assert (found.status, slept) == (429, [1.0, 7.0])
    for said in ("3600", "never", "-1", "9" * 400, "Sun, 99 Mar 2026"):
        found, slept = await waits([Reply("", 429, {"Retry-After": said}), Reply()], none)
        assert isinstance(found, NotFetched)
        assert slept == [1.0]
    assert (await waits(Reply(), Reply("User-agent: *\nCrawl-delay: 5")))[1] == [1.0]


async def test_a_page_that_answered_is_not_told_as_not_asked() -> None:
    """While it waits to be asked again, its host wants to be left alone, or breaks off."""
    busy, longer = Reply("", 429, {"Retry-After": "2"}), Reply("", 429, {"Retry-After": "3600"})
    async with Site({"/a": [busy, Reply()], "/b": longer, "/c": [busy, b""]}) as site, fetcher() as web:
        found = await asyncio.gather(*(web.get(site.url(path)) for path in ("/a", "/b")))
        broken = await web.get(site.url("/c", host="other.example"))
    assert [path for path in site.paths if path != "/c"] == ["/a", "/b"]
    told = [(each.status, each.reason) for each in (*found, broken) if isinstance(each, NotFetched)]
    assert told == [(429, "it answers 429 (it was asked too often)")] * 3


async def test_a_host_that_wants_to_be_left_alone_is() -> None:
    busy = Reply("", 429, {"Retry-After": "3600"})
    async with Site({"/a": busy, "/b": Reply()}) as site, fetcher() as web:
        first, second = await web.get(site.url("/a")), await web.get(site.url("/b"))
        other = await web.get(site.url("/b", host="other.example"))
    assert isinstance(first, NotFetched)
    assert isinstance(second, NotFetched)
    assert "left alone" in second.reason
    assert isinstance(other, Fetched)


async def test_a_short_wait_counts_until_it_is_over() -> None:
    pauses = Pauses()
    busy = Reply("", 503, {"Retry-After": "2"})
    pages = {"/busy": busy, "/more": busy, "/old": Reply("", 302, {"Location": "/new"}), "/new": Reply()}
    async with Site(pages) as site, fetcher(pauses=pauses) as web:
        first, second = await web.get(site.url("/busy")), await web.get(site.url("/old"))
        assert isinstance(first, NotFetched) and isinstance(second, Fetched)
        assert pauses.slept == [1.0, 2.0, 2.0, 1.0]
        found = [await web.get(site.url(path)) for path in ("/busy", "/more", "/new")]
    assert [each.reason for each in found if isinstance(each, NotFetched)][2:] == [
        "its host said more than once that it is too busy: not asked again"
    ]


async def test_a_long_wait_ends_too() -> None:
    now = 0.0
    turns = Turns(Limits(), now=lambda: now)
    turns.later("a.example", 3600)
    assert turns.rests(turns.host("a.example"))
    now = 3601.0
    assert not turns.rests(turns.host("a.example"))


async def test_a_crawl_delay_is_kept() -> None:
    pauses = Pauses()
    rules = Reply("User-agent: *\nCrawl-delay: 5", kind="text/plain")
    async with Site({"/": Reply(), "/robots.txt": rules}) as site, fetcher(pauses=pauses) as web:
        await web.get(site.url())
        await web.get(site.url())
    assert pauses.slept == [1.0, 5.0]


async def test_a_cancelled_fetch_leaves_the_others_the_rules() -> None:
    going = asyncio.Event()

    async def gated(writer: Writer) -> None:
        await going.wait()
        writer.write(Reply("", 404).sent())
        await writer.drain()

    async with Site({"/robots.txt": gated, "/": Reply()}) as site, fetcher() as web:
        site.awaited = "/robots.txt"
        first, second = (asyncio.ensure_future(web.get(site.url())) for _ in range(2))
        await site.arrived.wait()
        first.cancel()
        going.set()
        assert isinstance(await second, Fetched)


async def test_a_cancelled_fetch_leaves_the_others_their_turn() -> None:
    async with Site({"/slow": _never, "/": Reply()}) as site, fetcher() as web:
        site.awaited = "/slow"
        slow = asyncio.ensure_future(web.get(site.url("/slow")))
        await site.arrived.wait()
        slow.cancel()
        with pytest.raises(asyncio.CancelledError):
            await slow
        assert isinstance(await web.get(site.url()), Fetched)
