"""How much does it speak against a claim that one of its figures is missing?

Not every figure that stands nowhere is wrong: it may have been computed in a way that no check follows. A date that is
missing is nearly always wrong, a length of time less often; and a figure is, the more of the claim the sentence says
that has another one in its place. `training/weights/fit.py` weighs this over the written reports.

A figure of which no digit stands in the sources either is not weighed here: `Figures` takes it for wrong. (Learned, it
would weigh .2: in the written reports three or four true sentences that compute stand against each wrong sum, so that
sums would be left to their wording.)
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

from moot.text.figures import Figure, FigureKind, agree
from moot.text.terms import stems
from moot.verify.reckoning.given.held import Held
from moot.verify.reckoning.settling.proof import Proof

WEIGHTS = {"": 0.1, "date": 0.7, "length of time": -0.9, "by chance": -1.3, "unit": 1.5, "instead": 3.6}
"""Log odds that the claim is wrong."""
LEAST = 1.4
"""A missing figure speaks no less against a claim. Learned from the written reports, which have many true sentences
that compute, it would be .2; over the corpora of `benchmarks/faults.py` seven of ten claims with such a figure are
faulty. Of the decidable faults kept for measuring .92 are doubted instead of .88, of what is true .139 instead of .132.
"""
OTHERWISE = 3.2
"""Of what else is wrong with the figures: the claim contradicts itself, or gives a rate by another base. Of the written
reports 15 faulty sentences are such, and one true one; of the corpora of `benchmarks/faults.py` that were looked at 26,
and two."""
_TIME = ("s", "month")


def signs(missing: tuple[Figure, Proof], claim: str, evidence: Sequence[Held]) -> dict[str, float]:
    """What is weighed of a missing figure. `evidence`: all that stands near what is cited."""
    figure, proof = missing
    dated = figure.kind is FigureKind.DATE
    return {
        "date": float(dated),
        "length of time": float(figure.unit in _TIME and not dated),
        "by chance": float(proof.chance),
        "unit": float(proof.unit),
        "instead": max((_said(claim, figure, each) for each in evidence if _instead(figure, each)), default=0.0),
    }


def likely(missing: Iterable[Mapping[str, float]], *, otherwise: bool = False) -> float | None:
    """How likely a claim is right whose missing figures have these signs, were half of all claims right.

    None where nothing is wrong; `otherwise`: something else is wrong with its figures.
    """
    doubts = [WEIGHTS[""] + math.fsum(WEIGHTS[name] * value for name, value in each.items()) for each in missing]
    doubts += [OTHERWISE] * otherwise
    return max(0.001, round(1 / (1 + math.exp(max(LEAST, *doubts))), 3)) if doubts else None


def _instead(figure: Figure, each: Held) -> bool:
    """Whether the figure of the evidence might stand in its place: another one of the same measure, or count."""
    other = each.figure
    if other.kind is not figure.kind or other.unit != figure.unit or agree(figure, other):
        return False
    counted = figure.noun and other.noun and figure.noun != other.noun
    return bool(figure.unit) or figure.kind is FigureKind.DATE or not counted


def _said(claim: str, figure: Figure, each: Held) -> float:
    """The share of the claim's other words that the sentence says."""
    words = frozenset(stems(claim)) - frozenset(stems(figure.raw))
    return len(words & each.sentence) / len(words) if words else 0.0
