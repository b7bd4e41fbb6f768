"""What a claim says of where it was read is not looked for in the evidence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moot.verify.comparing.framed import unframed


@pytest.mark.parametrize(
    ("claim", "left"),
    [
        ("By the half-year report of 2024-08-20, revenue was 38.6 million.", "revenue was 38.6 million."),
        (
            "The undated table gives 240 in the column Battery for the Plover class.",
            "240 Battery for the Plover class.",
        ),
        ("The minutes of 17 February 2024 say that the fee rises to 450 euros.", "the fee rises to 450 euros."),
        ("Costs rose by 4 %, according to the annual report of 2024.", "Costs rose by 4 %."),
        ("The line opens in May (from an undated source).", "The line opens in May."),
        ("The vote was held on 2024-02-17 in the hall.", "The vote was held on 17 February 2024 in the hall."),
    ],
)
def test_the_frame_goes_and_the_content_stays(claim: str, left: str) -> None:
    assert unframed(claim) == left


@pytest.mark.parametrize("claim", ["The report was late.", "The table has four legs.", "The list shows it."])
def test_a_claim_about_a_source_itself_stays(claim: str) -> None:
    assert unframed(claim) == claim


@given(st.text(max_size=80))
def test_something_is_always_left(claim: str) -> None:
    assert unframed(claim).split() or not claim.split()
