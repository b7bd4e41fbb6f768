"""The ways in which items can be made a headline: what is stated is one of them, or none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from moot.bench import reduced
from moot.bench.results import Results, Trial

TOLERANCE = 0.00051
"""Half of the last figure of a headline such as 61.6 %, 0 to 1."""


@dataclass(frozen=True)
class Ways:
    """Headlines of one contestant's items. Errors are trials without a score."""

    results: Results

    @cached_property
    def tasks(self) -> Mapping[str, Sequence[float | None]]:
        """Scores of each task's trials, None for errors."""
        found: dict[str, list[float | None]] = {}
        for trial in self.results.trials:
            found.setdefault(trial.task, []).append(trial.score)
        return found

    @cached_property
    def means(self) -> list[float]:
        """Of each task, errors as failures."""
        return [sum(score or 0.0 for score in scores) / len(scores) for scores in self.tasks.values()]

    @cached_property
    def headline(self) -> float | None:
        """Every task counts the same, whatever its trials; an error is a failure. None of no tasks."""
        return sum(self.means) / len(self.means) if self.means else None

    @cached_property
    def errors_dropped(self) -> float | None:
        """Every task counts the same; trials without a score are left out, and tasks that have no other."""
        scored = [[score for score in scores if score is not None] for scores in self.tasks.values()]
        means = [sum(each) / len(each) for each in scored if each]
        return sum(means) / len(means) if means else None

    @cached_property
    def others(self) -> Mapping[str, float]:
        """Further ways by what they do, in words that go on from "the stated figure"."""
        found = {
            reduced.words(self.results.reducer): self.reduced,
            f"is the mean of groups by {self.results.over_kinds}, so that tasks of small ones count more": self.by_kind,
            "leaves out the trials without a score": self.errors_dropped,
            "averages over trials, so that tasks with more trials count more": self._over_trials(keep=True),
            "averages over trials and leaves out those without a score": self._over_trials(keep=False),
            "counts the first trial of each task only": self.first,
            "counts the tasks that are missing as failures": self.missing_failed,
        }
        return {way: share for way, share in found.items() if way and share is not None}

    @cached_property
    def reduced(self) -> float | None:
        """One score of each task as the place says that it makes it; trials without a score are left out."""
        tasks = [[trial.score for trial in each if trial.score is not None] for each in self.results.by_task.values()]
        return reduced.headline(self.results.reducer, tasks)

    @cached_property
    def by_kind(self) -> float | None:
        """Every kind of task counts the same; trials without a score are left out. None where the place has no such."""
        if not self.results.over_kinds:
            return None
        kinds: dict[str, list[float]] = {}
        for trials in self.results.by_task.values():
            if scores := [trial.score for trial in trials if trial.score is not None]:
                kinds.setdefault(trials[0].kind, []).append(sum(scores) / len(scores))
        means = [sum(each) / len(each) for each in kinds.values()]
        return sum(means) / len(means) if means else None

    @cached_property
    def best(self) -> float | None:
        """Of each task the best trial."""
        best = [max((score or 0.0 for score in scores), default=0.0) for scores in self.tasks.values()]
        return sum(best) / len(best) if best else None

    @cached_property
    def best_of(self) -> int:
        """Of how many trials the stated figure is the best; 1 where it is none of several."""
        most, stated = max((len(scores) for scores in self.tasks.values()), default=1), self.results.stated
        if most == 1 or same(stated, self.headline):
            return 1
        if same(stated, self.reduced):
            return reduced.best_of(self.results.reducer, most)
        return most if same(stated, self.best) else 1

    @cached_property
    def first(self) -> float | None:
        """Of each task the first trial, an error as a failure."""
        firsts = [trials[0].score or 0.0 for trials in self.results.by_task.values()]
        return sum(firsts) / len(firsts) if firsts else None

    @cached_property
    def trials_as_tasks(self) -> bool:
        """Whether what the place calls its tasks are the trials of fewer tasks."""
        stated, tasks, trials = self.results.tasks_stated or 0, len(self.means), len(self.results.trials)
        most = max((len(scores) for scores in self.tasks.values()), default=0)
        return most > 1 and stated > tasks and (stated == trials or stated == tasks * most)

    @cached_property
    def missing_failed(self) -> float | None:
        """Over the tasks that the place says there are; None where none is missing."""
        stated = self.results.tasks_stated or 0
        return sum(self.means) / stated if stated > len(self.means) and not self.trials_as_tasks else None

    def _over_trials(self, *, keep: bool) -> float | None:
        scores = [trial.score or 0.0 for trial in self.results.trials if keep or trial.score is not None]
        return sum(scores) / len(scores) if scores else None

    def over(self, tasks: set[str]) -> float | None:
        """The headline of these tasks only."""
        means = [mean for task, mean in zip(self.tasks, self.means, strict=True) if task in tasks]
        return sum(means) / len(means) if means else None


def same(one: float | None, other: float | None) -> bool:
    """Whether two headlines are the same, to the last figure that is published."""
    return one is not None and other is not None and abs(one - other) <= TOLERANCE


def first_of(trials: Sequence[Trial]) -> float | None:
    """The headline of the first trials alone: of several with one task and repeat, the first counts."""
    kept: dict[tuple[str, int], float] = {}
    for trial in trials:
        kept.setdefault((trial.task, trial.repeat), trial.score or 0.0)
    sums: dict[str, list[float]] = {}
    for (task, _), score in kept.items():
        sums.setdefault(task, []).append(score)
    return sum(sum(each) / len(each) for each in sums.values()) / len(sums) if sums else None
