"""What is of a country goes by its name."""

from __future__ import annotations

import pytest

from moot.text.countries import as_there, both
from moot.text.terms import stems


def test_both_names_of_a_country_are_known() -> None:
    assert both(frozenset(stems("French exports"))) == frozenset(stems("France"))
    assert both(frozenset(stems("sales in the United States"))) == frozenset(stems("American"))
    assert both(frozenset(stems("sales of paint"))) == frozenset()


@pytest.mark.parametrize(
    ("claim", "text", "there"),
    [
        ("Norwegian salmon is dear.", "Salmon from Norway is dear.", "Norway salmon is dear."),
        ("Norwegian salmon is dear.", "Norwegian salmon, from Norway, is dear.", "Norwegian salmon is dear."),
        ("Norwegian salmon is dear.", "Salmon is dear.", "Norwegian salmon is dear."),
        ("She speaks Norwegian.", "She lives in Norway.", "She speaks Norwegian."),
    ],
)
def test_it_goes_by_the_name_that_the_texts_have(claim: str, text: str, there: str) -> None:
    assert as_there(claim, [text]) == there
