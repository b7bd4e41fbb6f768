"""What a table tells apart: rows, columns, other tables beside it, units, and the thousands that it counts in."""

from __future__ import annotations

import pytest
from verify_library import assert_follows, audited, cite, claim, library, only

from moot.verify.figures import Figures
from moot.verify.subjects import Subjects
from moot.words import Outcome

LEAGUE = library("""# League

| Team | Played | Won | Goals for | Goals against | Points |
|---|---|---|---|---|---|
| Kestrel | 14 | 10 | 31 | 12 | 32 |
| Harbour | 14 | 9 | 28 | 14 | 30 |
| Athletic | 14 | 5 | 19 | 19 | 19 |
""")
TRIAL = library("""# Trial

## Outcomes

| Outcome | Velocarb | Placebo |
|---|---|---|
| Hospital admissions | 12 | 21 |
| Cataracts | 54 | 90 |

## Adverse events

| Event | Velocarb | Placebo |
|---|---|---|
| Headache | 61 | 43 |
| Any serious event | 19 | 23 |
""")
LABOUR = library("""# Labour force

## Status of the population aged 15 to 64, in thousands

| Region | Population | Employed | Inactive |
|---|---|---|---|
| North | 1,240 | 868 | 310 |
| South | 930 | 605 | 250 |
""")
SALES = library("""Units sold (thousand)

| Model | 2022 | 2023 |
|---|---|---|
| Alba 3 | 41.2 | 36.8 |
| Breva X | 18.5 | 27.9 |
| Corsa | 63.0 | 58.4 |
| Dune | 7.4 | 11.1 |
| Este | 22.6 | 24.3 |
""")
BUDGET = library("""# Budget (EUR thousand)

| Office | Budget 2022 | Actual 2022 | Budget 2023 | Actual 2023 |
|---|---|---|---|---|
| Roads | 22750 | 19880 | 24100 | 23210 |
| Parks | 7450 | 7120 | 7900 | 8060 |
""")


@pytest.mark.parametrize(
    ("text", "true"),
    [
        ("Harbour finished second with 30 points.", True),
        ("Harbour finished second with 28 points.", False),
        ("Kestrel had a goal difference of plus 19.", True),
        ("Harbour had a goal difference of plus 19.", False),
    ],
)
def test_a_unit_is_that_of_its_own_column_and_a_difference_within_the_row_that_is_named_is_no_other_row(
    text: str, true: bool
) -> None:
    assert (audited(text, LEAGUE).outcome is Outcome.HOLDS) is true


def test_a_number_that_counts_something_of_its_own_is_not_that_of_a_column_named_elsewhere() -> None:
    mine = claim(
        "Kestrel scored more goals than anyone else, 31 in 14 matches.", cite(LEAGUE, "| Kestrel | 14 | 10 | 31")
    )
    assert only(Subjects().findings([mine], LEAGUE)).outcome is Outcome.HOLDS


@pytest.mark.parametrize(("figure", "true"), [("21", True), ("23", False)])
def test_a_figure_may_be_that_of_a_row_of_another_table(figure: str, true: bool) -> None:
    text = f"Hospital admissions were rarer, with 12 patients on velocarb and {figure} on placebo."
    finding = audited(text, TRIAL)
    assert (finding.outcome is Outcome.HOLDS) is true
    assert true or finding.score == 0.0


@pytest.mark.parametrize(
    ("text", "true"),
    [
        ("In the South 605,000 people were employed.", True),
        ("In the South 605 people were employed.", False),
        ("In the South 605 thousand people were employed.", True),
        ("Of the people aged 15 to 64 in the South 605,000 were employed.", True),
        ("Of the people aged 15 to 74 in the South 605,000 were employed.", False),
    ],
)
def test_a_table_that_counts_in_thousands_holds_no_bare_number_and_its_heading_may_give_a_range(
    text: str, true: bool
) -> None:
    assert (audited(text, LABOUR).outcome is Outcome.HOLDS) is true


def test_a_name_that_ends_in_x_is_no_multiple() -> None:
    assert_follows("Sales of the Breva X grew by 51% to 27,900 units in 2023.", SALES, "27.9 / 18.5")


@pytest.mark.parametrize(
    ("text", "true"),
    [
        ("Roads spent €23.2 million in 2023.", True),
        ("Roads was budgeted at €23.2 million in 2023.", False),
        ("Roads spent €23.2 million in 2023, €0.9 million less than budgeted.", True),
        ("In 2023 roads stayed within its budget and needed €23.2 million.", True),
    ],
)
def test_what_was_spent_is_not_what_was_budgeted(text: str, true: bool) -> None:
    mine = claim(text, cite(BUDGET, "| Roads | 22750 | 19880 | 24100 | 23210 |"))
    finding = only(Subjects().findings([mine], BUDGET))
    assert (finding.score != 0.0) is true, finding.reason
    assert only(Figures().findings([mine], BUDGET)).outcome is Outcome.HOLDS or not true


def test_a_rate_falls_by_points_not_by_their_number_in_per_cent() -> None:
    rates = library(
        "| Age | Rate 2022 (%) | Rate 2023 (%) |\n|---|---|---|\n| 15–24 | 16.8 | 14.2 |\n| 25–54 | 6 | 7 |\n"
    )
    assert audited("The rate of those aged 15–24 fell by 2.6 points.", rates).outcome is Outcome.HOLDS
    assert audited("The rate of those aged 15–24 fell by 2.6%.", rates).outcome is Outcome.FAILS


def test_what_a_sentence_tells_of_two_years_is_of_one_thing() -> None:
    known = library("The absence rate was 5.8% in autumn 2022 and 7.1% in autumn 2023.")
    mine = claim(
        "The absence rate rose by 1.3 percentage points to 7.1%.", cite(known, "The absence rate was 5.8% in autumn")
    )
    assert only(Subjects().findings([mine], known)).outcome is Outcome.HOLDS
