"""Who has one post, side or party has not another of its kind, and led nothing that he had no part in."""

from __future__ import annotations

import pytest
from verify_library import said

from moot.verify.roles import Roles

CHIEF = "Chief executive Ruth Amadi presented the results."
TWO = "Finance and justice minister Jana Holm resigned on Monday."
COUNCIL = "The road was opposed by Ida Moss (Green) and Paul Hesketh (Independent)."
DEPUTY = "Deputy mayor Bo Lind opened the school in Skive."
COURT = "The claimant, Carla Monti, was heard. The defendant, Tom Berg, was not heard."
OUTSIDE = "The drops help, says Kari Lunde, who was not involved in the study."


@pytest.mark.parametrize(
    ("text", "evidence", "there"),
    [
        ("Chief financial officer Ruth Amadi presented the results.", CHIEF, "its source as “chief executive officer”"),
        ("The CFO, Ruth Amadi, presented the results.", CHIEF, "its source as “chief executive officer”"),
        ("Jana Holm, the foreign minister, resigned on Monday.", TWO, "its source as “finance minister”"),
        ("Mayor Bo Lind opened the school in Skive.", DEPUTY, "its source as “deputy mayor”"),
        ("Goalkeeper Luis Prado scored the winner.", "Striker Luis Prado scored the winner.", "as “striker”"),
        ("Mr Berg, the claimant, was heard.", COURT, "its source as “defendant”"),
        ("Paul Hesketh, of Labour, opposed the road.", COUNCIL, "as “Independent”"),
        ("Kari Lunde, who led the study, says that the drops help.", OUTSIDE, "Kari Lunde was no part of the study"),
        (
            "Kari Lunde led the study.",
            OUTSIDE.replace("Lunde,", "Lunde, a surgeon in Bergen,"),
            "was no part of the study",
        ),
    ],
)
def test_another_post_is_seen(text: str, evidence: str, there: str) -> None:
    assert there in said(Roles(), text, evidence)


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("CEO Ruth Amadi presented the results.", CHIEF),
        ("Justice minister Jana Holm resigned on Monday.", TWO),
        ("Minister Jana Holm resigned on Monday.", TWO),
        ("Green councillor Ida Moss opposed the road.", COUNCIL),
        ("Independent councillor Paul Hesketh opposed the road.", COUNCIL),
        ("Carla Monti, the claimant, was heard.", COURT),
        (
            "Mayor Bo Lind opened the school.",
            "Bo Lind, deputy mayor until May, then became mayor and opened the school.",
        ),
        ("Captain Luis Prado scored the winner.", "Striker Luis Prado scored the winner as captain."),
        ("Kari Lunde, who was not involved in the study, says that the drops help.", OUTSIDE),
        ("Kari Lunde praised those who led the study.", f"{OUTSIDE} Lunde praised those who led the study."),
    ],
)
def test_the_same_post_is_not(text: str, evidence: str) -> None:
    assert said(Roles(), text, evidence) == ""
