"""A price with or without what is taken off it or put on it, of prices that only the evidence has."""

from __future__ import annotations

import pytest
from verify_library import cite, claim, library, only

from moot.verify.figures import Figures
from moot.words import Outcome

OFFER = (
    "The price is 545,000 euros a bus, charger not included. "
    "For an order of 40 buses we grant a discount of 8 percent. "
    "The charger costs 62,000 euros before VAT, and VAT is 20 percent."
)


def refuted(text: str) -> bool:
    known = library(OFFER)
    return only(Figures().findings([claim(text, cite(known, OFFER))], known)).outcome is Outcome.FAILS


@pytest.mark.parametrize(
    "text",
    [
        "With the discount of 8 percent a bus costs 501,400 euros.",
        "With the discount a bus costs 501,400 euros.",
        "After an 8 percent discount a bus costs 501,400 euros.",
        "A bus costs 501,400 euros after the discount.",
        "Including VAT the charger costs 74,400 euros.",
    ],
)
def test_a_price_that_follows_by_a_stated_rate_is_not_refuted(text: str) -> None:
    assert not refuted(text)


@pytest.mark.parametrize(
    "text",
    [
        "With the discount of 8 percent a bus costs 511,400 euros.",
        "Without the discount a bus costs 501,400 euros.",
        "A bus costs 501,400 euros.",
        "With the discount the charger costs 74,400 euros.",
    ],
)
def test_another_price_is(text: str) -> None:
    assert refuted(text)
