"""A rate without what it is by: 4.1 kWh of "4.1 kWh per cubic metre"."""

from __future__ import annotations

from dataclasses import replace

from moot.text.figures import Figure, find
from moot.text.lazy import lazy_re

BASE = lazy_re(r"\b(?:an?|per|each|every)\b|/")
"""Between a figure and what it is by."""


def without_base(rate: Figure) -> Figure:
    """4.1 kWh of "4.1 kWh per cubic metre"."""
    top, per, _ = rate.unit.partition("/")
    if not per:
        return rate
    alone = (each for each in find(BASE.split(rate.raw)[0]) if each.unit == top)
    return next(alone, replace(rate, unit=top))
