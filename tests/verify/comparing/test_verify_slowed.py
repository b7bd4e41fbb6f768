"""A growth that slows is no fall of what grows."""

from __future__ import annotations

import pytest
from verify_library import said

from moot.verify.direction import Direction

GREW = "GDP grew by 3 percent in 2023 and by 2 percent in 2024."


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("Growth slowed to 2 percent, down from 3 percent.", GREW),
        ("The rise in rents slowed from 6 to 4 percent.", "Rents rose by 6 percent in 2022 and by 4 percent in 2023."),
        ("Revenue growth fell to 4 percent.", "Revenue grew by 7 percent in 2023 and by 4 percent in 2024."),
    ],
)
def test_a_growth_that_slowed_is_a_growth(text: str, evidence: str) -> None:
    assert said(Direction(), text, evidence) == ""


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("GDP fell by 2 percent in 2024.", GREW),
        ("Growth slowed to 3 percent, down from 2 percent.", GREW),
        ("Growth slowed to 2 percent, down from 3 percent.", "GDP grew by 2 percent in 2023 and by 3 percent in 2024."),
        ("Growth accelerated to 2 percent, up from 3 percent.", GREW),
        ("GDP growth slowed in 2024.", "GDP growth accelerated in 2024."),
    ],
)
def test_a_direction_of_the_thing_itself_or_of_its_figures_is_compared(text: str, evidence: str) -> None:
    assert said(Direction(), text, evidence)
