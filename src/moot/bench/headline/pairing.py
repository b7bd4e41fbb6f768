"""Two headlines on the same tasks, when nobody says which task either solved: all ways in which they may pair.

What is unknown is the *discordance*, the share of tasks that exactly one of the two solves (of two single trials where
tasks were tried more than once):

- at least the difference of the scores;
- a + b - 2ab where the two have nothing to do with each other, as if they were unpaired;
- at most min(a + b, 2 - a - b), where each solves what the other does not;
- 8 to 25 % in published per-task results of models of like strength.

The more discordant, the less a difference shows.

With r trials a task a further unknown is the share of the variance of a task's difference that is *run noise*, s. More
trials shrink this share alone, so that n tasks count as n / (1 - s + s / r): between n and n × r.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import ceil, sqrt

from moot.bench.statistics.distributions import normal_quantile
from moot.bench.statistics.interval import ALPHA
from moot.bench.statistics.mcnemar import mcnemar
from moot.bench.statistics.power import POWER
from moot.bench.statistics.proportions import paired_score

PUBLISHED = (0.08, 0.25)
"""The discordance that published per-task results show."""
_SURE, _POWERFUL = normal_quantile(1 - ALPHA / 2), normal_quantile(POWER)


@dataclass(frozen=True)
class Pairing:
    """Scores and all differences are shares, 0 to 1."""

    a: float
    b: float
    tasks: int
    repeats: int = 1
    lead: int | None = None
    """Solved tasks of A less those of B, where each was tried once and both are known as whole numbers."""

    @property
    def difference(self) -> float:
        return self.a - self.b

    @property
    def smallest(self) -> float:
        """Of the discordance that these scores allow."""
        return abs(self.difference)

    @property
    def independent(self) -> float:
        """The discordance of two that have nothing to do with each other."""
        return max(self.smallest, self.a + self.b - 2 * self.a * self.b)

    @property
    def largest(self) -> float:
        return min(self.a + self.b, 2 - self.a - self.b)

    @cached_property
    def plausible(self) -> tuple[float, float]:
        """The published range, as far as these scores allow it and nothing beyond independence.

        A difference above 8 % forces more discordance than models of like strength show, so the range then reaches from
        there to independence; so it does from the smallest where the scores allow no 8 %.
        """
        low, high = PUBLISHED
        if self.smallest > low:
            return self.smallest, self.independent
        return (low if self.independent >= low else self.smallest), min(high, self.independent)

    def counted(self, noise: float) -> float:
        """As how many tasks, each tried once, they count where the share `noise` of the variance is run noise."""
        return self.tasks / (1 - noise + noise / self.repeats)

    def p(self, discordance: float, noise: float = 0.0) -> float:
        """Two-sided, of no difference: McNemar's test."""
        return mcnemar(*self._only(discordance, noise), self.counted(noise))

    def interval(self, discordance: float, noise: float = 0.0) -> tuple[float, float]:
        """95 % score interval of the difference; it holds zero exactly where p is not below 5 %."""
        return paired_score(*self._only(discordance, noise), self.counted(noise))

    def _only(self, discordance: float, noise: float) -> tuple[float, float]:
        """Of the tasks as they count, those that only A, only B, solves; where all are whole, of the nearest table."""
        if self.lead is not None:
            spare = max(0, round((discordance * self.tasks - abs(self.lead)) / 2))
            return spare + max(0, self.lead), spare + max(0, -self.lead)
        count = self.counted(noise)
        only_a, only_b = ((discordance + sign * self.difference) / 2 * count for sign in (1, -1))
        return max(0.0, only_a), max(0.0, only_b)

    def resolved_below(self, level: float, noise: float = 0.0) -> float | None:
        """The largest discordance at which p is under `level`; None where it is at none. p never falls with it."""
        if self.p(self.smallest, noise) >= level:
            return None
        low, high = self.smallest, self.largest
        if self.p(high, noise) < level:
            return high
        for _ in range(40):
            middle = (low + high) / 2
            low, high = (middle, high) if self.p(middle, noise) < level else (low, middle)
        return low

    def needed(self, discordance: float, noise: float = 0.0) -> int | None:
        """About how many tasks resolve a true difference as large as this one, with the power of plans; None for none.

        Of McNemar's test, by Connor (Biometrics 43:207, 1987): half a second a row faster than the exact power of
        `statistics.power`, and as near as "about" needs.
        """
        if not self.difference:
            return None
        square = self.difference**2
        reach = _SURE * sqrt(discordance) + _POWERFUL * sqrt(max(0.0, discordance - square))
        return max(self.tasks + 1, ceil(reach**2 / square * self.tasks / self.counted(noise)))
