"""Figures that follow from the evidence by an operation that the claim states."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from verify_library import audited, cite, claim, library, only

from moot.verify import verify
from moot.verify.figures import Figures
from moot.words import Outcome

KNOWN = library(
    """# Bridges and ponds

The bridge cost 240,000 marks, of which the county bears 65 %. The estimate was 212 million in 2021 and 268 million in
2024. The museum counted 49,600 visitors on 301 opening days of 2023.

All figures in million talers. The surplus was 38.4 million talers, after 45.1 million talers in the year before.

| Segment | Premiums 2023 | Claims 2022 | Claims 2023 |
|---|---|---|---|
| Home | 224 | 131 | 158 |
| Motor | 241 | 187 | 179 |
| Farm | 88 | 52 | 71 |
| Total | 553 | 370 | 408 |

| Span | Length (m) |
|---|---|
| North approach | 32 |
| River span 1 | 58 |
| River span 2 | 61 |
""",
    date="2024-03-05",
)


def judged(text: str) -> tuple[Outcome, str]:
    finding = only(Figures().findings([claim(text, *(cite(KNOWN, each.text) for each in KNOWN.passages))], KNOWN))
    return finding.outcome, finding.reason


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The two river spans have a combined length of 119 m.", "58 + 61"),
        ("The two river spans together are 0.119 km long.", "58 + 61"),
        ("The two river spans have a length of 119 m.", "58 + 61"),
        ("The three spans add up to 151 m.", "32 + 58 + 61"),
        ("River span 2 is 3 m longer than river span 1.", "61 − 58"),
        ("The county's share of the cost comes to 156,000 marks.", "65 % of 240,000"),
        ("The estimate rose by 56 million between 2021 and 2024.", "268 million − 212 million"),
        ("The estimate rose by about 26 % between 2021 and 2024.", "268 million / 212 million − 1"),
        ("Home claims of 2023 were about 71 % of home premiums.", "158 / 224"),
        ("Motor claims fell by 8 million talers from 2022 to 2023.", "187 − 179"),
        ("On an average opening day roughly 165 visitors came to the museum.", "49,600 / 301"),
        ("The surplus was 6.7 million talers lower in 2023 than in 2022.", "45.1 million − 38.4 million"),
        ("Home, motor and farm claims of 2023 total 408 million talers.", "every figure"),
        ("Home claims of 2023 came to 158 million talers.", "every figure"),
    ],
)
def test_what_follows_by_a_stated_operation_holds(text: str, said: str) -> None:
    outcome, reason = judged(text)
    assert outcome is Outcome.HOLDS, reason
    assert said in reason


@pytest.mark.parametrize(
    "text",
    [
        "The two river spans have a combined length of 129 m.",
        "The two river spans have a combined length of 119 km.",
        "The river spans have a length of 119 m.",  # No operation is stated.
        "The county's share of the cost comes to 165,000 marks.",
        "The estimate rose by 65 million between 2021 and 2024.",
        "The estimate rose by 56 % between 2021 and 2024.",
        "Home claims of 2023 were about 91 % of home premiums.",
        "Motor claims fell by 28 million talers from 2022 to 2023.",
        "Home claims of 2023 came to 158 billion talers.",
        "On an average opening day roughly 195 visitors came to the museum.",
        "Home claims of 2023 were three times the farm claims of 2023.",
    ],
)
def test_what_does_not_follow_fails(text: str) -> None:
    outcome, reason = judged(text)
    assert outcome is Outcome.FAILS, reason


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("River span 2 is 13 m longer than river span 1.", "the difference is 3 (61 − 58), not 13 m"),
        ("Home claims of 2023 came to 158 billion talers.", "unit differs: 158 billion against 158 (Claims 2023)"),
        ("Home claims of 2023 were three times the farm claims of 2023.", "three times against 2.23 (158 / 71)"),
    ],
)
def test_the_right_figure_is_told(text: str, said: str) -> None:
    outcome, reason = judged(text)
    assert outcome is Outcome.FAILS
    assert said in reason


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("It was opened in May 2022.", "May 2022 is not in the quoted evidence, which says 2022"),
        ("The count was made in 2025.", "date differs"),
    ],
)
def test_another_date_fails(text: str, said: str) -> None:
    outcome, reason = judged(text)
    assert outcome is Outcome.FAILS
    assert said in reason


@given(st.integers(2, 400))
def test_of_all_sums_of_the_two_spans_one_holds(length: int) -> None:
    outcome, _ = judged(f"The two river spans have a combined length of {length} m.")
    assert (outcome is Outcome.HOLDS) == (length in (119, 58, 61, 32))


def test_a_mean_is_shown_with_what_it_is_made_of() -> None:
    known = library("| Field | Yield |\n|---|---|\n| Mill | 41 |\n| Ford | 44 |\n| Hill | 50 |\n")
    finding = audited("On average the three fields had a yield of 45.", known)
    assert "45 is (41 + 44 + 50) / 3" in finding.reason, finding.reason


KILN = library(
    """# Kiln-3 and its wreck

Kiln-3, a tug of 12 tonnes, sank in 1912. The diving bell was turned 25 degrees. Of the 60 jars that were
sampled, 51 held tar. Divers brought up 468 finds; 30 of them had been sold by 2021.

| Kind | Brought up | Residue sampled | Lost |
|---|---|---|---|
| Wine jars | 290 | 60 | 15 |
| Oil jars | 118 | 40 | 5 |
| Pots | 60 | 17 | 4 |
"""
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("In all, residue of 127 finds was sampled.", "the sum is 117"),  # though 468 − 290 − 51 is 127
        ("A total of 34 finds were lost.", "the sum is 24"),  # though 4 of the table and the 30 that were sold are 34
        (
            "The bell of Kiln-3 was turned by 8.3 degrees on average.",
            "8.3 degrees",
        ),  # though 25 by the 3 of a name is 8.3
    ],
)
def test_what_no_reader_would_add_up_gives_no_figure(text: str, said: str) -> None:
    finding = audited(text, KILN)
    assert finding.outcome is Outcome.FAILS
    assert said in finding.reason


FINED = "Of 140 farms visited, 17 broke the rule. Fines were issued to six of them, 3,900 euros in all."
GRANTS = "Of 31 applicants eleven were shortlisted. Four of these got grants, 48,000 pounds together."


@pytest.mark.parametrize(
    ("text", "source", "outcome"),
    [
        ("On average each fined farm had to pay 650 euros.", FINED, Outcome.HOLDS),
        ("On average each fined farm had to pay 750 euros.", FINED, Outcome.FAILS),
        ("The grants averaged 12,000 pounds.", GRANTS, Outcome.HOLDS),
        ("The grants averaged 16,000 pounds.", GRANTS, Outcome.FAILS),
    ],
)
def test_a_mean_is_of_those_that_were_told_before(text: str, source: str, outcome: Outcome) -> None:
    assert verify(text, [source]).outcome is outcome
