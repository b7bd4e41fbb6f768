"""Verdicts from trials: who leads, ties, what is not resolved, errors, groups, repeats, and bad input."""

import dataclasses
import math
import random
import time
from collections.abc import Callable, Sequence

import pytest
import scipy.stats
from hypothesis import given, settings
from hypothesis import strategies as st

from moot.bench.judged import judge
from moot.bench.results import Results, Trial
from moot.bench.verdict import Outcome, Verdict
from moot.errors import NotComparable, UsageError


def results(contestant: str, trials: list[Trial], benchmark: str = "bench") -> Results:
    return Results(benchmark, contestant, tuple(trials))


def once(contestant: str, scores: Sequence[float | None], benchmark: str = "bench", group: str = "") -> Results:
    """One trial a task; `group`: a letter a task."""
    names = [*group] or [""] * len(scores)
    trials = [Trial(f"t{n}", score, group=names[n]) for n, score in enumerate(scores)]
    return results(contestant, trials, benchmark)


def table(both: int, a_only: int, b_only: int, neither: int, benchmark: str = "bench") -> tuple[Results, Results]:
    a = [1.0] * (both + a_only) + [0.0] * (b_only + neither)
    b = [1.0] * both + [0.0] * a_only + [1.0] * b_only + [0.0] * neither
    return once("A", a, benchmark), once("B", b, benchmark)


def only(rows: tuple[Results, Results], margin: float = 0.01) -> Verdict:
    (verdict,) = judge([rows], margin)
    return verdict


def drawn(contestant: str, tasks: int, repeats: int, chance: Callable[[int], float], seed: int) -> Results:
    rng = random.Random(f"{contestant}{seed}")
    trials = [Trial(f"t{n}", float(rng.random() < chance(n)), k) for n in range(tasks) for k in range(1, repeats + 1)]
    return results(contestant, trials)


def test_a_clear_lead_is_said_with_its_interval() -> None:
    verdict = only(table(60, 30, 5, 5))
    assert verdict.outcome is Outcome.A_LEADS
    assert (verdict.a, verdict.b, verdict.difference) == pytest.approx((0.9, 0.65, 0.25))
    assert verdict.p == pytest.approx(scipy.stats.chi2.sf(25**2 / 35 * 99 / 100, 1))
    assert 0 < verdict.low < 0.25 < verdict.high
    assert verdict.odds > 0.99 and verdict.needed is None
    assert (verdict.tasks, verdict.repeats) == (100, 1)
    assert "McNemar" in verdict.method and "Tango" in verdict.method


def test_the_other_way_round_is_the_mirror() -> None:
    a, b = table(60, 5, 30, 5)
    verdict, mirror = only((a, b)), only((b, a))
    assert (verdict.outcome, mirror.outcome) == (Outcome.B_LEADS, Outcome.A_LEADS)
    assert (mirror.low, mirror.high) == pytest.approx((-verdict.high, -verdict.low))


@pytest.mark.parametrize("discordant", [40, 60, 80, 100, 124])
def test_two_points_on_500_tasks_are_not_resolved(discordant: int) -> None:
    a_only = (discordant - 10) // 2
    verdict = only(table(394 - a_only, a_only, a_only + 10, 500 - 404 - a_only))
    assert (verdict.a, verdict.b) == (0.788, 0.808)
    assert verdict.outcome is Outcome.UNRESOLVED
    assert verdict.needed is not None and verdict.needed > 1000


def test_a_tie_is_an_interval_within_the_margin() -> None:
    level = table(2960, 20, 20, 0)
    assert only(level, 0.02).outcome is Outcome.TIE
    assert only(level, 0.001).outcome is Outcome.UNRESOLVED
    assert only(level, 0.001).needed is None  # no number of tasks shows a difference of nothing
    small = only(table(9900, 70, 30, 0), 0.01)
    assert small.p < 0.05 and small.outcome is Outcome.TIE
    assert any("smaller than the margin" in note for note in small.notes)


def test_rows_asked_together_must_be_surer() -> None:
    near = table(60, 22, 9, 9, "near")
    assert only(near).outcome is Outcome.A_LEADS
    rows = [near, *(table(60, 5, 5, 30, f"level {n}") for n in range(5))]
    verdict = judge(rows)[0]
    assert verdict.p == only(near).p and verdict.adjusted == pytest.approx(6 * verdict.p)
    assert verdict.outcome is Outcome.UNRESOLVED and verdict.low > 0
    assert any("Holm" in note for note in verdict.notes)
    assert verdict.needed is not None and verdict.needed > verdict.tasks
    assert [each.row for each in judge(rows)] == ["near", *(f"level {n}" for n in range(5))]


def test_trials_of_one_task_are_no_further_tasks() -> None:
    """Twelve tasks that suit A, eight that suit B, each tried 50 times: twenty tasks, not a thousand."""
    tasks = [Trial(f"t{n}", float(n < 12), k) for n in range(20) for k in range(50)]
    others = [dataclasses.replace(trial, score=1 - (trial.score or 0)) for trial in tasks]
    verdict = only((results("A", tasks), results("B", others)))
    assert verdict.outcome is Outcome.UNRESOLVED and verdict.p > 0.3
    assert (verdict.tasks, verdict.repeats) == (20, 50)
    assert verdict.run_noise == 0
    assert verdict.task_noise == pytest.approx(1.005, abs=0.01)


def test_run_noise_is_told_from_task_noise() -> None:
    verdict = only((drawn("A", 800, 5, lambda n: 0.5, 1), drawn("B", 800, 5, lambda n: 0.5, 1)))
    assert verdict.run_noise == pytest.approx(math.sqrt(0.5), rel=0.05)
    assert verdict.task_noise is not None and verdict.task_noise < 0.12
    assert only(table(5, 5, 5, 5)).run_noise is None


def test_alike_tasks_count_less() -> None:
    a, b = [1.0] * 30 + [0.0] * 10, [0.0] * 30 + [1.0] * 10
    alone = only((once("A", a), once("B", b)))
    letters = "".join(letter * 10 for letter in "wxyz")
    alike = only((once("A", a, group=letters), once("B", b, group=letters)))
    assert alone.outcome is Outcome.A_LEADS
    assert alike.outcome is Outcome.UNRESOLVED
    assert "groups" in alike.method and "groups" not in alone.method
    named = only((once("A", a, group=letters), once("B", b)))  # one side may say nothing of groups
    assert named == alike


def test_an_error_is_set_aside_and_said_where_it_matters() -> None:
    a = once("A", [1.0] * 40 + [None] * 30 + [0.0] * 30)
    b = once("B", [1.0] * 37 + [0.0] * 3 + [1.0] * 30 + [0.0] * 30)
    verdict = only((a, b))
    assert (verdict.tasks, verdict.errors) == (70, (30, 0))
    assert verdict.outcome is Outcome.UNRESOLVED and verdict.difference > 0
    assert verdict.errors_as_failures is Outcome.B_LEADS
    assert any("30 tasks" in note for note in verdict.notes)


def test_an_error_that_changes_nothing_is_only_counted() -> None:
    a, b = table(60, 30, 5, 5)
    lost = dataclasses.replace(a.trials[-1], score=None, error="timeout")
    verdict = only((dataclasses.replace(a, trials=(*a.trials[:-1], lost)), b))
    assert (verdict.tasks, verdict.errors, verdict.errors_as_failures) == (99, (1, 0), None)


def test_of_a_repeated_task_the_trials_without_error_are_kept() -> None:
    trials = [Trial("t", 1.0, 1), Trial("t", None, 2, "timeout"), *(Trial(f"u{n}", 0.0) for n in range(9))]
    others = [Trial("t", 0.0), *(Trial(f"u{n}", 0.0) for n in range(9))]
    verdict = only((results("A", trials), results("B", others)))
    assert verdict.a == pytest.approx(0.1) and verdict.tasks == 10


def test_a_bootstrap_that_says_otherwise_is_set_beside() -> None:
    a, b = once("A", [0.6] * 5 + [0.5] * 25), once("B", [0.5] * 4 + [0.0] + [0.5] * 25)
    verdict = only((a, b))
    assert verdict.outcome is Outcome.UNRESOLVED and 0.05 <= verdict.p < 0.3
    assert any("bootstrap gives +0." in note for note in verdict.notes)


def test_few_groups_are_said() -> None:
    groups = "".join(letter * 2 for letter in "abcdefghijklmnopqrstuvwxyz")
    scores = [float(n % 3 > 0) for n in range(52)]
    many = only((once("A", scores, group=groups), once("B", scores[::-1])))
    few = only((once("A", scores[:20], group=groups[:20]), once("B", scores[::-1][:20])))
    assert any("only 10 groups" in note for note in few.notes)
    assert not any("only" in note for note in many.notes)


def test_only_common_tasks_are_compared() -> None:
    a = results("A", [Trial(f"t{n}", 1.0) for n in range(30)])
    b = results("B", [Trial(f"t{n}", 0.0) for n in range(20, 45)])
    verdict = only((a, b))
    assert (verdict.tasks, verdict.a, verdict.b) == (10, 1, 0)
    assert any("20 tasks that only A, and 15 that only B" in note for note in verdict.notes)


@pytest.mark.parametrize("score", [0.0, 0.4, 1.0])
def test_without_any_variance_there_is_still_a_verdict(score: float) -> None:
    a, b = once("A", [score] * 50), once("B", [score] * 50)
    verdict = only((a, b))
    assert verdict.outcome is Outcome.UNRESOLVED
    assert verdict.low < 0 < verdict.high < 0.1
    assert (verdict.p, verdict.odds, verdict.needed) == (1, pytest.approx(0.5), None)
    solved = only(table(50, 0, 0, 0))
    assert (verdict.low, verdict.high) == (solved.low, solved.high)  # grades that never differ tell no less
    said = "Both have the same score on each of all 50 tasks: nothing tells them apart"
    assert verdict.notes == (f"{said}, and about 300 such tasks would be a tie within ±1 points.",)
    assert only((a, b), 0.2).outcome is Outcome.TIE and only((a, b), 0.2).notes == (f"{said}.",)


def test_a_difference_that_is_the_same_on_every_task_is_said() -> None:
    verdict = only((once("A", [0.5] * 10), once("B", [0.4] * 10)))
    assert verdict.outcome is Outcome.UNRESOLVED
    assert any("A has +10 points on each of all 10 tasks" in note for note in verdict.notes)


def test_one_task_says_next_to_nothing() -> None:
    verdict = only((once("A", [1.0]), once("B", [0.0])))
    assert verdict.outcome is Outcome.UNRESOLVED and verdict.low <= 0 and verdict.needed is not None


def bad(*rows: tuple[Results, Results], margin: float = 0.01) -> str:
    with pytest.raises((NotComparable, UsageError)) as error:
        judge(rows, margin)
    message = str(error.value)
    assert message.endswith((".", "?")) and "\n" not in message
    return message


def test_bad_input_is_one_sentence() -> None:
    good = once("A", [1.0, 0.0])
    assert "nothing to compare" in bad()
    assert "only one contestant" in bad((good, good))
    assert "only one contestant" in bad((good, once("A", [0.0, 0.0])))
    assert "no task in common" in bad((good, results("B", [Trial("other", 1.0)])))
    assert "no task in common" in bad((good, results("B", [])))
    assert "none has a score on both sides" in bad((good, once("B", [None, None])))
    assert "margin" in bad((good, once("B", [0.0, 1.0])), margin=1.5)
    doubled = results("B", [Trial("t0", 1.0), Trial("t1", 0.0), Trial("t1", 1.0)])
    assert "'t1' has two trials with the number 1" in bad((good, doubled))
    assert "beyond all counting" in bad((good, results("B", [Trial("t0", 1.0, 10**30)])))
    grouped = once("A", [1.0, 0.0], group="xy"), once("B", [1.0, 0.0], group="xz")
    assert "'t1' is of group 'y' on one side and 'z' on the other" in bad(grouped)


@pytest.mark.parametrize("score", [1.5, -0.1, math.nan, math.inf, 100.0])
def test_a_score_outside_its_range_is_refused(score: float) -> None:
    assert "scores go from 0 to 1" in bad((once("A", [1.0, 0.0]), once("B", [0.0, score])))


def test_the_same_contestant_under_two_harnesses_is_two() -> None:
    a, b = table(50, 30, 3, 5)
    other = dataclasses.replace(b, contestant="A", harness="other")
    assert only((a, other)).outcome is Outcome.A_LEADS


TRIALS = st.lists(
    st.tuples(
        st.integers(0, 12), st.integers(1, 3), st.one_of(st.none(), st.sampled_from([0.0, 1.0, 0.5])), st.integers(0, 2)
    ),
    min_size=1,
    max_size=40,
    unique_by=lambda each: each[:2],
)


@settings(deadline=None, max_examples=80)
@given(TRIALS, TRIALS, st.booleans(), st.randoms(use_true_random=False))
def test_every_verdict_agrees_with_itself(
    of_a: list[tuple[int, int, float | None, int]],
    of_b: list[tuple[int, int, float | None, int]],
    grouped: bool,
    rng: random.Random,
) -> None:
    def made(name: str, given: list[tuple[int, int, float | None, int]]) -> Results:
        return results(name, [Trial(f"t{t}", s, r, group=f"g{t % 3}" if grouped else "") for t, r, s, _ in given])

    a, b = made("A", of_a), made("B", of_b)
    try:
        verdict = only((a, b))
    except NotComparable:
        return
    assert (verdict.low <= 0 <= verdict.high) is (verdict.p >= 0.05)
    assert -1 <= verdict.low <= verdict.high <= 1 and 0 <= verdict.odds <= 1
    if verdict.outcome in (Outcome.A_LEADS, Outcome.B_LEADS):
        assert verdict.p < 0.05 and (verdict.difference > 0) is (verdict.outcome is Outcome.A_LEADS)
    if verdict.needed is not None:
        assert verdict.outcome is Outcome.UNRESOLVED and verdict.needed > verdict.tasks
    assert repr(only((a, b))) == repr(verdict)
    trials = [*a.trials]
    rng.shuffle(trials)
    again = only((results("A", trials), b))
    assert again.outcome is verdict.outcome and again.p == pytest.approx(verdict.p)
    mirror = only((b, a))
    assert (mirror.low, mirror.high, mirror.p) == pytest.approx((-verdict.high, -verdict.low, verdict.p), abs=1e-9)


@pytest.mark.long
@pytest.mark.parametrize(("tasks", "repeats"), [(100_000, 1), (20_000, 5)])
def test_100_000_trials_a_side_are_judged_in_time(tasks: int, repeats: int) -> None:
    rows = drawn("A", tasks, repeats, lambda n: 0.6, 3), drawn("B", tasks, repeats, lambda n: 0.58, 3)
    started = time.process_time()
    assert only(rows).outcome is Outcome.A_LEADS
    assert time.process_time() - started < 2
