"""The same rate by another number or measure of things: 6.1 per 1,000 and 0.61 per hundred, 9.80 a kilogram and 9,800 a
tonne."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from moot.text.figures import Figure, FigureKind
from moot.text.units import SCALES, measure
from moot.verify import sums
from moot.verify.held import Held

_BASE = re.compile(
    r"(?:\b(?:per|every|each|an?|(?:in|of|out of) (?:every |each )?an?|in (?:every|each|a))[\s\xa0]+|/[\s\xa0]?)"
    r"(?P<count>\d{1,3}(?:[,\s\xa0]\d{3})+|\d+)?[\s\xa0]*(?P<scale>hundred|thousand|million)?[\s\xa0]*"
    r"(?P<unit>[^\W\d_][\w³²]*)?",
    re.IGNORECASE,
)
_COUNT = ""
"""The measure of what is counted by the number."""


def rescaled(figure: Figure, claim: str, evidence: Sequence[Held]) -> Held | None:
    """The figure of the evidence that is the claim's by the number or measure that the claim gives it by; or None."""
    if figure.high is not None or figure.kind in (FigureKind.DATE, FigureKind.NAME, FigureKind.ORDINAL):
        return None
    ours = set(_bases(claim, figure))
    for each in evidence if ours else ():
        found = each.figure
        if found.high is not None or found.kind is FigureKind.DATE or not _comparable(figure, found):
            continue
        for kind, size in set(_bases(*_around(each))):
            sizes = [mine / size for own, mine in ours if own == kind and mine != size]
            if any(sums.says(figure, found.value * ratio) for ratio in sizes):
                return each
    return None


def _comparable(one: Figure, other: Figure) -> bool:
    """Of two bare numbers one may leave out what it counts."""
    if one.unit or other.unit:
        return one.unit == other.unit
    return one.noun == other.noun or not (one.noun and other.noun)


def _around(held: Held) -> tuple[str, Figure | None]:
    """The sentence of a figure, and the figure in it; of a cell the labels of its row and column."""
    if held.grid:
        return f"{held.row} | {held.column}", None
    return held.unit.of(held.document.text), held.figure.moved(-held.unit.start)


def _bases(text: str, beside: Figure | None) -> Iterator[tuple[str, Decimal]]:
    """What things are told by, the figure itself aside (a hundred millilitres): a count, or a measure and its size."""
    for match in _BASE.finditer(text):
        if beside and match.start() < beside.end and match.end() > beside.start:
            continue
        count = Decimal(re.sub(r"\D", "", match["count"])) if match["count"] else Decimal(1)
        count *= SCALES[match["scale"].lower()] if match["scale"] else 1
        unit = measure(match["unit"]) if match["unit"] else None
        if unit:
            yield unit[0], unit[1] * count
        elif count != 1:
            yield _COUNT, count
