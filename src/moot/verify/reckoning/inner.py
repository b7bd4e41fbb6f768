"""Do the figures of one sentence agree with one another?

"143 of the 190 are trained and 57 are not" is wrong whatever the sources say. Two plain forms are read: a part of a
whole with what is left of it, and a fraction in words beside the only two figures that it can be of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from moot.text import figures
from moot.text.figures import Figure, FigureKind
from moot.verify.reckoning import sums
from moot.verify.reckoning.held import comparable

_OF = re.compile(r" (?:out )?of (?:the |its |their |all )?", re.IGNORECASE)
_LEFT = re.compile(
    r"\b(?:remain\w*|left|the (?:other|rest)|others?|still (?:to be|not|un\w+)|were not|are not|was not|did not|"
    r"have not|had not|without|un(?:trained|insured|sold|paid|treated)|outstanding|missing|yet to)\b",
    re.IGNORECASE,
)
_AGAINST = re.compile(r"^[^.;]{0,40}?\b(?:against|versus|compared (?:to|with)|down from|up from)\b", re.IGNORECASE)
_NO_PART = (FigureKind.DATE, FigureKind.NAME, FigureKind.ORDINAL, FigureKind.PERCENT)
_ENOUGH = 10
"""Below it a number that is left may count something else."""
_MOST = 40
"""Figures of a claim that are looked at: what has more is a list."""
_NEAR = 60
"""Characters after the figure in which a word says that it is what is left."""


def disagreements(claim: str) -> Iterator[str]:
    """What the figures of the claim should be by its other figures."""
    found = [each for each in figures.find(claim) if each.high is None and not each.approx][:_MOST]
    for part, whole in pairwise(found):
        if not _OF.fullmatch(claim[part.end : whole.start]) or not _counts(part) or not _counts(whole):
            continue
        if not 0 < part.value < whole.value or not comparable(part, whole):
            continue
        rest = whole.value - part.value
        for other in found:
            if other.start <= whole.end or not _counts(other) or other.value < _ENOUGH or not comparable(other, whole):
                continue
            if other.noun and other.noun not in (whole.noun, part.noun):
                continue
            left = bool(_LEFT.search(claim[other.start : other.end + _NEAR]))
            known = other.value in (rest, part.value, whole.value) or sums.says(other, rest)
            if left and not known and other.value < whole.value:
                yield f"{whole.raw} − {part.raw} is {rest:f}, not {other.raw}"


def ratios(claim: str) -> Iterator[str]:
    """Fractions in words that none of what two figures of the claim give comes near: "a quarter, with 468 to 874"."""
    found = figures.find(claim)
    fractions = [each for each in found if each.word and each.is_ratio]
    others = [each for each in found if each.kind not in _NO_PART and not each.is_ratio and not each.word]
    if len(fractions) != 1 or len(others) != 2 or not comparable(*others) or any(each.high for each in others):
        return
    small, large = sorted(abs(each.value) for each in others)
    if not 0 < small < large:
        return
    fraction = fractions[0]
    given = [small / large, 1 - small / large, large / small - 1, small / (small + large), large / (small + large)]
    given += [large / small, (large + small) / small, (large + small) / large]
    if _AGAINST.search(claim[others[0].end : others[1].start]) and not any(sums.says(fraction, each) for each in given):
        raw = [" ".join(each.raw.split()) for each in others]
        yield f"{raw[0]} and {raw[1]} do not make “{fraction.raw}”"


def _counts(figure: Figure) -> bool:
    return figure.kind is FigureKind.QUANTITY and not figure.unit and figure.value >= 1
