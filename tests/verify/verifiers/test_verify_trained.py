from __future__ import annotations

from pathlib import Path

import pytest
from verify_library import cite, claim, library, only

from moot.text import embedding, reading
from moot.text.reading import Network
from moot.verify.entailment import Entailment
from moot.verify.verifier import Pair
from moot.verify.verifiers.embedded import embedded
from moot.verify.verifiers.trained import Trained, trained
from moot.words import Outcome

BOARD = (
    "The harbour board said on Monday that it would close the north quay in 2024 if the ministry approved the plan. It "
    "employs forty people there, most of them welders. The union, which was not asked, called the plan reckless."
)
OTHER = "The choir sings on the second Sunday of the month, and the tram line ends at the hospital. "


def score(said: str, *texts: str) -> float:
    found = trained().score([Pair(said, texts)])[0]
    assert found is not None
    return found.probability


@pytest.mark.parametrize(
    ("true", "false"),
    [
        (
            "If it gets the consent of the government, the board intends to shut the northern quay in 2024.",
            "The harbour board will close the north quay in 2024.",
        ),
        ("Most of the forty people who work there are welders.", "All of the people employed there are welders."),
        (
            "Nobody consulted the union, in whose eyes the plan is reckless.",
            "The union was consulted before the plan was made.",
        ),
    ],
)
def test_other_words_for_the_same_are_told_from_the_same_words_for_something_else(true: str, false: str) -> None:
    assert score(true, BOARD) > score(false, BOARD) + 0.1


def test_a_claim_is_scored_alike_in_any_company() -> None:
    pair, longer = Pair("The union called the plan reckless.", (BOARD,)), Pair("The choir sings.", (OTHER * 9,))
    alone = trained().score([pair])
    assert trained().score([longer, pair, longer])[1:2] == alone


def test_a_pair_that_several_drafts_have_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    pair = Pair("The welders of the north quay were never asked by anyone.", (BOARD,))
    first = trained().score([pair])
    monkeypatch.setattr(Network, "read", None)
    assert trained().score([pair, pair]) == first * 2


def test_of_long_texts_the_part_that_says_it_is_read() -> None:
    said = "Most of the forty people who work there are welders."
    padded = OTHER * 20 + BOARD + " " + OTHER * 20
    assert score(said, padded) > score(said, OTHER * 40) + 0.3
    assert score(said, OTHER, BOARD) > score(said, OTHER) + 0.3


def test_the_best_text_is_the_one_with_the_words_of_the_claim() -> None:
    found = trained().score([Pair("The union called the plan reckless.", (OTHER, BOARD, OTHER))])[0]
    assert found is not None
    assert found.best == 1


@pytest.mark.parametrize(
    ("said", "texts"),
    [
        ("", (BOARD,)),
        ("?!", (BOARD,)),
        ("The union called it reckless.", ()),
        ("The union called it reckless.", ("",)),
        ("Der Rat hat das Werk im Herbst geschlossen, und die Leute sind nicht froh.", (BOARD,)),
        ("The board closed it.", ("Der Rat hat das Werk im Herbst geschlossen, und die Leute sind nicht froh.",)),
        ("The Gannet carries 98.", ("Class: Tern; Crew: 1.\n\nClass: Gannet; Crew: 3.",)),
    ],
)
def test_what_is_not_english_prose_is_left_to_others(said: str, texts: tuple[str, ...]) -> None:
    assert trained().score([Pair(said, texts)]) == [None]


def test_a_claim_is_cut_before_its_window() -> None:
    assert 0 <= score("The union called the plan reckless. " * 80, BOARD) <= 1


def test_both_verifiers_vote_and_where_only_the_words_are_there_the_reason_says_so() -> None:
    known = library(BOARD)
    said = claim("All of the people employed there are welders.", cite(known, "It employs forty people there"))
    finding = only(Entailment().findings([said], known))
    assert [(vote.by, vote.supports) for vote in finding.votes] == [("embedded", True), ("trained", False)]
    assert finding.score == pytest.approx(sum(vote.score for vote in finding.votes) / 2, abs=1e-3)
    assert finding.outcome is Outcome.FAILS
    assert "does not seem to say it" in finding.reason


def test_the_vocabulary_is_that_of_the_encoder_and_is_not_shipped_twice() -> None:
    folder = Path(embedding.__file__).parents[1] / "weights"
    assert (folder / "minilm-l6-trained-int8.onnx").stat().st_size < 11e6
    assert sum(each.stat().st_size for each in folder.iterdir()) <= 35e6


def test_the_version_names_the_weights() -> None:
    assert reading.WEIGHTS_SHA256[:12] in Trained.version
    assert embedded().version != Trained.version
