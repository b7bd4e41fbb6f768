"""The embedded verifier against labelled claims, beside plain overlap and a control that sees the claim alone.

    python benchmarks/verifier.py FOLDER [--items N] [--file dev.jsonl.gz] [--predictions FILE] [--fit] [--both]

FOLDER holds `train.jsonl.gz` and `dev.jsonl.gz` (one object a line: id, claim, evidence, label, dataset). "Supported"
stands against the rest; means are over datasets. The threshold for a dataset is the one that is best on the mean of all
the others, so none is scored with a threshold that has seen it; temperature likewise, for the calibration error (15
bins). `--predictions` writes {"id", "p"} lines. `--fit` prints the constants for `verifiers/embedded.py`: mean and
deviation on train items, temperature and threshold on dev. `--both`: the mean with the trained verifier, as the check
`entailment` scores.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import os
import platform
import random
import resource
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from moot.bench.suites.claims.measured import auc
from moot.text.embedding import shared
from moot.text.terms import overlap
from moot.verify.verifier import Pair
from moot.verify.verifiers import embedded
from moot.verify.verifiers.embedded import Embedded, Raw, Scale
from moot.verify.verifiers.trained import trained

Scores = dict[str, list[tuple[float, bool]]]
NEAR = frozenset(
    [
        "attrbench_stanfordgensearch",
        "attrbench_expertqa",
        "attrbench_lfqa",
        "attrbench_attributedqa",
        "factcheck_gpt",
        "begin",
        "wice",
    ]
)
"""The sets nearest to cited answers."""
UNSEEN = frozenset(
    [
        "attrbench_stanfordgensearch",
        "attrbench_expertqa",
        "attrbench_lfqa",
        "attrbench_attributedqa",
        "anli",
        "climate_fever",
        "covidfact",
        "dialfact",
        "healthver",
        "nli4ct",
        "qags",
        "sick",
    ]
)
"""The sets that no training or fitting has seen."""


@dataclass(frozen=True)
class Item:
    id: str
    claim: str
    evidence: str
    supported: bool
    dataset: str


@dataclass(frozen=True)
class Measured:
    item: Item
    raw: Raw


def read(path: Path, items: int | None) -> list[Item]:
    """All items, or the first `items` of each dataset in one shuffled order."""
    taken: dict[str, list[Item]] = {}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            item = Item(row["id"], row["claim"], row["evidence"], row["label"] == "supported", row["dataset"])
            taken.setdefault(item.dataset, []).append(item)
    draw = random.Random(7)
    for found in taken.values():
        draw.shuffle(found)
    return [item for found in taken.values() for item in found[:items]]


def measure(items: Sequence[Item], verifier: Embedded) -> list[Measured]:
    values = verifier.measure([Pair(item.claim, (item.evidence,)) for item in items])
    return [Measured(item, raw) for item, raw in zip(items, values, strict=True) if raw]


def together(dev: Sequence[Measured]) -> dict[str, float]:
    """The mean with the trained verifier, by item; the embedded one alone where that one says nothing."""
    votes = trained().score([Pair(each.item.claim, (each.item.evidence,)) for each in dev])
    return {
        each.item.id: (each.raw.probability + vote.probability) / 2 if vote else each.raw.probability
        for each, vote in zip(dev, votes, strict=True)
    }


def fitted(values: Sequence[float]) -> Scale:
    return Scale(round(statistics.fmean(values), 3), round(statistics.pstdev(values), 3))


def balanced(pairs: Sequence[tuple[float, bool]], threshold: float) -> float:
    right = [score >= threshold for score, supported in pairs if supported]
    wrong = [score < threshold for score, supported in pairs if not supported]
    return (sum(right) / len(right) + sum(wrong) / len(wrong)) / 2


def best(scores: Scores) -> float:
    """The threshold with the highest mean balanced accuracy; of several the middle one."""
    steps = [n / 200 for n in range(1, 200)]
    means = [statistics.fmean(balanced(pairs, step) for pairs in scores.values()) for step in steps]
    top = [step for step, mean in zip(steps, means, strict=True) if mean >= max(means) - 1e-9]
    return top[len(top) // 2]


def cooled(score: float, temperature: float, shift: float) -> float:
    odds = math.log(max(score, 1e-6) / max(1 - score, 1e-6))
    return 1 / (1 + math.exp(-(odds - shift) / temperature))


def calibration_error(pairs: Sequence[tuple[float, bool]]) -> float:
    bins: dict[int, list[tuple[float, bool]]] = {}
    for score, label in pairs:
        bins.setdefault(min(14, int(score * 15)), []).append((score, label))
    return sum(abs(sum(s for s, _ in each) - sum(y for _, y in each)) for each in bins.values()) / len(pairs)


def calibrated(scores: Scores) -> tuple[float, float]:
    """Temperature and shift of the odds with the least mean calibration error over the sets."""
    grid = [(t / 4, s / 4) for t in range(2, 25) for s in range(-6, 7)]

    def error(pair: tuple[float, float]) -> float:
        return statistics.fmean(
            calibration_error([(cooled(score, *pair), label) for score, label in pairs]) for pairs in scores.values()
        )

    return min(grid, key=error)


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


def mean(rows: dict[str, tuple[float, float]], names: frozenset[str] | None, at: int) -> float:
    return statistics.fmean(row[at] for name, row in rows.items() if names is None or name in names)


def gain(ours: Scores, plain: Scores, names: frozenset[str], times: int = 300) -> tuple[float, float, float]:
    """Mean AUC gain over overlap with its 95 % interval: items drawn again within each set, the same for both."""
    draw = random.Random(11)
    gains: list[float] = []
    for _ in range(times):
        each: list[float] = []
        for name in sorted(names & ours.keys()):
            rows = list(zip(ours[name], plain[name], strict=True))
            again = [draw.choice(rows) for _ in rows]
            if len({label for (_, label), _ in again}) == 2:
                each.append(auc([a for a, _ in again]) - auc([b for _, b in again]))
        gains.append(statistics.fmean(each))
    gains.sort()
    return statistics.fmean(gains), gains[int(0.025 * times)], gains[int(0.975 * times) - 1]


def show(plain: Scores, ours: Scores, alone: Scores) -> None:
    left, right, control = held_out(plain), held_out(ours), held_out(alone)
    print(f"{'dataset':28} items   overlap BA / AUC   verifier BA / AUC   claim alone AUC   calibration error")
    errors: list[float] = []
    for name in plain:
        others = {k: v for k, v in ours.items() if k != name}
        fit = calibrated({k: v[:200] for k, v in others.items()})
        errors.append(calibration_error([(cooled(score, *fit), label) for score, label in ours[name]]))
        (a, b), (c, d) = left[name], right[name]
        print(
            f"{name:28} {len(plain[name]):5}   {a:10.3f} / {b:.3f}   {c:11.3f} / {d:.3f}   "
            f"{control[name][1]:15.3f}   {errors[-1]:12.3f}"
        )
    for label, names in (("mean, all", None), ("mean, never in train", UNSEEN), ("mean, nearest to use", NEAR)):
        a, b, c, d = mean(left, names, 0), mean(left, names, 1), mean(right, names, 0), mean(right, names, 1)
        print(f"{label:28} {'':5}   {a:10.3f} / {b:.3f}   {c:11.3f} / {d:.3f}   {mean(control, names, 1):15.3f}")
    for label, names in (("never in train", UNSEEN), ("nearest to use", NEAR)):
        middle, low, high = gain(ours, plain, names)
        print(f"gain in AUC over overlap, {label}: {middle:+.3f} [{low:+.3f}, {high:+.3f}]")
    below = [n for n in plain if len(plain[n]) >= 300 and right[n][0] < left[n][0] - 0.02]
    print(f"sets of 300 items or more, BA more than .02 below overlap: {', '.join(below) or 'none'}")
    print(f"mean calibration error {statistics.fmean(errors):.3f} (temperature and shift from the other sets)")


def claim_alone(items: Sequence[Item]) -> dict[str, float]:
    """A control: how far length and numbers of the claim alone lead."""
    return {item.id: 1 / (1 + len(item.claim.split()) + 3 * sum(c.isdigit() for c in item.claim)) for item in items}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--items", type=int, help="at most so many of each dataset")
    parser.add_argument("--file", default="dev.jsonl.gz")
    parser.add_argument("--predictions", type=Path)
    parser.add_argument("--fit", action="store_true", help="print the constants instead of using the present ones")
    parser.add_argument("--both", action="store_true", help="the mean with the trained verifier")
    options = parser.parse_args()
    verifier = Embedded(shared())
    if options.fit:
        sample = [each.raw for each in measure(read(options.folder / "train.jsonl.gz", 150), verifier)]
        embedded.OVERLAP = fitted([raw.overlap for raw in sample])
        embedded.ALIGNMENT = fitted([raw.alignment for raw in sample])
        embedded.COSINE = fitted([raw.cosine for raw in sample])
        embedded.WEAKEST = fitted([raw.weakest for raw in sample])
        embedded.PHRASES = fitted([raw.phrases for raw in sample])
        for name in ("OVERLAP", "ALIGNMENT", "COSINE", "WEAKEST", "PHRASES"):
            print(f"{name} = {getattr(embedded, name)}")
    items = read(options.folder / options.file, options.items)
    started = time.perf_counter()
    dev = measure(items, verifier)
    known = together(dev) if options.both else {each.item.id: each.raw.probability for each in dev}
    seconds = time.perf_counter() - started
    plain = table(dev, lambda m: overlap(m.item.claim, m.item.evidence))
    ours = table(dev, lambda m: known[m.item.id])
    if options.fit:
        temperature, shift = calibrated({name: pairs[:200] for name, pairs in ours.items()})
        print(f"TEMPERATURE, SHIFT = {temperature}, {shift}\nTHRESHOLD = {best(ours)}")
    if options.predictions:
        rows = ({"id": item.id, "p": round(known.get(item.id, 0.0), 3)} for item in items)
        options.predictions.write_text("".join(json.dumps(row) + "\n" for row in rows))
    control = claim_alone(items)
    show(plain, ours, table(dev, lambda m: control[m.item.id]))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    machine = f"{os.cpu_count()} cores, {platform.machine()}, peak memory {peak:.0f} MB"
    version = f"{verifier.version} and trained {trained().version}" if options.both else verifier.version
    print(f"{len(dev)} items, {version}, {len(dev) / seconds:.0f} pairs/s, {machine}")


if __name__ == "__main__":
    main()
