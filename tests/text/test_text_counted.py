"""Numbers of things as they are told."""

from __future__ import annotations

import pytest

from moot.text.counted import counted, in_words, joined


@pytest.mark.parametrize(("number", "told"), [(0, "0 tasks"), (1, "1 task"), (12, "12 tasks"), (1200, "1,200 tasks")])
def test_one_thing_is_told_without_its_plural(number: int, told: str) -> None:
    assert counted(number, "task") == told


@pytest.mark.parametrize(("number", "told"), [(0, "no"), (1, "one"), (12, "twelve"), (13, "13"), (1200, "1200")])
def test_a_small_number_is_a_word(number: int, told: str) -> None:
    assert in_words(number) == told


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (["It rose.", "it fell."], "It rose; it fell."),
        (["It rose", "", "and so on …"], "It rose; and so on …"),
        (["And so on...", "it fell"], "And so on...; it fell"),
        ([], ""),
    ],
)
def test_of_several_sentences_the_last_keeps_its_stop(said: list[str], told: str) -> None:
    assert joined(said) == told
