"""The figures of one sentence agree with one another."""

from __future__ import annotations

import pytest

from moot.verify.reckoning.settling.inner import points


@pytest.mark.parametrize(
    "claim",
    [
        "The rate at which they stayed away came down by 6 per cent, from 22 in every hundred to 16.",
        "Losses shrank by 1.3 per cent, the share dropping to 8.1 from 9.4.",
        "A quarter of an hour more improved the yield by 1.1 per cent, taking it to 17.9 from 16.8.",
        "Faith in the council weakened by 8 per cent, with 36 residents in a hundred now confident and 44 before.",
        "Support rose by 8 percent, from 60 percent to 68 percent.",
    ],
)
def test_a_change_in_percent_that_is_one_of_points_is_told(claim: str) -> None:
    assert "points" in " ".join(points(claim))


@pytest.mark.parametrize(
    "claim",
    [
        "The share rose by 50 per cent, from 20 to 30.",
        "The rate rose by 2 percentage points, from 3 to 5 per cent.",
        "Output fell by 50 per cent, from 100 to 50.",
        "Members were cut by 12 per cent, from 412 to 362.",
        "By 6 per cent of the votes, 22 against 16, the motion was lost.",
    ],
)
def test_one_in_percent_is_not(claim: str) -> None:
    assert not list(points(claim))
