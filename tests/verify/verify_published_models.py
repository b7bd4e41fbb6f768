"""Folders of tiny verifiers whose answers are known: every token adds its row of a table to the logits."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from onnx import TensorProto, helper, numpy_helper, save
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors

WORDS = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "good", "bad", "odd")
SEQUENCE = "BertForSequenceClassification"
TOKEN = "ModernBertForTokenClassification"

Table = Mapping[str, Sequence[float]]
"""What each word adds; those that are not named add nothing."""


def folder(
    path: Path,
    table: Table,
    *,
    config: Mapping[str, Any],
    settings: Mapping[str, Any] | None = None,
    bias: Sequence[float] = (),
    first_only: bool = False,
    separators: int = 1,
    place: str = "model.onnx",
    inputs: Sequence[str] = ("input_ids", "attention_mask", "token_type_ids"),
    integers: int = TensorProto.INT64,
) -> Path:
    """`first_only`: only tokens of the first text count; `separators`: between two texts, as RoBERTa has two."""
    path.mkdir(parents=True, exist_ok=True)
    (path / "config.json").write_text(json.dumps(config))
    if settings is not None:
        (path / "moot.json").write_text(json.dumps(settings))
    tokenizer(separators).save(str(path / "tokenizer.json"))
    by_token = str(config.get("architectures", [""])[0]).endswith("ForTokenClassification")
    (path / place).parent.mkdir(exist_ok=True)
    save(_graph(table, bias, by_token, first_only, inputs, integers), str(path / place))
    return path


def tokenizer(separators: int = 1) -> Tokenizer:
    """Words by space, in small letters."""
    vocabulary = {word: n for n, word in enumerate(WORDS)}
    made = Tokenizer(models.WordLevel(vocabulary, unk_token="[UNK]"))
    made.normalizer = normalizers.Lowercase()  # type: ignore[assignment]
    made.pre_tokenizer = pre_tokenizers.Sequence(  # type: ignore[assignment]
        [pre_tokenizers.WhitespaceSplit(), pre_tokenizers.Punctuation()]
    )
    made.add_special_tokens(list(WORDS[:4]))
    between = " ".join(["[SEP]"] * separators)
    made.post_processor = processors.TemplateProcessing(  # type: ignore[assignment]
        single="[CLS] $A [SEP]",
        pair=f"[CLS] $A {between} $B:1 [SEP]:1",
        special_tokens=[("[CLS]", 2), ("[SEP]", 3)],
    )
    return made


def _graph(
    table: Table, bias: Sequence[float], by_token: bool, first_only: bool, inputs: Sequence[str], integers: int
) -> Any:
    width = len(next(iter(table.values())))
    rows = np.array([table.get(word, [0.0] * width) for word in WORDS], dtype=np.float32)
    nodes: list[Any] = [helper.make_node("Gather", ["rows", "input_ids"], ["found"])]
    if first_only:
        nodes += [
            helper.make_node("Sub", ["one", "token_type_ids"], ["here"]),
            helper.make_node("Cast", ["here"], ["kept"], to=TensorProto.FLOAT),
            helper.make_node("Unsqueeze", ["kept", "last"], ["column"]),
            helper.make_node("Mul", ["found", "column"], ["counted"]),
        ]
    last = "counted" if first_only else "found"
    if not by_token:
        nodes.append(helper.make_node("ReduceSum", [last, "middle"], ["summed"], keepdims=0))
        last = "summed"
    nodes.append(helper.make_node("Add", [last, "bias"], ["logits"]))
    constants = {
        "rows": rows,
        "bias": np.array(bias or [0.0] * width, dtype=np.float32),
        "one": np.array(1, dtype=np.int64),
        "last": np.array([-1], dtype=np.int64),
        "middle": np.array([1], dtype=np.int64),
    }
    graph = helper.make_graph(
        nodes,
        "tiny",
        [helper.make_tensor_value_info(name, integers, ["pairs", "tokens"]) for name in inputs],
        [helper.make_tensor_value_info("logits", TensorProto.FLOAT, None)],
        [numpy_helper.from_array(value, name) for name, value in constants.items()],
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
