"""Rows of a report's tables: what each cell is of, and where their citations stand."""

from __future__ import annotations

import pytest

from moot.evidence.cited_report import CitedReport, parse_report

HEAD = "| Depot | 2023 | 2024 |\n|---|---|---|\n"
ROWS = "| Elmer | 84 | 79 |\n| Northgate | 58 | 52 |\n"
LISTED = "\n\n## Sources\n\n1. Fleet report of Arden Buses\n2. Budget of Dray\n"


def cells(report: CitedReport) -> list[list[tuple[str, str]]]:
    return [[(cell.head, cell.text) for cell in each.cells] for each in report.statements if each.cells]


def test_a_cell_knows_the_head_of_its_column() -> None:
    assert cells(parse_report(HEAD + ROWS + LISTED))[1] == [("Depot", "Northgate"), ("2023", "58"), ("2024", "52")]


def test_a_row_of_another_length_than_the_head_has_none() -> None:
    assert cells(parse_report(f"{HEAD}| Elmer | 84 |\n"))[0] == [("", "Elmer"), ("", "84")]


def test_an_empty_cell_moves_no_other_under_its_head() -> None:
    assert cells(parse_report(f"{HEAD}| Elmer | | 79 |\n"))[0] == [("Depot", "Elmer"), ("2024", "79")]


def test_the_column_of_sources_is_none_of_what_a_row_says() -> None:
    table = "| Depot | 2023 | Source |\n|---|---|---|\n| Elmer | 84 | [Fleet](https://e.org/f) |\n| Osk | 7 | [1] |\n"
    report = parse_report(table + LISTED)
    assert [each.text for each in report.statements if each.cells] == ["Elmer | 84", "Osk | 7"]
    assert all(each.marks for each in report.statements if each.cells)


def test_a_bold_first_row_heads_the_table_of_a_page() -> None:
    page = (
        "<table><tr><td><b>Depot</b></td><td><strong>2023</strong></td></tr><tr><td>Elmer</td><td>84</td></tr></table>"
    )
    assert cells(parse_report(page, "html")) == [[("Depot", "Elmer"), ("2023", "84")]]


@pytest.mark.parametrize(
    "told",
    [
        "The fleets were as follows [1]:\n\n{}",
        "The fleets were as follows: [1]\n\n{}",
        "The table shows both fleets [1].\n\n{}",
        "Every depot shrank in 2024 [1].\n\n{}",
        "Fleet figures come from the yearly report [1].\n\n{}",
        "**Table 1. Buses** [1]\n\n{}",
        "{}\n*Source: [1]*",
        "{}\nNote: At the end of the year. Source: the fleet report [1].",
        "{}\nData: the fleet report [1].",
        "{}\nAll figures are taken from the fleet report [1].",
    ],
)
def test_rows_cite_what_the_line_beside_their_table_does(told: str) -> None:
    report = parse_report("It was a year of change.\n\n" + told.format(HEAD + ROWS) + "\n\nDray paid [2]." + LISTED)
    rows = [each for each in report.statements if each.cells]
    assert [{id for mark in each.marks for id in mark.entries} for each in rows] == [{"c1"}, {"c1"}]


@pytest.mark.parametrize(
    "told",
    ["Critics disagree with the mayor [1].\n\n{}", "{}\nThe mayor was pleased [1].", "{}\nFigures of speech [1]."],
)
def test_rows_do_not_cite_what_a_sentence_on_something_else_does(told: str) -> None:
    report = parse_report("It was a year of change.\n\n" + told.format(HEAD + ROWS) + LISTED)
    assert not any(each.marks for each in report.statements if each.cells)


def test_a_line_with_its_source_heads_no_list() -> None:
    report = parse_report(HEAD + ROWS + "\n*Source: [1]*\n\nDray paid [2].\n\n[1]: Fleet report\n[2]: Budget\n")
    assert [entry.text for entry in report.entries] == ["Fleet report", "Budget"]
    assert all(each.marks for each in report.statements)
