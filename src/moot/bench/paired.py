"""Two results of one benchmark, task by task: what both were given, as differences that a test can take."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from moot.bench.results import Results
from moot.bench.statistics.noise import Noise, components
from moot.errors import UsageError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Pairs:
    """Tasks that both were given and that have a score on both sides, in the order of their names."""

    a: Floats
    """Mean score of each task."""
    b: Floats
    groups: Ints | None
    """A number a task, the same for tasks of one group; None where no two tasks share one."""
    plain: bool
    """One trial a side and task, solved or not, no groups: a table of four cells says it all."""
    repeats: float
    noise: Noise | None


@dataclass(frozen=True)
class Row:
    """One benchmark of a comparison."""

    name: str
    scored: Pairs | None
    """Errors set aside: neither success nor failure; None where no task has a score on both sides."""
    as_failures: Pairs | None
    """Every error counted as a failure; None where there was no error."""
    errors: tuple[int, int]
    common: int
    """Tasks that both were given, scored or not."""
    alone: tuple[int, int]
    """Tasks that only A, only B, was given."""


@dataclass(slots=True)
class _Task:
    """Sums over one side's trials of a task."""

    total: float = 0.0
    squares: float = 0.0
    scored: int = 0
    errors: int = 0
    group: str = ""
    binary: bool = True


def pair(a: Results, b: Results) -> Row:
    """Raises `UsageError` where the two are one, share no task, or hold what no benchmark can."""
    name = a.benchmark if a.benchmark == b.benchmark else f"{a.benchmark} / {b.benchmark}"
    if a is b or (a.contestant, a.harness, a.origin, a.settings) == (b.contestant, b.harness, b.origin, b.settings):
        raise UsageError(f"{name}: only one contestant, {a.contestant}: a comparison needs two.")
    of_a, of_b = _tasks(a), _tasks(b)
    common = sorted(of_a.keys() & of_b.keys())
    if not common:
        raise UsageError(
            f"{name}: {a.contestant} and {b.contestant} have no task in common "
            f"({len(of_a)} and {len(of_b)} tasks): are the results of the same benchmark?"
        )
    both = [(of_a[task], of_b[task]) for task in common]
    errors = sum(each.errors for each, _ in both), sum(each.errors for _, each in both)
    groups = [_group(name, task, x.group, y.group) for task, (x, y) in zip(common, both, strict=True)]
    kept = [n for n, (x, y) in enumerate(both) if x.scored and y.scored]
    return Row(
        name=name,
        scored=_pairs([both[n] for n in kept], [groups[n] for n in kept], failures=False) if kept else None,
        as_failures=_pairs(both, groups, failures=True) if any(errors) else None,
        errors=errors,
        common=len(common),
        alone=(len(of_a) - len(common), len(of_b) - len(common)),
    )


def _tasks(results: Results) -> dict[str, _Task]:
    found: dict[str, _Task] = {}
    seen: set[tuple[str, int]] = set()
    where = f"{results.benchmark}, {results.contestant}"
    for trial in results.trials:
        place = trial.task, trial.repeat
        if place in seen:
            raise UsageError(f"{where}: task {trial.task!r} has two trials with the number {trial.repeat}: keep one.")
        seen.add(place)
        task = found.get(trial.task)
        if task is None:
            task = found[trial.task] = _Task()
        task.group = task.group or trial.group
        if (score := trial.score) is None:
            task.errors += 1
            continue
        if not 0 <= score <= 1:  # false of NaN too
            raise UsageError(f"{where}: task {trial.task!r} has the score {score:g}: scores go from 0 to 1.")
        task.total += score
        task.squares += score * score
        task.scored += 1
        task.binary = task.binary and score in (0, 1)
    return found


def _group(name: str, task: str, of_a: str, of_b: str) -> str:
    if of_a and of_b and of_a != of_b:
        raise UsageError(f"{name}: task {task!r} is of group {of_a!r} on one side and {of_b!r} on the other.")
    return of_a or of_b


def _pairs(both: Sequence[tuple[_Task, _Task]], groups: Sequence[str], *, failures: bool) -> Pairs:
    import numpy as np

    def column(side: int, errors: bool) -> tuple[Floats, Floats]:
        counts = [pair[side].scored + (pair[side].errors if errors else 0) for pair in both]
        return np.array([pair[side].total for pair in both]), np.array(counts, dtype=np.float64)

    (a_total, a_count), (b_total, b_count) = column(0, failures), column(1, failures)
    numbers = _numbers(groups)
    single = bool((a_count == 1).all() and (b_count == 1).all())
    return Pairs(
        a=a_total / a_count,
        b=b_total / b_count,
        groups=numbers,
        plain=single and numbers is None and all(x.binary and y.binary for x, y in both),
        repeats=float((a_count + b_count).mean()) / 2,
        noise=_noise(both, (a_total, b_total), (a_count, b_count)),
    )


def _numbers(groups: Sequence[str]) -> Ints | None:
    """A task without a group is one of its own."""
    import numpy as np

    known: dict[str, int] = {}
    own = len(set(groups))
    numbers = [known.setdefault(group, len(known)) if group else own + n for n, group in enumerate(groups)]
    if len(set(numbers)) in (1, len(numbers)):
        return None
    return np.unique(numbers, return_inverse=True)[1].astype(np.int64)


def _noise(
    both: Sequence[tuple[_Task, _Task]], totals: tuple[Floats, Floats], counts: tuple[Floats, Floats]
) -> Noise | None:
    import numpy as np

    runs: list[float] = []
    for side in (0, 1):
        spare = float((counts[side] - 1).sum())
        if spare <= 0 or len(both) < 2:
            return None
        squares = np.array([pair[side].squares for pair in both])
        runs.append(max(0.0, float((squares - totals[side] ** 2 / counts[side]).sum()) / spare))
    differences = totals[0] / counts[0] - totals[1] / counts[1]
    shares = [float((1 / count).mean()) for count in counts]
    return components(float(differences.var(ddof=1)), *runs, *shares)


def table(pairs: Pairs) -> tuple[int, int, int, int]:
    """Tasks that both, only A, only B and neither solved, of plain pairs."""
    a, b = pairs.a > 0.5, pairs.b > 0.5
    both, a_only, b_only = int((a & b).sum()), int((a & ~b).sum()), int((b & ~a).sum())
    return both, a_only, b_only, len(a) - both - a_only - b_only


def mean(scores: Floats) -> float:
    return math.fsum(scores) / len(scores)
