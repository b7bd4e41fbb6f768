"""How tasks differ, as the power of repeated trials needs it: a shape assumed around what a plan knows.

Item response (De Boeck, Psychometrika 73:533, 2008): the logit of a side's chance to solve a task is normal over tasks,
equally spread for both sides and correlated between them. The spread is fitted to the flips, the correlation to the
discordance. Scores hardly matter beyond these, so they are taken to lie around one half, or as near to it as the noise
allows: a large difference with few flips has scores near 0, or by symmetry near 1.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from moot.bench.statistics.noise import Noise

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

_REACH, _NODES = 4.5, 181
"""Logits are summed so many standard deviations to each side, on so many points."""
_ALIKE = 0.998
"""The largest correlation that these points resolve."""
_WIDEST = 100.0
"""The widest spread of logits that they resolve; next to nothing flips there."""
_TRIED = 10
"""Scores that are tried, each half as far from the least."""


@dataclass(frozen=True)
class Responses:
    """Two sides' chances, each on points of its own, and how tasks spread over the pairs of points."""

    of_a: Floats
    of_b: Floats
    weights: Floats

    def differences(self, trials: int) -> Floats:
        """The share of tasks on which A's trials less B's are -trials to trials."""
        import numpy as np

        of_a, of_b = (_binomial(trials, chances) for chances in (self.of_a, self.of_b))
        k = np.arange(trials + 1)
        both = of_a @ self.weights @ of_b.T
        return np.bincount((k[:, None] - k + trials).ravel(), both.ravel()).astype(np.float64)


def responses(difference: float, noise: Noise) -> Responses | None:
    """Of sides with this noise, the better one first; None where tasks differ more than chances can."""
    d, found = abs(difference), None
    for middle in _middles(d, noise.run):
        of_a, of_b = _chances(middle + d / 2, middle - d / 2, noise.run)

        def nearer(alike: float, apart: Floats = of_a[:, None] - of_b - d) -> float:
            return noise.task - float((_bound(alike) * apart**2).sum())

        if nearer(-_ALIKE) > 0:
            return None
        found = Responses(of_a, of_b, _bound(_ALIKE))
        if nearer(_ALIKE) >= 0:
            return Responses(of_a, of_b, _bound(_root(nearer, -_ALIKE, _ALIKE)))
    return found


def _middles(d: float, flips: float) -> Iterator[float]:
    """Between both scores: from one half down to where all tasks are the same, or one side solves none."""
    least = max(d / 2, (1 - math.sqrt(max(0.0, 1 - 2 * flips - d * d))) / 2)
    for halved in range(_TRIED):
        yield least + (0.5 - least) / 2**halved
    yield least


def _chances(a: float, b: float, flips: float) -> tuple[Floats, Floats]:
    """Of sides with these scores, on equal steps of logits as widely spread as the flips demand."""
    import numpy as np

    z = np.linspace(-_REACH, _REACH, _NODES)
    normal = _bound(0.0).sum(axis=0)

    def of(score: float, spread: float) -> Floats:
        reach = _REACH * spread + 40
        middle = _root(lambda at: float(normal @ _logistic(at + spread * z)) - score, -reach, reach)
        return _logistic(middle + spread * z)

    def steadier(spread: float) -> float:
        return flips - sum(float(normal @ (p * (1 - p))) for p in (of(a, spread), of(b, spread)))

    spread = _root(steadier, 0.0, _WIDEST)
    return of(a, spread), of(b, spread)


def _bound(alike: float) -> Floats:
    """How often two normal numbers with this correlation fall on each pair of points."""
    import numpy as np

    z = np.linspace(-_REACH, _REACH, _NODES)
    weights = np.exp(-(z[:, None] ** 2 - 2 * alike * z[:, None] * z + z**2) / (2 - 2 * alike**2))
    return weights / weights.sum()


def _root(rising: Callable[[float], float], low: float, high: float) -> float:
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if rising(middle) < 0 else (low, middle)
    return (low + high) / 2


def _logistic(x: Floats) -> Floats:
    import numpy as np

    return 0.5 + 0.5 * np.tanh(x / 2)


def _binomial(n: int, chances: Floats) -> Floats:
    """A row for each number from 0 to n."""
    import numpy as np

    return np.stack([math.comb(n, k) * chances**k * (1 - chances) ** (n - k) for k in range(n + 1)])
