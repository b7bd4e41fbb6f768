"""Which words each figure of a sentence stands with, and in what a table counts."""

from __future__ import annotations

import pytest
from verify_library import audited, library

from moot.verify.reckoning.given.held import HEAP, bound
from moot.words import Outcome


def test_a_figure_has_the_clause_that_it_stands_in() -> None:
    clauses = [clause for _, clause in bound("The north pump lifts 40 litres, and the south pump lifts 34 litres.")]
    assert "north" in clauses[0] and "south" not in clauses[0] and "south" in clauses[1]


def test_a_heap_of_figures_has_the_sentence_and_is_not_told_apart() -> None:
    """Each of them read with all the others would take their number squared."""
    heap = "Totals: " + ", ".join(f"{n} litres" for n in range(1, HEAP + 20)) + "."
    assert {clause for _, clause in bound(heap)} == {heap}


WOOL = """Rejected bales are left out. The table is in thousand kilograms.

| Grade | 2022 | 2023 |
|---|---|---|
| Merino | 388 | 412 |
| Carpet | 77 | 83 |
"""
HOUSES = """The five houses of the city were open on 310 days.

| House | Visits 2022 | Visits 2023 | Guides |
|---|---|---|---|
| Sea Gallery | 274 | 318 | 12 |
| Old Mint | 41 | 57 | 4 |

Note: visits are in thousands. Guides are counted in December.
"""
SHEEP = """Lambs are left out. The table is in thousands.

| County | Sheep 2022 | Sheep 2023 |
|---|---|---|
| Arden | 288 | 301 |
| Borrow | 112 | 97 |

Arden has 640 farmers and Borrow 410.
"""


@pytest.mark.parametrize(
    ("text", "evidence", "true"),
    [
        ("Merino came to 412,000 kilograms in 2023.", WOOL, True),
        ("Merino came to 412 kilograms in 2023.", WOOL, False),
        ("The Sea Gallery drew 318,000 visits in 2023.", HOUSES, True),
        ("The Sea Gallery drew 318 visits in 2023.", HOUSES, False),
        ("Visits to the Old Mint rose by 16,000 between 2022 and 2023.", HOUSES, True),
        ("The Old Mint has 4 guides.", HOUSES, True),
        ("The Old Mint has 4,000 guides.", HOUSES, False),
        ("Arden had 301,000 sheep in 2023.", SHEEP, True),
        ("Arden had 301 sheep in 2023.", SHEEP, False),
        ("In 2023 there were 398,000 sheep in Arden and Borrow together.", SHEEP, True),
        ("In 2023 there were 388,000 sheep in Arden and Borrow together.", SHEEP, False),
    ],
)
def test_a_sentence_at_a_table_says_in_what_it_counts(text: str, evidence: str, true: bool) -> None:
    found = audited(text, library(evidence))
    assert (found.outcome is Outcome.HOLDS) is true, found.reason
