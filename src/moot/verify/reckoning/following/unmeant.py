"""What operations give over figures that no claim takes together in this way, though their result is its figure.

The one side of a vote is no share of the other, a total less a row of which nobody speaks is nobody's, and the middle
of two figures is not told beside the one of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Protocol

from moot.text import figures
from moot.text.figures import Figure, FigureKind, agree
from moot.text.lazy import lazy_re
from moot.text.terms import stems
from moot.verify.reckoning.following import operations
from moot.verify.reckoning.following.operations import Operation
from moot.verify.reckoning.given.held import Held, comparable
from moot.verify.reckoning.given.spoken import spoken
from moot.verify.reckoning.given.tables import TOTAL
from moot.verify.reckoning.said_of.labels import column_labels, row_labels

_RATIOS = (Operation.SHARE, Operation.REST, Operation.GROWTH)
_COMPARES = lazy_re(
    r"\b(?:than|compared|against|versus|vs|next|other\w*|rest|remain\w*|lead\w*|ahead|behind|margin|gap|without|but|"
    r"as|that|those|besides?|als)\b",
    re.IGNORECASE,
)
"""With which one row may be held against another that has no name in the claim."""
_BY = lazy_re(r"\b(?:by|with)[\s\xa0]$", re.IGNORECASE)
_TO = lazy_re(r"(?:[\s\xa0][^\W\d_]+)?[\s\xa0](?:to|against)[\s\xa0]", re.IGNORECASE)
"""Before and between the two sides of a vote: "by 121 votes to 43"."""
_FROM = lazy_re(r"\bfrom[\s\xa0]$", re.IGNORECASE)
_SUPPOSED = lazy_re(
    r"\b(?:up to|at (?:most|least|best|worst)|between|(?:upper|lower|top|bottom|high|low)[\s\xa0](?:end|bound|limit)|"
    r"m(?:ax|in)imum|range|midpoint|middle|"
    r"would|could|may|might|will|should|can|if|expect\w*|forecast\w*|plan\w*|estimat\w*|project\w*|target\w*|guid\w+|"
    r"predict\w*|outlook)\b",
    re.IGNORECASE,
)
"""With which a claim may speak of one end of a range."""
_THE = r"[\s\xa0](?:(?:the|its|their|all|these|those|some|about)[\s\xa0]){0,2}"
_OF_BEFORE = lazy_re(rf"(?:^|[,;:.(][\s\xa0]|\b(?:and|but|while)[\s\xa0])of{_THE}$", re.IGNORECASE)
_OF_AFTER = lazy_re(rf"[\s\xa0](?:out[\s\xa0])?of{_THE}", re.IGNORECASE)
_OF = lazy_re(r"[\s\xa0](?:out[\s\xa0])?of\b")
_NOUN = lazy_re(r"(?:[\s\xa0][\w-]+){0,4}?,?[\s\xa0](?:(?:some|about|only|just|almost|nearly|over|under)[\s\xa0])?")
"""Between a whole and its share: "of the 640 comments received, 52 per cent"."""
_ROUNDED = Decimal("0.05")
"""By which part of it a whole may be told otherwise than it is."""


class Made(Protocol):
    """What gives a figure."""

    @property
    def operation(self) -> Operation: ...
    @property
    def value(self) -> Decimal: ...
    @property
    def operands(self) -> tuple[Held, ...]: ...


def is_unmeant(made: Made, figure: Figure, claim: str) -> bool:
    """Whether that cannot be what the claim means by its figure."""
    operation, operands = made.operation, made.operands
    said = spoken(claim) - frozenset(stems(figure.raw))
    if any(_is_end(each, operands) for each in operands) and not _SUPPOSED.search(claim):
        return True
    found = [each for each in operands if each.passage]
    if len(found) == 1 and operation in (Operation.PRODUCT, Operation.MEAN) and _is_strange(found[0], said):
        return True  # As often as the claim counts something, what stands in the row of one of them.
    if operation is Operation.MEAN and operands:
        return _is_middle_beside_end(operands, figure, claim)
    if len(operands) != 2:
        return False
    one, other = operands
    if _lie_apart(one, other, said):
        return True
    if operation in (Operation.SUM, Operation.DIFFERENCE):
        lone = any(map(_is_total, operands)) and any(_is_strange(each, said) for each in operands)
        left_out = _COMPARES.search(claim) or Operation.REST in operations.stated(claim)
        return lone and one.grid is other.grid and not left_out
    if operation not in _RATIOS or not figure.is_ratio or one.figure.unit == "%":
        return False
    return (
        (_are_sides(one, other) and not _is_of_both(made, figure))
        or (operation is not Operation.GROWTH and _is_of_another_row(one, other, said, claim))
        or (operation is not Operation.GROWTH and _is_of_another_whole(operands, figure, claim))
        or (operation is Operation.REST and _names_the_part(one, other, figure, claim, said))
    )


def _is_total(each: Held) -> bool:
    return each.grid is not None and bool(TOTAL.search(each.row))


def _is_strange(each: Held, said: frozenset[str]) -> bool:
    """True for a cell of one of several rows, of which the claim says nothing, and that is no total of them."""
    if each.grid is None or each.cell is None or _is_total(each):
        return False
    label = row_labels(each.grid)[each.cell.row]
    return bool(label) and not label & said and not all(map(str.isdigit, label))


def _lie_apart(one: Held, other: Held, said: frozenset[str]) -> bool:
    """True for two cells that share neither row nor column, of rows of which the claim says nothing."""
    if one.grid is None or one.grid is not other.grid:
        return False
    level = any(a == b for a, b in zip(one.position, other.position, strict=True))
    return not level and _is_strange(one, said) and _is_strange(other, said)


def _is_end(each: Held, operands: Sequence[Held]) -> bool:
    """True for one end of a range of which nothing else is taken; what went "from 18 to 20" is none."""
    own = figures.find(each.figure.raw)
    if each.figure.high is not None or not own or own[0].high is None or own[0].kind is FigureKind.DATE:
        return False
    moved = _FROM.search(each.document.text, max(0, each.figure.start - 6), each.figure.start)
    return not moved and len(operands) > 1 and sum(one.figure.start == each.figure.start for one in operands) == 1


def _is_middle_beside_end(operands: Sequence[Held], figure: Figure, claim: str) -> bool:
    """True for "67 on average, against 74" as the middle of 61 and 74."""
    if not all(comparable(operands[0].figure, each.figure) for each in operands):
        return False
    others = [each for each in figures.find(claim) if each.start != figure.start and each.counts]
    told = [any(agree(one, each.figure) for one in others) for each in operands]
    return any(told) and not all(told)


def _are_sides(one: Held, other: Held) -> bool:
    """True for the two sides of a vote: "by 121 to 43"."""
    if one.unit != other.unit or one.document is not other.document or one.grid is not None:
        return False
    text = one.document.text
    first, second = sorted((one.figure, other.figure), key=lambda each: each.start)
    counted = not first.unit and not second.unit
    before = _BY.search(text, max(0, first.start - 6), first.start)
    return counted and bool(before and _TO.fullmatch(text, first.end, second.start))


def _is_of_both(made: Made, figure: Figure) -> bool:
    """Whether it is the share of one of two figures in the two together."""
    values = [each.figure.value for each in made.operands]
    factor = 100 if figure.unit == "%" else 1
    whole = sum(values)
    return whole > 0 and any(made.value == value / whole * factor for value in values)


def _is_of_another_row(one: Held, other: Held, said: frozenset[str], claim: str) -> bool:
    """True for the share that a row of which nobody speaks is of the one that the claim names."""
    if one.grid is None or one.grid is not other.grid or not (one.cell and other.cell):
        return False
    if one.cell.column != other.cell.column or _COMPARES.search(claim):
        return False
    rows = row_labels(one.grid)
    named = [rows[each.cell.row] <= said for each in (one, other) if each.cell and rows[each.cell.row]]
    return any(named) and any(_is_strange(each, said) for each in (one, other))


def _is_of_another_whole(operands: Sequence[Held], figure: Figure, claim: str) -> bool:
    """True where the claim says of how many the share is, "of the 500 letters", and it was made of others."""
    whole = _whole(figure, claim)
    if whole is None:
        return False
    values = [each.figure.value for each in operands]
    return not any(abs(value - whole.value) <= value * _ROUNDED for value in (max(values), sum(values)))


def _whole(figure: Figure, claim: str) -> Figure | None:
    """The 500 of "of the 500 letters, 53 per cent", and of "53 per cent of the 500 letters"."""
    counted = [each for each in figures.find(claim) if each.kind is FigureKind.QUANTITY and not each.is_ratio]
    after = next((each for each in counted if each.start >= figure.end), None)
    if after and _OF_AFTER.fullmatch(claim, figure.end, after.start):
        return after
    if _OF.match(claim, figure.end):
        return None
    before = next((each for each in counted[::-1] if each.end <= figure.start), None)
    beside = before and _NOUN.fullmatch(claim, before.end, figure.start)
    return before if before and beside and _OF_BEFORE.search(claim, 0, before.start) else None


def _names_the_part(one: Held, other: Held, figure: Figure, claim: str, said: frozenset[str]) -> bool:
    """Whether the claim gives as a share what it leaves of the whole: it names the part, and denies nothing of it."""
    if Operation.REST in operations.stated(claim):
        return False
    part = min((one, other), key=lambda each: each.figure.value)
    if any(agree(each, part.figure) for each in figures.find(claim)):
        return False
    if part.grid is None or part.cell is None:
        if Operation.REST in operations.stated(part.unit.of(part.document.text)):
            return False  # What the evidence denies of the part holds of the rest.
        return bool(part.clause) and (part.clause <= said or len(part.clause & said) > 1)
    label = column_labels(part.grid)[part.cell.column]
    return bool(label) and label <= said
