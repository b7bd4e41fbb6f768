"""All pairs that the networks learn from, as tokens in one file, so that learning itself needs no more than that file.

    python training/verifier/gather.py DATA pairs.npz [--labelled] [--share 1]

DATA: the folder of labelled claims (claims, written, expertqa). --labelled: without the pairs that nobody has judged,
which only a large network can teach from. --share .01 is a rehearsal. What is drawn is fixed by the seeds. Everything
that a writer wrote (reports, families of claims, attempts) is of one half, so that a network taught with the other half
has seen nothing by that hand.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import permutations
from pathlib import Path
from typing import Any

import numpy as np
from fitting import TOKENS
from labelled import FAMILIES, Pair, clean, labelled, rows
from network import Task
from reports import ROOT, Sentence, sentences
from short import of_families, of_windows
from unlabelled import unlabelled

from moot.text import sentences as splitting
from moot.text.embedding import shared

sys.path.insert(0, str(ROOT / "training" / "orders"))
from fit import lines, writers

BOTH = 2
"""The half of what both networks learn from."""
SAME, CONFLICT, APART = range(3)
ATTEMPT, ORDINARY = range(2)
RELATIONS = [ROOT / "training" / "relation" / f"{name}.jsonl.gz" for name in ("families", "later")]
ATTEMPTS = ROOT / "training" / "orders" / "later.jsonl.gz"
"""By writers after those of `*_others.txt`."""


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


def related(families: Iterable[dict[str, Any]], kind: str, draw: random.Random) -> Iterator[tuple[Any, Pair]]:
    """Pairs of the claims of each family, with their writer; and one with another claim of the same hand."""
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
                yield family.get("writer"), Pair(one, other, kind, label)


def attempts(draw: random.Random, among: Mapping[int, Sequence[str]]) -> Iterator[tuple[int, Pair]]:
    """Attempts and ordinary stretches, alone and beside a sentence of an honest text, with their half.

    `among`: sentences of honest texts, by half.
    """
    found = [(BOTH, text, ATTEMPT) for text in lines("attempts.txt")]
    found += [(BOTH, text, ORDINARY) for name in ("ordinary.txt", "ordinary_pages.txt") for text in lines(name)]
    for name, label in (("attempts_others.txt", ATTEMPT), ("ordinary_others.txt", ORDINARY)):
        found += [(n % 2, text, label) for n, some in enumerate(writers(name)) for text in some]
    for row in rows(ATTEMPTS):
        found.append(((row["writer"] - 1) % 2, row["text"], ATTEMPT if row["label"] == "attempt" else ORDINARY))
    for half, text, label in found:
        yield half, Pair(text, "", "order", label)
        for own in (0, 1) if half == BOTH else (half,):
            beside = draw.choice(among[own])
            yield own, Pair(draw.choice([f"{beside} {text}", f"{text} {beside}"]), "", "order", label)
    for half, texts in among.items():
        for text in draw.sample(list(texts), min(len(texts), 3000)):
            yield half, Pair(text, "", "order", ORDINARY)


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
    half_of = {hand: n % 2 for n, hand in enumerate(sorted({each.writer for each in reported}))}
    for each in reported:
        gathered.add(each.pair, half=half_of[each.writer])
    for half in (0, 1):
        windows = dict.fromkeys(each.pair.text for each in reported if half_of[each.writer] == half)
        for pair in of_windows(windows, draw):
            gathered.add(pair, half=half)

    for _, pair in related(some(list(map(json.loads, FAMILIES.read_text("utf-8").splitlines()))), "base family", draw):
        gathered.add(pair, Task.RELATION)
    families = some([row for file in RELATIONS for row in rows(file)])
    for writer, pair in related(families, "relation", draw):
        gathered.add(pair, Task.RELATION, writer % 2)
    for writer, pair in of_families(families, draw):
        gathered.add(pair, half=writer % 2)

    among: dict[int, list[str]] = {0: [], 1: []}
    for text, half in {each.pair.text: half_of[each.writer] for each in reported}.items():
        said = (text[span.start : span.end] for span in splitting.split(text))
        among[half] += [each for each in said if 6 <= len(each.split()) <= 40]
    for half, pair in some(list(attempts(draw, among))):
        gathered.add(pair, Task.ORDER, half)
    gathered.write(options.out, reported)
    print(f"{len(known)} labelled pairs, {len(unjudged)} others, {len(reported)} sentences")


if __name__ == "__main__":
    main()
