"""By how much something rose or fell, with whatever verb, and of what: no verb is what a figure is of."""

from __future__ import annotations

import pytest

from moot.verify import verify
from moot.words import Outcome

BOOKINGS = "Hotel bookings rose 5 % in April and fell 2 % in May."
TRADE = "Exports climbed 7 %, and imports grew 3 %."
RENTS = "Rents jumped 9 % in the north and slipped 1 % in the south."


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("Hotel bookings were down by 2 % in May.", BOOKINGS),
        ("In May hotel bookings dropped 2 %.", BOOKINGS),
        ("Hotel bookings were up by 5 % in April.", BOOKINGS),
        ("Imports were up by 3 %.", TRADE),
        ("Exports rose 7 %.", TRADE),
        ("Rents were up 9 % in the north.", RENTS),
        ("Profit was up 7 % in 2023.", "Profit rose 5 % in 2022 and 7 % in 2023."),
        ("Rail trips rose 2 %.", "Bus trips rose 4 %, train trips 2 %."),
        ("As turnover grew, earnings dropped 9 %.", "While turnover grew 4 %, earnings before tax fell 9 %."),
        ("In May unemployment went up to 2 %.", "Unemployment rose to 2 % in May."),
        ("Turnover grew 4 %.", "Turnover went up 4 % while profit fell 9 %."),
        ("Attendance fell by 40 in March.", "Attendance fell by 40 in March, to 320."),
    ],
)
def test_another_verb_says_the_same(claim: str, source: str) -> None:
    finding = verify(claim, source)
    assert finding.outcome is Outcome.HOLDS, finding.reason


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("Hotel bookings were up by 2 % in May.", BOOKINGS),
        ("Exports grew 3 %.", TRADE),
        ("Imports climbed 7 %.", TRADE),
        ("Exports fell 7 %.", TRADE),
        ("Rents were down 9 % in the north.", RENTS),
        ("Turnover fell 9 %.", "Turnover went up 4 % while profit fell 9 %."),
        ("Profit went up 4 %.", "Turnover went up 4 % while profit fell 9 %."),
        ("Hotel bookings fell 2 %.", "Hotel bookings may fall 2 %."),
        ("Alpha shares fell 3 %.", "Shares of Alpha rose 5 %, those of Beta fell 3 %."),
    ],
)
def test_no_other_thing_nor_the_other_way(claim: str, source: str) -> None:
    assert verify(claim, source).outcome is Outcome.FAILS


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("Unemployment rose by 2 % in May.", "Unemployment rose to 2 % in May."),
        ("In May unemployment was up by 2 %.", "Unemployment rose to 2 % in May."),
        ("Unemployment rose to 2 % in May.", "Unemployment rose by 2 % in May."),
        ("Hotel bookings were down by 40 in May.", "Hotel bookings dropped to 40 in May."),
    ],
)
def test_what_came_to_so_much_did_not_move_by_it(claim: str, source: str) -> None:
    finding = verify(claim, source)
    assert finding.outcome is Outcome.FAILS and "its source" in finding.reason


def test_what_went_up_did_rise_though_another_thing_fell() -> None:
    finding = verify("Turnover rose 4 % while profit was down 9 %.", "Turnover went up 4 % while profit fell 9 %.")
    assert "its source" not in finding.reason
