"""A figure that is made as another of its sentence was, of the row or column that the claim names."""

from __future__ import annotations

import pytest
from verify_library import audited, library

from moot.words import Outcome

FLEETS = """# Flights in 2023

| Carrier | Planned | Cancelled |
|---|---|---|
| Blue Tarn | 11,850 | 320 |
| Norskell | 30,100 | 211 |
| Corvana | 28,750 | 402 |
"""
VINES = """# Harvest, hectolitres

| Commune | 2023 | 2024 |
|---|---|---|
| Varenne | 13,725 | 6,600 |
| Castrel | 26,400 | 16,625 |
| Loup | 6,240 | 5,720 |
"""
INCOME = """# Income, thousand

| Source | 2021–22 | 2022–23 | 2023–24 |
|---|---|---|---|
| State grant | 6,200 | 6,300 | 6,450 |
| Tickets | 1,720 | 2,600 | 3,550 |
| Gifts | 800 | 1,240 | 1,600 |
| Total | 8,720 | 10,140 | 11,600 |
"""
TOGETHER = "The three communes together harvested 28,945 hectolitres in 2024, against {} the year before."
SHARE = "Income other than the state grant made up 44.4% of the total in 2023–24, up from {} two years before."


@pytest.mark.parametrize(
    ("claim", "evidence", "true"),
    [
        ("Blue Tarn cancelled 2.7% of the flights it had planned, Norskell no more than 0.7%.", FLEETS, True),
        ("Blue Tarn cancelled 2.7% of the flights it had planned, Norskell no more than 0.9%.", FLEETS, False),
        (TOGETHER.format("46,365"), VINES, True),
        (TOGETHER.format("45,365"), VINES, False),
        (SHARE.format("28.9%"), INCOME, True),
        (SHARE.format("33.9%"), INCOME, False),
    ],
)  # fmt: skip
def test_the_second_figure_is_made_as_the_first(claim: str, evidence: str, true: bool) -> None:
    assert (audited(claim, library(evidence)).outcome is Outcome.HOLDS) is true
