"""Who did something to whom is told of the same two in the same places."""

from __future__ import annotations

import pytest
from verify_library import said

from moot.verify.comparing import acted
from moot.verify.direction import Direction


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("Wolves kill bears in the valley.", "Bears kill wolves in the valley."),
        ("Lund accused Okafor of theft.", "Okafor accused Lund of theft."),
        ("Marsh was accused of fraud by Bell.", "Marsh accused Bell of fraud."),
        ("The town owes the county 3 million.", "The county owes the town 3 million."),
        ("The firm is owned by the foundation.", "The foundation is owned by the firm."),
        ("The mill, built in 1840, is older than the church.", "The church (1612) is older than the mill."),
        ("The bus is more punctual than the tram.", "The tram is more punctual than the bus."),
    ],
)
def test_who_did_it_to_whom_is_not_exchanged(claim: str, source: str) -> None:
    assert acted.exchanged(claim, [source], source)


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("Bell was accused of fraud by Marsh.", "Marsh accused Bell of fraud."),
        ("Norway borders Sweden.", "Sweden borders Norway."),
        ("The tram is less punctual than the bus.", "The bus is more punctual than the tram."),
        ("The council did not sue the builder.", "The builder sued the council."),
        ("In 2019 the builder fined the council.", "The builder fined the council in 2019."),
        ("Wolves hunt bears in the valley.", "Bears may hunt wolves in the valley."),
        ("Lund sues Okafor over the mill.", "It is agreed that Okafor sues Lund over the mill."),
    ],
)
def test_the_same_told_from_the_other_side_is_left_alone(claim: str, source: str) -> None:
    assert acted.exchanged(claim, [source], source) == ""


def test_another_sentence_of_the_source_may_have_them_in_the_claims_places() -> None:
    whole = "The council sued the builder. In turn the builder sued the council."
    assert acted.exchanged("The builder sued the council.", ["The council sued the builder."], whole) == ""


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("Rain was heavy in March, snow in May.", "Snow was heavy in March, rain in May."),
        ("Beat Aebi succeeded Rosa Imhof.", "The chair is Rosa Imhof. She succeeded Beat Aebi."),
    ],
)
def test_two_parts_of_a_short_sentence_are_not_exchanged(claim: str, source: str) -> None:
    assert "exchanges" in said(Direction(), claim, source)


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("In Rome in June it rained.", "It rained in June in Rome."),
        ("First came Bo, then Al.", "Bo came first, Al then."),
        ("The price paid by the city rose.", "The city paid a price that rose."),
        ("Rosa Imhof succeeded Beat Aebi.", "The chair is Rosa Imhof. She succeeded Beat Aebi."),
    ],
)
def test_words_in_another_order_are_not_exchanged(claim: str, source: str) -> None:
    assert not said(Direction(), claim, source)
