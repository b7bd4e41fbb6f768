"""The power of the t test over tasks solved or not, several trials each, by simulation.

On few tasks of which few differ no formula that we know of is within three points. What a plan knows (the difference
and where its spread comes from) leaves the shape open, so one is assumed. A task suits one side, which then solves it
with a chance drawn from a beta distribution around one half, while the other never does; or it suits neither, and both
toss a coin; or both always do the same. As much of the run noise comes from coins as of the discordance comes from
runs. How near that is to contestants who are made otherwise: `benchmarks/bench_statistics.py`.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from moot.bench.statistics.means import refuting
from moot.bench.statistics.noise import Noise
from moot.bench.statistics.power import mean_power

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

EXPERIMENTS = 10_000
"""Of one power, always the same ones: one standard error is half a point and less."""
_WITHOUT_END = 50
"""Trials a task that stand for any number of them."""


def repeated_power(tasks: int, difference: float, noise: Noise, repeats: float) -> float:
    """Probability that the test says who leads. The same numbers give the same answer."""
    import numpy as np

    trials = int(min(repeats, _WITHOUT_END))
    shares = _differences(abs(difference), noise, trials)
    if tasks < 2:
        return 0.0
    if shares is None:
        return mean_power(tasks, difference, noise.of_task(repeats))
    values = np.arange(-trials, trials + 1) / trials
    values, shares = values[shares > 0], shares[shares > 0]
    counts = np.random.default_rng(1).multinomial(tasks, shares / shares.sum(), size=EXPERIMENTS)
    return float(refuting(tasks, counts @ values, counts @ values**2, counts @ values**3).mean())


def _differences(d: float, noise: Noise, trials: int) -> Floats | None:
    """The share of tasks on which A's trials less B's are -trials to trials.

    None where more tasks would have to differ than there are: differences are then many, and the normal form is near.
    """
    import numpy as np

    square = noise.task + d * d  # of the true difference of a task, in the mean
    solved = max(square + noise.run * square / (square + noise.run), d)  # its size in the mean
    suits = _suits(square / solved, trials)
    apart = solved / float(suits @ np.arange(trials + 1) / trials)
    coins = 2 * max(0.0, noise.run + square - solved)
    if apart + coins > 1:
        return None
    shares = np.zeros(2 * trials + 1)
    shares[trials:] += apart * (1 + d / solved) / 2 * suits
    shares[: trials + 1] += apart * (1 - d / solved) / 2 * suits[::-1]
    coin = _binomial(trials, 0.5)
    shares += coins * np.convolve(coin, coin[::-1])
    shares[trials] += 1 - apart - coins
    return shares


def _suits(chance: float, trials: int) -> Floats:
    """How many trials of a task the side solves that it suits; `chance`: that it solves one, given that it solved one.

    Of chances beta distributed around one half; where they would have to be lower, all are the same.
    """
    import numpy as np

    if chance <= 0.5 + 1e-6:
        return _binomial(trials, chance)
    if chance >= 1 - 1e-9:
        return np.bincount([trials]).astype(np.float64)
    half = (1 - chance) / (chance - 0.5) / 2

    def log(k: int) -> float:
        return _log_choose(trials, k) + math.lgamma(k + half) + math.lgamma(trials - k + half)

    shares = np.exp(np.array([log(k) for k in range(trials + 1)]) - log(0))
    return shares / shares.sum()


def _binomial(n: int, chance: float) -> Floats:
    import numpy as np

    k = np.arange(n + 1)
    return np.exp([_log_choose(n, each) for each in range(n + 1)]) * chance**k * (1 - chance) ** (n - k)


def _log_choose(n: int, k: int) -> float:
    return math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1)
