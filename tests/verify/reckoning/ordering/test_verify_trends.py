"""A difference that a claim gives is held to the way it goes between the two figures that it is of."""

from __future__ import annotations

import pytest
from verify_library import cite, claim, library, only, said

from moot.verify.direction import Direction
from moot.words import Outcome

_TRIPS = "Ridership reached 48.3 million journeys in 2024, up from 44.1 million in 2023 and 39.7 million in 2022."
_COST = "The estimate of 2022, since withdrawn, put the cost at £2.1bn; the current estimate is £2.6bn."
_DEPOTS = """# Depots

| Depot | Buses | Drivers | Cost per km (SEK) |
| :-- | --: | --: | --: |
| Wharf Road | 88 | 203 | 31.40 |
| Mill Lane | 71 | 164 | 29.85 |
"""


@pytest.mark.parametrize(
    ("true", "wrong", "evidence"),
    [
        ("Ridership rose by 4.2 million journeys in 2024.", "Ridership fell by 4.2 million journeys in 2024.", _TRIPS),
        ("Ridership grew by 4.4 million journeys.", "Ridership dropped by 4.4 million journeys.", _TRIPS),
        ("The estimate of the cost has risen by £0.5bn.", "The estimate of the cost has fallen by £0.5bn.", _COST),
    ],
)
def test_the_difference_of_two_dated_figures(true: str, wrong: str, evidence: str) -> None:
    assert said(Direction(), true, evidence) == ""
    assert "its source has" in said(Direction(), wrong, evidence)


@pytest.mark.parametrize(
    ("text", "turned"),
    [
        ("Wharf Road employs 39 fewer drivers than Mill Lane.", True),
        ("Wharf Road employs 39 more drivers than Mill Lane.", False),
        ("A kilometre costs SEK 1.55 less at Wharf Road than at Mill Lane.", True),
        ("A kilometre costs SEK 1.55 less at Mill Lane than at Wharf Road.", False),
    ],
)
def test_the_difference_of_two_rows_is_as_good_as_a_proof(text: str, turned: bool) -> None:
    known = library(_DEPOTS)
    rows = [cite(known, "Wharf Road | 88 | 203 | 31.40"), cite(known, "Mill Lane | 71 | 164 | 29.85")]
    finding = only(Direction().findings([claim(text, *rows)], known))
    assert (finding.outcome is Outcome.FAILS and finding.score == 0) is turned


_OUTPUT = """# Sites

| Site | Output 2023 (GWh) | Output 2024 (GWh) |
|---|---|---|
| North | 812 | 1,043 |
| West | 401 | 377 |
"""


@pytest.mark.parametrize(
    ("text", "row", "score"),
    [
        ("Output at West fell from 401 GWh to 377 GWh in 2024.", "West | 401 | 377", 1.0),
        ("Output at West in 2023 was higher than in 2024.", "West | 401 | 377", 1.0),
        ("Output at North in 2023 was lower than in 2024.", "North | 812 | 1,043", 1.0),
        ("Output at North in 2024 was lower than in 2023.", "North | 812 | 1,043", 0.0),
        ("Output at West rose from 377 GWh to 401 GWh in 2024.", "West | 401 | 377", 0.0),
        ("Output at West fell from 402 GWh to 377 GWh in 2024.", "West | 401 | 377", None),
    ],
)
def test_a_row_at_two_times_bears_out_or_refutes(text: str, row: str, score: float | None) -> None:
    known = library(_OUTPUT)
    assert only(Direction().findings([claim(text, cite(known, row))], known)).score == score


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("Ridership in 2023 was lower than in 2024.", 1.0),
        ("Ridership in 2024 was higher than in 2022.", 1.0),
        ("Ridership in 2023 was higher than in 2024.", 0.0),
    ],
)
def test_two_years_of_a_sentence_are_compared(text: str, score: float) -> None:
    known = library(_TRIPS)
    assert only(Direction().findings([claim(text, cite(known, _TRIPS))], known)).score == score
