"""The rest of a whole: of "of the 90, 30 did not recover" 60 did, which is two thirds.

What a source denies of a part it says of the rest, and what it says it denies. A claim that gives the rest is no
denial of its source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from moot.text import figures
from moot.text.figures import Figure, FigureKind
from moot.text.lazy import lazy_re
from moot.text.terms import stems
from moot.verify.comparing.opposites import DENIAL
from moot.verify.reckoning.following.sums import says
from moot.verify.reckoning.given.held import Held
from moot.verify.reckoning.given.tables import Grid

_OF = lazy_re(r"\b(?:of|among)[\s\xa0](?:(?:the|its|their|all|these|those)[\s\xa0]){0,2}$", re.IGNORECASE)


def told(claim: str, unit: str) -> bool:
    """True where one of the two denies something of a part, and the claim counts the rest."""
    if bool(DENIAL.search(unit)) == bool(DENIAL.search(claim)):
        return False
    ours = [each for each in figures.find(claim) if each.high is None]
    return any(
        any(_is_rest(each, part, whole) for each in ours) and not any(each.value == part for each in ours)
        for part, whole in _parts(unit)
    )


def others(claim: str, units: Sequence[str], grids: Sequence[Grid]) -> list[str]:
    """The units without those that the claim tells the rest of; of such a row the head of its table is one too."""
    said = frozenset(stems(claim))
    rows = ((grid, row) for grid in grids for row in range(len(grid.rows)))
    named = (grid.told(row) for grid, row in rows if frozenset(stems(grid.label(row))) <= said)
    tabled = any(told(claim, each) for each in named)
    return [each for each in units if not told(claim, each) and not (tabled and each.startswith("|"))]


def share(figure: Figure, claim: str, evidence: Sequence[Held]) -> bool:
    """True where the ratio is the share of the rest: of a sentence, or of a row that the claim names."""
    said = frozenset(stems(claim))
    units = (_told(each) for each in evidence if not each.grid or frozenset(stems(each.row)) <= said)
    return any(
        told(claim, unit) and any(_is_rest(figure, *each) for each in _parts(unit)) for unit in dict.fromkeys(units)
    )


def _told(each: Held) -> str:
    return each.grid.told(each.cell.row) if each.grid and each.cell else each.unit.of(each.document.text)


def _is_rest(figure: Figure, part: Decimal, whole: Decimal) -> bool:
    rest = whole - part
    if figure.is_ratio:
        return says(figure, rest / whole * (100 if figure.unit == "%" else 1))
    return figure.kind is FigureKind.QUANTITY and not figure.unit and figure.value == rest


def _parts(unit: str) -> Iterator[tuple[Decimal, Decimal]]:
    """Part and whole of a sentence or row that counts just the two."""
    counts = [each for each in figures.find(unit) if _counts(each)]
    if len(counts) == 2:
        part, whole = sorted(counts, key=lambda each: each.value)
        if 0 < part.value < whole.value and _OF.search(unit, 0, whole.start):
            yield part.value, whole.value


def _counts(figure: Figure) -> bool:
    return figure.kind is FigureKind.QUANTITY and not (figure.unit or figure.is_ratio) and figure.high is None
