"""What figures come to together without a word of the claim, as a figure that others are reckoned from.

A total that nobody wrote (of a column, of the figures of a sentence), "8 tanks with 25,000 larvae each", and a figure
of the claim itself that stands nowhere: "6,700 more, a rise of 7 per cent".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import groupby, pairwise

from moot.text.figures import Figure, FigureKind, agree
from moot.text.lazy import lazy_re
from moot.text.spans import Span
from moot.verify.reckoning.given.held import Held
from moot.verify.reckoning.given.tables import TOTAL
from moot.verify.reckoning.said_of.labels import column_labels

_EACH = lazy_re(r"[^.;]{0,30}?\b(?:each|apiece)\b", re.IGNORECASE)
_BETWEEN = lazy_re(r"[^.;\d]{1,40}")
_MOST = 6
"""Figures of a sentence that are added up."""


def together(found: Sequence[Held]) -> Iterator[Held]:
    yield from _products(found)
    yield from _columns(found)
    yield from _sentences(found)


def _products(found: Sequence[Held]) -> Iterator[Held]:
    """So many of so much each."""
    for line in _lines(found):
        for count, measured in pairwise(line):
            own, other, text = count.figure, measured.figure, measured.document.text
            plain = own.kind is FigureKind.QUANTITY and not own.unit and own.value > 1 and other.value > 0
            each = _EACH.match(text, other.end, measured.unit.end) or _EACH.match(text, own.end, other.start)
            if plain and not other.is_ratio and each and _BETWEEN.fullmatch(text, own.end, other.start):
                whole = replace(other, start=own.start, value=own.value * other.value, raw=f"{own.line} × {other.line}")
                yield replace(measured, figure=whole, clause=count.clause | measured.clause)


def _columns(found: Sequence[Held]) -> Iterator[Held]:
    """Of a table without a total."""
    cells = sorted((each for each in found if each.grid and each.cell), key=lambda each: each.figure.start)
    lines: dict[tuple[object, ...], list[Held]] = {}
    for each in cells:
        key = id(each.grid), each.position[1], each.figure.unit, each.figure.scale
        lines.setdefault(key, []).append(each)
    for line in lines.values():
        grid = line[0].grid
        if grid is None or line[0].figure.unit in ("%", "x") or len(line) != len(grid.rows) or len(line) < 2:
            continue
        if not any(TOTAL.search(each.row) for each in line):
            label = column_labels(grid)[line[0].position[1]]
            yield replace(_added(line), clause=label, sentence=label, grid=None, cell=None)


def _sentences(found: Sequence[Held]) -> Iterator[Held]:
    for line in _lines(found):
        for unit in {each.figure.unit for each in line}:
            same = apart([each for each in line if each.figure.unit == unit])
            nouns = {each.figure.noun for each in same} - {""}
            if unit not in ("%", "x", "pp") and 2 < len(same) <= _MOST and (unit or len(nouns) < 2):
                yield replace(_added(same), clause=frozenset())


def _lines(found: Sequence[Held]) -> Iterator[list[Held]]:
    """The figures of each sentence, in order."""
    prose = sorted((each for each in found if each.grid is None), key=lambda each: each.figure.start)
    for _, line in groupby(prose, key=lambda each: (each.document.source.id, each.unit.start)):
        yield list(line)


def apart(found: Sequence[Held]) -> list[Held]:
    """Without a part of a longer one ("2 hours" of "2 hours and 40 minutes") and the two ends of a range."""
    own = [each.document.source.id for each in found]
    spans = [(each.figure.start, each.figure.start + len(each.figure.raw)) for each in found]
    places = list(zip(own, spans, strict=True))
    within = [any(a <= c and d <= b and (a, b) != (c, d) for by, (a, b) in places if by == of) for of, (c, d) in places]
    starts = [(of, each.figure.start, each.figure.unit) for of, each in zip(own, found, strict=True)]
    return [
        each
        for each, part, start in zip(found, within, starts, strict=True)
        if not part and (each.grid is not None or starts.count(start) == 1)
    ]


def _added(line: Sequence[Held]) -> Held:
    first = line[0]
    value = sum((each.figure.value for each in line), Decimal(0))
    raw = " + ".join(each.figure.line for each in line)
    figure = replace(first.figure, end=line[-1].figure.end, value=value, raw=f"({raw})", noun="")
    return replace(first, figure=figure)


def own(claim: str, words: frozenset[str], figures: Sequence[Figure], found: Sequence[Held]) -> Iterator[Held]:
    """The figures of the claim that stand nowhere."""
    for figure in figures if found else ():
        if figure.high is None and not any(_may_be(figure, each.figure) for each in found):
            document = found[0].document.model_copy(update={"text": claim})
            yield Held(figure, document, "", words, words, Span(0, len(claim)))


def _may_be(figure: Figure, other: Figure) -> bool:
    """Whether the other is the figure, or the percentage of which the claim leaves out the sign: "happiest with 54"."""
    bare = other.unit == "%" and not (figure.unit or figure.noun)
    return agree(figure, other) or (bare and figure.value == other.value)
