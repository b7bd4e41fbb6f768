"""Trials counted as independent tasks: the figure stays, but it is less sure than its n makes it."""

from __future__ import annotations

import math
from collections.abc import Iterator

from moot.bench.audit.finding import Finding, Kind
from moot.bench.audit.ways import Ways
from moot.bench.results import Results

_Z = 1.96
"""Of a 95 % interval by the normal distribution, which is enough to show two widths side by side."""


def findings(results: Results, ways: Ways) -> Iterator[Finding]:
    tasks, trials, stated = len(ways.means), len(results.trials), results.tasks_stated or 0
    if not ways.trials_as_tasks:
        return
    share = sum(ways.means) / tasks
    spread = sum((mean - share) ** 2 for mean in ways.means) / max(tasks - 1, 1)
    narrow, wide = _Z * math.sqrt(share * (1 - share) / trials), _Z * math.sqrt(spread / tasks)
    yield Finding(
        Kind.COUNTED_AS_TASKS,
        results.benchmark,
        results.contestant,
        f"The stated n of {stated:,} counts trials: they are {tasks:,} tasks, {trials / tasks:.3g} trials each, and "
        "trials of one task are not independent",
        results.origin,
        count=trials,
        effect=f"the 95 % interval is ±{100 * wide:.1f} points by task, not ±{100 * narrow:.1f}",
        advice=f"judge differences over {tasks:,} tasks",
    )
