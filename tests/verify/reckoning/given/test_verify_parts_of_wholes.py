"""Parts of a whole: the unit or the scale stands once, and the whole may be told in another clause than its part."""

from __future__ import annotations

import pytest

from moot.verify import verify
from moot.words import Outcome

ROADS = "The programme has 38 million euros. Of these, 6.5 million euros went to roads."
SCHOOLS = "The programme has 38 million euros. Of these, 12 million euros went to schools."
FLATS = "The city has 1.4 million flats; 300,000 of them are empty."


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("6.5 of the 38 million went to roads.", ROADS),
        ("Of the 38 million, 6.5 went to roads.", ROADS),
        ("€6.5 of the €38 million went to roads.", ROADS),
        ("12 of the 38 million went to schools.", SCHOOLS),
        ("6.5 million went to roads.", "6.5 of the 38 million went to roads."),
        ("6.5 million people live on the coast.", "6.5 of the country's 38 million people live on the coast."),
        ("2.4 GWh came from the sun.", "2.4 of 6 GWh came from the sun."),
        ("0.3 of the 1.4 million flats are empty.", FLATS),
        ("0.3 of the city's 1.4 million flats are empty.", FLATS),
        ("Twelve inhabitants fell ill.", "12 of the 3 million inhabitants fell ill."),
        ("The shop sold 3 of the 5-litre cans.", "The shop sold three of the 5 litre cans."),
    ],
)
def test_a_part_is_read_in_the_unit_of_its_whole(claim: str, source: str) -> None:
    finding = verify(claim, source)
    assert finding.outcome is Outcome.HOLDS, finding.reason


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("5.6 of the 38 million went to roads.", ROADS),
        ("14 of the 38 million went to schools.", SCHOOLS),
        ("0.6 of the city's 1.4 million flats are empty.", FLATS),
        ("12 million inhabitants fell ill.", "12 of the 3 million inhabitants fell ill."),
        ("6.5 euros went to roads.", "6.5 of the 38 million euros went to roads."),
    ],
)
def test_another_part_is_seen(claim: str, source: str) -> None:
    assert verify(claim, source).outcome is Outcome.FAILS
