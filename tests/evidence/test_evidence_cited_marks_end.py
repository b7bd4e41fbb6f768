"""Where a sentence ends at a mark, and which parts of a report are its list of sources."""

from __future__ import annotations

import pytest

from moot.evidence.cited_report import parse_report

LIST = "\n\n## Sources\n\n1. Minutes 2025\n2. Budget 2026\n"


def told(text: str) -> list[tuple[str, list[str]]]:
    return [(each.text, [mark.raw for mark in each.marks]) for each in parse_report(text).statements]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "The town voted no.[1] A supplementary budget will follow.[2]",
            [("The town voted no.", ["[1]"]), ("A supplementary budget will follow.", ["[2]"])],
        ),
        (
            "Zstd is new [1]. `tern doctor` repairs pages [2]. eBay sold it [1]. iPhone users left [2].",
            [
                ("Zstd is new.", ["[1]"]),
                ("tern doctor repairs pages.", ["[2]"]),
                ("eBay sold it.", ["[1]"]),
                ("iPhone users left.", ["[2]"]),
            ],
        ),
        ("Zstd is new.[1] `tern` repairs.[2]", [("Zstd is new.", ["[1]"]), ("tern repairs.", ["[2]"])]),
        (
            "Rust is safe. [1] `cargo` builds it. [2] npmX is old. [1]",
            [("Rust is safe.", ["[1]"]), ("cargo builds it.", ["[2]"]), ("npmX is old.", ["[1]"])],
        ),
        ("They cost 5 kr.[1] they say.[2]", [("They cost 5 kr. they say.", ["[1]", "[2]"])]),
        ("Mrs. Hanna B.[1] waited.[2]", [("Mrs. Hanna B. waited.", ["[1]", "[2]"])]),
        ("It rose in the U.S. [1] and fell [2].", [("It rose in the U.S. and fell.", ["[1]", "[2]"])]),
        ("It is in Lund [1], pp. 4 of it.", [("It is in Lund, pp. 4 of it.", ["[1]"])]),
    ],
)
def test_a_sentence_ends_at_a_mark_whatever_begins_the_next(text: str, claims: list[tuple[str, list[str]]]) -> None:
    assert told(f"# R\n\n{text}{LIST}") == claims


CITED = [
    "The mill ground 3,120 tonnes of rye in 2025 ([src](https://mill.example/1)).",
    "It employs 14 people in the year 2025 ([src](https://mill.example/2)).",
    "The water wheel was replaced in May 2025 ([src](https://mill.example/3)).",
]


@pytest.mark.parametrize("above", ["# Links\n\n", "# Mill\n\nIt is old.\n\n## Links\n\n"])
def test_cited_sentences_are_no_entries_whatever_stands_above_them(above: str) -> None:
    found = told(above + "\n\n".join(CITED))
    assert len([each for each in found if each[1]]) == len(CITED)


@pytest.mark.parametrize("mark", ["[1]", "[2]"])
def test_a_list_of_one_entry_is_one_where_all_marks_mean_it(mark: str) -> None:
    report = parse_report(f"# Mill\n\nIt ground 3,120 t [1]. It employs 14 {mark}.\n\n1. Mill report 2025\n")
    assert [entry.text for entry in report.entries] == (["Mill report 2025"] if mark == "[1]" else [])
