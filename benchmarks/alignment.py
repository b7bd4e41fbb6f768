"""Pairs of claims: are those that say the same told from those that conflict, and from the rest?

    python benchmarks/alignment.py [FILE...] [--claims PATH] [--missed]

FILE: JSON lines, a pair each: `one`, `other`, `relation` (same, conflict, apart), `kind`; or a family each: `base`,
and lists of claims that are `same`, `conflict` and `apart` (`families.jsonl`, 14,300 pairs); default: the open
corpora under `benchmarks/corpora/pairs`, on which the thresholds were chosen: a regression, not a measurement. Of the
sealed ones only totals are looked at; `kept-a`, in the manner of long drafts, and `kept-b` nobody has read. PATH:
labelled claims with their evidence (`claim`, `evidence`, `label`, `dataset`), of which the sets `sick`, `snli` and
`fever_symmetric` are read: supported as same, contradicted as conflict, not_enough as apart. There "supported" asks
only that the evidence says as much or more, so that many of those pairs are APART by our meaning of SAME. Printed:
precision and recall of SAME and of CONFLICT, in total and by kind, with the counts, and the time.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import platform
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from pathlib import Path
from typing import Any

from corpus import FOLDER, named

from moot.verify.relation import VERSION, Related, relate
from moot.words import Relation

HERE = FOLDER / "pairs"
SETS = ("sick", "snli", "fever_symmetric")
RELATIONS = {"supported": Relation.SAME, "contradicted": Relation.CONFLICT, "not_enough": Relation.APART}


@dataclass(frozen=True)
class Pair:
    id: str
    one: str
    other: str
    relation: Relation
    kind: str


@dataclass(frozen=True)
class Judged:
    pair: Pair
    found: Related


def corpus(file: Path) -> Iterator[Pair]:
    for n, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip():
            row = json.loads(line)
            if "base" in row:
                yield from family(f"f{n}", row)
            else:
                yield Pair(row["id"], row["one"], row["other"], Relation(row["relation"]), row["kind"])


def family(id: str, row: Mapping[str, Any]) -> Iterator[Pair]:
    """A claim with others that say the same, contradict all of these, or stand apart from all of them."""
    alike = [row["base"], *row["same"]]
    for one, other in combinations(alike, 2):
        yield Pair(id, one, other, Relation.SAME, "family")
    for relation in (Relation.CONFLICT, Relation.APART):
        for one, other in product(alike, row[relation.value]):
            yield Pair(id, one, other, relation, "family")


def labelled(file: Path) -> Iterator[Pair]:
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if row["dataset"] in SETS:
                relation = RELATIONS[row["label"]]
                yield Pair(row["id"], row["claim"], row["evidence"], relation, row["dataset"])


def share(hits: int, of: int) -> str:
    return f"{hits / of:.2f} ({hits}/{of})" if of else "-"


def row(name: str, judged: Sequence[Judged]) -> str:
    cells = [f"{name:18} {len(judged):5}"]
    for relation in (Relation.SAME, Relation.CONFLICT):
        said = [each for each in judged if each.found.relation is relation]
        true = [each for each in judged if each.pair.relation is relation]
        hits = sum(each.pair.relation is relation for each in said)
        cells += [f"{share(hits, len(said)):>16}", f"{share(hits, len(true)):>16}"]
    return " ".join(cells)


def show(name: str, judged: Sequence[Judged], missed: bool) -> None:
    heads = ("same: precision", "recall", "conflict: prec.", "recall")
    print(name)
    print(f"{'kind':18} {'pairs':>5}", *(f"{head:>16}" for head in heads))
    kinds: dict[str, list[Judged]] = defaultdict(list)
    for each in judged:
        kinds[each.pair.kind].append(each)
    for kind, mine in sorted(kinds.items()):
        print(row(kind, mine))
    if len(kinds) > 1:
        print(row("all", judged))
    for each in judged if missed else ():
        if each.pair.relation is not each.found.relation:
            print(f"- {each.pair.id} {each.pair.kind}: {each.pair.relation}, said {each.found.relation}", end="")
            print(f" {each.found.score} ({each.found.reason})\n    {each.pair.one}\n    {each.pair.other}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=named("pairs"), nargs="*", default=sorted(HERE.glob("open*.jsonl")))
    parser.add_argument("--claims", type=Path, help="labelled claims, JSON lines in gzip")
    parser.add_argument("--missed", action="store_true", help="list what was judged wrongly, and why")
    options = parser.parse_args()
    corpora = {file.name: list(corpus(file)) for file in options.files}
    if options.claims:
        pairs = list(labelled(options.claims))
        corpora |= {name: [each for each in pairs if each.kind == name] for name in SETS}
    relate("ready", "steady")
    begun = time.perf_counter()
    count = 0
    for name, pairs in corpora.items():
        show(name, [Judged(each, relate(each.one, each.other)) for each in pairs], options.missed)
        count += len(pairs)
    seconds = time.perf_counter() - begun
    print(f"{count} pairs, {seconds:.1f} s on {os.cpu_count()} cores, {platform.machine()}; version {VERSION}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
