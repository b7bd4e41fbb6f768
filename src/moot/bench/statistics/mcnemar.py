"""One trial a side and task, solved or not: only the tasks that exactly one of the two solved can tell them apart."""

from __future__ import annotations

import math

from moot.bench.statistics.distributions import beta_cdf, binomial_half, normal_cdf
from moot.bench.statistics.interval import Estimate
from moot.bench.statistics.proportions import paired_score


def mcnemar(a_only: float, b_only: float, n: float) -> float:
    """Two-sided p of McNemar's test on n tasks, given those that only A, and only B, solved; variance on n - 1.

    All tables summed, a true null is rejected in at most 5.07 % of experiments wherever 6 to 30 % of 2 to 3000 tasks
    are discordant, and in 5.31 % at the worst elsewhere below 50 % (24 discordant of 850 tasks and more); the exact
    form, and its mid-P, reject far fewer where few tasks are discordant. Where neither stands out, p is 1.
    """
    if a_only == b_only or n <= 1:
        return 1.0
    return 2 * normal_cdf(-abs(a_only - b_only) * math.sqrt((n - 1) / (n * (a_only + b_only))))


def mcnemar_exact(a_only: int, b_only: int) -> float:
    """Two-sided p given how many tasks are discordant, twice the smaller tail: never too much, often too little."""
    below, _ = binomial_half(min(a_only, b_only), a_only + b_only)
    return min(1.0, 2 * below)


def paired_shares(a_only: int, b_only: int, tasks: int) -> Estimate:
    """The difference of two paired shares: McNemar's test, and the score interval that belongs to it.

    The odds are those of a Dirichlet prior of one half a cell (Jeffreys) on the paired table: given discordance,
    the share that A solves is Beta(a_only + 1/2, b_only + 1/2).
    """
    low, high = paired_score(a_only, b_only, tasks)
    difference = (a_only - b_only) / tasks
    error = math.sqrt(max(0.0, (a_only + b_only) / tasks - difference**2) / tasks)
    odds = 1 - beta_cdf(0.5, a_only + 0.5, b_only + 0.5)
    return Estimate(difference, low, high, mcnemar(a_only, b_only, tasks), odds, error)
