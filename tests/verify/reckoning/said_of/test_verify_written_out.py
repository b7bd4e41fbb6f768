"""A row that a claim writes out, head by head: its cells tell whether it holds, and no wording."""

from __future__ import annotations

import pytest

from moot.verify import verify
from moot.words import Outcome

TABLES = [
    """# Labour in the orchard

|  | Pickers | Hours per tonne |
|---|---|---|
| 2023 | 41 | 11.2 |
| 2024 | 38 | 10.4 |
| 2025 | 29 | 12.9 |
""",
    """# Berths

| Quay | Depth (m) | Cranes |
|---|---|---|
| North | 9.5 | 2 |
| South | 7.1 | none |
""",
]


@pytest.mark.parametrize(
    "claim",
    [
        "Labour in the orchard, 2023 – Pickers: 41; Hours per tonne: 11.2.",
        "Labour in the orchard, 2024 – Pickers: 38; Hours per tonne: 10.4.",
        "2025 – Hours per tonne: 12.9.",
        "Berths, North – Depth (m): 9.5; Cranes: 2.",
        "South – Depth (m): 7.1; Cranes: none.",
    ],
)
def test_a_row_of_the_table_holds(claim: str) -> None:
    assert verify(claim, TABLES).outcome is Outcome.HOLDS


@pytest.mark.parametrize(
    "claim",
    [
        "Labour in the orchard, 2023 – Pickers: 38; Hours per tonne: 11.2.",
        "Labour in the orchard, 2024 – Pickers: 41; Hours per tonne: 10.4.",
        "2025 – Hours per tonne: 10.4.",
        "Berths, North – Depth (m): 7.1; Cranes: 2.",
    ],
)
def test_another_one_does_not(claim: str) -> None:
    assert verify(claim, TABLES).outcome is Outcome.FAILS
