"""Forms of marks, and what only looks like one."""

from __future__ import annotations

import time

import pytest

from moot.evidence.cited_report import CitedReport, parse_report

NUMBERED = """

## References

1. Alpha Office. Lead in pipes. https://example.org/1
2. Beta, B. (2021). Costs of pipes. *Journal of Mains*, 3, 1–9.
3. Gamma, C. and Delta, D. (2019). More of it. https://example.org/3
4. Epsilon, E. The last one. https://example.org/4
"""
DATED = """

## Works cited

- O'Brien, T. (2018). On trees. https://example.org/trees
- Office for Rivers. (2021). Levels. https://example.org/levels
- Smith, A. (2020a). First.
- Smith, A. (2020b). Second.
- Smith, A., & Jones, P. (2019). A review.
- van der Berg, K., Li, X., & Moe, R. (2017). Water.
- World Rain Union. (2020). Report.
"""


def marks(report: CitedReport) -> list[tuple[str, list[str]]]:
    """Each mark with its entries' labels, or the first words of those that have none."""
    named = {entry.id: entry.label or " ".join(entry.text.split()[:3]) for entry in report.entries}
    return [
        (mark.raw, [named[each] for each in mark.entries])
        for statement in report.statements
        for mark in statement.marks
    ]


def only(report: CitedReport) -> str:
    (statement,) = report.statements
    return statement.text


@pytest.mark.parametrize(
    ("written", "text", "labels"),
    [
        ("It rose [1].", "It rose.", ["1"]),
        ("It rose.[1]", "It rose.", ["1"]),
        ("It rose[1][2].", "It rose.", ["1", "2"]),
        ("It rose [1], [2].", "It rose.", ["1", "2"]),
        ("It rose [1]–[3].", "It rose.", ["1", "2", "3"]),
        ("It rose [1,3-4].", "It rose.", ["1", "3", "4"]),
        ("It rose [1, pp. 3–4; 2].", "It rose.", ["1", "2"]),
        ("It rose [see 4, Table 2].", "It rose.", ["4"]),
        ("It rose (see [3]) in May.", "It rose in May.", ["3"]),
        ("It rose \\[1\\].", "It rose.", ["1"]),
        ("It rose **a lot**[1].", "It rose a lot.", ["1"]),
        ("As [2] says, it rose.", "As [2] says, it rose.", ["2"]),
        ("According to [2], it rose.", "According to [2], it rose.", ["2"]),
        ("It rose, as told by [1, 2].", "It rose, as told by [1], [2].", ["1", "2"]),
        ("It rose<sup>1,3</sup>.", "It rose.", ["1", "3"]),
        ("It rose<sup>[2]</sup>.", "It rose.", ["2"]),
        ("It rose^2^.", "It rose.", ["2"]),
        ("It rose¹⁻³.", "It rose.", ["1", "2", "3"]),
        ("It rose²³.", "It rose.", ["2", "3"]),
        ("It rose in 2020³.", "It rose in 2020.", ["3"]),
        ("It rose【2†source】.", "It rose.", ["2"]),
        ("It rose [[2]](#ref2).", "It rose.", ["2"]),
        ('It rose <a href="#ref2">[2]</a>.', "It rose.", ["2"]),
    ],
)
def test_numbers(written: str, text: str, labels: list[str]) -> None:
    report = parse_report(written + NUMBERED)
    assert only(report) == text
    assert [label for _, found in marks(report) for label in found] == labels


@pytest.mark.parametrize(
    ("written", "text", "first"),
    [
        ("It rose (Smith, 2020a).", "It rose.", ["Smith, A. (2020a)."]),
        (
            "It rose (e.g., Smith 2020b; see also Smith & Jones, 2019, pp. 3–5).",
            "It rose.",
            ["Smith, A. (2020b).", "Smith, A., &"],
        ),
        ("It rose (Smith, 2020a, 2020b).", "It rose.", ["Smith, A. (2020a).", "Smith, A. (2020b)."]),
        ("It rose (van der Berg et al. 2017: 4).", "It rose.", ["van der Berg,"]),
        ("It rose [O'Brien 2018].", "It rose.", ["O'Brien, T. (2018)."]),
        ("Smith and Jones's (2019) review found that.", "Smith and Jones's review found that.", ["Smith, A., &"]),
        ("So the Office for Rivers (2021) had it.", "So the Office for Rivers had it.", ["Office for Rivers."]),
        ("It rose (World Rain Union [WRU], 2020).", "It rose.", ["World Rain Union."]),
        ("The WRU (2020) has it so.", "The WRU has it so.", ["World Rain Union."]),
        ("It rose (Nobody et al., 2011).", "It rose.", []),
    ],
)  # fmt: skip
def test_authors_and_years(written: str, text: str, first: list[str]) -> None:
    report = parse_report(written + DATED)
    assert only(report) == text
    assert len(marks(report)) == 1
    assert [found for _, each in marks(report) for found in each] == first


@pytest.mark.parametrize(
    "written",
    [
        "It has 5 m² of wall, 10³ parts, x² and 10⁶ N/mm² of strength.",
        "It has 250 m3 or 98 m2 of room.",
        "See Table 2 (2019) and the wave of 2020 (March to June).",
        "He said [sic] so.",
        "The range [0.3, 0.6] and the classes [36, 38] are wide.",
        "The key retries[3] was left at its default.",
        "Mail team@example.org about it.",
    ],
)
def test_what_only_looks_like_a_mark_stays(written: str) -> None:
    report = parse_report(written + " It rose [1]." + NUMBERED)
    assert report.statements[0].text == written
    assert [raw for raw, _ in marks(report)] == ["[1]"]


def test_code_and_checkboxes_hold_no_marks() -> None:
    report = parse_report(
        "It rose [1]. Use `a[2]` there.\n\n```\nx = a[3]  # [4]\n```\n\n- [x] It is done [2].\n" + NUMBERED
    )
    assert [each.text for each in report.statements] == ["It rose.", "Use a[2] there.", "It is done."]
    assert [raw for raw, _ in marks(report)] == ["[1]", "[2]"]


@pytest.mark.parametrize(
    ("written", "text", "urls"),
    [
        ("It rose ([Office](https://e.org/x_(1)), p. 3).", "It rose.", ["https://e.org/x_(1)"]),
        ("It rose ([A](https://e.org/a), [B](https://e.org/b)).", "It rose.", ["https://e.org/a", "https://e.org/b"]),
        ("It rose [[Office]](https://e.org/x).", "It rose.", ["https://e.org/x"]),
        ("It rose, says [the Office](https://e.org/x).", "It rose, says the Office.", ["https://e.org/x"]),
        ('It rose, says <a href="https://e.org/x">the Office</a>.', "It rose, says the Office.", ["https://e.org/x"]),
        ("It rose ([rides](data/rides.tsv)).", "It rose.", ["data/rides.tsv"]),
        ("It rose <https://e.org/x>.", "It rose.", ["https://e.org/x"]),
        ("It rose (https://e.org/x).", "It rose.", ["https://e.org/x"]),
        ("It rose a lot https://e.org/x_(a).", "It rose a lot.", ["https://e.org/x_(a)"]),
        ("It rose a lot. Source: https://e.org/x.", "It rose a lot.", ["https://e.org/x"]),
        ("It rose a lot (doi:10.1234/abc.5).", "It rose a lot.", ["https://doi.org/10.1234/abc.5"]),
        ("It rose a lot (arXiv:2101.00001).", "It rose a lot.", ["https://arxiv.org/abs/2101.00001"]),
        ("It rose, says [the Office][o].\n\n[o]: https://e.org/x", "It rose, says the Office.", ["https://e.org/x"]),
        ("It rose[^1^][1].\n\n[1]: https://e.org/x", "It rose.", ["https://e.org/x"]),
        ("It rose[[1]][1].\n\n[1]: https://e.org/x", "It rose.", ["https://e.org/x"]),
    ],
)  # fmt: skip
def test_links_and_addresses(written: str, text: str, urls: list[str]) -> None:
    report = parse_report(written)
    known = {entry.id: entry.url for entry in report.entries}
    assert only(report) == text
    assert [known[each] for s in report.statements for mark in s.marks for each in mark.entries] == urls


def test_an_address_of_the_list_is_its_entry() -> None:
    report = parse_report("It rose ([Alpha](https://example.org/1/))." + NUMBERED)
    assert marks(report) == [("([Alpha](https://example.org/1/))", ["1"])]


def test_navigation_is_no_citation() -> None:
    report = parse_report(
        "It rose by half.\n\nSee also the [glossary](https://e.org/g).\n\n*Back to [all notes](https://e.org/n).*\n\n"
        "- [Home](https://e.org)\n\n[Contents](#contents)\n"
    )
    assert not report.entries
    assert [each.text for each in report.statements if each.checkable] == ["It rose by half."]


def test_keys_with_a_bibliography_in_the_report() -> None:
    report = parse_report(
        "It rose [see @okafor21, p. 3; @lind_x]. As @okafor21 [p. 8] says, it fell. It stayed [@gone2020].\n\n"
        "```bibtex\n@book{okafor21, title = {Walks {on} graphs}, author=Ada Okafor, year=2021,\n  url={https://e.org/w}}\n"
        "@misc{lind_x, title=\"Lists\"}\n```\n"
    )  # fmt: skip
    assert [each.text for each in report.statements] == ["It rose.", "As @okafor21 says, it fell.", "It stayed."]
    assert marks(report) == [
        ("[see @okafor21, p. 3; @lind_x]", ["okafor21", "lind_x"]),
        ("@okafor21 [p. 8]", ["okafor21"]),
        ("[@gone2020]", []),
    ]
    assert (report.entries[0].title, report.entries[0].url) == ("Walks on graphs", "https://e.org/w")


def test_keys_of_a_list() -> None:
    report = parse_report(
        "It rose [@okafor21].\n\n## References\n\n- **okafor21**: Okafor, A. Walks. 2021.\n- lind: Lind.\n"
    )
    assert marks(report) == [("[@okafor21]", ["okafor21"])]


def test_a_mark_between_two_sentences() -> None:
    report = parse_report("It rose. [1] It fell. [2] says that it stayed." + NUMBERED)
    assert [(each.text, [mark.raw for mark in each.marks]) for each in report.statements] == [
        ("It rose.", ["[1]"]),
        ("It fell.", []),
        ("says that it stayed.", ["[2]"]),
    ]


def test_rows_are_statements_with_the_marks_of_their_cells() -> None:
    report = parse_report(
        "| Site | Share | Source |\n|---|---|---|\n| East | 5 %[1] | |\n| West | 0.7<sup>2</sup> | [3] |\n" + NUMBERED
    )
    assert [(each.text, [mark.raw for mark in each.marks]) for each in report.statements] == [
        ("East | 5 %", ["[1]"]),
        ("West | 0.7", ["<sup>2</sup>", "[3]"]),
    ]


def test_sections_and_offsets() -> None:
    text = "# All\n\n## Part\n\n> Wrapped\n> words rose [1].\n\n- It *fell* [2].\n" + NUMBERED
    report = parse_report(text)
    assert report.text == text
    assert [each.section for each in report.statements] == ["All › Part"] * 2
    assert [report.text[each.start : each.end] for each in report.statements] == [
        "Wrapped\n> words rose [1].",
        "It *fell* [2].",
    ]


def test_powers_in_markup_stay_raised() -> None:
    report = parse_report("It has 10<sup>3</sup> parts and 5 m<sup>2</sup> on the 1<sup>st</sup> of May." + NUMBERED)
    assert only(report) == "It has 10³ parts and 5 m² on the 1st of May."
    assert not marks(report)


def test_a_number_in_brackets_is_no_mark_where_all_marks_look_otherwise() -> None:
    report = parse_report("It rose【1†s】. It fell【2†s】. For field [3] of the map it stayed【4†s】." + NUMBERED)
    assert [raw for raw, _ in marks(report)] == ["【1†s】", "【2†s】", "【4†s】"]
    assert report.statements[2].text == "For field [3] of the map it stayed."


def test_marks_inside_a_link_within_the_page() -> None:
    report = parse_report("[It rose by half.[1]](#more) [It fell.[2]](#less)" + NUMBERED)
    assert [(each.text, [mark.raw for mark in each.marks]) for each in report.statements] == [
        ("It rose by half.", ["[1]"]),
        ("It fell.", ["[2]"]),
    ]


def test_a_bibliography_in_yaml() -> None:
    report = parse_report(
        "---\nreferences:\n- id: ok21\n  title: Walks\n  URL: https://e.org/w\n- id: lind\n  title: Lists\n---\n\n"
        "It rose [@ok21].\n"
    )
    assert marks(report) == [("[@ok21]", ["ok21"])]
    assert [(each.title, each.url) for each in report.entries] == [("Walks", "https://e.org/w"), ("Lists", None)]


def test_an_inline_note_is_its_own_entry() -> None:
    report = parse_report("It rose.^[Alpha Office, *Lead*, https://e.org/a.] It fell.")
    assert [(each.text, [mark.raw for mark in each.marks]) for each in report.statements] == [
        ("It rose.", ["^[Alpha Office, *Lead*, https://e.org/a.]"]),
        ("It fell.", []),
    ]
    assert (report.entries[0].title, report.entries[0].url) == ("Lead", "https://e.org/a")


def test_the_way_back_is_no_part_of_a_note() -> None:
    report = parse_report("It rose.<sup>[1](#fn1)</sup>\n\n## Notes\n\n1. <a id='fn1'></a>Alpha Office. [↩](#r1)\n")
    assert report.entries[0].text == "Alpha Office."


def test_a_short_paragraph_of_plain_text_is_no_heading() -> None:
    listed = "Sources:\n1. Alpha. https://e.org/a\n2. Beta, 2020.\n"
    report = parse_report(f"Costs of pipes\n\nCosts rose.¹ They fell in \u201cMay\u201d ²\n\n{listed}", "text")
    assert [(each.section, each.text) for each in report.statements] == [
        ("Costs of pipes", "Costs rose."),
        ("Costs of pipes", "They fell in \u201cMay\u201d"),
    ]
    assert [label for _, found in marks(report) for label in found] == ["1", "2"]


TABLE = "| Site | Share |\n|---|---|\n| East | 5 % |\n| West | 7 % |\n"


@pytest.mark.parametrize(
    "text",
    [
        TABLE + "\n*Source: [1]*",
        TABLE + "\nSource: the survey of sites [1].",
        TABLE + "\nSource: [Alpha Office](https://example.org/1).",
        TABLE + "\nTable 1: Shares of sites [1]",
        "Table 1: Shares of sites [1]\n\n" + TABLE,
    ],
)
def test_rows_cite_what_their_caption_or_the_line_below_cites(text: str) -> None:
    report = parse_report(text + NUMBERED)
    claims = [each for each in report.statements if each.checkable]
    assert [(each.text, [report.entries[0].id] * len(each.marks)) for each in claims] == [
        ("East | 5 %", ["c1"]),
        ("West | 7 %", ["c1"]),
    ]


def test_a_number_that_begins_a_paragraph_as_its_subject() -> None:
    report = parse_report("It rose [2].\n\n[1] reports that the median fell." + NUMBERED)
    assert [(each.text, [mark.raw for mark in each.marks]) for each in report.statements] == [
        ("It rose.", ["[2]"]),
        ("reports that the median fell.", ["[1]"]),
    ]


@pytest.mark.parametrize(
    ("line", "claims"),
    [
        ("*Prepared by Deep Scout, January 2026*", 0),
        ("**Date:** June 2025", 0),
        ("By Ada Moor, 3 May 2025", 0),
        ("Last updated: June 2025", 0),
        ("By the end of 2024, 40 sites more.", 1),
        ("Published by the Office, the survey of 2020 counts 40 sites.", 1),
    ],
)
def test_a_byline_is_no_claim(line: str, claims: int) -> None:
    report = parse_report(f"# Sites\n\n{line}\n\nIt rose [1].{NUMBERED}")
    assert len([each for each in report.statements if each.checkable]) == claims + 1


def test_titles_alone_are_a_list_where_their_numbers_are_cited() -> None:
    report = parse_report(
        "It rose [1]. It fell [2].\n\n[1] Valley water. valley.md\n[2] Court on canal fees. court.html\n"
    )
    assert [[mark.entries for mark in each.marks] for each in report.statements] == [[("c1",)], [("c2",)]]
    assert len(parse_report("It rose [1]. It fell [2].\n\n[1] It was so.\n[2] This was not.\n").entries) == 0


@pytest.mark.parametrize(
    ("said", "listed"),
    [
        ("It carried 148,200 passengers in 2024.¹⁻² Fuel fell.²", "¹ Ferry report\n² Fuel report\n"),
        ("It carried 148,200 passengers in 2024.¹ Fuel fell.²", "¹ Ferry report\n² Fuel report\n"),
        ("It carried 148,200 passengers in 2024【1†source】. Fuel fell【2†source】.", "1. ferry.md\n2. fuel.md\n"),
        ("It carried 148,200 passengers in 2024【1†source】. Fuel fell【1†source】.", "1. ferry.md\n"),
    ],
)
def test_titles_alone_are_a_list_for_other_marks_too(said: str, listed: str) -> None:
    report = parse_report(f"# A\n\n{said}\n\n{listed}")
    assert [each.text for each in report.statements] == ["It carried 148,200 passengers in 2024.", "Fuel fell."]
    assert all(mark.entries for each in report.statements for mark in each.marks)
    assert len(report.entries) == listed.count("\n")


def test_a_mark_that_begins_a_paragraph_is_that_of_its_first_sentence() -> None:
    report = parse_report("It is old.\n\n[1] It carried 142,800 passengers. It rose.\n" + NUMBERED)
    assert [len(each.marks) for each in report.statements] == [0, 1, 0]
    assert marks(report) == [("[1]", ["1"])]


def test_an_office_begins_an_entry_too() -> None:
    report = parse_report(
        "It rose (Okafor, 2023). It fell (Garden Office, 2022).\n\n## References\n\n"
        "Okafor, N. (2023). Valley water. valley.md\nCity Garden Office (2022). Bees on city roofs. bees.md\n"
        "Union of the Towns and the\nDistrict of Tarrow (2021). Trout. fish.md\n"
    )
    titles = [each.title for each in report.entries]
    assert titles[:2] == ["Valley water", "Bees on city roofs"]
    assert all("District" not in each.text[:8] for each in report.entries)


LED = """The shops lie as follows [1]:

- North has 58 shops.
- East has 49 shops [2]. Half of them are new.
- West has these:
  - Larkmere has 20 shops.

All of them are open.
"""


def test_the_items_of_a_list_cite_what_the_sentence_above_it_cites() -> None:
    found = {each.text: [mark.raw for mark in each.marks] for each in parse_report(LED + NUMBERED).statements}
    assert found["North has 58 shops."] == found["Larkmere has 20 shops."] == ["[1]"]
    assert (found["East has 49 shops."], found["Half of them are new."]) == (["[2]"], [])
    assert found["All of them are open."] == []


@pytest.mark.parametrize(
    "text",
    [
        "The shops lie as follows [1].\n\n- North has 58 shops.\n",
        "The shops lie as follows:\n\n- North has 58 shops.\n",
        "The shops lie as follows [1]:\n\nIt is a long list.\n\n- North has 58 shops.\n",
        "The shops lie as follows [1]:\n\n## Others\n\n- North has 58 shops.\n",
    ],
)
def test_items_cite_nothing_where_no_sentence_leads_to_them(text: str) -> None:
    (item,) = (each for each in parse_report(text + NUMBERED).statements if each.text == "North has 58 shops.")
    assert item.marks == ()


def of_each(text: str, media: str = "markdown") -> list[tuple[str, int]]:
    """Each statement, and how many marks it has."""
    return [(each.text, len(each.marks)) for each in parse_report(text, media).statements]


def test_a_paragraph_that_ends_in_its_source_is_all_from_there() -> None:
    told = "The ride takes 24 minutes. It costs 3 pounds [x](https://e.org/x).\nSource: https://e.org/y"
    report = parse_report(told, "markdown")
    assert [
        [report.entries[int(id[1:]) - 1].url for mark in each.marks for id in mark.entries]
        for each in report.statements
    ] == [
        ["https://e.org/y"],
        ["https://e.org/x", "https://e.org/y"],
    ]
    assert of_each("It takes 24 minutes. It costs 3 pounds (https://e.org/x).") == [
        ("It takes 24 minutes.", 0),
        ("It costs 3 pounds.", 1),
    ]


def test_who_is_the_subject_is_cited_as_long_as_told_of() -> None:
    assert of_each(
        "Smith and Jones (2019) saw trees. They report rain. The study was short. Trees are old." + DATED
    ) == [
        ("Smith and Jones saw trees.", 1),
        ("They report rain.", 1),
        ("The study was short.", 1),
        ("Trees are old.", 0),
    ]
    assert of_each("Trees are tall (Smith & Jones, 2019). They are old." + DATED) == [
        ("Trees are tall.", 1),
        ("They are old.", 0),
    ]
    assert of_each("Trees grew in Smith and Jones (2019). They are old." + DATED)[-1] == ("They are old.", 0)


def test_a_mark_against_a_number_at_the_end_of_a_sentence() -> None:
    assert of_each("It rose.1 The mill had 263.1 It fell.2 In all it has 0.263" + NUMBERED) == [
        ("It rose.", 1),
        ("The mill had 263.", 1),
        ("It fell.", 1),
        ("In all it has 0.263", 0),
    ]


def test_a_list_may_count_beyond_ten_thousand() -> None:
    report = parse_report(
        "It rose [9999]. It fell [10000].\n\n## References\n\n"
        "9999. Alpha, https://example.org/1\n10000. Beta, https://example.org/2\n"
    )
    assert marks(report) == [("[9999]", ["9999"]), ("[10000]", ["10000"])]
    assert marks(parse_report("The list has a[10000] and more [10000].\n")) == []


def test_an_amount_or_a_year_at_the_start_of_a_wrapped_line_is_no_number_of_an_item() -> None:
    for item in ("- Visitors of the museum rose to\n  12500.", "2. The museum was opened in\n   2019."):
        report = parse_report(f"# Museum\n\n1. It is large.\n{item} The council paid 3 million euros.\n")
        assert item.split()[-1] in " ".join(each.text for each in report.statements)


@pytest.mark.parametrize("opened", ["[1", "[see 1", "[1, 2", "[p. 1"])
def test_a_mark_that_is_never_closed_stalls_nothing(opened: str) -> None:
    begun = time.process_time()
    assert parse_report(f"The tower is 40 m high {opened}{' ' * 40_000}x.\n")
    assert time.process_time() - begun < 5


def test_space_within_a_mark_is_none_of_its_numbers() -> None:
    report = parse_report("It is 40 m high [see   1 ,\n  2].\n\n# References\n\n[1] A. 2020.\n[2] B. 2021.\n")
    assert [labels for _, labels in marks(report)] == [["1", "2"]]
