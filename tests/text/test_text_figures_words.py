"""Numbers in words, parts of units and bounds, as English texts write them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from moot.text import figures
from moot.text.figures import Bound


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("two thirds of a minute", "40", "s"),
        ("a quarter of an hour", "900", "s"),
        ("an hour and a half", "5400", "s"),
        ("a mile and a half", "1.5", "mile"),
        ("two-and-a-half years", "30", "month"),
        ("2½ hours", "9000", "s"),
        ("a fortnight", "1209600", "s"),
        ("a quarter of a million people", "250000", ""),
        ("two hundred and fifty people", "250", ""),
        ("a dozen eggs", "12", ""),
        ("20 feet", "20", "ft"),
        ("80 terawatt hours", "80000000000000", "Wh"),
        ("12 petabytes", "12000000000000000", "B"),
        ("half of one per cent", "0.5", "%"),
    ],
)
def test_a_number_with_its_unit(text: str, value: str, unit: str) -> None:
    (figure,) = figures.find(text)
    assert (round(figure.value, 6), figure.unit) == (Decimal(value), unit)
    assert text[figure.start : figure.end] == figure.raw


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("not quite half a metre", Bound.UNDER),
        ("just shy of 40 kg", Bound.UNDER),
        ("close to 6,100 ha", Bound.UNDER),
        ("a little over seven months", Bound.OVER),
        ("something like 665 kilos", Bound.ABOUT),
        ("by almost a third", Bound.UNDER),
    ],
)
def test_words_of_approximation(text: str, bound: Bound) -> None:
    (figure,) = figures.find(text)
    assert figure.bound is bound


@pytest.mark.parametrize("text", ["a third party", "105 foot ulcers", "the second half"])
def test_what_is_no_measure(text: str) -> None:
    assert all(figure.unit == "" and figure.value != Decimal(1) / 3 for figure in figures.find(text))


def test_figures_of_a_list_share_the_unit() -> None:
    assert [each.unit for each in figures.find("62 by 47 centimetres")] == ["m", "m"]
    assert [each.unit for each in figures.find("3.3 of the 11.2 petabytes")] == ["B", "B"]


def test_a_number_at_the_start_of_a_wrapped_line_is_no_part_of_a_name() -> None:
    (figure,) = figures.find("The pump moves\n90 litres a minute.")
    assert (figure.value, figure.unit) == (Decimal(90), "l/min")
