"""Intervals of a share, and of the difference of two paired shares: 95 % all."""

from __future__ import annotations

import math

from moot.bench.statistics.distributions import normal_quantile
from moot.bench.statistics.interval import ALPHA, Interval

_QUANTILE = 1 - ALPHA / 2
_NO_VARIANCE, _NO_SKEW = 1e-15, 1e-9


def wilson(solved: int, n: int) -> Interval:
    """Score interval of a share (Wilson, JASA 22:209, 1927)."""
    z2 = normal_quantile(_QUANTILE) ** 2
    share, weight = solved / n, n / (n + z2)
    middle = weight * share + (1 - weight) / 2
    reach = weight * math.sqrt(z2 * share * (1 - share) / n + z2 * z2 / (4 * n * n))
    return Interval(max(0.0, middle - reach), min(1.0, middle + reach))


def paired_score(a_only: float, b_only: float, n: float) -> Interval:
    """Of a difference of paired shares: score interval (Tango, Stat Med 17:891, 1998), corrected as Laud does.

    The variance times n / (n - 1), and the skewness of the score taken off (Gart and Nam, Biometrics 44:323, 1988): so
    Laud's R package ratesci. It excludes zero exactly where `mcnemar` does. Limits are found by halving.
    """
    if n <= 1:
        return Interval(-1.0, 1.0)
    z = normal_quantile(_QUANTILE)
    difference = (a_only - b_only) / n

    def score(d: float) -> float:
        linear = -a_only - b_only + (2 * n - a_only + b_only) * d
        b_share = (math.sqrt(max(0.0, linear**2 + 8 * n * b_only * d * (1 - d))) - linear) / (4 * n)
        a_share = b_share + d  # both the likeliest, given d
        variance = (a_share + b_share - d * d) / (n - 1)
        if variance < _NO_VARIANCE:
            return math.copysign(math.inf, difference - d)
        third = a_share * (1 - d) ** 3 - b_share * (1 + d) ** 3 - (1 - a_share - b_share) * d**3
        skew, plain = third / (6 * n * n * variance**1.5), (difference - d) / math.sqrt(variance)
        if abs(skew) < _NO_SKEW:
            return plain
        return (math.sqrt(max(0.0, 1 + 4 * skew * (plain + skew))) - 1) / (2 * skew)

    def limit(outside: float, side: int) -> float:
        """The d between `outside` and the difference seen at which the score is z, on this side of it."""
        inside = difference
        for _ in range(60):
            middle = (inside + outside) / 2
            if side * score(middle) < z:
                inside = middle
            else:
                outside = middle
        return (inside + outside) / 2

    low = -1.0 if difference <= -1 else limit(-1.0, 1)
    high = 1.0 if difference >= 1 else limit(1.0, -1)
    return Interval(low, high)
