"""Where the spread of a difference comes from: tasks that suit one contestant, and runs that fall out differently."""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True)
class Noise:
    """Variance components of A's less B's score on one task, one trial a side."""

    task: float
    """Of the true difference, from task to task. More tasks lessen it, more repeats do not."""
    run: float
    """Of one trial around it, both sides together. Repeats lessen it too."""

    def of_task(self, repeats: float) -> float:
        """Variance of the difference of one task, each side the mean of `repeats` trials."""
        return self.task + self.run / repeats

    @property
    def spreads(self) -> tuple[float, float]:
        """Standard deviations: of tasks, of runs."""
        return math.sqrt(self.task), math.sqrt(self.run)


def components(between: float, a_run: float, b_run: float, a_share: float, b_share: float) -> Noise:
    """Task and run noise by analysis of variance.

    `between`: variance of the differences of task means; `a_run`, `b_run`: variance of a side's trials within a task;
    `a_share`, `b_share`: mean over the tasks of one over the side's trials. What repeats leave in the means is taken
    off; where nothing remains, tasks add nothing.
    """
    return Noise(max(0.0, between - a_run * a_share - b_run * b_share), a_run + b_run)
