"""Sentences of reports with known faults (`training/weights`), each beside the window of what it cites that the trained
verifier reads it with in use."""

from __future__ import annotations

import sys
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fitting import CONTRADICTED, NOT_SUPPORTED, SUPPORTED, UNSAID
from labelled import Pair, rows

from moot.evidence.library import Library
from moot.readers.file import drafted
from moot.verify.entailment import _grounds, _said  # pyright: ignore[reportPrivateUsage]
from moot.verify.verifiers.trained import WORDS, _english  # pyright: ignore[reportPrivateUsage]
from moot.verify.verifiers.windows import best_windows

ROOT = Path(__file__).parents[2]
WEIGHTS = ROOT / "training" / "weights"
REPORTS = {name: name == "retold" for name in ("reports", "later", "reworded", "retold")}
"""True: by writers from whom the graph that was begun from had not learned."""
STRANGERS = {"u19", "u20", "u21", "u22", "u23"}
"""Writers from whom nothing was learned: they tell how strangers are read, as do those of `figures.jsonl.gz`."""
sys.path.insert(0, str(ROOT / "benchmarks"))
from faults import document, report  # noqa: E402

CONTRADICTING = {"negation_flipped", "direction", "wrong_figure", "wrong_sum", "role_swapped", "wrong_comparison"}
CONTRADICTING |= {"unit_or_scale"}
GOING_BEYOND = {"detail_added", "correlation_as_cause", "hedge_dropped", "condition_dropped", "attribution_dropped"}
GOING_BEYOND |= {"overgeneralised"}


@dataclass(frozen=True)
class Sentence:
    writer: str
    report: str
    at: int
    """Its place among the sentences of the report."""
    new: bool
    """By a writer from whom the graph that was begun from had not learned."""
    pair: Pair


def label(kind: str, supported: bool) -> int:
    if supported:
        return SUPPORTED
    return CONTRADICTED if kind in CONTRADICTING else UNSAID if kind in GOING_BEYOND else NOT_SUPPORTED


def sentences() -> list[Sentence]:
    """As the trained verifier is asked about them: beside the best window of what they cite, English prose only."""
    known = ((row, new) for name, new in REPORTS.items() for row in rows(WEIGHTS / f"{name}.jsonl.gz"))
    reports = [(row, new) for row, new in known if row["writer"] not in STRANGERS]
    with ProcessPoolExecutor() as workers:
        return [each for some in workers.map(_of, reports, chunksize=8) for each in some]


def _of(given: tuple[dict[str, Any], bool]) -> list[Sentence]:
    row, new = given
    library = Library([document(each) for each in row["sources"]])
    claims = list(drafted(report(row), library).claims())
    found: list[Sentence] = []
    for at, (said, claim) in enumerate(zip(row["sentences"], claims, strict=True)):
        grounds = _grounds(library.cited(claim), library) if claim.citations else []
        if not grounds:
            continue
        text = " ".join(_said(claim).split())
        (window,) = best_windows(text, "\n\n".join(each.text for each in grounds), 1, WORDS)
        if _english(text, window):
            known = label(said["kind"], said["label"] == "supported")
            found.append(Sentence(row["writer"], row["id"], at, new, Pair(text, window, "report", known)))
    return found
