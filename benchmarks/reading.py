"""How fast sources are read and searched. Run: python benchmarks/reading.py [--passages 100000] [--documents 200]

Reading: generated documents of each medium through `read_paths`, documents and megabytes a second (of files as they lie
on disk; imports and a first file are not timed). Library: passages of about 90 words from generated Markdown, time to
split and to index, a search's p50 and p95 over queries of three to eight words, and the process's peak memory.
"""

from __future__ import annotations

import argparse
import os
import platform
import random
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from moot.evidence import hostile
from moot.evidence.library import Library
from moot.evidence.read import read_paths
from moot.words import Document, Source

_SYLLABLES = [
    "ba",
    "ce",
    "di",
    "fo",
    "gu",
    "la",
    "me",
    "ni",
    "po",
    "ru",
    "sa",
    "te",
    "vi",
    "xo",
    "zu",
    "tion",
    "ing",
    "al",
]
_COMMON = ["the", "of", "and", "to", "in", "a", "is", "that", "for", "with", "on", "as", "by", "it", "from"]


class Writer:
    """Text of a vocabulary of 30,000 words whose frequencies fall as in English (Zipf)."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._words = [*_COMMON, *("".join(self._random.choices(_SYLLABLES, k=3)) for _ in range(30_000))]
        weights = [1 / rank for rank in range(1, len(self._words) + 1)]
        total = 0.0
        self._sums = [total := total + weight for weight in weights]

    def words(self, count: int) -> list[str]:
        return self._random.choices(self._words, cum_weights=self._sums, k=count)

    def sentence(self) -> str:
        words = self.words(self._random.randint(8, 24))
        if self._random.random() < 0.3:
            words.append(f"{self._random.randint(1, 999) / 10} %")
        return " ".join(words).capitalize() + "."

    def paragraph(self) -> str:
        return " ".join(self.sentence() for _ in range(6))

    def query(self) -> str:
        return " ".join(self.words(self._random.randint(3, 8)))

    def markdown(self, paragraphs: int) -> str:
        parts = [f"# {' '.join(self.words(4))}"]
        for number in range(paragraphs):
            if number % 5 == 0:
                parts.append(f"## {' '.join(self.words(3))}")
            if number % 20 == 10:
                parts.append("| name | value |\n|---|---|\n" + "\n".join(f"| row {n} | {n}.5 |" for n in range(8)))
            parts.append(self.paragraph())
        return "\n\n".join(parts) + "\n"


def _as_html(text: str) -> str:
    parts: list[str] = []
    for block in text.split("\n\n"):
        if block.startswith("#"):
            parts.append(f"<h2>{block.lstrip('# ')}</h2>")
        elif block.startswith("|"):
            rows = [row for row in block.split("\n") if not row.startswith("|-")]
            cells = ["".join(f"<td>{cell.strip()}</td>" for cell in row.strip("|").split("|")) for row in rows]
            parts.append("<table>" + "".join(f"<tr>{each}</tr>" for each in cells) + "</table>")
        else:
            parts.append(f"<p>{block}</p>")
    frame = "<nav><a href='/'>Home</a></nav><article>{}</article><footer>About</footer>"
    return f"<html><head><title>T</title></head><body>{frame.format(''.join(parts))}</body></html>"


def _write_pdf(text: str, path: Path) -> None:
    import ctypes

    import pypdfium2
    import pypdfium2.raw as pdfium

    lines = [block[at : at + 90] for block in text.split("\n\n") for at in range(0, len(block), 90)]
    document = pypdfium2.PdfDocument.new()
    for first in range(0, len(lines), 50):
        page = document.new_page(612, 792)
        for row, line in enumerate(lines[first : first + 50]):
            item = pdfium.FPDFPageObj_NewTextObj(document.raw, b"Helvetica", 10)
            wide = (line.replace("\n", " ") + "\0").encode("utf-16-le")
            pdfium.FPDFText_SetText(item, (ctypes.c_ushort * (len(wide) // 2)).from_buffer_copy(wide))
            pdfium.FPDFPageObj_Transform(item, 1, 0, 0, 1, 50, 750 - 14 * row)
            pdfium.FPDFPage_InsertObject(page.raw, item)
        page.gen_content()
    document.save(str(path))


def reading(count: int) -> None:
    writer = Writer(1)
    media: dict[str, Callable[[str, Path], object]] = {
        ".md": lambda text, path: path.write_text(text),
        ".txt": lambda text, path: path.write_text(text.replace("#", "")),
        ".html": lambda text, path: path.write_text(_as_html(text)),
        ".pdf": _write_pdf,
    }
    print(f"Reading, {count} documents of each medium (about 20 paragraphs of 100 words), one process")
    for suffix, write in media.items():
        with tempfile.TemporaryDirectory() as folder:
            for number in range(count + 1):
                write(writer.markdown(20), Path(folder, f"{number:05}{suffix}"))
            files = sorted(Path(folder).iterdir())
            read_paths(files[:1])
            started = time.perf_counter()
            documents, unread = read_paths(files[1:])
            took = time.perf_counter() - started
            size = sum(file.stat().st_size for file in files[1:]) / 1e6
            assert len(documents) == count, unread[:3]
            print(f"  {suffix:6} {count / took:8.0f} documents/s {size / took:7.2f} MB/s ({size:.1f} MB)")
            if suffix == ".md":
                started = time.perf_counter()
                noticed = sum(not each.doubtful for document in documents for each in hostile.scan(document))
                took = time.perf_counter() - started
                print(f"  scan for hostile text: {size / took:.2f} MB/s of Markdown, {noticed} false alarms")


def library(count: int) -> None:
    writer = Writer(2)
    documents: list[Document] = []
    for number in range(1, count // 100 + 1):
        text = "\n\n".join(writer.paragraph() for _ in range(100))
        source = Source(id=f"S{number}", title=f"T{number}", origin="", sha256="", text_sha256="", media="markdown")
        documents.append(Document(source=source, text=text))
    queries = [writer.query() for _ in range(400)]
    before = _peak()
    started = time.perf_counter()
    shelf = Library(documents)
    found = len(shelf.passages)
    split = time.perf_counter()
    shelf.search("warm up")
    indexed = time.perf_counter()
    walls: list[float] = []
    cpus: list[float] = []
    for query in queries:
        wall, cpu = time.perf_counter(), time.process_time()
        shelf.search(query)
        walls.append(1_000 * (time.perf_counter() - wall))
        cpus.append(1_000 * (time.process_time() - cpu))
    size = sum(len(document.text) for document in documents) / 1e6
    print(f"Library, {found:,} passages of {len(documents):,} documents ({size:.0f} MB of text)")
    print(f"  split {split - started:.1f} s, index {indexed - split:.1f} s")
    for name, times in (("wall", sorted(walls)), ("CPU", sorted(cpus))):
        p50, p95 = times[len(times) // 2], times[int(0.95 * len(times))]
        print(f"  search of 3 to 8 words, {name}: p50 {p50:.1f} ms, p95 {p95:.1f} ms")
    print(f"  peak memory {_peak():.0f} MB, of which {before:.0f} MB before the library (texts included)")


def _peak() -> float:
    """MB of this process."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1e6 if sys.platform == "darwin" else peak / 1e3


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--passages", type=int, default=100_000)
    parser.add_argument("--documents", type=int, default=200)
    parser.add_argument("--only", choices=("reading", "library"))
    chosen = parser.parse_args()
    if chosen.only == "reading":
        reading(chosen.documents)
        return
    if chosen.only == "library":
        library(chosen.passages)
        return
    print(
        f"{platform.machine()}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}, ",
        end="",
    )
    print(f"SQLite {sqlite3.sqlite_version}, load average {os.getloadavg()[0]:.1f} at the start")
    # A process for each part: peak memory is of the part alone.
    for part in ("reading", "library"):
        numbers = ["--passages", str(chosen.passages), "--documents", str(chosen.documents)]
        subprocess.run([sys.executable, __file__, "--only", part, *numbers], check=True)
    print(f"Again: python benchmarks/reading.py --passages {chosen.passages} --documents {chosen.documents}")


if __name__ == "__main__":
    main()
