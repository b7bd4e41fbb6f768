"""Points of a hundred are percent: "quality counts for 60 points and price for 40 points" of a price of 40 percent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from moot.text.figures import Figure, agree
from moot.verify.reckoning.given.held import Held

_WHOLE = Decimal(100)


def part(figure: Figure, evidence: Sequence[Held]) -> Held | None:
    """The points of the evidence that are the claim's percentage, or the other way round; or None.

    They stand in a sentence, or in a column of a table, whose points are a hundred together.
    """
    if figure.unit not in ("%", "point") or figure.high is not None:
        return None
    unit = "point" if figure.unit == "%" else "%"
    there = [each for each in evidence if each.figure.unit == unit and each.figure.high is None]
    for each in there:
        if agree(figure, _told_as(figure, each.figure)) and _together(each, there) == _WHOLE:
            return each
    return None


def _told_as(figure: Figure, other: Figure) -> Figure:
    return replace(other, kind=figure.kind, unit=figure.unit)


def _together(each: Held, there: Sequence[Held]) -> Decimal:
    beside = (
        other
        for other in there
        if other.document is each.document
        and (other.position[1] == each.position[1] if each.grid else other.unit == each.unit)
        and other.grid is each.grid
    )
    return sum((other.figure.value for other in beside), Decimal(0))
