"""Dates as sources give them: what is earlier, and what is newer by more than a year."""

from __future__ import annotations

import pytest

from moot.text.iso import earlier, overtaken


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ("2024-03-01", "2024-03-02", True),
        ("2024-03", "2024-04-02", True),
        ("2024", "2024-04-02", False),
        ("2024-03-01", "2024-03", False),
        ("2024-03-02", "2024-03-01", False),
        (None, "2024", False),
        ("2024", None, False),
    ],
)
def test_a_date_is_earlier_as_far_as_both_tell(one: str | None, other: str | None, said: bool) -> None:
    assert earlier(one, other) is said


@pytest.mark.parametrize(
    ("older", "newer", "said"),
    [
        ("2024-03-01", "2025-03-02", True),
        ("2024-03-01", "2025-03-01", False),
        ("2024", "2025-06-01", False),
        ("2024", "2026", True),
        ("2024-02", "2025-03", True),
        ("2024-03", "2025-03", False),
        ("2026-01-01", "2024-01-01", False),
        (None, "2026", False),
        ("2024", None, False),
        ("2024-02-31", "2026", False),
        ("soon", "2026", False),
    ],
)
def test_newer_by_more_than_a_year_is_said_only_where_it_is_sure(
    older: str | None, newer: str | None, said: bool
) -> None:
    assert overtaken(older, newer) is said
