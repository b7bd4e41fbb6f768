"""Rules for whoever asks a model: which failures may pass, how long to wait, what a call may cost, and what fits."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable, Sequence
from decimal import ROUND_CEILING, Decimal

from moot.errors import AccessDenied, NoCredit, OverBudget, SeatFailure
from moot.ledger.calls import CallFailed
from moot.models import prices
from moot.models.catalog import ModelInfo
from moot.text.counted import counted

PASSING = frozenset({"rate_limited", "server", "cut", "timeout", "unreachable"})
"""Failures that may pass: the same request is sent again after a pause."""
RETRIES = 4
OUTPUT = 12_000
"""Tokens of a reply, reasoning included; less where model or money allow less."""
LEAST_OUTPUT = 1_000
"""Below this no task can be answered: the money is spent."""
PAUSE = 1.0
"""Seconds before the first retry; doubled each time, with jitter, unless the endpoint says when."""
LONGEST_PAUSE = 60.0
PATIENCE = 600.0
"""Seconds that an endpoint may ask us to wait; beyond that the seat is given up."""


def worst(info: ModelInfo, size: int, output: int) -> Decimal:
    """USD that `size` bytes and so many tokens of output may cost. Raises `OverBudget` without a price."""
    if info.price is None:
        raise OverBudget(f"The price of {info.name} is unknown: give it as --price IN/OUT.")
    return prices.worst(info.price, size, output)


def affordable(info: ModelInfo, size: int, output: int, left: Decimal) -> int | None:
    """Tokens of output that `left` USD allow; None unless they are fewer than `output` and still worth a call."""
    empty = worst(info, size, 0)
    per_token = worst(info, size, 1) - empty
    fits = int((left - empty) / per_token) if per_token > 0 else output
    return fits if min(LEAST_OUTPUT, output) <= fits < output else None


def too_dear(info: ModelInfo, size: int, output: int, left: Decimal, cuts: Sequence[CallFailed] = ()) -> OverBudget:
    """Names the least that a cap must leave. `cuts`: the attempts before at the same task, booked for nothing."""
    least = worst(info, size, min(LEAST_OUTPUT, output)).quantize(Decimal("0.0001"), ROUND_CEILING)
    why = ""
    if cuts:
        last = cuts[-1]
        booked = f"{counted(len(cuts), 'attempt')} before it failed and {'is' if len(cuts) == 1 else 'are'} booked"
        why = f"; {booked} at the worst case ({last.kind.replace('_', ' ')}: {last.reason})"
    return OverBudget(f"{info.name}: the next call may cost {least} USD even if short, and {left:.4f} are left{why}")


def wait(info: ModelInfo, failure: CallFailed, retries: int) -> float | None:
    """Seconds before the same request is sent again, after so many retries; None where that cannot help.

    Raises `SeatFailure` where the endpoint asks for more patience than we have.
    """
    if failure.kind not in PASSING or retries >= RETRIES:
        return None
    pause = failure.retry_after or min(LONGEST_PAUSE, PAUSE * 2**retries)
    if pause > PATIENCE:
        raise SeatFailure(f"{info.name}: asks to wait {pause:.0f} s ({failure.reason})")
    # Jitter spreads callers over time; it is never read by logic, so it need not be recorded.
    return pause * (1 + random.random() / 4)


async def waited(pause: Callable[[float], object], seconds: float) -> None:
    """`pause` is awaited if it can be: tests need not wait."""
    pausing = pause(seconds)
    if asyncio.iscoroutine(pausing):
        await pausing


def given_up(info: ModelInfo, failure: CallFailed) -> SeatFailure:
    """What a failure means that no further attempt can help."""
    if failure.kind == "access":
        return SeatFailure(f"{info.name}: the key was refused ({failure.reason})", AccessDenied)
    if failure.kind == "credit":
        return SeatFailure(f"{info.name}: no credit is left ({failure.reason})", NoCredit)
    return SeatFailure(f"{info.name}: {failure.kind.replace('_', ' ')} ({failure.reason})")
