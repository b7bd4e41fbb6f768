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

from moot.text.figures import Bound, Figure, FigureKind, agree, find
from moot.text.lazy import lazy_re
from moot.text.spans import Span
from moot.text.terms import stem
from moot.verify.reckoning.converted import also, joined, values
from moot.verify.reckoning.rescaled import ratios
from moot.verify.relating import kin
from moot.verify.relating.kinds import Difference, apart, conflict
from moot.verify.relating.plain import ODDS, plain
from moot.verify.relating.times import times
from moot.verify.relating.wording import vector

_CLOSE = Decimal("0.02")
"""Share by which two figures may lie apart where the one of fewer digits rounds the other."""
_ABOUT = Decimal("0.15")
"""The same where it says that it does."""
_NEAR = Decimal("0.03")
"""And where it says so and has as many digits."""
_BY = Decimal("0.08")
"""What is told by another measure is told in round numbers; still £40 an hour is no pound a minute."""
_CONVERTED = Decimal("0.02")
_DIGITS = 3
"""Digits of a figure that is rounded without a word."""
_SOME = r"(?:(?:about|around|roughly|some)\s+)?"
_LOW = lazy_re(
    r"\b(?:at least|no fewer than|not fewer than|no less than|not less than|a minimum of|minimum of|minimum|"
    rf"not under|from)\s+{_SOME}$",
    re.IGNORECASE,
)
_HIGH = lazy_re(
    r"\b(?:at most|up to|no more than|not more than|a maximum of|maximum of|maximum|as (?:many|much) as|"
    r"not (?:exceed(?:ing)?|over|above)|capped at|limited to|no longer than|no higher than|not exceed)\s+"
    rf"{_SOME}$",
    re.IGNORECASE,
)
_LOW_AFTER = lazy_re(r"^\s*(?:[a-z]+\s+)?(?:or (?:more|over|above|older|longer)|at (?:the )?least|minimum)\b", re.I)
_HIGH_AFTER = lazy_re(
    r"^\s*(?:[a-z]+\s+)?(?:or (?:less|fewer|under|below)|at (?:the )?most|maximum|at once at most)\b", re.I
)
_STRICT = lazy_re(
    r"(?<!just )(?<!slightly )(?<!little )(?<!barely )\b(?:more than|over|less than|fewer than|under|below|above|"
    r"exceed\w*)\s+$",
    re.IGNORECASE,
)
"""Bounds that a figure far off still keeps; "nearly 90" is no 71."""
_MOST = 8
"""Figures of a claim that are looked at."""
_ORDINALS = {
    name: n
    for n, name in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
        ],
        start=1,
    )
}
_ORDINAL = lazy_re(rf"\b(?:{'|'.join(_ORDINALS)})\b(?!\s+time)", re.IGNORECASE)


@dataclass(frozen=True)
class Amounts:
    difference: Difference | None
    shared: int
    left: int = 0
    right: int = 0
    """Figures that only the one, only the other claim has."""
    rest: bool = False
    """The one tells the part that the other leaves: 12 % missing, 88 % there."""

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
        found += figure.ends
    found = joined(text, _one_unit(text, found))
    found += [each for each in _multiples(text) if not any(each.span.touches(other.span) for other in found)]
    return tuple(found[:_MOST])


def _one_unit(text: str, figures: list[Figure]) -> list[Figure]:
    """ "From 7 to 5 euros": both are euros."""
    shared: list[Figure] = []
    for figure, after in zip_longest(figures, figures[1:]):
        bare = after and after.unit and not figure.unit and not figure.noun and figure.kind is FigureKind.QUANTITY
        if after and bare and text[figure.end : after.start].strip() == "to":
            scale = after.scale / figure.scale
            figure = replace(
                figure, kind=after.kind, unit=after.unit, value=figure.value * scale, step=figure.step * scale
            )
        shared.append(figure)
    return shared


_MULTIPLE = {"doubl": 2, "tripl": 3, "trebl": 3, "quadrupl": 4, "halv": Decimal("0.5")}
_MULTIPLES = lazy_re(r"\b(?P<root>doubl|tripl|trebl|quadrupl|halv)(?:ed?|es|ing)\b", re.IGNORECASE)


def _multiples(text: str) -> Iterator[Figure]:
    for match in _MULTIPLES.finditer(text):
        value = Decimal(_MULTIPLE[match["root"].lower()])
        yield Figure(match.start(), match.end(), match[0], FigureKind.MULTIPLE, value, "x", step=Decimal("0.1"))


def compare(one: str, other: str) -> Amounts:
    ours, theirs = _weighed(amounts(one), amounts(other)), _weighed(amounts(other), amounts(one))
    all_ours, all_theirs = tuple(ours), tuple(theirs)
    matched: list[tuple[Figure, Figure]] = []
    for each in all_ours:
        same = next((its for its in theirs if its.noun == each.noun and _equal(each, its)), None)
        same = same or next((its for its in theirs if _equal(each, its)), None)
        if same:
            ours.remove(each)
            theirs.remove(same)
            matched.append((each, same))
    for a, b in [(a, b) for a in ours for b in theirs if _by_another(one, a, other, b)]:
        if a in ours and b in theirs:
            ours.remove(a)
            theirs.remove(b)
            matched.append((a, b))
    found = next(filter(None, (_bounds(one, a, other, b) for a, b in matched)), None)
    if found:
        return Amounts(found, len(matched))
    rest = any(_left_of_whole(a, b) for a in ours for b in theirs)
    left = [each for each in ours if not _follows(each, all_theirs)]
    right = [each for each in theirs if not _follows(each, all_ours)]
    if (len(left) < len(ours) and len(right) <= 1) or (len(right) < len(theirs) and len(left) <= 1):
        left, right = [], []
    rivals = [(a, b) for a in left for b in right if _rival(a, b)]
    if rivals:
        a, b = rivals[0]
        return Amounts(_differ(one, a, other, b), len(matched))
    found = _ordinals(one, other) or _turned(one, other, matched)
    return Amounts(found, len(matched), len(left), len(right), rest)


def _by_another(one: str, ours: Figure, other: str, theirs: Figure) -> bool:
    """True for £1 a minute and £60 an hour."""
    made = (theirs.value * ratio for ratio in ratios(plain(one), ours, plain(other), theirs))
    return any(abs(ours.value - value) <= min(max(_CLOSE * value, ours.step / 2), _BY * value) for value in made)


def _weighed(figures: Sequence[Figure], others: Sequence[Figure]) -> list[Figure]:
    """Pounds are a weight where the other claim gives one."""
    if not any(each.unit in ("g", "lb") for each in others):
        return list(figures)
    return [replace(each, unit="lb", kind=FigureKind.QUANTITY) if also(each) else each for each in figures]


def _differ(one: str, ours: Figure, other: str, theirs: Figure) -> Difference:
    low, high = _limit(one, ours), _limit(other, theirs)
    what = "unit" if ours.unit != theirs.unit and ours.written == theirs.written else "figure"
    words = f"{what} differs: {ours.line} against {theirs.line}"
    if {low, high} == {"low"} or {low, high} == {"high"}:
        return apart(words)
    if "low" in (low, high) or "high" in (low, high):
        bound, exact = (ours, theirs) if low else (theirs, ours)
        side = low or high
        value = _value(exact, bound.unit)
        if not (low and high) and value is not None and (value > bound.value) is (side == "low"):
            return apart(f"a bound against a figure: {words}")
    strict = [
        _STRICT.search(plain(text)[max(0, each.start - 20) : each.start])
        for text, each in ((one, ours), (other, theirs))
    ]
    if strict[0] or strict[1]:
        bound, exact = (ours, theirs) if strict[0] else (theirs, ours)
        value = _value(exact, bound.unit)
        if value is not None and not exact.approx and (value > bound.value) is (bound.bound is Bound.OVER):
            return apart(f"a bound against a figure: {words}")
    return conflict(words)


def _value(figure: Figure, unit: str) -> Decimal | None:
    return figure.value if figure.unit == unit else next(values(figure, unit), None)


def _bounds(one: str, ours: Figure, other: str, theirs: Figure) -> Difference | None:
    """ "At least 5", "at most 5" and "5" are three things."""
    here, there = _limit(one, ours), _limit(other, theirs)
    if here == there:
        return None
    if here and there:
        return conflict(f"at least against at most: {ours.line}")
    if {ours.bound, theirs.bound} == {Bound.OVER, Bound.UNDER}:
        return conflict(f"more against less: {ours.line}")
    exact = theirs if here else ours
    bound = ours if here else theirs
    if exact.bound is {"low": Bound.OVER, "high": Bound.UNDER}[here or there]:
        return None
    return apart(f"{'at least' if (here or there) == 'low' else 'at most'} against a plain figure: {bound.line}")


def _limit(text: str, figure: Figure) -> str:
    text = plain(text)
    before, after = text[max(0, figure.start - 30) : figure.start], text[figure.end : figure.end + 30]
    low = re.search(r"\b(?:at least|no fewer than|not less than)\W*$", before, re.I) or _LOW.search(before)
    if (low and not low[0].lower().startswith("from")) or _LOW_AFTER.search(after):
        return "low"
    if _HIGH.search(before) or _HIGH_AFTER.search(after):
        return "high"
    return ""


def _equal(one: Figure, other: Figure) -> bool:
    if one.kind is FigureKind.NAME or other.kind is FigureKind.NAME:
        return _mark(one) == _mark(other)
    if {one.unit, other.unit} == {"x", "%"}:
        multiple, share = (one, other) if one.unit == "x" else (other, one)
        return multiple.value * 100 in (share.value, share.value + 100) or (
            multiple.value == Decimal("0.5") and share.value == 50
        )
    if _inverse(one, other):
        return True
    if (agree(one, other) or agree(other, one)) and _within(one, other):
        return True
    if _bare(one, other) or _bare(other, one):
        return True
    if ORDINAL & {one.kind, other.kind}:
        return False
    if one.unit == other.unit:
        return _rounds(one, other) or _rounds(other, one)
    part = _parts(one, other)
    if part:
        return _rounds(*part) or _rounds(*reversed(part))
    return _same_measure(one, other) or _same_measure(other, one)


ORDINAL = frozenset({FigureKind.ORDINAL})


def _within(one: Figure, other: Figure) -> bool:
    """False for a bound that lies far from the figure: "fewer than 100" is true of 62, and says less."""
    bounded = Bound.OVER in (one.bound, other.bound) or Bound.UNDER in (one.bound, other.bound)
    if not bounded or one.unit != other.unit or not one.value or not other.value:
        return True
    return abs(one.value - other.value) <= _ABOUT * max(abs(one.value), abs(other.value))


def _inverse(one: Figure, other: Figure) -> bool:
    """Twice as much, and half as much told from the other side."""
    multiple, part = (one, other) if one.unit == "x" else (other, one)
    return multiple.unit == "x" and part.word and not part.unit and multiple.value * part.value == 1


def _bare(one: Figure, other: Figure) -> bool:
    """True for a large number that is told once with its currency or unit, once without."""
    told = not one.unit and not one.noun and one.scale >= 1000 and bool(other.unit)
    return told and one.value == other.value and one.scale == other.scale


def _mark(figure: Figure) -> str:
    return re.sub(r"(?:\.0)+$", "", re.sub(r"^\D+", "", figure.raw.lower()))


def _parts(one: Figure, other: Figure) -> tuple[Figure, Figure] | None:
    """A fraction and a share in one unit."""
    if {one.unit, other.unit} != {"", "%"}:
        return None
    bare = one if not one.unit else other
    if not bare.word or bare.value >= 1:
        return None
    share = replace(bare, value=bare.value * 100, unit="%", step=bare.step * 100)
    return (share, other) if bare is one else (one, share)


def _rounds(rough: Figure, exact: Figure) -> bool:
    """True when the one of fewer digits is what the other comes to."""
    a, b = rough.value, exact.value
    if not a or not b or (a < 0) is not (b < 0):
        return False
    gap = abs(a - b) / max(abs(a), abs(b))
    if rough.word and rough.value != rough.value.to_integral_value():
        return gap <= Decimal("0.08") and (rough.approx or exact.approx)
    if rough.approx and gap <= _NEAR and _right_side(rough, exact):
        return True
    if rough.coarse <= exact.coarse or abs(a - b) * 2 > rough.coarse:
        return False
    if rough.approx:
        return gap <= _ABOUT and _right_side(rough, exact)
    digits = len((exact.value / exact.coarse).normalize().as_tuple().digits)
    return gap <= _CLOSE and digits >= _DIGITS


def _right_side(rough: Figure, exact: Figure) -> bool:
    if rough.bound is Bound.OVER:
        return exact.value >= rough.value
    return rough.bound is not Bound.UNDER or exact.value <= rough.value


def _same_measure(one: Figure, other: Figure) -> bool:
    for value in values(one, other.unit):
        whole = abs(other.value)
        if whole and abs(value - other.value) <= max(_CONVERTED * whole, other.step / 2):
            return True
    return False


def _follows(figure: Figure, others: Sequence[Figure]) -> bool:
    """True when it is what one or two figures of the other claim come to."""
    if figure.kind is FigureKind.NAME or len(others) > _MOST:
        return False
    plainly = [each for each in others if each.kind not in (FigureKind.NAME, FigureKind.ORDINAL)]
    if any(_left_of_whole(figure, each) for each in plainly):
        return True
    return any(_comes_to(figure, value, unit) for value, unit in _reckoned(plainly))


def _left_of_whole(figure: Figure, other: Figure) -> bool:
    shares = [_share(each) for each in (figure, other)]
    return None not in shares and sum(each for each in shares if each is not None) == 100


def _share(figure: Figure) -> Decimal | None:
    if figure.unit == "%":
        return figure.value
    return figure.value * 100 if figure.word and not figure.unit and 0 < figure.value < 1 else None


def _reckoned(figures: Sequence[Figure]) -> Iterator[tuple[Decimal, str]]:
    for n, a in enumerate(figures):
        for b in figures[n + 1 :]:
            like = a.unit == b.unit
            small, large = sorted((abs(a.value), abs(b.value)))
            if like and large and small != large:
                yield small / large * 100, "%"
                yield (1 - small / large) * 100, "%"
                yield large - small, a.unit if a.unit != "%" else "pp"
                yield large + small, a.unit
                if small:
                    yield large / small, "x"
            for multiple, base in ((a, b), (b, a)):
                times = multiple.written if multiple.unit in _COUNTABLE else Decimal(0)
                if 1 < times <= _OFTEN:
                    yield base.value * times, base.unit
                    yield base.value / times, base.unit
                part = _share(multiple)
                if part is not None and base.unit != "%":
                    yield base.value * part / 100, base.unit


def _comes_to(figure: Figure, value: Decimal, unit: str) -> bool:
    own = _share(figure) if unit == "%" else figure.value
    if own is None or (unit != "%" and figure.unit != unit) or not value:
        return False
    step = figure.step * 100 if unit == "%" and figure.unit != "%" else figure.step
    near = abs(own - value) / abs(value) <= _CLOSE
    return own == value or (near and (figure.approx or figure.word or abs(own - value) * 2 <= step))


def _rival(one: Figure, other: Figure) -> bool:
    """True when the two measure the same, so that both cannot be right."""
    if FigureKind.NAME in (one.kind, other.kind):
        return one.kind is other.kind
    if ORDINAL & {one.kind, other.kind}:
        return one.kind is other.kind
    if one.unit == other.unit:
        return bool(one.unit) or one.noun == other.noun or not (one.noun and other.noun) or _alike(one.noun, other.noun)
    if one.kind is FigureKind.MONEY and other.kind is FigureKind.MONEY:
        return True
    if one.unit in _PERCENTS and other.unit in _PERCENTS:
        return True
    if _parts(one, other):
        return True
    return any(True for _ in values(one, other.unit))


def _alike(one: str, other: str) -> bool:
    """True for two words that may count the same: shops and stores."""
    if {one, other} & _ANYTHING:
        return True
    return kin.synonyms(stem(one), stem(other)) or float(vector(one) @ vector(other)) >= _COUNTED


_COUNTED = 0.4
_ANYTHING = frozenset({"people", "person", "item", "thing", "case", "unit", "other"})
_COUNTABLE = frozenset({"x", "", "month", "s"})
_OFTEN = 52
_PERCENTS = frozenset({"%", "pp"})


def _ordinals(one: str, other: str) -> Difference | None:
    ours, theirs = ([match[0].lower() for match in _ORDINAL.finditer(each)] for each in (one, other))
    if len(ours) == len(theirs) == 1 and ours != theirs and not (times(one) and "quarter" in one.lower()):
        return apart(f"{ours[0]} against {theirs[0]}")
    return None


_FROM = lazy_re(r"\b(?P<way>from|to)\s+(?:about |around |nearly |almost |some |over )?$", re.IGNORECASE)


def _turned(one: str, other: str, matched: Sequence[tuple[Figure, Figure]]) -> Difference | None:
    """From 5 to 7, or to 5 from 7."""
    for ours, theirs in matched:
        ways = [
            (found["way"].lower() if (found := _FROM.search(plain(text)[: each.start])) else "")
            for text, each in ((one, ours), (other, theirs))
        ]
        if {*ways} == {"from", "to"} and len(matched) > 1:
            return conflict(f"from and to are exchanged: {ours.line}")
    return None


def spans(text: str) -> list[Span]:
    """Where figures stand in the claim as it is written."""
    odds = [Span(*match.span()) for match in ODDS.finditer(text)]
    return [each.span for each in find(text)] + odds
