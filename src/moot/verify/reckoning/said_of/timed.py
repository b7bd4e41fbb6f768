"""Whether a figure was made of what a table has of other years than the one of which the claim tells all it tells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from moot.text.lazy import lazy_re
from moot.verify.reckoning.given.dated import year_said, years
from moot.verify.reckoning.given.held import Held

_BEFORE = lazy_re(
    r"\b(?:before|earlier|previous\w*|preceding|prior|last|past|later|after|next|following|since|ago|from|than|up|down|"
    r"r[io]se\w*|f[ae]ll\w*|gr[eo]w\w*|chang\w*|increas\w*|decreas\w*|against|compared)\b",
    re.IGNORECASE,
)
"""Words that speak of another year too."""


def elsewhere(claim: str, operands: Sequence[Held]) -> bool:
    year = year_said(claim)
    if not year or _BEFORE.search(claim):
        return False
    cells = [each for each in operands if each.grid is not None]
    told = [years(f"{each.row} {each.column}") for each in cells]
    return bool(cells) and all(named and year not in named for named in told) and _has(cells[0], year)


def _has(each: Held, year: str) -> bool:
    """Whether the table has a row or a column of the year."""
    grid = each.grid
    return grid is not None and any(year in label for label in (*grid.heads, *map(grid.label, range(len(grid.rows)))))
