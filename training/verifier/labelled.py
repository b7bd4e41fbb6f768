"""The labelled pairs: written for this, families of claims, labelled claims of clean licences, and made from these.

Where a source says no more than that a claim is not supported, so does the label.
"""

from __future__ import annotations

import gzip
import json
import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fitting import CONTRADICTED, NOT_SUPPORTED, SUPPORTED, UNSAID
from making import Row, buried, cut, hard, swapped

from moot.verify.verifiers.windows import best_windows

HERE = Path(__file__).parent
FAMILIES = HERE.parents[1] / "benchmarks" / "corpora" / "pairs" / "families.jsonl"
CLEAN = ("fm2", "factcheck_gpt", "begin", "scifact", "conjnli", "expertqa")
"""Labelled claims whose licence permits derivatives without conditions on their licence."""
TOLD_APART = ("fm2", "factcheck_gpt", "scifact", "conjnli")
"""Of them those that tell contradicted from not said."""
LABELS = {"supported": SUPPORTED, "contradicted": CONTRADICTED, "not_enough": UNSAID}
LETTERS = {"s": SUPPORTED, "c": CONTRADICTED, "n": UNSAID}
WORDS = 150
"""Of the window that stands for a long evidence, as in use."""
WRITERS, HELD = range(1, 5), 8
"""Writers whose pairs are for training, of which every eighth passage is held out; the pairs of the others came later
and are for measuring."""


@dataclass(frozen=True)
class Pair:
    claim: str
    text: str
    kind: str
    label: int | None = None


@dataclass(frozen=True)
class Passage:
    """A written passage and all claims about it, true and false."""

    text: str
    claims: tuple[str, ...]


def rows(path: Path) -> list[Row]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def joined(text: str) -> str:
    """On one line, unless it holds a table."""
    return text if "|" in text else " ".join(text.split())


def window(claim: str, text: str) -> str:
    return best_windows(claim, text, 1, WORDS)[0]


def labelled(data: Path, draw: random.Random) -> tuple[list[Pair], list[Passage]]:
    """All labelled pairs, and the written passages. `data` holds claims, written and expertqa."""
    written = rows(data / "written/train.jsonl.gz")
    found = [Pair(row["claim"], joined(row["evidence"]), "written", LABELS[row["label"]]) for row in written]
    by_passage: dict[str, list[str]] = {}
    for row in written:
        by_passage.setdefault(row["evidence"], []).append(row["claim"])
    new = [row for row in rows(HERE / "pairs.jsonl.gz") if row["writer"] in WRITERS]
    counted = Counter[int]()
    for row in new:
        counted[row["writer"]] += 1
        if counted[row["writer"]] % HELD != HELD // 2:
            found += [Pair(claim, joined(row["passage"]), "new", LETTERS[letter]) for letter, _, claim in row["claims"]]
            by_passage[row["passage"]] = [claim for _, _, claim in row["claims"]]
    found += families(draw)
    real = clean(data)
    for row in real:
        apart = row["dataset"] in TOLD_APART or row["label"] == "supported"
        label = LABELS[row["label"]] if apart else NOT_SUPPORTED
        found.append(Pair(row["claim"], row["evidence"], row["dataset"], label))
    found += made(real, written, found, draw)
    one_line = [Pair(" ".join(each.claim.split()), each.text, each.kind, each.label) for each in found]
    return one_line, [Passage(text, tuple(claims)) for text, claims in by_passage.items()]


def clean(data: Path) -> list[Row]:
    real = [row for row in rows(data / "claims/train.jsonl.gz") if row["dataset"] in CLEAN]
    real += expertqa(data / "expertqa/train.jsonl.gz")
    return [{**row, "evidence": window(row["claim"], row["evidence"])} for row in real]


def expertqa(path: Path) -> Iterator[Row]:
    """Experts' judgements on sentences of real systems' answers, as pairs; without those that have no passage."""
    for answer in rows(path):
        passages = {source["id"]: source["passage"] for source in answer["sources"]}
        for claim in answer["claims"]:
            texts = [passages[id] for id in claim["cites"] if passages.get(id)]
            if texts and claim["support"] in ("Complete", "Partial", "Incomplete", "Missing"):
                yield {
                    "claim": re.sub(r"\s*\[\d+\]", "", claim["claim"]),
                    "evidence": "\n".join(texts),
                    "label": "supported" if claim["support"] == "Complete" else "not_enough",
                    "dataset": "expertqa",
                    "group": answer["id"],
                }


def families(draw: random.Random) -> Iterator[Pair]:
    """Claims that say the same, contradict each other or neither; alone, and one of them among other claims."""
    known = [json.loads(line) for line in FAMILIES.read_text().splitlines()]
    for family in known:
        same, wrong = [family["base"], *family["same"]], [*family["conflict"], *family["apart"]]
        of = dict.fromkeys(family["conflict"], CONTRADICTED) | dict.fromkeys(family["apart"], UNSAID)
        pairs = [(b, a, SUPPORTED) for a in same for b in same if a != b]
        pairs += [pair for a in same for w in wrong for pair in ((w, a, of[w]), (a, w, of[w]))]
        for claim, text, label in pairs:
            yield Pair(claim, text, "family", label)
            if draw.random() < 0.4:
                yield Pair(claim, among(text, known, draw), "among", label)


def among(text: str, known: list[Any], draw: random.Random) -> str:
    others = [draw.choice([each["base"], *each["same"], *each["apart"]]) for each in draw.sample(known, 4)]
    others = others[: draw.randint(2, 4)]
    others.insert(draw.randint(0, len(others)), text)
    return " ".join(others)


def made(real: list[Row], written: list[Row], found: list[Pair], draw: random.Random) -> Iterator[Pair]:
    names = ("supported", "contradicted", "not_enough")
    new = [
        {
            "claim": each.claim,
            "evidence": each.text,
            "label": names[each.label or 0],
            "dataset": "new",
            "group": each.text,
        }
        for each in found
        if each.kind == "new"
    ]
    true = [row for row in [*real, *written, *new] if row["label"] == "supported"]
    draw.shuffle(true)
    seen = Counter[str]()
    kept: list[Row] = []
    for row in true:
        seen[row["dataset"]] += 1
        if seen[row["dataset"]] <= 1500:  # what is made shall not be of one source
            kept.append(row)
    kinds = {
        "swapped": swapped(kept, 6000, draw),
        "hard": hard(kept, 2000, draw),
        "cut": cut([*real, *written, *new], 8000, draw),
        "buried": buried(draw.sample(real, 3000), draw),
    }
    for kind, some in kinds.items():
        false = UNSAID if kind == "hard" else NOT_SUPPORTED
        for row in some:
            label = SUPPORTED if row["label"] == "supported" else false
            yield Pair(row["claim"], window(row["claim"], row["evidence"]), kind, label)
