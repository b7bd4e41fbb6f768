"""What a table or a sentence gives per head, per employee or per inhabitant, by whatever it calls those it counts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from moot.text.figures import Figure, FigureKind
from moot.text.lazy import lazy_re
from moot.verify.reckoning.following.operations import Operation
from moot.verify.reckoning.following.sums import Computation
from moot.verify.reckoning.given.dated import years
from moot.verify.reckoning.given.held import Held
from moot.verify.reckoning.given.spoken import spoken
from moot.verify.reckoning.said_of.labels import row_labels

_WORKERS = r"head[ -]?count|employees?|staff|workforce|personnel|workers?|FTEs?"
_PEOPLE = r"population|inhabitants?|residents?|people|citizens"
_SAID = lazy_re(
    r"\b(?:per|for each|for every)[\s\xa0]+(?:(?P<both>head|person|capita)|(?P<work>employee|worker|"
    r"member[\s\xa0]of[\s\xa0]staff|staff[\s\xa0]member|FTE)|(?P<live>inhabitant|resident|citizen))\b",
    re.IGNORECASE,
)
_ARE = {
    "both": lazy_re(rf"\b(?:{_WORKERS}|{_PEOPLE})\b", re.IGNORECASE),
    "work": lazy_re(rf"\b(?:{_WORKERS})\b", re.IGNORECASE),
    "live": lazy_re(rf"\b(?:{_PEOPLE})\b", re.IGNORECASE),
}
_MOST = 40


def shared(figure: Figure, claim: str, evidence: Sequence[Held]) -> Iterator[Computation]:
    """What the sums that the claim names come to for each of those who are counted in the same year."""
    match = _SAID.search(claim)
    if match is None or figure.high is not None or figure.is_ratio or not figure.unit:
        return
    pattern, said, asked = _ARE[match.lastgroup or "both"], spoken(claim), years(claim)
    heads = [each for each in evidence if _counts(each, pattern)][:_MOST]
    sums = [each for each in evidence if _is_named(each, figure, said)][:_MOST]
    for one in sums:
        for other in heads:
            if _together(one, other) and (not asked or not years(one.column) or asked & years(one.column)):
                value = one.figure.value / other.figure.value
                words = f"{one.figure.line} / {other.figure.line}"
                yield Computation(Operation.MEAN, value, words, (one, other), len(one.clause & said))


def _counts(each: Held, pattern: re.Pattern[str]) -> bool:
    """Whether it counts people: a cell by its labels, a number of a sentence by what follows it."""
    own = each.figure
    if own.kind is not FigureKind.QUANTITY or own.unit or own.high is not None or own.value <= 0:
        return False
    return bool(pattern.search(f"{each.row} | {each.column}" if each.grid else own.counted))


def _is_named(each: Held, figure: Figure, said: frozenset[str]) -> bool:
    own = each.figure
    if own.unit != figure.unit or own.high is not None or own.value <= 0:
        return False
    if each.grid is None or each.cell is None:
        return bool(each.clause & said)
    row, column = row_labels(each.grid)[each.cell.row], spoken(each.column)
    return (bool(row) and row <= said) or bool(column & said)


def _together(one: Held, other: Held) -> bool:
    """Of one column or row of a table, or of one passage."""
    if one.grid is not None and one.cell and other.cell and one.grid is other.grid:
        return one.cell.column == other.cell.column or one.cell.row == other.cell.row
    return one.grid is None and other.grid is None and one.place.passage == other.place.passage
