"""That there was no difference is not told as one; what somebody only had was not caused."""

from __future__ import annotations

import pytest
from verify_library import said

from moot.verify.causes import Causes
from moot.verify.negation import Negation

PLOTS = "There was no difference in yield between the limed and the unlimed plots."
SCHOOLS = "Pass rates did not differ significantly between the two schools. Attendance was higher at Holm than at Vik."
GROUPS = (
    "The groups did not differ in age. They differed in income, with urban households earning more than rural ones."
)
CLUB = "Pupils who joined the breakfast club made a gain of four months in reading."


@pytest.mark.parametrize(
    ("text", "evidence", "words"),
    [
        ("Yield differed between the limed and the unlimed plots.", PLOTS, "no difference"),
        ("The limed plots had a higher yield than the unlimed plots.", PLOTS, "no difference"),
        ("Pass rates differed between the two schools.", SCHOOLS, "did not differ"),
        ("The groups differed in age.", GROUPS, "did not differ"),
        (
            "Response times in 2022 were longer than in 2019.",
            "Response times in 2022 were no different from 2019.",
            "no",
        ),
    ],
)
def test_a_difference_that_is_denied_is_seen(text: str, evidence: str, words: str) -> None:
    assert words in said(Negation(), text, evidence)


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("The limed and the unlimed plots did not differ in yield.", PLOTS),
        ("Attendance was higher at Holm than at Vik.", SCHOOLS),
        ("The groups differed in income.", GROUPS),
        ("Urban households earned more than rural ones.", GROUPS),
        (
            "Wages differ between regions.",
            "Wages differ between regions, but there is no difference between the sexes.",
        ),
        (
            "Holm had 71 points, more than Vik.",
            "There was no difference of note: Holm had 71 points, Vik had 70 points.",
        ),
        (
            "The Rhine carried more cargo than the Elbe.",
            "There was no difference in passengers between the Rhine and the Elbe, but the Rhine carried more cargo.",
        ),
        ("The Rhine and the Elbe differed in cargo.", "There was no difference in passengers between Rhine and Elbe."),
        ("Group A slept longer than group B.", "Group A and group B slept equally well, but group A slept longer."),
        (
            "Group A slept longer than group B.",
            "Group A and group B slept equally well. Group A slept longer, by an hour.",
        ),
        (
            "The Rhine was busier than the Elbe.",
            "The Rhine and the Elbe were no different at night. The Rhine was busier.",
        ),
        (
            "The Rhine was busier than the Elbe.",
            "The Rhine and the Elbe did not differ by day; at night the Rhine was busier.",
        ),
        (
            "The new method is faster than the old.",
            "Users noticed no difference between them. The new method is faster: 3 s against 9 s.",
        ),
        (
            "The new method is faster than the old method.",
            "Users noticed no difference between the new and the old method. The new one is faster: 3 s against 9 s.",
        ),
    ],
)
def test_what_differs_elsewhere_is_left_alone(text: str, evidence: str) -> None:
    assert said(Negation(), text, evidence) == ""


def test_a_gain_that_was_made_is_no_cause() -> None:
    assert "gives no cause" in said(Causes(), "The breakfast club caused a gain of four months in reading.", CLUB)
    mould = "The new mould made the bricks lighter."
    assert said(Causes(), "The bricks became lighter because of the new mould.", mould) == ""


WARDS = "In the mat group 12 of 80 patients fell, against 19 of 81. The difference was not significant."


@pytest.mark.parametrize(
    ("text", "evidence", "doubted"),
    [
        ("Significantly fewer patients fell.", WARDS, True),
        ("Sales rose significantly in May.", "Sales rose in May, but not significantly.", True),
        ("Fewer patients fell, though not significantly.", WARDS, False),
        ("Significantly fewer patients fell.", f"Significantly fewer patients fell on mats. {WARDS}", False),
        (
            "Sales rose significantly in May.",
            "Sales rose significantly in May. Costs did not rise significantly.",
            False,
        ),
        ("The bridge is a significant landmark.", "The bridge is a significant landmark, and no museum.", False),
    ],
)
def test_what_was_not_significant_is_not_told_as_significant(text: str, evidence: str, doubted: bool) -> None:
    assert bool(said(Negation(), text, evidence)) is doubted
