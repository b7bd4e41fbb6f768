"""Lengths of time: between two moments of the evidence, or named there without a number (`elapsed`, `periods`)."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from verify_library import assert_follows, audited, library

from moot.evidence.library import Library
from moot.words import Outcome


def holds(text: str, known: Library) -> bool:
    return audited(text, known).outcome is Outcome.HOLDS


LOCK = library(
    """# The lock at Orvane

Digging of the lock began in May 1881. The first barge passed it in 1886, and a second chamber was opened in 1934.
Ines Oru kept the lock from 1901 to 1919.

The night guard rang the keeper at 02:20. The gate was shut by hand at 04:35, and the alarm ended at 04:50.

The permit was asked for on 3 March 2021. It was granted on 24 March 2021. Eels were counted that week.
""",
    date="2021-09-01",
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The first barge passed the lock five years after digging began.", "1886 − May 1881"),
        ("The second chamber opened 48 years after the first barge passed.", "1934 − 1886"),
        ("The second chamber opened about 50 years after the first barge had passed.", "1934 − 1886"),
        ("Ines Oru was keeper of the lock for eighteen years.", "1919 − 1901"),
        ("The gate was shut two hours and fifteen minutes after the guard rang the keeper.", "04:35 − 02:20"),
        ("It took 135 minutes from the call of the guard until the gate was shut.", "04:35 − 02:20"),
        ("The permit was granted three weeks after it had been asked for.", "24 March 2021 − 3 March 2021"),
        ("The permit was granted 21 days after it had been asked for.", "24 March 2021 − 3 March 2021"),
    ],
)
def test_the_time_between_two_moments_of_the_evidence_holds(text: str, said: str) -> None:
    assert_follows(text, LOCK, said)


@pytest.mark.parametrize(
    "text",
    [
        "The first barge passed the lock nine years after digging began.",
        "The gate was shut two hours and fifty minutes after the guard rang the keeper.",
        "It took 145 minutes from the call of the guard until the gate was shut.",
        "Ines Oru was keeper of the lock for thirteen years.",
        "The permit was granted five weeks after it had been asked for.",
        "The permit was granted 22 days after it had been asked for.",
        "Grass grew on the towpath for 53 years.",  # From 1881 to 1934, of which it does not speak.
        "Ines Oru paid rent for 20 years.",  # From 1881, two sentences before, to 1901.
        "The permit as granted was valid for three weeks.",  # So short a time is found between many dates.
        "The second chamber opened about 70 years after the first barge had passed.",
    ],
)
def test_another_time_does_not(text: str) -> None:
    assert audited(text, LOCK).outcome is Outcome.FAILS


FLOOD = library(
    """# The night of the flood

At 03.42 the duty engineer, Mr Adeyemi, saw the alarms. He cut the link between the two sites at 04.05.

The hail fell between 4.10 and 4.35 on Sunday afternoon.

The pumps stopped on Saturday at 11 p.m. and ran again on Sunday at 2 p.m.

In 1975 the works had 410 hands. By 2020 there were 120 of them.

The club's first shelter cost 180 crowns a year. Scores were no different a week later. Where litter was replaced every
fortnight, the maples lived. In the first half of 2021 the school had no teacher of physics.

The mean stay at the berth grew from 31 to 38 hours.
""",
    date="2022-09-01",
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Some 23 minutes passed between the alarms and the severing of the connection.", "04.05 − 03.42"),
        ("The hail was over within 25 minutes.", "4.35 − 4.10"),
        ("The pumps stood still for fifteen hours.", "11 p.m − 2 p.m"),
        ("Within forty-five years the workforce dwindled to less than a third.", "2020 − 1975"),
        ("Rent for the shelter came to 180 crowns for twelve months.", "a year"),
        ("Whatever lift the scores had was gone seven days on.", "a week"),
        ("Young maples died unless fresh leaves were laid down every two weeks.", "fortnight"),
        ("For six months nobody taught physics.", "half of 2021"),
        ("Ships lay at the quay seven hours longer than in the year before.", "31 to 38 hours"),
    ],
)
def test_lengths_told_in_other_words_hold(text: str, said: str) -> None:
    assert_follows(text, FLOOD, said)


@pytest.mark.parametrize(
    "text",
    [
        "Some 33 minutes passed between the alarms and the severing of the connection.",
        "The hail was over within 35 minutes.",
        "The pumps stood still for seventeen hours.",
        "Within fifty-five years the workforce dwindled to less than a third.",
        "Rent for the shelter came to 180 crowns for eighteen months.",
        "Whatever lift the scores had was gone nine days on.",
        "Young maples died unless fresh leaves were laid down every three weeks.",
        "For nine months nobody taught physics.",
        "Ships lay at the quay ten hours longer than in the year before.",
    ],
)
def test_and_other_lengths_do_not(text: str) -> None:
    assert audited(text, FLOOD).outcome is Outcome.FAILS


def test_an_hour_of_the_evening_is_no_penny() -> None:
    shop = library("# The shop\n\nThe shop shuts at 8 p.m. on weekdays. A roll costs 8p there.")
    assert holds("The shop shuts at 8 p.m. on weekdays.", shop)
    assert not holds("The shop shuts at 9 p.m. on weekdays.", shop)


def test_one_moment_may_stand_in_the_next_sentence_and_weeks_are_rounded() -> None:
    works = library("Commissioning was planned for December 2023. The office now expects December 2025.")
    assert holds("Commissioning has slipped by two years.", works)
    ferry = library("The ferry was docked on 3 March 2021. The ferry left the dock on 26 March 2021.")
    assert holds("The ferry left the dock three weeks after it had been docked.", ferry)
    assert not holds("The ferry left the dock four weeks after it had been docked.", ferry)


@given(st.integers(0, 23 * 60 + 59), st.integers(1, 23 * 60), st.integers(0, 23 * 60))
def test_minutes_between_two_times_of_day_go_over_midnight(first: int, gone: int, other: int) -> None:
    def clock(minutes: int) -> str:
        return f"{minutes // 60 % 24:02}:{minutes % 60:02}"

    known = library(f"The siren sounded at {clock(first)}. The siren fell silent at {clock(first + gone)}.")
    assert holds(f"The siren fell silent {gone} minutes after it had sounded.", known)
    assume(other not in (gone, 1440 - gone) and other > 5)
    assert not holds(f"The siren fell silent {other} minutes after it had sounded.", known)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "The lease on the hall runs for 12 months.",
            "The lease on the hall was renewed. Five years of repairs followed.",
        ),
        ("The bridge is 100 years old.", "The bridge was built in the 19th century."),
        ("Goods must be returned to the fair within 24 hours.", "Goods are sold at the fair on the day after Easter."),
        ("Patients gave up the drug after three months.", "A quarter of the patients gave up the drug."),
        (
            "Repairs of the team's bus were done in six months.",
            "In the second half the team scored twice from its bus.",
        ),
        (
            "The lease of the hall ran for more than 12 months.",
            "The lease of the hall was signed. A year later it ended.",
        ),
        ("Visitors to the museum wait 5 minutes.", "Visitors to the museum wait between 20 and 25 minutes."),
        (
            "The guarantee on the boiler lasts 10 years.",
            "The firm was founded in 2010 and moved in 2020. The guarantee on the boiler lasts 12 years.",
        ),
        ("The play ran for twelve hours.", "The play ran from 7.02 to 10.40 p.m."),
        (
            "The tour of the castle takes 30 minutes.",
            "The dam was raised from 1.25 to 1.55 metres. The tour of the castle takes 45 minutes.",
        ),
        ("The bath shuts nine months after it opens.", "The bath opens on 15 November and closes on 15 February."),
        ("The walk came to 410 minutes in all.", "The walk has legs of 2 hours and 40 minutes, 1 hour and 30 minutes."),
    ],
)
def test_what_only_looks_like_the_length_or_the_computation_does_not_hold(text: str, source: str) -> None:
    assert audited(text, library(source)).outcome is Outcome.FAILS


def test_months_are_counted_over_the_turn_of_the_year() -> None:
    assert holds(
        "The bath shuts three months after it opens.",
        library("The bath opens on 15 November and closes on 15 February."),
    )


def test_two_times_of_day_of_which_the_claim_says_nothing_are_no_length_in_it() -> None:
    notes = library(
        "The mill was sold to a dairy. The night train leaves at 9 a.m. for the coast. Nobody had asked the baker. The "
        "museum shuts at 4 p.m. in winter. Repairs of the mill took the dairy a while."
    )
    assert not holds("Repairs of the mill went on for seven hours.", notes)


def test_a_length_of_two_digits_tells_more_than_one_of_one() -> None:
    longer = audited("The second chamber opened 48 years after the first barge passed.", LOCK)
    shorter = audited("The first barge passed the lock five years after digging began.", LOCK)
    assert (longer.score or 0) > 0.9 > (shorter.score or 0) > 0.5


def test_whole_months_are_counted_from_the_first_day_to_the_last() -> None:
    closed = library("The tunnel will be closed from 1 March to 30 November 2025.")
    assert holds("The tunnel will be shut for nine months.", closed)
    assert not holds("The tunnel will be shut for ten months.", closed)
    assert not holds(
        "The tunnel will be shut for nine months.",
        library("The tunnel will be closed from 4 March to 29 November 2025."),
    )


ROOF = library(
    "The repair of the roof began on 6 May 2024 and ended on 29 August. The season is from 1 May to 31 August."
)


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("The repair of the roof took 115 days.", Outcome.HOLDS),  # One year for both days.
        ("The repair of the roof took 135 days.", Outcome.FAILS),
        ("The season would last 123 days, or four months.", Outcome.HOLDS),  # Both days counted.
        ("The season would last 153 days.", Outcome.FAILS),
    ],
)
def test_days_of_one_sentence_are_of_one_year(text: str, outcome: Outcome) -> None:
    assert audited(text, ROOF).outcome is outcome
