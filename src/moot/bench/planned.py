"""How many tasks and repeats a difference needs before anybody can see it, and which of the two helps."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from moot.bench.headline.pairing import PUBLISHED
from moot.bench.statistics.corners import Corners, Power, corners
from moot.bench.statistics.noise import Noise
from moot.bench.statistics.power import POWER, mcnemar_power, mean_power, tasks_for
from moot.errors import UsageError

REPEATS = (1, 2, 3, 5, 10)
"""Trials a task that a plan looks at."""
_STEPS = 6
"""How often the weakest corners are looked for anew; mostly once is enough."""


@dataclass(frozen=True)
class Situation:
    """Two contestants, as far as a plan needs to know them. All are shares, 0 to 1."""

    difference: float
    """The true one, A less B, that is to be seen."""
    noise: Noise
    plain: bool
    """A trial is solved or not: with one trial a side, McNemar's test."""
    split: bool
    """How much of the noise is of runs is known; without it nothing can be said of repeats."""
    assumed: bool = False
    """Nobody gave the discordance: it is that of two contestants that have nothing in common."""

    def power(self, tasks: int, repeats: float) -> Power:
        """Probability that a comparison of so many tasks, judged alone, says who leads; a range where it is not known
        how tasks differ."""
        if tasks < 2:
            return Power(0.0, 0.0)
        if self.exact(repeats):
            summed = self._summed(tasks)
            return Power(summed, summed)
        evenly = self._evenly(tasks, repeats)
        found = self._corners(repeats).power(tasks) or Power(evenly, evenly)
        return found if self.plain else Power(min(found.least, evenly), max(found.most, evenly))

    def least(self, repeats: float, about: int) -> Callable[[int], float]:
        """The least that the power may be, by the number of tasks, which is not far from `about`."""
        if self.exact(repeats):
            return self._summed
        weakest, _ = self._corners(repeats).ends(about)

        def least(tasks: int) -> float:
            powers = weakest.powers(tasks)
            return min(powers) if self.plain and powers else min((*powers, self._evenly(tasks, repeats)))

        return least

    def exact(self, repeats: float) -> bool:
        """Whether the power needs no more than is known: of one trial a task, solved or not."""
        return self.plain and repeats == 1

    def _summed(self, tasks: int) -> float:
        return mcnemar_power(tasks, self.difference, self.noise.of_task(1) + self.difference**2)

    def _evenly(self, tasks: int, repeats: float) -> float:
        return mean_power(tasks, self.difference, self.noise.of_task(repeats))

    def _corners(self, repeats: float) -> Corners:
        return corners(self.difference, self.noise, repeats, plain=self.plain)


@dataclass(frozen=True)
class Option:
    """One way to resolve the difference."""

    repeats: int
    tasks: int | None
    """The fewest, however tasks differ; None: more than ten million."""
    trials: int | None
    """Of both sides together."""
    cost: Decimal | None
    """USD, where the cost of a trial was given."""
    power: Power | None
    """With the tasks that there are, where their number was given."""


@dataclass(frozen=True)
class Plan:
    situation: Situation
    wanted: float
    """The power asked for."""
    tasks: int | None
    """How many tasks there are, where it was said."""
    options: tuple[Option, ...]
    ceiling: Power | None
    """The power of those tasks with repeats without end; None where nobody gave their number, or the noise of runs."""
    advice: str
    """Whether more tasks or more repeats help, in a sentence."""


def solved_or_not(
    difference: float, base: float | None = None, discordance: float | None = None, flips: float | None = None
) -> Situation:
    """Contestants whose trials are solved or not.

    `base`: B's score; `discordance`: share of tasks that exactly one of two trials, one of each side, solves; without
    it that of two contestants who have nothing in common, the most that is plausible, which needs `base`. `flips`:
    share of tasks on which two trials of one contestant differ, the mean of both sides. With p and q the probabilities
    that A and B solve a task, discordance is var(p - q) + difference² + flips. Raises `UsageError` for what cannot be.
    """
    _between("difference", difference, -1, 1)
    if not difference:
        raise UsageError("No number of tasks shows a difference of 0: give the smallest that would matter.")
    if base is not None:
        _between("base score", base, 0, 1)
        _between("base score plus the difference", base + difference, 0, 1)
    assumed = discordance is None
    if discordance is None:
        if base is None:
            raise UsageError(
                "Without a discordance (the share of tasks that only one side solves) give at least the base score."
            )
        discordance = base * (1 - base - difference) + (base + difference) * (1 - base)
        discordance = max(discordance, abs(difference))
    most = 1.0 if base is None else min(2 * base + difference, 2 - 2 * base - difference)
    _between("discordance", discordance, abs(difference), most)
    if flips is not None:
        _between("share of flips", flips, 0, max(0.0, min(discordance - difference**2, 1 - discordance)))
    task = max(0.0, discordance - difference**2 - (flips or 0.0))
    return Situation(difference, Noise(task, flips or 0.0), plain=True, split=flips is not None, assumed=assumed)


def usual(difference: float) -> tuple[Situation, ...]:
    """Where nothing but the difference is known: the least and the most discordance that published results show."""
    _between("difference", difference, -1, 1)
    plausible = dict.fromkeys(max(each, abs(difference)) for each in PUBLISHED)
    return tuple(solved_or_not(difference, discordance=each) for each in plausible)


def graded(difference: float, task_noise: float, run_noise: float) -> Situation:
    """Contestants by the standard deviations that a verdict gives (`task_noise`, `run_noise`). Raises `UsageError`."""
    _between("difference", difference, -1, 1)
    _between("task noise", task_noise, 0, 1)
    _between("run noise", run_noise, 0, math.sqrt(2))
    if not difference:
        raise UsageError("No number of tasks shows a difference of 0: give the smallest that would matter.")
    return Situation(difference, Noise(task_noise**2, run_noise**2), plain=False, split=True)


def plan(
    situation: Situation, power: float = POWER, tasks: int | None = None, trial_cost: Decimal | None = None
) -> Plan:
    """Ways to see the difference with this power; `tasks`: how many there are; `trial_cost`: USD, of one trial.

    Raises `UsageError` for what cannot be.
    """
    if not 0.05 < power < 1:
        raise UsageError(f"A power of {power:g} cannot be planned: it is a share between 0.05 and 1, such as 0.8.")
    if tasks is not None and tasks < 1:
        raise UsageError(f"There cannot be {tasks} tasks: give a number from 1.")
    if trial_cost is not None and trial_cost < 0:
        raise UsageError(f"A trial cannot cost {trial_cost} USD: give 0 or more.")
    options: list[Option] = []
    for repeats in REPEATS if situation.split else (1,):
        needed = _needed(situation, repeats, power)
        trials = None if needed is None else 2 * needed * repeats
        cost = None if trials is None or trial_cost is None else trials * trial_cost
        reached = None if tasks is None else situation.power(tasks, repeats)
        options.append(Option(repeats, needed, trials, cost, reached))
    ceiling = None if tasks is None or not situation.split else situation.power(tasks, math.inf)
    return Plan(situation, power, tasks, tuple(options), ceiling, _advice(situation, power, tasks, options, ceiling))


def _needed(situation: Situation, repeats: int, power: float) -> int | None:
    """From the normal form, which is near, to what is asked: anew while other corners are the weakest there."""
    variance = situation.noise.of_task(repeats)
    near = tasks_for(lambda n: mean_power(n, situation.difference, variance), power)
    for _ in range(_STEPS):
        if near is None:
            break
        found = tasks_for(situation.least(repeats, near), power, near=near)
        if found is None or found <= near:
            return found
        near = found
    return near


def _advice(situation: Situation, power: float, tasks: int | None, options: list[Option], ceiling: Power | None) -> str:
    if tasks is not None:
        enough = next((each for each in options if each.tasks is not None and each.tasks <= tasks), None)
        if enough:
            return f"{tasks:,} tasks are enough, with {_times(enough.repeats)} a task."
        if ceiling is not None and ceiling.least >= power:
            return f"{tasks:,} tasks can be enough, with more than {_times(options[-1].repeats)} a task."
        if ceiling is not None and ceiling.most >= power:
            return f"{tasks:,} tasks may be enough or not: that depends on how tasks differ. More tasks make it sure."
        if ceiling is not None:
            return (
                f"Only more tasks help: repeats without end leave {tasks:,} tasks at a power of at most "
                f"{ceiling.most:.0%}, since tasks differ in whom they suit."
            )
    once = options[0].tasks
    if not situation.split or once is None:
        return "More tasks help; of repeats nothing can be said without the share of flips, or the noise of runs."
    share = situation.noise.run / situation.noise.of_task(1) if situation.noise.of_task(1) else 0.0
    fewest = options[-1].tasks
    saved = f"{_times(options[-1].repeats)} a task need {fewest:,} tasks in place of {once:,}" if fewest else ""
    if share < 0.25:
        return f"More tasks help, repeats hardly: runs make {share:.0%} of the noise ({saved})."
    return (
        f"Both help: runs make {share:.0%} of the noise ({saved}), but at the same number of trials more tasks are "
        "never worse."
    )


def _times(repeats: int) -> str:
    return "1 trial" if repeats == 1 else f"{repeats} trials"


def _between(what: str, value: float, low: float, high: float) -> None:
    if not low - 1e-12 <= value <= high + 1e-12:  # false of NaN too
        percent = f" ({value:g} percent is {value / 100:g})" if 1 < abs(value) <= 100 else ""
        raise UsageError(f"The {what} cannot be {value:g}: here it lies between {low:.4g} and {high:.4g}{percent}.")
