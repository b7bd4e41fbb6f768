"""Letters of intent are no contracts, and what is not yet done is not done."""

from __future__ import annotations

import pytest
from verify_library import said

from moot.verify.hedges import Conditions

CEMENT = (
    "Customers have shown interest: eleven non-binding letters of intent cover some 240,000 tonnes of cement a year. "
    "Only one of them, with the road authority, has become a contract."
)
TRAINS = (
    "Marlow Rail has nine expressions of interest from operators for its battery trains. One has since been turned "
    "into a firm order for six trains."
)
GLASS = (
    "The museum signed memoranda of understanding with seven lenders for the exhibition; loan agreements have been "
    "concluded with two."
)
DEBT = (
    "Of this debt, NOK 900 million falls due in October 2025; we have signed a term sheet for refinancing it, but the "
    "facility itself is not yet documented."
)
HALL = "The council has chosen a builder for the swimming hall, but the contract has not yet been signed."


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("Only eleven customers have signed contracts.", CEMENT),
        ("Nine operators have placed firm orders for battery trains.", TRAINS),
        ("Seven lenders have concluded loan agreements with the museum.", GLASS),
        ("The refinancing of the debt of NOK 900 million that falls due in October 2025 is documented.", DEBT),
        ("The contract for the swimming hall has been signed.", HALL),
    ],
)
def test_what_is_only_in_view_is_seen(text: str, evidence: str) -> None:
    assert said(Conditions(), text, evidence)


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("Eleven customers have signed letters of intent.", CEMENT),
        ("One customer has signed a contract.", CEMENT),
        ("Nine operators have expressed an interest in the trains.", TRAINS),
        ("An operator has ordered six trains.", TRAINS),
        ("Two lenders have concluded loan agreements.", GLASS),
        ("Eleven contracts were signed.", f"{CEMENT} In all, eleven contracts were signed last year."),
        ("A debt of NOK 900 million falls due in October 2025.", DEBT),
        ("The council has chosen a builder for the swimming hall.", HALL),
    ],
)
def test_what_binds_is_left_alone(text: str, evidence: str) -> None:
    assert said(Conditions(), text, evidence) == ""
