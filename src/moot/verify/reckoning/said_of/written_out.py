"""Does a claim write a row of a table out, head by head: "Labour in the orchard, 2023 – Pickers: 41; Hours: 11.2."?

Such a row is no sentence, and its wording is far from any: only its cells tell whether the table has it.
"""

from __future__ import annotations

from collections.abc import Sequence

from moot.text.lazy import lazy_re
from moot.text.terms import words
from moot.verify.reckoning.given.held import captions
from moot.verify.reckoning.given.tables import Cell, Grid
from moot.verify.reckoning.said_of.fitting import Judged
from moot.words import Document

_ROW = lazy_re(r"(?P<named>.+?)\s+[–—-]\s+(?P<cells>[^:]+: .+?)\.?")


def judged(claim: str, grids: Sequence[Grid], documents: Sequence[Document]) -> Judged | None:
    """Where a row has every cell that the claim gives under its head, and the claim has its name; None elsewhere."""
    written = _ROW.fullmatch(claim.strip())
    if written is None:
        return None
    named, told = frozenset(words(written["named"])), {_plain(each) for each in written["cells"].split(";")}
    for grid in grids:
        titles = (grid.heading, *grid.heads, *(each.source.title for each in documents))
        known = frozenset(
            words(" ".join([*titles, *(line for each in documents for line in captions(grid, each.text))]))
        )
        for row in grid.rows:
            label = frozenset(words(row[0].text))
            if label and label <= named <= label | known and told <= _cells(grid, row):
                return Judged(True, f"the row “{row[0].text}” of the table has it so", row[0])
    return None


def _cells(grid: Grid, row: Sequence[Cell]) -> frozenset[str]:
    """The cells of a row behind the first, each with its head."""
    return frozenset(_plain(f"{head}: {cell.text}") for head, cell in zip(grid.heads[1:], row[1:], strict=False))


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
