"""What is said of so many of them is not said of all of them."""

from __future__ import annotations

import pytest
from verify_library import cite, claim, library, only, said

from moot.verify.scope import Scope
from moot.words import Outcome

_ENZYMES = (
    "Elevated enzymes were reported in 11 patients, all of whom had taken the drug; levels returned to normal after "
    "the drug was withdrawn in nine of them."
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Elevated enzymes were reported in 11 patients, and levels returned to normal in all of them.",
            "nine of them",
        ),
        ("Elevated enzymes were reported in 11 patients, and levels returned to normal in nine of them.", ""),
        ("Elevated enzymes were reported in 11 patients, all of them on the drug.", ""),
        ("Levels did not return to normal in all of them.", ""),
    ],
)
def test_so_many_of_them_are_not_all(text: str, told: str) -> None:
    reason = said(Scope(), text, _ENZYMES)
    assert told in reason and bool(reason) is bool(told)


def test_a_later_sentence_may_say_it_of_all() -> None:
    evidence = "Three of the tenants signed the lease in May. By July all of the tenants had signed the lease."
    assert said(Scope(), "All of the tenants signed the lease.", evidence) == ""


def test_for_how_long_it_holds_is_what_limits_it() -> None:
    loan = "The bank offers a loan of EUR 10 million over 20 years at 3.9 %, fixed for the first ten."
    assert "“for the first ten”" in said(Scope(), "The rate of the loan is fixed for its entire 20 years.", loan)
    whole = "The bank offers a loan of EUR 10 million over 20 years at 3.9 %."
    assert said(Scope(), "The bank offers a loan at 3.9 % over the entire 20 years.", whole) == ""


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("62 % of residents want the tram.", "62 % of those who answered want the tram."),
        ("71 per cent of farmers spray.", "Of 300 farmers 120 answered, and 71 % of them spray."),
        ("Three quarters of the nurses are tired.", "Three quarters of the nurses who replied are tired."),
        ("Half of the firms export.", "Half of the firms with more than 250 staff export."),
        ("One in four drivers was drunk.", "One in four drivers who were stopped at night was drunk."),
    ],
)
def test_a_share_of_some_is_not_that_of_all(text: str, evidence: str) -> None:
    assert "its source" in said(Scope(), text, evidence)


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("62 % of respondents want the tram.", "62 % of those who answered want the tram."),
        ("9 per cent of patients on the high dose were ill.", "9 % of patients who took the high dose were ill."),
        ("80 % of the houses have panels.", "80 % of the houses, which were built in 2010, have panels."),
        ("Half of the firms export.", "Half of the firms export. Half of the firms with many staff are old."),
    ],
)
def test_a_share_of_the_same_is_left_alone(text: str, evidence: str) -> None:
    assert not said(Scope(), text, evidence)


def test_what_nobody_knows_is_said_of_no_one() -> None:
    ditches = "Ditches help the slope only a little, perhaps; how much is open."
    assert said(Scope(), "Nobody knows how much ditches help the slope.", ditches) == ""
    assert said(Scope(), "Nobody in the town has a boat.", "Only some in the town have a boat.")


_EIGHT = "Eight of the nine recommendations were accepted."


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("All nine recommendations were accepted.", _EIGHT),
        ("All the recommendations were accepted.", _EIGHT),
        ("All twelve boats returned to port.", "Eleven of the twelve boats returned to port."),
        ("All 40 bridges were inspected in 2024.", "In 2024, 37 of the 40 bridges were inspected."),
        ("All ten pupils passed the exam.", "Nine out of ten pupils passed the exam."),
    ],
)
def test_fewer_than_the_whole_are_not_all(text: str, evidence: str) -> None:
    known = library(evidence)
    finding = only(Scope().findings([claim(text, cite(known, evidence))], known))
    assert finding.outcome is Outcome.FAILS
    assert finding.score == 0.0, finding


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("Eight of the nine recommendations were accepted.", _EIGHT),
        ("All but one of the nine recommendations were accepted.", _EIGHT),
        ("Not all nine recommendations were accepted.", _EIGHT),
        ("All recommendations were accepted.", "Eight of the nine recommendations were accepted, the ninth in May."),
        ("All six wells were tested.", "Five of the six wells were dry."),
    ],
)
def test_what_is_not_said_of_all_or_not_of_fewer_stands(text: str, evidence: str) -> None:
    assert said(Scope(), text, evidence) == ""
