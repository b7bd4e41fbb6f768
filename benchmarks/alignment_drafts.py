"""Claims of real drafts: does a council join those that say the same, and see those that contradict each other?

    python benchmarks/alignment_drafts.py [FILE ...]

Language models wrote three drafts each on two of the examples, in separate contexts; another context labelled pairs of
their claims: same, conflict or apart. Many pairs were chosen because an early version called them same or conflict, so
apart pairs are harder here than a draft's usual ones. Compared by words alone (`verify.relation`), and as a council
compares them, with what the claims rest on (`debate.clusters`). The limits of `debate.clusters` were chosen on
lead-pipes; qwen-vs-claude was looked at, not fitted to.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from pathlib import Path
from typing import Any

from moot.debate.assembly import quotes
from moot.debate.clusters import Asserted, related
from moot.debate.drafts import as_draft
from moot.debate.grounds import located
from moot.evidence.library import Library
from moot.evidence.read import read_paths
from moot.verify.relation import relate
from moot.words import Claim

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "benchmarks" / "corpora" / "drafts"


def claims_of(corpus: dict[str, Any]) -> dict[str, Asserted]:
    documents, _ = read_paths([ROOT / corpus["sources"]])
    library = Library(documents)
    claims = [Claim.model_validate(each) for each in corpus["claims"]]
    whole = as_draft(claims)
    return {
        claim.id: Asserted(claim.id.partition(".")[0], claim, located(quotes(whole, claim), library))
        for claim in claims
    }


def row(name: str, counts: Counter[tuple[str, str]]) -> str:
    cells: list[str] = []
    for label in ("same", "conflict"):
        right = counts[label, label]
        said = sum(n for (_, found), n in counts.items() if found == label)
        there = sum(n for (truth, _), n in counts.items() if truth == label)
        cells += [f"{right / said if said else 1:.2f} ({right}/{said})", f"{right / there:.2f} ({right}/{there})"]
    return f"{name:<28}" + "".join(f"{cell:>16}" for cell in cells)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    options = parser.parse_args()
    started = time.monotonic()
    heads = ("same: prec.", "recall", "conflict: prec.", "recall")
    for file in options.files or sorted(FOLDER.glob("*.json")):
        corpus = json.loads(file.read_text(encoding="utf-8"))
        claims = claims_of(corpus)
        words, council = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
        for one, other, truth in corpus["pairs"]:
            words[truth, relate(claims[one].text, claims[other].text).relation.value] += 1
            council[truth, related(claims[one], claims[other], relate)[0]] += 1
        print(f"{file.stem}: {len(claims)} claims, {len(corpus['pairs'])} pairs")
        print(" " * 28 + "".join(f"{head:>16}" for head in heads))
        print(row("by words alone", words))
        print(row("with what they rest on", council))
    print(f"{time.monotonic() - started:.1f} s")


if __name__ == "__main__":
    main()
