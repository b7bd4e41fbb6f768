"""The head of a letter, an invoice or a budget of one page, with a name at the left and a day at the right."""

from __future__ import annotations

from evidence_pdfs import Line, pdf

from moot.evidence.media.pdf import read

FARES = [
    ("Item (thousand NOK)", "2024", "2025", "2026"),
    ("Fares", "8 914", "9 206", "9 480"),
    ("State grant", "11 300", "11 300", "10 700"),
    ("Fuel", "6 407", "6 350", "6 500"),
]


def table(top: float) -> list[Line]:
    return [
        (x, top - 18 * n, 11, cell)
        for n, row in enumerate(FARES)
        for x, cell in zip((72, 260, 360, 460), row, strict=True)
    ]


def blocks(*lines: Line) -> list[str]:
    return read(pdf([list(lines)])).text.strip().split("\n\n")


def test_a_head_and_a_title_are_no_rows_of_the_table_below() -> None:
    head: list[Line] = [(72, 750, 11, "Nordhavn municipality"), (450, 750, 11, "Budget 2026")]
    title: Line = (72, 715, 16, "Budget 2026: Harbour and ferry")
    said = blocks(*head, title, (72, 690, 11, "Adopted by the council on 27 November"), *table(660))
    assert said[0] == "Nordhavn municipality\nBudget 2026" and said[1] == "Budget 2026: Harbour and ferry"
    assert said[-1].startswith("| Item (thousand NOK) | 2024 | 2025 | 2026 |")


def test_the_head_of_a_letter_is_no_table() -> None:
    head: list[Line] = [
        (72, 750, 11, "Ladders and Sons"),
        (460, 750, 11, "Invoice 4711"),
        (72, 735, 11, "1 Green Lane, Aske"),
        (460, 735, 11, "17.06.2025"),
    ]
    said = blocks(*head, (72, 690, 11, "Town of Aske"), *table(650), (72, 560, 11, "To be paid in 30 days."))
    assert said[0].split("\n")[:4] == ["Ladders and Sons", "Invoice 4711", "1 Green Lane, Aske", "17.06.2025"]
    assert said[-1] == "To be paid in 30 days." and said[-2].startswith("| Item")


def test_a_table_of_two_columns_stays_one() -> None:
    rows = [("Opening", "3 March 2026"), ("Second day", "5 May 2026"), ("End", "1 June 2026")]
    said = blocks(
        *((x, 750 - 18 * n, 11, cell) for n, row in enumerate(rows) for x, cell in zip((72, 460), row, strict=True))
    )
    assert said[0].startswith("| Opening | 3 March 2026 |")


def test_a_title_between_two_stretches_parts_them() -> None:
    head: list[Line] = [(72, 750, 11, "Water Board of Aske"), (72, 715, 17, "Minutes, 9 March 2026")]
    said = blocks(*head, (72, 690, 11, "Present:"), *table(660))
    assert said[:3] == ["Water Board of Aske", "Minutes, 9 March 2026", "Present:"]
