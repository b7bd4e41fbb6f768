"""A figure that stands only in a heading over what is cited is evidence, with its place."""

from __future__ import annotations

import pytest
from verify_library import audited, library

from moot.evidence.nearest import Units
from moot.words import Outcome

PORT = (
    "# Port of Varn\n\n## 312 ships called in 2023\n\nThe port published the list. Most carried timber.\n\n"
    "## 14 new cranes by 2026\n\nThe plan names each of the places where they will stand. Staff are being hired.\n\n"
    "## Fees up 2.1 per cent\n\nThe rise is the first since 2019."
)


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("In 2023, 312 ships called at Varn.", "312"),
        ("There will be 14 new cranes by 2026.", "14"),
        ("Fees rose by 2.1 per cent.", "2.1 per cent"),
    ],
)
def test_it_holds_where_it_stands(text: str, raw: str) -> None:
    finding = audited(text, library(PORT))
    assert finding.outcome is Outcome.HOLDS, finding.reason
    assert raw in [PORT[place.start : place.end] for place in finding.places]


@pytest.mark.parametrize(
    "text",
    ["In 2023, 321 ships called at Varn.", "There will be 14 new wharves by 2026.", "Fees rose by 2.9 per cent."],
)
def test_another_figure_or_another_thing_does_not(text: str) -> None:
    known = library(PORT.replace("14 new cranes", "14 cranes"))
    assert audited(text, known).outcome is Outcome.FAILS


def test_what_stands_under_the_heading_that_says_the_claim_is_cited() -> None:
    quotes = [each.quote for each in Units(library(PORT).passages).nearest("Varn gets 14 new cranes by 2026.")]
    assert "The plan names each of the places where they will stand." in quotes
