"""How well web pages are read: what is found of the text, and what comes along that is none.

    python benchmarks/extraction.py [FOLDER...] [--lines] [--beside PYTHON]

FOLDER holds pages as `benchmarks/corpora/pages/README.md` says; default: the open half. The sealed half is for
measuring once. Moot, trafilatura alone, and with `--beside` markitdown by an interpreter that can import it; each in a
process of its own. By kind of page:

- found: words of the text that come back in their order; extra: words that came back and are none of it
  (longest common subsequence; bylines and the like are counted neither way);
- lines: paragraphs, items and rows that came back whole; out: lines that must not be there and are;
- cells: values of tables that stand in the row and column of their heads, read as the checks read a table.

Then metadata, walls told (and articles taken for walls), milliseconds and megabytes of memory a page.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import subprocess
import sys
import time
import unicodedata
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import mean, median
from typing import Any

from corpus import FOLDER, named

HERE = FOLDER / "pages" / "open"
FIELDS = ("title", "author", "date", "licence", "address")
_WORD = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|(?:(?![\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af])[^\W_])+"
)


@dataclass(frozen=True)
class Page:
    name: str
    raw: bytes
    gold: dict[str, Any]
    lines: list[list[str]]
    out: list[list[str]]

    @property
    def wall(self) -> bool:
        return "wall" in self.gold


@dataclass(frozen=True)
class Score:
    found: float
    extra: float
    lines: float
    out: float
    cells: float | None


def pages(folders: list[Path]) -> list[Page]:
    return [
        Page(
            file.stem,
            file.read_bytes(),
            json.loads(file.with_suffix(".json").read_text()),
            _lines(file.with_suffix(".txt")),
            _lines(file.with_suffix(".out.txt")),
        )
        for folder in folders
        for file in sorted(folder.glob("*.html"))
    ]


def _lines(file: Path) -> list[list[str]]:
    told = file.read_text().splitlines() if file.exists() else []
    return [line for line in map(words, told) if line]


def words(text: str) -> list[str]:
    """Lower case; each sign of a script without spaces is a word."""
    return _WORD.findall(unicodedata.normalize("NFKC", text).lower())


def score(page: Page, text: str) -> Score:
    read = words(text)
    wanted = [word for line in page.lines for word in line]
    for line in sorted(map(words, page.gold["either"]), key=len, reverse=True):
        at = _at(read, line)
        if at >= 0 and _times(read, line) > _times(wanted, line):
            del read[at : at + len(line)]
    from rapidfuzz.distance import LCSseq  # which other interpreters need not have

    common = LCSseq.similarity(wanted, read)
    return Score(
        common / len(wanted),
        1 - common / len(read) if read else 0.0,
        mean(_at(read, line) >= 0 for line in page.lines),
        mean(_at(read, line) >= 0 for line in page.out) if page.out else 0.0,
        mean(_bound(text, *cell) for cell in page.gold["cells"]) if page.gold["cells"] else None,
    )


def _at(read: list[str], line: list[str]) -> int:
    joined = f" {' '.join(read)} "
    found = joined.find(f" {' '.join(line)} ") if line else -1
    return joined[:found].count(" ") if found >= 0 else -1


def _times(read: list[str], line: list[str]) -> int:
    return f" {' '.join(read)} ".count(f" {' '.join(line)} ")


@cache
def _grids(text: str) -> tuple[Any, ...]:
    from moot.evidence import passages
    from moot.verify.reckoning.given import tables
    from moot.words import Document, Source

    source = Source(id="S1", title="", origin="", sha256="", text_sha256="", media="html")
    return tuple(filter(None, map(tables.read, passages.split(Document(source=source, text=text)))))


def _bound(text: str, row: str, column: str, value: str) -> bool:
    return any(
        _at(words(cell.text), words(value)) >= 0
        and set(words(row)) <= set(words(" ".join(each.text for each in grid.rows[cell.row])))
        and set(words(column)) <= set(words(grid.heads[cell.column]))
        for grid in _grids(text)
        for cell in grid.cells
    )


def _moot() -> Callable[[bytes], tuple[str, dict[str, str | None]]]:
    from moot.evidence.media import html
    from moot.evidence.media.medium import CannotRead

    def read(raw: bytes) -> tuple[str, dict[str, str | None]]:
        try:
            got = html.read(raw)
        except CannotRead:
            return "", {}
        told = (got.title, got.author, got.date, got.licence, got.stated_origin)
        return got.text, dict(zip(FIELDS, told, strict=True))

    return read


def _trafilatura() -> Callable[[bytes], tuple[str, dict[str, str | None]]]:
    from trafilatura import extract, extract_metadata

    def read(raw: bytes) -> tuple[str, dict[str, str | None]]:
        text = extract(raw, output_format="markdown", include_comments=False) or ""
        meta: Any = extract_metadata(raw)  # pyright: ignore[reportArgumentType]  # it takes bytes too
        told = (meta.title, meta.author, meta.date, meta.license, meta.url) if meta else (None,) * 5
        return text, dict(zip(FIELDS, told, strict=True))

    return read


def _markitdown() -> Callable[[bytes], tuple[str, dict[str, str | None]]]:
    from io import BytesIO

    from markitdown import MarkItDown, StreamInfo  # type: ignore[import-not-found]

    converter: Any = MarkItDown()

    def read(raw: bytes) -> tuple[str, dict[str, str | None]]:
        made: Any = converter.convert_stream(BytesIO(raw), stream_info=StreamInfo(extension=".html"))
        shown = re.sub(r"!?\[([^\]]*)\]\([^)\s]*(?:\s+\"[^\"]*\")?\)", r"\1", made.text_content)
        return shown, {"title": made.title}

    return read


READERS = {"moot": _moot, "trafilatura": _trafilatura, "markitdown": _markitdown}


def measure(reader: str, folders: list[Path]) -> list[dict[str, Any]]:
    """In this process: what a reader gives for each page, with milliseconds (of three, the median) and megabytes."""
    read = READERS[reader]()
    chosen = pages(folders)
    for page in chosen[:3]:
        read(page.raw)
    results: list[dict[str, Any]] = []
    for page in chosen:
        before = _memory(reset=True)
        times: list[float] = []
        text, meta = "", dict[str, str | None]()
        for _ in range(3):
            begun = time.perf_counter()
            try:
                text, meta = read(page.raw)
            except Exception as error:  # a reader that fails has read nothing
                print(f"{reader} on {page.name}: {type(error).__name__}", file=sys.stderr)
            times.append(1000 * (time.perf_counter() - begun))
        results.append({"text": text, "meta": meta, "ms": median(times), "mb": _memory(reset=False) - before})
    return results


def _memory(reset: bool) -> float:
    """MB of this process now, or at its highest since the reset; 0 where the system does not tell."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0.0
    if reset:
        Path("/proc/self/clear_refs").write_text("5")
    told = re.search(r"VmRSS:\s+(\d+)" if reset else r"VmHWM:\s+(\d+)", status.read_text())
    return int(told[1]) / 1024 if told else 0.0


def walls(chosen: list[Page]) -> tuple[list[str], list[str]]:
    """Walls that were not told, and articles that were taken for walls."""
    from moot.evidence.fetch import Fetched
    from moot.evidence.fetch.walls import wall

    missed: list[str] = []
    alarms: list[str] = []
    for page in chosen:
        asked = page.gold.get("asked") or page.gold.get("address") or "https://a.example/page"
        led = page.gold.get("led_to") or asked
        hops = (asked,) if led != asked else ()
        found = wall(Fetched(asked, led, 200, {"content-type": "text/html"}, page.raw, "", "2026-03-01", hops))
        if page.wall and not found:
            missed.append(page.name)
        elif not page.wall and found:
            alarms.append(f"{page.name} ({found.reason})")
    return missed, alarms


def same(field: str, told: str | None, gold: str | None) -> bool:
    if not told or not gold:
        return not told and not gold
    if field == "author":
        return sorted(words(told)) == sorted(words(gold))
    if field == "licence":
        return words(told) == words(gold) or _licence(told) == _licence(gold)
    return words(told) == words(gold)


def _licence(told: str) -> str:
    """An address of Creative Commons is as good as its name."""
    return " ".join(words(re.sub(r"https?://creativecommons\.org/licenses/|/deed\.\w+$", "cc ", told.lower())))


def shown(scores: list[Score]) -> str:
    cells = [each.cells for each in scores if each.cells is not None]
    parts = [mean(getattr(each, part) for each in scores) for part in ("found", "extra", "lines", "out")]
    return " ".join(f"{part:6.1%}" for part in parts) + (f" {mean(cells):6.1%}" if cells else "      –")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=named("pages"), nargs="*", default=[HERE])
    parser.add_argument(
        "--lines", action="store_true", help="say which lines are missing or unwanted, and which fields"
    )
    parser.add_argument("--beside", metavar="PYTHON", help="an interpreter that can import markitdown")
    parser.add_argument("--measure", choices=READERS, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        json.dump(measure(options.measure, options.folders), sys.stdout)
        return 0
    chosen = pages(options.folders)
    print(f"{platform.machine()}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}")
    readers = [name for name in READERS if name != "markitdown" or options.beside]
    by_kind: dict[str, dict[str, list[Score]]] = defaultdict(lambda: defaultdict(list))
    right: dict[str, list[int]] = {}
    cost: dict[str, tuple[float, float]] = {}
    for name in readers:
        python = options.beside if name == "markitdown" else sys.executable
        command = [python, __file__, "--measure", name, *map(str, options.folders)]
        results = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
        read = [(page, result) for page, result in zip(chosen, results, strict=True) if not page.wall]
        for page, result in read:
            scored = score(page, result["text"])
            by_kind[page.gold["kind"]][name].append(scored)
            by_kind["all"][name].append(scored)
            if options.lines and name == "moot":
                explain(page, result)
        right[name] = [sum(same(part, r["meta"].get(part), p.gold[part]) for p, r in read) for part in FIELDS]
        cost[name] = (mean(r["ms"] for _, r in read), mean(r["mb"] for _, r in read))
    print(f"{'':34} " + "   ".join(f"{name:35}" for name in readers))
    print(f"{'kind':34} " + "   ".join(" found  extra  lines    out  cells " for _ in readers))
    for kind, scores in sorted(by_kind.items(), key=lambda item: (item[0] == "all", item[0])):
        print(f"{kind:34} " + "   ".join(f"{shown(scores[name]):35}" for name in readers))
    articles = [page for page in chosen if not page.wall]
    for name in readers:
        fields = ", ".join(f"{part} {count}/{len(articles)}" for part, count in zip(FIELDS, right[name], strict=True))
        print(f"{name}: {cost[name][0]:.0f} ms, {cost[name][1]:.1f} MB a page; right: {fields}")
    missed, alarms = walls(chosen)
    print(f"walls not told: {len(missed)} of {len(chosen) - len(articles)} {missed}")
    print(f"articles taken for walls: {len(alarms)} of {len(articles)} {alarms}")
    return 0


def explain(page: Page, result: dict[str, Any]) -> None:
    read = words(result["text"])
    print(f"== {page.name}: {shown([score(page, result['text'])])}")
    for sign, lines, there in (("-", page.lines, False), ("+", page.out, True)):
        for line in lines:
            if (_at(read, line) >= 0) is there:
                print(f"  {sign} {' '.join(line)}")
    for row, column, value in page.gold["cells"]:
        if not _bound(result["text"], row, column, value):
            print(f"  cell {row} / {column} = {value}")
    for part in FIELDS:
        if not same(part, result["meta"].get(part), page.gold[part]):
            print(f"  {part}: {result['meta'].get(part)!r} for {page.gold[part]!r}")


if __name__ == "__main__":
    sys.exit(main())
