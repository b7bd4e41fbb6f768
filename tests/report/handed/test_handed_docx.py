"""The Word file opens, has real headings, tables, bookmarks and links, and no field but those of its own."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, datetime
from typing import Any
from xml.etree import ElementTree

import docx
import pytest
from handed_records import HOSTILE, buses, council, long, published, short, told

from moot.ledger.record import Record
from moot.report import markdown
from moot.report.document import build
from moot.report.handed.docx import render

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def made(record: Record) -> bytes:
    return render(build(record), record)


def opened(record: Record) -> Any:
    return docx.Document(io.BytesIO(made(record)))


def part(content: bytes, name: str) -> ElementTree.Element:
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        return ElementTree.fromstring(file.read(name))


def texts(element: ElementTree.Element) -> str:
    return "".join(each.text or "" for each in element.iter(f"{W}t"))


def test_headings_tables_and_lists_are_real_ones() -> None:
    document = opened(buses())
    headings = [each.text for each in document.paragraphs if each.style.name == "Heading 1"]
    there = re.findall(r"^## (.*)$", markdown.render(build(buses())), re.MULTILINE)
    assert [each for each in headings if each in there] == there
    assert document.paragraphs[1].style.name == "Title"
    measured = next(each for each in document.tables if "Range, km" in each.rows[1].cells[0].text)
    assert [cell.text for cell in measured.rows[0].cells] == ["", "Battery", "Diesel"]
    assert measured.rows[1].cells[1].text == "214\u00a0[1]\u00a0✓\u00a0proven6"
    assert {"List Bullet", "Entry", "Detail", "Note", "Caption"} <= {each.style.name for each in document.paragraphs}


def test_heads_of_tables_are_repeated_and_no_row_is_parted() -> None:
    body = part(made(council()), "word/document.xml")
    for table in body.iter(f"{W}tbl"):
        rows = table.findall(f"{W}tr")
        heads = [row for row in rows if row.find(f"{W}trPr/{W}tblHeader") is not None]
        assert heads == rows[:1] or "Answer" in texts(rows[0])
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
        widths = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        assert all(len(row.findall(f"{W}tc")) == widths for row in rows)


def test_links_lead_to_bookmarks_that_there_are_and_to_addresses_of_sources_alone() -> None:
    content = made(published())
    body = part(content, "word/document.xml")
    marks = [each.get(f"{W}name") for each in body.iter(f"{W}bookmarkStart")]
    assert len(marks) == len(set(marks)) and "r1" in marks
    anchors = [each.get(f"{W}anchor") for each in body.iter(f"{W}hyperlink") if each.get(f"{W}anchor")]
    assert "r1" in anchors and set(anchors) <= set(marks)
    relations = part(content, "word/_rels/document.xml.rels")
    outside = [each.get("Target") for each in relations if each.get("TargetMode") == "External"]
    assert outside == ["https://journal.example/10.1234/ferry.7?a=1&b=2", "https://town.example/times"]


def test_standings_are_styles_with_a_word_and_a_colour() -> None:
    document = opened(buses())
    runs = [run for each in document.paragraphs for run in each.runs if run.style.name.startswith("Standing ")]
    assert {(run.style.name, run.text) for run in runs} >= {
        ("Standing proven", "✓\u00a0proven"),
        ("Standing contradicted", "✗\u00a0contradicted"),
    }
    assert str(document.styles["Standing proven"].font.color.rgb) == "2C6B4B"


def test_the_foot_has_the_page_and_the_file_the_time_of_the_run() -> None:
    content = made(short())
    foot = part(content, "word/footer1.xml")
    assert [each.get(f"{W}instr") for each in foot.iter(f"{W}fldSimple")] == [" PAGE ", " NUMPAGES "]
    assert texts(foot).startswith("Is the ferry in use?")
    facts = opened(short()).core_properties
    assert facts.title == "Is the ferry in use?" and facts.author == "Moot"
    assert facts.created == facts.modified == datetime(2026, 3, 1, 10, tzinfo=UTC)
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        assert {each.date_time for each in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_are_words(text: str) -> None:
    for record in (short(), buses(), council()):
        content = made(told(record, text))
        body = part(content, "word/document.xml")
        codes = {each.text for each in body.iter(f"{W}instrText")}
        assert codes <= {' TOC \\o "1-1" \\n \\h '} and not list(body.iter(f"{W}fldSimple"))
        relations = part(content, "word/_rels/document.xml.rels")
        targets = {each.get("Target") for each in relations if each.get("TargetMode") == "External"}
        # A text that is an address from end to end is the origin of a source here.
        assert targets <= {text}
        assert not re.search("[\u202a-\u202e\u2066-\u2069\x00-\x08\x0b-\x1f\ufffe\uffff]", texts(body))
        for name in ("word/footer1.xml", "docProps/core.xml"):
            part(content, name)


def test_words_from_right_to_left_run_so() -> None:
    body = part(made(told(short(), "الماء آمن (2026).")), "word/document.xml")
    turned = [each for each in body.iter(f"{W}p") if each.find(f"{W}pPr/{W}bidi") is not None]
    assert any(texts(each) == "الماء آمن (2026)." for each in turned)
    assert all(run.find(f"{W}rPr/{W}rtl") is not None for run in turned[0].iter(f"{W}r"))


def test_a_report_of_a_thousand_sentences() -> None:
    body = part(made(long(1000)), "word/document.xml")
    assert "Pump 1000 lifts 1000 litres a second.\u00a0[1]\u00a0✓\u00a0proven1000" in texts(body)
