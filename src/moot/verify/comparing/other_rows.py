"""Is a row of a table that of another thing than the claim speaks of?

"| B1 | no leak found |" says nothing of a claim that names the row of B3, or gives figures of that row.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from moot.text.lazy import lazy_re
from moot.text.terms import stems
from moot.verify.reckoning.given.tables import Grid
from moot.verify.reckoning.said_of.labels import row_labels

_NUMBER = lazy_re(r"\d+(?:[.,]\d+)*")


def tells(unit: str, claim: str, grids: Sequence[Grid]) -> bool:
    """True where the unit is a row of a table of which the claim names other rows, by label or figures, and not it."""
    if not unit.startswith("|"):
        return False
    for grid in grids:
        row = next((row for row in range(len(grid.rows)) if _is(unit, grid, row)), None)
        if row is not None:
            return not _names(claim, grid, row) and any(_names(claim, grid, each) for each in range(len(grid.rows)))
    return False


def _is(unit: str, grid: Grid, row: int) -> bool:
    return [cell.text for cell in grid.rows[row]] == [
        text.strip(" \t*_`") for text in re.split(r"(?<!\\)\|", unit)[1:-1]
    ]


def _names(claim: str, grid: Grid, row: int) -> bool:
    label = row_labels(grid)[row]
    if label and label <= frozenset(stems(claim)):
        return True
    numbers = {each for cell in grid.rows[row] for each in _NUMBER.findall(cell.text)}
    return any(len(each) > 1 and each in numbers for each in _NUMBER.findall(claim))
