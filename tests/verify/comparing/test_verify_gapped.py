"""A clause that leaves out what the first has said keeps its own figure."""

from __future__ import annotations

import pytest
from verify_library import said

from moot.verify.claim import verify
from moot.verify.roles import Roles
from moot.words import Outcome

BEDS = "Ward A had 12 beds and B 7."
FERRY = "In May the ferry carried 4,100 passengers; in June, 5,300."
BUSES = "Line 3 needs 14 buses and line 5 only 9."
POINTS = "Okafor scored 31 points, Lindt 27."
ROOMS = "Room 1 seats 80 people, room 2 45 and room 3 30."
LAMPS = "Elm Road got 14 new lamps in March, Oak Lane 9 and Station Street none."
MILL = "The mill employed 310 people in 1970 and 85 in 1990."
TEAM = "The team won 3 matches and lost 2; the juniors won 4."
VOTES = "In Aalborg 61 per cent voted yes, in Ribe 48 per cent, and in Skagen only 33."
SALES = "Sales were 12 million in May, 15 in June and, after a strike, 4 in July."

RENTS = "Rents rose by 7 % in Oslo and by 3 % in Bergen."
TRADE = "Sales grew by 4 % in the United Kingdom and by 12 % in Germany."


@pytest.mark.parametrize(
    ("text", "evidence", "other"),
    [
        ("Ward B had 12 beds.", BEDS, "“B” has 7"),
        ("Ward A had 7 beds.", BEDS, "7 is of “B”"),
        ("In June the ferry carried 4,100 passengers.", FERRY, "“June” has 5300"),
        ("In May the ferry carried 5,300 passengers.", FERRY, "“June”"),
        ("Line 3 needs 9 buses.", BUSES, "“5”"),
        ("Lindt scored 31 points.", POINTS, "“Lindt” has 27"),
        ("Room 1 seats 30 people.", ROOMS, "“3”"),
        ("Oak Lane got 14 new lamps.", LAMPS, "“Oak Lane” has 9"),
        ("The mill employed 85 people in 1970.", MILL, "1990"),
        ("The team lost 3 matches.", TEAM, "“lost” has 2"),
        ("In Skagen 48 per cent voted yes.", VOTES, "“Skagen” has 33"),
        ("Rents in Bergen rose by 7 %.", RENTS, "“Bergen” has 3"),
        ("German sales grew by 4 %.", TRADE, "“Germany” has 12"),
    ],
)
def test_the_figure_of_the_other_clause_is_seen(text: str, evidence: str, other: str) -> None:
    assert other in said(Roles(), text, evidence)


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("Ward B had 7 beds.", BEDS),
        ("In June the ferry carried 5,300 passengers.", FERRY),
        ("Lindt scored 27 points.", POINTS),
        ("Oak Lane got 9 new lamps in March.", LAMPS),
        ("The mill employed 85 people in 1990.", MILL),
        ("Rents in Bergen rose by 3 %.", RENTS),
        ("German sales grew by 12 %.", TRADE),
        ("The juniors won 4 matches.", TEAM),
        ("Sales were 15 million in June.", SALES),
        ("The mill employed 85 people.", MILL),
        ("The union meets 12 times a year.", "The union has 40 members and meets 12 times a year."),
        ("The rent rose by 40 euros.", "The rent rose by 40 euros, heating by 15 and water by 3 euros a month."),
        ("The red team has 7 mechanics.", "The red team has 12 riders and 7 mechanics, the blue team 10 riders."),
    ],
)
def test_one_s_own_figure_is_proven(text: str, evidence: str) -> None:
    assert verify(text, evidence).outcome is Outcome.HOLDS


def test_what_another_sentence_says_is_no_figure_of_the_other_clause() -> None:
    assert said(Roles(), "Ward B had 12 beds.", f"{BEDS} Before the fire, ward B had 12 beds.") == ""
