"""None in words where a table counts: "no leaks in the north hall" is said of a cell that holds 0."""

from __future__ import annotations

import re
from collections.abc import Sequence

from moot.text import figures
from moot.text.lazy import lazy_re
from moot.text.terms import stems
from moot.verify.reckoning.given.tables import Grid
from moot.verify.reckoning.said_of.named_cells import named_rows

_NO = lazy_re(
    r"\b(?:none|not (?:one|any|a single))(?: of(?: (?:the|its|their|these|those))?)?\b|\bno(?= (?!longer|more|less)\w)",
    re.IGNORECASE,
)


def counted(claim: str, grids: Sequence[Grid]) -> str:
    """The claim with 0 for what it says in words, where it does so once and names cells that all hold 0."""
    found = list(_NO.finditer(claim))
    said = frozenset(stems(claim))
    cells = [_cells(said, grid) for grid in grids]
    if len(found) != 1 or not any(all(map(_holds_0, each)) for each in cells if each):
        return claim
    return f"{claim[: found[0].start()]}0{claim[found[0].end() :]}"


def _cells(said: frozenset[str], grid: Grid) -> list[str]:
    """What the one row that the claim names holds in the columns that it names."""
    rows = named_rows(said, said, [frozenset(stems(grid.label(row))) for row in range(len(grid.rows))])
    heads = {n: frozenset(stems(head)) for n, head in enumerate(grid.heads) if n not in grid.keys}
    columns = {n for n, head in heads.items() if head and head <= said}
    return [cell.text for row in rows for cell in grid.rows[row] if cell.column in columns] if len(rows) == 1 else []


def _holds_0(cell: str) -> bool:
    found = figures.find(cell)
    return bool(found) and all(each.value == 0 and each.high is None for each in found)
