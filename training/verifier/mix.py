"""The training pairs: real ones, written ones, and two kinds made from real ones; every draw from one seed.

real        the labelled pairs, half of each data set supported, by the shares below
hard        a true claim with the most similar evidence of another group: not enough
swap        a true claim with one number, name or word turned round: not supported
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

from moot.text.terms import stems
from moot.verify.windows import best_windows

CLEAN = {"fm2": 0.27, "factcheck_gpt": 0.22, "begin": 0.17, "scifact": 0.13, "conjnli": 0.05, "expertqa": 0.16}
"""Shares of the real pairs from sources whose licence permits derivatives without conditions on their licence."""
SHARE_ALIKE = {"fever": 0.2, "snli": 0.15, "fever_symmetric": 0.08, "wice": 0.06, "med": 0.04}
"""Shares of those under share-alike licences: only for measuring what they would add (`--share-alike`)."""
_NUMBER = re.compile(r"\d[\d,.]*\d|\d")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][\w-]+(?: [A-Z][\w-]+)*")
_TURNS = [
    ("increased", "decreased"), ("rose", "fell"), ("more", "less"), ("higher", "lower"), ("before", "after"),
    ("first", "last"), ("all", "some"), ("always", "never"), ("won", "lost"), ("largest", "smallest"),
    ("is", "is not"), ("was", "was not"), ("are", "are not"), ("can", "cannot"), ("has", "has never"),
]  # fmt: skip


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


def made(data: Path, pairs: int, share_alike: bool, written: float, seed: int) -> list[Pair]:
    """About `pairs` pairs, shuffled. `written`: share of the pairs that were written for this purpose."""
    draw = random.Random(seed)
    labelled = [row for row in rows(data / "claims/train.jsonl.gz") if row["train_ok"]]
    labelled += expertqa(data / "expertqa/train.jsonl.gz")
    shares = {**CLEAN, **SHARE_ALIKE} if share_alike else CLEAN
    if share_alike:
        shares = {name: share * (0.47 if name in CLEAN else 1) for name, share in shares.items()}
    real = [row for row in labelled if row["dataset"] in shares]
    count = {"hard": int(pairs * 0.12), "swap": int(pairs * 0.08), "written": int(pairs * written)}
    wanted = pairs - sum(count.values())
    found = [_pair(row) for row in _balanced(real, shares, wanted, draw)]
    supported = [row for row in real if row["label"] == "supported"]
    found += _hard(supported, count["hard"], draw)
    found += _swapped(supported, count["swap"], draw)
    found += [_pair(row) for row in _corners(rows(data / "written/train.jsonl.gz"), count["written"], draw)]
    draw.shuffle(found)
    return found


def _pair(row: dict[str, Any]) -> Pair:
    claim, evidence = " ".join(row["claim"].split()), row["evidence"]
    return Pair(claim, best_windows(claim, evidence, 1)[0], row["label"] == "supported")


def _balanced(real: list[dict[str, Any]], shares: dict[str, float], wanted: int, draw: random.Random) -> list[Any]:
    by: dict[tuple[str, bool], list[Any]] = defaultdict(list)
    for row in real:
        by[row["dataset"], row["label"] == "supported"].append(row)
    total = sum(shares.values())
    found: list[Any] = []
    for name, share in shares.items():
        for side in (True, False):
            pool = by[name, side]
            draw.shuffle(pool)
            need = min(int(wanted * share / total / 2), 4 * len(pool))  # nothing more than four times
            found += (pool * 4)[:need]
    return found


def _hard(supported: list[Any], count: int, draw: random.Random) -> list[Pair]:
    """Evidence of another group that covers 30 to 85 % of the claim's stems, the most similar of some drawn."""
    pool = [(row, frozenset(stems(row["evidence"]))) for row in draw.sample(supported, min(2500, len(supported)))]
    found: list[Pair] = []
    for row in (supported * 3)[: count * 3]:
        said = frozenset(stems(row["claim"]))
        some = [each for each in draw.sample(pool, 200) if each[0]["group"] != row["group"]]
        cover, other = max(((len(said & there) / max(1, len(said)), each) for each, there in some), key=lambda x: x[0])
        if 0.3 <= cover <= 0.85 and other["evidence"] != row["evidence"]:
            found.append(_pair({**row, "evidence": other["evidence"], "label": "not_enough"}))
        if len(found) >= count:
            break
    return found


def _swapped(supported: list[Any], count: int, draw: random.Random) -> list[Pair]:
    found: list[Pair] = []
    order = supported[:]
    draw.shuffle(order)
    for row in order:
        false = _turned(row["claim"], row["evidence"], draw)
        if false:
            found += [_pair({**row, "claim": false, "label": "contradicted"})]
        if len(found) >= count:
            break
    return found


def _turned(claim: str, evidence: str, draw: random.Random) -> str:
    ways = []
    numbers, others = _NUMBER.findall(claim), _NUMBER.findall(evidence)
    other = [each for each in others if each not in numbers]
    if numbers and other:
        ways.append(claim.replace(draw.choice(numbers), draw.choice(other), 1))
    names, strangers = _NAME.findall(claim), [each for each in _NAME.findall(evidence) if each not in claim]
    if names and strangers:
        ways.append(claim.replace(draw.choice(names), draw.choice(strangers), 1))
    for a, b in _TURNS:
        for one, two in ((a, b), (b, a)):
            if re.search(rf"\b{one}\b", claim):
                ways.append(re.sub(rf"\b{one}\b", two, claim, count=1))
    return draw.choice(ways) if ways else ""


def _corners(written: list[Any], count: int, draw: random.Random) -> list[Any]:
    """Both halves and both labels alike, and claims whose tone gives them away left out."""
    by: dict[tuple[str, bool], list[Any]] = defaultdict(list)
    for row in written:
        true = row["label"] == "supported"
        if (row["claim_only"] if true else 1 - row["claim_only"]) < 0.85:
            by[row["half"], true].append(row)
    found: list[Any] = []
    for pool in by.values():
        draw.shuffle(pool)
        found += pool[: count // len(by)]
    return found
