"""Addresses as strangers write them: read where they are some, and never a reason to stop."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moot.text import urls

NONE = [
    "http://[bad/x",
    "https://example.org:99999/x",
    "https://example.org:http/",
    "http://exa\u2100mple.org/",
    "http://]/",
]


@pytest.mark.parametrize("address", NONE)
def test_what_is_no_address_has_no_parts(address: str) -> None:
    assert not any(urls.parts(address)) and urls.host(address) == urls.site(address) == ""
    assert urls.page(f"{address}#y") == address


def test_the_parts_of_an_address() -> None:
    address = "https://www.Example.org:8443/a?b=c#d"
    assert (urls.parts(address).port, urls.parts(address).path, urls.parts(address).query) == (8443, "/a", "b=c")
    assert (urls.host(address), urls.site(address)) == ("www.example.org", "example.org")
    assert urls.page(address) == "https://www.Example.org:8443/a?b=c"
    assert urls.host("notes/a.md") == urls.host("") == ""


def test_what_addresses_of_one_place_share() -> None:
    spelled = ("https://www.Example.org/a/", "HTTP://example.org/a", "example.org/A//")
    assert {urls.bare(each) for each in spelled} == {"example.org/a"}
    assert urls.bare("https://example.org/a?b=c#d") == "example.org/a?b=c#d"


def test_one_page_spelled_in_several_ways() -> None:
    spelled = (
        "https://www.example.org/a/?b=c&utm_source=x#d",
        "http://example.org/a?fbclid=1&b=c",
        "https://example.org/a?b=c&spm=2",
    )
    assert {urls.same(each) for each in spelled} == {"example.org/a?b=c"}


@pytest.mark.parametrize("name", ["spmode", "ref", "xref", "href", "gclidx", "mc_cid2"])
def test_a_parameter_that_only_begins_like_a_tracking_mark_tells_two_pages_apart(name: str) -> None:
    assert urls.same(f"https://example.org/a?{name}=full") != urls.same(f"https://example.org/a?{name}=short")


@given(st.text(alphabet=st.sampled_from("htp:/[]@#?.%:19a\u2100\ud800 \n"), max_size=30) | st.text(max_size=40))
def test_any_text_is_read(text: str) -> None:
    for address in (text, f"http://{text}", f"http://[{text}", f"http://a:{text}"):
        parts = urls.parts(address)
        assert isinstance(parts.port, int | None) and urls.host(address) == (parts.hostname or "")
        assert "#" not in urls.page(address)
