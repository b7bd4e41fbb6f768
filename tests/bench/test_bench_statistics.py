"""Tests and intervals against scipy, statsmodels, published figures, and one another."""

import math
from typing import Any

import numpy as np
import pytest
import scipy.stats
from hypothesis import example, given, settings
from hypothesis import strategies as st
from statsmodels.stats.contingency_tables import mcnemar as their_mcnemar
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import proportion_confint

from moot.bench.statistics import distributions
from moot.bench.statistics.bootstrap import bootstrap
from moot.bench.statistics.holm import holm
from moot.bench.statistics.interval import ALPHA
from moot.bench.statistics.mcnemar import mcnemar, mcnemar_exact, paired_shares
from moot.bench.statistics.means import mean_difference, refuting
from moot.bench.statistics.noise import components
from moot.bench.statistics.power import mcnemar_power, mean_power, tasks_for
from moot.bench.statistics.proportions import paired_score, wilson

COUNTS = st.integers(0, 400)
SCORES = st.lists(st.sampled_from([-1, -0.6, -0.5, -0.2, 0, 0, 0, 0.1, 0.2, 0.5, 1]), min_size=1, max_size=60)


@settings(deadline=None, max_examples=60)
@given(st.floats(0.05, 5000), st.floats(0.05, 5000), st.floats(0, 1))
def test_the_beta_distribution_is_that_of_scipy(a: float, b: float, x: float) -> None:
    assert distributions.beta_cdf(x, a, b) == pytest.approx(scipy.stats.beta.cdf(x, a, b), abs=1e-10)


@settings(deadline=None, max_examples=60)
@given(st.floats(1, 1e6), st.floats(0.0001, 0.9999))
def test_students_distribution_is_that_of_scipy(df: float, share: float) -> None:
    t = distributions.student_quantile(share, df)
    assert t == pytest.approx(scipy.stats.t.ppf(share, df), rel=1e-7, abs=1e-7)
    assert distributions.student_cdf(t, df) == pytest.approx(share, abs=1e-7)


@settings(deadline=None, max_examples=60)
@given(COUNTS, COUNTS, st.integers(2, 500))
def test_mcnemar_is_that_of_statsmodels(a_only: int, b_only: int, alike: int) -> None:
    exact: Any = their_mcnemar([[7, a_only], [b_only, 11]], exact=True)
    assert mcnemar_exact(a_only, b_only) == pytest.approx(exact.pvalue, rel=1e-8)
    n = a_only + b_only + alike
    if a_only + b_only:
        result: Any = their_mcnemar([[7, a_only], [b_only, 11]], exact=False, correction=False)
        theirs = scipy.stats.chi2.sf(result.statistic * (n - 1) / n, 1)
        assert mcnemar(a_only, b_only, n) == pytest.approx(theirs, rel=1e-8)
    assert mcnemar(a_only, b_only, n) == mcnemar(b_only, a_only, n)
    assert mcnemar(a_only, a_only, n) == 1


@pytest.mark.long
def test_mcnemar_refutes_what_is_true_in_five_percent_at_most() -> None:
    for n in (*range(2, 60), 89, 200, 300, 500):
        numbers = np.arange(n + 1)
        refuted = np.array(
            [
                sum(scipy.stats.binom.pmf(k, m, 0.5) for k in range(m + 1) if mcnemar(k, m - k, n) < ALPHA)
                if abs(m - n / 5) < n / 5 + 40
                else 0.0
                for m in range(n + 1)
            ]
        )
        for discordance in np.linspace(0.02, 0.3, 15):
            assert scipy.stats.binom.pmf(numbers, n, discordance) @ refuted <= 0.0508


@settings(deadline=None, max_examples=60)
@given(st.integers(1, 3000), st.data())
def test_wilson_is_that_of_statsmodels(n: int, data: st.DataObject) -> None:
    solved = data.draw(st.integers(0, n))
    theirs = proportion_confint(solved, n, method="wilson")
    assert wilson(solved, n) == pytest.approx((max(0, theirs[0]), min(1, theirs[1])), abs=1e-9)


def test_a_paired_interval_is_the_published_one() -> None:
    """Airway hyper-responsiveness before and after transplantation, in Fagerland, Lydersen and Laake (2014)."""
    assert paired_score(1, 7, 21) == pytest.approx((-0.5281, -0.0184), abs=0.00005)  # by Laud's package ratesci


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 200), st.integers(0, 200), st.integers(0, 300))
def test_limits_are_where_the_corrected_score_is_the_normal_quantile(a_only: int, b_only: int, alike: int) -> None:
    n = a_only + b_only + alike
    if n < 5:
        return

    def score(d: float) -> float:
        """Under the likelihood's maximum given d, found by search: no closed form is shared with the code."""

        def loss(b_share: float) -> float:
            cells = ((a_only, b_share + d), (b_only, b_share), (alike, 1 - 2 * b_share - d))
            return -sum(count * math.log(max(share, 1e-300)) for count, share in cells if count)

        low, high = max(0.0, -d), (1 - d) / 2
        b_share = scipy.optimize.minimize_scalar(loss, bounds=(low, high), method="bounded", options={"xatol": 1e-12}).x
        shares, values = np.array([b_share + d, b_share, 1 - 2 * b_share - d]), np.array([1, -1, 0]) - d
        spread = math.sqrt(max(1e-12, shares @ values**2 / (n - 1)))
        skew = shares @ values**3 / n**2 / spread**3
        plain = ((a_only - b_only) / n - d) / spread
        return float(scipy.optimize.brentq(lambda z: z + skew / 6 * (z * z - 1) - plain, -2.5, 2.5))  # pyright: ignore

    low, high = paired_score(a_only, b_only, n)
    z = scipy.stats.norm.ppf(0.975)
    assert low == -1 or score(low) == pytest.approx(z, rel=5e-3)
    assert high == 1 or score(high) == pytest.approx(-z, rel=5e-3)


def test_holm_is_that_of_statsmodels() -> None:
    rng = np.random.default_rng(7)
    for rows in (1, 2, 3, 5, 12):
        for ps in np.round(rng.random((3, rows)) ** 3, 2).tolist():  # with ties
            theirs: Any = multipletests(ps, method="holm")[1]
            assert holm(ps) == pytest.approx(tuple(theirs), abs=1e-12)


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 60), st.integers(0, 60), st.integers(0, 500))
def test_a_paired_table_has_an_interval_that_agrees_with_its_test(a_only: int, b_only: int, alike: int) -> None:
    n = max(1, a_only + b_only + alike)
    found, mirrored = paired_shares(a_only, b_only, n), paired_shares(b_only, a_only, n)
    assert (found.low <= 0 <= found.high) is (found.p >= ALPHA)
    assert found.low <= found.difference <= found.high
    assert (mirrored.low, mirrored.high, mirrored.p) == pytest.approx((-found.high, -found.low, found.p), abs=1e-9)
    assert mirrored.odds == pytest.approx(1 - found.odds, abs=1e-9)


@pytest.mark.long
def test_a_paired_interval_excludes_zero_exactly_where_its_test_does() -> None:
    for n in (1, 2, 3, 5, 8, 13, 25, 26, 27, 60, 846, 3000):
        for discordant in range(1, min(n, 90) + 1):
            for a_only in range(discordant + 1):
                low, high = paired_score(a_only, discordant - a_only, n)
                assert (low <= 0 <= high) is (mcnemar(a_only, discordant - a_only, n) >= ALPHA)
                assert low <= (2 * a_only - discordant) / n <= high


@settings(deadline=None, max_examples=60)
@given(SCORES, st.booleans())
def test_a_mean_has_an_interval_that_agrees_with_its_test(values: list[float], grouped: bool) -> None:
    differences = np.array(values)
    groups = np.arange(len(values)) // 3 if grouped else None
    found, mirrored = mean_difference(differences, groups), mean_difference(-differences, groups)
    assert (found.low <= 0 <= found.high) is (found.p >= ALPHA)
    assert -1 <= found.low <= found.difference + 1e-12 and found.difference - 1e-12 <= found.high <= 1
    assert (mirrored.low, mirrored.high, mirrored.p) == pytest.approx((-found.high, -found.low, found.p), abs=1e-9)
    assert mirrored.odds == pytest.approx(1 - found.odds, abs=1e-9)
    assert 0 <= found.p <= 1 and 0 <= found.odds <= 1


@settings(deadline=None, max_examples=60)
@given(SCORES.filter(lambda values: len(values) > 1))
@example([-0.2] * 6)
def test_many_means_at_once_are_refuted_as_each_is(values: list[float]) -> None:
    x = np.array(values)
    sums = (np.array([(x**power).sum()]) for power in (1, 2, 3))
    assert bool(refuting(len(x), *sums)[0]) is (mean_difference(x).p < ALPHA)


def test_without_skew_a_mean_is_judged_by_students_t() -> None:
    rng = np.random.default_rng(4)
    half = rng.normal(0, 0.2, 25)
    differences = np.concatenate([half, -half]) + 0.05  # mirrored around its mean: no skewness
    theirs: Any = scipy.stats.ttest_1samp(differences, 0)
    found = mean_difference(differences)
    assert found.p == pytest.approx(theirs.pvalue, rel=1e-9)
    assert (found.low, found.high) == pytest.approx(tuple(theirs.confidence_interval()), rel=1e-9)


def test_groups_of_one_size_are_judged_by_their_means() -> None:
    rng = np.random.default_rng(5)
    half = rng.normal(0, 0.2, 8)
    middles = np.concatenate([half, -half]) + 0.1
    groups = np.repeat(np.arange(16), 7)
    differences = middles[groups] + np.tile([-0.2, -0.1, -0.05, 0, 0.05, 0.1, 0.2], 16)
    order = rng.permutation(len(groups))
    theirs: Any = scipy.stats.ttest_1samp(middles, 0)
    found = mean_difference(differences[order], groups[order])
    assert found.p == pytest.approx(theirs.pvalue, rel=1e-9)
    assert (found.low, found.high) == pytest.approx(tuple(theirs.confidence_interval()), rel=1e-9)


@pytest.mark.parametrize("alike", [0.0, 0.6])
def test_unequal_groups_are_judged_as_the_matrices_say(alike: float) -> None:
    """CR2 and its degrees of freedom in the form of Imbens and Kolesár, with the matrices written out."""
    rng = np.random.default_rng(8)
    sizes = np.array([1, 2, 2, 3, 5, 8, 13, 30])
    groups = np.repeat(np.arange(len(sizes)), sizes)
    n = len(groups)
    differences = 0.1 + 0.3 * (
        math.sqrt(alike) * rng.normal(size=8)[groups] + math.sqrt(1 - alike) * rng.normal(size=n)
    )
    found = mean_difference(differences.clip(-1, 1), groups)
    differences = differences.clip(-1, 1)

    residual = np.eye(n) - 1 / n
    within = sum(((differences[groups == g] - differences[groups == g].mean()) ** 2).sum() for g in range(8)) / (n - 8)
    middles = np.array([differences[groups == g].mean() for g in range(8)])
    between = (sizes * (middles - differences.mean()) ** 2).sum() / 7
    typical = (n - (sizes**2).sum() / n) / 7
    correlation = min(1.0, max(0.0, (between - within) / (between + (typical - 1) * within)))
    assert (correlation > 0.2) == (alike > 0)  # both are looked at

    rows: list[Any] = []
    for g, size in enumerate(sizes):
        block = np.eye(size) - 1 / n
        values, vectors = np.linalg.eigh(block)
        rows.append(np.ones(size) @ (vectors * values**-0.5) @ vectors.T @ residual[groups == g] / n)
    weights = np.array(rows)
    working = np.where(groups[:, None] == groups[None, :], correlation, 0.0) + (1 - correlation) * np.eye(n)
    covariance = weights @ working @ weights.T
    df = np.trace(covariance) ** 2 / (covariance**2).sum()
    scores = weights @ differences
    error = math.sqrt((scores**2).sum())
    assert found.error == pytest.approx(error)
    skew, t = 0.5 * (scores**3).sum() / error**3, differences.mean() / error
    bent = t + skew * t**2 / 3 + skew**2 * t**3 / 27 + skew / 6
    nearer = min(t, bent) if t > 0 else -max(t, bent)
    assert found.p == pytest.approx(min(1.0, 2 * scipy.stats.t.sf(nearer, df)), rel=1e-6)


def test_skew_moves_only_the_limit_on_its_side_outwards() -> None:
    differences = np.array([0.0] * 50 + [0.8] * 10)
    theirs: Any = scipy.stats.ttest_1samp(differences, 0).confidence_interval()
    found = mean_difference(differences)
    assert found.low == pytest.approx(theirs.low)
    assert found.high > theirs.high + 0.01


def test_alike_tasks_widen_the_interval_of_a_mean() -> None:
    differences = np.repeat([0.5, -0.3, 0.4, 0.1, -0.2, 0.3], 10)
    alone, together = mean_difference(differences), mean_difference(differences, np.repeat(np.arange(6), 10))
    assert together.error > 3 * alone.error
    assert mean_difference(differences, np.zeros(60, dtype=np.int64)) == alone  # one group says nothing


def test_a_mean_without_variance_still_has_an_interval() -> None:
    level = mean_difference(np.zeros(40))
    assert (level.p, level.odds) == (1, 0.5)
    assert level.high == -level.low == paired_score(0, 0, 40).high
    clear = mean_difference(np.ones(6))
    assert clear.p == pytest.approx(scipy.stats.binomtest(6, 6).pvalue)
    assert 0 < clear.low < 0.3 and clear.high == 1
    assert mean_difference(np.array([0.4])).p == 1


@pytest.mark.parametrize("seed", range(4))
def test_the_bootstrap_is_that_of_scipy(seed: int) -> None:
    rng = np.random.default_rng(seed)
    differences = rng.choice([-1, -0.5, 0, 0.5, 1], size=150, p=[0.05, 0.1, 0.6, 0.15, 0.1])
    theirs = scipy.stats.bootstrap(
        (differences,), np.mean, n_resamples=20_000, batch=2000, method="percentile", rng=np.random.default_rng(1)
    ).confidence_interval
    found = bootstrap(differences, resamples=20_000)
    assert found == pytest.approx((theirs.low, theirs.high), abs=0.006)
    assert found == bootstrap(differences, resamples=20_000)


def test_the_bootstrap_draws_whole_groups() -> None:
    groups = np.repeat(np.arange(12), 5)
    middles = np.linspace(-0.4, 0.6, 12)
    found = bootstrap(middles[groups], groups, resamples=20_000)
    assert found == pytest.approx(tuple(bootstrap(middles, resamples=20_000)), abs=0.01)
    low, high = bootstrap(middles[groups], resamples=20_000)
    assert found.high - found.low > 2 * (high - low)


def test_task_noise_and_run_noise_are_told_apart() -> None:
    rng = np.random.default_rng(6)
    tasks, repeats = 4000, 3
    true = rng.normal(0, 0.3, tasks)
    a = true[:, None] + rng.normal(0, 0.2, (tasks, repeats))
    b = rng.normal(0, 0.1, (tasks, repeats))
    between = float((a.mean(1) - b.mean(1)).var(ddof=1))
    of_a, of_b = (float(each.var(axis=1, ddof=1).mean()) for each in (a, b))
    noise = components(between, of_a, of_b, 1 / repeats, 1 / repeats)
    assert noise.spreads == pytest.approx((0.3, math.hypot(0.2, 0.1)), rel=0.05)
    assert noise.of_task(1) == pytest.approx(0.09 + 0.05, rel=0.05)
    assert components(0.01, 0.2, 0.2, 0.5, 0.5).task == 0


@pytest.mark.parametrize(("tasks", "difference", "discordance"), [(60, 0.1, 0.25), (200, 0.05, 0.15), (500, 0.03, 0.1)])
def test_power_of_mcnemar_is_that_of_all_tables(tasks: int, difference: float, discordance: float) -> None:
    power = 0.0
    for discordant in range(tasks + 1):
        weight = scipy.stats.binom.pmf(discordant, tasks, discordance)
        if weight > 1e-9:
            shares = scipy.stats.binom.pmf(range(discordant + 1), discordant, (1 + difference / discordance) / 2)
            power += weight * sum(share for k, share in enumerate(shares) if mcnemar(k, discordant - k, tasks) < ALPHA)
    assert mcnemar_power(tasks, difference, discordance) == pytest.approx(power, abs=1e-6)


@settings(deadline=None, max_examples=60)
@given(st.integers(20, 500), st.floats(0, 0.5), st.floats(0.01, 0.5))
def test_power_of_a_mean_is_that_of_the_noncentral_t(tasks: int, difference: float, variance: float) -> None:
    away, q = difference / math.sqrt(variance / tasks), scipy.stats.t.ppf(0.975, tasks - 1)
    exact = 1.0 if away > 30 else scipy.stats.nct.sf(q, tasks - 1, away)
    if away < 3:  # further out scipy gives no number for the other tail, which is nothing there
        exact += scipy.stats.nct.cdf(-q, tasks - 1, away)
    assert mean_power(tasks, difference, variance) == pytest.approx(exact, abs=0.001)


def test_the_fewest_tasks_are_found() -> None:
    assert tasks_for(lambda n: n / 1000, 0.8) == 800
    assert tasks_for(lambda n: 0.1, 0.8) is None
    needed = tasks_for(lambda n: mcnemar_power(n, 0.05, 0.15))
    assert needed is not None
    assert mcnemar_power(needed - 1, 0.05, 0.15) < 0.8 <= mcnemar_power(needed, 0.05, 0.15)


@pytest.mark.parametrize("discordance", [0.08, 0.12, 0.16, 0.2, 0.25])
@pytest.mark.parametrize(("tasks", "a", "b"), [(500, 0.788, 0.808), (89, 0.616, 0.593)])
def test_published_rows_that_no_pairing_resolves(tasks: int, a: float, b: float, discordance: float) -> None:
    gap, discordant = round(tasks * (a - b)), round(tasks * discordance)
    a_only = (discordant + gap) // 2
    found = paired_shares(a_only, a_only - gap, tasks)
    assert found.p >= ALPHA and found.low < 0 < found.high


def test_a_published_row_that_is_real_even_if_its_sides_share_nothing() -> None:
    a_only, b_only = round(765 * 0.854 * 0.23), round(765 * 0.146 * 0.77)
    assert paired_shares(a_only, b_only, 765).low > 0.04
