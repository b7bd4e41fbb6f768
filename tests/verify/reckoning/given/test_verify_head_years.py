"""A year before the unit in the head of a column is a year, and no figure of that unit."""

from __future__ import annotations

import pytest
from verify_library import audited, library

from moot.words import Outcome

SLOPE = """# Slope

| Peg | 2023 mm | 2024 mm | 2025 mm |
|---|---|---|---|
| P1 | 4.1 | 4.9 | 6.2 |
| P2 | 7.0 | 7.7 | 9.3 |
"""
MILLS = """# Mills

| Mill | Output 2024 GWh | Output 2025 GWh |
|---|---|---|
| Sarn | 182 | 151 |
| Ulm | 214 | 239 |
"""


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Both pegs moved further in 2025 than in 2024.", SLOPE),
        ("Peg P2 moved 9.3 mm in 2025, after 7.7 in 2024.", SLOPE),
    ],
)
def test_a_year_of_a_head_is_found(text: str, source: str) -> None:
    assert "2024" not in audited(text, library(source)).reason


def test_a_figure_is_not_held_against_the_year_of_a_head() -> None:
    found = audited("Ulm made 350 GWh in 2025.", library(MILLS))
    assert found.outcome is Outcome.FAILS
    assert "2024 GWh" not in found.reason
    assert "239" in found.reason
