from __future__ import annotations

import pytest

from moot.verify.comparing.several import several


@pytest.mark.parametrize(
    ("claim", "sentences"),
    [
        ("Admission is 4 euros. Children pay nothing.", ("Admission is 4 euros.", "Children pay nothing.")),
        (
            "The lock employs 23 keepers. the lock is the best in Europe.",
            ("The lock employs 23 keepers.", "the lock is the best in Europe."),
        ),
        ("Rents rose by 5%. so did fares.", ("Rents rose by 5%.", "so did fares.")),
        ("Was it dear? it was not.", ("Was it dear?", "it was not.")),
    ],
)
def test_sentences_are_told_apart_with_and_without_a_capital_letter(claim: str, sentences: tuple[str, ...]) -> None:
    assert several(claim) == sentences


@pytest.mark.parametrize(
    "claim",
    [
        "The lock employs 23 keepers.",
        "He came at 4 p.m. on Monday.",
        "Acme Inc. said that it makes screws, nuts etc. and more.",
        "The dept. of health says it.",
        "“Is it safe?” the engineer asked.",
        "| Lock | 23 |",
        "",
    ],
)
def test_one_sentence_is_not_several(claim: str) -> None:
    assert several(claim) == ()
