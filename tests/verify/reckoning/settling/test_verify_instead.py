"""What stands instead of a figure that is missing is the one that is told of the same."""

from __future__ import annotations

import pytest
from verify_library import audited, library

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
