"""What registers and archives reply. The replies are written here in the shapes they have."""

from __future__ import annotations

import json
from typing import Any

import pytest
from evidence_web import Pauses, Reply, Site, fetcher
from hypothesis import given
from hypothesis import strategies as st

from moot.evidence.fetch import NotFetched, archive, scholarly
from moot.evidence.fetch.archive import Copy
from moot.evidence.fetch.scholarly import parsed, question
from moot.text.identifiers import Identifier, Register

DOI = Identifier(Register.DOI, "10.5555/Bees.2021(3)".lower())
ARXIV = Identifier(Register.ARXIV, "2101.00001")


def test_what_is_asked() -> None:
    assert question(DOI) == "https://api.crossref.org/works/10.5555%2Fbees.2021%283%29"
    assert question(ARXIV) == "https://export.arxiv.org/api/query?id_list=2101.00001&max_results=1"


def crossref(**more: Any) -> bytes:
    message = {
        "DOI": DOI.value,
        "title": ["Bees &amp; <i>flowers</i>"],
        "subtitle": ["A field study"],
        "author": [
            {"given": "Ada", "family": "Okafor", "sequence": "first", "affiliation": []},
            {"name": "The Bee Group", "sequence": "additional", "affiliation": []},
        ],
        "issued": {"date-parts": [[2021, 3]]},
        "URL": "https://doi.org/10.5555/bees.2021(3)",
        "type": "journal-article",
    }
    return json.dumps({"status": "ok", "message-type": "work", "message": message | more}).encode()


ATOM = """<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">
  <title>arXiv Query</title><opensearch:totalResults>1</opensearch:totalResults>
  <entry>
    <id>http://arxiv.org/abs/2101.00001v1</id><updated>2021-01-04T00:00:00Z</updated>
    <published>2021-01-03T00:00:00Z</published>
    <title>On the flight
  of bees</title><summary>They fly.</summary>
    <author><name>Ada Okafor</name></author><author><name>Li Wei</name></author>
  </entry>
</feed>"""
NO_ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><entry>
<id>http://arxiv.org/api/errors#incorrect_id_format_for_x</id><title>Error</title></entry></feed>"""
BOMB = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>' + ATOM.replace(
    '<?xml version="1.0" encoding="UTF-8"?>', ""
).replace("On the flight", "On &b; &f;")


def test_crossref() -> None:
    assert parsed(DOI, crossref()) == "Bees & flowers: A field study"
    assert parsed(DOI, crossref(subtitle=[])) == "Bees & flowers"
    assert parsed(DOI, crossref(title=[], **{"container-title": []})) == ""


def test_arxiv() -> None:
    assert parsed(ARXIV, ATOM.encode()) == "On the flight of bees"
    assert parsed(ARXIV, NO_ATOM.encode()) == ""
    hostile = parsed(ARXIV, BOMB.encode())
    assert "root" not in hostile and "aaaa" not in hostile


HOSTILE = [
    b"",
    b"null",
    b"[]",
    b"{}",
    b'{"message": 5}',
    b'{"message": {"title": 5}}',
    b"<feed/>",
    b"\xff",
    b"[" * 9999,
]


@pytest.mark.parametrize("reply", HOSTILE)
@pytest.mark.parametrize("identifier", [DOI, ARXIV], ids=str)
def test_replies_that_are_none(identifier: Identifier, reply: bytes) -> None:
    assert parsed(identifier, reply) == ""
    assert archive.parsed(reply) is None


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@given(st.sampled_from(["title", "subtitle", "container-title"]), JSON)
def test_a_field_of_any_shape(field: str, value: Any) -> None:
    assert isinstance(parsed(DOI, crossref(**{field: value})), str)


async def test_looking_up(monkeypatch: pytest.MonkeyPatch) -> None:
    pages = {
        "/works/10.5555%2Fbees.2021%283%29": Reply(crossref(), kind="application/json"),
        "/api/query?id_list=2101.00001&max_results=1": Reply(ATOM, kind="application/atom+xml; charset=utf-8"),
        "/api/query?id_list=9999.99999&max_results=1": Reply(NO_ATOM, kind="application/atom+xml"),
        "/works/10.5555%2Fbroken": Reply("{", 500, kind="application/json"),
    }
    async with Site(pages) as site, fetcher() as web:
        monkeypatch.setattr(scholarly, "CROSSREF", site.url(""))
        monkeypatch.setattr(scholarly, "ARXIV", site.url(""))
        known = [await scholarly.look_up(web, each) for each in (DOI, ARXIV)]
        assert known == ["Bees & flowers: A field study", "On the flight of bees"]
        reasons: list[str] = []
        for each in ("10.5555/none", "10.5555/broken"):
            found = await scholarly.look_up(web, Identifier(Register.DOI, each))
            assert isinstance(found, NotFetched)
            reasons.append(found.reason)
        found = await scholarly.look_up(web, Identifier(Register.ARXIV, "9999.99999"))
        assert isinstance(found, NotFetched)
    assert reasons == ["Crossref does not know DOI 10.5555/none", "Crossref: it answers 500 (an error of the site)"]
    assert found.reason == "arXiv does not know arXiv id 9999.99999"


async def test_arxiv_is_asked_once_in_three_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    pauses = Pauses()
    pages = {"/api/query?id_list=2101.00001&max_results=1": Reply("", kind="application/atom+xml")}
    async with Site(pages) as site, fetcher(pauses=pauses) as web:
        monkeypatch.setattr(scholarly, "ARXIV", site.url(""))
        for _ in range(3):
            await scholarly.look_up(web, ARXIV)
    assert pauses.slept == [3.0, 3.0]


def wayback(**more: Any) -> bytes:
    closest = {
        "status": "200",
        "available": True,
        "url": "http://web.archive.org/web/20210304050607/https://bees.example/a?b=c",
        "timestamp": "20210304050607",
    }
    return json.dumps({"url": "bees.example/a", "archived_snapshots": {"closest": closest | more}}).encode()


def test_archived_copies() -> None:
    asked = archive.question("https://bees.example/a?b=c")
    assert asked == "https://archive.org/wayback/available?url=https%3A%2F%2Fbees.example%2Fa%3Fb%3Dc"
    copy = Copy("https://web.archive.org/web/20210304050607/https://bees.example/a?b=c", "2021-03-04")
    assert archive.parsed(wayback()) == copy
    for bad in (
        {"available": False},
        {"status": "404"},
        {"url": "http://evil.example/web/x"},
        {"url": "http://[x"},
        {"timestamp": "then"},
    ):
        assert archive.parsed(wayback(**bad)) is None
    assert archive.parsed(b'{"url": "x", "archived_snapshots": {}}') is None


async def test_asking_for_a_copy() -> None:
    pages = {
        "/wayback/available?url=http%3A%2F%2Fa": Reply(wayback(), kind="application/json"),
        "/wayback/available?url=http%3A%2F%2Fb": Reply('{"archived_snapshots": {}}', kind="application/json"),
    }
    async with Site(pages) as site, fetcher() as web:
        found = [await archive.copy_of(web, f"http://{name}", base=site.url("")) for name in "abc"]
    assert isinstance(found[0], Copy)
    assert [each.reason for each in found[1:] if isinstance(each, NotFetched)] == [
        "the archive has no copy",
        "the archive: it answers 404 (not found)",
    ]
