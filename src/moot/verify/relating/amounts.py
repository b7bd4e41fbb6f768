"""How much: the figures of two claims, with roundings, shares, conversions and what follows from two figures of one.

A figure is met by one that agrees with it, by a rounding of it, by the same measure in another unit, or by what the
other claim's figures come to (60 of 240 is a quarter). What is met by nothing on both sides, in one dimension, differs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from itertools import zip_longest

from moot.text.figures import Figure, FigureKind, find
from moot.text.lazy import lazy_re
from moot.text.spans import Span
from moot.verify.reckoning.following.converted import also
from moot.verify.reckoning.following.rescaled import ratios
from moot.verify.reckoning.given.joint import joined
from moot.verify.relating.bounds import bounded, broken, differ, kept
from moot.verify.relating.changes import as_multiples
from moot.verify.relating.figure_pairs import CLOSE, rival, same_amount
from moot.verify.relating.follows import follows, left_of_whole
from moot.verify.relating.kinds import Difference, apart, conflict
from moot.verify.relating.plain import ODDS, plain
from moot.verify.relating.times import times

_BY = Decimal("0.08")
"""What is told by another measure is told in round numbers; still £40 an hour is no pound a minute."""
_MOST = 8
"""Figures of a claim that are looked at."""
_ORDINAL = lazy_re(
    r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth)\b(?!\s+time)",
    re.IGNORECASE,
)
_MULTIPLE = {"doubl": 2, "tripl": 3, "trebl": 3, "quadrupl": 4, "halv": Decimal("0.5")}
_MULTIPLES = lazy_re(r"\b(?P<root>doubl|tripl|trebl|quadrupl|halv)(?:ed?|es|ing)\b", re.IGNORECASE)
_EXACTLY = lazy_re(r"\b(?:exactly|precisely)[\s\xa0]+$", re.IGNORECASE)
_EXACTLY_AFTER = lazy_re(r"^(?:[\s\xa0]+[a-z]+)?[\s\xa0]+(?:exactly|precisely)(?=[,;.)]|$)", re.IGNORECASE)
_FROM = lazy_re(r"\b(?P<way>from|to)\s+(?:about |around |nearly |almost |some |over )?$", re.IGNORECASE)


@dataclass(frozen=True)
class Amounts:
    difference: Difference | None
    shared: int
    left: int = 0
    right: int = 0
    """Figures that only the one, only the other claim has."""
    bare: tuple[int, int] = (0, 0)
    """Of those, the ones without a unit that the other claim tells with one: a caption may hold it."""
    rest: bool = False
    """The one tells the part that the other leaves: 12 % missing, 88 % there."""
    rivals: tuple[Figure, Figure] | None = None
    """The two that differ, of one measure, as they stand in the `plain` texts."""
    broken: int | None = None
    """The claim, 0 or 1, that tells a bound which a figure of the other does not keep."""
    kept: int | None = None
    """The claim, 0 or 1, whose figures differ as bounds do that the figures of the other keep."""

    @property
    def alone(self) -> int:
        return self.left + self.right


@lru_cache(maxsize=2048)
def amounts(text: str) -> tuple[Figure, ...]:
    """The figures of a claim that are no date, each end of a range for itself."""
    text = plain(text)
    taken = [each.span for each in times(text)]
    found: list[Figure] = []
    for figure in find(text):
        if figure.kind is FigureKind.DATE or any(span.touches(figure.span) for span in taken):
            continue
        found += _apart(text, figure)
    found = joined(text, _one_unit(text, found))
    found += [each for each in _multiples(text) if not any(each.span.touches(other.span) for other in found)]
    return tuple(found[:_MOST])


def _apart(text: str, figure: Figure) -> tuple[Figure, ...]:
    """The ends of a range; where something rose from the one to the other, each where it stands."""
    between = figure.raw.find(" to ")
    before = _FROM.search(text[: figure.start])
    if figure.high is None or between < 0 or before is None or before["way"].lower() != "from":
        return figure.ends
    low, high = figure.ends
    at = figure.start + between
    return replace(low, end=at, raw=text[figure.start : at]), replace(high, start=at + 4, raw=text[at + 4 : figure.end])


def _one_unit(text: str, figures: list[Figure]) -> list[Figure]:
    """ "From 7 to 5 euros": both are euros; so are the bare millions beside "261 million euros"."""
    shared: list[Figure] = []
    for figure, after in zip_longest(figures, figures[1:]):
        bare = after and after.unit and not figure.unit and not figure.noun and figure.kind is FigureKind.QUANTITY
        if after and bare and text[figure.end : after.start].strip() == "to":
            scale = after.scale / figure.scale
            figure = replace(
                figure, kind=after.kind, unit=after.unit, value=figure.value * scale, step=figure.step * scale
            )
        shared.append(figure)
    money = {each.unit for each in shared if each.kind is FigureKind.MONEY}
    if len(money) != 1:
        return shared
    (unit,) = money
    return [replace(each, kind=FigureKind.MONEY, unit=unit) if _bare_sum(each) else each for each in shared]


def _bare_sum(figure: Figure) -> bool:
    return figure.kind is FigureKind.QUANTITY and figure.scale > 1 and not (figure.unit or figure.noun)


def _multiples(text: str) -> Iterator[Figure]:
    for match in _MULTIPLES.finditer(text):
        value = Decimal(_MULTIPLE[match["root"].lower()])
        yield Figure(match.start(), match.end(), match[0], FigureKind.MULTIPLE, value, "x", step=Decimal("0.1"))


@lru_cache(maxsize=4096)
def compare(one: str, other: str) -> Amounts:
    ours, theirs = _alike(one, other), _alike(other, one)
    all_ours, all_theirs = tuple(ours), tuple(theirs)
    matched: list[tuple[Figure, Figure]] = []
    for each in all_ours:
        same = next((its for its in theirs if its.noun == each.noun and _same(one, each, other, its)), None)
        same = same or next((its for its in theirs if _same(one, each, other, its)), None)
        if same:
            ours.remove(each)
            theirs.remove(same)
            matched.append((each, same))
    for a, b in [(a, b) for a in ours for b in theirs if _by_another(one, a, other, b)]:
        if a in ours and b in theirs:
            ours.remove(a)
            theirs.remove(b)
            matched.append((a, b))
    found = next(filter(None, (bounded(one, a, other, b) for a, b in matched)), None)
    if found:
        kept = _kept(one, other, [(a, b) for a, b in matched if bounded(one, a, other, b)])
        return Amounts(found, len(matched), broken=_broken(one, other, matched), kept=kept)
    rest = any(left_of_whole(a, b) for a in ours for b in theirs)
    at_ends = [(a, b) for a in ours for b in theirs if _way(one, a) == _way(other, b) != "" and rival(a, b)]
    if at_ends and not rest:
        a, b = at_ends[0]  # "To 9" beside "to 23", though 23 less the 14 of both is 9.
        return Amounts(differ(one, a, other, b), len(matched), rivals=(a, b), broken=_broken(one, other, at_ends))
    left = [each for each in ours if not follows(each, all_theirs)]
    right = [each for each in theirs if not follows(each, all_ours)]
    if (len(left) < len(ours) and len(right) <= 1) or (len(right) < len(theirs) and len(left) <= 1):
        left, right = [], []
    rivals = [(a, b) for a in left for b in right if rival(a, b)]
    if rivals:
        a, b = rivals[0]
        ruled, kept = _broken(one, other, rivals), _kept(one, other, rivals)
        return Amounts(differ(one, a, other, b), len(matched), rivals=(a, b), broken=ruled, kept=kept)
    found = _ordinals(one, other) or _turned(one, other, matched)
    bare = _bare(left, right), _bare(right, left)
    return Amounts(found, len(matched), len(left), len(right), bare, rest)


def _bare(figures: Sequence[Figure], others: Sequence[Figure]) -> int:
    told = {each.written for each in others if each.unit}
    return sum(not (each.unit or each.noun) and each.written in told for each in figures)


def _same(one: str, ours: Figure, other: str, theirs: Figure) -> bool:
    """Whether both are as much, told alike, rounded or converted; what is told as exact rounds nothing."""
    if ours.unit == theirs.unit and ours.value != theirs.value:
        (text, rough), (_, fine) = sorted(((one, ours), (other, theirs)), key=lambda each: -each[1].coarse)
        if _exact(text, rough) and not fine.approx:
            return False
    return same_amount(ours, theirs)


def _exact(text: str, figure: Figure) -> bool:
    text = plain(text)
    return bool(_EXACTLY.search(text[: figure.start]) or _EXACTLY_AFTER.match(text[figure.end :]))


def alike(one: str, other: str) -> bool:
    """Whether both tell a figure that is one, and none in which they differ: a passage may tell of two things."""
    found = compare(one, other)
    return found.shared > 0 and found.difference is None


def unlike(one: str, other: str) -> bool:
    """Whether each tells figures of its own and none is one: what quotes the same row may speak of two things in it.

    A bare figure is as good as one with its unit, which the head of a column may hold.
    """
    found = compare(one, other)
    ours, theirs = ({each.written for each in amounts(text)} for text in (one, other))
    apart = bool(found.left and found.right) and ours.isdisjoint(theirs)
    return found.difference is not None or (not found.shared and apart)


def _broken(one: str, other: str, pairs: Sequence[tuple[Figure, Figure]]) -> int | None:
    return next((n for a, b in pairs if (n := broken(one, a, other, b)) is not None), None)


def _kept(one: str, other: str, pairs: Sequence[tuple[Figure, Figure]]) -> int | None:
    sides = {kept(one, a, other, b) for a, b in pairs}
    return sides.pop() if len(sides) == 1 else None


def _by_another(one: str, ours: Figure, other: str, theirs: Figure) -> bool:
    """True for £1 a minute and £60 an hour."""
    made = (theirs.value * ratio for ratio in ratios(plain(one), ours, plain(other), theirs))
    return any(abs(ours.value - value) <= min(max(CLOSE * value, ours.step / 2), _BY * value) for value in made)


def _alike(text: str, other: str) -> list[Figure]:
    """The figures of a claim in the measures of the other's, where they may be told in both."""
    others = amounts(other)
    return as_multiples(plain(text), _weighed(amounts(text), others), others)


def _weighed(figures: Sequence[Figure], others: Sequence[Figure]) -> list[Figure]:
    """Pounds are a weight where the other claim gives one."""
    if not any(each.unit in ("g", "lb") for each in others):
        return list(figures)
    return [replace(each, unit="lb", kind=FigureKind.QUANTITY) if also(each) else each for each in figures]


def _ordinals(one: str, other: str) -> Difference | None:
    ours, theirs = ([match[0].lower() for match in _ORDINAL.finditer(each)] for each in (one, other))
    if len(ours) == len(theirs) == 1 and ours != theirs and not (times(one) and "quarter" in one.lower()):
        return apart(f"{ours[0]} against {theirs[0]}")
    return None


def _turned(one: str, other: str, matched: Sequence[tuple[Figure, Figure]]) -> Difference | None:
    """From 5 to 7, or to 5 from 7."""
    for ours, theirs in matched:
        ways = [_way(text, each) for text, each in ((one, ours), (other, theirs))]
        if {*ways} == {"from", "to"} and len(matched) > 1:
            return conflict(f"from and to are exchanged: {ours.line}")
    return None


def _way(text: str, figure: Figure) -> str:
    """ "From" or "to", where the figure is what something began with or came to; else empty."""
    found = _FROM.search(plain(text)[: figure.start])
    return found["way"].lower() if found else ""


def spans(text: str) -> list[Span]:
    """Where figures stand in the claim as it is written."""
    odds = [Span(*match.span()) for match in ODDS.finditer(text)]
    return [each.span for each in find(text)] + odds
