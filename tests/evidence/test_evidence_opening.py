"""Audits that open what a report cites: whole runs against a site on loopback."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from evidence_web import ARTICLE, NOW, Reply, Site, fetcher, moved

import moot
from moot.debate import pages
from moot.errors import UsageError
from moot.evidence.fetch import Fetched, Fetcher, Limits, NotFetched, opening, walls
from moot.evidence.fetch.opening import opened
from moot.evidence.fetch.robots import Keep
from moot.ledger.store import Store
from moot.report import bundle, formats, html, markdown
from moot.report.document import Report
from moot.report.reverify import reverify
from moot.run import Research
from moot.verify.referee import Referee
from moot.words import Link, Standing

PUMPS = (
    "<!doctype html><title>Pumps of the valley</title><article><p>"
    + "The valley has two pumps. The north pump lifts 40 litres a second. " * 20
    + "</p></article>"
)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.open(tmp_path / "moot.db")


@pytest.fixture(autouse=True)
def on_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    def on_this_machine(limits: Limits, robots: Keep) -> Fetcher:
        return fetcher(robots=robots)

    monkeypatch.setattr(pages, "fetcher", on_this_machine)


Write = Callable[[str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def written(text: str) -> Path:
        path = tmp_path / "report.md"
        path.write_text(text)
        return path

    return written


def link(report: Report, address: str) -> Link:
    return next(each for each in report.links if each.asked == address)


async def test_what_a_report_cites_is_opened_and_judged(write: Write, store: Store, tmp_path: Path) -> None:
    async with Site({"/pumps": Reply(PUMPS), "/old": moved("/pumps"), "/closed": Reply("no", 403)}) as site:
        report = write(
            f"# Water\n\nThe north pump lifts 40 litres a second [1]. The north pump lifts 90 litres a second [2]. "
            f"The south pump is new [3]. The east pump is blue [4].\n\n## Sources\n\n"
            f"1. Pumps of the valley. {site.url('/pumps')}\n2. Pumps of the valley. {site.url('/old')}\n"
            f"3. A history of the south pump. {site.url('/gone')}\n4. Colours of pumps. {site.url('/closed')}\n"
        )
        audit = moot.audit(report, fetch=True, store=store)
        found = await audit
        standings = [(view.standing, view.reason) for view in found.claims]
        assert standings[0][0] is Standing.PROVEN, standings
        assert standings[1][0] is Standing.CONTRADICTED and "40" in standings[1][1]
        assert standings[2][0] is Standing.UNCHECKED and "404" in standings[2][1]
        assert standings[3][0] is Standing.UNCHECKED and "403" in standings[3][1]
        assert link(found, site.url("/old")).final == site.url("/pumps")
        assert link(found, site.url("/gone")).gone and not link(found, site.url("/closed")).gone
        assert [each.source.asked for each in found.sources if each.source.asked] == [
            site.url("/pumps"),
        ]
        assert found.sources[0].source.fetched == NOW.isoformat()
        for shown in (markdown.render(found).replace("\\", ""), html.render(found)):
            assert f"{site.url('/old')}: opened, now at {site.url('/pumps')}" in shown
            assert "4 asked for, 2 opened, 1 without a page, 1 closed to us" in shown
    formats.put(found, store.record(audit.run), "bundle", tmp_path / "audit.moot")
    assert reverify(bundle.read(tmp_path / "audit.moot"), Referee()).stands


async def test_a_page_under_another_title_is_said(write: Write, store: Store) -> None:
    async with Site({"/pumps": Reply(PUMPS)}) as site:
        report = write(
            "# Water\n\nThe north pump lifts 40 litres a second [1].\n\n## Sources\n\n"
            f"1. “Toxicology of garden snails in winter”. {site.url('/pumps')}\n"
        )
        found = await moot.audit(report, fetch=True, store=store)
    failed = [each for each in found.claims[0].findings if each.check == "links"]
    assert "the page is titled “Pumps of the valley”" in failed[0].reason
    assert found.claims[0].standing is Standing.PROVEN  # the address is one thing, what it says another


async def test_nothing_is_asked_without_leave(write: Write, store: Store) -> None:
    async with Site({"/pumps": Reply(PUMPS)}) as site:
        report = write(f"# Water\n\nThe north pump lifts 40 litres a second ([source]({site.url('/pumps')})).\n")
        found = await moot.audit(report, store=store)
        assert found.claims[0].standing is Standing.UNCHECKED and "--fetch" in found.claims[0].reason
        with pytest.raises(UsageError, match="--fetch"):
            moot.audit(report, [site.url("/pumps")], store=store)
        assert not site.seen


@pytest.mark.parametrize("broken", ["http://[bad/x", "http://[bad/x#y", "http://example.org:99999/x"])
async def test_what_is_no_address_is_said_and_ends_no_audit(
    broken: str, write: Write, store: Store, tmp_path: Path
) -> None:
    """In the report, and as the address that a source gives as its own."""
    source = tmp_path / "pumps.html"
    source.write_text(PUMPS.replace("<article>", f'<link rel="canonical" href="{broken}"><article>', 1))
    report = write(
        f"# Water\n\nThe south pump is new ([report]({broken})). The north pump lifts 40 litres a second [1].\n\n"
        "## Sources\n\n1. Pumps of the valley\n"
    )
    for fetch in (False, True):
        audit = moot.audit(report, [source], fetch=fetch, store=store)
        found = await audit
        broken_off, proven = found.claims
        assert proven.standing is Standing.PROVEN and broken_off.standing is not Standing.PROVEN
        assert await Research(store, audit.run) == found
    assert [each.final for each in found.links] == [""] and found.links[0].reason


async def test_an_address_given_as_a_source(write: Write, store: Store) -> None:
    async with Site({"/pumps": Reply(PUMPS)}) as site:
        report = write(
            "# Water\n\nThe north pump lifts 40 litres a second [1].\n\n## Sources\n\n1. Pumps of the valley\n"
        )
        found = await moot.audit(report, [site.url("/pumps#top")], fetch=True, store=store)
    assert found.claims[0].standing is Standing.PROVEN


async def test_a_source_that_was_given_is_not_replaced_but_its_address_is_tried(
    write: Write, store: Store, tmp_path: Path
) -> None:
    (tmp_path / "pumps-of-the-valley.md").write_text(
        "# Pumps of the valley\n\nThe north pump lifts 40 litres a second.\n"
    )
    async with Site({"/pumps": Reply(ARTICLE)}) as site:
        report = write(
            "# Water\n\nThe north pump lifts 40 litres a second [1].\n\n## Sources\n\n"
            f"1. Pumps of the valley. {site.url('/pumps')}\n"
        )
        found = await moot.audit(report, [tmp_path / "pumps-of-the-valley.md"], fetch=True, store=store)
        assert [each.source.title for each in found.sources] == ["Pumps of the valley"]
        assert found.claims[0].standing is Standing.PROVEN
        assert "“On bees”" not in found.claims[0].reason and link(found, site.url("/pumps")).title == "On bees"


async def test_a_stopped_audit_asks_again_only_for_what_had_not_come(write: Write, store: Store) -> None:
    held = asyncio.Event()

    async def hold(writer: asyncio.StreamWriter) -> None:
        await held.wait()

    async with Site({"/pumps": Reply(PUMPS), "/slow": [hold, Reply(PUMPS)]}) as site:
        site.awaited = "/slow"
        report = write(
            "# Water\n\nThe north pump lifts 40 litres a second [1]. The valley has two pumps [2].\n\n## Sources\n\n"
            f"1. Pumps of the valley. {site.url('/pumps')}\n2. More of them. {site.url('/slow')}\n"
        )
        audit = moot.audit(report, fetch=True, store=store)
        working = asyncio.ensure_future(_whole(audit))
        await site.arrived.wait()
        while not any(  # noqa: ASYNC110  # the other page
            each.state == "answered" and each.place.startswith("open/address/")
            for each in store.record(audit.run).calls
        ):
            await asyncio.sleep(0.01)
        working.cancel()
        await asyncio.gather(working, return_exceptions=True)
        held.set()
        assert store.record(audit.run).state == "stopped"
        report.write_text("# Changed since\n")  # what it cites is known already
        await opening_again(store, audit.run)
        assert site.paths.count("/pumps") == 1 and site.paths.count("/slow") == 2
        assert [path for path, _ in site.seen].count("/robots.txt") == 1
    record = store.record(audit.run)
    assert [each.source.id for each in record.documents] == ["S1", "S2"]
    assert [each.reason for each in record.links] == ["", ""]


async def opening_again(store: Store, run: str) -> None:
    """To the end, though the file says something else by now."""
    await Research(store, run)


async def _whole(audit: Research) -> Report:
    return await audit


class Answers:
    """A fetcher with its answers known."""

    def __init__(self, answers: dict[str, Fetched | NotFetched]) -> None:
        self.answers = answers

    async def get(self, url: str) -> Fetched | NotFetched:
        return self.answers.get(url, NotFetched(url, "it answers 404 (not found)", 404, gone=True))

    async def ask(self, url: str, spacing: float = 0.0) -> Fetched | NotFetched:
        return await self.get(url)


def page(address: str, body: str, kind: str = "text/html") -> Fetched:
    return Fetched(address, address, 200, {"content-type": kind}, body.encode(), "", NOW.isoformat())


WAYBACK = "https://archive.org/wayback/available?url=https%3A%2F%2Fvalley.example%2Fpumps"
COPY = "https://web.archive.org/web/20200102030405/https://valley.example/pumps"
HELD = (
    '{"archived_snapshots": {"closest": {"available": true, "status": "200", "timestamp": "20200102030405", '
    f'"url": "{COPY}"}}}}}}'
)


async def test_an_archived_copy_is_read_where_the_page_is_gone() -> None:
    fetching = Answers({WAYBACK: page(WAYBACK, HELD, "application/json"), COPY: page(COPY, PUMPS)})
    found = await opened(fetching, "https://valley.example/pumps", "S1")  # pyright: ignore[reportArgumentType]
    link, document = found.link, found.document
    assert document is not None and document.source.origin == COPY
    assert document.source.asked == "https://valley.example/pumps"
    assert (link.gone, link.archived, link.source) == (True, COPY, "S1")


async def asked_elsewhere(web: Fetcher, monkeypatch: pytest.MonkeyPatch, address: str, doi: str = "") -> list[str]:
    """What archives and registers are asked once an address was tried."""
    asked: list[str] = []

    async def ask(url: str, spacing: float = 0.0) -> NotFetched:
        asked.append(url)
        return NotFetched(url, "it answers 404 (not found)", 404)

    monkeypatch.setattr(web, "ask", ask)
    found = await opened(web, address, "S1", doi)
    assert found.document is None and found.link.reason and not found.link.archived
    return asked


async def in_a_private_network(host: str, port: int) -> list[str]:
    return ["10.1.2.3"]


@pytest.mark.parametrize(
    "address", ["https://user:secret@valley.example/10.1234/pumps.7", "http://wiki.example/doi/10.1234/pumps.7"]
)
async def test_nobody_is_told_of_an_address_that_was_not_asked(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async with fetcher(resolver=in_a_private_network) as web:
        assert await asked_elsewhere(web, monkeypatch, address) == []
        own = await asked_elsewhere(web, monkeypatch, address, "10.1234/wells.2")  # the report names it itself
        assert own == ["https://api.crossref.org/works/10.1234%2Fwells.2"]


async def test_a_register_is_asked_where_a_site_wants_no_robots(monkeypatch: pytest.MonkeyPatch) -> None:
    pages = {"/robots.txt": Reply("User-agent: *\nDisallow: /", kind="text/plain")}
    async with Site(pages) as site, fetcher() as web:
        told = await asked_elsewhere(web, monkeypatch, site.url("/doi/10.1234/pumps.7"))
    assert told == ["https://api.crossref.org/works/10.1234%2Fpumps.7"]


async def test_a_register_tells_the_title_where_the_publisher_lets_nobody_in() -> None:
    question = "https://api.crossref.org/works/10.1234%2Fpumps.7"
    told = '{"message": {"title": ["Pumps of the valley"], "author": []}}'
    fetching = Answers(
        {
            question: page(question, told, "application/json"),
            "https://doi.org/10.1234/pumps.7": NotFetched("https://doi.org/10.1234/pumps.7", "it answers 403", 403),
        }
    )
    found = await opened(fetching, "https://doi.org/10.1234/pumps.7", "S1")  # pyright: ignore[reportArgumentType]
    link, document = found.link, found.document
    assert document is None and link.registered == "Pumps of the valley" and "403" in link.reason


async def test_pages_are_read_beside_other_addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Their time to answer runs on: neither walls nor text are looked for in the thread that waits for them."""
    threads: list[threading.Thread] = []

    def noted(read: Callable[..., Any]) -> Callable[..., Any]:
        def work(*given: Any) -> Any:
            threads.append(threading.current_thread())
            return read(*given)

        return work

    monkeypatch.setattr(opening, "document", noted(opening.document))
    monkeypatch.setattr(walls, "wall", noted(walls.wall))
    async with Site({"/": Reply(ARTICLE)}) as site, fetcher() as web:
        found = await opening.page(web, site.url(), "S1")
    assert found.document is not None
    assert len(threads) >= 2 and threading.current_thread() not in threads


async def test_spellings_of_one_address_are_asked_for_once(write: Write, store: Store) -> None:
    async with Site({"/pumps": Reply(PUMPS)}) as site:
        report = write(
            f"# Water\n\nThe north pump lifts 40 litres a second ([a]({site.url('/pumps')})). The north pump lifts 90 "
            f"litres a second ([b]({site.url('/pumps?utm_source=chat')})).\n"
        )
        found = await moot.audit(report, fetch=True, store=store)
        assert site.paths.count("/pumps") == 1 and len(site.paths) <= 2
    assert [view.standing for view in found.claims] == [Standing.PROVEN, Standing.CONTRADICTED]
    assert len(found.sources) == len(found.links) == 1
