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
        ("four officers in every ten (38 of 95)", "0.4", ""),
        ("three workers in twenty are new", "0.15", ""),
        ("three of every ten miles of main", "0.3", ""),
        ("four gallons out of every five that come in", "0.8", ""),
        ("25 hours weekly, or so", "90000", "s/week"),
        ("Rs 38.4 crore", "384000000", "INR"),
        ("1.29 lakh calls", "129000", ""),
    ],
)
def test_a_number_with_its_unit(text: str, value: str, unit: str) -> None:
    figure = figures.find(text)[0]
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


@pytest.mark.parametrize(
    ("text", "raw", "value", "unit"),
    [
        ("8,5 Millionen Euro teurer", "8,5 Millionen Euro", "8500000", "EUR"),
        ("kostet 3,2 Mrd. Euro", "3,2 Mrd. Euro", "3200000000", "EUR"),
        ("Es waren 3,2 Mio. Die Zahl stieg", "3,2 Mio.", "3200000", ""),
        ("um 5,3 Prozent", "5,3 Prozent", "5.3", "%"),
        ("2.900 Megawattstunden im Jahr", "2.900 Megawattstunden", "2900000000", "Wh"),
        ("un chiffre de 96,3 millions d'euros", "96,3 millions d'euros", "96300000", "EUR"),
        ("4.26 mg per square centimetre", "4.26 mg per square centimetre", "42.6", "g/m2"),
        ("12 cubic centimetres of water", "12 cubic centimetres", "0.012", "l"),
    ],
)
def test_units_of_other_languages_and_of_areas(text: str, raw: str, value: str, unit: str) -> None:
    (figure,) = figures.find(text)
    assert (figure.raw, figure.value, figure.unit) == (raw, Decimal(value), unit)


def test_a_year_of_something_stays_one_before_a_word_in_the_plural() -> None:
    years = ("In the works' 2025 samples it rose", "The firm's 2024 results fell", "Its 2023 figures", "the 1998 fires")
    counts = ("They took 2025 samples", "all 2024 birds", "the 2000 soldiers", "of the 2048 MB", "the firm's 1950 km")
    assert [{each.kind.value for each in figures.find(text)} for text in years] == [{"date"}] * 4
    assert [{each.kind.value for each in figures.find(text)} for text in counts] == [{"quantity"}] * 5


def test_a_year_stays_one_before_a_word_in_the_plural_where_another_leads_to_it() -> None:
    years = ("Between 2019 and 2024 sales grew", "From 2019 to 2024 sales grew")
    counts = ("It ran 2024 tests", "It ran from 19 to 2024 tests")
    assert [{each.kind.value for each in figures.find(text)} for text in years] == [{"date"}] * 2
    assert [{each.kind.value for each in figures.find(text)} for text in counts] == [{"quantity"}] * 2


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("five patients in two of the wards", ["5", "2"]),
        ("five patients in two are well", ["5", "2"]),
        ("two teams in three towns", ["2", "3"]),
        ("12 monthly payments", ["12"]),
        ("claims came to 96, or £134,400 in all", ["96", "134400"]),
    ],
)
def test_what_is_no_part_and_no_rate_is_counted_by_itself(text: str, values: list[str]) -> None:
    found = figures.find(text)
    assert [each.value for each in found] == [Decimal(value) for value in values]
    assert found[0].unit == ""
