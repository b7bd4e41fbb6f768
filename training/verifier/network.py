"""One encoder for both networks: the large one (MPNet, places relative to each other) and the small one shipped.

[mark] claim [mark] text [mark] -> six logits, those of two tasks side by side (`Task`)
"""

from __future__ import annotations

import math
from enum import IntEnum
from pathlib import Path

import onnx
import torch
from onnx import numpy_helper
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn.functional import dropout, gelu, scaled_dot_product_attention

WEIGHTS = Path(__file__).parents[2] / "src" / "moot" / "weights"
ENCODER, TRAINED = WEIGHTS / "minilm-l6-int8.onnx", WEIGHTS / "minilm-l6-trained-int8.onnx"


class Task(IntEnum):
    """What is asked of a claim and a text, each with its own classes."""

    SUPPORT = 0
    """Supported, contradicted, not said."""
    RELATION = 1
    """The text is another claim: the same, in conflict, apart."""


CLASSES = {Task.SUPPORT: slice(0, 3), Task.RELATION: slice(3, 6)}
LOGITS = 6


class Layer(nn.Module):
    def __init__(self, size: int, heads: int, epsilon: float, drop: float) -> None:
        super().__init__()
        self.heads, self.drop = heads, drop
        self.three, self.out = nn.Linear(size, 3 * size), nn.Linear(size, size)
        self.wide, self.narrow = nn.Linear(size, 4 * size), nn.Linear(4 * size, size)
        self.seen, self.norm = nn.LayerNorm(size, epsilon), nn.LayerNorm(size, epsilon)

    def forward(self, states: Tensor, bias: Tensor) -> Tensor:
        texts, tokens, size = states.shape
        query, key, content = (
            each.view(texts, tokens, self.heads, size // self.heads).transpose(1, 2)
            for each in self.three(states).chunk(3, -1)
        )
        rate = self.drop if self.training else 0.0
        mixed = scaled_dot_product_attention(query, key, content, attn_mask=bias, dropout_p=rate)
        mixed = self.out(mixed.transpose(1, 2).reshape(texts, tokens, size))
        states = self.seen(states + dropout(mixed, self.drop, self.training))
        return self.norm(states + dropout(self.narrow(gelu(self.wide(states))), self.drop, self.training))


class Network(nn.Module):
    def __init__(self, size: int, layers: int, vocabulary: int, places: int, relative: bool, drop: float) -> None:
        super().__init__()
        epsilon = 1e-5 if relative else 1e-12
        self.first, self.relative, self.drop = (2 if relative else 0), relative, drop
        self.words, self.places = nn.Embedding(vocabulary, size), nn.Embedding(places, size)
        self.norm, self.kind = nn.LayerNorm(size, epsilon), nn.Parameter(torch.zeros(3, size))
        self.layers = nn.ModuleList(Layer(size, 12, epsilon, drop) for _ in range(layers))
        self.distance = nn.Embedding(32, 12) if relative else None
        self.head = nn.Linear(2 * size, LOGITS)

    def forward(self, ids: Tensor, kinds: Tensor) -> Tensor:
        """`kinds`: 0 nothing, 1 claim, 2 text."""
        at = torch.arange(ids.shape[1], device=ids.device)
        states = self.norm(self.words(ids) + self.places(at + self.first))
        if self.distance is None:
            states = states + self.kind[kinds]
        states = dropout(states, self.drop, self.training)
        bias = torch.zeros(len(ids), 1, 1, len(at), device=ids.device).masked_fill((kinds == 0)[:, None, None], -1e4)
        bias = bias.expand(-1, 1, len(at), -1)
        if self.distance is not None:
            bias = bias + self.distance(apart(at[None] - at[:, None])).permute(2, 0, 1)[None]
        half = torch.is_autocast_enabled(ids.device.type)
        bias = bias.to(torch.bfloat16 if half else states.dtype)
        for layer in self.layers:
            states = layer(states, bias)
        own = ((kinds == 1) & (at > 0)).to(states.dtype)[..., None]
        mean = (states * own).sum(1) / own.sum(1).clamp(min=1)
        return self.head(torch.cat([states[:, 0], mean], -1)).float()


def apart(distance: Tensor) -> Tensor:
    """MPNet's 32 classes of distance, up to 128 tokens, each side its own."""
    far = 8 + (torch.log(distance.abs().float().clamp(min=1) / 8) / math.log(16) * 8).long()
    near = torch.where(distance.abs() < 8, distance.abs(), far.clamp(max=15))
    return near + (distance > 0).long() * 16


def large(folder: Path) -> Network:
    """all-mpnet-base-v2 from its folder, with a new head."""
    given = {name.removeprefix("mpnet."): value for name, value in load_file(folder / "model.safetensors").items()}
    network = _large()
    state = network.state_dict()
    for name, of in (("words", "word_embeddings"), ("places", "position_embeddings")):
        state[f"{name}.weight"] = given[f"embeddings.{of}.weight"]
    state["distance.weight"] = given["encoder.relative_attention_bias.weight"]
    for part in ("weight", "bias"):
        state[f"norm.{part}"] = given[f"embeddings.LayerNorm.{part}"]
        for n in range(12):
            here, there = f"layers.{n}.", f"encoder.layer.{n}."
            state[f"{here}three.{part}"] = torch.cat([given[f"{there}attention.attn.{each}.{part}"] for each in "qkv"])
            for name, of in (
                ("out", "attention.attn.o"),
                ("seen", "attention.LayerNorm"),
                ("wide", "intermediate.dense"),
                ("narrow", "output.dense"),
                ("norm", "output.LayerNorm"),
            ):
                state[f"{here}{name}.{part}"] = given[f"{there}{of}.{part}"]
    network.load_state_dict(state)
    return network


def _large() -> Network:
    network = Network(768, 12, 30527, 514, relative=True, drop=0.1)
    assert network.distance is not None
    network.distance.weight.requires_grad_(False)
    return network


def small() -> Network:
    """The encoder that is shipped; its vocabulary and places stay as they are, since the two share them."""
    return _small(_constants(ENCODER), ends="states")


def shipped(path: Path = TRAINED) -> Network:
    """The small network of a graph that `export.py` wrote."""
    given = _constants(path)
    network = _small(given, ends="layer5")
    with torch.no_grad():
        network.kind.copy_(given["kind"])
        network.head.weight.copy_(given["head_weight"])
        network.head.bias.copy_(given["head_bias"])
    return network


def _constants(graph: Path) -> dict[str, Tensor]:
    return {
        each.name: torch.from_numpy(numpy_helper.to_array(each).copy()) for each in onnx.load(graph).graph.initializer
    }


def _small(given: dict[str, Tensor], ends: str) -> Network:
    """`ends`: the name of what the last layer gives."""
    network = Network(384, 6, 30522, 512, relative=False, drop=0.0)
    state = network.state_dict()
    state["words.weight"] = given["words"].float() * given["word_scales"].float().reshape(-1, 1)
    state["places.weight"] = given["places"][:512]
    for n in range(6):
        for name in ("three", "out", "wide", "narrow"):
            weights = given[f"{name}{n}_weights"].float() * given[f"{name}{n}_scales"]
            state[f"layers.{n}.{name}.weight"], state[f"layers.{n}.{name}.bias"] = weights.T, given[f"{name}{n}_bias"]
        last = ends if n == 5 else f"layer{n}"
        for part in ("weight", "bias"):
            state[f"norm.{part}"] = given[f"embedded_{part}"]
            state[f"layers.{n}.seen.{part}"] = given[f"seen{n}_{part}"]
            state[f"layers.{n}.norm.{part}"] = given[f"{last}_{part}"]
    network.load_state_dict(state)
    for kept in (network.words, network.places, network.norm):
        kept.requires_grad_(False)
    return network


def likely(logits: Tensor) -> Tensor:
    """Log probabilities, of each task for itself."""
    return torch.cat([torch.log_softmax(logits[:, some], -1) for some in CLASSES.values()], -1)


def keep(state: dict[str, Tensor], path: Path) -> None:
    """What the small network does not share with the encoder, in half precision."""
    shared = ("words.", "places.", "norm.")
    torch.save({name: each.half().cpu() for name, each in state.items() if not name.startswith(shared)}, path)
