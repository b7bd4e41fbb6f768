"""The one contract of all search engines, each against a double that speaks its vendor's form."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import cast

import pytest
from evidence_web import Pauses

from moot.errors import UsageError
from moot.evidence.fetch.limits import Limits
from moot.evidence.fetch.politeness import Turns
from moot.evidence.search import CannotSearch, Engine, Hit, Vendor, Wish, searched, turns
from moot.plugins import registered
from moot.testing.search_server import PORTAL, Listed, SearchServer, Trouble

FAR = Listed("https://bees.example/far?lang=en", "How far bees fly & why", "Bees fly 3 km, <10 at most.", "2025-11-03")
OLD = Listed("http://hives.example/1999.html", "Bees of old", "Bees and hives.", "1999-05-01")
NEW = Listed("https://news.example/bees", "News of bees", "Bees were seen to fly farther.", "2026-04-02")
UNDATED = Listed("https://plain.example/bees", "Undated", "Bees.", "")
OTHER = Listed("https://cats.example/", "Cats", "They sleep.", "2024-01-01")
PAGES = (OTHER, UNDATED, NEW, OLD, FAR)
QUERY = "How far do bees fly"
RANKED = (FAR, NEW, UNDATED, OLD)
SECRET = "wrong-secret-key-123"


@dataclass(frozen=True)
class Contract:
    name: str
    title: str
    fee: str
    address: str
    """Where it is asked, unless the environment says otherwise."""
    variable: str = ""
    """That holds the key, if one is needed."""
    dates: bool = True
    """Its answers tell dates."""
    language: bool = True
    until: bool = True
    spacing: float = 0.0
    """Seconds between two requests, by its documentation."""


VENDORS = (
    Contract("searxng", "SearXNG at http://127.0.0.1", "0", "search.example/x/search", until=False),
    Contract("brave", "Brave", "0.005", "api.search.brave.com/res/v1/web/search", "BRAVE_API_KEY", spacing=0.02),
    Contract(
        "tavily", "Tavily", "0.008", "api.tavily.com/search", "TAVILY_API_KEY", dates=False, language=False, spacing=0.6
    ),
    Contract("exa", "Exa", "0.007", "api.exa.ai/search", "EXA_API_KEY", language=False, spacing=0.1),
    Contract("openalex", "OpenAlex", "0", "api.openalex.org/works", spacing=0.01),
    Contract("arxiv", "arXiv", "0", "export.arxiv.org/api/query", language=False, spacing=3.0),
)
KEYED = [each for each in VENDORS if each.variable]
every = pytest.mark.parametrize("vendor", VENDORS, ids=lambda each: each.name)
keyed = pytest.mark.parametrize("vendor", KEYED, ids=lambda each: each.name)


def configured(name: str, env: Mapping[str, str]) -> Engine:
    engine = cast(Vendor, registered("engines")[name].load()).engine(env)
    assert engine is not None
    return engine


def found(vendor: Contract, documents: Sequence[Listed]) -> list[Hit]:
    return [
        Hit(
            address=each.address,
            title=each.title,
            snippet=each.text,
            date=(each.date or None) if vendor.dates else None,
        )
        for each in documents
    ]


async def failure(
    vendor: Contract, *troubles: Trouble | None, env: Mapping[str, str] | None = None, seconds: float = 20
) -> CannotSearch:
    """What comes of a search that must fail; no key is told of, in it or in what led to it."""
    with SearchServer(PAGES, troubles=troubles) as server:
        engine = configured(vendor.name, server.env() | dict(env or {}))
        with pytest.raises(CannotSearch) as caught:
            await searched(engine, Wish(QUERY), turns(), seconds=seconds)
        keys = (server.key, SECRET)
    error = caught.value
    assert str(error).startswith((vendor.title, "what ", "the ")) and vendor.title in str(error)
    assert "\n" not in str(error) and not str(error).endswith(".")
    told = f"{error!r} {error.__cause__!r} {error.__context__!r} {engine!r} {engine.ask(Wish(QUERY))!r}"
    assert not any(key in told for key in keys)
    assert error.__suppress_context__ or error.__context__ is None
    return error


def test_every_registered_engine_is_under_contract() -> None:
    assert sorted(registered("engines")) == sorted(each.name for each in VENDORS)


@every
async def test_the_same_documents_are_the_same_hits(vendor: Contract) -> None:
    with SearchServer(PAGES) as server:
        engine = configured(vendor.name, server.env())
        assert (engine.name, engine.fee) == (vendor.name, Decimal(vendor.fee))
        hits = await searched(engine, Wish(QUERY), turns())
    assert hits == found(vendor, RANKED)


@every
async def test_the_wish_reaches_the_wire(vendor: Contract) -> None:
    with SearchServer(PAGES) as server:
        hits = await searched(configured(vendor.name, server.env()), Wish(QUERY, 2, "de", "2026-03-31"), turns())
        (search,) = server.searches
    assert set(search.query.lower().split()) >= {"bees", "fly"}
    assert search.language == ("de" if vendor.language else "")
    assert search.until == ("2026-03-31" if vendor.until else "")
    assert vendor.name == "searxng" or search.count == 2
    assert hits == found(vendor, [FAR, UNDATED])
    assert search.request.headers["user-agent"].startswith("moot/")


@every
async def test_nothing_found_is_no_failure(vendor: Contract) -> None:
    with SearchServer([OTHER]) as server:
        assert await searched(configured(vendor.name, server.env()), Wish("quarks"), turns()) == []


@every
async def test_more_is_not_asked_for_than_a_vendor_gives(vendor: Contract) -> None:
    many = [Listed(f"https://bees.example/{n}", f"Bees {n}", "Bees.") for n in range(150)]
    with SearchServer(many) as server:
        hits = await searched(configured(vendor.name, server.env()), Wish("bees", count=1000), turns())
        assert len(hits) == server.searches[0].count


@every
@pytest.mark.parametrize(
    "query",
    [
        "Do bees fly far?",
        "a* OR (b AND NOT -c) ~d:e^2 [f TO g]",
        'bees "unbalanced',
        '"far away" bees',
        "蜜蜂能飛多遠",
        "bee " * 900,
        "b" * 3000,
    ],
)
async def test_whatever_is_asked_a_vendor_takes_it(vendor: Contract, query: str) -> None:
    with SearchServer() as server:
        engine = configured(vendor.name, server.env())
        assert await searched(engine, Wish(query), turns()) == []
        assert len(server.searches) == 1


@every
async def test_the_vendors_own_address_is_asked_where_none_is_set(vendor: Contract) -> None:
    env = {vendor.variable: SECRET} if vendor.variable else {"SEARXNG_URL": "https://search.example/x/"}
    url = configured(vendor.name, env).ask(Wish("bees")).url
    assert url.partition("?")[0] == f"https://{vendor.address}"
    assert SECRET not in url


@keyed
async def test_a_wrong_key(vendor: Contract) -> None:
    error = await failure(vendor, env={vendor.variable: SECRET})
    assert (error.kind, str(error)) == (
        "access",
        f"{vendor.title} does not accept the key in {vendor.variable}: check it",
    )


@keyed
async def test_a_used_up_quota(vendor: Contract) -> None:
    error = await failure(vendor, Trouble.USED_UP)
    spent = f"what the key in {vendor.variable} may spend at {vendor.title} is used up"
    assert (error.kind, str(error)) == ("access", f"{spent}: add credit, or wait for the next month")


@keyed
def test_no_key_no_engine(vendor: Contract) -> None:
    made = cast(Vendor, registered("engines")[vendor.name].load())
    assert (made.name, made.needs, made.scholarly) == (vendor.name, vendor.variable, False)
    assert made.engine({}) is None and made.engine({vendor.variable: "  "}) is None
    with pytest.raises(UsageError) as caught:
        made.engine({vendor.variable: "two words"})
    assert vendor.variable in str(caught.value) and "two" not in str(caught.value)


@every
@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("localhost:8080", "is no address"),
        ("ftp://x.example", "is no address"),
        ("https://", "is no address"),
        ("http://[", "is no address"),
        ("https://x.example/a b", "is no address"),
        ("https://x.example/?q=", "must end before the query"),
        (f"https://user:{SECRET}@x.example", "holds a user name or password"),
    ],
)
def test_an_address_that_cannot_be_one(vendor: Contract, given: str, said: str) -> None:
    variable = f"MOOT_{vendor.name.upper()}_URL"
    with pytest.raises(UsageError, match=said) as caught:
        configured(vendor.name, {variable: given, **({vendor.variable: "key"} if vendor.variable else {})})
    assert str(caught.value).startswith(variable) and SECRET not in str(caught.value)


@every
async def test_too_many_requests_are_told_with_the_delay_that_is_asked_for(vendor: Contract) -> None:
    error = await failure(vendor, Trouble.TOO_MANY)
    assert (error.kind, error.retry_after) == ("rate_limited", 1)
    assert str(error).endswith("was asked too often: try again later")


@every
async def test_the_vendor_is_asked_no_faster_than_it_wishes(vendor: Contract) -> None:
    pauses = Pauses()
    own = Turns(Limits(delay=0.0), pauses.sleep, pauses.now)
    with SearchServer(PAGES) as server:
        engine = configured(vendor.name, server.env())
        assert engine.spacing == vendor.spacing
        await asyncio.gather(*(searched(engine, Wish(QUERY), own) for _ in range(3)))
        assert len(server.requests) == 3
    assert pauses.slept == [vendor.spacing] * 2 if vendor.spacing else not pauses.slept


@every
@pytest.mark.parametrize(
    ("trouble", "kind", "said"),
    [
        (Trouble.PAGE, "malformed", "answers with a web page instead of results: a captive portal or a wrong address"),
        (Trouble.PORTAL, "connection", "leads elsewhere, to portal.invalid: a captive portal or a wrong address"),
        (Trouble.BROKEN, "server", "has an error of its own (it answers 502): try again later"),
        (Trouble.EMPTY, "malformed", "answer is empty"),
        (Trouble.OVERLONG, "malformed", "answer is larger than 4 MB"),
        (Trouble.CUT, "connection", "broke off"),
        (Trouble.MALFORMED, "malformed", "or was cut off"),
    ],
)
async def test_each_trouble_has_its_clause(vendor: Contract, trouble: Trouble, kind: str, said: str) -> None:
    error = await failure(vendor, trouble)
    assert error.kind == kind
    assert said in str(error)
    assert PORTAL not in str(error)


@every
async def test_no_answer_in_time(vendor: Contract) -> None:
    error = await failure(vendor, Trouble.SLOW, seconds=0.2)
    assert error.kind == "timeout" and str(error).endswith("gave no answer within 0.2 seconds")


@every
async def test_a_page_that_refuses_is_told_apart_from_a_wrong_key(vendor: Contract) -> None:
    error = await failure(vendor, Trouble.FORBIDDEN)
    assert ("does not accept" in str(error)) is False
    if vendor.name == "searxng":
        assert error.kind == "access"
        assert 'refuses access (it answers 403): add "json" to search.formats in its settings.yml, or' in str(error)
    else:
        assert "answers with a web page" in str(error)


@every
async def test_nobody_there(vendor: Contract) -> None:
    with SearchServer() as server:
        env = server.env()
    with pytest.raises(CannotSearch) as caught:
        await searched(configured(vendor.name, env), Wish(QUERY), turns())
    assert caught.value.kind == "connection"
    assert str(caught.value).endswith("cannot be reached: check the network and the address")
