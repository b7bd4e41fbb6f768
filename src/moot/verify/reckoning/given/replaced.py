"""Values that a sentence says were replaced: "cut from 60 days to 30", "24 hours, not 72", "10 % (before: 15 %)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from moot.text import figures
from moot.text.figures import Figure, FigureKind
from moot.text.lazy import lazy_re

_CHANGES = (
    r"(?:rais\w+|r[io]se\w*|increas\w+|extend\w+|lengthen\w+|grew|grow\w*|lift\w+|doubl\w+|lower\w+|cut|cuts|reduc\w+|"
    r"shorten\w+|fall\w*|fell|decreas\w+|dropp?\w*|halv\w+|chang\w+|mov\w+|postpon\w+|delay\w+|deferr?\w*|"
    r"put (?:back|off)|push\w+|bring\w*|brought|reschedul\w+|correct\w+|revis\w+|amend\w+|adjust\w+|updat\w+|replac\w+|"
    r"switch\w+|went|gone|goes|slipp?\w*)"
)
_CHANGE = lazy_re(rf"\b{_CHANGES}\b", re.IGNORECASE)
_FROM = lazy_re(r"\bfrom [^\d,;:.()]{0,30}$", re.IGNORECASE)
_TO = lazy_re(r"[^\d;:.()]{0,40}?\b(?:to|until)\b[ *_]*(?:[^\W\d]{1,12} ){0,3}$", re.IGNORECASE)
_MOVED = lazy_re(rf"\b{_CHANGES}\b[^;.()]{{0,40}}\bto\b[ *_]*$", re.IGNORECASE)
_OLD_AFTER = lazy_re(
    r"(?:^|[\W_])(?:before(?!,?\s(?:\w+ing|and|or|but)\b)|previously|formerly|until (?:now|then)|till now|up to now|"
    r"so far|earlier|old|up from|down from|"
    r"rather than|instead of|in place of|replac(?:es|ing)|no longer|[(,] ?(?:was|were|had been))"
    r"[:,]?[ *_]*(?:[^\W\d]{1,10} ){0,2}$",
    re.IGNORECASE,
)
"""Between the value that holds and the one that it replaced."""
_THEN = lazy_re(r"\b(?:before|earlier)\b(?!\s?:)", re.IGNORECASE)
"""Between two days: what comes first, not what was replaced."""
_REJECTED = lazy_re(
    r"^[*_]*(?: [^\W\d]+){0,3},? (?:and )?not (?:(?:on|in|at|by|within|for|of|the) )?[*_]*$", re.IGNORECASE
)
_BRACKET = lazy_re(
    r"[\[(](?=[^\])\n]{0,80}\b(?:until|till|before|up to|formerly|previously|originally|was)\b)[^\])\n]{1,80}[\])]",
    re.IGNORECASE,
)
"""Behind the value that holds, the one that it replaced."""
_WITHIN = 60
"""Characters between the two values."""


@dataclass(frozen=True)
class Replaced:
    """`rejected`: the sentence says that the old value is wrong, or holds no more, in so many words ("not 72")."""

    old: Figure
    new: Figure
    rejected: bool = False


def pairs(sentence: str) -> list[Replaced]:
    """Each value with the one that it replaced, as far as the sentence says so."""
    found = [each for each in figures.find(sentence) if each.kind not in (FigureKind.NAME, FigureKind.ORDINAL)]
    return [*_ranges(sentence, found), *_neighbours(sentence, found), *_bracketed(sentence, found)]


def _ranges(sentence: str, found: Sequence[Figure]) -> Iterator[Replaced]:
    """ "Raised from 5 to 8 ponds" is read as one figure with two ends."""
    for figure in found:
        spans = len(figure.ends) == 2 and figure.unit != "year" and _FROM.search(sentence[: figure.start])
        if spans and _CHANGE.search(sentence):
            yield Replaced(figure.ends[0], figure.ends[1])


def _neighbours(sentence: str, found: Sequence[Figure]) -> Iterator[Replaced]:
    for first, second in pairwise(found):
        between = sentence[first.end : second.start]
        if len(between) > _WITHIN:
            continue
        second, first = alike(second, first), alike(first, second)
        if not one_measure(first, second):
            continue
        moved = _FROM.search(sentence[: first.start]) and _TO.fullmatch(between) and _CHANGE.search(sentence)
        if moved or (first.kind is FigureKind.DATE and _MOVED.search(between)):
            yield Replaced(first, second)
        elif _REJECTED.match(between):
            yield Replaced(second, first, rejected=True)
        elif _OLD_AFTER.search(between) and not (second.kind is FigureKind.DATE and _THEN.search(between)):
            yield Replaced(second, first)


def _bracketed(sentence: str, found: Sequence[Figure]) -> Iterator[Replaced]:
    """ "Two months [three months until 31 December 2025]", "30 km/h (until March 2024: 50 km/h)"."""
    for match in _BRACKET.finditer(sentence):
        inside = [
            each for each in found if match.start() < each.start < match.end() and each.kind is not FigureKind.DATE
        ]
        before = [each for each in found if each.end <= match.start() and each.kind is not FigureKind.DATE]
        if len(inside) == 1 and before and one_measure(inside[0], alike(before[-1], inside[0])):
            yield Replaced(inside[0], before[-1])


def alike(bare: Figure, other: Figure) -> Figure:
    """The figure with the unit of the other where it has none of its own: "24 hours, not 72"."""
    if bare.unit or bare.noun or bare.kind is not FigureKind.QUANTITY or bare.scale != 1:
        return bare
    return (
        replace(
            bare, kind=other.kind, unit=other.unit, noun=other.noun, value=bare.value * other.scale, scale=other.scale
        )
        if other.kind is not FigureKind.DATE
        else bare
    )


def one_measure(one: Figure, other: Figure) -> bool:
    """Whether two different values may be of one thing."""
    if one.kind is not other.kind or (one.unit != other.unit and one.kind is not FigureKind.DATE):
        return False
    return one.value != other.value and (bool(one.unit) or one.noun == other.noun or not (one.noun and other.noun))
