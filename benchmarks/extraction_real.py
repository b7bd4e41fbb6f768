"""How well real pages are read, by a public corpus: WCXB.

    python benchmarks/extraction_real.py FOLDER [--split test] [--every 1]

FOLDER is a copy of github.com/Murrough-Foley/web-content-extraction-benchmark: 2,008 pages of seven kinds with their
main text (CC BY 4.0). Moot beside trafilatura alone, by that corpus's own measure: F1, precision and recall of words
whatever their order; and how many of the pieces that must, and must not, be there are found.
Headings that repeat the title and captions are no text there, and scripts were taken out of some pages. Then titles,
authors and dates that are right, of those that the corpus states.
"""

from __future__ import annotations

import argparse
import gzip
import json
import logging
import re
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from typing import Any

FIELDS = ("title", "author", "publish_date")


@dataclass(frozen=True)
class Score:
    f1: float
    precision: float
    recall: float
    wanted: float
    unwanted: float
    ms: float


def words(text: str | None) -> list[str]:
    return re.findall(r"\w+", (text or "").lower())


def score(text: str, gold: dict[str, Any], ms: float) -> Score:
    read, right = Counter(words(text)), Counter(words(gold["main_content"]))
    common = (read & right).total()
    empty = 1.0 if not read and not right else 0.0
    precision, recall = (common / each.total() if each else empty for each in (read, right))
    line = " ".join(text.lower().split())
    there = {key: [each.lower() in line for each in gold.get(key) or ()] for key in ("with", "without")}
    return Score(
        2 * common / (read.total() + right.total()) if read or right else 1.0,
        precision,
        recall,
        mean(there["with"] or [True]),
        mean(there["without"] or [False]),
        ms,
    )


def moot(raw: bytes) -> tuple[str, tuple[str | None, ...]]:
    from moot.evidence.media import html
    from moot.evidence.media.medium import CannotRead

    try:
        page = html.read(raw)
    except CannotRead:
        return "", (None, None, None)
    return page.text, (page.title, page.author, page.date)


def trafilatura(raw: bytes) -> tuple[str, tuple[str | None, ...]]:
    from trafilatura import extract, extract_metadata

    page: Any = raw  # typed as text, takes bytes
    said = extract_metadata(page)
    return extract(page, include_comments=False) or "", (said.title, said.author, said.date)


def right(field: str, told: str | None, gold: str | None) -> bool:
    one, other = "".join(words(told)), "".join(words(gold))
    return bool(one) and (one[:8] == other[:8] if field == "publish_date" else one == other)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--split", choices=("dev", "test"), default="test")
    parser.add_argument("--every", type=int, default=1, help="take every n-th page")
    options = parser.parse_args()
    logging.disable(logging.CRITICAL)
    readers: dict[str, Callable[[bytes], tuple[str, tuple[str | None, ...]]]] = {
        "moot": moot,
        "trafilatura": trafilatura,
    }
    scores: dict[tuple[str, str], list[Score]] = defaultdict(list)
    fields: Counter[tuple[str, str]] = Counter()
    stated: Counter[str] = Counter()
    for file in sorted((options.folder / options.split / "ground-truth").glob("*.json"))[:: options.every]:
        told = json.loads(file.read_text())
        gold, kind = told["ground_truth"], told["_internal"]["page_type"]["primary"].replace("category", "collection")
        raw = gzip.decompress((file.parents[1] / "html" / f"{file.stem}.html.gz").read_bytes())
        stated.update(field for field in FIELDS if gold.get(field))
        for name, read in readers.items():
            begun = time.perf_counter()
            text, said = read(raw)
            scored = score(text, gold, 1000 * (time.perf_counter() - begun))
            scores[kind, name].append(scored)
            scores["all", name].append(scored)
            pairs = zip(FIELDS, said, strict=True)
            fields.update((name, field) for field, each in pairs if right(field, each, gold.get(field)))
    print(f"{'kind':14} {'reader':12} pages    F1  precision  recall  pieces wanted  unwanted    ms")
    for (kind, name), each in sorted(scores.items(), key=lambda item: (item[0][0] == "all", item[0])):
        parts = [mean(getattr(one, part) for one in each) for part in Score.__annotations__]
        print(
            f"{kind:14} {name:12} {len(each):5} {parts[0]:6.3f} {parts[1]:9.3f} {parts[2]:8.3f} {parts[3]:13.3f} "
            f"{parts[4]:10.3f} {parts[5]:6.0f}"
        )
    for name in readers:
        print(name, ", ".join(f"{field} {fields[name, field]}/{stated[field]}" for field in FIELDS))


if __name__ == "__main__":
    main()
