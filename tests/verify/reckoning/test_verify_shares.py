"""Shares, rises and falls: of what they are made, and in which direction."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from verify_library import audited, library

from moot.text import figures
from moot.verify.reckoning.following.changes import Change, change
from moot.words import Outcome

CALLS = (
    "The service answered 1,284 calls in 2024. Of these, 312 were fires, 541 were road accidents and rescues, "
    "268 were false alarms and 163 were other incidents."
)
STAFF = """The group employed 2,310 people, of whom 1,455 worked in Norway. Operating profit was €47.9 million.

| Segment | Revenue 2023, € million | Revenue 2024, € million | Employees 2024 |
|---|---|---|---|
| Marine | 180.2 | 195.4 | 990 |
| Energy | 142.1 | 139.8 | 720 |
| Services | 90.3 | 102.9 | 600 |
"""
ODOUR = "Odour complaints: 2020: 41; 2021: 56; 2022: 38."
CRACK = "The crack grew from 0.12 mm in 2019 to 0.21 mm in 2024."
SHIPS = "Capital expenditure was 38.2 million, of which 21.7 million went into ships."


@pytest.mark.parametrize(
    ("claim", "evidence", "true"),
    [
        ("Fires made up 24% of calls.", CALLS, True),
        ("Fires made up 42% of calls.", CALLS, False),  # 541 of 1,284
        ("Fires made up 21% of calls.", CALLS, False),
        ("False alarms made up 21% of calls.", CALLS, True),
        ("False alarms made up 24% of calls.", CALLS, False),
        ("About 63% of employees worked in Norway.", STAFF, True),
        ("About 73% of employees worked in Norway.", STAFF, False),  # 720 of 990
        ("Marine accounted for 44.6% of revenue in 2024.", STAFF, True),
        ("Marine accounted for 46.6% of revenue in 2024.", STAFF, False),  # 47.9 of 102.9
        ("About 58 per cent of the officers answered.", "It had 310 officers, 24 in the traffic unit. 180 of the 310 "
         "had responded.", True),
    ],
)  # fmt: skip
def test_a_share_is_made_of_what_the_claim_names(claim: str, evidence: str, true: bool) -> None:
    assert (audited(claim, library(evidence)).outcome is Outcome.HOLDS) is true


@pytest.mark.parametrize(
    ("claim", "evidence", "true"),
    [
        ("Complaints rose by 37% from 2020 to 2021.", ODOUR, True),
        ("Complaints rose by 27% from 2020 to 2021.", ODOUR, False),  # 1 − 41 / 56
        ("The crack grew by 75%.", CRACK, True),
        ("The crack grew by 43%.", CRACK, False),
        ("The crack grew by 57%.", CRACK, False),
        ("Unemployment rose by 50 percent.", "Unemployment rose from 4 percent to 6 percent.", True),
        ("Unemployment rose by 67 percent.", "Unemployment rose from 4 percent to 6 percent.", False),
        ("The ticket price rose by half in 2024.", "The ticket price rose from 40 to 60 euros in 2024.", True),
        ("The ticket price rose by 60 percent in 2024.", "The ticket price rose from 40 to 60 euros in 2024.", False),
        ("The crack grew by 75% within five years.", CRACK, True),
        ("The crack grew by 75% within ten years.", CRACK, False),
    ],
)
def test_a_rise_is_no_fall_and_no_share(claim: str, evidence: str, true: bool) -> None:
    assert (audited(claim, library(evidence)).outcome is Outcome.HOLDS) is true


@pytest.mark.parametrize(
    ("claim", "evidence", "true"),
    [
        ("A third of the members voted yes.", "Of 300 members 100 voted yes.", True),
        ("Two thirds of the members did not vote yes.", "Of 300 members 100 voted yes.", True),
        ("Three quarters of the members voted yes.", "Of 300 members 100 voted yes.", False),
        ("One bolt in eight was corroded.", "Of 184 bolts, 23 were corroded.", True),
        ("One bolt in six was corroded.", "Of 184 bolts, 23 were corroded.", False),
        ("Almost half of the wells are dry.", "Of 23 wells, 11 are dry.", True),
        ("Almost a third of the wells are dry.", "Of 23 wells, 11 are dry.", False),
        ("More than half of capital expenditure went into ships.", SHIPS, True),
        ("More than two thirds of capital expenditure went into ships.", SHIPS, False),
        ("Complaints fell by about a third.", "Complaints fell from 56 in 2021 to 38 in 2022.", True),
        ("Complaints fell by almost a half.", "Complaints fell from 56 in 2021 to 38 in 2022.", False),
    ],
)
def test_a_share_in_words_is_held_to_the_figures_that_the_claim_names(claim: str, evidence: str, true: bool) -> None:
    assert (audited(claim, library(evidence)).outcome is Outcome.HOLDS) is true


@given(st.integers(2, 400), st.integers(2, 400))
def test_a_rise_holds_whatever_the_two_figures_and_its_reverse_does_not(one: int, other: int) -> None:
    low, high = sorted((one, other))
    assume(high > low * 1.15 and high < low * 3.9)
    known = library(f"The herd counted {low} goats in 2021. In 2022 the herd counted {high} goats.")
    rise, fall = (100 * (high - low) / of for of in (low, high))
    assume(abs(rise - fall) > 2)
    assert audited(f"The herd of goats grew by {rise:.1f}% from 2021 to 2022.", known).outcome is Outcome.HOLDS
    assert audited(f"The herd of goats grew by {fall:.1f}% from 2021 to 2022.", known).outcome is not Outcome.HOLDS


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("Sales rose by almost a third.", Change.RISE),
        ("Sales were a fifth lower than in 2021.", Change.FALL),
        ("It was a drop of one quarter.", Change.FALL),
        ("More than two thirds of the wells are dry.", None),
        ("They lost 34 per cent of their oysters.", None),
        ("Metal takes up 6.2 per cent of the stone.", None),
        ("It weighs half as much.", None),
    ],
)
def test_what_is_told_as_a_change(claim: str, expected: Change | None) -> None:
    figure = next(each for each in figures.find(claim) if each.kind is not figures.FigureKind.DATE)
    assert change(figure, claim) is expected


@pytest.mark.parametrize(
    ("evidence", "text"),
    [
        ("He scored 87 points out of 100.", "He scored 87 out of 100."),
        ("58 out of 100 senators voted for the rule.", "58 senators voted for the rule."),
        ("3 out of 100 hoses failed.", "Three in a hundred hoses failed."),
        ("3 out of 100 hoses failed.", "3% of the hoses failed."),
        ("3% of the hoses failed.", "3 out of 100 hoses failed."),
        ("The ward has 12 beds in 100 m2.", "There are 12 in 100 m2."),
        (
            "One nurse was hired in each of 5 wards, and two in 6.",
            "The clinic hired one nurse in 5 wards and two in 6.",
        ),
        ("One in 5 homes is damp.", "The share of damp homes is one in 5."),
        ("20% of the homes are damp.", "Of the homes, one in 5, are damp."),
    ],
)
def test_how_many_of_how_many_is_a_share_where_it_is_said_of_things(evidence: str, text: str) -> None:
    finding = audited(text, library(evidence))
    assert finding.outcome is Outcome.HOLDS, finding.reason


PARTS = """The yard tested its valves and pumps in May. About 12.5% of the welds had to be done again.

| Part | Tested | Rejected | Failed in first year |
|---|---|---|---|
| Valves | 2,400 | 80 | 12 |
| Pumps | 640 | 16 | 32 |
| Hoses | 1,500 | 45 | 210 |
"""


@pytest.mark.parametrize(
    ("claim", "true"),
    [
        ("One tested valve in 30 was rejected, compared with one in 40 of the pumps.", True),
        ("One tested valve in 24 was rejected, compared with one in 40 of the pumps.", False),
        ("One valve in 30 was rejected, and one pump in 40.", True),
        ("One valve in 30 was rejected, and one pump in 25.", False),
        ("Three in a hundred hoses were rejected.", True),
        ("Five in a hundred hoses were rejected.", False),
        ("3 in 100 hoses were rejected.", True),
        ("8 in 100 hoses were rejected.", False),
        ("Fourteen in a hundred hoses that were tested failed in the first year.", True),
        ("Nineteen in a hundred hoses that were tested failed in the first year.", False),
        ("One weld in 8 had to be done again.", True),
        ("One weld in 11 had to be done again.", False),
    ],
)
def test_a_share_may_be_told_as_one_in_so_many(claim: str, true: bool) -> None:
    found = audited(claim, library(PARTS))
    assert (found.outcome is Outcome.HOLDS) is true, found.reason
