"""File names that are no UTF-8: a source like any other, under a name that can be stored and shows its bytes."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from moot.evidence.read import read_paths


@pytest.mark.skipif(sys.platform != "linux", reason="other systems take only names that are Unicode")
def test_a_name_that_is_no_utf8_ends_nothing(tmp_path: Path) -> None:
    def at(name: bytes) -> Path:
        return tmp_path / os.fsdecode(name)

    at(b"d\xe9").mkdir()
    for name, text in (
        (b"caf\xe8.md", "One."),
        (b"caf\xe9.md", "Two."),
        (b"d\xe9/x.md", "Three."),
        (b"z\xe9.md", ""),
        (b"\xe9.png", ""),
    ):
        at(name).write_text(text)
    at(b"link\xe9.md").symlink_to(at(b"caf\xe9.md"))
    documents, unread = read_paths([tmp_path, at(b"no\xe9.md")])
    folder = tmp_path.as_posix()
    assert [(each.source.title, each.source.origin) for each in documents] == [
        (r"caf\xe8", rf"{folder}/caf\xe8.md"),
        (r"caf\xe9", rf"{folder}/caf\xe9.md"),
        ("x", rf"{folder}/d\xe9/x.md"),
    ]
    passed, *others = unread
    assert passed.reason == r"1 file of kinds that are not read: \xe9.png"
    assert [each.origin for each in others] == [rf"{folder}/{name}\xe9.md" for name in ("link", "no", "z")]
    for each in (*documents, *unread):
        assert type(each).model_validate_json(each.model_dump_json()) == each
