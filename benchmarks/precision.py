"""From which probability of `verify` on a claim is rightly called supported: the table of `moot/verify/precision.py`.

    python benchmarks/precision.py FOLDER [--items N]

FOLDER holds `dev.jsonl.gz` (id, claim, evidence, label, dataset). Of the sets nearest to use, at most N items of each
are taken. Precision is counted as if half of the claims were supported: right / (right + wrong), each as a share of its
label, mean over sets. The last columns are for each set left out in turn: the threshold from the others, and what was
reached with it.
"""

from __future__ import annotations

import argparse
import os
import platform
import random
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from signals import read
from verifier import NEAR

from moot.verify.claim import verify
from moot.verify.referee import Referee

Scores = dict[str, list[tuple[float, bool]]]
WISHED = (0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95)
STEPS = [n / 100 for n in range(5, 100)]
LEAST = 0.02
"""Share of the supported claims that must be left: below it a precision is chance."""


def scored(folder: Path, items: int) -> Scores:
    rows = [row for row in read(folder / "dev.jsonl.gz") if row["dataset"] in NEAR]
    random.Random(4).shuffle(rows)
    referee, found = Referee(), defaultdict[str, list[tuple[float, bool]]](list)
    for row in rows:
        mine = found[row["dataset"]]
        if len(mine) < items:
            mine.append((verify(row["claim"], [row["evidence"]], referee).score or 0.0, row["label"] == "supported"))
    return found


def shares(scores: Sequence[tuple[float, bool]], threshold: float) -> tuple[float, float]:
    """Of the supported and of the others, those at or above the threshold."""
    parts = [[score for score, supported in scores if supported is value] for value in (True, False)]
    right, wrong = (sum(score >= threshold for score in part) / len(part) for part in parts)
    return right, wrong


def precision(sets: Sequence[Sequence[tuple[float, bool]]], threshold: float) -> tuple[float, float]:
    """Mean over the sets, and the mean share of the supported that is kept."""
    each = [shares(scores, threshold) for scores in sets]
    right, wrong = (statistics.fmean(part) for part in zip(*each, strict=True))
    return (right / (right + wrong) if right >= LEAST else 0.0), right


def chosen(sets: Sequence[Sequence[tuple[float, bool]]], wished: float) -> float | None:
    """The lowest threshold from which on the precision stays at what is wished."""
    met = [precision(sets, step)[0] >= wished or precision(sets, step)[1] < LEAST for step in STEPS]
    first = next((n for n in range(len(STEPS)) if all(met[n:])), None)
    return None if first is None or precision(sets, STEPS[first])[1] < LEAST else STEPS[first]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--items", type=int, default=400)
    options = parser.parse_args()
    begun = time.perf_counter()
    scores = scored(options.folder, options.items)
    sets = list(scores.values())
    print("precision wished   probability   reached   of the supported kept   set left out: reached   kept")
    for wished in WISHED:
        threshold = chosen(sets, wished)
        if threshold is None:
            print(f"{wished:16.2f}   not reached")
            continue
        reached, kept = precision(sets, threshold)
        others = [(each, chosen([other for other in sets if other is not each], wished)) for each in sets]
        left = [shares(each, step) for each, step in others if step is not None]
        right, wrong = (statistics.fmean(part) for part in zip(*left, strict=True))
        print(
            f"{wished:16.2f}   {threshold:11.2f}   {reached:7.2f}   {kept:21.2f}   "
            f"{right / (right + wrong) if right else 0:21.2f}   {right:4.2f}"
        )
    count = sum(map(len, sets))
    print(
        f"{count} claims of {len(sets)} sets, {time.perf_counter() - begun:.0f} s, {platform.machine()}, "
        f"{os.cpu_count()} cores"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
