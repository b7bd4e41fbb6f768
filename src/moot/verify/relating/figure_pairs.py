"""Two figures side by side: whether they are one amount, told alike or rounded or converted, or measure one thing."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from moot.text.figures import Bound, Figure, FigureKind, agree
from moot.text.terms import stem
from moot.verify.reckoning.following.converted import values
from moot.verify.relating import kin
from moot.verify.relating.wording import vector

CLOSE = Decimal("0.02")
"""Share by which two figures may lie apart where the one of fewer digits rounds the other."""
_ABOUT = Decimal("0.15")
"""The same where it says that it does."""
_NEAR = Decimal("0.03")
"""And where it says so and has as many digits."""
_CONVERTED = Decimal("0.02")
_DIGITS = 3
"""Digits of a figure that is rounded without a word."""
_COUNTED = 0.4
"""Likeness of the words for what two figures count, from which they may count the same."""
_ANYTHING = frozenset({"people", "person", "item", "thing", "case", "unit", "other"})
_PERCENTS = frozenset({"%", "pp"})


def same_amount(one: Figure, other: Figure) -> bool:
    """True when both say as much: alike, rounded, converted, or told from the other side."""
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
    if FigureKind.ORDINAL in (one.kind, other.kind):
        return False
    if one.unit == other.unit:
        return _rounds(one, other) or _rounds(other, one)
    part = _parts(one, other)
    if part:
        return _rounds(*part) or _rounds(*reversed(part))
    return _same_measure(one, other) or _same_measure(other, one)


def rival(one: Figure, other: Figure) -> bool:
    """True when the two measure the same, so that both cannot be right."""
    if FigureKind.NAME in (one.kind, other.kind):
        return one.kind is other.kind
    if FigureKind.ORDINAL in (one.kind, other.kind):
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


def same_share(one: Figure, other: Figure) -> bool:
    """True for half and 50 %."""
    part = _parts(one, other)
    return part is not None and part[0].value == part[1].value


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
    return gap <= CLOSE and digits >= _DIGITS


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


def _alike(one: str, other: str) -> bool:
    """True for two words that may count the same: shops and stores."""
    if {one, other} & _ANYTHING:
        return True
    return kin.synonyms(stem(one), stem(other)) or float(vector(one) @ vector(other)) >= _COUNTED
