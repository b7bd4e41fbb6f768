"""The year before, or after, the one that a claim names: which column of a table it speaks of."""

from __future__ import annotations

import pytest
from verify_library import audited, library

from moot.evidence.library import Library
from moot.words import Outcome

SCHOOLS = library("""# Village schools

| School | Pupils 2021 | Pupils 2022 | Pupils 2023 |
|---|---|---|---|
| Elm | 120 | 131 | 140 |
| Oak | 88 | 79 | 83 |
| Ash | 45 | 52 | 61 |
""")
TRUST = library("""# Orchard trust, accounts

| EUR thousand | 2022-23 | 2021-22 |
|---|---|---|
| Grants | 41.0 | 38.5 |
| Cider sales | 12.7 | 15.9 |
| Surplus/(deficit) | 19 | (7.4) |
""")
MILL = library("""# Half-year results, all amounts in £m

|  | H1 2025 | H1 2024 |
|---|---|---|
| Turnover | 412.6 | 388.1 |
| Costs | 360.7 | 372.1 |
""")


@pytest.mark.parametrize(
    ("true", "wrong", "known"),
    [
        (
            "The year 2022-23 ended with a surplus of €19,000 after a deficit of €7,400 a year earlier.",
            "The year 2022-23 ended with a surplus of €7,400 after a deficit of €19,000 a year earlier.",
            TRUST,
        ),
        (
            "Cider sales brought €12,700 in 2022-23, compared with €15,900 in the preceding financial year.",
            "Cider sales brought €15,900 in 2022-23, compared with €12,700 in the preceding financial year.",
            TRUST,
        ),
        (
            "Grants came to €41,000 in 2022-23 and €38,500 in the prior year.",
            "Grants came to €38,500 in 2022-23 and €41,000 in the prior year.",
            TRUST,
        ),
        (
            "Elm had 131 pupils the year before the 140 of 2023.",
            "Elm had 120 pupils the year before the 140 of 2023.",
            SCHOOLS,
        ),
        (
            "Oak had 83 pupils in 2023, against 79 in the previous year.",
            "Oak had 83 pupils in 2023, against 88 in the previous year.",
            SCHOOLS,
        ),
        (
            "In 2022 Ash had 52 pupils; in the following year it had 61.",
            "In 2022 Ash had 52 pupils; in the following year it had 45.",
            SCHOOLS,
        ),
        ("Oak had 79 pupils in 2022 and 83 a year later.", "Oak had 79 pupils in 2022 and 88 a year later.", SCHOOLS),
        (
            "Turnover rose to £412.6 million from £388.1 million in the first half of 2024.",
            "Turnover in the first half of 2024 was £412.6 million.",
            MILL,
        ),
    ],
)
def test_a_figure_of_the_year_before_is_that_of_its_column(true: str, wrong: str, known: Library) -> None:
    assert audited(true, known).outcome is Outcome.HOLDS, audited(true, known).reason
    assert "figure belongs to another column" in audited(wrong, known).reason
