"""Results of a contestant on a benchmark, trial by trial: formats are read to them, verdicts are made of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Trial:
    """One attempt at one task."""

    task: str
    score: float | None
    """From 0 (failed) to 1 (solved); None where there is none: `error` says why."""
    repeat: int = 1
    """Which attempt at this task, from 1."""
    error: str = ""
    """Why the attempt ended without a score. An error is neither a success nor, by itself, a failure."""
    group: str = ""
    """What the task shares with others, such as its repository: tasks of one group are not independent."""
    kind: str = ""
    """What makes the task hard, where the benchmark says: figures are given for each kind too."""
    parts: tuple[tuple[str, float], ...] = ()
    """Sides of the score that were marked apart, each 0 to 1, by name."""
    cost: Decimal | None = None
    """USD; None where nobody counted."""
    seconds: float | None = None
    output_tokens: int | None = None
    record: str = ""
    """Where the attempt can be looked at: a run, a log, a path in a results folder."""


@dataclass(frozen=True)
class Results:
    """All trials of one contestant on one benchmark, as one place states them."""

    benchmark: str
    contestant: str
    trials: tuple[Trial, ...]
    harness: str = ""
    """What drove the contestant (agent, scaffold, version), where stated."""
    origin: str = ""
    """The file or run that they come from."""
    scored_by: str = ""
    """The metric, scorer or column that its scores are, where the place has names for them."""
    instead_of: tuple[str, ...] = ()
    """Others that the place has, where nobody said which is meant."""
    stated: float | None = None
    """The headline that the same place states, 0 to 1."""
    tasks_stated: int | None = None
    """How many tasks the same place says there are."""
    trials_stated: int | None = None
    """How many trials the same place says there are."""
    best_of: int = 1
    """How many tries one trial had, as the same place says, of which the best or last counts."""
    reducer: str = ""
    """How the same place makes one score of a task's trials, where it says: `median`, `pass_at_2`; else by their
    mean."""
    over_kinds: str = ""
    """By what the same place sorts its tasks, where its headline is the mean of what each sort has, as `grouped(all=
    "groups")` of inspect_ai makes it: those are the kinds of the trials."""
    members: tuple[str, ...] = ()
    """Of a panel: the models that sit in it, each once."""
    protocol: str = ""
    """Of a panel: how it argues; `vote` is self-consistency."""
    settings: Mapping[str, str] = field(default_factory=dict[str, str])
    """Further conditions that both sides of a comparison should share: time limit, tools, dataset version."""

    @cached_property
    def scored_tasks(self) -> frozenset[str]:
        """Tasks of which at least one trial has a score."""
        return frozenset(trial.task for trial in self.trials if trial.score is not None)

    @cached_property
    def by_task(self) -> dict[str, tuple[Trial, ...]]:
        """Trials of each task, in the order of their repeats; tasks in the order of their first trial."""
        found: dict[str, list[Trial]] = {}
        for trial in self.trials:
            found.setdefault(trial.task, []).append(trial)
        return {task: tuple(sorted(trials, key=lambda each: each.repeat)) for task, trials in found.items()}
