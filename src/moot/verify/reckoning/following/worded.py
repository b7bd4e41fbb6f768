"""Does a figure follow by an operation that one word of the claim names, over figures that this word tells apart?

Degrees are of two temperatures, a midpoint is of a range, a margin of a profit and a revenue, an average growth a year
of two years' figures, a price after a discount of the rate of that discount, a cost of several years of one a year, a
sum per head of those who are counted: so few figures can be meant that a hit is hardly chance.
"""

from __future__ import annotations

from collections.abc import Sequence

from moot.text.figures import Figure
from moot.verify.reckoning.following import degrees, margins, midpoints, over_time, per_head, points, priced, yearly
from moot.verify.reckoning.following.sums import Computation, says
from moot.verify.reckoning.given.held import Held

_WAYS = (
    degrees.between,
    midpoints.middles,
    margins.ratios,
    points.moved,
    yearly.grown,
    priced.changed,
    over_time.reckoned,
    per_head.shared,
)


def follows(figure: Figure, claim: str, evidence: Sequence[Held]) -> Computation | None:
    """The computation that gives the figure, or None."""
    return next((made for way in _WAYS for made in way(figure, claim, evidence) if says(figure, made.value)), None)


def instead(figure: Figure, claim: str, evidence: Sequence[Held]) -> str:
    """What a margin, a growth a year, a sum per head or over years should be where the evidence tells of which figures
    it is; empty where it does not. No other figures make it then, though some may give its number.
    """
    ways = (("margin", margins.ratios), ("growth a year", yearly.grown), ("sum per head", per_head.shared))
    for what, way in ways:
        made = list(way(figure, claim, evidence))
        if made and not any(says(figure, each.value) for each in made):
            best = min(made, key=lambda each: abs(each.value - figure.value))
            return f"the {what} is {best.value:,.1f} ({best.words}), not {figure.line}"
    return over_time.instead(figure, claim, evidence)
