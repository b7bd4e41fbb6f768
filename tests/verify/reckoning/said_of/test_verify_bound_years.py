"""The years of a first column name the rows alone, whatever stands beside them."""

from __future__ import annotations

import pytest
from verify_library import audited, library

from moot.words import Outcome

CUPS = """| Season | Venue | Champion | Teams | Spectators |
|---|---|---|---|---|
| 2018 | Harrow | Lions | 8 | 4,100 |
| 2019 | Selby | Tigers | 10 | 3,900 |
| 2021 | Malton | Lions | 9 | 2,750 |
| 2022 | Selby | Wolves | 12 | 5,200 |
"""


@pytest.mark.parametrize(
    "claim",
    [
        "Spectators rose from 2,750 in 2021 to 5,200 in 2022.",
        "The Lions won in 2018, before 4,100 spectators.",
        "At Malton there were 2,750 spectators.",
    ],
)
def test_it_is_that_of_its_year(claim: str) -> None:
    found = audited(claim, library(CUPS))
    assert found.outcome is Outcome.HOLDS, found.reason


@pytest.mark.parametrize(
    "claim",
    [
        "The Lions won in 2021, before 4,100 spectators.",
        "In 2022 there were 3,900 spectators at Selby.",
        "There were 5,200 spectators in 2019.",
    ],
)
def test_it_is_that_of_another(claim: str) -> None:
    found = audited(claim, library(CUPS))
    assert found.outcome is Outcome.FAILS
    assert "another row" in found.reason
