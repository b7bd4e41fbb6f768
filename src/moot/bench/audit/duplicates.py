"""Ids that stand there more than once: double entries, or repeats that nobody numbered."""

from __future__ import annotations

from collections.abc import Iterator

from moot.bench.audit.finding import Finding, Kind, shown
from moot.bench.audit.ways import Ways, first_of
from moot.bench.results import Results
from moot.text.counted import counted


def findings(results: Results, ways: Ways) -> Iterator[Finding]:
    if len({(trial.task, trial.repeat) for trial in results.trials}) == len(results.trials):
        return
    seen: dict[tuple[str, int], list[float | None]] = {}
    for trial in results.trials:
        seen.setdefault((trial.task, trial.repeat), []).append(trial.score)
    several = {place: scores for place, scores in seen.items() if len(scores) > 1}
    unlike = [place for place, scores in several.items() if len(set(scores)) > 1]
    if len(several) == len(seen) and len({len(scores) for scores in several.values()}) == 1 and unlike:
        return  # every task as often, with outcomes of their own: repeats without numbers
    told = f"{len(unlike):,} of them with unlike scores" if unlike else "all with the same score each time"
    verb = "stands" if len(several) == 1 else "stand"
    yield Finding(
        Kind.DUPLICATES,
        results.benchmark,
        results.contestant,
        f"{counted(len(several), 'id')} of {len(seen):,} {verb} there more than once, {told}",
        results.origin,
        shown(task if repeat == 1 else f"{task} (trial {repeat})" for task, repeat in (unlike or several)),
        len(several),
        before=ways.headline,
        after=first_of(results.trials),
        effect="with the first of each only",
        advice="keep one result of each id; if they are repeats, number them in a column (--map repeat=COLUMN)",
    )
