"""A recording is a header and answers at places; what is none is refused before anything is replayed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from moot.errors import UnknownModel
from moot.models import recorded
from moot.words import Panel

HEADER = recorded.Header(question="Why?", made="2026-11-29", provenance="Nobody.", panel=Panel(seats=()))


def test_answers_are_found_by_their_place(tmp_path: Path) -> None:
    path = tmp_path / "run.jsonl"
    lines = [recorded.Line(place="r1/draft/author-1/0", attempt=n, body=body) for n, body in ((2, "b"), (1, "a"))]
    path.write_text("\n".join(each.model_dump_json() for each in (HEADER, *lines)))
    read = recorded.read(path)
    assert read.bodies("r1/draft/author-1/0") == ["a", "b"] and read.has("draft") and not read.has("plan")


@pytest.mark.parametrize("line", ["{}", json.dumps({"place": "x", "attempt": 1, "body": ""}), "not JSON"])
def test_a_line_that_is_no_answer_at_a_place_is_refused_in_one_sentence(tmp_path: Path, line: str) -> None:
    path = tmp_path / "odd.jsonl"
    path.write_text(f"{HEADER.model_dump_json()}\n{line}\n")
    with pytest.raises(UnknownModel, match="is not a recording: a header must come first"):
        recorded.read(path)
