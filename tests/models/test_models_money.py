"""Amounts of money as people write them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from moot.errors import UsageError
from moot.models import money


@pytest.mark.parametrize("given", ["0.50", "$0.50", " .5 ", 0.5, Decimal("0.5")])
def test_half_a_dollar(given: Decimal | float | str) -> None:
    assert money.usd(given) == Decimal("0.5")


@pytest.mark.parametrize("given", ["much", "", "-1", "NaN", "inf", "0,50", -0.01])
def test_what_is_no_amount(given: Decimal | float | str) -> None:
    with pytest.raises(UsageError, match="is no amount of money"):
        money.usd(given)
