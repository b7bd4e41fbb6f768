"""Which hits are opened: of the web, wanted, and each page once however its address is spelled."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moot.evidence.search.choice import PER_HOST, chosen
from moot.text.urls import same
from moot.words import Hit, Web

WEB = Web(engines=("plain",))


def found(*addresses: str, web: Web = WEB, known: tuple[str, ...] = (), most: int = 9) -> list[str]:
    return [hit.address for hit in chosen([[Hit(address=each) for each in addresses]], known, web, "", most)]


def test_one_page_has_one_spelling() -> None:
    spelled = ["http://example.org/a", "https://www.Example.org:443/a/?utm_source=x#top", "https://example.org:80/a"]
    assert {same(each) for each in spelled} == {"example.org/a"}
    assert found(*spelled) == spelled[:1]
    assert same("https://example.org:8443/a?b=c") == "example.org:8443/a?b=c"


def test_many_pages_of_one_host_are_held_back() -> None:
    assert len(found(*(f"https://example.org/{n}" for n in range(9)))) == PER_HOST


@pytest.mark.parametrize("domain", ["xn--bcher-kva.de", "bücher.de"])
def test_a_domain_holds_in_both_its_spellings(domain: str) -> None:
    spelled = ["https://xn--bcher-kva.de/a", "https://alte.bücher.de/b"]
    assert found(*spelled, web=Web(engines=("plain",), deny=(domain,))) == []
    assert found(*spelled, "https://example.org/", web=Web(engines=("plain",), allow=(domain,))) == spelled


@pytest.mark.parametrize(
    "address", ["https://example.org:99999/x", "http://[bad/x", "http://exa\u2100mple.org/", "a.md"]
)
def test_what_is_no_address_is_passed_over(address: str) -> None:
    assert same(address) == address
    assert found(address, "https://example.org/") == ["https://example.org/"]


@given(st.text(max_size=30))
def test_any_text_has_a_spelling(text: str) -> None:
    for address in (text, f"http://{text}", f"http://a:{text}"):
        assert isinstance(same(address), str)
