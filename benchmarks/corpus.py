"""The corpora beside the benchmarks, by name: docs/FIGURES.md shows `python benchmarks/faults.py kept-a.jsonl`."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

FOLDER = Path(__file__).parent / "corpora"


def named(corpus: str) -> Callable[[str], Path]:
    """A type of argument: a path, or the name of what lies in this corpus."""

    def read(given: str) -> Path:
        found = next((path for path in (Path(given), FOLDER / corpus / given) if path.exists()), None)
        if found is None:
            raise argparse.ArgumentTypeError(f"{given} is neither a path nor in {FOLDER / corpus}")
        return found

    return read
