"""Titles that a person would write, of titles, names of files and texts."""

from __future__ import annotations

import pytest

from moot.readers.titles import theme

TEXTS = ["The north pump lifts water.", "The north pump was serviced.", "It rains."]


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Pump survey of the valley | Office of Pumps", "Pump survey of the valley"),
        ("02-pump_survey", "Pump survey"),
        ("pump-survey-2024", "Pump survey 2024"),
        ("pump_survey (1)", "Pump_survey (1)"),
        ("pump--survey", "Pump--survey"),
        ("pumps.pdf", "North pump"),
        ("", "North pump"),
    ],
)
def test_a_title_is_made_readable_and_a_name_without_words_replaced(title: str, said: str) -> None:
    assert theme(title, TEXTS) == said


@pytest.mark.timeout(10)
@pytest.mark.parametrize("part", ["ab_", "a_", "a.", "1_", "1-", "_a"])
def test_a_long_name_of_a_file_is_no_work(part: str) -> None:
    for title in (f"{part * 60}(1)", f"{part * 60}a (1)", f"1{part * 60}!"):
        assert theme(title, TEXTS)
