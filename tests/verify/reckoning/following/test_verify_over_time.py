"""A sum that is paid each month or year, over as many as a claim names; and what comes to each of those counted."""

from __future__ import annotations

import pytest
from verify_library import audited, library

from moot.evidence.library import Library
from moot.words import Outcome

GYM = library("""# Gym of Torvik

Membership costs 45 euros a month, with a joining fee of 60 euros. The hall was built in 2011 for EUR 1.2 million.
""")
WELL = library("""# Wells of Amber valley

| Item | Cost, USD |
|---|---|
| Drilling, once | 9,400 |
| Pump service, per year | 650 |
""")
LOCK = library("""# The lock at Orne

The cost was EUR 84,000 per lock for installation and EUR 21,500 a year for upkeep. The owner gets £2,300 a quarter in
rent.
""")
MILL = library("""# Half-year results, all amounts in £m

|  | H1 2025 | H1 2024 | Change |
|---|---|---|---|
| Revenue | 412.6 | 388.1 | +6.3% |
| Headcount | 3,214 | 3,377 | −163 |

Guidance for the full year is unchanged: revenue of £830m to £850m.
""")


@pytest.mark.parametrize(
    ("text", "known", "said"),
    [
        ("Six months of membership cost 270 euros.", GYM, "45 euros × 6"),
        ("The first twelve months cost 600 euros, including the joining fee.", GYM, "60 euros + 45 euros × 12"),
        ("A year of membership and the joining fee come to 600 euros.", GYM, "60 euros + 45 euros × 12"),
        ("Eight years of pump service cost USD 5,200.", WELL, "650 × 8"),
        ("Drilling and eight years of pump service come to USD 14,600.", WELL, "9,400 + 650 × 8"),
        ("Ten years of upkeep cost EUR 215,000.", LOCK, "EUR 21,500 × 10"),
        (
            "Upkeep is EUR 21,500 a year, so five years including installation cost EUR 191,500.",
            LOCK,
            "EUR 84,000 + EUR 21,500 × 5",
        ),
        ("The owner gets £9,200 a year in rent.", LOCK, "£2,300 × 4"),
        ("Revenue per head was about £128,000.", MILL, "412.6 / 3,214"),
        ("Revenue per employee was about £114,900 in H1 2024.", MILL, "388.1 / 3,377"),
    ],
)
def test_what_is_paid_again_and_again_and_what_comes_to_each_are_reckoned(text: str, known: Library, said: str) -> None:
    found = audited(text, known)
    assert found.outcome is Outcome.HOLDS, found.reason
    assert said in found.reason


@pytest.mark.parametrize(
    ("text", "known", "said"),
    [
        ("Six months of membership cost 300 euros.", GYM, "over six months it is 270 (45 euros × 6), not 300 euros"),
        ("The first twelve months cost 640 euros, including the joining fee.", GYM, "it is 600"),
        ("Drilling and eight years of pump service come to USD 15,400.", WELL, "over eight years it is 14,600"),
        ("Ten years of upkeep cost EUR 299,000.", LOCK, "over ten years it is 215,000"),
        ("The owner gets £11,500 a year in rent.", LOCK, "by that time it is 9,200"),
        ("Revenue per head was about £148,000.", MILL, "the sum per head is 128,375.9 (412.6 / 3,214)"),
        ("Revenue per employee was about £128,400 in H1 2024.", MILL, "(388.1 / 3,377)"),
    ],
)
def test_a_wrong_one_is_told_the_right_one_and_not_refuted_by_another_figure(
    text: str, known: Library, said: str
) -> None:
    found = audited(text, known)
    assert found.outcome is Outcome.FAILS and not found.gate
    assert said in found.reason
    assert "differs" not in found.reason


def test_another_rate_of_the_same_time_differs() -> None:
    found = audited("Upkeep costs EUR 25,500 a year.", LOCK)
    assert found.gate and "figure differs: EUR 25,500 against EUR 21,500" in found.reason


def test_what_is_taken_daily_for_weeks_is_no_sum_of_each_day() -> None:
    known = library(
        "| Item | EUR per patient |\n|---|---|\n| Daily tablets, 12 weeks | 14.2 |\n| Other tablets, 12 weeks | 7.1 |"
    )
    reason = audited("Other tablets save 8.10 euros per patient over twelve weeks.", known).reason
    assert "over twelve weeks it is" not in reason
