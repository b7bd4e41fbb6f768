"""What a source says of one kind of a thing is not told of another kind, nor of all where it denies it of one."""

from __future__ import annotations

import pytest
from verify_library import said

from moot.verify.roles import Roles

BEES = "The spray harmed wild bees but had no effect on honeybees."
DECLINE = "Wild bees declined by 30 per cent. Honeybees were stable."
NURSES = "Night nurses got a bonus of 300 euros; day nurses did not."
TRAINS = "Steam trains run on Sundays. Diesel trains run on all other days."
TEACHERS = "Full-time teachers may apply for housing. Part-time teachers may not."
FISH = "Freshwater fish stocks recovered, whereas sea fish stocks kept falling."
LIBRARIES = "Public libraries open on Sundays, university libraries do not. School libraries close at four."
CARE = "Home care costs 40 euros an hour. Day care is open to all. Home care must be applied for."
BUSES = "City buses run every ten minutes. Country buses stop at the mill, too. Both kinds of buses carry bicycles."


@pytest.mark.parametrize(
    ("text", "evidence", "kind"),
    [
        ("The spray harmed honeybees.", BEES, "“wild bees”"),
        ("Honeybees declined by 30 per cent.", DECLINE, "“wild bees”"),
        ("Day nurses got a bonus of 300 euros.", NURSES, "“night nurses”"),
        ("Diesel trains run on Sundays.", TRAINS, "“steam trains”"),
        ("Part-time teachers may apply for housing.", TEACHERS, "“full-time teachers”"),
        ("Sea fish stocks recovered.", FISH, "“freshwater fish”"),
        ("Home care is open to all.", CARE, "“day care”"),
        ("The spray harmed bees.", BEES, "not of “honeybees”"),
        ("Teachers may apply for housing.", TEACHERS, "not of “part-time teachers”"),
        ("Libraries open on Sundays.", LIBRARIES, "not of “university libraries”"),
    ],
)
def test_another_kind_is_seen(text: str, evidence: str, kind: str) -> None:
    assert kind in said(Roles(), text, evidence)


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("The spray harmed wild bees.", BEES),
        ("Teachers won higher pay.", "Primary teachers won higher pay. Secondary teachers did not strike."),
        ("Trees were planted in spring.", "Fruit trees were planted in spring. Nut trees were not damaged."),
        ("The spray had no effect on honeybees.", BEES),
        ("Honeybees were stable.", DECLINE),
        ("Night nurses got a bonus of 300 euros.", NURSES),
        ("Trains run on Sundays.", TRAINS),
        ("Sea fish stocks kept falling.", FISH),
        ("Some libraries open on Sundays.", LIBRARIES),
        ("Country buses carry bicycles.", BUSES),
        ("Home care must be applied for.", CARE),
        ("Squirrels are counted.", "Red squirrels live in the wood; grey squirrels do not. The squirrels are counted."),
    ],
)
def test_one_s_own_kind_and_what_is_said_of_all_are_left_alone(text: str, evidence: str) -> None:
    assert said(Roles(), text, evidence) == ""
