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
_OF_THE = lazy_re(r"[\s\xa0]of[\s\xa0](?:the|its|their|these|those|all)[\s\xa0]", re.IGNORECASE)
_LEFT = lazy_re(r"\b(?:rest|remain\w*|left|balance|missing|no|not yet|nobody|others?)\b", re.IGNORECASE)
_MOST_PARTS = 5
_BEHIND = 100
"""Characters behind the last part in which it is told what is with the rest."""


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


def left(figure: Figure, claim: str, evidence: Sequence[Held]) -> tuple[Held, ...]:
    """The whole and all the parts of one passage that leave the figure: 26 of 156 million of which 90 and 40 are paid.

    None where neither says that something is left.
    """
    behind = _OF_THE.match(claim, figure.end)
    named = next((each.value for each in figures.find(claim) if behind and each.start == behind.end()), None)
    prose = [each for each in evidence if not each.grid and each.figure.counts and each.figure.high is None]
    for whole in prose:
        same = [each for each in prose if each.passage == whole.passage and _measured_alike(each, whole)]
        parts = [each for each in same if each is not whole]
        if not _MOST_PARTS >= len(parts) >= 2 or named not in (None, whole.figure.value):
            continue
        if named is None and figure.unit != whole.figure.unit:
            continue
        value = figure.value * (whole.figure.scale if named is not None and figure.scale == 1 else 1)
        text = whole.document.text[same[0].unit.start : same[-1].unit.end + _BEHIND]
        told = _LEFT.search(claim) or _LEFT.search(text)
        if told and 0 < value == whole.figure.value - sum(each.figure.value for each in parts):
            return (whole, *parts)
    return ()


def _measured_alike(part: Held, whole: Held) -> bool:
    """Of "156 million euros" 90 million is a part too."""
    bare = not part.figure.unit and part.figure.scale == whole.figure.scale != 1
    return bare or part.figure.unit == whole.figure.unit


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
