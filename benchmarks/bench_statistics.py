"""What the verdicts of `moot bench` are worth: how often intervals hold the truth, and rows say "leads" where nobody does.

    python benchmarks/bench_statistics.py [--times 2000]

Contestants are simulated whose true difference is known. A task has a probability of being solved that both share, or,
for some tasks, one each; their shape is chosen so that single trials are as often discordant as the cell says, and a
third of that comes from runs. In cells with groups, whole groups of tasks suit one contestant. Graded scores are beta
distributed around those probabilities. Fixed seeds: the same figures on every machine, but for the seconds.
"""

from __future__ import annotations

import argparse
import itertools
import math
import platform
import time
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.stats import beta

from moot.bench.planned import solved_or_not
from moot.bench.statistics.bootstrap import bootstrap
from moot.bench.statistics.holm import holm
from moot.bench.statistics.interval import ALPHA, Estimate
from moot.bench.statistics.mcnemar import paired_shares
from moot.bench.statistics.means import mean_difference

Floats = NDArray[np.float64]
RUNS = 1 / 3
"""The part of discordance that comes from runs."""
TOGETHER = 0.5
"""In groups: the part of the tasks that fare as their group does."""


@dataclass(frozen=True)
class Cell:
    tasks: int
    a: float
    b: float
    discordance: float
    repeats: int = 1
    graded: bool = False
    groups: int = 0

    @property
    def possible(self) -> bool:
        """Whether two contestants of these scores can be discordant so often, and a bit more."""
        return self.discordance < 0.95 * (self.a * (1 - self.b) + self.b * (1 - self.a))

    @property
    def kind(self) -> str:
        trials = f"{'graded' if self.graded else 'solved or not'}, {self.repeats} trial{'s'[: self.repeats - 1]}"
        return f"{trials}, {self.groups} groups" if self.groups else trials

    def differences(self, times: int) -> Iterator[Floats]:
        """A's less B's mean score on each task, of so many experiments."""
        rng = np.random.default_rng(zlib.crc32(repr(self).encode()))
        most = self.a * (1 - self.b) + self.b * (1 - self.a)
        within = self.discordance * RUNS / most  # of the variance of a trial, the part of its task's coin
        width = within / (1 - within)
        apart = (self.discordance / most - within) / (1 - within)
        grid = np.linspace(0, 1, 2001)
        shapes = [beta.ppf(grid, width * mean, width * (1 - mean)) for mean in (self.a, self.b)]
        for _ in range(times):
            of_a, own, own_apart = rng.random((3, self.tasks))
            if self.groups:
                of_task = np.arange(self.tasks) % self.groups
                theirs = rng.random((3, self.groups))[:, of_task]
                together = rng.random(self.tasks) < TOGETHER
                of_a, own, own_apart = np.where(together, theirs, (of_a, own, own_apart))
            of_b = np.where(own_apart < apart, own, of_a)
            yield self._scores(rng, np.interp(of_a, grid, shapes[0])) - self._scores(
                rng, np.interp(of_b, grid, shapes[1])
            )

    def _scores(self, rng: np.random.Generator, chance: Floats) -> Floats:
        if not self.graded:
            return rng.binomial(self.repeats, chance) / self.repeats
        shape = np.clip(chance, 1e-4, 1 - 1e-4) * 4
        return rng.beta(shape, 4 - shape, (self.repeats, self.tasks)).mean(axis=0)

    def estimate(self, differences: Floats) -> Estimate:
        """As `judged` estimates a row of this kind."""
        if self.repeats == 1 and not self.graded and not self.groups:
            return paired_shares(int((differences > 0).sum()), int((differences < 0).sum()), self.tasks)
        return mean_difference(differences, np.arange(self.tasks) % self.groups if self.groups else None)


@dataclass(frozen=True)
class Figures:
    cell: Cell
    coverage: float
    leads: float
    """Share of experiments whose p is under 0.05."""
    contradictions: int
    """Intervals that hold zero with p under 0.05, or do not with p above."""


def measured(cell: Cell, times: int) -> Figures:
    held = leads = contradictions = 0
    truth = cell.a - cell.b
    for differences in cell.differences(times):
        found = cell.estimate(differences)
        held += found.low <= truth + 1e-12 and truth - 1e-12 <= found.high
        leads += found.p < ALPHA
        contradictions += (found.p < ALPHA) is (found.low <= 0 <= found.high)
    return Figures(cell, held / times, leads / times, contradictions)


SCORES = ((0.5, 0.5), (0.6, 0.55), (0.1, 0.1), (0.12, 0.05), (0.95, 0.95), (0.95, 0.9))
KINDS = ((1, False, 0), (3, False, 0), (5, False, 0), (1, True, 0), (1, False, 10), (3, False, 30))


def grid(tasks: tuple[int, ...] = (30, 60, 89, 200, 500)) -> list[Cell]:
    cells = [
        Cell(n, a, b, discordance, *kind)
        for n, (a, b), discordance, kind in itertools.product(tasks, SCORES, (0.08, 0.15, 0.25), KINDS)
        if kind[2] * 2 <= n
    ]
    return [cell for cell in cells if cell.possible]


def false_leads(times: int, rows: int = 6) -> tuple[float, float]:
    """Of comparisons of so many rows without any difference: the part of rows, and of comparisons, with a "leads"."""
    level = [cell for cell in grid((60, 89, 200)) if cell.a == cell.b][:: 60 // rows][:rows]
    streams = [cell.differences(times) for cell in level]
    of_rows = of_comparisons = 0
    for drawn in zip(*streams, strict=True):
        ps = holm([cell.estimate(each).p for cell, each in zip(level, drawn, strict=True)])
        leading = sum(p < ALPHA for p in ps)
        of_rows += leading
        of_comparisons += leading > 0
    return of_rows / (times * len(level)), of_comparisons / times


@dataclass(frozen=True)
class Planned:
    cell: Cell
    planned: float
    seen: float


def planned(times: int) -> list[Planned]:
    """The planner's power beside that of simulated comparisons."""
    found: list[Planned] = []
    for n, (a, b), discordance, repeats in itertools.product(
        (60, 200, 500), ((0.6, 0.55), (0.55, 0.45), (0.95, 0.9)), (0.08, 0.15, 0.25), (1, 3, 5)
    ):
        cell = Cell(n, a, b, discordance, repeats)
        if not cell.possible:
            continue
        task, run, both = true_noise(cell)
        situation = solved_or_not(a - b, b, both, run)
        found.append(Planned(cell, situation.power(n, repeats), measured(cell, times).leads))
        assert math.isclose(situation.noise.task, task, abs_tol=1e-9)
    return found


def true_noise(cell: Cell) -> tuple[float, float, float]:
    """Variance of tasks and of runs, and discordance, that the cell really has, of a large sample."""
    rng = Cell(400_000, cell.a, cell.b, cell.discordance)
    once, again = itertools.islice(_chances(rng), 2)
    run = float((once * (1 - once) + again * (1 - again)).mean())
    both = float((once * (1 - again) + again * (1 - once)).mean())
    return max(0.0, both - (cell.a - cell.b) ** 2 - run), run, both


def _chances(cell: Cell) -> Iterator[Floats]:
    rng = np.random.default_rng(1)
    most = cell.a * (1 - cell.b) + cell.b * (1 - cell.a)
    within = cell.discordance * RUNS / most
    width, apart = within / (1 - within), (cell.discordance / most - within) / (1 - within)
    of_a, own, own_apart = rng.random((3, cell.tasks))
    for mean, u in ((cell.a, of_a), (cell.b, np.where(own_apart < apart, own, of_a))):
        yield np.interp(u, np.linspace(0, 1, 2001), beta.ppf(np.linspace(0, 1, 2001), width * mean, width * (1 - mean)))


def bootstrapped(cell: Cell, times: int) -> float:
    """Coverage of the percentile bootstrap."""
    groups = np.arange(cell.tasks) % cell.groups if cell.groups else None
    intervals = [bootstrap(each, groups, 1000) for each in cell.differences(times)]
    return sum(low <= cell.a - cell.b <= high for low, high in intervals) / times


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--times", type=int, default=2000, help="experiments a cell")
    times = options.parse_args().times
    started = time.perf_counter()
    print(
        f"{platform.machine()}, Python {platform.python_version()}, numpy {np.__version__}; {times} experiments a cell"
    )
    figures = [measured(cell, times) for cell in grid()]
    print(
        "\n| tasks | cells | coverage, mean | least | most | within 94 to 96.5 % | says leads at no difference, mean | most |"
    )
    print("|---|---|---|---|---|---|---|---|")
    for n in (30, 60, 89, 200, 500):
        _summary(str(n), [each for each in figures if each.cell.tasks == n])
    _summary("all", figures)
    print(
        "\n| kind of row | cells | coverage, mean | least | most | within | leads, mean | most |\n|---|---|---|---|---|---|---|---|"
    )
    for kind in dict.fromkeys(each.cell.kind for each in figures):
        _summary(kind, [each for each in figures if each.cell.kind == kind and each.cell.tasks >= 60])
    print(f"\ntest against interval: {sum(each.contradictions for each in figures)} contradictions")
    print("\nbeyond 94 to 96.5 %, tasks 60 and more:")
    for each in figures:
        if each.cell.tasks >= 60 and not 0.94 <= each.coverage <= 0.965:
            print(f"  {each.coverage:.3f}  {each.cell}")
    rows, comparisons = false_leads(times)
    print(
        f"\nsix rows without a difference, after Holm: {rows:.2%} of rows lead, {comparisons:.2%} of comparisons have one"
    )
    plans = planned(times)
    worst = max(plans, key=lambda each: abs(each.planned - each.seen))
    print(
        f"\nplanned power, {len(plans)} cells: off by {np.mean([abs(e.planned - e.seen) for e in plans]):.3f} in the mean,"
    )
    print(f"at most by {abs(worst.planned - worst.seen):.3f} ({worst})")
    for cell in (Cell(30, 0.6, 0.55, 0.15, 3), Cell(60, 0.95, 0.9, 0.08, 3), Cell(89, 0.6, 0.55, 0.15, 3)):
        print(f"percentile bootstrap, {cell}: coverage {bootstrapped(cell, max(100, times // 5)):.3f}")
    print(f"\n{time.perf_counter() - started:.0f} s")


def _summary(name: str, figures: list[Figures]) -> None:
    coverage = [each.coverage for each in figures]
    leads = [each.leads for each in figures if each.cell.a == each.cell.b]
    inside = np.mean([0.94 <= each <= 0.965 for each in coverage])
    print(
        f"| {name} | {len(figures)} | {np.mean(coverage):.3f} | {min(coverage):.3f} | {max(coverage):.3f} | "
        f"{inside:.0%} | {np.mean(leads):.3f} | {max(leads):.3f} |"
    )


if __name__ == "__main__":
    main()
