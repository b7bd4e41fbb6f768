"""Write the small network as the graph that is shipped: whole numbers, its vocabulary left in the encoder's file.

python training/verifier/export.py small.pt [--out src/moot/weights/minilm-l6-trained-int8.onnx]
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from network import ENCODER, TRAINED
from onnx import TensorProto, helper

sys.path.insert(0, str(Path(__file__).parents[1] / "encoder"))
from build import EPSILON, EXTENSIONS, HEADS, LAYERS, Graph, product

SHARED = ("words", "word_scales", "places", "embedded_weight", "embedded_bias")


def elsewhere(name: str) -> Any:
    """A constant of the encoder's file, by its place there."""
    given = next(each for each in onnx.load(ENCODER).graph.initializer if each.name == name)
    start = ENCODER.read_bytes().index(given.raw_data)
    constant = onnx.TensorProto(name=name, data_type=given.data_type, dims=given.dims)
    constant.data_location = TensorProto.EXTERNAL
    for key, value in (("location", ENCODER.name), ("offset", start), ("length", len(given.raw_data))):
        entry = constant.external_data.add()
        entry.key, entry.value = key, str(value)
    return constant


def built(state: dict[str, Any]) -> Any:
    graph = Graph()
    graph.constants += [elsewhere(name) for name in SHARED]
    given = {name: value.numpy().astype(np.float32) for name, value in state.items()}

    def axis(name: str, value: int) -> str:
        return graph.constant(name, np.array([value], np.int64))

    zero, one, end = axis("zero", 0), axis("one", 1), axis("end", 1 << 30)
    picked = graph.add("Cast", [graph.add("Gather", ["words", "input_ids"], "picked")], "float", to=TensorProto.FLOAT)
    word = graph.add("Mul", [picked, graph.add("Gather", ["word_scales", "input_ids"], "scale")], "word")
    length = graph.add("Shape", ["input_ids"], "length", start=1, end=2)
    total = graph.add("Add", [word, graph.add("Slice", ["places", zero, length], "place")], "sum")
    norm = ["embedded_weight", "embedded_bias"]
    embedded = graph.add("LayerNormalization", [total, *norm], "embedded", epsilon=EPSILON)
    kind = graph.add("Gather", [graph.constant("kind", given["kind"]), "kinds"], "kind_of")
    value = graph.add("Add", [embedded, kind], "read")
    for n in range(LAYERS):
        value = layer(graph, given, n, value)
    first = graph.add("Squeeze", [graph.add("Slice", [value, zero, one, one], "first_"), one], "first")
    claim = graph.add("Equal", ["kinds", graph.constant("claim", np.array(1, np.int64))], "claims")
    own = graph.add("Slice", [graph.add("Cast", [claim], "own_", to=TensorProto.FLOAT), one, end, one], "own")
    others = graph.add("Slice", [value, one, end, one], "others")
    added = graph.add("MatMul", [graph.add("Unsqueeze", [own, one], "own_row"), others], "added")
    count = graph.add("ReduceSum", [own, one], "count", keepdims=1)
    mean = graph.add("Div", [graph.add("Squeeze", [added, one], "added_row"), count], "mean")
    head = [graph.constant(f"head_{part}", given[f"head.{part}"]) for part in ("weight", "bias")]
    graph.add("Gemm", [graph.add("Concat", [first, mean], "both", axis=-1), *head], "logits", transB=1)
    ins = [
        helper.make_tensor_value_info(name, TensorProto.INT64, ["texts", "tokens"]) for name in ("input_ids", "kinds")
    ]
    out = helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["texts", len(given["head.bias"])])
    whole = helper.make_graph(graph.nodes, "claims", ins, [out], graph.constants)
    versions = [helper.make_opsetid("", 18), helper.make_opsetid(EXTENSIONS, 1)]
    return helper.make_model(whole, opset_imports=versions, ir_version=9, producer_name="moot")


def layer(graph: Graph, given: dict[str, Any], n: int, value: str) -> str:
    def through(name: str, of: str) -> str:
        prefix = f"layers.{n}.{name}"
        return product(graph, of, given[f"{prefix}.weight"].T, given[f"{prefix}.bias"], f"{name}{n}")

    def normed(one: str, other: str, of: str, name: str) -> str:
        scale = [graph.constant(f"{name}_{part}", given[f"layers.{n}.{of}.{part}"]) for part in ("weight", "bias")]
        return graph.add("SkipLayerNormalization", [one, other, *scale], name, EXTENSIONS, epsilon=EPSILON)

    three = graph.split(through("three", value), [f"query{n}", f"key{n}", f"content{n}"])
    mixed = graph.add("MultiHeadAttention", three, f"mixed{n}", EXTENSIONS, num_heads=HEADS)
    seen = normed(through("out", mixed), value, "seen", f"seen{n}")
    high = graph.add("Gelu", [through("wide", seen)], f"high{n}", EXTENSIONS)
    return normed(through("narrow", high), seen, "norm", f"layer{n}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("trained", type=Path)
    parser.add_argument("--out", type=Path, default=TRAINED)
    options = parser.parse_args()
    written = built(torch.load(options.trained)).SerializeToString(deterministic=True)
    options.out.write_bytes(written)
    print(hashlib.sha256(written).hexdigest(), len(written), options.out.name)


if __name__ == "__main__":
    main()
