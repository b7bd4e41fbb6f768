"""Above or below what was planned, by the columns of a table that has both."""

from __future__ import annotations

import pytest
from verify_library import cite, claim, library, only

from moot.verify.direction import Direction
from moot.words import Outcome

BUDGET = library("""# Budget (EUR thousand)

| Office | Budget 2022 | Actual 2022 | Budget 2023 | Actual 2023 |
|---|---|---|---|---|
| Roads | 22750 | 19880 | 24100 | 23210 |
| Parks | 7450 | 7120 | 7900 | 8060 |
| Roads lighting | 900 | 900 | 950 | 1010 |
| Total | 31100 | 27900 | 32950 | 32280 |
""")
TARGETS = library("""# Homes

| District | Target | Delivered |
|---|---|---|
| East | 140 | 155 |
| West | 220 | 180 |
""")


@pytest.mark.parametrize(
    ("text", "row", "score"),
    [
        ("In 2023 Roads spent €890,000 less than budgeted.", "| Roads |", 1.0),
        ("In 2023 Roads spent €890,000 more than budgeted.", "| Roads |", 0.0),
        ("In 2023 spending on parks was €160,000 above its budget.", "| Parks |", 1.0),
        ("In 2023 spending on parks was €160,000 below its budget.", "| Parks |", 0.0),
        ("Total spending was below budget in both years.", "| Total |", 1.0),
        ("In 2022 total spending exceeded the budget.", "| Total |", 0.0),
        ("Parks overspent in 2023.", "| Parks |", 1.0),
        ("Parks stayed within its 2023 budget.", "| Parks |", 0.0),
        ("Roads lighting overspent in 2023.", "| Roads lighting |", 1.0),
    ],
)
def test_what_was_spent_is_compared_with_what_was_budgeted(text: str, row: str, score: float) -> None:
    finding = only(Direction().findings([claim(text, cite(BUDGET, row))], BUDGET))
    assert finding.score == score, finding.reason
    assert (finding.outcome is Outcome.HOLDS) is (score == 1.0)


@pytest.mark.parametrize(
    "text",
    [
        "Parks overspent.",  # In one of two years.
        "Roads lighting stayed within its 2022 budget.",  # Neither above nor below.
        "Parks did not stay within its 2023 budget.",
        "Parks went from an underspend in 2022 to an overspend in 2023.",
        "Spending rose over the budget period.",
    ],
)
def test_what_the_figures_do_not_tell_is_left_alone(text: str) -> None:
    finding = only(Direction().findings([claim(text, cite(BUDGET, "| Parks |"), cite(BUDGET, "| Roads l"))], BUDGET))
    assert finding.outcome is Outcome.HOLDS and finding.score is None


@pytest.mark.parametrize(
    ("text", "true"), [("East built above its target.", True), ("West built above its target.", False)]
)
def test_other_plans_are_plans_too(text: str, true: bool) -> None:
    finding = only(Direction().findings([claim(text, cite(TARGETS, f"| {text.split()[0]} |"))], TARGETS))
    assert (finding.outcome is Outcome.HOLDS) is true
