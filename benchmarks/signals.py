"""What each signal doubts: false alarms on true claims, catches on false ones, set by set and kind by kind.

    python benchmarks/signals.py DATA... [--checks NAME,NAME] [--sets SET,SET] [--most N] [--show CHECK]

DATA: JSON lines (gzip or plain), each either a claim with `claim`, `evidence`, `label` (supported, contradicted,
not_enough), `dataset` and perhaps `kind`, or a report with `sources` and `sentences` as in benchmarks/corpora/faults.
Each claim cites the three units of its evidence that share most stems with it, as an audit looks them up without an
encoder; a sentence of a report cites what the audit finds for it. At most N claims of each set and label, drawn with a
fixed seed; reports are taken whole.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import os
import platform
import random
import sys
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from faults import document, report

from moot.evidence.library import Library
from moot.evidence.nearest import Units
from moot.readers.file import drafted
from moot.verify.check import Check
from moot.verify.referee import Referee
from moot.words import Claim, ClaimKind, Document, Outcome, Source

SIGNALS = ("names", "roles", "direction", "negation", "causes", "scope", "attribution", "conditions")
ANY = "any"
Counts = dict[tuple[str, bool, str], int]
Doubts = dict[tuple[str, bool, str], dict[str, int]]


def read(file: Path) -> list[dict[str, Any]]:
    text = gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()
    return [json.loads(line) for line in text.decode().splitlines() if line.strip()]


def drawn(rows: Sequence[dict[str, Any]], most: int, sets: Sequence[str]) -> list[dict[str, Any]]:
    """At most `most` of each data set and each label."""
    groups: dict[tuple[str, bool], list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        if not sets or row.get("dataset", "") in sets:
            groups[row.get("dataset", ""), row["label"] == "supported"].append(row)
    chance = random.Random(4)
    return [row for _, group in sorted(groups.items()) for row in chance.sample(group, min(most, len(group)))]


@dataclass(frozen=True)
class Asked:
    """Claims over one library, each with what it is counted as: its set, whether it is false, its kind."""

    claims: tuple[Claim, ...]
    groups: tuple[tuple[str, bool, str], ...]
    library: Library


def asked(row: dict[str, Any]) -> Asked:
    if "sentences" in row:
        return of_report(row)
    text = str(row["evidence"])
    digest = hashlib.sha256(text.encode()).hexdigest()
    source = Source(id="S1", title="", origin="S1", sha256=digest, text_sha256=digest, media="markdown")
    library = Library([Document(source=source, text=text)])
    citations = Units(library.passages).nearest(row["claim"])
    claim = Claim(id="c1", kind=ClaimKind.STATED, text=row["claim"], citations=citations)
    group = (row.get("dataset", ""), row["label"] != "supported", row.get("kind", "") or row["label"])
    return Asked((claim,), (group,), library)


def of_report(row: dict[str, Any]) -> Asked:
    library = Library([document(each) for each in row["sources"]])
    groups = tuple(("report", each["label"] != "supported", each["kind"]) for each in row["sentences"])
    return Asked(tuple(drafted(report(row), library).claims()), groups, library)


def reasons(check: Check, all: Asked) -> dict[str, str]:
    """Why the check fails which claim."""
    found = check.findings(all.claims, all.library)
    return {each.claim: each.reason for each in found if each.outcome is Outcome.FAILS}


def count(rows: Sequence[dict[str, Any]], checks: Sequence[Check], shown: str) -> tuple[Counts, Doubts]:
    counts: Counts = defaultdict(int)
    doubts: Doubts = defaultdict(lambda: defaultdict(int))
    for all in map(asked, rows):
        found = {check.name: reasons(check, all) for check in checks}
        for claim, group in zip(all.claims, all.groups, strict=True):
            counts[group] += 1
            for name, failed in found.items():
                doubts[group][name] += claim.id in failed
                if claim.id in failed and shown in (name, ANY):
                    label = "CATCH" if group[1] else "FALSE ALARM"
                    print(f"{label} {group[0]} {group[2]}: {claim.text}\n    {name}: {failed[claim.id]}")
            doubts[group][ANY] += any(claim.id in failed for failed in found.values())
    return counts, doubts


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--checks", default=",".join(SIGNALS))
    parser.add_argument("--sets", default="", help="only these data sets")
    parser.add_argument("--most", type=int, default=300)
    parser.add_argument("--show", default="", help=f"list what this check doubts, or {ANY}")
    options = parser.parse_args()
    sets = options.sets.split(",") if options.sets else []
    rows: list[dict[str, Any]] = []
    for file in options.files:
        these = read(file)
        rows += these if "sentences" in these[0] else drawn(these, options.most, sets)
    checks = [check for check in Referee().checks if check.name in options.checks.split(",")]
    begun = time.perf_counter()
    counts, doubts = count(rows, checks, options.show)
    show(counts, doubts, [*(check.name for check in checks), ANY])
    seconds = time.perf_counter() - begun
    print(f"{sum(counts.values())} claims, {seconds:.1f} s on {os.cpu_count()} cores, {platform.machine()}")
    return 0


def show(counts: Counts, doubted: Doubts, names: Sequence[str]) -> None:
    print(f"{'share doubted, in percent':42} count " + " ".join(f"{name:>11}" for name in names))
    for group in sorted(counts):
        label = f"{'false' if group[1] else 'TRUE '} {group[0]} {group[2]}"
        shares = " ".join(f"{100 * doubted[group][name] / counts[group]:11.1f}" for name in names)
        print(f"{label[:42]:42} {counts[group]:5} {shares}")
    for false in (False, True):
        total = sum(count for group, count in counts.items() if group[1] is false)
        sums = [sum(doubted[group][name] for group in counts if group[1] is false) for name in names]
        label = "all false" if false else "ALL TRUE"
        print(f"{label:42} {total:5} " + " ".join(f"{100 * each / max(1, total):11.1f}" for each in sums))


if __name__ == "__main__":
    sys.exit(main())
