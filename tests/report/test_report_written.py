"""Half a surrogate pair, which a model may send, keeps no report and no bundle from being written."""

from __future__ import annotations

import json as standard
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_buses import buses
from report_records import call, saying, short

from moot.ledger.record import Record
from moot.report import bundle, formats, html, json, markdown
from moot.report.document import build
from moot.words import Case

HALF = "caf\udce9 \ud800x"


def odd() -> Record:
    """A record with halves of pairs wherever somebody's words stand: in answers, events, the case and a source."""
    record = saying(short(), "word").model_copy(update={"case": Case(question=HALF), "options": {"x": HALF}})
    documents = tuple(each.model_copy(update={"text": each.text + HALF}) for each in record.documents)
    answer = call("r1/draft/author-1/0/a1", "m", "0", body=standard.dumps({"said": "x"}) + HALF)
    said = record.model_dump(mode="json")
    raw = standard.loads(standard.dumps(said).replace('"word"', standard.dumps(HALF)))
    return Record.model_validate(raw).model_copy(update={"documents": documents, "calls": (answer,)})


def test_a_bundle_keeps_every_half_as_it_was(tmp_path: Path) -> None:
    record = odd()
    formats.put(build(record), record, "bundle", tmp_path / "x.moot")
    read = bundle.read(tmp_path / "x.moot")
    assert (read.record, read.report, read.damaged) == (record, build(record), ())
    assert read.record.calls[0].body is not None and read.record.calls[0].body.endswith(HALF)


@pytest.mark.parametrize("name", ["md", "html", "json", "bundle"])
def test_every_format_can_be_written(name: str, tmp_path: Path) -> None:
    written = formats.put(build(odd()), odd(), name, tmp_path).read_bytes()
    if name != "bundle":
        assert written.decode()  # raises for what is not UTF-8


def test_a_page_shows_that_something_was_there() -> None:
    report = build(odd())
    assert "# caf\ufffd \ufffdx" in markdown.render(report)
    assert "<title>caf\ufffd \ufffdx</title>" in html.render(report)
    assert json.read(json.render(report)) == report
    assert report.comparable()


def test_what_is_whole_is_written_as_pydantic_writes_it() -> None:
    report = build(buses())
    assert json.render(report) == report.model_dump_json(indent=2) + "\n"
    assert report.comparable() == report.model_dump_json(exclude={"run"})


@given(st.text(st.characters(exclude_categories=()) | st.sampled_from('\ud800\udfff\\u"')))
def test_any_question_comes_back(text: str) -> None:
    # Two halves side by side are read as the character that they make.
    question = text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
    report = build(short(usd=Decimal(1))).model_copy(update={"case": Case(question=text)})
    assert json.read(json.render(report)).case.question == question
