"""Published verifiers: heads, order, cutting, windows. Models are tiny and their answers known."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from onnx import TensorProto
from verify_published_models import SEQUENCE, TOKEN, folder

from moot.verify.published import load
from moot.verify.verifier import Pair, Verifier

ONE = {"architectures": [SEQUENCE], "id2label": {"0": "LABEL_0"}}
TWO = {"architectures": [SEQUENCE]}
"""The library writes no labels where there are two without names."""
MARKS = {"architectures": [TOKEN]}


def logistic(odds: float) -> float:
    return round(1 / (1 + math.exp(-odds)), 3)


def probability(verifier: Verifier, claim: str, *texts: str) -> float:
    (score,) = verifier.score([Pair(claim, texts)])
    assert score is not None
    return score.probability


# --- heads ----------------------------------------------------------------------------------------------------------


def test_one_logit_is_a_logistic(tmp_path: Path) -> None:
    verifier = load(str(folder(tmp_path / "hhem", {"good": [2.0], "bad": [-3.0]}, config=ONE)))
    assert probability(verifier, "odd", "good") == logistic(2)
    assert probability(verifier, "odd", "good bad") == logistic(-1)


def test_the_second_of_two_labels_without_names_is_support(tmp_path: Path) -> None:
    verifier = load(str(folder(tmp_path / "mini", {"good": [0.0, 2.0]}, config=TWO)))
    assert probability(verifier, "odd", "good") == logistic(2)


@pytest.mark.parametrize(
    "names",
    [["entailment", "not_entailment"], ["SUPPORTS", "LABEL_1"], ["Supported", "Not Supported"]],
)
def test_labels_count_by_their_names(tmp_path: Path, names: list[str]) -> None:
    config = {"architectures": [SEQUENCE], "id2label": dict(enumerate(names))}
    verifier = load(str(folder(tmp_path / "named", {"good": [2.0, 0.0]}, config=config)))
    assert probability(verifier, "odd", "good") == logistic(2)


@pytest.mark.parametrize("at", [0, 1, 2])
def test_entailment_is_found_wherever_it_stands_of_three(tmp_path: Path, at: int) -> None:
    names = ["contradiction", "neutral"]
    names.insert(at, "entailment")
    table = {"good": [2.0 if n == at else 0.0 for n in range(3)]}
    config = {"architectures": ["DebertaV2ForSequenceClassification"], "id2label": dict(enumerate(names))}
    verifier = load(str(folder(tmp_path / "nli", table, config=config)))
    assert probability(verifier, "odd", "good") == round(math.exp(2) / (math.exp(2) + 2), 3)


def test_marks_on_the_claim_count_and_those_on_the_evidence_do_not(tmp_path: Path) -> None:
    verifier = load(str(folder(tmp_path / "lettuce", {"bad": [0.0, 3.0]}, config=MARKS, bias=[4.0, 0.0])))
    clean = probability(verifier, "good odd", "bad bad bad")
    assert clean == round(1 - 1 / (1 + math.exp(4)), 3)
    assert probability(verifier, "good bad odd", "good odd") == logistic(1)


def test_moot_json_names_the_labels(tmp_path: Path) -> None:
    config = {"architectures": [SEQUENCE], "id2label": {"0": "yea", "1": "nay", "2": "maybe"}}
    table = {"good": [2.0, 0.0, 0.0]}
    said = folder(tmp_path / "a", table, config=config, settings={"supported": ["yea"]})
    unsaid = folder(tmp_path / "b", table, config=config, settings={"unsupported": ["nay", "Maybe"]})
    assert probability(load(str(said)), "odd", "good") == round(math.exp(2) / (math.exp(2) + 2), 3)
    assert probability(load(str(unsaid)), "odd", "good") == round(math.exp(2) / (math.exp(2) + 2), 3)


# --- what moot.json says --------------------------------------------------------------------------------------------


def test_threshold_and_temperature(tmp_path: Path) -> None:
    plain = load(str(folder(tmp_path / "a", {"good": [2.0]}, config=ONE)))
    said = folder(tmp_path / "b", {"good": [2.0]}, config=ONE, settings={"threshold": 0.43, "temperature": 4})
    assert (plain.threshold, load(str(said)).threshold) == (0.5, 0.43)
    assert probability(load(str(said)), "odd", "good") == logistic(0.5)


@pytest.mark.parametrize(("first", "counted"), [("evidence", logistic(2)), ("claim", logistic(0))])
def test_which_text_goes_first(tmp_path: Path, first: str, counted: float) -> None:
    path = folder(tmp_path / "order", {"good": [2.0]}, config=ONE, settings={"first": first}, first_only=True)
    assert probability(load(str(path)), "odd", "good") == counted


def test_minicheck_has_one_separator_between_its_texts(tmp_path: Path) -> None:
    table = {"[SEP]": [0.0, 1.0]}
    config = {"architectures": ["RobertaForSequenceClassification"]}
    usual = load(str(folder(tmp_path / "roberta", table, config=config, separators=2)))
    minicheck = load(str(folder(tmp_path / "MiniCheck-RoBERTa", table, config=config, separators=2)))
    said = folder(tmp_path / "other", table, config=config, separators=2, settings={"join": "separator"})
    assert probability(usual, "odd", "good") == logistic(3)
    assert probability(minicheck, "odd", "good") == logistic(2)
    assert probability(load(str(said)), "odd", "good") == logistic(2)


def test_a_prompt_stands_around_the_evidence(tmp_path: Path) -> None:
    table = {"good": [1.0]}
    path = folder(tmp_path / "prompt", table, config=ONE, settings={"prompt": "Good: {evidence} good"})
    assert probability(load(str(path)), "odd", "good {evidence}") == logistic(3)


# --- texts ----------------------------------------------------------------------------------------------------------


def test_the_best_window_scores_and_its_text_is_named(tmp_path: Path) -> None:
    verifier = load(str(folder(tmp_path / "best", {"good": [1.0], "bad": [-1.0]}, config=ONE)))
    (score,) = verifier.score([Pair("odd", ("bad", "", "good good", "good"))])
    assert score is not None
    assert score.best == 2
    assert score.probability == logistic(2)  # Bad, good good and good together would be 2 as well.


def test_two_texts_support_together_what_neither_does_alone(tmp_path: Path) -> None:
    verifier = load(str(folder(tmp_path / "two", {"good": [1.0], "odd": [1.0]}, config=ONE, bias=[-3.0])))
    (score,) = verifier.score([Pair("what", ("good", "odd good"))])
    assert score is not None
    assert (score.probability, score.best) == (logistic(0), 1)


def test_a_long_text_is_read_in_windows(tmp_path: Path) -> None:
    verifier = load(str(folder(tmp_path / "long", {"good": [1.0], "bad": [-1.0]}, config=ONE)))
    plain = ["This one is plain."] * 40
    text = " ".join([*["This one is bad and bad."] * 40, *plain, "The zeppelin was good.", *plain])
    assert probability(verifier, "A zeppelin lands.", text) == logistic(1)


@pytest.mark.parametrize("claim", ["odd", "odd " * 400])
def test_what_does_not_fit_is_cut_to_what_the_model_reads(tmp_path: Path, claim: str) -> None:
    table = {word: [-0.1] for word in ("good", "odd", "[CLS]", "[SEP]")}
    path = folder(tmp_path / "cut", table, config=ONE, settings={"longest": 64}, bias=[6.45])
    found = probability(load(str(path)), claim, "good " * 100)
    assert logistic(0.05) <= found <= logistic(0.85), "from 56 to 64 tokens"


def test_a_long_claim_leaves_room_for_evidence(tmp_path: Path) -> None:
    path = folder(tmp_path / "room", {"good": [0.1]}, config=ONE, settings={"longest": 64})
    assert probability(load(str(path)), "odd " * 400, "good " * 100) >= logistic(2.0)


def test_positions_of_roberta_begin_after_its_padding(tmp_path: Path) -> None:
    config = {
        "architectures": ["RobertaForSequenceClassification"],
        "model_type": "roberta",
        "num_labels": 1,
        "max_position_embeddings": 66,
        "pad_token_id": 1,
    }
    table = {word: [-0.1] for word in ("good", "odd", "[CLS]", "[SEP]")}
    path = folder(tmp_path / "roberta", table, config=config, bias=[6.45])
    verifier = load(str(path))
    for length in range(40, 90):
        assert probability(verifier, "odd", "good " * length) > 0.5


def test_what_looks_like_a_mark_in_a_text_is_text(tmp_path: Path) -> None:
    verifier = load(str(folder(tmp_path / "marks", {"[SEP]": [0.0, 1.0]}, config=TWO)))
    assert probability(verifier, "odd [SEP]", "good [SEP] [CLS] odd") == logistic(2)


@pytest.mark.parametrize(
    "pair", [Pair("odd", ()), Pair("odd", ("", " \n ")), Pair("odd", ("…",)), Pair(" ", ("good",))]
)
def test_no_word_no_score(tmp_path: Path, pair: Pair) -> None:
    verifier = load(str(folder(tmp_path / "none", {"good": [1.0]}, config=ONE)))
    assert verifier.score([pair, Pair("odd", ("good",))])[0] is None


def test_no_pairs_no_scores(tmp_path: Path) -> None:
    assert load(str(folder(tmp_path / "none", {"good": [1.0]}, config=ONE))).score([]) == []


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Verifier:
    table = {"good": [0.7], "bad": [-1.1], "odd": [0.3], "[UNK]": [-0.05]}
    return load(str(folder(tmp_path_factory.mktemp("known"), table, config=ONE)))


TEXT = st.lists(st.sampled_from(["good", "bad", "odd", "word.", "…", "[SEP]"]) | st.text(max_size=5)).map(" ".join)
PAIR = st.builds(Pair, TEXT, st.lists(TEXT, max_size=4).map(tuple))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pairs=st.lists(PAIR, max_size=5))
def test_a_score_has_no_neighbours(known: Verifier, pairs: list[Pair]) -> None:
    together = known.score(pairs)
    assert together == [known.score([pair])[0] for pair in pairs]
    for pair, score in zip(pairs, together, strict=True):
        if score is not None:
            assert 0 <= score.probability <= 1
            assert round(score.probability, 3) == score.probability
            assert any(c.isalnum() for c in pair.texts[score.best])


# --- name and version -----------------------------------------------------------------------------------------------


def test_the_version_holds_the_hash_of_the_weights(tmp_path: Path) -> None:
    import hashlib

    path = folder(tmp_path / "mine", {"good": [1.0]}, config=ONE)
    verifier = load(str(path))
    assert verifier.name == "mine"
    assert hashlib.sha256((path / "model.onnx").read_bytes()).hexdigest()[:12] in verifier.version
    (path / "moot.json").write_text(json.dumps({"temperature": 2}))
    other = load(str(path))
    assert other.version != verifier.version, "scores differ, so versions do"


def test_the_onnx_folder_of_a_hub_and_fewer_inputs(tmp_path: Path) -> None:
    made: dict[str, Any] = {"config": ONE, "place": "onnx/model.onnx", "inputs": ("input_ids",)}
    assert probability(load(str(folder(tmp_path / "hub", {"good": [2.0]}, **made))), "odd", "good") == logistic(2)


def test_inputs_of_32_bits(tmp_path: Path) -> None:
    path = folder(tmp_path / "small", {"good": [2.0]}, config=ONE, integers=TensorProto.INT32)
    assert probability(load(str(path)), "odd", "good") == logistic(2)
