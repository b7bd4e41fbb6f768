"""How much does it speak for a claim that one of its figures follows from others?

What follows by an operation that the claim states, over figures that it names, is hardly chance, the less so the more
of them there are. What plain operations give over figures that stand farther off may be, most easily where two are
added or multiplied. `training/weights/fit.py` weighs this over the written reports.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

from moot.text.figures import Figure
from moot.verify.reckoning.following.distance import Derived
from moot.verify.reckoning.following.nearby import Made
from moot.verify.reckoning.following.operations import Operation
from moot.verify.reckoning.following.sums import Computation

WEIGHTS = {"": 2.6, "one digit": -1.2, "of many": 0.9, "far sum": -2.3, "far product": -1.0}
"""Log odds that the claim is right. `far`: of figures that the claim need not name."""


def signs(figure: Figure, made: Computation | Made | Derived | None = None) -> dict[str, float]:
    """What is weighed of a figure that follows from others. `made`: of which, if of several."""
    found = {"one digit": float(len(figure.written.normalize().as_tuple().digits) < 2)}
    if made is None:
        return found
    many, far = len(made.operands) > 2, isinstance(made, Derived)
    return found | {
        "of many": float(many),
        "far sum": float(far and not many and made.operation is Operation.SUM),
        "far product": float(far and made.operation is Operation.PRODUCT),
    }


def likely(made: Iterable[Mapping[str, float]]) -> float | None:
    """How likely a claim is right by the surest of its figures that follow, were half of all claims right.

    None where none follows.
    """
    odds = [WEIGHTS[""] + math.fsum(WEIGHTS[name] * value for name, value in each.items()) for each in made]
    return round(1 / (1 + math.exp(-max(0.0, *odds))), 3) if odds else None
