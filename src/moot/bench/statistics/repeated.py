"""The power of the t test over tasks solved or not, several trials each, by simulation.

On few tasks of which few differ no formula that we know of is within three points. What a plan knows (the difference
and where its spread comes from) leaves the shape open, so one is assumed: `responses.py`. How near that is to
contestants who are made otherwise: `benchmarks/bench_power.py`.
"""

from __future__ import annotations

from moot.bench.statistics.means import refuting
from moot.bench.statistics.noise import Noise
from moot.bench.statistics.power import mean_power
from moot.bench.statistics.responses import Responses

EXPERIMENTS = 10_000
"""Of one power, always the same ones: one standard error is half a point and less."""
_WITHOUT_END = 50
"""Trials a task that stand for any number of them."""


def repeated_power(tasks: int, difference: float, noise: Noise, repeats: float, of: Responses | None) -> float:
    """Probability that the test says who leads. The same numbers give the same answer."""
    import numpy as np

    if tasks < 2:
        return 0.0
    trials = int(min(repeats, _WITHOUT_END))
    if not noise.run:
        d, discordance, trials = abs(difference), noise.task + difference**2, 1  # the others are what the first is
        shares = np.array([discordance - d, 2 - 2 * discordance, discordance + d]) / 2
    elif of:
        shares = of.differences(trials)
    else:
        return mean_power(tasks, difference, noise.of_task(repeats))
    values = np.arange(-trials, trials + 1) / trials
    values, shares = values[shares > 0], shares[shares > 0]
    counts = np.random.default_rng(1).multinomial(tasks, shares / shares.sum(), size=EXPERIMENTS)
    return float(refuting(tasks, counts @ values, counts @ values**2, counts @ values**3).mean())
