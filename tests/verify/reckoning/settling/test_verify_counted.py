"""A part in words is held against the share that the two counts of a sentence give."""

from __future__ import annotations

import pytest

from moot.verify import verify
from moot.words import Outcome

DOORS = "Of the 80 fire doors that were inspected, 30 closed properly."
MEASURES = "Of the 22 measures agreed in 2022, nine have been completed."


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("More than half of the fire doors closed properly.", DOORS),
        ("More than three quarters of the fire doors closed properly.", DOORS),
        ("Less than a quarter of the fire doors closed properly.", DOORS),
        ("Nine in ten fire doors closed properly.", DOORS),
        ("Three quarters of the bridges are safe.", "Of the 80 bridges inspected, 30 are safe."),
        ("Three quarters of the bridges are safe.", "Of the 80 bridges inspected, thirty are safe."),
        ("Fewer than a third of the measures have been completed.", MEASURES),
        ("Nearly two thirds of the stones were loose.", "The mason checked 200 stones, of which 97 were loose."),
        ("More than half the pupils passed.", "Twelve of the 58 pupils passed."),
        ("Two thirds of the trees died.", "Of the forty trees planted along the canal, eleven died."),
        ("Of the 90 patients, two thirds recovered.", "Of the 90 patients, 30 recovered."),
        ("Of the 90 patients, one third recovered.", "Of the 90 patients, 30 did not recover."),
        ("At least two thirds of the letters were answered.", "The office got 120 letters, of which 31 were answered."),
    ],
)
def test_another_share_is_refuted(claim: str, source: str) -> None:
    finding = verify(claim, [source])
    assert finding.outcome is Outcome.FAILS and "figure differs" in finding.reason, finding.reason


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("More than a third of the fire doors closed properly.", DOORS),
        ("Fewer than half of the fire doors closed properly.", DOORS),
        ("Almost four in ten of the fire doors closed properly.", DOORS),
        ("Fewer than half of the measures have been completed.", MEASURES),
        ("Half of the wells were dry.", "Of the 40 wells, all but 20 were dry."),
        ("Two thirds of the wells were dry.", "Of the 60 wells, 30 were dry and a further ten were dry in June."),
        ("Half of the schools passed.", "Of the 80 school buses inspected, 30 passed."),
        (
            "Three quarters of the wooden bridges are safe.",
            "Of the 80 bridges inspected, 30 are safe. Of the 12 wooden bridges, nine are safe.",
        ),
        ("Two thirds of the trees died.", "Of the 39 trees planted along the canal, 13 survived."),
        ("Nearly half of the stones were loose.", "The mason checked 200 stones, of which 97 were loose."),
        (
            "Two thirds of the tenants agreed.",
            "Of the 90 tenants asked, 45 agreed at once. In the end 60 of the 90 tenants agreed.",
        ),
        ("Of the 90 patients, two thirds recovered.", "Of the 90 patients, 30 did not recover."),
        ("Of the 90 patients, two thirds did not recover.", "Of the 90 patients, 30 recovered."),
        ("Of the 90 patients, two thirds recovered.", "Of the 90 patients, 45 recovered without surgery."),
        ("Half the boats sank.", "Of the 24 boats that set out, thirteen sank."),
    ],
)
def test_the_share_or_another_one_is_not(claim: str, source: str) -> None:
    assert "figure differs" not in verify(claim, [source]).reason


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("Five in eight fire doors did not close properly.", DOORS),
        ("Fifty of the 80 fire doors did not close properly.", DOORS),
        ("More than half of the fire doors did not close properly.", DOORS),
        ("Three quarters of the patients never returned.", "Of the 40 patients, ten returned."),
    ],
)
def test_the_rest_of_what_is_said_is_denied(claim: str, source: str) -> None:
    finding = verify(claim, [source])
    assert finding.outcome is Outcome.HOLDS, finding.reason


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("Thirty of the 80 fire doors did not close properly.", DOORS),
        ("A quarter of the fire doors did not close properly.", DOORS),
        ("Two thirds of the members did not vote.", "Of 300 members, 200 voted."),
        ("A quarter of the patients never returned.", "Of the 40 patients, ten returned."),
    ],
)
def test_the_part_itself_is_not(claim: str, source: str) -> None:
    assert verify(claim, [source]).outcome is Outcome.FAILS
