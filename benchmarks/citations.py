"""Reports in every form of citation: are marks, entries and their links found?

    python benchmarks/citations.py [FOLDER...] [--worst]

FOLDER holds reports with a NAME.json each: `entries` (id, label, url, title, text) and `statements` (text, marks with
the ids of their entries); default: the open half under `benchmarks/corpora/citations`. The sealed half is for measuring
once. A mark counts when statement and raw mark agree, an entry by address, label and text or title, a link by
statement and entry. What a statement cites by a mark elsewhere (its lead-in, its caption) is in no gold and is not
counted.
"""

from __future__ import annotations

import argparse
import html
import json
import re
import sys
import time
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Any

from corpus import FOLDER, named
from rapidfuzz import fuzz

from moot.errors import MootError
from moot.evidence.cited_report import CitedReport, Entry, read_report

HERE = FOLDER / "citations" / "open"
PARTS = ("marks", "entries", "links")


@dataclass(frozen=True)
class Count:
    right: int = 0
    found: int = 0
    wanted: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(self.right + other.right, self.found + other.found, self.wanted + other.wanted)

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.found + self.wanted) if self.found + self.wanted else 1.0


def words(text: str) -> str:
    """A text's words as two are compared, without marks that our text keeps as words of it: "As [7] notes"."""
    text = re.sub(r"\[\d+\]|(?<!\w)@[\w:.-]+", " ", text)
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFKC", text).lower()))


def same(url: str | None) -> str:
    return re.sub(r"^https?://(www\.)?", "", url or "").rstrip("/").lower()


def matched(gold: list[dict[str, Any]], entries: tuple[Entry, ...]) -> dict[str, str]:
    """Our entry id → gold entry id."""
    found: dict[str, str] = {}
    for entry in entries:
        free = [each for each in gold if each["id"] not in found.values()]
        best = max(free, key=lambda each: alike(each, entry), default=None)
        if best is not None and alike(best, entry) >= 90:
            found[entry.id] = best["id"]
    return found


def alike(gold: dict[str, Any], entry: Entry) -> float:
    label = 5.0 if (gold["label"] or None) == entry.label else 0.0
    if gold["url"] and same(gold["url"]) == same(entry.url):
        return 100 + label
    if gold["url"] and entry.url:
        return 0
    text = fuzz.ratio(words(gold["text"] or ""), words(entry.text))
    title = fuzz.ratio(words(gold["title"]), words(entry.title)) if gold["title"] and entry.title else 0
    return max(text, title) + label


def counted(gold: dict[str, Any], report: CitedReport) -> dict[str, Count]:
    ids = matched(gold["entries"], report.entries)
    wanted_marks: Counter[tuple[str, str]] = Counter()
    wanted_links: Counter[tuple[str, str]] = Counter()
    for statement in gold["statements"]:
        for mark in statement["marks"]:
            wanted_marks[words(statement["text"]), raw(mark["raw"])] += 1
            wanted_links.update((words(statement["text"]), entry) for entry in mark["entries"])
    own_marks: Counter[tuple[str, str]] = Counter()
    own_links: Counter[tuple[str, str]] = Counter()
    known = {words(statement["text"]) for statement in gold["statements"]}
    for statement in report.statements:
        said = nearest(words(statement.text), known)
        for mark in (each for each in statement.marks if not each.led):
            own_marks[said, raw(mark.raw)] += 1
            own_links.update((said, ids.get(entry, entry)) for entry in mark.entries)
    return {
        "marks": tally(own_marks, wanted_marks),
        "entries": Count(len(ids), len(report.entries), len(gold["entries"])),
        "links": tally(own_links, wanted_links),
    }


def raw(mark: str) -> str:
    """What a reader sees of it: a link's words, a mark without its brackets and tags, raised digits as digits."""
    seen = html.unescape(re.sub(r"(?<=\])\([^()\s]*\)|</?[a-zA-Z][^>]*>", "", mark))
    return re.sub(r"[\s\[\]()<>,;]+", "", unicodedata.normalize("NFKC", seen)).lower()


def nearest(said: str, known: set[str]) -> str:
    """The gold statement with these words, small differences aside."""
    if said in known:
        return said
    best = max(known, key=lambda each: fuzz.ratio(said, each), default="")
    return best if fuzz.ratio(said, best) >= 90 else said


def tally(own: Counter[tuple[str, str]], wanted: Counter[tuple[str, str]]) -> Count:
    return Count((own & wanted).total(), own.total(), wanted.total())


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=named("citations"), nargs="*", default=[HERE])
    parser.add_argument("--worst", action="store_true", help="show the worst files with what they miss")
    options = parser.parse_args()
    by_form: dict[str, dict[str, Count]] = defaultdict(lambda: {part: Count() for part in PARTS})
    files: list[tuple[float, str]] = []
    begun = time.perf_counter()
    for gold_file in sorted(each for folder in options.folders for each in folder.glob("*.json")):
        gold = json.loads(gold_file.read_text())
        path = next(p for p in gold_file.parent.glob(f"{gold_file.stem}.*") if p.suffix not in (".json", ".bib"))
        try:
            report = read_report(path)
        except MootError as error:
            print(f"{path.name}: {error}")
            report = CitedReport("", "", "", (), (), ())
        counts = counted(gold, report)
        for part in PARTS:
            by_form[gold["form"]][part] += counts[part]
            by_form["all"][part] += counts[part]
        files.append((min(count.f1 for count in counts.values()), f"{path.name} {gold['form']} " + shown(counts)))
    for form, counts in sorted(by_form.items(), key=lambda item: (item[0] == "all", item[0])):
        print(f"{form:28} {shown(counts)}")
    if options.worst:
        print(*[line for _, line in sorted(files)[:15]], sep="\n")
    print(f"{len(files)} reports, {time.perf_counter() - begun:.1f} s")
    return 0


def shown(counts: dict[str, Count]) -> str:
    return "  ".join(
        f"{part} F1 {count.f1:.3f} ({count.right}/{count.found}/{count.wanted})" for part, count in counts.items()
    )


if __name__ == "__main__":
    sys.exit(main())
