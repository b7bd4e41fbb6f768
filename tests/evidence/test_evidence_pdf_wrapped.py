"""Tables in PDFs whose cells are set over several lines: with drawn grids, and told by steps from line to line."""

from __future__ import annotations

from collections.abc import Sequence

from evidence_pdfs import Line, pdf

from moot.evidence.media.pdf import read

LEAD, PAD = 12.0, 5.0
COLUMNS = (72.0, 200.0, 280.0, 380.0)


def set_rows(rows: Sequence[Sequence[str]], middle: bool = False, top: float = 700) -> tuple[list[Line], list[float]]:
    """Lines of cells (`\\n` parts them), and where the rows part."""
    lines: list[Line] = []
    edges = [top]
    for row in rows:
        most = max(cell.count("\n") + 1 for cell in row)
        for x, cell in zip(COLUMNS, row, strict=False):
            parts = cell.split("\n")
            down = LEAD * (most - len(parts)) / 2 if middle else 0.0
            lines += [(x, top - 10 - down - LEAD * n, 10, part) for n, part in enumerate(parts) if part]
        top -= LEAD * most + PAD
        edges.append(top)
    return lines, edges


def told(lines: list[Line], extra: str = "") -> list[str]:
    around: list[Line] = [(72, 740, 10, "The county has three wells, whose yields were measured twice in the year.")]
    text = read(
        pdf([[*around, *lines, (72, 400, 10, "Nobody has measured the wells of the farms.")]], extra=extra)
    ).text
    return [line for line in text.splitlines() if line.startswith("|") and "---" not in line]


WELLS = [
    ["Well", "Yield in May\n(cubic metres\na day)", "Yield in\nOctober", "Next\ninspection"],
    ["Upper Mill", "140", "190", "2027"],
    ["Saint Bride and\nChapel Lane", "66", "71", "2026"],
    ["Long Meadow and\nWeir", "22", "31", "none"],
]
WHOLE = [
    "| Well | Yield in May (cubic metres a day) | Yield in October | Next inspection |",
    "| Upper Mill | 140 | 190 | 2027 |",
    "| Saint Bride and Chapel Lane | 66 | 71 | 2026 |",
    "| Long Meadow and Weir | 22 | 31 | none |",
]


def test_lines_of_a_cell_stand_closer_than_rows() -> None:
    assert told(set_rows(WELLS)[0]) == WHOLE
    assert told(set_rows(WELLS, middle=True)[0]) == WHOLE


def grid(edges: list[float]) -> str:
    sides = [*(x - 4 for x in COLUMNS), 470]
    across = [f"{sides[0]} {y + 2} m {sides[-1]} {y + 2} l S" for y in edges]
    return "\n".join(["0.5 w", *across, *(f"{x} {edges[-1] + 2} m {x} {edges[0] + 2} l S" for x in sides), ""])


def test_a_drawn_grid_tells_the_cells() -> None:
    rows = [*WELLS, ["Pump", "a\nb\nc\nd\ne\nf words", "9", ""]]
    lines, edges = set_rows(rows, middle=True)
    assert told(lines, grid(edges)) == [*WHOLE, "| Pump | a b c d e f words | 9 |  |"]


def test_a_word_cut_at_the_end_of_a_line_of_a_cell() -> None:
    rows = [*WELLS[:3], ["Geomem-\nbrane", "1", "2", "3"]]
    assert told(set_rows(rows)[0])[-1] == "| Geomembrane | 1 | 2 | 3 |"
    lines, edges = set_rows(rows)
    assert told(lines, grid(edges))[-1] == "| Geomembrane | 1 | 2 | 3 |"


def test_rows_in_groups_stay_rows() -> None:
    lines: list[Line] = []
    y = 700.0
    for group in (["Gull Velm Ines", "Tern Velm Pia"], ["Swan Dorn Karl", "Coot Dorn Lena", "Auk Dorn Ada"]):
        for row in group:
            lines += [(x, y, 10, cell) for x, cell in zip(COLUMNS, row.split(), strict=False)]
            y -= LEAD
        y -= PAD
    assert len(told(lines)) == 5


def test_text_in_a_frame_is_no_table() -> None:
    lines: list[Line] = [
        (80, 690 - 12 * n, 10, "Words of a box that says how the wells are measured.") for n in range(4)
    ]
    frame = "0.5 w 72 600 m 500 600 l S 72 705 m 500 705 l S 72 600 m 72 705 l S 500 600 m 500 705 l S\n"
    assert told(lines, frame) == []


def set_lines(*lines: str) -> str:
    """What is read of lines that fill their column."""
    return read(pdf([[(72, 700 - LEAD * n, 10, line) for n, line in enumerate(lines)]])).text.strip()


def test_prose_with_years_and_marks_goes_on_over_its_lines() -> None:
    for lines in (
        (
            "The canal cost 4.3 million in 2019/20 [2]. Of it 3.1 million was paid in 2021 [1]. It was built for",
            "Upper Wend in 2020 [1], not for the 14 parishes of 2018 [2], 3 of which had asked. It opened on 3 May.",
        ),
        (
            "Between 1990 and 2004 the herd grew from 120 to 310 head [4, 5], and the 12 farms of the northern valley",
            "sold 40 of them in 2005, a further 66 in 2006, 2007, 2008 and the last 18 in the spring of 2009 [6].",
        ),
    ):
        assert set_lines(*lines) == " ".join(lines)


def test_rows_of_figures_keep_their_lines() -> None:
    for rows in (
        (
            "Expenditure on staff and materials for the northern works 140 190 202 7",
            "Expenditure on the southern works and on repairs of the lock 22 31 40 9",
        ),
        ("Upper Mill, Long Meadow 140 kg 190 kg 202 kg 240 kg", "Saint Bride, Chapel Lane 66 kg 71 kg 80 kg 90 kg"),
        ("Growth of the year before 2.1 % 3.4 % 5.0 % 4.1 %", "Growth of the year behind 1.1 % 2.4 % 3.0 % 4.4 %"),
    ):
        assert set_lines(*rows) == "\n".join(rows)
