"""A minus, or the brackets that accounts have for it, is told by a claim in figures or in words."""

from __future__ import annotations

import pytest
from verify_library import audited, library

from moot.words import Outcome

FIRM = (
    "All amounts in £m.\n\n|  | H1 2025 | H1 2024 | Change |\n|---|---|---|---|\n"
    "| Licensing | 97.4 | 101.2 | (3.8)% |\n"
    "| Free cash flow | (4.1) | 17.3 | n/m |\n| Cost of sales | (210.4) | (198.2) | 6.2% |\n"
    "| Increase in stocks | (8.6) | (5.2) | |\n"
)
CLUB = "| Club | Members 2024 | Change on 2023 |\n|---|---|---|\n| Rowing | 412 | −23 |\n| Chess | 96 | +8 |\n"
RESULT = "The result was -4.1 million euros in 2024. Revenue was 88.2 million euros."
FROST = "| Month | Mean temperature, °C |\n|---|---|\n| January | -6.4 |\n| July | 17.2 |\n"


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        ("Free cash flow was -£4.1m in H1 2025.", FIRM),
        ("Free cash flow was £(4.1)m in H1 2025.", FIRM),
        ("There was a free cash outflow of £4.1m.", FIRM),
        ("Licensing fell by 3.8% to £97.4m.", FIRM),
        ("Cost of sales was £210.4m in H1 2025.", FIRM),
        ("Stocks increased by £8.6m in H1 2025.", FIRM),
        ("The rowing club lost 23 members.", CLUB),
        ("The company lost 4.1 million euros in 2024.", RESULT),
        ("In January it was 6.4 degrees below zero on average.", FROST),
    ],
)
def test_words_carry_the_sign(claim: str, evidence: str) -> None:
    found = audited(claim, library(evidence))
    assert found.outcome is Outcome.HOLDS, found.reason


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        ("Free cash flow was £4.1m in H1 2025.", FIRM),
        ("Licensing rose by 3.8%.", FIRM),
        ("The rowing club gained 23 members.", CLUB),
        ("The profit was 4.1 million euros in 2024.", RESULT),
        ("The mean temperature in January was 6.4 °C.", FROST),
    ],
)
def test_a_sign_that_is_dropped_is_refuted(claim: str, evidence: str) -> None:
    found = audited(claim, library(evidence))
    assert (found.outcome, found.gate) == (Outcome.FAILS, True) and "sign differs" in found.reason
