"""From which probability on a claim may be called supported, by how often that shall be right.

Measured over the labelled claims nearest to use, as if as many were supported as not (`benchmarks/precision.py`). With
each set left out in turn, the thresholds of the others reached on it, on average, what was wished to within .03.
"""

from __future__ import annotations

from moot.errors import UsageError

REACHED = ((0.4, 0.7), (0.71, 0.75), (0.89, 0.8), (0.95, 0.85), (0.98, 0.9), (0.99, 0.95))
"""Probability, and the share of rightly supported claims among those at or above it; both rise."""


def threshold(precision: float) -> float:
    """The lowest probability at which `precision` was reached.

    Raises `UsageError` for a precision that is no share, or was not reached at any.
    """
    if not 0 < precision <= 1:
        raise UsageError(f"A precision is a share above 0 and up to 1, such as 0.9; {precision:g} is none.")
    reached = [probability for probability, right in REACHED if right >= precision]
    if not reached:
        raise UsageError(
            f"A precision of {precision:g} cannot be promised: on labelled claims the checks reach "
            f"{REACHED[-1][1]:g} at most. Seat a judge in an audit (--judge MODEL) for more."
        )
    return reached[0]
