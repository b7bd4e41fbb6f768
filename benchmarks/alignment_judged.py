"""Pairs of claims, and claims of real drafts, with a language model as judge of what their words leave open.

    python benchmarks/alignment_judged.py [FILE...] [--claims PATH] --judge MODEL [--price IN/OUT] [--missed]

FILE: pairs as for `alignment.py` (JSON lines), or drafts as for `alignment_drafts.py` (JSON), whose tables are printed
with the judge's word as a council uses it (`debate.aligning`). PATH: labelled sets as for `alignment.py`, of each 120
pairs drawn by the hash of their ids, where evidence that includes the claim, which a council counts as asserting it,
counts as the same too. Costs what the judge costs: a request for forty pairs, at most five for a file of
drafts.
"""

from __future__ import annotations

import argparse
import asyncio
import hashlib
import json
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from alignment import SETS, Judged, Pair, corpus, labelled, show
from alignment_drafts import claims_of, row

from moot.debate import aligning
from moot.debate.ask import each
from moot.debate.clusters import Asserted, related
from moot.ledger.journal import Journal
from moot.ledger.store import Store
from moot.models import catalog
from moot.models.seat import SeatHolder
from moot.models.seating import Seater
from moot.verify.relation import relate
from moot.words import Alignments, Case, Claim, ClaimKind, Panel, Place, Relation, Role, Seat

Texts = tuple[str, str]
Said = dict[frozenset[str], Relation]
QUESTION = "What do the sources say?"
SAMPLE = 120


async def heard(pairs: Sequence[Texts], judge: SeatHolder, journal: Journal, part: int) -> Said:
    """What counts of the judge's words."""
    tasks = aligning.tasks(QUESTION, pairs, seed=part)
    replies = await each([(judge, task, n) for n, task in enumerate(tasks)], part, journal)
    said = {
        frozenset((pair.one, pair.other)): aligning.Heard(
            judge.seat.id, next((word for word in reply.alignments if word.pair == pair.id), None)
        )
        for task, reply in zip(tasks, replies, strict=True)
        if isinstance(reply, Alignments)
        for pair in task.pairs
    }
    return aligning.counting(said)


@dataclass(frozen=True)
class Pairs:
    name: str
    pairs: Sequence[Pair]

    def open(self) -> list[Texts]:
        return [(each.one, each.other) for each in self.pairs if aligning.worth_asking(each.one, each.other)]

    def show(self, said: Said, missed: bool) -> None:
        judged: list[Judged] = []
        for pair in self.pairs:
            found, word = relate(pair.one, pair.other), said.get(frozenset((pair.one, pair.other)))
            if word:
                told, _ = related(_claimed("A", pair.one), _claimed("B", pair.other), relate, word)
                included = Relation.INCLUDED if pair.one < pair.other else Relation.INCLUDES
                if word is included and pair.kind in SETS:
                    told = Relation.SAME  # there "supported" is what evidence says that says more
                found = replace(found, relation=Relation(told))
            judged.append(Judged(pair, found))
        show(self.name, judged, missed)


def _claimed(draft: str, text: str) -> Asserted:
    """The text as the claim of a draft, with a source of its own."""
    place = Place(source=draft, passage=f"{draft}.1", start=0, end=1)
    return Asserted(draft, Claim(id=f"{draft}.c1", kind=ClaimKind.STATED, text=text), (place,))


@dataclass(frozen=True)
class Drafts:
    name: str
    claims: Mapping[str, Asserted]
    labelled: Sequence[tuple[str, str, str]]

    def open(self) -> list[Texts]:
        return [(one.text, other.text) for one, other in aligning.worth_reading(list(self.claims.values()), (), relate)]

    def show(self, said: Said, missed: bool) -> None:
        before, after = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
        for one, other, truth in self.labelled:
            ours, theirs = self.claims[one], self.claims[other]
            word = said.get(frozenset((ours.text, theirs.text)))
            before[truth, related(ours, theirs, relate)[0]] += 1
            after[truth, related(ours, theirs, relate, word)[0]] += 1
        print(" " * 28 + "".join(f"{head:>16}" for head in ("same: prec.", "recall", "conflict: prec.", "recall")))
        print(row("words and what they rest on", before))
        print(row("with the judge's word", after))


def sampled(file: Path) -> Iterator[Pairs]:
    pairs = sorted(labelled(file), key=lambda pair: hashlib.sha256(pair.id.encode()).hexdigest())
    for name in SETS:
        drawn = [pair for pair in pairs if pair.kind == name][:SAMPLE]
        yield Pairs(f"{name}: {len(drawn)} of {sum(pair.kind == name for pair in pairs)}", drawn)


def read(file: Path) -> Pairs | Drafts:
    if file.suffix != ".json":
        return Pairs(file.name, list(corpus(file)))
    drafts = json.loads(file.read_text(encoding="utf-8"))
    return Drafts(file.stem, claims_of(drafts), drafts["pairs"])


async def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="*")
    parser.add_argument("--claims", type=Path, help="labelled claims, JSON lines, gzipped")
    parser.add_argument("--judge", required=True)
    parser.add_argument("--price", help="USD per million tokens, IN/OUT, of a model whose price is unknown")
    parser.add_argument("--missed", action="store_true", help="list what was judged wrongly")
    options = parser.parse_args()
    corpora = [*map(read, options.files), *(sampled(options.claims) if options.claims else ())]
    begun = time.perf_counter()
    seater = Seater(os.environ, options.price)
    info = catalog.resolve(options.judge, os.environ)
    judge = seater.holder(Seat(role=Role.JUDGE, model=info.name, family=info.family))
    asked = [each.open() for each in corpora]
    with tempfile.TemporaryDirectory() as name, Store.open(Path(name) / "moot.db") as store:
        async with store.take(store.create(Case(question=QUESTION), Panel(seats=()), [])) as journal:
            said = await asyncio.gather(*(heard(pairs, judge, journal, n) for n, pairs in enumerate(asked, 1)))
    await seater.aclose()
    for corpus_, pairs, words in zip(corpora, asked, said, strict=True):
        print(f"asked about {len(pairs)} pairs, {len(words)} answers count")
        corpus_.show(words, options.missed)
    print(f"judge {info.name}; {time.perf_counter() - begun:.0f} s")
    return 0


if __name__ == "__main__":
    os.environ.setdefault("MOOT_TIMEOUT", "3000")
    sys.exit(asyncio.run(main()))
