"""Names among German nouns."""

from __future__ import annotations

import time

import pytest

from moot.verify.comparing import among_nouns


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Anna Weiler leitet das Amt.", ["Anna Weiler"]),
        ("Neue Busse fahren. Neue Stadt Orten zahlt.", ["Stadt Orten"]),
        ("  „Neue Busse Orten“ heißt es, und Frau Neue Weiler zahlt.", ["Busse Orten", "Frau Neue Weiler"]),
        ("Laut Die Stadt Orten.", ["Stadt Orten"]),
        ("Laut Der Die.", []),
    ],
)
def test_what_opens_a_sentence_is_no_part_of_a_name(text: str, names: list[str]) -> None:
    assert [name for name, _ in among_nouns.names(text)] == names


@pytest.mark.parametrize("part", ["Anna. ", "Anna Weiler. ", "Neue Anna. ", "Laut Die Der ", "Anna" + " " * 50])
def test_a_long_text_of_names_is_read_in_time(part: str) -> None:
    before = time.process_time()
    among_nouns.names(part * 20_000)
    assert time.process_time() - before < 3
