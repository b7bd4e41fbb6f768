"""What a source says of a part of so many is not told of all of them."""

from __future__ import annotations

import pytest
from verify_library import said

from moot.verify.scope import Scope

TRIAL = "Eleven children stopped treatment because of side effects, eight of them in the 0.05 % group."
DRIVERS = "Twelve drivers lost their licence, seven of them in Leeds."
FLIGHTS = "In 2024, 64 flights were cancelled, including 20 to Rome."
MUSEUM = "The museum owns 3,400 paintings, of which 900 are from Italy."
STORM = "The storm cut power to fifty-two homes. Thirty of them in Horndal."
COURT = "The court dealt with 18 cases from 2021, six of them from Ghent."
VISITS = "Five patients asked to change to visits, three of them because of poor internet connections."
TEAM = "The team won 12 of its 20 games."
TROUBLE = "After trouble at the stadium, thirty people were arrested, eleven of them at the stadium."


@pytest.mark.parametrize(
    ("text", "evidence", "there"),
    [
        ("Eleven children in the 0.05 % group stopped treatment.", TRIAL, "its source of eight of them"),
        ("In Leeds twelve drivers lost their licence.", DRIVERS, "its source of seven of them"),
        ("In 2024, 64 flights to Rome were cancelled.", FLIGHTS, "its source of 20 of them"),
        ("The museum owns 3,400 paintings from Italy.", MUSEUM, "its source of 900 of them"),
        ("Fifty-two homes in Horndal lost power.", STORM, "its source of thirty of them"),
        ("The court dealt with 18 cases from Ghent.", COURT, "its source of six of them"),
        ("Five patients asked to change because of poor internet.", VISITS, "its source of three of them"),
        ("The team won 20 games.", TEAM, "its source “12 of its 20 games”"),
    ],
)
def test_a_part_told_of_all_is_seen(text: str, evidence: str, there: str) -> None:
    assert there in said(Scope(), text, evidence)


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("Eleven children stopped treatment because of side effects.", TRIAL),
        ("Eight children in the 0.05 % group stopped treatment.", TRIAL),
        ("Eleven children stopped treatment, 8 in the 0.05 % group.", TRIAL),
        ("Eleven children stopped treatment, most of them in the 0.05 % group.", TRIAL),
        ("In 2024, 64 flights were cancelled, and trains to Rome were full.", FLIGHTS),
        ("The museum owns 900 paintings from Italy.", MUSEUM),
        ("The court dealt with 18 cases from 2021.", COURT),
        ("The team played 20 games.", TEAM),
        ("Thirty people were arrested after trouble at the stadium.", TROUBLE),
    ],
)
def test_what_holds_of_all_or_of_the_part_is_not(text: str, evidence: str) -> None:
    assert said(Scope(), text, evidence) == ""
