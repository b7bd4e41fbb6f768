"""Footnotes, links, numbers and broken marks: every way in which people write them."""

# ruff: noqa: E501  (a form a line, as it is written)

from __future__ import annotations

import pytest

from moot.evidence.cited_report import CitedReport, parse_report


def cited(report: CitedReport) -> list[tuple[str, list[tuple[str, list[str]]]]]:
    """Each statement with its marks, and what these point to: labels, or addresses of entries that have none."""
    names = {entry.id: entry.label or entry.url or entry.text for entry in report.entries}
    return [
        (each.text, [(mark.raw, [names[id] for id in mark.entries]) for mark in each.marks])
        for each in report.statements
    ]


def entries(report: CitedReport) -> list[tuple[str | None, str, str | None]]:
    return [(each.label, each.text, each.url) for each in report.entries]


NOTES = (
    "\n\n[^1]: Alpha. https://e.org/1\n[^2]: Beta. https://e.org/2\n[^3]: Gamma.\n[^a b]: Delta.\n[^x-y_z.1]: Eps.\n"
)


@pytest.mark.parametrize(
    ("written", "text", "marks"),
    [
        ("It rose.[^1]", "It rose.", [("[^1]", ["1"])]),
        ("It rose[^1].", "It rose.", [("[^1]", ["1"])]),
        ("It rose [^1].", "It rose.", [("[^1]", ["1"])]),
        ("It rose.[^1][^2]", "It rose.", [("[^1]", ["1"]), ("[^2]", ["2"])]),
        ("It rose.[^1] [^2]", "It rose.", [("[^1]", ["1"]), ("[^2]", ["2"])]),
        ("It rose.[^1],[^2]", "It rose.", [("[^1]", ["1"]), ("[^2]", ["2"])]),
        ("It rose[^1], [^2].", "It rose.", [("[^1]", ["1"]), ("[^2]", ["2"])]),
        ("It rose.[^1]<sup>,</sup>[^2]", "It rose.", [("[^1]", ["1"]), ("[^2]", ["2"])]),
        ("It rose.[^1]^,^[^2]", "It rose.", [("[^1]", ["1"]), ("[^2]", ["2"])]),
        ("It rose ([^1]).", "It rose.", [("[^1]", ["1"])]),
        ("It rose (see [^1]).", "It rose.", [("[^1]", ["1"])]),
        ("It rose.[^1,2]", "It rose.", [("[^1,2]", ["1", "2"])]),
        ("It rose.[^1, ^2]", "It rose.", [("[^1, ^2]", ["1", "2"])]),
        ("It rose.[^1-3]", "It rose.", [("[^1-3]", ["1", "2", "3"])]),
        ("It rose.[^1; 2]", "It rose.", [("[^1; 2]", ["1", "2"])]),
        ("It rose.[^a b]", "It rose.", [("[^a b]", ["a b"])]),
        ("It rose.[^x-y_z.1]", "It rose.", [("[^x-y_z.1]", ["x-y_z.1"])]),
        ("It rose.[^X-Y_z.1]", "It rose.", [("[^X-Y_z.1]", ["x-y_z.1"])]),
        ("It rose.[^9]", "It rose.", [("[^9]", [])]),
        ("It rose <sup>[^1]</sup>.", "It rose.", [("[^1]", ["1"])]),
        ("**It rose.**[^1]", "It rose.", [("[^1]", ["1"])]),
        ("*It rose*[^1].", "It rose.", [("[^1]", ["1"])]),
        ('"It rose."[^1]', '"It rose."', [("[^1]", ["1"])]),
        ("It rose[^1] in May[^2].", "It rose in May.", [("[^1]", ["1"]), ("[^2]", ["2"])]),
        ("It rose\\[^1\\].", "It rose.", [("[^1]", ["1"])]),
        ("It rose[^1]: by half.", "It rose: by half.", [("[^1]", ["1"])]),
        ("It rose.[^1](#fn1)", "It rose.", [("[^1](#fn1)", ["1"])]),
        ("[^1] It rose.", "It rose.", [("[^1]", ["1"])]),
        ("- It rose.[^1]", "It rose.", [("[^1]", ["1"])]),
        ("> It rose.[^1]", "It rose.", [("[^1]", ["1"])]),
        ("It rose.\n[^1]", "It rose.", [("[^1]", ["1"])]),
        ("It rose.^[Zeta, https://e.org/z [2nd].]", "It rose.", [("^[Zeta, https://e.org/z [2nd].]", ["https://e.org/z"])]),
        ("It rose^[See [Zeta](https://e.org/z).].", "It rose.", [("^[See [Zeta](https://e.org/z).]", ["https://e.org/z"])]),
        ("It rose^[Zeta says\nso.].", "It rose.", [("^[Zeta says so.]", ["Zeta says so."])]),
        ("It rose^[@okafor.].", "It rose.", [("^[@okafor.]", [])]),
    ],
)  # fmt: skip
def test_footnotes(written: str, text: str, marks: list[tuple[str, list[str]]]) -> None:
    assert cited(parse_report(written + NOTES)) == [(text, marks)]


@pytest.mark.parametrize(
    ("notes", "expected"),
    [
        ("[^1]: Alpha\n    goes on. https://e.org/1\n[^2]: Beta.", [("1", "Alpha goes on. https://e.org/1", "https://e.org/1"), ("2", "Beta.", None)]),
        ("[^1]: Alpha\ngoes on.\n[^2]: Beta.", [("1", "Alpha goes on.", None), ("2", "Beta.", None)]),
        ("[^1]: Alpha.\n\n    More of it.\n\n[^2]: Beta.", [("1", "Alpha. More of it.", None), ("2", "Beta.", None)]),
        ("[^1]:\n    Alpha.\n\n[^2]:\n    Beta.", [("1", "Alpha.", None), ("2", "Beta.", None)]),
        ("[^1]:\n\n    Alpha.\n\n[^2]:\n\n    Beta.", [("1", "Alpha.", None), ("2", "Beta.", None)]),
        ("[^1]:Alpha.\n[^2]:Beta.", [("1", "Alpha.", None), ("2", "Beta.", None)]),
        ("[^1]: - Alpha, https://e.org/1\n    - also B, https://e.org/b\n[^2]: Beta.", [("1", "Alpha, https://e.org/1 - also B, https://e.org/b", "https://e.org/1"), ("2", "Beta.", None)]),
        ("[^1]: Alpha.\n\n    - One.\n    - Two.\n\n[^2]: Beta.", [("1", "Alpha. - One. - Two.", None), ("2", "Beta.", None)]),
        ("[^1]: Alpha.\n\n    ```\n    code [^2]\n    ```\n\n[^2]: Beta.", [("1", "Alpha. ``` code [^2] ```", None), ("2", "Beta.", None)]),
        ("  [^1]: Alpha.\n  [^2]: Beta.", [("1", "Alpha.", None), ("2", "Beta.", None)]),
        ("- [^1]: Alpha.\n- [^2]: Beta.", [("1", "Alpha.", None), ("2", "Beta.", None)]),
        ("> [^1]: Alpha.\n> [^2]: Beta.", [("1", "Alpha.", None), ("2", "Beta.", None)]),
        ("**[^1]**: Alpha.\n\n**[^2]**: Beta.", [("1", "Alpha.", None), ("2", "Beta.", None)]),
        ("[^1] Alpha, 2020.\n\n[^2] Beta, 2021.", [("1", "Alpha, 2020.", None), ("2", "Beta, 2021.", None)]),
        ("[^1] Alpha, 2020.\n[^2] Beta, 2021.", [("1", "Alpha, 2020.", None), ("2", "Beta, 2021.", None)]),
        ("## Notes\n\n[^1]: Alpha.\n\n[^2]: Beta.", [("1", "Alpha.", None), ("2", "Beta.", None)]),
        ("## Footnotes\n\n1. Alpha.\n2. Beta.", [("1", "Alpha.", None), ("2", "Beta.", None)]),
        ("## Notes\n\n[1]: Alpha.\n[2]: Beta.", [("1", "Alpha.", None), ("2", "Beta.", None)]),
        ("[^1]: Alpha. ↩\n[^2]: Beta. [↩](#fnref2)", [("1", "Alpha.", None), ("2", "Beta.", None)]),
        ("[^1]: Alpha. [^2]: Beta.", [("1", "Alpha.", None), ("2", "Beta.", None)]),
        ("[^1]: Alpha; see note 2.\n[^2]: Beta, see [^1].", [("1", "Alpha; see note 2.", None), ("2", "Beta, see [^1].", None)]),
        ("[^1]: <https://e.org/1>\n[^2]: https://e.org/2", [("1", "https://e.org/1", "https://e.org/1"), ("2", "https://e.org/2", "https://e.org/2")]),
        ("[^1]: [Alpha](https://e.org/1 \"T\")\n[^2]: *Beta*", [("1", "Alpha", "https://e.org/1"), ("2", "Beta", None)]),
    ],
)  # fmt: skip
def test_definitions_of_notes(notes: str, expected: list[tuple[str | None, str, str | None]]) -> None:
    report = parse_report("It rose.[^1] It fell.[^2]\n\n" + notes + "\n")
    assert cited(report) == [("It rose.", [("[^1]", ["1"])]), ("It fell.", [("[^2]", ["2"])])]
    assert entries(report) == expected


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Status note, note.md", "rents.md"),
        ("note.md", "Rent report of the town (rents.md)"),
        ("note.md", "Rents, 2024"),
    ],
)
def test_a_definition_beside_an_entry_in_words_is_an_entry_too(first: str, second: str) -> None:
    report = parse_report(f"It rose [1]. It fell [2].\n\n[1]: {first}\n[2]: {second}\n")
    assert cited(report) == [("It rose.", [("[1]", ["1"])]), ("It fell.", [("[2]", ["2"])])]
    assert [text for _, text, _ in entries(report)] == [first, second]


@pytest.mark.parametrize(
    ("name", "said"),
    [("rh", "Rents rose."), ("smith20", "Rents rose."), ("housing report", "Rents rose housing report.")],
)
def test_the_name_of_a_definition_is_no_word_of_its_sentence(name: str, said: str) -> None:
    report = parse_report(f"Rents rose [{name}].\n\n[{name}]: rents.md\n")
    assert [(each.text, len(each.marks)) for each in report.statements] == [(said, 1)]


def test_a_firm_is_no_word_that_governs_a_mark() -> None:
    report = parse_report("It may be signed with Vindservice AS [1]. It rose as [1] says.\n\n[1]: note.md\n")
    assert [each.text for each in report.statements] == [
        "It may be signed with Vindservice AS.",
        "It rose as [1] says.",
    ]


def test_letters_that_lead_back_to_marks_are_no_words_of_an_entry() -> None:
    back = "".join(f'<a href="#{each}"><sup><i>{each}</i></sup></a> ' for each in "ab")
    report = parse_report(
        '<p>It rose.<sup><a href="#n1">1</a></sup></p><h2>References</h2>'
        f'<ol><li id="n1"><b>^ {back}</b> Accounts of <a href="#town">the town</a>. accounts.md</li></ol>',
        "html",
    )
    assert [text for _, text, _ in entries(report)] == ["Accounts of the town. accounts.md"]


def test_notes_between_paragraphs_and_after_sections() -> None:
    report = parse_report(
        "# A\n\nIt rose.[^1]\n\n[^1]: Alpha.\n\nIt fell.[^2]\n\n[^2]: Beta.\n\n# B\n\nIt stayed.[^1]\n"
    )
    assert cited(report) == [
        ("It rose.", [("[^1]", ["1"])]),
        ("It fell.", [("[^2]", ["2"])]),
        ("It stayed.", [("[^1]", ["1"])]),
    ]


def test_prose_after_an_indented_note_is_prose() -> None:
    report = parse_report("It rose.[^1]\n\n[^1]: Alpha.\n\n    More.\n\nIt fell.\n")
    assert [text for text, _ in cited(report)] == ["It rose.", "It fell."]


def test_notes_whose_numbers_begin_anew() -> None:
    report = parse_report("# A\n\nIt rose.[^1]\n\n[^1]: Alpha.\n\n# B\n\nIt fell.[^1]\n\n[^1]: Beta.\n")
    assert [[report.entries[int(id[1:]) - 1].text for id in m.entries] for s in report.statements for m in s.marks] == [
        ["Alpha."],
        ["Beta."],
    ]


@pytest.mark.parametrize(
    ("written", "text", "marks"),
    [
        ("It rose ([A](https://e.org/a)).", "It rose.", [("([A](https://e.org/a))", ["https://e.org/a"])]),
        ("It rose [A](https://e.org/a).", "It rose A.", [("[A](https://e.org/a)", ["https://e.org/a"])]),
        ("It rose [1](https://e.org/a).", "It rose.", [("[1](https://e.org/a)", ["https://e.org/a"])]),
        ("It rose [[1]](https://e.org/a).", "It rose.", [("[[1]](https://e.org/a)", ["https://e.org/a"])]),
        ("It rose [\\[1\\]](https://e.org/a).", "It rose.", [("[[1]](https://e.org/a)", ["https://e.org/a"])]),
        ("It rose [[1](https://e.org/a)].", "It rose.", [("[[1](https://e.org/a)]", ["https://e.org/a"])]),
        ("It rose ([1](https://e.org/a), [2](https://e.org/b)).", "It rose.", [("([1](https://e.org/a), [2](https://e.org/b))", ["https://e.org/a", "https://e.org/b"])]),
        ("It rose [source](https://e.org/a).", "It rose.", [("[source](https://e.org/a)", ["https://e.org/a"])]),
        ("It rose [(source)](https://e.org/a).", "It rose.", [("[(source)](https://e.org/a)", ["https://e.org/a"])]),
        ("[It rose by half](https://e.org/a) in May.", "It rose by half in May.", [("[It rose by half](https://e.org/a)", ["https://e.org/a"])]),
        ("[It rose by half in May.](https://e.org/a)", "It rose by half in May.", [("[It rose by half in May.](https://e.org/a)", ["https://e.org/a"])]),
        ("It rose, says [A](https://e.org/a_(b)_c), in May.", "It rose, says A, in May.", [("[A](https://e.org/a_(b)_c)", ["https://e.org/a_(b)_c"])]),
        ("It rose, says [A](https://e.org/a_(b(c))).", "It rose, says A.", [("[A](https://e.org/a_(b(c)))", ["https://e.org/a_(b(c))"])]),
        ("It rose, says [A](<https://e.org/a b(c>).", "It rose, says A.", [("[A](<https://e.org/a b(c>)", ["https://e.org/a b(c"])]),
        ("It rose, says [A](https://e.org/a 'T').", "It rose, says A.", [("[A](https://e.org/a 'T')", ["https://e.org/a"])]),
        ("It rose, says [A](https://e.org/a (T)).", "It rose, says A.", [("[A](https://e.org/a (T))", ["https://e.org/a"])]),
        ('It rose, says [A](https://e.org/a "T (x) y").', "It rose, says A.", [('[A](https://e.org/a "T (x) y")', ["https://e.org/a"])]),
        ('It rose, says [A](https://e.org/a "T \\"x\\" y").', "It rose, says A.", [('[A](https://e.org/a "T \\"x\\" y")', ["https://e.org/a"])]),
        ("It rose, says [A]( https://e.org/a ).", "It rose, says A.", [("[A]( https://e.org/a )", ["https://e.org/a"])]),
        ("It rose, says [A](https://e.org/a){target=_blank}.", "It rose, says A.", [("[A](https://e.org/a){target=_blank}", ["https://e.org/a"])]),
        ("It rose, says [the *A* and `b`](https://e.org/a).", "It rose, says the A and b.", [("[the *A* and `b`](https://e.org/a)", ["https://e.org/a"])]),
        ("It rose, says [A [2nd ed.]](https://e.org/a).", "It rose, says A [2nd ed.].", [("[A [2nd ed.]](https://e.org/a)", ["https://e.org/a"])]),
        ("It rose, says **[A](https://e.org/a)**.", "It rose, says A.", [("[A](https://e.org/a)", ["https://e.org/a"])]),
        ("It rose, says [**A**](https://e.org/a).", "It rose, says A.", [("[**A**](https://e.org/a)", ["https://e.org/a"])]),
        ("It rose, says [A B\nC](https://e.org/a).", "It rose, says A B C.", [("[A B C](https://e.org/a)", ["https://e.org/a"])]),
        ("It rose, says [A](//e.org/a).", "It rose, says A.", [("[A](//e.org/a)", ["https://e.org/a"])]),
        ("It rose, say [A](https://e.org/a) and [B](https://e.org/b).", "It rose, say A and B.", [("[A](https://e.org/a)", ["https://e.org/a"]), ("[B](https://e.org/b)", ["https://e.org/b"])]),
        ("It rose ([A](https://e.org/a)) and fell ([B](https://e.org/b)).", "It rose and fell.", [("([A](https://e.org/a))", ["https://e.org/a"]), ("([B](https://e.org/b))", ["https://e.org/b"])]),
        ("It rose ([A](https://e.org/a); see also [B](https://e.org/b)).", "It rose.", [("([A](https://e.org/a); see also [B](https://e.org/b))", ["https://e.org/a", "https://e.org/b"])]),
        ("It rose (source: [A](https://e.org/a)).", "It rose.", [("(source: [A](https://e.org/a))", ["https://e.org/a"])]),
        ("It rose (Source: [A](https://e.org/a), 2020).", "It rose.", [("(Source: [A](https://e.org/a), 2020)", ["https://e.org/a"])]),
        ("It rose ([A, 2020](https://e.org/a)).", "It rose.", [("([A, 2020](https://e.org/a))", ["https://e.org/a"])]),
        ("It rose ([A](https://e.org/a), pp. 3–5).", "It rose.", [("([A](https://e.org/a), pp. 3–5)", ["https://e.org/a"])]),
        ("It rose. ([A](https://e.org/a))", "It rose.", [("([A](https://e.org/a))", ["https://e.org/a"])]),
        ("It rose. [A](https://e.org/a)", "It rose.", [("[A](https://e.org/a)", ["https://e.org/a"])]),
        ("It rose by half. Source: [A](https://e.org/a).", "It rose by half.", [("Source: [A](https://e.org/a)", ["https://e.org/a"])]),
        ("It rose — [A](https://e.org/a).", "It rose — A.", [("[A](https://e.org/a)", ["https://e.org/a"])]),
        ("It rose, says [A][1].\n\n[1]: https://e.org/a", "It rose, says A.", [("[A][1]", ["1"])]),
        ("It rose, says [A][].\n\n[a]: https://e.org/a 'T'", "It rose, says A.", [("[A][]", ["https://e.org/a"])]),
        ("It rose, says [A].\n\n[a]: <https://e.org/a>", "It rose, says A.", [("[A]", ["https://e.org/a"])]),
        ("It rose, says [A B].\n\n[a  b]:\n   https://e.org/a", "It rose, says A B.", [("[A B]", ["https://e.org/a"])]),
        ("It rose, says [the A\nB][x].\n\n[X]: https://e.org/a \"T\"", "It rose, says the A B.", [("[the A B][x]", ["https://e.org/a"])]),
        ("It rose ([A][1], [B][2]).\n\n[1]: https://e.org/a\n[2]: https://e.org/b", "It rose.", [("([A][1], [B][2])", ["1", "2"])]),
        ("It rose ([A][x]).\n\n[x]: https://e.org/a", "It rose.", [("([A][x])", ["https://e.org/a"])]),
        ("It rose ([the A report]).\n\n[the a report]: https://e.org/a", "It rose.", [("([the A report])", ["https://e.org/a"])]),
        ("It rose, says [A](https://e.org/a?x=1&y=[2]).", "It rose, says A.", [("[A](https://e.org/a?x=1&y=[2])", ["https://e.org/a?x=1&y=[2]"])]),
        ("It rose, says [A](https://e.org/a#:~:text=it%20rose,by).", "It rose, says A.", [("[A](https://e.org/a#:~:text=it%20rose,by)", ["https://e.org/a#:~:text=it%20rose,by"])]),
        ("It rose, says <a href='https://e.org/a' target=_blank>A</a>.", "It rose, says A.", [("<a href='https://e.org/a' target=_blank>A</a>", ["https://e.org/a"])]),
        ("It rose, says ![i](https://e.org/i.png) [A](https://e.org/a).", "It rose, says A.", [("[A](https://e.org/a)", ["https://e.org/a"])]),
        ("It rose, says [![i](https://e.org/i.png)](https://e.org/a) A.", "It rose, says A.", [("[![i](https://e.org/i.png)](https://e.org/a)", ["https://e.org/a"])]),
        ("It rose, see [above](#a), ![x][i] [mail](mailto:a@e.org), [call](tel:1).\n\n[i]: https://e.org/i.png", "It rose, see above, mail, call.", []),
        ("It rose, says [A](./a.md).", "It rose, says A.", [("[A](./a.md)", ["./a.md"])]),
        ("It rose ([e.org](https://e.org/a)).", "It rose.", [("([e.org](https://e.org/a))", ["https://e.org/a"])]),
        ("It rose [e.org](https://e.org/a)[b.org](https://b.org/b).", "It rose.", [("[e.org](https://e.org/a)", ["https://e.org/a"]), ("[b.org](https://b.org/b)", ["https://b.org/b"])]),
        ("It rose, says [A](https://e.org/a)’s report.", "It rose, says A’s report.", [("[A](https://e.org/a)", ["https://e.org/a"])]),
        ("It rose, says [https://e.org/a](https://e.org/a).", "It rose, says.", [("[https://e.org/a](https://e.org/a)", ["https://e.org/a"])]),
        ("It rose [link].\n\n[link]: https://e.org/a", "It rose.", [("[link]", ["https://e.org/a"])]),
    ],
)  # fmt: skip
def test_links(written: str, text: str, marks: list[tuple[str, list[str]]]) -> None:
    assert cited(parse_report(written)) == [(text, marks)]


LISTED = "1. Alpha, 2020. https://e.org/1\n2. Beta, 2021. https://e.org/2\n3. Gamma, 2022.\n"


@pytest.mark.parametrize(
    ("written", "labels"),
    [
        ("It rose [1, 2].", ["1", "2"]),
        ("It rose [1,2].", ["1", "2"]),
        ("It rose [1 2].", ["1", "2"]),
        ("It rose [1/2].", ["1", "2"]),
        ("It rose [1-3].", ["1", "2", "3"]),
        ("It rose [1 – 3].", ["1", "2", "3"]),
        ("It rose [1]-[3].", ["1", "2", "3"]),
        ("It rose [1] – [3].", ["1", "2", "3"]),
        ("It rose [1] to [3].", ["1", "2", "3"]),
        ("It rose [1]…[3].", ["1", "2", "3"]),
        ("It rose [1..3].", ["1", "2", "3"]),
        ("It rose [1] and [2].", ["1", "2"]),
        ("It rose [1] & [2].", ["1", "2"]),
        ("It rose [1]; [2].", ["1", "2"]),
        ("It rose [1: p. 4].", ["1"]),
        ("It rose [1:4].", ["1"]),
        ("It rose [1, p. 4].", ["1"]),
        ("It rose [1 p. 4].", ["1"]),
        ("It rose [1, 4–6 pp.].", ["1"]),
        ("It rose [1, Section 2].", ["1"]),
        ("It rose [1, Table 2; 3, fig. 1].", ["1", "3"]),
        ("It rose [1, Abschnitt 4].", ["1"]),
        ("It rose [1, S. 4].", ["1"]),
        ("It rose [1(a)].", ["1"]),
        ("It rose [1a].", ["1"]),
        ("It rose [ref 1].", ["1"]),
        ("It rose [Ref. 1].", ["1"]),
        ("It rose [Source 2].", ["2"]),
        ("It rose [Sources 1, 2].", ["1", "2"]),
        ("It rose [Source: 2].", ["2"]),
        ("It rose [cf. 2].", ["2"]),
        ("It rose [vgl. 2].", ["2"]),
        ("It rose [#2].", ["2"]),
        ("It rose [no. 2].", ["2"]),
        ("It rose (ref. 2).", ["2"]),
        ("It rose (Ref 2).", ["2"]),
        ("It rose (source 2).", ["2"]),
        ("It rose (sources 1 and 2).", ["1", "2"]),
        ("It rose (refs 1, 3).", ["1", "3"]),
        ("It rose (see [1] and [3]).", ["1", "3"]),
        ("It rose ([1, 3]).", ["1", "3"]),
        ("It rose [**1**].", ["1"]),
        ("It rose **[1]**.", ["1"]),
        ("It rose *[1]*.", ["1"]),
        ("It rose \\[1, 2\\].", ["1", "2"]),
        ("It rose [1](#ref-1).", ["1"]),
        ("It rose [[1]](#1).", ["1"]),
        ("It rose [1]( https://e.org/1 ).", ["1"]),
        ("It rose [01].", ["1"]),
        ("It rose [1]*.", ["1"]),
        ("It rose [[1],[2]].", ["1", "2"]),
        ("It rose [[1], [2]].", ["1", "2"]),
        ("It rose [[1][2]].", ["1", "2"]),
        ("It rose [1][2][3].", ["1", "2", "3"]),
        ("It rose \u30101\u3011.", ["1"]),
        ("It rose \uff3b1\uff3d.", ["1"]),
        ("It rose \\[1\\]\\[2\\].", ["1", "2"]),
        ("It rose [^1].", ["1"]),
        ("It rose^1^.", ["1"]),
        ("It rose^[1]^.", ["1"]),
        ("It rose^[1].", ["1"]),
        ("It rose^(1).", ["1"]),
        ("It rose<sup>1</sup>.", ["1"]),
        ("It rose<sup>(1, 2)</sup>.", ["1", "2"]),
        ("It rose.<sup>1</sup><sup>,</sup><sup>2</sup>", ["1", "2"]),
        ("It rose[1, 2, and 3].", ["1", "2", "3"]),
        ("It rose [1–2, 3].", ["1", "2", "3"]),
        ("It rose [1; see also 3].", ["1", "3"]),
        ("It rose [see 1, 2; but cf. 3].", ["1", "2", "3"]),
        ("It rose [1, and references therein].", ["1"]),
        ("It rose [e.g. 1, 2].", ["1", "2"]),
    ],
)  # fmt: skip
def test_numbers(written: str, labels: list[str]) -> None:
    report = parse_report("It fell [3].\n\n" + written + "\n\n## References\n\n" + LISTED)
    (_, (text, marks)) = cited(report)
    assert [label for _, found in marks for label in found] == labels
    assert text == "It rose."
    assert len(report.entries) == 3


@pytest.mark.parametrize(
    "head",
    ["Sources", "References", "Works cited", "Works Cited:", "Bibliography", "Notes", "Endnotes", "Footnotes", "Literature", "Literature cited", "Quellen", "Quellenverzeichnis", "Literaturverzeichnis", "Literatur", "Einzelnachweise", "Fußnoten", "Anmerkungen", "Belege", "Nachweise", "Références", "Références bibliographiques", "Bibliographie", "Notes et références", "Sources et références", "Notes de bas de page", "Referencias", "Referencias bibliográficas", "Bibliografía", "Fuentes", "Fuentes consultadas", "Notas", "Notas al pie", "Obras citadas", "Riferimenti", "Riferimenti bibliografici", "Bibliografia", "Fonti", "Note", "Bronnen", "Bronvermelding", "Literatuurlijst", "Referenties", "Källor", "Referenser", "Källförteckning", "Kilder", "Referanser", "Referencer", "Litteratur", "Kildeliste", "Lähteet", "Viitteet", "Referências", "Referências bibliográficas", "Fontes", "Źródła", "Przypisy", "Bibliografia", "Literatura", "Zdroje", "Reference", "Irodalom", "Források", "Hivatkozások", "Kaynaklar", "Kaynakça", "Источники", "Литература", "Список литературы", "Примечания", "Джерела", "Πηγές", "Βιβλιογραφία", "参考文献", "参考资料", "来源", "資料來源", "出典", "脚注", "参照", "참고문헌", "출처", "المراجع", "المصادر", "מקורות", "संदर्भ", "Tài liệu tham khảo", "References and notes", "Notes and references", "References & Notes", "Sources and notes", "Sources & References", "Reference list", "List of references", "List of sources", "Source list", "Cited works", "Citations", "Works consulted", "Sources consulted", "Sources used", "Cited sources", "Key sources", "Selected references", "Selected bibliography", "References cited", "7. References", "VII. References", "A. References", "Appendix: Sources", "Appendix A: References", "Appendix B – Sources", "📚 References", "References 📚", "Source notes", "Links", "Where this comes from", "Evidence", "Sources (accessed May 2024)", "References (12)", "Sources:", "Data sources", "Endnotes and sources", "What we read", "Further sources", "Bibliographic references", "Web sources", "Online sources", "Primary sources", "Documents cited", "Reading list", "Source index", "Citation list", "Reference", "REFERENCES", "S O U R C E S"],
)  # fmt: skip
@pytest.mark.parametrize("mark", ["## {}\n\n", "**{}**\n\n", "{}\n\n", "{}\n-----\n\n", "{}:\n", "## {}\n"])
def test_heads(head: str, mark: str) -> None:
    report = parse_report("# All\n\nIt rose [1]. It fell [2, 3].\n\n" + mark.format(head) + LISTED)
    assert [entry.label for entry in report.entries] == ["1", "2", "3"]
    assert cited(report)[:2] == [("It rose.", [("[1]", ["1"])]), ("It fell.", [("[2, 3]", ["2", "3"])])]
    assert [text for text, _ in cited(report)[2:]] in ([], [head], [head + ":"])


@pytest.mark.parametrize(
    "line",
    ["1. {}", "1) {}", "(1) {}", "[1] {}", "[1]: {}", "[1]. {}", "[1] - {}", "\\[1\\] {}", "**[1]** {}", "**1.** {}",
     "**1** {}", "1: {}", "1 – {}", "1 {}", "- [1] {}", "* 1. {}", "- **[1]** {}", "- 1: {}", "- **1.** {}", "- (1) {}",
     "¹ {}", "^1^ {}", "<sup>1</sup> {}", "[^1]: {}", "[^1] {}", "#1 {}", "#1: {}", "Ref. 1: {}", "Source 1: {}", "[Source 1] {}",
     "- Source 1: {}", "**Source 1:** {}", "【1】 {}", "> [1] {}", "> 1. {}", "1\\. {}", "`[1]` {}", "| 1 | {} |", "   1.  {}",
     "[1]\t{}", "1.\t{}", "[1]{}", "[ 1 ] {}", "*[1]* {}", "1 - {}", "No. 1: {}", "<a id=\"ref1\"></a>1. {}",
     "<a name=\"r1\"></a>[1] {}", "- <span id=\"r1\">[1]</span> {}", "1. ^ {}", "1.  **{}**", "### [1] {}", "### 1. {}", ],
)  # fmt: skip
@pytest.mark.parametrize("gap", ["\n", "\n\n", "  \n"])
@pytest.mark.parametrize("head", ["## References\n\n", "Sources:\n\n", "\n---\n\n"])
def test_lists(line: str, gap: str, head: str) -> None:
    texts = (
        "Alpha, *Tides*, 2020. https://e.org/1",
        "Beta, \u201cTides of\u201d, 2021. https://e.org/2",
        "Gamma, G. (2022). More.",
    )
    rows = [
        line.replace("1", str(n), 1 if "id=" not in line and "name=" not in line else -1).format(text)
        for n, text in enumerate(texts, 1)
    ]
    rows = [row.replace("^1", f"^{n}") for n, row in enumerate(rows, 1)] if "sup" not in line else rows
    if "¹" in line:
        rows = [line.format(text).replace("¹", "¹²³"[n]) for n, text in enumerate(texts)]
    table = "| No. | Source |\n|---|---|\n" if line.startswith("|") else ""
    if table and gap != "\n":
        return
    if line == "1 {}" and "-" in head:
        return  # bare digits under no heading are no list
    report = parse_report("It rose [1]. It fell [2, 3].\n\n" + head + table + gap.join(rows) + "\n")
    assert [entry.label for entry in report.entries] == ["1", "2", "3"]
    assert [entry.url for entry in report.entries] == ["https://e.org/1", "https://e.org/2", None]
    assert cited(report) == [("It rose.", [("[1]", ["1"])]), ("It fell.", [("[2, 3]", ["2", "3"])])]
    assert report.entries[2].text.strip(" *").endswith("Gamma, G. (2022). More.")


@pytest.mark.parametrize(
    ("written", "text", "urls"),
    [
        ("It rose.[apnews](https://e.org/a) It fell.", "It rose.", ["https://e.org/a"]),
        ("It rose.[a.org](https://e.org/a)[b](https://e.org/b) It fell.", "It rose.", ["https://e.org/a", "https://e.org/b"]),
        ("It rose.\n\nSource: [A](https://e.org/a)\n\nIt fell.", "It rose.", ["https://e.org/a"]),
        ("It rose. [A](https://e.org/a), [B](https://e.org/b)\n\nIt fell.", "It rose.", ["https://e.org/a", "https://e.org/b"]),
        ("It rose.\n\n![x](https://e.org/i.png)\n*Source: [A](https://e.org/a)*\n\nIt fell.", "It rose.", []),
        ("It rose. [Read more](https://e.org/a)\n\nIt fell.", "It rose.", []),
    ],
)  # fmt: skip
def test_links_that_stand_alone(written: str, text: str, urls: list[str]) -> None:
    report = parse_report(written)
    assert (report.statements[0].text, report.statements[-1].text) == (text, "It fell.")
    assert [each.url for each in report.entries] == urls
    assert len(report.statements[0].marks) == len(urls)


@pytest.mark.parametrize(
    ("written", "text", "raw"),
    [
        ("It rose [9].", "It rose.", "[9]"),
        ("It rose [2, 5].", "It rose.", "[2, 5]"),
        ("It rose [5, 6].", "It rose.", "[5, 6]"),
        ("It rose [?].", "It rose.", "[?]"),
        ("It rose, says [A]().", "It rose, says A.", "[A]()"),
        ("It rose, says [A](TODO).", "It rose, says A.", "[A](TODO)"),
        ("It rose ([A]()).", "It rose (A).", "[A]()"),
        ("It rose.[^9]", "It rose.", "[^9]"),
        ("It rose [^gone].", "It rose.", "[^gone]"),
        ("It rose<sup>9</sup>.", "It rose.", "<sup>9</sup>"),
        ("It rose⁴.", "It rose.", "⁴"),
        ("It rose (see note 9).", "It rose.", "(see note 9)"),
        ("It has 5 m<sup>9</sup>.", "It has 5 m⁹.", ""),
    ],
)
def test_broken_marks(written: str, text: str, raw: str) -> None:
    report = parse_report("It fell [1]. It stayed [3].\n\n" + written + "\n\n## References\n\n" + LISTED)
    statement = report.statements[-1]
    assert statement.text == text
    assert [mark.raw for mark in statement.marks] == ([raw] if raw else [])


def test_parts_of_a_sentence_are_counted_not_cited() -> None:
    report = parse_report(
        "It rose (1, p. 4). It fell (2, 3). It sank (3: 5). Its scale is small (1:50). It has three parts: (1) a sun, (2) a wind, and (3) a wave.\n\n"
        "## References\n\n" + LISTED
    )
    assert [len(each.marks) for each in report.statements] == [1, 1, 1, 0, 0]


def test_prose_under_a_word_for_sources_is_prose() -> None:
    report = parse_report(
        "# A\n\n## Sources\n\nThe coal was cheap, and it is still ([A](https://e.org/a)).\n\n"
        "We have seen that this was the case in [B](https://e.org/b), which has it.\n"
    )
    assert len(report.statements) == 2


def test_notes_that_repeat_an_earlier_one() -> None:
    notes = "[^1]: Office, Costs, 2019.\n[^2]: Ibid., p. 4.\n[^3]: Corran, technical note 1, 2020.\n[^4]: Office, Costs (note 1), p. 7.\n[^5]: Ebd.\n[^6]: Moor, Dams; see note 1.\n"
    report = parse_report(
        "It rose.[^1] It fell.[^2] It froze.[^3] It thawed.[^4] It dried.[^5] It rained.[^6]\n\n" + notes
    )
    assert [marks for _, marks in cited(report)] == [
        [("[^1]", ["1"])],
        [("[^2]", ["1"])],
        [("[^3]", ["3"])],
        [("[^4]", ["1"])],
        [("[^5]", ["1"])],
        [("[^6]", ["6"])],
    ]
    assert [text for _, text, _ in entries(report)] == [
        "Office, Costs, 2019.",
        "Corran, technical note 1, 2020.",
        "Moor, Dams; see note 1.",
    ]


def test_notes_as_lawyers_shorten_them() -> None:
    notes = (
        "[^1]: Lease of 12 May 2019.\n[^2]: Letter of 28 November 2024.\n[^3]: Lease (n 1), cll 6 and 7; Letter of Osgood Printing and Company (n 2).\n"
        "[^4]: Ibid.\n[^5]: See n 2.\n[^6]: Trial of a drug, 2020 (n = 40).\n[^7]: Letter (n 9).\n"
    )
    report = parse_report("".join(f"It rose by {n} percent.[^{n}] " for n in range(1, 8)) + "\n\n" + notes)
    assert [marks for _, marks in cited(report)] == [
        [("[^1]", ["1"])],
        [("[^2]", ["2"])],
        [("[^3]", ["1", "2"])],
        [("[^4]", ["1", "2"])],
        [("[^5]", ["2"])],
        [("[^6]", ["6"])],
        [("[^7]", ["7"])],
    ]


def test_a_note_that_repeats_nothing_is_an_entry() -> None:
    assert entries(parse_report("It rose.[^1]\n\n[^1]: Ibid., p. 4.\n")) == [("1", "Ibid., p. 4.", None)]


def test_numbers_against_a_figure_or_a_unit() -> None:
    report = parse_report(
        "It rose to 3.8.1 Then it fell to 83 MW.2 It cost 12,300.1 Python 3.8.1 Release and more of it.2 It froze at −3 °C.1\n\n"
        "## Works cited\n\n1. Alpha Office. Costs. https://e.org/1\n2. Beta Office. Homes. 2020.\n"
    )
    assert cited(report) == [
        ("It rose to 3.8.", [("1", ["1"])]),
        ("Then it fell to 83 MW.", [("2", ["2"])]),
        ("It cost 12,300.", [("1", ["1"])]),
        ("Python 3.8.1 Release and more of it.", [("2", ["2"])]),
        ("It froze at −3 °C.", [("1", ["1"])]),
    ]
