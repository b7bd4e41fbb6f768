"""What options of several commands give: lists, times and money as they are written on a command line."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from moot.errors import UsageError


def listed(text: str | None) -> tuple[str, ...]:
    """`a, b` as its parts."""
    return tuple(part for each in (text or "").split(",") if (part := each.strip()))


def seconds(text: str | None) -> float | None:
    """`90`, `90s`, `10m`, `1h` in seconds. Raises `UsageError`."""
    from moot.models import duration

    return None if text is None else duration.seconds(text)


def usd(text: str) -> Decimal:
    """`0.50` or `$0.50`, the most that may be spent. Raises `UsageError`."""
    try:
        amount = Decimal(text.strip().removeprefix("$"))
    except InvalidOperation:
        raise UsageError(f"'{text}' is no amount in USD: say 0.50.") from None
    if not amount.is_finite() or amount < 0:
        raise UsageError(f"'{text}' is no budget: say an amount of 0 USD or more.")
    return amount
