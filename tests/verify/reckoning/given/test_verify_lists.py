"""Lists that run side by side: each figure is its own item's, whether or not they say "respectively"."""

from __future__ import annotations

import pytest
from verify_library import audited, library

from moot.words import Outcome

KNOWN = library(
    """Elm, Oak and Ash had 4, 7 and 9 beds, respectively. The halls in Dorn, Pell and Wick cost 210,000, 340,000 and
185,000 euros. In 2021, 2022 and 2023 the club won 12, 15 and 8 matches. Members in the north, south and west stood at
1,204, 988 and 1,431. The red and blue routes are 14 and 22 km long. Rents rose by 3, 5 and 8 percent in Kell, Moor and
Lund. In May and June the ferry and the bus cost 3 and 5 euros.
"""
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Elm had 7 beds.", "7 is of “Oak”"),
        ("Elm, Oak and Ash had 7, 4 and 9 beds.", "exchanges 7 and 4"),
        ("The hall in Dorn cost 340,000 euros.", "“Pell”"),
        ("In 2021 the club won 15 matches.", "15 is of “2022”"),
        ("Members stood at 1,431 in the south and 988 in the west.", "exchanges 1,431 and 988"),
        ("The red route is 22 km long.", "22 km is of “blue”"),
        ("Rents rose by 8 percent in Kell.", "8 percent is of “Lund”"),
    ],
)
def test_a_figure_of_another_item_is_seen(text: str, said: str) -> None:
    finding = audited(text, KNOWN)
    assert finding.outcome is Outcome.FAILS and finding.otherwise
    assert said in finding.reason


@pytest.mark.parametrize(
    "text",
    [
        "Ash, Elm and Oak had 9, 4 and 7 beds.",
        "Oak had 7 beds and Ash 9.",
        "The hall in Pell cost 340,000 euros.",
        "In 2022 the club won 15 matches.",
        "The blue route is 22 km long.",
        "Kell, Moor and Lund saw rents rise by 3, 5 and 8 percent.",
    ],
)
def test_its_own_figure_bears_a_claim_out(text: str) -> None:
    finding = audited(text, KNOWN)
    assert finding.outcome is Outcome.HOLDS, finding.reason


def test_of_two_lists_of_a_length_none_is_paired() -> None:
    assert audited("In May the ferry cost 5 euros.", KNOWN).outcome is Outcome.HOLDS
