"""Which figures of the evidence belong together: those of a row, a column or a sentence that the claim speaks of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations

from moot.text.terms import stems
from moot.verify.reckoning.given.held import Held, comparable
from moot.verify.reckoning.given.tables import TOTAL, Grid
from moot.verify.reckoning.said_of.labels import column_labels, row_labels


def pairs(said: frozenset[str], found: Sequence[Held]) -> Iterator[tuple[Held, Held]]:
    """The pairs of figures that belong together."""
    for one, other in combinations(found, 2):
        if _together(one, other, said):
            yield one, other


def _together(one: Held, other: Held, said: frozenset[str]) -> bool:
    """True for two figures of a sentence, row or column that the claim speaks of, and for two that it names both."""
    if one.document is other.document and one.figure.start == other.figure.start:
        return False  # One cell, read in two units.
    if one.grid is not None and one.grid is other.grid and one.cell and other.cell:
        if one.figure.unit == other.figure.unit and one.figure.scale != other.figure.scale:
            return False
        rows, columns = _named(one.grid, said)
        if one.cell.row == other.cell.row:
            both = one.cell.column in columns and other.cell.column in columns
            if TOTAL.search(one.row) and not any(label and label <= said for label in row_labels(one.grid)):
                return both or not rows
            return one.cell.row in rows or (not rows and both)
        if one.cell.column == other.cell.column:
            whole = [each.cell.row in rows or bool(TOTAL.search(each.row)) for each in (one, other) if each.cell]
            return all(whole)
        return False
    if is_repeated(one, said) and is_repeated(other, said):
        return True
    if one.unit == other.unit and one.document is other.document:
        return len(one.sentence & said) >= 2
    if not all(_is_named(each, said) for each in (one, other)):
        return False  # One cell of a table is added to what stands elsewhere only if it is the one that is meant.
    return bool(one.clause & said) and bool(other.clause & said) and len((one.clause | other.clause) & said) >= 2


def _is_named(each: Held, said: frozenset[str]) -> bool:
    return each.grid is None or each.cell is None or each.cell.row in _named(each.grid, said)[0]


@lru_cache(maxsize=256)
def _named(grid: Grid, said: frozenset[str]) -> tuple[frozenset[int], frozenset[int]]:
    """The rows and columns that the claim names: half of their words or more, or more of them than any other."""
    return _best(row_labels(grid), said), _best(column_labels(grid), said)


def _best(labels: Sequence[frozenset[str]], said: frozenset[str]) -> frozenset[int]:
    shares = [len(label & said) / len(label) if label else 0.0 for label in labels]
    most = max(shares, default=0.0)
    full = [label for label, share in zip(labels, shares, strict=True) if share == 1]
    return frozenset(
        n
        for n, share in enumerate(shares)
        if share == 1
        or (share and (share >= 0.5 or share == most) and not any(labels[n] & said <= one for one in full))
    )


def alike(one: Held, other: Held, said: frozenset[str]) -> bool:
    """True when a sum or difference of the two means something: one unit, and no two things counted."""
    if not comparable(one.figure, other.figure) or one.place == other.place:
        return False
    if one.figure.unit:
        return True
    if one.grid is not None and one.grid is other.grid and one.cell and other.cell:
        if one.cell.column == other.cell.column or frozenset(stems(one.column)) & frozenset(stems(other.column)):
            return True
        rows, columns = _named(one.grid, said)  # "Injuries | 13 | 27" of two groups.
        return (
            one.cell.row == other.cell.row and one.cell.row in rows and {one.cell.column, other.cell.column} <= columns
        )
    if one.figure.is_fraction or other.figure.is_fraction:
        return False
    nouns = {one.figure.noun, other.figure.noun} - {""}
    return len(nouns) < 2


def names(label: str, said: frozenset[str]) -> bool:
    """Whether the claim has a word of a row's or column's label."""
    return bool(said & frozenset(stems(label)))


def is_repeated(each: Held, said: frozenset[str]) -> bool:
    """True when the claim repeats the figure."""
    return any(word in said for word in stems(each.figure.raw) if word[0].isdigit())
