"""Learn what words and kinds of words an order to a model is made of, and write `src/moot/weights/orders.json`.

    python training/orders/fit.py PAGES GUIDE [PAIRS.jsonl.gz ...] [--out FILE]

Attempts, one a line: `attempts.txt`, written for this by one hand in several voices; `attempts_others.txt`,
`later*.jsonl.gz` and the open half of `benchmarks/corpora/orders`, by nine writers who saw neither the code nor these
files; and those of the open half of `tests/hostile/corpus`. Ordinary sentences: `ordinary.txt` (manuals, forms,
guidelines, articles about models and about such attempts, and the twin of every attempt that has one), those of the
nine, `ordinary_pages.txt` (what pages tell their readers), the open halves' twins and texts of `benchmarks/corpora`,
evidence and claims of the labelled pairs named, of permissive licences only, and 1,497 real pages: PAGES is a copy of
github.com/Murrough-Foley/web-content-extraction-benchmark (CC BY 4.0), of which the development half is learned from.
Nearly all of that is English: GUIDE is a copy of github.com/github/opensource.guide (CC BY 4.0), thirteen articles of
advice to people in 28 tongues. A logistic regression with a ridge: the same files give the same weights. Of an attempt
one stretch counts: first the one of most features, then, learned again, the most telling one.

At the end it tells how much is named of what was not learned from: `held_attempts.txt` and `held_ordinary.txt`, kinds
of attempts that `attempts.txt` has none of, and sentences that look like them; `kept_attempts.txt` and
`kept_ordinary.txt`, the same kinds, most of them within a text; `stranger_*.txt` and `fresh_*.txt`, of two writers
more, which nobody has read since; of the test half of PAGES; and of each of the nine, by weights learned without
that writer. All by words and forms alone: what is read beside them is learned by `second.py`.
"""

from __future__ import annotations

import argparse
import gzip
import html
import json
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from moot.evidence import orders
from moot.evidence.orders import weighed
from moot.evidence.read import read_paths
from moot.text import sentences

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
CLEAN = ("fm2", "scifact", "begin", "factcheck_gpt", "conjnli")
"""Of labelled pairs, the sets under Apache-2.0, MIT or CC BY."""
RIDGE, OF_KINDS = 5.0, 50.0
"""Kinds are held back more than words: with a small ridge they take what the words should learn."""
ATTEMPT, LIKE = 2.0, 3.0
"""What an attempt, and a sentence written to look like one, weigh beside an ordinary sentence."""
LEAST = 0.05
"""A weight below it is left out."""
PASS = 0.0
"""Log of the odds above which a sentence is named: on one real page in a hundred a sentence has so much."""
HELD = [f"{kind}_{what}" for kind in ("held", "kept", "stranger", "fresh") for what in ("attempts", "ordinary")]
"""Files that nothing is learned from."""
OUT = ROOT / "src" / "moot" / "weights" / "orders.json"
Weights = dict[str, float]


def lines(name: str) -> list[str]:
    """Without the names of kinds."""
    text = (HERE / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("== ")]


def writers(name: str) -> list[list[str]]:
    """The lines of each, under its heading."""
    parts = (HERE / name).read_text(encoding="utf-8").split("== writer ")[1:]
    return [[line for line in part.splitlines()[1:] if line.strip()] for part in parts]


def later(attacks: bool) -> list[list[str]]:
    """The lines of each writer of `later.jsonl.gz` and `later2.jsonl.gz`."""
    found = defaultdict[int, list[str]](list)
    for name in ("later.jsonl.gz", "later2.jsonl.gz"):
        with gzip.open(HERE / name, "rt", encoding="utf-8") as rows:
            for row in map(json.loads, rows):
                if (row["label"] == "attempt") == attacks:
                    found[row["writer"]].append(row["text"])
    return [found[writer] for writer in sorted(found)]


def documents(attacks: bool) -> list[str]:
    """Of the open half of `benchmarks/corpora/orders` the orders, or the whole twins and the sentences beside them."""
    folder = ROOT / "benchmarks" / "corpora" / "orders"
    rows = [json.loads(line) for line in (folder / "open.jsonl").read_text(encoding="utf-8").splitlines()]
    if attacks:
        return [row["attempt"] for row in rows]
    return [*(row["twin"] for row in rows), *(folder / "ordinary.txt").read_text(encoding="utf-8").splitlines()]


def pages(folder: Path, half: str) -> Iterator[str]:
    """The main text of real pages, as the corpus gives it."""
    for file in sorted((folder / half / "ground-truth").glob("*.json")):
        yield json.loads(file.read_text(encoding="utf-8"))["ground_truth"].get("main_content") or ""


def guide(folder: Path) -> list[str]:
    """Its articles, but for those in English."""
    documents, _ = read_paths(sorted((folder / "_articles").glob("*/*.md")))
    return [html.unescape(document.text) for document in documents]


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


def own_attempts() -> list[str]:
    return [*lines("attempts.txt"), *corpus(attacks=True)]


def own_likes() -> list[str]:
    return [*lines("ordinary.txt"), *lines("ordinary_pages.txt"), *corpus(attacks=False)]


def attempts_of_writers() -> list[list[str]]:
    return [*writers("attempts_others.txt"), *later(attacks=True), documents(attacks=True)]


def likes_of_writers() -> list[list[str]]:
    return [*writers("ordinary_others.txt"), *later(attacks=False), documents(attacks=False)]


def ordinary(folder: Path, articles: Path, pairs: Iterable[Path]) -> list[str]:
    """Texts that nobody wrote for this. `folder`: of pages, `articles`: of the guide."""
    return [*folders(), *labelled(pairs), *pages(folder, "dev"), *guide(articles)]


def stretches(text: str) -> list[list[str]]:
    """The features of every stretch of every sentence."""
    spans = sentences.split(text)
    return [each.features for span in spans for each in weighed.stretches(text[span.start : span.end])]


def of_all(texts: Iterable[str]) -> list[list[str]]:
    """Each sentence once."""
    said = (text[span.start : span.end] for text in texts for span in sentences.split(text))
    return [held for sentence in dict.fromkeys(said) for held in stretches(sentence)]


def fitted(attempts: list[list[list[str]]], near: list[list[str]], ordinary: list[list[str]]) -> Weights:
    """`attempts`: the stretches of each."""
    first = _fitted([max(held, key=len) for held in attempts], near, ordinary)
    return _fitted([max(held, key=lambda each: total(first, each)) for held in attempts], near, ordinary)


def total(weights: Weights, held: list[str]) -> float:
    return sum(weights.get(feature, 0.0) for feature in held) + weights[""]


def _fitted(attempts: list[list[str]], near: list[list[str]], ordinary: list[list[str]]) -> Weights:
    count = Counter(feature for held in attempts for feature in held)
    names = sorted(feature for feature in count if count[feature] >= (3 if feature[0] == "=" else 2))
    place = {name: at for at, name in enumerate(names)}
    rows = [[place[feature] for feature in held if feature in place] for held in (*attempts, *near, *ordinary)]
    ends = np.cumsum([0, *map(len, rows)])
    table = csr_matrix((np.ones(ends[-1]), np.concatenate(rows).astype(int), ends), shape=(len(rows), len(names)))
    at = np.arange(len(rows))
    weight = np.repeat([ATTEMPT, LIKE, 1.0], [len(attempts), len(near), len(ordinary)])
    ridge = np.array([*(RIDGE if name[0] == "=" else OF_KINDS for name in names), 1e-6])
    found = _least(table, (at < len(attempts)).astype(float), weight, ridge)
    weights = {name: round(float(found[at]), 2) for name, at in place.items()}
    return {
        "": round(float(found[-1]) - PASS, 3),
        **{name: each for name, each in weights.items() if abs(each) >= LEAST},
    }


def _least(table: Any, truth: Any, weight: Any, ridge: Any) -> Any:
    """The weights, and that of no name, of the least loss."""
    turned = table.T.tocsr()

    def loss(found: Any) -> tuple[float, Any]:
        odds = table @ found[:-1] + found[-1]
        miss = weight * (1 / (1 + np.exp(-np.clip(odds, -30, 30))) - truth)
        lost = (weight * (np.logaddexp(0, odds) - truth * odds)).sum() + (ridge * found**2).sum() / 2
        return lost, np.append(turned @ miss, miss.sum()) + ridge * found

    start = np.zeros(table.shape[1] + 1)
    return minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 1_000, "ftol": 1e-12}).x


def named(weights: Weights, texts: Iterable[str]) -> int:
    """By weights that need not be those in use, or by a form."""
    return sum(any(total(weights, held) > 0 for held in stretches(text)) or bool(orders.told(text)) for text in texts)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", type=Path)
    parser.add_argument("guide", type=Path)
    parser.add_argument("pairs", nargs="*", type=Path)
    parser.add_argument("--out", type=Path, default=OUT)
    asked = parser.parse_args()
    own, like, others, like_others = own_attempts(), own_likes(), attempts_of_writers(), likes_of_writers()
    common = of_all(ordinary(asked.pages, asked.guide, asked.pairs))

    def learned(but: int | None = None) -> Weights:
        kept = [n for n in range(len(others)) if n != but]
        tried = map(stretches, [*own, *(line for n in kept for line in others[n])])
        near = of_all([*like, *(line for n in kept for line in like_others[n])])
        return fitted([held for held in tried if held], near, common)

    weights = learned()
    asked.out.write_text(json.dumps(weights, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{len(common)} ordinary stretches, {len(weights) - 1} weights, {asked.out.name}")
    for name in HELD:
        texts = lines(f"{name}.txt")
        print(f"{name} named: {named(weights, texts)} of {len(texts)}")
    tests = list(pages(asked.pages, "test"))
    print(f"real pages with a sentence named: {sum(named(weights, [page]) for page in tests)} of {len(tests)}")
    for n, (attempts, likes) in enumerate(zip(others, like_others, strict=True)):
        without = learned(but=n)
        print(
            f"writer {n + 1}, learned without: attempts named {named(without, attempts)} of {len(attempts)}, "
            f"their like {named(without, likes)} of {len(likes)}"
        )


if __name__ == "__main__":
    main()
