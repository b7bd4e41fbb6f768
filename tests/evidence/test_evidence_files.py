"""The corpus of files: what each must give is given, what must be kept apart or said is."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from moot.evidence.read import read_paths

FILES = Path(__file__).parents[2] / "benchmarks" / "corpora" / "files"
NAMES = sorted(path for path in FILES.iterdir() if path.suffix not in (".json", ".md", ""))


def plain(text: str) -> str:
    text = re.sub(r"[⁰¹²³⁴-⁹]+|\[\^\w+\]|<sup>.*?</sup>|\\(?=[^\w\s])|[#*`]", "", text.replace("\f", " "))
    return text.translate(str.maketrans("“”„‘’–—−。％（）", '"""\'\'---.%()'))


def holds(text: str, piece: str) -> bool:
    """A sentence in one piece; the cells of a row on one line."""
    if "|" not in piece:
        return " ".join(piece.split()) in " ".join(text.replace("|", " ").split())
    return re.search(r"[ |]+".join(re.escape(cell.strip()) for cell in piece.split("|")), text) is not None


@pytest.mark.parametrize("path", NAMES, ids=lambda path: path.name)
def test_a_file_gives_what_it_holds(path: Path) -> None:
    wanted: dict[str, Any] = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    documents, unread = read_paths([path])
    text = plain("".join(document.text for document in documents))
    said = [note for document in documents for note in document.source.notes] + [each.reason for each in unread]
    missing = [piece for piece in wanted["wanted"] if not holds(text, plain(piece.removeprefix("~")))]
    assert missing == []
    assert [piece for piece in (*wanted["unwanted"], *wanted["hidden"]) if plain(piece) in text] == []
    assert [words for words in wanted["said"] if words not in " ".join(said)] == []
    kept = " ".join(each.text for document in documents for each in document.hidden)
    assert [piece for piece in wanted["hidden"] if piece not in kept] == []
