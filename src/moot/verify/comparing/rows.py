"""The rows of tables that a claim speaks of: what a row denies is denied of what stands in it, not of the others."""

from __future__ import annotations

from collections.abc import Sequence

from moot.text.heads import plain
from moot.text.terms import stems, words
from moot.verify.comparing.opposites import NOT
from moot.verify.reckoning.given.tables import Grid


def spoken_of(claim: str, units: Sequence[str], grids: Sequence[Grid]) -> list[str]:
    """The units without the heads of these tables, and without rows of which no cell that denies nothing is said."""
    said, others = frozenset(stems(claim)), {tuple(filter(None, grid.heads)) for grid in grids}
    for grid in grids:
        heads = frozenset(stems(f"{grid.heading} {' '.join(grid.heads)}"))
        for row in grid.rows:
            cells = [cell.text for cell in row if not NOT & set(words(cell.text))]
            if not said & frozenset(stems(" ".join(cells))) - heads:
                others.add(tuple(cell.text for cell in row if cell.text))
    return [unit for unit in units if _cells(unit) not in others]


def _cells(unit: str) -> tuple[str, ...]:
    return tuple(text for part in unit.strip().strip("|").split("|") if (text := plain(part.strip(" \t*_`"))))
