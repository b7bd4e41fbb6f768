""" "6 of 890 people": a part and its whole, which a table has in one row, or in one column where it is turned."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from moot.text import figures
from moot.text.figures import Figure, FigureKind, agree
from moot.text.lazy import lazy_re
from moot.text.terms import stem, stems
from moot.verify.reckoning.given.held import Held
from moot.verify.reckoning.given.tables import TOTAL

_OF = lazy_re(
    r"[\s\xa0]+(?:(?!and|or|to)[a-z-]+[\s\xa0]+){0,2}(?:out[\s\xa0]+of|of|among)[\s\xa0]+"
    r"(?:(?:the|its|their|all|some|about)[\s\xa0]+){0,2}",
    re.IGNORECASE,
)
_MOST = 20
"""Places of one figure that are looked at."""


def pairs(claim: str) -> Iterator[tuple[Figure, Figure]]:
    """The parts of the claim, each with its whole."""
    for part, whole in pairwise(figures.find(claim)):
        counted = all(
            each.kind is FigureKind.QUANTITY and not each.unit and each.high is None for each in (part, whole)
        )
        if counted and part.value <= whole.value and _OF.fullmatch(claim, part.end, whole.start):
            yield part, whole


def wholes(claim: str, evidence: Sequence[Held]) -> tuple[frozenset[int], frozenset[int]]:
    """Where the wholes begin that stand in one row with their part, and those that stand in one column with it.

    What the part is counted by names neither the column of such a whole nor its row.
    """
    rows: set[int] = set()
    columns: set[int] = set()
    for part, whole in pairs(claim):
        for one, other in _both(part, whole, evidence):
            if _row(one) == _row(other):
                rows.add(whole.start)
            elif _column(one) == _column(other):
                columns.add(whole.start)
    return frozenset(rows), frozenset(columns)


def told(claim: str, evidence: Sequence[Held]) -> frozenset[int]:
    """Where the wholes begin that prose tells as well as their part: a clause tells of the whole or of the part."""
    prose = [each for each in evidence if each.grid is None]
    return frozenset(
        whole.start
        for part, whole in pairs(claim)
        if all(any(_says(figure, each) for each in prose) for figure in (part, whole))
    )


def apart(claim: str, evidence: Sequence[Held]) -> tuple[str, Held] | None:
    """In words that a part and its whole stand in two rows and two columns, and where the part does; or None.

    Said only where the whole is of what the claim counts, the part of what it says, neither of all rows together, and
    no sentence has either.
    """
    said = frozenset(stems(claim))
    for part, whole in pairs(claim):
        here = [each for each in evidence if _says(part, each) or _says(whole, each)]
        found = list(_both(part, whole, evidence))
        if not found or any(each.grid is None or TOTAL.search(f"{each.row} {each.column}") for each in here):
            continue
        if any(_row(one) == _row(other) or _column(one) == _column(other) for one, other in found):
            continue
        meant = [
            (one, other)
            for one, other in found
            if whole.noun and stem(whole.noun) in other.clause and (one.clause - other.clause) & said
        ]
        if meant:
            one, other = meant[0]
            return (
                f"figure belongs to another row: {part.line} is that of “{one.row}”, {whole.line} of “{other.row}”",
                one,
            )
    return None


def _both(part: Figure, whole: Figure, evidence: Sequence[Held]) -> Iterator[tuple[Held, Held]]:
    """The places of both in one table."""
    parts, all_ = ([each for each in evidence if each.grid and _says(figure, each)] for figure in (part, whole))
    for one in parts[:_MOST]:
        for other in all_[:_MOST]:
            if one.grid is other.grid and one.cell != other.cell:
                yield one, other


def _says(figure: Figure, each: Held) -> bool:
    return each.figure.kind is not FigureKind.NAME and (
        agree(figure, each.figure) or (each.grid is not None and figure.written == each.figure.written)
    )


def _row(each: Held) -> int:
    return each.cell.row if each.cell else -1


def _column(each: Held) -> int:
    return each.cell.column if each.cell else -1
