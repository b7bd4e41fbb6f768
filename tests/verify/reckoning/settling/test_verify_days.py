"""A day whose year stands above or before it, and a year that nothing gives."""

from __future__ import annotations

import pytest
from verify_library import audited, cite, claim, library, only

from moot.evidence.library import Library
from moot.verify.figures import Figures
from moot.words import Finding, Outcome

WARD = library("""# Fever ward of Lund

Admissions peaked on 18 January, and the ward was full from 12 January to 3 February. Nurses fell ill in March.

Admissions by week, winter of 2022

| Week | Admissions | Beds |
|---|---|---|
| 1 | 14 | 40 |
| 2 | 31 | 44 |
""")
DIG = library("""# Excavation at Corran Hill

## Season 2019

The first burial was found on 6 May. The trench was closed by rain between 3 June and 17 July.

## Season 2021

The mosaic was lifted on 22 August.
""")
KILN = library("# The kiln\n\nThe kiln was lit on 9 March. The first glaze failed.\n")
BUOY = library(
    "# Buoy\n\nThe water never reached 21 degrees in the summer of 2024 (hourly values, 1 June to 30 September).\n"
)


def quoted(text: str, known: Library, quote: str) -> Finding:
    return only(Figures().findings([claim(text, cite(known, quote))], known))


@pytest.mark.parametrize(
    ("text", "known", "quote"),
    [
        ("Admissions peaked on 18 January 2022.", WARD, "Admissions peaked on 18 January"),
        ("The ward was full from 12 January to 3 February 2022.", WARD, "the ward was full from 12 January"),
        ("Admissions peaked in January 2022.", WARD, "Admissions peaked on 18 January"),
        ("In week 2 of the winter of 2022 there were 31 admissions.", WARD, "| 2 | 31 | 44 |"),
        ("The first burial was found on 6 May 2019.", DIG, "The first burial was found on 6 May."),
        ("Rain closed the trench between 3 June and 17 July 2019.", DIG, "The trench was closed by rain"),
        ("In July 2024 the water never reached 21 degrees.", BUOY, "The water never reached 21 degrees"),
    ],
)
def test_the_year_of_a_day_stands_in_its_passage_its_heading_or_a_caption(
    text: str, known: Library, quote: str
) -> None:
    found = quoted(text, known, quote)
    assert found.outcome is Outcome.HOLDS, found.reason
    assert audited(text, known).outcome is Outcome.HOLDS


@pytest.mark.parametrize(
    ("text", "known", "quote", "there"),
    [
        ("Admissions peaked on 18 January 2020.", WARD, "Admissions peaked on 18 January", "18 January"),
        ("The first burial was found on 6 May 2021.", DIG, "The first burial was found on 6 May.", "6 May"),
        ("The kiln was lit on 9 March 1998.", KILN, "The kiln was lit on 9 March.", "9 March"),
    ],
)
def test_a_year_that_nothing_gives_is_missing_and_no_other_date(
    text: str, known: Library, quote: str, there: str
) -> None:
    for found in (quoted(text, known, quote), audited(text, known)):
        assert found.outcome is Outcome.FAILS
        assert f"is not in the quoted evidence, which says {there}" in found.reason
        assert "differs" not in found.reason
    assert not audited(text, known).gate


@pytest.mark.parametrize(
    ("text", "known", "quote", "against"),
    [
        ("Admissions peaked on 19 January 2022.", WARD, "Admissions peaked on 18 January", "18 January"),
        ("The first burial was found on 7 May 2019.", DIG, "The first burial was found on 6 May.", "6 May"),
        ("The kiln was lit on 9 April.", KILN, "The kiln was lit on 9 March.", "9 March"),
    ],
)
def test_another_day_or_month_differs(text: str, known: Library, quote: str, against: str) -> None:
    for found in (quoted(text, known, quote), audited(text, known)):
        assert found.gate
        assert found.reason.startswith("date differs")
        assert found.reason.endswith(f"against {against}")


def test_a_caption_gives_no_other_year() -> None:
    assert quoted("In week 2 of 2021 there were 31 admissions.", WARD, "| 2 | 31 | 44 |").outcome is Outcome.FAILS


@pytest.mark.parametrize(("year", "outcome"), [("2031", Outcome.HOLDS), ("2029", Outcome.FAILS)])
def test_last_year_is_the_one_before_that_of_its_source(year: str, outcome: Outcome) -> None:
    known = library("Four riders fell, among them last year's winner.", date="2032-06-05")
    assert audited(f"The winner of {year} fell.", known).outcome is outcome


@pytest.mark.parametrize(("month", "outcome"), [("June", Outcome.HOLDS), ("July", Outcome.FAILS)])
def test_the_nth_is_a_day_of_the_month_of_its_source(month: str, outcome: Outcome) -> None:
    known = library("Will the riders agree before the 16th? It is possible.", date="2032-06-05")
    assert audited(f"The riders may agree before 16 {month}.", known).outcome is outcome
