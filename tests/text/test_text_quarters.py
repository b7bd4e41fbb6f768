"""Quarters and halves of a year are dates, and hold the days and months that lie in them."""

from __future__ import annotations

import pytest

from moot.text.figures import agree, find


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("It opens in Q2 2028.", 20280400, "quarter"),
        ("It opens in the second quarter of 2028.", 20280400, "quarter"),
        ("The last quarter of 2023 was wet.", 20231000, "quarter"),
        ("The 2024 Q3 figures", 20240700, "quarter"),
        ("Revenue in H1 2025", 20250100, "half"),
        ("in the second half of 2024", 20240700, "half"),
        ("im dritten Quartal 2026", 20260700, "quarter"),
        ("im 2. Halbjahr 2025", 20250700, "half"),
    ],
)
def test_a_part_of_a_year_is_one_date(text: str, value: int, unit: str) -> None:
    assert [(int(each.value), each.unit) for each in find(text)] == [(value, unit)]


@pytest.mark.parametrize("text", ["the third quarter", "Q5 2024", "H3 2024", "half of 2,024 homes"])
def test_others_are_none(text: str) -> None:
    assert all(each.unit not in ("quarter", "half") for each in find(text))


@pytest.mark.parametrize(
    ("claimed", "found", "same"),
    [
        ("Q2 2028", "second quarter of 2028", True),
        ("Q2 2028", "14 May 2028", True),
        ("Q2 2028", "April to June 2028", True),
        ("between April and June 2028", "Q2 2028", True),
        ("between April and July 2028", "Q2 2028", False),
        ("H1 2028", "Q2 2028", True),
        ("2028", "Q2 2028", True),
        ("Q2 2028", "Q2 2026", False),
        ("Q2 2028", "H1 2028", False),
        ("April 2028", "Q2 2028", False),
        ("Q2 2028", "July 2028", False),
    ],
)
def test_a_part_of_a_year_is_proven_by_what_lies_in_it(claimed: str, found: str, same: bool) -> None:
    assert agree(find(claimed)[0], find(found)[0]) is same
