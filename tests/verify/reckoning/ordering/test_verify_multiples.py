"""What doubled is reckoned from where it began and where it came to."""

from __future__ import annotations

import pytest
from verify_library import said

from moot.verify.claim import verify
from moot.verify.direction import Direction
from moot.words import Outcome

OUTPUT = "Output rose from 10 million tonnes in 2019 to 13 million tonnes in 2023."
MORE = "Output rose from 10 million tonnes in 2019 to 23 million tonnes in 2023."
SALES = "Sales rose from 7.79 million to 16.6 million."
FEE = "The fee was cut from 10 euros to 8 euros."
VISITORS = "The number of visitors rose from 45,000 to 90,000."
MEMBERS = "There were 280 members in 2015 and 560 in 2022."
TABLE = """
| Species | Pairs 2013 | Pairs 2023 |
|---|---|---|
| Tern | 40 | 83 |
| Gull | 90 | 120 |
"""
WRONG = [
    ("Output doubled from 10 to 13 million tonnes.", OUTPUT),
    ("Sales tripled to 16.6 million.", SALES),
    ("The fee halved to 8 euros.", FEE),
    ("The number of visitors quadrupled to 90,000.", VISITORS),
    ("Output almost doubled.", OUTPUT),
    ("Output more than doubled between 2019 and 2023.", OUTPUT),
    ("The number of visitors grew threefold.", VISITORS),
    ("The number of members has tripled since 2015.", MEMBERS),
    ("Pairs of the gull doubled between 2013 and 2023.", TABLE),
]
TRUE = [
    ("Output more than doubled to 23 million tonnes.", MORE),
    ("Output more than doubled.", MORE),
    ("Sales more than doubled to 16.6 million.", SALES),
    ("The number of visitors doubled to 90,000.", VISITORS),
    ("The number of members has doubled since 2015.", MEMBERS),
    ("The fee was halved to 5 euros.", "The fee was cut from 10 euros to 5 euros."),
    ("Membership nearly tripled.", "Membership rose from 4,000 in 2015 to 11,600 in 2020."),
    ("Waiting times more than halved.", "Waiting times fell from 60 to 25 minutes."),
    ("Pairs of the tern doubled between 2013 and 2023.", TABLE),
]


@pytest.mark.parametrize(("text", "evidence"), WRONG)
def test_a_multiple_that_the_figures_refute_does_not_pass(text: str, evidence: str) -> None:
    assert "the claim says" in said(Direction(), text, evidence)
    assert verify(text, [evidence]).outcome is Outcome.FAILS


@pytest.mark.parametrize(("text", "evidence"), TRUE)
def test_a_multiple_that_the_figures_bear_out_passes(text: str, evidence: str) -> None:
    assert said(Direction(), text, evidence) == ""
    assert verify(text, [evidence]).outcome is Outcome.HOLDS


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("Output did not double.", OUTPUT),
        ("Output would have doubled.", OUTPUT),
        ("The output of coal doubled.", "The output of steel rose from 10 to 13 tonnes."),
        ("Output in Norway doubled.", "Output in Sweden rose from 10 to 13 tonnes."),
        ("Output has doubled twice.", "Output rose from 10 to 40 tonnes."),
    ],
)
def test_what_the_figures_do_not_tell_is_left_alone(text: str, evidence: str) -> None:
    assert "but it went" not in said(Direction(), text, evidence)
