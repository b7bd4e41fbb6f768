from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moot.text.terms import idf, is_english, overlap, stems, words


def test_words_keep_decimals() -> None:
    assert words("It's 61.6 % of 90,000, isn’t it?") == ["it's", "61.6", "of", "90,000", "isn't", "it"]


@pytest.mark.parametrize(
    "forms",
    [
        "measure measures measured measuring",
        "run running runs ran",
        "study studies studied",
        "token tokens",
        "score scores scored scoring",
        "company companies",
        "class classes",
        "quick quickly",
        "stop stopped stopping",
        "call called calling",
    ],
)
def test_forms_of_a_word_meet(forms: str) -> None:
    assert len(set(stems(forms))) == 1


def test_other_words_do_not_meet() -> None:
    assert len(set(stems("university universe news new bus glass thing red during"))) == 8


def test_stop_words_are_left_out() -> None:
    assert stems("It is not the best of them") == ["good"]


def test_overlap_is_the_share_of_words_and_numbers() -> None:
    assert overlap("The model scored 61.6 %", "Scores: model 61.6") == 1
    assert overlap("The model scored 59.3 %", "Scores: model 61.6") == pytest.approx(0.7)
    assert overlap("The model scored", "Scores of a system") == pytest.approx(0.5)
    assert overlap("of the", "of the") == 0
    assert overlap("90,000 forks", "90000 forks") == 1


def test_a_rare_word_weighs_more() -> None:
    weights = idf(["model a", "model b", "model rare"])
    assert weights["rar"] > weights["model"]


@given(st.text(max_size=60), st.text(max_size=60))
def test_overlap_lies_between_none_and_all(claim: str, passage: str) -> None:
    assert 0 <= overlap(claim, passage) <= 1
    if stems(claim):
        assert overlap(claim, claim) == pytest.approx(1)


def test_the_language_is_told_by_its_small_words() -> None:
    assert is_english("The pump of the valley was built in 1990, and it lifts 40 litres a second.")
    assert not is_english("Die Pumpe im Norden hebt vierzig Liter in der Sekunde, und sie ist neu.")
    assert not is_english("城市更换了三百根管道。")
