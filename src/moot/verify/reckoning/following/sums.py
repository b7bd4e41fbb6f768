"""Does a figure follow from the figures of the evidence by one plain operation that the claim states?

Sum, difference, share, growth, multiple, mean, product and what is left of a whole. An operation counts only where
words of the claim state it, and only over figures that belong together (one row, one column, one sentence) or that the
claim names: among a few dozen figures some pair gives almost any number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from itertools import combinations

from moot.text import figures
from moot.text.figures import Bound, Figure, FigureKind, agree
from moot.text.lazy import lazy_re
from moot.text.terms import stems
from moot.verify.reckoning.following import operations
from moot.verify.reckoning.following.changes import change, is_part
from moot.verify.reckoning.following.operations import Operation
from moot.verify.reckoning.following.passed_over import passed_over
from moot.verify.reckoning.following.turned import turned
from moot.verify.reckoning.given.held import Held, comparable
from moot.verify.reckoning.given.spoken import spoken
from moot.verify.reckoning.given.tables import TOTAL, Grid
from moot.verify.reckoning.said_of.belonging import alike, is_repeated, names, pairs
from moot.verify.reckoning.said_of.labels import column_labels, row_labels

_MOST = 80
"""Figures of the evidence that are combined: those nearest to the claim's words."""
_SMALLEST = 10
"""Below it a sum or difference that no word states is chance."""
_FEW = 12
_NEAREST = 0.5
"""A computation shares so many of the claim's words, of those that the one nearest to the claim shares."""
_BESIDE = 12
"""Words on either side of a figure that may state an operation."""
_OF_THEM = lazy_re(r"[\s\xa0]of[\s\xa0](?:them|these|those|which|whom)\b", re.IGNORECASE)
_LONGEST = 300
"""Subsets of a column that are tried when the claim counts what it adds."""


@dataclass(frozen=True)
class Computation:
    """`words` shows it: "58 + 61"."""

    operation: Operation
    value: Decimal
    words: str
    operands: tuple[Held, ...]
    named: int
    """How many words of the claim its operands share."""


def follows(figure: Figure, claim: str, evidence: Sequence[Held]) -> Computation | None:
    """The computation that gives the figure of the claim, the one nearest to the claim's words first; or None."""
    made = list(computations(figure, claim, evidence))
    fitting = [each for each in made if says(figure, each.value)]
    fitting = [each for each in fitting if not passed_over(each, figure, claim, evidence)]
    if figure.unit == "%" and _stated(figure, claim, evidence):
        return None
    best = max(fitting, key=lambda each: each.named, default=None)
    return best if best and best.named >= _NEAREST * max(each.named for each in made) else None


def within(figure: Figure, claim: str, evidence: Sequence[Held]) -> bool:
    """Whether it is made of two cells of a row that the claim names in full: a goal difference, of for and against."""
    made, said = follows(figure, claim, evidence), spoken(claim)
    if made is None or len(made.operands) != 2 or made.operation not in (Operation.SUM, Operation.DIFFERENCE):
        return False
    one, other = made.operands
    if one.grid is None or one.grid is not other.grid or one.cell is None or one.position[0] != other.position[0]:
        return False
    label = row_labels(one.grid)[one.cell.row]
    return bool(label) and label <= said


def _stated(figure: Figure, claim: str, evidence: Sequence[Held]) -> bool:
    """True when the evidence gives another percentage of just what the claim speaks of: nothing is left to compute.

    One that the claim gives beside this one is of something else.
    """
    said, own = spoken(claim), [each for each in figures.find(claim) if each.start != figure.start]
    others = [each for each in evidence if each.figure.unit == figure.unit and not says(figure, each.figure.value)]
    others = [each for each in others if not any(agree(one, each.figure) for one in own)]
    return any(len(each.clause) > 1 and each.clause <= said for each in others)


def computations(figure: Figure, claim: str, evidence: Sequence[Held]) -> Iterator[Computation]:
    """What the operations that the claim states give in the unit of the figure."""
    said = spoken(claim)
    stated = operations.stated(beside(claim, figure))
    near = sorted(evidence, key=lambda each: (-len(each.sentence & said), each.figure.start))[:_MOST]
    counted = [each for each in near if each.figure.counts]  # the 2 of "Lumen-2" divides nothing
    single = [each for each in counted if each.figure.high is None and not passing(each, said)]
    if not figure.counts:
        return
    if figure.is_ratio:
        yield from _ratios(figure, claim, said, stated, single)
    same = [each for each in single if adds_up_to(figure, each.figure)]
    if Operation.SUM in stated and figure.unit not in ("pp", "x"):
        yield from _sums(claim, said, same)
    else:
        yield from _totals(said, same)
    if Operation.DIFFERENCE in stated and figure.unit != "%":
        yield from _differences(said, same)
    if Operation.MEAN in stated:
        yield from _means(figure, claim, said, same, single)
    if Operation.PRODUCT in stated and figure.unit not in ("%", "pp", "x"):
        yield from _products(figure, said, single)
    yield from _of_the_claim(figure, claim, said, same, single)
    if Operation.REST in stated and figure.unit == "%":
        for each in same:
            if each.clause & said:
                yield _made(Operation.REST, 100 - each.figure.value, "100 − {}", [each], said)


def passing(each: Held, said: frozenset[str]) -> bool:
    """True for a small number in words of something that the claim does not speak of: "two of the four", not of what
    was told before: "six of them".
    """
    figure = each.figure
    small = figure.word and not figure.unit and 1 <= figure.value <= _FEW
    told = _OF_THEM.match(each.document.text, figure.end)
    return small and not told and not (figure.noun and frozenset(stems(figure.noun)) & said)


def adds_up_to(figure: Figure, other: Figure) -> bool:
    """True when sums and differences of the other may be in the unit of the figure: of percents they are points."""
    if figure.unit == "pp":
        return other.unit in ("%", "point", "pp")
    if figure.unit == "point":
        return other.unit in ("%", "point", "pp", "") and other.kind in (FigureKind.PERCENT, FigureKind.QUANTITY)
    return comparable(figure, other)


def _of_the_claim(
    figure: Figure, claim: str, said: frozenset[str], same: Sequence[Held], single: Sequence[Held]
) -> Iterator[Computation]:
    """Of figures that the claim itself repeats: "of the 140, 96 are known, so that 44 are missing" needs no cue."""
    if figure.is_ratio:
        yield from _ratios(figure, claim, said, set(Operation), [each for each in single if is_repeated(each, said)])
    elif figure.value >= _SMALLEST:
        repeated = [each for each in same if is_repeated(each, said)]
        yield from _differences(said, repeated)
        for pair in combinations(repeated, 2):
            if alike(*pair, said):
                yield _made(Operation.SUM, pair[0].figure.value + pair[1].figure.value, " + ", pair, said)


def beside(claim: str, figure: Figure) -> str:
    """The words before and after the figure that may say how it was made."""
    before, after = claim[: figure.start].split(), claim[figure.end :].split()
    return " ".join([*before[-_BESIDE:], claim[figure.start : figure.end], *after[:_BESIDE]])


def says(figure: Figure, value: Decimal) -> bool:
    """True when the figure is the value, rounded to its digits; the sign may lie in the words ("behind by 2")."""
    size, value = abs(figure.value), abs(value)
    if size == value:
        return True
    if not size or not value:
        return False
    loose = figure.word and figure.is_ratio and figure.unit != "%"
    if abs(size - value) * 2 <= (size * Decimal("0.1") if loose else figure.step):
        return True
    if figure.bound is Bound.NONE:
        return False
    reach = size * Decimal("0.3") if loose else last_digit(figure)
    if figure.bound is Bound.OVER:
        return size <= value < size + reach
    if figure.bound is Bound.UNDER:
        return size - reach < value <= size
    return abs(size - value) * 2 <= (reach if loose else min(reach, size * Decimal("0.08")))


def last_digit(figure: Figure) -> Decimal:
    """What the last written digit other than zero counts for: 100 years of "300 years"."""
    digits = figure.written.normalize().as_tuple()
    return max(figure.step, Decimal(1).scaleb(int(digits.exponent)) * figure.scale)


def _made(
    operation: Operation, value: Decimal, form: str, operands: Sequence[Held], said: frozenset[str]
) -> Computation:
    shown = [each.figure.line for each in operands]
    words = form.format(*shown) if "{" in form else form.join(shown)
    named = sum(len(each.clause & said) + 2 * is_repeated(each, said) for each in operands) * 2 // max(len(operands), 1)
    return Computation(operation, value, words, tuple(operands), named)


def _sums(claim: str, said: frozenset[str], found: Sequence[Held]) -> Iterator[Computation]:
    for group in (*_groups(claim, said, found), *_blocks(said, found)):
        yield _made(Operation.SUM, sum((each.figure.value for each in group), Decimal(0)), " + ", group, said)


def _totals(said: frozenset[str], found: Sequence[Held]) -> Iterator[Computation]:
    """Of counts: a claim that names a column and none of the rows speaks of all of them, with no word for it."""
    for line in _lines(found):
        grid, cell = line[0].grid, line[0].cell
        if grid is None or cell is None or any(each.figure.unit or not each.cell for each in line):
            continue
        rows, label = row_labels(grid), column_labels(grid)[cell.column]
        column = all(each.cell and each.cell.column == cell.column for each in line)
        if column and label and label <= said and not any(row & said for row in rows):
            yield _made(Operation.SUM, sum((each.figure.value for each in line), Decimal(0)), " + ", line, said)


def _groups(claim: str, said: frozenset[str], found: Sequence[Held]) -> Iterator[Sequence[Held]]:
    """What may be added up: a column, the part of it that the claim counts or names, a row, a sentence, a pair."""
    yield from (pair for pair in pairs(said, found) if alike(*pair, said) and not _differ(*pair))
    counts = {int(f.value) for f in figures.find(claim) if f.value in range(2, 13) and f.word and not f.unit}
    if re.search(r"\bboth\b", claim, re.I):
        counts.add(2)
    for line in _lines(found):
        if strange(line, said):
            continue
        rows = [each for each in line if names(each.row, said)]
        if not (2 <= len(rows) < len(line) and len(rows) in counts):
            yield line
        named = [each for each in line if each.clause & said]
        for part in (named, rows, [each for each in line if each not in rows]):
            if 2 <= len(part) < len(line):
                yield part
        for size in sorted(counts):
            if size <= len(rows) < len(line):
                yield from combinations(rows, size)
            elif size < len(line) and _choose(len(line), size) <= _LONGEST:
                yield from combinations(line, size)
        yield from (line[:n] for n in range(2, len(line)) if line[0].grid is None)


def _differ(one: Held, other: Held) -> bool:
    """Whether the smaller is by how much the larger is more than something: "$1.2 million, $0.2 million too much"."""
    small, large = sorted((one, other), key=lambda each: each.figure.value)
    return small.unit == large.unit and turned(small, large) == "more"


def _blocks(said: frozenset[str], found: Sequence[Held]) -> Iterator[list[Held]]:
    """All of the columns that are told apart by years alone, of which the claim says the rest: "in both years"."""
    blocks: dict[tuple[object, ...], list[Held]] = {}
    for each in found:
        if each.grid is None or each.cell is None or TOTAL.search(each.row) or TOTAL.search(each.column):
            continue
        label = frozenset(word for word in column_labels(each.grid)[each.cell.column] if not word.isdigit())
        if label and label <= said and not any(row & said for row in row_labels(each.grid)):
            blocks.setdefault((id(each.grid), each.figure.unit, each.figure.scale, label), []).append(each)
    return (block for block in blocks.values() if len({each.cell.column for each in block if each.cell}) > 1)


def strange(line: Sequence[Held], said: frozenset[str]) -> bool:
    """True for a row of several that the claim does not name, and that is no total of them."""
    grid, cells = line[0].grid, {each.cell.row for each in line if each.cell}
    if grid is None or len(cells) > 1 or len(grid.rows) == 1:
        return False
    return not (TOTAL.search(line[0].row) or names(line[0].row, said))


def _unnamed(each: Held, said: frozenset[str]) -> bool:
    """True for a cell of a table of which the claim names rows, and not its row."""
    if each.grid is None or each.cell is None:
        return False
    rows = row_labels(each.grid)
    return not rows[each.cell.row] & said and any(row and row <= said for row in rows)


@lru_cache(maxsize=256)
def mixed(grid: Grid) -> bool:
    """True for a table of several measures, of which one has a column a year: its rows add up to nothing."""
    counted = [label for column, label in enumerate(column_labels(grid)) if column not in grid.keys]
    measures = [frozenset(word for word in label if not (word.isdigit() and len(word) == 4)) for label in counted]
    return 1 < len(set(measures)) < len(measures)


def of_other_rows(line: Sequence[Held], said: frozenset[str]) -> bool:
    """True for a column of which the claim names one row alone, and nothing of the others."""
    grid, cells = line[0].grid, {each.cell.row for each in line if each.cell}
    if grid is None or len(cells) < 2:
        return False
    labels = row_labels(grid)
    spoken = [row for row in cells if labels[row] & said]
    return len(spoken) == 1 and labels[spoken[0]] <= said


def _choose(n: int, k: int) -> int:
    from math import comb

    return comb(n, k)


def _lines(alike: Sequence[Held]) -> Iterator[list[Held]]:
    """Columns and rows of tables without their totals, and the figures of a sentence."""
    lines: dict[tuple[object, ...], list[Held]] = {}
    for each in sorted(alike, key=lambda each: each.figure.start):
        if each.grid is None or each.cell is None:
            lines.setdefault((each.document.source.id, each.unit.start), []).append(each)
        else:
            key = id(each.grid), each.document.source.id, each.figure.unit, each.figure.scale
            if not TOTAL.search(each.row):
                lines.setdefault((*key, "column", each.cell.column), []).append(each)
            if not TOTAL.search(each.column) and not mixed(each.grid):
                lines.setdefault((*key, "row", each.cell.row), []).append(each)
    return (line for line in lines.values() if len(line) >= 2)


def _differences(said: frozenset[str], found: Sequence[Held]) -> Iterator[Computation]:
    for one, other in pairs(said, found):
        if not alike(one, other, said):
            continue
        large, small = sorted((one, other), key=lambda each: -each.figure.value)
        yield _made(Operation.DIFFERENCE, large.figure.value - small.figure.value, " − ", [large, small], said)
    whole = [line for line in _lines(found) if not of_other_rows(line, said)]
    totals = [(sum((e.figure.value for e in line), Decimal(0)), line) for line in whole]
    for at, (one, first) in enumerate(totals):
        for other, second in totals[at + 1 :]:
            if len(first) == len(second) and first[0].grid is not None and first[0].grid is second[0].grid:
                words = f"({added(first)}) − ({added(second)})"
                yield Computation(Operation.DIFFERENCE, one - other, words, (*first, *second), 1)


def added(line: Sequence[Held]) -> str:
    """ "3 + 5 + 8"."""
    return " + ".join(each.figure.raw for each in line)


def _ratios(
    figure: Figure, claim: str, said: frozenset[str], stated: set[Operation], single: Sequence[Held]
) -> Iterator[Computation]:
    factor = 100 if figure.unit == "%" else 1
    changed = change(figure, claim)
    share = Operation.SHARE in stated and figure.unit != "x" and not changed
    growth = Operation.GROWTH in stated and figure.unit != "x"
    multiple = Operation.MULTIPLE in stated and figure.unit != "%"
    for one, other in pairs(said, single):
        if not comparable(one.figure, other.figure) or (one.figure.unit == "%" and figure.unit == "%"):
            continue
        large, small = sorted((one, other), key=lambda each: -each.figure.value)
        if small.figure.value <= 0:
            continue
        ratio = small.figure.value / large.figure.value
        if share:
            yield _made(Operation.SHARE, ratio * factor, " / ", [small, large], said)
        if multiple:
            yield _made(Operation.MULTIPLE, 1 / ratio, " / ", [large, small], said)
            if figure.value < 1:
                yield _made(Operation.MULTIPLE, ratio, " / ", [small, large], said)
        if changed and alike(one, other, said):
            value = changed.of(large.figure.value, small.figure.value) * factor
            yield _made(Operation.GROWTH, value, changed.words("{0}", "{1}"), [large, small], said)
        elif growth and alike(one, other, said):
            if not is_part(figure, claim):
                yield _made(Operation.GROWTH, (1 / ratio - 1) * factor, "{} / {} − 1", [large, small], said)
            yield _made(Operation.GROWTH, (1 - ratio) * factor, "1 − {} / {}", [small, large], said)
    if share:
        yield from _shares_of_totals(factor, said, single)
        yield from _parts_of_wholes(factor, said, single)


def _shares_of_totals(factor: int, said: frozenset[str], single: Sequence[Held]) -> Iterator[Computation]:
    for line in _lines(single):
        whole = sum((each.figure.value for each in line), Decimal(0))
        if (
            line[0].grid is None
            or whole <= 0
            or len({each.figure.unit for each in line}) > 1
            or line[0].figure.unit == "%"
        ):
            continue
        rows = [each for each in line if names(each.row, said) or names(each.column, said)]
        for part in [[each] for each in line if each.clause & said and not _unnamed(each, said)] + (
            [rows] if 2 <= len(rows) < len(line) else []
        ):
            value = sum((each.figure.value for each in part), Decimal(0)) / whole * factor
            made = _made(Operation.SHARE, value, "", line, said)
            yield replace(made, words=f"({added(part)}) / ({added(line)})")


def _parts_of_wholes(factor: int, said: frozenset[str], single: Sequence[Held]) -> Iterator[Computation]:
    """Two parts of a whole, all three in one row or sentence: (118 + 141) / 312."""
    counted = [each for each in single if each.figure.unit == "" and each.figure.kind is FigureKind.QUANTITY]
    for line in _lines(counted):
        strong = [each for each in line if each.clause & said]
        largest = max(line, key=lambda each: each.figure.value)
        for whole in [largest] if len(line) <= 8 else []:
            for one, other in combinations([each for each in strong if each is not whole], 2):
                part = one.figure.value + other.figure.value
                apart = (one.clause ^ other.clause) & said
                if apart and 0 < part <= whole.figure.value and len(whole.sentence & said) >= 2:
                    value = part / whole.figure.value * factor
                    yield _made(Operation.SHARE, value, "({} + {}) / {}", [one, other, whole], said)


def _means(
    figure: Figure, claim: str, said: frozenset[str], same: Sequence[Held], single: Sequence[Held]
) -> Iterator[Computation]:
    if re.search(r"\b(?:averag\w*|mean)\b", claim, re.IGNORECASE):
        for group in _groups("", said, same):
            value = sum((each.figure.value for each in group), Decimal(0)) / len(group)
            made = _made(Operation.MEAN, value, "", group, said)
            yield replace(made, words=f"({added(group)}) / {len(group)}")
    for one, other in pairs(said, single):
        for top, bottom in ((one, other), (other, one)):
            plain = bottom.figure.unit in ("", "s", "month", "m", "g") and bottom.figure.unit != top.figure.unit
            plain = plain or (bottom.figure.unit == top.figure.unit == "" and bottom.figure.noun != top.figure.noun)
            plain = plain or (bottom.figure.unit == top.figure.unit == "" and top.column != bottom.column)
            plain = plain or (bottom.figure.unit == top.figure.unit == "" and top.row != bottom.row)
            plain = plain and top.figure.unit != "%"
            if not plain or bottom.figure.value <= 1 or not _same_measure(figure, top.figure):
                continue
            for size in {bottom.figure.value, bottom.figure.value / bottom.figure.scale}:
                if size > 1:
                    yield _made(Operation.MEAN, top.figure.value / size, " / ", [top, bottom], said)


def _same_measure(figure: Figure, other: Figure) -> bool:
    return figure.unit.partition("/")[0] == other.unit.partition("/")[0]


def _products(figure: Figure, said: frozenset[str], single: Sequence[Held]) -> Iterator[Computation]:
    for one, other in pairs(said, single):
        for rate, base in ((one, other), (other, one)):
            if not _same_measure(figure, base.figure) or figure.written == base.figure.written:
                continue  # 0.21 Wh times a thousand is no 0.21 kWh.
            if rate.figure.unit == "%" and base.figure.unit != "%":
                yield _made(Operation.PRODUCT, rate.figure.value * base.figure.value / 100, " of ", [rate, base], said)
                yield _made(
                    Operation.PRODUCT,
                    (100 - rate.figure.value) * base.figure.value / 100,
                    "(100 − {}) of {}",
                    [rate, base],
                    said,
                )
            elif rate.figure.unit in ("", "x", "s", "month") and rate.clause & said and base.clause & said:
                sizes = {rate.figure.value, rate.figure.value / rate.figure.scale}
                for size in sizes:
                    if size > 0 and size != 1:
                        yield _made(Operation.PRODUCT, size * base.figure.value, " × ", [rate, base], said)
