"""All of a kind, none, or not all beyond a bound, by a column or a list."""

from __future__ import annotations

import pytest

from moot.verify import verify
from moot.words import Outcome

BIDS = "| Bidder | Bid (£ million) |\n|---|---|\n| Ask | 4.2 |\n| Dray | 5.1 |\n| Vik | 3.9 |"
LISTED = "The bids were £4.2 million, £5.1 million and £3.9 million."
STATIONS = """| Station | Depth (m) | Temperature (°C) |
|---|---|---|
| A1 | 12 | 8.1 |
| A2 | 40 | 7.4 |
| A3 | 25 | 9.0 |
"""


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("All bids were above £3.5 million.", BIDS),
        ("All bids were below £6 million.", BIDS),
        ("Every bid exceeded £3.8 million.", BIDS),
        ("No bid was above £5.5 million.", BIDS),
        ("None of the bids exceeded £5.1 million.", BIDS),
        ("The bids were all at least £3.9 million.", BIDS),
        ("Not all bids were above £4 million.", BIDS),
        ("All bids were above £3.5 million.", LISTED),
        ("All bids were below £6 million.", LISTED),
        ("All stations were deeper than 10 m.", STATIONS),
        ("At all stations the temperature was below 10 °C.", STATIONS),
        ("At no station was the temperature above 9.5 °C.", STATIONS),
    ],
)
def test_all_values_keep_the_bound(claim: str, source: str) -> None:
    finding = verify(claim, source)
    assert finding.outcome is Outcome.HOLDS, finding.reason


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("All bids were above £4 million.", BIDS),
        ("All bids were below £5 million.", BIDS),
        ("Every bid exceeded £3.9 million.", BIDS),
        ("No bid was above £5 million.", BIDS),
        ("None of the bids was under £4 million.", BIDS),
        ("The bids were all at least £4 million.", BIDS),
        ("Not all bids were above £3 million.", BIDS),
        ("All bids were above £4 million.", LISTED),
        ("All stations were deeper than 20 m.", STATIONS),
        ("At all stations the temperature was below 9 °C.", STATIONS),
        ("At no station was the temperature above 8 °C.", STATIONS),
    ],
)
def test_one_value_breaks_it(claim: str, source: str) -> None:
    finding = verify(claim, source)
    assert finding.outcome is Outcome.FAILS and "its source has" in finding.reason


@pytest.mark.parametrize(
    "claim",
    [
        "All bids in the north were above £4 million.",
        "All bids but one were above £4 million.",
        "All rents were above £4 million.",
        "All bids could be above £4 million.",
        "Nearly all bids were above £4 million.",
    ],
)
def test_of_a_part_or_of_others_nothing_is_said(claim: str) -> None:
    assert "its source has" not in verify(claim, BIDS).reason
