"""A letter, a number or "un-" tells two things of one kind apart: what is said of the one is not said of the other."""

from __future__ import annotations

import pytest

from moot.verify.comparing import contrasted

_WARDS = "Ward A had 12 falls in 2025 and ward B had 7."
_GROUPS = "Group A lost 4.1 kg, group B 2.2 kg."
_NURSES = "Scores of the trained nurses rose by 12 points, those of the untrained by 5."
_PLOTS = "Plot A was sown with rye, while plot B lay fallow."
_ROUTES = "Route 4 carries 900 riders a day, route 7 only 320."


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("Ward B had 12 falls in 2025.", [_WARDS]),
        ("Group B lost 4.1 kg.", [_GROUPS]),
        ("Type B costs 41 euros.", ["Type A costs 41 euros, type B 35."]),
        ("Phase II took nine months.", ["Phase I took nine months, phase II four."]),
        ("Route 7 carries 900 riders a day.", [_ROUTES]),
        ("Scores of the untrained nurses rose by 12 points.", [_NURSES]),
        ("Non-smokers waited 14 days for a bed.", ["Smokers waited 14 days for a bed, non-smokers 9."]),
        ("Plot B was sown with rye.", [_PLOTS]),
        ("Lift B was shut down in May.", ["Lift A was shut down in May.", "Lift B stayed in service."]),
        ("Tank 2 leaked in April.", ["Tank 1 leaked in April.", "Tank 2 held."]),
    ],
)
def test_what_is_said_of_the_one_is_not_told_of_the_other(claim: str, source: list[str]) -> None:
    assert "something else" in contrasted.another(claim, source[:1], " ".join(source))


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("Ward A had 12 falls in 2025.", [_WARDS]),
        ("Ward B had 7 falls in 2025.", [_WARDS]),
        ("Ward B had falls in 2025.", [_WARDS]),
        ("Group B lost 2.2 kg.", [_GROUPS]),
        ("Group B lost 4 kg.", ["Group A lost 4 kg, group B 4 kg."]),
        ("Scores of the untrained nurses rose by 5 points.", [_NURSES]),
        ("Plot B was sown with rye.", ["Plot A was sown with rye, plot B as well."]),
        ("Route 7 carries 320 riders a day.", [_ROUTES]),
        ("Unit B was closed in May.", ["Unit A was closed in May.", "Unit B followed a week later."]),
        (
            "Lift B was shut down in May.",
            ["Lift A was shut down in May.", "Lift B was older.", "It was shut down in May too."],
        ),
        (
            "Lift B was shut down in May.",
            ["Both lifts were shut down in May.", "Lift A was old.", "Lift B was mended."],
        ),
        ("The tank held 2 tonnes in April.", ["The tank held 3 tonnes in April.", "It held 2 tonnes in May."]),
    ],
)
def test_what_is_said_of_it_or_of_both_stands(claim: str, source: list[str]) -> None:
    assert contrasted.another(claim, source[:1], " ".join(source)) == ""
