"""How the mark of a file is named away from its place."""

from __future__ import annotations

import pytest

from moot.words import Reference


@pytest.mark.parametrize(
    ("mark", "named"),
    [
        ("47", "note 47"),
        ("¹", "note ¹"),
        ("12, 13", "note 12, 13"),
        ("*", "note *"),
        ("b", "note b"),
        ("<sup>3</sup>", "note 3"),
        ("[47]", "[47]"),
        ("[^b]", "[^b]"),
        ("(Okafor 2021)", "(Okafor 2021)"),
        ("@okafor21", "@okafor21"),
        ("([src](https://a.example/1))", "([src](https://a.example/1))"),
    ],
)
def test_a_bare_mark_is_named_with_a_word_for_what_it_is(mark: str, named: str) -> None:
    assert Reference(mark=mark).named == named
