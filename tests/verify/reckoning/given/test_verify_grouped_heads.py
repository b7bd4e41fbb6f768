"""Tables of sources whose head has two lines."""

from __future__ import annotations

import pytest

from moot.verify import verify
from moot.words import Outcome

DEPOTS = """| Depot | Buses | | Staff | |
|---|---|---|---|---|
| | 2022 | 2023 | 2022 | 2023 |
| North | 41 | 52 | 120 | 134 |
| South | 33 | 30 | 98 | 91 |
"""
BRIDGES = "| Bridge | Length | Weight |\n|---|---|---|\n| | m | t |\n| Orru | 120 | 95 |\n| Tolva | 80 | 60 |\n"


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("North had 52 buses in 2023.", DEPOTS),
        ("South had 91 staff in 2023.", DEPOTS),
        ("The Orru bridge is 120 m long.", BRIDGES),
        ("The Tolva bridge weighs 60 t.", BRIDGES),
        ("South had 30 in 2023.", "| Depot | 2022 | 2023 |\n|---|---|---|\n| | 41 | 52 |\n| South | 33 | 30 |\n"),
    ],
)
def test_a_cell_is_of_its_column_and_the_group_above(claim: str, source: str) -> None:
    finding = verify(claim, source)
    assert finding.outcome is Outcome.HOLDS, finding.reason


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("North had 41 buses in 2023.", DEPOTS),
        ("South had 98 staff in 2023.", DEPOTS),
        ("South had 91 buses in 2023.", DEPOTS),
        ("The Orru bridge is 95 m long.", BRIDGES),
        ("The Tolva bridge weighs 80 t.", BRIDGES),
    ],
)
def test_the_cell_of_another_column_is_seen(claim: str, source: str) -> None:
    assert verify(claim, source).outcome is Outcome.FAILS
