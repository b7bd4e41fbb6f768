"""Verifiers given as safetensors, against the published usage of their libraries. Needs the extra `verifiers`."""

from __future__ import annotations

import json
import socket
from pathlib import Path
from typing import Any, NoReturn

import pytest
from tokenizers import Tokenizer, models, pre_tokenizers, processors, trainers

from moot.errors import UsageError
from moot.verify.published import load
from moot.verify.published.tokens import LETTUCE
from moot.verify.verifier import Pair

torch: Any = pytest.importorskip("torch")
transformers: Any = pytest.importorskip("transformers")

DOCUMENT = "The mill at Ardvale made 61.6 tonnes of flour in 2023. It was sold to its millers in May."
CLAIM = "Ardvale's millers own the mill."
MARKS = ["<s>", "<pad>", "</s>", "<unk>"]
SIZE = {
    "vocab_size": 400,
    "hidden_size": 16,
    "num_hidden_layers": 2,
    "num_attention_heads": 2,
    "intermediate_size": 32,
    "pad_token_id": 1,
    "bos_token_id": 0,
    "eos_token_id": 2,
}


@pytest.fixture(autouse=True)
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **named: object) -> NoReturn:
        pytest.fail("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def tokenizer() -> Any:
    """Byte-level, as RoBERTa has it."""
    made = Tokenizer(models.BPE())
    made.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)  # type: ignore[assignment]
    alphabet = pre_tokenizers.ByteLevel.alphabet()
    trainer = trainers.BpeTrainer(vocab_size=400, special_tokens=MARKS, initial_alphabet=alphabet, show_progress=False)
    made.train_from_iterator([DOCUMENT, CLAIM], trainer)
    made.post_processor = processors.RobertaProcessing(("</s>", 2), ("<s>", 0))  # type: ignore[assignment]
    return transformers.PreTrainedTokenizerFast(
        tokenizer_object=made, bos_token="<s>", pad_token="<pad>", eos_token="</s>", unk_token="<unk>"
    )


def saved(path: Path, model: Any) -> Path:
    model.eval().save_pretrained(path)
    tokenizer().save_pretrained(path)
    return path


def roberta(kind: str, **more: Any) -> Any:
    torch.manual_seed(7)
    config = transformers.RobertaConfig(**SIZE, max_position_embeddings=514, initializer_range=1.0, **more)
    return getattr(transformers, kind)(config)


def probability(path: Path) -> float:
    (score,) = load(str(path)).score([Pair(CLAIM, (DOCUMENT,))])
    assert score is not None
    return score.probability


def softmax(model: Any, encoded: Any) -> Any:
    taken = {name: encoded[name] for name in ("input_ids", "attention_mask")}
    with torch.inference_mode():
        return torch.softmax(model(**taken).logits[0], dim=-1)


def test_minicheck_as_its_authors_call_it(tmp_path: Path) -> None:
    model = roberta("RobertaForSequenceClassification")
    path = saved(tmp_path / "MiniCheck-RoBERTa", model)
    encoded = tokenizer()("</s>".join([DOCUMENT, CLAIM]), return_tensors="pt")
    assert probability(path) == pytest.approx(softmax(model, encoded)[1].item(), abs=6e-4)


def test_an_nli_model_as_a_pair(tmp_path: Path) -> None:
    names = {0: "contradiction", 1: "entailment", 2: "neutral"}
    model = roberta("RobertaForSequenceClassification", id2label=names, label2id={v: k for k, v in names.items()})
    path = saved(tmp_path / "nli", model)
    encoded = tokenizer()(DOCUMENT, CLAIM, return_tensors="pt")
    assert probability(path) == pytest.approx(softmax(model, encoded)[1].item(), abs=6e-4)


def test_lettucedetect_marks_tokens_of_the_answer(tmp_path: Path) -> None:
    torch.manual_seed(7)
    config = transformers.ModernBertConfig(**SIZE, initializer_range=0.5, cls_token_id=0, sep_token_id=2)
    model = transformers.ModernBertForTokenClassification(config).to(torch.float32)
    path = saved(tmp_path / "lettuce", model)
    encoded = tokenizer()(LETTUCE.replace("{evidence}", DOCUMENT), CLAIM, return_tensors="pt")
    length = len(tokenizer()(CLAIM, add_special_tokens=False)["input_ids"])
    marked = softmax(model, encoded)[-length - 1 : -1, 1]
    assert probability(path) == pytest.approx(1 - marked.max().item(), abs=6e-4)


def test_weights_without_a_trained_head(tmp_path: Path) -> None:
    path = saved(tmp_path / "headless", roberta("RobertaModel"))
    config = json.loads((path / "config.json").read_text())
    (path / "config.json").write_text(json.dumps(config | {"architectures": ["RobertaForSequenceClassification"]}))
    with pytest.raises(UsageError, match="no trained head"):
        load(str(path))


@pytest.mark.parametrize("content", [b"", b"no weights", b"\x08\x00\x00\x00\x00\x00\x00\x00{}      "])
def test_damaged_weights(tmp_path: Path, content: bytes) -> None:
    path = saved(tmp_path / "damaged", roberta("RobertaForSequenceClassification"))
    (path / "model.safetensors").write_bytes(content)
    with pytest.raises(UsageError) as caught:
        load(str(path))
    assert "\n" not in str(caught.value)
