"""Figures of a file that is audited: their places are looked up, and much of what is true was computed from them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from verify_library import assert_follows, audited, doubt, library

from moot.evidence.library import Library
from moot.words import Outcome


def holds(text: str, known: Library) -> bool:
    return audited(text, known).outcome is Outcome.HOLDS


# --- another unit ---------------------------------------------------------------------------------------------------

TRIAL = library(
    "The path to the mill is 12 km long. At noon the mill stood at 35 °C. The trial of the mill took 90 days."
)


@pytest.mark.parametrize(
    ("text", "true"),
    [
        ("The path to the mill is about 7.5 miles long.", True),
        ("The path to the mill is about 8.5 miles long.", False),
        ("At noon the mill stood at 95 °F.", True),
        ("At noon the mill stood at 97 °F.", False),
        ("The trial of the mill took three months.", True),
        ("The trial of the mill took five months.", False),
    ],
)
def test_another_unit_holds_to_the_digits_that_are_given(text: str, true: bool) -> None:
    assert holds(text, TRIAL) is true


@given(st.integers(-400, 1200))
def test_degrees_are_converted_both_ways(tenths: int) -> None:
    celsius = Decimal(tenths) / 10
    fahrenheit = celsius * 9 / 5 + 32
    assume(celsius and abs(fahrenheit) >= 1)
    assert holds(f"The kiln stood at {fahrenheit:.2f} °F.", library(f"The kiln stood at {celsius} °C."))
    assert not holds(f"The kiln stood at {fahrenheit + 9:.2f} °F.", library(f"The kiln stood at {celsius} °C."))


# --- operations within a sentence or two ----------------------------------------------------------------------------

CLUB = library(
    """# The rowing club

In the spring list of 486 rowers, 52 had no boat. Three hundred and twelve rowers came to the regatta.

The new boathouse cost £31.4m, £2.6m under budget. The old one had cost £4.7m, £1.2m more than the first estimate.

Members elected the captain with 61% for and 17% against; the rest abstained.

Two thirds of the 240,000 nails came from the old pier. The treasurer had set aside 64 million dollars, of which 41 is
spent.

The gift shop took £640,000, twice as much as a year before.

Fees brought in 14,870 crowns after an 11% fall.
"""
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("In the spring list 434 rowers possessed a boat.", "486 − 52"),
        ("The budget of the new boathouse was £34.0m.", "£31.4m + £2.6m"),
        ("The first estimate of the old one was lower, at £3.5m.", "£4.7m − £1.2m"),
        ("In the vote on the captain 22% of the members abstained.", "100 − 61% − 17%"),
        ("For or against were 78% together in the vote on the captain.", "61% + 17%"),
        ("About 160,000 nails came from the old pier.", "Two thirds of 240,000"),
        ("Of the 64 million dollars set aside 23 million dollars are left.", "64 million dollars − 41"),
        ("A year earlier the gift shop had taken £320,000.", "£640,000 / twice"),
        ("Before the fall, fees brought in about 16,700 crowns.", "14,870 / (1 − 11%)"),
    ],
)
def test_what_two_figures_of_a_sentence_make_needs_no_word_for_the_operation(text: str, said: str) -> None:
    assert_follows(text, CLUB, said)


@pytest.mark.parametrize(
    "text",
    [
        "In the spring list 443 rowers possessed a boat.",
        "The budget of the new boathouse was £28.8m.",  # Under budget: the budget was more.
        "The first estimate of the old one was lower, at £5.9m.",  # More than the estimate: that was less.
        "In the vote on the captain 32% of the members abstained.",
        "In the vote on the captain 78% abstained.",  # The sum of the two, which the claim does not state.
        "About 190,000 nails came from the old pier.",
        "Of the 64 million dollars set aside 33 million dollars are left.",
        "Storms took 434 tiles off the church.",  # Of which the sentence says nothing.
        "Storms took 434 tiles off the spring house.",
    ],
)
def test_what_they_do_not_make_fails(text: str) -> None:
    assert audited(text, CLUB).outcome is Outcome.FAILS


def test_a_number_that_many_operations_give_is_chance() -> None:
    known = library("The hall has 14 rows, 23 lamps, 9 doors, 31 steps, 17 flags and 26 windows for the choir.")
    assert not holds("For the choir, 8 singers stood among the lamps and flags of the hall.", known)
    assert holds("For the choir the hall has 8 more steps than lamps.", known)


def test_what_two_figures_of_other_things_make_is_chance() -> None:
    known = library("The windmill of Tamsen, built of oak, has 213 panes and 48 hinges.")
    assert not holds("The oak windmill of Tamsen needs 165 nails.", known)
    assert holds("The windmill of Tamsen has 165 panes more than hinges.", known)


@given(st.integers(1_000, 9_999), st.integers(100, 999), st.integers(1_000, 9_999))
def test_of_a_whole_and_a_part_the_rest_holds_and_few_other_numbers(whole: int, part: int, other: int) -> None:
    known = library(f"Of {whole} seals on the sandbank, {part} wore a tag.")
    assert holds(f"On the sandbank {whole - part} seals were without a tag.", known)
    assume(other not in (whole, part, whole - part, whole + part))
    assert not holds(f"On the sandbank {other} seals were without a tag.", known)


PACKS = library(
    """Postal packs of the county.

The county sent out 61,300 packs, and 44,750 were returned.

| Town | Packs lost | Packs torn | Sacks used |
|---|---|---|---|
| Hill | 205 | 412 | 31 |
| Ford | 164 | 533 | 28 |
| Mere | 96 | 605 | 44 |
"""
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Packs that never came back numbered 16,550.", "61,300 − 44,750"),
        ("Those lost made up 30% of the torn ones in the county.", "(205 + 164 + 96) / (412 + 533 + 605)"),
        ("Of the 44,750 packs returned 44,285 were not lost.", "44,750 − (205 + 164 + 96)"),
        ("Lost packs in the three towns numbered 465.", "205 + 164 + 96"),
    ],
)
def test_whole_columns_and_plain_rests_need_no_word_that_states_them(text: str, said: str) -> None:
    assert_follows(text, PACKS, said)


@pytest.mark.parametrize(
    "text",
    [
        "Packs that never came back numbered 16,650.",
        "Of the 44,750 packs returned 44,385 were not lost.",
        "Lost packs in the three towns numbered 475.",
        "Bells that never rang numbered 16,551.",
    ],
)
def test_other_numbers_do_not_follow_from_them(text: str) -> None:
    assert audited(text, PACKS).outcome is Outcome.FAILS


def test_a_number_times_a_thousand_is_no_computation_of_itself() -> None:
    known = library(
        "| Model | Energy per answer (Wh) |\n|---|---|\n| Fennel | 0.21 |\n| Tansy | 0.83 |\n\n1,000 answers."
    )
    assert not holds("With 0.21 kWh per answer Fennel was frugal.", known)


CARDS = library(
    """# Cards

The warranty runs for three years, or for five if the card is registered within 60 days. Data took 95 minutes at first,
and since June they have taken 40. By May the buckle had been changed on 23,000 of the 41,000 seats sold by Minnow.
In January 2016 the pump failed, and nobody noticed it until June. In 2022 there were 34 strikes on 118,000 flights.
"""
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("A card that is registered is covered by warranty for sixty months.", "sixty months is five"),
        ("Since June data have taken two thirds of an hour.", "two thirds of an hour is 40"),
        ("By May 18,000 of the seats sold by Minnow still had the old buckle.", "41,000 − 23,000"),
        ("The pump that failed was noticed in June 2016.", "June 2016 with the year of its source"),
        ("There were 2.9 strikes per 10,000 flights in 2022.", "34 / 118,000 × 10000"),
    ],
)
def test_what_a_sentence_leaves_out_is_read_into_it(text: str, said: str) -> None:
    assert_follows(text, CARDS, said)


@pytest.mark.parametrize(
    "text",
    [
        "A card that is registered is covered by warranty for fifty months.",
        "Since June data have taken three quarters of an hour.",
        "By May 17,000 of the seats sold by Minnow still had the old buckle.",
        "There were 3.4 strikes per 10,000 flights in 2022.",
    ],
)
def test_nothing_else_is(text: str) -> None:
    assert audited(text, CARDS).outcome is Outcome.FAILS


LEAGUE = library(
    """# The league

| Group | Player-hours | Concussions |
|---|---|---|
| Forwards | 18,000 | 132 |
| Backs | 15,000 | 88 |

| Version | Pumps sold | Alarms that failed |
|---|---|---|
| 4.1 | 12,000 | 54 |
| 4.2 | 8,000 | 12 |

The match at the National Arena drew 9,400 people. All eleven home games of Ravensby drew 33,000 people.
"""
)


def test_a_rate_is_made_of_two_counts_and_compared_with_rates_only() -> None:
    over_all = audited("Over both groups the study comes to about 6.7 concussions per 1,000 player-hours.", LEAGUE)
    assert over_all.outcome is not Outcome.FAILS or not over_all.gate
    thrice = audited("Version 4.1 had 45 alarms that failed per 10,000 pumps, three times the rate of 4.2.", LEAGUE)
    assert thrice.outcome is Outcome.HOLDS, thrice.reason
    assert audited("Forwards had 7.3 concussions per 1,000 player-hours.", LEAGUE).score == pytest.approx(
        0.93, abs=0.01
    )


def test_of_a_mean_that_nothing_makes_another_figure_proves_nothing() -> None:
    text = "Leaving out the match at the National Arena, home games of Ravensby drew 2,390 people on average."
    finding = audited(text, LEAGUE)
    assert finding.outcome is Outcome.FAILS and not finding.gate
    assert audited("The match at the National Arena drew 9,300 people.", LEAGUE).gate


TRUCKS = library(
    """# Pallet trucks

Crisps of Nordfield held 0.57 mg of acrylamide per kilogram. Each tram is 37 metres long. Some 900 litres of oil leaked.

| Truck | Run time (h) | Full charge (min) | Oil (l/ha) |
|---|---|---|---|
| Orlo | 5.2 | 95 | 17.2 |
| Tavola | 6.4 | 150 | 14.9 |
"""
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("An Orlo needs 95 hours for a full charge.", "95 hours against 95 (Full charge (min))"),
        ("The Orlo used 17.2 litres per hour.", "17.2 litres per hour against 17.2 (Oil (l/ha))"),
        ("Each tram is 37 feet long.", "37 feet against 37 metres"),
        ("Some 900 tonnes of oil leaked.", "900 tonnes against 900 litres"),
        (
            "Nordfield's held 0.57 grams of acrylamide per kilogram.",
            "0.57 grams of acrylamide per kilogram against 0.57 mg",
        ),
    ],
)
def test_one_number_of_two_units_is_told_in_tables_and_rates_too(text: str, said: str) -> None:
    finding = audited(text, TRUCKS)
    assert finding.gate and f"unit differs: {said}" in finding.reason


@pytest.mark.parametrize(
    "text",
    [
        "An Orlo needs 95 minutes for a full charge.",
        "The Orlo used 17.2 litres of oil per hectare.",
        "Crisps of Nordfield held 570 micrograms of acrylamide in a kilogram.",
    ],
)
def test_the_same_unit_in_other_words_holds(text: str) -> None:
    assert holds(text, TRUCKS), audited(text, TRUCKS).reason


# --- what is merely not there ---------------------------------------------------------------------------------------


def test_another_figure_is_a_gate_only_in_a_sentence_that_says_most_of_the_claim() -> None:
    known = library(
        "The herring fleet of Tarvik landed 4,120 tonnes of herring in 2019. A new quay cost 730 tonnes of steel."
    )
    same = audited("The herring fleet of Tarvik landed 4,210 tonnes of herring in 2019.", known)
    assert same.outcome is Outcome.FAILS and same.gate
    assert "4,210 tonnes against 4,120 tonnes" in same.reason
    looser = audited("Tarvik bought a crane that lifts 55 tonnes.", known)
    assert looser.outcome is Outcome.FAILS and not looser.gate


def test_the_same_number_in_another_unit_is_a_gate_and_of_another_measure_is_not() -> None:
    known = library("The dye bath of the weaver takes 12 litres. The loom was idle for nine weeks, then hired out.")
    assert audited("The loom was idle for nine months.", known).gate
    assert not audited("A guild fined the town 12 dollars.", known).gate


def test_a_figure_that_was_recomputed_has_a_score() -> None:
    assert audited("In the spring list 434 rowers possessed a boat.", CLUB).score == pytest.approx(0.93, abs=0.01)
    assert audited("In the spring list 52 rowers had no boat.", CLUB).score is None
    assert doubt(audited("In the spring list 434 rowers possessed a boat, and 99 an oar.", CLUB)) < 0.5


TABLE = library(
    """Harvest of the orchards.

| Orchard | Pickers | Sacks filled | Broken ladders |
|---|---|---|---|
| Hill | 31 | 405 | 9 |
| Ford | 28 | 350 | 14 |
| Mill Lane | 44 | 512 | 16 |
"""
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("At the orchard Ford 12 ladders were broken.", "12 ladders against 14 (Ford, Broken ladders)"),
        ("Mill Lane had 44 pickers and 520 filled sacks.", "520 filled sacks against 512 (Mill Lane, Sacks filled)"),
    ],
)
def test_the_cell_that_a_claim_names_has_another_figure(text: str, said: str) -> None:
    finding = audited(text, TABLE)
    assert finding.gate and said in finding.reason


@pytest.mark.parametrize(
    "text",
    [
        "At the orchard Ford 22 ladders more than elsewhere were broken.",  # Compares.
        "At Hill or Ford 12 ladders were broken.",  # Names two rows.
        "At the orchard Ford 75 were asked.",  # Names no column.
        "At Ford they filled 77 books.",  # Names half of one.
    ],
)
def test_no_cell_is_told_where_the_claim_names_none_or_compares(text: str) -> None:
    finding = audited(text, TABLE)
    assert finding.outcome is Outcome.FAILS
    assert "(Ford," not in finding.reason


# --- ages, headings, majorities -------------------------------------------------------------------------------------

VOTE = library("""# Strike ends after 19 days

Workers aged 60 to 64 were the first to return on Monday. The agreement was passed by 71 votes to 58.
""")


@pytest.mark.parametrize(
    "text",
    [
        "Workers from 60 to 64 years returned first.",
        "The strike ended on Monday, after 19 days.",
        "The agreement was passed with a majority of 13 votes.",
    ],
)
def test_ages_headings_and_majorities_hold(text: str) -> None:
    assert holds(text, VOTE), audited(text, VOTE).reason


@pytest.mark.parametrize(
    "text", ["Workers from 61 to 64 years returned first.", "The agreement was passed with a majority of 14 votes."]
)
def test_others_do_not(text: str) -> None:
    assert not holds(text, VOTE)


def test_points_may_be_the_difference_of_percents() -> None:
    table = library("| Group | Share (%) |\n|---|---|\n| A | 13 |\n| B | 31 |\n")
    assert not audited("The share of group A rose by 13 points.", table).gate
    rents = library("Rents in the quarter rose by 13 % in 2021.")
    assert audited("Rents in the quarter rose by 13 percentage points in 2021.", rents).gate


# --- units with a power ----------------------------------------------------------------------------------------------

STORES = library("""# Stores

| Building | Volume (m3) | Flow (m3/h) |
|---|---|---|
| Warehouse | 301 | 320 |

The coat lost 42.6 g/m².
""")


@pytest.mark.parametrize(
    ("text", "true"),
    [
        ("The warehouse has 301 m³.", True),
        ("The warehouse has 301 cubic metres.", True),
        ("The flow of the warehouse is 320 m³/h.", True),
        ("The coat lost 4.26 mg per square centimetre.", True),
        ("The warehouse has 303 m³.", False),
        ("The warehouse has 301 m².", False),
        ("The flow of the warehouse is 320 m³.", False),
        ("The coat lost 42.6 mg per square centimetre.", False),
    ],
)
def test_areas_and_volumes_are_read_however_they_are_written(text: str, true: bool) -> None:
    assert holds(text, STORES) is true


def test_what_is_counted_is_told_with_its_noun() -> None:
    found = audited("The district has 14 herding households.", library("The district has 41 herding households."))
    assert found.reason == "figure differs: 14 herding households against 41 herding households"
