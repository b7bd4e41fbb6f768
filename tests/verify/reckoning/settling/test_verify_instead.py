"""What stands instead of a figure that is missing is the one that is told of the same."""

from __future__ import annotations

import pytest
from verify_library import audited, cite, claim, library, only

from moot.verify.figures import Figures

KNOWN = library("Energy use per crossing was 186 kWh in calm weather and 241 kWh in winds above 12 m/s.\n")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Energy was 500 kWh in calm weather and 241 kWh in winds.", "500 kWh against 186 kWh"),
        ("Energy use was 586 kWh in calm weather.", "586 kWh against 186 kWh"),
        ("Energy use was 150 kWh in winds.", "150 kWh against 241 kWh"),
    ],
)
def test_the_figure_of_the_same_condition_is_named_and_not_the_nearest(text: str, said: str) -> None:
    assert said in audited(text, KNOWN).reason


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("First power was delivered on 14 November 2023.", "14 November 2023 against 14 November 2024"),
        ("The agreement expires on 31 March 2025.", "31 March 2025 against 31 March 2026"),
    ],
)
def test_of_dates_that_which_shares_most_is_named(text: str, said: str) -> None:
    known = library(
        "Construction began in April 2022 and first power was delivered on 14 November 2024, after a stop in 2023.\n\n"
        "The agreement expires on 31 March 2026. Its next round of talks is due on 1 January 2025.\n"
    )
    assert said in audited(text, known).reason


@pytest.mark.parametrize(
    ("text", "otherwise"),
    [
        ("In the spring count of 2025, 41 % of the hives had died.", False),
        ("In 2025 41 % of the hives had died.", False),
        ("In 2023 17 % of the hives had died.", True),
        ("In 2024 17 % of the hives had died.", None),
    ],
)
def test_the_date_of_another_figure_does_not_stand_instead_of_one(text: str, otherwise: bool | None) -> None:
    """What is said above the quote, or nowhere, is missing in it; what dates the very figure says otherwise."""
    quoted = "Of the hives on the hill 41 % died; in 2024, 17 % of the hives had died."
    known = library(f"The spring count of 2025 took a week. {quoted}\n")
    finding = only(Figures().findings([claim(text, cite(known, quoted))], known))
    assert finding.otherwise is otherwise, finding.reason


def test_of_two_sums_that_of_the_thing_that_rose_is_named() -> None:
    known = library("Sales rose 3.1% to GBP 412.6m. Inventory at the end of the quarter was GBP 231m, 9% up.\n")
    assert "£213m against GBP 231m" in audited("Inventory rose to £213m.", known).reason
