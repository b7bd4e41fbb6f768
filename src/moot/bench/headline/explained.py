"""Can a headline be what it is said to be: so many solved of so many tasks? If not, how many trials explain it?"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal

from moot.bench.headline.row import Row

MOST_TRIALS = 10
"""Trials a task that are tried as an explanation."""


@dataclass(frozen=True, slots=True)
class Explained:
    """What stands behind the two headlines of a row."""

    repeats: int
    """Trials a task, as stated or inferred."""
    inferred: bool
    """No headline of single trials gives both figures, this number of trials does."""
    a: int | None
    """Solved trials of A, of tasks × repeats; None where no whole number gives the figure."""
    b: int | None

    @property
    def whole(self) -> bool:
        return self.a is not None and self.b is not None


def explain(row: Row) -> Explained:
    """Of a row with a number of tasks. Where trials are not stated, the smallest number that explains both figures."""
    assert row.tasks is not None
    stated = _of(row, row.repeats or 1, inferred=False)
    if stated.whole or row.repeats is not None:
        return stated
    tried = (_of(row, repeats, inferred=True) for repeats in range(2, MOST_TRIALS + 1))
    return next((each for each in tried if each.whole), stated)


def solved(score: Decimal, trials: int) -> int | None:
    """The whole number that is `score` percent of `trials`, rounded to the decimals of `score`; the nearest of several.

    Half a step off still counts, since nobody knows which way a half was rounded.
    """
    exact = score * trials / 100
    step = Decimal(1).scaleb(int(score.as_tuple().exponent))
    below = int(exact.to_integral_value(ROUND_FLOOR))
    near = min((below, below + 1), key=lambda count: abs(exact - count))
    off = abs(Decimal(near) * 100 / trials - score)
    return near if off * 2 <= step and near <= trials else None


def _of(row: Row, repeats: int, inferred: bool) -> Explained:
    trials = (row.tasks or 0) * repeats
    return Explained(repeats, inferred, solved(row.a, trials), solved(row.b, trials))
