"""A part of a whole has the unit and the scale that stand once, after the whole."""

from __future__ import annotations

import pytest

from moot.text import figures


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("6.5 of the 38 million went to roads", "6500000", ""),
        ("6.5 of 38 million euros", "6500000", "EUR"),
        ("6.5 out of the 38 million euros", "6500000", "EUR"),
        ("6.5 of the country's 38 million people", "6500000", ""),
        ("$1.2 of $4 billion", "1200000000", "USD"),
        ("2.4 of 6 GWh came from the sun", "2400000000", "Wh"),
        ("6 of the 38 km of track", "6000", "m"),
        ("15 of the 20 percentage points", "15", "pp"),
    ],
)
def test_a_part_is_in_the_measure_of_its_whole(text: str, value: str, unit: str) -> None:
    part, whole = figures.find(text)
    assert (str(part.value.normalize().quantize(1)), part.unit, part.scale) == (value, unit, whole.scale)


def test_a_part_that_follows_its_whole_has_its_scale() -> None:
    assert [int(each.value) for each in figures.find("Of the 38 million, 6.5 went to roads")] == [38_000_000, 6_500_000]


@pytest.mark.parametrize(
    "text",
    [
        "12 of the 3 million guests fell ill",
        "Two of the 38 million tickets won",
        "3 of the 40 kW chargers are broken",
        "4 of 20 kg sacks",
        "$1.20 of $4 billion",
        "40 of 6 m length",
        "6.5 on 38 million",
    ],
)
def test_what_only_counts_stays_as_it_is(text: str) -> None:
    part = figures.find(text)[0]
    assert (part.value, part.scale) == (part.written, 1)


@pytest.mark.parametrize("text", ["Of the 38 million trips, 6.5 per head were by bus", "Of the 38 million, 6.5 km"])
def test_a_rate_or_a_length_is_no_part(text: str) -> None:
    assert figures.find(text)[1].scale != 1_000_000
