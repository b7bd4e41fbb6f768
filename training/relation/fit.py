"""Weigh what is compared of two claims, and write `src/moot/weights/relation.json`.

    pip install scikit-learn
    python training/relation/fit.py HALVES [--out FILE]

Pairs: `pairs.jsonl.gz`, written for this by writers who saw no code (the network in use has learned from the first
eight, so these are read by that one of `half-0.onnx` and `half-1.onnx` in HALVES that has not seen the writer, see
`training/verifier/further.py`), the open corpora of `benchmarks/corpora/pairs`, which count more since they are fewer,
and pairs of claims of real drafts. The families (`families.jsonl.gz`, `later.jsonl.gz`) teach the network alone: the
graph from which both halves began had learned from them, so they say nothing of how it reads what is new. Two logistic
regressions with a ridge: the same files give the same weights. Told is how each corpus is judged by weights of all
others.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from itertools import repeat
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.preprocessing import StandardScaler

from moot.text.embedding import session, shared
from moot.text.reading import Network, network
from moot.verify.relating import weighed
from moot.verify.relating.compared import compare
from moot.verify.relation import _read  # pyright: ignore[reportPrivateUsage]
from moot.words import Relation

ROOT = Path(__file__).parents[2]
PAIRS = ROOT / "benchmarks" / "corpora" / "pairs"
DRAFTS = ROOT / "benchmarks" / "corpora" / "drafts"
sys.path.insert(0, str(ROOT / "benchmarks"))
from alignment import Pair, corpus  # noqa: E402

LEARNED = range(1, 9)
"""Writers of pairs from whom the network in use has learned; the others tell how strangers are judged."""
CLASSES = (Relation.SAME, Relation.CONFLICT, Relation.APART)
WEIGHT = {"open": 2.0, "drafts": 1.0}
"""Of a pair beside one of `pairs.jsonl.gz`."""
RIDGE = 0.1
LIMIT = 0.35
"""Of the probability of same, where precision and recall are told."""


@dataclass(frozen=True)
class Written:
    """Pairs by one hand."""

    name: str
    weight: float
    unseen: int | None
    """The half that has learned nothing from this hand; None: neither has, and the mean of both is used."""
    pairs: Sequence[Pair]


@dataclass(frozen=True)
class Corpus:
    name: str
    weight: float
    signs: Sequence[Mapping[str, float]]
    read: Sequence[Mapping[str, float]]
    labels: Sequence[int]


def written() -> Iterator[Written]:
    writers: dict[int, list[Pair]] = {}
    with gzip.open(Path(__file__).parent / "pairs.jsonl.gz", "rt", encoding="utf-8") as lines:
        for row in (row for row in map(json.loads, lines) if row["writer"] in LEARNED):
            pair = Pair(row["id"], row["one"], row["other"], Relation(row["relation"]), row["kind"])
            writers.setdefault(row["writer"], []).append(pair)
    for writer, found in writers.items():
        yield Written(f"pairs {writer}", 1.0, 1 - writer % 2, found)
    for file in sorted(PAIRS.glob("open*.jsonl")):
        yield Written(file.stem, WEIGHT["open"], None, list(corpus(file)))
    for file in sorted(DRAFTS.glob("*.json")):
        known = json.loads(file.read_text(encoding="utf-8"))
        texts = {each["id"]: each["text"] for each in known["claims"]}
        found = [Pair("", texts[a], texts[b], Relation(label), "") for a, b, label in known["pairs"]]
        yield Written(file.stem, WEIGHT["drafts"], None, found)


@cache
def half(path: Path) -> Network:
    found = Network(shared())
    found._session = session(path.read_bytes())  # pyright: ignore[reportPrivateUsage]
    return found


def seen(pair: Pair, path: Path | None) -> tuple[dict[str, float], dict[str, float], int]:
    one, other = sorted((_read(pair.one), _read(pair.other)))
    reader = half(path) if path else network()
    return compare(one, other).signs(), weighed.read(one, other, reader), CLASSES.index(pair.relation)


def corpora(halves: Path) -> list[Corpus]:
    found: list[Corpus] = []
    with ProcessPoolExecutor(os.cpu_count()) as workers:
        for each in written():
            path = None if each.unseen is None else halves / f"half-{each.unseen}.onnx"
            told = workers.map(seen, each.pairs, repeat(path), chunksize=32)
            signs, read, labels = zip(*told, strict=True)
            found.append(Corpus(each.name, each.weight, signs, read, labels))
            print(f"{each.name}: {len(each.pairs)} pairs", flush=True)
    return found


def told(corpus: Corpus, read: bool) -> Sequence[Mapping[str, float]]:
    return [{**signs, **more} for signs, more in zip(corpus.signs, corpus.read, strict=True)] if read else corpus.signs


def fitted(some: Sequence[Corpus], read: bool) -> dict[str, tuple[float, float]]:
    rows = [signs for each in some for signs in told(each, read)]
    names = sorted({name for row in rows for name in row})
    values = np.array([[row.get(name, 0.0) for name in names] for row in rows])
    scale = StandardScaler().fit(values)
    model = LogisticRegression(C=RIDGE, max_iter=5000)
    labels = np.concatenate([each.labels for each in some])
    counts = np.concatenate([np.full(len(each.labels), each.weight) for each in some])
    model.fit(scale.transform(values), labels, sample_weight=counts)
    slopes = model.coef_ / scale.scale_
    steady = model.intercept_ - slopes @ scale.mean_
    against = slopes[:2] - slopes[2], steady[:2] - steady[2]
    weights = {"": tuple(against[1])} | {name: tuple(against[0][:, n]) for n, name in enumerate(names)}
    return {name: (round(float(a), 4), round(float(b), 4)) for name, (a, b) in weights.items()}


def judged(corpus: Corpus, weights: Mapping[str, tuple[float, float]], read: bool) -> str:
    found = [weighed.weighed(signs, weights) for signs in told(corpus, read)]
    labels = np.array(corpus.labels)
    of_same = roc_auc_score(labels == 0, [each.same for each in found])
    of_conflict = roc_auc_score(labels == 1, [each.conflict for each in found])
    said = np.array([each.same >= LIMIT for each in found])
    hits = (said & (labels == 0)).sum()
    return f"{of_same:.3f} {of_conflict:.3f}  {hits / max(1, said.sum()):.2f} {hits / (labels == 0).sum():.2f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("halves", type=Path, metavar="HALVES")
    parser.add_argument("--out", type=Path, default=ROOT / "src" / "moot" / "weights" / "relation.json")
    options = parser.parse_args()
    known = corpora(options.halves)
    print("AUC of same, of conflict; precision and recall of same: compared alone, and read too")
    for each in known:
        others = [other for other in known if other is not each]
        ways = [judged(each, fitted(others, read), read) for read in (False, True)]
        print(f"{each.name:16}", "  |  ".join(ways))
    weights: dict[str, Any] = {"compared": fitted(known, False), "read": fitted(known, True)}
    body = ",\n".join(
        f'"{kind}": {{\n' + ",\n".join(f"{json.dumps(name)}: {list(pair)}" for name, pair in of.items()) + "\n}"
        for kind, of in weights.items()
    )
    written = f"{{\n{body}\n}}\n".encode()
    options.out.write_bytes(written)
    print(
        hashlib.sha256(written).hexdigest(),
        f"{options.out.name}: {len(weights['compared'])} and {len(weights['read'])} weights",
    )


if __name__ == "__main__":
    main()
