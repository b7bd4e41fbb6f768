"""What reports in other languages put before and behind what they cite."""

from __future__ import annotations

import pytest

from moot.evidence.cited_report import parse_report

LISTED = """
Brandt, H., & Osei, K. (2025). The flood on the Lenne: a report. Institute of Water.

Lefèvre, C., Moreau, D. et Petit, J. (2025). After the water. Cahiers 9.
"""


@pytest.mark.parametrize(
    "mark",
    [
        "(vgl. Brandt & Osei, 2025)",
        "(siehe auch Brandt & Osei 2025)",
        "(Brandt u. Osei, 2025, S. 3)",
        "(s. Brandt & Osei 2025)",
        "(voir Brandt et Osei, 2025)",
        "(véase Brandt y Osei, 2025)",
        "(cfr. Brandt e Osei, 2025)",
        "(zie Brandt & Osei, 2025)",
        "(ver Brandt e Osei, 2025)",
        "(z. B. Brandt & Osei 2025)",
        "(zit. nach Brandt & Osei 2025: 5)",
        "(Brandt i Osei, 2025)",
    ],
)
def test_words_before_authors(mark: str) -> None:
    report = parse_report(f"The dam broke {mark}.\n\n## References\n{LISTED}")
    assert [each.entries for each in report.statements[0].marks] == [("c1",)]


@pytest.mark.parametrize(
    "others", ["et coll.", "y otros", "y cols.", "e outros", "m. fl.", "i in.", "et alii", "et autres", "e.a.", "u. a."]
)
def test_words_for_further_authors(others: str) -> None:
    report = parse_report(f"It cost 87 million (Lefèvre {others}, 2025, p. 4).\n\n## References\n{LISTED}")
    assert [each.entries for each in report.statements[0].marks] == [("c2",)]


@pytest.mark.parametrize(
    "heading",
    [
        "Zitierte Literatur",
        "Ouvrages cités",
        "Literatuurlijst",
        "Referentielijst",
        "Wykaz źródeł",
        "Sitografia",
        "Webgrafía",
    ],
)
def test_headings_of_lists(heading: str) -> None:
    report = parse_report(f"The dam broke (Brandt & Osei, 2025).\n\n## {heading}\n{LISTED}")
    assert len(report.statements) == 1 and len(report.entries) == 2


@pytest.mark.parametrize(
    "note",
    [
        "Brandt et al., op. cit., p. 2.",
        "Brandt and Osei, op. cit.",
        "Brandt u. a., a. a. O., S. 2.",
        "Cf. Brandt, op. cit., p. 2.",
        "Voir note 1.",
        "Siehe Anm. 1.",
        "S. o., Fn. 1.",
        "Véase nota 1.",
        "Cfr. nota 1.",
        "Zie noot 1.",
        "Supra nota 1.",
        "Brandt et al., voir note 1.",
        "Voir supra, note 1, p. 2.",
    ],
)
def test_notes_that_repeat_an_earlier_one(note: str) -> None:
    notes = f"[^1]: Brandt, H., & Osei, K. (2025). The flood.\n[^2]: Court of Auditors: Dams, p. 3.\n[^3]: {note}\n"
    report = parse_report(f"The dam broke.[^1] It was old.[^2] It was weak.[^3]\n\n{notes}")
    assert report.statements[2].marks[0].entries == report.statements[0].marks[0].entries


@pytest.mark.parametrize(
    "note",
    [
        "Ibíd., p. 3.",
        "Ibídem.",
        "Ib., p. 3.",
        "Ivi, p. 3.",
        "Tamże, s. 3.",
        "Id., loc. cit.",
        "Voir ibid.",
        "Vgl. ebd.",
    ],
)
def test_notes_that_repeat_the_last(note: str) -> None:
    report = parse_report(f"The dam broke.[^1] It was weak.[^2]\n\n[^1]: Brandt, H. (2025). The flood.\n[^2]: {note}\n")
    assert report.statements[1].marks[0].entries == report.statements[0].marks[0].entries


def test_a_sentence_without_blanks_may_begin_with_a_year() -> None:
    report = parse_report(
        "2025年に二つのサイレンが作動しなかった[1]。\n\n## References\n\n1. Brandt, H. (2025). The flood.\n"
    )
    assert [each.checkable for each in report.statements] == [True]


@pytest.mark.parametrize(
    "note",
    [
        "Holm, Quays (2019), compare n. 1. https://example.org/q",
        "Ivi Moe, The port act (2021).",
        "Port Act 2019 s 4, cf. note 1",
    ],
)
def test_what_only_mentions_a_note_is_an_entry_of_its_own(note: str) -> None:
    report = parse_report(f"The dam broke.[^1] It was weak.[^2]\n\n[^1]: Brandt, H. (2025). The flood.\n[^2]: {note}\n")
    assert [each.marks[0].entries for each in report.statements] == [("c1",), ("c2",)]
