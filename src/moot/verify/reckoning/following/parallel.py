"""A figure made as another one of the claim was, of another row or column: "2.7 % of its flights, Norskell 0.7 %".

The second says neither what it is of nor how it was made. Where cells of one row give the first, or of one column, the
same cells of the row or column that the claim names give the second.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from moot.text import figures
from moot.text.figures import Figure
from moot.text.lazy import lazy_re
from moot.verify.reckoning.following import sums
from moot.verify.reckoning.following.operations import Operation
from moot.verify.reckoning.following.sums import Computation
from moot.verify.reckoning.given.held import Held
from moot.verify.reckoning.given.spoken import spoken
from moot.verify.reckoning.said_of.labels import column_labels, row_labels

_BEFORE = lazy_re(r"\b(?:before|earlier|previous\w*|preceding|prior|last|past|then|ago|former\w*)\b", re.IGNORECASE)
_MOST = 6
"""Other figures of a claim that are looked at."""


def follows(figure: Figure, claim: str, evidence: Sequence[Held]) -> Computation | None:
    """What gives the figure as another one of the claim is given; None where nothing does."""
    others = [each for each in figures.find(claim) if each.start != figure.start and _is_like(figure, each)][:_MOST]
    for other in others:
        made = sums.follows(other, claim, evidence)
        for one in _moved(made, claim, evidence) if made else ():
            if sums.says(figure, one.value):
                return one
    return None


def _is_like(figure: Figure, other: Figure) -> bool:
    """In one unit; a bare number has that of the other."""
    bare = not (figure.unit or figure.noun or figure.word)
    return other.counts and other.high is None and (figure.unit == other.unit or (bare and figure.scale == 1))


def _moved(made: Computation, claim: str, evidence: Sequence[Held]) -> Iterator[Computation]:
    """The same of each other row, or column, that the claim names."""
    grid = made.operands[0].grid
    if grid is None or any(each.grid is not grid for each in made.operands):
        return
    said = spoken(claim)
    cells = {(each.position, each.figure.unit): each for each in evidence if each.grid is grid}
    rows, columns = ({each.position[axis] for each in made.operands} for axis in (0, 1))
    if len(rows) == 1:
        axis, labels, keys = 0, row_labels(grid), ()
    elif len(columns) == 1:
        axis, labels, keys = 1, column_labels(grid), grid.keys
    else:
        return
    dated = axis == 1 and bool(_BEFORE.search(claim))
    for n, label in enumerate(labels):
        taken = n in (rows, columns)[axis] or n in keys
        if taken or not (label & said or (dated and any(map(str.isdigit, label)))):
            continue
        places = [(n, each.position[1]) if axis == 0 else (each.position[0], n) for each in made.operands]
        moved = [cells.get((place, each.figure.unit)) for place, each in zip(places, made.operands, strict=True)]
        found = [each for each in moved if each is not None]
        if len(found) == len(moved):
            yield from _again(made, found)


def _again(made: Computation, operands: Sequence[Held]) -> Iterator[Computation]:
    """The operation of which these operands are: it is read off its result."""
    old, new = ([abs(each.figure.value) for each in one] for one in (made.operands, operands))
    if made.operation is Operation.SUM and made.value == sum(old):
        yield Computation(made.operation, sum(new, Decimal(0)), sums.added(operands), tuple(operands), made.named)
    if len(old) != 2 or not (all(old) and all(new)):
        return
    (a, b), (c, d) = old, new
    forms = {
        "{} − {}": (a - b, c - d),
        "{} / {}": (a / b, c / d),
        "{} / {} − 1": (a / b - 1, c / d - 1),
        "1 − {} / {}": (1 - a / b, 1 - c / d),
        "1 − {1} / {0}": (1 - b / a, 1 - d / c),
        "{} × {}": (a * b, c * d),
    }
    for form, (before, after) in forms.items():
        factor = made.value / before if before else Decimal(0)
        if factor in (1, 100, -1):
            words = form.format(*(each.figure.line for each in operands))
            yield Computation(made.operation, after * factor, words, tuple(operands), made.named)
