"""A figure of one year is not that of another, in prose and in tables."""

from __future__ import annotations

import pytest
from verify_library import audited, library

from moot.text.figures import find
from moot.verify.reckoning.given.dated import year_of, year_said
from moot.words import Outcome

HEARINGS = library(
    "In 2020, 29 hearings were adjourned because no interpreter came; in 2021 the number was 17. An audit of 2022.\n"
)
SWIMS = library(
    "The association ratifies swims. In 2023, 44 solo swimmers started and 29 finished. In 2022, 38 started and 27 "
    "finished. Relay teams are counted apart.\n"
)


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("In 2021, the auditors found, 29 hearings had to be adjourned because no interpreter came.", HEARINGS),
        ("In the 2023 season, 38 solo swimmers started across the strait.", SWIMS),
    ],
)
def test_the_figure_of_another_year_is_refuted(text: str, known: object) -> None:
    finding = audited(text, known)  # type: ignore[arg-type]
    assert finding.outcome is Outcome.FAILS and "figure belongs to another year" in finding.reason


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("In 2020, 29 hearings had to be adjourned because no interpreter came.", HEARINGS),
        ("Adjournments because no interpreter came fell from 29 hearings in 2020 to 17 in 2021.", HEARINGS),
        ("The 2022 audit found that 29 hearings were adjourned because no interpreter came.", HEARINGS),
        ("In 2021, 17 hearings were adjourned, against 29 hearings the year before.", HEARINGS),
        ("In 2023, 44 solo swimmers started, six more than the 38 of the year before.", SWIMS),
        ("In 2022, 38 solo swimmers started across the strait.", SWIMS),
    ],
)
def test_what_is_told_of_its_own_year_is_not(text: str, known: object) -> None:
    assert "another year" not in audited(text, known).reason  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("sentence", "years"),
    [
        ("In 2020, 29 were adjourned; in 2021 the number was 17.", ["2020", "2021"]),
        ("An interpreter was booked for 371 hearings in 2020 and for 361 in 2021.", ["2020", "2021"]),
        ("Some 12 teams started.", [""]),
    ],
)
def test_the_year_of_a_figure_is_the_nearest_of_its_clause(sentence: str, years: list[str]) -> None:
    counted = [each for each in find(sentence) if each.kind.value == "quantity"]
    assert [year_of(sentence, each) for each in counted] == years


def test_a_claim_is_of_one_year_where_it_names_no_other() -> None:
    assert year_said("In 2021, 29 hearings were adjourned.") == "2021"
    assert year_said("The 2021 audit found 29.") == year_said("From 2020 to 2021 it fell to 17.") == ""
