"""Who has most, who has more, and what came first, by a column of a table.

The claim names one row and a superlative ("the most shops", "tested first"), or two rows and how they compare, and the
column by words of its head. Words beside these may speak of a part of the table: with any of them a claim is not borne
out, and not refuted where they stand as what narrows a thing ("the most primary schools", "in the north").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from moot.text import figures
from moot.text.figures import Figure, FigureKind
from moot.text.lazy import lazy_re
from moot.text.terms import stem, stems, words
from moot.verify.reckoning.given.tables import Grid
from moot.verify.reckoning.ordering import listed, superlatives
from moot.verify.reckoning.ordering.superlatives import Order, Verdict
from moot.words import Document

_OF_ALL = lazy_re(
    r"\b(?:of|among|in|across) (?:all |all the |the |its |these )"
    r"(?P<count>two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) ",
    re.IGNORECASE,
)
_COUNTS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
_TIME = frozenset(
    stems(
        "date day time year tested built opened founded started ended completed launched born released published signed"
    )
)
_RATE = lazy_re(r"\b(?:per|rates?|shares?|percentages?|proportions?|average|mean|median|density)\b", re.IGNORECASE)
_RATED = lazy_re(r"\b(?:rate|share|percent\w*|proportion|average|mean|median|density|per)\b|%|/", re.IGNORECASE)
"""A claim with the first speaks of a column whose head has one of these."""
_UNRANKED = lazy_re(
    r"\b(?:rank\w*|plac\w+|position|standing|priority|class|grade|category|no\.?|id|year)\b", re.IGNORECASE
)
"""Heads of columns in which the largest number is not the most."""
_STRAY, _ROWS = 2, 12
"""Words of a claim beside thing, column and superlative with which it may be refuted; rows that it may name."""
_NARROWS = lazy_re(
    r"\b(?:of|among|in|within|under|over|for|during|outside|from|on|at|by|between|to)(?: the| its| all| their)? "
    r"(?P<word>[^\W\d_]+)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Column:
    dates: bool
    values: dict[int, tuple[Decimal, str]]
    """The one value of each row that has one, as it stands there."""


def judged(claim: str, grids: Sequence[Grid], documents: Sequence[Document]) -> Verdict | None:
    """Whether the tables bear the claim out or refute it; None where they do not tell."""
    found = [each for grid in grids for each in _judged(claim, grid, documents)]
    return next((each for each in found if each.holds), found[0]) if found else None


def _judged(claim: str, grid: Grid, documents: Sequence[Document]) -> Iterator[Verdict]:
    labels = listed.labels(grid)
    every = _OF_ALL.search(claim)
    if every:
        count = every["count"].lower()
        if (_COUNTS.index(count) if count in _COUNTS else int(count)) != len(labels):
            return
        claim = f"{claim[: every.start()]}of the {claim[every.end() :]}"
    if len(labels) < 2 or not superlatives.askable(claim):
        return
    named = _named(claim, labels)
    if len(named) == 1:
        order = superlatives.asked(claim) or superlatives.came(claim)
        if order:
            found = _first(claim, order, grid, named[0], listed.above(grid, documents))
            yield from (each for each in found if not each.holds or listed.is_whole(grid, documents))
    elif len(named) == 2:
        pair = superlatives.compared(claim) or superlatives.timed(claim)
        ours, theirs = (_named(each, labels) for each in (pair.left, pair.right)) if pair else ([], [])
        if pair and len(ours) == len(theirs) == 1 and ours != theirs:
            yield from _pair(claim, pair.order, grid, ours[0], theirs[0], listed.above(grid, documents))


def _named(text: str, labels: dict[int, frozenset[str]]) -> list[int]:
    """The rows that a text names in full, none whose label is part of another's that it names too."""
    said = frozenset(listed.words(text))
    full = [n for n, label in labels.items() if label and label <= said]
    return full if len(full) > _ROWS else [n for n in full if not any(labels[n] < labels[other] for other in full)]


@lru_cache(maxsize=256)
def _read(grid: Grid) -> dict[int, _Column]:
    """The columns of dates, and of amounts that can be compared: of one unit, none below zero."""
    found: dict[int, _Column] = {}
    labels = listed.labels(grid)
    for column in range(len(grid.heads)):
        cells = {n: row[column].text for n, row in enumerate(grid.rows) if n in labels and column < len(row)}
        single = {n: value for n, text in cells.items() if (value := _single(text))}
        dates = {each.kind is FigureKind.DATE for each in single.values()}
        alike = len({each.unit for each in single.values()}) == 1 and all(each.value >= 0 for each in single.values())
        if column not in grid.keys and len(dates) == 1 and alike and not _UNRANKED.search(grid.heads[column]):
            values = {n: (value.value, cells[n].strip(" *_")) for n, value in single.items()}
            found[column] = _Column(dates.pop(), values)
    return found


def _single(text: str) -> Figure | None:
    found = [each for each in figures.find(text) if each.kind not in (FigureKind.NAME, FigureKind.ORDINAL)]
    return found[0] if len(found) == 1 and found[0].high is None and not found[0].approx else None


def _columns(claim: str, order: Order, grid: Grid, rows: Iterable[int]) -> list[int]:
    """The columns that the claim may speak of: those whose head it says best, or that its superlative measures."""
    said = frozenset(stems(claim)).difference(*(listed.labels(grid)[n] for n in rows))
    rate = _RATE.search(claim)
    heads = {
        n: frozenset(stems(grid.heads[n]))
        for n, column in _read(grid).items()
        if column.dates is order.dates and (not rate or _RATED.search(grid.heads[n]))
    }
    shares = {n: len(head & said) / len(head) for n, head in heads.items() if head & said}
    best = max(shares.values(), default=0.0)
    if best:
        return [n for n, share in shares.items() if share == best]
    measured = [n for n, head in heads.items() if head & order.measures]
    return measured or (list(heads) if order.dates and len(heads) == 1 else [])


def _left(claim: str, order: Order, grid: Grid, rows: Sequence[int], columns: Sequence[int], above: str) -> list[str]:
    """Content words that are neither thing, nor column, nor superlative, nor the thing's own figure."""
    known = {*stems(above), *(_TIME if order.dates else ()), *(stems(" ".join(_RATE.findall(claim))))}
    for n in (*columns, *grid.keys):
        known.update(stems(grid.heads[n]))
    for n in rows:
        known.update(listed.labels(grid)[n])
        for column in columns:
            known.update(stems(_read(grid)[column].values.get(n, (0, ""))[1]))
    return superlatives.rest(claim, order, frozenset(known))


def _narrowed(claim: str, order: Order, left: Sequence[str], heads: frozenset[str]) -> bool:
    """True where a word that is left may speak of a part of the things, or of something else than the column has."""
    if any(each[0].isdigit() for each in left) or len(left) > _STRAY:
        return True
    if any(stem(match["word"].lower()) in left for match in _NARROWS.finditer(claim)):
        return True
    said = [stem(word) for word in words(claim)]
    at = next((n for n, word in enumerate(words(claim)) if word == order.word), len(said))
    behind = next((n for n in range(at + 1, len(said)) if said[n] in heads), at)
    return any(each in left for each in said[at + 1 : behind])


def _first(claim: str, order: Order, grid: Grid, row: int, above: str) -> Iterator[Verdict]:
    columns = _columns(claim, order, grid, [row])
    left = _left(claim, order, grid, [row], columns, above)
    heads = frozenset(each for n in columns for each in stems(grid.heads[n]))
    if not columns or (left and (order.dates or _narrowed(claim, order, left, heads))):
        return
    verdicts = [_ranked(order, grid, column, row, whole=not left) for column in columns]
    if verdicts[0] and len({each and each.holds for each in verdicts}) == 1:
        yield verdicts[0]


def _ranked(order: Order, grid: Grid, column: int, row: int, *, whole: bool) -> Verdict | None:
    """The row's place in the column; `whole`: nothing of the claim is left out."""
    values, head = _read(grid)[column].values, grid.heads[column]
    if row not in values or len(values) < 2:
        return None
    own, raw = values[row]
    ahead = [n for n, (value, _) in values.items() if (value - own) * order.sign > 0]
    alike = sum(value == own for value, _ in values.values())
    if len(ahead) >= order.rank:
        others = ", ".join(f"{grid.label(n)} has {values[n][1]}" for n in ahead[:2])
        return Verdict(False, f"the claim says “{order.said}”, but {others}, {grid.label(row)} {raw} ({head})")
    if len(values) < len(listed.labels(grid)):
        return None
    if len(ahead) + alike < order.rank:
        return Verdict(
            False, f"the claim says “{order.said}”, but {grid.label(row)} is {order.word} with {raw} ({head})"
        )
    return Verdict(True, f"{grid.label(row)} has {raw}, {order.said} of “{head}”") if whole and alike == 1 else None


def _pair(claim: str, order: Order, grid: Grid, one: int, other: int, above: str) -> Iterator[Verdict]:
    columns = _columns(claim, order, grid, (one, other))
    if len(columns) != 1 or _left(claim, order, grid, (one, other), columns, above):
        return
    values = _read(grid)[columns[0]].values
    if one in values and other in values:
        told = f"{grid.label(one)} has {values[one][1]}, {grid.label(other)} {values[other][1]}"
        yield from order.verdict(values[one][0], values[other][0], f"{told} ({grid.heads[columns[0]]})")
