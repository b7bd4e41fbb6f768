"""Tasks and trials that the place says there are, or that other tasks have, and that the items lack."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from moot.bench.audit.finding import Finding, Kind, percent, shown
from moot.bench.audit.ways import Ways
from moot.bench.results import Results
from moot.text.counted import counted


def findings(results: Results, ways: Ways) -> Iterator[Finding]:
    if ways.missing_failed is not None:
        yield _tasks(results, ways)
    sizes = {task: len(scores) for task, scores in ways.tasks.items()}
    stated = (results.trials_stated or 0) // max(len(sizes), results.tasks_stated or 0, 1)
    usual = max(Counter(sizes.values()).most_common(1)[0][0], stated) if sizes else 0
    short = [task for task, size in sizes.items() if size < usual]
    if short:
        yield _trials(results, ways, short, usual)
    elif (stated := results.trials_stated or 0) > len(results.trials) + _of_missing_tasks(results, ways, usual):
        lost = stated - len(results.trials)
        yield Finding(
            Kind.MISSING_TRIALS,
            results.benchmark,
            results.contestant,
            f"The place says {counted(stated, 'trial')}; {lost:,} of them are not here",
            results.origin,
            count=lost,
            before=ways.headline,
            after=sum(trial.score or 0.0 for trial in results.trials) / stated,
            effect="with those that are missing as failures",
            advice="ask for them: trials that were not kept are seldom the good ones",
        )


def _of_missing_tasks(results: Results, ways: Ways, usual: int) -> int:
    """Trials that are not here because their tasks are not, which is said already."""
    return 0 if ways.missing_failed is None else ((results.tasks_stated or 0) - len(ways.means)) * usual


def _tasks(results: Results, ways: Ways) -> Finding:
    stated, here = results.tasks_stated or 0, len(ways.means)
    highest = (sum(ways.means) + stated - here) / stated
    return Finding(
        Kind.MISSING_TASKS,
        results.benchmark,
        results.contestant,
        f"The place says {counted(stated, 'task')}; {stated - here:,} of them are not here",
        results.origin,
        count=stated - here,
        before=ways.headline,
        after=ways.missing_failed,
        effect=f"over all {stated:,} between {percent(ways.missing_failed)} and {percent(highest)}",
        advice="run the missing tasks, or say that the figure is of a part only",
    )


def _trials(results: Results, ways: Ways, short: list[str], usual: int) -> Finding:
    full = sum(
        mean * min(len(ways.tasks[task]), usual) / usual for task, mean in zip(ways.tasks, ways.means, strict=True)
    )
    lost = sum(usual - len(ways.tasks[task]) for task in short)
    return Finding(
        Kind.MISSING_TRIALS,
        results.benchmark,
        results.contestant,
        f"{counted(len(short), 'task')} of {len(ways.tasks):,} {'has' if len(short) == 1 else 'have'} fewer than "
        f"{counted(usual, 'trial')}: {lost:,} missing",
        results.origin,
        shown(f"{task} ({len(ways.tasks[task])})" for task in short),
        len(short),
        before=ways.headline,
        after=full / len(ways.means),
        effect="with those that are missing as failures",
        advice="run them, or ask why they are not here",
    )
