"""Times of day and lengths of time as a clock shows them (`clocks`)."""

from __future__ import annotations

import pytest
from verify_library import audited, library

from moot.words import Outcome

NIGHT = library(
    """# The night train

The train left Varden at 21:40:20 and passed Kolm at 22:52:20. Of the stops the longest took 1:24.
The guard slept for the first 30 minutes.

| Rider | Time |
|---|---|
| Pelin | 1:38:30 |
| Orru | 1:41:05 |
"""
)


@pytest.mark.parametrize(
    "text",
    [
        "The train left Varden at 21:40.",
        "The train left Varden at 9:40 p.m.",
        "The longest of the stops lasted 84 seconds.",
        "Pelin needed 98.5 minutes.",
        "The train passed Kolm 72 minutes after it had left Varden.",
        "The guard slept until 22:10.",
    ],
)
def test_what_the_clock_shows_holds(text: str) -> None:
    assert audited(text, NIGHT).outcome is Outcome.HOLDS


@pytest.mark.parametrize(
    "text",
    [
        "The train left Varden at 21:50:20.",
        "The train left Varden at 9:50 p.m.",
        "The longest of the stops lasted 94 seconds.",
        "Pelin needed 88.5 minutes.",
    ],
)
def test_another_time_is_doubted_and_not_refuted(text: str) -> None:
    finding = audited(text, NIGHT)
    assert (finding.outcome, finding.gate) == (Outcome.FAILS, False)
