"""The paired bootstrap by task or group: what most publish. On few tasks its intervals are too narrow (see `means`)."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from moot.bench.statistics.interval import ALPHA, Interval

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

RESAMPLES = 2000
_CELLS = 4_000_000
"""Counts held at once."""


def bootstrap(
    differences: NDArray[np.float64], groups: NDArray[np.int64] | None = None, resamples: int = RESAMPLES
) -> Interval:
    """95 % percentile interval of the mean (Efron, Ann Stat 7:1, 1979), whole groups drawn where there are any.

    The seed comes from the differences: the same gives the same.
    """
    import numpy as np

    sums, sizes = differences, np.ones(len(differences))
    if groups is not None:
        sums, sizes = np.bincount(groups, weights=differences), np.bincount(groups).astype(np.float64)
    units = len(sums)
    rng = np.random.default_rng(zlib.crc32(np.ascontiguousarray(differences).tobytes()))
    means: list[NDArray[np.float64]] = []
    at_once = max(1, _CELLS // units)
    for start in range(0, resamples, at_once):
        drawn = rng.multinomial(units, np.full(units, 1 / units), size=min(at_once, resamples - start))
        means.append((drawn @ sums) / (drawn @ sizes))
    low, high = np.quantile(np.concatenate(means), [ALPHA / 2, 1 - ALPHA / 2])
    return Interval(float(low), float(high))
