"""How many attempts of hostile documents are named, and how often a harmless text is named by mistake.

    python benchmarks/hostile.py [PATH/TO/expertqa/*.jsonl.gz ...] [--reports]

The corpus is that of `tests/hostile/corpus`: documents with an attack, each with a benign twin, the same without it.
An attempt counts as named when a notice is given of the hostile document, and as doubtful when the only notices say
that something in it may be addressed to models, which is left as text. The detector was built with the open half in
view; of the sealed half only these totals were looked at, but for two documents that were opened and moved to the open
half. Both halves are by the same hand; `kept` are 42 documents by another, who saw no code. False alarms are
counted on the twins and on the texts of the files named (answers and web pages of ExpertQA, Malaviya and others, NAACL
2024, MIT; not part of Moot).

Whole documents by one more writer, with an order and without, and sentences that look like orders and are none, lie in
`corpora/orders`; its README says of whom. The open half and the sentences are learned from.

`--reports`: both documents of every pair are also read by the embedded readers, beside a harmless source: how many
pairs of reports say the same but for the notices, and how many must, since all that was added is named.
"""

from __future__ import annotations

import argparse
import asyncio
import gzip
import json
import os
import platform
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from moot.evidence import hostile
from moot.evidence.read import read_paths
from moot.words import Document, Noticed, Source

TESTS = Path(__file__).parent.parent / "tests" / "hostile"
ORDERS = Path(__file__).parent / "corpora" / "orders"


def of_pairs() -> None:
    from hostile_corpus import pairs  # pyright: ignore[reportMissingImports]

    seen, kinds = Counter[tuple[str, str]](), Counter[tuple[str, bool]]()
    named, alarms = Counter[tuple[str, str, str]](), defaultdict[str, list[str]](list)
    for pair in pairs():
        with tempfile.TemporaryDirectory() as folder:
            attacked, twin = (_told_of(pair.write(Path(folder) / str(attack), attack)) for attack in (True, False))
        alarms[twin].append(pair.id if pair.half == "open" else f"one of the {pair.half} half")
        seen[pair.seen, pair.half] += 1
        named[pair.seen, pair.half, attacked] += 1
        if pair.seen == "visible":
            kinds[pair.kind, attacked == "named"] += 1
    print(f"{len(pairs())} pairs of {len({pair.kind for pair in pairs()})} kinds")
    for sort, what in (("visible", "words that a person sees"), ("hidden", "words that nobody sees")):
        for half in ("open", "sealed", "kept"):
            count, doubtful, all = named[sort, half, "named"], named[sort, half, "doubtful"], seen[sort, half]
            print(f"  {what:<26} {half:<7} {count:>3} of {all:>3} named ({count / all:.0%}), {doubtful} doubtful")
    by_kind = sorted({kind for kind, _ in kinds})
    print("  visible, by kind: ", end="")
    print("; ".join(f"{kind} {kinds[kind, True]}/{kinds[kind, True] + kinds[kind, False]}" for kind in by_kind))
    for told, how in (("named", "named by mistake"), ("doubtful", "doubtful")):
        print(", ".join([f"  benign twins {how}: {len(alarms[told])} of {len(pairs())}", *alarms[told]]))


def _told_of(path: Path) -> str:
    (document,), _ = read_paths([path])
    return told_as(hostile.scan(document))


def told_as(notices: Sequence[Noticed]) -> str:
    """By the surest of them: `named`, `doubtful`, or empty where there are none."""
    if any(not each.doubtful for each in notices):
        return "named"
    return "doubtful" if notices else ""


def of_documents() -> None:
    print("whole documents by a writer who saw no code")
    for half in ("open", "sealed"):
        rows = [json.loads(line) for line in (ORDERS / f"{half}.jsonl").read_text(encoding="utf-8").splitlines()]
        for side, what in (("hostile", "with an order"), ("twin", "their twins")):
            _print_counts(f"{what}, {half}", [_told_of_words(row["name"], row[side]) for row in rows])
    sentences = (ORDERS / "ordinary.txt").read_text(encoding="utf-8").splitlines()
    _print_counts("sentences like orders", [_told_of_words("sentence.txt", each) for each in sentences])


def _print_counts(what: str, told: Sequence[str]) -> None:
    print(f"  {what:<26} {told.count('named'):>3} of {len(told):>3} named, {told.count('doubtful')} doubtful")


def _told_of_words(name: str, words: str) -> str:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_text(words, encoding="utf-8")
        return _told_of(path)


def of_texts(files: Sequence[Path]) -> None:
    count, size, alarms, started = 0, 0, list[tuple[str, str]](), time.process_time()
    for text in _texts(files):
        card = Source(id="S1", title="A page", origin="a.md", sha256="0", text_sha256="0", media="markdown")
        count, size = count + 1, size + len(text)
        notices = hostile.scan(Document(source=card, text=text))
        alarms += [(told_as(notices), f"{each.what}: {each.excerpt}") for each in notices[:1]]
    speed = size / 1e6 / (time.process_time() - started)
    counts = Counter(told for told, _ in alarms)
    print(
        f"{count} texts of real answers and pages, {size / 1e6:.1f} MB: {counts['named']} named, "
        f"{counts['doubtful']} doubtful, {speed:.2f} MB/s CPU"
    )
    for _, alarm in alarms:
        print(f"  {alarm}")


def _texts(files: Sequence[Path]) -> Iterator[str]:
    for file in files:
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            for line in lines:
                answer = json.loads(line)
                yield answer["answer"]
                yield from (source["passage"] for source in answer["sources"] if source["passage"])


def of_reports() -> None:
    from hostile_compare import shown_the_same, whole  # pyright: ignore[reportMissingImports]
    from hostile_corpus import pairs  # pyright: ignore[reportMissingImports]
    from hostile_runs import read  # pyright: ignore[reportMissingImports]

    same, must = list[str](), 0
    for pair in pairs():
        with tempfile.TemporaryDirectory() as folder:
            attacked, twin = (asyncio.run(read(pair, Path(folder) / str(attack), attack)) for attack in (True, False))
        must += shown_the_same(attacked.document, twin.document)
        if whole(attacked.report, attacked.document) == whole(twin.report, twin.document):
            same.append(pair.id)
    print(f"reports of the embedded readers: {len(same)} of {len(pairs())} pairs say the same; {must} must")
    print(f"  others: {' '.join(pair.id for pair in pairs() if pair.id not in same)}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--reports", action="store_true")
    asked = parser.parse_args()
    sys.path.insert(0, str(TESTS))
    print(f"machine: {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    of_pairs()
    of_documents()
    if asked.files:
        of_texts(asked.files)
    if asked.reports:
        of_reports()
    print("again: python benchmarks/hostile.py PATH/TO/expertqa/*.jsonl.gz --reports")


if __name__ == "__main__":
    main()
