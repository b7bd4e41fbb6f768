"""The reports with known faults as files through whole audits, with a language model as judge beside the checks.

    python benchmarks/faults_judged.py FILE... --judge MODEL [--price IN/OUT] [--missed]

FILE: as for `faults.py`, whose table is printed. Each report becomes a Markdown file with numbered marks and a list of
sources, and its sources files beside it. Costs what the judge costs: about two requests a report.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from faults import Told, show

import moot
from moot.ledger.store import Store
from moot.report.shape import ClaimView
from moot.text.terms import overlap
from moot.verify.weigh import Weighed, weigh


def written(row: dict[str, Any], folder: Path) -> Path:
    """The report's file; what no source has is cited by a number that no entry has."""
    numbers = {source["id"]: n for n, source in enumerate(row["sources"], 1)}
    for source in row["sources"]:
        head = f"---\ntitle: {json.dumps(source['title'])}\ndate: {source.get('date') or ''}\n---\n\n"
        (folder / f"{numbers[source['id']]}.md").write_text(f"{head}{source['text']}\n")
    lines = ["# Report", ""]
    for sentence in row["sentences"]:
        text = sentence["text"].rstrip()
        marks = "".join(f" [{numbers.get(id, len(numbers) + 2)}]" for id in sentence["cites"])
        lines += [f"{text[:-1]}{marks}{text[-1]}" if text[-1:] in ".!?" else text + marks, ""]
    lines += ["## Sources", "", *(f"{numbers[source['id']]}. {source['title']}" for source in row["sources"])]
    path = folder.parent / "report.md"
    path.write_text("\n".join(lines) + "\n")
    return path


async def audited(row: dict[str, Any], options: argparse.Namespace) -> list[Told]:
    with tempfile.TemporaryDirectory() as name:
        sources = Path(name) / "sources"
        sources.mkdir()
        path = written(row, sources)
        store = Store.open(Path(name) / "moot.db")
        report = await moot.audit(path, [sources], judge=options.judge, price=options.price, store=store)
    texts = {each["id"]: each["text"] for each in row["sources"]}
    told: list[Told] = []
    for said in row["sentences"]:
        views = [view for view in report.claims if _same(view, said["text"])]
        if not views:
            raise SystemExit(f"{row['id']}: the audit has no claim for: {said['text']}")
        worst = min((_weighed(view) for view in views), key=lambda each: each.probability)
        cited = "\n".join(texts.get(id, "") for id in said["cites"])
        told.append(Told(said["text"], said["kind"], said["label"] == "supported", worst, overlap(said["text"], cited)))
    return told


def _weighed(view: ClaimView) -> Weighed:
    """Of a claim whose mark points to nothing there is nothing to weigh: it is unsupported."""
    return weigh(view.findings) if view.claim.references else Weighed(0.0, ())


def _same(view: ClaimView, text: str) -> bool:
    one, other = ("".join(c for c in each.lower() if c.isalnum()) for each in (view.claim.text, text))
    return one in other or other in one


async def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--judge", required=True)
    parser.add_argument("--price", help="USD per million tokens, IN/OUT, of a model whose price is unknown")
    parser.add_argument("--missed", action="store_true")
    options = parser.parse_args()
    rows = [json.loads(line) for file in options.files for line in file.read_text().splitlines() if line.strip()]
    begun = time.perf_counter()
    told = [each for one in await asyncio.gather(*(audited(row, options) for row in rows)) for each in one]
    show(told, options.missed)
    print(f"judge {options.judge}; {len(rows)} reports, {len(told)} sentences, {time.perf_counter() - begun:.0f} s")
    return 0


if __name__ == "__main__":
    os.environ.setdefault("MOOT_TIMEOUT", "3000")
    sys.exit(asyncio.run(main()))
