"""A cell whose row and column are all that a claim speaks of bears it out, whatever its wording."""

from __future__ import annotations

import pytest
from verify_library import audited, library

from moot.evidence.library import Library
from moot.words import Outcome

CLINICS = library("""The clinics of the valley and who works there.

| Clinic | Beds | Nurses | Staff | Visits 2023 (thousand) |
|---|---|---|---|---|
| Hollin | 120 | 214 | 612 | 18.4 |
| Marsh End | 64 | 98 | 287 | 9.7 |
| Total | 184 | 312 | 899 | 28.1 |

Hollin will get a scanner in May.
""")
ORCHARDS = library("""The county has counted its orchards for the third time.

| Parish | Pear trees 2015 | Pear trees 2023 | Area (ha) |
|---|---|---|---|
| Much Dale | 5,100 | 4,870 | 61 |
| Lower Wick | 2,440 | 2,930 | 40 |
| Total | 7,540 | 7,800 | 101 |
""")
RATES = library("""Asthma in the counties of the coast.

| County | Emergency visits per 1,000 pupils with asthma | Nurses |
|---|---|---|
| Ardent Coast | 61 | 12 |
| Low Fen | 38 | 15 |
""")
LOCKS = library("""Passages by lock

| Lock | Boats passed | Keepers | Hours shut |
|---|---|---|---|
| Arden Lock | 4,212 | 3 | 97 |
| Brede Lock | 1,988 | 2 | 1,240 |
| All | 6,200 | 5 | 1,337 |
""")


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("Hollin has around 600 people on its staff.", CLINICS),
        ("Some 18,000 visits were counted at Hollin in 2023.", CLINICS),
        ("Lower Wick has close to 3,000 pear trees.", ORCHARDS),
        ("All in all, roughly 7,800 pear trees stand in the county.", ORCHARDS),
        ("Nearly 2,000 boats passed Brede Lock.", LOCKS),
        ("More than 4,200 boats passed Arden Lock.", LOCKS),
        ("Overall some 6,200 boats passed in the district.", LOCKS),
    ],
)
def test_what_says_a_cell_and_nothing_else_is_reckoned(text: str, known: Library) -> None:
    found = audited(text, known)
    assert found.outcome is Outcome.HOLDS and (found.score or 0) > 0.8, found


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("Hollin dismissed around 600 people of its staff.", CLINICS),
        ("Around 600 nurses are on the staff of Hollin.", CLINICS),
        ("Lower Wick has felled close to 3,000 pear trees.", ORCHARDS),
        ("Lower Wick had close to 3,000 pear trees in 1998.", ORCHARDS),
        ("Lower Wick has close to 3,000 plum trees.", ORCHARDS),
        ("On the Ardent Coast there were 61 asthma emergency visits per 1,000 pupils.", RATES),
        ("Nearly 2,000 boats would have passed Brede Lock.", LOCKS),
        ("Brede Lock never passed nearly 2,000 boats.", LOCKS),
        ("Nearly 2,000 boats missed Brede Lock.", LOCKS),
        ("Nearly 2,000 boats passed.", LOCKS),
        ("Some 6,200 boats sank in the district.", LOCKS),
    ],
)
def test_what_says_more_or_names_no_cell_is_left_to_its_wording(text: str, known: Library) -> None:
    assert not audited(text, known).score
