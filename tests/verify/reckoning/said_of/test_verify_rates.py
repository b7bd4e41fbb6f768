"""One number by the year is not the same by the month, nor one by the hectare the same by the farm."""

from __future__ import annotations

import pytest
from verify_library import audited, library

from moot.words import Outcome

KNOWN = library(
    """Bidders post collateral of EUR 12 per kilowatt. The premium is €110 per hectare. The region counted 11 permanent
exclusions per 10,000 pupils. For each hour in which it stands still the mill pays £50. The levy is 30 crowns a tonne.
Ferries cost £85. The award of 640 crowns came a year ago. The guard walked 14 km a night and 70 km a week.
"""
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Collateral of EUR 12 per megawatt is posted by bidders.", "EUR 12 by the megawatt against by the kilowatt"),
        ("The region counted 11 exclusions of every 1,000 pupils.", "11 by the 1,000 against by the 10,000"),
        ("For every day in which the mill stands still it pays £50.", "£50 by the day against by the hour"),
        ("The levy is 30 crowns a kilogram.", "30 by the kilogram against by the tonne"),
    ],
)
def test_the_same_number_by_another_measure_is_a_gate(text: str, said: str) -> None:
    finding = audited(text, KNOWN)
    assert finding.outcome is Outcome.FAILS and finding.gate
    assert said in finding.reason


def test_by_a_thing_of_which_nothing_is_known_it_is_a_signal() -> None:
    finding = audited("The premium is €110 for each farm.", KNOWN)
    assert finding.outcome is Outcome.FAILS and not finding.gate
    assert "€110 by the farm against by the hectare" in finding.reason


@pytest.mark.parametrize(
    "text",
    [
        "Collateral of EUR 12 a kilowatt is posted by bidders.",
        "Bidders post EUR 12 for each kW of collateral.",
        "Bidders post collateral of EUR 12.",
        "The mill pays £50 for every hour in which it stands still.",
        "Ferries cost £85 a day.",  # Its source does not say by what.
        "The award of 640 crowns came a year later.",
        "There were 11 permanent exclusions per 10 000 pupils.",
    ],
)
def test_other_words_for_the_same_and_silence_are_no_difference(text: str) -> None:
    finding = audited(text, KNOWN)
    assert "by the" not in finding.reason


PASS = library("It will test a monthly pass for $19.95 in nine theaters. The fee of £12 is charged weekly.\n")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Nine theaters were to try out a pass at $19.95 a week.", "$19.95 by the week against by the month"),
        ("Nine theaters were to try out a weekly pass for $19.95.", "$19.95 by the week against by the month"),
    ],
)
def test_what_an_adjective_says_it_is_by_counts(text: str, said: str) -> None:
    assert said in audited(text, PASS).reason


@pytest.mark.parametrize(
    "text", ["Nine theaters try out a pass at $19.95 a month.", "Nine theaters try out a monthly pass for $19.95."]
)
def test_and_is_the_same_in_other_words(text: str) -> None:
    assert audited(text, PASS).outcome is Outcome.HOLDS


TWICE = library(
    """The council pays the society £45 a month for every allotment let. A berth holder pays 18 kroner a day into
the dredging fund per metre of hull. For every hive the keeper gets €260 a year towards sugar.
"""
)


@pytest.mark.parametrize(
    "text",
    [
        "For each allotment the council pays the society £45.",
        "With £45 due for each of its allotments the society is paid by the council.",
        "The council pays the society £45 a month.",
        "Berth holders pay 18 kroner for each metre of hull.",
        "The keeper gets €260 per hive towards sugar.",
        "The keeper gets €260 a year towards sugar.",
    ],
)
def test_what_is_told_by_two_things_may_be_told_by_one(text: str) -> None:
    assert audited(text, TWICE).outcome is Outcome.HOLDS


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("For each member the council pays the society £45.", "£45 by the member against by the allotment"),
        ("The council pays the society £45 a year for each allotment.", "£45 by the year against by the month"),
        ("The keeper gets €260 a month for every hive.", "€260 by the month against by the year"),
        ("The keeper gets €260 a year for every jar.", "€260 by the jar against by the hive"),
    ],
)
def test_and_by_nothing_else(text: str, said: str) -> None:
    assert said in audited(text, TWICE).reason


NORTH = library("""# The northern shops

Churn in the northern shops was 2.1% a month. The weekly rent of the stall on the old quay is £85. Growth was 31 cm.

| Item | Value |
|---|---|
| Monthly fee for members (EUR) | 12.50 |
| Absence, per quarter (%) | 4.2 |
| Staff turnover (% a year) | 17 |
""")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Annual churn in the northern shops was 2.1%.", "2.1% by the year against by the month"),
        ("The monthly rent of the stall on the old quay is £85.", "£85 by the month against by the week"),
        ("The yearly fee for members is EUR 12.50.", "EUR 12.50 by the year against by the month"),
        ("Monthly staff turnover was 17 %.", "17 % by the month against by the year"),
    ],
)
def test_what_is_by_the_month_is_not_by_the_year(text: str, said: str) -> None:
    finding = audited(text, NORTH)
    assert finding.outcome is Outcome.FAILS
    assert said in finding.reason


@pytest.mark.parametrize(
    "text",
    [
        "Monthly churn in the northern shops was 2.1%.",
        "The stall on the old quay is let for £85 a week.",
        "The monthly fee for members is EUR 12.50.",
        "Quarterly absence was 4.2 %.",
        "The annual report says that churn was 2.1%.",
        "Annual growth was 31 cm.",
    ],
)
def test_the_same_time_or_one_that_nobody_tells_is_no_other(text: str) -> None:
    assert "by the" not in audited(text, NORTH).reason


HARBOUR = library(
    """The desalter makes 900 cubic metres of water a day and uses 4.1 kWh per cubic metre. The line uses 58 kWh per
1,000 bottles. The buoy sends 6 messages an hour. The basin covers 55 acres, of which 12 acres are mud. Each tank
holds 500 gallons. The pump draws 3 kW. The ferry does 22 knots. Heat loss fell from 38 to 21 watts per square metre. It
emits 5,400 tonnes of carbon a year. The speed limit is 20 metres a minute.
"""
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The desalter made 900 cubic metres of water.", "900 cubic metres by the day"),
        ("In all, the line uses 58 kWh.", "58 kWh by the 1,000"),
        ("The desalter takes 4.1 kWh.", "4.1 kWh by the cubic metre"),
        ("The buoy has sent 6 messages.", "by the hour"),
        ("Heat loss fell from 38 to 21 watts.", "21 watts by the square metre"),
        ("The basin covers 55 hectares.", "55 hectares against 55 acres"),
        ("A tank holds 500 litres.", "500 litres against 500 gallons"),
        ("The pump draws 3 kWh.", "3 kWh against 3 kW"),
        ("The ferry does 22 miles per hour.", "22 miles per hour against 22 knots"),
    ],
)
def test_a_rate_is_no_total_and_a_unit_no_other_of_its_measure(text: str, said: str) -> None:
    finding = audited(text, HARBOUR)
    assert finding.outcome is Outcome.FAILS
    assert "unit differs" in finding.reason and said in finding.reason


@pytest.mark.parametrize(
    "text",
    [
        "Daily, the desalter makes 900 cubic metres of water.",
        "A cubic metre of its water takes 4.1 kWh.",
        "For a thousand bottles the line uses 58 kWh.",
        "The buoy sends a message every ten minutes.",
        "Heat loss through a square metre of roof fell from 38 to 21 watts.",
        "It emits 5,400 tonnes of carbon.",
        "The speed limit is 20 metres a minute.",
        "The basin covers some 22 hectares.",
        "The ferry does about 41 km/h.",
    ],
)
def test_a_rate_whose_base_is_told_anywhere_and_a_conversion_pass(text: str) -> None:
    finding = audited(text, HARBOUR)
    assert finding.outcome is Outcome.HOLDS, finding.reason
