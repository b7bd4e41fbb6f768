"""Does a figure follow from figures that stand anywhere near what a claim cites?

Reports compute from figures of different sentences and put the operation in words that no list holds. Here every plain
operation over the figures of the cited passages and those beside them is tried. A hit may be chance, so each candidate
has a distance: how little the claim says of its operands, how far apart they stand, whether words of the claim state
the operation. A hit counts only where few numbers could have been made by candidates that are as near or nearer, for
how exactly the claim gives its figure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from moot.evidence.cited import Cited
from moot.evidence.library import Library
from moot.text.figures import Bound, Figure, FigureKind, agree
from moot.text.spans import Span
from moot.verify.reckoning.following import sums
from moot.verify.reckoning.following.candidates import candidates, fits, measures
from moot.verify.reckoning.following.distance import UNSPOKEN, Derived, Said, made_of
from moot.verify.reckoning.following.operations import Operation
from moot.verify.reckoning.following.passed_over import passed_over
from moot.verify.reckoning.given.held import Held

LIKELY, DOUBTED = Decimal("0.25"), Decimal("0.05")
"""Expected hits by chance up to which a hit is taken for what the claim means; the second where a sentence that says
most of what the claim says has another figure, or no word of the claim states the operation."""
UNSAID, UNSAID_DOUBTED = Decimal("0.01"), Decimal("0.002")
"""The same for a sum or a difference that no word states: "packs that never came back numbered 16,550"."""
CLOSE = ((3, Decimal("0.25")), (6, Decimal("0.05")))
"""The same for whatever is made of figures so near, whether a word states it or not, and whatever else is said."""
_SPREAD = Decimal("0.2")
"""Numbers are taken to be spread evenly over two decades: one in five lies within a given half of its size."""
_SHORT = 16
"""Passages up to which a whole document is near."""
_SPOKEN, _RIVALS, _LEAST = 1, 5, Decimal("0.02")
"""Distance up to which something is made of what the claim speaks of; how much farther others are looked for; the
smallest part that words tell."""
_FAR, _DOUBTING = 11, 9
"""Distance from which on nothing is looked at, and up to which something that is likely chance casts doubt."""
_QUIET = frozenset({Operation.PRODUCT, Operation.MEAN, Operation.SHARE})
"""Operations that sentences often leave unsaid; a sum, a difference or a growth is told by a word."""


def near(cited: Sequence[Cited], library: Library) -> list[Cited]:
    """The cited passages and those before and after them, whole; of a short document all."""
    wide: dict[str, Cited] = {}
    for one in cited:
        if one.passage is None or one.document is None or one.span is None:
            continue
        mine = [each for each in library.passages if each.source == one.passage.source]
        at = next((n for n, each in enumerate(mine) if each.id == one.passage.id), 0)
        for each in mine if len(mine) <= _SHORT else mine[max(0, at - 1) : at + 2]:
            wide[each.id] = replace(one, passage=each, span=Span(each.start, each.end))
    return list(wide.values())


def follows(figure: Figure, claim: str, evidence: Sequence[Held], *, doubted: bool = False) -> Derived | None:
    """The nearest computation that gives the figure, and whether the claim is likely to mean it; None where none does.

    `doubted`: a sentence that says most of what the claim says has another figure in its place.
    """
    if not figure.counts:
        return None
    said = Said.of(claim, figure)
    figure = _with_unit(figure, said)
    plain = _follows(figure, said, evidence, doubted, wide=False)
    far = _follows(figure, said, evidence, doubted, wide=True) if plain is None or not plain.likely else None
    found = far if far and far.likely else plain
    return found if found and (found.likely or found.distance <= _DOUBTING) else None


def _follows(figure: Figure, said: Said, evidence: Sequence[Held], doubted: bool, *, wide: bool) -> Derived | None:
    quiet = frozenset[Operation]() if doubted else _QUIET
    near = (each for each in candidates(figure, said, evidence, wide=wide) if each.distance <= _FAR)
    made = [each for each in near if not _rescaled(figure, each) and not _unchanged(figure, each)]
    if figure.unit == "%":
        made = [each for each in made if each.stated or min(map(said.distance, each.operands), default=0) < UNSPOKEN]
    made = [
        each for each in made if not fits(figure, each.value) or not passed_over(each, figure, said.claim, evidence)
    ]
    nearest = _best(figure, made)
    if nearest is None or (figure.unit == "%" and nearest.distance and _is_told(figure, nearest, said, evidence)):
        return nearest
    if _close(figure, nearest, said, made):
        return replace(nearest, likely=True)
    told = [each for each in made if each.stated or each.operation in quiet]
    best, limit = _best(figure, told), DOUBTED
    if best is None:
        apart = [each for each in made if not doubted or len({operand.unit for operand in each.operands}) > 1]
        best = _unsaid(figure, apart, UNSAID_DOUBTED if doubted else UNSAID)
        return replace(best, likely=True) if best else nearest
    if best.stated and not doubted:
        limit = LIKELY
    return replace(best, likely=True) if _by_chance(figure, best, told) <= limit else nearest


def rival(figure: Figure, claim: str, evidence: Sequence[Held]) -> Derived | None:
    """Of a share what the figures that the claim speaks of give instead: the only thing that they do, or one side of a
    whole and the other.

    None where some that are about as near give the share.
    """
    said, percent = Said.of(claim, figure), figure.unit == "%"
    several = said.stated & {Operation.SUM, Operation.DIFFERENCE} and not said.change
    if (several and not (percent and Operation.SHARE in said.stated)) or not (
        percent or figure.is_fraction or said.per
    ):
        return None
    operation = Operation.MEAN if said.per else Operation.GROWTH if said.change else Operation.SHARE
    made = [
        each
        for wide in (False, True)
        for each in candidates(figure, said, evidence, wide=wide)
        if each.distance <= _SPOKEN + _RIVALS and not (percent and passed_over(each, figure, claim, evidence))
    ]
    meant = [
        (each.distance, sum(map(said.unnamed, each.operands)) if percent else 0, each)
        for each in made
        if each.operation is operation and each.value > _LEAST
    ]
    *least, nearest = min(meant, key=lambda each: each[:2], default=(0, 0, None))
    if nearest is None or nearest.distance > _SPOKEN or any(fits(figure, each.value) for each in made):
        return None
    others = [each for *far, each in meant if far == least and each.value != nearest.value]
    sides = all(each.operands == nearest.operands and each.value + nearest.value == 100 for each in others)
    if others and not (percent and sides):
        return None
    nearest = min((nearest, *others), key=lambda each: abs(each.value - figure.value))
    if all(any(agree(own, each.figure) for own in said.others) for each in nearest.operands):
        return None  # What the claim itself gives beside the part, `inner` reckons.
    return nearest


def _rescaled(figure: Figure, made: Derived) -> bool:
    """True for a number that a computation gives another unit, or noughts, and nothing else: 4,850 / 1 per cent."""
    if made.operation not in (Operation.PRODUCT, Operation.MEAN):
        return False
    digits = _digits(made.value)
    return any(each.figure.written == figure.written or _digits(each.figure.value) == digits for each in made.operands)


def _unchanged(figure: Figure, made: Derived) -> bool:
    """True where what is added to the same number, or taken from it, is too small to be seen."""
    added = made.operation in (Operation.SUM, Operation.DIFFERENCE)
    return added and fits(figure, made.value) and any(fits(figure, each.figure.value) for each in made.operands)


def _digits(value: Decimal) -> tuple[int, ...]:
    return value.normalize().as_tuple().digits


def _best(figure: Figure, made: Sequence[Derived]) -> Derived | None:
    fitting = (each for each in made if fits(figure, each.value))
    return min(fitting, key=lambda each: each.distance, default=None)


def _unsaid(figure: Figure, made: Sequence[Derived], limit: Decimal) -> Derived | None:
    plain = [each for each in made if _is_plain(each) and not _counts_others(figure, each)]
    best = _best(figure, plain)
    return best if best and _by_chance(figure, best, made) <= limit else None


def _close(figure: Figure, nearest: Derived, said: Said, made: Sequence[Derived]) -> bool:
    """Made of what the claim speaks of and of next to nothing else; no sum of two, and no amount that is the rest, that
    no word states."""
    if nearest.operation is Operation.REST and not nearest.stated and not figure.is_ratio:
        return False
    if nearest.operation is Operation.SUM and len(nearest.operands) == 2 and not nearest.stated:
        return False
    chance = _by_chance(figure, nearest, made)
    spoken = all(said.distance(each) < UNSPOKEN for each in nearest.operands)
    return spoken and any(nearest.distance <= far and chance <= limit for far, limit in CLOSE)


def _is_plain(made: Derived) -> bool:
    """True for a difference, and for a sum of three and more; two figures are side by side too often."""
    total = sum((abs(each.figure.value) for each in made.operands), Decimal(0))
    whole = made.operation is Operation.SUM and len(made.operands) > 2 and made.value == total
    return whole or made.operation is Operation.DIFFERENCE


def _counts_others(figure: Figure, made: Derived) -> bool:
    """True for tiles that were made of rowers."""
    nouns = {each.figure.noun for each in made.operands if not each.figure.unit} - {""}
    return bool(figure.noun and not figure.unit and nouns) and figure.noun not in nouns


def _by_chance(figure: Figure, best: Derived, made: Sequence[Derived]) -> Decimal:
    return _chance(_exactly(figure, best), len({abs(each.value) for each in made if each.distance <= best.distance}))


def _exactly(figure: Figure, made: Derived) -> Figure:
    """Where a product needs no rounding to be the figure: the figure to its last digit, or to one more, if what it is
    made of would give that."""
    if made.operation is not Operation.PRODUCT or made.value != figure.value or figure.high is not None:
        return figure
    finer = made.operands and min(each.figure.step for each in made.operands) < figure.step
    return replace(figure, bound=Bound.NONE, step=figure.step / 10 if finer else figure.step)


def multiplied(figure: Figure, claim: str, evidence: Sequence[Held]) -> Derived | None:
    """The range of the evidence that a range is so many times, or a part of, as the claim says: both ends agree."""
    said = Said.of(claim, figure)
    for count in (each for each in said.close if each.high is None and each.value > 1 and each.scale == 1):
        for one in (each for each in evidence if each.figure.high is not None and measures(figure, each.figure)):
            ends = [end.value for end in one.figure.ends]
            for operation, sign, times in (
                (Operation.PRODUCT, "×", count.value),
                (Operation.MEAN, "/", 1 / count.value),
            ):
                if [end * times for end in ends] == [end.value for end in figure.ends]:
                    return made_of(said, operation, ends[0] * times, f"{{}} {sign} {count.raw}", one)
    return None


def _is_told(figure: Figure, nearest: Derived, said: Said, evidence: Sequence[Held]) -> bool:
    """Where a share of the same thing is told nothing is left to compute, but for one so many points from it."""
    points = any(each.figure.unit in ("pp", "point") for each in nearest.operands)
    own = {each.figure.start for each in nearest.operands} if points else set[int]()
    return any(_instead(figure, each, said) for each in evidence if each.figure.start not in own)


def _instead(figure: Figure, each: Held, said: Said) -> bool:
    """True for another percentage of what the claim speaks of, which the claim does not repeat."""
    other = each.figure.unit == "%" and each.grid is None and not sums.says(figure, each.figure.value)
    shared = len(each.clause & said.words)
    named = shared > 1 and shared * 2 >= len(each.clause)
    return other and named and not any(agree(one, each.figure) for one in said.others)


def _with_unit(figure: Figure, said: Said) -> Figure:
    """The figure in the unit of the claim's other figures: "28,945 hectolitres, against 46,365 the year before"."""
    if figure.noun == "cent" or figure.unit == "penny":
        small = Decimal("0.01")
        value, step = figure.value * small, figure.step * small
        money = replace(figure, kind=FigureKind.MONEY, unit="", noun="", scale=small, value=value, step=step)
        return replace(money, word=False)  # "Forty cents" are no part of something, as "two fifths" are.
    if figure.unit or figure.noun or figure.word or figure.scale != 1:
        return figure
    measured = {(each.unit, each.scale): each for each in said.others if each.unit not in ("", "%", "x", "s", "month")}
    if len(measured) != 1:
        return figure
    ((unit, scale), like), *_ = measured.items()
    value, step = figure.value * scale, figure.step * scale
    return replace(figure, unit=unit, kind=like.kind, scale=scale, value=value, step=step)


def _chance(figure: Figure, made: int) -> Decimal:
    """How many of so many numbers are expected to be the figure by chance."""
    if not figure.value:
        return Decimal(made)
    width = figure.step if figure.bound is Bound.NONE else max(figure.step, sums.last_digit(figure) / 2)
    if figure.high is not None:
        width = figure.high - figure.value + figure.step
    return made * _SPREAD * min(Decimal(1), width / abs(figure.value))
