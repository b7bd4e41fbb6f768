"""Hedges that only look dropped."""

from __future__ import annotations

import pytest

from moot.verify.hedges import difference


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("That pairs find more errors is suggested by the trial.", "The trial suggests that pairs find more errors."),
        (
            "Teams are not allowed to use the preview for work on our code.",
            "Several teams have asked whether they may use the preview for work on our code.",
        ),
    ],
)
def test_a_hedge_in_the_passive_is_kept_and_asking_leave_is_none(claim: str, source: str) -> None:
    assert "may" not in difference(claim, [source]) and "suggest" not in difference(claim, [source])
