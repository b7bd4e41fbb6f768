"""The cap as arithmetic: what is booked, what fits, who waits.

Money is counted in whole nano-USD: costs round up, the cap rounds down, so no rounding can pass the cap.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from enum import Enum

NANO = Decimal("1e-9")
LARGEST = 10**15
"""A million USD: larger amounts are counted as this, so that sums stay inside SQLite's 64-bit integers."""


def cost(usd: Decimal) -> int:
    """`usd` in nano-USD, rounded up. Raises ValueError for what cannot be a cost: negative, infinite or NaN."""
    if not usd.is_finite() or usd < 0:
        raise ValueError(f"not a cost: {usd}")
    return LARGEST if usd * 10**9 >= LARGEST else int((usd * 10**9).to_integral_value(ROUND_CEILING))


def cap(usd: Decimal) -> int:
    """The cap in nano-USD, rounded down. Raises ValueError for what cannot be a cap: negative or NaN."""
    if usd.is_nan() or usd < 0:
        raise ValueError(f"not a cap: {usd}")
    return LARGEST if usd >= LARGEST * NANO else int((usd * 10**9).to_integral_value(ROUND_FLOOR))


def usd(nano: int) -> Decimal:
    """Nano-USD as USD, exactly."""
    return (Decimal(nano) * NANO).normalize() + 0


class Verdict(Enum):
    ADMIT = "admit"
    WAIT = "wait"
    REFUSE = "refuse"


def admit(worst: Sequence[int], left: int, in_flight: bool) -> list[Verdict]:
    """What becomes of the calls that wait, in the order in which they asked; `left` and `worst` in nano-USD.

    First come, first served: a call that does not fit holds back the paid calls behind it while anything in flight
    may still free money, and is refused when nothing can. Therefore who is served depends on who asked first and on
    what the answers cost, never on which answer arrived first. What costs nothing never waits.
    """
    verdicts: list[Verdict] = []
    held = False
    for amount in worst:
        if amount == 0:
            verdicts.append(Verdict.ADMIT)
        elif held:
            verdicts.append(Verdict.WAIT)
        elif amount <= left:
            left -= amount
            in_flight = True
            verdicts.append(Verdict.ADMIT)
        elif in_flight:
            held = True
            verdicts.append(Verdict.WAIT)
        else:
            verdicts.append(Verdict.REFUSE)
    return verdicts
