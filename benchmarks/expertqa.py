"""Answers of real systems, judged by experts, take the author's seat: what do readers and checks see of their faults?

    python benchmarks/expertqa.py PATH/TO/expertqa/dev.jsonl.gz [--reviewer reader:semantic] [--limit N]

The data (ExpertQA, Malaviya and others, NAACL 2024, MIT) is read from the path given and is not part of Moot. A claim
counts as supported if the expert said `Complete`, as unsupported if `Partial`, `Incomplete` or `Missing`; claims
without a passage that could be read are left out. The claim's citations quote the whole passages that it cites, since
these systems give no quotes. Accepted means that the claim ended `proven`; doubted, that it ended as anything else.
Beside it: plain overlap of words and figures, at the threshold that keeps as many supported claims.
"""

from __future__ import annotations

import argparse
import asyncio
import gzip
import hashlib
import json
import platform
import re
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from moot.debate.argued import Argued
from moot.evidence.library import Library
from moot.ledger.store import Store
from moot.models.recorded import Header, Line
from moot.run import Research
from moot.text import terms
from moot.words import Caps, Case, Document, Panel, Role, Seat, Source, Standing

SUPPORTED = {"Complete"}
UNSUPPORTED = {"Partial", "Incomplete", "Missing"}
MARKS = re.compile(r"\s*(\[\d+\])+")
"""Citation marks in the text of a claim: they are data of their own here, and no words or figures of the claim."""


@dataclass(frozen=True)
class Judged:
    supported: bool
    standing: Standing
    overlap: float


def documents_of(answer: dict[str, Any]) -> dict[int, Document]:
    found: dict[int, Document] = {}
    for source in answer["sources"]:
        text = source["passage"]
        if text:
            digest = hashlib.sha256(text.encode()).hexdigest()
            card = Source(
                id=f"S{source['id']}",
                title=source["url"],
                origin=source["url"],
                sha256=digest,
                text_sha256=digest,
                media="text",
            )
            found[source["id"]] = Document(source=card, text=text)
    return found


def reply_of(answer: dict[str, Any], documents: dict[int, Document], library: Library) -> tuple[str, dict[str, bool]]:
    """The answer as the reply of an author, and what the experts said of its claims."""
    claims: list[dict[str, Any]] = []
    labels: dict[str, bool] = {}
    for n, each in enumerate(answer["claims"], 1):
        cited = {f"S{id}" for id in each["cites"] if id in documents}
        if not cited or each["support"] not in SUPPORTED | UNSUPPORTED:
            continue
        passages = [passage for passage in library.passages if passage.source in cited]
        citations = [{"passage": passage.id, "quote": passage.text} for passage in passages]
        claims.append({"id": f"c{n}", "kind": "stated", "text": MARKS.sub("", each["claim"]), "citations": citations})
        labels[f"c{n}"] = each["support"] in SUPPORTED
    return json.dumps({"sections": [{"title": "Answer", "claims": claims}]}), labels


async def judge(answer: dict[str, Any], reviewer: str, folder: Path, store: Store) -> list[Judged]:
    documents = documents_of(answer)
    if not documents:
        return []
    library = Library(list(documents.values()))
    reply, labels = reply_of(answer, documents, library)
    if not labels:
        return []
    recorded = Seat(role=Role.AUTHOR, model=answer["system"], family=answer["system"])
    tape = folder / f"{answer['id'].replace(':', '-')}.jsonl"
    header = Header(
        question=answer["question"], made="2023-09-14", provenance="ExpertQA", panel=Panel(seats=(recorded,))
    )
    line = Line(place="r1/draft/author-1/0", attempt=1, body=reply)
    tape.write_text(f"{header.model_dump_json()}\n{line.model_dump_json()}\n")
    family = "embedding" if reviewer == "reader:semantic" else "lexical"
    seats = (
        Seat(role=Role.AUTHOR, model=f"recorded:{tape}", family=recorded.family),
        Seat(role=Role.REVIEWER, model=reviewer, family=family),
    )
    case = Case(question=answer["question"], caps=Caps(rounds=1))
    run = store.create(case, Panel(seats=seats), tuple(documents.values()))
    await Research(store, run)
    record = store.record(run)
    standings = Argued.of(record.events).judged
    by_id = {f"c{n}": each for n, each in enumerate(answer["claims"], 1)}
    judged: list[Judged] = []
    for id, supported in labels.items():
        text = " ".join(documents[source].text for source in by_id[id]["cites"] if source in documents)
        judged.append(Judged(supported, standings[id].standing, terms.overlap(MARKS.sub("", by_id[id]["claim"]), text)))
    return judged


def report(judged: list[Judged], seconds: float, answers: int, command: str) -> None:
    good = [each for each in judged if each.supported]
    bad = [each for each in judged if not each.supported]
    kept = sum(each.standing is Standing.PROVEN for each in good)
    caught = sum(each.standing is not Standing.PROVEN for each in bad)
    floor = sorted(each.overlap for each in good)[len(good) - kept] if kept else 1.1
    overlap = sum(each.overlap < floor for each in bad)
    tenth = sorted(each.overlap for each in good)[len(good) // 10]
    at_90 = sum(each.overlap < tenth for each in bad)
    print(f"data       {answers} answers, {len(judged)} claims with a passage: {len(good)} supported, {len(bad)} not")
    print(f"machine    {platform.machine()}, Python {platform.python_version()}; {seconds:.0f} s; {command}")
    print(f"kept       {kept} of {len(good)} supported claims ({kept / len(good):.1%}); the rest wrongly doubted")
    print(f"caught     {caught} of {len(bad)} unsupported claims ({caught / len(bad):.1%}); the rest missed")
    print(f"overlap    catches {overlap} ({overlap / len(bad):.1%}) where it keeps as many supported claims")
    print(f"           catches {at_90} ({at_90 / len(bad):.1%}) where it keeps 90 % of the supported claims")
    for name, group in (("supported", good), ("unsupported", bad)):
        counts = Counter(each.standing.value for each in group)
        print(f"{name:<11}" + ", ".join(f"{count} {standing}" for standing, count in counts.most_common()))


async def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--reviewer", default="reader:semantic")
    parser.add_argument("--limit", type=int)
    options = parser.parse_args()
    with gzip.open(options.data, "rt", encoding="utf-8") as lines:
        answers = [json.loads(line) for line in lines][: options.limit]
    judged: list[Judged] = []
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(Path(folder) / "moot.db")
        for n, answer in enumerate(answers, 1):
            judged += await judge(answer, options.reviewer, Path(folder), store)
            print(f"\r{n} of {len(answers)}", end="", file=sys.stderr, flush=True)
        store.close()
    print(file=sys.stderr)
    report(judged, time.monotonic() - begun, len(answers), f"reviewer {options.reviewer}")
    return 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
