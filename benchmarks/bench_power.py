"""What plans are worth: the range of power that `moot bench plan` promises beside that of simulated comparisons.

    python benchmarks/bench_power.py [--times 10000] [--all]

Each task has for each of two contestants a probability of being solved. "copula": beta distributed, bound by a normal
copula, as in `bench_statistics.py`. "tails" and "kinds" respond to items: tasks are normally hard, and suit one side
more than the other by Laplace distributed amounts, or are of two kinds that suit one side each. "redrawn": beta
distributed, of the same rank for both on most tasks, on the rest with nothing in common, so that few tasks make all the
difference. "strange": of all mixtures of tasks, on a grid of chances, that have what a planner is told, those that are
extreme in directions drawn by lot. "graded": of the copula's contestants, with scores beta distributed around chances.

The planner is told the difference, the discordance and the flips (of graded scores, the noise of tasks and of runs),
counted over 2^16 tasks, and knows of no shape: where several trials are planned, or scores are graded, it gives the
least and the most that the power may be. "Off" is how far the simulated power lies outside, "wide" how far the two lie
apart. Tasks are independent, so experiments are drawn by how many of their tasks show which difference, and judged as
results are; graded scores are drawn one by one. One trial a side, where no shape matters, needs no simulation: all
tables are summed. Fixed seeds: the same figures on every machine, but for the seconds. With --all each cell that is off
by more than three points is listed.
"""

from __future__ import annotations

import argparse
import itertools
import math
import platform
import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

import numpy as np
from bench_statistics import GRID, Cell, contestants, summed
from numpy.typing import NDArray
from scipy.optimize import linprog
from scipy.special import expit, ndtr, ndtri
from scipy.stats import beta, qmc

from moot.bench.planned import Situation, graded, solved_or_not
from moot.bench.statistics.corners import Power
from moot.bench.statistics.means import refuting

Floats = NDArray[np.float64]
Chances = Callable[[Floats, Floats, Floats], tuple[Floats, Floats]]
"""Of tasks for both sides, by what the sides share and what is each one's own: standard normal numbers."""
Own = Callable[[Floats, Floats], tuple[Floats, Floats]]
TASKS, REPEATS = (30, 60, 200, 500), (3, 5, 10)
SCORES = ((0.6, 0.55), (0.55, 0.45), (0.95, 0.9), (0.12, 0.05))
OFF = 0.03
WIDTH = 4
"""Of beta distributed scores: the sum of both parameters."""
STRANGE = 4
"""Directions a situation."""


@dataclass(frozen=True)
class Pair:
    """Two contestants, on tasks that stand for all."""

    name: str
    of_a: Floats
    of_b: Floats
    weights: Floats | None = None
    """How often there are such tasks, where not all are as frequent."""

    def situation(self) -> Situation:
        """As much as a planner is told."""
        a, b = self.of_a, self.of_b
        discordance, flips = self._mean(a * (1 - b) + b * (1 - a)), self._mean(a * (1 - a) + b * (1 - b))
        return solved_or_not(self._mean(a - b), self._mean(b), discordance, flips)

    def power(self, tasks: int, repeats: int, times: int) -> float:
        """The share of so many experiments that say who leads."""
        k = np.arange(repeats + 1)
        solved = [
            np.stack([math.comb(repeats, n) * chance**n * (1 - chance) ** (repeats - n) for n in k])
            for chance in (self.of_a, self.of_b)
        ]
        weighed = solved[0] if self.weights is None else solved[0] * self.weights
        shares = np.bincount((k[:, None] - k + repeats).ravel(), (weighed @ solved[1].T).ravel())
        values = np.arange(-repeats, repeats + 1) / repeats
        counts = self._rng(tasks, repeats).multinomial(tasks, shares / shares.sum(), size=times)
        return float(refuting(tasks, counts @ values, counts @ values**2, counts @ values**3).mean())

    def _mean(self, of_tasks: Floats) -> float:
        return float(np.average(of_tasks, weights=self.weights))

    def _rng(self, tasks: int, repeats: int) -> np.random.Generator:
        return np.random.default_rng((zlib.crc32(self.name.encode()), tasks, repeats))


class Graded(Pair):
    """Scores are beta distributed around chances, as in `bench_statistics.py`."""

    def situation(self) -> Situation:
        apart, (a, b) = self.of_a - self.of_b, (np.clip(each, 1e-4, 1 - 1e-4) for each in (self.of_a, self.of_b))
        of_runs = float((a * (1 - a) + b * (1 - b)).mean()) / (WIDTH + 1)
        return graded(float(apart.mean()), float(apart.std()), of_runs**0.5)

    def power(self, tasks: int, repeats: int, times: int) -> float:
        rng, seen = self._rng(tasks, repeats), 0
        at_once = max(1, 2_000_000 // (tasks * repeats))
        for begun in range(0, times, at_once):
            drawn = rng.integers(len(self.of_a), size=(min(at_once, times - begun), tasks))
            a, b = (self._scores(rng, of_side[drawn], repeats) for of_side in (self.of_a, self.of_b))
            seen += int(refuting(tasks, *(((a - b) ** n).sum(axis=1) for n in (1, 2, 3))).sum())
        return seen / times

    def _scores(self, rng: np.random.Generator, chances: Floats, repeats: int) -> Floats:
        shape = np.clip(chances, 1e-4, 1 - 1e-4) * WIDTH
        return rng.beta(shape, WIDTH - shape, (repeats, *chances.shape)).mean(axis=0)


def of_two_kinds(own_a: Floats, own_b: Floats) -> tuple[Floats, Floats]:
    """Half of the tasks suit A by as much as the others suit B."""
    kind = np.where(own_a < 0, 1.0, -1.0)
    return kind, -kind


def with_tails(own_a: Floats, own_b: Floats) -> tuple[Floats, Floats]:
    """Laplace distributed: many tasks suit a side hardly, some much."""
    a, b = (-np.sign(own) * np.log(2 * ndtr(-np.abs(own))) for own in (own_a, own_b))
    return a, b


def bound() -> Iterator[tuple[str, Chances]]:
    for (a, b), discordance, runs in itertools.product(SCORES, (0.08, 0.15, 0.25), (1 / 3, 0.6)):
        if sides := contestants(a, b, discordance, runs):
            yield f"scores {a}, {b}, discordance {discordance}, {runs:.0%} of it of runs", sides.chances


def responding(own: Own) -> Iterator[tuple[str, Chances]]:
    for (a, b), hardness, suits in itertools.product(SCORES, (4, 9, 25), (1.5, 3)):
        spread = math.sqrt(hardness**2 + 2 * suits**2 + 3)
        able = spread * float(ndtri(a)), spread * float(ndtri(b))
        name = f"scores about {a}, {b}, hardness {hardness}, suits {suits}"
        yield name, partial(_responding, own, able, hardness, suits)


def _responding(
    own: Own, able: tuple[float, float], hardness: float, suits: float, shared: Floats, own_a: Floats, own_b: Floats
) -> tuple[Floats, Floats]:
    a, b = own(own_a, own_b)
    return expit(able[0] - hardness * shared + suits * a), expit(able[1] - hardness * shared + suits * b)


def redrawn() -> Iterator[tuple[str, Chances]]:
    for (a, b), part, coins in itertools.product(SCORES, (0.05, 0.15, 0.3), (0.07, 0.2)):
        width = coins / (1 - coins)
        of_a, of_b = (beta.ppf(GRID, width * mean, width * (1 - mean)) for mean in (a, b))
        name = f"scores {a}, {b}, {part:.0%} of tasks redrawn, {coins:.0%} of variance of runs"
        yield name, partial(_redrawn, of_a, of_b, part)


def _redrawn(
    of_a: Floats, of_b: Floats, part: float, shared: Floats, own_a: Floats, own_b: Floats
) -> tuple[Floats, Floats]:
    drawn = ndtr(own_a)
    a = np.where(drawn < part, drawn / part, ndtr(shared))
    b = np.where(drawn < part, ndtr(own_b), ndtr(shared))
    return np.interp(a, GRID, of_a), np.interp(b, GRID, of_b)


SHAPES: dict[str, Callable[[], Iterator[tuple[str, Chances]]]] = {
    "copula": bound,
    "tails": partial(responding, with_tails),
    "kinds": partial(responding, of_two_kinds),
    "redrawn": redrawn,
}


def drawn(shape: str, kind: type[Pair] = Pair) -> Iterator[Pair]:
    numbers = ndtri(np.clip(qmc.Sobol(3, rng=1).random_base2(16).T, 1e-9, 1 - 1e-9))
    for name, chances in SHAPES[shape]():
        yield kind(name, *chances(*numbers))


def strange() -> Iterator[Pair]:
    """Mixtures of four sorts of tasks, as a linear programme picks them."""
    chances = np.array([0, 0.02, *np.arange(1, 20) / 20, 0.98, 1])
    a, b = (each.ravel() for each in np.meshgrid(chances, chances))
    rng = np.random.default_rng(1)
    told = np.stack((np.ones_like(a), a - b, (a - b) ** 2, a * (1 - a) + b * (1 - b)))
    for d, discordance, runs in itertools.product((0.02, 0.05, 0.1), (0.08, 0.15, 0.25), (0.2, 0.4, 0.6)):
        for n in range(STRANGE):
            wanted = np.array([1, d, discordance * (1 - runs), discordance * runs])
            found = linprog(rng.standard_normal(len(a)), A_eq=told, b_eq=wanted)
            if found.status == 0 and discordance * (1 - runs) > d**2:
                of = np.flatnonzero(found.x > 1e-9)
                name = f"difference {d}, discordance {discordance}, {runs:.0%} of it of runs, mixture {n}"
                yield Pair(name, a[of], b[of], found.x[of])


@dataclass(frozen=True)
class Planned:
    name: str
    tasks: int
    planned: Power
    seen: float

    @property
    def off(self) -> float:
        return max(0.0, self.planned.least - self.seen, self.seen - self.planned.most)

    @property
    def wide(self) -> float:
        return self.planned.most - self.planned.least

    def __str__(self) -> str:
        least, most = self.planned
        return f"{least:.3f} to {most:.3f} planned, {self.seen:.3f} seen: {self.tasks} tasks, {self.name}"


def planned(
    pair: Pair, times: int, tasks: tuple[int, ...] = TASKS, repeats: tuple[int, ...] = REPEATS
) -> Iterator[Planned]:
    situation = pair.situation()
    for n, trials in itertools.product(tasks, repeats):
        name = f"{trials} trials, {pair.name}"
        yield Planned(name, n, situation.power(n, trials), pair.power(n, trials, times))


def once() -> Iterator[Planned]:
    """One trial a side."""
    for n, (a, b), discordance in itertools.product(TASKS, SCORES, (0.08, 0.15, 0.25)):
        cell = Cell(n, a, b, discordance)
        if cell.possible:
            name = f"1 trial, scores {a}, {b}, discordance {discordance}"
            yield Planned(name, n, solved_or_not(a - b, b, discordance).power(n, 1), summed(cell).leads)


def found(shape: str, times: int) -> Iterator[Planned]:
    match shape:
        case "one trial":
            yield from once()
        case "strange":
            for pair in strange():
                yield from planned(pair, times)
        case "graded":
            for pair in itertools.chain(drawn("copula", Graded), drawn("redrawn", Graded)):
                yield from planned(pair, times, tuple(n for n in TASKS if n <= 200), (1, 3))
        case _:
            for pair in drawn(shape):
                yield from planned(pair, times)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--times", type=int, default=10_000, help="experiments a cell")
    options.add_argument("--all", action="store_true", help="list the cells that are off by more than three points")
    given = options.parse_args()
    times, started = given.times, time.perf_counter()
    print(
        f"{platform.machine()}, Python {platform.python_version()}, numpy {np.__version__}; {times} experiments a cell"
    )
    print(f"one standard error of a simulated power is up to {0.5 / times**0.5:.4f}")
    print(f"\n{'':20}  cells  off by, mean   most  by more than {OFF}  wide, mean   most")
    beyond: list[tuple[str, Planned]] = []
    for shape in ("one trial", *SHAPES, "strange", "graded"):
        cells = list(found(shape, times))
        _summary(shape, cells)
        for n in TASKS:
            if some := [each for each in cells if each.tasks == n]:
                _summary(f"  {n} tasks", some)
        print(f"  worst: {max(cells, key=lambda each: each.off)}")
        beyond += [(shape, each) for each in cells if each.off > OFF]
    if given.all:
        print("", *(f"{shape}: {each}" for shape, each in beyond), sep="\n")
    print(f"\n{time.perf_counter() - started:.0f} s")


def _summary(name: str, cells: list[Planned]) -> None:
    off, wide = np.array([each.off for each in cells]), np.array([each.wide for each in cells])
    print(
        f"{name:20}  {len(off):5}  {off.mean():12.3f}  {off.max():5.3f}  {(off > OFF).sum():17}  "
        f"{wide.mean():10.3f}  {wide.max():5.3f}"
    )


if __name__ == "__main__":
    main()
