"""What stands in the cell that a claim names by row and column, where its own figure stands nowhere."""

from __future__ import annotations

import re
from collections.abc import Sequence

from moot.text.figures import Figure, FigureKind, agree
from moot.text.lazy import lazy_re
from moot.text.terms import stems
from moot.verify.reckoning.given.held import Held, bound
from moot.verify.reckoning.given.tables import Grid
from moot.verify.reckoning.said_of.in_cells import speaks
from moot.verify.reckoning.said_of.labels import column_labels, row_labels

MADE = lazy_re(
    r"\b(?:than|against|versus|vs|more|less|fewer|higher|lower|above|below|between|differ\w*|by|average|mean|total|"
    r"together|combined|altogether|share|ratio|times|each|per|rose|fell|grew|dropped|gap|margin|ahead|behind|left|"
    r"remain\w*|other|others|rest)\b",
    re.IGNORECASE,
)
"""Words with which a figure may be one that was made of several cells."""
_RATE = lazy_re(r"(?:[\s\xa0][^\W\d_][\w-]*){0,2}?[\s\xa0]an?[\s\xa0]", re.IGNORECASE)
"""After a figure that is told by something: "1,050 people an evening" is no cell of the column "Evenings"."""
_LEAST = 0.6
"""Share of a column's head that the claim says."""


def named(figure: Figure, claim: str, evidence: Sequence[Held]) -> tuple[Held, bool] | None:
    """The one cell that the claim names for the figure, and whether it names row and column in full; or None.

    None too where the words beside the figure compare, or add up: then it need not stand in a cell.
    """
    clauses = {each.start: words for each, words in bound(claim)}
    clause = clauses.pop(figure.start, claim)
    if figure.high is not None or MADE.search(clause) or _RATE.match(claim, figure.end):
        return None
    others = [frozenset(stems(words)) for words in clauses.values()]
    found = [each for grid in _grids(evidence) if (each := _cell(figure, clause, claim, others, grid, evidence))]
    return found[0] if len(found) == 1 else None


def _grids(evidence: Sequence[Held]) -> list[Grid]:
    return list(dict.fromkeys(each.grid for each in evidence if each.grid is not None))


def _cell(
    figure: Figure, clause: str, claim: str, others: Sequence[frozenset[str]], grid: Grid, evidence: Sequence[Held]
) -> tuple[Held, bool] | None:
    near, whole = frozenset(stems(clause)), frozenset(stems(claim))
    rows, columns = row_labels(grid), column_labels(grid)
    full = named_rows(near, whole, rows)
    spoken = [label for label in rows if label and label <= whole]
    if len(spoken) > 1 and not all(any(label <= each for each in (near, *others)) for label in spoken):
        return None  # "Hill or Ford": a row without a figure of its own shares this one.
    said = speaks(near, whole, [label for n, label in enumerate(columns) if n not in grid.keys])
    shares = {n: len(label & said) / len(label) for n, label in enumerate(columns) if label and n not in grid.keys}
    best = max(shares.values(), default=0.0)
    heads = [n for n, share in shares.items() if share == best]
    if len(full) != 1 or len(heads) != 1 or best < _LEAST:
        return None
    there = [each for each in evidence if each.grid is grid and each.cell and each.position == (full[0], heads[0])]
    alike = [each for each in there if figure.unit in (each.figure.unit, "") or not each.figure.unit]
    dated = {
        FigureKind.DATE in (figure.kind, each.figure.kind) and figure.kind is not each.figure.kind for each in there
    }
    if len(alike) != len(there) or dated != {False} or any(agree(figure, each.figure) for each in there):
        return None
    return there[0], best == 1


def named_rows(near: frozenset[str], whole: frozenset[str], rows: Sequence[frozenset[str]]) -> list[int]:
    """The rows whose label is said in full, none that a longer one holds."""
    full = [n for n, label in enumerate(rows) if label and label <= speaks(near, whole, rows)]
    return [n for n in full if not any(rows[n] < rows[other] for other in full)]
