"""What each signal doubts: false alarms on true claims, catches on false ones, set by set and kind by kind.

    python benchmarks/signals.py DATA... [--checks NAME,NAME] [--most N] [--show CHECK]

DATA: JSON lines (gzip or plain) with `claim`, `evidence`, `label` (supported, contradicted, not_enough), `dataset` and
perhaps `kind`. Each claim cites the three units of its evidence that share most stems with it, as an audit looks them
up without an encoder. At most N claims of each set and label, drawn with a fixed seed.
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
from pathlib import Path
from typing import Any

from moot.evidence.library import Library
from moot.evidence.nearest import Units
from moot.verify.check import Check
from moot.verify.referee import Referee
from moot.words import Claim, ClaimKind, Document, Outcome, Source

SIGNALS = ("names", "direction", "negation", "causes", "scope", "attribution", "conditions")


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


def asked(row: dict[str, Any]) -> tuple[Claim, Library]:
    text = str(row["evidence"])
    digest = hashlib.sha256(text.encode()).hexdigest()
    source = Source(id="S1", title="", origin="S1", sha256=digest, text_sha256=digest, media="markdown")
    library = Library([Document(source=source, text=text)])
    citations = Units(library.passages).nearest(row["claim"])
    return Claim(id="c1", kind=ClaimKind.STATED, text=row["claim"], citations=citations), library


def reason(check: Check, claim: Claim, library: Library) -> str:
    """Why the check fails the claim; empty when it does not."""
    found = check.findings([claim], library)
    return found[0].reason if found and found[0].outcome is Outcome.FAILS else ""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--checks", default=",".join(SIGNALS))
    parser.add_argument("--sets", default="", help="only these data sets")
    parser.add_argument("--most", type=int, default=300)
    parser.add_argument("--show", default="", help="list what this check doubts")
    options = parser.parse_args()
    rows = [
        row
        for file in options.files
        for row in drawn(read(file), options.most, options.sets.split(",") if options.sets else [])
    ]
    checks = [check for check in Referee().checks if check.name in options.checks.split(",")]
    begun = time.perf_counter()
    counts: dict[tuple[str, bool, str], int] = defaultdict(int)
    doubted: dict[tuple[str, bool, str], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for row in rows:
        group = (row.get("dataset", ""), row["label"] != "supported", row.get("kind", "") or row["label"])
        counts[group] += 1
        claim, library = asked(row)
        for check in checks:
            why = reason(check, claim, library)
            doubted[group][check.name] += bool(why)
            if why and check.name == options.show:
                print(f"{'CATCH' if group[1] else 'FALSE ALARM'} {group[0]} {group[2]}: {row['claim']}\n    {why}")
    show(counts, doubted, [check.name for check in checks])
    print(f"{len(rows)} claims, {time.perf_counter() - begun:.1f} s on {os.cpu_count()} cores, {platform.machine()}")
    return 0


def show(
    counts: dict[tuple[str, bool, str], int],
    doubted: dict[tuple[str, bool, str], dict[str, int]],
    names: Sequence[str],
) -> None:
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
