"""Marks that say where in their source: keys, numbers and names of sources with a page behind them."""

from __future__ import annotations

import pytest
from evidence_cited import cited

from moot.evidence.cited_report import parse_report

KEYED = """The harbour opened in 1911 {}.

{}
"""
LISTS = [
    "## Sources\n\n[BO25] Bauordnung, 2025.\n[Smi19] Smith, J.: Cranes. 2019.",
    "[BO25] Bauordnung\n[Smi19] Cranes of the north",
    "Literaturverzeichnis\n\nBO25: Bauordnung, 2025.\nSmi19: Smith, J.: Cranes. 2019.",
    "| Kürzel | Quelle |\n|---|---|\n| BO25 | Bauordnung |\n| Smi19 | Smith, Cranes |",
    "BO25 = Bauordnung der Stadt Emden\nSmi19 = Smith, Cranes of the north",
    "Sources:\nBO25. Bauordnung. bau.pdf\nSmi19. Cranes. cranes.pdf",
]


@pytest.mark.parametrize("entries", LISTS)
@pytest.mark.parametrize(
    ("mark", "labels"),
    [
        ("[BO25, S. 4]", ["BO25"]),
        ("[Smi19, p. 12; BO25, § 7]", ["Smi19", "BO25"]),
        ("[vgl. BO25, S. 3 f.]", ["BO25"]),
        ("[Smi19: 12–14]", ["Smi19"]),
        ("[s. Smi19, Kap. 4, Abb. 3]", ["Smi19"]),
        ("[BO25 para 3.4]", ["BO25"]),
        ("[Smi19 at 4; BO25, Rn. 7]", ["Smi19", "BO25"]),
    ],
)
def test_keys_with_a_place_behind_them(mark: str, labels: list[str], entries: str) -> None:
    text = KEYED.format(mark, entries).replace("1911", "1911 [Smi19, p. 1; BO25, S. 1]. It grew")
    assert cited(parse_report(text))[1] == ("It grew.", [(mark, labels)])


def test_a_key_without_a_digit_is_one_where_a_place_stands_behind_it() -> None:
    text = (
        "Fares rose 6 % [NAO, para 3.4; HBR p. 9].\n\nSources\n\nHBR — Harbour report, hbr.pdf\nNAO — Audit, nao.pdf\n"
    )
    assert cited(parse_report(text)) == [("Fares rose 6 %.", [("[NAO, para 3.4; HBR p. 9]", ["NAO", "HBR"])])]


@pytest.mark.parametrize(
    ("first", "mark", "labels"),
    [
        ("Source {}: ", "[Source 2, p. 4; Source 1]", ["2", "1"]),
        ("- **Doc {}:** ", "[Doc 1, Doc 2]", ["1", "2"]),
        ("Document {}. ", "[Document 2]", ["2"]),
        ("{}. ", "[citation:2]", ["2"]),
        ("[{}] ", "[vgl. 2, Bl. 3 R; 1, Anm. 2]", ["2", "1"]),
    ],
)
def test_numbers_that_say_what_they_count(first: str, mark: str, labels: list[str]) -> None:
    entries = "\n".join(first.format(n) + name for n, name in ((1, "Ferry news, ferry.pdf"), (2, "Port, port.pdf")))
    assert cited(parse_report(f"It rose {mark}.\n\nSources:\n\n{entries}\n")) == [("It rose.", [(mark, labels)])]


@pytest.mark.parametrize(
    "written",
    [
        "The vector [a1, 4] is short [sic].",
        "In the interval [x0, x1] it grows [Table 2, p. 4].",
        "Its rank is A[i1, 3] of B2 [F1: 12].",
        "Rule [R12] is old; see rule [R12, p. 3].",
    ],
)
def test_brackets_that_no_list_explains_stay(written: str) -> None:
    text = f"{written}\n\nx0 - the start of all.\n\nF1 cars are fast.\n"
    assert cited(parse_report(text))[0] == (written, [])


@pytest.mark.parametrize(
    "mark",
    [
        "[ferry+2](https://www.ferry.example/a)",
        "[Source 1](https://www.ferry.example/a)",
        "[7] (https://www.ferry.example/a)",
        "[[1]](https://www.ferry.example/a)",
    ],
)
def test_a_link_that_only_counts_or_names_its_site_is_no_word(mark: str) -> None:
    assert cited(parse_report(f"The line reopened in April {mark}."))[0][0] == "The line reopened in April."
