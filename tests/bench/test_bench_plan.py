"""Plans: tasks and repeats that a difference needs, against simulated comparisons and by the command."""

import json
import math
import re
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from typer.testing import CliRunner

from moot.bench import planned
from moot.bench.statistics.corners import corners
from moot.bench.statistics.interval import ALPHA
from moot.bench.statistics.means import mean_difference
from moot.bench.statistics.noise import Noise
from moot.cli import app
from moot.errors import UsageError

Floats = NDArray[np.float64]


def shown(*arguments: str) -> dict[str, object]:
    done = CliRunner().invoke(app, ["bench", "plan", "--json", *arguments], catch_exceptions=False)
    assert done.exit_code == 0
    return json.loads(done.stdout)


def test_more_noise_and_smaller_differences_need_more_tasks() -> None:
    def tasks(difference: float, discordance: float) -> int:
        found = planned.plan(planned.solved_or_not(difference, discordance=discordance)).options[0].tasks
        assert found is not None
        return found

    assert tasks(0.02, 0.15) > tasks(0.05, 0.15) > tasks(0.1, 0.15)
    assert tasks(0.05, 0.25) > tasks(0.05, 0.15) > tasks(0.05, 0.08)
    assert tasks(0.05, 0.15) == tasks(-0.05, 0.15) == pytest.approx(473, abs=15)  # 7.85 * 0.15 / 0.05²


def test_repeats_buy_what_runs_cost() -> None:
    situation = planned.solved_or_not(0.05, 0.6, 0.2, flips=0.2 - 0.05**2)
    once, *more = planned.plan(situation).options  # all noise is of runs: n tasks r times are n * r tasks
    assert once.tasks is not None
    for option in more:
        assert option.tasks == pytest.approx(once.tasks / option.repeats, abs=4 + once.tasks / 100)
    stubborn = planned.plan(planned.solved_or_not(0.05, 0.6, 0.2, flips=0.0)).options
    assert {option.tasks for option in stubborn[1:]} == {stubborn[1].tasks}  # no noise is: repeats buy nothing


def responding(hardness: float, suits: float, able: tuple[float, float]) -> tuple[Floats, Floats]:
    """Tasks that are normally hard, and suit a side normally more or less."""
    hard, of_a, of_b = np.random.default_rng(5).standard_normal((3, 100_000))
    a, b = (1 / (1 + np.exp(hardness * hard + suits * own - at)) for own, at in zip((of_a, of_b), able, strict=True))
    return a, b


def few_that_make_all_the_difference() -> tuple[Floats, Floats]:
    """Of the same chances on most tasks, which are near 0 and 1; on the rest one side's."""
    rng = np.random.default_rng(5)
    same = rng.beta(0.06, 0.05, 100_000)
    kind = rng.random(100_000)
    return np.where(kind < 0.05, 1.0, same), np.where(kind < 0.05, 0.05, np.where(kind < 0.06, 1.0, same))


def the_same_everywhere() -> tuple[Floats, Floats]:
    """The noise is of runs alone: half of the tasks nobody ever solves, most others are always solved."""
    b = np.random.default_rng(7).choice([0.0, 0.05, 0.5, 0.95], 100_000, p=[0.53, 0.02, 0.02, 0.43])
    return b + 0.05, b


SHAPES = {
    "scores near one half": responding(16.0, 1.8, (4.13, 2.05)),
    "nearly all solved": responding(5.2, 1.9, (9.8, 7.6)),
    "few that make all the difference": few_that_make_all_the_difference(),
    "the same everywhere": the_same_everywhere(),
}


def told(a: Floats, b: Floats) -> planned.Situation:
    """As much as a plan is told."""
    return planned.solved_or_not(
        float((a - b).mean()),
        discordance=float((a * (1 - b) + b * (1 - a)).mean()),
        flips=float((a * (1 - a) + b * (1 - b)).mean()),
    )


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize(("tasks", "repeats"), [(30, 5), (60, 3)])
def test_simulated_power_is_within_three_points_of_the_planned_range(shape: str, tasks: int, repeats: int) -> None:
    """Few tasks, whatever they are like: what a plan knows of them is taken from the chances themselves."""
    a, b = SHAPES[shape]
    situation, rng, times = told(a, b), np.random.default_rng(5), 4000
    drawn = rng.integers(len(a), size=(times, tasks))
    trials = (rng.binomial(repeats, a[drawn]) - rng.binomial(repeats, b[drawn])) / repeats
    seen = sum(mean_difference(each).p < ALPHA for each in trials) / times
    found = situation.power(tasks, repeats)
    assert found.least - 0.03 < seen < found.most + 0.03
    assert found == situation.power(tasks, repeats)


def test_a_range_of_power_is_narrow_where_it_matters() -> None:
    situation = planned.solved_or_not(0.05, discordance=0.15, flips=0.05)
    ranges = {tasks: situation.power(tasks, 5) for tasks in (30, 89, 400, 1500)}
    assert [round(each.most - each.least, 2) for each in ranges.values()] == sorted(
        (round(each.most - each.least, 2) for each in ranges.values()), reverse=True
    )
    assert ranges[400].most - ranges[400].least < 0.12 and ranges[1500].least > 0.99
    once = situation.power(89, 1)
    assert once.least == once.most  # no shape matters


@settings(deadline=None, max_examples=30)
@given(st.floats(0.02, 0.3), st.floats(0.05, 0.45), st.floats(0.001, 0.9), st.integers(1, 10), st.booleans())
def test_corners_have_the_difference_and_the_noise_that_were_given(
    difference: float, flips: float, apart: float, trials: int, plain: bool
) -> None:
    noise = Noise(apart * (1 - 2 * flips - difference**2), flips)
    assume(noise.task >= max(0.0, difference * (1 - difference) - flips))  # no difference without discordance
    found = corners(-difference, noise, trials, plain=plain)
    assert len(found.shares) and found.shares.min() >= 0
    assert found.shares.sum(axis=1) == pytest.approx(1)
    assert found.shares @ found.values == pytest.approx(difference, abs=1e-6)
    assert found.shares @ found.values**2 - difference**2 == pytest.approx(noise.of_task(trials), abs=1e-6)


def test_noises_that_chances_cannot_have_are_planned_by_the_normal_form() -> None:
    noise = Noise(0.3**2, 0.9**2)  # as few trials may show
    assert not len(corners(0.1, noise, 3, plain=False).shares)
    assert planned.graded(0.1, 0.3, 0.9).power(60, 3) == (pytest.approx(0.24, abs=0.02),) * 2


def test_what_is_said_of_tasks_and_repeats() -> None:
    few = planned.plan(planned.solved_or_not(0.023, 0.593, 0.2, 0.12), tasks=89)
    assert few.ceiling is not None and few.ceiling.most < 0.2
    assert few.advice.startswith("Only more tasks help")
    unknown = planned.plan(planned.solved_or_not(0.05, 0.6, 0.2))
    assert len(unknown.options) == 1 and "nothing can be said" in unknown.advice


@pytest.mark.long
def test_what_is_said_of_tasks_and_repeats_where_scores_are_graded() -> None:
    enough = planned.plan(planned.graded(0.05, 0.05, 0.6), tasks=400)
    assert enough.advice == "400 tasks are enough, with 3 trials a task."
    assert planned.plan(planned.graded(0.05, 0.3, 0.1)).advice.startswith("More tasks help, repeats hardly")
    assert planned.plan(planned.graded(0.05, 0.1, 0.4)).advice.startswith("Both help")


def test_costs_are_those_of_all_trials_of_both_sides() -> None:
    once, twice = planned.plan(planned.graded(0.05, 0.1, 0.4), trial_cost=Decimal("0.35")).options[:2]
    assert once.tasks is not None and twice.tasks is not None
    assert (once.trials, twice.trials) == (2 * once.tasks, 4 * twice.tasks)
    assert once.cost == Decimal("0.35") * 2 * once.tasks


def test_without_a_discordance_nothing_in_common_is_assumed() -> None:
    situation = planned.solved_or_not(0.05, 0.6)
    assert situation.assumed and situation.noise.of_task(1) + 0.05**2 == pytest.approx(0.65 * 0.4 + 0.35 * 0.6)


@pytest.mark.parametrize(
    ("difference", "task", "run", "power"),
    [
        pytest.param(0.03, 0.3, 0.4, 0.8, marks=pytest.mark.long),
        pytest.param(0.05, 0.05, 0.1, 0.9, marks=pytest.mark.long),
        (0.2, 0.0, 0.5, 0.5),
        (0.3, 0.5, 0.9, 0.8),
    ],
)
def test_the_tasks_of_a_plan_have_the_power_asked_for(difference: float, task: float, run: float, power: float) -> None:
    situation = planned.graded(difference, task, run)
    for option in planned.plan(situation, power).options:
        assert option.tasks is not None
        assert situation.power(option.tasks, option.repeats).least > power - 0.01  # simulated
        assert situation.power(option.tasks * 9 // 10, option.repeats).least < power


@pytest.mark.long
@pytest.mark.parametrize(("task", "run", "repeats"), [(0.05, 0.4, 1), (0.2, 0.3, 3), (0.3, 0.1, 2)])
@pytest.mark.parametrize("difference", [0.04, 0.1])
def test_graded_plans_hold_in_simulated_comparisons(task: float, run: float, repeats: int, difference: float) -> None:
    situation = planned.graded(difference, task, run)
    option = next(each for each in planned.plan(situation).options if each.repeats == repeats)
    assert option.tasks is not None
    rng = np.random.default_rng(11)
    spread = math.sqrt(situation.noise.of_task(repeats))
    seen = sum(mean_difference(rng.normal(difference, spread, option.tasks)).p < ALPHA for _ in range(3000))
    assert seen / 3000 >= 0.8 - 0.03, "so many tasks are enough, however tasks differ"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"difference": 0.0, "base": 0.5}, "No number of tasks"),
        ({"difference": 0.05}, "Without a discordance"),
        ({"difference": 3}, r"between -1 and 1 \(3 percent is 0.03\)"),
        ({"difference": 0.03, "discordance": 15}, r"\(15 percent is 0.15\)"),
        ({"difference": 0.2, "base": 0.9}, "base score plus the difference cannot be 1.1"),
        ({"difference": 0.1, "base": 0.5, "discordance": 0.05}, "discordance cannot be 0.05"),
        ({"difference": 0.02, "base": 0.05, "discordance": 0.2}, "discordance cannot be 0.2"),
        ({"difference": 0.1, "base": 0.5, "discordance": 0.2, "flips": 0.3}, "share of flips cannot be 0.3"),
        ({"difference": 0.1, "discordance": 0.9, "flips": 0.2}, "flips cannot be 0.2: here it lies between 0 and 0.1"),
        ({"difference": math.nan, "base": 0.5}, "difference cannot be nan"),
    ],
)
def test_what_cannot_be_is_refused(given: dict[str, float], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        planned.solved_or_not(**given)


def test_the_command_says_what_is_needed() -> None:
    found = shown(
        "--difference", "0.05", "--discordance", "0.15", "--flips", "0.05", "--trial-cost", "0.4", "--tasks", "89"
    )
    assert [each["repeats"] for each in found["options"]] == list(planned.REPEATS)  # type: ignore[index, attr-defined]
    done = CliRunner().invoke(app, ["bench", "plan", "--difference", "0.05", "--discordance", "0.15"])
    assert done.exit_code == 0 and "power 80%" in done.stdout and "More tasks help" in done.stdout
    assert "USD" not in done.stdout  # nobody said what a trial costs
    assert "ranges" not in done.stdout  # one trial a task is summed exactly
    said = ["bench", "plan", "--difference", "0.05", "--discordance", "0.15", "--flips", "0.05", "--tasks", "89"]
    ranges = CliRunner().invoke(app, said).stdout
    assert "a standard error of 0.7 points" in ranges and re.search(r"\d–\d+%", ranges)


def test_with_the_difference_alone_it_is_planned_over_the_discordance_of_published_results() -> None:
    least, most = shown("--difference", "0.03")["plans"]  # type: ignore[misc]
    for plan, discordance in ((least, 0.08), (most, 0.25)):
        asked = shown("--difference", "0.03", "--discordance", str(discordance))
        assert plan == asked
    done = CliRunner().invoke(app, ["bench", "plan", "--difference", "0.03", "--tasks", "500"])
    assert done.exit_code == 0 and "discordance 8.0%" in done.stdout and "discordance 25.0%" in done.stdout
    large = planned.usual(-0.5)
    assert [each.noise.of_task(1) for each in large] == [pytest.approx(0.25)]  # all that differ, differ one way
    with pytest.raises(UsageError, match="No number of tasks"):
        planned.usual(0.0)
    with pytest.raises(UsageError, match="difference cannot be 3"):
        planned.usual(3)


@pytest.mark.parametrize(
    "wrong",
    [
        ["--trial-cost", "cheap"],
        ["--trial-cost", "-1"],
        ["--trial-cost", "NaN"],
        ["--tasks", "0"],
        ["--power", "1"],
        ["--task-noise", "0.1"],
        ["--task-noise", "0.1", "--run-noise", "0.1"],
    ],
)
def test_the_command_refuses_what_cannot_be(wrong: list[str]) -> None:
    done = CliRunner().invoke(app, ["bench", "plan", "--difference", "0.05", "--discordance", "0.15", *wrong])
    assert isinstance(done.exception, UsageError)
    assert str(done.exception).endswith(".")


def test_a_base_score_that_noises_have_no_use_for_is_refused() -> None:
    noises = ["--task-noise", "0.1", "--run-noise", "0.1"]
    done = CliRunner().invoke(app, ["bench", "plan", "--difference", "0.05", *noises, "--base", "0.5"])
    assert isinstance(done.exception, UsageError) and "--base" in str(done.exception)
