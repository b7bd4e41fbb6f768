"""Sources that are one voice: how many are told, how many are taken for one that are not, and how long it takes.

    python benchmarks/origins.py [FOLDER...] [--lines]

FOLDER holds runs as `benchmarks/corpora/origins/README.md` says; default: the open half. The sealed half is for
measuring once. Counted are pairs of sources of one run: told of those that are one voice, wrong of those that were
told; runs whose groups are all right; origins right of the groups that are. `--lines` shows what went wrong.

Then seconds on one core for 500 and 2,000 documents of 2,000 words, a tenth of them copies with a tenth changed;
limits: 5 s and 30 s. Exit code 1 above a limit.
"""

from __future__ import annotations

import argparse
import os
import platform
import random
import re
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from corpus import FOLDER, named

from moot.evidence.origins import origins
from moot.text.utf8 import sha256
from moot.words import Document, Source

HERE = FOLDER / "origins" / "open"
LIMITS = {500: 5.0, 2000: 30.0}
WORDS = 2000
_HEAD = re.compile(r"^== (.*)$", re.MULTILINE)
_TAKEN = re.compile(r'@(\w+) (\d+)(?:-(\d+))?(?: "([^"]*)" -> "([^"]*)")?')


@dataclass(frozen=True)
class Run:
    name: str
    documents: tuple[Document, ...]
    voices: tuple[tuple[str, ...], ...]
    """The origin first."""


def runs(folder: Path) -> Iterator[Run]:
    for file in sorted(folder.glob("*.txt")):
        head, *parts = _HEAD.split(file.read_text())
        told = head.partition("voices:")[2].strip()
        voices = tuple(tuple(group.split()) for group in told.split(" | ")) if told else ()
        written = {card.split(" | ")[0]: body for card, body in zip(parts[::2], parts[1::2], strict=True)}
        texts = {id: _text(body, written) for id, body in written.items()}
        documents = tuple(_document(card, texts[card.split(" | ")[0]]) for card in parts[::2])
        yield Run(file.stem, documents, voices)


def _text(body: str, written: dict[str, str]) -> str:
    def taken(match: re.Match[str]) -> str:
        id, first, last, old, new = match.groups()
        paragraphs = written[id].strip().split("\n\n")[int(first) - 1 : int(last or first)]
        found = "\n\n".join(paragraphs)
        if old is not None and old not in found:
            raise ValueError(f"no {old!r} in {id} {first}")
        return found.replace(old, new) if old is not None else found

    return _TAKEN.sub(taken, body).strip() + "\n"


def _document(card: str, text: str) -> Document:
    id, title, date, origin, stated = [*(part.strip() for part in f"{card} ".split(" | ")), ""][:5]
    digest = sha256(text)
    source = Source(
        id=id,
        title=title,
        origin=origin,
        sha256=digest,
        text_sha256=digest,
        media="text",
        date=date or None,
        stated_origin=stated or None,
    )
    return Document(source=source, text=text)


def _pairs(groups: list[tuple[str, ...]]) -> set[tuple[str, str]]:
    return {(a, b) for group in groups for a, b in combinations(sorted(group), 2)}


def measured(folder: Path, lines: bool) -> None:
    told = wanted = right = whole = firsts = groups = 0
    all_runs = list(runs(folder))
    for run in all_runs:
        found = origins(run.documents)
        have, want = _pairs([each.sources for each in found]), _pairs(list(run.voices))
        told, wanted, right = told + len(have), wanted + len(want), right + len(have & want)
        whole += have == want
        exact = [(each, voice) for each in found for voice in run.voices if set(each.sources) == set(voice)]
        groups += len(exact)
        firsts += sum(each.source == voice[0] for each, voice in exact)
        if lines and (have != want or any(each.source != voice[0] for each, voice in exact)):
            print(f"  {run.name}: told {sorted(have)}, wanted {sorted(want)}")
        if lines:
            for each in found:
                print(f"    {run.name}: {each.source} < " + "; ".join(f"{c.source}: {c.told()}" for c in each.copies))
    print(
        f"{folder.name}: {len(all_runs)} runs, {sum(len(run.documents) for run in all_runs)} sources; pairs {right} of "
        f"{wanted} told, {told - right} wrong; runs right {whole}; origins {firsts} of {groups}"
    )


def _made(count: int) -> list[Document]:
    """Sentences of words drawn as in a language: a few often, many seldom."""
    chance = random.Random(7)
    vocabulary = ["".join(chance.choices("aeioulnrstdkm", k=chance.randrange(2, 10))) for _ in range(20_000)]
    weights = [1 / (n + 10) for n in range(len(vocabulary))]
    documents: list[Document] = []
    for n in range(count):
        words = chance.choices(vocabulary, weights, k=WORDS)
        words[::20] = [word.capitalize() for word in words[::20]]
        words[19::20] = [f"{word} {chance.randrange(5000)}." for word in words[19::20]]
        text = " ".join(words)
        if n % 10 == 9:
            old = documents[chance.randrange(len(documents))].text.split(". ")
            text = ". ".join(sentence for at, sentence in enumerate(old) if at % 10)
        card = f"S{n + 1} | Text {n + 1} | 2026-01-01 | https://site{n % 60}.example/{n}"
        documents.append(_document(card, text))
    return documents


def timed() -> bool:
    held = True
    for count, limit in LIMITS.items():
        documents = _made(count)
        begun = time.process_time()
        found = origins(documents)
        took = time.process_time() - begun
        held = held and took <= limit
        copies = sum(len(each.copies) for each in found)
        print(f"{count:,} documents of {WORDS:,} words: {took:.1f} s (limit {limit:g} s), {copies} copies told")
    return held


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=named("origins"), default=[HERE])
    parser.add_argument("--lines", action="store_true")
    options = parser.parse_args()
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    for folder in options.folders:
        measured(folder, options.lines)
    return 0 if timed() else 1


if __name__ == "__main__":
    sys.exit(main())
