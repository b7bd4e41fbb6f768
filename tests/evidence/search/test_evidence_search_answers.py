"""What engines make of answers that strangers wrote, and of the peculiarities of each vendor."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moot.evidence.search import CannotSearch, Engine, Hit, Wish
from moot.evidence.search.answers import hit
from moot.evidence.search.arxiv import ArXiv
from moot.evidence.search.brave import Brave
from moot.evidence.search.configured import Key
from moot.evidence.search.exa import Exa
from moot.evidence.search.openalex import OpenAlex
from moot.evidence.search.searxng import SearXNG
from moot.evidence.search.tavily import Tavily

KEY = Key("SOME_API_KEY", "s3cret")
ENGINES: tuple[Engine, ...] = (Brave(KEY), Tavily(KEY), Exa(KEY), OpenAlex(KEY), SearXNG("http://x.example"), ArXiv())
JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                ["results", "web", "url", "title", "doi", "open_access", "oa_url", "highlights", "type", "id"]
            )
            | st.text(max_size=5),
            inner,
            max_size=6,
        )
    ),
    max_leaves=30,
)
every = pytest.mark.parametrize("engine", ENGINES, ids=lambda each: each.name)


def hits(engine: Engine, answer: Any) -> list[Hit]:
    return engine.hits(json.dumps(answer).encode())


def feed(*entries: str, head: str = "") -> bytes:
    return f'{head}<feed xmlns="http://www.w3.org/2005/Atom">{"".join(entries)}</feed>'.encode()


@every
@given(body=st.binary(max_size=200) | JSON.map(lambda value: json.dumps(value).encode()))
def test_any_answer_is_hits_or_a_clause(engine: Engine, body: bytes) -> None:
    try:
        assert all(hit.address.startswith(("http://", "https://")) for hit in engine.hits(body))
    except CannotSearch as error:
        assert error.kind in ("malformed", "declined") and str(error)


@pytest.mark.parametrize("port", ["99999", "-1", "x", "٣x"])
def test_an_address_that_has_no_port_to_ask_at_is_no_hit(port: str) -> None:
    assert hit(f"https://example.org:{port}/x", "Bees", "", "") is None
    assert hit("https://example.org:8443/x", "Bees", "", "") == Hit(address="https://example.org:8443/x", title="Bees")


@every
def test_deep_answers_do_not_break_it(engine: Engine) -> None:
    with pytest.raises(CannotSearch):
        engine.hits(b"[" * 100_000)


def test_hits_are_lines_of_bounded_length_at_addresses_of_the_web() -> None:
    rows = [
        {"url": "javascript:alert(1)", "title": "x"},
        {"url": "file:///etc/passwd", "title": "x"},
        {"url": "ftp://a.example/x", "title": "x"},
        {"url": "https://", "title": "x"},
        {"url": "https://[::1", "title": "x"},
        {"url": "https://a.example/b c", "title": "x"},
        {"url": "https://a.example/\u202eb", "title": "x"},
        {"url": "https://a.example/" + "x" * 5000, "title": "x"},
        {"url": 7, "title": "x"},
        "no object",
        {
            "url": " https://a.example/ok ",
            "title": "two\nlines\u202e\ud800 " + "t" * 5000,
            "content": ["no text"],
            "published_date": "Fri, 28 Nov 2025 06:34:57 GMT",
        },
    ]
    (hit,) = hits(Tavily(KEY), {"results": rows})
    assert hit.address == "https://a.example/ok"
    assert hit.title.startswith("two lines� ttt") and hit.title.endswith("…") and len(hit.title) == 200
    assert (hit.snippet, hit.date) == ("", "2025-11-28")


def test_brave_marks_and_escapes_its_texts() -> None:
    row = {
        "url": "https://a.example/",
        "title": "<strong>Bees</strong> &amp; hives",
        "description": "It&#x27;s &lt;10 km",
        "page_age": "2025-01-29T22:23:56",
    }
    (hit,) = hits(Brave(KEY), {"type": "search", "web": {"type": "search", "results": [row]}})
    assert hit == Hit(address="https://a.example/", title="Bees & hives", snippet="It's <10 km", date="2025-01-29")


@pytest.mark.parametrize(
    ("language", "told"), [("de", "de"), ("ja", "jp"), ("zh", "zh-hans"), ("no", "nb"), ("eo", None), ("", None)]
)
def test_brave_is_asked_for_languages_that_it_knows(language: str, told: str | None) -> None:
    url = Brave(KEY).ask(Wish("bees", language=language)).url
    assert (f"search_lang={told}" in url) if told else ("search_lang" not in url)


def test_exa_is_asked_for_no_more_than_its_fee_pays_for() -> None:
    assert json.loads(Exa(KEY).ask(Wish("bees", count=50)).body)["numResults"] == 10


def test_searxng_without_an_answer_from_its_engines_has_not_found_nothing() -> None:
    empty = {"query": "bees", "results": [], "unresponsive_engines": [["google", "CAPTCHA"], ["bing", "timeout"]]}
    with pytest.raises(
        CannotSearch, match=r"found nothing, and engines that it asks failed: google \(CAPTCHA\), bing \(timeout\)"
    ) as caught:
        hits(SearXNG("http://x.example"), empty)
    assert caught.value.kind == "declined"
    assert hits(SearXNG("http://x.example"), empty | {"unresponsive_engines": []}) == []


def test_openalex_leads_to_what_can_be_read() -> None:
    work: dict[str, Any] = {
        "display_name": "On <i>Apis</i> &amp; others",
        "publication_date": "2021-02-03",
        "doi": "https://doi.org/10.5555/1",
        "open_access": {"is_oa": True, "oa_url": "https://repository.example/1.pdf"},
        "primary_location": {"landing_page_url": "https://publisher.example/1"},
        "abstract_inverted_index": {"fly": [1, 4], "Bees": [0], "and": [3], "far,": [2]},
    }
    closed = work | {"open_access": {"is_oa": False, "oa_url": None}}
    neither = closed | {"doi": None, "abstract_inverted_index": None}
    lost = neither | {"primary_location": None}
    found = hits(OpenAlex(), {"meta": {}, "results": [work, closed, neither, lost]})
    assert [hit.address for hit in found] == [
        "https://repository.example/1.pdf",
        "https://doi.org/10.5555/1",
        "https://publisher.example/1",
    ]
    assert found[0].title == "On Apis & others"
    assert [hit.snippet for hit in found] == ["Bees fly far, and fly", "Bees fly far, and fly", ""]
    assert {hit.date for hit in found} == {"2021-02-03"}


def test_an_abstract_out_of_its_form_is_read_as_far_as_it_goes() -> None:
    index = {"Bees": [0, "1", None], "fly": [1, [2]], "far": 7, "x": {"0": 1}}
    row = {"doi": "https://doi.org/10.5555/1", "abstract_inverted_index": index}
    assert [hit.snippet for hit in hits(OpenAlex(), {"results": [row]})] == ["Bees fly"]


def test_openalex_with_a_key() -> None:
    ask = OpenAlex(KEY).ask(Wish("bees"))
    assert ask.headers["Authorization"] == "Bearer s3cret"
    assert "s3cret" not in ask.url and "s3cret" not in repr(ask)
    assert (OpenAlex(KEY).fee, OpenAlex().fee) == (Decimal("0.001"), 0)


@pytest.mark.parametrize(
    ("engine", "said"),
    [
        (OpenAlex(), "set OPENALEX_API_KEY to a free key, or wait until midnight UTC"),
        (OpenAlex(KEY), "wait until midnight UTC"),
    ],
)
def test_openalex_says_what_to_do_about_a_used_up_day(engine: OpenAlex, said: str) -> None:
    body = b'{"error": "Rate limit exceeded", "message": "Insufficient budget. This request costs $0.001 \xe2\x80\xa6"}'
    refusal = engine.refusal(429, body)
    assert refusal and refusal.kind == "access"
    assert str(refusal) == f"what OpenAlex gives for free on one day is used up: {said}"
    assert engine.refusal(429, b"{}") is None


def test_arxiv_is_asked_for_the_words_that_count() -> None:
    url = ArXiv().ask(Wish('What are "large language models" and RLHF?', until="2026-03-31")).url
    assert "search_query=%28all%3A%22large+language+models%22+OR+all%3ARLHF%29+AND+submittedDate%3A%5B" in url
    assert "+TO+202603312359%5D" in url
    assert "search_query=all%3Ato+OR+all%3Abe&" in ArXiv().ask(Wish("to be?")).url


def test_arxiv_gives_abstract_pages() -> None:
    entry = (
        "<entry><id>http://arxiv.org/abs/2101.00001v2</id><title>On\n  bees</title><summary> They fly.\n</summary>"
        "<published>2021-01-01T17:59:59Z</published></entry>"
    )
    assert ArXiv().hits(feed(entry)) == [
        Hit(address="https://arxiv.org/abs/2101.00001v2", title="On bees", snippet="They fly.", date="2021-01-01")
    ]


def test_arxiv_declines_in_a_feed() -> None:
    body = feed(
        "<entry><id>https://arxiv.org/api/errors#x</id><title>Error</title><summary>bad\nquery</summary></entry>"
    )
    with pytest.raises(CannotSearch, match="arXiv declines the query: bad query") as caught:
        ArXiv().hits(body)
    assert caught.value.kind == "declined"
    refusal = ArXiv().refusal(400, body)
    assert str(refusal) == "arXiv declines the query: bad query"
    assert ArXiv().refusal(400, b"no feed") is None


@pytest.mark.parametrize(
    "head",
    [
        '<!DOCTYPE feed [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>',
        '<!DOCTYPE feed [<!ENTITY b SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE feed SYSTEM "http://127.0.0.1:9/feed.dtd">',
    ],
)
def test_no_entity_and_no_dtd_of_a_feed_is_taken(head: str) -> None:
    body = feed("<entry><id>https://arxiv.org/abs/1</id><title>b</title></entry>", head=head)
    with pytest.raises(CannotSearch, match="not an Atom feed"):
        ArXiv().hits(body)
