"""Runs that search the open web: engines and pages on loopback, everything between them as it is."""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from evidence_web import Pauses, Reply, Site, fetcher, moved

import moot
from moot.debate import pages
from moot.errors import NoSources, UsageError
from moot.evidence.fetch import Fetcher, Limits
from moot.evidence.fetch.politeness import Turns
from moot.evidence.fetch.robots import Keep
from moot.evidence.search import client
from moot.evidence.search.brave import Brave
from moot.ledger.store import Store
from moot.prepare import Setup, prepare
from moot.report import found
from moot.report.document import Report, build
from moot.run import Research, create
from moot.testing import DoubleServer, scholar
from moot.testing.conduct import Answer, Conduct, Rule
from moot.testing.search_server import Listed, SearchServer, Trouble
from moot.words import Hit

QUESTION = "How many cars does the Lund ferry carry, and what does a crossing cost?"
PAUSES = Pauses()
"""Nobody waits for an engine's turn."""


def page(title: str, *sentences: str, date: str = "") -> Reply:
    dated = f'<meta property="article:published_time" content="{date}">' if date else ""
    body = "".join(f"<p>{sentence}</p>" for sentence in sentences)
    return Reply(f"<!doctype html><html><head><title>{title}</title>{dated}</head><body><article>{body}</article>")


CARS = page(
    "The new Lund ferry",
    "The Lund ferry carries 140 cars on each crossing, the operator said at the launch in the harbour of Lund.",
    "The ship is 92 metres long and was built for the crossing between Lund and the island of Sark.",
    date="2024-03-01",
)
FARES = page(
    "Fares of the Lund ferry",
    "A crossing on the Lund ferry costs 24 euros for a car with its driver, and 6 euros for each passenger.",
    "Fares are the same on every day of the week, and children under six travel free on the ferry.",
    date="2025-05-20",
)
OLD = page(
    "Register of ships",
    "The ferry to Lund carries 90 cars on each crossing, according to the register of ships in the county.",
    "The register was last checked when the county took over the harbour and its three ferry berths.",
    date="2019-02-02",
)
PAGES = {"/cars": CARS, "/fares": FARES, "/register": OLD}
TITLES = {
    "/cars": ("The new Lund ferry", "The Lund ferry carries 140 cars on each crossing"),
    "/fares": ("Fares of the Lund ferry", "A crossing on the Lund ferry costs 24 euros for a car"),
    "/register": ("Register of ships", "The ferry to Lund carries 90 cars on each crossing"),
}


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.open(tmp_path / "moot.db")


@pytest.fixture(autouse=True)
def on_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    def allowing(limits: Limits, robots: Keep) -> Fetcher:
        own = Limits(allow_loopback=True, seconds=10, allow=limits.allow, deny=limits.deny)
        return fetcher(own, robots=robots)

    monkeypatch.setattr(pages, "fetcher", allowing)
    monkeypatch.setattr(client, "turns", lambda: Turns(Limits(delay=0.0), PAUSES.sleep, PAUSES.now))


@pytest.fixture
def engines(monkeypatch: pytest.MonkeyPatch) -> Iterator[SearchServer]:
    with SearchServer() as server:
        for name, value in server.env("brave").items():
            monkeypatch.setenv(name, value)
        monkeypatch.delenv("SEARXNG_URL", raising=False)
        yield server


def listed(site: Site, *paths: str, host: str = "127.0.0.1") -> tuple[Listed, ...]:
    return tuple(Listed(site.url(path, host), *TITLES.get(path, (path, f"{path} Lund ferry cars"))) for path in paths)


def opened(report: Report) -> set[str]:
    return {entry.source.origin.rpartition("/")[2] for entry in report.sources}


def heads(report: Report) -> str:
    return "\n".join(note.text for note in report.header.notes)


async def test_what_engines_find_is_opened_quoted_and_told(engines: SearchServer, store: Store) -> None:
    async with Site(PAGES) as site:
        engines.documents = listed(site, *PAGES)
        report = await moot.research(QUESTION, web=True, store=store)
    assert opened(report) == {"cars", "fares", "register"}
    said = " ".join(view.claim.text for view in report.claims)
    assert "140 cars" in said and "24 euros" in said
    assert not any(entry.source.private for entry in report.sources)
    assert "the open web was searched" in heads(report) and "brave" in heads(report)
    # What the sources give twice and differently is shown as that, from the web as from files.
    sides = {side.text for each in report.draft.disagreements for side in each.sides}
    assert any("140 cars" in side for side in sides) and any("90 cars" in side for side in sides)
    assert report.run.usd > 0  # what the engine charges is in the bill


async def test_a_hit_that_is_no_address_ends_no_run(engines: SearchServer, store: Store) -> None:
    odd = [Listed(f"https://example.org:{port}/x", *TITLES["/cars"]) for port in ("99999", "http")]
    async with Site(PAGES) as site:
        engines.documents = (*odd, *listed(site, *PAGES))
        report = await moot.research(QUESTION, web=True, store=store)
    assert opened(report) == {"cars", "fares", "register"}


async def test_what_was_answered_is_kept_with_its_head_its_hash_and_its_time(store: Store) -> None:
    async with Site(PAGES) as site:
        run = moot.research(QUESTION, [site.url("/cars")], store=store)
        report = await run
    (link,), (entry,) = report.links, report.sources
    assert link.headers["content-type"] == "text/html; charset=utf-8" and "set-cookie" not in link.headers
    assert store.body(entry.source.sha256) == str(CARS.body).encode()
    assert entry.source.fetched and entry.source.asked == link.asked
    assert store.body("0" * 64) is None


async def test_a_run_that_is_repeated_searches_and_fetches_nothing_twice(engines: SearchServer, store: Store) -> None:
    async with Site(PAGES) as site:
        engines.documents = listed(site, *PAGES)
        run = moot.research(QUESTION, web=True, store=store)
        first = await run
        searches, asked = len(engines.requests), len(site.seen)
        again = await Research(store, store.fork(run.run))
        assert (len(engines.requests), len(site.seen)) == (searches, asked)
    assert again.model_dump(exclude={"run"}) == first.model_dump(exclude={"run"})


@pytest.mark.parametrize("protocol", ["critique", pytest.param("council", marks=pytest.mark.long)])
async def test_a_run_killed_before_any_outside_answer_comes_to_the_same_end(
    protocol: str, engines: SearchServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before each search and each page in turn; then it goes on, and asks again only for what had not come."""
    asked: list[str] = []
    killed_at = 0

    def counted(what: Any) -> Any:
        async def call(*args: Any, **options: Any) -> Any:
            asked.append(repr(args[1]))
            if len(asked) == killed_at:
                raise asyncio.CancelledError
            return await what(*args, **options)

        return call

    monkeypatch.setattr(client, "searched", counted(client.searched))
    monkeypatch.setattr(pages.Pages, "_ask", counted(pages.Pages._ask))  # pyright: ignore[reportPrivateUsage]
    async with Site(PAGES) as site:
        engines.documents = listed(site, *PAGES)
        whole = await moot.research(QUESTION, web=True, protocol=protocol, store=Store.open(tmp_path / "whole.db"))
        calls = len(asked)
        for killed_at in range(1, calls + 1, 2):
            asked.clear()
            store = Store.open(tmp_path / f"{killed_at}.db")
            run = moot.research(QUESTION, web=True, protocol=protocol, store=store)
            with pytest.raises(asyncio.CancelledError):
                await run
            before = len(asked)
            killed_at = 0
            report = await Research(store, run.run)
            assert report.model_dump(exclude={"run"}) == whole.model_dump(exclude={"run"})
            assert len(asked) <= calls + before
    assert calls > 8


async def test_an_address_among_the_sources_is_opened_without_a_search(store: Store, tmp_path: Path) -> None:
    note = tmp_path / "note.md"
    note.write_text("# Harbour\n\nThe harbour of Lund was dredged to 7 metres last winter.\n")
    async with Site({**PAGES, "/moved": moved("/cars")}) as site:
        report = await moot.research(QUESTION, [note, site.url("/moved"), site.url("/none")], store=store)
        assert sorted(site.paths) == ["/cars", "/moved", "/none"]
        assert f"{site.url('/none')} was not read: it answers 404" in heads(report)
    assert {entry.source.title for entry in report.sources} == {"Harbour", "The new Lund ferry"}
    assert "searched" not in heads(report)


async def test_an_address_is_asked_for_once_however_it_is_spelled(store: Store) -> None:
    async with Site({**PAGES, "/moved": moved("/cars")}) as site:
        given = [site.url("/cars"), site.url("/moved"), site.url("/cars").replace("http", "HTTP") + "#size"]
        report = await moot.research(QUESTION, [*given, site.url("/cars")], store=store)
        assert sorted(site.paths) == ["/cars", "/cars", "/moved"]
        assert f"{site.url('/moved')} was not read: same page as {site.url('/cars')}" in heads(report)
        assert [entry.source.origin for entry in report.sources] == [site.url("/cars")]


async def test_the_first_of_two_addresses_of_a_page_is_kept_however_fast_each_answers(store: Store) -> None:
    async with Site({"/slow": moved("/cars"), "/cars": CARS}) as site:
        report = await moot.research(QUESTION, [site.url("/slow"), site.url("/cars")], store=store)
        assert [entry.source.asked for entry in report.sources] == [site.url("/slow")]
        assert f"{site.url('/cars')} was not read: same page as {site.url('/slow')}" in heads(report)


@pytest.mark.parametrize("deny", [[], ["old.example.org"]])
async def test_pages_that_no_rule_lets_be_opened_are_counted(
    deny: list[str], engines: SearchServer, store: Store
) -> None:
    async with Site(PAGES) as site:
        engines.documents = listed(site, "/cars", "/fares", host="good.example")
        with pytest.raises(NoSources, match="2 pages were found, none in the allowed domains"):
            await moot.research(QUESTION, web=True, allow=["example.org"], deny=deny, store=store)


async def test_domains_hold_for_hits_and_for_where_they_lead(engines: SearchServer, store: Store) -> None:
    async with Site(PAGES) as site:
        bad = site.url("/register", "www.bad.example")
        away = Reply("", 302, {"Location": site.url("/register", "bad.example")})
        site.pages["/away"] = away
        engines.documents = (*listed(site, "/cars", "/away", host="good.example"), Listed(bad, *TITLES["/register"]))
        report = await moot.research(QUESTION, web=True, deny=["bad.example"], store=store)
        assert "/register" not in site.paths
        links = {link.asked: link.reason for link in report.links}
        assert bad not in links
        assert "its domain is denied" in links[site.url("/away", "good.example")]
        only = await moot.research(QUESTION, web=True, allow=["elsewhere.example", "good.example"], store=store)
        assert {link.asked for link in only.links} == set(links)


async def test_what_is_later_than_the_day_is_set_aside_and_said(
    engines: SearchServer, store: Store, tmp_path: Path
) -> None:
    (tmp_path / "new.md").write_text("---\ndate: 2025-07-01\n---\n# New\n\nThe Lund ferry carries 150 cars.\n")
    (tmp_path / "old.md").write_text("---\ndate: 2020-07-01\n---\n# Old\n\nThe Lund ferry carried 90 cars in 2020.\n")
    head = "<title>Changed</title><meta name=date content=2020-07-01><meta name=lastmod content={}>"
    body = "<h1>Changed</h1><p>The Lund ferry carries {} cars on each crossing.</p>"
    (tmp_path / "changed.html").write_text(head.format("2025-07-01") + body.format(160))
    changed = Reply(head.format("2025-03-01") + body.format(170))
    async with Site({**PAGES, "/changed": changed}) as site:
        engines.documents = listed(site, *PAGES, "/changed")
        report = await moot.research(QUESTION, [tmp_path], web=True, as_of="2024-12-31", store=store)
        reasons = {link.asked: link.reason for link in report.links}
        assert "later than 2024-12-31" in reasons[site.url("/fares")]
        assert reasons[site.url("/changed")] == "changed on 2025-03-01, later than 2024-12-31: set aside"
    assert "changed on 2025-07-01, later than 2024-12-31: set aside" in heads(report)
    assert {entry.source.title for entry in report.sources} == {"Old", "The new Lund ferry", "Register of ships"}
    assert len({entry.source.id for entry in report.sources}) == 3
    assert "later than 2024-12-31: set aside" in heads(report)
    assert all(search.until == "2024-12-31" for search in engines.searches)


TWICE = (Trouble.PORTAL, Trouble.CUT, Trouble.TOO_MANY, Trouble.BROKEN, Trouble.PAGE)


@pytest.mark.parametrize(("trouble", "asked"), [(None, 1), (Trouble.USED_UP, 1), *((each, 2) for each in TWICE)])
async def test_an_engine_that_fails_is_named_and_the_run_goes_on(
    trouble: Trouble | None, asked: int, monkeypatch: pytest.MonkeyPatch, store: Store, tmp_path: Path
) -> None:
    (tmp_path / "note.md").write_text("# Ferry\n\nThe Lund ferry carries 140 cars on each crossing to Sark.\n")
    with SearchServer(troubles=[trouble]) as server:
        for name, value in server.env("brave").items():
            monkeypatch.setenv(name, value)
        monkeypatch.setenv("BRAVE_API_KEY", "key-of-somebody" if trouble is None else server.key)
        report = await moot.research(QUESTION, [tmp_path], web=True, store=store)
        assert any("140 cars" in view.claim.text for view in report.claims)
        assert "with brave failed" in heads(report) and "key-of-somebody" not in heads(report)
        assert len(server.requests) == asked and "it is not asked again in this run" in heads(report)
        with pytest.raises(NoSources, match="No source could be found or read"):
            await moot.research(QUESTION, web=True, store=store)


async def test_an_engine_that_fails_in_its_own_code_is_named_and_the_run_goes_on(
    engines: SearchServer, monkeypatch: pytest.MonkeyPatch, store: Store, tmp_path: Path
) -> None:
    (tmp_path / "note.md").write_text("# Ferry\n\nThe Lund ferry carries 140 cars on each crossing to Sark.\n")

    def fails(self: Brave, body: bytes) -> list[Hit]:
        raise KeyError("results")

    monkeypatch.setattr(Brave, "hits", fails)
    run = moot.research(QUESTION, [tmp_path], web=True, search=["brave"], store=store)
    report = await run
    assert any("140 cars" in view.claim.text for view in report.claims)
    assert "with brave failed" in heads(report)
    assert await Research(store, run.run) == report


async def test_a_search_that_is_repeated_has_a_row_for_each_request(
    monkeypatch: pytest.MonkeyPatch, store: Store
) -> None:
    async with Site(PAGES) as site:
        with SearchServer(listed(site, *PAGES), troubles=[Trouble.TOO_MANY, None], retry_after=4) as server:
            for name, value in server.env("brave").items():
                monkeypatch.setenv(name, value)
            run = moot.research(QUESTION, web=True, search=["brave"], store=store)
            report = await run
            rows = {call.place: call for call in store.record(run.run).calls if "/search/" in call.place}
            assert len(rows) == len(server.requests)
    first, second = rows["r0/search/brave/1/a1"], rows["r0/search/brave/1/a2"]
    assert (first.state, first.failure, first.cost) == ("failed", "rate_limited", 0)
    assert (second.state, second.cost) == ("answered", Decimal("0.005"))
    assert 4.0 in PAUSES.slept
    assert opened(report) == {"cars", "fares", "register"} and "failed" not in heads(report)


async def test_a_longer_delay_is_not_waited_for_and_nothing_is_asked_before_it_is_over(
    monkeypatch: pytest.MonkeyPatch, store: Store, tmp_path: Path
) -> None:
    (tmp_path / "note.md").write_text("# Ferry\n\nThe Lund ferry carries 140 cars on each crossing to Sark.\n")
    with SearchServer(troubles=[Trouble.TOO_MANY], retry_after=6) as server:
        for name, value in server.env("brave").items():
            monkeypatch.setenv(name, value)
        report = await moot.research(QUESTION, [tmp_path], web=True, search=["brave"], store=store)
        assert len(server.requests) == 1
        assert "was asked too often: try again later; it is not asked again in this run" in heads(report)


async def test_where_only_registers_can_be_asked_it_is_said(
    monkeypatch: pytest.MonkeyPatch, store: Store, tmp_path: Path
) -> None:
    (tmp_path / "note.md").write_text("# Ferry\n\nThe Lund ferry carries 140 cars on each crossing to Sark.\n")
    for name in ("SEARXNG_URL", "BRAVE_API_KEY", "BRAVE_SEARCH_API_KEY", "TAVILY_API_KEY", "EXA_API_KEY"):
        monkeypatch.delenv(name, raising=False)
    with SearchServer() as server:
        for name, value in server.env("openalex", "arxiv").items():
            monkeypatch.setenv(name, value)
        report = await moot.research(QUESTION, [tmp_path], web=True, store=store)
    assert "only registers of scholarly works were searched" in heads(report)


async def test_pages_are_opened_up_to_the_cap_and_the_rest_is_listed(engines: SearchServer, store: Store) -> None:
    many = {f"/p{n}": page(f"Ferry {n}", f"The Lund ferry carries {100 + n} cars on line {n}.") for n in range(9)}
    async with Site(many) as site:
        engines.documents = listed(site, *many)
        run = moot.research(QUESTION, web=True, pages=2, store=store)
        report = await run
        assert len(site.paths) == 2 == len(report.links)
        # Each search costs a fee, and what it found nobody could open.
        assert len(engines.requests) == 1
        await (more := moot.research(QUESTION + " On line 3?", web=True, pages=20, store=store))
    left = [row for row in found.sources(store.record(more.run)) if row.state is found.State.FOUND]
    assert left and {row.reason for row in left} == {"3 pages of its host were opened"}
    rows = found.sources(store.record(run.run))
    assert sorted(row.state.value for row in rows) == ["found"] * 7 + ["read"] * 2
    assert all(row.why for row in rows)
    assert {row.reason for row in rows} == {"", "over the cap of 2 pages"}
    assert "the cap of 2 pages was reached, and nothing more was searched for then" in heads(report)


async def test_fees_that_do_not_fit_are_not_spent(engines: SearchServer, store: Store, tmp_path: Path) -> None:
    (tmp_path / "note.md").write_text("# Ferry\n\nThe Lund ferry carries 140 cars on each crossing to Sark.\n")
    report = await moot.research(QUESTION, [tmp_path], web=True, budget=Decimal("0.011"), store=store)
    assert report.run.usd <= Decimal("0.011") and len(engines.requests) <= 2
    assert "does not fit" in heads(report)


async def test_only_words_that_are_no_secret_leave(engines: SearchServer, store: Store, tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text(
        "# Project Zanzibar9 of Quillfeather Holdings\n\nThe Lund ferry will be sold to Quillfeather for 77 million. "
        "Does the ferry carry enough cars?\n"
    )
    async with Site(PAGES) as site:
        engines.documents = listed(site, *PAGES)
        await moot.research(QUESTION, [tmp_path], web=True, store=store)
    sent = " ".join(search.query for search in engines.searches).casefold()
    assert "lund" in sent and "ferry" in sent
    assert not any(word in sent for word in ("zanzibar9", "quillfeather", "77"))


async def test_a_model_that_obeys_a_page_cannot_carry_private_words_out(
    engines: SearchServer, store: Store, tmp_path: Path
) -> None:
    """The plan asks to search for what a private file says, in its words and in code."""
    (tmp_path / "deal.md").write_text(
        "# Deal\n\nThe Lund ferry will be sold to Quillfeather for 77 million in secret. The board voted in May.\n"
    )
    code = "VGhlIEx1bmQgZmVycnkgd2lsbCBiZSBzb2xkIHRvIFF1aWxsZmVhdGhlcg=="
    searches = ["ferry will be sold to Quillfeather for 77 million", f"Lund {code}", "board voted in May"]
    aspects = [{"question": f"What is planned, part {n}?", "searches": [each]} for n, each in enumerate(searches)]
    plan = json.dumps({"aspects": aspects})
    script = [Rule(Conduct(Answer(plan)), where=lambda prompt: "Task: plan" in prompt.text)]
    async with Site(PAGES) as site, DoubleServer(scholar, script) as server:
        engines.documents = listed(site, *PAGES)
        env = {**os.environ, **server.env()}
        setup = Setup(QUESTION, [tmp_path], author="anthropic:a", reviewer="openai:b", web=True, price="1/1")
        run = create(prepare(setup, env), store)
        await Research(store, run, env=env)
    sent = [search.query.casefold() for search in engines.searches]
    assert "sold to" not in " ".join(sent) and not any(
        word in query for query in sent for word in ("quillfeather", "77", code.casefold()[:12])
    )
    assert any("board" in query and "voted" not in query for query in sent)
    report = build(store.record(run))
    assert "words of private files that stand in no question or public source were kept out" in heads(report)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"search": ["altavista"]}, "no search engine 'altavista'"),
        ({"search": ["tavily"]}, "set TAVILY_API_KEY"),
        ({"as_of": "last week", "web": True}, "'last week' is no date"),
        ({"web": True, "allow": ["https://Bees.example/x"]}, "is no domain: say bees.example, which"),
        ({"web": True, "deny": ["bees.example:8080"]}, "is no domain: say bees.example, which"),
        ({"web": True, "deny": ["a b"]}, "is no domain: say example.org, which"),
        ({"deny": ["example.org"]}, "nothing is fetched: give --web too"),
        ({"pages": 3}, "nothing is searched: give --web too"),
        ({"sources": ["http://127.0.0.1/x"], "language": "de"}, "nothing is searched: give --web too"),
        ({}, "No sources were given"),
        ({"sources": ["ftp://127.0.0.1/x"]}, "only http and https are fetched"),
        ({"web": True, "language": "klingon"}, "is no language code"),
        ({"web": True, "language": "qq"}, "is no language code"),
    ],
)
async def test_what_cannot_be_searched_is_said_at_once(
    options: dict[str, object], said: str, store: Store, monkeypatch: pytest.MonkeyPatch, engines: SearchServer
) -> None:
    monkeypatch.delenv("TAVILY_API_KEY", raising=False)
    with pytest.raises(UsageError, match=said):
        await moot.research(QUESTION, store=store, **options)  # pyright: ignore[reportArgumentType]
