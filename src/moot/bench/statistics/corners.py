"""The power of the t test over tasks whose chances nobody knows: a range over what they may be.

What a plan is told (the difference, and how much of its spread is of tasks and of runs) leaves open how tasks differ:
each a little, or few of them wholly. With few tasks that moves the power by more than any formula errs. So it is
computed at the corners of what is left open: mixtures of few sorts of tasks that have exactly what was told, and lie as
far apart as such mixtures can. What lies between them has a power between theirs, which is not proven but measured
(`benchmarks/bench_power.py`).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from moot.bench.statistics.means import refuting
from moot.bench.statistics.noise import Noise

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

EXPERIMENTS = 5_000
"""Of one power, always the same ones: one standard error is 0.7 points and less."""
_FIRST, _KEPT = 1500, 3
"""Experiments that find the corners with the least, and the most, power, and how many of each are kept."""
WITHOUT_END = 50
"""Trials a task that stand for any number of them."""
_TOLD = 4
"""What a mixture must have: a whole, a mean, a spread over tasks, a spread over runs. So many sorts can have it."""
_ALIKE, _ROUNDING, _NEVER = 1e-12, 1e-9, 1e-9


class Power(NamedTuple):
    """Probability that a comparison says who leads: the least and the most that it may be."""

    least: float
    most: float


class _Sort(NamedTuple):
    """Tasks on which A and B have these chances; with `steady`, scores of which every trial is the same."""

    a: float
    b: float
    steady: bool = False

    @property
    def told(self) -> tuple[float, float, float, float]:
        of_runs = 0.0 if self.steady else self.a * (1 - self.a) + self.b * (1 - self.b)
        return 1.0, self.a - self.b, (self.a - self.b) ** 2, of_runs


@dataclass(frozen=True)
class Corners:
    """What tasks may show, one row a corner: how many show which difference of the two sides' mean scores."""

    values: Floats
    shares: Floats

    def power(self, tasks: int) -> Power | None:
        """Of so many tasks; None where there is no corner."""
        if not len(self.shares):
            return None
        weakest, strongest = self.ends(tasks)
        return Power(min(weakest.powers(tasks)), max(strongest.powers(tasks)))

    def ends(self, tasks: int) -> tuple[Corners, Corners]:
        """The few corners whose power is the least, and those whose is the most, with about so many tasks."""
        import numpy as np

        order = np.argsort(self.powers(tasks, _FIRST))
        return Corners(self.values, self.shares[order[:_KEPT]]), Corners(self.values, self.shares[order[-_KEPT:]])

    def powers(self, tasks: int, experiments: int = EXPERIMENTS) -> list[float]:
        """Of so many tasks, at each corner."""
        return [_power(tasks, self.values, each, experiments) for each in self.shares]


def corners(difference: float, noise: Noise, trials: float, *, plain: bool) -> Corners:
    """Of tasks with this difference and noise; none where tasks differ more than chances can.

    `plain`: a trial is solved or not, so that only tasks that a side always or never solves are free of noise.
    """
    import numpy as np

    d, trials = abs(difference), int(min(trials, WITHOUT_END))
    sorts = _sorts(d, noise.task, plain=plain)
    mixtures = _mixtures(np.array([each.told for each in sorts]), np.array([1.0, d, noise.task + d * d, noise.run]))
    steady = [each.a - each.b for each in sorts if each.steady]
    values = np.concatenate((np.arange(-trials, trials + 1) / trials, steady))
    shown = np.zeros((len(sorts), len(values)))
    for row, each in zip(shown, sorts, strict=True):
        if each.steady:
            row[2 * trials + 1 + steady.index(each.a - each.b)] = 1
        else:
            row[: 2 * trials + 1] = np.convolve(_binomial(trials, each.a), _binomial(trials, each.b)[::-1])
    return Corners(values, mixtures @ shown)


def _sorts(d: float, task: float, *, plain: bool) -> list[_Sort]:
    """Of each true difference that a corner can have, the tasks with the least and with the most noise of runs.

    The differences: none, all that there can be, the same everywhere, those that balance tasks which have none or are
    wholly one side's, and half of one, since few tasks that differ by as much refute more than few that do not.
    """
    alone = d + task / d
    apart = {-1.0, 0.0, d, 1.0, alone, alone / 2, d + task / (1 + d), d - task / max(1 - d, _ALIKE)}
    sorts: list[_Sort] = []
    for y in sorted(each for each in apart if abs(each) <= 1):
        sorts.append(_Sort(max(y, 0.0), max(-y, 0.0), steady=not plain))
        if abs(y) < 1:
            sorts.append(_Sort(0.5 + y / 2, 0.5 - y / 2))
    return sorts


def _mixtures(told: Floats, wanted: Floats) -> Floats:
    """A row for each way to have what is wanted with at most four sorts: how much of each."""
    import numpy as np

    chosen = np.array(list(combinations(range(len(told)), _TOLD)))
    matrices = told[chosen].transpose(0, 2, 1)
    solvable = np.abs(np.linalg.det(matrices)) > _ALIKE
    chosen, matrices = chosen[solvable], matrices[solvable]
    shares = np.linalg.solve(matrices, np.broadcast_to(wanted[:, None], (len(matrices), _TOLD, 1)))[:, :, 0]
    had = np.abs((matrices @ shares[:, :, None])[:, :, 0] - wanted).max(axis=1) < _ROUNDING
    can_be = had & (shares > -_ROUNDING).all(axis=1)
    found = np.zeros((int(can_be.sum()), len(told)))
    np.put_along_axis(found, chosen[can_be], np.maximum(shares[can_be], 0.0), axis=1)
    return np.unique(found.round(9), axis=0)


def _power(tasks: int, values: Floats, shares: Floats, experiments: int) -> float:
    import numpy as np

    some = shares > _NEVER
    values, shares = values[some], shares[some]
    counts = np.random.default_rng(1).multinomial(tasks, shares / shares.sum(), size=experiments)
    return float(refuting(tasks, counts @ values, counts @ values**2, counts @ values**3).mean())


def _binomial(n: int, chance: float) -> Floats:
    """How often 0 to n of n succeed."""
    import numpy as np

    return np.array([math.comb(n, k) * chance**k * (1 - chance) ** (n - k) for k in range(n + 1)])
