"""Briefs by the embedded readers: how much of what they choose answers the question, as people marked it.

    python benchmarks/briefs.py [CORPUS.jsonl] [--lines]

CORPUS lies in `benchmarks/corpora/briefs` (its README says how it was made). Told are, for either reader as the author
and the other one as the reviewer: questions whose first sentence answers them; of all answering sentences those that
the brief quotes; of the sentences that it quotes those that answer, and those that answer or are useful; parts of
questions that it says nothing answers although something does. `--lines` shows each question.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import platform
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

from corpus import FOLDER, named

import moot
from moot.report.shape import Report

HERE = FOLDER / "briefs"
READERS = ("reader:lexical", "reader:semantic")


def wording(text: str) -> str:
    return " ".join("".join(each for each in text if each not in "*_`\\").split()).casefold()


def quoted(report: Report, marked: dict[str, str]) -> list[str]:
    """The marked sentences that the brief quotes, in its order; what nobody marked as it stands."""
    claims = [claim for section in report.draft.sections for claim in section.claims]
    found: list[str] = []
    for claim in claims:
        text = wording(claim.text)
        inside = [each for each in marked if each in text or text in each]
        found += [each for each in inside or [text] if each not in found]
    return found


def sources(question: dict[str, Any], folder: Path) -> tuple[str, Path]:
    """The question in words, and a folder with its sources."""
    reports = (FOLDER / "faults" / question["reports"]).read_text().splitlines()
    report = next(each for each in map(json.loads, reports) if each["id"] == question["id"])
    into = folder / question["id"]
    into.mkdir()
    for source in report["sources"]:
        head = f"---\ntitle: {json.dumps(source['title'])}\ndate: {source['date']}\n---\n\n"
        (into / f"{source['id']}.md").write_text(head + source["text"] + "\n")
    return report["question"], into


async def measure(questions: list[dict[str, Any]], author: str, reviewer: str, lines: bool) -> Counter[str]:
    told = Counter[str]()
    with tempfile.TemporaryDirectory() as folder:
        for question in questions:
            marked = dict.fromkeys(map(wording, question["useful"]), "useful")
            marked |= dict.fromkeys(map(wording, question["answers"]), "answers")
            asked, into = sources(question, Path(folder))
            report = await moot.research(asked, [into], author=author, reviewer=reviewer)
            says = quoted(report, marked)
            right = [each for each in says if marked.get(each) == "answers"]
            gaps = sum(gap.startswith("No sentence was found") for gap in report.draft.gaps)
            told += Counter(
                questions=1,
                first=bool(says and marked.get(says[0]) == "answers"),
                answers=sum(kind == "answers" for kind in marked.values()),
                found=len(right),
                said=len(says),
                useful=sum(each in marked for each in says),
                gaps=gaps,
            )
            if lines:
                print(f"  {question['id']:30} {len(right):2} of {len(says):2} answer; {gaps} gaps; first: {says[:1]}")
    return told


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("corpus", nargs="?", type=named("briefs"), default=HERE / "open.jsonl")
    parser.add_argument("--lines", action="store_true")
    options = parser.parse_args()
    questions = [json.loads(line) for line in options.corpus.read_text().splitlines()]
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as home:
        os.environ["MOOT_HOME"] = home
        print(
            f"{options.corpus.name}; share of questions whose first sentence answers, of answers told, and of sentences"
        )
        print("author             first    told  answer  useful  sentences  gaps told that are none")
        for author, reviewer in (READERS, READERS[::-1]):
            told = asyncio.run(measure(questions, author, reviewer, options.lines))
            n, right, said = told["questions"], told["found"], told["said"]
            shares = (told["first"] / n, right / told["answers"], right / said, told["useful"] / said)
            print(f"{author:16}", *(f"{share:7.2f}" for share in shares), f"{said / n:10.1f}  {told['gaps']}")
    print(f"{told['questions']} questions, {time.monotonic() - begun:.0f} s, {platform.machine()}, 2 cores")


if __name__ == "__main__":
    main()
