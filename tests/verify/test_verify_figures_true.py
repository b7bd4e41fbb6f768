"""Figures of true sentences that a gate once refuted, each beside a near sentence that it must refute."""

from __future__ import annotations

import pytest
from verify_library import audited, library

from moot.evidence.library import Library
from moot.words import Outcome


def holds(text: str, known: Library) -> bool:
    return audited(text, known).outcome is Outcome.HOLDS


def refuted(text: str, known: Library) -> bool:
    finding = audited(text, known)
    return finding.gate and finding.outcome is Outcome.FAILS


HUTS = library("""# Mountain huts of the Alvar range

| Hut | Wardens | Nights sold | Nights cancelled |
|---|---|---|---|
| Upper Tarn | 3 | 412 | 6 |
| Stone Gap | 2 | 391 | 17 |
| Windle | 4 | 530 | 9 |

In winter 140 guests came to Stone Gap and 95 guests to Windle. The repair fund spent 900 crowns on 60 mattresses.
""")


@pytest.mark.parametrize(
    ("true", "wrong"),
    [
        ("The hut wardens had 32 nights cancelled.", "The hut wardens had 38 nights cancelled."),
        ("At Windle 539 nights were either sold or cancelled.", "At Windle 561 nights were either sold or cancelled."),
        (
            "The mattresses of the repair fund cost 15 crowns a mattress.",
            "The mattresses of the repair fund cost 27 crowns a mattress.",
        ),
        (
            "Either at Stone Gap or at Windle 235 winter guests were counted.",
            "Either at Stone Gap or at Windle 283 winter guests were counted.",
        ),
    ],
)
def test_counts_of_a_table_need_no_word_for_their_sum(true: str, wrong: str) -> None:
    assert holds(true, HUTS)
    assert audited(wrong, HUTS).outcome is Outcome.FAILS


LOANS = library("""# The map room

The atlas was lent to the school for sixteen months. The reading room is to cost £84,000 a year.

Loans were counted each May from 2017 to 2021. The room was shut from 3 March to 28 April 1921.

Shelves for 130 maps hold, at most 20 kg each, and readers under 14 years need a guardian. The porter had been at work
for 7 hours and 38 minutes; the longest shift is 8 hours.
""")


@pytest.mark.parametrize(
    ("true", "wrong"),
    [
        ("The atlas was lent to the school for a year and four months.", "The atlas was lent to the school for a year "
         "and six months."),
        ("The reading room is to cost £7,000 a month.", "The reading room is to cost £9,000 a month."),
        ("Loans were counted in May 2019.", "Loans were counted in May 2012."),
        ("The room was shut in March 1921.", "The room was shut in March 1912."),
    ],
)  # fmt: skip
def test_times_and_payments_hold_in_other_units(true: str, wrong: str) -> None:
    assert holds(true, LOANS)
    assert audited(wrong, LOANS).outcome is Outcome.FAILS


@pytest.mark.parametrize(
    ("true", "wrong"),
    [
        ("A shelf with maps of 23 kg holds too many of the maps.", "Shelves for maps hold at most 25 kg each."),
        ("A reader aged 9 years needs a guardian in the room.", "Readers under 16 years need a guardian."),
    ],
)
def test_a_case_is_no_limit(true: str, wrong: str) -> None:
    assert not refuted(true, LOANS)
    assert audited(wrong, LOANS).outcome is Outcome.FAILS


def test_what_is_left_of_hours_and_minutes() -> None:
    left = "The porter had {} left before he reached the longest shift of 8 hours."
    assert holds(left.format("22 minutes"), LOANS)
    assert not holds(left.format("50 minutes"), LOANS)


def test_a_number_that_the_claim_gives_to_another_unit_is_no_mistake_of_unit() -> None:
    finding = audited("The porter had eight minutes left of the longest shift of 8 hours.", LOANS)
    assert "unit differs" not in finding.reason
    assert "unit differs" in audited("The longest shift is 8 minutes for the porter.", LOANS).reason


RACE = library("""# Rowing league

| Crew | Won | Lost | Boats for–against | Points |
|---|---|---|---|---|
| Teal | 9 | 2 | 71–40 | 29 |
| Heron | 7 | 4 | 66–48 | 23 |
""")


def test_heads_with_a_large_letter_name_units_and_vague_words_state_no_difference() -> None:
    assert holds("Teal ended with 29 points and took the league for the second time.", RACE)
    assert not holds("Teal ended with 33 points and took the league for the second time.", RACE)


CALLS = library("""# Night line

| Quarter | Calls | Answered |
|---|---|---|
| Spring | 5,200 | 3,744 |
| Summer | 6,100 | 4,270 |

The line of Harl answers 91% of calls.
""")


def test_a_percentage_that_the_claim_gives_too_is_of_something_else() -> None:
    said = "In spring some {}% of calls were answered, while Harl answers 91% of calls."
    assert holds(said.format(72), CALLS)
    assert not holds(said.format(66), CALLS)


def test_a_season_has_each_month_once() -> None:
    known = library("# Coach\n\nMara Olt left the crew in January, halfway through the season 2016–17.")
    assert not holds("Mara Olt left the crew in January 2016.", known)


def test_a_count_after_a_name_that_is_merely_not_found_is_no_gate() -> None:
    known = library("# Lamps\n\nNew bulbs are for the seven lamps at Orvane near the quay; the other twelve are dark.")
    assert not refuted("Seven of Orvane's 19 lamps near the quay are to have new bulbs.", known)


SEED = library("""# Seed

Each trial on the slope used 10 to 20 kg of clover seed.
""")


def test_a_range_so_many_times_follows_where_both_ends_do() -> None:
    assert holds("Four trials used between 40 and 80 kg of clover seed.", SEED)
    assert refuted("Four trials used between 40 and 90 kg of clover seed.", SEED)


SHARES = library("""# Bericht der Werft

Im Jahr 2021 lag die Quote der Werft bei 59,3 Prozent, im Jahr davor bei 56,1 Prozent.
""")
TABLE = library("""# Bericht der Werft

| Jahr | Anteil (%) | Kosten (Mio. Euro) |
|---|---|---|
| 2020 | 56,1 | 3,90 |
| 2021 | 59,3 | 4,25 |
""")


def test_a_decimal_comma_is_read_before_a_unit_and_in_a_cell() -> None:
    assert holds("Die Quote der Werft stieg um 3,2 Prozentpunkte.", SHARES)
    assert "61,7 Prozent against 59,3 Prozent" in audited("Die Quote lag 2021 bei 61,7 Prozent.", SHARES).reason
    assert holds("Der Anteil betrug 59,3 % im Jahr 2021.", TABLE)
    assert not holds("Der Anteil betrug 59,8 % im Jahr 2021.", TABLE)


GRANTS = (
    "| Department | Approved 2025 (thousand EUR) | Proposed 2026 (thousand EUR) | Posts 2025 | Posts 2026 |\n"
    "|---|---|---|---|---|\n| Roads | 19750 | 17900 | 141 | 133 |\n| Culture | 8100 | 8350 | 60 | 61 |\n"
)
LOADS = "| workload | version | ops_per_s |\n|---|---|---|\n| load | 3.8 | 412000 |\n| load | 4.0 | 655000 |\n"
SLOPE = "| Point | 2023 mm | 2024 mm |\n|---|---|---|\n| R1 | 12 | 14 |\n| R2 | 8 | 9 |\n"
PARKING = "Parking: 2.00 euros an hour from May (so far 1.60)."
BALLOT = "In the ballot 81% of those voting were against the offer; turnout was 46%."


@pytest.mark.parametrize(
    ("true", "wrong", "source"),
    [
        ("Roads lose 1.85 million euros.", "Roads lose 1.95 million euros.", GRANTS),
        ("The load reached 655,000 operations a second.", "The load reached 665,000 operations a second.", LOADS),
        ("Every point moved further in 2024 than in 2023.", "Every point moved further in 2022 than in 2021.", SLOPE),
        ("It opens between July and September 2027.", "It opens between May and July 2027.", "It opens in Q3 2027."),
        ("The slope moved by 5 mm a day.", "The slope moved by 7 mm a day.", "The slope moved by 5 mm on one day."),
        ("Parking rises by forty cents an hour.", "Parking rises by sixty cents an hour.", PARKING),
        ("Visitors under 18 pay nothing.", "Visitors under 16 pay nothing.", "Under-18s get in free."),
        ("The path is less than half a kilometre.", "The path is less than 300 metres.", "The path is 400 metres."),
        ("The offer fell by 81 to 19 in the ballot.", "The offer fell by 81 to 29 in the ballot.", BALLOT),
    ],
)  # fmt: skip
def test_what_is_told_by_another_measure_is_not_missing(true: str, wrong: str, source: str) -> None:
    assert holds(true, library(source)), audited(true, library(source)).reason
    assert not holds(wrong, library(source))


def test_a_part_of_them_is_no_part_of_the_figure_before() -> None:
    text = "Half of them, 187 patients, took it, up from 41 patients."
    assert (
        "do not make"
        not in audited(text, library("Of 374 patients 187 patients took it (before: 41 patients).")).reason
    )


SUMMARY = """# Town of Ebbin, summary

All amounts in thousand dollars.

| Item | 2024 adopted | 2025 adopted |
|---|---|---|
| Revenue | 27,650 | 28,400 |
| Spending | 26,930 | 29,150 |
"""
HARVEST = """| Commune | Year | Area in production (ha) | Harvest (hl) | Yield (hl/ha) | Must weight (°Oe) |
|---|---|---|---|---|---|
| Upper Ebbin | 2022 | 310 | 15,500 | 50 | 88 |
| Upper Ebbin | 2023 | 305 | 13,725 | 45 | 91 |
| Upper Ebbin | 2024 | 300 | 6,600 | 22 | 94 |
| Lower Ebbin | 2022 | 480 | 28,800 | 60 | 84 |
| Lower Ebbin | 2023 | 480 | 26,400 | 55 | 86 |
| Lower Ebbin | 2024 | 475 | 16,625 | 35 | 90 |
| Sorl | 2022 | 125 | 5,625 | 45 | 92 |
| Sorl | 2023 | 130 | 6,240 | 48 | 93 |
| Sorl | 2024 | 130 | 5,720 | 44 | 92 |

Declarations close on 25 November. Growers with less than 0.3 ha are not obliged to declare. The frost nights of 22 to
24 April 2024 hit Upper Ebbin hardest (lowest reading −4.6 °C); Sorl recorded nothing below −0.8 °C.

Premiums were applied for on 18 ha. The maximum yield stays at 60 hl/ha; a proposal to lower it to 55 was withdrawn.
"""
SESSION = """The president called the meeting to order at 7.02 p.m.

## Library

Fourteen residents spoke.

## End

Adjourned at 10.40 p.m.
"""
BUILD = "A full build of the library takes 96 s instead of 152 s."
ORDER = "The order was given at 14:10. He left at twenty past two."
QUILL = "# Quill 3.2, a third more writes\n\nQuill 3.2 came out in August. Databases of version 2.8 must be reloaded."


@pytest.mark.parametrize(
    ("true", "wrong", "source"),
    [
        (
            "The plan for 2025 provides for revenue of $28.4m.",
            "The plan for 2021 provides for revenue of $28.4m.",
            SUMMARY,
        ),
        (
            "The three communes together declared 28,945 hectolitres in 2024, against 46,365 the year before.",
            "The three communes together declared 28,945 hectolitres in 2024, against 47,365 the year before.",
            HARVEST,
        ),
        ("The shop is shut one day a week.", "The shop is shut two days a week.", "The shop is closed on Sundays."),
        ("The meeting lasted 218 minutes.", "The meeting lasted 238 minutes.", SESSION),
        ("A full build takes a good third less time.", "A full build takes a good half less time.", BUILD),
        ("He left ten minutes after the order.", "He left forty minutes after the order.", ORDER),
        ("Databases must be reloaded when moving to 3.2.", "Databases must be reloaded when moving to 3.4.", QUILL),
    ],
)
def test_what_follows_by_words_of_time_and_part_is_not_missing(true: str, wrong: str, source: str) -> None:
    assert holds(true, library(source)), audited(true, library(source)).reason
    assert not holds(wrong, library(source))
