"""What a line cites for those below or before it: lead-ins, quotations, the end of a paragraph."""

from __future__ import annotations

import pytest

from moot.evidence.cited_report import parse_report

LISTED = "\n\n## Sources\n\n1. Results of Kestrel\n2. Note of Harrow\n"


def told(text: str) -> list[tuple[str, str, int]]:
    """Of each statement that can be checked, what it stands under, its words, and how many marks it has."""
    report = parse_report(text + LISTED)
    return [(each.under, each.text, len(each.marks)) for each in report.statements if each.checkable]


@pytest.mark.parametrize("lead", ["- Hull plant [1]", "- **Hull plant** [1]:", "1. Hull plant: [1]"])
def test_a_name_above_a_list_is_no_claim_and_cites_for_it(lead: str) -> None:
    assert told(f"{lead}\n   - opened in July 2025\n   - It makes 90 litres a day.\n   - closed for a week [2]") == [
        ("Hull plant", "opened in July 2025", 1),
        ("", "It makes 90 litres a day.", 1),
        ("", "closed for a week", 1),
    ]


def test_a_paragraph_that_only_names_cites_for_the_list_below_it() -> None:
    assert told("**Market share** ([Harrow](note.md), 7 Nov 2025)\n\n- Oatwell: 23 %\n\nIt rains in Hull.") == [
        ("Market share", "Oatwell: 23 %", 1),
        ("", "It rains in Hull.", 0),
    ]


def test_a_claim_above_a_list_stays_one_and_cites_for_it() -> None:
    assert told("- Sales rose by 4 % in 2024 [1]\n  - most of it in Germany\n- It rained in Hull") == [
        ("", "Sales rose by 4 % in 2024", 1),
        ("", "most of it in Germany", 1),
        ("", "It rained in Hull", 0),
    ]


@pytest.mark.parametrize(
    "quoted", ['> "It was hard."\n> — Ann Lund, chief [1]', '"It was hard." — Ann Lund, chief [1]']
)
def test_a_quotation_cites_what_the_line_does_that_says_whose_it_is(quoted: str) -> None:
    assert told(quoted) == [("", '"It was hard." — Ann Lund, chief', 1)]


def test_a_mark_behind_the_last_stop_of_a_paragraph_is_that_of_all_of_it() -> None:
    assert told("Sales fell in May. Profit rose in June. [1]") == [
        ("", "Sales fell in May.", 1),
        ("", "Profit rose in June.", 1),
    ]
    marks = [each.marks[0].led for each in parse_report("Sales fell in May. Profit rose. [1]" + LISTED).statements]
    assert marks == [True, False]


@pytest.mark.parametrize(
    "text",
    [
        "Sales fell in May. Profit rose in June [1].",  # The mark of its sentence.
        "Sales fell in May. Profit rose in June.[1]",
        "Sales fell in May. Profit rose in June [1]. Costs rose too. [2]",
    ],
)
def test_another_mark_is_not(text: str) -> None:
    assert told(text)[0] == ("", "Sales fell in May.", 0)


def test_a_link_to_a_note_cites_it_and_one_in_the_sentence_is_a_word() -> None:
    text = "Cod fell [[log-2024]]. Eel rose ([[Sea log|log]]). The town of [[Osk]] paid. She met her [[mother-in-law]]."
    assert told(text) == [
        ("", "Cod fell.", 1),
        ("", "Eel rose.", 1),
        ("", "The town of Osk paid.", 0),
        ("", "She met her mother-in-law.", 0),
    ]
