"""What verdicts and plans are worth: smaller runs of `benchmarks/bench_statistics.py` and `bench_power.py`."""

import math
import runpy
from functools import cache
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.long
BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
TIMES = 1500
NOISE = 3 * math.sqrt(0.05 * 0.95 / TIMES)
"""Of a share near 0.05 seen so often: three standard errors."""


@cache
def simulated() -> dict[str, Any]:
    return runpy.run_path(str(BENCHMARKS / "bench_statistics.py"))


@cache
def figures() -> tuple[Any, ...]:
    names = simulated()
    return tuple(names["measured"](cell, TIMES) for cell in names["grid"]((60, 150)))


def test_intervals_hold_the_truth_as_often_as_they_say() -> None:
    coverage = [each.coverage for each in figures()]
    assert len(coverage) > 50
    assert 0.94 <= sum(coverage) / len(coverage) <= 0.965
    for each in figures():
        if not each.cell.few:
            assert 0.94 - NOISE <= each.coverage <= 0.97 + NOISE, each


def test_where_few_tasks_differ_no_test_could_refute_more() -> None:
    few = simulated()["Cell"](30, 0.5, 0.5, 0.08)
    most = simulated()["most_refuted"](30, 0.08)
    assert few.few and most < 0.035  # so that no interval could be within the band
    assert simulated()["measured"](few, TIMES).leads <= most


def test_where_nobody_leads_nobody_is_said_to() -> None:
    level = [each for each in figures() if each.cell.a == each.cell.b]
    assert sum(each.leads for each in level) / len(level) <= 0.05
    for each in level:
        assert each.leads <= 0.05 + NOISE, each
    rows, comparisons = simulated()["false_leads"](TIMES)
    assert rows <= 0.05 and comparisons <= 0.05 + NOISE


def test_no_test_contradicts_its_interval() -> None:
    assert sum(each.contradictions for each in figures()) == 0


@pytest.mark.parametrize(("shape", "off"), [("copula", 0.03), ("tails", 0.03), ("kinds", 0.05), ("redrawn", 0.09)])
def test_planned_power_of_few_tasks_is_that_of_simulated_comparisons(
    shape: str, off: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(BENCHMARKS)  # type: ignore[no-untyped-call]
    names = runpy.run_path(str(BENCHMARKS / "bench_power.py"))
    for pair in names["drawn"](shape):
        for each in names["planned"](pair, 4 * TIMES, (30, 60)):
            assert each.off <= off + 3 * math.sqrt(each.seen * (1 - each.seen) / (4 * TIMES)), each


def test_planned_power_of_one_trial_is_summed_exactly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(BENCHMARKS)  # type: ignore[no-untyped-call]
    for each in runpy.run_path(str(BENCHMARKS / "bench_power.py"))["once"]():
        assert each.off < 0.001, each
