"""Who ranks first by the source is not exchanged for another that it names beside."""

from __future__ import annotations

import pytest
from verify_library import said

from moot.verify.roles import Roles

FERRIES = (
    "The hybrid vessel offered by Norhavn Yard (GBP 14.3m) scored highest on quality; the diesel vessel of Tern Marine "
    "(GBP 11.8m) was the cheapest; the offer by Volta Shipbuilding had been excluded."
)
WINES = "In the tasting the red of Domaine Ferrand scored best for aroma; the white of Casa Lindo was the cheapest."
OFFERS = "The bridge designed by Arkos had the lowest upkeep, while the tunnel of Brixen had the highest price."
TURBINES = "The machine at Horndal, in Norway, ran longest, and the one at Skive stood still. Denmark pays for both."


@pytest.mark.parametrize(
    ("text", "evidence", "whose"),
    [
        ("Tern Marine's diesel vessel scored highest on quality.", FERRIES, "Norhavn Yard"),
        ("Casa Lindo's white scored best for aroma.", WINES, "Domaine Ferrand"),
        ("The tunnel of Brixen had the lowest upkeep.", OFFERS, "Arkos"),
        ("The bridge of Arkos had the highest price.", OFFERS, "Brixen"),
    ],
)
def test_another_first_is_seen(text: str, evidence: str, whose: str) -> None:
    assert f"its source of “{whose}”" in said(Roles(), text, evidence)


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("Norhavn Yard's hybrid vessel scored highest on quality.", FERRIES),
        ("The diesel vessel of Tern Marine was the cheapest.", FERRIES),
        ("Domaine Ferrand's red scored best for aroma.", WINES),
        ("The bridge of Arkos had the lowest upkeep.", OFFERS),
        ("The machine in Norway ran longest.", TURBINES),
        ("Tern Marine's vessel was not the highest on quality.", FERRIES),
    ],
)
def test_the_first_itself_is_left_alone(text: str, evidence: str) -> None:
    assert said(Roles(), text, evidence) == ""
