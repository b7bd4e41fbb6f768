"""A number that a common slip makes of the figures that a claim speaks of."""

from __future__ import annotations

import pytest
from verify_library import audited, library

from moot.words import Outcome

POOLS = library(
    """# Pools of Arden

The share of lessons that were fully booked went from 62.5% to 55.0% in a year. A season ticket costs 160 crowns,
compared with 128 crowns in 2021. Of the 2,400 pupils of the town 35% signed up for lessons.

| Pool | Girls among members 2021, % | Girls among members 2022, % | Members 2021 | Members 2022 |
|---|---|---|---|---|
| Lower Arden | 41.2 | 44.4 | 520 | 650 |
| Castle Hill | 38.0 | 39.5 | 610 | 580 |
"""
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The share of fully booked lessons fell by 7.5% in a year.", "7.5% are points: 62.5 and 55"),
        ("The share of girls among members at Lower Arden rose by 3.2% from 2021 to 2022.", "3.2% are points"),
        ("A season ticket costs 20% more than the 128 crowns of 2021.", "is a change of 25.0 %, not 20%"),
        ("Members at Lower Arden were up by 20% in 2022.", "is a change of 25.0 %, not 20%"),
        ("Castle Hill lost 30 members, or 11%.", "580 and 610 differ by 5.2 %, not by 11%"),
        (
            "With 35% of the pupils signing up, lessons were given to 1,560.",
            "35% of 2,400 is 840, not 1,560",
        ),
    ],
)
def test_a_slip_is_named(text: str, said: str) -> None:
    finding = audited(text, POOLS)
    assert finding.outcome is Outcome.FAILS
    assert said in finding.reason


@pytest.mark.parametrize(
    "text",
    [
        "The share of fully booked lessons fell by 12% in a year.",
        "The share of fully booked lessons fell by 7.5 percentage points in a year.",
        "A season ticket costs 25% more than the 128 crowns of 2021.",
        "A season ticket cost 20% less in 2021 than the 160 crowns of today.",
        "Members at Lower Arden were up by 25% in 2022.",
        "With 35% of the pupils signing up, lessons were given to 840 of the town.",
        "With 35% of the pupils signing up, the remaining 1,560 went without lessons.",
    ],
)
def test_what_is_rightly_reckoned_holds(text: str) -> None:
    finding = audited(text, POOLS)
    assert finding.outcome is Outcome.HOLDS, finding.reason
