"""What elements look like as text: figures, notes, lists, terms, tables, code, quotations."""

from __future__ import annotations

import pytest

from moot.evidence.media import html

FIRST = "Some words of the text stand here first."


def text(body: str) -> str:
    page = f"<html><head><title>T</title></head><body><article><p>{FIRST}</p>{body}</article></body></html>"
    return html.read(page.encode()).text.partition(FIRST)[2].strip()


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        ("It grew by 5<sup><a href='#n1'>1</a></sup>.", "It grew by 5[1]."),
        ("It grew by 5<a href='#n1' class='footnote-anchor'>1</a>.", "It grew by 5[1]."),
        ("It grew <a class='footnote-ref' href='#n1'><sup>[1]</sup></a>.", "It grew [1]."),
        ("10<sup>6</sup> on 3 km<sup>2</sup>", "10⁶ on 3 km²"),
        ("The median<sup>a</sup> was 12.4<sup>b,c</sup>.", "The median[a] was 12.4[b,c]."),
        ("au XIX<sup>e</sup> et 2<sup>e</sup> siècle, M<sup>e</sup> Roy", "au XIXe et 2e siècle, Me Roy"),
        ("the 1<sup>st</sup> of H<sub>2</sub>O", "the 1st of H2O"),
        ("<del>€99</del> €79 today", "€79 today"),
        ("He said <q>yes</q> to it", "He said “yes” to it"),
        ("so <math alttext='E=mc^2'><mi>E</mi><mo>=</mo></math> holds", "so E=mc^2 holds"),
        ("<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>字の話", "漢字の話"),
        ("one line<br>and the next", "one line\nand the next"),
        ("seen <span class='sr-only'>(opens in a window)</span>words", "seen words"),
        ("left <button>Copy</button>words", "left words"),
        ("Title words<a class='headerlink' href='#x'>¶</a> <a href='#r1'>↩</a>", "Title words"),
    ],
)
def test_inside_a_line(markup: str, shown: str) -> None:
    assert text(f"<p>{markup}</p>") == shown


def test_a_letter_that_tells_how_sure_a_figure_of_a_table_is_is_no_part_of_it() -> None:
    head = "<tr><th>Region</th><th>2024</th><th>2025<sup>p</sup></th></tr>"
    rows = "<tr><td>North</td><td>4,002<sup>r</sup></td><td>2<sup>n</sup></td></tr>"
    assert text(f"<table>{head}{rows}</table>").split("\n")[::2] == [
        "| Region | 2024 | 2025[p] |",
        "| North | 4,002[r] | 2ⁿ |",
    ]


def test_lists_keep_numbers_letters_and_depth() -> None:
    markup = (
        "<ol start=3><li>three<ul><li>inner<ul><li>inmost</ul></ul><li value=7>seven<li>eight</ol>"
        "<ol type=a><li>first<li>second<ol type=i><li>deep</ol></ol>"
    )
    assert text(markup) == (
        "3. three\n  - inner\n    - inmost\n7. seven\n8. eight\n\n- a) first\n- b) second\n  - i) deep"
    )


def test_code_in_a_list_stands_after_its_item() -> None:
    assert text("<ol><li>set it:<pre>a = 1\nb = 2</pre><li>run it</ol>") == (
        "1. set it:\n\n```\na = 1\nb = 2\n```\n\n2. run it"
    )


def test_terms_stand_with_what_they_mean() -> None:
    assert text("<dl><dt>Dwelling</dt><dd>Rooms with a door</dd><dt>Beam:</dt><dd>5.2 m</dd><dd>outside</dd></dl>") == (
        "- Dwelling: Rooms with a door\n- Beam: 5.2 m\n  - outside"
    )
    long = "<dl><dt>get(x)</dt><dd><p>Asks for it.</p><p>Twice if it must.</p></dd></dl>"
    assert text(long) == "get(x)\n\nAsks for it.\n\nTwice if it must."


def test_rows_of_a_head_become_one_and_merged_cells_are_told_in_each_row() -> None:
    table = (
        "<table><caption>Dwellings</caption><thead><tr><th rowspan=2>Region<th colspan=2>Year (%)<th rowspan=2>Note"
        "<tr><th>2023<th>2024</thead><tfoot><tr><td>All<td>7<td>8<td></tfoot>"
        "<tbody><tr><th rowspan=2>North<td>1<td>2<td>a<tr><td>3<td>4<td>b</tbody></table>"
    )
    assert text(table) == (
        "Dwellings\n\n| Region | Year (%) 2023 | Year (%) 2024 | Note |\n|---|---|---|---|\n"
        "| North | 1 | 2 | a |\n| North | 3 | 4 | b |\n| All | 7 | 8 |  |"
    )


def test_a_table_of_keys_and_values_has_no_head() -> None:
    assert text("<table><tr><th>Length<td>21 m<tr><th>Beam<td>5 m</table>") == (
        "|  |  |\n|---|---|\n| Length | 21 m |\n| Beam | 5 m |"
    )
    bold = "<table><tr><td><b>Length</b><td>21 m<tr><td><b>Beam</b><td>5 m</table>"
    assert text(bold).startswith("|  |  |\n")
    first = "<table><tr><td><b>Item</b><td><b>Sum</b><tr><td>Oil<td>4</table>"
    assert text(first) == "| Item | Sum |\n|---|---|\n| Oil | 4 |"
    rows = "<tr><td>In millions<td colspan=2><b>Three months</b><tr><td><td><b>2025</b><td><b>2024</b>"
    two = f"<table>{rows}<tr><td>Sales<td>9<td>8</table>"
    assert text(two).startswith("| In millions | Three months 2025 | Three months 2024 |\n|---|")


def test_signs_in_columns_of_their_own_go_to_their_figures() -> None:
    rows = "<tr><th>Item<th colspan=3>2025<tr><td>Sales<td>$<td>1,284<td>%<tr><td>Loss<td>$<td>(12<td>)"
    assert text(f"<table>{rows}</table>") == "| Item | 2025 |\n|---|---|\n| Sales | $1,284% |\n| Loss | $(12) |"


def test_ticks_speak_by_their_labels() -> None:
    rows = (
        "<tr><th>Kettle<th>Warm<th>Quiet<tr><td>Arden<td><span role=img aria-label=No></span>"
        "<td><svg></svg><span class='sr-only'>Yes</span>"
    )
    assert text(f"<table>{rows}</table>").endswith("| Arden | No | Yes |")


def test_tables_made_of_other_elements() -> None:
    rows = "".join(
        f"<div role=row><span role={kind}>{a}</span><span role={kind}>{b}</span></div>"
        for kind, a, b in (("columnheader", "Site", "Space"), ("cell", "Oslo", "41 TB"))
    )
    assert text(f"<div role=table>{rows}</div>") == "| Site | Space |\n|---|---|\n| Oslo | 41 TB |"


def test_a_table_for_looks_is_read_cell_by_cell() -> None:
    layout = f"<table><tr><td><h2>News</h2><p>{FIRST}</p><td><p>More words of the second column.</p></table>"
    assert text(layout) == f"## News\n\n{FIRST}\n\nMore words of the second column."


def test_code_keeps_its_lines_and_loses_their_numbers() -> None:
    spans = (
        "<pre><code><span class='line'><span class='lineno'>1</span>if x:</span><br><span>    go()</span></code></pre>"
    )
    assert text(spans) == "```\nif x:\n    go()\n```"
    letter = "\n".join(["Dear all, the pumps of the valley will stand still on Monday from six to nine"] * 3)
    assert text(f"<pre>{letter}</pre>") == letter


def test_quotations_captions_and_labels_of_charts() -> None:
    assert text("<blockquote><p>One word.</p><p>Another one.</p></blockquote>") == "> One word.\n\n> Another one."
    figure = "<figure><img alt='{}'><figcaption>Rates by year</figcaption></figure>"
    assert text(figure.format("Line chart: 6.1 % in 2019, 4.2 % in 2024")) == (
        "[Image: Line chart: 6.1 % in 2019, 4.2 % in 2024]\n\nRates by year"
    )
    assert text(figure.format("A man in a coat looks at the sea")) == "Rates by year"
    assert text(figure.format("Chart: rates by year") + "<p>Chart: rates by year</p>").count("Chart") == 1


def test_a_small_table_in_a_cell_leaves_the_table_around_it_whole() -> None:
    rows = "<tr><th>Stall<th>Rent<th>Note<tr><td>East<td>400<td>none<tr><td>West<td>310<td>{}"
    inner = "<table><tr><td>incl. water</table>", "<table><tr><td>water<td>20<tr><td>heat<td>30</table>"
    for words, within in zip(("incl. water", "water, 20; heat, 30"), inner, strict=True):
        read = html.read(f"<table border=1>{rows.format(within)}</table>".encode()).text
        assert read == f"| Stall | Rent | Note |\n|---|---|---|\n| East | 400 | none |\n| West | 310 | {words} |\n"
    long = f"<table><tr><td>{'Words of a page that was laid out in a table. ' * 9}</table>"
    assert "| Stall" not in html.read(f"<table>{rows.format(long)}</table>".encode()).text


@pytest.mark.parametrize("mark", ['epub:type="noteref"', 'role="doc-noteref"'])
def test_a_mark_of_a_note_in_a_book_is_no_figure(mark: str) -> None:
    page = f"<html><body><h1>Lace</h1><p>It had 4,100 lace makers.<a {mark} href='#n'>1</a></p></body></html>"
    assert "makers.[1]" in html.read(page.encode()).text
