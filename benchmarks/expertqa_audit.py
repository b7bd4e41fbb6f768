"""Answers of real systems through the audit, against experts' labels: what is found where nine in ten supported stay?

    python benchmarks/expertqa_audit.py PATH/TO/expertqa/dev.jsonl.gz [--limit N]

The data (ExpertQA, Malaviya and others, NAACL 2024, MIT) is read from the path given and is not part of Moot. Each
sentence with at least one passage goes through the audit's own way: places looked up in the passages that it cites, all
checks, findings weighed. Supported: the expert said `Complete`; unsupported: `Partial`, `Incomplete` or `Missing`.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import platform
import re
import sys
import time
from pathlib import Path
from typing import Any

from faults import Told, audited, probability, words
from verifier import auc

from moot.verify.referee import Referee

MARKS = re.compile(r"\s*(\[\d+\])+")
UNSUPPORTED = {"Partial", "Incomplete", "Missing"}
KEPT = 0.9


def row(answer: dict[str, Any]) -> dict[str, Any]:
    """An answer in the form of the reports with known faults."""
    sources = [
        {"id": f"S{each['id']}", "title": "", "text": each["passage"]} for each in answer["sources"] if each["passage"]
    ]
    known = {source["id"] for source in sources}
    sentences = [
        {
            "text": MARKS.sub("", claim["claim"]),
            "cites": [f"S{id}" for id in claim["cites"] if f"S{id}" in known],
            "label": "supported" if claim["support"] == "Complete" else "faulty",
            "kind": claim["support"],
        }
        for claim in answer["claims"]
        if claim["support"] == "Complete" or claim["support"] in UNSUPPORTED
    ]
    kept = [each for each in sentences if each["cites"]]
    return {"id": answer["id"], "title": answer["question"], "sources": sources, "sentences": kept}


def found(told: list[Told], score: Any) -> float:
    """Share of the unsupported below the score that keeps nine in ten supported; ties at the edge count as kept."""
    good = sorted((score(each) for each in told if each.supported), reverse=True)
    edge = good[int(KEPT * len(good)) - 1]
    bad = [score(each) for each in told if not each.supported]
    return sum(each < edge for each in bad) / len(bad)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--limit", type=int)
    options = parser.parse_args()
    with gzip.open(options.file, "rt", encoding="utf-8") as lines:
        answers = [json.loads(line) for line in lines][: options.limit]
    referee = Referee()
    begun = time.perf_counter()
    told = [each for answer in answers if (one := row(answer))["sentences"] for each in audited(one, referee)]
    seconds = time.perf_counter() - begun
    good = [each for each in told if each.supported]
    bad = [each for each in told if not each.supported]
    kept = sum(each.weighed.supported for each in good)
    caught = sum(not each.weighed.supported for each in bad)
    print(f"{len(told)} sentences of {len(answers)} answers: {len(good)} supported, {len(bad)} not")
    print(
        f"unsupported found where {KEPT:.0%} of the supported stay: {found(told, probability):.1%} "
        f"(plain overlap {found(told, words):.1%})"
    )
    ours, plain = (auc([(score(each), each.supported) for each in told]) for score in (probability, words))
    print(f"AUC {ours:.3f} (plain overlap {plain:.3f})")
    print(f"by the audit's own verdict: {kept / len(good):.1%} of the supported stay, {caught / len(bad):.1%} found")
    print(f"{seconds:.0f} s on {os.cpu_count()} cores, {platform.machine()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
