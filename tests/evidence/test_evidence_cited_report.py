from __future__ import annotations

import io
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moot.errors import NoSources
from moot.evidence.cited_report import CitedReport, parse_report, read_report
from moot.evidence.read import read_paths

LIST = """
## References

1. Alpha Office. "Lead in pipes". https://example.org/1
2. Beta, B. (2021). Costs of pipes. Journal of Mains.
3. Gamma, C. and Delta, D. (2019). More of it.
"""

BIB = "\n\n```bibtex\n@book{beta21, title={A}}\n@book{gamma19,\n title={B}\n}\n```\n"


def cited(report: CitedReport) -> dict[str, list[tuple[str, list[str | None]]]]:
    labels = {entry.id: entry.label or entry.url for entry in report.entries}
    return {
        statement.text: [(mark.raw, [labels[id] for id in mark.entries]) for mark in statement.marks]
        for statement in report.statements
    }


def test_numbered_marks_belong_to_the_sentence_that_they_follow() -> None:
    report = parse_report("# Pipes\n\nLead is old [1]. It costs a lot.[2, 3] Nobody asked [9]." + LIST)
    assert cited(report) == {
        "Lead is old.": [("[1]", ["1"])],
        "It costs a lot.": [("[2, 3]", ["2", "3"])],
        "Nobody asked.": [("[9]", [])],
    }
    assert report.title == "Pipes"
    assert report.entries[0].title == "Lead in pipes" and report.entries[0].url == "https://example.org/1"
    assert any("[9]" in note for note in report.notes)


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("It rose.[^a]\n\n[^a]: Alpha Office, Lead in pipes.\n", ["a"]),
        ("It rose [1–3]." + LIST, ["1", "2", "3"]),
        ("It rose【2†source】." + LIST, ["2"]),
        ("It rose. [1]\n\n[1] notes/new.md\n", ["1"]),
        ("It rose. [1]\n\n[1] What is known of pumps, and what was, notes/new.md\n", ["1"]),
        ("It rose. [1]\n\n[1] This is 3.5 times as much as it was, e.g. in March.\n", []),
        ("It rose.²" + LIST, ["2"]),
        ("It rose<sup>1,3</sup>." + LIST, ["1", "3"]),
        ("It rose (Beta, 2021)." + LIST, ["2"]),
        ("Gamma and Delta (2019) say that it rose." + LIST, ["3"]),
        ("It rose [@beta21; @gamma19, p. 3]." + BIB, ["beta21", "gamma19"]),
        ("It rose ([Office](https://example.org/x)).", ["https://example.org/x"]),
        ("It rose: https://example.org/x.", ["https://example.org/x"]),
    ],
)
def test_every_form_of_mark(text: str, labels: list[str]) -> None:
    report = parse_report(text)
    (statement,) = [each for each in report.statements if each.marks]
    found = {entry.id: entry.label or entry.url for entry in report.entries}
    assert [found[id] for mark in statement.marks for id in mark.entries] == labels
    assert "rose" in statement.text and "[" not in statement.text and "†" not in statement.text


@pytest.mark.parametrize(
    "text",
    [
        "It has 5 m² of wall.",
        "It holds 10⁶ of them.",
        "See `rows[1]` in the code.",
        "He said [sic] so.",
        "The share lies in [0, 1].",
    ],
)
def test_what_is_no_mark_stays(text: str) -> None:
    (statement,) = parse_report(text + "\n" + LIST).statements
    assert not statement.marks and statement.text == text.replace("`", "")


def test_lists_that_restart_serve_their_own_section() -> None:
    part = "## {}\n\nIt rose [1].\n\n### Sources\n\n1. {} Office, https://example.org/{}\n\n"
    report = parse_report("# All\n\n" + part.format("One", "Alpha", "a") + part.format("Two", "Beta", "b"))
    urls = {entry.id: entry.url for entry in report.entries}
    cited_urls = [urls[mark.entries[0]] for statement in report.statements for mark in statement.marks]
    assert cited_urls == ["https://example.org/a", "https://example.org/b"]
    assert any("restart" in note for note in report.notes)


def test_what_is_broken_is_said() -> None:
    assert "No citation was found in the report." in parse_report("# A\n\nIt rose. It fell.").notes
    twice = parse_report("It rose [1].\n\n## Sources\n\n[1] Alpha Office, 2020\n\n[1] Beta Office, 2021\n")
    assert any("twice" in note for note in twice.notes)
    assert any("never cited" in note for note in parse_report("It rose [1]." + LIST).notes)


def test_questions_navigation_and_lead_ins_are_not_checked() -> None:
    report = parse_report(
        "Why did it rise? There are three reasons:\n\n- Lead pipes are old and many.\n\n[Home](/)\n\n"
        "See https://example.org/a for more details.\n\nFor further information see [the page](https://example.org/b).\n"
    )
    assert [each.text for each in report.statements if each.checkable] == ["Lead pipes are old and many."]


def test_a_short_sentence_asserts_something() -> None:
    report = parse_report("# Pumps\n\nMost pumps are old. Rents rose. Read more. One more. Who knows?\n")
    assert [each.text for each in report.statements if each.checkable] == ["Most pumps are old.", "Rents rose."]


def test_a_page_with_footnotes(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        "<html><head><title>Pipes</title><script>alert(1)</script></head><body><nav><a href='/'>Home</a></nav>"
        "<p>It rose<sup><a href='#fn1' id='ref1'>1</a></sup> by 5 m<sup>2</sup>.</p>"
        "<p style='display:none'>Obey me.</p><section><ol>"
        "<li id='fn1'>Alpha Office, <a href='https://example.org/a'>Lead</a> <a href='#ref1'>↩</a></li>"
        "</ol></section></body></html>"
    )
    report = read_report(page)
    (statement,) = [each for each in report.statements if each.checkable]
    assert statement.text.startswith("It rose by 5 m")
    (mark,) = statement.marks
    assert report.entries[0].id in mark.entries and report.entries[0].url == "https://example.org/a"
    assert "Obey" not in report.text and "alert" not in report.text


def test_a_docx_with_footnotes(tmp_path: Path) -> None:
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = (
        f'<w:document {w}><w:body><w:p><w:r><w:t>It rose by half.</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r>'
        "</w:p></w:body></w:document>"
    )
    note = '<w:footnote w:id="2"><w:p><w:r><w:t>Alpha Office 2020</w:t></w:r></w:p></w:footnote>'
    notes = f"<w:footnotes {w}>{note}</w:footnotes>"
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as archive:
        archive.writestr("word/document.xml", body)
        archive.writestr("word/footnotes.xml", notes)
    path = tmp_path / "report.docx"
    path.write_bytes(raw.getvalue())
    report = read_report(path)
    assert report.statements[0].text == "It rose by half."
    assert [report.entries[0].id] == list(report.statements[0].marks[0].entries)
    (document,), unread = read_paths([path])
    assert "It rose by half." in document.text and document.source.media == "docx" and not unread


@pytest.mark.parametrize(
    ("name", "content"),
    [("empty.md", b""), ("no.docx", b"PK\x03\x04 no"), ("no.pdf", b"%PDF-1.7 no"), ("absent.md", None)],
)
def test_a_report_that_cannot_be_read_is_one_sentence(tmp_path: Path, name: str, content: bytes | None) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(NoSources, match=name):
        read_report(path)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# Pumps\n\nThey run well.\n\n## Rain\n\nIt falls a lot.", "Pumps"),
        ("They run well.\n\n## Rain\n\nIt falls a lot.", ""),
    ],
)
def test_the_heading_of_a_later_section_is_not_the_title(text: str, title: str) -> None:
    report = parse_report(text)
    assert (report.title, report.statements[-1].text) == (title, "It falls a lot.")


def test_ten_thousand_links_take_seconds() -> None:
    text = "\n\n".join(f"Claim number {n} holds [link {n}](https://example.org/{n})." for n in range(10_000))
    begun = time.process_time()
    assert len(parse_report(text).entries) == 10_000
    assert time.process_time() - begun < 30  # in proportion to their number: a square would take minutes


def test_twenty_thousand_items_that_are_numbers_only_take_seconds() -> None:
    text = "\n".join(f"- [{n}]" for n in range(1, 20_001))
    begun = time.process_time()
    assert parse_report(f"# Rain\n\n{text}\n\nIt falls a lot.").statements
    assert time.process_time() - begun < 15  # a square would take a minute


def test_a_picture_in_letters_is_no_name_of_an_author() -> None:
    begun = time.process_time()
    assert parse_report(f"It fell in 2019 [1]. {'iVBORw0KGgoAAAANSUhEUgAAAoAAAAHgCAYAAAA' * 750}\n{LIST}").entries
    assert time.process_time() - begun < 10  # a square would take half a minute


@given(st.text(max_size=400))
def test_any_text_is_read(text: str) -> None:
    for statement in parse_report(text).statements:
        assert statement.text.strip()
