"""Is a figure of a claim what a common slip makes of the figures that the claim speaks of?

A share that went from 24.8 % to 21.3 % fell by 3.5 points, which are no 3.5 per cent; a fare that went from 900 to
1,250 rose by 39 per cent, and 28 is what it would fall by on the way back; of 1,350 people an uptake of 40 per cent is
540, and 810 are those who do not take it up. Such a number follows from the evidence, and is wrong all the same. We
speak only where the right operation over the same two figures gives another number, and so does that over any other two
that the claim speaks of.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from moot.text import figures
from moot.text.figures import Figure, agree
from moot.text.lazy import lazy_re
from moot.verify.reckoning import sums
from moot.verify.reckoning.changes import Change, change, is_part, moves
from moot.verify.reckoning.distance import Said
from moot.verify.reckoning.held import Held, comparable
from moot.verify.reckoning.operations import Operation

_BY = lazy_re(
    r"\bby(?:[\s\xa0](?:an?|mere|about|around|some|almost|nearly|roughly|over|only|just|less|more|than))*[\s\xa0]$"
)
_NEAR, _FAR = 1, 120
"""How far from the claim's words its figures may be; characters before a figure in which something may have moved."""


def slips(claim: str, evidence: Sequence[Held]) -> Iterator[str]:
    """What is wrong with each figure of the claim that a slip gives. `evidence`: all that stands near what is cited."""
    for figure in figures.find(claim):
        if not figure.counts or figure.high is not None:
            continue
        said = Said.of(claim, figure)
        spoken = [
            replace(each, figure=end) for each in evidence for end in each.figure.ends if said.distance(each) <= _NEAR
        ]
        spoken = [each for each in spoken if each.figure.counts and each.figure.value > 0]
        yield from _points(figure, claim, spoken)
        yield from _wrong_base(figure, claim, spoken)
        yield from _other_part(figure, said, spoken)


def _points(figure: Figure, claim: str, spoken: Sequence[Held]) -> Iterator[str]:
    """A change in percent that is one of points."""
    before = claim[max(0, figure.start - _FAR) : figure.start]
    if (
        figure.unit != "%"
        or is_part(figure, claim)
        or not (change(figure, claim) or (_BY.search(before) and moves(before)))
    ):
        return
    found = [(one, other) for one, other in _two(spoken) if one.figure.unit == other.figure.unit == "%"]
    if any(sums.says(figure, each) for pair in found for each in _shares(*pair)):
        return
    for one, other in found:
        if abs(one.figure.value - other.figure.value) == figure.value:
            yield f"{figure.line} are points: {one.figure.line} and {other.figure.line} differ by that many"
            return


def _wrong_base(figure: Figure, claim: str, spoken: Sequence[Held]) -> Iterator[str]:
    """A rise told as a share of what it rose to, or a fall of what it fell to."""
    changed = change(figure, claim)
    if changed is None or figure.word:
        return
    factor = 100 if figure.unit == "%" else 1
    pairs = [
        (one, other) for one, other in _two(spoken) if comparable(one.figure, other.figure) and one.figure.unit != "%"
    ]
    if any(sums.says(figure, changed.of(*_sizes(*pair)) * factor) for pair in pairs):
        return
    turned = Change.FALL if changed is Change.RISE else Change.RISE
    for pair in pairs:
        large, small = _sizes(*pair)
        if small * 4 > large and sums.says(figure, turned.of(large, small) * factor):
            right = changed.of(large, small) * 100
            yield f"from {pair[0].figure.line} to {pair[1].figure.line} is a change of {right:.1f} %, not {figure.line}"
            return


def _other_part(figure: Figure, said: Said, spoken: Sequence[Held]) -> Iterator[str]:
    """What a share leaves of a whole, told as that share of it."""
    if figure.is_ratio or Operation.REST in said.stated:
        return
    shares = [each for each in said.others if each.unit == "%" and each.high is None and 0 < each.value < 100]
    wholes = [each for each in spoken if comparable(each.figure, figure) and each.figure.value > figure.value]
    for share in shares:
        part = share.value / 100
        if part == Decimal("0.5") or not any(agree(share, each.figure) for each in spoken):
            continue
        for whole in wholes:
            value = whole.figure.value
            if sums.says(figure, (1 - part) * value) and not sums.says(figure, part * value):
                yield f"{share.line} of {whole.figure.line} is {part * value:,.0f}, not {figure.line}"
                return


def _two(spoken: Sequence[Held]) -> Iterator[tuple[Held, Held]]:
    """Two figures of one sentence or row, which may be of one thing before and after."""
    for one, other in combinations(spoken, 2):
        if one.unit == other.unit and one.document is other.document and one.figure.value != other.figure.value:
            yield one, other


def _sizes(one: Held, other: Held) -> tuple[Decimal, Decimal]:
    small, large = sorted((one.figure.value, other.figure.value))
    return large, small


def _shares(one: Held, other: Held) -> tuple[Decimal, Decimal]:
    large, small = _sizes(one, other)
    return Change.RISE.of(large, small) * 100, Change.FALL.of(large, small) * 100
