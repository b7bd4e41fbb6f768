"""The cap as arithmetic."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moot.ledger import budget
from moot.ledger.budget import Verdict

amounts = st.lists(st.integers(0, 100), max_size=12)


@given(amounts, st.integers(-50, 300), st.booleans())
def test_what_is_admitted_together_fits(worst: list[int], left: int, in_flight: bool) -> None:
    verdicts = budget.admit(worst, left, in_flight)
    assert len(verdicts) == len(worst)
    admitted = sum(amount for amount, verdict in zip(worst, verdicts, strict=True) if verdict is Verdict.ADMIT)
    assert admitted <= max(0, left)


@given(amounts, st.integers(-50, 300), st.booleans())
def test_nobody_overtakes_and_nobody_waits_for_nothing(worst: list[int], left: int, in_flight: bool) -> None:
    verdicts = budget.admit(worst, left, in_flight)
    paid = [(amount, verdict) for amount, verdict in zip(worst, verdicts, strict=True) if amount]
    first_waits = next((n for n, (_, verdict) in enumerate(paid) if verdict is Verdict.WAIT), len(paid))
    assert all(verdict is Verdict.WAIT for _, verdict in paid[first_waits:])
    assert in_flight or first_waits == len(paid) or any(v is Verdict.ADMIT for _, v in paid[:first_waits])
    assert all(v is Verdict.ADMIT for amount, v in zip(worst, verdicts, strict=True) if not amount)


@given(st.decimals(0, 1000, allow_nan=False, places=15))
def test_rounding_never_helps_the_spender(usd: Decimal) -> None:
    assert budget.cap(usd) * budget.NANO <= usd <= budget.cost(usd) * budget.NANO
    assert budget.cost(usd) - budget.cap(usd) <= 1


@given(st.integers(0, 10**15))
def test_nano_and_back(nano: int) -> None:
    assert budget.cost(budget.usd(nano)) == budget.cap(budget.usd(nano)) == nano
    assert "E+" not in str(budget.usd(nano))


@pytest.mark.parametrize("bad", ["-0.01", "NaN", "Infinity"])
def test_what_cannot_be_a_cost(bad: str) -> None:
    with pytest.raises(ValueError, match="not a cost"):
        budget.cost(Decimal(bad))


def test_sums_beyond_reason_stay_inside_the_store() -> None:
    assert budget.cost(Decimal(10) ** 40) == budget.cap(Decimal("Infinity")) == budget.cap(Decimal(10) ** 40)
    with pytest.raises(ValueError, match="not a cap"):
        budget.cap(Decimal(-1))
