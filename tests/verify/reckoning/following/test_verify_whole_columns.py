"""Figures that whole columns give, of which a claim names neither head nor row."""

from __future__ import annotations

import pytest
from verify_library import assert_follows, audited, library

from moot.words import Outcome

REFUGE = library(
    """# Owl refuge

| Valley | Owls ringed 2031 | Owls ringed 2032 | Nights out |
|---|---|---|---|
| Ash | 141 | 158 | 23 |
| Birch | 97 | 104 | 19 |
| Cedar | 212 | 229 | 37 |
| Elder | 64 | 57 | 11 |
"""
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Volunteers put bands on 548 birds in 2032.", "158 + 104 + 229 + 57"),
        ("Altogether 6.6% more birds were caught in 2032 than a year earlier.", "/ (141 + 97 + 212 + 64) − 1"),
    ],
)
def test_a_whole_column_follows(text: str, words: str) -> None:
    assert_follows(text, REFUGE, words)


@pytest.mark.parametrize(
    "text",
    [
        "Volunteers put bands on 578 birds in 2032.",
        "Altogether 9.6% more birds were caught in 2032 than a year earlier.",
    ],
)
def test_another_number_does_not(text: str) -> None:
    assert audited(text, REFUGE).outcome is Outcome.FAILS
