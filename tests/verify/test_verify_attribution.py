"""A cause that only somebody blames is not told as the cause."""

from __future__ import annotations

import pytest
from verify_library import said

from moot.verify.attribution import Attribution

PUMP = "Outages in January 2022 lasted 9 days; the maker blames the filter supplied by the client."
REGATTA = "The regatta was delayed by three hours; the organisers blame the tug that the port provided."
VALVE = (
    "Production stopped for two weeks in March. The manufacturer attributes the stop to a faulty valve delivered by "
    "the utility."
)


@pytest.mark.parametrize(
    ("text", "evidence", "words"),
    [
        ("It stood still for nine days because of a filter supplied by the client.", PUMP, "the maker blames"),
        ("The regatta was late because of the tug that the port provided.", REGATTA, "the organisers blame"),
        ("Production stopped because of a faulty valve delivered by the utility.", VALVE, "attributes"),
        ("The dams held back water.", "The dams held back water in May, campaigners say.", "campaigners say"),
        ("A faulty valve delivered by the utility caused the stop of production.", VALVE, "attributes"),
    ],
)
def test_a_cause_that_somebody_gives_is_his_word(text: str, evidence: str, words: str) -> None:
    assert words in said(Attribution(), text, evidence)


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("It stood still for nine days in January 2022.", PUMP),
        ("The maker blames a filter supplied by the client.", PUMP),
        ("By the organisers the regatta was late because of the tug, as they blame it.", REGATTA),
        ("Production stopped for two weeks in March.", VALVE),
        ("The stop was caused by a faulty valve.", f"{VALVE} A faulty valve caused the stop, the court found."),
        ("Flights were cancelled because of ash.", "Flights were cancelled because of ash; passengers blame the firm."),
        (
            "The old harbour fees stay as they are.",
            "We leave the old harbour fees alone; I promised that, and keep it.",
        ),
        ("The tug stays in port, the board ruled.", "Critics say the tug should not stay in port. It does."),
        ("The fire was caused by a fault.", "The inquiry attributes the fire to a fault."),
    ],
)
def test_what_is_no_ones_word_or_told_as_one_is_left_alone(text: str, evidence: str) -> None:
    assert said(Attribution(), text, evidence) == ""


@pytest.mark.parametrize(
    ("text", "evidence", "words"),
    [
        (
            "The dam leaks at its foot.",
            "According to Hedda Lund, the dam leaks at its foot.",
            "According to Hedda Lund",
        ),
        ("Loftbase is twice as fast.", "A competitor, Loftbase, claims to be twice as fast.", "claims"),
        ("A clerk forged the paper.", "A clerk, according to Okafor's brother, forged the paper.", "Okafor's brother"),
        ("The pump failed in the sand.", "In Ekman's view the pump failed in the sand.", "In Ekman"),
        (
            "The kiln burst at noon.",
            "The kiln burst at noon, according to a potter from Olden.",
            "according to a potter",
        ),
        ("The medal was sold in Antwerp.", "According to historian Paul Wirth the medal was sold in Antwerp.", "Wirth"),
    ],
)
def test_what_is_so_according_to_somebody_is_his_word(text: str, evidence: str, words: str) -> None:
    assert words in said(Attribution(), text, evidence)


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("Unemployment fell to 4 per cent in May.", "According to Eurostat, unemployment fell to 4 per cent in May."),
        ("The river rose overnight by 2 m.", "According to the Environment Agency, the river rose overnight by 2 m."),
        ("The medal was stolen in Antwerp.", "According to historians, the medal was stolen in Antwerp."),
        ("The valley was settled in 900.", "According to Wirth (2019), the valley was settled in 900."),
        ("The boiler is tested each year.", "According to the maker's manual, the boiler is tested each year."),
        ("The school has 312 pupils.", "The school has 312 pupils; according to Lena Bakke that is too few."),
        ("The school has 312 pupils.", "The school has 312 pupils, but according to Lena Bakke that is too few."),
    ],
)
def test_what_is_found_or_said_beside_somebodys_word_is_a_fact(text: str, evidence: str) -> None:
    assert said(Attribution(), text, evidence) == ""
