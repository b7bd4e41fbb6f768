"""What a sum, a difference or a ratio in words should be, where a claim names all that it is made of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from moot.text import figures
from moot.text.figures import Figure
from moot.text.lazy import lazy_re
from moot.text.terms import stems
from moot.text.units import measure
from moot.verify.reckoning.following import operations, rest, sums
from moot.verify.reckoning.following.changes import change
from moot.verify.reckoning.following.operations import Operation
from moot.verify.reckoning.given.held import Held, bound, comparable
from moot.verify.reckoning.given.tables import TOTAL
from moot.verify.reckoning.said_of.labels import column_labels, row_labels
from moot.verify.reckoning.settling import counted

_SURE = 4
"""Words shared on average by the operands of a computation that proves a ratio wrong."""
_WIDE = 5
"""So many times a wrong sum may be the right one, or a part of it."""
_IN_ALL = lazy_re(
    r"\b(?:total\w*|together|altogether|in all|all told|combined|overall|between them|add\w* up|sum(?:s|med)?|"
    r"all (?:the )?(?:two|three|four|five|six|seven|eight|nine|ten))\b",
    re.IGNORECASE,
)
_EXCEPT = lazy_re(r"\b(?:except|exclud\w+|without|other|others|but|apart|only|leaving)\b", re.IGNORECASE)
_RATED = lazy_re(r"\b(?:rates?|shares?|proportions?|percentages?|per|average|mean)\b", re.IGNORECASE)
"""Then a ratio in words is one of rates, which the figures of two cells are not."""


def sum_or_difference(figure: Figure, claim: str, evidence: Sequence[Held]) -> str:
    """What a sum or difference of two figures that the claim names in full should be; empty where that is not clear."""
    said = frozenset(stems(claim))
    told = operations.VAGUE.sub(" ", sums.beside(claim, figure))
    stated = operations.stated(told) & {Operation.SUM, Operation.DIFFERENCE}
    if len(stated) != 1 or figure.is_ratio:
        return ""
    made = [
        each for each in sums.computations(figure, claim, evidence) if each.operation in stated and _plain(each, said)
    ]
    scaled = [each for each in made if all(one.figure.scale == figure.scale for one in each.operands)]
    made = scaled or made  # A cell may be read in two scales.
    if not made or len({each.value for each in made}) > 1 or not _of_one_size(figure.value, made[0].value):
        return ""
    right = _readable(made[0].value / figure.scale)
    return f"the {made[0].operation.value} is {right} ({made[0].words}), not {figure.raw}"


def total(figure: Figure, claim: str, evidence: Sequence[Held]) -> str:
    """What the total of a column should be that a claim names in full, and no row; empty where that is not clear."""
    if figure.is_ratio or not _IN_ALL.search(claim) or _EXCEPT.search(claim):
        return ""
    meant = [column for column in _columns(evidence) if _means(claim, figure, column)]
    if len(meant) != 1:
        return ""
    value = sum((each.figure.value for each in meant[0]), Decimal(0))
    if sums.says(figure, value) or not _of_one_size(figure.value, value):
        return ""
    return f"the sum is {_readable(value / figure.scale)} ({sums.added(meant[0])}), not {figure.raw}"


def _means(claim: str, figure: Figure, column: Sequence[Held]) -> bool:
    """Whether the claim names the column in full, or how many rows there are and what the column alone counts, and none
    of its rows, and the figure is one of what it counts."""
    grid, cell, said = column[0].grid, column[0].cell, frozenset(stems(claim))
    if grid is None or cell is None or len(column) != len(grid.rows):
        return False
    label = _measured(column_labels(grid)[cell.column], figure)
    noun = frozenset(stems(figure.noun))
    tells = noun and noun <= label and sum(bool(noun & other) for other in column_labels(grid)) == 1
    tells = tells and any(each.word and each.value == len(grid.rows) for each in figures.find(claim))
    if not label or not (tells or label <= said) or any(row & said for row in row_labels(grid)):
        return False
    if any(TOTAL.search(each.row) or not comparable(each.figure, figure) for each in column):
        return False
    counts = bool(noun & label) or not any(noun & other for other in column_labels(grid))
    return column[0].figure.scale == figure.scale and (counts or bool(figure.unit))


def _columns(evidence: Sequence[Held]) -> list[list[Held]]:
    """The figures of each column of a table that has one in every row."""
    lines: dict[tuple[int, int], list[Held]] = {}
    for each in evidence:
        if each.grid is not None and each.cell is not None and each.figure.high is None:
            lines.setdefault((id(each.grid), each.cell.column), []).append(each)
    return [line for line in lines.values() if len({each.cell.row for each in line if each.cell}) == len(line) > 1]


def _measured(label: frozenset[str], figure: Figure) -> frozenset[str]:
    """What a head says beside the unit of its figures."""
    return frozenset(word for word in label if not figure.unit or (measure(word) or ("",))[0] != figure.unit)


def _of_one_size(one: Decimal, other: Decimal) -> bool:
    """A wrong sum is near the right one: 6.7 per thousand hours is none of 33,000 hours and 220 cases."""
    return other / _WIDE <= one <= other * _WIDE


def _readable(value: Decimal) -> str:
    return f"{value.normalize():,f}"


def ratio(figure: Figure, claim: str, evidence: Sequence[Held]) -> sums.Computation | None:
    """What a ratio in words ("twice", "a third") should be: one of two figures that the claim names both in full."""
    if not (figure.word and figure.is_ratio) or _RATED.search(sums.beside(claim, figure)):
        return None
    said, changed = _said_of(figure, claim), change(figure, claim)
    given = [each.figure.value / (100 if each.figure.unit == "%" else 1) for each in evidence if each.figure.is_ratio]
    if rest.share(figure, claim, evidence):
        return None
    shares = counted.instead(figure, said, claim, evidence) if figure.is_fraction and not changed else []
    if shares:
        return _lone(figure, shares, given)
    if sums.follows(figure, claim, evidence):
        return None
    ratios = (Operation.MULTIPLE, Operation.SHARE, Operation.GROWTH)
    found = [each for each in sums.computations(figure, claim, evidence) if each.operation in ratios]
    made = [each for each in found if each.operation is not Operation.GROWTH and _plain(each, said, whole=True)]
    best = max(made, key=lambda each: each.named, default=None)
    if best and best.named >= _SURE:
        return best
    parts = [each for each in found if _change(each, said)] if changed else []
    return _lone(figure, parts, [*given, *(1 - each.value for each in parts)])


def _lone(figure: Figure, made: Sequence[sums.Computation], given: Sequence[Decimal]) -> sums.Computation | None:
    """The one value that all of them have, unless the figure is another that is given."""
    fits = any(sums.says(figure, each) for each in given)
    return made[0] if made and len({each.value for each in made}) == 1 and not fits else None


def _said_of(figure: Figure, claim: str) -> frozenset[str]:
    """The words of the claim; of one that tells several parts ("one valve in 30, one pump in 40") of its clause."""
    clauses = [(each, words) for each, words in bound(claim) if each.is_fraction]
    several = len(clauses) > 1
    return frozenset(stems(next((words for each, words in clauses if several and each.start == figure.start), claim)))


def _change(made: sums.Computation, said: frozenset[str]) -> bool:
    """What went from so many to so many in a sentence, of which the claim says all, or between two years of its row."""
    if made.operation is not Operation.GROWTH or len(made.operands) != 2:
        return False
    one, other = made.operands
    if one.cell and other.cell and one.grid is not None and one.grid is other.grid:
        heads = column_labels(one.grid)[one.cell.column] ^ column_labels(one.grid)[other.cell.column]
        row = row_labels(one.grid)[one.cell.row]
        return one.unit == other.unit and all(map(str.isdecimal, heads)) and bool(row) and row <= said
    named = all(words <= said for words in map(_in_words, made.operands))
    return named and one.unit == other.unit and one.grid is None is other.grid


def _in_words(each: Held) -> frozenset[str]:
    return frozenset(word for word in each.clause if not word[0].isdecimal())


def _words(label: frozenset[str]) -> frozenset[str]:
    """Without a round number: "Cost per 1,000 sentences" may be told of "a thousand"."""
    return frozenset(word for word in label if not word.isdecimal() or int(word) % 100 or len(word) < 3)


def _plain(made: sums.Computation, said: frozenset[str], *, whole: bool = False) -> bool:
    """Two figures of one column whose rows, or of one row whose columns, the claim names in full; `whole`: that too."""
    if len(made.operands) != 2 or made.operation is Operation.PRODUCT:
        return False
    one, other = made.operands
    if one.grid is None or one.grid is not other.grid or not one.cell or not other.cell:
        return False
    rows, columns = row_labels(one.grid), column_labels(one.grid)
    if one.cell.column == other.cell.column:
        full = [rows[one.cell.row], rows[other.cell.row], *([_words(columns[one.cell.column])] if whole else [])]
    else:
        whole_table = TOTAL.search(one.row) and not any(label and label <= said for label in rows)
        full = [columns[one.cell.column], columns[other.cell.column], *([] if whole_table else [rows[one.cell.row]])]
    return all(label and label <= said for label in full)
