"""File names that are no UTF-8: a source like any other, under a name that can be stored."""

from __future__ import annotations

import os
from pathlib import Path

from moot.evidence.read import read_paths


def test_a_name_that_is_no_utf8_ends_nothing(tmp_path: Path) -> None:
    for name, text in ((b"caf\xe9.md", "The harbour opens at six."), (b"vid\xe9.md", "")):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_text(text)
    documents, unread = read_paths([tmp_path])
    assert [document.source.title for document in documents] == ["caf\ufffd"]
    assert len(unread) == 1
    for each in (*documents, *unread):
        each.model_dump_json()
