"""Cells of a claimed table, against the row and column that they name in the table that they cite."""

from __future__ import annotations

import pytest
from verify_library import cite, claim, library, only

from moot.evidence.library import Library
from moot.verify.figures import Figures
from moot.verify.subjects import Subjects
from moot.words import Claim, ClaimKind, Outcome

BUSES = """# Winter test

| bus | range_km | energy | availability (%) | heated | depot |
|---|---|---|---|---|---|
| Volta 12 | 205 | 1.21 kWh/km | 89.5 | no | North |
| Hydra FC | 340 | 0.09 kg/km | 81.0 | yes | South |
| Ekspress D6 | 620 | - | 95.0 | no | North |
"""
VOLTA, HYDRA, EKSPRESS = (
    "| Volta 12 | 205 | 1.21 kWh/km | 89.5 | no | North |",
    "| Hydra FC | 340 | 0.09 kg/km | 81.0 | yes | South |",
    "| Ekspress D6 | 620 | - | 95.0 | no | North |",
)
YEARS = """# Lead at the tap, after flushing

| district | 2023 | 2024 | 2025 |
|---|---|---|---|
| Old Harbour | 19.2 | 11.8 | 6.3 |
| Mill Quarter | 14.5 | 8.9 | 4.0 |
"""
HARBOUR, MILL = "| Old Harbour | 19.2 | 11.8 | 6.3 |", "| Mill Quarter | 14.5 | 8.9 | 4.0 |"


def failed(about: str, text: str, *quotes: str, evidence: str = BUSES, kind: ClaimKind = ClaimKind.QUOTED) -> str:
    """What the gate says against the cell; empty if nothing."""
    known = library(evidence)
    finding = only(Figures().findings([cell(known, about, text, *quotes, kind=kind)], known))
    assert finding.gate
    return finding.reason if finding.outcome is Outcome.FAILS else ""


def doubted(about: str, text: str, *quotes: str, evidence: str = BUSES) -> str:
    known = library(evidence)
    finding = only(Subjects().findings([cell(known, about, text, *quotes)], known))
    assert not finding.gate
    return finding.reason if finding.outcome is Outcome.FAILS else ""


def cell(known: Library, about: str, text: str, *quotes: str, kind: ClaimKind = ClaimKind.QUOTED) -> Claim:
    cited = [cite(known, quote) for quote in quotes]
    expression = "620 - 340" if kind is ClaimKind.COMPUTED else None
    return claim(text, *cited, about=about, kind=kind, expression=expression)


@pytest.mark.parametrize(
    ("about", "text", "quote", "said"),
    [
        ("Volta 12 · Range (km)", "620", EKSPRESS, "620 is that of “Ekspress D6”, “Volta 12” has 205"),
        ("Volta 12 · Availability (%)", "81.0", HYDRA, "81.0 is that of “Hydra FC”, “Volta 12” has 89.5"),
        ("Hydra FC · Availability (%)", "95.0", EKSPRESS, "95.0 is that of “Ekspress D6”, “Hydra FC” has 81.0"),
        ("Hydra FC · Range (km)", "81.0", HYDRA, "81.0 is that of “availability (%)”, “Range (km)” has 340"),
        ("Range (km) · Volta 12", "620", EKSPRESS, "“Volta 12” has 205"),  # Turned.
        ("Volta · Range", "620 km", EKSPRESS, "“Volta” has 205"),  # Told shorter, and with its unit.
        ("Hydra FC · Cost", "620", EKSPRESS, "“Hydra FC” has 340"),  # Only the row answers.
        ("The bus of the city · Range", "81.0", HYDRA, "has 340"),  # Only the column does.
        ("Ekspress D6 · Energy", "0.09 kg/km", HYDRA, "“Ekspress D6” has -"),
        ("Volta 12 · Heated", "yes", HYDRA, "“Volta 12” has no"),  # Words.
        ("Volta 12 · Depot", "South", HYDRA, "“Volta 12” has North"),
    ],
)
def test_a_cell_from_another_row_or_column_is_refuted(about: str, text: str, quote: str, said: str) -> None:
    why = failed(about, text, quote) or doubted(about, text, quote)
    assert why.startswith("figure belongs to another") and said.lower() in why.lower()


@pytest.mark.parametrize("wrong", ["Volta 12 · Range (km)", "Volta 12 · range_km", "Volta 12 bus · Range of the bus"])
def test_names_of_the_same_words_make_it_a_proof(wrong: str) -> None:
    assert failed(wrong, "620", EKSPRESS)
    assert not failed(wrong, "205", VOLTA)


@pytest.mark.parametrize(
    ("about", "text", "quotes"),
    [
        ("Volta 12 · Range (km)", "205", [VOLTA]),
        ("Range · Hydra FC", "340 km", [HYDRA]),
        ("Hydra FC · Range in metres", "340,000 m", [HYDRA]),
        ("Hydra FC · Availability", "81 %", [HYDRA]),
        ("Hydra FC · Range and availability", "340 km, 81.0 %", [HYDRA]),  # Several figures in a cell.
        ("Hydra FC · Range", "340 km (Ekspress: 620)", [HYDRA, EKSPRESS]),
        ("Ekspress D6 · Depot", "North", [EKSPRESS]),
        ("Fuel cell bus · Days on the road", "81.0", [HYDRA]),  # Other words for row and column.
        ("Hydra FC · Days on the road", "81.0", [HYDRA]),
        ("Difference · Range", "81.0", [HYDRA]),  # What was made of others need not have a row.
        ("Hydra FC · Difference from the Ekspress", "620", [HYDRA, EKSPRESS]),
    ],
)
def test_a_cell_where_it_should_be_or_told_in_other_words_is_not(about: str, text: str, quotes: list[str]) -> None:
    assert not failed(about, text, *quotes) and not doubted(about, text, *quotes)


def test_a_computed_cell_is_not_looked_for() -> None:
    known = library(BUSES)
    made = cell(known, "Hydra FC · Range", "280", HYDRA, EKSPRESS, kind=ClaimKind.COMPUTED)
    assert only(Figures().findings([made], known)).outcome is Outcome.HOLDS


def test_a_cell_quoted_from_prose_is_not() -> None:
    prose = f"{BUSES}\nIn the summer the Hydra FC was available for 95.0 % of the days.\n"
    assert not failed(
        "Hydra FC · Availability (%)", "95.0 %", "the Hydra FC was available for 95.0 % of the days", evidence=prose
    )


@pytest.mark.parametrize("column", ["Waterworks 2023, after flushing", "2023, flushed", "Lead 2023"])
def test_a_year_answers_to_a_longer_name(column: str) -> None:
    about = f"Old Harbour · {column}"
    assert not failed(about, "19.2", HARBOUR, evidence=YEARS) and not doubted(about, "19.2", HARBOUR, evidence=YEARS)
    assert failed(about, "6.3", HARBOUR, evidence=YEARS) or doubted(about, "6.3", HARBOUR, evidence=YEARS)
    assert failed(about, "14.5", MILL, evidence=YEARS)


MERGED = """# Sales

| shop | 2024 units | 2024 euros | 2025 units | 2025 euros |
|---|---|---|---|---|
| Quay | 120 | 4,800 | 150 | 6,300 |
| Mill | 95 | 3,900 | 80 | 3,500 |
"""


def test_a_merged_head_is_told_in_any_order() -> None:
    row = "| Quay | 120 | 4,800 | 150 | 6,300 |"
    assert not failed("Quay · Units 2025", "150", row, evidence=MERGED)
    assert failed("Quay · Units 2025", "120", row, evidence=MERGED)
    assert not failed("Quay · Units", "120", row, evidence=MERGED)  # Of both years.
    assert not doubted("Quay · Units", "120", row, evidence=MERGED)


def test_a_head_under_a_head_leaves_open_which_is_meant() -> None:
    text = "# Sales\n\n| | 2024 | 2024 | 2025 |\n|---|---|---|---|\n| shop | units | euros | units |\n"
    text += "| Quay | 120 | 4,800 | 150 |\n"
    row = "| Quay | 120 | 4,800 | 150 |"
    assert not failed("Quay · 2024", "4,800", row, evidence=text)
    assert failed("Quay · 2025", "4,800", row, evidence=text)


def test_a_unit_that_alone_tells_two_columns_apart_counts() -> None:
    text = "# Prices\n\n| bus | price (EUR) | price (USD) |\n|---|---|---|\n"
    text += "| Volta 12 | 545 | 601 |\n| Hydra FC | 690 | 759 |\n"
    row = "| Volta 12 | 545 | 601 |"
    assert failed("Volta 12 · Price (EUR)", "601", row, evidence=text)
    assert not failed("Volta 12 · Price", "601", row, evidence=text)


def test_of_two_names_the_longer_is_meant() -> None:
    text = "# Cars\n\n| car | range |\n|---|---|\n| Volta 12 | 205 |\n| Volta 12 XL | 260 |\n"
    assert not failed("Volta 12 XL · Range", "260", "| Volta 12 XL | 260 |", evidence=text)
    assert failed("Volta 12 · Range", "260", "| Volta 12 XL | 260 |", evidence=text)


def test_what_has_no_name_is_told_from_nothing() -> None:
    bare = "# Water\n\n| Option | Cost |  |  |\n|---|---|---|---|\n| Pump | 2.6 | 31 | 7 |\n| Clay | 9.8 | 44 | 9 |\n"
    quote = "| Pump | 2.6 | 31 | 7 |"
    assert not failed("Pump · ", "7", quote, evidence=bare) and not doubted("Pump · ", "7", quote, evidence=bare)
    why = failed("Pump · Cost", "7", quote, evidence=bare) or doubted("Pump · Cost", "7", quote, evidence=bare)
    assert "7 is that of a column without a name, “Cost” has 2.6" in why
