"""A minus, or the brackets that accounts have for it, is told by a claim in figures or in words."""

from __future__ import annotations

import pytest
from verify_library import audited, library

from moot.verify.claim import verify
from moot.words import Outcome

FIRM = (
    "All amounts in £m.\n\n|  | H1 2025 | H1 2024 | Change |\n|---|---|---|---|\n"
    "| Licensing | 97.4 | 101.2 | (3.8)% |\n"
    "| Free cash flow | (4.1) | 17.3 | n/m |\n| Cost of sales | (210.4) | (198.2) | 6.2% |\n"
    "| Increase in stocks | (8.6) | (5.2) | |\n"
)
CASH = (
    "| Item | 2023 | 2024 |\n|---|---|---|\n| Operating cash flow | 12.4 | 14.1 |\n"
    "| Purchase of equipment | (6.2) | (7.7) |\n| Dividends | (3.0) | (3.5) |\n"
    "| Net change in cash | (2.1) | 1.5 |\n\nAmounts in EUR million.\n"
)
CLUB = "| Club | Members 2024 | Change on 2023 |\n|---|---|---|\n| Rowing | 412 | −23 |\n| Chess | 96 | +8 |\n"
QUARTERS = "| Segment | Q1 | Q2 |\n|---|---|---|\n| Retail | 4 | (12) |\n| Online | 9 | 11 |\n| Wages | (30) | (28) |\n"
LOWS = "| Town | January low, °C | July high, °C |\n|---|---|---|\n| Norvik | −12 | 21 |\n| Sund | -7 | 19 |\n"
NIGHT = "The temperature fell to −12 °C in the night. By noon it was minus 3 °C."
OPINION = "The index of opinion fell to -12 in May from +4 in April."
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
        ("Retail fell to -12 in Q2.", QUARTERS),
        ("Retail fell by 16 in Q2.", QUARTERS),
        ("Wages fell to 28 in Q2.", QUARTERS),
        ("In January it fell to minus 12 °C in Norvik.", LOWS),
        ("The temperature fell to 12 degrees below zero in the night.", NIGHT),
        ("By noon it was -3 °C.", NIGHT),
        ("The index of opinion fell by 16 to -12.", OPINION),
    ],
)
def test_words_carry_the_sign(claim: str, evidence: str) -> None:
    found = audited(claim, library(evidence))
    assert found.outcome is Outcome.HOLDS, found.reason


@pytest.mark.parametrize(
    "claim",
    [
        "Dividends increased to EUR 3.5 million in 2024.",
        "Dividends rose by EUR 0.5 million in 2024.",
        "Equipment and dividends together took EUR 11.2 million in 2024.",
        "Net cash fell by EUR 2.1 million in 2023 and rose by EUR 1.5 million in 2024.",
    ],
)
def test_costs_in_brackets_are_told_by_their_size(claim: str) -> None:
    found = verify(claim, [CASH])
    assert found.outcome is Outcome.HOLDS, found.reason


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        ("Net cash increased by EUR 2.1 million in 2023.", "sign differs"),
        ("Dividends fell to EUR 3.5 million.", "fell"),
    ],
)
def test_their_course_is_read_by_their_size(claim: str, said: str) -> None:
    assert said in verify(claim, [CASH]).reason


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        ("Free cash flow was £4.1m in H1 2025.", FIRM),
        ("Licensing rose by 3.8%.", FIRM),
        ("The rowing club gained 23 members.", CLUB),
        ("The profit was 4.1 million euros in 2024.", RESULT),
        ("The mean temperature in January was 6.4 °C.", FROST),
        ("Retail fell to 12 in Q2.", QUARTERS),
        ("Retail was 12 in Q2.", QUARTERS),
        ("The January low in Norvik was 12 °C.", LOWS),
        ("In January it fell to 12 °C in Norvik.", LOWS),
        ("The temperature fell to 12 °C in the night.", NIGHT),
        ("By noon it was 3 °C.", NIGHT),
        ("The index of opinion fell to 12 in May.", OPINION),
    ],
)
def test_a_sign_that_is_dropped_is_refuted(claim: str, evidence: str) -> None:
    found = audited(claim, library(evidence))
    assert (found.outcome, found.gate) == (Outcome.FAILS, True) and "sign differs" in found.reason
