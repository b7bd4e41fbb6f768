"""Trials without a score: the headline with them as failures and without them, and scores that are none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from moot.bench.audit.finding import Finding, Kind, shown
from moot.bench.audit.ways import Ways, same
from moot.bench.formats.values import OUTSIDE
from moot.bench.results import Results, Trial
from moot.text.counted import counted

_REASONS = 4


def findings(results: Results, ways: Ways) -> Iterator[Finding]:
    failed = [trial for trial in results.trials if trial.score is None]
    outside = [trial for trial in failed if trial.error.startswith(OUTSIDE)]
    if outside:
        yield _outside(results, outside)
    errors = [trial for trial in failed if not trial.error.startswith(OUTSIDE)] if outside else failed
    if errors:
        yield _errors(results, ways, errors)


def _errors(results: Results, ways: Ways, errors: list[Trial]) -> Finding:
    ours, dropped, stated = ways.headline, ways.errors_dropped, results.stated
    if same(ours, dropped):
        counts = "Leaving them out hardly moves the headline"
    elif same(stated, ours):
        counts = "The stated figure counts them as failures"
    elif same(stated, dropped):
        counts = "The stated figure leaves them out"
    else:
        counts = "Whether a headline counts them is for its place to say"
    return Finding(
        Kind.ERRORS,
        results.benchmark,
        results.contestant,
        f"{counted(len(errors), 'trial')} of {len(results.trials):,} ended without a score ({_reasons(errors)}). "
        f"{counts}",
        results.origin,
        shown(_named(each) for each in errors),
        len(errors),
        before=ours,
        after=dropped,
        effect="without them" if dropped is not None else "no trial has a score",
        advice="treat both sides of a comparison alike, and look at them: a harness that broke is no failed task",
    )


def _reasons(errors: list[Trial]) -> str:
    reasons = Counter(trial.error for trial in errors).most_common()
    told = [f"{reason or 'no reason'}: {number}" for reason, number in reasons[:_REASONS]]
    return ", ".join(told) + (f" and {len(reasons) - _REASONS} other reasons" if len(reasons) > _REASONS else "")


def _outside(results: Results, outside: list[Trial]) -> Finding:
    told = (
        f"All {len(outside):,} scores are"
        if len(outside) == len(results.trials)
        else (f"{len(outside):,} of {len(results.trials):,} scores {'is' if len(outside) == 1 else 'are'}")
    )
    return Finding(
        Kind.OUTSIDE,
        results.benchmark,
        results.contestant,
        f"{told} no figure from 0 to 1",
        results.origin,
        shown(f"{trial.task} ({trial.error.removeprefix(OUTSIDE).lstrip(': ')})" for trial in outside),
        len(outside),
        effect="they count as trials without a score",
        advice="if a table has them in percent, say --map score=COLUMN/100; else mend them",
    )


def _named(trial: Trial) -> str:
    return trial.task if trial.repeat == 1 else f"{trial.task} (trial {trial.repeat})"
