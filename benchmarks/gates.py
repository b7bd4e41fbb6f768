"""What the provable checks see: of each kind of fault the share failed, of each true kind the share failed wrongly.

    python benchmarks/gates.py FILE [FILE ...] [--show KIND [--passed] [--limit 40]]

A FILE is JSON lines, gzipped or not, of two forms: pairs (`claim`, `evidence`, `label`, `kind`), or reports (`sources`
with `id`, `title`, `date`, `text`; `sentences` with `text`, `cites`, `label`, `kind`). Each claim cites, of each
passage of its evidence, the three units (sentences, rows) that share most words and figures with it, and the head of a
table.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import platform
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from moot.evidence.library import Library
from moot.text import figures, sentences
from moot.text.terms import stems
from moot.verify.check import Check
from moot.verify.computed import Computed
from moot.verify.figures import Figures
from moot.verify.quotations import Quotations, Terms
from moot.verify.quotes import ExactQuote
from moot.verify.subjects import Subjects
from moot.words import Citation, Claim, ClaimKind, Document, Finding, Form, Outcome, Passage, Source

UNITS = 3
"""Units cited of each passage."""


@dataclass(frozen=True)
class Item:
    claim: str
    kind: str
    supported: bool
    library: Library
    sources: tuple[str, ...]


def document(id: str, text: str, title: str = "", date: str | None = None) -> Document:
    digest = sha256(text.encode()).hexdigest()
    source = Source(
        id=id, title=title, origin=id, sha256=digest, text_sha256=digest, media="markdown", date=date or None
    )
    return Document(source=source, text=text)


def items(path: Path) -> Iterator[Item]:
    libraries: dict[str, Library] = {}
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            row: dict[str, Any] = json.loads(line)
            if "sentences" in row:
                yield from _report(row)
                continue
            evidence = row["evidence"]
            if evidence not in libraries:
                libraries[evidence] = Library([document("S1", evidence)])
            yield Item(row["claim"], row.get("kind", ""), row["label"] == "supported", libraries[evidence], ("S1",))


def _report(row: dict[str, Any]) -> Iterator[Item]:
    library = Library([document(s["id"], s["text"], s.get("title") or "", s.get("date")) for s in row["sources"]])
    known = {source.id for source in library.sources}
    for sentence in row["sentences"]:
        cites = tuple(cite for cite in sentence.get("cites") or () if cite in known)
        label = sentence.get("label")
        if cites and label:
            yield Item(sentence["text"], sentence.get("kind") or "", label == "supported", library, cites)


def cited(item: Item, number: int) -> Claim:
    found = [c for passage in item.library.passages if passage.source in item.sources for c in _best(item, passage)]
    return Claim(id=f"c{number}", kind=ClaimKind.STATED, text=item.claim, citations=tuple(dict.fromkeys(found)))


def _best(item: Item, passage: Passage) -> Iterable[Citation]:
    said, numbers = set(stems(item.claim)), {figure.written for figure in figures.find(item.claim)}
    units = [span.of(passage.text) for span in sentences.split(passage.text)]
    units = [unit for unit in units if any(character.isalnum() for character in unit)]

    def shared(unit: str) -> int:
        return len(said & set(stems(unit))) + 2 * len(numbers & {figure.written for figure in figures.find(unit)})

    best = sorted(range(len(units)), key=lambda at: (-shared(units[at]), at))[:UNITS]
    if passage.form is Form.TABLE and units:
        best.append(0)
    return [Citation(passage=passage.id, quote=units[at]) for at in sorted(set(best)) if shared(units[at]) or at == 0]


def checks() -> list[Check]:
    return [ExactQuote(), Figures(), Computed(), Quotations(), Terms(), Subjects()]


def judged(found: Sequence[Item]) -> list[list[Finding]]:
    running = checks()
    failed: list[list[Finding]] = []
    for number, item in enumerate(found):
        claim = cited(item, number)
        all_findings = [finding for check in running for finding in check.findings([claim], item.library)]
        failed.append([finding for finding in all_findings if finding.outcome is Outcome.FAILS])
    return failed


def show(found: Sequence[Item], failed: Sequence[Sequence[Finding]]) -> None:
    kinds = sorted({(not item.supported, item.kind) for item in found})
    print(f"{'kind':22} {'':9} items  gate failed   signal failed   either")
    for faulty, kind in [*kinds, (False, ""), (True, "")]:
        mine = [n for n, item in enumerate(found) if item.supported is not faulty and kind in ("", item.kind)]
        if not mine:
            continue
        gate = sum(any(f.gate for f in failed[n]) for n in mine) / len(mine)
        signal = sum(any(not f.gate for f in failed[n]) for n in mine) / len(mine)
        either = sum(bool(failed[n]) for n in mine) / len(mine)
        side = "faulty" if faulty else "supported"
        print(f"{kind or 'all':22} {side:9} {len(mine):5}  {gate:11.3f}   {signal:13.3f}   {either:6.3f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--show", help="print claims of this kind: what failed, or of a fault what passed")
    parser.add_argument("--passed", action="store_true", help="with --show: those that passed, not those that failed")
    parser.add_argument("--limit", type=int, default=40)
    parser.add_argument("--kinds", help="only these kinds, by comma")
    arguments = parser.parse_args()
    started = time.perf_counter()
    wanted = arguments.kinds.split(",") if arguments.kinds else None
    found = [item for path in arguments.files for item in items(path) if not wanted or item.kind in wanted]
    failed = judged(found)
    show(found, failed)
    seconds = time.perf_counter() - started
    print(f"{len(found)} claims in {seconds:.0f} s on {os.cpu_count()} cores, {platform.machine()}")
    if arguments.show:
        mine = [
            n for n, item in enumerate(found) if item.kind == arguments.show and bool(failed[n]) != arguments.passed
        ]
        for n in mine[: arguments.limit]:
            print(f"- [{n}] {found[n].claim}")
            for finding in failed[n]:
                print(f"    {finding.check}{'' if finding.gate else ' (signal)'}: {finding.reason}")


if __name__ == "__main__":
    main()
