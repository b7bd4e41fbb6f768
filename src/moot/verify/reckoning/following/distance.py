"""How near to the claim is what plain operations give over the figures near what it cites.

The distance of a result: how little the claim says of its operands, how far apart they stand, and whether words of the
claim state the operation.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import combinations
from math import prod

from moot.text import figures
from moot.text.figures import Figure, FigureKind, agree
from moot.text.lazy import lazy_re
from moot.text.units import SCALES
from moot.verify.reckoning.following import operations, sums
from moot.verify.reckoning.following.changes import Change, change
from moot.verify.reckoning.following.operations import Operation
from moot.verify.reckoning.given import spoken
from moot.verify.reckoning.given.held import Held
from moot.verify.reckoning.given.tables import TOTAL
from moot.verify.reckoning.said_of import relative
from moot.verify.reckoning.said_of.labels import column_labels, row_labels
from moot.verify.reckoning.said_of.rates import ROUND

_CLOSE = 12
"""Figures of the claim itself that are combined: those that stand nearest."""
_ROUND = rf"({ROUND}|hundred thousand|hundred|thousand|million)(?![\w,.]*\d)"
_PER = lazy_re(rf"(?:\s+[^\W\d_][\w-]*){{0,4}}?\s+(?:per|in|(?:out )?of) (?:every |each |an? )?{_ROUND}\b")
_PER_BEFORE = lazy_re(rf"\b(?:for|of|per|to) (?:every |each ){_ROUND}\b", re.IGNORECASE)
UNSTATED, UNSPOKEN = 3, 3
"""Distance of an operation that no word states, and of a figure of which the claim says nothing."""


@dataclass(frozen=True)
class Derived:
    """`words` shows it: "58 + 61"."""

    operation: Operation
    value: Decimal
    words: str
    operands: tuple[Held, ...]
    distance: int
    stated: bool
    """Words of the claim say the operation."""
    likely: bool = False
    """The claim means it: too few numbers could have been made for it to be chance."""


@dataclass(frozen=True)
class Said:
    """What the claim says beside the figure."""

    claim: str
    figure: Figure
    words: frozenset[str]
    stated: frozenset[Operation]
    others: tuple[Figure, ...]
    close: tuple[Figure, ...]
    """Those of them that stand nearest to the figure, in order."""
    change: Change | None = None
    """Whether the figure is that by which something rose or fell."""
    per: Decimal | None = None
    """Of how many it is said: "2.9 strikes per 10,000 movements"."""
    known: dict[tuple[str, Figure], int] = field(default_factory=dict[tuple[str, Figure], int])
    """Distances by source and figure: each is asked for with every other."""

    @classmethod
    def of(cls, claim: str, figure: Figure) -> Said:
        words = sums.beside(claim, figure)
        stated = frozenset(operations.stated(words)) - {Operation.DIFFERENCE}
        stated |= operations.stated(operations.VAGUE.sub(" ", words)) & {Operation.DIFFERENCE}
        others = tuple(each for each in figures.find(claim) if each.start != figure.start and each.counts)
        if any(each.kind is FigureKind.DATE and each.high is not None for each in figures.find(claim)):
            stated |= {Operation.DIFFERENCE, Operation.GROWTH}  # "between 2019 and 2023"
        near = sorted(others, key=lambda each: abs(each.start - figure.start))[:_CLOSE]
        close = tuple(sorted(near, key=lambda each: each.start))
        per = _PER.match(claim, figure.end) or _first_after(claim, figure, others)
        of = _round(per[1]) if per else None
        year = relative.told(claim, figure)  # "… in 2024, against 46,365 the year before" is of 2023.
        said = spoken.beside(claim.replace(*year) if year else claim, figure)
        return cls(claim, figure, said, stated, others, close, change(figure, claim), of)

    def distance(self, each: Held) -> int:
        """Of one figure: 0 where the claim repeats it or names what it belongs to, 3 where it says nothing of it."""
        key = each.document.source.id, each.figure
        if key not in self.known:
            self.known[key] = self._distance(each)
        return self.known[key]

    def unnamed(self, each: Held) -> int:
        """How many words of the row and column of a cell the claim does not say."""
        if each.grid is None or each.cell is None:
            return 0
        row = frozenset[str]() if TOTAL.search(each.row) else row_labels(each.grid)[each.cell.row]
        return len((row | column_labels(each.grid)[each.cell.column]) - self.words)

    def _distance(self, each: Held) -> int:
        if any(agree(other, each.figure) for other in self.others):
            return 0
        if each.grid is not None and each.cell is not None:
            row, column = row_labels(each.grid)[each.cell.row], column_labels(each.grid)[each.cell.column]
            return 4 - 2 * bool(row & self.words or TOTAL.search(each.row)) - 2 * bool(column & self.words)
        own = len(each.clause & self.words)
        return 0 if own > 1 else 1 if own else 2 if len(each.sentence & self.words) > 1 else 3


def _apart(one: Held, other: Held) -> int:
    """0 in one sentence, row or column, 1 in sentences that follow one another, 2 in one passage, 3 in one document."""
    if not (one.passage and other.passage):
        return 0  # A figure of the claim itself.
    if one.document is not other.document:
        return 5
    if one.grid is not None and one.grid is other.grid and one.cell and other.cell:
        return 0 if one.cell.row == other.cell.row or one.cell.column == other.cell.column else 4
    if one.unit == other.unit:
        return 0
    first, second = sorted((one.unit, other.unit), key=lambda unit: unit.start)
    if one.passage == other.passage:
        return 1 if second.start - first.end <= 2 else 2
    return 3


def _first_after(claim: str, figure: Figure, others: Sequence[Figure]) -> re.Match[str] | None:
    """ "For every hundred babies born, some 149 people died": of the first figure behind that."""
    found = _PER_BEFORE.search(claim, 0, figure.start)
    if found is None or ";" in claim[found.end() : figure.start]:
        return None
    return None if any(found.end() < each.start < figure.start for each in others) else found


def _round(raw: str) -> Decimal:
    if any(letter.isdigit() for letter in raw):
        return Decimal(re.sub(r"\D", "", raw))
    return prod((SCALES.get(word, Decimal(1)) for word in raw.lower().split()), start=Decimal(1))


def made_of(said: Said, operation: Operation, value: Decimal, form: str, *operands: Held, more: int = 0) -> Derived:
    """A result with its distance, of which `more` is added; `form` shows the operands."""
    shown = [each.figure.line for each in operands]
    distance = 0 if operation in said.stated else UNSTATED
    distance += max(map(said.distance, operands)) + min(map(said.distance, operands)) if operands else 3
    distance += max((_apart(*pair) for pair in combinations(operands, 2)), default=0) + more
    return Derived(operation, value, form.format(*shown), operands, distance, operation in said.stated)
