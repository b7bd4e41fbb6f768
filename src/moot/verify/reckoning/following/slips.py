"""Is a figure of a claim what a common slip makes of the figures that the claim speaks of?

A share that went from 24.8 % to 21.3 % fell by 3.5 points, which are no 3.5 per cent; a fare that went from 900 to
1,250 rose by 39 per cent, and 28 is what it would fall by on the way back; the difference told again as a share is one
of either; of 1,350 people an uptake of 40 per cent is
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
from moot.verify.reckoning.following import sums
from moot.verify.reckoning.following.changes import Change, change, is_part, moves
from moot.verify.reckoning.following.distance import Said
from moot.verify.reckoning.following.operations import Operation
from moot.verify.reckoning.given.again import told_again
from moot.verify.reckoning.given.held import Held, comparable

_BY = lazy_re(
    r"\bby(?:[\s\xa0](?:an?|mere|about|around|some|almost|nearly|roughly|over|only|just|less|more|than))*[\s\xa0]$"
)
_NEAR, _BESIDE, _FAR = 1, 2, 120
"""How far from the claim's words one figure of a pair may be, and the other; characters before a figure in which
something may have moved."""
_WIDE = 4
"""So many times as large as the other a figure of a pair may be."""

_Pairs = Sequence[tuple[Held, Held]]
"""Two figures each of one sentence or row, the larger first."""


def slips(claim: str, evidence: Sequence[Held]) -> Iterator[str]:
    """What is wrong with each figure of the claim that a slip gives. `evidence`: all that stands near what is cited."""
    for figure in figures.find(claim):
        if not figure.counts or figure.high is not None:
            continue
        said = Said.of(claim, figure)
        ends = [replace(each, figure=end) for each in evidence for end in each.figure.ends]
        ends = [each for each in ends if each.figure.counts and each.figure.value > 0]
        spoken = [each for each in ends if said.distance(each) <= _BESIDE]
        if figure.is_ratio:
            pairs = list(_pairs(said, spoken))
            if not any(agree(figure, each.figure) for each in spoken):
                yield from _points(figure, claim, [pair for pair in pairs if pair[0].figure.unit == "%"])
            counted = [pair for pair in pairs if pair[0].figure.unit != "%"]
            yield from _wrong_base(figure, claim, counted)
            if Operation.SUM not in said.stated:
                yield from _retold(figure, claim, list(_pairs(said, ends)))
        else:
            yield from _other_part(figure, said, [each for each in spoken if said.distance(each) <= _NEAR])


def _points(figure: Figure, claim: str, pairs: _Pairs) -> Iterator[str]:
    """A change in percent that is one of points."""
    before = claim[max(0, figure.start - _FAR) : figure.start]
    changes = change(figure, claim) or (_BY.search(before) and moves(before))
    if figure.unit != "%" or not changes or is_part(figure, claim):
        return
    if any(sums.says(figure, each.of(*_values(pair)) * 100) for pair in pairs for each in Change):
        return
    if any(agree(figure, each.figure) for pair in pairs for each in pair):
        return  # It stands there itself: "rose by 3, 5 and 8 percent".
    for pair in pairs:
        large, small = _values(pair)
        if large - small == figure.value:
            yield f"{figure.line} are points: {_number(large)} and {_number(small)} differ by that many"
            return


def _wrong_base(figure: Figure, claim: str, pairs: _Pairs) -> Iterator[str]:
    """A rise told as a share of what it rose to, or a fall of what it fell to."""
    changed = change(figure, claim)
    if changed is None or figure.unit != "%":
        return
    if any(sums.says(figure, changed.of(*_values(pair)) * 100) for pair in pairs):
        return
    turned = Change.FALL if changed is Change.RISE else Change.RISE
    for pair in pairs:
        if sums.says(figure, turned.of(*_values(pair)) * 100):
            right = changed.of(*_values(pair)) * 100
            one, other = (each.figure.line for each in (pair if changed is Change.FALL else pair[::-1]))
            yield f"from {one} to {other} is a change of {right:.1f} %, not {figure.line}"
            return


def _retold(figure: Figure, claim: str, pairs: _Pairs) -> Iterator[str]:
    """A difference that is told again as another share than it is of either figure: "63,000 fewer, or 9 per cent"."""
    amounts = [each for each in figures.find(claim) if each.end <= figure.start and not each.is_ratio]
    if not amounts or is_part(figure, claim) or not told_again(claim, amounts[-1], figure):
        return
    factor, changed = 100 if figure.unit == "%" else 1, change(figure, claim)
    made = [pair for pair in pairs if comparable(amounts[-1], pair[0].figure) and _differ_by(amounts[-1], pair)]
    shares = [each.of(*_values(pair)) * factor for pair in made for each in ([changed] if changed else Change)]
    if made and not any(sums.says(figure, each) for each in shares):
        large, small = (each.figure.line for each in made[0])
        yield f"{small} and {large} differ by {shares[0]:.1f} {'%' * (factor > 1)}, not by {figure.line}"


def _differ_by(amount: Figure, pair: tuple[Held, Held]) -> bool:
    large, small = _values(pair)
    return sums.says(amount, large - small)


def _other_part(figure: Figure, said: Said, spoken: Sequence[Held]) -> Iterator[str]:
    """What a share leaves of a whole, told as that share of it."""
    if Operation.REST in said.stated or figure.word:
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


def _pairs(said: Said, spoken: Sequence[Held]) -> Iterator[tuple[Held, Held]]:
    """What may be of one thing before and after."""
    for pair in combinations(spoken, 2):
        small, large = sorted(pair, key=lambda each: each.figure.value)
        together = small.unit == large.unit and small.document is large.document and comparable(*_figures(pair))
        sized = small.figure.value < large.figure.value < _WIDE * small.figure.value
        if together and sized and min(map(said.distance, pair)) <= _NEAR:
            yield large, small


def _figures(pair: tuple[Held, Held]) -> tuple[Figure, Figure]:
    return pair[0].figure, pair[1].figure


def _values(pair: tuple[Held, Held]) -> tuple[Decimal, Decimal]:
    return pair[0].figure.value, pair[1].figure.value


def _number(value: Decimal) -> str:
    return f"{value.normalize():,f}"
