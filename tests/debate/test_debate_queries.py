"""What a draft says that the sources do not tell is searched for, where it is about the matter."""

from __future__ import annotations

import pytest

from moot.debate.web import Query


@pytest.mark.parametrize(
    ("gap", "words"),
    [
        ("No sentence was found that answers “when did its castle burn down”.", "when did its castle burn down"),
        ("The sources do not mention “defrost cycles”.", "defrost cycles"),
        ("It is not said what the upkeep costs.", "what the upkeep costs."),
        ("The question of who pays for the quay is open.", "The question of who pays for the quay is open."),
    ],
)
def test_a_gap_in_the_matter_is_a_query(gap: str, words: str) -> None:
    assert Query.of_gap(gap) == Query("gap", words)


@pytest.mark.parametrize(
    "gap",
    [
        "The question is in English, and 1 of 3 of the sources with prose are in German: without a language model an "
        "answer in another language is easily missed. Ask in German too.",
        "The sources hold no sentence that could be quoted.",
        "Nothing was added on “the price”: no further sentence of 2 sources bears on it (looked for: price). Ask in "
        "words that the sources use, or start a new run with a source that speaks of it.",
    ],
)
def test_a_remark_on_how_it_was_asked_or_read_is_none(gap: str) -> None:
    assert Query.of_gap(gap) is None
