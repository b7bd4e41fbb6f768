"""Marks of footnotes, and what looks like them."""

from __future__ import annotations

import time

import pytest

from moot.text import figures, note_marks, terms
from moot.text.normal import unmarked
from moot.text.quotes import Locator

MARKS = {
    "It sold less in 2024.¹ Losses rose.": ["¹"],
    "It sold 9,410¹ tonnes in 2025¹² and 1.5³ per cent.": ["¹", "¹²", "³"],
    "More.” ²Then 11 %¹ of the EU¹ left.": ["²", "¹", "¹"],
    "¹A bus, ²It and ³The charger⁴ (by price)⁵": ["¹", "²", "³", "⁴", "⁵"],
    "As shown.¹,² Then": ["¹,²"],
    "Its castle[3] burned down in 1644.[12][note 2] It was rebuilt.[^a]": ["[3]", "[12]", "[note 2]", "[^a]"],
}
NONE = (
    "120 m² of floor, 10³ times, 10¹² stars, 5 km², 3 cm³ and (a+b)².",
    "CO² and mc², s⁻¹, 4.5 m s⁻² and x¹⁰.",
    "²³⁵U and ²³⁸U, ¹³⁷Cs, ¹⁴C, ³He and ¹³¹I.",
    "see [1](https://x.org), [the report] and a list [1] of them",
    "charger[s], [2024] and 2024[sic]",
)


@pytest.mark.parametrize("text", MARKS)
def test_marks_are_told_from_what_they_stand_behind(text: str) -> None:
    assert [each.of(text) for each in note_marks.spans(text)] == MARKS[text]


@pytest.mark.parametrize("text", NONE)
def test_powers_isotopes_and_other_brackets_are_no_marks(text: str) -> None:
    assert list(note_marks.spans(text)) == []
    assert note_marks.without(text) == text


@pytest.mark.parametrize(
    ("text", "quote", "whole"),
    [
        ("Eleven per cent more than in 2024.¹ Losses fell.", "more than in 2024.", True),
        ("Eleven per cent more than in 2024.¹ Losses fell.", "more than in 2024", True),
        ("It grew in 2025.¹² Losses fell.", "It grew in 2025.", True),
        ("It grew in 2025¹ and fell", "It grew in 2025", True),
        ("It sold 9,410¹ tonnes", "It sold 9,410", True),
        ("It grew in the EU¹ and fell", "It grew in the EU", True),
        ("The room has 120 m² of floor", "The room has 120 m", False),
        ("It weighs 10³ times as much", "It weighs 10", False),
        ("The air holds CO² now", "The air holds CO", False),
        ("It is 61.6 now", "It is 61", False),
        ("It is 61.6 now", "It is 61.", False),
        ("The fuel ²³⁵U is rare", "The fuel ²³⁵", False),
    ],
)
def test_a_quote_may_end_before_a_mark_and_not_within_a_figure(text: str, quote: str, whole: bool) -> None:
    assert Locator(text).holds(quote) is whole


def test_a_mark_is_no_part_of_a_word_or_a_figure() -> None:
    text = "The charger¹ sold 9,410² tonnes in 2025³ or 11 %¹ more."
    assert terms.words(text) == terms.words("The charger sold 9,410 tonnes in 2025 or 11 % more.")
    plain = figures.find("The charger sold 9,410 tonnes in 2025 or 11 % more.")
    assert [(f.value, f.unit, f.kind) for f in figures.find(text)] == [(f.value, f.unit, f.kind) for f in plain]
    assert [each.unit for each in figures.find("5 m² and 7 km²")] == ["m2", "m2"]


def test_words_around_a_mark_are_found_and_told_without_it() -> None:
    text = "It had 18,420 people in 2021[1] and a castle.[2] It burned down.¹"
    assert unmarked(text) == "It had 18,420 people in 2021 and a castle. It burned down."
    known = Locator(text)
    assert known.holds("people in 2021 and a castle. It burned") and known.holds("in 2021[1] and")
    assert not Locator("The area is 10² of it").locate("is 10 of it")
    assert not Locator("It holds ²³⁵U now").locate("It holds ²³⁸U now")


def test_hostile_runs_of_marks_take_linear_time() -> None:
    for piece in ("¹", "¹,", "[1]", "a¹", "[^", "1,111¹", ".¹"):
        started = time.process_time()
        text = piece * 100_000
        list(note_marks.spans(text))
        note_marks.without(text)
        assert time.process_time() - started < 4
