"""Learn what kinds of words an order to a model is made of, and write `src/moot/weights/orders.json`.

    python training/orders/fit.py [PAIRS.jsonl.gz ...] [--out FILE]

Attempts: `attempts.txt`, one a line, written for this by one hand in several voices, and those of the open half of
`tests/hostile/corpus`. Ordinary sentences: `ordinary.txt` (manuals, forms, guidelines, articles about models and about
such attempts, and the twin of every attempt that has one), the open halves' twins and texts of `benchmarks/corpora`,
and evidence and claims of the labelled pairs named, of permissive licences only. A logistic regression with a ridge, by
Newton's method: the same files give the same weights. Of an attempt the stretch that holds most kinds of words counts.

Never learned from, and only told at the end how much of it is named: `held_attempts.txt` and `held_ordinary.txt`, kinds
of attempts that `attempts.txt` has none of, and sentences that look like them; and `unseen_attempts.txt` and
`unseen_ordinary.txt`, by three writers who saw neither the code nor these files.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np

from moot.evidence import orders
from moot.evidence.orders import weighed
from moot.evidence.read import read_paths
from moot.text import sentences

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
CLEAN = ("fm2", "scifact", "begin", "factcheck_gpt", "conjnli")
"""Of labelled pairs, the sets under Apache-2.0, MIT or CC BY."""
RIDGE, WEIGHT = 10.0, 2.0
"""The weight is that of an attempt, and of a sentence written to look like one, beside an ordinary sentence."""
PASS = 0.8
"""Log of the odds above which a sentence is named; `benchmarks/hostile.py` counts what it names by mistake."""


def lines(name: str) -> list[str]:
    """Without the names of kinds."""
    text = (HERE / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("== ")]


def corpus(attacks: bool) -> Iterator[str]:
    """Of the open half: what a person sees of the attacks, or the twins' texts."""
    sys.path.insert(0, str(ROOT / "tests" / "hostile"))
    from hostile_corpus import pairs  # pyright: ignore[reportMissingImports]

    for pair in pairs():
        if pair.half != "open":
            continue
        if not attacks:
            with tempfile.TemporaryDirectory() as folder:
                (twin,), _ = read_paths([pair.write(Path(folder), False)])
            yield twin.text
        elif pair.seen == "visible" and pair.kind not in ("encoded", "bidi"):
            yield from (line for line in max(pair.attacks, key=len).splitlines() if len(line.split()) > 3)


def folders() -> Iterator[str]:
    """Texts of the open halves of the benchmarks."""
    found = sorted(path for path in (ROOT / "benchmarks" / "corpora").glob("*/open/*") if path.is_file())
    documents, _ = read_paths([path for path in found if path.suffix in (".md", ".txt", ".html")])
    return (document.text for document in documents)


def labelled(files: Iterable[Path]) -> Iterator[str]:
    for file in files:
        with gzip.open(file, "rt", encoding="utf-8") as rows:
            for row in map(json.loads, rows):
                if row["dataset"] in CLEAN and row["train_ok"]:
                    yield from (row["evidence"], row["claim"])


def stretches(texts: Iterable[str]) -> Iterator[list[str]]:
    """The features of every stretch of every sentence, each sentence once."""
    seen: set[str] = set()
    for text in texts:
        for span in sentences.split(text):
            words = text[span.start : span.end]
            if words not in seen:
                seen.add(words)
                yield from (stretch.features for stretch in weighed.stretches(words))


def fitted(attempts: list[list[str]], near: list[list[str]], ordinary: list[list[str]]) -> dict[str, float]:
    count = Counter(feature for held in attempts for feature in held)
    names = sorted(feature for feature in count if count[feature] >= (3 if feature[0] == "=" else 2))
    place = {name: at for at, name in enumerate(names)}
    rows = [*attempts, *near, *ordinary]
    table = np.zeros((len(rows), len(names) + 1))
    table[:, -1] = 1
    for row, held in zip(table, rows, strict=True):
        row[[place[feature] for feature in held if feature in place]] = 1
    at = np.arange(len(rows))
    weight = np.where(at < len(attempts) + len(near), WEIGHT, 1.0)
    found = _newton(table, (at < len(attempts)).astype(float), weight)
    weights = {name: round(float(found[at]), 3) for name, at in place.items()}
    return {"": round(float(found[-1]) - PASS, 3), **{name: each for name, each in weights.items() if each}}


def _newton(table: Any, truth: Any, weight: Any) -> Any:
    found = np.zeros(table.shape[1])
    ridge = np.eye(len(found)) * RIDGE
    ridge[-1, -1] = 1e-6
    for _ in range(50):
        odds = 1 / (1 + np.exp(-np.clip(table @ found, -30, 30)))
        slope = table.T @ (weight * (odds - truth)) + ridge @ found
        step = np.linalg.solve((table * (weight * odds * (1 - odds))[:, None]).T @ table + ridge, slope)
        found -= step
        if abs(step).max() < 1e-7:
            break
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", nargs="*", type=Path)
    parser.add_argument("--out", type=Path, default=ROOT / "src" / "moot" / "weights" / "orders.json")
    asked = parser.parse_args()
    tried = [
        [stretch.features for stretch in weighed.stretches(attempt)]
        for attempt in [*lines("attempts.txt"), *corpus(attacks=True)]
    ]
    attempts = [max(held, key=len) for held in tried if held]
    near = [*stretches([*lines("ordinary.txt"), *corpus(attacks=False)])]
    ordinary = [*stretches([*folders(), *labelled(asked.pairs)])]
    weights = fitted(attempts, near, ordinary)
    asked.out.write_text(json.dumps(weights, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")
    print(
        f"{len(attempts)} attempts, {len(near)} and {len(ordinary)} ordinary stretches, "
        f"{len(weights) - 1} weights, {asked.out.name}"
    )
    for name in ("held_attempts", "held_ordinary", "unseen_attempts", "unseen_ordinary"):
        texts = lines(f"{name}.txt")
        print(f"{name} named: {sum(bool(orders.find(text)) for text in texts)} of {len(texts)}")


if __name__ == "__main__":
    main()
