"""What reports of real systems look like that no style guide foresees."""

# ruff: noqa: E501  (a form a line, as it is written)

from __future__ import annotations

import pytest

from moot.evidence.cited_report import CitedReport, parse_report


def marks(report: CitedReport) -> list[tuple[str, list[str | None]]]:
    labels = {entry.id: entry.url or entry.text for entry in report.entries}
    return [
        (mark.raw, [labels[each] for each in mark.entries])
        for statement in report.statements
        for mark in statement.marks
    ]


def test_a_program_has_no_keys() -> None:
    text = """
Beans are made by the container [1]. Servlets are older [2].

```java
@Bean @Servlet @EnableCaching class Spring {}
```

## Sources

1. [Bean scopes](https://example.org/1)
2. [Servlet 2.5](https://example.org/2)
3. [Spring Boot](https://example.org/3)
"""
    report = parse_report(text)
    assert [entry.label for entry in report.entries] == ["1", "2", "3"]
    assert marks(report) == [("[1]", ["https://example.org/1"]), ("[2]", ["https://example.org/2"])]


def test_a_numbered_entry_does_not_begin_with_a_key() -> None:
    """Even where a word is one elsewhere: an address of a person, a decorator in a sentence."""
    text = """
Write to @Spring for help [1], or read on [2].

## Sources

1. Spring Boot guide. https://example.org/1
2. Spring Cloud guide. https://example.org/2
"""
    assert [entry.label for entry in parse_report(text).entries] == ["1", "2"]


def test_authors_in_the_prose_of_a_numbered_report_are_no_marks() -> None:
    text = """
The scale goes back to Webster & Kruglanski (1994) [1]. It was shortened later (Roets et al., 2011) [2].
Facing Mirrors (Iran, 2011) was the first of its kind [3]. Sales rose (MLOps, 2023) [1].
By Lund (2020) it is stable [3]. It has six parts [1]. Each has a key [2].

## Sources

[1] Need for closure. Journal of Scales, 2001. https://example.org/1
[2] Short forms, 2012. https://example.org/2
[3] Lund, A. (2020). A film of mirrors. https://example.org/3
"""
    found = marks(parse_report(text))
    assert [raw for raw, _ in found if not raw.startswith("[")] == ["Lund (2020)"]
    assert all(entries for _, entries in found)


def test_authors_without_an_entry_are_marks_that_point_to_nothing_where_they_are_how_a_report_cites() -> None:
    text = """
The scale goes back to Webster & Kruglanski (1994). It was shortened later (Roets et al., 2011).

## References

- Roets, A., & Hiel, A. (2011). Short forms.
"""
    report = parse_report(text)
    assert [(raw, bool(entries)) for raw, entries in marks(report)] == [
        ("Webster & Kruglanski (1994)", False),
        ("(Roets et al., 2011)", True),
    ]


def test_digits_glued_to_words_are_marks_beside_pictures_and_links() -> None:
    """Of a long list a part is enough that comes up in its order."""
    words = ["alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa"]
    prose = " ".join(f"The {word} loop needs supervision.{3 * n + 1}" for n, word in enumerate(words))
    entries = "\n".join(f"{n}. Page {n}, accessed May 2, 2026, https://example.org/{n}" for n in range(1, 35))
    text = f"""
![][image1] See [the site](https://example.org/site) and [its twin](https://example.org/twin).

{prose}

#### **Works cited**

{entries}

[image1]: <data:image/png;base64,AAAA>
"""
    found = marks(parse_report(text))
    assert [raw for raw, _ in found if raw.isdigit()] == [str(3 * n + 1) for n in range(10)]
    assert ("4", ["https://example.org/4"]) in found


def test_of_two_lists_at_the_end_marks_mean_the_one_that_is_numbered_as_they_are() -> None:
    text = """
Ragtime came first [1]. Bebop followed [2]. Fusion is younger [3].

## References

1. Ragtime Office. (2024). History of ragtime.
2. Jazz Profiles. (2017). The evolution of the piano.
3. Jazz Fuel. (2024). Pianists.

Sources:
[1] https://example.org/ragtime - Ragtime
[2] https://example.org/bebop - Bebop
[3] https://example.org/fusion - Fusion
"""
    report = parse_report(text)
    assert [entries for _, entries in marks(report)] == [
        ["https://example.org/ragtime"],
        ["https://example.org/bebop"],
        ["https://example.org/fusion"],
    ]
    assert len(report.entries) == 6


def test_a_higher_heading_with_the_next_number_is_no_entry() -> None:
    text = """
## 2. Returns

Returns are scaled [1]. Luck is tested [2].

#### Sources:
- [1] Information ratio (https://example.org/1)
- [2] Luck or skill (https://example.org/2)

## 3. Risk: several measures

Risk has many faces.
"""
    report = parse_report(text)
    assert [entry.label for entry in report.entries] == ["1", "2"]
    assert report.statements[-1].section == "3. Risk: several measures"


def test_what_is_cited_may_stand_in_brackets_before_its_number() -> None:
    entries = "\n".join(f"{n}. Page {n}: https://example.org/{n}" for n in range(1, 15))
    text = f"""
Updates are logged per [UNECE R156][13] and rivals per [GB/T standards][14] alike. The cell x[1] is m[i][2] wide.

## Sources

{entries}
"""
    assert [raw for raw, _ in marks(parse_report(text))] == ["[13]", "[14]"]


def test_what_stands_between_the_title_and_the_first_sentence_is_no_claim() -> None:
    front = "# Pumps in terraces\n\nFor the Co-op of Lowmoor\n\n7 sources, 38 pages read (draft 2)\n\n"
    report = parse_report(f"{front}It rose [1].\n\nIt fell by half\n\n## Sources\n\n1. Alpha, 2020.\n")
    assert [each.text for each in report.statements if each.checkable] == ["It rose.", "It fell by half"]
    alone = parse_report("# Pumps in terraces\n\nIt fell by half\n")
    assert [each.text for each in alone.statements if each.checkable] == ["It fell by half"]


def test_captions_are_no_claims_and_what_they_cite_is_cited() -> None:
    text = """
The moss grew [1].

![](moss.png)

Fig. 1. The moss in 2022 [2]

Table: Trains a day

Figure 3. The moss has grown by a third since the gates were shut [2].

## Sources

1. Alpha, 2020.
2. Beta, 2021.
"""
    report = parse_report(text)
    assert [each.text for each in report.statements if each.checkable] == [
        "The moss grew.",
        "Figure 3. The moss has grown by a third since the gates were shut.",
    ]
    assert not report.notes


def test_what_is_cited_by_a_mark_elsewhere_is_told_apart() -> None:
    report = parse_report(
        "They lie so [1]:\n\n- In the north [2]\n- In the south-east\n\n## Sources\n\n1. Alpha, 2020. https://e.org/a\n"
    )
    assert [[mark.led for mark in each.marks] for each in report.statements] == [[False], [False], [True]]


def test_entries_under_whose_first_line_the_others_are_indented() -> None:
    text = """
It grew (van Dam et al., 2022), say Sato (2021) and Okonjo (2014).

References

Okonjo, B. (2014). Taste first. In H. Roe (Ed.), Learning by eating. Larkfield
    Press, Appetite Studies, 2014. https://e.org/okonjo
Sato, H. (2021). Radishes in the rain.
    Meals Quarterly, 3(1), 4-11, 2021. https://e.org/sato
van Dam, J., & Kerr, S. (2022). Spade or spoon? Separating gardening from cooking.
    Appetite Studies, 44(2), 150-171. https://doi.org/10.5555/as.44.2.150
"""
    report = parse_report(text, "text")
    assert [each.text.split(",")[0] for each in report.entries] == ["Okonjo", "Sato", "van Dam"]
    assert [[ids for mark in each.marks for ids in mark.entries] for each in report.statements] == [["c3", "c2", "c1"]]


def test_what_a_note_names_besides_is_not_what_it_repeats() -> None:
    report = parse_report(
        "It rose.[^1] It fell.[^2]\n\n[^1]: Ravn, Buses, 2023.\n[^2]: Minutes of 14 May. Cf. Ravn (n 1) 7.\n"
    )
    assert [mark.entries for each in report.statements for mark in each.marks] == [("c1",), ("c2",)]


@pytest.mark.parametrize(
    ("written", "texts", "marks"),
    [
        ("It rose by 3 %. [↗](https://e.org/a) Their packs grew.", ["It rose by 3 %.", "Their packs grew."], [1, 0]),
        ("It rose by 3 %. [The Post](https://e.org/a) The rest fell.", ["It rose by 3 %.", "The rest fell."], [1, 0]),
        ("It rose by 3 %. [The Post](https://e.org/a) Group bought it.", ["It rose by 3 %.", "The Post Group bought it."], [0, 1]),
        ("It rose [bbc.co.uk](https://www.bbc.co.uk/a), and fell.", ["It rose, and fell."], [1]),
        ("According to [bbc.co.uk](https://www.bbc.co.uk/a), it rose.", ["According to bbc.co.uk, it rose."], [1]),
        ("[bbc.co.uk](https://www.bbc.co.uk/a) says that it rose.", ["bbc.co.uk says that it rose."], [1]),
        ("It rose [other.org](https://www.bbc.co.uk/a) by half.", ["It rose other.org by half."], [1]),
    ],
)  # fmt: skip
def test_links_that_only_name_their_source(written: str, texts: list[str], marks: list[int]) -> None:
    report = parse_report(written)
    assert [each.text for each in report.statements] == texts
    assert [len(each.marks) for each in report.statements] == marks


LOST = [
    ":contentReference[oaicite:0]{index=0}",
    "\ue200cite\ue202turn0search3\ue202turn1news1\ue201",
    "citeturn0search3",
    "【turn0search2】",
]


@pytest.mark.parametrize("mark", LOST)
def test_marks_whose_links_a_chat_tool_did_not_copy_lead_nowhere(mark: str) -> None:
    report = parse_report(f"The price rose by half {mark}. It fell again.")
    assert [(each.text, len(each.marks)) for each in report.statements] == [
        ("The price rose by half.", 1),
        ("It fell again.", 0),
    ]
    assert report.notes == (f"1 mark points to no entry: {mark}.",)


@pytest.mark.parametrize(
    ("written", "urls"),
    [
        ("It rose by half [1†source].", ["https://e.org/1"]),
        ("It rose by half [2†L3-L9].", ["https://e.org/2"]),
        ("It rose by half (Source 1; Source 2).", ["https://e.org/1", "https://e.org/2"]),
        ("It rose by half [Source 1, Source 2].", ["https://e.org/1", "https://e.org/2"]),
        ("It rose by half (Harbour Post, 12 May 2023, https://e.org/x).", ["https://e.org/x"]),
        ("It rose by half (Source: “The mole”, https://e.org/x).", ["https://e.org/x"]),
    ],
)
def test_marks_as_tools_and_writers_vary_them(written: str, urls: list[str]) -> None:
    report = parse_report(f"{written}\n\n## Sources\n\n1. Alpha. https://e.org/1\n2. Beta. https://e.org/2\n")
    found = {each.id: each.url for each in report.entries}
    assert [found[id] for mark in report.statements[0].marks for id in mark.entries] == urls
    assert report.statements[0].text == "It rose by half."


def test_what_stands_in_brackets_before_an_address_may_be_said() -> None:
    report = parse_report("It rose (which was the first time since 1990, https://e.org/x).")
    assert "since 1990" in report.statements[0].text


AUTHORS = """

## References

Okonjo, B. (2014). Taste first. Larkfield Press.

Sato, H. (2021a). Radishes in the rain.

Sato, H. (2021b). Radishes again.

World Health Organization. (2020). Stoma care.
"""


@pytest.mark.parametrize(
    ("written", "text", "marks"),
    [
        ("They heal (cf. Sato, 2021a, b).", "They heal.", [("(cf. Sato, 2021a, b)", ["c2", "c3"])]),
        ("As the WHO has shown (2020), they heal.", "As the WHO has shown, they heal.", [("(2020)", ["c4"])]),
        ("Okonjo says so (2014, p. 3).", "Okonjo says so.", [("(2014, p. 3)", ["c1"])]),
        ("Okonjo ate. It was cold then (2014).", "It was cold then (2014).", []),
        ("They heal (Okonjo, 2014). They do (ibid., p. 4).", "They do.", [("(ibid., p. 4)", ["c1"])]),
        ("They heal (Okonjo 12).", "They heal.", [("(Okonjo 12)", ["c1"])]),
        ("They heal (Table 12).", "They heal (Table 12).", []),
    ],
)
def test_authors_as_writers_vary_them(written: str, text: str, marks: list[tuple[str, list[str]]]) -> None:
    last = parse_report(written + AUTHORS).statements[-1]
    assert (last.text, [(mark.raw, list(mark.entries)) for mark in last.marks]) == (text, marks)


def test_a_mark_that_governs_a_clause_stays_and_names_of_headings_go() -> None:
    report = parse_report(
        "# Trams {#sec:trams}\n\nThey were old by 1975, and [1] lists 212 breakdowns.\n\n## Sources\n\n1. Alpha, 2020.\n"
    )
    assert (report.statements[0].section, report.statements[0].text) == (
        "Trams",
        "They were old by 1975, and [1] lists 212 breakdowns.",
    )


def test_what_is_set_apart_behind_a_title_is_where_it_was_printed() -> None:
    report = parse_report(
        "It rose [1]. It fell [2]. It stayed [3].\n\n## Sources\n\n1. Ahlgren, T. and Bose, R. Shade or steam. *City Letters* 2.\n"
        "2. Bose, R. *Steam*. Harbour Press.\n3. Harbour Office, Pilot (2021), para. 6.\n"
    )
    assert [each.title for each in report.entries] == ["Shade or steam", "Steam", "Harbour Office, Pilot"]


LISTED = "\n\n## Sources\n\n1. Alpha. https://e.org/1\n2. Beta. https://e.org/2\n3. Gamma. https://e.org/3\n"


def test_marks_in_tables() -> None:
    text = (
        "| Meal | Ease [1] | Note | Source |\n|---|---|---|---|\n| **Oats**[2] | 3 | | [3] |\n| Rice | 2 | 1 | 1, 3 |\n| Eggs | 4 | | 7 |\n"
        "\n| Meal | Ease [2] |\n|---|---|\n| Peas | 2 [1] |\n| Beans | 3 |\n"
    )
    report = parse_report(text + LISTED)
    assert [(each.text, [(mark.raw, mark.led) for mark in each.marks]) for each in report.statements] == [
        ("Oats | 3", [("[2]", False), ("[3]", False)]),
        ("Rice | 2 | 1", [("1, 3", False)]),
        ("Eggs | 4 | 7", [("[1]", True)]),
        ("Peas | 2", [("[1]", False)]),
        ("Beans | 3", [("[2]", True)]),
    ]


@pytest.mark.parametrize(
    ("written", "texts"),
    [
        ("It rose by half. https://e.org/a (accessed 3 May 2024) It fell.", ["It rose by half.", "It fell."]),
        ("It rose by half (https://e.org/a, accessed 3 May 2024).", ["It rose by half."]),
        ("It rose by half: https://e.org/a", ["It rose by half"]),
        ("It rose by half, https://e.org/a, and fell.", ["It rose by half, and fell."]),
        ("It rose by half (10.5555/abc.14).", ["It rose by half."]),
        (
            "It rose by half. [Post](https://e.org/a) [Echo](https://e.org/b) Books fell.",
            ["It rose by half.", "Books fell."],
        ),
        ("It rose by half. [Source: Post](https://e.org/a)", ["It rose by half."]),
        ("It rose by half ([Post](https://e.org/a), 3 May 2020).", ["It rose by half."]),
    ],
)
def test_addresses_as_writers_vary_them(written: str, texts: list[str]) -> None:
    report = parse_report(written)
    assert [each.text for each in report.statements] == texts
    assert report.statements[0].marks and report.entries[0].url in ("https://e.org/a", "https://doi.org/10.5555/abc.14")


def labels(text: str) -> list[tuple[str, list[str]]]:
    """Each statement with the labels, or addresses, of what it cites."""
    report = parse_report(text)
    named = {each.id: each.label or each.url or each.text for each in report.entries}
    return [(each.text, [named[id] for mark in each.marks for id in mark.entries]) for each in report.statements]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[cite_start]Bees died [cite: 1, 2]. [cite_start]They froze[cite: 2]." + LISTED, [["1", "2"], ["2"]]),
        ("Bees died.[](https://e.org/8) They froze.[](https://e.org/9)", [["https://e.org/8"], ["https://e.org/9"]]),
        (
            "Bees died 【3†source】. They froze 【4†source】.\n\n## Sources\n\n- 【3】 [Bees](https://e.org/a)\n- 【4†source】 Frost, https://e.org/b\n",
            [["3"], ["4"]],
        ),
        ("Bees died (fn 1). They froze [fnn. 2–3]." + LISTED, [["1"], ["2", "3"]]),
        (
            "Bees died (fn 1). They froze (fn 2).\n\nFootnotes\n\n1 Rail Board. Track.\n2 Letter of 3 May.\n",
            [["1"], ["2"]],
        ),
        ("Bees died (as he said, see note 1; cf. note 3). They froze (cf. fn. 2)." + LISTED, [["1", "3"], ["2"]]),
        (
            "Bees died.^[Rail Board, *Track*, 2018.] They froze.^[*Ibid.*, p. 4.]",
            [["Rail Board, Track, 2018."], ["Rail Board, Track, 2018."]],
        ),
        (
            "Bees died [n1, n2]. They froze [n9].\n\nn1  Survey of 1988, sheet 4.\nn2  Traffic count, 2019, https://e.org/b\n",
            [["n1", "n2"], []],
        ),
    ],
)
def test_marks_of_chat_tools_and_of_notes_in_words(text: str, found: list[list[str]]) -> None:
    assert [each for _, each in labels(text)] == found
    said = [each for each, _ in labels(text)]
    assert (said[0].startswith("Bees died"), said[1]) == (True, "They froze.")


def test_what_leads_nowhere_in_a_mark_that_leads_somewhere_is_told() -> None:
    assert parse_report("It rose [1, 2]. It fell [3, 5]." + LISTED).notes == (
        "1 part of a mark points to no entry: 5 of [3, 5].",
    )


def test_parts_of_the_report_itself_are_no_sources() -> None:
    report = parse_report(
        "It rose [@ok21]. See [@tbl:x; @sec:intro] for it.\n\n```bibtex\n@book{ok21, title={Walks}}\n```\n"
    )
    assert [len(each.marks) for each in report.statements] == [1, 0] and report.notes == ()
