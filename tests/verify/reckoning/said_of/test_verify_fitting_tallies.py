"""How many of all rows of a table have a cell that a claim says."""

from __future__ import annotations

import pytest
from verify_library import cite, claim, library, only

from moot.verify.subjects import Subjects
from moot.words import Finding, Outcome

CLOCKS = library("""# Tower clocks of the county

| Tower | Maker | Drive | Bells | Since |
|---|---|---|---|---|
| St Anne | Hobb | weights | 3 | 1890 |
| Guildhall | Hobb | electric | 1 | 1954 |
| Ferry House | Tallow | weights | none | 1902 |
| Old Mint | Voss | electric | 2 | 1971 |
| Station | Hobb | radio | none | 2003 |
| Corn Market | Tallow | weights | 5 | 1911 |
""")


def found(text: str) -> Finding:
    return only(Subjects().findings([claim(text, *(cite(CLOCKS, each.text) for each in CLOCKS.passages))], CLOCKS))


@pytest.mark.parametrize(
    "text",
    [
        "Three of the six clocks are by Hobb.",
        "Two of the six towers have an electric drive.",
        "Half of the towers have a drive by weights.",
        "A third of the towers have a clock by Tallow.",
        "At least one of the six clocks is by Hobb.",
        "Two of the five clocks that ring are by Hobb.",
        "One of the six clocks by Hobb, that of the Guildhall, is electric.",
        "Four of the six keepers who are paid have worked on a radio clock before.",
    ],
)
def test_so_many_rows_have_it(text: str) -> None:
    finding = found(text)
    assert finding.outcome is Outcome.HOLDS, finding.reason


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Four of the six clocks are by Hobb.", "“Hobb” in 3 of 6 rows (Maker)"),
        ("Three of the six towers have an electric drive.", "“electric” in 2 of 6 rows (Drive)"),
        ("Half of the towers have a clock by Tallow.", "“Tallow” in 2 of 6 rows (Maker)"),
        ("A third of the towers have a drive by weights.", "“weights” in 3 of 6 rows (Drive)"),
        ("Three of six clocks were made by Tallow.", "“Tallow” in 2 of 6 rows (Maker)"),
    ],
)
def test_others_have_it(text: str, said: str) -> None:
    finding = found(text)
    assert finding.outcome is Outcome.FAILS
    assert said in finding.reason
    assert finding.score == 0.0
