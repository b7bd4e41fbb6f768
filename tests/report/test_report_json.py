"""JSON goes out and comes back; the published schema is the true one."""

from __future__ import annotations

from pathlib import Path

import pytest
from report_buses import buses

from moot.report import json
from moot.report.document import build

PUBLISHED = Path(__file__).parents[2] / "docs" / "report.schema.json"


def test_a_rendered_report_reads_back_as_itself() -> None:
    report = build(buses())
    assert json.read(json.render(report)) == report
    assert '"schema_version": 1' in json.render(report)


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"schema_version": 2}', "\x00"])
def test_what_is_no_report_is_said_in_one_sentence(text: str) -> None:
    with pytest.raises(ValueError, match="it is no report of this version of Moot"):
        json.read(text)


def test_the_published_schema_is_the_true_one(tmp_path: Path) -> None:
    json.main([str(tmp_path / "schema.json")])
    assert (tmp_path / "schema.json").read_text() == PUBLISHED.read_text(), (
        "run: python -m moot.report.json docs/report.schema.json"
    )
