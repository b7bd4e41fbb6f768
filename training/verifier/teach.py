"""Train both networks: the large one on labelled pairs, the small one on what the large one says of many more.

    pip install torch safetensors onnx
    python training/verifier/teach.py DATA MPNET OUT [--share 1]

DATA: the folder of labelled claims (claims, written, expertqa). MPNET: all-mpnet-base-v2. OUT: `small.pt` comes there.
On one H200 about two minutes for the large network, half a minute to judge, six minutes for the small one. --share .01
is a rehearsal. What is drawn is fixed by the seeds; what a GPU adds up is not, so weights come out alike, not the same.
"""

from __future__ import annotations

import argparse
import random
from collections import defaultdict
from pathlib import Path

import torch
from fitting import DEVICE, Coded, fit, judged, of_labels
from labelled import EACH_EPOCH, Pair, clean, labelled
from network import large, small
from torch import Tensor
from unlabelled import unlabelled

EPOCHS, PASSES = 4, 6


def epoch(pairs: list[Pair], draw: random.Random) -> list[int]:
    by: dict[str, list[int]] = defaultdict(list)
    for n, each in enumerate(pairs):
        by[each.kind].append(n)
    found: list[int] = []
    for kind, some in by.items():
        whole, part = divmod(EACH_EPOCH[kind], 1)
        found += some * int(whole) + draw.sample(some, int(len(some) * part))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("mpnet", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--share", type=float, default=1.0, help="of the pairs, for a rehearsal")
    options = parser.parse_args()
    draw = random.Random(5)
    torch.manual_seed(1)
    known, passages = labelled(options.data, draw)
    passages = draw.sample(passages, max(10, int(len(passages) * options.share)))
    real = clean(options.data)
    unknown = unlabelled(passages, draw.sample(real, max(200, int(len(real) * options.share))), draw)
    known, unknown = (draw.sample(each, int(len(each) * options.share)) for each in (known, unknown))
    print(f"{len(known)} labelled pairs, {len(unknown)} others", flush=True)

    labels = torch.tensor([each.label for each in known], device=DEVICE)
    coded, teacher = Coded(known), large(options.mpnet).to(DEVICE)
    batches = [each for _ in range(EPOCHS) for each in coded.batches(epoch(known, draw), 48, draw)]
    fit(teacher, coded, batches, lambda y, n: of_labels(y, labels[n]).mean(), 4e-5, 0.92, 0.7)

    every = Coded([*unknown, *known])
    said = torch.from_numpy(judged(teacher, every)).to(DEVICE)
    labels = torch.cat([torch.full((len(unknown),), -1, device=DEVICE), labels])

    def distance(logits: Tensor, some: Tensor) -> Tensor:
        """To what the large network says, in probabilities and in odds; and to the label, where there is one."""
        ours, theirs, label = torch.log_softmax(logits, -1), said[some], labels[some]
        odds, its = (torch.logsumexp(each[:, 1:], -1) - each[:, 0] for each in (ours, theirs))
        apart = (theirs.exp() * (theirs - ours)).sum(-1) + 0.05 * (its.clamp(-6, 6) - odds) ** 2
        return (apart + 0.3 * (label >= 0) * of_labels(logits, label)).mean()

    student = small().to(DEVICE)
    batches = [each for _ in range(PASSES) for each in every.batches(range(len(every.lengths)), 224, draw)]
    fit(student, every, batches, distance, 3e-4, 0.95, 0.7)
    options.out.mkdir(parents=True, exist_ok=True)
    shared = ("words.", "places.", "norm.")
    kept = {name: each.half().cpu() for name, each in student.state_dict().items() if not name.startswith(shared)}
    torch.save(kept, options.out / "small.pt")


if __name__ == "__main__":
    main()
