"""None in words where a table counts: "no leaks in the north hall" is said of a cell that holds 0."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from moot.text import figures
from moot.text.figures import FigureKind
from moot.text.lazy import lazy_re
from moot.text.terms import stems
from moot.verify.reckoning.given.tables import Grid
from moot.verify.reckoning.said_of.cells import named_rows

_NO = lazy_re(
    r"\b(?:none|not (?:one|any|a single))(?: of(?: (?:the|its|their|these|those))?)?\b|\bno(?= (?!longer|more|less)\w)",
    re.IGNORECASE,
)

_THING = lazy_re(
    r" (?:(?!(?:in|at|on|of|for|to|was|were|is|are|has|have|had)\b)[^\W\d_]+ ?){1,3}(?=\W|$|\b)", re.IGNORECASE
)
"""What follows "no" up to a verb or a small word."""


def counted(claim: str, grids: Sequence[Grid]) -> str:
    """The claim with 0 for what it says in words, where it does so once and names cells that all hold 0."""
    found = list(_NO.finditer(claim))
    said = frozenset(stems(claim))
    cells = [_cells(said, grid, lambda head: head <= said) for grid in grids]
    if len(found) != 1 or not any(all(map(_holds_0, each)) for each in cells if each):
        return claim
    return f"{claim[: found[0].start()]}0{claim[found[0].end() :]}"


def denied(claim: str, grids: Sequence[Grid]) -> str:
    """In words what the one cell holds of which the claim says that there is none; empty where nothing was seen."""
    found = list(_NO.finditer(claim))
    if len(found) != 1 or any(each.kind is FigureKind.DATE for each in figures.find(claim)):
        return ""
    thing = _THING.match(claim, found[0].end())
    named = frozenset(stems(thing[0])) if thing else frozenset[str]()
    said = frozenset(stems(claim))
    cells = [cell for grid in grids for cell in _cells(said, grid, lambda head: bool(named) and named <= head)]
    if len(cells) != 1 or not (held := figures.find(cells[0])) or any(each.value == 0 for each in held):
        return ""
    words = " ".join(claim[found[0].start() : thing.end() if thing else found[0].end()].split())
    return f"the claim says “{words}”, the table has {cells[0]}"


def _cells(said: frozenset[str], grid: Grid, is_meant: Callable[[frozenset[str]], bool]) -> list[str]:
    """What the one row that the claim names holds in the columns that are meant, by the words of their heads."""
    rows = named_rows(said, said, [frozenset(stems(grid.label(row))) for row in range(len(grid.rows))])
    heads = {n: frozenset(stems(head)) for n, head in enumerate(grid.heads) if n not in grid.keys}
    columns = {n for n, head in heads.items() if head and is_meant(head)}
    return [cell.text for row in rows for cell in grid.rows[row] if cell.column in columns] if len(rows) == 1 else []


def _holds_0(cell: str) -> bool:
    found = figures.find(cell)
    return bool(found) and all(each.value == 0 and each.high is None for each in found)
