"""Reports of several parts, each with a list of its own that begins at 1."""

from __future__ import annotations

import pytest

from moot.evidence.cited_report import parse_report

FIRST = ("Transit Committee: Minutes of the meeting, 2025", "Pelham Research: Passenger survey, 2024")
SECOND = ("Brandt Cement: Annual report, 2024", "Fjord Markets: Capture delay weighs, 2025")
SAID = (
    "Passengers numbered 181,440 {1}. Cars numbered 28,260 {2}.",
    "Revenue fell to 8,412 million {1}. Its target was cut {2}.",
)


def links(report: str) -> list[list[str]]:
    return [[id for mark in each.marks for id in mark.entries] for each in parse_report(report).statements]


def two_parts(mark: str, label: str, between: str, second: tuple[str, ...] = SECOND) -> str:
    said = [each.format(None, mark.format(1), mark.format(2)) for each in SAID]
    lists = ["\n".join(f"{label.format(n)} {each}" for n, each in enumerate(of, 1)) for of in (FIRST, second)]
    return f"# Two notes\n\n{said[0]}\n\n{lists[0]}\n\n{between}{said[1]}\n\n{lists[1]}\n"


@pytest.mark.parametrize("between", ["", "---\n\n", "* * *\n\n", "## Part two\n\n"])
@pytest.mark.parametrize(("mark", "label"), [("({})", "({})"), ("[{}]", "[{}]"), ("[{}]", "{}."), ("[{}]", "{})")])
def test_each_part_has_a_list_of_its_own(mark: str, label: str, between: str) -> None:
    assert links(two_parts(mark, label, between)) == [["c1"], ["c2"], ["c3"], ["c4"]]


def test_a_second_list_may_hold_bare_titles() -> None:
    titles = (
        "Brandt Cement AS, Annual report 2024",
        "Fjord Markets, Brandt: capture delay weighs",
        "The alert in three wards",
    )
    assert links(two_parts("({})", "({})", "---\n\n", titles)) == [["c1"], ["c2"], ["c3"], ["c4"]]


@pytest.mark.parametrize("lead", ["The board named three goals {}.", "It has three goals {}. They are:"])
def test_what_is_counted_in_the_text_is_no_list_of_sources(lead: str) -> None:
    goals = "(1) Lower cost\n(2) Shorter time\n(3) Quality of service"
    report = two_parts("({})", "({})", "---\n\n").replace("Revenue", f"{lead.format('(2)')}\n\n{goals}\n\nRevenue")
    assert links(report)[-2:] == [["c3"], ["c4"]] and len(parse_report(report).entries) == 4


@pytest.mark.parametrize(
    "notes",
    ["[^1^]: {}\n[^2^]: {}\n", "[^1]: {}\n[^2]: {}\n", "[^1^]: {} [^2^]: {}\n", "## Sources\n\n1. {}\n2. {}\n"],
)
def test_a_note_may_be_named_between_two_carets(notes: str) -> None:
    report = parse_report("Rents rose [^1^]. Prices fell [^2^].\n\n" + notes.format(*FIRST))
    assert [[mark.entries for mark in each.marks] for each in report.statements] == [[("c1",)], [("c2",)]]
    assert ([each.label for each in report.entries], report.notes) == (["1", "2"], ())
