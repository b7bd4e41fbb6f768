"""Heads of columns as programs name them."""

from __future__ import annotations

import pytest

from moot.text.heads import plain


@pytest.mark.parametrize(
    ("head", "words"),
    [
        ("range_km", "range (km)"),
        ("price_eur_per_km", "price (EUR/km)"),
        ("weight_kg", "weight (kg)"),
        ("temp_c", "temp (°C)"),
        ("share_pct", "share (%)"),
        ("kidney_stones", "kidney stones"),
        ("rangeKm", "range (km)"),
        ("priceEurPerKm", "price (EUR/km)"),
        ("capacityMW", "capacity (MW)"),
        ("PriceEur", "price (EUR)"),
        ("revenue_eur_m", "revenue (EUR million)"),
        ("population_thousands", "population (thousand)"),
        ("speed_km_h", "speed (km/h)"),
        ("co2_g_km", "co2 (g/km)"),
        ("price_eur_2024", "price 2024 (EUR)"),
        ("eur_per_km", "EUR/km"),
        ("time_min", "time (min)"),
        ("ops_per_s", "ops per s"),
        ("unit 2 MWh", "unit 2 (MWh)"),
        ("Line 12 km", "Line 12 (km)"),
    ],
)
def test_a_name_of_a_column_is_told_in_words_with_its_unit_in_brackets(head: str, words: str) -> None:
    assert plain(head) == words


@pytest.mark.parametrize(
    "head",
    [
        "Range (km)",
        "Range",
        "iPhone",
        "YouTube",
        "macOS",
        "pm25",
        "GPT-4",
        "",
        "_",
        "a b_c d",
        "depth 2 m",
        "pump 5 kW",
        "unit 2 sales",
    ],
)
def test_what_no_program_named_stays_as_it_stands(head: str) -> None:
    assert plain(head) == head


@pytest.mark.parametrize(
    ("head", "words"),
    [("temp_min", "temp_min"), ("option_c", "option c"), ("size_m", "size_m"), ("source_year", "source_year")],
)
def test_a_last_word_that_is_a_unit_elsewhere_is_none_here(head: str, words: str) -> None:
    assert plain(head) == words


def test_a_long_name_is_read_in_linear_time() -> None:
    assert plain("a_" * 50_000 + "km").endswith("(km)")
    assert plain("ab" + "Cd" * 50_000)
