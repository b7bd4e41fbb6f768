"""All pairs that the networks learn from, as tokens in one file, so that learning itself needs no more than that file.

    python training/verifier/gather.py DATA pairs.npz [--labelled] [--share 1]

DATA: the folder of labelled claims (claims, written, expertqa). --labelled: without the pairs that nobody has judged,
which only a large network can teach from. --share .01 is a rehearsal. What is drawn is fixed by the seeds. Everything
by a writer from whom the graph in use has not learned (`retold.jsonl.gz`, pairs of claims) is of one half, so that a
network taught with the other half has seen nothing by that hand.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterable, Iterator, Sequence
from itertools import permutations
from pathlib import Path
from typing import Any

import numpy as np
from fitting import TOKENS
from labelled import FAMILIES, Pair, clean, labelled, rows
from network import Task
from pairs import BOTH
from reports import ROOT, Sentence, sentences
from short import of_families, of_windows
from unlabelled import unlabelled

from moot.text.embedding import shared

SAME, CONFLICT, APART = range(3)
RELATIONS = {"same": SAME, "conflict": CONFLICT, "apart": APART}
RELATED = [ROOT / "training" / "relation" / f"{name}.jsonl.gz" for name in ("families", "later")]
PAIRS = ROOT / "training" / "relation" / "pairs.jsonl.gz"
LEARNED = range(1, 9)
"""Writers of pairs from whom was learned."""


class Gathered:
    """Pairs of all kinds, with what they are for."""

    def __init__(self) -> None:
        self._texts: dict[str, int] = {}
        self._rows: list[tuple[int, int, int, int, int, int]] = []
        self._kinds: dict[str, int] = {}

    def add(self, pair: Pair, task: Task = Task.SUPPORT, half: int = BOTH) -> None:
        claim, text = (self._texts.setdefault(each, len(self._texts)) for each in (pair.claim, pair.text))
        label = -1 if pair.label is None else pair.label
        self._rows.append((claim, text, task, label, half, self._kinds.setdefault(pair.kind, len(self._kinds))))

    def write(self, path: Path, sentences: Sequence[Sentence]) -> None:
        coded = [np.array(shared().ids(text)[:TOKENS], np.uint16) for text in self._texts]
        np.savez_compressed(
            path,
            tokens=np.concatenate(coded),
            lengths=np.array([len(each) for each in coded], np.uint16),
            pairs=np.array(self._rows, np.int32),
            kinds=np.array(list(self._kinds)),
            sentences=np.array([f"{each.writer} {each.report} {each.at}" for each in sentences]),
        )


def related(families: Iterable[dict[str, Any]], kind: str, draw: random.Random) -> Iterator[Pair]:
    """Pairs of the claims of each family; and one with another claim of the same hand."""
    by: dict[Any, list[dict[str, Any]]] = {}
    for family in families:
        by.setdefault(family.get("writer"), []).append(family)
    for family in (each for known in by.values() for each in known):
        same = [family["base"], *family["same"]]
        pairs = [(a, b, SAME) for a, b in permutations(same, 2)]
        for name, label in (("conflict", CONFLICT), ("apart", APART)):
            for one in family[name]:
                pairs += [draw.choice([(one, a, label), (a, one, label)]) for a in draw.sample(same, 3)]
        stranger = draw.choice(by[family.get("writer")])
        if stranger is not family:
            pairs.append((draw.choice(same), stranger["base"], APART))
        for one, other, label in pairs:
            if one != other:
                yield Pair(one, other, kind, label)


def halves(sentences: Iterable[Sentence]) -> dict[str, int]:
    """The half of each writer."""
    new = sorted({each.writer for each in sentences if each.new})
    return {each.writer: BOTH for each in sentences} | {writer: n % 2 for n, writer in enumerate(new)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--labelled", action="store_true", help="only pairs with a label")
    parser.add_argument("--share", type=float, default=1.0, help="of the pairs, for a rehearsal")
    options = parser.parse_args()
    draw = random.Random(5)
    gathered = Gathered()

    def some(pairs: Sequence[Any]) -> list[Any]:
        return draw.sample(list(pairs), min(len(pairs), max(200, int(len(pairs) * options.share))))

    known, passages = labelled(options.data, draw)
    unjudged = [] if options.labelled else unlabelled(some(passages), some(clean(options.data)), draw)
    for pair in [*some(known), *some(unjudged)]:
        gathered.add(pair)

    reported = some(sentences())
    half_of = halves(reported)
    for each in reported:
        gathered.add(each.pair, half=half_of[each.writer])
    for half in (0, 1, BOTH):
        windows = dict.fromkeys(each.pair.text for each in reported if half_of[each.writer] == half)
        for pair in of_windows(windows, draw):
            gathered.add(pair, half=half)

    for pair in related(some(list(map(json.loads, FAMILIES.read_text("utf-8").splitlines()))), "base family", draw):
        gathered.add(pair, Task.RELATION)
    families = some([row for file in RELATED for row in rows(file)])
    for pair in related(families, "relation", draw):
        gathered.add(pair, Task.RELATION)
    for pair in of_families(families, draw):
        gathered.add(pair)
    for row in (row for row in rows(PAIRS) if row["writer"] in LEARNED):
        for one, other in permutations((row["one"], row["other"])):
            gathered.add(Pair(one, other, "relation", RELATIONS[row["relation"]]), Task.RELATION, row["writer"] % 2)
    gathered.write(options.out, reported)
    print(f"{len(known)} labelled pairs, {len(unjudged)} others, {len(reported)} sentences")


if __name__ == "__main__":
    main()
