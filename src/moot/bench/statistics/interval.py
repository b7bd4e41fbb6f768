"""An interval with the test that belongs to it: the two never contradict one another."""

from __future__ import annotations

from typing import NamedTuple

ALPHA = 0.05
"""Of every test; intervals are those of 1 - ALPHA."""


class Interval(NamedTuple):
    low: float
    high: float


class Estimate(NamedTuple):
    """A difference of two contestants, with its 95 % interval and the two-sided p of no difference."""

    difference: float
    low: float
    high: float
    p: float
    odds: float
    """Probability, under a flat prior, that the difference is truly above zero."""
    error: float
    """Standard error of the difference."""


def in_accord(interval: Interval, p: float) -> Interval:
    """The interval, holding zero exactly where p does not refute zero.

    Without variance the two are not of one kind: the interval is then stretched to zero if the test does not exclude
    it. The other case does not occur; a test looks for it.
    """
    if p < ALPHA:
        return interval
    return Interval(min(interval.low, 0.0), max(interval.high, 0.0))
