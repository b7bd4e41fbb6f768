"""Figures that stand in one sentence are not exchanged."""

from __future__ import annotations

import pytest
from verify_library import audited, library

from moot.words import Outcome

KNOWN = library(
    """The trial ran from 2 March 2024 to 30 September 2024 on the Skerry line. The ferry Lomvi made 3,412 crossings and
missed 41 because of charging faults. Energy use per crossing was 186 kWh in calm weather and 241 kWh in winds above
12 m/s. The rate of complaints fell from 12 % in 2019 to 9 % in 2021.
"""
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "The trial ran from 30 September 2024 to 2 March 2024 on the Skerry line.",
            "goes from “30 September 2024 to 2",
        ),
        ("The rate of complaints rose from 9 % to 12 % in 2021.", "goes from “9 % to 12 %”"),
        ("The ferry Lomvi made 41 crossings and missed 3,412.", "exchanges 41 and 3,412"),
        ("Energy use was 241 kWh in calm weather and 186 kWh in winds.", "exchanges 241 kWh and 186 kWh"),
    ],
)
def test_what_is_exchanged_is_as_good_as_refuted(text: str, said: str) -> None:
    finding = audited(text, KNOWN)
    assert finding.outcome is Outcome.FAILS and said in finding.reason
    assert finding.gate or finding.score == 0.0


@pytest.mark.parametrize(
    "text",
    [
        "The trial on the Skerry line went from 2 March 2024 to 30 September 2024.",
        "The ferry Lomvi missed 41 crossings and made 3,412.",
        "In winds above 12 m/s a crossing took 241 kWh, in calm weather 186 kWh.",
        "The rate of complaints fell from 12 % to 9 %.",
        "At 9 %, the rate of complaints in 2021 was below the 12 % of 2019.",
    ],
)
def test_what_is_told_in_another_order_is_not(text: str) -> None:
    finding = audited(text, KNOWN)
    assert finding.outcome is not Outcome.FAILS, finding.reason


COAST = library("""# Accidents on the coast, 2031

There were eight oil spills (2030: eleven) and three fires (2030: two). Repairs of the quay took 6 weeks rather than
four. The fleet shrank to 44 boats from 51.
Deaths were 17.1 % before the training and 15.8 % after it.
In the plan were 30 trips (2032: 40 trips).
""")


@pytest.mark.parametrize(
    "text",
    [
        "Fires fell from three to two.",
        "Oil spills rose from eight to eleven.",
        "Repairs of the quay took four weeks instead of six.",
        "The fleet grew from 44 boats to 51 boats.",
        "In 2031 there were two fires, one fewer than in 2030.",
    ],
)
def test_what_stood_in_brackets_or_was_meant_to_be_came_first(text: str) -> None:
    finding = audited(text, COAST)
    assert finding.gate and "the claim goes from" in finding.reason


@pytest.mark.parametrize(
    "text",
    [
        "Fires rose from two to three.",
        "Oil spills fell from eleven to eight.",
        "Repairs of the quay took six weeks instead of four.",
        "The fleet shrank from 51 boats to 44 boats.",
        "Trips are to rise from 30 trips to 40 trips.",
        "Deaths dropped from 17.1 % to 15.8 %.",
        "In 2031 there were three fires, one more than in 2030.",
        "In 2031 there were eight oil spills, three fewer than in 2030.",
    ],
)
def test_in_the_order_of_its_source_it_is_not_turned(text: str) -> None:
    assert audited(text, COAST).outcome is not Outcome.FAILS, audited(text, COAST).reason


def test_what_is_exchanged_the_source_says_otherwise() -> None:
    assert audited("The ferry Lomvi made 41 crossings and missed 3,412.", KNOWN).otherwise
