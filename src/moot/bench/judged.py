"""A verdict a row, from trials: who leads, a tie, or what is not resolved and how much would resolve it.

Rules:
- Only tasks that both were given, and that have a score on both sides. The task is the unit: trials of one task are
  averaged first, tasks of one group are correlated. An error is set aside; where counting every error as a failure
  would change an outcome, the verdict says so.
- One trial a side, solved or not, no groups: `statistics.mcnemar`. Else: `statistics.means`.
- A tie: the whole 95 % interval lies within the margin, whoever is ahead in it (stricter than the 90 % of two
  one-sided tests). Else somebody leads where p, adjusted by Holm over the rows, is under 0.05.
- Test and interval of a row are one: the interval holds zero exactly where p is 0.05 and more. Holm's correction can
  only take a lead away, and then a note says so.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from moot.bench import paired
from moot.bench.paired import Pairs, Row
from moot.bench.results import Results
from moot.bench.statistics.bootstrap import bootstrap
from moot.bench.statistics.distributions import normal_quantile
from moot.bench.statistics.holm import holm
from moot.bench.statistics.interval import ALPHA, Estimate
from moot.bench.statistics.mcnemar import mcnemar_exact, paired_shares
from moot.bench.statistics.means import mean_difference
from moot.bench.statistics.power import POWER
from moot.bench.verdict import Outcome, Verdict
from moot.errors import NotComparable, UsageError
from moot.text.counted import counted

MARGIN = 0.01
"""A difference of one point is a tie where nobody says otherwise."""
MOST_RESAMPLED, NEAR = 500, (0.005, 0.3)
"""Tasks up to which, and p between which, the paired bootstrap, as others publish it, may say otherwise: then it is
set beside the verdict."""
FEW_GROUPS = 20
SAME = 1e-9
"""Differences that are nearer to each other differ by rounding only."""
PLAIN = "McNemar's test; 95 % interval by Tango's score, without skew; odds by a Dirichlet prior on the paired table"
TASKS = "t test over {units}, widened for skew, and the 95 % interval of the same; odds by a flat prior"


def judge(rows: Sequence[tuple[Results, Results]], margin: float = MARGIN) -> tuple[Verdict, ...]:
    """A verdict for each pair of results (A, B), in their order; `margin`, 0 to 1, is what counts as a tie.

    Raises `NotComparable` where a row has one contestant only, no common task, no task scored on both sides, two
    trials of one number, or a score outside 0 to 1; `UsageError` for a margin that is no share.
    """
    if not rows:
        raise NotComparable("There is nothing to compare: give results of two contestants on the same benchmark.")
    if not 0 <= margin < 1:
        raise UsageError(f"A margin of {margin:g} cannot be: it is a share from 0 to 1, such as 0.01 for one point.")
    found = [paired.pair(a, b) for a, b in rows]
    pairs = [_scored(row) for row in found]
    estimates = [_estimate(each) for each in pairs]
    outcomes, adjusted = _outcomes(estimates, margin)
    level = ALPHA / max(1, sum(each >= ALPHA for each in adjusted))  # at which Holm's procedure stopped
    otherwise = _as_failures(found, estimates, margin)
    return tuple(
        Verdict(
            row=row.name,
            outcome=outcome,
            a=paired.mean(pair.a),
            b=paired.mean(pair.b),
            difference=estimate.difference,
            low=estimate.low,
            high=estimate.high,
            p=estimate.p,
            adjusted=p,
            odds=estimate.odds,
            tasks=len(pair.a),
            repeats=pair.repeats,
            margin=margin,
            needed=_needed(pair, estimate, level) if outcome is Outcome.UNRESOLVED else None,
            method=PLAIN if pair.plain else TASKS.format(units="tasks" if pair.groups is None else "groups of tasks"),
            errors=row.errors,
            errors_as_failures=other if other is not outcome else None,
            task_noise=pair.noise.spreads[0] if pair.noise else None,
            run_noise=pair.noise.spreads[1] if pair.noise else None,
            notes=tuple(_notes(row, pair, estimate, p, outcome, margin)),
        )
        for row, pair, estimate, outcome, other, p in zip(
            found, pairs, estimates, outcomes, otherwise, adjusted, strict=True
        )
    )


def _scored(row: Row) -> Pairs:
    if row.scored is None:
        raise NotComparable(
            f"{row.name}: of {row.common} common tasks none has a score on both sides: "
            f"{sum(row.errors)} attempts ended in errors."
        )
    return row.scored


def _estimate(pairs: Pairs) -> Estimate:
    if pairs.plain:
        _, a_only, b_only, _ = paired.table(pairs)
        return paired_shares(a_only, b_only, len(pairs.a))
    return mean_difference(pairs.a - pairs.b, pairs.groups)


def _outcomes(estimates: Sequence[Estimate], margin: float) -> tuple[list[Outcome], tuple[float, ...]]:
    adjusted = holm([each.p for each in estimates])
    return [_outcome(each, p, margin) for each, p in zip(estimates, adjusted, strict=True)], adjusted


def _outcome(estimate: Estimate, adjusted: float, margin: float) -> Outcome:
    if -margin <= estimate.low and estimate.high <= margin:
        return Outcome.TIE
    if adjusted >= ALPHA:
        return Outcome.UNRESOLVED
    return Outcome.A_LEADS if estimate.difference > 0 else Outcome.B_LEADS


def _as_failures(rows: Sequence[Row], estimates: Sequence[Estimate], margin: float) -> list[Outcome]:
    """The outcomes if every error were a failure. `estimates`: where errors are set aside."""
    counted = [
        _estimate(row.as_failures) if row.as_failures else known for row, known in zip(rows, estimates, strict=True)
    ]
    return _outcomes(counted, margin)[0]


def _needed(pairs: Pairs, estimate: Estimate, level: float) -> int | None:
    """About how many tasks, repeated and grouped as these are, resolve the difference that was seen."""
    if not estimate.difference:
        return None
    if not estimate.error:  # every task differs alike: as `means` tests it
        enough = math.log(2 / level) / math.log1p(abs(estimate.difference))
    else:
        n, d = len(pairs.a), abs(estimate.difference)
        variance = n * estimate.error**2
        tested = variance + d * d if pairs.plain else variance  # McNemar's spread is that of no difference
        reach = normal_quantile(1 - level / 2) * math.sqrt(tested) + normal_quantile(POWER) * math.sqrt(variance)
        enough = (reach / d) ** 2
    return max(len(pairs.a) + 1, math.ceil(enough))


def _alike(pairs: Pairs, estimate: Estimate, margin: float, outcome: Outcome) -> str:
    """What it means that all tasks differ alike; how many without a difference are a tie, by the rule of three."""
    tasks = f"all {len(pairs.a):,} tasks"
    if estimate.difference:
        return (
            f"A has {100 * estimate.difference:+.4g} points on each of {tasks}, so how tasks vary cannot be seen: the "
            "interval leaves room for tasks that differ otherwise and were not among these."
        )
    said = f"Both have the same score on each of {tasks}: nothing tells them apart"
    if outcome is Outcome.TIE or not margin:
        return f"{said}."
    units = "tasks" if pairs.groups is None else "groups of tasks"
    return f"{said}, and about {math.ceil(3 / margin):,} such {units} would be a tie within ±{100 * margin:g} points."


def _notes(row: Row, pairs: Pairs, estimate: Estimate, adjusted: float, outcome: Outcome, margin: float) -> list[str]:
    notes: list[str] = []
    apart = pairs.a - pairs.b
    if len(apart) > 1 and float(apart.max() - apart.min()) < SAME and not (pairs.plain and estimate.difference):
        notes.append(_alike(pairs, estimate, margin, outcome))
    if estimate.p < ALPHA <= adjusted:
        notes.append("Asked alone this row would be resolved; among the rows asked together it is not (Holm).")
    if outcome is Outcome.TIE and estimate.p < ALPHA:
        notes.append("There is a difference, but it is smaller than the margin.")
    if pairs.plain and estimate.p < ALPHA:
        _, a_only, b_only, _ = paired.table(pairs)
        if (strict := mcnemar_exact(a_only, b_only)) >= ALPHA:
            notes.append(f"McNemar's exact test, which is the stricter, gives p = {strict:.3f}.")
    elif not pairs.plain and len(pairs.a) <= MOST_RESAMPLED and NEAR[0] < estimate.p < NEAR[1]:
        low, high = bootstrap(pairs.a - pairs.b, pairs.groups)
        if (low <= 0 <= high) is not (estimate.p >= ALPHA):
            said = f"A paired bootstrap gives {low:+.4f} to {high:+.4f}"
            notes.append(f"{said}; on few tasks its intervals hold the truth too seldom: the test decides.")
    if pairs.groups is not None and (count := int(pairs.groups.max()) + 1) < FEW_GROUPS:
        notes.append(f"The tasks are of only {count} groups: if few groups differ much, the interval is too narrow.")
    if any(row.alone):
        notes.append(
            f"Left out: {counted(row.alone[0], 'task')} that only A, and {row.alone[1]} that only B was given."
        )
    if lost := row.common - len(pairs.a):
        notes.append(f"Left out: {counted(lost, 'task')} on which a side has nothing but errors.")
    return notes
