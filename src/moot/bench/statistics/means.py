"""Differences task by task, graded or repeated, some tasks alike: Student's t over tasks or groups, made safe for skew.

What was measured (`benchmarks/bench_statistics.py`): over 30 to 150 tasks a percentile or studentised bootstrap covers
84 to 95 % instead of 95; plain t covers well where differences fall both ways, and 86 to 93 % where few tasks differ
and most of them in one direction. There the limit on the side of the long tail lies too near; it is moved out as the
skew demands, and no limit is ever moved in.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from moot.bench.statistics.distributions import student_cdf, student_quantile
from moot.bench.statistics.interval import ALPHA, Estimate, Interval, in_accord
from moot.bench.statistics.proportions import paired_score

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

SKEW, SKEW_OF_GROUPS = 0.7, 0.5
"""The part of the sample's skewness that is believed: few tasks give it with much noise. Chosen by simulation."""
_NO_VARIANCE = 1e-12
_ROUNDED = 1e-13
"""Of the sum of squares: what is left when as much is taken from it as it is may be rounding alone."""
_Number = TypeVar("_Number", float, "Floats")


class _Pivot(NamedTuple):
    """What the mean of the differences is like: its standard error, its degrees of freedom, its skewness."""

    error: float
    df: float
    skew: float


class _Groups(NamedTuple):
    of_task: Ints
    sizes: Ints
    sums: Floats


def mean_difference(differences: Floats, groups: Ints | None = None) -> Estimate:
    """The mean of the differences of tasks, each from -1 to 1; `groups`: an integer a task, alike for tasks that are.

    Standard error: CR2 (Bell and McCaffrey, Survey Methodology 28:169, 2002), of an ordinary mean where no tasks are
    alike. Degrees of freedom: Satterthwaite's with the correlation within groups that is seen (Imbens and Kolesár,
    Rev Econ Stat 98:701, 2016). Skewness: the monotone cubic of Hall (J R Stat Soc B 54:221, 1992). One group alone
    is taken as no grouping. p is that at which the interval would just touch zero, so the two agree.
    """
    mean = float(differences.mean())
    grouped = None if groups is None else _grouping(differences, groups)
    pivot = _ungrouped(differences, mean) if grouped is None else _grouped(differences, grouped, mean)
    units = len(differences) if grouped is None else len(grouped.sizes)
    if pivot.error < _NO_VARIANCE:
        return _without_variance(mean, units)
    q = student_quantile(1 - ALPHA / 2, pivot.df)
    low = mean - max(q, _unbent(q, pivot.skew)) * pivot.error
    high = mean + max(q, -_unbent(-q, pivot.skew)) * pivot.error
    p = _p(mean / pivot.error, pivot)
    interval = in_accord(Interval(max(-1.0, low), min(1.0, high)), p)
    return Estimate(mean, *interval, p, _odds(mean, p), pivot.error)


def refuting(tasks: int, first: Floats, second: Floats, third: Floats) -> NDArray[np.bool_]:
    """Whether `mean_difference` finds p under `ALPHA`, of many experiments at once, without groups.

    Each is given by the sums of its tasks' differences, of their squares and of their cubes.
    """
    import numpy as np

    mean = first / tasks
    squares = second - tasks * mean**2
    squares = np.where(squares > _ROUNDED * second, squares, 0.0)
    error = np.sqrt(squares / (tasks * (tasks - 1)))
    alike = error < _NO_VARIANCE
    with np.errstate(divide="ignore", invalid="ignore"):
        skew = SKEW * (third - 3 * mean * second + 2 * tasks * mean**3) / squares**1.5
        t = mean / error
        nearer = np.minimum(np.abs(t), np.sign(t) * _bent(t, skew))
    unlike = 2 * (1 + np.abs(mean)) ** -float(tasks) < ALPHA
    return np.where(alike, unlike, nearer > student_quantile(1 - ALPHA / 2, tasks - 1))


def _grouping(differences: Floats, groups: Ints) -> _Groups | None:
    import numpy as np

    sizes = np.bincount(groups)
    if len(sizes) < 2 or sizes.max() < 2:
        return None
    return _Groups(groups, sizes, np.bincount(groups, weights=differences).astype(np.float64))


def _ungrouped(differences: Floats, mean: float) -> _Pivot:
    n = len(differences)
    if n < 2:
        return _Pivot(0.0, 1.0, 0.0)
    away = differences - mean
    squares = float(away @ away)
    skew = SKEW * float((away**2) @ away) / squares**1.5 if squares > 0 else 0.0
    return _Pivot(math.sqrt(squares / (n * (n - 1))), n - 1.0, skew)


def _grouped(differences: Floats, groups: _Groups, mean: float) -> _Pivot:
    sizes, n = groups.sizes, len(differences)
    weight = 1 / (1 - sizes / n) ** 0.5
    away = (groups.sums - sizes * mean) * weight
    squares = float(away @ away)
    alike = _alike(differences, groups, mean)
    variances = sizes * (1 + (sizes - 1) * alike)  # of the sums of groups, in units of one task's
    # cov of the weighted residuals = diag(d) - a c' - c a', whose trace and squares need no matrix
    a, d = weight * sizes / n, weight**2 * variances
    c = weight * variances - float(variances.sum()) / 2 * a
    trace = float((d - 2 * a * c).sum())
    both = float((d**2 - 4 * d * a * c).sum()) + 2 * (float(a @ a) * float(c @ c) + float(a @ c) ** 2)
    skew = SKEW_OF_GROUPS * float((away**2) @ away) / squares**1.5 if squares > 0 else 0.0
    return _Pivot(math.sqrt(squares) / n, max(1.0, trace**2 / both), skew)


def _alike(differences: Floats, groups: _Groups, mean: float) -> float:
    """Correlation of two tasks of one group, by analysis of variance, 0 to 1."""
    sizes, n, count = groups.sizes, len(differences), len(groups.sizes)
    middles = groups.sums / sizes
    within = float(((differences - middles[groups.of_task]) ** 2).sum()) / max(1, n - count)
    between = float((sizes * (middles - mean) ** 2).sum()) / (count - 1)
    typical = (n - float((sizes**2).sum()) / n) / (count - 1)
    total = between + (typical - 1) * within
    return min(1.0, max(0.0, (between - within) / total)) if total > 0 else 0.0


def _bent(t: _Number, skew: _Number) -> _Number:
    return t + skew * t**2 / 3 + skew**2 * t**3 / 27 + skew / 6


def _unbent(bent: float, skew: float) -> float:
    if abs(skew) < 1e-9:
        return bent
    return (math.cbrt(1 + skew * (bent - skew / 6)) - 1) * 3 / skew


def _p(t: float, pivot: _Pivot) -> float:
    nearer = min(t, _bent(t, pivot.skew)) if t > 0 else -max(t, _bent(t, pivot.skew))
    return min(1.0, 2 * student_cdf(-nearer, pivot.df)) if nearer > 0 else 1.0


def _odds(mean: float, p: float) -> float:
    """Student's pivot read as a posterior under a flat prior: what the one-sided p leaves."""
    return 0.5 if mean == 0 else 1 - p / 2 if mean > 0 else p / 2


def _without_variance(mean: float, units: int) -> Estimate:
    """All tasks (groups) differ alike, so the spread is unknown, but scores have limits.

    At 95 % confidence at most `unseen` of all tasks differ otherwise (Clopper and Pearson), at the worst by 1. Where no
    task differs, the interval is that of as many tasks solved or not: a grade that never differs tells no less.
    """
    if not mean:
        return Estimate(0.0, *paired_score(0, 0, units), 1.0, 0.5, 0.0)
    unseen = 1 - (ALPHA / 2) ** (1 / units)
    p = min(1.0, 2 * (1 + abs(mean)) ** -units)
    interval = in_accord(Interval(mean - unseen * (1 + mean), mean + unseen * (1 - mean)), p)
    return Estimate(mean, *interval, p, _odds(mean, p), 0.0)
