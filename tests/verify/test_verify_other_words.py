"""True sentences that tell in other words what a rule looks for, and false ones beside them that it sees."""

from __future__ import annotations

import pytest

from moot.verify import verify
from moot.words import Outcome

TRUE = [
    ("The king died at Windsor in 1936.", "The king passed away at Windsor in 1936. He was survived by five children."),
    (
        "The bridge at Mostar was destroyed in 1993.",
        "The bridge at Mostar was blown up in 1993. It was repaired in 2004.",
    ),
    (
        "The clerk was dismissed from the bank in May.",
        "The clerk lost her job at the bank in May. The bank's director stepped down.",
    ),
    ("The unions oppose the pension reform.", "The unions want the pension reform withdrawn."),
    ("The coach refused the offer.", "The coach wanted the offer improved and refused it."),
    ("Yields eased 10 basis points.", "Yields moved -10 basis points."),
    ("Growth was 3% to 4%.", "Growth: 3% -4%."),
    ("Six firms signed the memorandum.", "A memorandum of understanding was signed by six firms."),
    ("The bank expects inflation of 2% next year.", "The bank's economists expect inflation of 2% next year."),
    ("Two dogs bit the postman.", "A dog bit the postman, and then a second one bit him in the leg."),
    (
        "Ana Cruz was the youngest member of the team.",
        "Nobody on the team was younger than Ana Cruz, while Bea Ruiz was the youngest the year before.",
    ),
]
FALSE = [
    ("One patient died of the reaction.", "One patient had an allergic reaction; she recovered."),
    (
        "Only eleven customers have signed contracts.",
        "Eleven customers have given non-binding letters of intent; one has signed a contract.",
    ),
    ("Two contractors died.", "One contractor died in the tunnel."),
    (
        "The lease cost 36,000 dollars over three years.",
        "The lease is 1,000 dollars a month for the first year; it rises to 1,200 dollars a month afterwards.",
    ),
    ("Harvest was 12 million dollars.", "The town lies in Iowa. Harvest was 12 million."),
]


@pytest.mark.parametrize(("claim", "source"), TRUE)
def test_the_same_in_other_words_is_not_refuted(claim: str, source: str) -> None:
    found = verify(claim, [source])
    assert found.outcome is Outcome.HOLDS, found.reason


@pytest.mark.parametrize(("claim", "source"), FALSE)
def test_another_thing_is(claim: str, source: str) -> None:
    assert verify(claim, [source]).outcome is Outcome.FAILS
