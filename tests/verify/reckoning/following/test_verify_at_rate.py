"""How many so much comes to at a rate, and how many of one count of a row fall to each of another."""

from __future__ import annotations

import pytest
from verify_library import audited, library

from moot.words import Outcome

SCHEME = """Households receive €240 for every square metre of roof insulated, up to a total of €6.0 million. The scheme
opens on 4 March, and builders must be on the list of the chamber.
"""
VESSELS = """Harbour dues stay at €14 per metre. A scrapping scheme will pay owners €3,200 per gross tonne, up to a
total of €4.8 million. The council thanked its doctor.
"""
DEPOT = (
    """The town ordered 5.2 million masks. The depot at Vik can hand out 650,000 masks a week, and employs 34 people."""
)
PROFIT = """Net profit came to €96 million on 160 million shares in issue. The board proposes a dividend of 25 cents a
share, payable in May.
"""
ROUTES = """The buses of the county, counted over a year.

| Route | Coaches run | Cancelled | Riders (thousand) |
|---|---|---|---|
| Northern | 5,200 | 41 | 182 |
| Coastal | 3,100 | 20 | 62 |
| Night | 900 | 12 | 9 |
"""


@pytest.mark.parametrize(
    ("text", "evidence", "true"),
    [
        ("The insulation scheme's ceiling would pay for 25,000 square metres of roof.", SCHEME, True),
        ("The insulation scheme's ceiling would pay for 35,000 square metres of roof.", SCHEME, False),
        ("The scrapping scheme's ceiling would pay for 1,500 gross tonnes of vessels.", VESSELS, True),
        ("The scrapping scheme's ceiling would pay for 1,800 gross tonnes of vessels.", VESSELS, False),
        ("At full speed the depot at Vik would need eight weeks to hand out the whole order.", DEPOT, True),
        ("At full speed the depot at Vik would need six weeks to hand out the whole order.", DEPOT, False),
        ("The net profit equals 60 cents a share.", PROFIT, True),
        ("The net profit equals 40 cents a share.", PROFIT, False),
        ("The board proposes a dividend of 60 cents a share.", PROFIT, False),
        ("Each coach run on the Northern route carried 35 riders on average.", ROUTES, True),
        ("Each coach run on the Northern route carried 45 riders on average.", ROUTES, False),
        ("Riders on the Coastal route came to 20 for every coach that was run.", ROUTES, True),
    ],
)
def test_so_many_at_a_rate(text: str, evidence: str, true: bool) -> None:
    found = audited(text, library(evidence))
    assert (found.outcome is Outcome.HOLDS) is true, found.reason
