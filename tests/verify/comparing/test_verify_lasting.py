"""What goes on has not ended, and what has ended does not go on."""

from __future__ import annotations

import pytest
from verify_library import said

from moot.verify.negation import Negation

PARK = "Dogs are still allowed in the park, but no longer on the beach."
BANK = "The bank stopped lending to coal firms in 2021, and still lends to gas firms."
LIBRARY = "The library is no longer open on Sundays, but remains open on Saturdays."


@pytest.mark.parametrize(
    ("text", "evidence", "word"),
    [
        ("The ferry is no longer free.", "The ferry remains free.", "remains"),
        ("Sunday parking will no longer be free.", "Parking on Sundays stays free.", "stays"),
        ("The factory no longer makes bicycles.", "The factory still makes bicycles.", "still"),
        ("The ferry remains free.", "The ferry is no longer free.", "no longer"),
        ("The library is still open on Sundays.", LIBRARY, "no longer"),
        ("Dogs are no longer allowed in the park.", PARK, "still"),
    ],
)
def test_what_goes_on_told_as_ended_is_seen(text: str, evidence: str, word: str) -> None:
    assert f"its source “{word}”" in said(Negation(), text, evidence)


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("The ferry is still free.", "The ferry remains free."),
        ("The ferry is no longer free.", "The ferry was free until 2020."),
        ("The ferry is no longer free.", "The ferry remains free until May."),
        ("Dogs are no longer allowed on the beach.", PARK),
        ("The bank no longer lends to coal firms.", BANK),
        ("The library is no longer open on Sundays.", LIBRARY),
        ("The tower is no longer than 30 metres.", "The tower remains 30 metres long."),
    ],
)
def test_what_is_so_or_of_another_is_not(text: str, evidence: str) -> None:
    assert said(Negation(), text, evidence) == ""
