"""A figure that is made of what the claim does not speak of, though it names another that could stand there."""

from __future__ import annotations

import pytest
from verify_library import audited, library

from moot.words import Outcome

BEES = """# Season report 2024

| Apiary | Hives in spring | Hives in autumn | Honey, kg |
|---|---|---|---|
| Lower Moor | 40 | 46 | 920 |
| Birch Hollow | 25 | 20 | 650 |
| Quarry Side | 60 | 72 | 1,260 |
"""
BOATS = """# Skerry Ferries

| | 2021 | 2022 | 2023 |
|---|---|---|---|
| Crossings | 2,800 | 2,800 | 3,000 |
| Cancelled | 140 | 112 | 90 |
"""


@pytest.mark.parametrize(
    ("claim", "evidence", "true"),
    [
        ("Lower Moor yielded 23 kg for each hive it had in spring.", BEES, True),
        ("Lower Moor yielded 20 kg for each hive it had in spring.", BEES, False),  # 920 / 46, of autumn
        ("Lower Moor yielded 20 kg for each hive it had in autumn.", BEES, True),
        ("In 2023 3% of crossings were cancelled.", BOATS, True),
        ("In 2023 4% of crossings were cancelled.", BOATS, False),  # 112 / 2,800, of 2022
        ("Cancelled crossings fell by 22 from one year to the next, to 90 in 2023.", BOATS, True),
    ],
)
def test_what_the_claim_names_is_what_its_figure_is_made_of(claim: str, evidence: str, true: bool) -> None:
    assert (audited(claim, library(evidence)).outcome is Outcome.HOLDS) is true
