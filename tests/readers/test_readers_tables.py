"""Tables of the sources: what stands at them says what they measure."""

from __future__ import annotations

import pytest

from moot.evidence.passages import split
from moot.readers import tables
from moot.words import Document, Source

_ROWS = "| Town | 2024 | 2025 |\n|---|---|---|\n| Aske | 412 | 398 |\n| Borre | 655 | 701 |\n"


def captions(text: str) -> list[str]:
    source = Source(id="S1", origin="a.md", title="Water", media="text/markdown", sha256="0" * 64, text_sha256="0" * 64)
    passages = split(Document(source=source, text=text))
    return [grid.caption for grid in tables.gather(passages, [source])]


@pytest.mark.parametrize(
    ("text", "caption"),
    [
        (
            f"# Water\n\nConsumption in thousand cubic metres:\n\n{_ROWS}",
            "Consumption in thousand cubic metres",
        ),
        (f"# Water\n\nTariffs, pence per cubic metre\n\n{_ROWS}", "Tariffs, pence per cubic metre"),
        (f"# Water\n\nAll figures are in thousand euros.\n\n{_ROWS}", "All figures are in thousand euros"),
        (f"# Water\n\nLosses are not known. It rained.\n\nTabelle 2: Preise (kr)\n\n{_ROWS}", "Tabelle 2: Preise (kr)"),
        (f"# Water\n\nThe council met.\n\n{_ROWS}\nTable 3. Sales (£000).\n", "Table 3. Sales (£000)"),
        (f"# Water\n\n## Yields\n\ntonnes per hectare\n\n{_ROWS}", "Yields: tonnes per hectare"),
        (f"# Water\n\n## Costs\n\n{_ROWS}".replace("Town", "Item (£000)"), "Costs (£000)"),
    ],
)
def test_the_line_at_a_table_says_what_it_measures(text: str, caption: str) -> None:
    assert captions(text) == [caption]


@pytest.mark.parametrize(
    "between",
    [
        "The council met in May and raised the price of water.",
        "Prices, pence per kg\n\n## Consumption",
        "- Prices, pence per kg",
        "Losses are not known. The council has asked the board to look for them until the spring, and the board "
        "has asked for more money to do so, which the council will talk about on the next day that it meets:",
    ],
)
def test_other_lines_are_no_captions(between: str) -> None:
    (caption,) = captions(f"# Water\n\n{between}\n\n{_ROWS}")
    assert caption in ("Town: 2024, 2025", "Consumption")


def test_what_was_not_computed_is_told_by_no_sentence() -> None:
    text = "# Water\n\n| Town | 2024 | 2025 |\n|---|---|---|\n| Aske | 412 | [not computed] |\n"
    source = Source(id="S1", origin="a.xlsx", title="Water", media="xlsx", sha256="0" * 64, text_sha256="0" * 64)
    (grid,) = tables.gather(split(Document(source=source, text=text)), [source])
    (cell, missing) = grid.word("t1").rows[0].cells
    assert cell and cell.text == "412" and missing is None and "computed" not in grid.sentence(grid.lines[0])


def test_of_columns_without_a_name_only_the_row_is_told() -> None:
    text = "# Stations\n\n|  |  |\n|---|---|\n| Lund | 412 |\n| Ystad | 398 |\n"
    source = Source(id="S1", origin="a.csv", title="Stations", media="csv", sha256="0" * 64, text_sha256="0" * 64)
    (grid,) = tables.gather(split(Document(source=source, text=text)), [source])
    (cell,) = grid.word("t1").rows[0].cells
    assert grid.caption == "Stations" and cell and cell.about == "Lund"
    assert grid.sentence(grid.lines[0]).endswith("Lund – 412.")
