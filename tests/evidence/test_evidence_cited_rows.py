"""Rows of a report's tables: what each cell is of, and where their citations stand."""

from __future__ import annotations

import time

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


GROUPED = [("Depot", "Elmer"), ("Buses 2023", "84"), ("Buses 2024", "79"), ("Staff 2023", "190"), ("Staff 2024", "201")]
VALUES = "| Elmer [1] | 84 | 79 | 190 | 201 |\n"


@pytest.mark.parametrize(
    "head",
    [
        "| Depot | Buses | | Staff | |\n| | 2023 | 2024 | 2023 | 2024 |\n|---|---|---|---|---|\n",
        "| Depot | Buses | | Staff | |\n|---|---|---|---|---|\n| | 2023 | 2024 | 2023 | 2024 |\n",
        "| Depot | Buses | Buses | Staff | Staff |\n|---|---|---|---|---|\n| | 2023 | 2024 | 2023 | 2024 |\n",
    ],
)
def test_a_head_of_two_lines_names_each_column_with_its_group(head: str) -> None:
    report = parse_report(head + VALUES + LISTED)
    assert cells(report) == [GROUPED]


def test_units_below_a_head_belong_to_it() -> None:
    report = parse_report("| Bridge | Length | Weight |\n|---|---|---|\n| | m | t |\n| Orru | 120 | 95 |\n")
    assert cells(report) == [[("Bridge", "Orru"), ("Length (m)", "120"), ("Weight (t)", "95")]]


@pytest.mark.parametrize(
    "row",
    ["| | 41 | 52 | 9 | 8 |\n", "| Osk | 2023 | 2024 | 2023 | 2024 |\n", "| | yes | | | |\n"],
)
def test_a_row_of_values_is_no_second_line_of_the_head(row: str) -> None:
    head = "| Depot | Buses | Buses | Staff | Staff |\n|---|---|---|---|---|\n"
    report = parse_report(head + row + VALUES + LISTED)
    assert [head for head, _ in cells(report)[-1]] == ["Depot", "Buses", "Buses", "Staff", "Staff"]


@pytest.mark.parametrize("part", ["thead", "tbody"])
def test_heads_of_a_page_that_span_columns_are_told_with_each(part: str) -> None:
    page = (
        f"<table><{part}><tr><th rowspan=2>Depot</th><th colspan=2>Buses</th><th colspan=2>Staff</th></tr>"
        f"<tr><th>2023</th><th>2024</th><th>2023</th><th>2024</th></tr></{part}>"
        "<tr><td>Elmer</td><td>84</td><td>79</td><td>190</td><td>201</td></tr></table>"
    )
    assert cells(parse_report(page, "html")) == [GROUPED]


def test_a_cell_of_a_page_that_spans_rows_is_told_in_each_and_moves_none() -> None:
    page = (
        "<table><tr><th>Depot</th><th>Year</th><th>Buses</th></tr><tr><td rowspan=2>Elmer</td><td>2023</td><td>84</td>"
        "</tr><tr><td>2024</td><td>79</td></tr><tr><td>Osk</td><td colspan=2>closed</td></tr></table>"
    )
    assert cells(parse_report(page, "html"))[1:] == [
        [("Depot", "Elmer"), ("Year", "2024"), ("Buses", "79")],
        [("Depot", "Osk"), ("Year", "closed")],
    ]


def test_spans_that_no_table_has_are_laid_out_soon() -> None:
    cell = "<td colspan=99999 rowspan=9999>Elmer</td>"
    begun = time.process_time()
    assert parse_report(f"<table>{('<tr>' + cell * 300 + '</tr>') * 60}</table>", "html").statements
    assert time.process_time() - begun < 10
