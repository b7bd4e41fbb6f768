"""A figure made of something of which the claim says nothing, though it names another that could stand there.

Of "312 were fires, 541 road accidents" the share of fires is not made of the second, and "for each hive in spring" is
not reckoned by the hives of autumn. Among a few dozen figures some pair gives almost any number; this leaves out those
that the claim itself rules out. What no claim means whatever it names, `unmeant` tells.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from moot.text import figures
from moot.text.figures import Figure, FigureKind
from moot.text.lazy import lazy_re
from moot.text.spans import Span
from moot.text.terms import stems
from moot.verify.reckoning.following.operations import Operation
from moot.verify.reckoning.following.unmeant import Made, is_unmeant
from moot.verify.reckoning.given.held import Held, bound, comparable
from moot.verify.reckoning.given.spoken import spoken
from moot.verify.reckoning.given.tables import TOTAL
from moot.verify.reckoning.said_of.labels import column_labels, row_labels
from moot.verify.reckoning.said_of.went import OTHER_YEAR

_OF = lazy_re(r"\bof[\s\xa0](?:(?:the|its|their|all|these|those|some|about)[\s\xa0]){0,2}$", re.IGNORECASE)
_OF_THEM = lazy_re(r"[\s\xa0]of[\s\xa0](?:them|these|those|whom)\b", re.IGNORECASE)
_OF_WHICH = lazy_re(r"[^.;]{0,24}?,?[\s\xa0]of[\s\xa0](?:which|whom)[\s\xa0]", re.IGNORECASE)
_STOPS = lazy_re(r"[,;:](?!\d)")
_GAP = 2
"""Characters between two sentences."""


def passed_over(made: Made, figure: Figure, claim: str, evidence: Sequence[Held]) -> bool:
    """Whether the claim names another row or column than that of a cell of which the figure is made, and nothing of the
    cell's own; of a share, whether so of its part or its whole; or nobody means what is made so."""
    said, operands = spoken(claim), made.operands
    if is_unmeant(made, figure, claim):
        return True
    here = _clause(figure, claim)
    if OTHER_YEAR.search(claim):
        here = frozenset(word for word in here if not word.isdigit())
    whole = bool(TOTAL.search(claim))
    if any(_in_another_cell(each, operands, evidence, here, said, whole) for each in operands if each.grid):
        return True
    if made.operation not in (Operation.SHARE, Operation.REST) or len(operands) != 2 or not figure.is_ratio:
        return False
    own = said - frozenset(stems(figure.raw))
    one, other = operands
    return _is_another_part(one, other, evidence, own) or _is_another_part(other, one, evidence, own)


def _clause(figure: Figure, claim: str) -> frozenset[str]:
    """The words of the clause of a figure up to the next stop, or figure."""
    stop = _STOPS.search(claim, figure.end)
    ends = [
        each.start for each in figures.find(claim) if each.start > figure.start and each.kind is not FigureKind.DATE
    ]
    told = claim[: min([*ends, stop.start() if stop else len(claim)])]
    return spoken(next((words for each, words in bound(told) if each.start == figure.start), told))


def _in_another_cell(
    one: Held,
    operands: Sequence[Held],
    evidence: Sequence[Held],
    here: frozenset[str],
    said: frozenset[str],
    whole: bool,
) -> bool:
    """`whole`: the claim speaks of all."""
    assert one.grid is not None
    row, column = one.position
    rows, columns = row_labels(one.grid), column_labels(one.grid)
    total = TOTAL.search(one.row)
    taken = [each.position for each in operands if each.grid is one.grid]
    known = frozenset[str]().union(*(rows[below] | columns[beside] for below, beside in taken))
    for other in evidence:
        if other.grid is not one.grid or not comparable(one.figure, other.figure):
            continue
        below, beside = other.position
        if beside == column and not (total and (whole or len(taken) > 1 or not rows[below] <= said)):
            mine, others = rows[row] - rows[below], rows[below]
        elif below == row and not TOTAL.search(one.column):
            mine, others = columns[column] - columns[beside], columns[beside]
        else:
            continue
        if (others - known) & here and not mine & said:
            return True
    return False


def _is_another_part(one: Held, beside: Held, evidence: Sequence[Held], said: frozenset[str]) -> bool:
    """Whether the claim says nothing of the figure alone, and something of another of its sentence or one beside it."""
    part, whole = sorted((one, beside), key=lambda each: each.figure.value)
    if not comparable(part.figure, whole.figure):
        return False
    told = is_part_of(part, whole)
    left = said - beside.clause
    return any(
        comparable(one.figure, other.figure)
        and other.document is one.document
        and other.place not in (one.place, beside.place)
        and (_follow(one.unit, other.unit) or len(other.clause & left) > 1)
        and _named(other, left - one.clause)
        and not _named(one, said - other.clause)
        and (not told or is_part_of(other, whole))
        for other in evidence
    )


def _follow(one: Span, other: Span) -> bool:
    return other.start - _GAP <= one.end and one.start - _GAP <= other.end


def _named(each: Held, said: frozenset[str]) -> bool:
    """Whether the claim speaks of what the figure belongs to: of a cell, of its row."""
    if each.grid is not None and each.cell is not None:
        return bool(row_labels(each.grid)[each.cell.row] & said or TOTAL.search(each.row))
    return bool(each.clause & said)


def is_part_of(part: Held, whole: Held) -> bool:
    """True for "180 of the 310", "of 300 members 100", "38.2 million, of which 21.7 million", "nine, six of them"."""
    if part.unit != whole.unit or part.document is not whole.document:
        return False
    text, start = whole.document.text, whole.figure.start
    of_which = _OF_WHICH.fullmatch(text, whole.figure.end, max(whole.figure.end, part.figure.start))
    of_them = whole.figure.end <= part.figure.start and _OF_THEM.match(text, part.figure.end)
    return bool(of_which or of_them or _OF.search(text, max(whole.unit.start, start - 16), start))
