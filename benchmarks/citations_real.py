"""Reading citations in answers of real systems: which sentence cites which address.

    python benchmarks/citations_real.py FILE...

FILE: ExpertQA answers as JSON lines (gzip), each with `answer` (text with marks [n]), `sources` (mark, url) and
`claims` (sentences with the ids of what they cite, as the data set cut them). An answer is read as a Markdown report
with its sources listed under it as "[n] address". Where our sentences are cut otherwise, they count for the data set's
sentence that holds them. Printed: F1 of entries (addresses) and of links (sentence, address).
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
from pathlib import Path
from typing import Any

from moot.evidence.cited_report import parse_report

LIMIT = 0.95
Links = set[tuple[str, str]]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    counts = {"entries": [0, 0, 0], "links": [0, 0, 0]}
    answers = 0
    for path in parser.parse_args().files:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for answer in map(json.loads, lines):
                sources = {each["id"]: each for each in answer["sources"] if each["mark"] is not None}
                if not sources:
                    continue
                answers += 1
                entries, links = ours(answer, sources)
                count(counts["entries"], {each["url"] for each in sources.values()}, entries)
                count(counts["links"], theirs(answer, sources), links)
    print(f"{answers} answers with marks")
    scores = {name: f1(*each) for name, each in counts.items()}
    for name, (right, wrong, missed) in counts.items():
        print(f"{name}: F1 {scores[name]:.3f} ({right} right, {wrong} wrong, {missed} missed; at least {LIMIT})")
    return 0 if min(scores.values()) >= LIMIT else 1


def theirs(answer: dict[str, Any], sources: dict[int, Any]) -> Links:
    cited = ((claim, id) for claim in answer["claims"] for id in claim["cites"] if id in sources)
    return {(bare(claim["claim"]), sources[id]["url"]) for claim, id in cited}


def ours(answer: dict[str, Any], sources: dict[int, Any]) -> tuple[set[str], Links]:
    listed = "\n".join(f"[{each['mark']}] {each['url']}" for each in sources.values())
    report = parse_report(f"{answer['answer'].strip()}\n\nSources:\n\n{listed}\n")
    addresses = {entry.id: entry.url or "" for entry in report.entries}
    sentences = [bare(claim["claim"]) for claim in answer["claims"]]
    links: Links = set()
    for statement in report.statements:
        said = bare(statement.text)
        homes = [each for each in sentences if said and said in each] or [each for each in sentences if each in said]
        for mark in statement.marks:
            links |= {(homes[0] if homes else said, addresses[id]) for id in mark.entries}
    return set(addresses.values()) - {""}, links


def bare(sentence: str) -> str:
    """Letters and digits, without marks: the data set keeps markup that we take away."""
    return re.sub(r"\W+", "", re.sub(r"\[\d+\]", "", sentence)).lower()


def count(counts: list[int], wanted: set[Any], found: set[Any]) -> None:
    for n, each in enumerate((wanted & found, found - wanted, wanted - found)):
        counts[n] += len(each)


def f1(right: int, wrong: int, missed: int) -> float:
    return 2 * right / max(1, 2 * right + wrong + missed)


if __name__ == "__main__":
    sys.exit(main())
