"""Teach the small network further, with the sentences of reports whose faults are known (`training/weights`).

    pip install torch safetensors onnx
    python training/verifier/further.py DATA small.pt OUT

DATA and `small.pt` as for `teach.py`. Two networks learn, each from the reports of every other writer and from some of
what was learned before, so as not to forget it; on two cores half an hour. `small.pt` in OUT is the mean of their
weights (Wortsman et al. 2022, model soups). `read.json.gz` tells how each sentence is read by the one of the two that
has not seen its writer, for `training/weights/fit.py`.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import sys
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import numpy as np
import torch
from fitting import Coded, fit, judged, of_labels
from labelled import CONTRADICTED, NOT_SUPPORTED, SUPPORTED, UNSAID, Pair, labelled
from network import Network, small
from torch import Tensor

from moot.evidence.library import Library
from moot.readers.file import drafted
from moot.verify.entailment import _grounds, _said  # pyright: ignore[reportPrivateUsage]
from moot.verify.trained import WORDS, _english  # pyright: ignore[reportPrivateUsage]
from moot.verify.windows import best_windows

ROOT = Path(__file__).parents[2]
REPORTS = ROOT / "training" / "weights" / "reports.jsonl.gz"
sys.path.insert(0, str(ROOT / "benchmarks"))
from faults import document, report  # noqa: E402

CONTRADICTING = {"negation_flipped", "direction", "wrong_figure", "wrong_sum", "role_swapped", "wrong_comparison"}
CONTRADICTING |= {"unit_or_scale"}
GOING_BEYOND = {"detail_added", "correlation_as_cause", "hedge_dropped", "condition_dropped", "attribution_dropped"}
GOING_BEYOND |= {"overgeneralised"}
AGAIN = {
    "new": 650, "family": 350, "fm2": 175, "factcheck_gpt": 175, "begin": 175, "scifact": 175, "conjnli": 175,
    "expertqa": 175,
}  # fmt: skip
"""Pairs of each kind known before, for each of the two."""
LABEL = 0.4
"""Share of the label in the loss of such a pair; the rest is the distance to what the network said of it before."""
KEPT_LAYERS, BATCH, RATE, DECAY, AVERAGED = 2, 16, 6e-5, 0.9, 0.6


@dataclass(frozen=True)
class Sentence:
    writer: str
    report: str
    at: int
    """Its place among the sentences of the report."""
    pair: Pair


def label(kind: str, supported: bool) -> int:
    if supported:
        return SUPPORTED
    return CONTRADICTED if kind in CONTRADICTING else UNSAID if kind in GOING_BEYOND else NOT_SUPPORTED


def sentences() -> Iterator[Sentence]:
    """As the trained verifier is asked about them: beside the best window of what they cite, English prose only."""
    with gzip.open(REPORTS, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            library = Library([document(each) for each in row["sources"]])
            claims = list(drafted(report(row), library).claims())
            for at, (said, claim) in enumerate(zip(row["sentences"], claims, strict=True)):
                grounds = _grounds(library.cited(claim), library) if claim.citations else []
                if not grounds:
                    continue
                text = " ".join(_said(claim).split())
                (window,) = best_windows(text, "\n\n".join(each.text for each in grounds), 1, WORDS)
                if _english(text, window):
                    known = label(said["kind"], said["label"] == "supported")
                    yield Sentence(row["writer"], row["id"], at, Pair(text, window, "report", known))


def begun(path: Path) -> Network:
    network = small()
    given = {name: value.float() for name, value in torch.load(path).items()}
    network.load_state_dict(network.state_dict() | given)
    return network


def taught(start: Path, known: Sequence[Pair], again: Sequence[Pair], seed: int) -> dict[str, Tensor]:
    """The weights after two passes over the sentences and one over what was known before."""
    torch.set_num_threads(1)
    torch.manual_seed(seed)
    draw, network = random.Random(seed), begun(start)
    before = torch.from_numpy(judged(network, Coded(again), 8000))
    for layer in network.layers[:KEPT_LAYERS]:
        layer.requires_grad_(False)
    pairs, first = Coded([*known, *again]), len(known)
    labels = torch.tensor([each.label for each in (*known, *again)])

    def lost(logits: Tensor, some: Tensor) -> Tensor:
        of_label = of_labels(logits, labels[some])
        said = before[(some - first).clamp(min=0)]
        apart = (said.exp() * (said - torch.log_softmax(logits, -1))).sum(-1)
        return torch.where(some >= first, LABEL * of_label + (1 - LABEL) * apart, of_label).mean()

    batches = pairs.batches(range(len(labels)), BATCH, draw) + pairs.batches(range(first), BATCH, draw)
    fit(network, pairs, batches, lost, RATE, DECAY, AVERAGED)
    return network.state_dict()


def read(state: Mapping[str, Tensor], pairs: Sequence[Pair]) -> list[float]:
    """Log odds of supported."""
    network = small()
    network.load_state_dict(state)
    said = judged(network, Coded(pairs), 8000)
    return [round(float(one - np.logaddexp(*others)), 2) for one, *others in said]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("small", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    draw = random.Random(7)
    of_kind: dict[str, list[Pair]] = {kind: [] for kind in AGAIN}
    for pair in labelled(options.data, draw)[0]:
        of_kind.get(pair.kind, []).append(pair)
    drawn = [draw.sample(some, min(len(some), 2 * AGAIN[kind])) for kind, some in of_kind.items()]
    known = list(sentences())
    writers = list(dict.fromkeys(each.writer for each in known))
    halves = [[each for each in known if each.writer in writers[n::2]] for n in (0, 1)]
    with ProcessPoolExecutor(2, get_context("spawn")) as workers:
        learning = [
            workers.submit(
                taught, options.small, [each.pair for each in half], [pair for some in drawn for pair in some[n::2]], n
            )
            for n, half in enumerate(halves)
        ]
        states = [each.result() for each in learning]

    found: dict[str, dict[str, Any]] = {}
    for state, half in zip(states, reversed(halves), strict=True):
        for each, odds in zip(half, read(state, [each.pair for each in half]), strict=True):
            found.setdefault(each.writer, {}).setdefault(each.report, {})[each.at] = odds
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / "read.json.gz").write_bytes(gzip.compress(json.dumps(found).encode(), mtime=0))
    shared = ("words.", "places.", "norm.")
    for name, some in (("half-0", states[:1]), ("half-1", states[1:]), ("small", states)):
        mean = {key: torch.stack([each[key] for each in some]).mean(0) for key in some[0]}
        kept = {key: value.half() for key, value in mean.items() if not key.startswith(shared)}
        torch.save(kept, options.out / f"{name}.pt")


if __name__ == "__main__":
    main()
