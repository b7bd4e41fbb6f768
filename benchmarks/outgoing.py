"""What leaves the machine of queries that ask something, and of queries that tell what a private file says.

    python benchmarks/outgoing.py

`benchmarks/corpora/queries/open.jsonl` has queries over the reports of `corpora/faults`, whose sources are taken for
private files and of which nothing public was read: those of kind `asks` look for what else is known of the subject,
those of kind `tells` say what one private sentence says, in its words. One run each: its queries in turn. Printed: the
share of words with a meaning that are sent, and the queries that are sent whole; of the telling ones also turned round.
The queries were written with the rule in mind: a regression set.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from moot.evidence.library import Library
from moot.evidence.search.outgoing import Guard
from moot.text.lexicon import STOP_WORDS
from moot.words import Document, Source

CORPORA = Path(__file__).parent / "corpora"
ASKS = "asks for something"


def read(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text().splitlines()]


def library(report: dict[str, Any]) -> Library:
    def document(row: dict[str, Any]) -> Document:
        source = Source(
            id=row["id"], title=row["title"], origin=row["id"], sha256="0", text_sha256="0", media="text", private=True
        )
        return Document(source=source, text=row["text"])

    return Library([document(row) for row in report["sources"]])


def meaning(query: str) -> list[str]:
    return [word for word in query.split() if word.casefold() not in STOP_WORDS]


def sent(report: dict[str, Any], queries: Sequence[str]) -> list[str]:
    guard, read = Guard(report["question"]), library(report)
    return [guard.checked(query, read).query for query in queries]


def main() -> None:
    rows = read(CORPORA / "queries" / "open.jsonl")
    told: dict[str, list[tuple[str, str]]] = {ASKS: [], "tells, in order": [], "tells, turned round": []}
    for (name, n, kind), group in groupby(rows, lambda row: (row["report"], row["n"], row["kind"])):
        report = read(CORPORA / "faults" / f"{name}.jsonl")[n]
        queries = [row["query"] for row in group]
        if kind == "asks":
            told[ASKS] += zip(queries, sent(report, queries), strict=True)
            continue
        turned = [" ".join(reversed(query.split())) for query in queries]
        told["tells, in order"] += zip(queries, sent(report, queries), strict=True)
        told["tells, turned round"] += zip(turned, sent(report, turned), strict=True)
    print(f"{'a query that':22}{'queries':>8}{'sent whole':>12}{'words sent':>12}")
    for what, pairs in told.items():
        words = sum(len(meaning(query)) for query, _ in pairs)
        left = sum(len(meaning(query)) for _, query in pairs)
        whole = sum(query == out for query, out in pairs)
        print(f"{what:22}{len(pairs):>8}{whole:>12}{left / words:>12.2f}")


if __name__ == "__main__":
    main()
