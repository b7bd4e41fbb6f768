"""Trials that had several tries, of which the best or last counts: told as one try, they say too much."""

from __future__ import annotations

from collections.abc import Iterator

from moot.bench.audit.finding import Finding, Kind, percent
from moot.bench.audit.ways import Ways
from moot.bench.results import Results

FIRST = "first try"
"""The part of a score by which a format tells that of the first try."""


def findings(results: Results, ways: Ways) -> Iterator[Finding]:
    tries = results.best_of
    if tries < 2 or ways.best_of > 1:
        return
    first = _first(results)
    told = ways.headline if results.stated is None else results.stated
    if first is None and any(len(scores) > 1 for scores in ways.tasks.values()):
        first = ways.headline
    yield Finding(
        Kind.BEST_OF,
        results.benchmark,
        results.contestant,
        f"By what the place says of itself, each figure is the best or last of up to {tries} tries, not of one",
        results.origin,
        before=told,
        after=first,
        effect="" if first is not None else "what one try would give cannot be told from these items",
        advice="compare it only with figures of as many tries"
        + (f", or use that of one try, {percent(first)}" if first is not None else ""),
    )


def _first(results: Results) -> float | None:
    """The mean over trials of the first try's score, an error as a failure; None where no trial tells it."""
    firsts = [dict(trial.parts).get(FIRST) for trial in results.trials]
    if not any(each is not None for each in firsts):
        return None
    return sum(each or 0.0 for each in firsts) / len(firsts)
