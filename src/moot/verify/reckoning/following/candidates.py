"""What plain operations give over the figures near what a claim cites."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from moot.text.figures import Figure, FigureKind
from moot.text.lazy import lazy_re
from moot.verify.reckoning.following import headed, rescaled, sums, whole_columns
from moot.verify.reckoning.following.changes import Change, is_part
from moot.verify.reckoning.following.converted import joint
from moot.verify.reckoning.following.distance import UNSPOKEN, Derived, Said, made_of
from moot.verify.reckoning.following.operations import Operation
from moot.verify.reckoning.following.together import apart, own, together
from moot.verify.reckoning.following.turned import turned
from moot.verify.reckoning.given.elided import elided
from moot.verify.reckoning.given.held import Held, comparable
from moot.verify.reckoning.given.portions import portions
from moot.verify.reckoning.given.tables import TOTAL
from moot.verify.reckoning.said_of.labels import row_labels

_MOST = 40
"""Figures that are combined: those of which the claim says most."""
_SAID = 3
"""What a number that the claim divides by brings a candidate nearer."""
_COUNTABLE = 12
_NAMED = 6
"""Figures of different sentences that are added up: those of which the claim says most."""
_LEFT = lazy_re(r"\b(?:remainder|the rest|the others?|balance)\b", re.IGNORECASE)
PART_OF = lazy_re(r" (?:out )?of (?:the |its |their |all )?", re.IGNORECASE)
_AGAINST = lazy_re(r"(?:[\s\xa0][\w-]+)?[\s\xa0](?:to|against|versus)[\s\xa0]")
_GOES_ON = lazy_re(r";|\b(?:and|while|whereas|but)\b", re.IGNORECASE)
_FROM = lazy_re(r"\bfrom\s$", re.IGNORECASE)
_COMPARES = lazy_re(
    r"\b(?:than|compared|against|versus|vs|next|other\w*|rest|remain\w*|lead\w*|ahead|behind|margin|gap|all|total|both|"
    r"together|combined|altogether|overall|every|each|whole|average|mean|als|alle\w?|insgesamt)\b",
    re.IGNORECASE,
)
"""With which one thing is held against another, or taken with it, that has no name in the claim."""


def candidates(figure: Figure, said: Said, evidence: Sequence[Held], *, wide: bool = False) -> Iterator[Derived]:
    """`wide`: also over what figures come to together, and over the figures of the claim itself."""
    yield from _of_ranges(figure, said, evidence)
    found = [replace(each, figure=end) for each in evidence for end in each.figure.ends]
    found += [*joint(found), *elided(found), *portions(found)]
    found = [each for each in found if each.figure.counts and each.figure.value and not sums.passing(each, said.words)]
    found = sorted(found, key=lambda each: (said.distance(each), each.figure.start))[:_MOST]
    more = [*together(found), *own(said.claim, said.words, said.close, found)] if wide else []
    for one, other in combinations([*found, *more], 2):
        if one.place == other.place or _in_other_rows(one, other, said):
            continue
        within = one.document is other.document and one.figure.span.touches(other.figure.span)
        for pair in ((one, other), (other, one)):
            for made in _of_two(figure, said, *pair):
                added = within and made.operation in (Operation.SUM, Operation.DIFFERENCE)  # What a total leaves.
                if not added:
                    yield made
    for one in found:
        yield from _of_one(figure, said, one)
    yield from _of_the_claim(figure, said)
    yield from _of_many(figure, said, found)
    yield from headed.shares(figure, said, found)
    yield from whole_columns.made(figure, said, evidence)


def _in_other_rows(one: Held, other: Held, said: Said) -> bool:
    """True for two cells of a table of which the claim names a row, and not theirs; nor, unless it compares, one."""
    if one.grid is None or one.grid is not other.grid or not (one.cell and other.cell):
        return False
    rows, mine = row_labels(one.grid), (one.cell.row, other.cell.row)
    named = [n for n, label in enumerate(rows) if label and label <= said.words]
    strange = [
        not all(map(str.isdigit, rows[n]))
        and not (n in named or rows[n] & said.words or TOTAL.search(one.grid.label(n)))
        for n in mine
    ]
    if all(strange):
        return bool(named)
    spoken = [n for n, label in enumerate(rows) if label & said.words]
    return any(strange) and (bool(named) or len(spoken) == 1) and not _COMPARES.search(said.claim)


def _of_ranges(figure: Figure, said: Said, evidence: Sequence[Held]) -> Iterator[Derived]:
    """How far something went "from 31 to 38 hours", or by what share, where the claim says that it did."""
    if figure.high is not None or not (Operation.DIFFERENCE in said.stated or said.change):
        return
    for each in evidence:
        low, high = each.figure.value, each.figure.high
        if high is None or not each.figure.counts:
            continue
        if not _FROM.search(each.document.text, max(0, each.figure.start - 6), each.figure.start):
            continue
        if said.change and min(low, high) > 0:
            share = said.change.of(max(low, high), min(low, high)) * (100 if figure.unit == "%" else 1)
            yield replace(made_of(said, Operation.GROWTH, share, "", each), words=each.figure.line)
        elif measures(figure, each.figure):
            yield replace(made_of(said, Operation.DIFFERENCE, abs(high - low), "", each), words=each.figure.line)


def _of_two(figure: Figure, said: Said, one: Held, other: Held) -> Iterator[Derived]:
    """What two figures give in this order: one − other, one / other, one of other."""
    a, b = abs(one.figure.value), abs(other.figure.value)
    alike = _one_measure(one.figure, other.figure)
    above = bool(said.per) and figure.value > (said.per or 0)  # "For every hundred born, 149 died."
    if said.per and not figure.unit and a and b and (a > b) is above and not one.figure.unit and not other.figure.unit:
        counted = one.grid is not None or not figure.noun or one.figure.noun == figure.noun
        more = -_SAID if counted else 0
        yield made_of(said, Operation.MEAN, a / b * said.per, f"{{}} / {{}} × {said.per}", one, other, more=more)
    if figure.is_ratio:
        yield from _ratio(figure, said, one, other) if alike else ()
    points = other.figure.unit in ("pp", "point") and figure.written != b  # "2 %" of 2 points is another unit.
    if figure.unit == one.figure.unit == "%" and points and a > b:
        yield made_of(said, Operation.DIFFERENCE, a - b, "{} − {}", one, other)
        yield made_of(said, Operation.SUM, a + b, "{} + {}", one, other)
    if figure.unit in ("pp", "point", "%") and one.figure.unit == other.figure.unit == "%" and a > b:
        if figure.unit != "%" or not said.change:  # A rate that falls from 16 to 14 % falls by two points.
            yield made_of(said, Operation.DIFFERENCE, a - b, "{} − {}", one, other)
        if figure.unit == "%":
            yield made_of(said, Operation.SUM, a + b, "{} + {}", one, other)
            yield made_of(said, Operation.REST, 100 - a - b, "100 − {} − {}", one, other)
    if figure.is_ratio or figure.unit == "pp":
        return
    if alike and measures(figure, one.figure) and a > b:
        signs, change = one.figure.value * other.figure.value < 0, turned(other, one)
        if change != "less":
            yield made_of(said, Operation.DIFFERENCE, a + b if signs else a - b, "{} − {}", one, other)
        if change != "more":
            yield made_of(said, Operation.SUM, a + b, "{} + {}", one, other)
    if measures(figure, other.figure):
        yield from _scaled(said, one, other)


def _ratio(figure: Figure, said: Said, one: Held, other: Held) -> Iterator[Derived]:
    a, b = abs(one.figure.value), abs(other.figure.value)
    if figure.unit == "x":
        if a > b:
            yield made_of(said, Operation.MULTIPLE, a / b, "{} / {}", one, other)
        return
    factor = 100 if figure.unit == "%" else 1
    percents = one.figure.unit == "%"
    if said.change:
        if b < a < 4 * b:
            words = said.change.words("{0}", "{1}")
            yield made_of(said, Operation.GROWTH, said.change.of(a, b) * factor, words, one, other)
        return
    if a < b and not percents:
        yield made_of(said, Operation.SHARE, a / b * factor, "{} / {}", one, other)
        yield made_of(said, Operation.REST, (1 - a / b) * factor, "1 − {} / {}", one, other)
        if _make_a_whole(one, other):
            for part in (a, b):
                form = f"{{{int(part == b)}}} / ({{0}} + {{1}})"
                yield made_of(said, Operation.SHARE, part / (a + b) * factor, form, one, other, more=1)
    elif a > b and Operation.GROWTH in said.stated and a < 4 * b and not is_part(figure, said.claim):
        yield made_of(said, Operation.GROWTH, (a / b - 1) * factor, "{} / {} − 1", one, other)
        if percents:
            yield made_of(said, Operation.GROWTH, (1 - b / a) * factor, "1 − {1} / {0}", one, other)


def _make_a_whole(one: Held, other: Held) -> bool:
    """True for "by 1,212 votes to 487", and for neighbours in a row."""
    if one.unit != other.unit or one.document is not other.document or one.figure.unit != other.figure.unit:
        return False
    if one.cell and other.cell:
        return abs(one.cell.column - other.cell.column) == 1
    first, second = sorted((one.figure, other.figure), key=lambda each: each.start)
    return bool(_AGAINST.fullmatch(one.document.text, first.end, second.start))


def _scaled(said: Said, by: Held, base: Held) -> Iterator[Derived]:
    """A share, a multiple, a rate or a count of the base, which is in the unit of the claim's figure."""
    value, number = abs(base.figure.value), abs(by.figure.value)
    if by.figure.unit == "%" or by.figure.is_ratio:
        share = number / 100 if by.figure.unit == "%" else number
        if base.figure.unit == "%" or (not base.passage and said.distance(by)):
            return  # Of a figure of the claim itself a share that it names.
        change = turned(by, base)
        far = share > 1 and by.unit != base.unit and said.distance(by) >= UNSPOKEN  # 430 %: a rate of something else.
        yield made_of(said, Operation.PRODUCT, share * value, "{} of {}", by, base)
        if not by.passage and is_part(by.figure, said.claim):
            return  # "More than a third of them": nothing grew by it.
        if change != "less" and not far:
            yield made_of(said, Operation.GROWTH, value / (1 + share), "{1} / (1 + {0})", by, base)
        if not change and not far and Operation.GROWTH in said.stated:
            yield made_of(said, Operation.GROWTH, value * (1 + share), "{1} × (1 + {0})", by, base)
        if by.unit == base.unit and not _verb_between(by, base):
            yield made_of(said, Operation.PRODUCT, value / share, "{1} / {0}", by, base)
        if share < 1:
            yield made_of(said, Operation.REST, (1 - share) * value, "(1 − {}) of {}", by, base)
            if change != "more" and not far:
                yield made_of(said, Operation.GROWTH, value / (1 - share), "{1} / (1 − {0})", by, base)
        return
    same = comparable(by.figure, base.figure) and (bool(by.figure.unit) or by.figure.noun == base.figure.noun)
    if by.figure.kind is FigureKind.MONEY or same:
        return
    if not by.figure.unit.partition("/")[0]:
        if number > 1:
            yield made_of(said, Operation.PRODUCT, value * number, "{1} × {0}", by, base, more=1)
            yield made_of(said, Operation.MEAN, value / number, "{1} / {0}", by, base, more=1)
        return
    for size in rescaled.told_by(base, by.figure):
        yield made_of(said, Operation.PRODUCT, value * size, "{1} × {0}", by, base)
    for size in rescaled.by(said.claim, said.figure, by.figure):
        yield made_of(said, Operation.MEAN, value / size, "{1} / {0}", by, base)


def _verb_between(one: Held, other: Held) -> bool:
    """True where a sentence goes on between two figures of it: "supports 340 jobs and handles 38 % of the boxes"."""
    first, second = sorted((one.figure, other.figure), key=lambda each: each.start)
    return one.grid is None and bool(_GOES_ON.search(one.document.text, first.end, second.start))


def _of_one(figure: Figure, said: Said, one: Held) -> Iterator[Derived]:
    """What one figure gives with a number that the claim itself says, or with a whole of a hundred."""
    if figure.unit == "%" == one.figure.unit and one.figure.value < 100 and Operation.REST in said.stated:
        yield made_of(said, Operation.REST, 100 - one.figure.value, "100 − {}", one)
    if figure.is_ratio or not measures(figure, one.figure):
        return
    for count in said.close:
        size = count.value
        if count.unit in ("s", "month") and one.grid is None:
            size = count.written  # "Over the four days" counts days; what a cell gives is seldom of each.
        if count.high is None and size > 1 and count.unit in ("", "x", "s", "month") and size == count.written:
            more = 1 if count.word else 2
            yield made_of(said, Operation.PRODUCT, one.figure.value * size, f"{count.raw} × {{}}", one, more=more)
            yield made_of(said, Operation.MEAN, one.figure.value / size, f"{{}} / {count.raw}", one, more=more)


def _of_the_claim(figure: Figure, said: Said) -> Iterator[Derived]:
    """What two other figures of the claim give, which are proven or not by themselves: "81 of 516, or 16 per cent"."""
    for one, other in combinations([end for each in said.close for end in each.ends], 2):
        if not comparable(one, other) or one.word or other.word:
            continue
        large, small = sorted((one, other), key=lambda each: -each.value)
        if not small.value or large.value == small.value:
            continue
        made: list[tuple[Operation, Decimal, str]] = []
        if figure.is_ratio:
            factor = 100 if figure.unit == "%" else 1
            share, both = small.value / large.value * factor, (large.raw, small.raw)
            if said.change:
                grown = said.change.of(large.value, small.value) * factor
                made.append((Operation.GROWTH, grown, said.change.words(*both)))
            elif figure.unit == "x":
                made.append((Operation.SHARE, large.value / small.value, f"{large.raw} / {small.raw}"))
            else:
                grown = Change.RISE.of(large.value, small.value) * factor
                made.append((Operation.SHARE, share, f"{small.raw} / {large.raw}"))
                made.append((Operation.REST, factor - share, Change.FALL.words(*both)))
                made.append((Operation.GROWTH, grown, Change.RISE.words(*both)))
        elif measures(figure, one):
            made.append((Operation.DIFFERENCE, large.value - small.value, f"{large.raw} − {small.raw}"))
            made.append((Operation.SUM, large.value + small.value, f"{large.raw} + {small.raw}"))
        for operation, value, words in made:
            told = bool(PART_OF.fullmatch(said.claim[min(one.end, other.end) : max(one.start, other.start)]))
            yield Derived(operation, value, words, (), 0 if told else 1, told or operation in said.stated)


def _of_many(figure: Figure, said: Said, found: Sequence[Held]) -> Iterator[Derived]:
    """Sums of three and more of one sentence, row or column, and what they leave of a larger one."""
    if figure.unit in ("pp", "x") or (figure.is_ratio and figure.unit != "%"):
        return
    for line in map(apart, _lines([each for each in found if measures(figure, each.figure)])):
        if not line or sums.strange(line, said.words):
            continue
        for size in range(min(3, len(line)), min(len(line), 8) + 1):
            if size < len(line) and len(line) > 8:
                continue
            for part in combinations(line, size) if len(line) <= 6 or size == 3 else (line[:size],):
                yield made_of(said, Operation.SUM, *_added(part), *part, more=0 if size == len(line) else 1)
    yield from _of_totals(figure, said, found)
    same = [each for each in found if measures(figure, each.figure)][:_COUNTABLE]
    yield from _of_named(figure, said, same)
    for whole in same:
        for one, other in combinations([each for each in same if each is not whole], 2):
            left = whole.figure.value - one.figure.value - other.figure.value
            if left > 0 and comparable(one.figure, whole.figure) and comparable(other.figure, whole.figure):
                told = one.unit == other.unit and _LEFT.search(one.unit.of(one.document.text))
                made = made_of(said, Operation.REST, left, "{} − {} − {}", whole, one, other, more=0 if told else 1)
                yield replace(made, stated=made.stated or bool(told))


def _of_named(figure: Figure, said: Said, same: Sequence[Held]) -> Iterator[Derived]:
    """Sums of three and more of different sentences, where the claim says that it adds up: of all that are in its unit,
    and of those that it names."""
    if Operation.SUM not in said.stated:
        return
    prose = [each for each in same if each.grid is None]
    whole = apart([each for each in prose if figure.unit and each.figure.unit == figure.unit])
    if 3 <= len(whole) <= _NAMED and len({each.unit for each in whole}) > 1:
        yield made_of(said, Operation.SUM, *_added(whole), *whole)
    named = [each for each in prose if said.distance(each) <= 1][:_NAMED]
    if len({each.unit for each in named}) < 2:
        return
    for size in range(3, len(named) + 1):
        for part in combinations(named, size):
            if len({(each.document.source.id, each.figure.start) for each in part}) == size:
                yield made_of(said, Operation.SUM, *_added(part), *part, more=1)


def _added(part: Sequence[Held]) -> tuple[Decimal, str]:
    return sum((abs(each.figure.value) for each in part), Decimal(0)), " + ".join(["{}"] * len(part))


def _of_totals(figure: Figure, said: Said, found: Sequence[Held]) -> Iterator[Derived]:
    """By how much two columns, or two rows, differ in all."""
    lines = [line for line in _lines([each for each in found if measures(figure, each.figure)]) if line[0].grid]
    lines = [line for line in lines if not sums.of_other_rows(line, said.words)]
    for one, other in combinations(lines, 2):
        cells, grid = (one[0].cell, other[0].cell), one[0].grid
        level = cells[0] and cells[1] and cells[0].column == cells[1].column
        if len(one) == len(other) and grid is other[0].grid and (level or (grid and len(one) == len(grid.rows))):
            a, b = (sum((each.figure.value for each in line), Decimal(0)) for line in (one, other))
            words = f"({sums.added(one)}) − ({sums.added(other)})"
            made = made_of(said, Operation.DIFFERENCE, a - b, "", one[0], other[0], more=2)
            said_too = any(fits(each, total) for each in said.others for total in (a, b))
            yield replace(
                made, words=words, operands=(*one, *other), distance=1 if said_too and made.stated else made.distance
            )


def _lines(found: Sequence[Held]) -> Iterator[list[Held]]:
    lines: dict[tuple[object, ...], list[Held]] = {}
    for each in sorted(found, key=lambda each: each.figure.start):
        unit = each.figure.unit
        if each.grid is None or each.cell is None:
            lines.setdefault((each.document.source.id, each.unit.start, unit), []).append(each)
        else:
            lines.setdefault((id(each.grid), "column", each.cell.column, unit), []).append(each)
            if not sums.mixed(each.grid):
                lines.setdefault((id(each.grid), "row", each.cell.row, unit), []).append(each)
            row, keys = each.grid.rows[each.cell.row], each.grid.keys
            for key in (
                keys if len(keys) > 1 else ()
            ):  # "Terminal | Year | …": the rows of one year, or of one terminal.
                if key < len(row):
                    slice_of = (id(each.grid), "slice", each.cell.column, key, row[key].text, unit)
                    lines.setdefault(slice_of, []).append(each)
    return (line for line in lines.values() if len(line) >= (3 if line[0].grid is None else 2))


def measures(figure: Figure, other: Figure) -> bool:
    """True when the other is in the unit of the claim's figure, or in none where that is money or a rate of it."""
    if sums.adds_up_to(figure, other):
        return True
    if figure.noun == "degree" and not figure.unit:
        return other.unit in ("degC", "degF")
    return figure.unit.partition("/")[0] == other.unit.partition("/")[0] or _bare(figure, other)


def _one_measure(one: Figure, other: Figure) -> bool:
    """True for one unit, a rate of it ("12 million" beside "11 million a year"), and money without its name."""
    return comparable(one, other) or _bare(one, other) or one.unit.partition("/")[0] == other.unit.partition("/")[0]


def _bare(one: Figure, other: Figure) -> bool:
    """True when one of the two says only the number: "10.5 million" beside "7.4 million francs"."""
    bare = [each for each in (one, other) if not each.unit and not each.word]
    return len(bare) == 1 and FigureKind.MONEY in (one.kind, other.kind)


def fits(figure: Figure, value: Decimal) -> bool:
    """Whether the figure is that value, rounded to its digits."""
    if figure.high is None:
        return sums.says(figure, value)
    return figure.value - figure.step / 2 <= abs(value) <= figure.high + figure.step / 2
