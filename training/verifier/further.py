"""Teach both networks further: sentences of reports whose faults are known, claims that say the same, and attempts to
steer whoever reads.

    pip install torch safetensors onnx
    python training/verifier/further.py pairs.npz TAUGHT OUT

pairs.npz: from `gather.py`; TAUGHT: from `teach.py`. Twice the large network learns from what is new, from one half of
the writers and from the other, and the small one from what it says. The mean of the weights of the two small ones is
shipped (`small.pt` in OUT; Wortsman et al. 2022, model soups). The halves tell how well a writer is read by a network
that has not seen that hand: `read.json.gz` has what they say of the sentences of reports, for
`training/weights/fit.py`, and `half-0.npz` and `half-1.npz` what both networks say of all that is of the other half. On
one H200 the two at once take eight minutes.
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
from fitting import DEVICE, fit, judged, of_labels
from network import LOGITS, Network, begun, keep, large_from
from pairs import Pairs
from teach import epoch, small_taught

EPOCHS, PASSES = 3, 2
OF_AN_EPOCH = {"report": 1.0, "relation": 0.2, "order": 0.4}
"""How much of what is new the large network sees in an epoch; and how many pairs known before, not to forget them."""
AGAIN = 4_000
BEFORE = "before.npy"
"""What the large network says of what it knew before, in OUT."""
OLD = 80_000
"""Pairs known or made before that the small network reads beside what is new."""


def of_half(pairs: Pairs, half: int, *kinds: str) -> list[int]:
    """What is not of the other half."""
    return [n for n in pairs.of(*kinds) if pairs.half[n] != 1 - half]


def large_further(pairs: Pairs, teacher: Network, half: int, draw: random.Random) -> None:
    batches: list[list[int]] = []
    for _ in range(EPOCHS):
        old = epoch(pairs, pairs.known(), draw)
        which = draw.sample(old, min(len(old), AGAIN))
        for kind, share in OF_AN_EPOCH.items():
            some = of_half(pairs, half, kind)
            which += draw.sample(some, int(share * len(some)))
        batches += pairs.coded.batches(which, 48, draw)
    fit(
        teacher,
        pairs.coded,
        batches,
        lambda logits, some: of_labels(logits, pairs.labels[some], pairs.tasks[some]).mean(),
        2.5e-5,
        0.92,
        0.6,
    )


def further(path: Path, taught: Path, out: Path, half: int) -> None:
    pairs, draw = Pairs(path), random.Random(half)
    torch.manual_seed(half)
    teacher = large_from(torch.load(taught / "large.pt")).to(DEVICE)
    large_further(pairs, teacher, half, draw)
    new = of_half(pairs, half, "report", "made", "relation", "order")
    unseen = [n for n in pairs.of("report", "relation", "order") if pairs.half[n] == 1 - half]
    said = torch.from_numpy(np.load(out / BEFORE)).float().to(DEVICE)
    said[[*new, *unseen]] = torch.from_numpy(judged(teacher, pairs.coded, [*new, *unseen])).to(DEVICE)
    old = pairs.before()
    which = [*new, *of_half(pairs, half, "report") * 2, *draw.sample(old, min(len(old), OLD))]
    student = begun(taught / "small.pt").to(DEVICE)
    small_taught(pairs, student, said, which, PASSES, 2e-4, draw)
    keep(student.state_dict(), out / f"half-{half}.pt")
    ours = judged(student, pairs.coded, unseen)
    np.savez(out / f"half-{half}.npz", places=unseen, large=said[unseen].cpu().numpy(), small=ours)


def odds(said: np.ndarray) -> np.ndarray:
    """Log odds of supported."""
    return said[:, 0] - np.logaddexp(said[:, 1], said[:, 2])


def read(pairs: Pairs, out: Path) -> dict[str, Any]:
    """Log odds of each sentence, by the small network that has not seen its writer."""
    said: dict[int, float] = {}
    for half in (0, 1):
        with np.load(out / f"half-{half}.npz") as given:
            said |= dict(zip(given["places"].tolist(), odds(given["small"]).tolist(), strict=True))
    found: dict[str, Any] = {}
    for n, (writer, report, at) in zip(pairs.of("report"), pairs.sentences, strict=True):
        found.setdefault(writer, {}).setdefault(report, {})[at] = round(said[n], 2)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("taught", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    pairs = Pairs(options.pairs)
    teacher = large_from(torch.load(options.taught / "large.pt")).to(DEVICE)
    old = pairs.before()
    said = np.zeros((len(pairs.task), LOGITS), np.float16)
    said[old] = judged(teacher, pairs.coded, old)
    np.save(options.out / BEFORE, said)
    del teacher, said
    with ProcessPoolExecutor(2, get_context("spawn")) as workers:
        halves = [workers.submit(further, options.pairs, options.taught, options.out, half) for half in (0, 1)]
        for each in halves:
            each.result()
    one, other = (torch.load(options.out / f"half-{half}.pt") for half in (0, 1))
    keep({name: (value.float() + other[name].float()) / 2 for name, value in one.items()}, options.out / "small.pt")
    (options.out / "read.json.gz").write_bytes(gzip.compress(json.dumps(read(pairs, options.out)).encode(), mtime=0))


if __name__ == "__main__":
    main()
