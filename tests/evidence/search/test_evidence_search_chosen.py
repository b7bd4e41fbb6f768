"""Which engines take part, by name and by what the environment configures."""

from __future__ import annotations

import sys
from importlib.metadata import EntryPoint

import pytest

from moot import plugins
from moot.errors import UsageError
from moot.evidence.search import chosen
from moot.evidence.search.chosen import known


def names(asked: list[str], env: dict[str, str]) -> list[str]:
    return [engine.name for engine in chosen(asked, env)]


def test_those_that_are_named_in_their_order_each_once() -> None:
    env = {"BRAVE_API_KEY": "k", "EXA_API_KEY": "k"}
    assert names(["openalex", "brave", "OpenAlex"], env) == ["openalex", "brave"]


def test_without_names_all_that_are_configured_and_search_the_web() -> None:
    env = {
        "EXA_API_KEY": "k",
        "BRAVE_SEARCH_API_KEY": "k",
        "SEARXNG_URL": "http://localhost:8080",
        "OPENALEX_API_KEY": "k",
    }
    assert names([], env) == ["brave", "exa", "searxng"]


def test_without_any_the_scholarly_ones_that_need_nothing() -> None:
    assert names([], {"TAVILY_API_KEY": " "}) == ["arxiv", "openalex"]


def test_an_unknown_engine() -> None:
    with pytest.raises(UsageError) as caught:
        chosen(["gogle"], {})
    assert str(caught.value) == (
        "There is no search engine 'gogle'; there are arxiv, brave, exa, openalex, searxng, tavily."
    )


@pytest.mark.parametrize(
    ("name", "variable"),
    [("brave", "BRAVE_API_KEY"), ("tavily", "TAVILY_API_KEY"), ("exa", "EXA_API_KEY"), ("searxng", "SEARXNG_URL")],
)
def test_an_engine_that_is_not_configured(name: str, variable: str) -> None:
    with pytest.raises(UsageError) as caught:
        chosen([name], {"OPENALEX_API_KEY": "k"})
    assert str(caught.value) == f"The search engine {name} is not configured: set {variable} in the environment."


def test_the_key_that_is_refused_is_called_by_its_variable() -> None:
    (brave,) = chosen(["brave"], {"BRAVE_SEARCH_API_KEY": "k"})
    refusal = brave.refusal(401, b"")  # pyright: ignore[reportAttributeAccessIssue]
    assert str(refusal) == "Brave does not accept the key in BRAVE_SEARCH_API_KEY: check it"


def test_a_package_that_does_not_load(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = {"ours": EntryPoint("ours", "no.such.package:VENDOR", "moot.engines")}

    def registered(group: str) -> dict[str, EntryPoint]:
        return broken

    for module in (sys.modules["moot.evidence.search.chosen"], plugins):
        monkeypatch.setattr(module, "registered", registered)
    with pytest.raises(UsageError, match=r"The search engine 'ours' of the package no\.such\.package does not load"):
        chosen(["ours"], {})


def test_what_can_search_here_is_known() -> None:
    rows = {each.name: each for each in known({"BRAVE_API_KEY": "x", "SEARXNG_URL": "no address"})}
    assert rows["brave"].fee and not rows["brave"].why
    assert rows["tavily"].fee is None and rows["tavily"].why == "set TAVILY_API_KEY in the environment"
    assert rows["searxng"].fee is None and rows["searxng"].why
    assert rows["arxiv"].scholarly and rows["arxiv"].fee == 0
