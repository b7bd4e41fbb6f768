"""Figures told by another number or measure of things, in an elided unit, or in a unit with two meanings."""

from __future__ import annotations

import pytest
from verify_library import library

from moot.verify.figures import Figures
from moot.words import Citation, Claim, ClaimKind, Finding, Outcome, Reference

FALLS = "Patients seen early fell less often than the others (3.9 against 6.1 falls per 1,000 bed days)."
PRICES = "The price of crab was 4.10 marks a kilogram, that of cod 3.35, that of langoustine 9.80."
GERMS = "It was grown from the tower (48,000 colony-forming units per litre) and the showers (600)."
CHAIN = "The chain was worn to 19 mm; the minimum is 24 mm."
WINGS = "| Wing | Hours out of cell, weekday |\n|---|---|\n| C (working wing) | 8.5 |\n| D (newcomers) | 2.0 |"
WATER = "| Year | 2022 | 2023 |\n|---|---|---|\n| Water withdrawn (million gallons per day) | 3.9 | 4.0 |"


def found(text: str, evidence: str) -> Finding:
    known = library(evidence)
    cited = tuple(Citation(passage=each.id, quote=each.text) for each in known.passages)
    references = (Reference(mark="[1]", entry="it", source="S1"),)
    claim = Claim(id="c1", kind=ClaimKind.STATED, text=text, citations=cited, references=references)
    return Figures().findings([claim], known)[0]


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("There were 0.39 falls per hundred bed days among those seen early, and 0.61 among the rest.", FALLS),
        ("The laboratory found some 48 colony-forming units in every millilitre of the tower's water.", GERMS),
        ("Every thousand kilos of langoustine fetched 9,800 marks on average.", PRICES),
        ("A tonne of crab was sold for 4,100 marks.", PRICES),
        ("The chain was down to 1.9 centimetres, when it should never have been thinner than 2.4.", CHAIN),
        ("Men on the working wing spend 510 minutes outside their cells, against 120 for newcomers.", WINGS),
        ("Output dropped from 310,000 to 45,000 kilos a day.", "It was 45 tonnes a day, as against 310 in January."),
        ("Annually, the mean pension added up to something over 27,000 thalers.", "It was 2,260 thalers a month."),
        ("In 2023 the site took in about 15 million liters of water a day.", WATER),
        ("The satellite weighs a bit over 240 pounds.", "The satellite has a mass of 110 kilograms."),
        ("The clock is taller than 230 centimetres.", "The clock is 2.35 m tall."),
        ("A visit meant 150 minutes of waiting.", "In August people waited two hours and a half."),
        ("The under-19s ride for nothing.", "Whoever is under 19 rides for nothing."),
    ],
)
def test_what_is_told_by_another_measure_holds(text: str, evidence: str) -> None:
    assert found(text, evidence).outcome is Outcome.HOLDS, found(text, evidence).reason


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("There were 3.9 falls per hundred bed days among those seen early.", FALLS),
        ("There were 0.039 falls per hundred bed days among those seen early.", FALLS),
        ("A tonne of crab was sold for 410 marks.", PRICES),
        (
            "Each of the powders is dissolved in a hundred millilitres.",
            "Each of the powders is dissolved in one litre.",
        ),
        ("Men on the working wing spend 510 minutes outside their cells, against 180 for newcomers.", WINGS),
        ("The satellite weighs a bit over 250 pounds.", "The satellite has a mass of 110 kilograms."),
        ("The clock is taller than 240 centimetres.", "The clock is 2.35 m tall."),
    ],
)
def test_a_wrong_one_fails(text: str, evidence: str) -> None:
    assert found(text, evidence).outcome is Outcome.FAILS
