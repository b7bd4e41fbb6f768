"""Figures that the evidence tells in part: without their unit, as a part in words, in another document."""

from __future__ import annotations

import pytest
from verify_library import assert_follows, audited, doubt, library

from moot.words import Outcome

KILNS = library(
    """# Three kilns

The red kiln weighs 640 kilograms, the grey one 585 and the Tollis 512. Since the repair the red kiln needs 46 minutes
to warm up, not 71.

Over the year the three kilns fired 90,000 tiles. The red one fired half, the grey one 27,500, and the Tollis the rest.

The owner paid 84,000 crowns for firewood, of which a third went to the mill at Osk. A discount of a fifth on the price
of 6,500 crowns for the new door holds until March.

The clay cost 2.85 crowns a kilo in spring and 3.40 in autumn.
"""
)

RAILWAY = library(
    """# The ore railway

Revenue was 1,310 million crowns: 1,190 from ore, 45 from travellers, the balance from rents and the sale of a depot.

Pickers cost the farmer 38 euros a day, nine more than in 2022, and she hired sixty of them.

The new hall was opened in September, seven weeks late and 3 million euros below its budget of 57 million.
"""
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The red kiln is 55 kilograms heavier than the grey one.", "640 kilograms − 585"),
        ("The Tollis is 128 kilograms lighter than the red kiln.", "640 kilograms − 512"),
        ("The repair shortened the warming up of the red kiln by 25 minutes.", "71 − 46 minutes"),
        ("The Tollis fired 17,500 of the tiles.", "− 27,500"),
        ("The mill at Osk got 28,000 crowns for firewood.", "a third"),
        ("Until March the new door is to be had for 5,200 crowns.", "a fifth"),
    ],
)
def test_what_is_made_of_them_is_shown(text: str, words: str) -> None:
    assert_follows(text, KILNS, words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Rents and the depot brought in 75 million crowns.", "1,310 million − 1,190 − 45"),
        ("In 2022 a day of picking had cost the farmer 29 euros.", "38 euros − nine"),
        ("The new hall came in at 54 million euros, though seven weeks behind schedule.", "57 million − 3 million"),
    ],
)
def test_nor_need_the_scale_be_said_again_or_the_unit_of_what_something_is_more_by(text: str, words: str) -> None:
    assert_follows(text, RAILWAY, words)


@pytest.mark.parametrize(
    "text",
    [
        "Rents and the depot brought in 85 million crowns.",
        "In 2022 a day of picking had cost the farmer 47 euros.",
        "The new hall came in at 61 million euros, though seven weeks behind schedule.",
    ],
)
def test_and_nothing_else_follows_from_it(text: str) -> None:
    assert audited(text, RAILWAY).outcome is Outcome.FAILS


def test_what_something_rose_over_a_time_is_not_told_from_where_it_came_to() -> None:
    club = library("Membership of the club rose by 30 over the winter to 240 people.")
    assert audited("Before the winter the club had 270 people as members.", club).outcome is Outcome.FAILS
    harvest = library("The harvest was 50 tonnes higher than last year at 400 tonnes.")
    assert audited("Last year the harvest was 450 tonnes.", harvest).outcome is Outcome.FAILS


@pytest.mark.parametrize(
    "text",
    [
        "The red kiln is 75 kilograms heavier than the grey one.",
        "The repair shortened the warming up of the red kiln by 35 minutes.",
        "The mill at Osk got 34,000 crowns for firewood.",
        "Until March the new door is to be had for 5,700 crowns.",
    ],
)
def test_nothing_else_is(text: str) -> None:
    assert audited(text, KILNS).outcome is Outcome.FAILS


def test_a_share_so_many_points_from_another_follows() -> None:
    tiles = library("Of the tiles 61 per cent were glazed. The year before the share had been 14 points lower.")
    before = audited("The share of glazed tiles had been 47 per cent the year before.", tiles)
    assert before.outcome is Outcome.HOLDS and "61 per cent − 14 points" in before.reason, before.reason
    assert audited("The share of glazed tiles had been 75 per cent the year before.", tiles).outcome is Outcome.FAILS


def test_a_figure_that_something_near_gives_is_doubted_and_not_refuted() -> None:
    """412 people and 24 bunks: so no gate, and less of a doubt than what nothing gives."""
    boat = library(
        "The boat carried 412 people in May and 388 in June. On its deck are 30 seats, in its hold 24 bunks."
    )
    perhaps = audited("The boat carried 436 people on the last of May.", boat)
    assert (perhaps.outcome, perhaps.gate) == (Outcome.FAILS, False)
    never = audited("The boat carried 617 people on the last of May.", boat)
    assert 0 == doubt(never) < doubt(perhaps) < 0.5


def test_the_figure_of_another_row_is_no_proof_where_it_may_be_computed() -> None:
    wards = library(
        """| Ward | Beds | Empty beds | Nurses |
|---|---|---|---|
| Alder | 90 | 72 | 30 |
| Birch | 74 | 18 | 25 |
| Cedar | 51 | 20 | 44 |
"""
    )
    computed = audited("On the ward Alder 18 beds were taken.", wards)
    assert (computed.outcome, computed.gate) == (Outcome.FAILS, False), computed.reason
    exchanged = audited("On the ward Alder 25 nurses were at work.", wards)
    assert (exchanged.outcome, exchanged.gate) == (Outcome.FAILS, True), exchanged.reason


def test_numbered_rows_are_named_by_their_numbers_and_their_measures_added_up() -> None:
    spans = library(
        """The bridge has four spans.

| Span | Length (m) | Cracks |
|---|---|---|
| 1 | 31 | 4 |
| 2 | 47 | 9 |
| 3 | 47 | 6 |
| 4 | 31 | 2 |
"""
    )
    finding = audited("Put together, the four spans of the bridge are 156 metres long.", spans)
    assert finding.outcome is Outcome.HOLDS, finding.reason
