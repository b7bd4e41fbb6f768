"""The first entailment check against labelled claims, beside plain overlap: AUC and balanced accuracy per dataset.

    python benchmarks/entailment_threshold.py FOLDER [--items 100] [--fit]

FOLDER holds `train.jsonl.gz` and `dev.jsonl.gz` (one object a line: claim, evidence, label, dataset). "Supported"
stands against the rest. The threshold for a dataset is the one that is best on the mean of all the others, so none is
scored with a threshold that has seen it. `--fit` prints the constants for `moot/verify/entailment.py`: mean and
deviation on train items, and the threshold that is best on the mean of all dev sets.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import platform
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from moot.text.embedding import Encoder
from moot.verify import entailment

Scores = dict[str, list[tuple[float, bool]]]


@dataclass(frozen=True)
class Item:
    claim: str
    evidence: str
    supported: bool
    dataset: str


@dataclass(frozen=True)
class Measured:
    item: Item
    words: float
    cosine: float


def read(path: Path, items: int) -> list[Item]:
    """The first `items` of each dataset (the files are shuffled)."""
    taken: dict[str, list[Item]] = {}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            found = taken.setdefault(row["dataset"], [])
            if len(found) < items:
                found.append(Item(row["claim"], row["evidence"], row["label"] == "supported", row["dataset"]))
    return [item for found in taken.values() for item in found]


def measure(items: Sequence[Item], encoder: Encoder) -> list[Measured]:
    values = entailment.raw([(item.claim, [item.evidence]) for item in items], encoder)
    return [Measured(item, *value) for item, value in zip(items, values, strict=True) if value]


def fitted(values: Sequence[float]) -> entailment.Scale:
    return entailment.Scale(round(statistics.fmean(values), 3), round(statistics.pstdev(values), 3))


def auc(pairs: Sequence[tuple[float, bool]]) -> float:
    """Chance that a supported item scores above another; ties count half."""
    right = [score for score, supported in pairs if supported]
    wrong = [score for score, supported in pairs if not supported]
    above = sum((r > w) + 0.5 * (r == w) for r in right for w in wrong)
    return above / (len(right) * len(wrong))


def balanced(pairs: Sequence[tuple[float, bool]], threshold: float) -> float:
    right = [score >= threshold for score, supported in pairs if supported]
    wrong = [score < threshold for score, supported in pairs if not supported]
    return (sum(right) / len(right) + sum(wrong) / len(wrong)) / 2


def best(scores: Scores) -> float:
    """The threshold with the highest mean balanced accuracy; of several the middle one."""
    steps = [n / 200 for n in range(10, 191)]
    means = [statistics.fmean(balanced(pairs, step) for pairs in scores.values()) for step in steps]
    top = [step for step, mean in zip(steps, means, strict=True) if mean >= max(means) - 1e-9]
    return top[len(top) // 2]


def table(measured: Sequence[Measured], score: Callable[[Measured], float]) -> Scores:
    scores: Scores = {}
    for each in measured:
        scores.setdefault(each.item.dataset, []).append((round(score(each), 3), each.item.supported))
    return {name: pairs for name, pairs in sorted(scores.items()) if len({label for _, label in pairs}) == 2}


def held_out(scores: Scores) -> dict[str, tuple[float, float]]:
    """BA (threshold chosen on the other sets) and AUC of each dataset."""
    return {
        name: (balanced(pairs, best({k: v for k, v in scores.items() if k != name})), auc(pairs))
        for name, pairs in scores.items()
    }


def show(plain: Scores, mixed: Scores) -> None:
    left, right = held_out(plain), held_out(mixed)
    print(f"{'dataset':28} items   overlap BA / AUC   entailment BA / AUC")
    for name in plain:
        a, b = left[name], right[name]
        print(f"{name:28} {len(plain[name]):5}   {a[0]:10.3f} / {a[1]:.3f}   {b[0]:13.3f} / {b[1]:.3f}")
    means = [statistics.fmean(row[n] for row in side.values()) for side in (left, right) for n in (0, 1)]
    print(f"{'mean':28} {'':5}   {means[0]:10.3f} / {means[1]:.3f}   {means[2]:13.3f} / {means[3]:.3f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--items", type=int, default=100, help="at most so many of each dataset")
    parser.add_argument("--fit", action="store_true", help="print the constants instead of using the present ones")
    arguments = parser.parse_args()
    encoder = Encoder()
    started = time.perf_counter()
    scales = (entailment.OVERLAP, entailment.COSINE)
    if arguments.fit:
        sample = measure(read(arguments.folder / "train.jsonl.gz", arguments.items), encoder)
        scales = fitted([m.words for m in sample]), fitted([m.cosine for m in sample])
        print(f"OVERLAP = {scales[0]}\nCOSINE = {scales[1]}")
    dev = measure(read(arguments.folder / "dev.jsonl.gz", arguments.items), encoder)
    plain = table(dev, lambda m: m.words)
    mixed = table(dev, lambda m: entailment.combined(m.words, m.cosine, *scales))
    if arguments.fit:
        print(f"THRESHOLD = {best(mixed)}")
    show(plain, mixed)
    seconds = time.perf_counter() - started
    print(f"{len(dev)} dev items, {encoder.version}, {seconds:.0f} s on {os.cpu_count()} cores, {platform.machine()}")


if __name__ == "__main__":
    main()
