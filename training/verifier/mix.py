"""The training pairs: real ones, written ones, and kinds made from real ones (`making.py`); every draw from one seed.

real        the labelled pairs, half of each data set supported, by the shares below
written     pairs written for this purpose, both halves alike, without claims whose tone gives them away
the rest    see `making.py`; false pairs stand beside as many true ones
"""

from __future__ import annotations

import gzip
import json
import random
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from making import buried, cut, hard, swapped

from moot.verify.windows import best_windows

CLEAN = {"fm2": 0.26, "factcheck_gpt": 0.22, "begin": 0.2, "scifact": 0.14, "conjnli": 0.06, "expertqa": 0.12}
"""Shares of the real pairs from sources whose licence permits derivatives without conditions on their licence."""
SHARE_ALIKE = {"fever": 0.18, "snli": 0.15, "fever_symmetric": 0.08, "wice": 0.04, "med": 0.04}
"""Shares of those under share-alike licences: only for measuring what they would add (`--share-alike`)."""
KINDS = {"swapped": 0.13, "hard": 0.09, "cut": 0.17, "buried": 0.09, "written": 0.12}
"""Shares of the other kinds; what is left is real."""
TONE = 0.85
"""Probability of the label from the claim alone from which on a written pair is left out."""


@dataclass(frozen=True)
class Pair:
    claim: str
    evidence: str
    supported: bool


def rows(path: Path) -> list[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def expertqa(path: Path) -> Iterator[dict[str, Any]]:
    """Experts' judgements on sentences of real systems' answers, as pairs; without those that have no passage."""
    for answer in rows(path):
        passages = {source["id"]: source["passage"] for source in answer["sources"]}
        for claim in answer["claims"]:
            texts = [passages[id] for id in claim["cites"] if passages.get(id)]
            if texts and claim["support"] in ("Complete", "Partial", "Incomplete", "Missing"):
                label = "supported" if claim["support"] == "Complete" else "not_enough"
                said = re.sub(r"\s*\[\d+\]", "", claim["claim"])
                yield {
                    "claim": said,
                    "evidence": "\n".join(texts),
                    "label": label,
                    "dataset": "expertqa",
                    "group": answer["id"],
                }


def made(data: Path, pairs: int, share_alike: bool, seed: int) -> list[Pair]:
    """About `pairs` pairs, shuffled."""
    draw = random.Random(seed)
    labelled = [row for row in rows(data / "claims/train.jsonl.gz") if row["train_ok"]]
    labelled += expertqa(data / "expertqa/train.jsonl.gz")
    shares = {**CLEAN, **SHARE_ALIKE} if share_alike else CLEAN
    if share_alike:
        shares = {name: share * (0.51 if name in CLEAN else 1) for name, share in shares.items()}
    real = [row for row in labelled if row["dataset"] in shares]
    written = _toneless(rows(data / "written/train.jsonl.gz"))
    count = {kind: int(pairs * share) for kind, share in KINDS.items()}
    found = _balanced(real, shares, pairs - sum(count.values()), draw)
    found += _corners(written, count["written"], draw)
    true = [row for row in real if row["label"] == "supported"]
    true += [row for row in written if row["label"] == "supported"]
    true = _spread(true, draw)
    found += swapped(true, count["swapped"], draw)
    found += hard(true, count["hard"], draw)
    found += cut(real + written, count["cut"], draw)
    found += buried(_balanced(real, shares, count["buried"], draw), draw)
    draw.shuffle(found)
    return [_pair(row) for row in found]


def _pair(row: dict[str, Any]) -> Pair:
    claim, evidence = " ".join(row["claim"].split()), row["evidence"]
    return Pair(claim, best_windows(claim, evidence, 1)[0], row["label"] == "supported")


def _spread(true: list[Any], draw: random.Random) -> list[Any]:
    """In drawn order, no data set more than 1,200 times: what is made shall not be of one source."""
    draw.shuffle(true)
    seen: dict[str, int] = defaultdict(int)
    kept: list[Any] = []
    for row in true:
        seen[row["dataset"]] += 1
        if seen[row["dataset"]] <= 1200:
            kept.append(row)
    return kept


def _balanced(real: list[dict[str, Any]], shares: dict[str, float], wanted: int, draw: random.Random) -> list[Any]:
    by: dict[tuple[str, bool], list[Any]] = defaultdict(list)
    for row in real:
        by[row["dataset"], row["label"] == "supported"].append(row)
    total = sum(shares.values())
    found: list[Any] = []
    for name, share in shares.items():
        need = int(wanted * share / total / 2)
        for side in (True, False):
            pool = by[name, side]
            draw.shuffle(pool)
            need = min(need, 4 * len(pool), 4 * len(by[name, not side]))  # nothing more than four times
            found += (pool * 4)[:need]
    return found


def _toneless(written: list[Any]) -> list[Any]:
    return [
        row for row in written if (row["claim_only"] if row["label"] == "supported" else 1 - row["claim_only"]) < TONE
    ]


def _corners(written: list[Any], count: int, draw: random.Random) -> list[Any]:
    """Both halves and both labels alike."""
    by: dict[tuple[str, bool], list[Any]] = defaultdict(list)
    for row in written:
        by[row["half"], row["label"] == "supported"].append(row)
    found: list[Any] = []
    for pool in by.values():
        draw.shuffle(pool)
        found += pool[: count // len(by)]
    return found
