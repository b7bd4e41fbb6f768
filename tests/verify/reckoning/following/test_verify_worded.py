"""Figures that follow by an operation that one word names: a midpoint, a margin, a growth a year, a price."""

from __future__ import annotations

import pytest
from verify_library import audited, library

from moot.evidence.library import Library
from moot.words import Outcome

INCOME = library("""# Third quarter

| EUR thousand | Q3 2025 | Q3 2024 |
|---|---|---|
| Revenue | 184320 | 171500 |
| Cost of sales | 110592 | 106330 |
| Gross profit | 73728 | 65170 |
| Operating profit | 23962 | 12100 |
| Income tax | 5247 | 2460 |
""")
SEGMENTS = library("""# Segments

| Segment | Revenue Q3 2025 | Revenue Q3 2024 | EBIT Q3 2025 | Employees |
|---|---|---|---|---|
| Metrology | 92160 | 81900 | 15670 | 812 |
| Services | 30720 | 29400 | 1302 | 318 |
| Group | 122880 | 111300 | 16972 | 1130 |
""")
OUTLOOK = library("We raise our revenue guidance from a range of 710 to 730 million euros to 725 to 740 million euros.")
SALES = library("""# Sales

Sales were 40.0 million euros in 2019 and 50.1 million euros in 2024. The shops fell from 310 in 2019 to 241 in 2024.

| Region | 2019 | 2024 |
|---|---|---|
| North | 812 | 1204 |
| South | 640 | 655 |
""")
OFFER = library("""# Offer

| Process | Price per bracket (EUR) |
|---|---|
| Zinc-nickel | 1.85 |
| Zinc flake | 2.60 |

A discount of 8 percent is granted on orders of 20,000 brackets or more. A late order costs 15 percent more.
""")
OVEN = library("""# Salt spray

Neutral salt spray at 35 °C with 5 % sodium chloride, pH 6.5 to 7.2, for 1,000 hours.

The tensile strength was 812 MPa in series A and 845 MPa in series B.

The chamber temperature fell to 31 °C for 50 minutes because of a power failure.
""")
MARGIN = "The {} margin was {} percent in the third quarter of {}."


def outcome(text: str, known: Library) -> Outcome:
    return audited(text, known).outcome


@pytest.mark.parametrize(
    ("known", "sentence", "true", "wrong"),
    [
        (INCOME, "The operating margin was {} percent, against 7.1 percent a year earlier.", "13.0", "14.0"),
        (INCOME, "The operating margin was 13.0 percent, against {} percent a year earlier.", "7.1", "8.1"),
        (INCOME, "The gross margin improved from {} to 40.0 percent.", "38.0", "36.0"),
        (INCOME, "The gross margin improved by {} points.", "2.0", "3.0"),
        (INCOME, "The operating margin widened by {} percentage points.", "5.9", "7.9"),
        (SEGMENTS, "Services earned a margin of only {} percent.", "4.2", "5.2"),
        (SEGMENTS, "The EBIT margin of the group was {} percent.", "13.8", "17.0"),
        (OUTLOOK, "The new range lifts the midpoint by {} million euros.", "12.5", "15"),
        (OUTLOOK, "The midpoint of the new guidance is {} million euros.", "732.5", "735.5"),
        (SALES, "Between 2019 and 2024 sales grew by {} percent a year on average.", "4.6", "5.6"),
        (SALES, "From 2019 to 2024 sales in the North grew at an average annual rate of {} percent.", "8.2", "9.7"),
        (SALES, "Between 2019 and 2024 the number of shops fell by {} percent a year on average.", "4.9", "3.9"),
        (OVEN, "Because of a power failure the temperature dropped by {} degrees for almost an hour.", "4", "9"),
        (OFFER, "For 20,000 brackets zinc flake comes to 52,000 euros, or {} after the discount.", "47,840", "44,200"),
    ],
)
def test_so_much_and_no_other_figure_follows(known: Library, sentence: str, true: str, wrong: str) -> None:
    assert outcome(sentence.format(true), known) is Outcome.HOLDS
    assert outcome(sentence.format(wrong), known) is Outcome.FAILS


@pytest.mark.parametrize(
    ("text", "known"),
    [
        (MARGIN.format("operating", "7.1", "2025"), INCOME),
        (MARGIN.format("gross", "13.0", "2025"), INCOME),
        ("The gross margin improved by 5.9 points.", INCOME),
        ("Metrology earned a margin of only 4.2 percent.", SEGMENTS),
        ("From 2019 to 2024 sales in the South grew at an average annual rate of 8.2 percent.", SALES),
        ("Between 2019 and 2024 the number of shops grew by 4.9 percent a year on average.", SALES),
        ("For 20,000 brackets zinc flake comes to 52,000 euros, or 44,200 after the discount.", OFFER),
    ],
)
def test_what_is_true_of_another_period_part_or_word_fails(text: str, known: Library) -> None:
    assert outcome(text, known) is Outcome.FAILS


def test_a_midpoint_is_not_refuted_by_a_range() -> None:
    finding = audited("The new range lifts the midpoint by 19.5 million euros.", OUTLOOK)
    assert (finding.outcome, finding.gate) == (Outcome.FAILS, False)


PUMP = library("The pump costs £2,150 without VAT.")


def test_a_price_at_a_rate_that_only_the_claim_tells_is_not_borne_out_and_not_refuted() -> None:
    right, wrong = (audited(f"With 20 percent VAT the pump costs {price}.", PUMP) for price in ("£2,580", "£2,680"))
    assert (right.outcome, right.gate) == (Outcome.FAILS, False)
    assert (wrong.outcome, wrong.gate) == (Outcome.FAILS, True)
    told = library("The pump costs £2,150 without VAT. VAT is 20 percent.")
    assert outcome("With 20 percent VAT the pump costs £2,580.", told) is Outcome.HOLDS


JOBS = library("""# Shops

| Region | Jobs 2024 | Jobs 2025 |
|---|---|---|
| North | 236 | 262 |
| East | 188 | 180 |
| South | 131 | 158 |
| West | 104 | 97 |
""")
COSTS = library("""# Costs

| EUR thousand | 2024 | 2025 |
|---|---|---|
| Staff | 4310 | 4870 |
| Energy | 910 | 1240 |
| Rent | 1205 | 1210 |
| Total costs | 6425 | 7320 |
""")


@pytest.mark.parametrize(
    ("known", "sentence", "true", "wrong"),
    [
        (JOBS, "North's share of the jobs rose by {} percentage points.", "1.8", "2.8"),
        (JOBS, "East's share of the jobs fell by {} points.", "2.7", "1.8"),
        (COSTS, "The share of energy in total costs rose by {} percentage points.", "2.8", "3.8"),
        (COSTS, "Energy's share of total costs rose from {} to 16.9 percent.", "14.2", "11.6"),
        (COSTS, "Energy accounted for {} percent of costs in 2025.", "16.9", "14.2"),
        (COSTS, "Energy accounted for 16.9 percent of costs in 2025, against {} percent in 2024.", "14.2", "13.1"),
    ],
)
def test_shares_over_two_columns_and_their_points(known: Library, sentence: str, true: str, wrong: str) -> None:
    assert outcome(sentence.format(true), known) is Outcome.HOLDS
    assert outcome(sentence.format(wrong), known) is Outcome.FAILS


def test_what_a_change_goes_from_does_not_follow_by_lying_between() -> None:
    assert outcome("The gross margin improved from 10.7 to 40.0 percent.", INCOME) is Outcome.FAILS
    assert outcome("Between 2019 and 2024 sales grew by 2.3 percent a year on average.", SALES) is Outcome.FAILS
