"""A number that is rounded as another of its sentence is: "1.2 million cars, 300,000 of them electric" of 301,000.

Nothing beside it says that it is about so many, but the other shows that its sentence rounds.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from moot.text import figures
from moot.text.figures import Bound, Figure, FigureKind, agree
from moot.verify.reckoning.following.sums import last_digit
from moot.verify.reckoning.given.held import Held
from moot.verify.reckoning.given.spoken import spoken

_OFF = Decimal("0.01")
"""Share by which a number may be off that does not say that it is rounded."""
_MOST = 8
"""Figures of the evidence that it may be."""
_KINDS = (FigureKind.QUANTITY, FigureKind.MONEY)


def rounded(figure: Figure, claim: str, evidence: Sequence[Held]) -> Held | None:
    """The figure of the evidence of which this is the first digits, in a sentence with one that another rounds."""
    if not _is_round(figure):
        return None
    said = spoken(claim)
    near = [each for each in evidence if each.figure.high is None and _shares(figure, each, said)]
    here = [each for each in near if _rounds(figure, each.figure)]
    others = [each for each in figures.find(claim) if each.start != figure.start and _is_round(each)]
    for each in here[:_MOST]:
        beside = (other for other in evidence if other.unit == each.unit and other.document is each.document)
        if any(_measures(one, other.figure) and _rounds(one, other.figure) for other in beside for one in others):
            return each
    return None


def _is_round(figure: Figure) -> bool:
    plain = figure.kind in _KINDS and figure.high is None and figure.bound is Bound.NONE and not figure.word
    return plain and (last_digit(figure) > figure.step or figure.scale >= 1000) and figure.value >= 100


def _rounds(figure: Figure, other: Figure) -> bool:
    """Whether it is the other to its last digit other than zero, and hardly off."""
    off = abs(figure.value - other.value)
    return 0 < off <= other.value * _OFF and off * 2 <= last_digit(figure)


def _measures(figure: Figure, other: Figure) -> bool:
    return figure.unit == other.unit and (bool(figure.unit) or not other.noun or figure.noun in ("", other.noun))


def _shares(figure: Figure, each: Held, said: frozenset[str]) -> bool:
    return _measures(figure, each.figure) and bool(each.clause & said) and not agree(figure, each.figure)
