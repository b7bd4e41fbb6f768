"""What differs between contestants on one benchmark beside the contestants: tasks, repeats, harness, settings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from moot.bench.audit.finding import Finding, Kind, shown
from moot.bench.audit.ways import Ways
from moot.bench.results import Results
from moot.text.counted import counted

_NOT_SAID = "not said"
_MOST_NAMES = 4


def findings(side_by_side: Sequence[tuple[Results, Ways]]) -> Iterator[Finding]:
    """Of all contestants of one benchmark; nothing of one alone."""
    if len(side_by_side) < 2:
        return
    yield from _task_sets(side_by_side)
    results = [each for each, _ in side_by_side]
    repeats = {each.contestant: f"{len(each.trials) / max(len(ways.tasks), 1):.3g}" for each, ways in side_by_side}
    yield from _unlike(results, Kind.HARNESSES, "harness", [each.harness for each in results])
    yield from _unlike(results, Kind.SETTINGS, "number of trials a task", list(repeats.values()))
    yield from _unlike(results, Kind.SETTINGS, "number of tries a trial", [str(each.best_of) for each in results])
    for key in dict.fromkeys(key for each in results for key in each.settings):
        yield from _unlike(results, Kind.SETTINGS, key, [each.settings.get(key, "") for each in results])


def _task_sets(side_by_side: Sequence[tuple[Results, Ways]]) -> Iterator[Finding]:
    sets = [set(ways.tasks) for _, ways in side_by_side]
    common, every = set[str].intersection(*sets), set[str].union(*sets)
    for (results, ways), own in zip(side_by_side, sets, strict=True):
        extra = [task for task in ways.tasks if task not in common]
        if not extra:
            continue
        lacking = len(every) - len(own)
        more = f"; {lacking:,} that others have {'is' if lacking == 1 else 'are'} missing" if lacking else ""
        yield Finding(
            Kind.TASK_SETS,
            results.benchmark,
            results.contestant,
            f"{counted(len(extra), 'task')} of {len(own):,} {'is' if len(extra) == 1 else 'are'} not among those of "
            f"every contestant{more}",
            results.origin,
            shown(extra),
            len(extra),
            before=ways.headline,
            after=ways.over(common),
            effect=f"over the {counted(len(common), 'task')} that all have" if common else "no task is common to all",
            advice="compare over the common tasks only",
        )


def _unlike(results: Sequence[Results], kind: Kind, what: str, said: Sequence[str]) -> Iterator[Finding]:
    by_value: dict[str, list[str]] = {}
    for each, value in zip(results, said, strict=True):
        by_value.setdefault(value or _NOT_SAID, []).append(each.contestant)
    if len(by_value.keys() - {_NOT_SAID}) < 2:
        return  # what only some say may still be the same
    told = "; ".join(f"{value} ({_names(names)})" for value, names in by_value.items())
    yield Finding(
        kind,
        results[0].benchmark,
        "",
        f"Not under the same {what}: {told}",
        results[0].origin,
        count=len(by_value),
        effect="a difference may be its doing",
        advice="compare contestants under one and the same, or say it beside the figures",
    )


def _names(names: Sequence[str]) -> str:
    more = f" and {len(names) - _MOST_NAMES} more" if len(names) > _MOST_NAMES else ""
    return ", ".join(names[:_MOST_NAMES]) + more
