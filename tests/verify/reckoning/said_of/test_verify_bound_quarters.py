"""A quarter or half of a year in a cell is that of its row, as a day is."""

from __future__ import annotations

import pytest
from verify_library import audited, library

from moot.words import Outcome

ROADS = """| Section | Tender | Works begin | Open |
|---|---|---|---|
| Harbour tunnel | H2 2025 | Q1 2027 | Q3 2029 |
| Ring east | H1 2026 | Q4 2026 | Q2 2028 |
| Old bridge | H1 2025 | Q3 2026 | Q3 2027 |
"""
HEAT = (
    "| Option | Start |\n|---|---|\n| A Wood-chip boiler | Q4 2026 |\n| B River pump | Q2 2028 |\n| D Gas | Q1 2026 |\n"
)


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        ("Works on the harbour tunnel begin in the first quarter of 2027.", ROADS),
        ("The ring east opens in the first half of 2028.", ROADS),
        ("The river pump starts in the second quarter of 2028.", HEAT),
        ("It was founded in the first half of 2024.", "It was founded in 2024."),
    ],
)
def test_it_is_that_of_its_row(claim: str, evidence: str) -> None:
    found = audited(claim, library(evidence))
    assert found.outcome is Outcome.HOLDS, found.reason


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        ("The harbour tunnel opens in Q2 2028.", ROADS),
        ("The ring east is tendered in the second half of 2025.", ROADS),
        ("The old bridge opens in the second quarter of 2027.", ROADS),
        ("The river pump starts in the fourth quarter of 2026.", HEAT),
        ("Gas starts in Q2 2028.", HEAT),
    ],
)
def test_it_is_no_other_row_s(claim: str, evidence: str) -> None:
    found = audited(claim, library(evidence))
    assert (found.outcome, found.gate) == (Outcome.FAILS, True), found.reason
