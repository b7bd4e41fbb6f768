"""Teach the small network further: sentences of reports whose faults are known, short texts, claims that say the same.

    pip install torch safetensors onnx
    python training/verifier/further.py pairs.npz OUT [--begin src/moot/weights/minilm-l6-trained-int8.onnx]

pairs.npz: from `gather.py --labelled`. It begins from the graph that `--begin` names, by default the one in use, and is
held to what that says of the labelled claims that were known before. Twice: from one half of the writers that are new
to that graph, and from the other; some of what it has learned from before is read again by both. The mean of the two is
shipped (`small.pt` in OUT; Wortsman et al. 2022, model soups). What each half says of what it has not seen comes to
`half-0.npz` and `half-1.npz`, and that of sentences of reports to `read.json.gz`, for `training/weights/fit.py`. One
thread each, about three quarters of an hour on two cores.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import numpy as np
import torch
from fitting import DEVICE, distance, fit, judged, of_labels
from network import TRAINED, keep, shipped
from pairs import BOTH, Pairs
from reports import WEIGHTS
from teach import LABEL, epoch
from torch import Tensor

READ = WEIGHTS / "read.json.gz"
PASSES, BATCH, RATE = 2, 32, 1.0e-4
AGAIN = {"report": 4_000, "short": 1_200, "relation": 3_000}
"""Pairs in a pass that are of no half."""
OWN = 2_500
"""Of a kind in a pass that are of the own one, at most."""
KNOWN = 1_600
"""Labelled claims known before, in a pass."""


def of_half(pairs: Pairs, half: int, kind: str) -> list[int]:
    return [n for n in pairs.of(kind) if pairs.half[n] == half]


def further(path: Path, begin: Path, out: Path, half: int) -> None:
    torch.set_num_threads(1)
    torch.manual_seed(half)
    pairs, draw = Pairs(path), random.Random(half)
    network = shipped(begin).to(DEVICE)
    batches: list[list[int]] = []
    known: list[int] = []
    for _ in range(PASSES):
        old = epoch(pairs, pairs.known(), draw)
        drawn = draw.sample(old, min(len(old), KNOWN))
        known += drawn
        which = list(drawn)
        for kind, most in AGAIN.items():
            for some, count in ((of_half(pairs, BOTH, kind), most), (of_half(pairs, half, kind), OWN)):
                which += draw.sample(some, min(len(some), count))
        batches += pairs.coded.batches(which, BATCH, draw)
    said = dict(zip(known, torch.from_numpy(judged(network, pairs.coded, known)).to(DEVICE), strict=True))

    def lost(logits: Tensor, some: Tensor) -> Tensor:
        """By the label; what was known before, mostly by what the network said of it."""
        losses = of_labels(logits, pairs.labels[some], pairs.tasks[some])
        before = [row for row, n in enumerate(some.tolist()) if n in said]
        if before:
            theirs = torch.stack([said[n] for n in some[before].tolist()])
            kept = distance(logits[before], theirs, pairs.tasks[some[before]])
            losses = losses.index_put((torch.tensor(before, device=DEVICE),), kept + LABEL * losses[before])
        return losses.mean()

    fit(network, pairs.coded, batches, lost, RATE, 0.95, 0.6)
    keep(network.state_dict(), out / f"half-{half}.pt")
    unseen = [n for kind in AGAIN for n in of_half(pairs, 1 - half, kind)]
    np.savez(out / f"half-{half}.npz", places=unseen, said=judged(network, pairs.coded, unseen))


def odds(said: np.ndarray) -> np.ndarray:
    """Log odds of supported."""
    return said[:, 0] - np.logaddexp(said[:, 1], said[:, 2])


def read(pairs: Pairs, out: Path) -> dict[str, Any]:
    """Log odds of each sentence by a network that has not seen its writer: those of new writers beside the known."""
    said: dict[int, float] = {}
    for half in (0, 1):
        with np.load(out / f"half-{half}.npz") as given:
            said |= dict(zip(given["places"].tolist(), odds(given["said"]).tolist(), strict=True))
    with gzip.open(READ, "rt", encoding="utf-8") as file:
        found: dict[str, Any] = json.load(file)
    for n, (writer, report, at) in zip(pairs.of("report"), pairs.sentences, strict=True):
        if n in said:
            found.setdefault(writer, {}).setdefault(report, {})[at] = round(said[n], 2)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--begin", type=Path, default=TRAINED, help="the graph it begins from")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    with ProcessPoolExecutor(2, get_context("spawn")) as workers:
        halves = [workers.submit(further, options.pairs, options.begin, options.out, half) for half in (0, 1)]
        for each in halves:
            each.result()
    one, other = (torch.load(options.out / f"half-{half}.pt") for half in (0, 1))
    keep({name: (value.float() + other[name].float()) / 2 for name, value in one.items()}, options.out / "small.pt")
    found = read(Pairs(options.pairs), options.out)
    (options.out / "read.json.gz").write_bytes(gzip.compress(json.dumps(found).encode(), mtime=0))


if __name__ == "__main__":
    main()
