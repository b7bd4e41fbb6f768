"""The probability that a true difference is resolved, and the tasks that make it large enough."""

from __future__ import annotations

import math
from collections.abc import Callable

from moot.bench.statistics.distributions import normal_cdf, normal_quantile, student_quantile
from moot.bench.statistics.interval import ALPHA

POWER = 0.8
"""What is asked for where nobody says otherwise."""
_NO_VARIANCE = 1e-12
_MOST = 10_000_000
"""Tasks, where one begins to say that no number of them is enough."""
_MOST_EXACT = 1000
"""Discordant tasks above which the normal distribution is as good as the exact sum."""


def mean_power(tasks: float, difference: float, variance: float) -> float:
    """Of the t test over tasks; `variance` is that of the difference of one task.

    Noncentral t by Abramowitz and Stegun 26.7.10.
    """
    if tasks < 2:
        return 0.0
    df, away = tasks - 1, abs(difference) / math.sqrt(max(variance, 1e-12) / tasks)
    q = student_quantile(1 - ALPHA / 2, df)
    spread = math.sqrt(1 + q * q / (2 * df))
    q *= 1 - 1 / (4 * df)
    return normal_cdf((away - q) / spread) + normal_cdf((-away - q) / spread)


def mcnemar_power(tasks: int, difference: float, discordance: float) -> float:
    """Of McNemar's test, one trial a side: the sum over all numbers of discordant tasks."""
    import numpy as np

    if tasks < 2:
        return 0.0
    z = normal_quantile(1 - ALPHA / 2) * math.sqrt(tasks / (tasks - 1))
    middle, spread = tasks * discordance, math.sqrt(tasks * discordance * (1 - discordance))
    if middle > _MOST_EXACT:
        under, over = math.sqrt(discordance), math.sqrt(max(discordance - difference**2, _NO_VARIANCE))
        away = abs(difference) * math.sqrt(tasks)
        return normal_cdf((away - z * under) / over) + normal_cdf((-away - z * under) / over)
    least, most = max(1, int(middle - 6 * spread)), min(tasks, int(middle + 6 * spread) + 1)
    logs = np.concatenate(([0.0], np.cumsum(np.log(np.arange(1, tasks + 1)))))

    def binomial(n: int, share: float) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
        k = np.arange(n + 1)
        shares = np.clip([share, 1 - share], 1e-300, 1)
        return np.exp(logs[n] - logs[k] - logs[n - k] + k * np.log(shares[0]) + (n - k) * np.log(shares[1]))

    numbers, ours = binomial(tasks, discordance), (1 + difference / discordance) / 2
    found = 0.0
    for m in range(least, most + 1):
        refuting = math.floor((m - z * math.sqrt(m)) / 2) + 1  # so many of the fewest successes, and of the most
        if refuting > 0:
            true = binomial(m, ours)
            found += float(numbers[m] * (true[:refuting].sum() + true[-refuting:].sum()))
    return found


def tasks_for(power_of: Callable[[int], float], power: float = POWER, near: int = 2) -> int | None:
    """The fewest tasks at which `power_of` reaches `power`; None: not even with `_MOST`. `near`: where to begin."""
    high = min(_MOST, max(2, near))
    step = max(1, high // 16)
    if power_of(high) >= power:
        low = max(1, high - step)
        while low > 1 and power_of(low) >= power:
            step *= 2
            low, high = max(1, low - step), low
    else:
        while True:
            if high >= _MOST:
                return None
            step *= 2
            low, high = high, min(_MOST, high + step)
            if power_of(high) >= power:
                break
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if power_of(middle) < power else (low, middle)
    return high
