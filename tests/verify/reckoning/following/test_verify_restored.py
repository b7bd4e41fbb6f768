"""A share of another year follows from this year's and the points between them."""

from __future__ import annotations

import pytest
from verify_library import audited, library

from moot.words import Outcome

KNOWN = library("Unemployment in the city was 5.3% in 2024, half a percentage point lower than in 2023.")
ROSE = library("Vacancy was 4.1% in 2024, 0.6 percentage points higher than in 2022.")


@pytest.mark.parametrize(
    ("text", "holds"),
    [("In 2023 unemployment was 5.8%.", True), ("In 2023 unemployment was 4.8%.", False)],
)
def test_points_lower_are_added(text: str, holds: bool) -> None:
    assert (audited(text, KNOWN).outcome is Outcome.HOLDS) is holds


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("In 2022 vacancy was 3.5%.", True),
        ("In 2022 vacancy was 4.7%.", False),
        ("In 2023 vacancy was 3.5%.", False),
    ],
)
def test_points_higher_are_taken_away_from_the_year_that_is_named(text: str, holds: bool) -> None:
    assert (audited(text, ROSE).outcome is Outcome.HOLDS) is holds
