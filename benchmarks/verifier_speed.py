"""How fast claims are checked: pairs a second beside bare onnxruntime, a whole audit, and one `moot check`.

    python benchmarks/verifier_speed.py [--pairs 200] [--rounds 5]

Pairs: a claim of 24 and a passage of 104 tokens, all different, so that nothing is kept from one to the next. Beside
it the same weights over the same tokens, already coded, on as many threads: nothing of ours but the wish. The audit:
100 claims over 20 sources of the open fault corpus, in a process of its own, without fetching.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import platform
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np
from onnxruntime import (
    InferenceSession,
    SessionOptions,  # pyright: ignore[reportAttributeAccessIssue]
)

from moot.text.embedding import _WEIGHTS, WEIGHTS_SHA256, Encoder, verified  # pyright: ignore[reportPrivateUsage]
from moot.text.reading import Network
from moot.verify.verifier import Pair
from moot.verify.verifiers import differing
from moot.verify.verifiers.embedded import Embedded
from moot.verify.verifiers.trained import Trained

CORPUS = sorted((Path(__file__).parent / "corpora" / "faults").glob("open*.jsonl"))
CLAIM, PASSAGE = 24, 104
PAIRS_A_SECOND, RATIO, AUDIT_SECONDS, AUDIT_MB, CHECK_SECONDS = 80, 1.1, 20.0, 500, 2.0


def reports() -> list[dict[str, Any]]:
    return [json.loads(line) for path in CORPUS for line in path.read_text().splitlines()]


def drawn(count: int) -> list[Pair]:
    """Words of the corpus in drawn order, cut at the number of tokens."""
    draw = random.Random(1)
    encoder = Encoder()
    encoder.encode(["ready"])
    words = " ".join(source["text"] for report in reports() for source in report["sources"]).split()

    def text(tokens: int) -> str:
        picked = draw.choices(words, k=tokens)
        coded = encoder.tokens(" ".join(picked))
        return " ".join(picked)[: coded.offsets[min(tokens, len(coded.offsets)) - 1][1]]

    return [Pair(text(CLAIM), (text(PASSAGE),)) for _ in range(count)]


@dataclass(frozen=True)
class Speed:
    """Medians over rounds, turn by turn."""

    pairs: float
    """A second, all that the verifier does."""
    whole: float
    """Time beside the bare runtime."""
    reading: float
    """The same without the differences, which checks count: those of words and figures, no work of the model's."""
    trained: float
    """Pairs a second of the trained verifier: one pass over claim and passage together."""


def pairs_a_second(count: int, rounds: int) -> Speed:
    pairs = drawn(count)
    options = SessionOptions()
    options.intra_op_num_threads = 1
    bare = InferenceSession(verified(_WEIGHTS, WEIGHTS_SHA256), options, providers=["CPUExecutionProvider"])
    coder = Encoder()
    coder.encode(["ready"])
    arrays = [
        [np.array([ids], dtype=np.int64) for text in (pair.claim, pair.texts[0]) for ids in coder._cut(coder.ids(text))]  # pyright: ignore[reportPrivateUsage]
        for pair in pairs
    ]

    def run(tokens: list[Any]) -> None:
        for each in tokens:
            bare.run(None, {"input_ids": each})

    encoders = [Encoder() for _ in range(2 * rounds + 1)]  # each keeps what it has read
    for each in encoders:
        each.encode(["ready"])

    def score() -> None:
        Embedded(encoders.pop()).score(pairs)

    def read() -> None:
        with patch.object(differing, "differences", return_value=0):
            score()

    network = Network(coder)
    network.prepare()
    readers = [Trained(network) for _ in range(rounds + 1)]

    def together() -> None:
        readers.pop().score(pairs)

    def alone() -> None:
        with ThreadPoolExecutor(max_workers=os.cpu_count() or 1) as workers:
            list(workers.map(run, arrays))

    score()
    together()
    turns = [tuple(map(seconds, (score, read, alone, together))) for _ in range(rounds)]
    return Speed(
        count / statistics.median(whole for whole, *_ in turns),
        statistics.median(whole / bare for whole, _, bare, _ in turns),
        statistics.median(reading / bare for _, reading, bare, _ in turns),
        count / statistics.median(one for *_, one in turns),
    )


def seconds(do: Callable[[], None]) -> float:
    begun = time.perf_counter()
    do()
    return time.perf_counter() - begun


def audit() -> tuple[float, float, str]:
    """Seconds, peak MB and the counts of a whole audit by the command line."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "sources").mkdir()
        lines, entries = ["# Report", ""], ["", "## Sources", ""]
        number, claims = 0, 0
        for report in itertools.cycle(reports()):
            if number >= 20 or claims >= 100:
                break
            marks: dict[str, int] = {}
            for source in report["sources"]:
                number += 1
                marks[source["id"]] = number
                head = f"---\ntitle: {json.dumps(source['title'])}\n---\n\n"
                (folder / "sources" / f"{number:02d}.md").write_text(head + source["text"] + "\n")
                entries.append(f"{number}. {source['title']}")
            for sentence in (report["sentences"] * 2)[: 5 * len(marks)]:
                cited = "".join(f" [{marks[id]}]" for id in sentence["cites"] if id in marks)
                claims += 1
                lines += [f"{sentence['text'].rstrip('.')}{cited}.", ""]
        (folder / "report.md").write_text("\n".join([*lines, *entries]) + "\n")
        begun = time.perf_counter()
        command = [sys.executable, "-m", "moot", "audit", "report.md", "-s", "sources", "--json", "--out", "out"]
        done = subprocess.run(
            command,
            cwd=folder,
            check=True,
            env=os.environ | {"MOOT_HOME": name},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        seconds = time.perf_counter() - begun
        counts = json.loads(done.stdout)["audited"]
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        return seconds, peak, f"{counts['claims']} claims over {number} sources"


def check(rounds: int) -> float:
    """Seconds from the start of `moot check` to its finding, the median."""
    took: list[float] = []
    with tempfile.TemporaryDirectory() as name:
        source = reports()[0]["sources"][0]
        (Path(name) / "source.md").write_text(source["text"])
        claim = source["text"].split(". ")[0]
        command = [sys.executable, "-m", "moot", "check", claim, "--in", str(Path(name) / "source.md")]
        for _ in range(rounds + 1):
            begun = time.perf_counter()
            subprocess.run(command, env=os.environ | {"MOOT_HOME": name}, stdout=subprocess.DEVNULL, check=False)
            took.append(time.perf_counter() - begun)
    return statistics.median(took[1:])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    took, peak, of = audit()
    print(f"audit of {of}: {took:.1f} s (limit {AUDIT_SECONDS:.0f}), peak {peak:.0f} MB (limit {AUDIT_MB})")
    one = check(options.rounds)
    print(f"moot check, start to finding: {one:.2f} s (limit {CHECK_SECONDS:.0f})")
    speed = pairs_a_second(options.pairs, options.rounds)
    print(f"pairs at {CLAIM + PASSAGE} tokens: {speed.pairs:.0f} a second (at least {PAIRS_A_SECOND})")
    print(f"by the trained verifier: {speed.trained:.0f} a second (at least {PAIRS_A_SECOND})")
    print(f"time beside bare onnxruntime over the same tokens: {speed.reading:.2f} to read the pairs (limit {RATIO}),")
    print(f"{speed.whole:.2f} with the differences that checks count")
    print(f"{os.cpu_count()} cores, {platform.machine()}")
    within = took <= AUDIT_SECONDS and peak <= AUDIT_MB and one <= CHECK_SECONDS
    fast = min(speed.pairs, speed.trained) >= PAIRS_A_SECOND and speed.reading <= RATIO
    return 0 if within and fast else 1


if __name__ == "__main__":
    sys.exit(main())
