"""A claimed figure beside one of the evidence, by what they measure: converted, the price of each, or the same number
in another unit."""

from __future__ import annotations

from dataclasses import replace

from moot.text.currencies import CODES
from moot.text.figures import Figure, FigureKind, agree

_FAMILIES = (
    ("s", "month"),
    ("%", "pp", "point"),
    ("m", "mile", "ft", "nmi"),
    ("m2", "acre", "sqmile", "sqft"),
    ("g", "l", "lb", "gallon"),
    ("W", "Wh", "J", "hp"),
    ("degC", "degF"),
    ("", "money"),
)
"""Units of which one may be written for another by mistake."""


def of_rate(claimed: Figure, found: Figure) -> bool:
    """ "34 pence on each litre" for "34.2 pence a litre"."""
    top = found.unit.partition("/")[0]
    paid = (top in CODES or top == "penny") and claimed.unit == top != found.unit
    return paid and claimed.scale == found.scale and agree(claimed, replace(found, unit=top))


def reworked(claimed: Figure, found: Figure) -> bool:
    """True where the claim gives a measure in another unit or scale than the evidence: somebody has converted it."""
    if not (claimed.unit and found.unit) or FigureKind.DATE in (claimed.kind, found.kind):
        return False
    return claimed.scale != found.scale and claimed.written != found.written


def other_unit(claimed: Figure, found: Figure) -> bool:
    """True for the same number in another unit or scale."""
    if not (claimed.counts and found.counts) or claimed.written != found.written:
        return False
    measured = all(each.unit or each.scale != 1 for each in (claimed, found))
    if (claimed.unit, claimed.scale) == (found.unit, found.scale) or ("/" in claimed.unit) != ("/" in found.unit):
        return False  # "9 g" may be the "9 g a day" of which the sentence speaks.
    return measured and _family(claimed.unit) == _family(found.unit)


def _family(unit: str) -> str:
    """Units of which one may be written for another by mistake; of a rate, those of what it is a rate of."""
    name = "money" if unit in CODES else unit.partition("/")[0]
    return next((family[0] for family in _FAMILIES if name in family), name)
