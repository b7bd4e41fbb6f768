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
