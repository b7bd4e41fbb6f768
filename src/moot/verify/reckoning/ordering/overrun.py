"""Is what came of a plan above it or below it, by the figures of a table that has both?

"Roads overspent", "stayed within its budget", "60,000 below target": where a cited table gives what was planned and
what came of it for the one row that the claim names, the two figures tell which it is. All years that may be meant must
tell the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from moot.text import figures
from moot.text.figures import Figure, FigureKind
from moot.text.lazy import lazy_re
from moot.text.lexicon import lexicon
from moot.text.terms import stem, stems
from moot.verify.reckoning.given.tables import Grid
from moot.verify.reckoning.ordering.superlatives import NOT_PLAIN, Verdict
from moot.verify.reckoning.said_of.labels import row_labels

_PLAN = (
    r"(?:budget(?:s|ed)?|plan(?:s|ned)?|targets?|targeted|forecasts?|projected|projections?|estimated?|estimates|"
    r"expected|allocations?|allocated)\b(?! (?:period|years?)\b)"
)
_BEFORE = r"(?:[\s\xa0]+(?!and\b|but\b)[\w'’.,-]+){0,3}?[\s\xa0]+"
_ABOVE = lazy_re(
    rf"\boverspen[dt]\w*|\boverr[au]ns?\b"
    rf"|\b(?:above|over|beyond|exceed\w*|in excess of|(?:more|higher) than){_BEFORE}{_PLAN}"
    rf"|\b(?:more|higher)\b[^,;:]{{1,40}}?\bthan\b(?: (?:was|were|it|had|been)){{0,3}} {_PLAN}",
    re.IGNORECASE,
)
_BELOW = lazy_re(
    rf"\bunderspen[dt]\w*|\b(?:below|under|within|inside|short of|(?:less|lower|fewer) than){_BEFORE}{_PLAN}"
    rf"|\b(?:less|lower|fewer)\b[^,;:]{{1,40}}?\bthan\b(?: (?:was|were|it|had|been)){{0,3}} {_PLAN}",
    re.IGNORECASE,
)
_PLANNED = frozenset(map(stem, lexicon("budget budgeted plan planned target forecast projected estimate allocation")))
_CAME = frozenset(
    map(stem, lexicon("actual actuals outturn result realised realized achieved reached delivered spent spending"))
)


def judged(claim: str, grids: Sequence[Grid]) -> Verdict | None:
    """What the figures say of it; None where they do not tell."""
    above, below = bool(_ABOVE.search(claim)), bool(_BELOW.search(claim))
    if above is below or NOT_PLAIN.search(claim):
        return None
    said = frozenset(stems(claim))
    for grid in grids:
        row = _row(grid, said)
        pairs = list(_pairs(grid, row, said)) if row is not None else []
        over = {came.value > planned.value for (_, came), (_, planned) in pairs}
        if len(over) == 1 and all(came.value != planned.value for (_, came), (_, planned) in pairs):
            (head, came), (other, planned) = pairs[0]
            return Verdict(over == {above}, f"“{head}” is {came.line}, “{other}” {planned.line}")
    return None


def _row(grid: Grid, said: frozenset[str]) -> int | None:
    """The one row that the claim names; of several of which one says more, that one."""
    named = {n: label for n, label in enumerate(row_labels(grid)) if label and label <= said}
    fullest = [n for n, label in named.items() if not any(label < other for other in named.values())]
    return fullest[0] if len(fullest) == 1 else None


def _pairs(grid: Grid, row: int, said: frozenset[str]) -> Iterator[tuple[tuple[str, Figure], tuple[str, Figure]]]:
    """What came and what was planned, each with its column, that differ in nothing else, of the years of the claim."""
    heads = [frozenset(stems(head)) for head in grid.heads]
    years = {word for head in heads for word in head if word.isdecimal()}
    for plan, planned in enumerate(heads):
        rest = planned - _PLANNED
        if rest == planned or (said & years and not rest & years <= said):
            continue
        for at, came in enumerate(heads):
            if came & _CAME and came - _CAME == rest:
                one, other = _figure(grid, row, at), _figure(grid, row, plan)
                if one is not None and other is not None:
                    yield (grid.heads[at], one), (grid.heads[plan], other)


def _figure(grid: Grid, row: int, column: int) -> Figure | None:
    cells = grid.rows[row]
    found = figures.find(cells[column].text) if column < len(cells) else []
    return found[0] if len(found) == 1 and found[0].kind is not FigureKind.DATE else None
