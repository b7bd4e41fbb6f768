"""What two sides dispute: what says less than one of them is in dispute with it, or is of another matter."""

from __future__ import annotations

import pytest

from moot.debate.disputed import at_issue, one_point

GUIDE = "Parish guide of 2019: built in 1687."
WOOD = "The main case cannot have been built before 1691."
BRIDGE = "The bridge opened in 1931 and carries 40 tonnes."
OTHER_BRIDGE = "By the engineer the bridge carries 30 tonnes."
MUSEUM = "The museum has 1,200 coins, bought for 90,000 euros."
OTHER_MUSEUM = "The museum counted 1,140 coins."
COUNCIL = "The council approved the plan on Monday evening."
OTHER_COUNCIL = "The council put off its decision on the plan."


@pytest.mark.parametrize(
    ("told", "side", "other"),
    [
        ("It was built in 1687.", GUIDE, WOOD),
        ("The bridge carries 40 tonnes.", BRIDGE, OTHER_BRIDGE),
        ("There are 1,200 coins in it.", MUSEUM, OTHER_MUSEUM),
        ("The council approved the plan.", COUNCIL, OTHER_COUNCIL),
        ("The tide was at 04:10.", "Log of the Anna: the tide was at 04:10, she sank.", "She sank at 05:00."),
    ],
)
def test_what_tells_the_disputed_figure_or_time_is_at_issue(told: str, side: str, other: str) -> None:
    assert at_issue(told, side, [other])


@pytest.mark.parametrize(
    ("told", "side", "other"),
    [
        ("The bridge opened in 1931.", BRIDGE, OTHER_BRIDGE),
        ("The coins were bought for 90,000 euros.", MUSEUM, "Its 1,140 coins were counted in May."),
        ("The parish has a guide.", "Guide: built in 1987.", "Not built before 1991."),
        ("The pump was serviced in March.", "Serviced in March, it lifts 40 litres.", "It lifts 34 litres."),
        (
            "Twelve people were hurt.",
            "Twelve people were hurt at 8:15.",
            "The crash was at 8:40, and twelve were hurt.",
        ),
    ],
)
def test_what_tells_none_of_it_is_of_another_matter(told: str, side: str, other: str) -> None:
    assert not at_issue(told, side, [other])


@pytest.mark.parametrize(
    ("one", "other", "against", "same"),
    [
        ("It fell from 14.0 to 4.1 mg/l.", "It is 4.1 mg/l, and 6.3 in the north.", "It is 7.6 mg/l.", True),
        ("It fell from 14.0 to 4.1 mg/l.", "In the north it is 6.3 mg/l.", "It is 7.6 mg/l.", False),
        ("It is 4.1 mg/l.", "It is 4.1 mg/l.", "It costs 7 euros.", False),
        ("Work begins in May 2026.", "In May 2026, after 3 years, work begins.", "Work begins in June 2027.", True),
    ],
)
def test_two_claims_tell_one_point_against_a_third(one: str, other: str, against: str, same: bool) -> None:
    assert one_point(one, other, against) is same
