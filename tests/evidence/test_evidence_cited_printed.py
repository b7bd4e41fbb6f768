"""Reports as a typesetter prints them: notes at the foot of narrow columns, raised digits that the font has."""

from __future__ import annotations

from pathlib import Path

import pytest

from moot.evidence.cited_report import CitedReport, read_report

REPORT = """
#set page(width: 148mm, height: 130mm, columns: 2, margin: 14mm)
#set text(size: 11pt)
#set par(justify: true)
The mean high water has risen by 3.1 mm a year since 1988#footnote[Eddle Trust, “Tide gauge at Cobb Quay, 1988–2022”,
https://eddlerivers.example/data/gauges/cobb-quay/annual-means-1988-2022.csv], which the marsh might have followed
#footnote[M. Treloar and A. Quist, “Squeeze at the sea wall”, Shoreline 14 (2019), pp. 101–118 and 120.]. The parish
agreed to open its wall in two places#footnote[Minutes of the parish meeting, 6 October 2016.]. Counts of young bass in
the new creeks reached 10#super[3] a night in August 2021#super[1,2]. The anglers themselves did the
counting#super[3]. Behind a set-back wall, waves are lower by a third, and the wall itself can be built lower for the
same protection. A third breach has been proposed for the next year, and the town will have to say what it wants to
keep of the fields behind it. Neither of these figures includes what the parish gained in quiet, or what the farmers
lost.
"""


def printed(tmp_path: Path, source: str) -> CitedReport:
    typst = pytest.importorskip("typst")
    (tmp_path / "report.typ").write_text(source)
    typst.compile(str(tmp_path / "report.typ"), output=str(tmp_path / "report.pdf"))
    return read_report(tmp_path / "report.pdf")


def test_notes_at_the_foot_of_narrow_columns(tmp_path: Path) -> None:
    report = printed(tmp_path, REPORT)
    labels = {entry.id: entry.label for entry in report.entries}
    assert [(e.label, e.text[:12]) for e in report.entries] == [
        ("1", "Eddle Trust,"),
        ("2", "M. Treloar a"),
        ("3", "Minutes of t"),
    ]
    assert report.entries[0].url == "https://eddlerivers.example/data/gauges/cobb-quay/annual-means-1988-2022.csv"
    assert [[labels[id] for mark in each.marks for id in mark.entries] for each in report.statements] == [
        ["1", "2"],
        ["3"],
        ["1", "2"],
        ["3"],
        *([[]] * 3),
    ]
    assert report.statements[2].text == "Counts of young bass in the new creeks reached 10³ a night in August 2021."


@pytest.mark.parametrize("font", ["", "#set super(typographic: false)\n"])
def test_raised_numbers_before_a_stop(tmp_path: Path, font: str) -> None:
    said = {
        "by 3.5#super[3,4].": "by 3.5³,⁴.",
        "in 2019#super[1,2].": "in 2019¹,².",
        "so#super[1–3].": "so¹–³.",
        "so.#super[10–12]": "so.¹⁰–¹²",
        "so#super[1, 2].": "so¹,².",
        "so (12)#super[3].": "so (12)³.",
        "so #super[7] and": "so⁷ and",
        "so#super[[1]].": "so[1].",
        "by 1.5–2.5.": "by 1.5–2.5.",
        "in 1990–95,": "in 1990–95,",
    }
    text = printed(tmp_path, font + "\n\n".join(f"Some words before it, {each}" for each in ("Now.", *said))).text
    found = [
        each.removeprefix("it, ").replace(" .", ".").replace(" ⁷", "⁷")
        for each in " ".join(text.split()).split(" Some words before ")
    ]
    assert found[1:] == [each.replace(", ", ",") for each in said.values()]


COLUMNS = """
#set page(width: 160mm, height: 150mm, columns: 2, margin: 14mm, numbering: "1")
#set text(size: 9.5pt)
#set par(justify: true)
= Introduction
The Oster carries much water in a dry August#super[1]. A pump of 24 MW would cool it by 0.15 °C#super[1,2], which the
permit allows#super[3]. The filter is cleaned every 40 min#super[3]. The plant costs SEK 310 m#super[2] or 13,000 per
kW, and heat would cost less than it costs today in every street of the town.

#table(columns: 3, [Year],[Heat (GWh)],[Share], [2025],[41],[18 %],[2030],[133],[58 %])

The council decides on 12 June. Lower flow in summer remains the main risk#super[2], and the second is the price of
power, which nobody in the town can foretell.

= Notes
+ Oster Water Board, Flow records 1961–2023, sheet 4, https://osterwater.example/flows
+ Malm and Ek, “Heat from cold rivers”, Nordic Heat 9 (2021), pp. 12–31, and what they wrote to us on it later.
+ Permit 2018-441, County of Oster, with its three annexes and the maps that belong to them.
"""


def test_a_table_within_one_of_two_columns_parts_neither(tmp_path: Path) -> None:
    report = printed(tmp_path, COLUMNS)
    assert [each.label for each in report.entries] == ["1", "2", "3"]
    labels = {entry.id: entry.label for entry in report.entries}
    found = {each.text[:12]: [labels[id] for mark in each.marks for id in mark.entries] for each in report.statements}
    assert [
        found[words] for words in ("The Oster ca", "A pump of 24", "The filter i", "Lower flow i", "2030 | 133 |")
    ] == [
        ["1"],
        ["1", "2", "3"],
        ["3"],
        ["2"],
        [],
    ]
    assert not report.notes


def test_notes_at_the_foot_of_one_page_that_has_a_number(tmp_path: Path) -> None:
    notes = ("Osterby Energi, Annual report", "Nordic Power Desk, Spot prices, data", "Fish survey, 2020, p. 4")
    said = "The plant would heat half of the town in winter and all of it in spring, as the council has been told"
    text = " ".join(f"{said}#footnote[{note}.]." for note in notes)
    report = printed(tmp_path, f'#set page(width: 100mm, height: 120mm, numbering: "1")\n{text}\n')
    assert [(each.label, each.text) for each in report.entries] == [
        (str(n), f"{note}.") for n, note in enumerate(notes, 1)
    ]
    assert [len(each.marks) for each in report.statements] == [1, 1, 1]


def test_a_sentence_that_goes_on_overleaf_keeps_its_words_apart(tmp_path: Path) -> None:
    said = " ".join(["The gate was mended before the flood"] * 40)
    report = printed(tmp_path, f"#set page(width: 100mm, height: 100mm)\n{said}.\n")
    assert " ".join(each.text for each in report.statements) == f"{said}."
