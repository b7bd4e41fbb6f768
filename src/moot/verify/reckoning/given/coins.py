"""Small coins as money: 31 cents a kilogram and 310 euros a tonne, 12.4 pence and £0.124."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from moot.text.figures import Figure, FigureKind

_PENCE = ("GBP",)
_CENTS = ("USD", "EUR", "CAD", "AUD", "NZD", "SGD", "HKD", "ZAR")
_PART = Decimal("0.01")


def _as_money(coins: Figure, other: Figure) -> Figure | None:
    """Cents or pence in the currency of the other figure; None where the one are no coins of the other."""
    known = (
        _PENCE if coins.unit.partition("/")[0] == "penny" else _CENTS if coins.noun == "cent" and not coins.unit else ()
    )
    if other.kind is not FigureKind.MONEY or other.unit not in known:
        return None
    scale, high = coins.scale * _PART, None if coins.high is None else coins.high * _PART
    value, step = coins.value * _PART, coins.step * _PART
    return replace(coins, kind=other.kind, unit=other.unit, noun="", scale=scale, value=value, high=high, step=step)


def both(one: Figure, other: Figure) -> tuple[Figure, Figure]:
    """The two as sums of one currency where one of them is in its coins; else as they are."""
    return _as_money(one, other) or one, _as_money(other, one) or other
