"""More and less of two columns of a row, of a column that is a part of another, and of a head that is no direction."""

from __future__ import annotations

import pytest
from verify_library import library

from moot.evidence.library import Library
from moot.verify.direction import Direction
from moot.words import Citation, Claim, ClaimKind, Finding, Outcome

KENNELS = library("""# Kennels

| Kennel | Dogs in January | Taken in | Rehomed | Lost 2023 | Lost 2024 |
|---|---|---|---|---|---|
| Ulm | 40 | 22 | 31 | 2 | 5 |
| Sarn | 18 | 14 | 9 | 1 | 4 |
| Total | 58 | 36 | 40 | 6 | 6 |
""")
MAIL = library("""# Mail to the office

| Year | Requests | By letter | By telephone |
|---|---|---|---|
| 2021 | 900 | 310 | 120 |
| 2022 | 980 | 240 | 150 |
| 2023 | 1,110 | 190 | 180 |
""")


def found(text: str, known: Library) -> Finding:
    quotes = tuple(
        Citation(passage=each.id, quote=line)
        for each in known.passages
        for line in each.text.splitlines()
        if "|" in line
    )
    (finding,) = Direction().findings([Claim(id="c1", kind=ClaimKind.STATED, text=text, citations=quotes)], known)
    return finding


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("More dogs were rehomed than taken in.", KENNELS),
        ("At Ulm more dogs were rehomed than taken in.", KENNELS),
        ("At Sarn fewer dogs were rehomed than taken in.", KENNELS),
        ("More dogs were taken in than rehomed in Tarn.", KENNELS),
        ("Sarn lost four dogs in 2024.", KENNELS),
        ("The number of dogs lost at Ulm rose from 2023 to 2024.", KENNELS),
        ("Requests by letter fell between 2021 and 2023.", MAIL),
        ("Requests rose between 2021 and 2023.", MAIL),
    ],
)
def test_it_is_as_the_figures_say(text: str, known: Library) -> None:
    finding = found(text, known)
    assert finding.outcome is Outcome.HOLDS, finding.reason


@pytest.mark.parametrize(
    ("text", "known", "said"),
    [
        ("More dogs were taken in than rehomed.", KENNELS, "36 against 40"),
        ("At Ulm fewer dogs were rehomed than taken in.", KENNELS, "31 against 22"),
        ("At Sarn more dogs were rehomed than taken in.", KENNELS, "9 against 14"),
        ("The number of dogs lost at Ulm fell from 2023 to 2024.", KENNELS, "2 and then 5"),
        ("Requests by letter rose between 2021 and 2023.", MAIL, "310 and then 190"),
        ("Requests fell between 2021 and 2023.", MAIL, "900 and then 1,110"),
    ],
)
def test_it_is_not(text: str, known: Library, said: str) -> None:
    finding = found(text, known)
    assert finding.outcome is Outcome.FAILS
    assert said in finding.reason
    assert finding.score == 0.0


CALLS = library("""# Emergency calls, 2024

| Ward | January | February | March |
|---|---|---|---|
| Harbour | 412 | 398 | 377 |
| Hill | 120 | 131 | 140 |
""")
INSTRUMENTS = library("""# Instruments

| Instrument | Availability March 2025 (%) | Availability June 2025 (%) |
|---|---|---|
| Receiver | 95.1 | 93.6 |
| Imager | 91.2 | 99.4 |
""")
STAFF = library("""# Staff

| Site | Staff on 31 December 2022 | Staff on 31 December 2023 |
|---|---|---|
| Mill | 41 | 52 |
| Quay | 30 | 22 |
""")


@pytest.mark.parametrize(
    ("true", "wrong", "known"),
    [
        (
            "Calls from the Harbour ward fell between January and March.",
            "Calls from the Harbour ward rose between January and March.",
            CALLS,
        ),
        (
            "The Hill ward made more calls in March than in January.",
            "The Hill ward made fewer calls in March than in January.",
            CALLS,
        ),
        (
            "The receiver became less available between March and June.",
            "The receiver became more available between March and June.",
            INSTRUMENTS,
        ),
        (
            "The availability of the imager rose between March and June 2025.",
            "The availability of the imager fell between March and June 2025.",
            INSTRUMENTS,
        ),
        ("Staff at the Mill rose in 2023.", "Staff at the Mill fell in 2023.", STAFF),
    ],
)
def test_months_in_heads_are_times_where_they_are_two_of_a_year(true: str, wrong: str, known: Library) -> None:
    assert found(true, known).outcome is Outcome.HOLDS
    assert found(wrong, known).outcome is Outcome.FAILS
