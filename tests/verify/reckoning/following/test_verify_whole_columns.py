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


TREES = """The account lists the trees that were planted, with the unit price paid.

| Species | Trees | Unit price (€) | Failed |
|---|---|---|---|
| Maple | 320 | 185 | 16 |
| Lime | 450 | 240 | 27 |
| Cherry | 220 | 165 | 33 |
| Total | 990 | – | 76 |
"""
TICKETS = """| Class | Seats | Fare per seat ($) |
|---|---|---|
| Saloon | 120 | 14.50 |
| Deck | 260 | 9 |
| Cabin | 48 | 62 |
"""
KITS = """| Kit | Sets sold | Price each (£) | Returned |
|---|---|---|---|
| Small | 200 | 15 | 4 |
| Medium | 120 | 25 | 6 |
| Large | 80 | 40 | 2 |
"""


@pytest.mark.parametrize(
    ("text", "evidence", "true"),
    [
        ("The 990 trees cost €203,500 altogether.", TREES, True),
        ("The 990 trees cost €213,500 altogether.", TREES, False),
        ("With all seats taken the boat earns $7,056 a trip.", TICKETS, True),
        ("With all seats taken the boat earns $7,956 a trip.", TICKETS, False),
        ("The sets that were sold brought in £9,200.", KITS, True),
        ("The sets that were sold brought in £9,700.", KITS, False),
    ],
)
def test_a_column_at_the_prices_of_another(text: str, evidence: str, true: bool) -> None:
    found = audited(text, library(evidence))
    assert (found.outcome is Outcome.HOLDS) is true, found.reason
