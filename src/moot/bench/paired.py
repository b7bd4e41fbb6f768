"""Two results of one benchmark, task by task: what both were given, as differences that a test can take."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from moot.bench.results import Results
from moot.bench.statistics.noise import Noise, components
from moot.errors import NotComparable

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


@dataclass(frozen=True)
class _Side:
    """One contestant's trials, summed over each of its tasks."""

    groups: list[str]
    total: Floats
    squares: Floats
    scored: Floats
    errors: Floats
    partial: Floats
    """Scores that are neither 0 nor 1."""

    def at(self, places: Ints) -> _Side:
        columns = (self.total, self.squares, self.scored, self.errors, self.partial)
        return _Side([self.groups[n] for n in places.tolist()], *(column[places] for column in columns))

    def counted(self, *, failures: bool) -> Floats:
        return self.scored + self.errors if failures else self.scored


def pair(a: Results, b: Results) -> Row:
    """Raises `NotComparable` where the two are one, share no task, or hold what no benchmark can."""
    import numpy as np

    name = a.benchmark if a.benchmark == b.benchmark else f"{a.benchmark} / {b.benchmark}"
    if a is b or (a.contestant, a.harness, a.origin, a.settings) == (b.contestant, b.harness, b.origin, b.settings):
        raise NotComparable(f"{name}: only one contestant, {a.contestant}: a comparison needs two.")
    (a_places, of_a), (b_places, of_b) = _side(a), _side(b)
    common = sorted(a_places.keys() & b_places.keys())
    alone = len(a_places) - len(common), len(b_places) - len(common)
    if not common:
        raise NotComparable(
            f"{name}: {a.contestant} and {b.contestant} have no task in common "
            f"({alone[0]} and {alone[1]} tasks): are the results of the same benchmark?"
        )
    of_a = of_a.at(np.array([a_places[task] for task in common], dtype=np.int64))
    of_b = of_b.at(np.array([b_places[task] for task in common], dtype=np.int64))
    errors = int(of_a.errors.sum()), int(of_b.errors.sum())
    groups = _groups(name, common, of_a.groups, of_b.groups)
    kept = np.flatnonzero((of_a.scored > 0) & (of_b.scored > 0))
    left = [groups[n] for n in kept.tolist()]
    scored = _pairs(of_a.at(kept), of_b.at(kept), left, failures=False) if left else None
    as_failures = _pairs(of_a, of_b, groups, failures=True) if any(errors) else None
    return Row(name, scored, as_failures, errors, len(common), alone)


def _side(results: Results) -> tuple[dict[str, int], _Side]:
    """Where in the columns each task is, and the columns."""
    import numpy as np

    trials = results.trials
    places: dict[str, int] = {}
    task = np.array([places.setdefault(trial.task, len(places)) for trial in trials], dtype=np.int64)
    _unlike(results, task)
    score = np.array([np.nan if trial.score is None else trial.score for trial in trials], dtype=np.float64)
    lost = np.array([trial.score is None for trial in trials], dtype=bool)
    if (wrong := ~lost & ~((score >= 0) & (score <= 1))).any():  # NaN is no score either
        trial = trials[int(wrong.argmax())]
        raise NotComparable(
            f"{results.benchmark}, {results.contestant}: task {trial.task!r} has the score {trial.score}: "
            "scores go from 0 to 1."
        )
    groups = [""] * len(places)
    for place, trial in zip(task.tolist(), trials, strict=True):
        if trial.group:
            groups[place] = trial.group
    score[lost] = 0

    def by_task(weights: Floats | NDArray[np.bool_]) -> Floats:
        return np.bincount(task, weights=weights, minlength=len(places)).astype(np.float64)

    partial = (score > 0) & (score < 1)
    columns = (score, score**2, ~lost, lost, partial)
    return places, _Side(groups, *(by_task(column) for column in columns))


def _unlike(results: Results, task: Ints) -> None:
    """Refuses two trials of one task under one number."""
    import numpy as np

    try:
        repeat = np.array([trial.repeat for trial in results.trials], dtype=np.int64)
    except OverflowError as error:
        raise NotComparable(
            f"{results.benchmark}, {results.contestant}: trials have numbers beyond all counting."
        ) from error
    order = np.lexsort((repeat, task))
    same = (np.diff(task[order]) == 0) & (np.diff(repeat[order]) == 0)
    if same.any():
        trial = results.trials[int(order[int(same.argmax())])]
        raise NotComparable(
            f"{results.benchmark}, {results.contestant}: task {trial.task!r} has two trials with the number "
            f"{trial.repeat}: keep one."
        )


def _groups(name: str, tasks: Sequence[str], of_a: Sequence[str], of_b: Sequence[str]) -> list[str]:
    for task, x, y in zip(tasks, of_a, of_b, strict=True):
        if x != y and x and y:
            raise NotComparable(f"{name}: task {task!r} is of group {x!r} on one side and {y!r} on the other.")
    return [x or y for x, y in zip(of_a, of_b, strict=True)]


def _pairs(a: _Side, b: _Side, groups: Sequence[str], *, failures: bool) -> Pairs:
    a_count, b_count = a.counted(failures=failures), b.counted(failures=failures)
    numbers = numbered(groups)
    single = bool((a_count == 1).all() and (b_count == 1).all() and not a.partial.any() and not b.partial.any())
    return Pairs(
        a=a.total / a_count,
        b=b.total / b_count,
        groups=numbers,
        plain=single and numbers is None,
        repeats=float((a_count + b_count).mean()) / 2,
        noise=_noise((a, b), (a_count, b_count)),
    )


def numbered(groups: Sequence[str]) -> Ints | None:
    """A number a group, from 0; a task without one is a group of its own."""
    import numpy as np

    if not any(groups):
        return None
    known: dict[str, int] = {}
    own = len(groups)
    numbers = [known.setdefault(group, len(known)) if group else own + n for n, group in enumerate(groups)]
    if len(set(numbers)) in (1, len(numbers)):
        return None
    return np.unique(numbers, return_inverse=True)[1].astype(np.int64)


def _noise(sides: tuple[_Side, _Side], counts: tuple[Floats, Floats]) -> Noise | None:
    runs: list[float] = []
    for side, count in zip(sides, counts, strict=True):
        spare = float((count - 1).sum())
        if spare <= 0 or len(count) < 2:
            return None
        runs.append(max(0.0, float((side.squares - side.total**2 / count).sum()) / spare))
    differences = sides[0].total / counts[0] - sides[1].total / counts[1]
    a_share, b_share = (float((1 / count).mean()) for count in counts)
    return components(float(differences.var(ddof=1)), runs[0], runs[1], a_share, b_share)


def table(pairs: Pairs) -> tuple[int, int, int, int]:
    """Tasks that both, only A, only B and neither solved, of plain pairs."""
    a, b = pairs.a > 0.5, pairs.b > 0.5
    both, a_only, b_only = int((a & b).sum()), int((a & ~b).sum()), int((b & ~a).sum())
    return both, a_only, b_only, len(a) - both - a_only - b_only


def mean(scores: Floats) -> float:
    return math.fsum(scores) / len(scores)
