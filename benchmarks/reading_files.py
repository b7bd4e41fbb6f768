"""How well files are read: PDFs, files of offices, letters. Run: python benchmarks/reading_files.py [--half open]

Each file of `corpora/files` says what reading must give: sentences and rows in order, what must not be in the text,
what must be kept apart or said. `found` is the share of pieces that stand in the text whole, a row on one line with its
cells parted; `cells` the share of rows found with a bar or tab between their cells; `order` the share of neighbouring
pieces in their order; `extra` the share of the text's words that no piece has; `out` the share of what must not be in
the text and is not; `said` the share of what a note or refusal must say. Time is the median of three readings, memory
the growth of the process's peak while it reads the files of a kind.

`--beside PYTHON` reads with markitdown too, by an interpreter that can import it.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import resource
import subprocess
import sys
import time
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

FILES = Path(__file__).parent / "corpora" / "files"
_RAISED = re.compile(r"[⁰¹²³⁴-⁹]+|\[\^\w+\]|<sup>.*?</sup>|\\(?=[^\w\s])|[#*`]")


def _moot(path: Path) -> tuple[str, list[str]]:
    from moot.evidence.media.medium import CannotRead
    from moot.evidence.read import media

    try:
        extract = media()[path.suffix].read(path.read_bytes())
    except KeyError:
        return "", ["no such medium"]
    except CannotRead as error:
        return "", [str(error)]
    return extract.text, list(extract.notes)


def _markitdown() -> Callable[[Path], tuple[str, list[str]]]:
    from markitdown import MarkItDown  # pyright: ignore

    reader: Any = MarkItDown()

    def read(path: Path) -> tuple[str, list[str]]:
        try:
            return str(reader.convert(path).text_content), []
        except Exception as error:
            return "", [str(error)]

    return read


def child(reader: str, names: list[str]) -> None:
    """Reads the files named and prints what came of each."""
    read = _moot if reader == "moot" else _markitdown()
    read(FILES / names[0])
    before = _peak()
    for name in names:
        times: list[float] = []
        text, notes = "", list[str]()
        for _ in range(3):
            started = time.perf_counter()
            text, notes = read(FILES / name)
            times.append(1_000 * (time.perf_counter() - started))
        print(json.dumps({"name": name, "text": text, "notes": notes, "ms": sorted(times)[1]}))
    print(json.dumps({"mb": _peak() - before}))


def _peak() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1e6 if sys.platform == "darwin" else peak / 1e3


def _plain(text: str) -> str:
    text = unicodedata.normalize("NFKC", _RAISED.sub("", text)).replace("\f", " ")
    text = text.translate(str.maketrans("“”„‘’–—−", '"""\'\'---'))
    text = text.replace("\t", " | ")
    return "\n".join(re.sub(r" +", " ", line).strip() for line in text.split("\n"))


def judge(wanted: dict[str, Any], text: str, notes: list[str]) -> dict[str, tuple[float, float]]:
    """Each measure as (reached, possible)."""
    lines = _plain(text)
    flat = " ".join(lines.replace("|", " ").split())
    places: list[int] = []
    found, rows, barred = 0, 0, 0
    for piece in wanted["wanted"]:
        at = _place(_plain(piece.removeprefix("~")), lines, flat)
        found += at >= 0
        if at >= 0 and "|" in piece:
            rows += 1
            barred += _place(_plain(piece.removeprefix("~")), lines, flat, r"[ ]*\|[ |]*") >= 0
        if at >= 0 and not piece.startswith("~"):
            places.append(at)
    pairs = list(pairwise(places))
    held, meant = Counter(_words(flat)), Counter(_words(" ".join(wanted["wanted"])))
    out = [*wanted["unwanted"], *wanted["hidden"]]
    said = " ".join(notes).replace("–", "-")
    return {
        "found": (found, len(wanted["wanted"])),
        "cells": (barred, rows),
        "order": (sum(before <= after for before, after in pairs), len(pairs)),
        "extra": ((held - meant).total(), held.total()),
        "out": (sum(_plain(each) not in flat for each in out), len(out)),
        "said": (sum(each.replace("–", "-") in said for each in wanted["said"]), len(wanted["said"])),
    }


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", _plain(text).casefold())


def _place(piece: str, lines: str, flat: str, between: str = r"[ |]+") -> int:
    """Where a piece stands, in characters of the text without white space runs; -1 when it does not."""
    if "|" not in piece:
        return flat.find(" ".join(piece.split()))
    cells = [re.escape(cell.strip()) for cell in piece.split("|")]
    match = re.search(r"(?<![\w,.])" + between.join(cells) + r"(?!\w)", lines)
    return len(" ".join(lines[: match.start()].replace("|", " ").split())) if match else -1


def measure(reader: str, python: str, half: str | None, detail: bool) -> None:
    kinds: dict[str, list[Path]] = defaultdict(list)
    told = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(FILES.glob("*.json"))}
    for path in sorted(FILES.iterdir()):
        if path.stem in told and path.suffix != ".json" and half in (None, told[path.stem]["half"]):
            kinds[told[path.stem]["kind"]].append(path)
    print(f"\n{reader}, {half or 'both halves'}, {sum(map(len, kinds.values()))} files")
    print(f"{'kind':14} files  found  cells  order  extra    out   said      ms     MB")
    total: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for kind, paths in sorted(kinds.items()):
        done = subprocess.run(
            [python, __file__, "--child", reader, *(path.name for path in paths)],
            capture_output=True,
            text=True,
            check=True,
        )
        *rows, last = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
        sums: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
        for row in rows:
            wanted = told[Path(row["name"]).stem]
            judged = judge(wanted, row["text"], row["notes"])
            for name, (reached, possible) in judged.items():
                for each in (sums, total):
                    each[name][0] += reached
                    each[name][1] += possible
            if detail:
                _detail(row, wanted)
        ms = sum(row["ms"] for row in rows) / len(rows)
        print(f"{kind:14} {len(rows):5} {_shares(sums)} {ms:7.1f} {last['mb']:6.1f}")
    print(f"{'all':14} {sum(map(len, kinds.values())):5} {_shares(total)}")


def _shares(sums: dict[str, list[float]]) -> str:
    parts = (sums[name] for name in ("found", "cells", "order", "extra", "out", "said"))
    return " ".join(f"{100 * reached / possible:5.1f}%" if possible else "     -" for reached, possible in parts)


def _detail(row: dict[str, Any], wanted: dict[str, Any]) -> None:
    lines = _plain(row["text"])
    flat = " ".join(lines.replace("|", " ").split())
    for piece in wanted["wanted"]:
        if _place(_plain(piece.removeprefix("~")), lines, flat) < 0:
            print(f"    {row['name']}: not found: {piece}")
    for piece in (*wanted["unwanted"], *wanted["hidden"]):
        if _plain(piece) in flat:
            print(f"    {row['name']}: in the text: {piece}")
    for words in wanted["said"]:
        if words not in " ".join(row["notes"]):
            print(f"    {row['name']}: not said: {words}; said: {row['notes']}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", choices=("open", "sealed"))
    parser.add_argument("--beside", metavar="PYTHON", help="an interpreter that can import markitdown")
    parser.add_argument("--detail", action="store_true", help="what was not found")
    parser.add_argument("--child", nargs="+", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.child:
        child(chosen.child[0], chosen.child[1:])
        return
    load = os.getloadavg()[0]
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, load average {load:.1f}")
    measure("moot", sys.executable, chosen.half, chosen.detail)
    if chosen.beside:
        measure("markitdown", chosen.beside, chosen.half, chosen.detail)


if __name__ == "__main__":
    main()
