"""Who has most and what came first is read from the column of a table."""

from __future__ import annotations

import pytest
from verify_library import said

from moot.verify.claim import verify
from moot.verify.direction import Direction
from moot.words import Outcome

TOWNS = """# Towns of the valley

| Town | Inhabitants | Schools | Opened | Rank |
|---|---|---|---|---|
| Arla | 12,400 | 6 | 3 May 1974 | 2 |
| Brevik | 9,800 | 8 | 12 June 1969 | 1 |
| Corde | 15,100 | 5 | 1 April 1981 | 3 |
| Total | 37,300 | 19 | | |
"""
MODELS = """
| Model | Weight (kg) | Score |
|---|---|---|
| Kolda Mini | 1.2 | 71 |
| Tarn Pro | 1.9 | 84 |
| Ulv | 1.5 | 63 |
"""
WRONG = [
    ("Brevik has the most inhabitants.", TOWNS),
    ("Arla is the largest town by inhabitants.", TOWNS),
    ("Arla has the fewest schools.", TOWNS),
    ("The town with the most schools is Corde.", TOWNS),
    ("Of the three towns, Corde has the second most schools.", TOWNS),
    ("Arla has more inhabitants than any other town.", TOWNS),
    ("Corde has more schools than Arla.", TOWNS),
    ("Arla opened before Brevik.", TOWNS),
    ("Corde opened first.", TOWNS),
    ("The Kolda Mini is the heaviest of the models.", MODELS),
    ("The Ulv has the highest score, 63.", MODELS),
]
TRUE = [
    ("Corde has the most inhabitants.", TOWNS),
    ("Corde is the largest town by inhabitants.", TOWNS),
    ("Corde has the fewest schools.", TOWNS),
    ("The town with the most schools is Brevik.", TOWNS),
    ("Of the three towns, Arla has the second most schools.", TOWNS),
    ("Corde has more inhabitants than any other town.", TOWNS),
    ("Arla has more schools than Corde.", TOWNS),
    ("Brevik opened before Arla.", TOWNS),
    ("Brevik opened first.", TOWNS),
    ("The Tarn Pro is the heaviest of the models.", MODELS),
    ("The Tarn Pro has the highest score, 84.", MODELS),
]


def reason(text: str, table: str) -> str:
    return said(Direction(), text, table, next(line for line in table.splitlines() if "6 |" in line or "71" in line))


@pytest.mark.parametrize(("text", "table"), WRONG)
def test_an_order_that_the_column_refutes_does_not_pass(text: str, table: str) -> None:
    assert "the claim says" in reason(text, table)
    assert verify(text, [table]).outcome is Outcome.FAILS


@pytest.mark.parametrize(("text", "table"), TRUE)
def test_an_order_that_the_column_bears_out_passes(text: str, table: str) -> None:
    assert reason(text, table) == ""
    assert verify(text, [table]).outcome is Outcome.HOLDS


@pytest.mark.parametrize(
    "text",
    [
        "Arla first opened in 1974.",
        "Arla has the most primary schools.",
        "Arla has the most schools in the north.",
        "Corde has the highest rank.",
        "Arla has the most inhabitants per school.",
        "Arla has one of the highest numbers of schools.",
        "Of the two northern towns, Arla has the most inhabitants.",
        "Arla had the largest increase in inhabitants.",
        "Arla has the best schools.",
        "Arla and Corde have the most inhabitants.",
        "Arla is the largest.",
    ],
)
def test_what_may_ask_for_something_else_is_left_alone(text: str) -> None:
    assert reason(text, TOWNS) == ""
