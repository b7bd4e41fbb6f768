"""A letter before a mark and a stop is no initial."""

from __future__ import annotations

import pytest

from moot.evidence.cited_report import parse_report

LISTED = "\n\n## References\n\n[1] A. Alpha, One, 2020.\n[2] B. Beta, Two, 2021.\n"


def said(text: str) -> list[tuple[str, int]]:
    return [(each.text, len(each.marks)) for each in parse_report(text + LISTED).statements]


@pytest.mark.parametrize(
    "first",
    [
        "Heat needs more land than option B [1].",
        "Land is bought by Plan B.[1]",
        "Land is bought by Plan B.<sup>1</sup>",
        "Land is bought by Plan B. [1]",
        "It was so (says Plan B [1]).",
        "It was called “plan B” [1].",
        "It happened in phase A [1, 2].",
        "Whoever was told of it met Malcolm X [1]!",
    ],
)
def test_a_letter_with_a_mark_ends_its_sentence(first: str) -> None:
    assert [text for text, _ in said(f"{first} Gas emits most of all [2].")][1:] == ["Gas emits most of all."]


@pytest.mark.parametrize(
    "whole",
    [
        "The work of J. Smith [1] is new.",
        "It is told by J. R. Moe [2].",
        "As J. F. Kennedy said [1], it rose.",
        "Sales of type A [1] and type B [2] rose.",
        "Smith et al. [1] found it.",
        "Sales of type A [1], B. Moe says, rose.",
    ],
)
def test_an_initial_is_no_end_of_a_sentence(whole: str) -> None:
    assert len(said(whole)) == 1
