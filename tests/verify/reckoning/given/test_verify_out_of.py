"""A part and its whole, of one row of a table."""

from __future__ import annotations

import pytest
from verify_library import audited, cite, claim, library, only

from moot.text import figures
from moot.text.figures import FigureKind
from moot.verify.figures import Figures
from moot.verify.subjects import Subjects
from moot.words import Outcome

ROWS = """# Adverse events

| trial | participants | kidney_stones | hypercalcaemia |
|---|---|---|---|
| NORDFALL | 890 | 6 | 10 |
| STEADY | 602 | 9 | 12 |
"""
NORDFALL, STEADY = "| NORDFALL | 890 | 6 | 10 |", "| STEADY | 602 | 9 | 12 |"
TURNED = """# Adverse events

| | NORDFALL | STEADY |
|---|---|---|
| participants | 890 | 602 |
| kidney stones | 6 | 9 |
"""


def judged(text: str, evidence: str, *quotes: str) -> list[str]:
    """What gate and signal say against a claim that cites these rows."""
    known = library(evidence)
    asked = claim(text, *(cite(known, quote) for quote in quotes))
    found = [only(check.findings([asked], known)) for check in (Figures(), Subjects())]
    return [each.reason for each in found if each.outcome is Outcome.FAILS]


@pytest.mark.parametrize(
    "counted", ["people", "participants", "patients", "people with vitamin D", "of them", "adults"]
)
def test_a_part_of_a_whole_stands_in_one_row_whatever_it_counts(counted: str) -> None:
    text = f"In NORDFALL 6 of 890 {counted} had kidney stones."
    assert judged(text, ROWS, NORDFALL) == []
    assert audited(text, library(ROWS)).outcome is Outcome.HOLDS
    assert judged(text, TURNED, "| participants | 890 | 602 |", "| kidney stones | 6 | 9 |") == []


@pytest.mark.parametrize(
    "text",
    [
        "In STEADY 6 of 602 participants had kidney stones.",
        "In STEADY 6 of 602 participants had kidney stones, as the table shows.",
        "In STEADY 6 out of the 602 participants had kidney stones.",
        "In NORDFALL 9 of 890 people had kidney stones.",
        "6 of 602 participants had kidney stones.",
        "In STEADY 6 of 890 participants had kidney stones.",
        "In STEADY 12 of 602 participants had kidney stones.",
    ],
)
def test_a_part_of_another_row_or_column_does_not_stand_though_both_rows_are_quoted(text: str) -> None:
    assert judged(text, ROWS, NORDFALL, STEADY)


@pytest.mark.parametrize(
    "text",
    [
        "In STEADY 9 of 602 participants had kidney stones.",
        "9 of 602 participants had kidney stones in the one trial, 6 of 890 in the other.",
        "6 of 890 participants had kidney stones.",
        "Hypercalcaemia was seen in NORDFALL in 10 of 890 participants.",
    ],
)
def test_the_right_pair_stands_though_both_rows_are_quoted(text: str) -> None:
    assert judged(text, ROWS, NORDFALL, STEADY) == []


def test_a_part_of_all_rows_together_is_no_cell_of_one_row() -> None:
    text = f"{ROWS}| Total | 1,492 | 15 | 22 |\n"
    assert judged("Of the participants 9 of 1,492 were in STEADY and had kidney stones.", text, STEADY) != [
        "figure belongs to another row"
    ]
    assert not any("of “Total”" in each for each in judged("9 of 1,492 participants had kidney stones.", text, STEADY))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("In NORDFALL 6 of 890 people fell.", FigureKind.QUANTITY),
        ("In NORDFALL 6 out of 890 people fell.", FigureKind.QUANTITY),
        ("The Volta 12 of 2024 is heavy.", FigureKind.NAME),
        ("The Volta 12 of 340 km range is heavy.", FigureKind.NAME),
        ("The Volta 12 of 5 May is heavy.", FigureKind.NAME),
        ("The Volta 12 is heavy.", FigureKind.NAME),
    ],
)
def test_a_number_behind_a_name_is_a_part_where_a_larger_count_follows(text: str, kind: FigureKind) -> None:
    assert figures.find(text)[0].kind is kind
