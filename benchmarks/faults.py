"""Reports with known faults: does the audit see them, kind by kind, and what does it doubt that is true?

    python benchmarks/faults.py [FILE...] [--missed]

FILE: JSON lines, a report each: `sources` (id, title, date, text) and `sentences` (text, cites, label, kind); default:
the open half under `benchmarks/corpora/faults`. The sealed half is for measuring once, not for building; so are
`kept-a` and `kept-b`, of two later writers, and `kept-c` and `kept-d`, of two more who put true and faulty sentences
alike into quite other words; of the faults that figures decide, those that were missed there have been looked at since.
`kept-e` has only such faults, and `kept-g` to `kept-k`, of five more writers, mostly: these six have been looked at and
are built with (first run: decidable kinds .96 of `kept-j`, .91 of `kept-k`). `kept-l`, of another, is of the same make;
of it only totals have been looked at (first run .89), by which one rule that lost there was taken back.
`kept-m`, of another who writes figures in words, is the sealed half of what `open-f` is the other of: only totals
(first run: AUC .879, true doubted .25, decidable kinds .83; then, built with `open-f`: .923, .16, .86).
Sentences and what they cite go through the audit's own way from there on: places looked up, all checks, findings
weighed. Printed: AUC of supported against faulty, beside plain overlap; the share of faults caught by the audit's own
verdict with its false alarms, and at the threshold where 5 % of the true sentences are doubted.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import platform
import sys
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from corpus import FOLDER, named
from verifier import auc

from moot.evidence.cited_report import CitedReport, Entry, Mark, Statement
from moot.evidence.library import Library
from moot.readers.file import drafted
from moot.text.terms import overlap
from moot.verify.referee import Referee
from moot.verify.weigh import Weighed, weigh
from moot.words import Document, Source

HERE = FOLDER / "faults"
GATED = {"wrong_figure", "other_row", "wrong_sum", "altered_quote", "unit_or_scale", "invented_citation"}


@dataclass(frozen=True)
class Told:
    text: str
    kind: str
    supported: bool
    weighed: Weighed
    overlap: float


def document(row: dict[str, Any]) -> Document:
    digest = hashlib.sha256(row["text"].encode()).hexdigest()
    source = Source(
        id=row["id"],
        title=row["title"],
        origin=f"{row['id']}.md",
        sha256=digest,
        text_sha256=digest,
        media="markdown",
        date=row.get("date"),
    )
    return Document(source=source, text=row["text"])


def report(row: dict[str, Any]) -> CitedReport:
    known = {each["id"]: each for each in row["sources"]}
    entries = tuple(Entry(id, id, each["title"], None, None, each["title"]) for id, each in known.items())
    statements = tuple(
        Statement(
            text=each["text"],
            section="",
            marks=tuple(Mark(f"[{id}]", (id,) if id in known else ()) for id in each["cites"]),
            start=n,
            end=n,
            checkable=True,
        )
        for n, each in enumerate(row["sentences"])
    )
    return CitedReport(row["title"], "markdown", "", statements, entries, ())


def audited(row: dict[str, Any], referee: Referee) -> list[Told]:
    library = Library([document(each) for each in row["sources"]])
    claims = list(drafted(report(row), library).claims())
    found: dict[str, list[Any]] = defaultdict(list)
    for finding in referee.findings(claims, library):
        found[finding.claim].append(finding)
    texts = {each["id"]: each["text"] for each in row["sources"]}
    return [
        Told(
            said["text"],
            said["kind"],
            said["label"] == "supported",
            weigh(found[claim.id]),
            overlap(said["text"], "\n".join(texts.get(id, "") for id in said["cites"])),
        )
        for said, claim in zip(row["sentences"], claims, strict=True)
    ]


def show(told: Sequence[Told], missed: bool) -> None:
    true = sorted(each.weighed.probability for each in told if each.supported)
    edge = true[int(0.05 * len(true))]
    rows: dict[tuple[bool, str], list[Told]] = defaultdict(list)
    for each in told:
        rows[each.supported, each.kind].append(each)
    print(f"{'kind':22} count   doubted by the audit   doubted at 5 % false alarms (below {edge:.3f})")
    for (supported, kind), mine in sorted(rows.items(), key=lambda item: (item[0][0], item[0][1])):
        own = sum(not each.weighed.supported for each in mine) / len(mine)
        strict = sum(each.weighed.probability < edge for each in mine) / len(mine)
        name = ("true: " if supported else "* " if kind in GATED else "") + kind
        print(f"{name:22} {len(mine):5}   {own:20.2f}   {strict:10.2f}")
    for label, value in (("supported", True), ("faulty", False)):
        mine = [each for each in told if each.supported is value]
        own = sum(not each.weighed.supported for each in mine) / len(mine)
        strict = sum(each.weighed.probability < edge for each in mine) / len(mine)
        print(f"{'all ' + label:22} {len(mine):5}   {own:20.2f}   {strict:10.2f}")
    unsettled = [each for each in told if not each.weighed.settled]
    true_ones = sum(each.supported for each in unsettled)
    print(f"of the doubted or nearly so, said to be not settled: {len(unsettled)}, of which {true_ones} are true")
    decidable = [each for each in told if not each.supported and each.kind in GATED]
    print(f"* decidable kinds: {sum(not each.weighed.supported for each in decidable) / len(decidable):.2f} doubted")
    ours, plain = (auc([(score(each), each.supported) for each in told]) for score in (probability, words))
    print(f"AUC of supported against faulty: {ours:.3f} (plain overlap {plain:.3f})")
    if missed:
        for each in told:
            if each.supported is not each.weighed.supported:
                checks = ", ".join(f"{one.check}{' (gate)' * one.gate}" for one in each.weighed.against) or "nothing"
                print(f"- {each.kind} {each.weighed.probability:.2f} {each.text}\n    {checks}: {each.weighed.reason}")


def probability(each: Told) -> float:
    return each.weighed.probability


def words(each: Told) -> float:
    return each.overlap


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=named("faults"), nargs="*", default=sorted(HERE.glob("open*.jsonl")))
    parser.add_argument("--missed", action="store_true", help="list what was judged wrongly, and which checks failed")
    options = parser.parse_args()
    reports = [json.loads(line) for file in options.files for line in file.read_text().splitlines() if line.strip()]
    referee = Referee()
    referee.prepare()
    begun = time.perf_counter()
    told = [each for row in reports for each in audited(row, referee)]
    seconds = time.perf_counter() - begun
    show(told, options.missed)
    print(
        f"{len(reports)} reports, {len(told)} sentences, {seconds:.1f} s on {os.cpu_count()} cores, "
        f"{platform.machine()}"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
