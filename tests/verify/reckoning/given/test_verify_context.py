"""The unit that a head gives to its column stands anywhere in it, beside a year, a quarter or a formula."""

from __future__ import annotations

import pytest
from verify_library import audited, library

from moot.verify.reckoning.given import context
from moot.words import Outcome

POWER = (
    "| Plant | Output, GWh 2023 | Output, GWh 2024 |\n|---|---|---|\n| Ostra | 812 | 774 |\n| Brakk | 1,206 | 1,318 |\n"
)
HEAT = "| Option | CO2, t per year | Start |\n|---|---|---|\n| Wood chips | 640 | 2026 |\n| River | 1,150 | 2028 |\n"
RAIN = "| Station | Rain mm May 2024 | Rain mm June 2024 |\n|---|---|---|\n| Peak | 81 | 44 |\n| Cove | 63 | 29 |\n"
DAIRY = (
    "| Farm | Turnover 2024 in EUR thousand | Cows 2024 |\n|---|---|---|\n| Ashby | 612 | 84 |\n| Borrow | 401 | 51 |\n"
)


@pytest.mark.parametrize(
    ("head", "unit", "scale"),
    [
        ("GWh 2024", "Wh", 10**9),
        ("Output 2024 in GWh", "Wh", 10**9),
        ("Availability % 2023/24", "%", 1),
        ("Q1 2024 t", "g", 10**6),
        ("Second quarter of 2024, t", "g", 10**6),
        ("Flow, m3 per hour", "l/h", 1000),
        ("kg CO2 per m2", "g/m2", 1000),
        ("Rain, mm, May", "m", "0.001"),
        ("EUR m FY2024", "EUR", 10**6),
    ],
)
def test_a_unit_is_found_beside_what_the_head_tells_of(head: str, unit: str, scale: int | str) -> None:
    found = context.measure(head)
    assert found and (found.unit, str(found.scale.normalize())) == (unit, str(type(found.scale)(scale).normalize()))


@pytest.mark.parametrize("head", ["Year 2024", "Goals 2024", "Score after 5 minutes", "Depth at 30 m", "May 2024"])
def test_a_head_that_holds_a_figure_or_only_a_date_gives_no_unit(head: str) -> None:
    assert context.measure(head) is None


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        ("Ostra produced 774 GWh in 2024, down from 812 GWh in 2023.", POWER),
        ("Wood chips emit 640 tonnes of CO2 a year.", HEAT),
        ("Wood chips emit 640 t of CO2.", HEAT),
        ("The Peak had 81 mm of rain in May 2024.", RAIN),
        ("The turnover of Borrow was EUR 401,000 in 2024.", DAIRY),
    ],
)
def test_a_figure_has_the_unit_of_its_head(claim: str, evidence: str) -> None:
    found = audited(claim, library(evidence))
    assert found.outcome is Outcome.HOLDS, found.reason


@pytest.mark.parametrize(
    ("claim", "evidence", "said"),
    [
        ("Ostra produced 774 MWh in 2024.", POWER, "unit differs"),
        ("Ostra produced 812 GWh in 2024.", POWER, "another column"),
        ("Wood chips emit 640 kg of CO2 a year.", HEAT, "unit differs"),
        ("Wood chips emit 640 t of CO2 a month.", HEAT, "by the month against by the year"),
        ("Wood chips emit 1,150 t of CO2 a year.", HEAT, "another row"),
        ("Ashby had 84 hl of cows in 2024.", DAIRY, "figure differs"),
    ],
)
def test_another_unit_row_or_column_is_refuted(claim: str, evidence: str, said: str) -> None:
    found = audited(claim, library(evidence))
    assert (found.outcome, found.gate) == (Outcome.FAILS, True) and said in found.reason


LINES = (
    "| Line | Energy (kWh per 1,000 bottles) | Data (GB/day) | Water (m³/h) |\n|---|---|---|---|\n"
    "| Line 1 | 41 | 12 | 3.5 |\n| Line 3 | 58 | 38 | 4.2 |\n"
)
CROPS = (
    "| Crop | Diesel (litres per 10 ha) | Seed (EUR per 100 kg) | Losses per 1,000 sacks |\n|---|---|---|---|\n"
    "| Rye | 720 | 21.40 | 1.4 |\n| Oats | 655 | 19.80 | 0.7 |\n"
)
CARS = "| Car | Use (kWh/100 km) | Range km |\n|---|---|---|\n| Fen | 15.2 | 410 |\n| Moor | 18.9 | 520 |\n"


@pytest.mark.parametrize(
    ("claim", "evidence", "true"),
    [
        ("Line 3 uses 58 kWh per 1,000 bottles.", LINES, True),
        ("Line 3 needs 58 kWh for every thousand bottles.", LINES, True),
        ("Line 3 uses 58 kWh per bottle.", LINES, False),
        ("Line 3 uses 58 kWh per 100 bottles.", LINES, False),
        ("Line 1 uses 58 kWh per 1,000 bottles.", LINES, False),
        ("Each day line 3 sends 38 GB.", LINES, True),
        ("Line 3 sends 38 GB of data a day.", LINES, True),
        ("Line 3 sends 38 GB of data an hour.", LINES, False),
        ("Line 3 sends 38 GB.", LINES, False),
        ("Line 3 sends 38 GB a week.", LINES, False),
        ("Line 3 draws 4.2 cubic metres of water an hour.", LINES, True),
        ("Line 3 draws 4.2 cubic metres of water a day.", LINES, False),
        ("Rye takes 720 litres of diesel per 10 hectares.", CROPS, True),
        ("Rye takes 720 litres of diesel per hectare.", CROPS, False),
        ("Rye seed costs 21.40 euros per 100 kg.", CROPS, True),
        ("Rye seed costs 21.40 euros per kg.", CROPS, False),
        ("Oats had 0.7 losses per 1,000 sacks.", CROPS, True),
        ("Oats had 0.7 losses per 100 sacks.", CROPS, False),
        ("A sack of oats had 0.7 losses.", CROPS, False),
        ("Line 3 sends 38 GB of data daily.", LINES, True),
        ("Line 3 sends 38 GB of data weekly.", LINES, False),
        ("The Moor needs 18.9 kWh for 100 kilometres.", CARS, True),
        ("The Moor uses 18.9 kWh/100 km.", CARS, True),
        ("The Fen uses 15.2 kWh per km.", CARS, False),
    ],
)  # fmt: skip
def test_a_head_says_by_what_its_amounts_are(claim: str, evidence: str, true: bool) -> None:
    found = audited(claim, library(evidence))
    assert (found.outcome is Outcome.HOLDS) is true, found.reason
