"""A figure of one quarter or half is none of another's, also where the second is named by its number alone."""

from __future__ import annotations

import pytest
from verify_library import audited, library

from moot.words import Outcome

SALES = "Sales were 40 in the first quarter and 52 in the second."
HALVES = "Revenue was 40 million euros in the first half of 2024 and 52 million in the second."
PORT = (
    "In the first quarter the port handled 310,000 tonnes, in the second 290,000 and in the third 345,000 tonnes. "
    "It took part in the second of two trials."
)
UMSATZ = "Der Umsatz betrug 40 im ersten Quartal und 52 im zweiten."


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        ("Sales were 52 in the second quarter.", SALES),
        ("Sales were 40 in Q1.", SALES),
        ("Sales rose from 40 in the first quarter to 52 in the second.", SALES),
        ("Revenue was 52 million euros in the second half of 2024.", HALVES),
        ("Revenue was €52 million in H2 2024.", HALVES),
        ("The port handled 290,000 tonnes in the second quarter.", PORT),
        ("The port handled 345,000 tonnes in the third quarter.", PORT),
        ("Der Umsatz betrug 52 im zweiten Quartal.", UMSATZ),
    ],
)
def test_it_is_that_of_its_own(claim: str, evidence: str) -> None:
    found = audited(claim, library(evidence))
    assert found.outcome is Outcome.HOLDS, found.reason


@pytest.mark.parametrize(
    ("claim", "evidence", "said"),
    [
        ("Sales were 52 in the first quarter.", SALES, "52 is of quarter 2, quarter 1 has 40"),
        ("Sales were 40 in the second quarter.", SALES, "40 is of quarter 1, quarter 2 has 52"),
        ("Sales were 40 in Q2.", SALES, "40 is of quarter 1, quarter 2 has 52"),
        ("Revenue was 52 million euros in the first half of 2024.", HALVES, "half 1 has 40 million euros"),
        ("Revenue was 40 million euros in H2 2024.", HALVES, "half 2 has 52 million"),
        ("Revenue was 52 million euros in the second half of 2023.", HALVES, "date differs"),
        ("The port handled 290,000 tonnes in the third quarter.", PORT, "quarter 3 has 345,000 tonnes"),
        ("The port handled 345,000 tonnes in Q2.", PORT, "quarter 2 has 290,000"),
        ("Der Umsatz betrug 40 im zweiten Quartal.", UMSATZ, "quarter 2 has 52"),
    ],
)
def test_it_is_not_that_of_another(claim: str, evidence: str, said: str) -> None:
    found = audited(claim, library(evidence))
    assert (found.outcome, found.gate) == (Outcome.FAILS, True) and said in found.reason, found.reason
