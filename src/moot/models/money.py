"""Amounts of money as people write them."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from moot.errors import UsageError


def usd(given: Decimal | float | str) -> Decimal:
    """`0.50`, `$0.50` or a number, of 0 USD or more. Raises `UsageError`."""
    try:
        amount = Decimal(str(given).strip().removeprefix("$"))
    except InvalidOperation:
        amount = Decimal("NaN")
    if not amount.is_finite() or amount < 0:
        raise UsageError(f"'{given}' is no amount of money: give 0 USD or more, such as 0.50.")
    return amount
