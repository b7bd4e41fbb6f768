"""What proves a figure of a claim, or speaks against it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from moot.text.figures import Figure, FigureKind
from moot.words import Place


@dataclass(frozen=True)
class Proof:
    place: Place | None = None
    """Where the figure stands, or what it is made of; of a problem, where another one stands instead."""
    note: str = ""
    problem: str = ""
    otherwise: bool = False
    """Of a problem: the evidence says otherwise, and does not merely have no such figure."""
    made: Mapping[str, float] | None = None
    """Of a figure that follows from others: what tells how much that speaks for the claim (`recomputed`)."""
    sure: bool = True
    """False where what stands there instead may be of something else: its sentence says little of what is claimed."""
    unread: bool = False
    """It may stand there in words of a language that is not read: neither proven nor a problem."""
    alike: bool = False
    """What stands there is the same number in another unit, or stands in the claim's own words with another number."""
    chance: bool = False
    """Something gives it, as something gives many a number."""
    unit: bool = False
    """What stands there instead has another unit."""
    turned: bool = False
    """It stands there with a minus, which the claim drops: no sum makes up for it."""


@dataclass(frozen=True)
class Problem:
    """What speaks against the figures of a claim."""

    words: str
    """Empty where nothing does."""
    otherwise: bool
    """The evidence says otherwise. Else it does not say it, or what the claim says does not add up."""
    sure: bool = True


def shown(figure: Figure) -> str:
    """As written, in one line, with the word after it where no unit says what it measures."""
    counts = figure.counted and not figure.unit and figure.kind is FigureKind.QUANTITY
    return f"{figure.line} {figure.counted}" if counts else figure.line
