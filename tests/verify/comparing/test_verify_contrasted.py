"""What is said of one side or day is not what the next clause says of the other."""

from __future__ import annotations

import pytest

from moot.verify.comparing import contrasted

_BEARINGS = "The bearings on the east side are worn; those on the west side are in order."
_POOL = "The pool opens on Mondays and closes on Saturdays."
_BRICKS = "Boys preferred the red bricks, whereas girls were indifferent."


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("The bearings on the west side are worn.", _BEARINGS),
        ("The pool opens on Saturdays.", _POOL),
        ("Girls preferred the red bricks.", _BRICKS),
        ("The second floor is let to a dentist.", "The first floor is let to a dentist and the second is empty."),
    ],
)
def test_what_one_clause_says_is_not_told_of_what_the_next_speaks_of(claim: str, source: str) -> None:
    assert "something else" in contrasted.another(claim, [source])


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("The bearings on the east side are worn.", _BEARINGS),
        ("The bearings on the west side are in order.", _BEARINGS),
        ("Boys preferred the red bricks.", _BRICKS),
        ("Girls liked the red bricks.", "Boys liked the red bricks, and girls liked them as well."),
        ("The pool opens on Saturdays.", "The pool opens on Mondays at nine and on Saturdays at ten."),
        ("On Monday it rained hard.", "On Monday and Tuesday it rained hard, on Wednesday it snowed."),
    ],
)
def test_what_is_said_of_it_or_of_both_is_left_alone(claim: str, source: str) -> None:
    assert contrasted.another(claim, [source]) == ""


@pytest.mark.parametrize(
    ("claim", "source", "told"),
    [
        ("The pool opens on Saturdays.", _POOL, "“monday”, and of “saturday”"),
        (
            "Frost came in the mornings.",
            "Frost came in the evening; in the morning it thawed.",
            "“evening”, and of “morning”",
        ),
    ],
)
def test_the_reason_tells_the_first_of_the_forms_of_a_word_in_every_process(claim: str, source: str, told: str) -> None:
    assert told in contrasted.another(claim, [source])
