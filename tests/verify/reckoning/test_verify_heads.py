"""Figures under heads that a program named."""

from __future__ import annotations

import pytest
from verify_library import audited, library

from moot.words import Outcome

TABLE = """# Costs

| bus | maintenance_eur_per_km | priceEur | weight_kg | range_km | temp_c | share_pct |
|---|---|---|---|---|---|---|
| Hydra FC | 0.34 | 690000 | 12500 | 340 | 21.5 | 12.4 |
| Volta 12 | 0.21 | 545000 | 13100 | 205 | 19.0 | 44.1 |
"""


@pytest.mark.parametrize(
    "text",
    [
        "The range of the Hydra FC is 340 km.",
        "The Hydra FC weighs 12,500 kg.",
        "The weight of the Hydra FC is 12.5 tonnes.",
        "Maintenance of the Hydra FC costs 0.34 euros a kilometre.",
        "The price of the Volta 12 is 545,000 euros.",
        "The Volta 12 has a share of 44.1 %.",
        "The temperature in the Hydra FC was 21.5 °C.",
    ],
)
def test_a_figure_has_the_unit_that_the_head_names(text: str) -> None:
    finding = audited(text, library(TABLE))
    assert finding.outcome is Outcome.HOLDS, finding.reason


@pytest.mark.parametrize(
    "text",
    [
        "The range of the Hydra FC is 205 km.",
        "The range of the Hydra FC is 340 miles.",
        "The Hydra FC weighs 12,500 tonnes.",
        "The Volta 12 weighs 12,500 kg.",
    ],
)
def test_another_row_or_unit_is_refuted(text: str) -> None:
    finding = audited(text, library(TABLE))
    assert finding.outcome is Outcome.FAILS and finding.gate


UNITS = """| month | unit 1 MWh | unit 2 MWh | line 4 km |
|---|---|---|---|
| May | 410 | 395 | 52 |
| June | 420 | 388 | 50 |
"""


@pytest.mark.parametrize(
    "text",
    [
        "Unit 2 produced 395 MWh in May.",
        "In June unit 2 made 388 MWh.",
        "In May unit 2 produced 395 MWh and unit 1 410 MWh.",
        "Unit 2 made 7 MWh less in June than in May.",
        "In June unit 1 made 420,000 kWh.",
        "Line 4 ran 52 km in May.",
    ],
)
def test_the_number_of_one_of_many_before_a_unit_is_no_figure(text: str) -> None:
    finding = audited(text, library(UNITS))
    assert finding.outcome is Outcome.HOLDS, finding.reason


@pytest.mark.parametrize(
    "text",
    [
        "Unit 2 produced 2 MWh in May.",
        "Unit 1 produced 395 MWh in May.",
        "Unit 2 produced 410 MWh in May.",
        "Line 4 ran 4 km in May.",
        "Unit 2 made 9 MWh less in June than in May.",
    ],
)
def test_the_number_of_another_or_of_the_unit_itself_is_seen(text: str) -> None:
    assert audited(text, library(UNITS)).outcome is Outcome.FAILS
