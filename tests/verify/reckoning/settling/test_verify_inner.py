"""The figures of one sentence agree with one another."""

from __future__ import annotations

import pytest

from moot.verify.reckoning.settling.inner import points, ratios, shares


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


@pytest.mark.parametrize(
    ("claim", "value"),
    [
        ("96 of the 212 buses, some 55%, are battery-electric.", "45.28"),
        ("At the count 125 of the 418 homes, 40%, were at social rent.", "29.90"),
        ("On turnout, 43 of 121 members, 64 per cent, is the lowest ever.", "35.54"),
    ],
)
def test_a_share_between_commas_is_that_of_the_part_before_it(claim: str, value: str) -> None:
    assert value in " ".join(shares(claim))


@pytest.mark.parametrize(
    "claim",
    [
        "12 of 90 loans carried interest above 7 %.",
        "96 of the 212 buses, some 45%, are battery-electric.",
        "In 14 of the 20 towns, 55% of homes are let.",
        "Of the votes 22 of the 40, 60%, 30% and 10% were counted.",
        "96 of the 212 buses, 20%, 30% and 50% of the fleet, were replaced.",
    ],
)
def test_another_share_behind_a_part_is_not(claim: str) -> None:
    assert not list(shares(claim))


@pytest.mark.parametrize(
    "claim",
    [
        "More than half of them, 187, took the bus, up from 41.",
        "A third of those asked, 52, went by train, up from 30.",
        "Half of these failed, 90 compared with 20 in 2020.",
        "Half of the towns, 187, took part, up from 41.",
        "Two thirds of the pupils, or 88, passed, against 61 in spring.",
    ],
)
def test_a_fraction_of_a_whole_that_is_not_told_is_not_of_two_figures(claim: str) -> None:
    assert not list(ratios(claim))


@pytest.mark.parametrize(
    "claim", ["Half as many came, 120 against 900.", "Attendance halved, by half: 900 versus 700."]
)
def test_one_beside_two_figures_is(claim: str) -> None:
    assert "do not make" in " ".join(ratios(claim))


@pytest.mark.parametrize(
    ("claim", "value"),
    [
        ("One in eight of the staff is an apprentice, 58 out of 870.", "0.07"),
        ("Almost three islanders in four were happy with the boats, 1,560 out of 2,400.", "0.65"),
        ("A third of everything lent (459,000 of the 1,836,000) was an e-book.", "0.25"),
        ("Juniors' share of the 9,640 season tickets was 35 per cent, that is to say 2,410 of them.", "25.00"),
        ("Of the 740 beds 185 were empty, which is to say 35 per cent.", "25.00"),
    ],
)
def test_a_share_told_again_as_a_part_of_a_whole_is_that_part(claim: str, value: str) -> None:
    assert value in " ".join(shares(claim))


@pytest.mark.parametrize(
    "claim",
    [
        "One in fifteen of the staff is an apprentice, 58 out of 870.",
        "More than half, 85 of 100, came back.",
        "Not quite two thirds of the islanders were happy, 1,560 out of 2,400.",
        "A quarter of the seats were sold, and 40 of 200 members came by train.",
        "Of the 740 beds 185 were empty, or 25 per cent.",
        "Of the 870 people 258 work ashore, and 58, or 22 per cent of these, are new.",
        "All but a tenth of the boats, 90 of 100, came home.",
    ],
)
def test_another_share_or_the_right_one_is_not(claim: str) -> None:
    assert not list(shares(claim))
