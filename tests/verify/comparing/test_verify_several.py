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
        ("Rents rose by 5%. so did the fares of buses.", ("Rents rose by 5%.", "so did the fares of buses.")),
        (
            "The lock employs 23 keepers. The lock is the best lock in Europe.",
            ("The lock employs 23 keepers.", "The lock is the best lock in Europe."),
        ),
        (
            "Rents rose in May. This surprised nobody. Fares fell in June.",
            ("Rents rose in May. This surprised nobody.", "Fares fell in June."),
        ),
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
        "The temp. was 40 degrees at noon.",
        "At noon the measured temp. was 40 degrees in the shade.",
        "A night costs 140 euros incl. taxes and breakfast.",
        "A night has cost 140 euros incl. taxes and a breakfast that is served at nine.",
        "Patients were given 40 mg resp. 50 mg of it.",
        "The planning comm. says that it was told so.",
        "The mayor resigned in May. This surprised nobody.",
        "Rents rose by 5%. The reason was scarcity.",
        "Was the ferry late? It was.",
        "Was it dear? it was not.",
        "Yes. Rents rose by 5%.",
        "“Is it safe?” the engineer asked.",
        "| Lock | 23 |",
        "",
    ],
)
def test_one_sentence_is_not_several(claim: str) -> None:
    assert several(claim) == ()
