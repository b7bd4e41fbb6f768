"""DOIs and arXiv ids as texts and addresses have them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moot.text import identifiers
from moot.text.identifiers import Identifier, Register, landing


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("See https://doi.org/10.5555/abc.12-3.", ["10.5555/abc.12-3"]),
        ("(doi:10.5555/ABC)", ["10.5555/abc"]),
        ("doi 10.5555/s0140-6736(20)30183-5, and more", ["10.5555/s0140-6736(20)30183-5"]),
        ("https://x.example/doi/full/10.5555/abc?download=true#top", ["10.5555/abc"]),
        ("https://x.example/10.5555/abc/full", ["10.5555/abc"]),
        ("https://x.example/content/10.5555/abc.full.pdf", ["10.5555/abc"]),
        ("https://x.example/content/10.1101/2020.01.02.123456v2.full", ["10.1101/2020.01.02.123456"]),
        ("https://doi.org/10.5555%2Fabc", ["10.5555/abc"]),
        ("<a href='https://doi.org/10.5555/abc'>", ["10.5555/abc"]),
        ("arXiv:2101.00001v2 [cs.CL]", ["2101.00001"]),
        ("https://arxiv.org/pdf/2101.00001v3.pdf", ["2101.00001"]),
        ("https://arxiv.org/abs/hep-th/9901001", ["hep-th/9901001"]),
        ("arXiv preprint arXiv:2101.0001", ["2101.0001"]),
        ("https://doi.org/10.48550/arXiv.2101.00001", ["2101.00001"]),
        ("doi:10.5555/a; arXiv:2101.00001; doi:10.5555/a", ["10.5555/a", "2101.00001"]),
        ("doi:10.5555/a\ud800b", ["10.5555/a"]),
        ("Version 10.12/3 of 2101.00001, and page 10.1/2", []),
        ("", []),
    ],
)
def test_identifiers_in_texts(text: str, found: list[str]) -> None:
    assert [each.value for each in identifiers.find(text)] == found


@pytest.mark.timeout(10)
@pytest.mark.parametrize("gap", [" ", "\n", " \n", ": ", "."])
def test_a_name_and_nothing_but_blanks_is_no_work(gap: str) -> None:
    assert identifiers.find(f"arxiv{gap * 20_000}") == identifiers.find("arxiv" * 4_000 + gap * 20_000) == ()


@given(st.text(max_size=200))
def test_any_text_has_identifiers_or_none(text: str) -> None:
    for each in identifiers.find(f"doi:10.5555/{text} arxiv:{text}"):
        assert landing(each).startswith("https://")


def test_where_a_work_is() -> None:
    assert landing(Identifier(Register.DOI, "10.5555/bees.2021(3)")) == "https://doi.org/10.5555/bees.2021(3)"
    assert landing(Identifier(Register.ARXIV, "2101.00001")) == "https://arxiv.org/abs/2101.00001"
