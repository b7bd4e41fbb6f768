"""What plans are worth: the power that `moot bench plan` promises beside that of simulated comparisons.

    python benchmarks/bench_power.py [--times 10000] [--all]

Each task has for each of two contestants a probability of being solved. "copula": beta distributed, bound by a normal
copula, as in `bench_statistics.py`. "tails" and "kinds" respond to items: tasks are normally hard, and suit one side
more than the other by Laplace distributed amounts, or are of two kinds that suit one side each. "redrawn": beta
distributed, of the same rank for both on most tasks, on the rest with nothing in common, so that few tasks make all the
difference.

The planner is told the difference, the discordance and the flips, counted over 2^16 tasks, and knows of no shape: it
takes logits of chances to be normal. Tasks are independent, so experiments are drawn by how many of their tasks show
which difference, and judged as results are. One trial a side, where no shape matters, needs no simulation: all tables
are summed. Fixed seeds: the same figures on every machine, but for the seconds. With --all each cell that is off by
more than three points is listed.
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
from scipy.special import expit, ndtr, ndtri
from scipy.stats import beta, qmc

from moot.bench.planned import Situation, solved_or_not
from moot.bench.statistics.means import refuting

Floats = NDArray[np.float64]
Chances = Callable[[Floats, Floats, Floats], tuple[Floats, Floats]]
"""Of tasks for both sides, by what the sides share and what is each one's own: standard normal numbers."""
Own = Callable[[Floats, Floats], tuple[Floats, Floats]]
TASKS, REPEATS = (30, 60, 200, 500), (3, 5)
SCORES = ((0.6, 0.55), (0.55, 0.45), (0.95, 0.9), (0.12, 0.05))
OFF = 0.03


@dataclass(frozen=True)
class Pair:
    """Two contestants, on tasks that stand for all."""

    shape: str
    name: str
    of_a: Floats
    of_b: Floats

    def situation(self) -> Situation:
        """As much as a planner is told."""
        a, b = self.of_a, self.of_b
        discordance, flips = (a * (1 - b) + b * (1 - a)).mean(), (a * (1 - a) + b * (1 - b)).mean()
        return solved_or_not(float((a - b).mean()), float(b.mean()), float(discordance), float(flips))

    def power(self, tasks: int, repeats: int, times: int) -> float:
        """The share of so many experiments that say who leads."""
        k = np.arange(repeats + 1)
        solved = [
            np.stack([math.comb(repeats, n) * chance**n * (1 - chance) ** (repeats - n) for n in k])
            for chance in (self.of_a, self.of_b)
        ]
        shares = np.bincount((k[:, None] - k + repeats).ravel(), (solved[0] @ solved[1].T).ravel())
        values = np.arange(-repeats, repeats + 1) / repeats
        counts = np.random.default_rng((zlib.crc32(self.name.encode()), tasks, repeats)).multinomial(
            tasks, shares / shares.sum(), size=times
        )
        return float(refuting(tasks, counts @ values, counts @ values**2, counts @ values**3).mean())


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


def pairs(shape: str) -> Iterator[Pair]:
    drawn = ndtri(np.clip(qmc.Sobol(3, rng=1).random_base2(16).T, 1e-9, 1 - 1e-9))
    for name, chances in SHAPES[shape]():
        yield Pair(shape, name, *chances(*drawn))


@dataclass(frozen=True)
class Planned:
    shape: str
    name: str
    tasks: int
    planned: float
    seen: float

    @property
    def off(self) -> float:
        return abs(self.planned - self.seen)

    def __str__(self) -> str:
        return f"{self.planned:.3f} planned, {self.seen:.3f} seen: {self.tasks} tasks, {self.name}"


def planned(pair: Pair, times: int, tasks: tuple[int, ...] = TASKS) -> Iterator[Planned]:
    situation = pair.situation()
    for n, repeats in itertools.product(tasks, REPEATS):
        name = f"{repeats} trials, {pair.name}"
        yield Planned(pair.shape, name, n, situation.power(n, repeats), pair.power(n, repeats, times))


def once() -> Iterator[Planned]:
    """One trial a side."""
    for n, (a, b), discordance in itertools.product(TASKS, SCORES, (0.08, 0.15, 0.25)):
        cell = Cell(n, a, b, discordance)
        if cell.possible:
            name = f"1 trial, scores {a}, {b}, discordance {discordance}"
            yield Planned("one trial", name, n, solved_or_not(a - b, b, discordance).power(n, 1), summed(cell).leads)


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
    print(f"\n{'':20}  cells  off by, mean  most  by more than {OFF}")
    beyond: list[Planned] = []
    for shape in ("one trial", *SHAPES):
        found = [each for pair in pairs(shape) for each in planned(pair, times)] if shape in SHAPES else list(once())
        _summary(shape, found)
        for n in TASKS:
            _summary(f"  {n} tasks", [each for each in found if each.tasks == n])
        print(f"  worst: {max(found, key=lambda each: each.off)}")
        beyond += [each for each in found if each.off > OFF]
    if given.all:
        print("", *(f"{each.shape}: {each}" for each in beyond), sep="\n")
    print(f"\n{time.perf_counter() - started:.0f} s")


def _summary(name: str, found: list[Planned]) -> None:
    off = np.array([each.off for each in found])
    print(f"{name:20}  {len(off):5}  {off.mean():12.3f}  {off.max():.3f}  {(off > OFF).sum():6}")


if __name__ == "__main__":
    main()
