"""Tables of PDFs that a page or a column breaks."""

from __future__ import annotations

import re

import pytest
from evidence_pdfs import Line, pdf, typed

from moot.evidence.media.pdf import MEDIUM

HEAD = ["Pump", "Built", "Power (kW)", "Hours in 2025"]
ROWS = [["North", "1998", "450", "6,120"], ["South", "2004", "610", "5,930"], ["Mill", "2015", "380", "7,040"]]
AT = (72, 150, 230, 330)
OFFICES = [["Office", "Head", "Seat", "Day"], ["Water", "Lind", "Lund", "Monday"], ["Roads", "Ek", "Ystad", "Friday"]]
VENDORS = [
    ["Vendor", "Product", "Region", "Since"],
    ["Alfa", "Valves", "North", "May"],
    ["Beta", "Gates", "South", "June"],
]
TEXT = "The pumps of the town stand along the canal and are looked after by four fitters of the works.\n" * 4
AFTER = "The Mill pump was overhauled in June."


def table(rows: list[list[str]], top: float, at: tuple[float, ...] = AT) -> list[Line]:
    return [(x, top - 18 * n, 11, cell) for n, row in enumerate(rows) for x, cell in zip(at, row, strict=False) if cell]


def read(*pages: list[Line]) -> list[str]:
    """The rows of tables, in order, by their cells; "-" for the rule below a head."""
    text = MEDIUM.read(pdf(pages)).text
    return ["-" if line.startswith("|---") else line for line in text.splitlines() if line.startswith("|")]


def row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def test_the_head_of_a_table_may_stand_alone_before_the_break() -> None:
    pages = [*typed(TEXT), *table([HEAD], 640)], [*table(ROWS, 740), *typed(AFTER, 640)]
    assert read(*pages) == [row(HEAD), "-", *map(row, ROWS)]
    assert "Pump Built" not in MEDIUM.read(pdf(pages)).text


@pytest.mark.parametrize("over", [[], typed("Table 1 (continued)", 758)])
def test_a_table_that_goes_on_overleaf_has_the_head_of_its_first_part(over: list[Line]) -> None:
    third = [["Weir", "2019", "295", "8,110"], ["Dock", "2021", "870", "4,450"]]
    pages = (
        [*typed(TEXT), *table([HEAD, *ROWS], 640)],
        [*over, *table(ROWS, 740)],
        [*table(third, 740), *typed(AFTER, 640)],
    )
    parts = [[row(HEAD), "-", *map(row, rows)] for rows in (ROWS, ROWS, third)]
    assert read(*pages) == [each for part in parts for each in part]


def test_a_last_row_alone_goes_on_with_its_table() -> None:
    last = ["Dock", "2021", "870", "4,450"]
    pages = [*typed(TEXT), *table([HEAD, *ROWS], 640)], [*table([last], 740), *typed(AFTER, 700)]
    assert read(*pages) == [row(HEAD), "-", *map(row, ROWS), row(HEAD), "-", row(last)]


def test_in_the_next_column_it_goes_on_too() -> None:
    left = [(72.0, 740 - 14.0 * n, 11.0, "The pumps stand along the canal, and a fitter") for n in range(12)]
    right = [(330.0, 640 - 14.0 * n, 11.0, "looks after each of them on every other day") for n in range(12)]
    head, rows = ["Pump", "Built", "kW"], [each[:3] for each in ROWS]
    page = [*left, *table([head], 560, (72, 150, 230)), *table(rows, 740, (330, 408, 488)), *right]
    assert read(page) == [row(head), "-", *map(row, rows)]


@pytest.mark.parametrize(
    ("before", "rows"),
    [
        (table([HEAD, *ROWS], 640), [["Year", "Rain"], ["2024", "612"], ["2025", "588"]]),
        (
            table([HEAD, *ROWS], 640),
            [["Pump", "2024", "2025", "Change"], ["North", "5,100", "6,120", "20"], ["Mill", "980", "7,040", "61"]],
        ),
        (table([["A", "B", "C", "D"]], 640), [HEAD, *ROWS]),
        (table(OFFICES, 640), VENDORS),
    ],
)
def test_a_table_with_a_head_of_its_own_keeps_it(before: list[Line], rows: list[list[str]]) -> None:
    assert read([*typed(TEXT), *before], [*table(rows, 740), *typed(AFTER, 600)])[-len(rows) - 1 :] == [
        row(rows[0]),
        "-",
        *map(row, rows[1:]),
    ]


@pytest.mark.parametrize(
    "before", [[], table([["Signed", "Lund"]], 640), table([["Year", "Rain"], ["2024", "612"], ["2025", "588"]], 640)]
)
def test_where_no_head_is_known_none_is_made_up(before: list[Line]) -> None:
    found = read([*typed(TEXT), *before], [*table(ROWS, 740), *typed(AFTER, 640)])
    assert found[-5:] == ["|  |  |  |  |", "-", *map(row, ROWS)]


def test_rows_of_words_go_on_where_a_line_says_so() -> None:
    more = [["Parks", "Rask", "Eslöv", "Monday"], ["Ports", "Moe", "Ystad", "Tuesday"]]
    pages = [*typed(TEXT), *table(OFFICES, 640)], [*typed("Table 1 (continued)", 758), *table(more, 740)]
    assert read(*pages)[-4:] == [row(OFFICES[0]), "-", *map(row, more)]


ENTRIES = ["Day", "Entry", "Amount"]
BY = (72.0, 150.0, 400.0)
LEFT, RIGHT = (
    [["3 May", "Sand", "120.00"], ["4 May", "Lime", "80.00"]],
    [["6 May", "Oak", "90.00"], ["7 May", "Nails", "12.00"]],
)


def ledger(foot: list[str], over: list[str], head: bool) -> str:
    second = [*([ENTRIES] if head else []), over, *RIGHT]
    return MEDIUM.read(
        pdf([table([ENTRIES, *LEFT, foot], 700, BY), table([each for each in second if each], 740, BY)])
    ).text


@pytest.mark.parametrize("head", [True, False])
@pytest.mark.parametrize(
    ("foot", "over"),
    [
        (["", "Carried forward", "200.00"], ["", "Brought forward", "200.00"]),
        (["", "Übertrag", "200,00"], ["", "Übertrag", "200,00"]),
        (["", "À reporter", "200,00"], ["", "Report", "200,00"]),
        (["", "Suma y sigue", "200,00"], ["", "Suma anterior", "200,00"]),
        (["", "Nachzuschreiben", "200,00"], ["", "Übernommen", "200,00"]),
        (["", "c/f to page 2", "200.00"], ["", "b/f from page 1", "200.00"]),
        (["", "", "200.00"], ["", "", "200.00"]),
    ],
)
def test_a_sum_that_is_carried_over_the_page_is_no_row(foot: list[str], over: list[str], head: bool) -> None:
    said = ledger(foot, over, head)
    rows = [line for line in said.splitlines() if line.startswith("| ")]
    assert rows == [row(ENTRIES), *map(row, LEFT), row(ENTRIES), *map(row, RIGHT)]
    assert [part for part in re.split(r"\n[\n\f]+", said) if not part.startswith("|") and part.strip()] == [
        " ".join(filter(None, each)) for each in (foot, over)
    ]


@pytest.mark.parametrize(
    ("foot", "over"),
    [
        (["5 May", "Übertrag", "200.00"], ["6 May", "Übertrag", "150.00"]),
        (["5 May", "Sand", "40.00"], ["5 May", "Sand", "40.00"]),
        (["", "Subtotal", "200.00"], ["5 May", "Sand", "40.00"]),
        (["5 May", "Transport", "40.00"], ["5 May", "Sand", "40.00"]),
        (["5.5.2025", "Transport", "40.00"], ["5.5.2025", "Sand", "40.00"]),
    ],
)
def test_an_entry_at_the_end_of_a_page_stays_a_row(foot: list[str], over: list[str]) -> None:
    said = ledger(foot, over, head=True)
    assert row(foot) in said and row(over) in said
