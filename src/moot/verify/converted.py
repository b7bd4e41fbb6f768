"""The same measure in another unit: miles and kilometres, degrees, months and days, percents and parts.

The units that differ only by a power or a known factor of one base (km and m, hours and minutes, tonnes and kg) are one
unit to `moot.text.figures` and need none of this.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from moot.text.figures import Figure
from moot.verify import sums
from moot.verify.held import Held

_MILE = Decimal("1609.344")
_MONTH = Decimal("2629746")
"""Seconds of the mean month of the Gregorian calendar."""
_FACTORS = {
    ("mile", "m"): _MILE,
    ("mile/h", "m/h"): _MILE,
    ("month", "s"): _MONTH,
    ("x", "%"): Decimal(100),
}


def converted(figure: Figure, evidence: Sequence[Held]) -> Held | None:
    """The figure of the evidence that is the claim's in another unit, to the digits that the claim gives; or None."""
    if figure.high is not None:
        return None
    for each in evidence:
        value = None if each.figure.high is not None else _value(each.figure, figure.unit)
        if value is not None and sums.says(figure, value) and (figure.unit != "degF" or figure.value * value > 0):
            return each
    return None


def _value(found: Figure, unit: str) -> Decimal | None:
    """The found figure in the unit; None where there is no way from one to the other."""
    if (found.unit, unit) == ("degC", "degF"):
        return found.value * 9 / 5 + 32
    if (found.unit, unit) == ("degF", "degC"):
        return (found.value - 32) * 5 / 9
    if (found.unit, unit) in _FACTORS:
        return found.value * _FACTORS[found.unit, unit]
    if (unit, found.unit) in _FACTORS:
        return found.value / _FACTORS[unit, found.unit]
    return None
