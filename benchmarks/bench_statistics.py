"""What verdicts are worth: how often intervals hold the truth, and rows say "leads" where nobody does.

    python benchmarks/bench_statistics.py [--times 1000] [--all]

Contestants are simulated whose true difference is known. Each task has for each side a probability of being solved: of
a beta distribution, the two bound by a normal copula so that single trials are as often discordant as the cell says; a
third of that comes from runs. In cells with groups, 0.3 of what sets the sides apart is common to a group's tasks.
Graded scores are beta distributed around those probabilities. Rows of one trial a side, solved or not, need no
simulation: all tables are summed.

Of few discordant tasks nothing can be said: up to three never refute that the two are level. So cells in which fewer
than four tasks (or groups of tasks) are expected to hold a discordant pair of trials stand apart; for 30 tasks of which
8 % are discordant the most is computed that any test could refute. A cell that is outside (coverage not within 94 to
96.5 %, false leads above 5 % by a standard error) is measured anew, by five times as many other experiments, and these
count. Fixed seeds: the same figures on every machine, but for the seconds. With --all each cell outside is listed.
"""

from __future__ import annotations

import argparse
import itertools
import math
import platform
import time
import zlib
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linprog
from scipy.special import ndtr
from scipy.stats import beta, binom

from moot.bench.statistics.bootstrap import bootstrap
from moot.bench.statistics.holm import holm
from moot.bench.statistics.interval import ALPHA, Estimate
from moot.bench.statistics.mcnemar import paired_shares
from moot.bench.statistics.means import mean_difference

Floats = NDArray[np.float64]
RUNS = 1 / 3
"""The part of discordance that comes from runs."""
ALIKE = 0.3
"""In groups: the part of what sets the two sides apart that the tasks of a group share."""
GRID = np.linspace(0, 1, 2001)
FEW = 4
"""Tasks or groups expected to differ, below which a cell stands apart."""
AGAIN = 5
"""How many times as many experiments measure a cell anew."""


@dataclass(frozen=True)
class Cell:
    tasks: int
    a: float
    b: float
    discordance: float
    repeats: int = 1
    graded: bool = False
    groups: int = 0
    runs: float = RUNS

    @property
    def plain(self) -> bool:
        return self.repeats == 1 and not self.graded and not self.groups

    @property
    def kind(self) -> str:
        trials = f"{'graded' if self.graded else 'solved or not'}, {self.repeats} trial{'s'[: self.repeats - 1]}"
        return f"{trials}, {self.groups} groups" if self.groups else trials

    @property
    def possible(self) -> bool:
        return contestants(self.a, self.b, self.discordance, self.runs) is not None

    @property
    def few(self) -> bool:
        units = self.groups or self.tasks
        return units * (1 - (1 - self.discordance) ** (self.tasks / units)) < FEW

    def of_task(self) -> NDArray[np.int64] | None:
        return np.arange(self.tasks) % self.groups if self.groups else None

    def differences(self, times: int, seed: int = 0) -> Iterator[Floats]:
        """A's less B's mean score on each task, of so many experiments."""
        sides = contestants(self.a, self.b, self.discordance, self.runs)
        assert sides is not None
        rng = np.random.default_rng((zlib.crc32(repr(self).encode()), seed))
        groups = self.of_task()
        for _ in range(times):
            shared, of_a, of_b = rng.standard_normal((3, self.tasks))
            if groups is not None:
                theirs = rng.standard_normal((2, self.groups))[:, groups]
                of_a, of_b = math.sqrt(ALIKE) * theirs + math.sqrt(1 - ALIKE) * np.stack((of_a, of_b))
            a, b = sides.chances(shared, of_a, of_b)
            yield self._scores(rng, a) - self._scores(rng, b)

    def _scores(self, rng: np.random.Generator, chance: Floats) -> Floats:
        if not self.graded:
            return rng.binomial(self.repeats, chance) / self.repeats
        shape = np.clip(chance, 1e-4, 1 - 1e-4) * 4
        return rng.beta(shape, 4 - shape, (self.repeats, self.tasks)).mean(axis=0)

    def estimate(self, differences: Floats) -> Estimate:
        """As `judged` estimates a row of this kind."""
        if self.plain:
            return paired_shares(int((differences > 0).sum()), int((differences < 0).sum()), self.tasks)
        return mean_difference(differences, self.of_task())


@dataclass(frozen=True)
class Sides:
    """Two contestants: how their chances spread over tasks, and how far they go together."""

    of_a: Floats
    of_b: Floats
    together: float

    def chances(self, shared: Floats, own_a: Floats, own_b: Floats) -> tuple[Floats, Floats]:
        same, apart = math.sqrt(self.together) * shared, math.sqrt(1 - self.together)
        a, b = ndtr(same + apart * own_a), ndtr(same + apart * own_b)
        return np.interp(a, GRID, self.of_a), np.interp(b, GRID, self.of_b)


@cache
def contestants(a: float, b: float, discordance: float, runs: float) -> Sides | None:
    """Of these scores and this discordance, of which `runs` comes from runs; None where there are none such."""
    within = discordance * runs / (a * (1 - a) + b * (1 - b))  # of a trial's variance, the part of its coin
    if within >= 0.95:
        return None
    width = within / (1 - within)
    shapes = [beta.ppf(GRID, width * mean, width * (1 - mean)) for mean in (a, b)]
    drawn = np.random.default_rng(1).standard_normal((3, 100_000))

    def seen(together: float) -> float:
        x, y = Sides(shapes[0], shapes[1], together).chances(*drawn)
        return float((x * (1 - y) + y * (1 - x)).mean())

    if not seen(0.999) < discordance < seen(0.0):
        return None
    low, high = 0.0, 0.999
    for _ in range(20):
        middle = (low + high) / 2
        low, high = (middle, high) if seen(middle) > discordance else (low, middle)
    return Sides(shapes[0], shapes[1], low)


@dataclass(frozen=True)
class Figures:
    cell: Cell
    coverage: float
    leads: float
    """Share of experiments whose p is under 0.05."""
    contradictions: int
    """Intervals that hold zero with p under 0.05, or do not with p above."""

    @property
    def within(self) -> bool:
        return 0.94 <= self.coverage <= 0.965


def measured(cell: Cell, times: int) -> Figures:
    if cell.plain:
        return summed(cell)
    found = simulated(cell, times, 0)
    above = found.leads - ALPHA > (ALPHA * (1 - ALPHA) / times) ** 0.5 if cell.a == cell.b else False
    return simulated(cell, AGAIN * times, 1) if above or not (found.within or cell.few) else found


def simulated(cell: Cell, times: int, seed: int) -> Figures:
    held = leads = contradictions = 0
    truth = cell.a - cell.b
    for differences in cell.differences(times, seed):
        found = cell.estimate(differences)
        held += found.low <= truth + 1e-12 and truth - 1e-12 <= found.high
        leads += found.p < ALPHA
        contradictions += (found.p < ALPHA) is (found.low <= 0 <= found.high)
    return Figures(cell, held / times, leads / times, contradictions)


def summed(cell: Cell) -> Figures:
    """Over all tables of one trial a side that are not next to impossible."""
    truth = cell.a - cell.b
    ours = (1 + truth / cell.discordance) / 2
    held = leads = 0.0
    contradictions = 0
    for discordant in range(cell.tasks + 1):
        if (weight := float(binom.pmf(discordant, cell.tasks, cell.discordance))) < 1e-6:
            continue
        for a_only, share in enumerate(binom.pmf(range(discordant + 1), discordant, ours)):
            if weight * share < 1e-7:
                continue
            found = paired_shares(a_only, discordant - a_only, cell.tasks)
            held += weight * share * (found.low <= truth + 1e-12 and truth - 1e-12 <= found.high)
            leads += weight * share * (found.p < ALPHA)
            contradictions += (found.p < ALPHA) is (found.low <= 0 <= found.high)
    return Figures(cell, held, leads, contradictions)


SCORES = ((0.5, 0.5), (0.6, 0.55), (0.1, 0.1), (0.12, 0.05), (0.95, 0.95), (0.95, 0.9))
KINDS = ((1, False, 0), (3, False, 0), (5, False, 0), (1, True, 0), (1, False, 10), (3, False, 30))


TASKS = (30, 60, 89, 200, 500)


def grid(tasks: tuple[int, ...] = TASKS) -> list[Cell]:
    cells = [
        Cell(n, a, b, discordance, *kind)
        for n, (a, b), discordance, kind in itertools.product(tasks, SCORES, (0.08, 0.15, 0.25), KINDS)
        if kind[2] * 2 <= n
    ]
    return [cell for cell in cells if cell.possible]


def false_leads(times: int, rows: int = 6) -> tuple[float, float]:
    """Of comparisons of so many rows without any difference: the part of rows, and of comparisons, with a "leads"."""
    level = [cell for cell in grid((60, 89, 200)) if cell.a == cell.b]
    level = level[:: len(level) // rows][:rows]
    streams = [cell.differences(times) for cell in level]
    of_rows = of_comparisons = 0
    for drawn in zip(*streams, strict=True):
        ps = holm([cell.estimate(each).p for cell, each in zip(level, drawn, strict=True)])
        leading = sum(p < ALPHA for p in ps)
        of_rows += leading
        of_comparisons += leading > 0
    return of_rows / (times * len(level)), of_comparisons / times


def most_refuted(tasks: int, discordance: float) -> float:
    """Of experiments without a difference, the most that any test refutes which nowhere refutes more than 5 %.

    The test treats both sides alike, and may be drawn by lot where more than eight tasks are discordant. By the number
    of discordant tasks, it refutes some part of what may fall out; a linear programme finds the best parts.
    """
    numbers, shares = np.arange(tasks + 1), np.linspace(0.002, 0.998, 500)
    weights = np.stack([binom.pmf(numbers, tasks, share) for share in shares])
    bounds = [(0.0, 0.0)]
    for m in range(1, tasks + 1):
        ways = [2 * float(binom.pmf(k, m, 0.5)) for k in range((m + 1) // 2)]
        ways += [float(binom.pmf(m // 2, m, 0.5))] if m % 2 == 0 else []
        sums = (
            [sum(some) for r in range(len(ways) + 1) for some in itertools.combinations(ways, r)] if m <= 8 else [1.0]
        )
        bounds.append((0.0, max(each for each in sums if m > 8 or each * weights[:, m].max() <= ALPHA)))
    here = binom.pmf(numbers, tasks, discordance)
    return -float(linprog(-here, weights, np.full(len(shares), ALPHA), bounds=bounds).fun)


def bootstrapped(cell: Cell, times: int) -> float:
    """Coverage of the percentile bootstrap."""
    intervals = [bootstrap(each, cell.of_task(), 1000) for each in cell.differences(times)]
    return sum(low <= cell.a - cell.b <= high for low, high in intervals) / times


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--times", type=int, default=1000, help="experiments a cell")
    options.add_argument("--all", action="store_true", help="list the cells whose coverage is outside 94 to 96.5 %%")
    given = options.parse_args()
    times, started = given.times, time.perf_counter()
    print(
        f"{platform.machine()}, Python {platform.python_version()}, numpy {np.__version__}; {times} experiments a cell"
    )
    with ProcessPoolExecutor() as pool:
        figures = list(pool.map(measured, grid(), itertools.repeat(times), chunksize=6))
    enough = [each for each in figures if not each.cell.few]
    few = [each for each in figures if each.cell.few]
    print(f"\n{'':34}         coverage               within           false leads")
    print(f"{'tasks':34}  cells  mean   least  most   94 to 96.5 %     mean   most")
    for n in TASKS:
        _summary(str(n), [each for each in enough if each.cell.tasks == n])
    _summary("all", enough)
    for kind in dict.fromkeys(each.cell.kind for each in enough):
        _summary(f"  {kind}", [each for each in enough if each.cell.kind == kind])
    _summary("fewer than 4 expected to differ", few)
    if given.all:
        for each in enough:
            if not each.within:
                print(f"  {each.coverage:.3f}  {each.cell}")
    most = most_refuted(30, 0.08)
    print(
        "\n30 tasks without a difference, 8 % of them discordant: no test that nowhere refutes more than 5 % refutes",
        end="",
    )
    print(f"\n  more than {most:.1%} here, and the interval that belongs to it covers {1 - most:.1%} at the least")
    print(f"\ntest against interval: {sum(each.contradictions for each in figures)} contradictions")
    rows, comparisons = false_leads(times)
    print(
        f"\nsix rows without a difference, after Holm: {rows:.2%} of rows lead, in {comparisons:.2%} of comparisons\n"
    )
    for cell in (Cell(30, 0.6, 0.55, 0.15, 3), Cell(60, 0.95, 0.9, 0.08, 3), Cell(89, 0.6, 0.55, 0.15, 3)):
        print(f"percentile bootstrap: coverage {bootstrapped(cell, max(100, times // 5)):.3f}, with\n  {cell}")
    print(f"\n{time.perf_counter() - started:.0f} s")


def _summary(name: str, figures: list[Figures]) -> None:
    coverage = [each.coverage for each in figures]
    leads = [each.leads for each in figures if each.cell.a == each.cell.b]
    print(
        f"{name:34}  {len(figures):5}  {np.mean(coverage):.3f}  {min(coverage):.3f}  {max(coverage):.3f}  "
        f"{np.mean([each.within for each in figures]):12.0%}     {np.mean(leads):.3f}  {max(leads):.3f}"
    )


if __name__ == "__main__":
    main()
