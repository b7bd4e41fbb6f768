"""Does a figure follow by an operation that one word of the claim names, over figures that this word tells apart?

Degrees are of two temperatures, a midpoint is of a range, a margin of a profit and a revenue, an average growth a year
of two years' figures, a price after a discount of the rate of that discount: so few figures can be meant that a hit is
hardly chance.
"""

from __future__ import annotations

from collections.abc import Sequence

from moot.text.figures import Figure
from moot.verify.reckoning import degrees, margins, midpoints, priced, yearly
from moot.verify.reckoning.held import Held
from moot.verify.reckoning.sums import Computation, says

_WAYS = (degrees.between, midpoints.middles, margins.ratios, yearly.grown, priced.changed)


def follows(figure: Figure, claim: str, evidence: Sequence[Held]) -> Computation | None:
    """The computation that gives the figure, or None."""
    return next((made for way in _WAYS for made in way(figure, claim, evidence) if says(figure, made.value)), None)


def instead(figure: Figure, claim: str, evidence: Sequence[Held]) -> str:
    """What a margin should be where the evidence tells of which profit and revenue it is; empty where it does not.

    No other two figures make it then, though they may give its number.
    """
    made = list(margins.ratios(figure, claim, evidence))
    if not made or any(says(figure, each.value) for each in made):
        return ""
    best = min(made, key=lambda each: abs(each.value - figure.value))
    return f"the margin is {best.value:.1f} ({best.words}), not {figure.line}"
