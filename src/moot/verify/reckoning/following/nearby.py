"""Does a figure follow from figures that stand in one sentence of the evidence, or in two that follow one another?

For prose, where a claim may put an operation in words that no list holds: of 86, sixty-six survived, so that 20 "did
not live". Every plain operation is tried and a hit may be chance, so it counts only where few numbers could have been
made, for how exactly the claim gives its figure. The sentences must be those that say most of what the claim says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations

from moot.text import figures
from moot.text.figures import Bound, Figure, agree
from moot.text.lazy import lazy_re
from moot.verify.reckoning.following import operations, sums
from moot.verify.reckoning.following.changes import Change, change, is_part
from moot.verify.reckoning.following.operations import Operation
from moot.verify.reckoning.following.passed_over import passed_over
from moot.verify.reckoning.following.turned import turned
from moot.verify.reckoning.given import spoken
from moot.verify.reckoning.given.held import Held, comparable

LIKELY = Decimal("0.12")
"""Expected number of hits by chance up to which a hit is taken for what the claim means."""
STATED = Decimal("0.6")
"""The same where words of the claim state the operation."""
_SPREAD = Decimal("0.2")
"""Numbers are taken to be spread evenly over two decades: one in five lies within a given half of its size."""
_LEAST_SHARED = 2
_OF_BEST = 0.6
"""Of the words of the claim that the best sentences hold, the share that others must hold."""
_FEW = 12
"""Number words up to it are often said without counting anything."""
_MOST = 12
"""Figures of two sentences that are combined."""
_EACH = lazy_re(r"\b(?:every|each|per)[\s\xa0]$", re.IGNORECASE)
_OF_THE = lazy_re(r"(?: \w+)? of (?:the |these |those |its |all |their )?(?:some |about |roughly )?")


@dataclass(frozen=True)
class Made:
    operation: Operation
    value: Decimal
    words: str
    operands: tuple[Held, ...]


def follows(figure: Figure, claim: str, evidence: Sequence[Held]) -> Made | None:
    """What gives the figure; None where nothing does, or too many things might."""
    if figure.high is not None or not figure.counts:
        return None
    said = spoken.beside(claim, figure)
    stated = operations.stated(sums.beside(claim, figure))
    changed = change(figure, claim)
    best: tuple[int, Made] | None = None
    made: list[Made] = []
    for window in _windows(said, evidence):
        made += [each for each in _made(figure, changed, window, said) if _belongs(each, said)]
    if is_part(figure, claim):
        made = [each for each in made if each.operation is not Operation.GROWTH]
    if figure.unit == "%" and Operation.SUM not in stated:
        made = [each for each in made if each.operation is not Operation.SUM]  # Parts of a hundred give any other.
    if Operation.SUM not in stated:
        own = [each for each in figures.find(claim) if each.start != figure.start]
        made = [each for each in made if each.operation is not Operation.SUM or _told(each) or _adds(each, own, said)]
    if Operation.REST not in stated:  # That 40 % do follows from 60 % that do not, and is as often wrong.
        made = [each for each in made if each.operation is not Operation.REST or len(each.operands) > 1]
    fitting = [each for each in made if sums.says(figure, each.value)]
    fitting = [each for each in fitting if not passed_over(each, figure, claim, evidence)]
    for each in fitting:
        limit = STATED if each.operation in stated or _told(each) else LIKELY
        rivals = [other for other in made if each.operation not in stated or other.operation in stated]
        if _chance(figure, rivals) <= limit:
            shared = sum(len(operand.clause & said) for operand in each.operands)
            best = max(best or (shared, each), (shared, each), key=lambda one: one[0])
    return best[1] if best else None


def _adds(made: Made, own: Sequence[Figure], said: frozenset[str]) -> bool:
    """Whether a claim that does not say so may add up: it speaks of all parts, and gives none of them for itself."""
    told = any(agree(one, each.figure) for one in own for each in made.operands)
    return len(made.operands) > 2 or (not told and all(each.clause & said for each in made.operands))


def _told(made: Made) -> bool:
    """True where the evidence itself puts the two together: "58 % of the 212,000", "41 of the 64", "2 below the 31"."""
    if len(made.operands) != 2:
        return False
    if made.operation is Operation.SUM:
        return any(turned(*pair) == "less" for pair in (made.operands, made.operands[::-1]))
    first, second = sorted(made.operands, key=lambda each: each.figure.start)
    return bool(_OF_THE.fullmatch(first.document.text[first.figure.end : second.figure.start]))


def _chance(figure: Figure, made: Sequence[Made]) -> Decimal:
    """How many of so many numbers are expected to be the figure by chance."""
    width = figure.step if figure.bound is Bound.NONE else max(figure.step, sums.last_digit(figure) / 2)
    values = {each.value for each in made}
    return len(values) * _SPREAD * min(Decimal(1), width / abs(figure.value)) if figure.value else Decimal(len(values))


def _belongs(made: Made, said: frozenset[str]) -> bool:
    return any(each.clause & said for each in made.operands)


def _windows(said: frozenset[str], evidence: Sequence[Held]) -> Iterator[list[Held]]:
    """The figures of each sentence and the next, where the two hold enough of what the claim says."""
    units: dict[tuple[str, int, int], list[Held]] = {}
    for each in evidence:
        if each.grid is None and each.figure.counts:
            units.setdefault((each.passage, each.unit.start, each.unit.end), []).append(each)
    keys = sorted(units)
    windows: list[tuple[int, list[Held]]] = []
    for at, key in enumerate(keys):
        pair = [key, *(later for later in keys[at + 1 : at + 2] if later[0] == key[0] and later[1] - key[2] <= 2)]
        words = frozenset[str]().union(*(units[each][0].sentence for each in pair))
        windows.append((len(words & said), [each for key in pair for each in units[key]][:_MOST]))
    most = max((shared for shared, _ in windows), default=0)
    return (window for shared, window in windows if shared >= max(_LEAST_SHARED, _OF_BEST * most))


def _made(figure: Figure, changed: Change | None, window: Sequence[Held], said: frozenset[str]) -> Iterator[Made]:
    ends = [replace(each, figure=end) for each in window for end in each.figure.ends]
    single = [each for each in ends if each.figure.value > 0 and not _passing(each)]
    same = [read for each in single if not _is_base(each) for read in _read(figure, each, single)]
    percents = [each for each in single if each.figure.unit == "%" or each.figure.is_fraction]
    if figure.is_ratio:
        yield from _ratios(figure, changed, single)
        if figure.unit == "%":
            yield from _parts([each for each in single if each.figure.unit == "%"])
        return
    for one, other in combinations(same, 2):
        if not _countable(one, other):
            continue
        large, small = sorted((one, other), key=lambda each: -each.figure.value)
        change = turned(small, large)
        if change != "less":
            yield _of(Operation.DIFFERENCE, large.figure.value - small.figure.value, " − ", large, small)
        if change != "more" and not _strange(figure, one, other):
            yield _of(Operation.SUM, large.figure.value + small.figure.value, " + ", large, small)
    for size in range(3, min(len(same), 8) + 1):
        line = [each for each in same if each.unit == same[0].unit][:size]
        if len(line) == size:
            yield _of(Operation.SUM, sum((each.figure.value for each in line), Decimal(0)), " + ", *line)
    for base in same:
        for times in (each for each in single if each.figure.unit == "x" and base.figure.unit != "x"):
            yield _of(Operation.MULTIPLE, base.figure.value / times.figure.value, "{1} / {0}", times, base)
            yield _of(Operation.PRODUCT, base.figure.value * times.figure.value, "{1} × {0}", times, base)
        for part in percents:
            if part.place == base.place or base.figure.unit == "%":
                continue
            share = part.figure.value / (100 if part.figure.unit == "%" else 1)
            yield _of(Operation.PRODUCT, share * base.figure.value, " of ", part, base)
            if share < 1:
                yield _of(Operation.REST, (1 - share) * base.figure.value, "(1 − {}) of {}", part, base)
                yield _of(Operation.GROWTH, base.figure.value / (1 - share), "{1} / (1 − {0})", part, base)
            if part.figure.unit == "%":
                yield _of(Operation.GROWTH, base.figure.value / (1 + share), "{1} / (1 + {0})", part, base)


def _ratios(figure: Figure, changed: Change | None, single: Sequence[Held]) -> Iterator[Made]:
    factor = 100 if figure.unit == "%" else 1
    for one, other in combinations(single, 2):
        if (
            one.place == other.place
            or not comparable(one.figure, other.figure)
            or one.figure.unit == figure.unit == "%"
        ):
            continue
        large, small = sorted((one, other), key=lambda each: -each.figure.value)
        ratio = small.figure.value / large.figure.value
        if figure.unit == "x":
            yield _of(Operation.MULTIPLE, 1 / ratio, " / ", large, small)
            continue
        if changed:
            value = changed.of(large.figure.value, small.figure.value)
            yield _of(Operation.GROWTH, value * factor, changed.words("{0}", "{1}"), large, small)
            continue
        yield _of(Operation.SHARE, ratio * factor, " / ", small, large)
        yield _of(Operation.REST, (1 - ratio) * factor, "1 − {} / {}", small, large)
        if figure.unit == "%":
            yield _of(Operation.GROWTH, (1 / ratio - 1) * 100, "{} / {} − 1", large, small)


def _parts(percents: Sequence[Held]) -> Iterator[Made]:
    """One, two or all of the percentages of a sentence together, and what they leave of a hundred."""
    for size in range(1, min(len(percents), 6) + 1):
        for part in combinations(percents, size) if size < 3 else [tuple(percents[:size])]:
            together = sum((each.figure.value for each in part), Decimal(0))
            if len({each.unit for each in part}) > 1 or together >= 100:
                continue
            yield _of(Operation.REST, 100 - together, "100 − {}" + " − {}" * (size - 1), *part)
            if size > 1:
                yield _of(Operation.SUM, together, " + ", *part)


def _read(figure: Figure, each: Held, window: Sequence[Held]) -> Iterator[Held]:
    """The figure in the unit of the claim's: its own, or for a bare number the unit and scale of a figure beside it."""
    if sums.adds_up_to(figure, each.figure):
        yield each
    like = next((one.figure for one in window if one.figure.unit == figure.unit and one.figure.scale != 1), None)
    like = like or next((one.figure for one in window if one.figure.unit == figure.unit), None)
    bare = not each.figure.unit and not each.figure.word and like and each.figure.scale in (1, like.scale)
    if not (bare and like) or (like.unit, like.scale) == (each.figure.unit, each.figure.scale):
        return
    by = like.scale / each.figure.scale
    own = each.figure
    moved = replace(own, unit=like.unit, kind=like.kind, scale=like.scale, value=own.value * by, step=own.step * by)
    yield replace(each, figure=moved)


def _countable(one: Held, other: Held) -> bool:
    return one.place != other.place and one.figure.unit == other.figure.unit


def _strange(figure: Figure, one: Held, other: Held) -> bool:
    """True for people and bunks, which are no people together."""
    nouns = {each.figure.noun for each in (one, other) if each.figure.noun and not each.figure.unit}
    return len(nouns) > 1 and figure.noun in nouns


def _is_base(each: Held) -> bool:
    """True for that of which a rate tells: "every £1 spent saves £2.60"."""
    return bool(_EACH.search(each.document.text, max(0, each.figure.start - 16), each.figure.start))


def _passing(each: Held) -> bool:
    """True for a small number in words that counts nothing and measures nothing: "from ten to four"."""
    figure = each.figure
    return figure.word and not figure.unit and not figure.noun and 1 <= figure.value <= _FEW


def _of(operation: Operation, value: Decimal, form: str, *operands: Held) -> Made:
    shown = [each.figure.line for each in operands]
    words = form.format(*shown) if "{" in form else form.join(shown)
    return Made(operation, value, words, operands)
