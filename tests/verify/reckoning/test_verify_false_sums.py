"""Figures that something near what is cited gives by chance, and that the claim does not mean: false ones and true."""

from __future__ import annotations

import pytest
from verify_library import audited, library

from moot.evidence.library import Library
from moot.words import Outcome

FACTORY = library(
    """# The glassworks of Hallin, year 2031

The works have four ovens. Gas was bought mostly from Corrib, which got 61.3 million crowns; the rest went to smaller
sellers.

| Oven | Staff | Sales (crowns, thousand) | Glass 2030 (tonnes) | Glass 2031 (tonnes) | Faulty 2031 (%) |
|---|---|---|---|---|---|
| North | 41 | 21,400 | 610 | 655 | 3.1 |
| South | 33 | 17,250 | 480 | 431 | 4.4 |
| Quay | 58 | 32,800 | 905 | 960 | 2.7 |
| Mill | 12 | 6,310 | 170 | 154 | 6.2 |
| Total | 144 | 77,760 | 2,165 | 2,200 | 3.4 |

Glass is sold for 31,400 crowns a tonne. Sand cost 212 crowns a tonne, against 248 crowns in 2030. The works council
rejected the new shifts by 87 votes to 36. Since 2028 the works have hired 460 people and dismissed 190. For 2032 the
works expect sales of 79 million to 84 million crowns.
""",
    date="2032-02-20",
)
CLINICS = library(
    """# Waiting in the clinics of Sarn, 31 January 2033

| Clinic | Beds | Patients 2032 | Waiting 31 January 2032 | Median wait 2033 (days) |
|---|---|---|---|---|
| Lower Sarn | 120 | 9,600 | 810 | 14.0 |
| Upper Sarn | 80 | 5,200 | 640 | 19.0 |
| Port | 200 | 14,800 | 1,270 | 23.0 |
| Airfield | 40 | 2,400 | 95 | 8.0 |

The mean stay in Port was 5.2 days, after 6.6 days in 2031. Of 275 patients asked, 214 would come again
and 61 would go elsewhere.
""",
    date="2033-02-14",
)
LETTERS = library(
    """# Letters on the harbour bridge

| Street | In favour | Opposed | Undecided |
|---|---|---|---|
| Quay Street | 41 | 96 | 13 |
| Church Road | 118 | 64 | 18 |
| Hill Lane | 77 | 52 | 22 |
| Total | 236 | 212 | 53 |

The council of elders approved the bridge by 22 to 7. The old bridge carried 4,100 carts in 2029 and sank twice.
"""
)

PARISH = library(
    """# Post of the parish

| Street | Received (letters a week) | Carriers | Dogs |
|---|---|---|---|
| Quay | 150 | 2 | 9 |
| Church | 200 | 3 | 4 |
| Hill | 150 | 2 | 7 |
| Mill | 80 | 1 | 3 |
"""
)


@pytest.mark.parametrize(
    ("text", "known"),
    [
        # A total, less a row of which the claim says nothing.
        ("By far the most of the gas, 60.5 million crowns' worth, came from Corrib.", FACTORY),
        ("Most of the gas, 71.5 million crowns' worth, was bought from Corrib.", FACTORY),
        # One side of a vote as a share of the other.
        ("The works council turned the new shifts down with about 59 per cent of the votes.", FACTORY),
        ("The elders backed the bridge with 68 per cent of the votes cast.", LETTERS),
        ("In the council of elders 32 per cent of the votes went for the bridge.", LETTERS),
        # The middle of two figures, of which the claim tells the one beside it.
        ("Sand got cheaper: the works paid 230 crowns a tonne on average in 2031, against 248 in 2030.", FACTORY),
        ("Patients stayed in Port for 5.9 days on average, after 6.6 days in 2031.", CLINICS),
        # What is left of the share that the claim speaks of.
        ("Of the 501 letters, 53 per cent were in favour of the bridge.", LETTERS),
        ("Of the 501 letters, 58 per cent were opposed.", LETTERS),
        ("Of the 275 patients asked, 22 per cent would come again.", CLINICS),
        # As often as the rows are counted, one of them.
        ("Taken together, the four clinics have 480 beds.", CLINICS),
        ("All in all the four clinics treated 38,400 patients in 2032.", CLINICS),
        # An end of what is expected, for what came of it.
        ("Sales rose by 6.2 million crowns compared with the year before.", FACTORY),
        # A share of a row by another, where the claim says of all.
        ("The Quay oven made 45 per cent of all the glass of 2031.", FACTORY),
        ("North made 20 per cent of all the glass of 2031.", FACTORY),
        ("The Port clinic treated 65 per cent of all patients.", CLINICS),
        # Cells of other rows and columns.
        ("Since 2028 the works have hired 350 more people than they dismissed.", FACTORY),
        # A total, where the claim names a row.
        ("At the price of a tonne, the glass made by Mill in 2031 was worth about 69 million crowns.", FACTORY),
        # The same number in another unit, and as far from a date to the day of the source.
        ("The typical patient of Lower Sarn has waited 14 months.", CLINICS),
        ("Patients of Upper Sarn have waited 19 weeks at the median.", CLINICS),
    ],
)
def test_what_only_chance_gives_is_doubted(text: str, known: Library) -> None:
    found = audited(text, known)
    assert found.outcome is Outcome.FAILS, found.reason


@pytest.mark.parametrize(
    ("text", "known", "said"),
    [
        ("The elders backed the bridge with 68 per cent of the votes cast.", LETTERS, "75.86 (22 / (7 + 22))"),
        ("Of the 501 letters, 53 per cent were in favour of the bridge.", LETTERS, "against 47.11 (236 / 501)"),
        ("The Quay oven made 45 per cent of all the glass of 2031.", FACTORY, "against 43.64 (960 / 2,200)"),
        ("Taken together, the four clinics have 480 beds.", CLINICS, "the sum is 440"),
        (
            "All told, the four streets get 680 letters a week.",
            PARISH,
            "the sum is 580 (150 + 200 + 150 + 80), not 680 letters a week",
        ),
    ],
)
def test_it_is_told_with_what_it_should_be(text: str, known: Library, said: str) -> None:
    assert said in audited(text, known).reason


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("By far the most of the gas, 61.3 million crowns' worth, came from Corrib.", FACTORY),
        ("Without the Quay oven, sales came to 44.96 million crowns.", FACTORY),
        ("The works council turned the new shifts down with about 71 per cent of the votes.", FACTORY),
        ("The elders backed the bridge with 76 per cent of the votes cast.", LETTERS),
        ("In the council of elders 24 per cent of the votes went against the bridge.", LETTERS),
        ("Sand got cheaper: the works paid 212 crowns a tonne on average in 2031, against 248 in 2030.", FACTORY),
        ("On average over the two years, a tonne of sand cost 230 crowns.", FACTORY),
        ("Of the 501 letters, 47 per cent were in favour of the bridge.", LETTERS),
        ("Of the 501 letters, 53 per cent were not in favour of the bridge.", LETTERS),
        ("Of the 501 letters, 42 per cent were opposed.", LETTERS),
        ("Of the 275 patients asked, 78 per cent would come again.", CLINICS),
        ("Taken together, the four clinics have 440 beds.", CLINICS),
        ("All in all the four clinics treated 32,000 patients in 2032.", CLINICS),
        ("At the upper end, sales would rise by 6.24 million crowns in 2032.", FACTORY),
        ("The Quay oven made 44 per cent of all the glass of 2031.", FACTORY),
        ("North made 30 per cent of all the glass of 2031.", FACTORY),
        ("Of the four ovens, Quay made 44 per cent of all the glass of 2031.", FACTORY),
        ("Of the four ovens, South made 10 per cent less glass in 2031 than in 2030.", FACTORY),
        ("All ovens but the largest sold glass for 44.96 million crowns.", FACTORY),
        ("The Port clinic treated 46 per cent of all patients.", CLINICS),
        ("Since 2028 the works have hired 270 more people than they dismissed.", FACTORY),
        ("At the price of a tonne, the glass made by Mill in 2031 was worth about 4.8 million crowns.", FACTORY),
        ("At the price of a tonne, all the glass of 2031 was worth about 69 million crowns.", FACTORY),
        ("The typical patient of Lower Sarn has waited two weeks.", CLINICS),
    ],
)
def test_what_the_claim_means_holds(text: str, known: Library) -> None:
    found = audited(text, known)
    assert found.outcome is Outcome.HOLDS, found.reason
