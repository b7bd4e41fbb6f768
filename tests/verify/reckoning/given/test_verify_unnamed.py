"""A sum told without its currency, or a measure without its unit, is the one that the evidence gives with it."""

from __future__ import annotations

import pytest
from verify_library import cite, claim, library, only

from moot.verify.figures import Figures
from moot.words import Finding, Outcome

MILL = "The mill cost 9 million euros, and its upkeep comes to 1.4 million euros a year."


def found(text: str, evidence: str) -> Finding:
    known = library(evidence)
    return only(Figures().findings([claim(text, cite(known, evidence))], known))


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("Upkeep of the mill comes to 1.4 million a year.", MILL),
        ("The mill cost 9 million and takes 1.4 million a year.", MILL),
        ("The upkeep of the mill is 1.4 million annually.", MILL),
        ("A berth costs 310 a month.", "A berth costs €310 a month."),
        ("A berth costs 310 per month.", "The monthly rent of a berth is 310 euros."),
        ("A diver earns 46.50 an hour.", "A diver earns 46.50 pounds an hour."),
        ("Tolls bring in between 2 and 3 million a year.", "Tolls bring in between 2 and 3 million euros a year."),
        ("Tolls bring in about 2.3 million a year.", "Tolls bring in £2.31 million every year."),
        ("The tunnel costs 164 million.", "The tunnel costs 164,000,000 euros."),
        ("The tunnel costs 1,640,000 to run.", "The tunnel costs €1.64 million a year to run."),
        ("The tunnel cost 2.1 million to run each year.", "The tunnel cost 2.1 million euros to run each year."),
        ("The kiln emits 2.1 million a year.", "The kiln emits 2.1 million tonnes a year."),
        ("The kiln emits 640,000 a year.", "The kiln emits 640,000 tonnes of CO2 a year."),
        ("The kiln emitted 2.1 million in 2024.", "The kiln emitted 2.1 million tonnes in 2024."),
        ("Upkeep took 2.1 million a year.", "Upkeep took 2.1 million euros in 2024."),
        ("The ferry costs 2.1 million a year.", "Each year the ferry costs 2.1 million euros."),
        ("The ferry costs 2.1 million annually.", "The yearly upkeep of the ferry comes to 2.1 million euros."),
        ("The ferry costs 2.1 million a year.", "Costs per year: ferry 2.1 million euros, mill 3 million euros."),
        ("The ferry costs 2.1 million a year.", "# Yearly costs\n\nThe ferry costs 2.1 million euros."),
    ],
)  # fmt: skip
def test_what_is_told_bare_is_the_same_sum(text: str, evidence: str) -> None:
    finding = found(text, evidence)
    assert finding.outcome is Outcome.HOLDS, finding.reason


@pytest.mark.parametrize(
    ("text", "evidence", "said"),
    [
        ("Upkeep of the mill comes to 1.4 million a month.", MILL, "by the month against by the year"),
        ("Upkeep of the mill comes to 1.6 million a year.", MILL, "1.6 million a year is not"),
        ("Upkeep of the mill comes to 1.4 billion a year.", MILL, "1.4 billion a year is not"),
        ("Upkeep of the mill comes to 1.4 million francs a year.", MILL, "1.4 million francs"),
        ("The mill grinds 1.4 million sacks a year.", MILL, "1.4 million sacks a year is not"),
        ("A berth costs 310 a week.", "The monthly rent of a berth is 310 euros.", "by the week against by the month"),
        ("The scheme pays 12 per kilowatt.", "The scheme pays £12 per megawatt.", "by the kilowatt against by the meg"),
        ("The kiln emits 640,000 a month.", "The kiln emits 640,000 tonnes of CO2 a year.", "by the month against"),
        ("The kiln emits 640,000 a year.", "The kiln has emitted 640,000 tonnes of CO2.", "640,000 a year is not"),
        ("The pump moves 40 a day.", "The pump moves 40 litres an hour.", "40 a day is not"),
        ("The herd loses 12 a year.", "The herd loses 12 % a year.", "12 a year is not"),
        ("The cable costs 38 million a year.", "The cable costs 38 million euros, its crew 2 million euros a year.",
         "38 million a year is not"),
        ("The ferry costs 2.1 million a year.", "The ferry cost 2.1 million euros to buy.", "2.1 million a year is"),
        ("The ferry costs 2.1 million annually.", "The ferry cost 2.1 million euros.", "2.1 million annually is not"),
        ("The ferry costs 2.1 million a year.", "The ferry, built for 30 years, cost 2.1 million euros.",
         "2.1 million a year is not"),
        ("A berth costs 310 a month.", "A berth cost 310 euros to fit out.", "310 a month is not"),
        ("A diver earns 46 an hour.", "A diver was paid 46 euros.", "46 an hour is not"),
    ],
)  # fmt: skip
def test_another_currency_measure_or_time_is_refused(text: str, evidence: str, said: str) -> None:
    finding = found(text, evidence)
    assert finding.outcome is Outcome.FAILS and finding.gate, finding.reason
    assert said in finding.reason
