"""Figures as people say them: parts in words, coins, sums in one breath, a share that is told twice."""

from __future__ import annotations

import pytest
from verify_library import audited, library

from moot.words import Outcome

_TRAMS = """
The line carried 1.42 million passengers in 2022, up from 1.18 million in 2021.
The wage bill came to 106 per cent of turnover. The company has 870 people, of whom 58 are apprentices.
Depots were open for 21 hours a week in 2019; the minimum standard is 25.
The pilot linked 640 stops and 215 ticket shops. A place costs £16.40 per child a year.
"""
_TOWN = """
Tests take about 40 sessions of twenty minutes. Repairs to the roof cost $1.2 million, $250,000 too much.
Cameras recorded nine collisions, six of them by gulls. There are 1,030 vineyards and 221 wineries.
Every £1 spent saves £2.60 in treatment. The garage made a loss of £412,000, after a surplus of £96,000 in 2021.
The price of cod climbed to 31,40 kroner per kilo from 24,90.
"We swept the yard," said baker Bill Tasker, 71, whose rent has doubled.
Crews replaced 19 miles in 2022, short of the 24 planned.
"""


@pytest.mark.parametrize(
    ("evidence", "claim"),
    [
        (_TRAMS, "For every pound that came in, £1.06 went out again as wages."),
        (_TRAMS, "Depots ought to be open 25 hours weekly."),
        (_TRAMS, "The pilot has linked 855 stops and shops."),
        (_TRAMS, "A child's place costs 1,640p a year."),
        (_TRAMS, "One in fifteen of the people is an apprentice, 58 out of 870."),
        (_TRAMS, "Passengers were up by 240,000, or 20 per cent, on 2021."),
        (_TOWN, "Forty sessions are some thirteen hours and twenty minutes of tests."),
        (_TOWN, "The accounts of the garage swung by £508,000, from the black into the red."),
        (_TOWN, "A kilo of cod had brought in 24.90 kroner before."),
        (_TOWN, "Tasker, a 71-year-old baker, pays twice the rent."),
        (_TOWN, "There were nine collisions, and two thirds of these involved gulls."),
        (_TOWN, "Crews replaced only 19 of a planned 24 miles in 2022."),
    ],
)
def test_what_is_said_in_other_words_holds(evidence: str, claim: str) -> None:
    finding = audited(claim, library(evidence))
    assert finding.outcome is Outcome.HOLDS, finding.reason


@pytest.mark.parametrize(
    ("evidence", "claim"),
    [
        (_TRAMS, "For every pound that came in, £1.60 went out again as wages."),
        (_TRAMS, "One in eight of the people is an apprentice, 58 out of 870."),
        (_TRAMS, "Of the 870 people 15 per cent, that is to say 58, are apprentices."),
        (_TRAMS, "Passengers were up by 240,000, or 17 per cent, on 2021."),
        (_TOWN, "There were nine collisions, and half of these involved gulls."),
        (_TOWN, "For each pound laid out, £3.60 is saved on treatment."),
        (_TOWN, "Two in three of the crashes were by gulls, five out of nine."),
    ],
)
def test_what_does_not_add_up_fails(evidence: str, claim: str) -> None:
    finding = audited(claim, library(evidence))
    assert finding.outcome is Outcome.FAILS, finding.reason
