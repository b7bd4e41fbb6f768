"""Normal, Student, beta and binomial probabilities, of scalars: scipy would be 100 MB for these few."""

from __future__ import annotations

import math
from statistics import NormalDist

_NORMAL = NormalDist()
_SMALLEST = 1e-300


def normal_cdf(x: float) -> float:
    return 0.5 * math.erfc(-x / math.sqrt(2))


def normal_quantile(share: float) -> float:
    return _NORMAL.inv_cdf(share)


def beta_cdf(x: float, a: float, b: float) -> float:
    """The regularised incomplete beta function I_x(a, b), by its continued fraction (DLMF 8.17.22)."""
    if x <= 0 or x >= 1:
        return 0.0 if x <= 0 else 1.0
    if x > (a + 1) / (a + b + 2):  # there the fraction of the other side converges fast
        return 1 - beta_cdf(1 - x, b, a)
    front = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)
    return math.exp(front) / a / _fraction(x, a, b)


def _fraction(x: float, a: float, b: float) -> float:
    """Lentz's method, after Thompson and Barnett (1986)."""
    value, above, below, step = 1.0, 1.0, 0.0, 0
    while True:
        m, odd = divmod(step, 2)
        if step == 0:
            term = 1.0
        elif odd:
            term = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        else:
            term = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        if step:
            below = 1 / ((1 + term * below) or _SMALLEST)
            above = (1 + term / above) or _SMALLEST
            value *= above * below
            if abs(above * below - 1) < 1e-15 or step > 100_000:
                return value
        step += 1


def student_cdf(t: float, df: float) -> float:
    """Of Student's t with `df` degrees of freedom, which need not be whole."""
    tail = 0.5 * beta_cdf(df / (df + t * t), df / 2, 0.5)
    return 1 - tail if t > 0 else tail


def student_quantile(share: float, df: float) -> float:
    """The t below which `share` of Student's distribution lies."""
    if share < 0.5:
        return -student_quantile(1 - share, df)
    t = normal_quantile(share)  # lies below; the tail is convex, so Newton's steps from there never overshoot
    norm = math.lgamma((df + 1) / 2) - math.lgamma(df / 2) - 0.5 * math.log(df * math.pi)
    for _ in range(1000):
        density = math.exp(norm - (df + 1) / 2 * math.log1p(t * t / df))
        step = (student_cdf(-t, df) - (1 - share)) / density
        t += step
        if abs(step) < 1e-7 * (1 + t):  # what remains is of the order of its square
            break
    return t


def binomial_half(successes: int, n: int) -> tuple[float, float]:
    """Of n fair coins: the probability of at most, and of exactly, so many heads."""
    exactly = math.exp(
        math.lgamma(n + 1) - math.lgamma(successes + 1) - math.lgamma(n - successes + 1) - n * math.log(2)
    )
    if successes >= n:
        return 1.0, exactly
    return beta_cdf(0.5, n - successes, successes + 1), exactly
