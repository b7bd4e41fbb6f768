"""Train both networks: the large one on labelled pairs, the small one on what the large one says of many more.

    pip install torch safetensors onnx
    python training/verifier/teach.py pairs.npz MPNET TAUGHT

pairs.npz: from `gather.py`. MPNET: the folder of all-mpnet-base-v2. TAUGHT: `large.pt` and `small.pt` come there. On
one H200 about three minutes for the large network, half a minute to judge, six minutes for the small one. What a GPU
adds up is not fixed by the seeds, so weights come out alike, not the same.
"""

from __future__ import annotations

import argparse
import random
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import torch
from fitting import DEVICE, distance, fit, judged, of_labels
from network import LOGITS, Network, keep, large, small
from pairs import Pairs
from torch import Tensor

EPOCHS, PASSES = 4, 6
EACH_EPOCH = {
    "written": 1.0, "new": 1.5, "family": 0.3, "among": 0.5, "fm2": 0.7, "factcheck_gpt": 1.0, "begin": 0.7,
    "scifact": 1.0, "conjnli": 1.0, "expertqa": 2.0, "swapped": 0.5, "hard": 0.6, "cut": 0.5, "buried": 0.5,
    "base family": 0.4,
}  # fmt: skip
"""How much of each kind an epoch of the large network holds."""
LABEL = 0.3
"""The weight of a label beside the distance to what the large network says."""


def epoch(pairs: Pairs, which: Iterable[int], draw: random.Random) -> list[int]:
    by: dict[str, list[int]] = defaultdict(list)
    for n in which:
        by[str(pairs.kind[n])].append(n)
    found: list[int] = []
    for kind, some in by.items():
        whole, part = divmod(EACH_EPOCH[kind], 1)
        found += some * int(whole) + draw.sample(some, int(len(some) * part))
    return found


def large_taught(pairs: Pairs, mpnet: Path, draw: random.Random) -> Network:
    teacher = large(mpnet).to(DEVICE)
    known = pairs.known()
    batches = [each for _ in range(EPOCHS) for each in pairs.coded.batches(epoch(pairs, known, draw), 48, draw)]
    fit(
        teacher,
        pairs.coded,
        batches,
        lambda said, some: of_labels(said, pairs.labels[some], pairs.tasks[some]).mean(),
        4e-5,
        0.92,
        0.7,
    )
    return teacher


def small_taught(
    pairs: Pairs, student: Network, said: Tensor, which: list[int], passes: int, rate: float, draw: random.Random
) -> None:
    """By what the large network says (`said`, a row for each pair there is) and by the label, where there is one."""

    def lost(logits: Tensor, some: Tensor) -> Tensor:
        labels, tasks = pairs.labels[some], pairs.tasks[some]
        by_label = of_labels(logits, labels.clamp(min=0), tasks)
        return (distance(logits, said[some], tasks) + LABEL * (labels >= 0) * by_label).mean()

    batches = [each for _ in range(passes) for each in pairs.coded.batches(which, 224, draw)]
    fit(student, pairs.coded, batches, lost, rate, 0.95, 0.7)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("mpnet", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    draw = random.Random(5)
    torch.manual_seed(1)
    pairs = Pairs(options.pairs)
    options.out.mkdir(parents=True, exist_ok=True)
    teacher = large_taught(pairs, options.mpnet, draw)
    torch.save(teacher.state_dict(), options.out / "large.pt")
    which = pairs.before()
    said = torch.zeros(len(pairs.task), LOGITS, device=DEVICE)
    said[which] = torch.from_numpy(judged(teacher, pairs.coded, which)).to(DEVICE)
    student = small().to(DEVICE)
    small_taught(pairs, student, said, which, PASSES, 3e-4, draw)
    keep(student.state_dict(), options.out / "small.pt")


if __name__ == "__main__":
    main()
