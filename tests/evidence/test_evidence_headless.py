"""Tables whose first row is an entry like the others: it is no head, in whatever a table was written."""

from __future__ import annotations

import pytest
from evidence_packed import docx as docx_of
from evidence_packed import xlsx as xlsx_of

from moot.evidence.media import delimited, docx, html, xlsx
from moot.evidence.media.headless import is_headless

ENTRIES = (
    "Lisboa|1.250|Aberta\nPorto|980|Fechada\nFaro|305|Aberta",
    "Sand|12.50|3\nLime|8.00|5\nOak|90.00|1",
    "1|Sand|120.00\n2|Lime|80.00\n3|Oak|9.00",
    "North|450 kW|1998\nSouth|610 kW|2004\nMill|380 kW|2015",
    "3 May|Sand|120\n4 May|Lime|80\n5 May|Oak|90",
    "Ana|R$ 1.200,00\nBia|R$ 980,00\nCaio|R$ 700,00",
    "2023|612\n2024|588\n2025|601",
)
HEADS = (
    "Item|Amount\nSand|120\nLime|80",
    "City|2024|2025\nAske|412|398\nBorre|655|701",
    "Size|36|38|40\nWaist|70|74|78\nHip|90|94|98",
    "Distance|0.5|1.5|2.5\nLead|70|74|78\nZinc|90|94|98",
    "Quarter|Q1|Q2\nSales|20|10\nCosts|6|5",
    "Ride|Bus 9|Bus 4\nMinutes|20|10\nStops|6|5",
    "Race|10 km|21 km\nMen|40|31\nWomen|35|22",
    "Place|1st|2nd\nPrize|90|40\nAge|31|22",
    "Class|1|2\nPrice|10|20\nTime|4|3",
    "|Men|Women\nAske|1|2\nBorre|3|4",
    "Day|Open\nMonday|9-17\nTuesday|9-17\nFriday|9-12",
    "City|State\nLund|open\nYstad|closed\nMalmö|open",
    "Total|Men\nAske|5\nBorre|6\nTotal|11",
    "City|People\nAske|open\nCity|People\nBorre|closed",
    "City|Men\nAske|5",
    "Lund|open\nYstad|closed\nMalmö|open",
    "Town|Bus|Tram\nPeople|many|few\nMain mode|Bus|Tram",
    "Party|Left|Right\nLeader|Ann|Bo\nVote|Left|Left",
    "Candidate|Yes|No\nAnn|No|No\nBo|Yes|No",
    "Route|12|7|3\nRiders|310|120|95\nStops|14|9|6",
    "Bus|12|7|3\nRiders|310|120|95\nStops|14|9|6",
    "Size|38|36|40\nStock|5|9|2\nSold|7|1|3",
    "Size (cm)|3.5|2.5|4.5\nPrice|8.5|7.5|9.5\nCost|1.5|0.5|2.0",
    "Share|0.125|0.250\nLead|70|74\nZinc|90|94",
    "No.|12\nAsh|4\nOak|7",
    "Distance|10 km|5 km\nLongest stage|3 km|2 km\nShortest stage|1 km|0.5 km",
)


def rows_of(text: str) -> list[list[str]]:
    return [line.split("|") for line in text.split("\n")]


@pytest.mark.parametrize("text", ENTRIES)
def test_a_first_row_that_is_an_entry_names_no_columns(text: str) -> None:
    assert is_headless(rows_of(text))


@pytest.mark.parametrize("text", HEADS)
def test_a_first_row_that_names_columns_is_a_head(text: str) -> None:
    assert not is_headless(rows_of(text))


def test_in_every_form_of_file_the_head_over_entries_is_empty() -> None:
    rows = rows_of(ENTRIES[0])
    shown = "\n".join(f"| {' | '.join(row)} |" for row in [[""] * 3, ["---"] * 3, *rows]).replace(
        "| --- | --- | --- |", "|---|---|---|"
    )
    page = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    assert shown in html.read(f"<html><body><p>The stations, by riders a day.</p><table>{page}</table>".encode()).text
    paragraphs = (f"<w:tc><w:p><w:r><w:t>{cell}</w:t></w:r></w:p></w:tc>" for row in rows for cell in row)
    drawn = "".join(f"<w:tr>{''.join(next(paragraphs) for _ in row)}</w:tr>" for row in rows)
    assert shown in docx.read(docx_of(f"<w:tbl>{drawn}</w:tbl>")).text
    sheet = "".join(
        f"<row>{''.join(f'<c t={chr(34)}inlineStr{chr(34)}><is><t>{cell}</t></is></c>' for cell in row)}</row>"
        for row in rows
    )
    assert shown in xlsx.read(xlsx_of(f"<sheetData>{sheet}</sheetData>")).text
    assert shown in delimited.read("\n".join(map(";".join, rows)).encode()).text


def test_heads_that_a_page_marks_stay_heads() -> None:
    rows = "".join(
        f"<tr><td>{a}</td><td>{b}</td></tr>" for a, b in (("Lund", "4.50"), ("Ystad", "3.20"), ("Eslöv", "5.10"))
    )
    page = f"<html><body><p>The pools.</p><table><tr><th>Malmö</th><th>6.80</th></tr>{rows}</table>"
    assert "| Malmö | 6.80 |\n|---|---|" in html.read(page.encode()).text
